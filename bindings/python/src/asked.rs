//! What a question is about.

use std::sync::Arc;

use keyperson::calendar::Instant;
use keyperson::{Journal, Policy, Question};
use pyo3::prelude::*;

use crate::error::{raised, raised_at};
use crate::journal::JournalHandle;
use crate::policy::PolicyHandle;

/// What a question is about, kept with its answer so that it can be asked again in another process.
pub(crate) struct Asked {
    pub(crate) journal: Arc<Journal>,
    pub(crate) policy: Arc<Policy>,
    pub(crate) as_of: Instant,
    /// Since when changes of a brief are told, where somebody chose it.
    pub(crate) since: Option<Instant>,
}

impl Asked {
    pub(crate) fn of(
        py: Python<'_>,
        journal: &JournalHandle,
        policy: &PolicyHandle,
        as_of: &str,
    ) -> PyResult<Self> {
        let as_of = policy.0.as_of(as_of).map_err(|error| raised(py, &error))?;
        Ok(Self { journal: journal.0.clone(), policy: policy.0.clone(), as_of, since: None })
    }

    pub(crate) fn since(&self, py: Python<'_>, since: &str) -> PyResult<Instant> {
        self.policy.as_of(since).map_err(|error| raised_at(py, &error, "/since"))
    }

    /// The answer to a question of the core, which is asked without the GIL.
    pub(crate) fn answer<T: Send>(
        &self,
        py: Python<'_>,
        ask: impl FnOnce(Question<'_>) -> Result<T, keyperson::Error> + Send,
    ) -> PyResult<T> {
        let (journal, policy, as_of) = (self.journal.as_ref(), self.policy.as_ref(), self.as_of);
        let answer = py.detach(|| ask(Question::new(journal, policy, as_of)));
        answer.map_err(|error| raised(py, &error))
    }
}
