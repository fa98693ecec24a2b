//! The JSON Schema of a fact, made from the table of types.

use super::column::{ColumnKind, ColumnSpec};
use super::{ENVELOPE, EVENTS, FeedbackStep, SCHEMA};
use crate::json::Json;
use crate::value::{MAX_COUNT, MAX_NAME_BYTES, MAX_TEXT_BYTES};

/// The JSON Schema (draft 2020-12) of one fact, as one line of a journal holds it.
#[must_use]
pub fn json_schema() -> Json {
    let variants = EVENTS
        .iter()
        .map(|spec| {
            let mut properties: Vec<(String, Json)> = ENVELOPE
                .iter()
                .map(|field| match field.name {
                    "schema" => ("schema".to_owned(), object([("const", text(SCHEMA))])),
                    "type" => ("type".to_owned(), object([("const", text(spec.type_name))])),
                    name => (name.to_owned(), property(field)),
                })
                .collect();
            properties.extend(spec.fields.iter().map(|field| (field.name.to_owned(), property(field))));
            let required = ENVELOPE
                .iter()
                .chain(spec.fields)
                .filter(|field| field.required || (field.name == "person" && spec.person_required))
                .map(|field| text(field.name))
                .collect();
            let mut variant = vec![
                ("title", text(spec.type_name)),
                ("description", text(spec.doc.trim())),
                ("type", text("object")),
                ("properties", Json::Object(properties)),
                ("required", Json::List(required)),
                ("additionalProperties", Json::Bool(false)),
            ];
            if spec.type_name == "feedback" {
                let declined = object([("const", text(FeedbackStep::Declined.word()))]);
                let step = object([("step", declined)]);
                let is_declined =
                    object([("properties", step), ("required", Json::List(vec![text("step")]))]);
                variant.push(("if", is_declined));
                variant.push(("then", object([("required", Json::List(vec![text("reason")]))])));
            }
            object(variant)
        })
        .collect();
    object([
        ("$schema", text("https://json-schema.org/draft/2020-12/schema")),
        ("$id", text(SCHEMA)),
        ("title", text("Fact")),
        ("description", text("One dated thing that happened; one line of a journal.")),
        ("oneOf", Json::List(variants)),
    ])
}

fn property(field: &ColumnSpec) -> Json {
    let mut entries = vec![("description", text(field.doc.trim()))];
    match field.kind {
        ColumnKind::Key => {
            entries.push(("type", text("string")));
            entries.push(("minLength", Json::Integer(1)));
            entries.push(("maxLength", length(MAX_NAME_BYTES)));
        }
        ColumnKind::Text => {
            entries.push(("type", text("string")));
            entries.push(("minLength", Json::Integer(1)));
            entries.push(("maxLength", length(MAX_TEXT_BYTES)));
        }
        ColumnKind::Number { min, max } => {
            entries.push(("type", text("number")));
            entries.push(("minimum", Json::Float(min)));
            entries.push(("maximum", Json::Float(max)));
        }
        ColumnKind::Count => {
            entries.push(("type", text("integer")));
            entries.push(("minimum", Json::Integer(0)));
            entries.push(("maximum", Json::Integer(MAX_COUNT)));
        }
        ColumnKind::Boolean => entries.push(("type", text("boolean"))),
        ColumnKind::Day => {
            entries.push(("type", text("string")));
            entries.push(("format", text("date")));
        }
        ColumnKind::Instant => {
            entries.push(("type", text("string")));
            entries.push(("format", text("date-time")));
        }
        ColumnKind::Zone => entries.push(("type", text("string"))),
        ColumnKind::Word(words) => {
            entries.push(("enum", Json::List(words.iter().map(|word| text(word)).collect())));
        }
    }
    object(entries)
}

fn object<'a>(entries: impl IntoIterator<Item = (&'a str, Json)>) -> Json {
    Json::Object(entries.into_iter().map(|(key, value)| (key.to_owned(), value)).collect())
}

fn text(value: &str) -> Json {
    Json::Text(value.to_owned())
}

fn length(limit: usize) -> Json {
    i64::try_from(limit).map_or(Json::Null, Json::Integer)
}
