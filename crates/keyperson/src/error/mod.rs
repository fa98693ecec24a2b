//! What can be wrong with input: one permanent code a problem, where it is, and what to do.
//!
//! Every door of the crate (facts, journals, policies, questions) answers bad input with an [`Error`] that
//! holds *all* problems found, never only the first. Texts are for people; programs read [`Problem::code`]
//! and [`Problem::path`], which never change once released.

use std::fmt;

mod kind;
mod phrase;

pub use self::kind::{AtLine, ProblemKind, Registered};
pub(crate) use self::phrase::{NOT_JSON, NOT_JSON_LINE, fill, phrase};
pub use self::phrase::{Phrase, ProblemValue};

/// Problems kept in one [`Error`]; what comes after them is only counted.
///
/// A file of a million bad lines has one cause: nobody reads more than this, and memory stays bounded.
pub const MAX_PROBLEMS: usize = 1_000;

/// The largest text that is read as one document: 64 MiB.
///
/// Journals larger than this are read in pieces ([`JournalBuilder`](crate::JournalBuilder)).
pub const MAX_DOCUMENT_BYTES: usize = 64 * 1024 * 1024;

/// Where a problem is: the line of the file where there is one, and the path inside the document.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Place {
    /// Line of the text, from 1; absent where the input has no lines.
    pub line: Option<u64>,
    /// JSON pointer (RFC 6901) inside the line or document, such as `/value`; empty for the whole of it.
    pub path: String,
}

impl Place {
    /// A place inside a document without lines.
    #[must_use]
    pub fn at(path: impl Into<String>) -> Self {
        Self { line: None, path: path.into() }
    }

    /// The place one step further in: `field` is appended to the path, escaped by RFC 6901.
    #[must_use]
    pub fn field(&self, field: &str) -> Self {
        let escaped = field.replace('~', "~0").replace('/', "~1");
        Self { line: self.line, path: format!("{}/{escaped}", self.path) }
    }
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.line, self.path.as_str()) {
            (Some(line), "") => write!(f, "line {line}"),
            (Some(line), path) => write!(f, "line {line}, {path}"),
            (None, "") => f.write_str("the input"),
            (None, path) => f.write_str(path),
        }
    }
}

/// One thing that is wrong, with the place where it is.
#[derive(Debug, Clone, PartialEq)]
pub struct Problem {
    /// Where it is.
    pub place: Place,
    /// What it is.
    pub kind: ProblemKind,
}

impl Problem {
    /// The permanent code, in snake case.
    #[must_use]
    pub fn code(&self) -> &'static str {
        self.kind.code()
    }

    /// The JSON pointer of the place; empty for the whole input or line.
    #[must_use]
    pub fn path(&self) -> &str {
        &self.place.path
    }

    /// What to do about it, one sentence for people, in English.
    #[must_use]
    pub fn hint(&self) -> String {
        self.kind.hint()
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {} [{}]; {}", self.place, self.kind, self.code(), self.hint())
    }
}

/// All problems of one input.
#[derive(Debug, Clone, PartialEq)]
pub struct Error {
    problems: Vec<Problem>,
    omitted: u64,
}

impl Error {
    /// An error of one problem.
    #[must_use]
    pub fn one(place: Place, kind: ProblemKind) -> Self {
        Self { problems: vec![Problem { place, kind }], omitted: 0 }
    }

    /// An error of many problems; `None` where there is none. At most [`MAX_PROBLEMS`] are kept, the others counted.
    #[must_use]
    pub fn many(problems: impl IntoIterator<Item = Problem>) -> Option<Self> {
        let mut collected = Problems::default();
        for problem in problems {
            collected.add(problem.place, problem.kind);
        }
        collected.into_error()
    }

