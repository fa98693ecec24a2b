//! One value on its way in: what every reader reads from, whether it came as text, in a tree or in a table's cell.

use serde::{Serialize, Serializer};

use super::tree::{Json, shortened};
use crate::calendar::{Day, Instant};
use crate::error::{Phrase, phrase};

/// One value on its way in. Texts are borrowed from where they stand.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Value<'a> {
    /// Nothing.
    Null,
    /// `true` or `false`
    Bool(bool),
    /// A whole number that fits into 64 bits.
    Integer(i64),
    /// Any other number; NaN and infinities are refused where the value is read.
    Float(f64),
    /// A text.
    Text(&'a str),
    /// A day, as a table holds it.
    Day(Day),
    /// An instant, as a table holds it.
    Instant(Instant),
    /// A list.
    List(&'a [Json]),
    /// An object of a tree.
    Object(&'a [(String, Json)]),
    /// A row or an object that holds no other: the names of its fields and their values.
    Row(&'a [(&'a str, Value<'a>)]),
}

impl<'a> From<&'a Json> for Value<'a> {
    fn from(json: &'a Json) -> Self {
        match json {
            Json::Null => Self::Null,
            Json::Bool(value) => Self::Bool(*value),
            Json::Integer(value) => Self::Integer(*value),
            Json::Float(value) => Self::Float(*value),
            Json::Text(text) => Self::Text(text),
            Json::List(items) => Self::List(items),
            Json::Object(entries) => Self::Object(entries),
        }
    }
}

impl Value<'_> {
    /// What kind of value this is, as an error names it.
    #[must_use]
    pub fn describe(&self) -> Phrase {
        match self {
            Self::Null => phrase!("null"),
            Self::Bool(value) => phrase!("`{}`", value),
            Self::Integer(value) => phrase!("the number `{}`", value),
            Self::Float(value) => phrase!("the number `{}`", value),
            Self::Text(value) => phrase!("the text `{}`", shortened(value)),
            Self::Day(value) => phrase!("the text `{}`", value),
            Self::Instant(value) => phrase!("the text `{}`", value),
            Self::List(_) => phrase!("a list"),
            Self::Object(_) | Self::Row(_) => phrase!("an object"),
        }
    }
}

impl Serialize for Value<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Null => serializer.serialize_unit(),
            Self::Bool(value) => serializer.serialize_bool(*value),
            Self::Integer(value) => serializer.serialize_i64(*value),
            Self::Float(value) => serializer.serialize_f64(*value),
            Self::Text(value) => serializer.serialize_str(value),
            Self::Day(value) => value.serialize(serializer),
            Self::Instant(value) => value.serialize(serializer),
            Self::List(items) => serializer.collect_seq(*items),
            Self::Object(entries) => {
                serializer.collect_map(entries.iter().map(|(name, value)| (name, value)))
            }
            Self::Row(entries) => serializer.collect_map(entries.iter().map(|(name, value)| (name, value))),
        }
    }
}
