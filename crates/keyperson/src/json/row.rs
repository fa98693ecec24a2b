//! One line of JSON as a row: no tree is built, texts stay where they are.

use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, Error as _, MapAccess, Visitor};

use super::tree::u64_to_f64;
use super::value::Value;
use crate::error::MAX_DOCUMENT_BYTES;

/// The fields of a row, as they stand in the text.
pub(crate) type Row<'t> = Vec<(&'t str, Value<'t>)>;

/// Reads a line that holds an ordinary object: no value within another, no name twice, no escaped character. Whether it
/// was one is handed back; of any other line the tree tells what it is, or what is wrong with it.
pub(crate) fn read<'t>(text: &'t str, row: &mut Row<'t>) -> bool {
    row.clear();
    if text.len() > MAX_DOCUMENT_BYTES {
        return false;
    }
    let mut deserializer = serde_json::Deserializer::from_str(text);
    deserializer.deserialize_map(Fields { row }).and_then(|()| deserializer.end()).is_ok()
}

struct Fields<'r, 't> {
    row: &'r mut Row<'t>,
}

impl<'t> Visitor<'t> for Fields<'_, 't> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'t>>(self, mut access: A) -> Result<(), A::Error> {
        // With more names, to look for one among those before it would take time with their square.
        const MOST: usize = 32;
        while let Some(name) = access.next_key::<&'t str>()? {
            let twice = self.row.iter().any(|(known, _)| *known == name);
            if twice || self.row.len() == MOST {
                return Err(A::Error::custom("no ordinary row"));
            }
            self.row.push((name, access.next_value_seed(Plain)?));
        }
        Ok(())
    }
}

/// A value that holds no other, its text borrowed.
struct Plain;

impl<'t> DeserializeSeed<'t> for Plain {
    type Value = Value<'t>;
    fn deserialize<D: Deserializer<'t>>(self, deserializer: D) -> Result<Value<'t>, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'t> Visitor<'t> for Plain {
    type Value = Value<'t>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a plain value")
    }

    fn visit_unit<E>(self) -> Result<Value<'t>, E> {
        Ok(Value::Null)
    }

    fn visit_bool<E>(self, value: bool) -> Result<Value<'t>, E> {
        Ok(Value::Bool(value))
    }

    fn visit_i64<E>(self, value: i64) -> Result<Value<'t>, E> {
        Ok(Value::Integer(value))
    }

    fn visit_u64<E>(self, value: u64) -> Result<Value<'t>, E> {
        Ok(i64::try_from(value).map_or_else(|_| Value::Float(u64_to_f64(value)), Value::Integer))
    }

    fn visit_f64<E>(self, value: f64) -> Result<Value<'t>, E> {
        Ok(Value::Float(value))
    }

    fn visit_borrowed_str<E>(self, value: &'t str) -> Result<Value<'t>, E> {
        Ok(Value::Text(value))
    }
}
