//! What the sentences are given: why a value of the command line cannot be.

use keyperson::{Place, Problem, ProblemKind};

/// Why a value cannot be.
#[derive(Debug)]
pub enum Mistake {
    /// It is neither a day nor an instant.
    Date,
    /// It is no day.
    Day,
    /// It is no id.
    Id(Box<Problem>),
    /// It is no number of partners.
    Partners {
        /// How many there may be.
        most: usize,
    },
    /// It is no name with a file.
    NamedFile,
}

impl From<ProblemKind> for Mistake {
    fn from(kind: ProblemKind) -> Self {
        Self::Id(Box::new(Problem { place: Place::default(), kind }))
    }
}
