//! The JSON Schema of a mapping file, its fact templates made from the core's table of types.

use keyperson::fact::{ColumnSpec, ENVELOPE, EVENTS, EventSpec};
use keyperson_table::MAPPING_SCHEMA;
use serde_json::{Map, Value, json};

/// The JSON Schema (draft 2020-12) of a mapping file, read as JSON.
pub fn json_schema() -> Value {
    let templates: Vec<Value> = EVENTS.iter().map(template).collect();
    json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": MAPPING_SCHEMA,
        "title": "Mapping",
        "description": "Which column of an export is which field of which fact.",
        "type": "object",
        "properties": {
            "schema": { "const": MAPPING_SCHEMA },
            "description": { "type": "string", "description": "what the mapping is for" },
            "source": { "type": "string", "description": "source of every fact that names no other" },
            "input": { "$ref": "#/$defs/input" },
            "columns": {
                "description": "short names of columns, each with the headers that it may stand under",
                "type": "object",
                "additionalProperties": { "$ref": "#/$defs/texts" },
            },
            "lookups": {
                "description": "further tables, joined by a key",
                "type": "object",
                "additionalProperties": {
                    "type": "object",
                    "properties": { "file": { "type": "string" }, "key": { "type": "string" } },
                    "required": ["file", "key"],
                    "additionalProperties": false,
                },
            },
            "skip": {
                "description": "rows left out on purpose",
                "type": "array",
                "items": {
                    "type": "object",
                    "properties": { "when": { "$ref": "#/$defs/when" }, "reason": { "type": "string" } },
                    "required": ["when", "reason"],
                    "additionalProperties": false,
                },
            },
            "facts": { "description": "the facts that a row may give", "type": "array", "items": { "oneOf": templates } },
        },
        "required": ["schema", "facts"],
        "additionalProperties": false,
        "$defs": {
            "scalar": { "type": ["string", "number", "boolean"] },
            "texts": { "anyOf": [
                { "$ref": "#/$defs/scalar" },
                { "type": "array", "items": { "$ref": "#/$defs/scalar" } },
            ] },
            "input": input(),
            "condition": {
                "type": "object",
                "properties": {
                    "column": { "type": "string" },
                    "optional": { "type": "boolean" },
                    "is": { "$ref": "#/$defs/texts" },
                    "is_not": { "$ref": "#/$defs/texts" },
                    "blank": { "type": "boolean" },
                },
                "required": ["column"],
                "additionalProperties": false,
            },
            "when": { "anyOf": [
                { "$ref": "#/$defs/condition" },
                { "type": "array", "items": { "$ref": "#/$defs/condition" } },
            ] },
            "field": field(),
        },
    })
}

fn input() -> Value {
    json!({
        "description": "how the cells of the file are written",
        "type": "object",
        "properties": {
            "format": { "enum": ["csv", "parquet"] },
            "delimiter": { "type": "string" },
            "encoding": { "type": "string" },
            "zone": { "type": "string", "description": "IANA time zone of dates without an offset" },
            "date_formats": { "$ref": "#/$defs/texts" },
            "time_of_day": { "type": "string", "description": "time of dates without one" },
            "decimal": { "type": "string" },
            "thousands": { "type": "string" },
            "currency_signs": { "$ref": "#/$defs/texts" },
            "null": { "$ref": "#/$defs/texts" },
            "trim": { "type": "boolean" },
            "key": { "type": "string", "description": "template of the key of a row, from which ids follow" },
        },
        "additionalProperties": false,
    })
}

/// One field of a fact: a template or constant, or a table that says where it comes from.
fn field() -> Value {
    json!({ "anyOf": [
        { "$ref": "#/$defs/scalar" },
        {
            "type": "object",
            "properties": {
                "column": { "type": "string" },
                "template": { "type": "string" },
                "value": { "$ref": "#/$defs/scalar" },
                "optional": { "type": "boolean" },
                "lookup": { "type": "string" },
                "take": { "type": "string" },
                "map": { "type": "object" },
                "keep_unmapped": { "type": "boolean" },
                "default": { "$ref": "#/$defs/scalar" },
                "divide": { "type": "number" },
            },
            "additionalProperties": false,
        },
    ] })
}

/// The template of one type of fact. No field is required here: `id` and `source` may follow from the sections above.
fn template(spec: &EventSpec) -> Value {
    let described = |column: &ColumnSpec| {
        (column.name.to_owned(), json!({ "$ref": "#/$defs/field", "description": column.doc.trim() }))
    };
    let mut properties: Map<String, Value> = [
        ("type".to_owned(), json!({ "const": spec.type_name })),
        ("when".to_owned(), json!({ "$ref": "#/$defs/when" })),
        (
            "distinct".to_owned(),
            json!({ "type": "boolean", "description": "one fact per id, from the earliest row" }),
        ),
    ]
    .into_iter()
    .collect();
    properties
        .extend(ENVELOPE.iter().filter(|column| !matches!(column.name, "schema" | "type")).map(described));
    properties.extend(spec.fields.iter().map(described));
    json!({
        "title": spec.type_name,
        "description": spec.doc.trim(),
        "type": "object",
        "properties": properties,
        "required": ["type"],
        "additionalProperties": false,
    })
}
