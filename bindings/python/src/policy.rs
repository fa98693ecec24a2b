//! The handle on a policy.

use std::sync::{Arc, OnceLock};

use keyperson::Policy;
use pyo3::prelude::*;

use crate::error::{door, raised};
use crate::given::Given;
use crate::{json_in, plain};

/// A policy of the core.
#[pyclass(frozen, module = "keyperson._keyperson", name = "Policy")]
pub(crate) struct PolicyHandle(pub(crate) Arc<Policy>);

/// The default policy, read once.
pub(crate) fn default() -> Arc<Policy> {
    static DEFAULT: OnceLock<Arc<Policy>> = OnceLock::new();
    DEFAULT.get_or_init(Arc::default).clone()
}

#[pymethods]
impl PolicyHandle {
    /// The default policy.
    #[staticmethod]
    fn default() -> PyResult<Self> {
        door(|| Ok(Self(default())))
    }

    /// Reads a policy from TOML.
    #[staticmethod]
    fn from_toml(py: Python<'_>, text: Given) -> PyResult<Self> {
        door(|| made(py, Policy::from_toml(&text)))
    }

    /// Reads a policy from JSON.
    #[staticmethod]
    fn from_json(py: Python<'_>, text: Given) -> PyResult<Self> {
        door(|| made(py, Policy::from_json(&text)))
    }

    /// Reads a policy from dictionaries and lists.
    #[staticmethod]
    fn from_dict(value: &Bound<'_, PyAny>) -> PyResult<Self> {
        door(|| made(value.py(), Policy::from_tree(json_in::tree(value)?)))
    }

    /// This policy with `changes` laid over it.
    fn changed(&self, changes: &Bound<'_, PyAny>) -> PyResult<Self> {
        door(|| made(changes.py(), self.0.changed(json_in::tree(changes)?)))
    }

    /// The whole policy as dictionaries and lists.
    fn plain<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        door(|| plain::whole(py, self.0.as_ref()))
    }

    /// The whole policy as JSON.
    fn json(&self) -> PyResult<String> {
        door(|| Ok(self.0.to_json()))
    }

    /// The whole policy as TOML.
    fn toml(&self) -> PyResult<String> {
        door(|| Ok(self.0.to_toml()))
    }

    /// The name shown on every brief.
    fn name(&self) -> &str {
        self.0.name.as_str()
    }

    /// Whether two policies are the same.
    fn equals(&self, other: &Self) -> bool {
        self.0 == other.0
    }

    fn __reduce__<'py>(&self, py: Python<'py>) -> PyResult<(Bound<'py, PyAny>, (String,))> {
        Ok((py.get_type::<Self>().getattr("from_json")?, (self.0.to_json(),)))
    }
}

fn made(py: Python<'_>, policy: Result<Policy, keyperson::Error>) -> PyResult<PolicyHandle> {
    policy.map(|policy| PolicyHandle(Arc::new(policy))).map_err(|error| raised(py, &error))
}
