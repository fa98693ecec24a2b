//! Arrow tables over the PyCapsule interface: streams and batches in, a table out.

use std::borrow::Cow;
use std::ptr::NonNull;

use arrow_array::cast::AsArray;
use arrow_array::ffi::{FFI_ArrowArray, FFI_ArrowSchema, from_ffi};
use arrow_array::ffi_stream::{FFI_ArrowArrayStream, RecordBatchStreamReader};
use arrow_array::types::{
    Date32Type, Float64Type, Int64Type, TimestampMicrosecondType, TimestampNanosecondType,
};
use arrow_array::{
    Array, GenericStringArray, OffsetSizeTrait, RecordBatch, RecordBatchIterator, RecordBatchReader,
    StringViewArray, StructArray,
};
use arrow_schema::{ArrowError, DataType, SchemaRef, TimeUnit};
use keyperson::{Error, Place, ProblemKind};
use keyperson_table::arrow::{arrow_file, parquet_file};
use pyo3::IntoPyObjectExt;
use pyo3::exceptions::PyTypeError;
use pyo3::prelude::*;
use pyo3::types::{PyBytes, PyCapsule, PyDict, PyList};

use crate::error::{door, raised};
use crate::given::Given;

/// A table of the core's making.
#[pyclass(frozen, module = "keyperson._keyperson", name = "Table")]
pub(crate) struct TableHandle(RecordBatch);

impl TableHandle {
    pub(crate) fn of(batch: RecordBatch) -> Self {
        Self(batch)
    }
}

#[pymethods]
impl TableHandle {
    /// The table as an Arrow stream.
    fn __arrow_c_stream__<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyCapsule>> {
        door(|| {
            let batches = RecordBatchIterator::new([Ok(self.0.clone())], self.0.schema());
            PyCapsule::new_with_value(py, FFI_ArrowArrayStream::new(Box::new(batches)), c"arrow_array_stream")
        })
    }

    /// The table's columns as an Arrow schema.
    fn __arrow_c_schema__<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyCapsule>> {
        door(|| {
            let schema = FFI_ArrowSchema::try_from(self.0.schema().as_ref()).map_err(|e| broken(py, &e))?;
            PyCapsule::new_with_value(py, schema, c"arrow_schema")
        })
    }

    /// The columns as lists, by name.
    fn to_dict<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyDict>> {
        door(|| {
            let columns = PyDict::new(py);
            for (field, array) in self.0.schema().fields().iter().zip(self.0.columns()) {
                columns.set_item(field.name(), list(py, array.as_ref())?)?;
            }
            Ok(columns)
        })
    }

    /// The table as the bytes of a file: `parquet` or `arrow`.
    fn file<'py>(&self, py: Python<'py>, form: Given) -> PyResult<Bound<'py, PyBytes>> {
        door(|| {
            let bytes = py.detach(|| match &*form {
                "arrow" => arrow_file(&self.0),
                _ => parquet_file(&self.0),
            });
            bytes.map(|bytes| PyBytes::new(py, &bytes)).map_err(|error| raised(py, &error))
        })
    }

    /// How many rows.
    fn rows(&self) -> usize {
        self.0.num_rows()
    }

    /// Names and Arrow types of the columns.
    fn columns(&self) -> Vec<(String, String)> {
        let schema = self.0.schema();
        schema.fields().iter().map(|field| (field.name().clone(), field.data_type().to_string())).collect()
    }
}

/// The values of a column of the core's making.
fn list<'py>(py: Python<'py>, array: &dyn Array) -> PyResult<Bound<'py, PyList>> {
    let values = PyList::empty(py);
    for row in 0..array.len() {
        values.append(value(py, array, row)?)?;
    }
    Ok(values)
}

