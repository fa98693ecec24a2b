//! Tables as files in memory.

use arrow_array::RecordBatch;
use arrow_ipc::writer::FileWriter;
use keyperson::Error;
#[cfg(feature = "parquet")]
use parquet::arrow::ArrowWriter;
#[cfg(feature = "parquet")]
use parquet::basic::Compression;
#[cfg(feature = "parquet")]
use parquet::file::properties::WriterProperties;

use crate::batch_rows::unreadable;

/// A table as the bytes of an Arrow IPC file (also called Feather).
///
/// # Errors
/// `unreadable_input` where Arrow cannot write it.
pub fn arrow_file(table: &RecordBatch) -> Result<Vec<u8>, Error> {
    let written = || {
        let mut writer = FileWriter::try_new(Vec::new(), &table.schema())?;
        writer.write(table)?;
        writer.into_inner()
    };
    written().map_err(|error| unreadable(&error.to_string()))
}

/// A table as the bytes of a Parquet file, packed with Snappy.
///
/// # Errors
/// `unreadable_input` where Parquet cannot write it.
#[cfg(feature = "parquet")]
pub fn parquet_file(table: &RecordBatch) -> Result<Vec<u8>, Error> {
    let written = || {
        let properties = WriterProperties::builder().set_compression(Compression::SNAPPY).build();
        let mut writer = ArrowWriter::try_new(Vec::new(), table.schema(), Some(properties))?;
        writer.write(table)?;
        writer.into_inner()
    };
    written().map_err(|error| unreadable(&error.to_string()))
}
