//! What is said of a setting that cannot be.

use crate::error::{Phrase, Place, ProblemKind, Problems, phrase};
use crate::value::Key;

/// Longest ladder or cohort.
pub(super) const MAX_LIST: usize = 1_000;

pub(super) fn contradiction(place: Place, what: &'static str, problems: &mut Problems) {
    problems.add(place, ProblemKind::Contradiction { what: Phrase::plain(what) });
}

pub(super) fn from_one_to(value: i64, most: i64, place: Place, problems: &mut Problems) {
    if !(1..=most).contains(&value) {
        out_of_range(value, phrase!("a whole number from {} to {}", 1, most), place, problems);
    }
}

pub(super) fn at_least_one(value: i64, place: Place, problems: &mut Problems) {
    if value < 1 {
        out_of_range(value, phrase!("a whole number from {}", 1), place, problems);
    }
}

pub(super) fn out_of_range(found: i64, expected: Phrase, place: Place, problems: &mut Problems) {
    problems.add(place, ProblemKind::OutOfRange { found: found.to_string(), expected });
}

pub(super) fn unknown(found: &Key, what: &'static str) -> ProblemKind {
    ProblemKind::UnknownReference { found: found.to_string(), what: Phrase::plain(what) }
}
