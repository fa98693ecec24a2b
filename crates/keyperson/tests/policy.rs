//! The policy as a document: the default one, what a document of one's own changes, and the tables of facts.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    clippy::as_conversions,
    clippy::float_cmp,
    reason = "a test may fail loudly"
)]

use keyperson::fact::{ColumnKind, EVENTS, EventSpec, columns};
use keyperson::policy::DEFAULT_TOML;
use keyperson::{Fact, FindingCode, Journal, Policy, ProblemKind, Trait};
use serde_json::{Map, Value, json};
use std::collections::BTreeSet;

#[test]
fn the_default_policy_is_what_its_document_says() {
    let policy = Policy::default();
    assert_eq!(Policy::from_toml(DEFAULT_TOML).unwrap(), policy);
    assert_eq!(Policy::from_toml("").unwrap(), policy);
    assert_eq!(Policy::from_json("{}").unwrap(), policy);
    assert_eq!(Policy::from_toml(&policy.to_toml()).unwrap(), policy);
    assert_eq!(Policy::from_json(&policy.to_json()).unwrap(), policy);
    assert_eq!(Policy::from_tree(policy.tree()).unwrap(), policy);
    assert_eq!(serde_json::from_str::<Policy>(&policy.to_json()).unwrap(), policy);
    // Written twice, the text is the same.
    assert_eq!(Policy::from_toml(&policy.to_toml()).unwrap().to_toml(), policy.to_toml());
    // A byte order mark and Windows line ends are no fault.
    let windows = format!("\u{feff}{}", DEFAULT_TOML.replace('\n', "\r\n"));
    assert_eq!(Policy::from_toml(&windows).unwrap(), policy);
}

/// The kind of a setting: its table and key, tables of one family (`traits.drive`, `signals.x`) being the same.
fn kind_of(table: &str, key: &str) -> String {
    let families =
        ["traits", "signals", "mismatch.patterns", "remedies", "metrics", "first_order.prior", "unit.cover"];
    match families.into_iter().find(|family| table.starts_with(family)) {
        Some("unit.cover") => "unit.cover".to_owned(),
        Some(family) => format!("{family}.{key}"),
        None => format!("{table}.{key}"),
    }
}

#[test]
fn every_kind_of_setting_is_explained_in_english_and_japanese() {
    let (mut table, mut above_table, mut above_key) = (String::new(), String::new(), String::new());
    let mut kinds = BTreeSet::new();
    for line in DEFAULT_TOML.lines() {
        if line.starts_with('#') {
            above_key.push_str(line);
            above_key.push('\n');
        } else if line.starts_with('[') {
            table = line.trim_matches(['[', ']']).to_owned();
            above_table = std::mem::take(&mut above_key);
        } else if let Some((key, _)) = line.split_once(" = ") {
            let own = std::mem::take(&mut above_key);
            let kind = kind_of(&table, key);
            // The comment stands above the key, or above the table and names the key.
            let english =
                |text: &str| text.lines().any(|line| !line.starts_with("# ja: ") && line.is_ascii());
            let japanese = |text: &str| text.lines().any(|line| line.starts_with("# ja: "));
            let both = |text: &str| english(text) && japanese(text);
            let named = both(&above_table) && (above_table.contains(key) || kind == "unit.cover");
            if kinds.insert(kind.clone()) {
                assert!(both(&own) || named, "{kind} is not explained in both languages");
            }
        }
    }
    assert!(kinds.len() > 50, "only {} kinds of setting were seen", kinds.len());
}

#[test]
fn a_policy_that_extends_nothing_has_empty_tables() {
    let policy = Policy::from_toml("extends = \"nothing\"\nname = \"ours\"\n").unwrap();
    assert!(policy.signals.is_empty() && policy.remedies.is_empty() && policy.metrics.is_empty());
    assert!(policy.mismatch.patterns.is_empty() && policy.calendars.is_empty());
    assert!(policy.ladder.rungs.is_empty() && policy.winter.metrics.is_empty());
    assert!(policy.recognition.metrics.is_empty() && policy.recognition.efforts.is_empty());
    assert!(Trait::ALL.iter().all(|of| policy.traits.get(*of).remedies.is_empty()));
    // The numbers stay those of the default policy.
    let default = Policy::default();
    assert_eq!(
        (&policy.fit, &policy.estimate, &policy.place),
        (&default.fit, &default.estimate, &default.place)
    );
    for again in [Policy::from_toml(&policy.to_toml()), Policy::from_json(&policy.to_json())] {
        assert_eq!(again.unwrap(), policy);
    }
    assert_eq!(Policy::from_toml("extends = \"default\"").unwrap(), default);
    for (text, code) in [
        ("extends = \"mine\"", "unknown_value"),
        ("extends = 1", "unknown_value"),
        ("schema = \"x\"", "unknown_schema"),
    ] {
        assert_eq!(Policy::from_toml(text).unwrap_err().code(), code, "{text}");
    }
}

