//! Trees of one shape as Arrow columns: the shape is said by a JSON Schema, so new fields arrive by themselves.

use std::sync::Arc;

use arrow_array::builder::{BooleanBuilder, Date32Builder, Float64Builder, Int64Builder, StringBuilder};
use arrow_array::{ArrayRef, ListArray, NullArray, StructArray, TimestampMicrosecondArray};
use arrow_buffer::{NullBuffer, OffsetBuffer};
use arrow_schema::{ArrowError, DataType, Field, Fields, TimeUnit};
use chrono::{DateTime, NaiveDate};
use serde_json::Value;

/// The days from 0000-12-31, where chrono begins to count, to 1970-01-01.
const EPOCH: i32 = 719_163;

/// The zone of every column of times.
pub(super) const UTC: &str = "UTC";

/// The Arrow type of what a schema describes; `root` holds the definitions.
pub(super) fn data_type(schema: &Value, root: &Value) -> DataType {
    if let Some(name) = schema.get("$ref").and_then(Value::as_str).and_then(|to| to.strip_prefix("#/$defs/"))
    {
        return root
            .get("$defs")
            .and_then(|definitions| definitions.get(name))
            .map_or(DataType::Null, |definition| data_type(definition, root));
    }
    for variants in ["anyOf", "oneOf"] {
        if let Some(Value::Array(variants)) = schema.get(variants) {
            let real = variants.iter().find(|variant| variant.get("type").is_none_or(|of| of != "null"));
            return real.map_or(DataType::Null, |variant| data_type(variant, root));
        }
    }
    let named = match schema.get("type") {
        Some(Value::String(name)) => name.as_str(),
        Some(Value::Array(names)) => {
            names.iter().filter_map(Value::as_str).find(|name| *name != "null").unwrap_or_default()
        }
        // A constant is a text in all documents of the core.
        _ => "string",
    };
    match named {
        "boolean" => DataType::Boolean,
        "integer" => DataType::Int64,
        "number" => DataType::Float64,
        "array" => {
            let items = schema.get("items").map_or(DataType::Null, |items| data_type(items, root));
            DataType::List(item(items))
        }
        "object" => match fields(schema, root) {
            fields if fields.is_empty() => {
                let values =
                    schema.get("additionalProperties").map_or(DataType::Utf8, |of| data_type(of, root));
                let entry = vec![Field::new("key", DataType::Utf8, false), Field::new("value", values, true)];
                DataType::List(item(DataType::Struct(entry.into())))
            }
            fields => DataType::Struct(fields),
        },
        _ => match schema.get("format").and_then(Value::as_str) {
            Some("date") => DataType::Date32,
            Some("date-time") => DataType::Timestamp(TimeUnit::Microsecond, Some(UTC.into())),
            _ => DataType::Utf8,
        },
    }
}

/// The fields of an object in the order in which its type declares them, which `required` keeps.
pub(super) fn fields(schema: &Value, root: &Value) -> Fields {
    let names = schema.get("required").and_then(Value::as_array).into_iter().flatten();
    names
        .filter_map(Value::as_str)
        .filter_map(|name| {
            let of = schema.get("properties")?.get(name)?;
            Some(Field::new(name, data_type(of, root), true))
        })
        .collect()
}

fn item(of: DataType) -> Arc<Field> {
    Arc::new(Field::new("item", of, true))
}

/// One column of values; what is not of its type is absent.
///
/// # Errors
/// None for the types that [`data_type`] gives.
pub(super) fn column(values: &[Option<&Value>], of: &DataType) -> Result<ArrayRef, ArrowError> {
    Ok(match of {
        DataType::Boolean => {
            let mut builder = BooleanBuilder::with_capacity(values.len());
            builder.extend(values.iter().map(|value| value.and_then(Value::as_bool)));
            Arc::new(builder.finish())
        }
        DataType::Int64 => {
            let mut builder = Int64Builder::with_capacity(values.len());
            builder.extend(values.iter().map(|value| value.and_then(Value::as_i64)));
            Arc::new(builder.finish())
        }
        DataType::Float64 => {
            let mut builder = Float64Builder::with_capacity(values.len());
            builder.extend(values.iter().map(|value| value.and_then(Value::as_f64)));
            Arc::new(builder.finish())
        }
        DataType::Date32 => {
            let mut builder = Date32Builder::with_capacity(values.len());
            builder.extend(values.iter().map(|value| value.and_then(Value::as_str).and_then(days)));
            Arc::new(builder.finish())
        }
        DataType::Timestamp(..) => {
            let ticks = values.iter().map(|value| value.and_then(Value::as_str).and_then(microseconds));
            Arc::new(ticks.collect::<TimestampMicrosecondArray>().with_timezone(UTC))
        }
        DataType::List(item) => list(values, item)?,
        DataType::Struct(fields) => {
            let columns = fields
                .iter()
                .map(|field| {
                    let inner: Vec<Option<&Value>> =
                        values.iter().map(|value| value.and_then(|value| value.get(field.name()))).collect();
                    column(&inner, field.data_type())
                })
                .collect::<Result<Vec<_>, _>>()?;
            let there: NullBuffer = values.iter().map(|value| value.is_some_and(Value::is_object)).collect();
            Arc::new(StructArray::try_new(fields.clone(), columns, Some(there))?)
        }
        DataType::Null => Arc::new(NullArray::new(values.len())),
        _ => {
            let mut builder = StringBuilder::new();
            values.iter().for_each(|value| builder.append_option(value.and_then(Value::as_str)));
            Arc::new(builder.finish())
        }
    })
}

fn list(values: &[Option<&Value>], item: &Arc<Field>) -> Result<ArrayRef, ArrowError> {
    // An object without fixed fields is a list of its entries.
    let entries: Vec<Vec<Value>> = values
        .iter()
        .map(|value| match value {
            Some(Value::Object(map)) => {
                map.iter().map(|(key, value)| serde_json::json!({ "key": key, "value": value })).collect()
            }
            _ => Vec::new(),
        })
        .collect();
    let mut inner: Vec<Option<&Value>> = Vec::new();
    let mut lengths = Vec::with_capacity(values.len());
    for (value, entries) in values.iter().zip(&entries) {
        let items = match value {
            Some(Value::Array(items)) => items,
            _ => entries,
        };
        lengths.push(items.len());
        inner.extend(items.iter().map(Some));
    }
    let there: NullBuffer =
        values.iter().map(|value| value.is_some_and(|value| value.is_array() || value.is_object())).collect();
    let items = column(&inner, item.data_type())?;
    Ok(Arc::new(ListArray::try_new(item.clone(), OffsetBuffer::from_lengths(lengths), items, Some(there))?))
}

pub(super) fn days(text: &str) -> Option<i32> {
    use chrono::Datelike;
    text.parse::<NaiveDate>().ok()?.num_days_from_ce().checked_sub(EPOCH)
}

/// Microseconds since 1970-01-01, rounded down.
pub(super) fn microseconds(text: &str) -> Option<i64> {
    Some(DateTime::parse_from_rfc3339(text).ok()?.timestamp_micros())
}
