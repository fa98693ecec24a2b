//! What problems are told with: values, and phrases that each language says in its own words.

use std::borrow::Cow;
use std::fmt;

use serde::{Deserialize, Serialize};

/// A phrase of the library: its English words, and what they are filled with. Other languages look the words up.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Phrase {
    /// The English words, with `{}` for each value.
    #[serde(rename = "phrase")]
    words: Cow<'static, str>,
    /// The values, in the order of the words.
    values: Box<[String]>,
}

/// What a reader of JSON says, and where: line and column from 1, in characters.
pub(crate) const NOT_JSON: &str = "{} at line {} column {}";

/// The same of one line of a file, whose number the problem's place tells.
pub(crate) const NOT_JSON_LINE: &str = "{} at column {}";

impl Phrase {
    /// A phrase without values.
    #[must_use]
    pub fn plain(words: &'static str) -> Self {
        Self { words: Cow::Borrowed(words), values: Box::default() }
    }

    /// A phrase with a value for each `{}` of its words.
    ///
    /// ```
    /// let expected = keyperson::Phrase::with("a number from {} to {}", &[&0, &1]);
    /// assert_eq!(expected.to_string(), "a number from 0 to 1");
    /// ```
    #[must_use]
    pub fn with(words: &'static str, values: &[&dyn fmt::Display]) -> Self {
        Self { words: Cow::Borrowed(words), values: values.iter().map(ToString::to_string).collect() }
    }

    /// What is the same in every language, such as names.
    #[must_use]
    pub fn verbatim(text: impl Into<String>) -> Self {
        Self { words: Cow::Borrowed("{}"), values: Box::new([text.into()]) }
    }

    /// The English words, with `{}` for each value.
    #[must_use]
    pub fn words(&self) -> &str {
        &self.words
    }

    /// What stands in place of each `{}`.
    #[must_use]
    pub fn values(&self) -> &[String] {
        &self.values
    }

    /// These words, with a value of the phrase in place of each `{}`, in their order.
    pub(crate) fn said(&self, words: &str) -> String {
        let mut values = self.values.iter();
        let mut parts = words.split("{}");
        let mut text = parts.next().unwrap_or_default().to_owned();
        for part in parts {
            text.push_str(values.next().map_or("{}", String::as_str));
            text.push_str(part);
        }
        text
    }
}

impl fmt::Display for Phrase {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.said(&self.words))
    }
}

/// A [`Phrase`](crate::error::Phrase) by its English words and what they are filled with.
#[doc(hidden)]
#[macro_export]
macro_rules! phrase {
    ($words:literal) => { $crate::error::Phrase::plain($words) };
    ($words:literal, $($value:expr),+ $(,)?) => {
        $crate::error::Phrase::with($words, &[$(&$value),+])
    };
}
pub(crate) use phrase;

/// What a sentence about a problem is filled with.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(untagged)]
#[cfg_attr(not(feature = "exhaustive"), non_exhaustive)]
pub enum ProblemValue {
    /// A number of bytes, cells or the like.
    Count(u64),
    /// What stood there, or names.
    Text(String),
    /// Words that each language has.
    Phrase(Phrase),
}

impl fmt::Display for ProblemValue {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Count(count) => count.fmt(f),
            Self::Text(text) => f.write_str(text),
            Self::Phrase(phrase) => phrase.fmt(f),
        }
    }
}

/// A field of a problem.
pub(super) trait Field {
    /// The field as sentences show it.
    fn value(&self) -> ProblemValue;
}

impl Field for u64 {
    fn value(&self) -> ProblemValue {
        ProblemValue::Count(*self)
    }
}

impl Field for String {
    fn value(&self) -> ProblemValue {
        ProblemValue::Text(self.clone())
    }
}

impl Field for Phrase {
    fn value(&self) -> ProblemValue {
        ProblemValue::Phrase(self.clone())
    }
}

/// Replaces every `{name}` of a template by its value; a name without one stays as it is.
pub(crate) fn fill(template: &str, value: &dyn Fn(&str) -> Option<String>) -> String {
    let mut text = String::with_capacity(template.len());
    let mut rest = template;
    while let Some((before, after)) = rest.split_once('{') {
        text.push_str(before);
        rest = after;
        match after.split_once('}').and_then(|(name, after)| Some((value(name)?, after))) {
            Some((value, after)) => {
                text.push_str(&value);
                rest = after;
            }
            None => text.push('{'),
        }
    }
    text.push_str(rest);
    text
}
