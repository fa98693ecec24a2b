//! The committed JSON Schema files accept what the crate writes, and refuse what it would refuse.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use jsonschema::Validator;
use keyperson::calendar::Instant;
use keyperson::{Journal, Policy};
use keyperson_simulator::{Options, simulate};
use serde_json::{Value, json};

fn schema(text: &str) -> Validator {
    let schema: Value = serde_json::from_str(text).unwrap();
    jsonschema::meta::validate(&schema).unwrap();
    jsonschema::options().should_validate_formats(true).build(&schema).unwrap()
}

macro_rules! schema {
    ($name:literal) => {
        schema(include_str!(concat!("../../crates/keyperson/schemas/", $name, ".schema.json")))
    };
}

fn accepts(schema: &Validator, document: &Value) {
    let problems: Vec<String> =
        schema.iter_errors(document).map(|error| format!("{}: {error}", error.instance_path())).collect();
    assert!(problems.is_empty(), "{problems:#?}\n{document}");
}

fn small() -> (Journal, Policy, Instant) {
    let made_up = simulate(&Options { partners: 2, ..Options::demo() });
    let policy = Policy::default();
    let as_of = policy.as_of("2026-04-30").unwrap();
    (Journal::from_facts(made_up.facts).unwrap(), policy, as_of)
}

#[test]
fn facts_are_accepted() {
    let schema = schema!("fact");
    for line in small().0.to_json_lines().lines() {
        accepts(&schema, &serde_json::from_str(line).unwrap());
    }
}

#[test]
fn the_default_policy_is_accepted_as_written_and_whole() {
    let schema = schema!("policy");
    accepts(&schema, &toml::from_str(keyperson::policy::DEFAULT_TOML).unwrap());
    accepts(&schema, &serde_json::from_str(&Policy::default().to_json()).unwrap());
}

#[test]
fn a_policy_holds_only_what_differs() {
    let schema = schema!("policy");
    let good = [
        json!({}),
        json!({"schema": "keyperson.policy/1", "extends": "nothing", "name": "ours"}),
        json!({"fit": {"bar": 0.6}}),
        json!({"traits": {"drive": {"weight": 2}}, "unit": {"cover": {"time": 1}}}),
        json!({"signals": {"quiz_score": {"curve": {"to": 50.0}}}}),
        json!({"signals": {"quiz_score": {"curve": {"kind": "saturating", "half": 50.0}}}}),
        json!({"mismatch": {"patterns": {"drive_without_time": {"weak_to": 0.3}}}}),
        json!({"ladder": {"rungs": [{"code": "a", "metric": "orders", "target": 1, "days": 90, "counting": "business", "final": true}]}}),
    ];
    for document in good {
        accepts(&schema, &document);
        Policy::from_json(&document.to_string()).unwrap();
    }
    let bad = [
        json!({"schema": "keyperson.policy/2"}),
        json!({"extends": "theirs"}),
        json!({"fit": {"bars": 0.6}}),
        json!({"fit": {"bar": 1.5}}),
        json!({"fit": {"seed": 1.5}}),
        json!({"name": ""}),
        json!({"estimate": {"interval": 1}}),
        json!({"traits": {"charm": {"weight": 2}}}),
        json!({"unit": {"cover": {"charm": 1}}}),
        json!({"signals": {"quiz_score": {"curve": {"kind": "cubic"}}}}),
        json!({"ladder": {"rungs": [{"code": "a", "target": 1}]}}),
        json!({"calendars": {"ours": {"base": "japan", "closing_days": ["13 August"]}}}),
    ];
    for document in bad {
        assert!(!schema.is_valid(&document), "{document}");
        Policy::from_json(&document.to_string()).unwrap_err();
    }
}

#[test]
fn results_are_accepted() {
    let (journal, policy, as_of) = small();
    let since = policy.as_of("2026-03-01").unwrap();
    let (brief, change) = (schema!("brief"), schema!("change"));
    for person in journal.people() {
        let answer = keyperson::brief(&journal, &policy, person, as_of).unwrap();
        accepts(&brief, &serde_json::to_value(&answer).unwrap());
        let answer = keyperson::change(&journal, &policy, person, since, as_of).unwrap();
        accepts(&change, &serde_json::to_value(&answer).unwrap());
    }
    let answer = keyperson::portfolio(&journal, &policy, as_of).unwrap();
    accepts(&schema!("portfolio"), &serde_json::to_value(&answer).unwrap());
}

#[test]
fn a_result_without_one_of_its_fields_is_refused() {
    let (journal, policy, as_of) = small();
    let answer = keyperson::portfolio(&journal, &policy, as_of).unwrap();
    let whole = serde_json::to_value(&answer).unwrap();
    let schema = schema!("portfolio");
    for field in whole.as_object().unwrap().keys() {
        let mut less = whole.clone();
        less.as_object_mut().unwrap().remove(field);
        assert!(!schema.is_valid(&less), "{field}");
    }
}
