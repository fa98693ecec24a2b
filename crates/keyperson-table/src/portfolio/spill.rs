//! A stream of batches that can be read only once, kept so that it can be read again.

use arrow_array::RecordBatch;
use arrow_schema::SchemaRef;
use keyperson::{Error, Place, ProblemKind};
use parquet::arrow::ArrowWriter;
use parquet::basic::Compression;
use parquet::file::properties::WriterProperties;
use tempfile::NamedTempFile;

use super::source::{FactsTable, ParquetFile, TableInMemory};

/// Rows of a part of the temporary file. Each core reads one part at a time.
const PART: usize = 131_072;

/// How many bytes of a stream are held in memory, unless something else is asked for.
pub const STREAM_IN_MEMORY: usize = 1 << 30;

/// A table of facts made of a stream of batches, which can be read only once. Up to `most` bytes stay in memory; a longer
/// stream is written into a temporary Parquet file, which goes with the table.
///
/// # Errors
/// As [`crate::arrow::FactsReader`] for the columns; what the stream itself says; `temporary_file` where the file cannot be
/// written, such as on a full disk.
pub fn table_of_stream(
    schema: &SchemaRef,
    batches: impl IntoIterator<Item = Result<RecordBatch, Error>>,
    most: usize,
) -> Result<Box<dyn FactsTable>, Error> {
    // A table without the columns of facts is refused before it is read.
    crate::arrow::FactsReader::new(schema)?;
    let mut batches = batches.into_iter();
    let (mut held, mut bytes) = (Vec::new(), 0_usize);
    for batch in batches.by_ref() {
        let batch = batch?;
        bytes = bytes.saturating_add(batch.get_array_memory_size());
        held.push(batch);
        if bytes > most {
            return Ok(Box::new(spilled(schema, held.into_iter().map(Ok).chain(batches))?));
        }
    }
    Ok(Box::new(TableInMemory::new(schema.clone(), held)))
}

/// The table in a temporary file.
fn spilled(
    schema: &SchemaRef,
    batches: impl Iterator<Item = Result<RecordBatch, Error>>,
) -> Result<ParquetFile, Error> {
    let kept = NamedTempFile::new().map_err(|error| unwritable(&error))?;
    let properties = WriterProperties::builder()
        .set_compression(Compression::SNAPPY)
        .set_max_row_group_row_count(Some(PART))
        .build();
    let mut writer = ArrowWriter::try_new(kept.as_file(), schema.clone(), Some(properties))
        .map_err(|error| unwritable(&error))?;
    for batch in batches {
        writer.write(&batch?).map_err(|error| unwritable(&error))?;
    }
    writer.close().map_err(|error| unwritable(&error))?;
    ParquetFile::temporary(kept.into_temp_path())
}

fn unwritable(reason: &dyn std::fmt::Display) -> Error {
    let folder = std::env::temp_dir().display().to_string();
    Error::one(Place::default(), ProblemKind::TemporaryFile { folder, reason: reason.to_string() })
}
