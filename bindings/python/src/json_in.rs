//! Python values as the core's JSON tree; what has no place in it is refused, never guessed.

use keyperson::{Json, ProblemKind, phrase};
use pyo3::prelude::*;
use pyo3::sync::PyOnceLock;
use pyo3::types::{PyBool, PyDict, PyFloat, PyInt, PyList, PyString, PyTuple};

use crate::error;

/// The deepest nesting, as in the core's own reader.
const DEEPEST: usize = 127;

/// The tree of a value: dictionaries, lists, tuples, texts, numbers, truth values, None, dates and times.
pub(crate) fn tree(value: &Bound<'_, PyAny>) -> PyResult<Json> {
    at(value, 0)
}

/// A value as JSON text, written as the core writes it.
pub(crate) fn text(value: &Bound<'_, PyAny>) -> PyResult<String> {
    let json = tree(value)?;
    serde_json::to_string(&json).map_err(|error| error::internal(value.py(), &error.to_string()))
}

fn at(value: &Bound<'_, PyAny>, depth: usize) -> PyResult<Json> {
    if depth > DEEPEST {
        return Err(error::one(value.py(), "", ProblemKind::TooDeep {}));
    }
    let deeper = depth.saturating_add(1);
    if value.is_none() {
        Ok(Json::Null)
    } else if let Ok(text) = value.cast::<PyString>() {
        // Half a surrogate pair is no text; Python says where.
        Ok(Json::Text(text.to_cow()?.into_owned()))
    } else if let Ok(truth) = value.cast::<PyBool>() {
        Ok(Json::Bool(truth.is_true()))
    } else if let Ok(number) = value.cast::<PyFloat>() {
        Ok(Json::Float(number.value()))
    } else if value.is_instance_of::<PyInt>() {
        Ok(value
            .extract::<i64>()
            .map_or_else(|_| Json::Float(value.extract().unwrap_or(f64::NAN)), Json::Integer))
    } else if let Ok(entries) = value.cast::<PyDict>() {
        let mut tree = Vec::with_capacity(entries.len());
        for (key, value) in entries {
            tree.push((key_of(&key)?, at(&value, deeper)?));
        }
        Ok(Json::Object(tree))
    } else if let Ok(items) = value.cast::<PyList>() {
        items.iter().map(|item| at(&item, deeper)).collect::<PyResult<_>>().map(Json::List)
    } else if let Ok(items) = value.cast::<PyTuple>() {
        items.iter().map(|item| at(&item, deeper)).collect::<PyResult<_>>().map(Json::List)
    } else {
        at(&plainly(value)?, deeper)
    }
}

fn key_of(key: &Bound<'_, PyAny>) -> PyResult<String> {
    match key.cast::<PyString>() {
        Ok(text) => Ok(text.to_cow()?.into_owned()),
        Err(_) => {
            let found = phrase!("a key of type {}", key.get_type().name()?);
            Err(error::one(
                key.py(),
                "",
                ProblemKind::WrongType { expected: phrase!("texts as keys"), found },
            ))
        }
    }
}

/// What Python's side makes of dates, times, scalars of numpy and other mappings.
fn plainly<'py>(value: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyAny>> {
    static FUNCTION: PyOnceLock<Py<PyAny>> = PyOnceLock::new();
    let py = value.py();
    let function = FUNCTION
        .get_or_try_init(py, || PyResult::Ok(py.import("keyperson._dates")?.getattr("plain")?.unbind()))?;
    function.bind(py).call1((value,))
}
