//! The cells of one column of a batch as values that the core reads; texts stay where they are.

use arrow_array::cast::AsArray;
use arrow_array::types::{
    ArrowPrimitiveType, Date32Type, Date64Type, Float16Type, Float32Type, Float64Type, Int8Type, Int16Type,
    Int32Type, Int64Type, TimestampMicrosecondType, TimestampMillisecondType, TimestampNanosecondType,
    TimestampSecondType, UInt8Type, UInt16Type, UInt32Type, UInt64Type,
};
use arrow_array::{
    Array, BooleanArray, Float64Array, Int64Array, LargeStringArray, PrimitiveArray, StringArray,
    StringViewArray, UInt64Array,
};
use arrow_schema::{DataType, TimeUnit};
use chrono::{DateTime, FixedOffset, NaiveDate, Offset as _, SecondsFormat, Utc};
use keyperson::calendar::{Day, Instant};
use keyperson::json::Value;
use keyperson::{ProblemKind, phrase};

use crate::batch_rows::utc;

/// The zone of a column of timestamps.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Zone {
    Fixed(FixedOffset),
    Named(chrono_tz::Tz),
}

/// The cells of a column; those that are null are not asked for.
pub(crate) enum Cells {
    Nothing,
    Boolean(BooleanArray),
    Text(StringArray),
    LargeText(LargeStringArray),
    TextView(StringViewArray),
    Whole(Int64Array),
    Unsigned(UInt64Array),
    Number(Float64Array),
    /// Days since 1970-01-01.
    Day(Int64Array),
    /// Ticks since then, and how many of them make a second.
    Instant(Int64Array, i64, Zone),
    Coded(Int64Array, Box<Self>),
}

impl Cells {
    /// The cells of a column; whole numbers are ids where `id` says so: 17 is `17`. `None` for a type that has no place in
    /// a fact.
    pub(crate) fn of(array: &dyn Array, id: bool, zone: Option<Zone>) -> Option<Self> {
        Some(match array.data_type() {
            DataType::Null => Self::Nothing,
            DataType::Boolean => Self::Boolean(array.as_boolean_opt()?.clone()),
            DataType::Utf8 => Self::Text(array.as_string_opt()?.clone()),
            DataType::LargeUtf8 => Self::LargeText(array.as_string_opt()?.clone()),
            DataType::Utf8View => Self::TextView(array.as_string_view_opt()?.clone()),
            DataType::Dictionary(..) => {
                let dictionary = array.as_any_dictionary_opt()?;
                let values = Self::of(dictionary.values().as_ref(), id, zone)?;
                Self::Coded(keys(dictionary.keys())?, Box::new(values))
            }
            DataType::UInt64 if id => Self::Text(texts(array.as_primitive_opt::<UInt64Type>()?)),
            DataType::UInt64 => Self::Unsigned(array.as_primitive_opt()?.clone()),
            whole if whole.is_integer() => {
                let whole = signed(array)?;
                if id { Self::Text(texts(&whole)) } else { Self::Whole(whole) }
            }
            DataType::Float16 => Self::Number(array.as_primitive_opt::<Float16Type>()?.unary(f64::from)),
            DataType::Float32 => Self::Number(array.as_primitive_opt::<Float32Type>()?.unary(f64::from)),
            DataType::Float64 => Self::Number(array.as_primitive_opt::<Float64Type>()?.clone()),
            DataType::Date32 => Self::Day(array.as_primitive_opt::<Date32Type>()?.unary(i64::from)),
            DataType::Date64 => Self::Day(
                array.as_primitive_opt::<Date64Type>()?.unary(|millis| millis.div_euclid(86_400_000)),
            ),
            DataType::Timestamp(unit, _) => {
                let (ticks, per_second) = match unit {
                    TimeUnit::Second => (ticks::<TimestampSecondType>(array)?, 1),
                    TimeUnit::Millisecond => (ticks::<TimestampMillisecondType>(array)?, 1_000),
                    TimeUnit::Microsecond => (ticks::<TimestampMicrosecondType>(array)?, 1_000_000),
                    TimeUnit::Nanosecond => (ticks::<TimestampNanosecondType>(array)?, 1_000_000_000),
                };
                Self::Instant(ticks, per_second, zone?)
            }
            _ => return None,
        })
    }

