//! The door through which every call goes: whatever is wrong comes out as one error, and nothing panics across it.

use std::collections::HashMap;
use std::panic::{AssertUnwindSafe, catch_unwind};

use keyperson::{Error, Place, ProblemKind};

use keyperson::text::Language;

/// Why something was refused.
#[derive(Debug, thiserror::Error, uniffi::Error)]
pub enum KeypersonError {
    /// What was given cannot be used.
    #[error("{}", lines(problems, *count))]
    Refused {
        /// What is wrong, in the order of the input; at most 1,000 problems.
        problems: Vec<Problem>,
        /// How many problems there were in all.
        count: i64,
    },
    /// A mistake of keyperson's own, which should be reported; the next call works.
    #[error("internal: {reason}")]
    Internal {
        /// What went wrong.
        reason: String,
    },
}

/// One thing that is wrong with what was given.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Record)]
pub struct Problem {
    /// The permanent code, in snake case.
    pub code: String,
    /// JSON pointer of the place; empty for the whole input or line.
    pub path: String,
    /// Line of the text, from 1; absent where the input has no lines.
    pub line: Option<i64>,
    /// What is wrong, for people, in English.
    pub message: String,
    /// What to do about it, for people, in English.
    pub hint: String,
    /// The same two in every language.
    pub texts: HashMap<Language, ProblemText>,
}

/// What a problem says in one language.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Record)]
pub struct ProblemText {
    /// What is wrong.
    pub text: String,
    /// What to do about it.
    pub hint: String,
}

/// A value, or why there is none.
pub(crate) type Told<T> = Result<T, KeypersonError>;

impl From<Error> for KeypersonError {
    fn from(error: Error) -> Self {
        let problems = error.problems().iter().map(|problem| Problem {
            code: problem.code().to_owned(),
            path: problem.path().to_owned(),
            line: problem.place.line.and_then(|line| i64::try_from(line).ok()),
            message: problem.kind.to_string(),
            hint: problem.hint(),
            texts: Language::ALL.iter().map(|language| (*language, texts(problem, *language))).collect(),
        });
        Self::Refused {
            problems: problems.collect(),
            count: i64::try_from(error.count()).unwrap_or(i64::MAX),
        }
    }
}

/// What a problem says in one language.
fn texts(problem: &keyperson::Problem, language: Language) -> ProblemText {
    ProblemText { text: problem.text(language), hint: problem.hint_in(language) }
}

impl KeypersonError {
    /// A mistake of keyperson's own.
    pub(crate) fn internal(reason: impl ToString) -> Self {
        Self::Internal { reason: reason.to_string() }
    }
}

/// One line per problem: code, place, what is wrong, what to do.
fn lines(problems: &[Problem], count: i64) -> String {
    let mut lines: Vec<String> = problems
        .iter()
        .map(|Problem { code, path, line, message, hint, .. }| {
            let line = line.map(|line| format!("line {line}"));
            let place: Vec<&str> =
                line.as_deref().into_iter().chain((!path.is_empty()).then_some(path.as_str())).collect();
            let place = if place.is_empty() { "the input".to_owned() } else { place.join(", ") };
            format!("{code} {place}: {message}; {hint}")
        })
        .collect();
    let shown = i64::try_from(problems.len()).unwrap_or(i64::MAX);
    match count.saturating_sub(shown) {
        0 => {}
        more => lines.push(format!("and {more} more")),
    }
    lines.join("\n")
}

/// Does the work; a panic in it becomes an error.
pub(crate) fn door<T>(work: impl FnOnce() -> Told<T>) -> Told<T> {
    // Nothing that a panic may have left half done is looked at again: handles are never changed in place, but for
    // the journal's builder, which only ever grows by whole lines.
    catch_unwind(AssertUnwindSafe(work)).unwrap_or_else(|panic| {
        let said = panic.downcast_ref::<String>().map(String::as_str);
        let said = said.or_else(|| panic.downcast_ref::<&str>().copied()).unwrap_or("a panic");
        Err(KeypersonError::internal(said))
    })
}

/// One problem at one place.
pub(crate) fn refused(path: &str, kind: ProblemKind) -> KeypersonError {
    Error::one(Place::at(path), kind).into()
}

/// A result that was given back, as JSON text.
pub(crate) fn json(value: &impl serde::Serialize) -> Told<String> {
    // The core's own writer, which the JSON form uses as well: another one would be compiled for every answer once more.
    door(|| keyperson::json::write::to_string(value).map_err(KeypersonError::internal))
}

/// Panics on purpose, so that a test can see what becomes of it.
///
/// # Errors
/// Always.
#[uniffi::export]
pub fn planted_panic() -> Result<(), KeypersonError> {
    #[expect(clippy::panic, reason = "the test of what becomes of a panic")]
    door(|| panic!("planted"))
}