/// The leaves of a tree by their paths; a list is a leaf.
fn leaves(path: &str, value: &Value, into: &mut Vec<(String, Value)>) {
    match value {
        Value::Object(map) if !map.is_empty() => {
            map.iter().for_each(|(key, value)| leaves(&format!("{path}/{key}"), value, into));
        }
        leaf => into.push((path.to_owned(), leaf.clone())),
    }
}

fn leaves_of(policy: &Policy) -> Vec<(String, Value)> {
    let mut all = Vec::new();
    leaves("", &serde_json::from_str(&policy.to_json()).unwrap(), &mut all);
    all
}

#[test]
fn one_key_changes_one_value_only() {
    let default = leaves_of(&Policy::default());
    let mut tried = 0;
    for (path, value) in &default {
        let other = match value {
            Value::Number(number) if number.is_i64() => json!(number.as_i64().unwrap() + 1),
            Value::Number(number) => json!(number.as_f64().unwrap() * 0.998 + 0.0005),
            Value::Bool(value) => json!(!value),
            _ => continue,
        };
        // A document that holds this key and no other.
        let over = path
            .rsplit('/')
            .filter(|key| !key.is_empty())
            .fold(other.clone(), |inner, key| Value::Object(Map::from_iter([(key.to_owned(), inner)])));
        let policy = match Policy::from_json(&over.to_string()) {
            Ok(policy) => policy,
            // Some values hold one another in check; a refusal must say so about this very place.
            Err(error) => {
                assert!(path.starts_with(error.path()), "{path}: {error}");
                continue;
            }
        };
        let changed: Vec<(String, Value)> =
            leaves_of(&policy).into_iter().filter(|leaf| !default.contains(leaf)).collect();
        assert_eq!(changed, [(path.clone(), other)]);
        assert_eq!(leaves_of(&policy).len(), default.len());
        tried += 1;
    }
    assert!(tried > 100, "only {tried} settings were changed");
}

#[test]
fn codes_are_snake_case_and_stand_once() {
    let snake = |code: &str| {
        let inside = code.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_');
        inside
            && code.starts_with(|c: char| c.is_ascii_lowercase())
            && !code.ends_with('_')
            && !code.contains("__")
    };
    for codes in [ProblemKind::CODES, FindingCode::WORDS] {
        assert!(codes.iter().all(|code| snake(code)), "{codes:?}");
        assert_eq!(codes.iter().collect::<BTreeSet<_>>().len(), codes.len());
    }
    for spec in EVENTS {
        assert!(snake(spec.type_name) && spec.fields.iter().all(|field| snake(field.name)));
    }
}

#[test]
fn the_columns_are_the_fields_of_every_type() {
    let columns = columns();
    let names: Vec<&str> = columns.iter().map(|column| column.name).collect();
    assert_eq!(names.iter().collect::<BTreeSet<_>>().len(), names.len(), "a column stands twice");
    let envelope = keyperson::fact::ENVELOPE.len();
    assert!(names[envelope..].is_sorted());
    let value = columns.iter().find(|column| column.name == "value").unwrap();
    assert!(matches!(value.kind, ColumnKind::Number { .. }), "ratings and signals are numbers");
    assert_eq!(EVENTS.iter().map(|spec| spec.type_name).collect::<BTreeSet<_>>().len(), EVENTS.len());
    for spec in EVENTS {
        assert_eq!(EventSpec::named(spec.type_name), Some(spec));
        assert!(!spec.doc.trim().is_empty());
        for field in spec.fields {
            let column = columns[envelope..].iter().find(|column| column.name == field.name).unwrap();
            let holds = match (column.kind, field.kind) {
                (ColumnKind::Number { min, max }, ColumnKind::Number { min: from, max: to }) => {
                    min <= from && to <= max
                }
                (column, field) => column == field || column == ColumnKind::Key,
            };
            assert!(holds, "{}", field.name);
            assert!(!column.required && !field.doc.trim().is_empty());
            // A field of the envelope's name would hide it.
            assert!(!names[..envelope].contains(&field.name), "{}", field.name);
        }
    }
}

/// A value that a field takes, and one that it must refuse.
fn good_and_bad(kind: ColumnKind) -> (Value, Value) {
    match kind {
        ColumnKind::Key => (json!("k-1"), json!("")),
        ColumnKind::Text => (json!("a text"), json!(" ")),
        ColumnKind::Number { min, max } => (json!(min), json!(max * 2.0)),
        ColumnKind::Count => (json!(3), json!(-1)),
        ColumnKind::Boolean => (json!(true), json!("true")),
        ColumnKind::Day => (json!("2026-04-30"), json!("2026-04-31")),
        ColumnKind::Instant => (json!("2026-04-30T09:00:00+09:00"), json!("2026-04-30T09:00:00")),
        ColumnKind::Zone => (json!("Asia/Tokyo"), json!("Asia/Edo")),
        ColumnKind::Word(words) => (json!(words[0]), json!("no_such_word")),
    }
}

