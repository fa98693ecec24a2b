//! Numbers, names and texts that cannot hold a bad value; each is checked once, where it is built.

use std::cell::RefCell;
use std::cmp::Ordering;
use std::collections::{HashMap, HashSet};
use std::fmt;
use std::hash::{Hash, Hasher};
use std::ops::Bound::{Excluded, Included};
use std::ops::RangeBounds;
use std::str::FromStr;

use arcstr::ArcStr;
use rustc_hash::FxBuildHasher;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::effort;
use crate::error::{Phrase, ProblemKind, phrase};

/// Longest id, name or key, in bytes.
pub const MAX_NAME_BYTES: usize = 256;
/// Longest free text, in bytes.
pub const MAX_TEXT_BYTES: usize = 10_000;
/// Largest amount or measure that a fact may hold, either side of zero.
pub const MAX_NUMBER: f64 = 1e15;
/// Largest count that a fact may hold.
pub const MAX_COUNT: i64 = 1_000_000_000;

/// A map that is never iterated, so its order does not matter; the hasher has no seed.
pub(crate) type Lookup<K, V> = HashMap<K, V, FxBuildHasher>;

macro_rules! number_type {
    ($(#[doc = $doc:literal])* $name:ident, $range:expr, $($expected:tt)+) => {
        $(#[doc = $doc])*
        #[derive(Debug, Clone, Copy, PartialEq, PartialOrd)]
        pub struct $name(f64);

        impl $name {
            /// Checks the number.
            ///
            /// # Errors
            /// `not_finite` for NaN and infinities, `out_of_range` for what is outside the range of the type.
            pub fn new(value: f64) -> Result<Self, ProblemKind> {
                if !value.is_finite() {
                    return Err(ProblemKind::NotFinite { found: Phrase::verbatim(value.to_string()) });
                }
                if $range.contains(&value) {
                    // Minus zero would print as another text than zero.
                    Ok(Self(value + 0.0))
                } else {
                    Err(ProblemKind::OutOfRange { found: value.to_string(), expected: phrase!($($expected)+) })
                }
            }

            /// The number.
            #[must_use]
            pub const fn get(self) -> f64 {
                self.0
            }
        }

        impl TryFrom<f64> for $name {
            type Error = ProblemKind;
            fn try_from(value: f64) -> Result<Self, ProblemKind> {
                Self::new(value)
            }
        }

        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_f64(self.0)
            }
        }

        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let value = f64::deserialize(deserializer)?;
                Self::new(value).map_err(bad)
            }
        }

        #[cfg(feature = "schema")]
        impl schemars::JsonSchema for $name {
            fn schema_name() -> std::borrow::Cow<'static, str> {
                stringify!($name).into()
            }
            fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
                number_schema(&phrase!($($expected)+).to_string(), $range)
            }
        }
    };
}

number_type! {
    /// A number from 0 to 1, both included.
    UnitInterval, (Included(0.0), Included(1.0)), "a number from {} to {}", 0, 1
}
number_type! {
    /// A number from 0 up: how much something counts.
    Weight, (Included(0.0), Included(1e6)), "a number from {} to {}", 0, 1_000_000
}
number_type! {
    /// A number above 0: a half-life, a scale, a length of time.
    Positive, (Excluded(0.0), Included(1e9)), "a number above 0, at most {}", 1_000_000_000
}
number_type! {
    /// A finite measure of either sign, within ±10¹⁵.
    Number, (Included(-MAX_NUMBER), Included(MAX_NUMBER)), "a number within ±1e15"
}
number_type! {
    /// A finite measure from 0 up to 10¹⁵: an amount of money, a head count.
    Amount, (Included(0.0), Included(MAX_NUMBER)), "a number from {} to {}", 0, "1e15"
}
number_type! {
    /// Hours of one week, from 0 to 168.
    Hours, (Included(0.0), Included(168.0)), "a number of hours from {} to {}", 0, 168
}
number_type! {
    /// A pseudo-count of a Beta prior, at least 1: below it, more evidence could widen an interval.
    PriorCount, (Included(1.0), Included(1e6)), "a number from {} to {}", 1, 1_000_000
}
number_type! {
    /// The exponent of a power mean, from −100 to 100.
    Exponent, (Included(-100.0), Included(100.0)), "a number from {} to {}", -100, 100
}
number_type! {
    /// A probability strictly between 0 and 1: the level of an interval.
    Level, (Excluded(0.0), Excluded(1.0)), "a number between 0 and 1, neither included"
}

