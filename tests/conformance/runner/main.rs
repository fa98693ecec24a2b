//! Runs every case of `tests/conformance/cases` against `keyperson::ask`.
//!
//! With `KEYPERSON_BLESS=1` it first writes the checksums of the answers and `INDEX.md`; what a case expects is
//! never written, only compared.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    clippy::float_cmp,
    reason = "a test may fail loudly"
)]

mod case;
mod compare;
mod layout;

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::path::PathBuf;

use case::{Case, Room};
use keyperson::door::ask::QuestionKind;
use keyperson::finding::FindingValueType;
use keyperson::{Finding, FindingCode, ProblemKind};
use sha2::{Digest, Sha256};

/// Fewer cases than this mean that a file was lost.
const LEAST_CASES: usize = 150;

/// Problem codes that no question can provoke, and why; the tests of the other doors hold their cases.
const OTHER_DOORS: &[(&str, &str)] = &[
    (
        "not_utf8",
        "a question is text; files are read as bytes by the journal, the table and the command line",
    ),
    ("not_toml", "the policy of a question is JSON"),
    ("naive_time", "tables and bindings only: a text without offset is not an instant"),
    ("unknown_column", "tables only"),
    ("duplicate_column", "tables only"),
    ("ragged_row", "tables only"),
    ("open_quote", "tables only"),
    ("unsupported_column", "tables only"),
    ("unreadable_date", "tables only"),
    ("bad_date_format", "tables only"),
    ("bad_encoding", "tables only"),
    ("bad_template", "tables only"),
    ("unknown_lookup", "tables only"),
    ("missing_lookup_row", "tables only"),
    ("foreign_file", "tables only"),
    ("unreadable_input", "tables only"),
    ("temporary_file", "tables only"),
    ("nothing_to_read", "files only: a question without facts is a question about nobody"),
];

fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("conformance")
}

fn bless() -> bool {
    std::env::var("KEYPERSON_BLESS").is_ok_and(|value| value == "1")
}

fn rooms() -> Vec<Room> {
    let mut files: Vec<PathBuf> =
        std::fs::read_dir(folder().join("cases")).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    files.iter().map(|file| Room::read(file)).collect()
}

fn sha256(text: &str) -> String {
    Sha256::digest(text.as_bytes()).iter().fold(String::new(), |mut hex, byte| {
        let _ = write!(hex, "{byte:02x}");
        hex
    })
}

/// Asks, and says what differs from what the case expects; the checksum of the answer.
fn run(case: &Case) -> (Vec<String>, String) {
    let answer = keyperson::ask(&case.question());
    let sha256 = sha256(&case.part(&answer));
    let mut differences = compare::differences(case, &answer);
    if !bless() && case.sha256 != sha256 {
        differences.push(format!("the answer's bytes: sha256 is {sha256}, expected {}", case.sha256));
    }
    if !differences.is_empty() {
        let shown: String = answer.chars().take(1_500).collect();
        differences.push(format!("the answer: {shown}"));
    }
    (differences, sha256)
}

#[test]
fn every_case_gives_its_answer() {
    let mut failed = Vec::new();
    let mut count = 0;
    for mut room in rooms() {
        let mut checksums = BTreeMap::new();
        for case in &room.cases {
            count += 1;
            let (differences, sha256) = run(case);
            if !differences.is_empty() {
                failed.push(format!("{} ({})\n    {}", case.id, case.says, differences.join("\n    ")));
            }
            checksums.insert(case.id.clone(), sha256);
        }
        if bless() {
            room.write(&checksums);
        }
    }
    println!("{count} cases, {} failed", failed.len());
    assert!(failed.is_empty(), "{} of {count} cases failed:\n{}", failed.len(), failed.join("\n"));
}

#[test]
fn some_cases_hold_the_whole_answer() {
    let rooms = rooms();
    let whole: Vec<&Case> = rooms.iter().flat_map(|room| &room.cases).filter(|case| case.whole).collect();
    assert!((10..=20).contains(&whole.len()), "{} cases hold the whole answer", whole.len());
    let kinds: BTreeSet<String> = whole
        .iter()
        .map(|case| serde_json::from_str::<serde_json::Value>(&case.question()).unwrap()["do"].to_string())
        .collect();
    assert!(kinds.len() >= 8, "{kinds:?}");
}

#[test]
fn the_corpus_is_whole() {
    let rooms = rooms();
    let mut ids = BTreeSet::new();
    for room in &rooms {
        for case in &room.cases {
            assert!(ids.insert(case.id.clone()), "the id {} stands twice", case.id);
            let number = case.id.strip_prefix(room.name.as_str()).and_then(|rest| rest.strip_prefix('-'));
            let good = number.is_some_and(|n| n.len() == 3 && n.parse::<u16>().is_ok());
            assert!(good, "the id {} is not {}- and three digits", case.id, room.name);
            assert!(!case.expect.is_empty() || !case.errors.is_empty(), "{} expects nothing", case.id);
            assert!(!case.mission.is_empty(), "{} names no row of the mission", case.id);
            assert!(case.says.ends_with('.'), "{} says no sentence", case.id);
        }
    }
    assert!(ids.len() >= LEAST_CASES, "only {} cases", ids.len());
}

