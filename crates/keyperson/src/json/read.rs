//! Reading typed values from a JSON tree, with every problem and its path collected on the way.
//!
//! One mechanism for facts and policies: a type says how it is read ([`Read`]), the [`record!`] macro writes it
//! for plain structs. A reader goes on after a problem, so that a person mends a file in one go.

use std::cell::Cell;
use std::collections::BTreeMap;

use crate::calendar::{Day, Instant, Zone};
use crate::error::{Phrase, Place, ProblemKind, Problems};
use crate::json::tree::{Json, shortened};
use crate::json::value::Value;
use crate::value::{
    Amount, Count, DealId, Exponent, FactId, Hours, Key, Level, MAX_NAME_BYTES, Number, PartnerId, PersonId,
    Positive, PriorCount, Text, Texts, UnitInterval, Weight,
};

/// Where in a document a value stands: a chain of steps, written out only when there is a problem to tell of.
pub(crate) struct At<'a> {
    line: Option<u64>,
    /// Texts that were read before, where many documents are read one after the other.
    texts: Option<&'a Texts>,
    up: Option<&'a At<'a>>,
    step: Step<'a>,
}

enum Step<'a> {
    Root,
    Field(&'a str),
    Index(usize),
}

impl<'a> At<'a> {
    /// The whole document, or line of one.
    pub(crate) fn root(line: Option<u64>) -> Self {
        Self { line, texts: None, up: None, step: Step::Root }
    }

    /// The same place, texts that were read before taken from `texts`.
    pub(crate) fn with_texts(line: Option<u64>, texts: &'a Texts) -> Self {
        Self { line, texts: Some(texts), up: None, step: Step::Root }
    }

    pub(crate) fn field<'b>(&'b self, name: &'b str) -> At<'b> {
        At { line: self.line, texts: self.texts, up: Some(self), step: Step::Field(name) }
    }

    pub(crate) fn index(&self, index: usize) -> At<'_> {
        At { line: self.line, texts: self.texts, up: Some(self), step: Step::Index(index) }
    }

    /// The place, written out.
    pub(crate) fn place(&self) -> Place {
        let outer = || self.up.map_or_else(Place::default, At::place);
        match self.step {
            Step::Root => Place { line: self.line, path: String::new() },
            Step::Field(name) => outer().field(name),
            Step::Index(index) => outer().field(&index.to_string()),
        }
    }
}

/// How a type is read from JSON.
pub(crate) trait Read: Sized {
    /// Reads the value, or notes what is wrong.
    fn read(json: Value<'_>, at: &At<'_>, problems: &mut Problems) -> Option<Self>;

    /// What a missing field means: a problem, but for optional ones.
    fn absent(field: &str, at: &At<'_>, problems: &mut Problems) -> Option<Self> {
        missing(field, at, problems);
        None
    }
}

/// Notes that a field is missing. Not generic, so that it is compiled once.
fn missing(field: &str, at: &At<'_>, problems: &mut Problems) {
    problems.add(at.field(field).place(), ProblemKind::MissingField { field: field.to_owned() });
}

/// Notes that `json` is not `expected`.
pub(crate) fn wrong<'a, T>(
    json: impl Into<Value<'a>>,
    expected: &'static str,
    at: &At<'_>,
    problems: &mut Problems,
) -> Option<T> {
    mistyped(json.into(), expected, at, problems);
    None
}

/// As [`wrong`], compiled once.
fn mistyped(json: Value<'_>, expected: &'static str, at: &At<'_>, problems: &mut Problems) {
    problems.add(
        at.place(),
        ProblemKind::WrongType { expected: Phrase::plain(expected), found: json.describe() },
    );
}

/// Hands out the value, or notes the problem.
pub(crate) fn keep<T>(result: Result<T, ProblemKind>, at: &At<'_>, problems: &mut Problems) -> Option<T> {
    result.map_err(|kind| problems.add(at.place(), kind)).ok()
}

/// The fields of an object while it is read.
pub(crate) struct Fields<'a> {
    entries: Entries<'a>,
    at: &'a At<'a>,
    /// Which of the first fields were asked for, a bit each.
    asked: Cell<u64>,
}

