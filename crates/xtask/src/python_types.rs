//! Writes the Python package's result types from the committed JSON Schema files.
//!
//! A result type is declared once, in the core; what Python shows of it follows from here. A new field of a brief
//! arrives in Python by `cargo xtask schema`.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use serde_json::Value;

/// The documents whose types are written, in this order; with the base of each document's own class.
const DOCUMENTS: &[(&str, &str)] = &[
    ("brief", "BriefPage"),
    ("portfolio", "PortfolioPage"),
    ("change", "Record"),
    ("trail", "Record"),
    ("ranking", "Record"),
    ("schedule", "Record"),
    ("business_day", "Record"),
    ("draft", "Record"),
    ("finding_text", "Record"),
];

/// Types within documents that have a base of their own.
const BASES: &[(&str, &str)] = &[("Finding", "FindingWords")];

/// Names of the file's own that no type may have.
const IMPORTED: &[&str] = &["Attribute", "Record", "Literal", "Mapping", "MappingProxyType"];

/// Where the file is committed, below the workspace's root.
const FILE: &str = "bindings/python/python/keyperson/_results.py";

const HEAD: &str = "\
# Generated from crates/keyperson/schemas by `cargo xtask schema`; do not edit.
# ruff: noqa: E501
\"\"\"The results, as frozen classes: each attribute says what it is, and `to_dict` gives the plain data.\"\"\"

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from types import MappingProxyType
from typing import Literal

from keyperson._page import BriefPage, FindingWords, PortfolioPage
from keyperson._record import Attribute, Record, attribute, instant, tagged
";

/// Writes the file, or compares it where `check` is set.
///
/// # Errors
/// A schema cannot be read, or the committed file differs.
pub fn run(root: &Path, check: bool) -> Result<(), String> {
    let folder = root.join("crates/keyperson/schemas");
    let mut schemas = Vec::new();
    for (name, base) in DOCUMENTS {
        let file = folder.join(format!("{name}.schema.json"));
        let text = fs::read_to_string(&file).map_err(|error| format!("{}: {error}", file.display()))?;
        let schema: Value = serde_json::from_str(&text).map_err(|error| format!("{name}: {error}"))?;
        schemas.push((schema, *base));
    }
    let text = generated(&schemas)?;
    let file = root.join(FILE);
    if !check {
        return fs::write(&file, text).map_err(|error| format!("{}: {error}", file.display()));
    }
    let committed = fs::read_to_string(&file).map_err(|error| format!("{}: {error}", file.display()))?;
    if committed == text {
        Ok(())
    } else {
        Err(format!("{FILE} differs from the schemas: run `cargo xtask schema` and commit what it writes"))
    }
}

/// The text of the file.
fn generated(schemas: &[(Value, &str)]) -> Result<String, String> {
    let mut told_apart: Vec<(Value, &str)> = Vec::new();
    let mut known: BTreeMap<String, Value> = BTreeMap::new();
    for (schema, base) in schemas {
        let schema = apart(schema, &known)?;
        known.extend(definitions_of(&schema).map(|(name, definition)| (name.clone(), definition.clone())));
        told_apart.push((schema, *base));
    }
    let mut definitions: BTreeMap<&str, &Value> = BTreeMap::new();
    let mut roots = Vec::new();
    for (schema, base) in &told_apart {
        let title = word(schema, "title").ok_or("a schema without title")?;
        roots.push((title, schema, *base));
        definitions.extend(definitions_of(schema).map(|(name, definition)| (name.as_str(), definition)));
    }
    if let Some(taken) = IMPORTED.iter().find(|name| definitions.contains_key(**name)) {
        return Err(format!("{taken} is a type and what Python's file imports: rename one of them"));
    }
    let names = Names { definitions };
    let mut exported: BTreeSet<&str> = roots.iter().map(|(title, ..)| *title).collect();
    let mut words = String::new();
    let mut classes = String::new();
    for (name, definition) in &names.definitions {
        if let Some(values) = constants(definition) {
            exported.insert(name);
            let _ = write!(words, "{name} = Literal[");
            let list: Vec<String> = values.iter().map(|(value, _)| format!("{value:?}")).collect();
            let _ = writeln!(words, "{}]", list.join(", "));
            let text: Vec<String> = values.iter().map(|(value, doc)| format!("- `{value}`: {doc}")).collect();
            let doc = word(definition, "description").unwrap_or_default();
            let _ = writeln!(words, "\"\"\"{}\n\n{}\n\"\"\"\n", one_line(doc), text.join("\n"));
        } else if let Some((_, root, _)) = roots.iter().find(|(title, ..)| title == name) {
            // A document that another one holds as well: written once, where its own turn comes.
            if root.get("properties") != definition.get("properties") {
                return Err(format!("{name} is a document and another type: rename one of them"));
            }
        } else if definition.get("properties").is_some() {
            exported.insert(name);
            let base = BASES.iter().find(|(of, _)| of == name).map_or("Record", |(_, base)| base);
            classes.push_str(&names.class(name, definition, base)?);
        } else if let Some(variants) = tagged(definition) {
            exported.insert(name);
            classes.push_str(&names.union(name, definition, &variants)?);
        }
    }
    for (title, schema, base) in roots {
        classes.push_str(&names.class(title, schema, base)?);
    }
    let list = wrapped(&exported);
    Ok(format!(
        "{HEAD}\n__all__ = [\n{list}]\n\n{}\n\n{}",
        words.trim_end(),
        classes.trim_start_matches('\n')
    ))
}

