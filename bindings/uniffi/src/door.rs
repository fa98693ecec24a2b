//! The door through which every call goes: whatever is wrong comes out as one error, and nothing panics across it.

use std::panic::{AssertUnwindSafe, catch_unwind};

use keyperson::{Error, Place, ProblemKind};

/// Why something was refused.
///
/// The text has one line a problem, each beginning with the permanent code (snake case) and the place: a line, a JSON
/// pointer, or both. What is wrong and what to do follow.
#[derive(Debug, thiserror::Error, uniffi::Error)]
#[uniffi(flat_error)]
pub enum KeypersonError {
    /// What was given cannot be used.
    #[error("{0}")]
    Refused(String),
    /// A mistake of keyperson's own, which should be reported; the next call works.
    #[error("internal: {0}")]
    Internal(String),
}

/// A value, or why there is none.
pub(crate) type Told<T> = Result<T, KeypersonError>;

impl From<Error> for KeypersonError {
    fn from(error: Error) -> Self {
        let lines: Vec<String> = error
            .problems()
            .iter()
            .map(|problem| {
                format!("{} {}: {}; {}", problem.code(), problem.place, problem.kind, problem.hint())
            })
            .collect();
        let shown = u64::try_from(lines.len()).unwrap_or(u64::MAX);
        let rest = match error.count().saturating_sub(shown) {
            0 => String::new(),
            more => format!("\nand {more} more"),
        };
        Self::Refused(lines.join("\n") + &rest)
    }
}

/// Does the work; a panic in it becomes an error.
pub(crate) fn door<T>(work: impl FnOnce() -> Told<T>) -> Told<T> {
    // Nothing that a panic may have left half done is looked at again: handles are never changed in place, but for
    // the journal's builder, which only ever grows by whole lines.
    catch_unwind(AssertUnwindSafe(work)).unwrap_or_else(|panic| {
        let said = panic.downcast_ref::<String>().map(String::as_str);
        let said = said.or_else(|| panic.downcast_ref::<&str>().copied()).unwrap_or("a panic");
        Err(KeypersonError::Internal(said.to_owned()))
    })
}

/// One problem at one place.
pub(crate) fn refused(path: &str, kind: ProblemKind) -> KeypersonError {
    Error::one(Place::at(path), kind).into()
}

/// A result that was given back, as JSON text.
pub(crate) fn json(value: &impl serde::Serialize) -> Told<String> {
    door(|| serde_json::to_string(value).map_err(|error| KeypersonError::Internal(error.to_string())))
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