#[derive(Clone, Copy)]
enum Entries<'a> {
    Tree(&'a [(String, Json)]),
    Row(&'a [(&'a str, Value<'a>)]),
}

impl<'a> Fields<'a> {
    /// The fields of `json`, or the problem that it is not an object.
    pub(crate) fn of(json: impl Into<Value<'a>>, at: &'a At<'a>, problems: &mut Problems) -> Option<Self> {
        let entries = match json.into() {
            Value::Object(entries) => Entries::Tree(entries),
            Value::Row(entries) => Entries::Row(entries),
            other => return wrong(other, "an object", at, problems),
        };
        Some(Self { entries, at, asked: Cell::new(0) })
    }

    /// Reads one field.
    pub(crate) fn read<T: Read>(&self, field: &str, problems: &mut Problems) -> Option<T> {
        match self.find(field) {
            Some(json) => T::read(json, &self.at.field(field), problems),
            None => T::absent(field, self.at, problems),
        }
    }

    /// The raw value of one field.
    pub(crate) fn find(&self, field: &str) -> Option<Value<'a>> {
        let (place, value) = match self.entries {
            Entries::Tree(entries) => {
                let place = entries.iter().position(|(name, _)| name == field)?;
                (place, (&entries.get(place)?.1).into())
            }
            Entries::Row(entries) => {
                let place = entries.iter().position(|(name, _)| *name == field)?;
                (place, entries.get(place)?.1)
            }
        };
        self.asked.set(self.asked.get() | bit(place));
        Some(value)
    }

    /// Whether every field was asked for.
    fn all_asked(&self) -> bool {
        let count = match self.entries {
            Entries::Tree(entries) => entries.len(),
            Entries::Row(entries) => entries.len(),
        };
        u32::try_from(count).is_ok_and(|count| count <= u64::BITS && self.asked.get().count_ones() == count)
    }

    /// The name of a field by its place.
    fn name(&self, place: usize) -> Option<&'a str> {
        match self.entries {
            Entries::Tree(entries) => entries.get(place).map(|(name, _)| name.as_str()),
            Entries::Row(entries) => entries.get(place).map(|(name, _)| *name),
        }
    }

    /// Notes every field that is in none of the lists of known ones.
    pub(crate) fn refuse_unknown(&self, known: &[&[&str]], problems: &mut Problems) {
        // Most objects hold nothing else.
        if self.all_asked() {
            return;
        }
        for name in (0..).map_while(|place| self.name(place)) {
            if !known.iter().any(|list| list.contains(&name)) {
                problems.add(
                    self.at.field(name).place(),
                    ProblemKind::UnknownField { field: shortened(name), known: known.concat().join(", ") },
                );
            }
        }
    }
}

/// The bit of a place; none for places beyond the bits.
fn bit(place: usize) -> u64 {
    u32::try_from(place).ok().and_then(|place| 1_u64.checked_shl(place)).unwrap_or(0)
}

