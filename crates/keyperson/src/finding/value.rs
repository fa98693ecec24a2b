//! What a finding found, each value with its unit.

use serde::Serialize;

use crate::calendar::Day;
use crate::error::Problems;
use crate::json::read::{self, At, Fields, Read, integer_to_f64, words};
use crate::json::value::Value;
use crate::value::{Count, Number};

words! {
    /// What a value of a finding is: its unit, or the kind of its words.
    #[cfg_attr(not(feature = "exhaustive"), non_exhaustive)]
    pub enum FindingValueType {
        /// A part of a whole; 0.76 is 76 %.
        Share = "share",
        /// How many.
        Count = "count",
        /// A number that need not be whole.
        Number = "number",
        /// Days; the finding's sentence says of which calendar.
        Days = "days",
        /// Hours.
        Hours = "hours",
        /// Minutes.
        Minutes = "minutes",
        /// A day in the partner's zone.
        Day = "day",
        /// A code of the library's or the policy's.
        Word = "word",
        /// What somebody wrote.
        Text = "text",
        /// Several codes, or several things that somebody named.
        Names = "names",
    }
}

/// A value of a finding: `{"type": "share", "value": 0.76}` as JSON.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(tag = "type", rename_all = "snake_case")]
#[cfg_attr(not(feature = "exhaustive"), non_exhaustive)]
pub enum FindingValue {
    /// A part of a whole; 0.76 is 76 %.
    Share {
        /// 0 to 1; above 1 only where something varies by more than its mean.
        value: f64,
    },
    /// How many.
    Count {
        /// The number.
        value: i64,
    },
    /// A number that need not be whole.
    Number {
        /// The number.
        value: f64,
    },
    /// Days; the finding's sentence says of which calendar.
    Days {
        /// The number of days.
        value: f64,
    },
    /// Hours.
    Hours {
        /// The number of hours.
        value: f64,
    },
    /// Minutes.
    Minutes {
        /// The number of minutes.
        value: i64,
    },
    /// A day in the partner's zone.
    Day {
        /// The day.
        value: Day,
    },
    /// A code of the library's or the policy's.
    Word {
        /// The code.
        value: String,
    },
    /// What somebody wrote.
    Text {
        /// The text; a long one is shortened.
        value: String,
    },
    /// Several codes, or several things that somebody named.
    Names {
        /// The codes or names, in their order.
        value: Vec<String>,
    },
}

impl FindingValue {
    /// Its unit, or the kind of its words.
    ///
    /// ```
    /// use keyperson::finding::{FindingValue, FindingValueType};
    /// let value = FindingValue::Share { value: 0.76 };
    /// assert_eq!(value.value_type(), FindingValueType::Share);
    /// assert_eq!(serde_json::to_string(&value)?, r#"{"type":"share","value":0.76}"#);
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    #[must_use]
    pub const fn value_type(&self) -> FindingValueType {
        match self {
            Self::Share { .. } => FindingValueType::Share,
            Self::Count { .. } => FindingValueType::Count,
            Self::Number { .. } => FindingValueType::Number,
            Self::Days { .. } => FindingValueType::Days,
            Self::Hours { .. } => FindingValueType::Hours,
            Self::Minutes { .. } => FindingValueType::Minutes,
            Self::Day { .. } => FindingValueType::Day,
            Self::Word { .. } => FindingValueType::Word,
            Self::Text { .. } => FindingValueType::Text,
            Self::Names { .. } => FindingValueType::Names,
        }
    }

    /// The codes or names, where it is several; none else.
    pub(crate) fn names(&self) -> &[String] {
        if let Self::Names { value } = self { value } else { &[] }
    }
}

impl Read for FindingValue {
    fn read(json: Value<'_>, at: &At<'_>, problems: &mut Problems) -> Option<Self> {
        let fields = Fields::of(json, at, problems)?;
        let of: FindingValueType = fields.read("type", problems)?;
        let number = |problems: &mut Problems| fields.read("value", problems).map(Number::get);
        let whole = |problems: &mut Problems| fields.read("value", problems).map(Count::get);
        Some(match of {
            FindingValueType::Share => Self::Share { value: number(problems)? },
            FindingValueType::Count => Self::Count { value: whole(problems)? },
            FindingValueType::Number => Self::Number { value: number(problems)? },
            FindingValueType::Days => Self::Days { value: number(problems)? },
            FindingValueType::Hours => Self::Hours { value: number(problems)? },
            FindingValueType::Minutes => Self::Minutes { value: whole(problems)? },
            FindingValueType::Day => Self::Day { value: fields.read("value", problems)? },
            FindingValueType::Word => Self::Word { value: fields.read::<Shown>("value", problems)?.0 },
            FindingValueType::Text => Self::Text { value: fields.read::<Shown>("value", problems)?.0 },
            FindingValueType::Names => {
                let names: Vec<Shown> = fields.read("value", problems)?;
                Self::Names { value: names.into_iter().map(|Shown(name)| name).collect() }
            }
        })
    }
}

/// A text that is shown as it is.
pub(super) struct Shown(pub(super) String);

impl Read for Shown {
    fn read(json: Value<'_>, at: &At<'_>, problems: &mut Problems) -> Option<Self> {
        read::text(json, "a text", at, problems).map(|text| Self(text.to_owned()))
    }
}

pub(crate) fn share(value: f64) -> FindingValue {
    FindingValue::Share { value }
}

/// How many; what is too many to count is as many as can be.
pub(crate) fn count(value: impl TryInto<i64>) -> FindingValue {
    FindingValue::Count { value: value.try_into().unwrap_or(i64::MAX) }
}

pub(crate) fn number(value: f64) -> FindingValue {
    FindingValue::Number { value }
}

/// Whole days.
pub(crate) fn days(value: i64) -> FindingValue {
    FindingValue::Days { value: integer_to_f64(value) }
}

/// Days, and parts of a day.
pub(crate) fn part_days(value: f64) -> FindingValue {
    FindingValue::Days { value }
}

pub(crate) fn hours(value: f64) -> FindingValue {
    FindingValue::Hours { value }
}

pub(crate) fn minutes(value: i64) -> FindingValue {
    FindingValue::Minutes { value }
}

pub(crate) fn day(value: Day) -> FindingValue {
    FindingValue::Day { value }
}

pub(crate) fn word(value: impl Into<String>) -> FindingValue {
    FindingValue::Word { value: value.into() }
}

pub(crate) fn text(value: impl Into<String>) -> FindingValue {
    FindingValue::Text { value: value.into() }
}

pub(crate) fn names<N: Into<String>>(value: impl IntoIterator<Item = N>) -> FindingValue {
    FindingValue::Names { value: value.into_iter().map(Into::into).collect() }
}
