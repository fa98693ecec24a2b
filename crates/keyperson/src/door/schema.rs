//! The JSON Schema (draft 2020-12) of every document that the crate reads or writes.
//!
//! The files in `schemas/` of this crate are these, written by `cargo xtask schema`.

use std::collections::BTreeSet;

use schemars::JsonSchema;
use schemars::generate::SchemaSettings;
use serde_json::{Map, Value, json};

use crate::answer::brief::{self, Brief};
use crate::answer::change::Change;
use crate::answer::portfolio::{self, Portfolio};
use crate::answer::trail::{self, Trail};
use crate::answer::what_if::WhatIf;
use crate::door::ask::Refused;
use crate::door::business_day::BusinessDay;
use crate::door::draft::Draft;
use crate::error::ProblemKind;
use crate::fact;
use crate::json::Json;
use crate::person::fit::Fit;
use crate::person::ranking::Ranking;
use crate::policy::{self, Policy};
use crate::text::FindingText;
use crate::together::schedule::Schedule;

const POLICY: &str = "A policy: all judgement in one document. It is laid over the default policy, so it holds only \
     what differs: every field of every table may be left out, and a list replaces the default's whole list. A new \
     entry (a signal, a pattern, a remedy, a metric, a calendar), for which there is no default, needs all its fields; \
     a reader of the policy says which are missing.";

/// Every kind of document by name, with its schema; the keys of each object in alphabetical order.
///
/// Results say which fields are always there (an absent value is `null`); more may come with a later version.
///
/// ```
/// let names: Vec<&str> = keyperson::door::schema::all().into_iter().map(|(name, _)| name).collect();
/// assert_eq!(names, [
///     "fact", "policy", "brief", "portfolio", "change", "trail", "ranking", "what_if", "fit", "schedule",
///     "business_day", "draft", "finding_text", "refused",
/// ]);
/// ```
#[must_use]
pub fn all() -> Vec<(&'static str, Json)> {
    vec![
        ("fact", fact::json_schema()),
        ("policy", tree(policy_document())),
        ("brief", tree(tagged(root::<Brief>(), brief::SCHEMA))),
        ("portfolio", tree(tagged(root::<Portfolio>(), portfolio::SCHEMA))),
        ("change", tree(root::<Change>())),
        ("trail", tree(tagged(root::<Trail>(), trail::SCHEMA))),
        ("ranking", tree(root::<Ranking>())),
        ("what_if", tree(what_if())),
        ("fit", tree(root::<Fit>())),
        ("schedule", tree(root::<Schedule>())),
        ("business_day", tree(root::<BusinessDay>())),
        ("draft", tree(root::<Draft>())),
        ("finding_text", tree(root::<FindingText>())),
        ("refused", tree(refused())),
    ]
}

/// The schema of a type as it is written.
fn root<T: JsonSchema>() -> Map<String, Value> {
    let generator = SchemaSettings::draft2020_12().for_serialize().into_generator();
    match generator.into_root_schema_for::<T>().to_value() {
        Value::Object(mut schema) => {
            schema.values_mut().for_each(drop_formats);
            schema
        }
        // A struct never has the schema `true`.
        _ => Map::new(),
    }
}

/// Drops the formats of numbers, which the standard does not know and strict validators refuse.
fn drop_formats(schema: &mut Value) {
    match schema {
        Value::Object(entries) => {
            if entries
                .get("format")
                .is_some_and(|format| format == "double" || format == "int64" || format == "uint64")
            {
                entries.remove("format");
            }
            entries.values_mut().for_each(drop_formats);
        }
        Value::Array(items) => items.iter_mut().for_each(drop_formats),
        _ => {}
    }
}

/// Says what the document's own `schema` field holds.
fn tagged(mut schema: Map<String, Value>, tag: &str) -> Map<String, Value> {
    schema.insert("$id".to_owned(), json!(tag));
    if let Some(Value::Object(properties)) = schema.get_mut("properties") {
        properties.insert("schema".to_owned(), json!({ "const": tag }));
    }
    schema
}

/// Two briefs, each with its tag.
fn what_if() -> Map<String, Value> {
    let mut schema = root::<WhatIf>();
    let tag = schema.get_mut("$defs").and_then(|all| all.pointer_mut("/Brief/properties/schema"));
    if let Some(tag) = tag {
        *tag = json!({ "const": brief::SCHEMA });
    }
    schema
}

/// A refused question, with every code that a problem may have.
fn refused() -> Map<String, Value> {
    let mut schema = root::<Refused>();
    let code = schema.get_mut("$defs").and_then(|all| all.pointer_mut("/Problem/properties/code"));
    if let Some(Value::Object(code)) = code {
        code.insert("enum".to_owned(), json!(ProblemKind::CODES));
    }
    schema
}

/// The policy as a user writes it: only what differs.
fn policy_document() -> Map<String, Value> {
    let mut schema = tagged(root::<Policy>(), policy::SCHEMA);
    // The name under which serde writes a policy is the value of its tag `extends`.
    schema.insert("title".to_owned(), json!("Policy"));
    schema.insert("description".to_owned(), json!(POLICY));
    if let Some(Value::Object(properties)) = schema.get_mut("properties") {
        let extends = json!({
            "description": "What the document is laid over: the default policy, or empty tables and lists in its place.",
            "enum": ["default", "nothing"]
        });
        properties.insert("extends".to_owned(), extends);
    }
    let Some(Value::Object(mut definitions)) = schema.remove("$defs") else { return schema };
    let mut reached = Vec::new();
    let mut seen = BTreeSet::new();
    let mut document = Value::Object(schema);
    ask_for_nothing(&mut document, &mut reached);
    while let Some(name) = reached.pop() {
        if let Some(definition) = definitions.get_mut(&name)
            && seen.insert(name)
        {
            ask_for_nothing(definition, &mut reached);
        }
    }
    match document {
        Value::Object(mut schema) => {
            schema.insert("$defs".to_owned(), Value::Object(definitions));
            schema
        }
        _ => Map::new(),
    }
}

/// Drops `required` wherever tables are merged field by field, which is everywhere but inside lists; notes the
/// definitions that are referred to there.
fn ask_for_nothing(schema: &mut Value, reached: &mut Vec<String>) {
    let Value::Object(entries) = schema else { return };
    entries.remove("required");
    if let Some(name) = entries.get("$ref").and_then(Value::as_str).and_then(|to| to.strip_prefix("#/$defs/"))
    {
        reached.push(name.to_owned());
    }
    for (key, value) in entries {
        match (key.as_str(), value) {
            ("properties" | "patternProperties", Value::Object(fields)) => {
                fields.values_mut().for_each(|field| ask_for_nothing(field, reached));
            }
            ("additionalProperties", value) => ask_for_nothing(value, reached),
            ("anyOf" | "oneOf" | "allOf", Value::Array(variants)) => {
                variants.iter_mut().for_each(|variant| ask_for_nothing(variant, reached));
            }
            _ => {}
        }
    }
}

/// The schema as a tree, keys sorted: the order of a [`Map`] depends on features that other crates may turn on.
fn tree(schema: Map<String, Value>) -> Json {
    let mut json = serde_json::from_value(Value::Object(schema)).unwrap_or(Json::Null);
    sort(&mut json);
    json
}

fn sort(json: &mut Json) {
    match json {
        Json::Object(entries) => {
            entries.sort_by(|(a, _), (b, _)| a.cmp(b));
            entries.iter_mut().for_each(|(_, value)| sort(value));
        }
        Json::List(items) => items.iter_mut().for_each(sort),
        _ => {}
    }
}
