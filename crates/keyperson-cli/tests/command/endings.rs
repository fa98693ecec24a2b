//! How the command ends: its codes, what it refuses, and what it leaves as it was.

use std::fs;
use std::process::Stdio;

use crate::place::{Place, files, ran};
use crate::{GOOD, brief, japanese};

#[test]
fn every_way_to_end_has_its_code() {
    let place = Place::new();
    place.file("facts.jsonl", GOOD);
    let cases: &[(&[&str], i32)] = &[
        (&["--help"], 0),
        (&["--version"], 0),
        (&["policy", "explain"], 0),
        (&["brief", "facts.jsonl", "--person", "nobody"], 1),
        (&[], 2),
        (&["nosuch"], 2),
        (&["brief", "facts.jsonl"], 2),
        (&["brief", "facts.jsonl", "--person", "p-001", "--as-of", "2026-02-30"], 2),
        (&["brief", "facts.jsonl", "--person", " "], 2),
        (&["portfolio", "facts.jsonl", "--lang", "fr"], 2),
        (&["simulate", "--partners", "0"], 2),
        (&["simulate", "--start", "2026-02-01", "--as-of", "2026-01-01"], 2),
        (&["portfolio", "missing.jsonl"], 3),
        (&["portfolio", "."], 3),
        (&["portfolio", "facts.jsonl", "--policy", "missing.toml"], 3),
        (&["portfolio", "facts.jsonl", "--out", "no/such/folder.html"], 3),
        (&["import", "missing.csv", "--mapping", "salesforce_task"], 3),
        (&["import", ".", "--mapping", "salesforce_task"], 3),
    ];
    for (args, code) in cases {
        let ran = place.run(args);
        assert_eq!(ran.code, *code, "{args:?}: {}{}", ran.out, ran.err);
        assert!(*code == 0 || !ran.err.is_empty(), "{args:?} says nothing");
    }
    assert!(place.ok(&["--help"]).out.contains("  3  a file could not be read or written"));
}

