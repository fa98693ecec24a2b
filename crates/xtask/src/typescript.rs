//! TypeScript types of every document that the core reads or writes, from its JSON Schema.
//!
//! Only what those schemas use is understood. Anything else is an error and not a guess, so that a type never says
//! less than its schema without anybody noticing.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use keyperson::Json;
use keyperson::json::Value;

/// Names that mean something else in TypeScript, and what stands for them.
const RENAMED: &[(&str, &str)] =
    &[("Policy", "PolicyDocument"), ("Number", "AnyNumber"), ("Text", "FreeText")];

/// Keywords that types cannot say: ranges, lengths and conditions, which are checked where a document is read.
const UNSAID: &[&str] = &[
    "$defs",
    "$id",
    "$schema",
    "default",
    "description",
    "examples",
    "exclusiveMaximum",
    "exclusiveMinimum",
    "format",
    "if",
    "maxItems",
    "maxLength",
    "maxProperties",
    "maximum",
    "minItems",
    "minLength",
    "minProperties",
    "minimum",
    "multipleOf",
    "pattern",
    "required",
    "then",
    "title",
    "uniqueItems",
];

/// The text of the file of types.
///
/// # Errors
/// A schema that is not understood.
pub fn types(documents: &[(&str, Json)]) -> Result<String, String> {
    let split = split_names(documents);
    let mut written = BTreeMap::new();
    for (document, schema) in documents {
        let title = word(schema, "title").ok_or_else(|| format!("{document}: a document without a title"))?;
        let names = Names { title, split: &split };
        let mut write = |name: String, schema: &Json| -> Result<(), String> {
            let text =
                names.definition(&name, schema).map_err(|reason| format!("{document}, {name}: {reason}"))?;
            match written.insert(name, text.clone()) {
                Some(other) if other != text => {
                    Err(format!("{document}: two types have one name:\n{other}{text}"))
                }
                _ => Ok(()),
            }
        };
        for (name, definition) in object(schema.get("$defs")) {
            write(names.of(name), definition)?;
        }
        write(renamed(title).to_owned(), schema)?;
        for variant in list(schema.get("oneOf")) {
            if let Some(name) = word(variant, "title") {
                write(variant_name(name, title), variant)?;
            }
        }
    }
    let mut text = String::from("// Written by `cargo xtask schema` from the core's types. Do not edit.\n");
    for definition in written.values() {
        text.push('\n');
        text.push_str(definition);
    }
    Ok(text)
}

/// The names that mean one thing in one document and another in the next, and those of what refers to them.
fn split_names<'j>(documents: &'j [(&str, Json)]) -> BTreeSet<&'j str> {
    let all = || documents.iter().flat_map(|(_, schema)| object(schema.get("$defs")));
    let differs = |name: &str, schema: &Json| all().any(|(other, there)| other == name && there != schema);
    let mut split: BTreeSet<&str> =
        all().filter(|(name, schema)| differs(name, schema)).map(|(name, _)| name.as_str()).collect();
    loop {
        let more: Vec<&str> = all()
            .filter(|(name, schema)| !split.contains(name.as_str()) && refers(schema, &split))
            .map(|(name, _)| name.as_str())
            .collect();
        if more.is_empty() {
            return split;
        }
        split.extend(more);
    }
}

/// Whether a schema refers to one of these names.
fn refers(schema: &Json, names: &BTreeSet<&str>) -> bool {
    match schema {
        Json::Object(entries) => entries.iter().any(|(key, value)| match value {
            Json::Text(to) if key == "$ref" => {
                to.strip_prefix(DEFINITIONS).is_some_and(|to| names.contains(to))
            }
            value => refers(value, names),
        }),
        Json::List(items) => items.iter().any(|item| refers(item, names)),
        _ => false,
    }
}

const DEFINITIONS: &str = "#/$defs/";

/// How types are called in one document.
struct Names<'a> {
    title: &'a str,
    split: &'a BTreeSet<&'a str>,
}

