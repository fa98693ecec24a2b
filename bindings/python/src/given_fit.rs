//! Given trait values and their fit: the one thing that is made a million times, so the score alone is worked out at
//! once.

use std::sync::{Arc, OnceLock};

use keyperson::person::fit::Fit;
use keyperson::{Policy, ProblemKind, Trait, UnitInterval, phrase};
use pyo3::prelude::*;
use pyo3::types::PyString;

use crate::error::one;

/// Given values, their score, and the whole fit once somebody asks for more.
pub(crate) struct GivenFit {
    values: Vec<(Trait, UnitInterval)>,
    policy: Arc<Policy>,
    pub(crate) score: Option<f64>,
    whole: OnceLock<Fit>,
}

impl GivenFit {
    pub(crate) fn whole(&self) -> &Fit {
        self.whole.get_or_init(|| keyperson::person::fit::of_values(&self.values, &self.policy))
    }

    /// What it was made of, to make it again.
    pub(crate) fn origin(&self) -> (Vec<(&'static str, f64)>, String) {
        let values = self.values.iter().map(|(of, value)| (of.word(), value.get()));
        (values.collect(), self.policy.to_json())
    }

    pub(crate) fn of(values: Vec<(Trait, UnitInterval)>, policy: Arc<Policy>) -> Self {
        let score = keyperson::person::fit::score(&keyperson::person::fit::given(&values, &policy), &policy);
        Self { values, policy, score, whole: OnceLock::new() }
    }
}

/// One value; `None` where it is unknown.
pub(crate) fn given(
    name: &Bound<'_, PyAny>,
    value: &Bound<'_, PyAny>,
) -> PyResult<Option<(Trait, UnitInterval)>> {
    let py = name.py();
    let known = name.cast::<PyString>().ok().and_then(|name| {
        let name = name.to_cow().ok()?;
        Trait::ALL.iter().find(|of| of.word() == name)
    });
    let Some(of) = known else {
        let (field, known) = (name.str()?.to_string(), Trait::WORDS.join(", "));
        return Err(one(py, &format!("/{field}"), ProblemKind::UnknownField { field, known }));
    };
    if value.is_none() {
        return Ok(None);
    }
    let Ok(number) = value.extract::<f64>() else {
        let (expected, found) = (phrase!("a number"), phrase!("`{}`", value.str()?));
        return Err(one(py, &format!("/{of}"), ProblemKind::WrongType { expected, found }));
    };
    match UnitInterval::new(number) {
        Ok(value) => Ok(Some((*of, value))),
        Err(kind) => Err(one(py, &format!("/{of}"), kind)),
    }
}
