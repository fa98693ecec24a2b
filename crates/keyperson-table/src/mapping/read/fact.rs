//! Reads the `[[facts]]` templates: which column is which field of which fact.

use std::collections::{BTreeMap, BTreeSet};

use keyperson::fact::{ColumnKind, ColumnSpec, ENVELOPE, EVENTS, EventSpec};
use keyperson::{Json, Place, ProblemKind, phrase};

use super::{Entries, Reader, constant, find};
use crate::cell::Value;
use crate::input::shortened;
use crate::mapping::{ColumnRef, FactTemplate, FieldSource, LookupSpec, Origin, Piece};

/// The keys of a fact template that are not fields of the fact.
const TEMPLATE_KEYS: &[&str] = &["type", "when", "distinct"];

impl Reader {
    pub(super) fn facts(
        &mut self,
        json: Option<&Json>,
        lookups: &BTreeMap<String, LookupSpec>,
        source: Option<&str>,
        key: Option<&str>,
    ) -> Vec<FactTemplate<String>> {
        let place = Place::at("/facts");
        let items = match json {
            Some(Json::List(items)) if !items.is_empty() => items.as_slice(),
            Some(other) => {
                return self.wrong(other, "at least one [[facts]] table", &place).unwrap_or_default();
            }
            None => return self.missing("facts", &Place::default()).unwrap_or_default(),
        };
        let mut ids: BTreeSet<String> = BTreeSet::new();
        let mut templates = Vec::new();
        for (index, item) in items.iter().enumerate() {
            let place = place.field(&index.to_string());
            let Some(template) = self.fact(item, lookups, source, key, &place) else { continue };
            let id = template
                .fields
                .iter()
                .find(|field| field.name == "id")
                .map(|field| format!("{:?}", field.from));
            if id.is_some_and(|id| !ids.insert(id)) {
                let what =
                    phrase!("another fact template has the same id, so the facts of a row would conflict");
                self.add(place.field("id"), ProblemKind::Contradiction { what });
            }
            templates.push(template);
        }
        templates
    }

    fn fact(
        &mut self,
        json: &Json,
        lookups: &BTreeMap<String, LookupSpec>,
        source: Option<&str>,
        key: Option<&str>,
        place: &Place,
    ) -> Option<FactTemplate<String>> {
        let entries = self.object(json, place)?;
        let type_name = self.required(entries, "type", place)?;
        let Some(spec) = EventSpec::named(type_name) else {
            let known = EVENTS.iter().map(|spec| spec.type_name).collect::<Vec<_>>().join(", ");
            self.add(place.field("type"), ProblemKind::UnknownType { found: shortened(type_name), known });
            return None;
        };
        let when =
            find(entries, "when").map(|json| self.conditions(json, &place.field("when"))).unwrap_or_default();
        let distinct = self.flag(entries, "distinct", place).unwrap_or(false);
        let columns: Vec<&ColumnSpec> = ENVELOPE
            .iter()
            .filter(|column| !matches!(column.name, "schema" | "type"))
            .chain(spec.fields)
            .collect();
        let known: Vec<&str> =
            TEMPLATE_KEYS.iter().copied().chain(columns.iter().map(|column| column.name)).collect();
        self.refuse_unknown(entries, &known, place);
        let mut fields = Vec::new();
        for column in columns {
            let at = place.field(column.name);
            if let Some(json) = find(entries, column.name) {
                fields.extend(self.field(json, column, lookups, &at));
                continue;
            }
            let given = match (column.name, key, source) {
                ("id", Some(key), _) => Some(format!("{type_name}:{key}")),
                ("source", _, Some(source)) => Some(source.replace('{', "{{").replace('}', "}}")),
                _ => None,
            };
            match given {
                Some(template) => fields.extend(self.field(&Json::Text(template), column, lookups, &at)),
                None if column.required => self.missing(column.name, place).unwrap_or_default(),
                None if column.name == "person" && spec.person_required => {
                    self.add(at, ProblemKind::MissingPerson { fact_type: type_name.to_owned() });
                }
                None => {}
            }
        }
        Some(FactTemplate { spec, when, distinct, fields })
    }

    fn field(
        &mut self,
        json: &Json,
        column: &ColumnSpec,
        lookups: &BTreeMap<String, LookupSpec>,
        place: &Place,
    ) -> Option<FieldSource<String>> {
        let plain = |from| FieldSource {
            name: column.name,
            kind: column.kind,
            from,
            lookup: None,
            map: None,
            keep_unmapped: false,
            default: None,
            divide: None,
        };
        match json {
            Json::Text(text) => {
                let from = self.template(text, place)?;
                if let Origin::Constant(value) = &from {
                    self.check_word(&value.text(), column, place);
                }
                Some(plain(from))
            }
            Json::Object(entries) => {
                let from = self.origin(entries, column, place);
                let known = [
                    "column",
                    "template",
                    "value",
                    "optional",
                    "lookup",
                    "take",
                    "map",
                    "keep_unmapped",
                    "default",
                    "divide",
                ];
                self.refuse_unknown(entries, &known, place);
                let lookup = self.lookup_of(entries, lookups, place);
                let map = find(entries, "map").map(|json| self.map(json, column, &place.field("map")));
                let keep_unmapped = self.flag(entries, "keep_unmapped", place).unwrap_or(false);
                let default = self.constant_of(entries, "default", column, place);
                let divide = self.divide(entries, column, place);
                Some(FieldSource { lookup, map, keep_unmapped, default, divide, ..plain(from?) })
            }
            other => match constant(other) {
                Some(value) => Some(plain(Origin::Constant(value))),
                None => self.wrong(other, "a text, a number, or a table with `column`", place),
            },
        }
    }

