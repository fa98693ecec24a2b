//! No spreadsheet finds a formula in what is written, wherever it cuts.

use keyperson_table::{Cell, CsvTable, to_csv_safe};
use proptest::prelude::*;

/// The cells as a spreadsheet sees them that cuts at `separator`: a quote counts only where it begins a cell.
fn cells(file: &str, separator: char, line_ends: &[char]) -> Vec<String> {
    let mut cells = Vec::new();
    let mut rest = file.chars().peekable();
    while rest.peek().is_some() {
        let mut cell = String::new();
        if rest.next_if_eq(&'"').is_some() {
            while let Some(c) = rest.next() {
                if c != '"' || rest.next_if_eq(&'"').is_some() {
                    cell.push(c);
                } else {
                    break;
                }
            }
        }
        for c in rest.by_ref() {
            if c == separator || line_ends.contains(&c) {
                break;
            }
            cell.push(c);
        }
        cells.push(cell);
    }
    cells
}

fn is_formula(cell: &str) -> bool {
    cell.starts_with(['=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠']) && cell.parse::<f64>().is_err()
}

/// The first formula that any of the usual spreadsheets would find.
fn formula(file: &str) -> Option<(char, String)> {
    [',', ';', '\t', '|'].into_iter().find_map(|separator| {
        [&['\n', '\r'][..], &['\n']].into_iter().find_map(|ends| {
            let found = cells(file, separator, ends).into_iter().find(|cell| is_formula(cell))?;
            Some((separator, found))
        })
    })
}

/// Texts that are all traps: separators, quotes, line ends and signs close together.
fn trap() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(vec![
        ",", ";", "\t", "|", "\n", "\r", "\r\n", "\"", "'", "=", "+", "-", "@", "＝", "＋", "－", "＠", "a",
        " ", "\0", "\u{feff}", "佐",
    ]);
    prop_oneof![any::<String>(), prop::collection::vec(piece, 0..12).prop_map(|pieces| pieces.concat())]
}

proptest! {
    // INVARIANT: no cell of a table that is written begins with a formula, whatever its texts are and wherever the
    // file is cut.
    #[test]
    fn no_cell_begins_with_a_formula(
        header in prop::collection::vec(trap(), 4),
        rows in prop::collection::vec(prop::collection::vec(trap(), 3), 0..6),
        number in -1e6..1e6_f64,
    ) {
        let rows = rows.into_iter().map(|texts| {
            let mut row: Vec<Cell> = texts.into_iter().map(Cell::Text).collect();
            row.insert(2, Cell::Number(number));
            row
        });
        let file = CsvTable { header, rows: rows.collect() }.to_csv();
        prop_assert_eq!(formula(&file), None, "{}", file);
    }

    // INVARIANT: what is defused is the text and nothing but apostrophes more, and defused texts stay as they are.
    #[test]
    fn defusing_adds_apostrophes_alone(text in trap()) {
        let safe = to_csv_safe(&text).into_owned();
        prop_assert_eq!(to_csv_safe(&safe), safe.as_str());
        let mut left = text.chars().peekable();
        for c in safe.chars() {
            if left.next_if_eq(&c).is_none() {
                prop_assert_eq!(c, '\'');
            }
        }
        prop_assert_eq!(left.next(), None);
    }
}

#[test]
fn the_check_finds_formulas() {
    for file in [
        "=1",
        "a,=1",
        "a;=1",
        "x,\"a;=1\"",
        "a\t@x",
        "a|-x",
        "x;\"a\n=1\"",
        "\"\"=1",
        "x,\"a;\"\"=1\"\"\"",
        "＝1",
    ] {
        assert!(formula(file).is_some(), "{file:?}");
    }
    for file in ["a=1", "'=1", "a,-1.5", "a,'=1"] {
        assert_eq!(formula(file), None, "{file:?}");
    }
}

#[test]
fn a_sign_after_a_separator_is_defused() {
    for (text, safe) in [
        ("a;=HYPERLINK(1);b", "a;'=HYPERLINK(1);b"),
        ("a,+1", "a,'+1"),
        ("a\t@x", "a\t'@x"),
        ("a|-x", "a|'-x"),
        ("a\n=1", "a\n'=1"),
        ("a\r\n＝1", "a\r\n'＝1"),
        ("a;\"=1\"", "a;\"'=1\""),
        ("a;\t=1", "a;'\t'=1"),
        ("Smith - Jones = 1", "Smith - Jones = 1"),
        ("A-1;B-2", "A-1;B-2"),
    ] {
        assert_eq!(to_csv_safe(text), safe);
    }
    let table = CsvTable { header: vec!["n".to_owned()], rows: vec![vec![Cell::Number(-3.5)]] };
    assert_eq!(table.to_csv().lines().last().unwrap(), "-3.5");
}