#[test]
fn every_code_that_a_question_can_meet_has_a_case() {
    let rooms = rooms();
    let cases = || rooms.iter().flat_map(|room| &room.cases);
    let findings: BTreeSet<String> = cases().flat_map(compare::findings_expected).collect();
    for code in FindingCode::ALL {
        assert!(findings.contains(code.word()), "no case expects the finding `{code}`");
    }
    let met: BTreeSet<&str> =
        cases().flat_map(|case| &case.errors).map(|problem| problem.code.as_str()).collect();
    for code in ProblemKind::CODES {
        let elsewhere = OTHER_DOORS.iter().any(|(other, _)| other == code);
        assert!(met.contains(code) != elsewhere, "`{code}`: has a case: {}", met.contains(code));
    }
    for (code, _) in OTHER_DOORS {
        assert!(ProblemKind::CODES.contains(code), "`{code}` is no code");
    }
}

#[test]
fn findings_have_the_values_that_their_code_declares() {
    let mut given: BTreeSet<(FindingCode, String, FindingValueType)> = BTreeSet::new();
    for case in rooms().iter().flat_map(|room| &room.cases).filter(|case| case.errors.is_empty()) {
        let answer: serde_json::Value = serde_json::from_str(&keyperson::ask(&case.question())).unwrap();
        // Not of a portfolio, whose `findings` counts them.
        let brief = answer.pointer("/answer/readiness").is_some();
        let findings = answer.pointer("/answer/findings").and_then(serde_json::Value::as_array);
        for json in findings.filter(|_| brief).into_iter().flatten() {
            let finding: Finding = serde_json::from_value(json.clone()).unwrap();
            assert_eq!(&serde_json::to_value(&finding).unwrap(), json, "{}: read back", case.id);
            let declared: BTreeSet<_> = finding.code.values().collect();
            for (name, value) in &finding.values {
                let of = value.value_type();
                assert!(
                    declared.contains(&(name.as_str(), of)),
                    "{}: `{name}` ({of}) is no value of `{}`",
                    case.id,
                    finding.code
                );
                given.insert((finding.code, name.clone(), of));
            }
        }
    }
    for code in FindingCode::ALL {
        for (name, of) in code.values() {
            let met = given.iter().any(|(_, there, is)| there == name && *is == of);
            assert!(met, "no case meets `{name}` ({of}), which `{code}` declares");
        }
    }
}

/// Reads an answer and writes it again.
fn again<T: serde::Serialize + serde::de::DeserializeOwned>(text: &str) -> String {
    let answer: T = serde_json::from_str(text).unwrap_or_else(|error| panic!("{error}: {text}"));
    serde_json::to_string(&answer).unwrap()
}

#[test]
fn a_stored_answer_is_read_back_to_the_byte() {
    let mut read = BTreeMap::new();
    for case in rooms().iter().flat_map(|room| &room.cases).filter(|case| case.errors.is_empty()) {
        // One begins with a byte-order mark.
        let question = case.question();
        let question: serde_json::Value =
            serde_json::from_str(question.trim_start_matches('\u{feff}')).unwrap();
        let answer = keyperson::ask(&case.question());
        // A case may expect of a refusal how many problems there are.
        let Some(stored) = answer.strip_prefix("{\"answer\":").and_then(|rest| rest.strip_suffix('}')) else {
            continue;
        };
        let kind: QuestionKind = question["do"].as_str().unwrap().parse().unwrap();
        let written = match kind {
            QuestionKind::Brief => again::<keyperson::Brief>(stored),
            QuestionKind::Portfolio => again::<keyperson::Portfolio>(stored),
            QuestionKind::Rank => again::<keyperson::person::ranking::Ranking>(stored),
            QuestionKind::Change => again::<keyperson::Change>(stored),
            QuestionKind::Fit => again::<keyperson::person::fit::Fit>(stored),
            QuestionKind::Schedule => again::<keyperson::together::schedule::Schedule>(stored),
            QuestionKind::Trail => again::<keyperson::answer::trail::Trail>(stored),
            QuestionKind::BusinessDay => again::<keyperson::door::business_day::BusinessDay>(stored),
            QuestionKind::Draft => again::<keyperson::door::draft::Draft>(stored),
            // Counts, a policy, and two briefs.
            QuestionKind::Facts | QuestionKind::Policy | QuestionKind::WhatIf => continue,
        };
        assert_eq!(written, stored, "{}", case.id);
        *read.entry(kind).or_insert(0) += 1;
    }
    println!("read back: {read:?}");
    assert_eq!(read.len(), QuestionKind::ALL.len() - 3, "{read:?}");
}

#[test]
fn every_question_has_a_case() {
    let rooms = rooms();
    let asked: BTreeSet<QuestionKind> = rooms
        .iter()
        .flat_map(|room| &room.cases)
        .filter_map(|case| serde_json::from_str::<serde_json::Value>(&case.question()).ok())
        .filter_map(|question| question["do"].as_str()?.parse().ok())
        .collect();
    assert_eq!(asked.len(), QuestionKind::ALL.len(), "{asked:?}");
}

#[test]
fn the_index_lists_every_case() {
    let mut index = String::from(
        "# Index of the conformance cases\n\nGenerated: `KEYPERSON_BLESS=1 cargo test -p keyperson-tests`.\n\n\
         | id | mission | says |\n| --- | --- | --- |\n",
    );
    for case in rooms().iter().flat_map(|room| &room.cases) {
        let says = case.says.replace('|', "\\|");
        let _ = writeln!(index, "| {} | {} | {says} |", case.id, case.mission.join(" "));
    }
    let file = folder().join("INDEX.md");
    if bless() {
        std::fs::write(&file, &index).unwrap();
    }
    let committed = std::fs::read_to_string(&file).unwrap_or_default();
    assert_eq!(committed, index, "INDEX.md is old: run with KEYPERSON_BLESS=1");
}
