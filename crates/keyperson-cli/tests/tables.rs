//! Facts in tables: the same answers as from lines, and tables as answers.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod place;

use std::fs;

use keyperson::Journal;
use keyperson_simulator::{Options, simulate};
use keyperson_table::arrow::{arrow_file, journal_table, parquet_file};
use place::place;

const AS_OF: [&str; 2] = ["--as-of", "2026-04-30"];

/// A place with one journal as lines, as a Parquet file and as an Arrow file, the last two named as something else too.
fn with_tables() -> place::Place {
    let place = place();
    let options = Options { partners: 3, density: 0.2, ..Options::demo() };
    let journal = Journal::from_facts(simulate(&options).facts).unwrap();
    let table = journal_table(&journal).unwrap();
    let write = |name: &str, bytes: Vec<u8>| fs::write(place.0.path().join(name), bytes).unwrap();
    write("lines.jsonl", journal.to_json_lines().into_bytes());
    write("facts.parquet", parquet_file(&table).unwrap());
    write("facts.arrow", arrow_file(&table).unwrap());
    write("named.jsonl", parquet_file(&table).unwrap());
    place
}

#[test]
fn a_table_of_facts_is_asked_as_lines_are() {
    let place = with_tables();
    for asked in [&["portfolio"][..], &["brief", "--person", "p-001"], &["trail", "--person", "p-001"]] {
        let ask = |file: &str| {
            let ran = place.run(&[asked, &[file], &AS_OF, &["--format", "json"]].concat());
            assert_eq!(ran.code, 0, "{asked:?} {file}: {}", ran.err);
            ran.out
        };
        let lines = ask("lines.jsonl");
        for table in ["facts.parquet", "facts.arrow", "named.jsonl"] {
            // Times of tables are written in UTC.
            let same =
                |text: &str| text.lines().filter(|line| !line.contains("T")).collect::<Vec<_>>().join("\n");
            assert_eq!(same(&ask(table)), same(&lines), "{asked:?} {table}");
        }
    }
    // One in several files is the same facts once.
    let both =
        place.run(&[&["portfolio", "facts.arrow", "lines.jsonl", "--format", "json"][..], &AS_OF].concat());
    assert_eq!(both.code, 0, "{}", both.err);
}

#[test]
fn a_portfolio_is_written_as_a_table() {
    let place = with_tables();
    for out in ["people.parquet", "people.arrow"] {
        let ran = place.run(&[&["portfolio", "facts.parquet", "--out", out][..], &AS_OF].concat());
        assert_eq!(ran.code, 0, "{}", ran.err);
        let bytes = fs::read(place.0.path().join(out)).unwrap();
        let begins: &[u8] = if out == "people.arrow" { b"ARROW1" } else { b"PAR1" };
        assert!(bytes.starts_with(begins));
    }
}

#[test]
fn a_damaged_table_is_told_with_its_name() {
    let place = with_tables();
    let bytes = fs::read(place.0.path().join("facts.parquet")).unwrap();
    fs::write(place.0.path().join("half.parquet"), bytes.get(..bytes.len().div_euclid(2)).unwrap()).unwrap();
    for lang in ["en", "ja"] {
        let ran = place.run(&[&["portfolio", "half.parquet", "--lang", lang][..], &AS_OF].concat());
        assert_eq!(ran.code, 1, "{}", ran.err);
        assert!(ran.err.contains("half.parquet"), "{}", ran.err);
    }
    // A table of something else says which columns are missing.
    let ran = place.run(&[&["portfolio", "facts.parquet", "--out", "people.parquet"][..], &AS_OF].concat());
    assert_eq!(ran.code, 0, "{}", ran.err);
    let ran = place.run(&[&["portfolio", "people.parquet", "--lang", "en"][..], &AS_OF].concat());
    assert_eq!(ran.code, 1);
    assert!(ran.err.contains("people.parquet") && ran.err.contains("readiness"), "{}", ran.err);
}

#[test]
fn facts_are_written_as_tables() {
    let place = place();
    let options = ["simulate", "--partners", "2", "--seed", "3", "--out"];
    for out in ["facts.jsonl", "facts.parquet", "facts.arrow"] {
        let ran = place.run(&[&options[..], &[out]].concat());
        assert_eq!(ran.code, 0, "{}", ran.err);
    }
    let answer = |facts: &str| {
        let ran = place.run(&[&["portfolio", facts, "--format", "csv"], &AS_OF[..]].concat());
        assert_eq!(ran.code, 0, "{}", ran.err);
        ran.out
    };
    assert_eq!(answer("facts.parquet"), answer("facts.jsonl"));
    assert_eq!(answer("facts.arrow"), answer("facts.jsonl"));
}
