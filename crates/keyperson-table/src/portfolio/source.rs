//! Tables of facts that can be read more than once, part by part.

use std::fmt;
use std::fs::File;
use std::io::{BufReader, Read as _};
use std::ops::Range;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};

use arrow_array::RecordBatch;
use arrow_ipc::reader::FileReader;
use arrow_schema::SchemaRef;
use keyperson::{Error, Journal};
use parquet::arrow::ProjectionMask;
use parquet::arrow::arrow_reader::{
    ArrowReaderMetadata, ArrowReaderOptions, ParquetRecordBatchReaderBuilder,
};
use rayon::prelude::*;
use tempfile::TempPath;

use crate::arrow::FactsReader;
use crate::batch_rows::unreadable;
use crate::parquet_rows::check_compression;

/// Rows of a batch that is read from a file, and of a part of a table in memory.
const BATCH: usize = 8_192;
const PART: usize = 262_144;

/// A table of facts that can be read more than once, part by part and on several threads.
pub trait FactsTable: fmt::Debug + Send + Sync {
    /// Its columns.
    fn schema(&self) -> SchemaRef;

    /// How many rows each part has, in their order.
    fn parts(&self) -> Vec<u64>;

    /// Hands the batches of a part to `take`, in their order; of the columns at `columns` alone, where given (ascending).
    ///
    /// # Errors
    /// `unreadable_input` for what cannot be read, and what `take` refuses.
    fn read(
        &self,
        part: usize,
        columns: Option<&[usize]>,
        take: &mut dyn FnMut(RecordBatch) -> Result<(), Error>,
    ) -> Result<(), Error>;
}

/// A table in memory.
#[derive(Debug)]
pub struct TableInMemory {
    schema: SchemaRef,
    /// None has more than [`PART`] rows.
    batches: Vec<RecordBatch>,
}

impl TableInMemory {
    /// Takes the batches of a table.
    #[must_use]
    pub fn new(schema: SchemaRef, batches: impl IntoIterator<Item = RecordBatch>) -> Self {
        let parts = batches.into_iter().flat_map(|batch| {
            let cut = (0..batch.num_rows()).step_by(PART);
            cut.map(|from| batch.slice(from, PART.min(batch.num_rows().saturating_sub(from))))
                .collect::<Vec<_>>()
        });
        Self { schema, batches: parts.collect() }
    }
}

impl FactsTable for TableInMemory {
    fn schema(&self) -> SchemaRef {
        self.schema.clone()
    }

    fn parts(&self) -> Vec<u64> {
        self.batches.iter().map(|batch| u64::try_from(batch.num_rows()).unwrap_or(u64::MAX)).collect()
    }

    fn read(
        &self,
        part: usize,
        columns: Option<&[usize]>,
        take: &mut dyn FnMut(RecordBatch) -> Result<(), Error>,
    ) -> Result<(), Error> {
        let Some(batch) = self.batches.get(part) else { return Ok(()) };
        match columns {
            Some(columns) => take(batch.project(columns).map_err(|error| unreadable(&error.to_string()))?),
            None => take(batch.clone()),
        }
    }
}

/// A Parquet file; its parts are its row groups.
#[derive(Debug)]
pub struct ParquetFile {
    path: PathBuf,
    metadata: ArrowReaderMetadata,
    /// A temporary file, which goes with this.
    _kept: Option<TempPath>,
}

impl ParquetFile {
    /// Reads what the file says of itself.
    ///
    /// # Errors
    /// `unreadable_input` where it cannot be opened or is no Parquet file; `foreign_file` where it is packed in a way that
    /// cannot be read.
    pub fn open(path: &Path) -> Result<Self, Error> {
        guarded(|| {
            let file = File::open(path).map_err(|error| unreadable(&error.to_string()))?;
            let metadata = ArrowReaderMetadata::load(&file, ArrowReaderOptions::default())
                .map_err(|error| unreadable(&error.to_string()))?;
            let builder = ParquetRecordBatchReaderBuilder::new_with_metadata(file, metadata.clone());
            let all: Vec<usize> = (0..metadata.schema().fields().len()).collect();
            check_compression(&builder, &all)?;
            Ok(Self { path: path.to_owned(), metadata, _kept: None })
        })
    }

    /// Opens a temporary file, and removes it at the end.
    pub(super) fn temporary(kept: TempPath) -> Result<Self, Error> {
        let file = Self::open(&kept)?;
        Ok(Self { _kept: Some(kept), ..file })
    }
}

impl FactsTable for ParquetFile {
    fn schema(&self) -> SchemaRef {
        self.metadata.schema().clone()
    }

    fn parts(&self) -> Vec<u64> {
        let groups = self.metadata.metadata().row_groups();
        groups.iter().map(|group| u64::try_from(group.num_rows()).unwrap_or(0)).collect()
    }

