//! What can be wrong with an argument of a statistical function.

use std::fmt;

use thiserror::Error;

/// An argument that a statistical function refuses, or a result that does not fit in a double.
///
/// The text names the argument, says what is wrong with it and what to give instead; [`StatsError::code`] is permanent.
#[derive(Debug, Clone, Copy, PartialEq, Error)]
#[non_exhaustive]
pub enum StatsError {
    /// A number is NaN, or infinite where only finite numbers make sense.
    #[error("{argument} is `{value}`: give a finite number")]
    NotFinite {
        /// The argument's name, with the position in its list where it is one of several.
        argument: Argument,
        /// What was given.
        value: f64,
    },
    /// A number lies outside the range of the argument.
    #[error("{argument} is `{value}`: give {allowed}")]
    OutOfRange {
        /// The argument's name, with the position in its list where it is one of several.
        argument: Argument,
        /// What was given.
        value: f64,
        /// The range, in words.
        allowed: &'static str,
    },
    /// Two lists that describe the same things have different lengths.
    #[error(
        "`{left}` has {left_length} entries and `{right}` has {right_length}: give lists of equal length"
    )]
    LengthsDiffer {
        /// The first list's name.
        left: &'static str,
        /// Its length.
        left_length: usize,
        /// The second list's name.
        right: &'static str,
        /// Its length.
        right_length: usize,
    },
    /// A lower bound lies above its upper bound.
    #[error("`lower[{index}]` is `{lower}`, above `upper[{index}]`, which is `{upper}`: exchange the two")]
    BoundsReversed {
        /// The position in the lists.
        index: usize,
        /// The lower bound given.
        lower: f64,
        /// The upper bound given.
        upper: f64,
    },
    /// Exact Shapley values of so many players would take too long: the work doubles with each one.
    #[error("`values` has {count} players: give at most {limit}, or merge some")]
    TooManyPlayers {
        /// How many were given.
        count: usize,
        /// How many are allowed.
        limit: usize,
    },
    /// The answer is larger than a double, or than a count, can hold.
    #[error("the {result} is too large to represent: bring the arguments closer to each other")]
    ResultTooLarge {
        /// Which result.
        result: &'static str,
    },
}

impl StatsError {
    /// All codes, for tables of messages and for tests that each has a case.
    pub const CODES: [&'static str; 6] = [
        "number_not_finite",
        "number_out_of_range",
        "lengths_differ",
        "bounds_reversed",
        "too_many_players",
        "result_too_large",
    ];

    /// The permanent code of this error, in snake case.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::NotFinite { .. } => "number_not_finite",
            Self::OutOfRange { .. } => "number_out_of_range",
            Self::LengthsDiffer { .. } => "lengths_differ",
            Self::BoundsReversed { .. } => "bounds_reversed",
            Self::TooManyPlayers { .. } => "too_many_players",
            Self::ResultTooLarge { .. } => "result_too_large",
        }
    }
}

/// The name of an argument, and the position in it when the argument is a list. Shown as `` `weights[3]` ``.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Argument {
    /// The parameter's name in the function's signature.
    pub name: &'static str,
    /// The position, counted from 0, when the argument is a list.
    pub index: Option<usize>,
}

impl fmt::Display for Argument {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.index {
            Some(index) => write!(f, "`{}[{index}]`", self.name),
            None => write!(f, "`{}`", self.name),
        }
    }
}

const fn single(name: &'static str) -> Argument {
    Argument { name, index: None }
}

/// A number other than NaN and ±∞.
pub(super) fn finite(name: &'static str, value: f64) -> Result<(), StatsError> {
    if value.is_finite() { Ok(()) } else { Err(StatsError::NotFinite { argument: single(name), value }) }
}

/// A finite number above zero.
pub(super) fn positive(name: &'static str, value: f64) -> Result<(), StatsError> {
    finite(name, value)?;
    if value > 0.0 { Ok(()) } else { Err(out_of_range(name, value, "a number above 0")) }
}

