//! Checks of the arguments of this module's functions.

/// An argument outside the domain of a function.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum StatsError {
    /// A number outside its range.
    #[error("`{argument}` is {found}; give {expected}")]
    OutOfDomain {
        /// Name of the argument.
        argument: &'static str,
        /// What was given.
        found: f64,
        /// What it takes.
        expected: &'static str,
    },
    /// Two slices that belong together differ in length.
    #[error("`{argument}` has {found} items; give as many as there are in the others, {expected}")]
    LengthsDiffer {
        /// Name of the argument.
        argument: &'static str,
        /// Its length.
        found: usize,
        /// The length of the others.
        expected: usize,
    },
    /// More players than subsets can be counted for.
    #[error("{found} players are too many for exact Shapley values; give at most {limit}")]
    TooManyPlayers {
        /// How many.
        found: usize,
        /// The limit.
        limit: usize,
    },
}

impl StatsError {
    /// Every code.
    pub const CODES: &'static [&'static str] = &["out_of_domain", "lengths_differ", "too_many_players"];

    /// The permanent code.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::OutOfDomain { .. } => "out_of_domain",
            Self::LengthsDiffer { .. } => "lengths_differ",
            Self::TooManyPlayers { .. } => "too_many_players",
        }
    }
}

type Checked = Result<(), StatsError>;

fn check(good: bool, argument: &'static str, found: f64, expected: &'static str) -> Checked {
    if good { Ok(()) } else { Err(StatsError::OutOfDomain { argument, found, expected }) }
}

pub(super) fn positive(argument: &'static str, value: f64) -> Checked {
    check(value > 0.0 && value.is_finite(), argument, value, "a finite number above 0")
}

pub(super) fn not_negative(argument: &'static str, value: f64) -> Checked {
    check(value >= 0.0 && value.is_finite(), argument, value, "a finite number from 0")
}

pub(super) fn all_not_negative(argument: &'static str, values: &[f64]) -> Checked {
    values.iter().try_for_each(|value| not_negative(argument, *value))
}

pub(super) fn finite(argument: &'static str, value: f64) -> Checked {
    check(value.is_finite(), argument, value, "a finite number")
}

pub(super) fn not_nan(argument: &'static str, value: f64) -> Checked {
    check(!value.is_nan(), argument, value, "a number")
}

pub(super) fn probability(argument: &'static str, value: f64) -> Checked {
    check((0.0..=1.0).contains(&value), argument, value, "a probability from 0 to 1")
}

pub(super) fn level(argument: &'static str, value: f64) -> Checked {
    check(value > 0.0 && value < 1.0, argument, value, "a probability strictly between 0 and 1")
}

pub(super) fn same_length(argument: &'static str, found: usize, expected: usize) -> Checked {
    if found == expected { Ok(()) } else { Err(StatsError::LengthsDiffer { argument, found, expected }) }
}
