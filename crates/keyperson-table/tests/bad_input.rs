//! Whatever a file holds, the answer names the line, the column and the reason, and nothing is half imported.
#![expect(clippy::unwrap_used, clippy::expect_used, reason = "a test that cannot go on has failed")]

use keyperson::Error;
use keyperson_table::{Format, Import, ImportOptions, Lookups, Mapping, import_csv, preview};

const MAPPING: &str = r#"
schema = "keyperson.mapping/1"
[input]
zone = "Asia/Tokyo"
[[facts]]
type = "deal"
id = "{Deal}"
at = { column = "Day" }
partner = { column = "Partner" }
deal = { column = "Deal" }
stage = { column = "Stage", map = { Won = "won", Lost = "lost" } }
amount = { column = "Amount" }
"#;

const HEADER: &str = "Deal,Day,Partner,Stage,Amount\n";

fn with(input: &str) -> Mapping {
    Mapping::from_toml(&MAPPING.replace("[input]", &format!("[input]\n{input}"))).unwrap()
}

fn import(mapping: &Mapping, bytes: &[u8], keep_good_rows: bool) -> Result<Import, Error> {
    import_csv(bytes, mapping, &Lookups::default(), ImportOptions { keep_good_rows }, &mut |_| {})
}

fn problems(error: &Error) -> Vec<(u64, &str, &str)> {
    error.problems().iter().map(|p| (p.place.line.unwrap_or(0), p.code(), p.path())).collect()
}

/// The rows below the header must give exactly these problems: line, code and path.
fn check(input: &str, rows: &str, expected: &[(u64, &str, &str)]) {
    let text = format!("{HEADER}{rows}\n");
    let error = import(&with(input), text.as_bytes(), false).expect_err(rows);
    assert_eq!(problems(&error), expected, "{rows}\n{error}");
    let seen = preview(text.as_bytes(), Format::Csv, &with(input), &Lookups::default(), 10).unwrap();
    assert_eq!(seen.problems.as_ref().map(problems).as_deref(), Some(expected));
}

#[test]
fn each_bad_row_is_told_by_line_and_column() {
    check("", "D-1,2026-02-30,Acme,Won,1", &[(2, "unreadable_date", "/Day")]);
    check("", "D-1,30.04.2026,Acme,Won,1", &[(2, "unreadable_date", "/Day")]);
    check("", "D-1,04/03/2026,Acme,Won,1", &[(2, "unreadable_date", "/Day")]);
    check("", "D-1,1026-04-30,Acme,Won,1", &[(2, "bad_instant", "/Day")]);
    check("", "D-1,26-04-30,Acme,Won,1", &[(2, "bad_instant", "/Day")]);
    check("", "D-1,,Acme,Won,1", &[(2, "missing_field", "/Day")]);
    check("", "D-1,2026-04-30,,Won,1", &[(2, "missing_field", "/Partner")]);
    check("", "D-1,2026-04-30,\u{3000} ,Won,1", &[(2, "missing_field", "/Partner")]);
    check("", ",2026-04-30,Acme,Won,1", &[(2, "missing_field", "/id"), (2, "missing_field", "/Deal")]);
    check("", "D-1,2026-04-30,Acme,won,1", &[(2, "unknown_value", "/Stage")]);
    check("", "D-1,2026-04-30,\"A\u{7}\",Won,1", &[(2, "control_character", "/Partner")]);
    check("", "D-1,2026-04-30,Acme,Won", &[(2, "ragged_row", "")]);
    check("", "D-1,2026-04-30,Acme,Won,1,", &[(2, "ragged_row", "")]);
    check("", "D-1,2026-04-30,Acme,Won,1\nD-1,2026-04-30,Acme,Won,2", &[(3, "fact_conflict", "/id")]);
    let two = [(2, "unknown_value", "/Stage"), (2, "wrong_type", "/Amount")];
    check("", "D-1,2026-04-30,Acme,Wonn,x", &two);
    for (amount, code) in [
        ("NaN", "not_finite"),
        ("-inf", "not_finite"),
        ("1e999", "not_finite"),
        ("-1", "out_of_range"),
        ("1e16", "out_of_range"),
        ("twelve", "wrong_type"),
        ("\"1,200\"", "wrong_type"),
        ("1_000", "wrong_type"),
        ("0x10", "wrong_type"),
        ("--1", "wrong_type"),
        ("1.2.3", "wrong_type"),
        (".", "wrong_type"),
    ] {
        check("", &format!("D-1,2026-04-30,Acme,Won,{amount}"), &[(2, code, "/Amount")]);
    }
    for amount in ["1,20", "1234,200", ",200", "1,,200", "1,200,"] {
        let row = format!("D-1,2026-04-30,Acme,Won,\"{amount}\"");
        check("thousands = \",\"", &row, &[(2, "wrong_type", "/Amount")]);
    }
}

