//! Writes facts as an Arrow table: one row a fact, every field of every type as a nullable column.

use std::sync::Arc;

use arrow_array::RecordBatch;
use arrow_schema::{DataType, Field, Schema, TimeUnit};
use keyperson::fact::{ColumnKind, ENVELOPE, EVENTS};
use keyperson::{Error, Journal};
use serde_json::Value;

use super::{tree, unreadable};

/// A journal as one table; times in UTC. Reading it with [`FactsReader`](super::FactsReader) gives the same facts,
/// their instants written with the offset of UTC.
///
/// # Errors
/// `unreadable_input` where Arrow has no room for so much text in one column (2 GiB).
pub fn journal_table(journal: &Journal) -> Result<RecordBatch, Error> {
    let facts: Vec<Value> =
        journal.facts().iter().map(|fact| serde_json::to_value(fact).unwrap_or_default()).collect();
    let mut fields: Vec<Field> = Vec::new();
    for column in ENVELOPE.iter().chain(EVENTS.iter().flat_map(|event| event.fields)) {
        if column.name != "schema" && !fields.iter().any(|field| field.name() == column.name) {
            fields.push(Field::new(
                column.name,
                data_type(column.kind),
                !column.required || !in_all(column.name),
            ));
        }
    }
    let columns = fields
        .iter()
        .map(|field| {
            let values: Vec<Option<&Value>> = facts.iter().map(|fact| fact.get(field.name())).collect();
            tree::column(&values, field.data_type())
        })
        .collect::<Result<Vec<_>, _>>()
        .map_err(|error| unreadable(&error))?;
    RecordBatch::try_new(Arc::new(Schema::new(fields)), columns).map_err(|error| unreadable(&error))
}

fn in_all(name: &str) -> bool {
    ENVELOPE.iter().any(|column| column.name == name)
}

/// The column's type; a field has values of one Arrow type in all types of fact.
fn data_type(kind: ColumnKind) -> DataType {
    match kind {
        ColumnKind::Number { .. } => DataType::Float64,
        ColumnKind::Count => DataType::Int64,
        ColumnKind::Boolean => DataType::Boolean,
        ColumnKind::Day => DataType::Date32,
        ColumnKind::Instant => DataType::Timestamp(TimeUnit::Nanosecond, Some("UTC".into())),
        ColumnKind::Key | ColumnKind::Text | ColumnKind::Zone | ColumnKind::Word(_) => DataType::Utf8,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    // INVARIANT: a field of one name has one Arrow type in all types of fact, so that a column loses nothing.
    #[test]
    fn fields_of_one_name_agree() {
        let all = || EVENTS.iter().flat_map(|event| event.fields).chain(ENVELOPE);
        for one in all() {
            for other in all().filter(|other| other.name == one.name) {
                assert_eq!(data_type(one.kind), data_type(other.kind), "{}", one.name);
            }
        }
    }
}
