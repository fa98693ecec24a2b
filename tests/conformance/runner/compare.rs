//! Compares an answer with what a case expects of it.

use std::collections::BTreeSet;

use keyperson::FindingCode;
use serde_json::{Map, Value};

use crate::case::Case;

/// What differs, one sentence each.
pub(crate) fn differences(case: &Case, answer: &str) -> Vec<String> {
    let answer: Value = match serde_json::from_str(answer) {
        Ok(answer) => answer,
        Err(error) => return vec![format!("the answer is not JSON: {error}")],
    };
    let mut differences: Vec<String> = case
        .expect
        .iter()
        .filter_map(|(pointer, expected)| {
            let found = answer.pointer(pointer);
            let shown = |value: Option<&Value>| value.map_or("nothing".to_owned(), Value::to_string);
            (!matches(found, expected)).then(|| format!("{pointer}: {}, expected {expected}", shown(found)))
        })
        .collect();
    let many = case.expect.iter().any(|(pointer, _)| pointer == "/errors");
    if !case.errors.is_empty() || (!many && answer.get("errors").is_some()) {
        differences.extend(problems(case, &answer));
    }
    differences
}

/// The exact list of problems, in order.
fn problems(case: &Case, answer: &Value) -> Option<String> {
    let expected: Vec<(&str, &str, Option<u64>)> =
        case.errors.iter().map(|p| (p.code.as_str(), p.path.as_str(), p.line)).collect();
    let found: Vec<(&str, &str, Option<u64>)> = answer
        .get("errors")
        .and_then(Value::as_array)
        .into_iter()
        .flatten()
        .map(|problem| {
            let text = |name: &str| problem.get(name).and_then(Value::as_str).unwrap_or("?");
            (text("code"), text("path"), problem.get("line").and_then(Value::as_u64))
        })
        .collect();
    (found != expected).then(|| format!("errors: {found:?}, expected {expected:?}"))
}

/// Whether `found` is what is expected: a value, or one of the matchers of the README.
fn matches(found: Option<&Value>, expected: &Value) -> bool {
    let members: Vec<&str> =
        expected.as_object().map(|map| map.keys().map(String::as_str).collect()).unwrap_or_default();
    let Some(found) = found else { return members == ["absent"] };
    match (members.as_slice(), expected) {
        (["absent"], _) => false,
        (["atol", "near"], expected) => {
            match (found.as_f64(), expected["near"].as_f64(), expected["atol"].as_f64()) {
                (Some(found), Some(near), Some(atol)) => (found - near).abs() <= atol,
                _ => false,
            }
        }
        (["length"], expected) => {
            let length = match found {
                Value::Array(items) => items.len(),
                Value::Object(members) => members.len(),
                Value::String(text) => text.chars().count(),
                _ => return false,
            };
            expected["length"].as_u64() == u64::try_from(length).ok()
        }
        (["contains"], expected) => contains(found, &expected["contains"]),
        (["lacks"], expected) => !contains(found, &expected["lacks"]),
        _ => same(found, expected),
    }
}

/// Whether a text holds a text, or a list an item; an object stands for every object with these members.
fn contains(found: &Value, part: &Value) -> bool {
    match (found, part) {
        (Value::String(text), Value::String(part)) => text.contains(part),
        (Value::Array(items), Value::Object(part)) => items.iter().any(|item| has(item, part)),
        (Value::Array(items), part) => items.iter().any(|item| same(item, part)),
        (found, Value::Object(part)) => has(found, part),
        _ => false,
    }
}

fn has(item: &Value, members: &Map<String, Value>) -> bool {
    members.iter().all(|(name, value)| matches(item.get(name), value))
}

/// Equal, numbers by their value however they are written.
fn same(one: &Value, other: &Value) -> bool {
    match (one, other) {
        (Value::Number(one), Value::Number(other)) => one.as_f64() == other.as_f64(),
        (Value::Array(one), Value::Array(other)) => {
            one.len() == other.len() && one.iter().zip(other).all(|(one, other)| same(one, other))
        }
        (Value::Object(one), Value::Object(other)) => {
            one.len() == other.len()
                && one.iter().all(|(name, value)| other.get(name).is_some_and(|other| same(value, other)))
        }
        (one, other) => one == other,
    }
}

/// The findings that a case expects to be there.
pub(crate) fn findings_expected(case: &Case) -> BTreeSet<String> {
    let mut words = BTreeSet::new();
    for (_, expected) in case.expect.iter().filter(|(pointer, _)| pointer.contains("finding")) {
        collect(expected, &mut words);
    }
    words.retain(|word| FindingCode::WORDS.contains(&word.as_str()));
    words
}

/// Every text inside a value but those that must not be there.
fn collect(value: &Value, words: &mut BTreeSet<String>) {
    match value {
        Value::String(text) => {
            words.insert(text.clone());
        }
        Value::Array(items) => items.iter().for_each(|item| collect(item, words)),
        Value::Object(members) => {
            members.iter().filter(|(name, _)| *name != "lacks").for_each(|(_, item)| collect(item, words));
        }
        _ => {}
    }
}
