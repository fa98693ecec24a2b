//! Tables in, facts out; tables out again.
//!
//! A *mapping* (a small TOML file, schema tag `keyperson.mapping/1`) says which column of an export is what, and
//! this crate turns each row of a CSV or Parquet file into facts. Every value goes through the core's own reader
//! ([`keyperson::Fact::from_json`]), so ranges and words are checked in one place. A file is imported whole or
//! not at all, unless the caller asks for the good rows alone.
//!
//! ```
//! use keyperson_table::{ImportOptions, Lookups, Mapping, import_csv};
//!
//! let mapping = Mapping::from_toml(r#"
//!     schema = "keyperson.mapping/1"
//!     [input]
//!     zone = "Asia/Tokyo"
//!     [[facts]]
//!     type = "deal"
//!     id = "{Deal}-won"
//!     when = { column = "Stage", is = ["Closed Won"] }
//!     at = { column = "Closed" }
//!     partner = { column = "Partner" }
//!     person = { column = "Owner" }
//!     deal = { column = "Deal" }
//!     stage = "won"
//!     amount = { column = "Amount" }
//! "#)?;
//! let export = "Deal,Partner,Owner,Stage,Closed,Amount\nD-1,Acme,佐藤,Closed Won,2026-04-30,1200000\n";
//! let import = import_csv(export.as_bytes(), &mapping, &Lookups::default(), ImportOptions::default(), &mut |_| {})?;
//! assert_eq!(import.journal.len(), 1);
//! assert_eq!(import.journal.facts()[0].at.to_string(), "2026-04-30T12:00:00+09:00");
//! # Ok::<(), keyperson::Error>(())
//! ```
//!
//! # Features
//! - `parquet` (on): Parquet files.
//! - `encodings` (on): CSV files in other encodings than UTF-8, such as Shift_JIS.

mod cell;
mod csv_rows;
mod csv_text;
mod import;
mod lookup;
mod mapping;
#[cfg(feature = "parquet")]
mod parquet_rows;
mod rows;

pub use csv_text::{Cell, CsvTable, to_csv_safe};
#[cfg(feature = "parquet")]
pub use import::import_parquet;
pub use import::{Import, ImportOptions, Preview, Skipped, import, import_csv, preview};
pub use lookup::Lookups;
pub use mapping::{Format, MAPPING_SCHEMA, Mapping, SHIPPED};
pub use rows::MAX_TABLE_BYTES;