#[cfg(feature = "schema")]
fn number_schema(expected: &str, range: impl RangeBounds<f64>) -> schemars::Schema {
    let mut schema = schemars::json_schema!({ "type": "number", "description": expected });
    let mut bound = |included: &str, excluded: &str, bound| match bound {
        Included(value) => drop(schema.insert(included.to_owned(), serde_json::json!(value))),
        Excluded(value) => drop(schema.insert(excluded.to_owned(), serde_json::json!(value))),
        std::ops::Bound::Unbounded => {}
    };
    bound("minimum", "exclusiveMinimum", range.start_bound());
    bound("maximum", "exclusiveMaximum", range.end_bound());
    schema
}

/// A text that is one of a few that this version of the crate writes, such as the schema tag of an answer.
pub type KnownText = &'static str;

/// A count from 0 to 10⁹.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub struct Count(u32);

impl Count {
    /// Checks the count.
    ///
    /// # Errors
    /// `out_of_range` for what is below 0 or above 10⁹.
    pub fn new(value: i64) -> Result<Self, ProblemKind> {
        match u32::try_from(value) {
            Ok(count) if value <= MAX_COUNT => Ok(Self(count)),
            _ => Err(ProblemKind::OutOfRange {
                found: value.to_string(),
                expected: phrase!("a whole number from {} to {}", 0, MAX_COUNT),
            }),
        }
    }

    /// The count.
    #[must_use]
    #[expect(clippy::as_conversions, reason = "every u32 is an i64; `From` is not const")]
    pub const fn get(self) -> i64 {
        self.0 as i64
    }
}

#[cfg(feature = "schema")]
impl schemars::JsonSchema for Count {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Count".into()
    }
    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        let description = format!("a whole number from 0 to {MAX_COUNT}");
        schemars::json_schema!({
            "type": "integer", "description": description, "minimum": 0, "maximum": MAX_COUNT
        })
    }
}

impl<'de> Deserialize<'de> for Count {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Self::new(i64::deserialize(deserializer)?).map_err(bad)
    }
}

/// Texts that were read before. A fact's partner, person, signal or source stands in many others, so it is checked and
/// kept once.
#[derive(Debug, Default)]
pub(crate) struct Texts(RefCell<HashSet<ArcStr, FxBuildHasher>>);

impl Texts {
    /// `text` as it was read before, or kept from now on; none for one that is no name or too long to come again.
    pub(crate) fn known(&self, text: &str) -> Option<ArcStr> {
        const LONGEST: usize = 64;
        if text.len() > LONGEST {
            return None;
        }
        let mut texts = self.0.try_borrow_mut().ok()?;
        if let Some(known) = texts.get(text) {
            return Some(known.clone());
        }
        check_name(text).ok()?;
        let text = ArcStr::from(text);
        texts.insert(text.clone());
        Some(text)
    }
}

fn check_name(text: &str) -> Result<(), ProblemKind> {
    if text.chars().all(char::is_whitespace) {
        return Err(ProblemKind::BlankText {});
    }
    too_long(text, MAX_NAME_BYTES)?;
    match text.chars().find(|c| c.is_control()) {
        Some(found) => Err(ProblemKind::ControlCharacter { found: found.escape_unicode().to_string() }),
        None => Ok(()),
    }
}

fn check_text(text: &str) -> Result<(), ProblemKind> {
    if text.chars().all(char::is_whitespace) {
        return Err(ProblemKind::BlankText {});
    }
    too_long(text, MAX_TEXT_BYTES)?;
    match text.chars().find(|c| c.is_control() && !matches!(c, '\n' | '\r' | '\t')) {
        Some(found) => Err(ProblemKind::ControlCharacter { found: found.escape_unicode().to_string() }),
        None => Ok(()),
    }
}

fn too_long(text: &str, limit: usize) -> Result<(), ProblemKind> {
    if text.len() <= limit {
        return Ok(());
    }
    Err(ProblemKind::TextTooLong {
        bytes: u64::try_from(text.len()).unwrap_or(u64::MAX),
        limit: u64::try_from(limit).unwrap_or(u64::MAX),
    })
}

