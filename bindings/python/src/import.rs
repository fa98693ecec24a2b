//! Imports an export of a CRM by a mapping: files, tables that speak Arrow, and columns of Python values.

use std::io::Cursor;
use std::sync::Arc;

use arrow_array::{
    ArrayRef, BooleanArray, Date32Array, Float64Array, Int64Array, RecordBatch, RecordBatchIterator,
    RecordBatchReader, StringArray, TimestampMicrosecondArray,
};
use arrow_schema::{ArrowError, Schema, SchemaRef};
use keyperson::Error;
use keyperson_table::{Format, Import, ImportOptions, Lookups, Mapping, import, import_batches};
use pyo3::prelude::*;
use pyo3::types::{PyList, PyTuple};
use serde_json::json;

use crate::error::{door, internal, raised};
use crate::given::Given;
use crate::journal::JournalHandle;
use crate::patience::{Watch, patiently};
use crate::plain;
use crate::table::{broken, reader_of};

/// What is imported.
enum Source {
    /// The name of a file, whose ending may tell the format, and its bytes.
    File(String, Vec<u8>),
    Batches(Box<dyn RecordBatchReader + Send>),
}

/// Imports a source by a mapping: the journal, and what came of the rows.
///
/// A source is a name with bytes, an object that speaks Arrow, or a list of columns: name, kind and values.
#[pyfunction]
pub(crate) fn import_table(
    py: Python<'_>,
    source: &Bound<'_, PyAny>,
    mapping: Given,
    lookups: Vec<(Given, Bound<'_, PyAny>)>,
    keep_good_rows: bool,
    progress: Option<&Bound<'_, PyAny>>,
) -> PyResult<(JournalHandle, Py<PyAny>)> {
    door(|| {
        let mapping =
            if mapping.contains('\n') { Mapping::from_toml(&mapping) } else { Mapping::shipped(&mapping) };
        let mapping = Arc::new(mapping.map_err(|error| raised(py, &error))?);
        // One after the other and each to its end: a connection to a database holds one open result at a time.
        let mut tables = Lookups::default();
        for (name, lookup) in lookups {
            let lookup = source_of(&lookup)?;
            let mapping = mapping.clone();
            let read = patiently(py, true, None, move |watch| {
                let read = match lookup {
                    Source::File(file, bytes) => {
                        tables.add(&name, Cursor::new(bytes), Format::of_file(&file), &mapping)
                    }
                    Source::Batches(batches) => {
                        tables.add_batches(&name, Stoppable { batches, watch }, &mapping)
                    }
                };
                read.map(|()| tables)
            })?;
            tables = read.map_err(|error| raised(py, &error))?;
        }
        let source = source_of(source)?;
        let import = patiently(py, true, progress, move |watch| {
            let options = ImportOptions { keep_good_rows };
            let mut tell = |rows| watch.tell(rows);
            match source {
                Source::File(name, bytes) => {
                    let format = mapping.format().unwrap_or_else(|| Format::of_file(&name));
                    import(Cursor::new(bytes), format, &mapping, &tables, options, &mut tell)
                }
                Source::Batches(batches) => {
                    import_batches(Stoppable { batches, watch }, &mapping, &tables, options, &mut tell)
                }
            }
        })?;
        let import = import.map_err(|error: Error| raised(py, &error))?;
        let report = report(py, &import)?;
        Ok((JournalHandle(Arc::new(import.journal)), report.unbind()))
    })
}

fn report<'py>(py: Python<'py>, import: &Import) -> PyResult<Bound<'py, PyAny>> {
    let skipped: Vec<_> = import
        .skipped
        .iter()
        .map(|skip| json!({ "reason": skip.reason, "rows": skip.rows, "first_line": skip.first_line }))
        .collect();
    let problems = import.problems.as_ref().map(|problems| raised(py, problems).into_value(py));
    let report = json!({
        "rows_read": import.rows_read,
        "rows_used": import.rows_used,
        "rows_bad": import.rows_bad,
        "skipped": skipped,
    });
    let report = plain::whole(py, &report)?;
    report.set_item("problems", problems)?;
    Ok(report)
}

fn source_of(source: &Bound<'_, PyAny>) -> PyResult<Source> {
    if let Ok(file) = source.cast::<PyTuple>() {
        let (name, bytes) = file.extract()?;
        return Ok(Source::File(name, bytes));
    }
    let Ok(columns) = source.cast::<PyList>() else { return reader_of(source).map(Source::Batches) };
    let columns = columns.iter().map(|column| column_of(&column)).collect::<PyResult<Vec<_>>>()?;
    let batch = if columns.is_empty() {
        RecordBatch::new_empty(Arc::new(Schema::empty()))
    } else {
        RecordBatch::try_from_iter(columns).map_err(|error| broken(source.py(), &error))?
    };
    let schema = batch.schema();
    Ok(Source::Batches(Box::new(RecordBatchIterator::new([Ok(batch)], schema))))
}

/// A column of Python values, of which `_columns.py` has found the kind.
fn column_of(column: &Bound<'_, PyAny>) -> PyResult<(String, ArrayRef)> {
    let (name, kind, values): (String, String, Bound<'_, PyAny>) = column.extract()?;
    let array: ArrayRef = match kind.as_str() {
        "truth" => Arc::new(BooleanArray::from(values.extract::<Vec<Option<bool>>>()?)),
        "integer" => Arc::new(Int64Array::from(values.extract::<Vec<Option<i64>>>()?)),
        "number" => Arc::new(Float64Array::from(values.extract::<Vec<Option<f64>>>()?)),
        "text" => Arc::new(StringArray::from(values.extract::<Vec<Option<String>>>()?)),
        "day" => Arc::new(Date32Array::from(values.extract::<Vec<Option<i32>>>()?)),
        "local" => Arc::new(TimestampMicrosecondArray::from(values.extract::<Vec<Option<i64>>>()?)),
        "instant" => Arc::new(
            TimestampMicrosecondArray::from(values.extract::<Vec<Option<i64>>>()?).with_timezone("UTC"),
        ),
        other => return Err(internal(column.py(), &format!("a column of kind `{other}`"))),
    };
    Ok((name, array))
}

/// Batches, which end where nobody waits any more.
struct Stoppable<'a> {
    batches: Box<dyn RecordBatchReader + Send>,
    watch: &'a Watch,
}

impl Iterator for Stoppable<'_> {
    type Item = Result<RecordBatch, ArrowError>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.watch.stopped() { None } else { self.batches.next() }
    }
}

impl RecordBatchReader for Stoppable<'_> {
    fn schema(&self) -> SchemaRef {
        self.batches.schema()
    }
}
