//! The fit of trait values, one by one and in tables.

use keyperson::Count;
use keyperson_table::arrow::{FitColumns, fits_table};
use pyo3::prelude::*;
use pyo3::types::PyDict;

use crate::answer::{Answer, Content};
use crate::error::{door, one, raised};
use crate::given_fit::{GivenFit, given};
use crate::patience::patiently;
use crate::policy::{self, PolicyHandle};
use crate::table::{TableHandle, broken, reader_of};

/// The fit of trait values in a dictionary.
#[pyfunction]
pub(crate) fn fit(traits: &Bound<'_, PyDict>, policy: Option<&PolicyHandle>) -> PyResult<Answer> {
    door(|| {
        let mut values = Vec::with_capacity(traits.len());
        for (name, value) in traits {
            if let Some(value) = given(&name, &value)? {
                values.push(value);
            }
        }
        let policy = policy.map_or_else(policy::default, |policy| policy.0.clone());
        Ok(Answer::of(Content::Fit(Box::new(GivenFit::of(values, policy)))))
    })
}

/// Which columns are asked for: bounds, contributions, mismatches, and how many ranks.
type Asked = (bool, bool, bool, Option<i64>);

/// The fits of many people: a table with a column a trait in, columns `fit` and `coverage` out, and those asked for.
#[pyfunction]
pub(crate) fn fit_table(
    py: Python<'_>,
    table: &Bound<'_, PyAny>,
    policy: Option<&PolicyHandle>,
    columns: Asked,
) -> PyResult<TableHandle> {
    door(|| {
        let (bounds, contributions, mismatches, top) = columns;
        let top = top.map(Count::new).transpose().map_err(|kind| one(py, "/top", kind))?;
        let top = top.and_then(|top| usize::try_from(top.get()).ok());
        let columns = FitColumns { bounds, contributions, mismatches, top };
        let reader = reader_of(table)?;
        let schema = reader.schema();
        let policy = policy.map_or_else(policy::default, |policy| policy.0.clone());
        let scored = patiently(py, true, None, move |watch| {
            let mut batches = Vec::new();
            for batch in reader {
                if watch.stopped() {
                    break;
                }
                batches.push(batch?);
            }
            Ok(fits_table(&schema, &batches, &policy, &columns))
        })?;
        let scored = scored.map_err(|error: arrow_schema::ArrowError| broken(py, &error))?;
        scored.map(TableHandle::of).map_err(|error| raised(py, &error))
    })
}