fn value<'py>(py: Python<'py>, array: &dyn Array, row: usize) -> PyResult<Bound<'py, PyAny>> {
    if array.is_null(row) {
        return Ok(py.None().into_bound(py));
    }
    match array.data_type() {
        DataType::Boolean => array.as_boolean().value(row).into_bound_py_any(py),
        DataType::Int64 => array.as_primitive::<Int64Type>().value(row).into_bound_py_any(py),
        DataType::Float64 => array.as_primitive::<Float64Type>().value(row).into_bound_py_any(py),
        DataType::Date32 => {
            // Days from the first day that Python counts to 1970-01-01.
            let days = array.as_primitive::<Date32Type>().value(row).saturating_add(719_163);
            py.import("datetime")?.getattr("date")?.call_method1("fromordinal", (days,))
        }
        DataType::Timestamp(unit, _) => {
            let micros = match unit {
                TimeUnit::Nanosecond => {
                    array.as_primitive::<TimestampNanosecondType>().value(row).div_euclid(1_000)
                }
                _ => array.as_primitive::<TimestampMicrosecondType>().value(row),
            };
            let datetime = py.import("datetime")?;
            let epoch = datetime.getattr("datetime")?.call1((
                1970,
                1,
                1,
                0,
                0,
                0,
                0,
                datetime.getattr("timezone")?.getattr("utc")?,
            ))?;
            epoch.add(datetime.getattr("timedelta")?.call1((0, 0, micros))?)
        }
        DataType::List(_) => Ok(list(py, array.as_list::<i32>().value(row).as_ref())?.into_any()),
        DataType::Struct(fields) => {
            let entries = PyDict::new(py);
            for (field, column) in fields.iter().zip(array.as_struct().columns()) {
                entries.set_item(field.name(), value(py, column.as_ref(), row)?)?;
            }
            Ok(entries.into_any())
        }
        DataType::Utf8 => array.as_string::<i32>().value(row).into_bound_py_any(py),
        _ => Ok(py.None().into_bound(py)),
    }
}

/// What Arrow complains of, as an exception.
pub(crate) fn broken(py: Python<'_>, error: &ArrowError) -> PyErr {
    raised(py, &error_of(error))
}

/// What Arrow complains of, as a problem of the input.
pub(crate) fn error_of(error: &ArrowError) -> Error {
    if let ArrowError::ExternalError(error) = error
        && let Some(error) = error.downcast_ref::<Error>()
    {
        return error.clone();
    }
    let kind = ProblemKind::UnreadableInput { reason: error.to_string() };
    Error::one(Place::default(), kind)
}

/// The batches of a Python object that speaks Arrow.
pub(crate) fn reader_of(table: &Bound<'_, PyAny>) -> PyResult<Box<dyn RecordBatchReader + Send>> {
    let py = table.py();
    if table.hasattr("__arrow_c_stream__")? {
        let capsule = table.call_method0("__arrow_c_stream__")?;
        let capsule = capsule.cast::<PyCapsule>()?;
        let stream: NonNull<FFI_ArrowArrayStream> =
            capsule.pointer_checked(Some(c"arrow_array_stream"))?.cast();
        // SAFETY: a capsule of this name holds a valid, unshared `ArrowArrayStream` (Arrow PyCapsule interface). Reading
        // moves it out and leaves a released one behind, which the capsule's destructor is to expect.
        #[expect(unsafe_code, reason = "the Arrow C stream interface hands over a raw pointer")]
        let reader = unsafe { RecordBatchStreamReader::from_raw(stream.as_ptr()) };
        return Ok(Box::new(Checked::of(reader.map_err(|error| broken(py, &error))?)));
    }
    if table.hasattr("__arrow_c_array__")? {
        let (schema, array): (Bound<'_, PyAny>, Bound<'_, PyAny>) =
            table.call_method0("__arrow_c_array__")?.extract()?;
        let (schema, array) = (schema.cast::<PyCapsule>()?, array.cast::<PyCapsule>()?);
        let schema: NonNull<FFI_ArrowSchema> = schema.pointer_checked(Some(c"arrow_schema"))?.cast();
        let array: NonNull<FFI_ArrowArray> = array.pointer_checked(Some(c"arrow_array"))?.cast();
        // SAFETY: capsules of these names hold a valid `ArrowSchema` and `ArrowArray`. The array is moved out, which leaves
        // a released one behind; the schema is only read, and stays the capsule's.
        #[expect(unsafe_code, reason = "the Arrow C data interface hands over raw pointers")]
        let data = unsafe { from_ffi(FFI_ArrowArray::from_raw(array.as_ptr()), schema.as_ref()) };
        let batch = RecordBatch::from(StructArray::from(data.map_err(|error| broken(py, &error))?));
        let columns = batch.schema();
        return Ok(Box::new(Checked::of(RecordBatchIterator::new([Ok(batch)], columns))));
    }
    Err(PyTypeError::new_err(format!("{} does not speak Arrow", table.get_type().name()?)))
}