fn definitions_of(schema: &Value) -> impl Iterator<Item = (&String, &Value)> {
    schema.get("$defs").and_then(Value::as_object).into_iter().flatten()
}

/// A document whose types are called otherwise than different ones of earlier documents: `Comparison` of the
/// portfolio becomes `PortfolioComparison`, and so does what refers to it.
fn apart(schema: &Value, known: &BTreeMap<String, Value>) -> Result<Value, String> {
    let title = word(schema, "title").ok_or("a schema without title")?;
    let mut other: BTreeSet<&String> = definitions_of(schema)
        .filter(|(name, definition)| known.get(*name).is_some_and(|known| known != *definition))
        .map(|(name, _)| name)
        .collect();
    loop {
        let refers = |definition: &Value| {
            let text = definition.to_string();
            other.iter().any(|name| text.contains(&format!("\"#/$defs/{name}\"")))
        };
        let more: Vec<&String> = definitions_of(schema)
            .filter(|(name, definition)| {
                known.contains_key(*name) && !other.contains(*name) && refers(definition)
            })
            .map(|(name, _)| name)
            .collect();
        if more.is_empty() {
            break;
        }
        other.extend(more);
    }
    let mut text = schema.to_string();
    for name in &other {
        text = text.replace(&format!("\"#/$defs/{name}\""), &format!("\"#/$defs/{title}{name}\""));
    }
    let mut renamed: Value = serde_json::from_str(&text).map_err(|error| error.to_string())?;
    if let Some(definitions) = renamed.get_mut("$defs").and_then(Value::as_object_mut) {
        for name in other {
            if let Some(definition) = definitions.remove(name) {
                definitions.insert(format!("{title}{name}"), definition);
            }
        }
    }
    Ok(renamed)
}

struct Names<'s> {
    definitions: BTreeMap<&'s str, &'s Value>,
}

