//! Writes facts as an Arrow table: one row a fact, every field of every type as a nullable column.

use std::collections::HashMap;
use std::sync::Arc;

use arrow_array::builder::{
    ArrayBuilder as _, BooleanBuilder, Date32Builder, Float64Builder, Int64Builder, StringBuilder,
    TimestampNanosecondBuilder,
};
use arrow_array::types::TimestampMicrosecondType;
use arrow_array::{Array as _, ArrayRef, RecordBatch, TimestampNanosecondArray};
use arrow_schema::{ArrowError, DataType, Field, Schema, TimeUnit};
use keyperson::fact::{ColumnKind, ENVELOPE, EVENTS};
use keyperson::json::Value;
use keyperson::{Error, Journal};

use super::tree::UTC;
use super::unreadable;

/// A journal as one table; times in UTC, in microseconds, which every reader of Parquet takes, or in nanoseconds in a
/// column that has a finer one. Reading it with [`FactsReader`](super::FactsReader) gives the same facts,
/// their instants written with the offset of UTC.
///
/// # Errors
/// `unreadable_input` where Arrow has no room for so much text in one column (2 GiB).
pub fn journal_table(journal: &Journal) -> Result<RecordBatch, Error> {
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
    let mut columns: Vec<Column> = fields.iter().map(|field| Column::of(field.data_type())).collect();
    let places: HashMap<&str, usize> =
        fields.iter().enumerate().map(|(place, field)| (field.name().as_str(), place)).collect();
    for (row, fact) in journal.facts().enumerate() {
        fact.each_field(&mut |name, value| {
            if let Some(column) = places.get(name).and_then(|place| columns.get_mut(*place)) {
                column.put(row, value);
            }
        });
    }
    let arrays =
        columns.into_iter().map(|column| column.finish(journal.len())).collect::<Result<Vec<_>, _>>()?;
    let fields =
        fields.into_iter().zip(&arrays).map(|(field, array)| field.with_data_type(array.data_type().clone()));
    RecordBatch::try_new(Arc::new(Schema::new(fields.collect::<Vec<_>>())), arrays)
        .map_err(|error| unreadable(&error))
}

/// A column on its way: rows without a value are filled in when the next one comes.
enum Column {
    Number(Float64Builder),
    Whole(Int64Builder),
    Boolean(BooleanBuilder),
    Day(Date32Builder),
    Instant(TimestampNanosecondBuilder),
    Text {
        builder: StringBuilder,
        /// Whether it held more than Arrow has room for.
        full: bool,
    },
}

impl Column {
    fn of(data_type: &DataType) -> Self {
        match data_type {
            DataType::Float64 => Self::Number(Float64Builder::new()),
            DataType::Int64 => Self::Whole(Int64Builder::new()),
            DataType::Boolean => Self::Boolean(BooleanBuilder::new()),
            DataType::Date32 => Self::Day(Date32Builder::new()),
            DataType::Timestamp(..) => Self::Instant(TimestampNanosecondBuilder::new()),
            _ => Self::Text { builder: StringBuilder::new(), full: false },
        }
    }

    /// Notes the value of a row after all before it.
    fn put(&mut self, row: usize, value: Value<'_>) {
        self.fill(row);
        match (self, value) {
            (Self::Number(builder), Value::Float(value)) => builder.append_value(value),
            (Self::Whole(builder), Value::Integer(value)) => builder.append_value(value),
            (Self::Boolean(builder), Value::Bool(value)) => builder.append_value(value),
            (Self::Day(builder), Value::Day(day)) => {
                builder.append_value(day.as_naive_date().to_epoch_days());
            }
            (Self::Instant(builder), Value::Instant(instant)) => {
                builder.append_option(instant.as_date_time().timestamp_nanos_opt());
            }
            (Self::Text { builder, full }, Value::Text(text)) => {
                let bytes = builder.values_slice().len().saturating_add(text.len());
                if i32::try_from(bytes).is_ok() {
                    builder.append_value(text);
                } else {
                    *full = true;
                }
            }
            // A field has values of one kind in all types of fact (see the test below).
            _ => {}
        }
    }

    /// Fills in what is missing to `rows` rows.
    fn fill(&mut self, rows: usize) {
        match self {
            Self::Number(builder) => builder.append_nulls(rows.saturating_sub(builder.len())),
            Self::Whole(builder) => builder.append_nulls(rows.saturating_sub(builder.len())),
            Self::Boolean(builder) => builder.append_nulls(rows.saturating_sub(builder.len())),
            Self::Day(builder) => builder.append_nulls(rows.saturating_sub(builder.len())),
            Self::Instant(builder) => builder.append_nulls(rows.saturating_sub(builder.len())),
            Self::Text { builder, .. } => builder.append_nulls(rows.saturating_sub(builder.len())),
        }
    }

    /// The whole column.
    fn finish(mut self, rows: usize) -> Result<ArrayRef, Error> {
        self.fill(rows);
        Ok(match self {
            Self::Number(mut builder) => Arc::new(builder.finish()),
            Self::Whole(mut builder) => Arc::new(builder.finish()),
            Self::Boolean(mut builder) => Arc::new(builder.finish()),
            Self::Day(mut builder) => Arc::new(builder.finish()),
            Self::Instant(mut builder) => times(builder.finish()),
            Self::Text { full: true, .. } => {
                return Err(unreadable(&ArrowError::InvalidArgumentError(
                    "one column would hold more than 2 GiB of text".to_owned(),
                )));
            }
            Self::Text { mut builder, .. } => Arc::new(builder.finish()),
        })
    }
}

/// Times in microseconds, or as they are where one is finer.
fn times(ticks: TimestampNanosecondArray) -> ArrayRef {
    if ticks.iter().flatten().any(|tick| tick.rem_euclid(1_000) != 0) {
        return Arc::new(ticks.with_timezone(UTC));
    }
    let micros = ticks.unary::<_, TimestampMicrosecondType>(|tick| tick.div_euclid(1_000));
    Arc::new(micros.with_timezone(UTC))
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
        ColumnKind::Instant => DataType::Timestamp(TimeUnit::Microsecond, Some(UTC.into())),
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
