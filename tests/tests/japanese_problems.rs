//! Problems read in Japanese to the end: no English sentence is left in what they say, or in what they advise.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::fs;
use std::path::PathBuf;

use keyperson::door::ask::answer_about;
use keyperson::text::Language;
use keyperson::{Error, Journal, Policy};
use serde_json::Value;

/// The questions of all conformance cases that expect problems.
fn refused() -> Vec<(String, Value)> {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("conformance/cases");
    let mut found = Vec::new();
    for file in fs::read_dir(folder).unwrap() {
        let file: Value = serde_json::from_str(&fs::read_to_string(file.unwrap().path()).unwrap()).unwrap();
        for case in file.get("cases").and_then(Value::as_array).unwrap() {
            if let (Some(ask), Some(_)) = (case.get("ask"), case.get("errors")) {
                found.push((case.get("id").unwrap().to_string(), ask.clone()));
            }
        }
    }
    found
}

/// What is wrong with the facts, with the policy, and with the question about them.
fn problems(question: &Value) -> Vec<Error> {
    let facts = match question.get("facts") {
        Some(Value::Array(facts)) => facts.iter().map(|fact| format!("{fact}\n")).collect(),
        Some(Value::String(lines)) => lines.clone(),
        _ => String::new(),
    };
    let journal = Journal::from_json_lines(&facts);
    let policy = question
        .get("policy")
        .map_or_else(|| Ok(Policy::default()), |policy| Policy::from_json(&policy.to_string()));
    match (journal, policy) {
        (Ok(journal), Ok(policy)) => {
            let mut alone = question.clone();
            let members = alone.as_object_mut().unwrap();
            members.remove("facts");
            members.remove("policy");
            answer_about(&journal, &policy, &alone.to_string()).err().into_iter().collect()
        }
        (journal, policy) => journal.err().into_iter().chain(policy.err()).collect(),
    }
}

/// Whether three ordinary English words follow one another outside of backquotes.
fn has_english(text: &str) -> bool {
    text.split('`').step_by(2).any(|part| {
        let words: Vec<bool> = part
            .split(' ')
            .map(|word| word.len() > 1 && word.bytes().all(|byte| byte.is_ascii_lowercase()))
            .collect();
        words.windows(3).any(|of| of.iter().all(|word| *word))
    })
}

#[test]
fn no_english_sentence_is_left() {
    assert!(has_english("give one whole number") && !has_english("`a number from` です"));
    let mut count = 0_usize;
    for (id, question) in refused() {
        for error in problems(&question) {
            for problem in error.problems() {
                count = count.saturating_add(1);
                for said in [problem.text(Language::Japanese), problem.hint_in(Language::Japanese)] {
                    assert!(!has_english(&said), "{id}: {said}");
                }
            }
        }
    }
    assert!(count > 100, "{count} problems");
}
