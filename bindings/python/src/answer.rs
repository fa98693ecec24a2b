//! The handle on an answer: it keeps the core's value and turns fields into Python objects when they are asked for.

use std::sync::Arc;

use keyperson::{Brief, Journal, Phrase, Policy, Portfolio, ProblemKind};
use pyo3::exceptions::PyKeyError;
use pyo3::prelude::*;
use pyo3::types::PyDict;

use crate::asked::Asked;
use crate::error::{door, internal, one, raised};
use crate::given::Given;
use crate::given_fit::GivenFit;
use crate::journal::JournalHandle;
use crate::plain;
use crate::policy::PolicyHandle;
use crate::table::TableHandle;
use crate::words::language_of;

/// What was answered.
pub(crate) enum Content {
    Brief(Box<Brief>, Asked),
    Portfolio(Box<Portfolio>, Arc<Policy>),
    Fit(Box<GivenFit>),
}

/// An answer of the core.
#[pyclass(frozen, module = "keyperson._keyperson", name = "Answer")]
pub(crate) struct Answer(Content);

/// Does the same with whatever value an answer holds.
macro_rules! with {
    ($answer:expr, $value:ident => $do:expr) => {
        match &$answer.0 {
            Content::Brief($value, _) => $do,
            Content::Portfolio($value, _) => $do,
            Content::Fit(given) => {
                let $value = given.whole();
                $do
            }
        }
    };
}

impl Answer {
    pub(crate) fn of(content: Content) -> Self {
        Self(content)
    }

    fn text(&self) -> PyResult<String> {
        with!(self, value => serde_json::to_string(value))
            .map_err(|error| Python::attach(|py| internal(py, &error.to_string())))
    }
}

#[pymethods]
impl Answer {
    /// One field, as plain Python objects.
    fn __getitem__<'py>(&self, py: Python<'py>, name: Given) -> PyResult<Bound<'py, PyAny>> {
        door(|| {
            if let (Content::Fit(given), "score") = (&self.0, &*name) {
                return Ok(given.score.into_pyobject(py)?);
            }
            let found = with!(self, value => plain::field(py, value, &name))?;
            found.ok_or_else(|| PyKeyError::new_err(String::from(name)))
        })
    }

    /// The whole answer, as plain Python objects.
    fn plain<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        door(|| with!(self, value => plain::whole(py, value)))
    }

    /// The whole answer as JSON, the same bytes as in the JSON form.
    fn json(&self) -> PyResult<String> {
        door(|| self.text())
    }

    /// The page as `html` or `markdown`; of a brief also as `text` and `svg`, of a portfolio as `csv`.
    fn page(&self, py: Python<'_>, form: Given, language: Given) -> PyResult<String> {
        door(|| {
            let language = language_of(py, &language)?;
            let page = match (&self.0, &*form) {
                (Content::Brief(brief, _), "html") => keyperson_report::html(brief, language),
                (Content::Brief(brief, _), "markdown") => keyperson_report::markdown(brief, language),
                (Content::Brief(brief, _), "svg") => Ok(keyperson_report::svg(brief, language)),
                (Content::Brief(brief, _), "text") => keyperson_report::plain(brief, language),
                (Content::Portfolio(many, _), "html") => keyperson_report::portfolio_html(many, language),
                (Content::Portfolio(many, _), "markdown") => {
                    keyperson_report::portfolio_markdown(many, language)
                }
                (Content::Portfolio(many, _), "csv") => Ok(keyperson_report::portfolio_csv(many)),
                _ => {
                    let (found, allowed) =
                        (String::from(form), Phrase::verbatim("html, markdown, text, svg, csv"));
                    return Err(one(py, "/form", ProblemKind::UnknownValue { found, allowed }));
                }
            };
            page.map_err(|error| internal(py, &error.to_string()))
        })
    }

    /// The table of a portfolio: `people` or `partners`.
    fn table(&self, py: Python<'_>, which: Given) -> PyResult<TableHandle> {
        door(|| {
            let Content::Portfolio(many, policy) = &self.0 else {
                return Err(internal(py, "only a portfolio has tables"));
            };
            let table = py.detach(|| match &*which {
                "partners" => keyperson_table::arrow::partners_table(many),
                _ => keyperson_table::arrow::people_table(many, policy),
            });
            table.map(TableHandle::of).map_err(|error| raised(py, &error))
        })
    }

    /// Whether two answers are the same.
    fn equals(&self, other: &Self) -> PyResult<bool> {
        door(|| {
            Ok(match (&self.0, &other.0) {
                (Content::Brief(mine, _), Content::Brief(theirs, _)) => mine == theirs,
                (Content::Portfolio(mine, _), Content::Portfolio(theirs, _)) => mine == theirs,
                _ => self.text()? == other.text()?,
            })
        })
    }

    /// The function that gives this answer again, and with what: of a brief the facts of its partner, of a portfolio its JSON.
    fn __reduce__<'py>(&self, py: Python<'py>) -> PyResult<(Bound<'py, PyAny>, Bound<'py, PyAny>)> {
        door(|| {
            let module = py.import("keyperson._keyperson")?;
            match &self.0 {
                Content::Brief(brief, question) => {
                    let own = question.journal.of_partner(&brief.partner).iter().cloned();
                    let journal = Journal::from_facts(own).map_err(|error| raised(py, &error))?;
                    let arguments = (
                        JournalHandle(Arc::new(journal)),
                        PolicyHandle(question.policy.clone()),
                        brief.person.to_string(),
                        question.as_of.to_string(),
                        question.since.map(|since| since.to_string()),
                    );
                    Ok((module.getattr("brief")?, arguments.into_pyobject(py)?.into_any()))
                }
                Content::Portfolio(_, policy) => {
                    let arguments = (self.text()?, PolicyHandle(policy.clone()));
                    Ok((module.getattr("portfolio_again")?, arguments.into_pyobject(py)?.into_any()))
                }
                Content::Fit(given) => {
                    let (values, policy) = given.origin();
                    let dict = PyDict::new(py);
                    for (name, value) in values {
                        dict.set_item(name, value)?;
                    }
                    let policy = Policy::from_json(&policy).map_err(|error| raised(py, &error))?;
                    let arguments = (dict, PolicyHandle(Arc::new(policy)));
                    Ok((module.getattr("fit")?, arguments.into_pyobject(py)?.into_any()))
                }
            }
        })
    }
}
