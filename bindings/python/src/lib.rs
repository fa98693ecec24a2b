//! The extension module of the Python package: handles on the core's values, and nothing decided here.
//!
//! `python/keyperson` is what people import; it gives these handles names, types and documentation. A handle holds
//! the core's own value and turns into Python objects only what is asked for.

mod answer;
mod asked;
mod error;
mod facts_table;
mod fit;
mod given;
mod given_fit;
mod import;
mod journal;
mod json_in;
mod patience;
mod plain;
mod policy;
mod question;
mod table;
mod words;

use pyo3::prelude::*;
use pyo3::types::PyString;

/// The answer of the JSON form to a question, both as text.
#[pyfunction]
fn ask(py: Python<'_>, question: &Bound<'_, PyString>) -> PyResult<String> {
    error::door(|| {
        // A bad question has an answer, too.
        let question = match question.to_str() {
            Ok(question) => question.to_owned(),
            Err(error) => {
                return error::half_character(py, &error)
                    .map(|problem| keyperson::door::ask::refusal(&problem))
                    .ok_or(error);
            }
        };
        let long = question.len() > patience::LONG_TEXT;
        patience::patiently(py, long, None, move |_watch| keyperson::ask(&question))
    })
}

/// A value of lists, dictionaries, texts and numbers as JSON text, written as the core writes it.
#[pyfunction]
fn json_text(value: &Bound<'_, PyAny>) -> PyResult<String> {
    error::door(|| json_in::text(value))
}

/// Does nothing: what a call itself costs, for the benchmarks.
#[pyfunction]
fn _nothing() {}

/// Panics on purpose, so that a test can see what becomes of it.
#[pyfunction]
#[expect(clippy::panic, reason = "the test of what becomes of a panic")]
fn _planted_panic(py: Python<'_>, in_thread: bool) -> PyResult<()> {
    error::door(|| {
        if in_thread {
            return patience::patiently(py, true, None, |_watch| panic!("planted"));
        }
        panic!("planted")
    })
}

#[pymodule(gil_used = false)]
fn _keyperson(module: &Bound<'_, PyModule>) -> PyResult<()> {
    module.add("__version__", env!("CARGO_PKG_VERSION"))?;
    module.add("CODES", keyperson::ProblemKind::CODES.to_vec())?;
    module.add("TRAITS", keyperson::Trait::WORDS.to_vec())?;
    module.add("DEFAULT_POLICY_TOML", keyperson::policy::DEFAULT_TOML)?;
    let mappings: Vec<&str> = keyperson_table::SHIPPED.iter().map(|(name, _)| *name).collect();
    module.add("MAPPINGS", mappings)?;
    module.add_class::<answer::Answer>()?;
    module.add_class::<journal::JournalHandle>()?;
    module.add_class::<journal::FactsBuilder>()?;
    module.add_class::<journal::RowsBuilder>()?;
    module.add_class::<facts_table::FactsTableHandle>()?;
    module.add_class::<policy::PolicyHandle>()?;
    module.add_class::<table::TableHandle>()?;
    module.add_function(wrap_pyfunction!(ask, module)?)?;
    module.add_function(wrap_pyfunction!(json_text, module)?)?;
    module.add_function(wrap_pyfunction!(_planted_panic, module)?)?;
    module.add_function(wrap_pyfunction!(question::brief, module)?)?;
    module.add_function(wrap_pyfunction!(question::portfolio, module)?)?;
    module.add_function(wrap_pyfunction!(question::portfolio_again, module)?)?;
    module.add_function(wrap_pyfunction!(question::change, module)?)?;
    module.add_function(wrap_pyfunction!(question::trail, module)?)?;
    module.add_function(wrap_pyfunction!(question::rank, module)?)?;
    module.add_function(wrap_pyfunction!(question::schedule, module)?)?;
    module.add_function(wrap_pyfunction!(question::announcement_draft, module)?)?;
    module.add_function(wrap_pyfunction!(question::case_study_draft, module)?)?;
    module.add_function(wrap_pyfunction!(question::business_day, module)?)?;
    module.add_function(wrap_pyfunction!(question::what_if, module)?)?;
    module.add_function(wrap_pyfunction!(fit::fit, module)?)?;
    module.add_function(wrap_pyfunction!(fit::fit_table, module)?)?;
    module.add_function(wrap_pyfunction!(words::word_text, module)?)?;
    module.add_function(wrap_pyfunction!(words::finding_text, module)?)?;
    module.add_function(wrap_pyfunction!(_nothing, module)?)?;
    module.add_function(wrap_pyfunction!(import::import_table, module)?)?;
    module.add_function(wrap_pyfunction!(journal::simulate, module)?)?;
    Ok(())
}
