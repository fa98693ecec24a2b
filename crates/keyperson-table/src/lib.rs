#![doc = include_str!("../README.md")]
//!
//! ## The mapping file
//! | where | key | meaning |
//! | --- | --- | --- |
//! | top | `schema` | `keyperson.mapping/1` |
//! | | `source` | the `source` of every fact that has none of its own |
//! | `[input]` | `zone` | IANA zone of dates and times without offset; required |
//! | | `format`, `delimiter`, `encoding` | `csv` or `parquet` (the file's ending decides where absent); `,`; `utf-8` |
//! | | `date_formats` | strftime formats, tried in order; RFC 3339 is always read. Default: year-first ones only, since 03/04 is a guess |
//! | | `time_of_day` | of a date without time: 12:00, which leaves the day the same in nearly all zones |
//! | | `decimal`, `thousands`, `currency_signs` | `.`; none; signs that are taken off amounts |
//! | | `null`, `trim` | texts that mean nothing (`""`, `NULL`, `null`); whether blanks around cells are cut (no) |
//! | | `key` | template of a row's key; a fact template without `id` has `type:key` |
//! | `[columns]` | `short = ["Header", "見出し"]` | a short name for whichever header the file has |
//! | `[lookups.NAME]` | `file`, `key` | a further table, joined by its column `key` |
//! | `[[skip]]` | `when`, `reason` | rows left out on purpose; the import counts them by reason |
//! | `[[facts]]` | `type` | a type of [`keyperson::fact::EVENTS`] |
//! | | `when` | one condition or a list that must all hold: `column` with one of `is`, `is_not`, `blank` |
//! | | `distinct` | one fact per id, from the earliest row |
//! | | any field | a text (a template, columns in braces), a number, or a table as follows |
//! | a field | `column`, `template` or `value` | where the value comes from; `optional = true` where the file may lack the column |
//! | | `lookup`, `take` | the column `take` of that lookup table's row |
//! | | `map`, `keep_unmapped` | values translated; whether those not listed stay as they are (no: they are errors) |
//! | | `default` | where there is nothing, or nothing known |
//! | | `divide` | numbers are divided by it: `100` for percent |
//!
//! A local time that the clocks skip is an error; of one that they show twice, the earlier is taken.

#[cfg(feature = "arrow")]
pub mod arrow;
#[cfg(any(feature = "arrow", feature = "parquet"))]
mod batch_rows;
mod bind;
mod cell;
mod csv_rows;
mod csv_text;
mod foreign;
mod import;
mod input;
#[cfg(feature = "parallel")]
mod lines;
mod lookup;
mod mapping;
#[cfg(feature = "parquet")]
mod parquet_rows;
#[cfg(feature = "parallel")]
mod portfolio;
mod rows;
mod side_by_side;
mod visitor;

pub use csv_text::{Cell, CsvTable, to_csv_safe};
pub use foreign::binary_file;
#[cfg(feature = "arrow")]
pub use import::import_batches;
#[cfg(feature = "parquet")]
pub use import::import_parquet;
pub use import::{Import, ImportOptions, Preview, Skipped, import, import_csv, preview};
pub use input::Format;
#[cfg(feature = "parallel")]
pub use lines::{json_lines, write_json_lines};
pub use lookup::Lookups;
pub use mapping::{MAPPING_SCHEMA, Mapping, SHIPPED};
#[cfg(feature = "parallel")]
pub use portfolio::portfolio;
#[cfg(all(feature = "arrow", feature = "parallel", feature = "parquet"))]
pub use portfolio::{
    ArrowFile, FACTS_AT_ONCE, FactsTable, ParquetFile, STREAM_IN_MEMORY, TableInMemory, facts_file,
    journal_of_table, portfolio_of_table, table_of_stream,
};
pub use rows::MAX_TABLE_BYTES;
