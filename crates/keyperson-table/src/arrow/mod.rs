//! Arrow tables: facts in and out, portfolios out.
//!
//! A table of facts has one row a fact: the envelope's columns, and the fields of its type as nullable columns.
//! Texts may come as Utf8, LargeUtf8, Utf8View or dictionaries, numbers in every width. What does not fit is an
//! error, never a blank.

mod cells;
mod facts_in;
mod facts_out;
mod files;
mod fits;
mod portfolio_out;
mod tree;

#[cfg(all(feature = "parallel", feature = "parquet"))]
pub(crate) use cells::Cells;
#[cfg(all(feature = "parallel", feature = "parquet"))]
pub(crate) use facts_in::Column;
pub use facts_in::FactsReader;
pub use facts_out::journal_table;
pub use files::arrow_file;
#[cfg(feature = "parquet")]
pub use files::parquet_file;
pub use fits::{FitColumns, fits_table};
pub use portfolio_out::{partners_table, people_table};

use arrow_schema::ArrowError;
use keyperson::{Error, Place, ProblemKind};

/// What Arrow itself complains of, as a problem of the input.
fn unreadable(error: &ArrowError) -> Error {
    Error::one(Place::default(), ProblemKind::UnreadableInput { reason: error.to_string() })
}
