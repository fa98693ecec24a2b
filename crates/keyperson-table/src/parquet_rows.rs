//! Reads Parquet files into cells.

use std::panic::{AssertUnwindSafe, catch_unwind};

use bytes::Bytes;
use keyperson::{Error, Place, ProblemKind, phrase};
use parquet::arrow::ProjectionMask;
use parquet::arrow::arrow_reader::ParquetRecordBatchReaderBuilder;
use parquet::basic::Compression;
use parquet::file::reader::ChunkReader;

use crate::batch_rows::{BatchRows, unreadable};
use crate::input::Input;
use crate::side_by_side::beside;
use crate::visitor::{BATCH, Visitor};

pub(crate) fn visit(bytes: Vec<u8>, input: &Input, visitor: &mut dyn Visitor) -> Result<(), Error> {
    // The reader is built for files that writers wrote; of a damaged one it may panic, which must stay an error.
    catch_unwind(AssertUnwindSafe(|| read(bytes, input, visitor)))
        .unwrap_or_else(|_| Err(unreadable("the Parquet file is damaged")))
}

/// Refuses columns that are packed in a way that cannot be read: the file is whole, so it must not be called damaged.
pub(crate) fn check_compression<R: ChunkReader + 'static>(
    builder: &ParquetRecordBatchReaderBuilder<R>,
    wanted: &[usize],
) -> Result<(), Error> {
    let schema = builder.parquet_schema();
    let columns = builder.metadata().row_groups().iter().flat_map(|group| group.columns().iter().enumerate());
    for (_, column) in columns.filter(|(leaf, _)| wanted.contains(&schema.get_column_root_idx(*leaf))) {
        let packed = match column.compression() {
            Compression::LZ4 | Compression::LZ4_RAW => "LZ4",
            Compression::BROTLI(_) => "Brotli",
            Compression::LZO => "LZO",
            _ => continue,
        };
        let kind = ProblemKind::ForeignFile {
            found: phrase!("a Parquet file packed with {}", packed),
            advice: phrase!("this compression cannot be read: write the file with Snappy, Zstandard or gzip"),
        };
        return Err(Error::one(Place::default(), kind));
    }
    Ok(())
}

fn read(bytes: Vec<u8>, input: &Input, visitor: &mut dyn Visitor) -> Result<(), Error> {
    let builder = ParquetRecordBatchReaderBuilder::try_new(Bytes::from(bytes))
        .map_err(|error| unreadable(&error.to_string()))?;
    let mut rows = BatchRows::begin(builder.schema(), visitor)?;
    check_compression(&builder, rows.wanted())?;
    let mask = ProjectionMask::roots(builder.parquet_schema(), rows.wanted().iter().copied());
    let reader = builder.with_projection(mask).with_batch_size(BATCH).build();
    let mut reader = reader.map_err(|error| unreadable(&error.to_string()))?;
    let mut read = || reader.next().transpose().map_err(|error| unreadable(&error.to_string()));
    let mut batch = read()?;
    while let Some(now) = batch {
        let mut next = Ok(None);
        beside(&mut next, &mut read, || visitor.rows(&rows.of(&now, input)));
        batch = next?;
    }
    rows.finish()
}
