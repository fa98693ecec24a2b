//! Errors at the border: the core's problems as `KeypersonError`, and a panic as one too.

use std::any::Any;
use std::panic::{AssertUnwindSafe, catch_unwind};

use keyperson::text::Language;
use keyperson::{Error, Place, Problem, ProblemKind};
use pyo3::exceptions::PyUnicodeEncodeError;
use pyo3::prelude::*;
use pyo3::sync::PyOnceLock;
use pyo3::types::{PyString, PyTuple};

/// The code of what should never happen.
const INTERNAL: &str = "internal_error";

/// Runs what a function of the module does; a panic becomes an error that a host can catch, and the next call works, and
/// half a character somewhere in what was given the core's own refusal.
pub(crate) fn door<T>(work: impl FnOnce() -> PyResult<T>) -> PyResult<T> {
    let done = catch_unwind(AssertUnwindSafe(work))
        .unwrap_or_else(|panic| Err(Python::attach(|py| internal(py, &message_of(panic.as_ref())))));
    done.map_err(|error| Python::attach(|py| refused(py, error)))
}

/// What a panic says.
pub(crate) fn message_of(panic: &(dyn Any + Send)) -> String {
    let text = panic.downcast_ref::<&str>().map(|text| (*text).to_owned());
    text.or_else(|| panic.downcast_ref::<String>().cloned()).unwrap_or_else(|| "a panic".to_owned())
}

/// The exception for problems of the core.
pub(crate) fn raised(py: Python<'_>, error: &Error) -> PyErr {
    let texts = |problem: &Problem| -> Vec<_> {
        let text = |of: &Language| (of.word(), problem.text(*of), problem.hint_in(*of));
        Language::ALL.iter().map(text).collect()
    };
    let told = |problem: &Problem| {
        let (what, hint) = (problem.kind.to_string(), problem.hint());
        (problem.code(), problem.path().to_owned(), problem.place.line, what, hint, texts(problem))
    };
    let problems: Vec<_> = error.problems().iter().map(told).collect();
    exception(py, &error.to_string(), problems.into_pyobject(py).map(Bound::into_any), error.count())
}

/// The exception for problems of an argument: their places are inside `path`.
pub(crate) fn raised_at(py: Python<'_>, error: &Error, path: &str) -> PyErr {
    let placed = error.problems().iter().map(|problem| Problem {
        place: Place { line: problem.place.line, path: path.to_owned() },
        kind: problem.kind.clone(),
    });
    raised(py, &Error::many(placed).unwrap_or_else(|| error.clone()))
}

/// The exception for one problem.
pub(crate) fn one(py: Python<'_>, path: &str, kind: ProblemKind) -> PyErr {
    raised(py, &Error::one(Place::at(path), kind))
}

/// An exception of Python's about a text that cannot be written in UTF-8 as the core's own; any other as it is.
pub(crate) fn refused(py: Python<'_>, error: PyErr) -> PyErr {
    half_character(py, &error).map_or(error, |problem| raised(py, &problem))
}

/// What the core says of a text that Python cannot write in UTF-8.
pub(crate) fn half_character(py: Python<'_>, error: &PyErr) -> Option<Error> {
    if !error.is_instance_of::<PyUnicodeEncodeError>(py) {
        return None;
    }
    // So many bytes can be written before it.
    let value = error.value(py);
    let (text, start) = (value.getattr("object").ok()?, value.getattr("start").ok()?);
    let whole = text.get_item(pyo3::types::PySlice::new(py, 0, start.extract().ok()?, 1)).ok()?;
    let offset = whole.cast::<PyString>().ok()?.to_str().ok()?.len();
    let offset = u64::try_from(offset).unwrap_or(u64::MAX);
    Some(Error::one(Place::default(), ProblemKind::NotUtf8 { offset }))
}

/// The exception for what should never happen.
pub(crate) fn internal(py: Python<'_>, what: &str) -> PyErr {
    let hint = "this is a bug of keyperson: please report it, with what was asked";
    let problem = (INTERNAL, "", None::<u64>, format!("unexpected: {what}"), hint);
    let message = format!("unexpected: {what} [{INTERNAL}]; {hint}");
    exception(py, &message, vec![problem].into_pyobject(py).map(Bound::into_any), 1)
}

fn exception(py: Python<'_>, message: &str, problems: PyResult<Bound<'_, PyAny>>, count: u64) -> PyErr {
    static CLASS: PyOnceLock<Py<PyAny>> = PyOnceLock::new();
    let made = || -> PyResult<Bound<'_, PyAny>> {
        let class = CLASS.get_or_try_init(py, || {
            PyResult::Ok(py.import("keyperson._errors")?.getattr("KeypersonError")?.unbind())
        })?;
        let arguments = PyTuple::new(py, [message.into_pyobject(py)?.into_any(), problems?])?;
        class.bind(py).call_method1("_of", (arguments.get_item(0)?, arguments.get_item(1)?, count))
    };
    match made() {
        Ok(exception) => PyErr::from_value(exception),
        Err(error) => error,
    }
}