#[test]
fn bad_facts_are_refused_with_code_and_line() {
    let place = Place::new();
    let deep = format!(r#"{{"id":"f-2","at":{}{}}}"#, "[".repeat(200), "]".repeat(200));
    let cases: &[(&str, Vec<u8>, &str)] = &[
        ("unknown field", GOOD.replace("\"by\"", "\"bye\"").into(), "unknown_field"),
        ("unknown type", GOOD.replace("\"rating\"", "\"ratings\"").into(), "unknown_type"),
        ("wrong type", GOOD.replace("0.9", "\"high\"").into(), "wrong_type"),
        ("NaN", GOOD.replace("0.9", "NaN").into(), "not_finite"),
        ("range", GOOD.replace("0.9", "1.1").into(), "out_of_range"),
        ("date", GOOD.replace("2026-01-05T", "2026-02-30T").into(), "bad_instant"),
        ("offset", GOOD.replace("+09:00", "").into(), "bad_instant"),
        (
            "zone",
            r#"{"id":"z","at":"2026-01-05T09:00:00+09:00","partner":"acme","type":"partner_registered","zone":"Mars/Phobos"}"#.into(),
            "unknown_zone",
        ),
        ("keys", GOOD.replace("\"by\"", "\"value\":0.8,\"by\"").into(), "duplicate_key"),
        ("conflict", GOOD.replace("0.9", "0.8").into(), "fact_conflict"),
        ("schema", GOOD.replacen('{', r#"{"schema":"keyperson.fact/2","#, 1).into(), "newer_schema"),
        ("depth", deep.into(), "too_deep"),
        ("bytes", b"{\"id\":\"\xff\"}".to_vec(), "not_utf8"),
        ("text", b"hello".to_vec(), "not_json"),
    ];
    for (what, line, code) in cases {
        // Line 3: after a good line and a blank one.
        place.file("facts.jsonl", [GOOD.as_bytes(), b"\n\n", line, b"\n"].concat());
        for lang in ["en", "ja"] {
            let ran = place.run(&brief("facts.jsonl", &["--lang", lang]));
            assert_eq!(ran.code, 1, "{what}");
            assert!(ran.err.contains("facts.jsonl:3"), "{what}: {}", ran.err);
            assert!(ran.err.contains(&format!("[{code}]")), "{what}: {}", ran.err);
            assert_eq!(japanese(&ran.err), lang == "ja", "{what}: {}", ran.err);
        }
    }
}

#[test]
fn every_problem_of_all_files_is_told_up_to_a_limit() {
    let place = Place::new();
    place
        .file("a.jsonl", format!("{GOOD}\n{{}}\n"))
        .file("b.jsonl", format!("\u{feff}{}\n", GOOD.replace("0.9", "0.8")));
    let ran = place.run(&brief("a.jsonl", &["b.jsonl"]));
    assert_eq!(ran.code, 1);
    for expected in ["a.jsonl:2", "b.jsonl:1 /id", "[fact_conflict]", "the other fact is in a.jsonl, line 1"]
    {
        assert!(ran.err.contains(expected), "{expected}: {}", ran.err);
    }
    place.file("many.jsonl", "hello\n".repeat(5000));
    let ran = place.run(&brief("many.jsonl", &[]));
    assert!(ran.err.contains("5000 problems, the first 20 shown"), "{}", ran.err);
    assert_eq!(ran.err.matches("[not_json]").count(), 20);
}

#[test]
fn byte_order_marks_and_windows_line_ends_are_tolerated() {
    let place = Place::new();
    place
        .file("facts.jsonl", format!("\u{feff}{GOOD}\r\n\r\n"))
        .file("policy.toml", "\u{feff}[fit]\r\nbar = 0.6\r\n");
    place.ok(&brief("facts.jsonl", &["facts.jsonl", "--policy", "policy.toml"]));
}

#[test]
fn the_language_follows_the_environment() {
    let place = Place::new();
    place.file("facts.jsonl", GOOD);
    for (name, value, expected) in [
        ("LANG", "ja_JP.UTF-8", true),
        ("LC_ALL", "ja_JP", true),
        ("LANG", "C.UTF-8", false),
        ("LANG", "de_DE", false),
    ] {
        let ran = ran(place.command(&brief("facts.jsonl", &[])).env(name, value).output().unwrap());
        assert_eq!(japanese(&ran.out), expected, "{name}={value}");
    }
}

#[test]
fn a_reader_that_goes_away_is_no_failure() {
    let place = Place::new();
    let mut child = place
        .command(&["simulate", "--partners", "3"])
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    let ran = ran(child.wait_with_output().unwrap());
    assert_eq!((ran.code, ran.err.as_str()), (0, ""));
}

#[test]
fn a_file_is_replaced_whole_or_stays_as_it_was() {
    let place = Place::new();
    place.file("facts.jsonl", GOOD).file("page.html", "old").file("bad.jsonl", "{}");
    assert_eq!(place.run(&brief("bad.jsonl", &["--out", "page.html"])).code, 1);
    assert_eq!(fs::read_to_string(place.path("page.html")).unwrap(), "old");
    place.ok(&brief("facts.jsonl", &["--out", "page.html"]));
    assert!(fs::read_to_string(place.path("page.html")).unwrap().starts_with("<!DOCTYPE html>"));
    assert_eq!(files(place.0.path()).len(), 3);
}

#[test]
fn an_ending_that_names_no_format_is_refused() {
    let place = Place::new();
    place.file("facts.jsonl", GOOD);
    for (command, known) in [
        (brief("facts.jsonl", &["--out", "page.pdf"]), ".md"),
        (vec!["portfolio", "facts.jsonl", "--out", "t.xlsx"], ".csv"),
    ] {
        let ran = place.run_with(&command, b"");
        assert_eq!(ran.code, 2, "{}", ran.err);
        assert!(ran.err.contains(known) && ran.err.contains("--format"), "{}", ran.err);
    }
    assert!(!place.path("page.pdf").exists() && !place.path("t.xlsx").exists());
    place.ok(&brief("facts.jsonl", &["--out", "page.pdf", "--format", "text"]));
}
