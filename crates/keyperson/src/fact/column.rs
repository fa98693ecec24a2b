//! What a field of a fact looks like as a column: its name, its kind and range, whether it must be there.

use crate::calendar::{Day, Zone};
use crate::json::value::Value;
use crate::value::{
    Amount, Count, DealId, FactId, Hours, Key, MAX_NUMBER, Number, PersonId, Text, UnitInterval,
};

/// The kind of values that a field takes.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum ColumnKind {
    /// An id or key: 1 to 256 bytes without control characters.
    Key,
    /// Free text, at most 10,000 bytes.
    Text,
    /// A finite number within these bounds, both included.
    Number {
        /// Smallest value.
        min: f64,
        /// Largest value.
        max: f64,
    },
    /// A whole number from 0 to 10⁹.
    Count,
    /// True or false.
    Boolean,
    /// A day, written 2026-04-30.
    Day,
    /// An instant with its offset, RFC 3339.
    Instant,
    /// An IANA time zone.
    Zone,
    /// One of these words.
    Word(&'static [&'static str]),
}

impl ColumnKind {
    /// The kind of a column that holds values of both kinds.
    pub(super) fn or(self, other: Self) -> Self {
        match (self, other) {
            (one, other) if one == other => one,
            (Self::Number { min, max }, Self::Number { min: other_min, max: other_max }) => {
                Self::Number { min: min.min(other_min), max: max.max(other_max) }
            }
            _ => Self::Key,
        }
    }
}

/// One field of a fact.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ColumnSpec {
    /// Name of the field.
    pub name: &'static str,
    /// What it takes.
    pub kind: ColumnKind,
    /// Whether it must be there.
    pub required: bool,
    /// What it means.
    pub doc: &'static str,
}

/// A type that can stand in a field of a fact.
pub(crate) trait Column {
    const KIND: ColumnKind;
    const REQUIRED: bool = true;
    /// The value as it is written; null where there is none.
    fn value(&self) -> Value<'_>;
}

impl<T: Column> Column for Option<T> {
    const KIND: ColumnKind = T::KIND;
    const REQUIRED: bool = false;
    fn value(&self) -> Value<'_> {
        self.as_ref().map_or(Value::Null, T::value)
    }
}

macro_rules! columns {
    ($($type:ty => $kind:expr, |$of:ident| $value:expr;)*) => {
        $(impl Column for $type {
            const KIND: ColumnKind = $kind;
            fn value(&self) -> Value<'_> {
                let $of = self;
                $value
            }
        })*
    };
}

columns! {
    Key => ColumnKind::Key, |key| Value::Text(key.as_str());
    FactId => ColumnKind::Key, |id| Value::Text(id.as_str());
    PersonId => ColumnKind::Key, |id| Value::Text(id.as_str());
    DealId => ColumnKind::Key, |id| Value::Text(id.as_str());
    Text => ColumnKind::Text, |text| Value::Text(text.as_str());
    UnitInterval => ColumnKind::Number { min: 0.0, max: 1.0 }, |number| Value::Float(number.get());
    Hours => ColumnKind::Number { min: 0.0, max: 168.0 }, |number| Value::Float(number.get());
    Amount => ColumnKind::Number { min: 0.0, max: MAX_NUMBER }, |number| Value::Float(number.get());
    Number => ColumnKind::Number { min: -MAX_NUMBER, max: MAX_NUMBER }, |number| Value::Float(number.get());
    Count => ColumnKind::Count, |count| Value::Integer(count.get());
    bool => ColumnKind::Boolean, |value| Value::Bool(*value);
    Day => ColumnKind::Day, |day| Value::Day(*day);
    Zone => ColumnKind::Zone, |zone| Value::Text(zone.name());
}