/// Declares a plain struct together with how it is read: every field by its name, unknown ones refused.
macro_rules! record {
    ($(
        $(#[$meta:meta])*
        pub struct $name:ident {
            $($(#[$field_meta:meta])* pub $field:ident $(= $key:literal)?: $type:ty,)*
        }
    )*) => {$(
        #[derive(Debug, Clone, PartialEq, serde::Serialize)]
        #[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
        #[cfg_attr(feature = "schema", schemars(deny_unknown_fields))]
        $(#[$meta])*
        #[cfg_attr(not(feature = "exhaustive"), non_exhaustive)]
        pub struct $name {
            $($(#[$field_meta])* $(#[serde(rename = $key)])? pub $field: $type,)*
        }

        impl $crate::json::read::Read for $name {
            fn read(
                json: $crate::json::Value<'_>,
                at: &$crate::json::read::At<'_>,
                problems: &mut $crate::error::Problems,
            ) -> Option<Self> {
                let fields = $crate::json::read::Fields::of(json, at, problems)?;
                $(let $field = fields.read($crate::json::read::record!(@key $field $($key)?), problems);)*
                fields.refuse_unknown(&[&[$($crate::json::read::record!(@key $field $($key)?)),*]], problems);
                Some(Self { $($field: $field?),* })
            }
        }
    )*};
    (@key $field:ident $key:literal) => { $key };
    (@key $field:ident) => { stringify!($field) };
}
pub(crate) use record;

/// Declares an enum of plain words together with how it is read and shown.
macro_rules! words {
    ($(
        $(#[$meta:meta])*
        pub enum $name:ident {
            $($(#[$variant_meta:meta])* $variant:ident = $word:literal,)*
        }
    )*) => {$(
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
        #[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
        pub enum $name {
            $($(#[$variant_meta])* #[serde(rename = $word)] $variant,)*
        }

        impl $name {
            /// Every value, in order.
            pub const ALL: &'static [Self] = &[$(Self::$variant),*];
            /// The word of every value, in order.
            pub const WORDS: &'static [&'static str] = &[$($word),*];

            /// The word, as it is written in files.
            #[must_use]
            pub const fn word(self) -> &'static str {
                match self { $(Self::$variant => $word),* }
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(self.word())
            }
        }

        impl std::str::FromStr for $name {
            type Err = $crate::error::Error;
            fn from_str(text: &str) -> Result<Self, $crate::error::Error> {
                $crate::json::read::word_of(text, Self::ALL, Self::WORDS)
                    .map_err(|kind| $crate::error::Error::one($crate::error::Place::default(), kind))
            }
        }

        impl $crate::json::read::Read for $name {
            fn read(
                json: $crate::json::Value<'_>,
                at: &$crate::json::read::At<'_>,
                problems: &mut $crate::error::Problems,
            ) -> Option<Self> {
                let text = $crate::json::read::text(json, "a word", at, problems)?;
                $crate::json::read::keep($crate::json::read::word_of(text, Self::ALL, Self::WORDS), at, problems)
            }
        }
    )*};
}
pub(crate) use words;

/// A text of a stored answer that is one of a few, as this version writes it.
pub(crate) fn known_text<'de, D: serde::Deserializer<'de>>(
    deserializer: D,
    known: &[&'static str],
) -> Result<&'static str, D::Error> {
    use serde::de::{Deserialize as _, Error as _};
    let found = String::deserialize(deserializer)?;
    known.iter().copied().find(|text| *text == found).ok_or_else(|| {
        D::Error::custom(format_args!("`{}` is none of: {}", shortened(&found), known.join(", ")))
    })
}

/// The value whose word `text` is.
pub(crate) fn word_of<T: Copy>(text: &str, all: &[T], words: &[&str]) -> Result<T, ProblemKind> {
    let place = words.iter().position(|word| *word == text);
    place.and_then(|place| all.get(place)).copied().ok_or_else(|| unknown_word(text, words))
}

fn unknown_word(text: &str, words: &[&str]) -> ProblemKind {
    ProblemKind::UnknownValue { found: shortened(text), allowed: Phrase::verbatim(words.join(", ")) }
}

/// The text of a JSON string.
pub(crate) fn text<'a>(
    json: Value<'a>,
    expected: &'static str,
    at: &At<'_>,
    problems: &mut Problems,
) -> Option<&'a str> {
    match json {
        Value::Text(text) => Some(text),
        other => wrong(other, expected, at, problems),
    }
}

fn number(json: Value<'_>, at: &At<'_>, problems: &mut Problems) -> Option<f64> {
    match json {
        Value::Integer(value) => Some(integer_to_f64(value)),
        Value::Float(value) => Some(value),
        other => wrong(other, "a number", at, problems),
    }
}

#[expect(clippy::as_conversions, reason = "rounding to the nearest double is what is meant")]
pub(crate) fn integer_to_f64(value: i64) -> f64 {
    value as f64
}

/// A length as a double.
#[expect(clippy::as_conversions, reason = "no collection has more than 2^53 items")]
pub(crate) fn length(items: usize) -> f64 {
    items as f64
}

/// The whole number that a double holds exactly, where it does.
#[expect(clippy::as_conversions, reason = "the range and the fraction are checked before")]
#[expect(clippy::float_cmp, reason = "whole numbers up to 2^53 are exact")]
fn exact_integer(value: f64) -> Option<i64> {
    (value.abs() < 9e15 && value.trunc() == value).then_some(value as i64)
}

impl<T: Read> Read for Option<T> {
    fn read(json: Value<'_>, at: &At<'_>, problems: &mut Problems) -> Option<Self> {
        match json {
            Value::Null => Some(None),
            other => T::read(other, at, problems).map(Some),
        }
    }

    fn absent(_: &str, _: &At<'_>, _: &mut Problems) -> Option<Self> {
        Some(None)
    }
}

impl<T: Read> Read for Vec<T> {
    fn read(json: Value<'_>, at: &At<'_>, problems: &mut Problems) -> Option<Self> {
        let Value::List(items) = json else { return wrong(json, "a list", at, problems) };
        let read: Vec<Option<T>> = items
            .iter()
            .enumerate()
            .map(|(index, item)| T::read(item.into(), &at.index(index), problems))
            .collect();
        read.into_iter().collect()
    }
}

impl<T: Read> Read for BTreeMap<Key, T> {
    fn read(json: Value<'_>, at: &At<'_>, problems: &mut Problems) -> Option<Self> {
        let Value::Object(entries) = json else { return wrong(json, "an object", at, problems) };
        let mut read = Some(Self::new());
        for (name, value) in entries {
            let at = at.field(name);
            let key = keep(Key::new(name.as_str()), &at, problems);
            // The path of every problem in the value would repeat a name of megabytes.
            let value =
                if name.len() <= MAX_NAME_BYTES { T::read(value.into(), &at, problems) } else { None };
            match (&mut read, key, value) {
                (Some(read), Some(key), Some(value)) => drop(read.insert(key, value)),
                _ => read = None,
            }
        }
        read
    }
}

impl Read for bool {
    fn read(json: Value<'_>, at: &At<'_>, problems: &mut Problems) -> Option<Self> {
        match json {
            Value::Bool(value) => Some(value),
            other => wrong(other, "true or false", at, problems),
        }
    }
}

impl Read for Count {
    fn read(json: Value<'_>, at: &At<'_>, problems: &mut Problems) -> Option<Self> {
        let value = match json {
            Value::Integer(value) => Some(value),
            Value::Float(value) => exact_integer(value),
            _ => None,
        };
        match value {
            Some(value) => keep(Self::new(value), at, problems),
            None => wrong(json, "a whole number", at, problems),
        }
    }
}

macro_rules! read_numbers {
    ($($type:ty),*) => {$(
        impl Read for $type {
            fn read(json: Value<'_>, at: &At<'_>, problems: &mut Problems) -> Option<Self> {
                let value = number(json, at, problems)?;
                keep(Self::new(value), at, problems)
            }
        }
    )*};
}
read_numbers!(UnitInterval, Weight, Positive, Number, Amount, Hours, PriorCount, Exponent, Level);

macro_rules! read_texts {
    ($($type:ty),*) => {$(
        impl Read for $type {
            fn read(json: Value<'_>, at: &At<'_>, problems: &mut Problems) -> Option<Self> {
                let text = text(json, "a text", at, problems)?;
                match at.texts.and_then(|texts| texts.known(text)) {
                    Some(known) => Some(Self::shared(known)),
                    None => keep(Self::new(text), at, problems),
                }
            }
        }
    )*};
}
read_texts!(PartnerId, PersonId, DealId, Key, Text);

/// An id of a fact comes once, so it is not kept for the next ones.
impl Read for FactId {
    fn read(json: Value<'_>, at: &At<'_>, problems: &mut Problems) -> Option<Self> {
        let text = text(json, "a text", at, problems)?;
        keep(Self::new(text), at, problems)
    }
}

impl Read for Day {
    fn read(json: Value<'_>, at: &At<'_>, problems: &mut Problems) -> Option<Self> {
        if let Value::Day(day) = json {
            return Some(day);
        }
        let text = text(json, "a day such as 2026-04-30", at, problems)?;
        keep(text.parse().map_err(|_| ProblemKind::BadDay { found: shortened(text) }), at, problems)
    }
}

impl Read for Instant {
    fn read(json: Value<'_>, at: &At<'_>, problems: &mut Problems) -> Option<Self> {
        if let Value::Instant(instant) = json {
            return Some(instant);
        }
        let text = text(json, "an instant such as 2026-04-30T09:00:00+09:00", at, problems)?;
        keep(text.parse().map_err(|_| ProblemKind::BadInstant { found: shortened(text) }), at, problems)
    }
}

impl Read for Zone {
    fn read(json: Value<'_>, at: &At<'_>, problems: &mut Problems) -> Option<Self> {
        let text = text(json, "a time zone such as Asia/Tokyo", at, problems)?;
        keep(text.parse().map_err(|_| ProblemKind::UnknownZone { found: shortened(text) }), at, problems)
    }
}