/// A shape parameter of a Beta or Gamma distribution: beyond 1e-12..1e12 the incomplete beta function is neither tested
/// nor quick, and no evidence is so weak or so strong.
pub(super) fn shape(name: &'static str, value: f64) -> Result<(), StatsError> {
    finite(name, value)?;
    if (1e-12..=1e12).contains(&value) {
        Ok(())
    } else {
        Err(out_of_range(name, value, "a number from 1e-12 to 1e12"))
    }
}

/// A finite number of at least zero.
pub(super) fn not_negative(name: &'static str, value: f64) -> Result<(), StatsError> {
    finite(name, value)?;
    if value >= 0.0 { Ok(()) } else { Err(out_of_range(name, value, "a number of at least 0")) }
}

/// A number from 0 to 1, both included.
pub(super) fn probability(name: &'static str, value: f64) -> Result<(), StatsError> {
    finite(name, value)?;
    if (0.0..=1.0).contains(&value) { Ok(()) } else { Err(out_of_range(name, value, "a number from 0 to 1")) }
}

/// A number strictly between 0 and 1, as a confidence level is.
pub(super) fn open_probability(name: &'static str, value: f64) -> Result<(), StatsError> {
    finite(name, value)?;
    if value > 0.0 && value < 1.0 {
        Ok(())
    } else {
        Err(out_of_range(name, value, "a number between 0 and 1, both excluded"))
    }
}

/// Finite numbers of at least zero, or the first that is not.
pub(super) fn all_not_negative(name: &'static str, values: &[f64]) -> Result<(), StatsError> {
    all_finite(name, values)?;
    match values.iter().position(|value| *value < 0.0) {
        None => Ok(()),
        Some(index) => Err(StatsError::OutOfRange {
            argument: Argument { name, index: Some(index) },
            value: values.get(index).copied().unwrap_or_default(),
            allowed: "a number of at least 0",
        }),
    }
}

/// Finite numbers, or the first that is not.
pub(super) fn all_finite(name: &'static str, values: &[f64]) -> Result<(), StatsError> {
    match values.iter().enumerate().find(|(_, value)| !value.is_finite()) {
        None => Ok(()),
        Some((index, value)) => {
            Err(StatsError::NotFinite { argument: Argument { name, index: Some(index) }, value: *value })
        }
    }
}

/// Two lists of one length.
pub(super) fn same_length(
    left: &'static str,
    left_length: usize,
    right: &'static str,
    right_length: usize,
) -> Result<(), StatsError> {
    if left_length == right_length {
        Ok(())
    } else {
        Err(StatsError::LengthsDiffer { left, left_length, right, right_length })
    }
}

/// The refusal of a number outside its range.
pub(super) const fn out_of_range(name: &'static str, value: f64, allowed: &'static str) -> StatsError {
    StatsError::OutOfRange { argument: single(name), value, allowed }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_code_has_a_case_and_a_text_that_follows_the_house_style() {
        let argument = Argument { name: "weights", index: Some(3) };
        let cases = [
            (
                StatsError::NotFinite { argument, value: f64::NAN },
                "`weights[3]` is `NaN`: give a finite number",
            ),
            (out_of_range("q", 2.0, "a number from 0 to 1"), "`q` is `2`: give a number from 0 to 1"),
            (
                StatsError::LengthsDiffer {
                    left: "values",
                    left_length: 2,
                    right: "weights",
                    right_length: 3,
                },
                "`values` has 2 entries and `weights` has 3: give lists of equal length",
            ),
            (
                StatsError::BoundsReversed { index: 1, lower: 0.5, upper: 0.25 },
                "`lower[1]` is `0.5`, above `upper[1]`, which is `0.25`: exchange the two",
            ),
            (
                StatsError::TooManyPlayers { count: 17, limit: 16 },
                "`values` has 17 players: give at most 16, or merge some",
            ),
            (
                StatsError::ResultTooLarge { result: "weight" },
                "the weight is too large to represent: bring the arguments closer to each other",
            ),
        ];
        let codes: Vec<_> = cases.iter().map(|(error, _)| error.code()).collect();
        assert_eq!(codes, StatsError::CODES);
        for (error, text) in cases {
            assert_eq!(error.to_string(), text);
            assert!(!text.ends_with('.'));
        }
    }
}
