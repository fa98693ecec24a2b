//! Writes a portfolio as Arrow tables: one of people, one of partners.

use std::sync::Arc;

use arrow_array::{ArrayRef, RecordBatch};
use arrow_schema::{DataType, Field, Fields, Schema};
use arrow_select::concat::concat_batches;
use keyperson::answer::portfolio;
use keyperson::{Error, Policy, Portfolio, Trait};
use serde::Serialize;
use serde_json::Value;

use super::{tree, unreadable};
use crate::side_by_side::side_by_side;

/// Rows that become columns at once.
const PIECE: usize = 512;

/// One row a person, in the portfolio's order.
///
/// Columns are the fields of a person's row. Three lists of fixed items become columns of their own, so that they can
/// be filtered and plotted: `traits` one per trait, `mismatches` one per pattern of the policy (its state), and `rungs`
/// three a rung (`…_status`, `…_count`, `…_odds`). Further nested fields are nested columns.
/// Times are in UTC, in microseconds.
///
/// # Errors
/// `unreadable_input` where Arrow has no room for so much text in one column (2 GiB).
pub fn people_table(portfolio: &Portfolio, policy: &Policy) -> Result<RecordBatch, Error> {
    let fields = definition("PersonRow", &root());
    in_pieces(&portfolio.people, &|rows| people_batch(rows, &fields, policy))
}

fn people_batch(rows: &[Value], fields: &Fields, policy: &Policy) -> Result<RecordBatch, Error> {
    let mut columns = Columns { rows, fields: Vec::new(), arrays: Vec::new() };
    for field in fields {
        match field.name().as_str() {
            "traits" => {
                for (index, name) in Trait::WORDS.iter().enumerate() {
                    columns.add(name, &DataType::Float64, |row| row.get("traits")?.get(index))?;
                }
            }
            "mismatches" => {
                for name in policy.mismatch.patterns.keys() {
                    columns.add(name.as_str(), &DataType::Utf8, |row| {
                        entry(row, "mismatches", "pattern", name.as_str())?.get("state")
                    })?;
                }
            }
            "rungs" => {
                for rung in &policy.ladder.rungs {
                    let code = rung.code.as_str();
                    let parts =
                        [("status", DataType::Utf8), ("count", DataType::Int64), ("odds", DataType::Float64)];
                    for (part, of) in parts {
                        columns.add(&format!("{code}_{part}"), &of, |row| {
                            entry(row, "rungs", "code", code)?.get(part)
                        })?;
                    }
                }
            }
            name => columns.add(name, field.data_type(), |row| row.get(name))?,
        }
    }
    columns.finish()
}

/// One row a partner, by id.
///
/// # Errors
/// As [`people_table`].
pub fn partners_table(portfolio: &Portfolio) -> Result<RecordBatch, Error> {
    let fields = definition("PartnerRow", &root());
    in_pieces(&portfolio.partners, &|rows| {
        let mut columns = Columns { rows, fields: Vec::new(), arrays: Vec::new() };
        for field in &fields {
            columns.add(field.name(), field.data_type(), |row| row.get(field.name()))?;
        }
        columns.finish()
    })
}

/// The table of all rows, of which pieces are made side by side: as JSON values, rows take a hundred times their room.
fn in_pieces<R: Serialize + Sync>(
    rows: &[R],
    batch: &(dyn Fn(&[Value]) -> Result<RecordBatch, Error> + Sync),
) -> Result<RecordBatch, Error> {
    let made = |rows: &[R]| batch(&rows.iter().map(value).collect::<Vec<_>>());
    let empty = made(&[])?;
    let batches = side_by_side(rows.chunks(PIECE).collect(), made);
    let batches: Vec<RecordBatch> = batches.into_iter().collect::<Result<_, _>>()?;
    match batches.as_slice() {
        [] => Ok(empty),
        [only] => Ok(only.clone()),
        many => concat_batches(&empty.schema(), many).map_err(|error| unreadable(&error)),
    }
}

struct Columns<'r> {
    rows: &'r [Value],
    fields: Vec<Field>,
    arrays: Vec<ArrayRef>,
}

impl Columns<'_> {
    fn add<'v>(
        &'v mut self,
        name: &str,
        of: &DataType,
        pick: impl Fn(&'v Value) -> Option<&'v Value>,
    ) -> Result<(), Error> {
        let values: Vec<Option<&Value>> = self.rows.iter().map(pick).collect();
        let array = tree::column(&values, of).map_err(|error| unreadable(&error))?;
        self.fields.push(Field::new(name, of.clone(), true));
        self.arrays.push(array);
        Ok(())
    }

    fn finish(self) -> Result<RecordBatch, Error> {
        RecordBatch::try_new(Arc::new(Schema::new(self.fields)), self.arrays)
            .map_err(|error| unreadable(&error))
    }
}

fn value(row: &impl Serialize) -> Value {
    serde_json::to_value(row).unwrap_or_default()
}

fn root() -> Value {
    serde_json::from_str(portfolio::JSON_SCHEMA).unwrap_or_default()
}

fn definition(name: &str, root: &Value) -> Fields {
    root.get("$defs")
        .and_then(|definitions| definitions.get(name))
        .map_or_else(Fields::empty, |definition| tree::fields(definition, root))
}

/// The item of the list `field` whose `key` is `wanted`.
fn entry<'v>(row: &'v Value, field: &str, key: &str, wanted: &str) -> Option<&'v Value> {
    row.get(field)?.as_array()?.iter().find(|item| item.get(key).is_some_and(|found| found == wanted))
}