/// A fact of a type with all its fields, or with those that must be there only.
fn sample(spec: &EventSpec, whole: bool) -> Map<String, Value> {
    let mut map = Map::from_iter([
        ("id".to_owned(), json!("f-1")),
        ("at".to_owned(), json!("2026-04-30T09:00:00+09:00")),
        ("partner".to_owned(), json!("acme")),
        ("type".to_owned(), json!(spec.type_name)),
    ]);
    if whole || spec.person_required {
        map.insert("person".to_owned(), json!("p-001"));
    }
    if whole {
        map.insert("source".to_owned(), json!("crm"));
        map.insert("schema".to_owned(), json!("keyperson.fact/1"));
    }
    let fields = spec.fields.iter().filter(|field| whole || field.required);
    map.extend(fields.map(|field| (field.name.to_owned(), good_and_bad(field.kind).0)));
    // What the fields ask of each other: a comment has words, an override sets one thing.
    match spec.type_name {
        "contest" => _ = map.entry("reason").or_insert(json!("why")),
        "override" => {
            map.insert("trait".to_owned(), json!("drive"));
            map.insert("value".to_owned(), json!(0.5));
            map.remove("readiness");
        }
        _ => {}
    }
    map
}

fn read(map: &Map<String, Value>) -> Result<Fact, keyperson::Error> {
    Journal::from_json_lines(&Value::from(map.clone()).to_string())
        .map(|journal| journal.get(0).unwrap().clone())
}

/// The part of JSON Schema that the schema of facts uses.
fn valid(schema: &Value, value: &Value) -> bool {
    let number = |key: &str| schema.get(key).and_then(Value::as_f64);
    let kind = match schema.get("type").and_then(Value::as_str) {
        Some("object") => value.is_object(),
        Some("string") => value.is_string(),
        Some("number") => value.is_number(),
        Some("integer") => value.is_i64(),
        Some("boolean") => value.is_boolean(),
        Some(other) => panic!("{other}"),
        None => true,
    };
    let length = |text: &str| f64::from(u32::try_from(text.chars().count()).unwrap());
    kind && schema.get("const").is_none_or(|constant| constant == value)
        && schema.get("enum").is_none_or(|words| words.as_array().unwrap().contains(value))
        && value.as_f64().is_none_or(|v| number("minimum").is_none_or(|m| v >= m))
        && value.as_f64().is_none_or(|v| number("maximum").is_none_or(|m| v <= m))
        && value.as_str().is_none_or(|v| number("minLength").is_none_or(|m| length(v) >= m))
        && value.as_str().is_none_or(|v| number("maxLength").is_none_or(|m| length(v) <= m))
        && value.as_object().is_none_or(|map| {
            let properties = schema["properties"].as_object().unwrap();
            let required = schema["required"].as_array().unwrap();
            assert_eq!(schema["additionalProperties"], json!(false));
            map.iter().all(|(key, value)| properties.get(key).is_some_and(|schema| valid(schema, value)))
                && required.iter().all(|key| map.contains_key(key.as_str().unwrap()))
        })
}

#[test]
fn the_schema_and_the_reader_agree_on_every_type() {
    let schema = serde_json::to_value(keyperson::fact::json_schema()).unwrap();
    let variants = schema["oneOf"].as_array().unwrap();
    assert_eq!(variants.len(), EVENTS.len());
    let matching = |map: &Map<String, Value>| {
        variants.iter().filter(|variant| valid(variant, &Value::from(map.clone()))).count()
    };
    for spec in EVENTS {
        for whole in [false, true] {
            let fact = sample(spec, whole);
            assert_eq!(matching(&fact), 1, "{fact:?}");
            let read = read(&fact).unwrap_or_else(|error| panic!("{fact:?}: {error}"));
            assert_eq!(read.event.type_name(), spec.type_name);
            let written = serde_json::to_value(&read).unwrap();
            assert_eq!(matching(written.as_object().unwrap()), 1, "{written}");
        }
        for field in spec.fields {
            let mut fact = sample(spec, true);
            fact.insert(field.name.to_owned(), good_and_bad(field.kind).1);
            let error = read(&fact).unwrap_err();
            assert_eq!((error.count(), error.path()), (1, format!("/{}", field.name).as_str()), "{error}");
            // What only the reader knows (blank texts, days that do not exist, zones) passes the schema.
            let beyond = matches!(field.kind, ColumnKind::Text | ColumnKind::Day | ColumnKind::Zone);
            assert_eq!(matching(&fact), usize::from(beyond), "{fact:?}");
        }
        let needed = sample(spec, false);
        for name in needed.keys() {
            let mut fact = needed.clone();
            fact.remove(name);
            let code = if name == "person" { "missing_person" } else { "missing_field" };
            assert_eq!(read(&fact).unwrap_err().code(), code, "{fact:?}");
            // What one field asks of another only the reader knows.
            let optional = spec.fields.iter().any(|field| field.name == name && !field.required);
            assert_eq!(matching(&fact), usize::from(optional), "{fact:?}");
        }
        let mut fact = sample(spec, true);
        fact.insert("surprise".to_owned(), json!(1));
        assert_eq!(read(&fact).unwrap_err().code(), "unknown_field");
        assert_eq!(matching(&fact), 0);
    }
}