/// Batches of another library's making, each looked at before anybody reads it: a text that is not UTF-8, or a place
/// outside of its buffer, is an error and not whatever lies there.
struct Checked<R> {
    batches: R,
    rows: u64,
}

impl<R: RecordBatchReader> Checked<R> {
    fn of(batches: R) -> Self {
        Self { batches, rows: 0 }
    }

    fn checked(&mut self, batch: RecordBatch) -> Result<RecordBatch, ArrowError> {
        for (field, column) in batch.schema_ref().fields().iter().zip(batch.columns()) {
            let data = column.to_data();
            if let Err(error) = data.validate_full() {
                let Some((row, offset)) = bad_text(column.as_ref()) else { return Err(error) };
                let line = row.map(|row| self.rows.saturating_add(row).saturating_add(1));
                let place = Place { line, path: format!("/{}", field.name()) };
                let problem = Error::one(place, ProblemKind::NotUtf8 { offset });
                return Err(ArrowError::ExternalError(Box::new(problem)));
            }
        }
        self.rows = self.rows.saturating_add(u64::try_from(batch.num_rows()).unwrap_or(u64::MAX));
        Ok(batch)
    }
}

impl<R: RecordBatchReader> Iterator for Checked<R> {
    type Item = Result<RecordBatch, ArrowError>;

    fn next(&mut self) -> Option<Self::Item> {
        let batch = self.batches.next()?;
        Some(batch.and_then(|batch| self.checked(batch)))
    }
}

impl<R: RecordBatchReader> RecordBatchReader for Checked<R> {
    fn schema(&self) -> SchemaRef {
        self.batches.schema()
    }
}

/// The row of the first text of a column that is none, and its first bad byte; of a dictionary no row, which one text may
/// have many of. Nothing is believed of the column, and nothing read outside of it.
fn bad_text(column: &dyn Array) -> Option<(Option<u64>, u64)> {
    match column.data_type() {
        DataType::Utf8 => first_bad(bytes_of(column.as_string_opt::<i32>()?)),
        DataType::LargeUtf8 => first_bad(bytes_of(column.as_string_opt::<i64>()?)),
        DataType::Utf8View => first_bad(viewed(column.as_string_view_opt()?)),
        DataType::Dictionary(..) => {
            bad_text(column.as_any_dictionary_opt()?.values().as_ref()).map(|(_, offset)| (None, offset))
        }
        _ => None,
    }
}

fn first_bad<'a>(texts: impl Iterator<Item = Cow<'a, [u8]>>) -> Option<(Option<u64>, u64)> {
    texts.zip(0_u64..).find_map(|(bytes, row)| {
        let error = std::str::from_utf8(&bytes).err()?;
        Some((Some(row), u64::try_from(error.valid_up_to()).unwrap_or(u64::MAX)))
    })
}

fn bytes_of<O: OffsetSizeTrait>(texts: &GenericStringArray<O>) -> impl Iterator<Item = Cow<'_, [u8]>> {
    texts.value_offsets().windows(2).map(|ends| {
        let text = match ends {
            [from, to] => texts.value_data().get(from.as_usize()..to.as_usize()),
            _ => None,
        };
        Cow::Borrowed(text.unwrap_or_default())
    })
}

/// A view is a length, and a short text itself or the first four bytes of a long one, its buffer and its place there.
fn viewed(texts: &StringViewArray) -> impl Iterator<Item = Cow<'_, [u8]>> {
    texts.views().iter().map(|view| {
        let [l0, l1, l2, l3, rest @ ..] = view.to_le_bytes();
        let [_, _, _, _, b0, b1, b2, b3, p0, p1, p2, p3] = rest;
        let number = |bytes| usize::try_from(u32::from_le_bytes(bytes)).unwrap_or(usize::MAX);
        let length = number([l0, l1, l2, l3]);
        if let Some(short) = rest.get(..length) {
            return Cow::Owned(short.to_vec());
        }
        let from = number([p0, p1, p2, p3]);
        let buffer = texts.data_buffers().get(number([b0, b1, b2, b3]));
        let text = buffer.and_then(|buffer| buffer.get(from..from.saturating_add(length)));
        Cow::Borrowed(text.unwrap_or_default())
    })
}