    fn origin(&mut self, entries: &Entries, column: &ColumnSpec, place: &Place) -> Option<Origin<String>> {
        let given: Vec<&str> = ["column", "template", "value"]
            .into_iter()
            .filter(|name| find(entries, name).is_some())
            .collect();
        match given.as_slice() {
            ["column"] => {
                let name = self.text(entries, "column", place)?.to_owned();
                let optional = self.flag(entries, "optional", place).unwrap_or(false);
                Some(Origin::Column(ColumnRef { column: name, optional }))
            }
            ["template"] => {
                let text = self.text(entries, "template", place)?;
                self.template(text, &place.field("template"))
            }
            ["value"] => self.constant_of(entries, "value", column, place).map(Origin::Constant),
            _ => {
                let what = phrase!("a field has exactly one of `column`, `template` and `value`");
                self.add(place.clone(), ProblemKind::Contradiction { what });
                None
            }
        }
    }

    fn constant_of(
        &mut self,
        entries: &Entries,
        name: &str,
        column: &ColumnSpec,
        place: &Place,
    ) -> Option<Value<'static>> {
        let json = find(entries, name)?;
        match constant(json) {
            Some(value) => {
                self.check_word(&value.text(), column, &place.field(name));
                Some(value)
            }
            None => self.wrong(json, "a text, a number, true or false", &place.field(name)),
        }
    }

    fn lookup_of(
        &mut self,
        entries: &Entries,
        lookups: &BTreeMap<String, LookupSpec>,
        place: &Place,
    ) -> Option<(String, String)> {
        let (lookup, take) = (find(entries, "lookup"), find(entries, "take"));
        if lookup.is_none() && take.is_none() {
            return None;
        }
        let name = self.required(entries, "lookup", place);
        let take = self.required(entries, "take", place);
        let (name, take) = (name?, take?);
        if !lookups.contains_key(name) {
            let known = lookups.keys().cloned().collect::<Vec<_>>().join(", ");
            self.add(place.field("lookup"), ProblemKind::UnknownLookup { found: shortened(name), known });
        }
        Some((name.to_owned(), take.to_owned()))
    }

    fn map(&mut self, json: &Json, column: &ColumnSpec, place: &Place) -> BTreeMap<String, String> {
        let mut map = BTreeMap::new();
        for (from, to) in self.object(json, place).unwrap_or_default() {
            let place = place.field(from);
            match constant(to) {
                Some(value) => {
                    self.check_word(&value.text(), column, &place);
                    map.insert(from.clone(), value.text().into_owned());
                }
                None => self.wrong(to, "a text, a number, true or false", &place).unwrap_or_default(),
            }
        }
        map
    }

    fn divide(&mut self, entries: &Entries, column: &ColumnSpec, place: &Place) -> Option<f64> {
        let json = find(entries, "divide")?;
        let place = place.field("divide");
        if !matches!(column.kind, ColumnKind::Number { .. }) {
            let what = phrase!("`{}` is not a number, so it cannot be divided", column.name);
            self.add(place, ProblemKind::Contradiction { what });
            return None;
        }
        match constant(json).and_then(|value| value.text().parse::<f64>().ok()) {
            Some(value) if value.is_finite() && value > 0.0 => Some(value),
            _ => self.wrong(json, "a number above 0", &place),
        }
    }

    /// A word that a row will bring anyway is better refused before the first row is read.
    fn check_word(&mut self, text: &str, column: &ColumnSpec, place: &Place) {
        if let ColumnKind::Word(words) = column.kind
            && !words.contains(&text)
        {
            let _: Option<()> = self.unknown_value(text, &words.join(", "), place);
        }
    }

    /// A text with columns in braces; a brace itself is written twice.
    pub(super) fn template(&mut self, text: &str, place: &Place) -> Option<Origin<String>> {
        let Some(pieces) = pieces(text) else {
            self.add(place.clone(), ProblemKind::BadTemplate { found: shortened(text) });
            return None;
        };
        match pieces.as_slice() {
            [] => Some(Origin::Constant(Value::Blank)),
            [Piece::Text(only)] => Some(Origin::Constant(Value::Text(only.clone().into()))),
            _ => Some(Origin::Template(pieces)),
        }
    }
}

fn pieces(text: &str) -> Option<Vec<Piece<String>>> {
    let mut pieces = Vec::new();
    let mut plain = String::new();
    let mut chars = text.chars().peekable();
    while let Some(found) = chars.next() {
        match found {
            '{' | '}' if chars.peek() == Some(&found) => {
                chars.next();
                plain.push(found);
            }
            '}' => return None,
            '{' => {
                let mut name = String::new();
                loop {
                    match chars.next()? {
                        '}' => break,
                        '{' => return None,
                        other => name.push(other),
                    }
                }
                if name.is_empty() {
                    return None;
                }
                if !plain.is_empty() {
                    pieces.push(Piece::Text(std::mem::take(&mut plain)));
                }
                pieces.push(Piece::Column(name));
            }
            other => plain.push(other),
        }
    }
    if !plain.is_empty() {
        pieces.push(Piece::Text(plain));
    }
    Some(pieces)
}
