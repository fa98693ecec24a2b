//! Makes one fact of one row.

use std::borrow::Cow;

use keyperson::{Error, Fact, Json, Place, Problem, ProblemKind};

use crate::bind::BoundColumn;
use crate::cell::Value;
use crate::input::{Input, shortened};
use crate::lookup::Lookups;
use crate::mapping::{Condition, FactTemplate, FieldSource, Origin, Piece, Test, listed};

/// What a row is read with.
pub(super) struct Context<'a> {
    pub input: &'a Input,
    pub lookups: &'a Lookups,
    pub header: &'a [String],
}

impl Condition<BoundColumn> {
    /// Whether the row meets the condition; a column that the table lacks is blank.
    pub(super) fn holds(&self, cells: &[Value<'_>]) -> bool {
        let cell = cell(cells, self.column.column);
        match &self.test {
            Test::Is(texts) => texts.contains(cell.text().as_ref()),
            Test::IsNot(texts) => !texts.contains(cell.text().as_ref()),
            Test::Blank(blank) => cell.is_blank() == *blank,
        }
    }
}

impl FactTemplate<BoundColumn> {
    /// The fact, or everything that is wrong with it, each at its line and column.
    pub(super) fn fact(
        &self,
        cells: &[Value<'_>],
        line: u64,
        context: &Context<'_>,
    ) -> Result<Fact, Vec<Problem>> {
        let mut entries = vec![("type".to_owned(), Json::Text(self.spec.type_name.to_owned()))];
        let mut problems = Vec::new();
        let mut failed = Vec::new();
        for field in &self.fields {
            match field.json(cells, context) {
                Ok(Some(json)) => entries.push((field.name.to_owned(), json)),
                Ok(None) => {}
                Err(kind) => {
                    failed.push(field.name);
                    problems.push(Problem { place: self.place(field.name, line, context), kind });
                }
            }
        }
        match Fact::from_json(&Json::Object(entries)) {
            Ok(fact) if problems.is_empty() => Ok(fact),
            Ok(_) => Err(problems),
            Err(error) => {
                problems.extend(self.relocated(&error, &failed, line, context));
                Err(problems)
            }
        }
    }

    /// The core's problems, at the columns from which the fields came. A field that could not even be converted is
    /// missing to the core, and has its problem already.
    fn relocated(&self, error: &Error, failed: &[&str], line: u64, context: &Context<'_>) -> Vec<Problem> {
        let name_of = |problem: &Problem| problem.path().trim_start_matches('/').to_owned();
        error
            .problems()
            .iter()
            .map(|problem| (name_of(problem), problem))
            .filter(|(name, _)| !failed.contains(&name.as_str()))
            .map(|(name, problem)| Problem {
                place: self.place(&name, line, context),
                kind: problem.kind.clone(),
            })
            .collect()
    }

    /// The line and the column from which a field comes; the field itself where it comes from no single column.
    fn place(&self, field: &str, line: u64, context: &Context<'_>) -> Place {
        let source = self.fields.iter().find(|source| source.name == field);
        let column = match source.map(|source| &source.from) {
            Some(Origin::Column(column)) => column.column.and_then(|index| context.header.get(index)),
            _ => None,
        };
        Place { line: Some(line), path: String::new() }.field(column.map_or(field, String::as_str))
    }
}

impl FieldSource<BoundColumn> {
    fn json(&self, cells: &[Value<'_>], context: &Context<'_>) -> Result<Option<Json>, ProblemKind> {
        let value = self.value(cells, context)?;
        let value = match (&value, &self.default) {
            (Value::Blank, Some(default)) => default,
            (Value::Blank, None) => return Ok(None),
            (value, _) => value,
        };
        value.to_json(self.kind, self.divide, context.input).map(Some)
    }

    /// The cell, looked up and translated; blank where there is nothing, or nothing known and a default is given.
    fn value<'r>(&'r self, cells: &'r [Value<'r>], context: &Context<'r>) -> Result<Value<'r>, ProblemKind> {
        let mut value = match &self.from {
            Origin::Column(column) => cell(cells, column.column).clone(),
            Origin::Template(pieces) => composed(pieces, cells),
            Origin::Constant(value) => value.clone(),
        };
        if let (Some((lookup, take)), false) = (&self.lookup, value.is_blank()) {
            let key = value.text();
            value = match context.lookups.find(lookup, take, &key) {
                Some(found) => found.clone(),
                None if self.default.is_some() => Value::Blank,
                None => {
                    return Err(ProblemKind::MissingLookupRow {
                        lookup: lookup.clone(),
                        key: shortened(&key),
                    });
                }
            };
        }
        if let (Some(map), false) = (&self.map, value.is_blank()) {
            let key = value.text();
            value = match map.get(key.as_ref()) {
                Some(found) => Value::Text(Cow::Borrowed(found)),
                None if self.keep_unmapped => return Ok(value.clone()),
                None if self.default.is_some() => Value::Blank,
                None => {
                    let allowed = listed(map.keys().map(String::as_str));
                    return Err(ProblemKind::UnknownValue { found: shortened(&key), allowed });
                }
            };
        }
        Ok(value)
    }
}

fn cell<'r>(cells: &'r [Value<'r>], column: BoundColumn) -> &'r Value<'r> {
    column.and_then(|index| cells.get(index)).unwrap_or(&Value::Blank)
}

/// The template with its columns filled in; blank where one of them is.
fn composed<'r>(pieces: &[Piece<BoundColumn>], cells: &[Value<'_>]) -> Value<'r> {
    let mut text = String::new();
    for piece in pieces {
        match piece {
            Piece::Text(plain) => text.push_str(plain),
            Piece::Column(column) => match cell(cells, *column) {
                Value::Blank => return Value::Blank,
                value => text.push_str(&value.text()),
            },
        }
    }
    Value::Text(Cow::Owned(text))
}
