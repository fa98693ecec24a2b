//! Documents that an earlier version wrote are read by every later one of the same format.
//!
//! They lie in `tests/stored`, each with the version in its name. With `KEYPERSON_BLESS=1` those of this version that
//! are missing are written; one that is there is never changed.

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    reason = "a test fails by panicking"
)]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::PathBuf;

use keyperson::door::ask::ask_about;
use keyperson::{Journal, Json, Policy};
use serde_json::{Value, json};

/// The documents of facts: how many facts, people and partners each holds.
const FACTS: &[(&str, [u64; 3])] = &[("facts-0.1.0.json", [89, 2, 2]), ("facts-0.1.0.jsonl", [89, 2, 2])];

/// The policies: what one setting says in each, by its pointer.
const POLICIES: &[(&str, &str, &str)] = &[
    ("policy-changes-0.1.0.json", "/ladder/rungs/0/code", "\"five\""),
    ("policy-changes-0.1.0.toml", "/signals/coffee/half_life_days", "30"),
    ("policy-whole-0.1.0.json", "/place/zone", "\"Asia/Tokyo\""),
    ("policy-whole-0.1.0.toml", "/place/zone", "\"Asia/Tokyo\""),
];

fn folder(name: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join(name)
}

/// The documents of the folder by name.
fn stored() -> BTreeMap<String, String> {
    if std::env::var("KEYPERSON_BLESS").is_ok_and(|value| value == "1") {
        for (name, text) in of_this_version() {
            let path = folder("stored").join(name);
            if !path.exists() {
                fs::write(path, text).unwrap();
            }
        }
    }
    let files = fs::read_dir(folder("stored")).unwrap().map(|entry| entry.unwrap().path());
    let documents = files.filter(|path| path.extension().is_some_and(|ending| ending != "md"));
    documents
        .map(|path| {
            let name = path.file_name().unwrap().to_string_lossy().into_owned();
            (name, fs::read_to_string(path).unwrap())
        })
        .collect()
}

/// What this version writes: facts of the conformance cases in both forms, and the whole policy in both.
fn of_this_version() -> [(String, String); 4] {
    let version = env!("CARGO_PKG_VERSION");
    let facts = facts_of_cases();
    let lines = facts.iter().cloned().map(|mut fact| {
        fact["schema"] = json!("keyperson.fact/1");
        format!("{fact}\n")
    });
    let list: Vec<String> = facts.iter().map(|fact| format!("  {fact}")).collect();
    [
        (format!("facts-{version}.jsonl"), lines.collect()),
        (format!("facts-{version}.json"), format!("[\n{}\n]\n", list.join(",\n"))),
        (format!("policy-whole-{version}.toml"), keyperson::policy::DEFAULT_TOML.to_owned()),
        (format!("policy-whole-{version}.json"), format!("{}\n", Policy::default().to_json())),
    ]
}

/// The facts of the conformance cases about reading facts, and those of others that bring a field not yet held; each
/// with an id of its own and without schema tag.
fn facts_of_cases() -> Vec<Value> {
    let cases = fs::read_dir(folder("conformance/cases")).unwrap().map(|entry| entry.unwrap().path());
    let mut cases: Vec<PathBuf> = cases.collect();
    cases.sort_by_key(|path| (!path.ends_with("facts.json"), path.clone()));
    let mut facts = Vec::new();
    let mut held = BTreeSet::new();
    for path in cases {
        let room: Value = serde_json::from_str(&fs::read_to_string(&path).unwrap()).unwrap();
        for case in room["cases"].as_array().unwrap().iter().filter(|case| case.get("errors").is_none()) {
            for fact in case["ask"]["facts"].as_array().into_iter().flatten() {
                let new = fields_of(fact).filter(|field| held.insert(field.clone())).count() > 0;
                if new || path.ends_with("facts.json") {
                    let mut fact = fact.clone();
                    fact.as_object_mut().unwrap().remove("schema");
                    fact["id"] = json!(format!("stored-{:03}", facts.len() + 1));
                    facts.push(fact);
                }
            }
        }
    }
    facts
}

/// The fields of a fact, each with its type.
fn fields_of(fact: &Value) -> impl Iterator<Item = (String, String)> {
    let of = fact["type"].as_str().unwrap();
    fact.as_object().unwrap().keys().map(|field| (of.to_owned(), field.clone()))
}

/// The journal of a document, and its facts as they stand there.
fn journal(name: &str, text: &str) -> (Journal, Vec<Value>) {
    let lines = || text.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let (journal, facts) = match name.rsplit_once('.').unwrap().1 {
        "jsonl" => (Journal::from_json_lines(text), lines()),
        _ => (
            Journal::from_tree(&Json::parse(text).unwrap()),
            serde_json::from_str::<Vec<Value>>(text).unwrap(),
        ),
    };
    (journal.unwrap_or_else(|error| panic!("{name}: {error}")), facts)
}

