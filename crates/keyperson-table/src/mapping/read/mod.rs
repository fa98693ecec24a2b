//! Reads a mapping file, and collects every mistake in it.

mod fact;
mod input;

use std::collections::BTreeMap;

use keyperson::{Error, Json, MAX_DOCUMENT_BYTES, Phrase, Place, Problem, ProblemKind, phrase};

use super::{ColumnRef, Condition, LookupSpec, MAPPING_SCHEMA, Mapping, SkipRule, Test};
use crate::cell::Value;
use crate::input::shortened;

type Entries = [(String, Json)];

pub(super) fn mapping(text: &str) -> Result<Mapping, Error> {
    if text.len() > MAX_DOCUMENT_BYTES {
        let bytes = u64::try_from(text.len()).unwrap_or(u64::MAX);
        let limit = u64::try_from(MAX_DOCUMENT_BYTES).unwrap_or(u64::MAX);
        return Err(Error::one(Place::default(), ProblemKind::InputTooLarge { bytes, limit }));
    }
    let table: toml::Table =
        text.trim_start_matches('\u{feff}').parse().map_err(|error: toml::de::Error| {
            let before = error.span().and_then(|span| text.get(..span.start)).unwrap_or_default();
            let line = u64::try_from(before.split('\n').count()).ok();
            let kind = ProblemKind::NotToml { reason: error.message().to_owned() };
            Error::one(Place { line: line.filter(|_| error.span().is_some()), path: String::new() }, kind)
        })?;
    let tree = tree(toml::Value::Table(table));
    let mut reader = Reader { problems: Vec::new() };
    let mapping = reader.mapping(&tree);
    match Error::many(reader.problems) {
        Some(error) => Err(error),
        None => mapping.ok_or_else(|| Error::one(Place::default(), ProblemKind::NothingToRead {})),
    }
}

fn tree(value: toml::Value) -> Json {
    match value {
        toml::Value::String(text) => Json::Text(text),
        toml::Value::Integer(value) => Json::Integer(value),
        toml::Value::Float(value) => Json::Float(value),
        toml::Value::Boolean(value) => Json::Bool(value),
        toml::Value::Datetime(value) => Json::Text(value.to_string()),
        toml::Value::Array(items) => Json::List(items.into_iter().map(tree).collect()),
        toml::Value::Table(table) => {
            Json::Object(table.into_iter().map(|(key, value)| (key, tree(value))).collect())
        }
    }
}

struct Reader {
    problems: Vec<Problem>,
}

impl Reader {
    fn add(&mut self, place: Place, kind: ProblemKind) {
        self.problems.push(Problem { place, kind });
    }

    fn wrong<T>(&mut self, json: &Json, expected: &'static str, place: &Place) -> Option<T> {
        let kind = ProblemKind::WrongType {
            expected: Phrase::plain(expected),
            found: keyperson::json::Value::from(json).describe(),
        };
        self.add(place.clone(), kind);
        None
    }

    fn missing<T>(&mut self, field: &str, place: &Place) -> Option<T> {
        self.add(place.field(field), ProblemKind::MissingField { field: field.to_owned() });
        None
    }