// A short text lies in the value itself, and a longer one is shared: copies of an id cost next to nothing.
macro_rules! text_type {
    ($(#[doc = $doc:literal])* $name:ident, $check:path, $limit:expr) => {
        $(#[doc = $doc])*
        #[derive(Clone, Eq, Serialize)]
        #[serde(transparent)]
        pub struct $name(ArcStr);

        impl PartialEq for $name {
            fn eq(&self, other: &Self) -> bool {
                effort::compared();
                self.0 == other.0
            }
        }

        impl Ord for $name {
            fn cmp(&self, other: &Self) -> Ordering {
                effort::compared();
                if ArcStr::ptr_eq(&self.0, &other.0) { Ordering::Equal } else { self.0.as_str().cmp(other.0.as_str()) }
            }
        }

        impl PartialOrd for $name {
            fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
                Some(self.cmp(other))
            }
        }

        impl Hash for $name {
            fn hash<H: Hasher>(&self, state: &mut H) {
                self.0.hash(state);
            }
        }

        impl $name {
            /// Checks the text; it is kept byte for byte.
            ///
            /// # Errors
            /// `blank_text`, `text_too_long` or `control_character`.
            pub fn new(text: impl AsRef<str>) -> Result<Self, ProblemKind> {
                let text = text.as_ref();
                $check(text)?;
                Ok(Self(text.into()))
            }

            /// The text.
            #[must_use]
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl FromStr for $name {
            type Err = crate::error::Error;
            fn from_str(text: &str) -> Result<Self, crate::error::Error> {
                Self::new(text).map_err(|kind| crate::error::Error::one(crate::error::Place::default(), kind))
            }
        }

        impl TryFrom<&str> for $name {
            type Error = ProblemKind;
            fn try_from(text: &str) -> Result<Self, ProblemKind> {
                Self::new(text)
            }
        }

        impl From<$name> for String {
            fn from(text: $name) -> Self {
                text.0.as_str().to_owned()
            }
        }

        impl AsRef<str> for $name {
            fn as_ref(&self) -> &str {
                &self.0
            }
        }

        impl std::borrow::Borrow<str> for $name {
            fn borrow(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                fmt::Debug::fmt(&self.0, f)
            }
        }

        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                Self::new(String::deserialize(deserializer)?).map_err(bad)
            }
        }

        #[cfg(feature = "schema")]
        impl schemars::JsonSchema for $name {
            fn schema_name() -> std::borrow::Cow<'static, str> {
                stringify!($name).into()
            }
            fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
                // A length in characters is never above that in bytes, so what the schema refuses is refused here too.
                schemars::json_schema!({
                    "type": "string", "description": concat!($($doc),*).trim(), "minLength": 1, "maxLength": $limit
                })
            }
        }
    };
}

text_type! {
    /// The id of a partner company: 1 to 256 bytes, no control characters, in any script.
    PartnerId, check_name, MAX_NAME_BYTES
}
text_type! {
    /// The id of a person: 1 to 256 bytes, no control characters, in any script.
    PersonId, check_name, MAX_NAME_BYTES
}
text_type! {
    /// The id of a fact: 1 to 256 bytes, no control characters.
    FactId, check_name, MAX_NAME_BYTES
}
text_type! {
    /// The id of a deal: 1 to 256 bytes, no control characters.
    DealId, check_name, MAX_NAME_BYTES
}
text_type! {
    /// A key that the policy or the user's system defines (a signal, a metric, a thread): 1 to 256 bytes, no control characters.
    Key, check_name, MAX_NAME_BYTES
}
text_type! {
    /// Free text for people, at most 10,000 bytes; line breaks and tabs allowed.
    Text, check_text, MAX_TEXT_BYTES
}

// The id of a fact comes once, so it is not shared with others.
macro_rules! shared_texts {
    ($($name:ident),*) => {$(
        impl $name {
            /// A text that was checked before.
            pub(crate) fn shared(text: ArcStr) -> Self {
                Self(text)
            }
        }
    )*};
}
shared_texts!(PartnerId, PersonId, DealId, Key, Text);

/// A problem as an error of serde, for those who deserialise a value by itself.
fn bad<E: serde::de::Error>(kind: ProblemKind) -> E {
    E::custom(kind)
}