impl Names<'_> {
    fn class(&self, name: &str, schema: &Value, base: &str) -> Result<String, String> {
        let mut text = String::new();
        let doc = word(schema, "description").unwrap_or(name);
        let fields: Vec<&str> = schema
            .get("required")
            .and_then(Value::as_array)
            .into_iter()
            .flatten()
            .filter_map(Value::as_str)
            .collect();
        let _ = writeln!(text, "\n\nclass {name}({base}):");
        let _ = writeln!(text, "    \"\"\"{}\"\"\"\n", one_line(doc));
        for field in fields {
            let of = schema
                .get("properties")
                .and_then(|properties| properties.get(field))
                .ok_or_else(|| format!("{name}.{field} is required and not described"))?;
            let doc = word(of, "description").or_else(|| self.described(of)).unwrap_or(field);
            let convert = self.convert(of, "plain", 0)?.map(|made| function(&made));
            // What another name is read from is said; elsewhere the attribute has the field's own name.
            let from = (attribute(field) != field).then(|| format!("name={field:?}"));
            let given: Vec<String> = convert.into_iter().chain(from).collect();
            let made = format!("attribute({})", given.join(", "));
            text.push_str(&line(&attribute(field), &self.annotation(of)?, &made, doc));
        }
        Ok(text)
    }

    /// A class for values of several types: `type` says of which one it is.
    fn union(&self, name: &str, schema: &Value, variants: &[(&str, &Value)]) -> Result<String, String> {
        let words: Vec<String> = variants.iter().map(|(tag, _)| format!("{tag:?}")).collect();
        let mut types: Vec<String> = Vec::new();
        let mut converts: Vec<String> = Vec::new();
        for (tag, of) in variants {
            let one = self.annotation(of)?;
            if !types.contains(&one) {
                types.push(one);
            }
            if let Some(made) = self.convert(of, "plain", 0)? {
                converts.push(format!("{tag:?}: {}", function(&made)));
            }
        }
        let doc = one_line(word(schema, "description").unwrap_or(name));
        let kind =
            line("type", &format!("Literal[{}]", words.join(", ")), "attribute()", "What the value is.");
        let made = format!("tagged({{{}}})", converts.join(", "));
        let value = line("value", &types.join(" | "), &made, "The value.");
        Ok(format!("\n\nclass {name}(Record):\n    \"\"\"{doc}\"\"\"\n\n{kind}{value}"))
    }

    /// The definition that a schema refers to, with its name.
    fn referred<'v>(&'v self, schema: &'v Value) -> Result<Option<(&'v str, &'v Value)>, String> {
        let Some(name) = word(schema, "$ref").and_then(|to| to.strip_prefix("#/$defs/")) else {
            return Ok(None);
        };
        let definition = self.definitions.get(name).ok_or_else(|| format!("there is no type {name}"))?;
        Ok(Some((name, definition)))
    }

    fn described<'v>(&'v self, schema: &'v Value) -> Option<&'v str> {
        self.referred(schema).ok()?.and_then(|(_, definition)| word(definition, "description"))
    }

    fn annotation(&self, schema: &Value) -> Result<String, String> {
        if let Some((name, definition)) = self.referred(schema)? {
            let named = constants(definition).is_some()
                || definition.get("properties").is_some()
                || tagged(definition).is_some();
            return if named { Ok(name.to_owned()) } else { self.annotation(definition) };
        }
        if let Some(constant) = word(schema, "const") {
            return Ok(format!("Literal[{constant:?}]"));
        }
        if let Some(real) = optional(schema)? {
            return Ok(format!("{} | None", self.annotation(&real)?));
        }
        match (word(schema, "type"), word(schema, "format")) {
            (Some("string"), Some("date")) => Ok("date".to_owned()),
            (Some("string"), Some("date-time")) => Ok("datetime".to_owned()),
            (Some("string"), _) => Ok("str".to_owned()),
            (Some("integer"), _) => Ok("int".to_owned()),
            (Some("number"), _) => Ok("float".to_owned()),
            (Some("boolean"), _) => Ok("bool".to_owned()),
            (Some("array"), _) => Ok(format!("tuple[{}, ...]", self.annotation(items(schema)?)?)),
            (Some("object"), _) => {
                let values = schema.get("additionalProperties").ok_or("an object of nothing")?;
                Ok(format!("Mapping[str, {}]", self.annotation(values)?))
            }
            _ => Err(format!("no Python type is known for {schema}")),
        }
    }

    /// The expression that makes the attribute's value of `plain`; `None` where it is the plain value itself.
    fn convert(&self, schema: &Value, plain: &str, depth: usize) -> Result<Option<String>, String> {
        if let Some((name, definition)) = self.referred(schema)? {
            if constants(definition).is_some() {
                return Ok(None);
            }
            if definition.get("properties").is_some() || tagged(definition).is_some() {
                return Ok(Some(format!("{name}._of({plain})")));
            }
            return self.convert(definition, plain, depth);
        }
        if let Some(real) = optional(schema)? {
            let inner = self.convert(&real, plain, depth)?;
            return Ok(inner.map(|inner| format!("None if {plain} is None else {inner}")));
        }
        let deeper = depth.saturating_add(1);
        let item = format!("item{}", if depth == 0 { String::new() } else { deeper.to_string() });
        match (word(schema, "type"), word(schema, "format")) {
            (Some("string"), Some("date")) => Ok(Some(format!("date.fromisoformat({plain})"))),
            (Some("string"), Some("date-time")) => Ok(Some(format!("instant({plain})"))),
            (Some("array"), _) => Ok(Some(match self.convert(items(schema)?, &item, deeper)? {
                None => format!("tuple({plain})"),
                Some(inner) => format!("tuple({inner} for {item} in {plain})"),
            })),
            (Some("object"), _) => {
                let values = schema.get("additionalProperties").ok_or("an object of nothing")?;
                Ok(Some(match self.convert(values, &item, deeper)? {
                    None => format!("MappingProxyType({plain})"),
                    Some(inner) => {
                        format!("MappingProxyType({{key: {inner} for key, {item} in {plain}.items()}})")
                    }
                }))
            }
            _ => Ok(None),
        }
    }
}

