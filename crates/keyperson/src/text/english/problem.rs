//! What is wrong with input, in English: as the problems and phrases are written.

use crate::error::{Phrase, ProblemKind};

pub(crate) fn problem(of: &ProblemKind) -> (&'static str, &'static str) {
    of.templates()
}

pub(crate) fn phrase(of: &Phrase) -> String {
    of.to_string()
}
