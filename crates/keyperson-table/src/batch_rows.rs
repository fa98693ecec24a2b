//! Reads Arrow batches into cells; a type that has no place in a fact is an error, never a blank.

use std::borrow::Cow;

use arrow_array::cast::AsArray;
use arrow_array::types::{
    Date32Type, Date64Type, Decimal32Type, Decimal64Type, Decimal128Type, Decimal256Type, Float32Type,
    Float64Type, Int8Type, Int16Type, Int32Type, Int64Type, TimestampMicrosecondType,
    TimestampMillisecondType, TimestampNanosecondType, TimestampSecondType, UInt8Type, UInt16Type,
    UInt32Type, UInt64Type,
};
use arrow_array::{Array, RecordBatch};
use arrow_schema::{DataType, Schema, TimeUnit};
use chrono::{DateTime, NaiveDate, Utc};
use keyperson::{Error, Place, Problem, ProblemKind};

use crate::cell::Value;
use crate::input::{Input, shortened};
use crate::visitor::{Rows, Visitor, check_header};

/// Reads the batches of any Arrow table.
#[cfg(feature = "arrow")]
pub(crate) fn visit(
    batches: impl arrow_array::RecordBatchReader,
    input: &Input,
    visitor: &mut dyn Visitor,
) -> Result<(), Error> {
    let mut rows = BatchRows::begin(&batches.schema(), visitor)?;
    for batch in batches {
        let batch = batch
            .and_then(|batch| batch.project(rows.wanted()))
            .map_err(|error| unreadable(&error.to_string()))?;
        visitor.rows(&rows.of(&batch, input));
    }
    rows.finish()
}

/// The reading of a table, batch by batch.
pub(crate) struct BatchRows {
    columns: Vec<String>,
    wanted: Vec<usize>,
    rows: u64,
}

impl BatchRows {
    /// Tells the visitor the columns, of which those that it wants must be of a type that can be read.
    pub(crate) fn begin(schema: &Schema, visitor: &mut dyn Visitor) -> Result<Self, Error> {
        let columns: Vec<String> =
            schema.fields().iter().map(|field| field.name().trim().to_owned()).collect();
        check_header(&columns, None)?;
        let used = visitor.header(&columns)?;
        let unsupported =
            schema.fields().iter().zip(&used).filter(|(field, used)| **used && !supported(field.data_type()));
        let problems = unsupported.map(|(field, _)| Problem {
            place: Place::default().field(&shortened(field.name())),
            kind: ProblemKind::UnsupportedColumn {
                column: shortened(field.name()),
                found: field.data_type().to_string(),
            },
        });
        if let Some(error) = Error::many(problems) {
            return Err(error);
        }
        let wanted = used.iter().enumerate().filter(|(_, used)| **used).map(|(index, _)| index).collect();
        Ok(Self { columns, wanted, rows: 0 })
    }

    /// Places of the columns that are read.
    pub(crate) fn wanted(&self) -> &[usize] {
        &self.wanted
    }

    /// The rows of a batch that has the wanted columns alone.
    pub(crate) fn of<'b>(&'b mut self, batch: &'b RecordBatch, input: &'b Input) -> ArrowRows<'b> {
        let before = self.rows;
        self.rows = before.saturating_add(u64::try_from(batch.num_rows()).unwrap_or(u64::MAX));
        ArrowRows { table: self, batch, input, before }
    }

    /// A table without a row is an error.
    pub(crate) fn finish(self) -> Result<(), Error> {
        if self.rows == 0 {
            return Err(Error::one(Place::default(), ProblemKind::NothingToRead {}));
        }
        Ok(())
    }
}

/// The rows of a batch.
pub(crate) struct ArrowRows<'b> {
    table: &'b BatchRows,
    batch: &'b RecordBatch,
    input: &'b Input,
    /// How many rows of the table come before.
    before: u64,
}

impl Rows for ArrowRows<'_> {
    fn count(&self) -> usize {
        self.batch.num_rows()
    }

    fn row<'r>(&'r self, row: usize, cells: &mut Vec<Value<'r>>) -> Result<u64, Error> {
        let line = self.before.saturating_add(u64::try_from(row).unwrap_or(u64::MAX)).saturating_add(1);
        cells.clear();
        cells.resize(self.table.columns.len(), Value::Blank);
        for (place, array) in self.table.wanted.iter().zip(self.batch.columns()) {
            if let Some(cell) = cells.get_mut(*place) {
                *cell = value(array.as_ref(), row, self.input).map_err(|kind| {
                    let name = self.table.columns.get(*place).map_or("", String::as_str);
                    Error::one(Place { line: Some(line), path: String::new() }.field(name), kind)
                })?;
            }
        }
        Ok(line)
    }
}

pub(crate) fn unreadable(reason: &str) -> Error {
    Error::one(Place::default(), ProblemKind::UnreadableInput { reason: reason.to_owned() })
}

fn supported(kind: &DataType) -> bool {
    match kind {
        DataType::Null
        | DataType::Boolean
        | DataType::Utf8
        | DataType::LargeUtf8
        | DataType::Utf8View
        | DataType::Float32
        | DataType::Float64
        | DataType::Decimal32(..)
        | DataType::Decimal64(..)
        | DataType::Decimal128(..)
        | DataType::Decimal256(..)
        | DataType::Date32
        | DataType::Date64
        | DataType::Timestamp(..) => true,
        DataType::Dictionary(_, values) => supported(values),
        other => other.is_integer(),
    }
}