    fn read(
        &self,
        part: usize,
        columns: Option<&[usize]>,
        take: &mut dyn FnMut(RecordBatch) -> Result<(), Error>,
    ) -> Result<(), Error> {
        guarded(|| {
            let said = |error: &dyn fmt::Display| unreadable(&error.to_string());
            let file = File::open(&self.path).map_err(|error| said(&error))?;
            let builder = ParquetRecordBatchReaderBuilder::new_with_metadata(file, self.metadata.clone());
            let mask = match columns {
                Some(columns) => ProjectionMask::roots(builder.parquet_schema(), columns.iter().copied()),
                None => ProjectionMask::all(),
            };
            let builder = builder.with_row_groups(vec![part]).with_batch_size(BATCH).with_projection(mask);
            for batch in builder.build().map_err(|error| said(&error))? {
                take(batch.map_err(|error| said(&error))?)?;
            }
            Ok(())
        })
    }
}

/// Opens a file of facts that begins as a Parquet or Arrow IPC file does; none for any other, and for what is no file.
///
/// # Errors
/// As [`ParquetFile::open`] and [`ArrowFile::open`].
pub fn facts_file(path: &Path) -> Result<Option<Box<dyn FactsTable>>, Error> {
    let mut begins = Vec::new();
    let known =
        path.is_file() && File::open(path).and_then(|file| file.take(8).read_to_end(&mut begins)).is_ok();
    if !known {
        return Ok(None);
    }
    Ok(if begins.starts_with(b"PAR1") {
        Some(Box::new(ParquetFile::open(path)?))
    } else if begins.starts_with(b"ARROW1") {
        Some(Box::new(ArrowFile::open(path)?))
    } else {
        None
    })
}

/// The journal of a whole table, its parts read side by side on the threads of the current rayon pool.
///
/// # Errors
/// As [`FactsReader`]; `unreadable_input`.
pub fn journal_of_table(table: &dyn FactsTable) -> Result<Journal, Error> {
    let read = |parts: Range<usize>| {
        let mut reader = FactsReader::new(&table.schema())?;
        for part in parts {
            table.read(part, None, &mut |batch| reader.push(&batch))?;
        }
        reader.finish()
    };
    let parts = table.parts().len();
    let journals = (0..parts).into_par_iter().with_max_len(1).map(|part| read(part..part.saturating_add(1)));
    let append = |mut one: Journal, other: Journal| one.append(other).map(|_| one);
    // What is wrong is told by reading once more from the first row to the last, with the row of each problem.
    journals.try_reduce(Journal::default, append).or_else(|_| read(0..parts))
}

/// A reader is built for files that writers wrote; of a damaged one it may panic, which must stay an error.
fn guarded<T>(read: impl FnOnce() -> Result<T, Error>) -> Result<T, Error> {
    catch_unwind(AssertUnwindSafe(read)).unwrap_or_else(|_| Err(unreadable("the file is damaged")))
}

/// An Arrow IPC file (also called Feather); its parts are its batches.
#[derive(Debug)]
pub struct ArrowFile {
    path: PathBuf,
    schema: SchemaRef,
    parts: Vec<u64>,
}

impl ArrowFile {
    /// Reads what the file says of itself.
    ///
    /// # Errors
    /// `unreadable_input` where it cannot be opened or is no Arrow IPC file.
    pub fn open(path: &Path) -> Result<Self, Error> {
        guarded(|| {
            let mut reader = arrow_reader(path, None)?;
            let schema = reader.schema();
            // The rows of a batch stand in its own head alone.
            let mut parts = Vec::with_capacity(reader.num_batches());
            for batch in &mut reader {
                let batch = batch.map_err(|error| unreadable(&error.to_string()))?;
                parts.push(u64::try_from(batch.num_rows()).unwrap_or(u64::MAX));
            }
            Ok(Self { path: path.to_owned(), schema, parts })
        })
    }
}

impl FactsTable for ArrowFile {
    fn schema(&self) -> SchemaRef {
        self.schema.clone()
    }

    fn parts(&self) -> Vec<u64> {
        self.parts.clone()
    }

    fn read(
        &self,
        part: usize,
        columns: Option<&[usize]>,
        take: &mut dyn FnMut(RecordBatch) -> Result<(), Error>,
    ) -> Result<(), Error> {
        guarded(|| {
            let mut reader = arrow_reader(&self.path, columns)?;
            reader.set_index(part).map_err(|error| unreadable(&error.to_string()))?;
            match reader.next() {
                Some(batch) => take(batch.map_err(|error| unreadable(&error.to_string()))?),
                None => Ok(()),
            }
        })
    }
}

fn arrow_reader(path: &Path, columns: Option<&[usize]>) -> Result<FileReader<BufReader<File>>, Error> {
    let file = File::open(path).map_err(|error| unreadable(&error.to_string()))?;
    FileReader::try_new(BufReader::new(file), columns.map(<[usize]>::to_vec))
        .map_err(|error| unreadable(&error.to_string()))
}
