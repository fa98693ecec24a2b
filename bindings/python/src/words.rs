//! The core's words in one language: the labels of charts, and what a finding says.

use keyperson::course::ladder::RungStatus;
use keyperson::fact::GateStep;
use keyperson::person::readiness::Readiness;
use keyperson::text::{self, Language};
use keyperson::{Finding, Phrase, ProblemKind, Trait};
use pyo3::prelude::*;

use crate::error::{door, one, raised, raised_at};
use crate::given::Given;
use crate::{json_in, plain};

/// The language that a text names.
pub(crate) fn language_of(py: Python<'_>, language: &str) -> PyResult<Language> {
    language.parse().map_err(|error| raised_at(py, &error, "/language"))
}

/// What a finding says in one language, as plain Python objects.
#[pyfunction]
pub(crate) fn finding_text<'py>(finding: &Bound<'py, PyAny>, language: Given) -> PyResult<Bound<'py, PyAny>> {
    door(|| {
        let py = finding.py();
        let language = language_of(py, &language)?;
        let finding = Finding::from_json(&json_in::tree(finding)?).map_err(|error| raised(py, &error))?;
        plain::whole(py, &text::finding(&finding, language))
    })
}

/// What a code of the core is called: a trait, gate, readiness, status of a rung; a rung, metric, pattern or remedy,
/// which a policy may add and which is then shown as it is.
#[pyfunction]
pub(crate) fn word_text(py: Python<'_>, kind: Given, code: Given, language: Given) -> PyResult<String> {
    door(|| {
        let language = language_of(py, &language)?;
        let known = |error: keyperson::Error| raised_at(py, &error, "/code");
        Ok(match &*kind {
            "trait" => text::trait_name(code.parse::<Trait>().map_err(known)?, language).to_owned(),
            "gate" => text::gate(code.parse::<GateStep>().map_err(known)?, language).to_owned(),
            "readiness" => text::readiness(code.parse::<Readiness>().map_err(known)?, language).to_owned(),
            "rung_status" => {
                text::rung_status(code.parse::<RungStatus>().map_err(known)?, language).to_owned()
            }
            "rung" => text::rung(&code, language).to_owned(),
            "metric" => text::metric(&code, language).to_owned(),
            "pattern" => text::pattern(&code, language).to_owned(),
            "remedy" => text::remedy(&code, language).to_owned(),
            other => {
                let allowed =
                    Phrase::verbatim("trait, gate, readiness, rung_status, rung, metric, pattern, remedy");
                let found = other.to_owned();
                return Err(one(py, "/kind", ProblemKind::UnknownValue { found, allowed }));
            }
        })
    })
}