fn word<'v>(schema: &'v Value, key: &str) -> Option<&'v str> {
    schema.get(key).and_then(Value::as_str)
}

fn items(schema: &Value) -> Result<&Value, String> {
    schema.get("items").ok_or_else(|| format!("a list of nothing: {schema}"))
}

/// What a schema of something that may be absent describes when it is there.
fn optional(schema: &Value) -> Result<Option<Value>, String> {
    if let Some(Value::Array(variants)) = schema.get("anyOf") {
        let (none, real): (Vec<&Value>, Vec<&Value>) =
            variants.iter().partition(|variant| word(variant, "type") == Some("null"));
        return match (none.as_slice(), real.as_slice()) {
            ([_], [real]) => Ok(Some((*real).clone())),
            _ => Err(format!("one of several types: {schema}")),
        };
    }
    let Some(Value::Array(names)) = schema.get("type") else { return Ok(None) };
    let real: Vec<&Value> = names.iter().filter(|name| *name != "null").collect();
    let [real] = real.as_slice() else { return Err(format!("one of several types: {schema}")) };
    let mut schema = schema.clone();
    if let Some(entries) = schema.as_object_mut() {
        entries.insert("type".to_owned(), (*real).clone());
    }
    Ok(Some(schema))
}

/// The words of an enumeration, each with what it means.
fn constants(schema: &Value) -> Option<Vec<(&str, String)>> {
    if let Some(Value::Array(variants)) = schema.get("oneOf") {
        return variants
            .iter()
            .map(|variant| {
                Some((word(variant, "const")?, one_line(word(variant, "description").unwrap_or(""))))
            })
            .collect();
    }
    let values = schema.get("enum").and_then(Value::as_array)?;
    values.iter().map(|value| Some((value.as_str()?, String::new()))).collect()
}

/// The types of a value that says by its `type` of which one it is.
fn tagged(schema: &Value) -> Option<Vec<(&str, &Value)>> {
    let variants = schema.get("oneOf")?.as_array()?;
    let one = |variant| -> Option<(&str, &Value)> {
        let properties = Value::get(variant, "properties")?;
        Some((word(properties.get("type")?, "const")?, properties.get("value")?))
    };
    variants.iter().map(one).collect()
}

/// The attribute's name: a keyword of Python gets an underscore.
fn attribute(field: &str) -> String {
    const KEYWORDS: &[&str] =
        &["from", "class", "def", "global", "import", "in", "is", "lambda", "pass", "with"];
    if KEYWORDS.contains(&field) { format!("{field}_") } else { field.to_owned() }
}

/// The function of `plain` that an expression is: what is called with it alone, where that is there already.
fn function(made: &str) -> String {
    const THERE: &[&str] = &["instant", "date.fromisoformat", "tuple", "MappingProxyType"];
    let called = made.strip_suffix("(plain)").filter(|called| THERE.contains(called));
    called.map_or_else(|| format!("lambda plain: {made}"), str::to_owned)
}

/// The names of a list, in lines of at most 100 signs.
fn wrapped(names: &BTreeSet<&str>) -> String {
    let mut text = String::new();
    let mut width = usize::MAX;
    for name in names {
        let more = name.len().saturating_add(4);
        let starts = width.saturating_add(more) > 100;
        width = if starts { more.saturating_add(3) } else { width.saturating_add(more) };
        let before = match (starts, text.is_empty()) {
            (true, true) => "    ",
            (true, false) => "\n    ",
            (false, _) => " ",
        };
        let _ = write!(text, "{before}\"{name}\",");
    }
    text.push('\n');
    text
}

