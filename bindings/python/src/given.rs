//! Texts that Python gives: its own may hold half a character, which is no text anywhere else.

use keyperson::{Error, Place, ProblemKind};
use pyo3::exceptions::PyUnicodeEncodeError;
use pyo3::prelude::*;
use pyo3::types::PyString;

use crate::error::raised;

/// A text that was given; one with half a character is refused with `not_utf8`.
pub(crate) struct Given(String);

impl std::ops::Deref for Given {
    type Target = str;

    fn deref(&self) -> &str {
        &self.0
    }
}

impl From<Given> for String {
    fn from(given: Given) -> Self {
        given.0
    }
}

impl FromPyObject<'_, '_> for Given {
    type Error = PyErr;

    fn extract(text: Borrowed<'_, '_, PyAny>) -> PyResult<Self> {
        let py = text.py();
        text.cast::<PyString>()?
            .to_str()
            .map(|text| Self(text.to_owned()))
            .map_err(|error| refused(py, error))
    }
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