#[test]
fn a_time_that_the_clocks_skip_is_refused_and_one_shown_twice_is_the_earlier() {
    let mapping = with("time_of_day = \"02:30\"").with_zone("America/New_York".parse().unwrap());
    let skipped = format!("{HEADER}D-1,2026-03-08,Acme,Won,1\n");
    assert_eq!(
        problems(&import(&mapping, skipped.as_bytes(), false).unwrap_err()),
        [(2, "bad_instant", "/Day")]
    );
    let mapping = with("time_of_day = \"01:30\"").with_zone("America/New_York".parse().unwrap());
    let twice = format!("{HEADER}D-1,2026-11-01,Acme,Won,1\n");
    let import = import(&mapping, twice.as_bytes(), false).unwrap();
    assert_eq!(import.journal.get(0).unwrap().at.to_string(), "2026-11-01T01:30:00-04:00");
}

#[test]
fn lines_are_those_of_an_editor() {
    for (text, line) in [
        ("Deal,Day,Partner,Stage,Amount\r\nD-1,2026-04-30,Acme,Won,1\r\nD-2,2026-04-30,Acme,x,1\r\n", 3),
        ("Deal,Day,Partner,Stage,Amount\rD-1,2026-04-30,Acme,Won,1\rD-2,2026-04-30,Acme,x,1\r", 3),
        ("\n\nDeal,Day,Partner,Stage,Amount\n\n\nD-2,2026-04-30,Acme,x,1", 6),
        (
            "Deal,Day,Partner,Stage,Amount\nD-1,2026-04-30,\"Ac, me\",Won,1\nD-2,2026-04-30,\"A\"\"c\",x,1\n",
            3,
        ),
        ("Deal,\"Day\",Partner,Stage,Amount\r\n\r\nD-2,2026-04-30,Acme,x,1\r\n", 3),
        ("\u{feff}Deal,Day,Partner,Stage,Amount\nD-2,2026-04-30,Acme,x,1\n", 2),
    ] {
        let error = import(&with(""), text.as_bytes(), false).unwrap_err();
        assert_eq!(problems(&error), [(line, "unknown_value", "/Stage")], "{text:?}");
    }
    // A line end inside quotes is a line of the file, but not a row; a name must not hold one.
    let text = format!("{HEADER}D-1,2026-04-30,\"Ac\r\nme\",Won,1\nD-2,2026-04-30,Acme,x,1\n");
    let error = import(&with(""), text.as_bytes(), false).unwrap_err();
    assert_eq!(problems(&error), [(2, "control_character", "/Partner"), (4, "unknown_value", "/Stage")]);
}

#[test]
fn a_file_that_is_wrong_as_a_whole_says_so() {
    let whole = |bytes: &[u8]| import(&with(""), bytes, true).map(|import| import.rows_read).unwrap_err();
    for empty in ["", "\u{feff}", "\n\n", HEADER, "\u{feff}Deal,Day,Partner,Stage,Amount"] {
        assert_eq!(whole(empty.as_bytes()).code(), "nothing_to_read", "{empty:?}");
    }
    let twice = whole(b"Deal,Day,Deal,Partner,Stage,Amount\nx,x,x,x,x,x\n");
    assert_eq!((twice.code(), twice.path()), ("duplicate_column", "/Deal"));
    let rows = "D-1,2026-04-30,Acme,Won,1\nD-2,2026-04-30,\"Acme,Won,1\nD-3,2026-04-30,Acme,Won,1\n";
    assert_eq!(problems(&whole(format!("{HEADER}{rows}").as_bytes())), [(3, "open_quote", "")]);
    let rows = "D-1,2026-04-30,Acme,Won,\"1\nD-2,2026-04-30,Acme,Won,1";
    assert_eq!(problems(&whole(format!("{HEADER}{rows}").as_bytes())), [(2, "open_quote", "")]);
    let rows = "Deal,Day,Partner,Stage,\"Amount\nD-2,2026-04-30,Acme,Won,1\n";
    assert_eq!(problems(&whole(rows.as_bytes())), [(1, "open_quote", "")]);
    let mut bytes = format!("{HEADER}D-1,2026-04-30,").into_bytes();
    let offset = bytes.len();
    bytes.extend_from_slice(b"\x83\x41,Won,1\n");
    let error = whole(&bytes);
    assert_eq!(problems(&error), [(2, "not_utf8", "")]);
    assert!(error.to_string().contains(&format!("offset {offset}")), "{error}");
}