/// An attribute of a class, with what it says below it.
fn line(name: &str, annotation: &str, made: &str, doc: &str) -> String {
    format!("    {name}: Attribute[{annotation}] = {made}\n    \"\"\"{}\"\"\"\n", one_line(doc))
}

/// A text as one line of a docstring.
fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ").replace('\\', "\\\\").replace("\"\"\"", "'''")
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn the_committed_file_is_current() {
        run(&crate::session::workspace_root(), true).unwrap();
    }

    #[test]
    fn a_field_of_every_kind_is_written() {
        let schema = json!({
            "title": "Thing", "description": "A thing.", "type": "object",
            "required": ["name", "from", "day", "parts", "state", "values", "share"],
            "properties": {
                "name": { "type": ["string", "null"], "description": "Its name." },
                "from": { "$ref": "#/$defs/Instant" },
                "day": { "anyOf": [{ "$ref": "#/$defs/Day" }, { "type": "null" }] },
                "parts": { "type": "array", "items": { "$ref": "#/$defs/Part" } },
                "state": { "$ref": "#/$defs/State" },
                "values": { "type": "object", "additionalProperties": { "type": "string" } },
                "share": { "type": "number" },
            },
            "$defs": {
                "Instant": { "type": "string", "format": "date-time" },
                "Day": { "type": "string", "format": "date" },
                "State": { "oneOf": [{ "const": "on", "type": "string", "description": "On." }] },
                "Part": { "type": "object", "required": [], "properties": {} },
                "Value": { "oneOf": [
                    { "properties": { "type": { "const": "day" }, "value": { "$ref": "#/$defs/Day" } } },
                    { "properties": { "type": { "const": "text" }, "value": { "type": "string" } } },
                ] },
            },
        });
        let text = generated(&[(schema.clone(), "Record")]).unwrap();
        for line in [
            "State = Literal[\"on\"]",
            "class Part(Record):",
            "class Thing(Record):",
            "    name: Attribute[str | None] = attribute()\n    \"\"\"Its name.\"\"\"\n",
            "    from_: Attribute[datetime] = attribute(instant, name=\"from\")\n",
            "    day: Attribute[date | None] = \
             attribute(lambda plain: None if plain is None else date.fromisoformat(plain))\n",
            "    parts: Attribute[tuple[Part, ...]] = \
             attribute(lambda plain: tuple(Part._of(item) for item in plain))\n",
            "    state: Attribute[State] = attribute()\n    \"\"\"state\"\"\"\n",
            "    values: Attribute[Mapping[str, str]] = attribute(MappingProxyType)\n",
            "    share: Attribute[float] = attribute()\n",
            "    type: Attribute[Literal[\"day\", \"text\"]] = attribute()\n",
            "    value: Attribute[date | str] = tagged({\"day\": date.fromisoformat})\n",
        ] {
            assert!(text.contains(line), "{line} is not in\n{text}");
        }
    }

    #[test]
    fn different_types_of_one_name_are_told_apart() {
        let document = |title: &str, doc: &str| {
            json!({
                "title": title, "required": ["all"],
                "properties": { "all": { "$ref": "#/$defs/Whole" } },
                "$defs": {
                    "Whole": {
                        "required": ["part"], "properties": { "part": { "$ref": "#/$defs/Part" } }
                    },
                    "Part": { "description": doc, "required": [], "properties": {} },
                    "Same": { "description": "Same.", "required": [], "properties": {} },
                },
            })
        };
        let (first, second) = (document("First", "One."), document("Second", "Two."));
        let text = generated(&[(first, "Record"), (second, "Record")]).unwrap();
        for line in [
            "class Part(Record):\n    \"\"\"One.\"\"\"",
            "class SecondPart(Record):\n    \"\"\"Two.\"\"\"",
            "part: Attribute[SecondPart] =",
            "all: Attribute[SecondWhole] =",
        ] {
            assert!(text.contains(line), "{line} is not in\n{text}");
        }
        assert_eq!(text.matches("class Same(").count(), 1);
    }

    #[test]
    fn a_type_may_not_be_called_like_an_import() {
        let document = json!({
            "title": "Thing", "required": [], "properties": {},
            "$defs": { "Attribute": { "required": [], "properties": {} } },
        });
        assert!(generated(&[(document, "Record")]).unwrap_err().starts_with("Attribute is a type"));
    }
}