impl Names<'_> {
    fn of(&self, name: &str) -> String {
        if self.split.contains(name) { format!("{}{name}", self.title) } else { renamed(name).to_owned() }
    }

    /// A type with its comment.
    fn definition(&self, name: &str, schema: &Json) -> Result<String, String> {
        let mut text = String::new();
        comment(schema, "", &mut text);
        let expression = self.expression(schema, name, "")?;
        if expression.starts_with('{') && schema.get("properties").is_some() {
            let _ = writeln!(text, "export interface {name} {expression}");
        } else {
            let _ = writeln!(text, "export type {name} ={}{expression};", gap(&expression));
        }
        Ok(text)
    }

    /// The type that a schema describes; lines after the first begin with `indent`.
    fn expression(&self, schema: &Json, name: &str, indent: &str) -> Result<String, String> {
        let Json::Object(entries) = schema else {
            return Err(format!("`{}` is no schema", Value::from(schema).describe()));
        };
        let said: Vec<&str> =
            entries.iter().map(|(key, _)| key.as_str()).filter(|key| !UNSAID.contains(key)).collect();
        match said.as_slice() {
            ["$ref"] => self.reference(schema),
            ["const"] | ["const", "type"] => Ok(literal(schema.get("const"))),
            ["enum"] | ["enum", "type"] => Ok(options(
                list(schema.get("enum")).iter().map(|value| (String::new(), literal(Some(value)))).collect(),
                indent,
            )),
            ["anyOf"] => self.alternatives(list(schema.get("anyOf")), name, indent),
            ["oneOf"] => self.alternatives(list(schema.get("oneOf")), name, indent),
            ["type"] | ["items", "type"] | ["type", "items"] => self.primitive(schema, name, indent),
            keys if keys.contains(&"type") && word(schema, "type") == Some("object") => {
                let rest: Vec<_> = keys
                    .iter()
                    .filter(|key| !["type", "properties", "additionalProperties"].contains(key))
                    .collect();
                if rest.is_empty() {
                    self.members(schema, name, indent)
                } else {
                    Err(format!("what is {rest:?}?"))
                }
            }
            keys => Err(format!("what is {keys:?}?")),
        }
    }

    fn reference(&self, schema: &Json) -> Result<String, String> {
        let to = word(schema, "$ref").and_then(|to| to.strip_prefix(DEFINITIONS));
        to.map(|name| self.of(name)).ok_or_else(|| "a reference to another document".to_owned())
    }

    fn primitive(&self, schema: &Json, name: &str, indent: &str) -> Result<String, String> {
        let one = |kind: &str| match kind {
            "string" | "boolean" | "null" => Ok(kind.to_owned()),
            "number" | "integer" => Ok("number".to_owned()),
            "array" => {
                let items = schema.get("items").ok_or("a list of anything")?;
                let item = self.expression(items, name, indent)?;
                Ok(if item.contains(' ') { format!("({item})[]") } else { format!("{item}[]") })
            }
            other => Err(format!("what is the type `{other}`?")),
        };
        match schema.get("type") {
            Some(Json::Text(kind)) => one(kind),
            Some(Json::List(kinds)) => {
                let kinds: Result<Vec<_>, _> = kinds.iter().map(|kind| one(text_of(kind))).collect();
                Ok(kinds?.join(" | "))
            }
            _ => Err("a type that is no word".to_owned()),
        }
    }

    fn alternatives(&self, schemas: &[Json], name: &str, indent: &str) -> Result<String, String> {
        let mut found = Vec::new();
        for schema in schemas {
            let mut doc = String::new();
            let option = match word(schema, "title") {
                Some(title) => variant_name(title, name),
                None => {
                    comment(schema, &format!("{indent}  "), &mut doc);
                    self.expression(schema, name, indent)?
                }
            };
            found.push((doc, option));
        }
        Ok(options(found, indent))
    }

    fn members(&self, schema: &Json, name: &str, indent: &str) -> Result<String, String> {
        let required: Vec<&str> = list(schema.get("required")).iter().map(text_of).collect();
        let inner = format!("{indent}  ");
        let mut text = String::from("{\n");
        for (key, member) in object(schema.get("properties")) {
            comment(member, &inner, &mut text);
            let mark = if required.contains(&key.as_str()) { "" } else { "?" };
            let value = self.expression(member, name, &inner).map_err(|reason| format!("{key}: {reason}"))?;
            let _ = writeln!(text, "{inner}{key}{mark}:{}{value};", gap(&value));
        }
        match schema.get("additionalProperties") {
            // Later versions may bring more members; those of this version are all here.
            None | Some(Json::Bool(false)) => {}
            Some(of) => {
                let value = self.expression(of, name, &inner)?;
                let _ = writeln!(text, "{inner}[key: string]: {value};");
            }
        }
        text.push_str(indent);
        text.push('}');
        Ok(text)
    }
}

fn renamed(name: &str) -> &str {
    RENAMED.iter().find(|(old, _)| *old == name).map_or(name, |(_, new)| new)
}

/// The name of one kind of a document: the fact `worked_with` is a `WorkedWithFact`.
fn variant_name(title: &str, of: &str) -> String {
    let mut name = String::new();
    for part in title.split('_') {
        let mut letters = part.chars();
        name.extend(letters.next().map(|first| first.to_ascii_uppercase()));
        name.push_str(letters.as_str());
    }
    name + of
}

/// `A | B` in a line where it fits and nothing is said of the options, else a line each.
fn options(found: Vec<(String, String)>, indent: &str) -> String {
    const WIDTH: usize = 90;
    let line = found.iter().map(|(_, option)| option.as_str()).collect::<Vec<_>>().join(" | ");
    if line.len() <= WIDTH && found.iter().all(|(doc, _)| doc.is_empty()) {
        return line;
    }
    found.iter().fold(String::new(), |mut text, (doc, option)| {
        let _ = write!(text, "\n{}{indent}  | {option}", doc);
        text
    })
}

