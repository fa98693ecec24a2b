//! Texts that Python gives: its own may hold half a character, which is no text anywhere else.

use pyo3::prelude::*;
use pyo3::types::PyString;

use crate::error::refused;

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