    fn object<'a>(&mut self, json: &'a Json, place: &Place) -> Option<&'a Entries> {
        match json {
            Json::Object(entries) => Some(entries),
            other => self.wrong(other, "a table", place),
        }
    }

    fn refuse_unknown(&mut self, entries: &Entries, known: &[&str], place: &Place) {
        for (name, _) in entries {
            if !known.contains(&name.as_str()) {
                let kind = ProblemKind::UnknownField { field: shortened(name), known: known.join(", ") };
                self.add(place.field(name), kind);
            }
        }
    }

    fn text<'a>(&mut self, entries: &'a Entries, field: &str, place: &Place) -> Option<&'a str> {
        match find(entries, field)? {
            Json::Text(text) => Some(text),
            other => self.wrong(other, "a text", &place.field(field)),
        }
    }

    fn required<'a>(&mut self, entries: &'a Entries, field: &str, place: &Place) -> Option<&'a str> {
        if find(entries, field).is_none() {
            return self.missing(field, place);
        }
        self.text(entries, field, place)
    }

    fn flag(&mut self, entries: &Entries, field: &str, place: &Place) -> Option<bool> {
        match find(entries, field)? {
            Json::Bool(value) => Some(*value),
            other => self.wrong(other, "true or false", &place.field(field)),
        }
    }

    /// A list of texts, or one text alone; numbers and truth values count as their texts.
    fn texts(&mut self, json: &Json, place: &Place) -> Vec<String> {
        let items = match json {
            Json::List(items) => items.as_slice(),
            one => std::slice::from_ref(one),
        };
        let mut texts = Vec::new();
        for item in items {
            match constant(item) {
                Some(value) => texts.push(value.text().into_owned()),
                None => self.wrong(item, "a text", place).unwrap_or_default(),
            }
        }
        texts
    }

    fn one_char(&mut self, entries: &Entries, field: &str, place: &Place) -> Option<char> {
        let text = self.text(entries, field, place)?;
        let mut chars = text.chars();
        match (chars.next(), chars.next()) {
            (Some(only), None) => Some(only),
            _ => self.wrong(&Json::Text(text.to_owned()), "a single character", &place.field(field)),
        }
    }

    fn mapping(&mut self, tree: &Json) -> Option<Mapping> {
        let root = Place::default();
        let entries = self.object(tree, &root)?;
        if !self.schema(entries) {
            // Another version may mean anything by its other keys: say this and nothing else.
            return None;
        }
        let known = ["schema", "description", "source", "input", "columns", "lookups", "skip", "facts"];
        self.refuse_unknown(entries, &known, &root);
        let _ = self.text(entries, "description", &root);
        let source = self.text(entries, "source", &root).map(str::to_owned);
        let (input, key) = self.input(find(entries, "input"), &root.field("input"));
        let columns = self.columns(find(entries, "columns"), &root.field("columns"));
        let lookups = self.lookups(find(entries, "lookups"), &root.field("lookups"));
        let skips = self.skips(find(entries, "skip"), &root.field("skip"));
        let facts = self.facts(find(entries, "facts"), &lookups, source.as_deref(), key.as_deref());
        Some(Mapping { input: input?, columns, lookups, skips, facts })
    }

    fn schema(&mut self, entries: &Entries) -> bool {
        let root = Place::default();
        let Some(found) = self.required(entries, "schema", &root) else { return true };
        if found == MAPPING_SCHEMA {
            return true;
        }
        let newer = found.strip_prefix("keyperson.mapping/").and_then(|rest| rest.parse::<u64>().ok());
        let (found, supported) = (shortened(found), MAPPING_SCHEMA.to_owned());
        let kind = if newer.is_some_and(|version| version > 1) {
            ProblemKind::NewerSchema { found, supported }
        } else {
            ProblemKind::UnknownSchema { found, supported }
        };
        self.add(root.field("schema"), kind);
        false
    }

    fn unknown_value<T>(&mut self, found: &str, allowed: &str, place: &Place) -> Option<T> {
        let kind = ProblemKind::UnknownValue { found: shortened(found), allowed: Phrase::verbatim(allowed) };
        self.add(place.clone(), kind);
        None
    }

    fn columns(&mut self, json: Option<&Json>, place: &Place) -> BTreeMap<String, Vec<String>> {
        let Some(entries) = json.and_then(|json| self.object(json, place)) else { return BTreeMap::new() };
        entries.iter().map(|(name, json)| (name.clone(), self.texts(json, &place.field(name)))).collect()
    }

    fn lookups(&mut self, json: Option<&Json>, place: &Place) -> BTreeMap<String, LookupSpec> {
        let Some(entries) = json.and_then(|json| self.object(json, place)) else { return BTreeMap::new() };
        let mut lookups = BTreeMap::new();
        for (name, json) in entries {
            let place = place.field(name);
            let Some(entries) = self.object(json, &place) else { continue };
            self.refuse_unknown(entries, &["file", "key"], &place);
            let file = self.required(entries, "file", &place).unwrap_or_default().to_owned();
            let key = self.required(entries, "key", &place).unwrap_or_default().to_owned();
            lookups.insert(name.clone(), LookupSpec { file, key });
        }
        lookups
    }

    fn skips(&mut self, json: Option<&Json>, place: &Place) -> Vec<SkipRule<String>> {
        let Some(json) = json else { return Vec::new() };
        let Json::List(items) = json else {
            return self.wrong(json, "a list of tables", place).unwrap_or_default();
        };
        let mut rules = Vec::new();
        for (index, item) in items.iter().enumerate() {
            let place = place.field(&index.to_string());
            let Some(entries) = self.object(item, &place) else { continue };
            self.refuse_unknown(entries, &["when", "reason"], &place);
            let reason = self.required(entries, "reason", &place).unwrap_or_default().to_owned();
            let when = match find(entries, "when") {
                Some(json) => self.conditions(json, &place.field("when")),
                None => self.missing("when", &place).unwrap_or_default(),
            };
            rules.push(SkipRule { when, reason });
        }
        rules
    }

    fn conditions(&mut self, json: &Json, place: &Place) -> Vec<Condition<String>> {
        match json {
            Json::List(items) => items
                .iter()
                .enumerate()
                .filter_map(|(index, item)| self.condition(item, &place.field(&index.to_string())))
                .collect(),
            one => self.condition(one, place).into_iter().collect(),
        }
    }

    fn condition(&mut self, json: &Json, place: &Place) -> Option<Condition<String>> {
        let entries = self.object(json, place)?;
        self.refuse_unknown(entries, &["column", "optional", "is", "is_not", "blank"], place);
        let column = self.required(entries, "column", place).unwrap_or_default().to_owned();
        let optional = self.flag(entries, "optional", place).unwrap_or(false);
        let mut tests = Vec::new();
        if let Some(json) = find(entries, "is") {
            tests.push(Test::Is(self.texts(json, &place.field("is")).into_iter().collect()));
        }
        if let Some(json) = find(entries, "is_not") {
            tests.push(Test::IsNot(self.texts(json, &place.field("is_not")).into_iter().collect()));
        }
        tests.extend(self.flag(entries, "blank", place).map(Test::Blank));
        let count = tests.len();
        let test = tests.into_iter().next();
        if count != 1 {
            let what = phrase!("a condition has exactly one of `is`, `is_not` and `blank`");
            self.add(place.clone(), ProblemKind::Contradiction { what });
        }
        Some(Condition { column: ColumnRef { column, optional }, test: test? })
    }
}

fn find<'a>(entries: &'a Entries, field: &str) -> Option<&'a Json> {
    entries.iter().find(|(name, _)| name == field).map(|(_, json)| json)
}

fn constant(json: &Json) -> Option<Value<'static>> {
    match json {
        Json::Text(text) => Some(Value::Text(text.clone().into())),
        Json::Integer(value) => Some(Value::Integer(*value)),
        Json::Float(value) => Some(Value::Float(*value)),
        Json::Bool(value) => Some(Value::Bool(*value)),
        Json::Null | Json::List(_) | Json::Object(_) => None,
    }
}
