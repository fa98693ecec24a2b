//! Makes one fact of one row.

use std::borrow::Cow;

use keyperson::fact::FactReader;
use keyperson::json::Value as Field;
use keyperson::{Error, Fact, Place, Problem, ProblemKind};

use crate::bind::{Bound, BoundColumn};
use crate::cell::Value;
use crate::input::{Input, shortened};
use crate::lookup::Lookups;
use crate::mapping::{Condition, FactTemplate, FieldSource, Mapping, Origin, Piece, SkipRule, Test, listed};
use crate::side_by_side::side_by_side;
use crate::visitor::Rows;

/// Rows that one thread reads before it looks for others.
const PIECE: usize = 1_024;

/// What came of a row.
pub(super) enum Outcome {
    /// It is left out by the rule of this number; the number after the last one where no template applies.
    Skipped(usize),
    /// It gives these facts, each with the number of its template.
    Facts(Vec<(usize, Fact)>),
    /// It cannot be read.
    Bad(Error),
}

/// Reads the rows of a table, each by itself.
#[derive(Clone, Copy)]
pub(super) struct RowReader<'a> {
    pub mapping: &'a Mapping,
    pub lookups: &'a Lookups,
    pub bound: &'a Bound,
    pub header: &'a [String],
}

impl RowReader<'_> {
    /// What comes of each row with its line, in their order; pieces of them are read on all cores.
    pub(super) fn all(self, rows: &dyn Rows) -> Vec<Vec<(u64, Outcome)>> {
        let piece = |piece: usize| {
            let from = piece.saturating_mul(PIECE);
            let facts = FactReader::default();
            let mut cells = Vec::new();
            let each = from..from.saturating_add(PIECE).min(rows.count());
            each.map(|row| self.one(rows, row, &mut cells, &facts)).collect()
        };
        side_by_side((0..rows.count().div_ceil(PIECE)).collect(), piece)
    }

    fn one<'r>(
        &self,
        rows: &'r dyn Rows,
        row: usize,
        cells: &mut Vec<Value<'r>>,
        facts: &FactReader,
    ) -> (u64, Outcome) {
        let line = match rows.row(row, cells) {
            Ok(line) => line,
            Err(error) => {
                let line = error.problems().iter().find_map(|problem| problem.place.line);
                return (line.unwrap_or(0), Outcome::Bad(error));
            }
        };
        let skips = &self.bound.skips;
        let skipped = |rule: &SkipRule<BoundColumn>| rule.when.iter().all(|condition| condition.holds(cells));
        if let Some(rule) = skips.iter().position(skipped) {
            return (line, Outcome::Skipped(rule));
        }
        let context =
            Context { input: &self.mapping.input, lookups: self.lookups, header: self.header, facts };
        let (mut found, mut problems) = (Vec::new(), Vec::new());
        for (index, template) in self.bound.facts.iter().enumerate() {
            if template.when.iter().all(|condition| condition.holds(cells)) {
                match template.fact(cells, line, &context) {
                    Ok(fact) => found.push((index, fact)),
                    Err(bad) => problems.extend(bad),
                }
            }
        }
        let outcome = match Error::many(problems) {
            Some(error) => Outcome::Bad(error),
            None if found.is_empty() => Outcome::Skipped(skips.len()),
            None => Outcome::Facts(found),
        };
        (line, outcome)
    }
}

/// What a row is read with.
pub(super) struct Context<'a> {
    pub input: &'a Input,
    pub lookups: &'a Lookups,
    pub header: &'a [String],
    pub facts: &'a FactReader,
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
        let mut values = Vec::with_capacity(self.fields.len());
        let mut bad: Vec<(usize, ProblemKind)> = Vec::new();
        for (place, field) in self.fields.iter().enumerate() {
            match field.held(cells, context) {
                Ok(Value::Blank) => {}
                Ok(value) => values.push((place, field, value)),
                Err(kind) => bad.push((place, kind)),
            }
        }
        let mut row = Vec::with_capacity(values.len().saturating_add(1));
        row.push(("type", Field::Text(self.spec.type_name)));
        for (place, field, value) in &values {
            match value.field(field.kind, field.divide, context.input) {
                Ok(value) => row.push((field.name, value)),
                Err(kind) => bad.push((*place, kind)),
            }
        }
        match context.facts.read(Field::Row(&row)) {
            Ok(fact) if bad.is_empty() => Ok(fact),
            read => Err(self.problems(bad, read.err(), line, context)),
        }
    }

    /// What is wrong with the fields, in their order, and what the core says of the others.
    fn problems(
        &self,
        mut bad: Vec<(usize, ProblemKind)>,
        said: Option<Error>,
        line: u64,
        context: &Context<'_>,
    ) -> Vec<Problem> {
        bad.sort_by_key(|(place, _)| *place);
        let bad = bad.into_iter().filter_map(|(place, kind)| Some((self.fields.get(place)?.name, kind)));
        let (failed, mut problems): (Vec<&str>, Vec<Problem>) =
            bad.map(|(name, kind)| (name, Problem { place: self.place(name, line, context), kind })).unzip();
        if let Some(said) = said {
            problems.extend(self.relocated(&said, &failed, line, context));
        }
        problems
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
    /// The value as its field holds it, or the default; blank where there is neither.
    fn held<'r>(&'r self, cells: &'r [Value<'r>], context: &Context<'r>) -> Result<Value<'r>, ProblemKind> {
        let value = match (self.value(cells, context)?, &self.default) {
            (Value::Blank, Some(default)) => default.clone(),
            (value, _) => value,
        };
        Ok(value.held_by(self.kind))
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