/// What stands between a colon and a type: nothing where it begins a line.
fn gap(expression: &str) -> &'static str {
    if expression.starts_with('\n') { "" } else { " " }
}

fn comment(schema: &Json, indent: &str, text: &mut String) {
    let Some(said) = word(schema, "description") else { return };
    let said = said.replace("*/", "* /");
    if said.contains('\n') {
        let _ = writeln!(text, "{indent}/**");
        for line in said.lines() {
            let _ = writeln!(text, "{}", format!("{indent} * {line}").trim_end());
        }
        let _ = writeln!(text, "{indent} */");
    } else {
        let _ = writeln!(text, "{indent}/** {said} */");
    }
}

fn literal(value: Option<&Json>) -> String {
    serde_json::to_string(value.unwrap_or(&Json::Null)).unwrap_or_default()
}

fn word<'j>(schema: &'j Json, key: &str) -> Option<&'j str> {
    schema.get(key).map(text_of)
}

fn text_of(json: &Json) -> &str {
    if let Json::Text(text) = json { text } else { "" }
}

fn list(json: Option<&Json>) -> &[Json] {
    if let Some(Json::List(items)) = json { items } else { &[] }
}

fn object(json: Option<&Json>) -> &[(String, Json)] {
    if let Some(Json::Object(entries)) = json { entries } else { &[] }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn typed(schema: &str) -> Result<String, String> {
        let document = Json::parse(&format!(r#"{{"title":"Thing",{schema}}}"#)).unwrap();
        types(&[("thing", document)]).map(|text| text.split_once("\n\n").unwrap().1.to_owned())
    }

    #[test]
    fn schemas_become_types() {
        let cases = [
            (r#""type":"string""#, "export type Thing = string;\n"),
            (r#""type":["integer","null"]"#, "export type Thing = number | null;\n"),
            (
                r#""enum":["a","b"],"description":"Which.""#,
                "/** Which. */\nexport type Thing = \"a\" | \"b\";\n",
            ),
            (
                r##""type":"array","items":{"anyOf":[{"$ref":"#/$defs/Text"},{"type":"null"}]}"##,
                "export type Thing = (FreeText | null)[];\n",
            ),
            (
                r##""type":"object","properties":{"a":{"type":"boolean"},"b":{"$ref":"#/$defs/Day","description":"When."}},"required":["a"]"##,
                "export interface Thing {\n  a: boolean;\n  /** When. */\n  b?: Day;\n}\n",
            ),
            (
                r#""type":"object","additionalProperties":{"type":"number"}"#,
                "export type Thing = {\n  [key: string]: number;\n};\n",
            ),
            (
                r#""oneOf":[{"const":"a","description":"First.","type":"string"},{"const":"b","type":"string"}]"#,
                "export type Thing =\n  /** First. */\n  | \"a\"\n  | \"b\";\n",
            ),
            (
                r#""oneOf":[{"title":"was_here","type":"object","properties":{}}]"#,
                "export type Thing = WasHereThing;\n\nexport interface WasHereThing {\n}\n",
            ),
        ];
        for (schema, expected) in cases {
            assert_eq!(typed(schema).unwrap().trim_start_matches('\n'), expected, "{schema}");
        }
    }

    #[test]
    fn what_is_not_understood_is_an_error_and_never_left_out() {
        for schema in [
            r#""type":"array""#,
            r#""type":"date""#,
            r#""patternProperties":{},"type":"object""#,
            r##""$ref":"other.json#/$defs/Day""##,
            r#""type":"object","properties":{"a":{"not":{}}}"#,
            r#""description":"anything""#,
        ] {
            assert!(typed(schema).is_err(), "{schema}");
        }
    }

    #[test]
    fn what_differs_between_documents_has_two_names() {
        let document = |title: &str, kind: &str| {
            let text = format!(
                r##"{{"title":"{title}","$ref":"#/$defs/Holder","$defs":{{"Holder":{{"type":"array","items":{{"$ref":"#/$defs/Part"}}}},"Part":{{"type":"{kind}"}},"Same":{{"type":"null"}}}}}}"##
            );
            ("document", Json::parse(&text).unwrap())
        };
        let text = types(&[document("One", "string"), document("Two", "number")]).unwrap();
        let lines: Vec<&str> = text.lines().filter(|line| line.starts_with("export")).collect();
        assert_eq!(
            lines,
            [
                "export type One = OneHolder;",
                "export type OneHolder = OnePart[];",
                "export type OnePart = string;",
                "export type Same = null;",
                "export type Two = TwoHolder;",
                "export type TwoHolder = TwoPart[];",
                "export type TwoPart = number;",
            ]
        );
    }
}