    /// Puts the problems of `later` after these.
    pub fn append(&mut self, later: Self) {
        let room = MAX_PROBLEMS.saturating_sub(self.problems.len());
        let beyond = u64::try_from(later.problems.len().saturating_sub(room)).unwrap_or(u64::MAX);
        self.omitted = self.omitted.saturating_add(later.omitted).saturating_add(beyond);
        self.problems.extend(later.problems.into_iter().take(room));
    }

    /// The same problems, each at the one place `path`: for hosts that read a part of a document themselves.
    #[must_use]
    pub fn at(mut self, path: &str) -> Self {
        for problem in &mut self.problems {
            path.clone_into(&mut problem.place.path);
        }
        self
    }

    /// The same problems, each at the place that `place_of` names, where it names one.
    pub(crate) fn placed(mut self, place_of: impl Fn(&Problem) -> Option<Place>) -> Self {
        for problem in &mut self.problems {
            problem.place = place_of(problem).unwrap_or_else(|| std::mem::take(&mut problem.place));
        }
        self
    }

    /// The problems, in the order of the input; at most [`MAX_PROBLEMS`].
    #[must_use]
    pub fn problems(&self) -> &[Problem] {
        &self.problems
    }

    /// How many problems there were beyond those kept.
    #[must_use]
    pub fn omitted(&self) -> u64 {
        self.omitted
    }

    /// The same problems, and so many more that were only counted.
    #[must_use]
    pub fn with_omitted(mut self, further: u64) -> Self {
        self.omitted = self.omitted.saturating_add(further);
        self
    }

    /// How many problems there were in all.
    #[must_use]
    pub fn count(&self) -> u64 {
        u64::try_from(self.problems.len()).unwrap_or(u64::MAX).saturating_add(self.omitted)
    }

    /// The code of the first problem.
    #[must_use]
    pub fn code(&self) -> &'static str {
        self.problems.first().map_or("nothing_to_read", Problem::code)
    }

    /// The path of the first problem.
    #[must_use]
    pub fn path(&self) -> &str {
        self.problems.first().map_or("", Problem::path)
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        const SHOWN: usize = 20;
        for (index, problem) in self.problems.iter().take(SHOWN).enumerate() {
            if index > 0 {
                f.write_str("\n")?;
            }
            write!(f, "{problem}")?;
        }
        let shown = u64::try_from(self.problems.len().min(SHOWN)).unwrap_or(u64::MAX);
        match self.count().saturating_sub(shown) {
            0 => Ok(()),
            more => write!(f, "\nand {more} more"),
        }
    }
}

impl std::error::Error for Error {}

/// Collects problems while a file is read; nothing is handed out unless there was none.
#[derive(Debug, Default)]
pub(crate) struct Problems {
    kept: Vec<Problem>,
    omitted: u64,
}

impl Problems {
    pub(crate) fn add(&mut self, place: Place, kind: ProblemKind) {
        if self.kept.len() < MAX_PROBLEMS {
            self.kept.push(Problem { place, kind });
        } else {
            self.omitted = self.omitted.saturating_add(1);
        }
    }

    /// Takes in all problems of `error`, their paths inside `path`.
    pub(crate) fn take(&mut self, error: Error, path: &str) {
        for mut problem in error.problems {
            problem.place.path.insert_str(0, path);
            self.add(problem.place, problem.kind);
        }
        self.omitted = self.omitted.saturating_add(error.omitted);
    }

    /// How many problems there are by now, kept or not.
    pub(crate) fn count(&self) -> u64 {
        u64::try_from(self.kept.len()).unwrap_or(u64::MAX).saturating_add(self.omitted)
    }

    pub(crate) fn into_result<T>(self, value: T) -> Result<T, Error> {
        if self.kept.is_empty() {
            Ok(value)
        } else {
            Err(Error { problems: self.kept, omitted: self.omitted })
        }
    }

    /// The error where at least one problem is known to have been added.
    pub(crate) fn into_error(self) -> Option<Error> {
        self.into_result(()).err()
    }
}
