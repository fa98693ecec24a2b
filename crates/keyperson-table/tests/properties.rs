//! Names of any script survive, and the order of rows changes nothing.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use keyperson_table::{Cell, CsvTable, ImportOptions, Lookups, Mapping, import_csv, to_csv_safe};
use proptest::prelude::*;

fn mapping() -> Mapping {
    Mapping::from_toml(
        r#"
        schema = "keyperson.mapping/1"
        [input]
        zone = "Asia/Tokyo"
        null = []
        [[facts]]
        type = "person_registered"
        distinct = true
        id = "person:{name}"
        at = { column = "day" }
        partner = "acme"
        person = { column = "name" }
        title = { column = "title" }
        [[facts]]
        type = "signal"
        id = "signal:{row}"
        at = { column = "day" }
        partner = "acme"
        person = { column = "name" }
        signal = "study_session"
        value = { column = "value" }
        "#,
    )
    .unwrap()
}

/// The journal of the rows, whatever can be kept of it.
fn journal(rows: &[String]) -> String {
    let text = format!("row,day,name,title,value\n{}\n", rows.join("\n"));
    let options = ImportOptions { keep_good_rows: true };
    import_csv(text.as_bytes(), &mapping(), &Lookups::default(), options, &mut |_| {})
        .unwrap()
        .journal
        .to_json_lines()
}

fn shuffled<T: Clone + std::fmt::Debug + 'static>(
    rows: impl Strategy<Value = Vec<T>>,
) -> impl Strategy<Value = (Vec<T>, Vec<T>)> {
    rows.prop_flat_map(|rows| (Just(rows.clone()), Just(rows).prop_shuffle()))
}

fn quoted(text: &str) -> String {
    format!("\"{}\"", text.replace('"', "\"\""))
}

/// A name that the core takes: any characters but controls, not only blanks.
fn name() -> impl Strategy<Value = String> {
    "[^\\p{Cc}]{1,40}".prop_filter("blank", |text| !text.chars().all(char::is_whitespace))
}

proptest! {
    // INVARIANT: a cell that the mapping does not trim reaches the fact byte for byte.
    #[test]
    fn names_survive_byte_for_byte(name in name()) {
        let text = format!("row,day,name,title,value\n1,2026-04-30,{},{},1\n", quoted(&name), quoted(&name));
        let options = ImportOptions::default();
        let import = import_csv(text.as_bytes(), &mapping(), &Lookups::default(), options, &mut |_| {}).unwrap();
        prop_assert!(import.journal.facts().all(|fact| fact.person.as_ref().unwrap().as_str() == name));
    }

    // INVARIANT: the order of rows never changes the journal; of distinct facts the earliest is kept.
    #[test]
    fn the_order_of_rows_changes_nothing(
        rows in shuffled(prop::collection::vec((0_u8..5, 1_u32..28, "[a-c]?", -3_i8..3), 1..30)),
    ) {
        let lines = |rows: &[(u8, u32, String, i8)]| -> Vec<String> {
            rows.iter().map(|(name, day, title, value)| {
                // The row's number is made of its content, so equal rows are the same fact.
                format!("{name}/{day}/{title}/{value},2026-04-{day:02},p-{name},{title},{value}")
            }).collect()
        };
        prop_assert_eq!(journal(&lines(&rows.0)), journal(&lines(&rows.1)));
    }

    // INVARIANT: nor does it where ids conflict and good rows are kept.
    #[test]
    fn conflicts_go_the_same_way_in_any_order(
        rows in shuffled(prop::collection::vec((0_u8..4, 0_u8..3), 1..12)),
    ) {
        let lines = |rows: &[(u8, u8)]| -> Vec<String> {
            rows.iter().map(|(id, value)| format!("{id},2026-04-30,p,t,{value}")).collect()
        };
        prop_assert_eq!(journal(&lines(&rows.0)), journal(&lines(&rows.1)));
    }

    #[test]
    fn written_tables_read_back(rows in prop::collection::vec(prop::collection::vec(any::<String>(), 3), 0..8)) {
        let table = CsvTable {
            header: ["a", "b", "c"].map(str::to_owned).to_vec(),
            rows: rows.iter().map(|row| row.iter().map(|text| Cell::Text(text.clone())).collect()).collect(),
        };
        let text = table.to_csv();
        let mut reader = csv::ReaderBuilder::new().from_reader(text.as_bytes());
        let read: Vec<Vec<String>> =
            reader.records().map(|row| row.unwrap().iter().map(str::to_owned).collect()).collect();
        let expected: Vec<Vec<String>> =
            rows.iter().map(|row| row.iter().map(|text| to_csv_safe(text).into_owned()).collect()).collect();
        prop_assert_eq!(read, expected);
    }

    #[test]
    fn nothing_panics_whatever_comes_in(bytes in prop::collection::vec(any::<u8>(), 0..300), toml in ".{0,200}") {
        let mut file = b"row,day,name,title,value\n".to_vec();
        file.extend_from_slice(&bytes);
        let options = ImportOptions::default();
        let _ = import_csv(file.as_slice(), &mapping(), &Lookups::default(), options, &mut |_| {});
        let _ = Mapping::from_toml(&toml);
    }
}

#[test]
fn hostile_cells_are_defused_and_numbers_are_not() {
    for hostile in ["=1+1", "+1", "-1", "@SUM(A1)", "\t1", "\r1", "\n1", "＝1", "＠x", "=cmd|' /C calc'!A0"]
    {
        assert_eq!(to_csv_safe(hostile), format!("'{hostile}"));
    }
    // A tab or line end begins a cell as well: both signs are defused.
    for (hostile, safe) in [("\t=1", "'\t'=1"), ("\r=1", "'\r'=1"), ("\n=1", "'\n'=1")] {
        assert_eq!(to_csv_safe(hostile), safe);
    }
    for plain in ["", "Acme", "佐藤", "a=b", "'x", " =1"] {
        assert_eq!(to_csv_safe(plain), plain);
    }
    let cells =
        vec![Cell::Number(-1.5), Cell::Integer(-2), Cell::Text("-3".to_owned()), Cell::Number(f64::NAN)];
    let table = CsvTable { header: ["a", "b", "c", "d"].map(str::to_owned).to_vec(), rows: vec![cells] };
    assert_eq!(table.to_csv(), "a,b,c,d\n-1.5,-2,'-3,\n");
    assert!(table.to_csv_for_excel().starts_with('\u{feff}'));
}
