//! Tables of facts that need not fit into memory: a file, or what speaks Arrow.

use std::path::PathBuf;
use std::sync::Arc;

use keyperson::Journal;
use keyperson_table::{FactsTable, STREAM_IN_MEMORY, facts_file, journal_of_table, table_of_stream};
use pyo3::prelude::*;

use crate::error::{door, raised};
use crate::journal::JournalHandle;
use crate::patience::{self, patiently};
use crate::table::{error_of, reader_of};

/// A table of facts that can be read again and again.
#[pyclass(frozen, module = "keyperson._keyperson", name = "FactsTable")]
pub(crate) struct FactsTableHandle(pub(crate) Arc<dyn FactsTable>);

#[pymethods]
impl FactsTableHandle {
    /// The table in a Parquet or Arrow file; none where the file is something else.
    #[staticmethod]
    fn of_file(py: Python<'_>, path: PathBuf) -> PyResult<Option<Self>> {
        door(|| {
            let found = py.detach(|| facts_file(&path)).map_err(|error| raised(py, &error))?;
            Ok(found.map(|table| Self(table.into())))
        })
    }

    /// The table of what speaks Arrow; `held` says that its rows are in memory anyway.
    #[staticmethod]
    fn of_table(py: Python<'_>, table: &Bound<'_, PyAny>, held: bool) -> PyResult<Self> {
        door(|| {
            let batches = reader_of(table)?;
            let kept = patiently(py, true, None, move |_watch| {
                let schema = batches.schema();
                let batches = batches.into_iter().map(|batch| batch.map_err(|error| error_of(&error)));
                table_of_stream(&schema, batches, if held { usize::MAX } else { STREAM_IN_MEMORY })
            })?;
            kept.map(|table| Self(table.into())).map_err(|error| raised(py, &error))
        })
    }

    /// How many rows, each a fact.
    fn facts(&self) -> u64 {
        self.0.parts().iter().fold(0, |rows, part| rows.saturating_add(*part))
    }

    /// All facts as a journal.
    fn journal(&self, py: Python<'_>) -> PyResult<JournalHandle> {
        door(|| {
            let table = self.0.clone();
            let journal = patiently(py, true, None, move |_watch| journal_of_table(table.as_ref()))?;
            journal.map(|journal| JournalHandle(Arc::new(journal))).map_err(|error| raised(py, &error))
        })
    }
}

/// Facts as a journal or as a table.
pub(crate) enum FactsGiven {
    /// A journal.
    Journal(Arc<Journal>),
    /// A table that need not fit into memory.
    Table(Arc<dyn FactsTable>),
}

impl FactsGiven {
    /// Whether an answer about all of them takes long.
    pub(crate) fn long(&self) -> bool {
        match self {
            Self::Journal(journal) => journal.len() > patience::LONG_FACTS,
            Self::Table(_) => true,
        }
    }
}

impl<'py> FromPyObject<'_, 'py> for FactsGiven {
    type Error = PyErr;

    fn extract(object: Borrowed<'_, 'py, PyAny>) -> PyResult<Self> {
        if let Ok(table) = object.cast::<FactsTableHandle>() {
            return Ok(Self::Table(table.get().0.clone()));
        }
        Ok(Self::Journal(object.cast::<JournalHandle>()?.get().0.clone()))
    }
}