#[test]
fn a_huge_field_is_refused_by_its_length() {
    let text = format!("{HEADER}D-1,2026-04-30,{},Won,1\n", "x".repeat(3_000_000));
    let error = import(&with(""), text.as_bytes(), false).unwrap_err();
    assert_eq!(problems(&error), [(2, "text_too_long", "/Partner")]);
    assert!(error.to_string().len() < 1_000);
}

#[test]
fn good_rows_are_kept_only_when_asked_for() {
    let rows = "D-1,2026-04-30,Acme,Won,1\nD-2,2026-04-30,Acme,Won,x\nD-3,2026-04-30,Acme,Won,1\n\
                D-3,2026-04-30,Acme,Won,2\nD-4\n";
    let text = format!("{HEADER}{rows}");
    assert_eq!(import(&with(""), text.as_bytes(), false).unwrap_err().count(), 3);
    let import = import(&with(""), text.as_bytes(), true).unwrap();
    // Which of the two facts D-3 was meant cannot be guessed, so neither is kept.
    let ids: Vec<&str> = import.journal.facts().map(|fact| fact.id.as_str()).collect();
    assert_eq!(ids, ["D-1"]);
    assert_eq!((import.rows_read, import.rows_used, import.rows_bad), (5, 3, 2));
    assert_eq!(import.problems.unwrap().count(), 3);
}

#[test]
fn problems_are_capped_and_counted() {
    let text = format!("{HEADER}{}", "D-1,2026-04-30,Acme,x,1\n".repeat(5_000));
    let error = import(&with(""), text.as_bytes(), false).unwrap_err();
    assert_eq!((error.problems().len(), error.count()), (keyperson::MAX_PROBLEMS, 5_000));
}

#[test]
fn numbers_and_dates_are_read_as_the_mapping_says() {
    let one = |input: &str, row: &str| {
        let text = format!("{}{row}\n", HEADER.replace(',', ";"));
        let import = import(&with(&format!("delimiter = \";\"\n{input}")), text.as_bytes(), false).unwrap();
        import.journal.to_json_lines()
    };
    let german =
        "decimal = \",\"\nthousands = \".\"\ndate_formats = [\"%d.%m.%Y\"]\ncurrency_signs = [\"€\"]";
    assert!(one(german, "D-1;3.4.2026;Acme;Won;1.234.567,50 €").contains("\"amount\":1234567.5"));
    assert!(one(german, "D-1;03.04.2026;Acme;Won;1").contains("2026-04-03T12:00:00+09:00"));
    assert!(one("", "D-1;2026年4月3日;Acme;Won;1").contains("2026-04-03T12:00:00+09:00"));
    assert!(one("", "D-1;2026-04-03 18:30;Acme;Won;1").contains("2026-04-03T18:30:00+09:00"));
    for written in ["2026-04-03T18:30:00Z", "2026-04-03T18:30:00.000+0000"] {
        let fact = one("", &format!("D-1;{written};Acme;Won;1"));
        assert!(
            fact.contains("2026-04-03T18:30:00+00:00") || fact.contains("2026-04-03T18:30:00Z"),
            "{fact}"
        );
    }
    let epoch = one("date_formats = [\"%s\"]", "D-1;1775208600;Acme;Won;1");
    assert!(epoch.contains("2026-04-03T09:30:00"), "{epoch}");
    assert!(one("null = [\"-\"]", "D-1;2026-04-03;Acme;Won;-").contains("\"stage\":\"won\"}"));
    assert!(one("trim = true", " D-1 ;2026-04-03; Acme;Won;1").contains("\"id\":\"D-1\""));
}

#[cfg(feature = "encodings")]
#[test]
fn shift_jis_is_read_where_the_mapping_names_it() {
    let mapping = with("encoding = \"shift_jis\"");
    let mut bytes = format!("{HEADER}D-1,2026-04-30,").into_bytes();
    bytes.extend_from_slice(b"\x83\x41\x83\x4e\x83\x81,Won,1\n");
    let read = import(&mapping, &bytes, false).unwrap();
    assert_eq!(read.journal.get(0).unwrap().partner.as_str(), "アクメ");
    bytes.extend_from_slice(b"D-2,2026-04-30,\x83\x00,Won,1\n");
    assert_eq!(problems(&import(&mapping, &bytes, false).unwrap_err()), [(3, "bad_encoding", "")]);
}

#[test]
fn reading_that_fails_is_an_error() {
    struct Broken;
    impl std::io::Read for Broken {
        fn read(&mut self, _: &mut [u8]) -> std::io::Result<usize> {
            Err(std::io::Error::other("the disk is gone"))
        }
    }
    let options = ImportOptions::default();
    let error = import_csv(Broken, &with(""), &Lookups::default(), options, &mut |_| {}).unwrap_err();
    assert_eq!(error.code(), "unreadable_input");
}