    /// The value of a row that is not null.
    pub(crate) fn value(&self, row: usize) -> Result<Value<'_>, ProblemKind> {
        Ok(match self {
            Self::Nothing => Value::Null,
            Self::Boolean(cells) => Value::Bool(cells.value(row)),
            Self::Text(cells) => Value::Text(cells.value(row)),
            Self::LargeText(cells) => Value::Text(cells.value(row)),
            Self::TextView(cells) => Value::Text(cells.value(row)),
            Self::Whole(cells) => Value::Integer(cells.value(row)),
            Self::Unsigned(cells) => {
                let value = cells.value(row);
                let beyond = |_| ProblemKind::OutOfRange {
                    found: value.to_string(),
                    expected: phrase!("a smaller number"),
                };
                Value::Integer(i64::try_from(value).map_err(beyond)?)
            }
            Self::Number(cells) => Value::Float(cells.value(row)),
            Self::Day(cells) => Value::Day(day(cells.value(row))?),
            Self::Instant(cells, per_second, zone) => {
                Value::Instant(instant(cells.value(row), *per_second, *zone)?)
            }
            Self::Coded(keys, values) => match usize::try_from(keys.value(row)) {
                Ok(key) if !values.is_null(key) => values.value(key)?,
                _ => Value::Null,
            },
        })
    }

    /// Whether there is no value of a dictionary at this place.
    fn is_null(&self, place: usize) -> bool {
        let cells: &dyn Array = match self {
            Self::Nothing => return true,
            Self::Boolean(cells) => cells,
            Self::Text(cells) => cells,
            Self::LargeText(cells) => cells,
            Self::TextView(cells) => cells,
            Self::Unsigned(cells) => cells,
            Self::Number(cells) => cells,
            Self::Whole(cells) | Self::Day(cells) | Self::Instant(cells, ..) | Self::Coded(cells, _) => cells,
        };
        place >= cells.len() || cells.is_null(place)
    }
}

/// Whole numbers of a type that fits into 64 bits with a sign.
fn signed(array: &dyn Array) -> Option<Int64Array> {
    Some(match array.data_type() {
        DataType::Int8 => array.as_primitive_opt::<Int8Type>()?.unary(i64::from),
        DataType::Int16 => array.as_primitive_opt::<Int16Type>()?.unary(i64::from),
        DataType::Int32 => array.as_primitive_opt::<Int32Type>()?.unary(i64::from),
        DataType::Int64 => array.as_primitive_opt::<Int64Type>()?.clone(),
        DataType::UInt8 => array.as_primitive_opt::<UInt8Type>()?.unary(i64::from),
        DataType::UInt16 => array.as_primitive_opt::<UInt16Type>()?.unary(i64::from),
        DataType::UInt32 => array.as_primitive_opt::<UInt32Type>()?.unary(i64::from),
        _ => return None,
    })
}

/// The places in a dictionary's values; one that is beyond all values is none.
fn keys(keys: &dyn Array) -> Option<Int64Array> {
    let unsigned = keys.as_primitive_opt::<UInt64Type>();
    unsigned.map(|keys| keys.unary(|key| i64::try_from(key).unwrap_or(i64::MAX))).or_else(|| signed(keys))
}

fn texts<T: ArrowPrimitiveType>(numbers: &PrimitiveArray<T>) -> StringArray
where
    T::Native: ToString,
{
    numbers.iter().map(|number| number.map(|number| number.to_string())).collect()
}

fn ticks<T: ArrowPrimitiveType<Native = i64>>(array: &dyn Array) -> Option<Int64Array> {
    let ticks = array.as_primitive_opt::<T>()?;
    Some(Int64Array::new(ticks.values().clone(), ticks.nulls().cloned()))
}

fn day(days: i64) -> Result<Day, ProblemKind> {
    let date = i32::try_from(days).ok().and_then(NaiveDate::from_epoch_days);
    let date = date.ok_or_else(|| ProblemKind::BadDay { found: format!("day {days} after 1970-01-01") })?;
    Day::try_from(date).map_err(|_| ProblemKind::BadDay { found: date.to_string() })
}

fn instant(ticks: i64, per_second: i64, zone: Zone) -> Result<Instant, ProblemKind> {
    let utc: DateTime<Utc> = utc(ticks, per_second).ok_or_else(|| ProblemKind::BadInstant {
        found: format!("{ticks}/{per_second} seconds after 1970-01-01"),
    })?;
    let local = match zone {
        Zone::Fixed(offset) => utc.with_timezone(&offset),
        Zone::Named(chrono_tz::UTC) => utc.fixed_offset(),
        Zone::Named(zone) => {
            let local = utc.with_timezone(&zone);
            local.with_timezone(&local.offset().fix())
        }
    };
    let bad = |_| ProblemKind::BadInstant { found: local.to_rfc3339_opts(SecondsFormat::AutoSi, true) };
    Instant::try_from(local).map_err(bad)
}