/// The cell of a row; `None` from the inner reader means that the array is not of the type that it says it is.
fn value<'a>(array: &'a dyn Array, row: usize, input: &Input) -> Result<Value<'a>, ProblemKind> {
    if row >= array.len() || array.is_null(row) {
        return Ok(Value::Blank);
    }
    typed(array, row, input).unwrap_or_else(|| {
        Err(ProblemKind::UnsupportedColumn { column: String::new(), found: array.data_type().to_string() })
    })
}

fn typed<'a>(array: &'a dyn Array, row: usize, input: &Input) -> Option<Result<Value<'a>, ProblemKind>> {
    let found = match array.data_type() {
        DataType::Null => Value::Blank,
        DataType::Boolean => Value::Bool(array.as_boolean_opt()?.value(row)),
        DataType::Utf8 => Value::of_text(array.as_string_opt::<i32>()?.value(row), input),
        DataType::LargeUtf8 => Value::of_text(array.as_string_opt::<i64>()?.value(row), input),
        DataType::Utf8View => Value::of_text(array.as_string_view_opt()?.value(row), input),
        DataType::Dictionary(..) => {
            let dictionary = array.as_any_dictionary_opt()?;
            let Some(Ok(Value::Integer(key))) = typed(dictionary.keys(), row, input) else { return None };
            return Some(value(dictionary.values().as_ref(), usize::try_from(key).ok()?, input));
        }
        DataType::Int8 => Value::Integer(array.as_primitive_opt::<Int8Type>()?.value(row).into()),
        DataType::Int16 => Value::Integer(array.as_primitive_opt::<Int16Type>()?.value(row).into()),
        DataType::Int32 => Value::Integer(array.as_primitive_opt::<Int32Type>()?.value(row).into()),
        DataType::Int64 => Value::Integer(array.as_primitive_opt::<Int64Type>()?.value(row)),
        DataType::UInt8 => Value::Integer(array.as_primitive_opt::<UInt8Type>()?.value(row).into()),
        DataType::UInt16 => Value::Integer(array.as_primitive_opt::<UInt16Type>()?.value(row).into()),
        DataType::UInt32 => Value::Integer(array.as_primitive_opt::<UInt32Type>()?.value(row).into()),
        DataType::UInt64 => whole(array.as_primitive_opt::<UInt64Type>()?.value(row).to_string()),
        DataType::Float32 => Value::Float(array.as_primitive_opt::<Float32Type>()?.value(row).into()),
        DataType::Float64 => Value::Float(array.as_primitive_opt::<Float64Type>()?.value(row)),
        DataType::Decimal32(..) => decimal(array.as_primitive_opt::<Decimal32Type>()?.value_as_string(row)),
        DataType::Decimal64(..) => decimal(array.as_primitive_opt::<Decimal64Type>()?.value_as_string(row)),
        DataType::Decimal128(..) => decimal(array.as_primitive_opt::<Decimal128Type>()?.value_as_string(row)),
        DataType::Decimal256(..) => decimal(array.as_primitive_opt::<Decimal256Type>()?.value_as_string(row)),
        DataType::Date32 => {
            let days = array.as_primitive_opt::<Date32Type>()?.value(row);
            return Some(day(i64::from(days)));
        }
        DataType::Date64 => {
            let millis = array.as_primitive_opt::<Date64Type>()?.value(row);
            return Some(day(millis.div_euclid(86_400_000)));
        }
        DataType::Timestamp(unit, zone) => {
            return Some(instant(array, *unit, row)?.map(|utc| match zone {
                Some(_) => Value::Instant(utc),
                None => Value::Local(utc.naive_utc()),
            }));
        }
        _ => return None,
    };
    Some(Ok(found))
}

/// A whole number beyond 64 bits stays a text: ids keep all their digits.
fn whole(text: String) -> Value<'static> {
    text.parse().map_or(Value::Text(Cow::Owned(text)), Value::Integer)
}

fn decimal(text: String) -> Value<'static> {
    match text.parse::<f64>() {
        Ok(value) if text.contains('.') => Value::Float(value),
        _ => whole(text),
    }
}

fn day(days: i64) -> Result<Value<'static>, ProblemKind> {
    let day = i32::try_from(days).ok().and_then(NaiveDate::from_epoch_days);
    day.map(Value::Day).ok_or_else(|| ProblemKind::BadDay { found: format!("day {days} after 1970-01-01") })
}

/// The timestamp of a row; `None` where the array is not of the type that it says it is.
fn instant(array: &dyn Array, unit: TimeUnit, row: usize) -> Option<Result<DateTime<Utc>, ProblemKind>> {
    let (ticks, per_second) = match unit {
        TimeUnit::Second => (array.as_primitive_opt::<TimestampSecondType>()?.value(row), 1),
        TimeUnit::Millisecond => (array.as_primitive_opt::<TimestampMillisecondType>()?.value(row), 1_000),
        TimeUnit::Microsecond => {
            (array.as_primitive_opt::<TimestampMicrosecondType>()?.value(row), 1_000_000)
        }
        TimeUnit::Nanosecond => {
            (array.as_primitive_opt::<TimestampNanosecondType>()?.value(row), 1_000_000_000)
        }
    };
    let bad = || ProblemKind::BadInstant { found: format!("{ticks}/{per_second} seconds after 1970-01-01") };
    Some(utc(ticks, per_second).ok_or_else(bad))
}

/// The instant so many ticks after 1970-01-01.
pub(crate) fn utc(ticks: i64, per_second: i64) -> Option<DateTime<Utc>> {
    let rest = ticks.checked_rem_euclid(per_second)?;
    let nanos = 1_000_000_000_i64.checked_div(per_second)?.checked_mul(rest)?;
    DateTime::from_timestamp(ticks.checked_div_euclid(per_second)?, u32::try_from(nanos).ok()?)
}
