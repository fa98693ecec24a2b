//! Reads Parquet files into cells.

use std::panic::{AssertUnwindSafe, catch_unwind};

use bytes::Bytes;
use keyperson::Error;
use parquet::arrow::ProjectionMask;
use parquet::arrow::arrow_reader::ParquetRecordBatchReaderBuilder;

use crate::batch_rows::{BatchRows, unreadable};
use crate::mapping::Input;
use crate::rows::Visitor;

pub(crate) fn visit(bytes: Vec<u8>, input: &Input, visitor: &mut dyn Visitor) -> Result<(), Error> {
    // The reader is built for files that writers wrote; of a damaged one it may panic, which must stay an error.
    catch_unwind(AssertUnwindSafe(|| read(bytes, input, visitor)))
        .unwrap_or_else(|_| Err(unreadable("the Parquet file is damaged")))
}

fn read(bytes: Vec<u8>, input: &Input, visitor: &mut dyn Visitor) -> Result<(), Error> {
    let builder = ParquetRecordBatchReaderBuilder::try_new(Bytes::from(bytes))
        .map_err(|error| unreadable(&error.to_string()))?;
    let mut rows = BatchRows::begin(builder.schema(), visitor)?;
    let mask = ProjectionMask::roots(builder.parquet_schema(), rows.wanted().iter().copied());
    let reader = builder.with_projection(mask).build().map_err(|error| unreadable(&error.to_string()))?;
    for batch in reader {
        let batch = batch.map_err(|error| unreadable(&error.to_string()))?;
        rows.push(&batch, input, visitor);
    }
    rows.finish()
}