/// Whether everything that was stored is there: later versions may add members. What is null may be left out.
fn holds(now: &Value, stored: &Value) -> bool {
    match (now, stored) {
        (Value::Object(now), Value::Object(stored)) => {
            stored.iter().all(|(key, value)| holds(now.get(key).unwrap_or(&Value::Null), value))
        }
        (Value::Array(now), Value::Array(stored)) => {
            now.len() == stored.len() && now.iter().zip(stored).all(|(now, value)| holds(now, value))
        }
        (Value::Number(now), Value::Number(stored)) => now.as_f64() == stored.as_f64(),
        (now, stored) => now == stored,
    }
}

/// The types of fact with their fields, by the schema.
fn fields() -> BTreeSet<(String, String)> {
    let schema: Value =
        serde_json::from_str(include_str!("../../crates/keyperson/schemas/fact.schema.json")).unwrap();
    let kinds = schema["oneOf"].as_array().unwrap().iter();
    let fields = kinds.flat_map(|kind| {
        let names = kind["properties"].as_object().unwrap().keys();
        names.map(|name| (kind["title"].as_str().unwrap().to_owned(), name.clone()))
    });
    fields.collect()
}

#[test]
fn every_document_is_expected_and_there() {
    let there: BTreeSet<String> = stored().into_keys().collect();
    let facts = FACTS.iter().map(|(name, _)| (*name).to_owned());
    let expected: BTreeSet<String> =
        facts.chain(POLICIES.iter().map(|(name, ..)| (*name).to_owned())).collect();
    assert_eq!(there, expected, "a document is never removed, and a new one comes with what it holds");
}

// INVARIANT: a stored document is read, and nothing that it says is lost.
#[test]
fn stored_facts_are_read() {
    let (documents, policy) = (stored(), Policy::default());
    for (name, [facts, people, partners]) in FACTS {
        let (journal, written) = journal(name, &documents[*name]);
        assert_eq!(u64::try_from(written.len()).unwrap(), *facts, "{name}");
        let answer = ask_about(&journal, &policy, r#"{"do": "facts"}"#);
        let answer: Value = serde_json::from_str(&answer).unwrap();
        let expected = json!({"answer": {"facts": facts, "people": people, "partners": partners}});
        assert_eq!(answer, expected, "{name}");

        let now = journal.to_json_lines();
        let now: Vec<Value> = now.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
        let now: BTreeMap<&str, &Value> =
            now.iter().map(|fact| (fact["id"].as_str().unwrap(), fact)).collect();
        for fact in &written {
            let now = now[fact["id"].as_str().unwrap()];
            // An instant may be written in more than one way.
            let instant = |fact: &Value| policy.as_of(fact["at"].as_str().unwrap()).unwrap();
            assert_eq!(instant(now), instant(fact), "{name}: {fact}");
            let mut fact = fact.clone();
            fact["at"] = now["at"].clone();
            assert!(holds(now, &fact), "{name}: {fact}\nis now {now}");
        }
    }
}

#[test]
fn the_documents_hold_every_field_of_every_type_of_fact() {
    let documents = stored();
    for ending in [".json", ".jsonl"] {
        let mut held = BTreeSet::new();
        for (name, _) in FACTS.iter().filter(|(name, _)| name.ends_with(ending)) {
            held.extend(journal(name, &documents[*name]).1.iter().flat_map(fields_of));
        }
        let expected = fields();
        // A source is read alike with every type, and the list is without schema tag, as a question has it.
        let missing = expected.difference(&held).filter(|(_, field)| field != "source");
        let missing = missing.filter(|(_, field)| ending == ".jsonl" || field != "schema");
        let missing: Vec<_> = missing.collect();
        assert!(missing.is_empty(), "*{ending} lack {missing:?}: see tests/stored/README.md");
    }
}

/// Sections that have another name since: the old one, and today's.
const RENAMED: &[(&str, &str)] =
    &[("information_order", "news"), ("start", "first_order"), ("turns", "loop_turns")];

// INVARIANT: a stored policy is read, and every setting that it names is kept.
#[test]
fn stored_policies_are_read() {
    let documents = stored();
    for (name, pointer, says) in POLICIES {
        let text = &documents[*name];
        let (policy, written): (_, Value) = match name.rsplit_once('.').unwrap().1 {
            "toml" => (Policy::from_toml(text), toml::from_str(text).unwrap()),
            _ => (Policy::from_json(text), serde_json::from_str(text).unwrap()),
        };
        let policy = policy.unwrap_or_else(|error| panic!("{name}: {error}"));
        let now: Value = serde_json::from_str(&policy.to_json()).unwrap();
        for (key, value) in written.as_object().unwrap() {
            let own = ["schema", "extends"].contains(&key.as_str());
            let key = RENAMED.iter().find(|(old, _)| old == key).map_or(key.as_str(), |(_, new)| *new);
            assert!(
                own || now.get(key).is_some_and(|now| holds(now, value)),
                "{name}: `{key}` is {}",
                now[key]
            );
        }
        let says: Value = serde_json::from_str(says).unwrap();
        assert!(holds(now.pointer(pointer).unwrap(), &says), "{name}: {pointer}");
    }
}
