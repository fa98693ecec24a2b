//! Further tables, joined to the rows by a key: who an agent's manager is, which industry an account is in.

use std::collections::{BTreeMap, HashMap};
use std::io::Read;

use keyperson::{Error, Place, ProblemKind};

use crate::cell::Value;
use crate::input::{Format, shortened};
use crate::mapping::{Mapping, listed};
use crate::rows::visit;
use crate::visitor::{Rows, Visitor, merge};

/// The lookup tables of a mapping, by name.
///
/// ```
/// use keyperson_table::{Format, Lookups, Mapping};
///
/// let mapping = Mapping::shipped("maven_crm")?;
/// let mut lookups = Lookups::default();
/// let teams = "sales_agent,manager,regional_office\nAnna Snelling,Dustin Brinkmann,Central\n";
/// lookups.add("teams", teams.as_bytes(), Format::Csv, &mapping)?;
/// # Ok::<(), keyperson::Error>(())
/// ```
#[derive(Debug, Default)]
pub struct Lookups {
    tables: BTreeMap<String, Table>,
}

#[derive(Debug, Default)]
struct Table {
    columns: Vec<String>,
    rows: HashMap<String, (u64, Vec<Value<'static>>)>,
}

impl Lookups {
    /// Reads the table that the mapping calls `name`; its cells are written as the mapping's `[input]` says.
    ///
    /// # Errors
    /// `unknown_lookup` where the mapping has none of that name, all that reading a table may find, and
    /// `duplicate_key` for a key with two different rows.
    pub fn add(
        &mut self,
        name: &str,
        reader: impl Read,
        format: Format,
        mapping: &Mapping,
    ) -> Result<(), Error> {
        self.fill(name, mapping, |builder| visit(reader, format, &mapping.input, builder))
    }

    /// Takes the table that the mapping calls `name` from Arrow batches; cells as of a Parquet file.
    ///
    /// # Errors
    /// As [`Lookups::add`]; `unreadable_input` where the reader gives an error.
    #[cfg(feature = "arrow")]
    pub fn add_batches(
        &mut self,
        name: &str,
        batches: impl arrow_array::RecordBatchReader,
        mapping: &Mapping,
    ) -> Result<(), Error> {
        self.fill(name, mapping, |builder| crate::batch_rows::visit(batches, &mapping.input, builder))
    }

    fn fill(
        &mut self,
        name: &str,
        mapping: &Mapping,
        read: impl FnOnce(&mut Builder<'_>) -> Result<(), Error>,
    ) -> Result<(), Error> {
        let Some(spec) = mapping.lookups.get(name) else {
            let known = mapping.lookups.keys().cloned().collect::<Vec<_>>().join(", ");
            return Err(Error::one(
                Place::default(),
                ProblemKind::UnknownLookup { found: shortened(name), known },
            ));
        };
        let mut builder = Builder { key: &spec.key, key_at: 0, table: Table::default(), problems: None };
        read(&mut builder)?;
        let Builder { table, problems, .. } = builder;
        match problems {
            Some(error) => Err(error),
            None => {
                self.tables.insert(name.to_owned(), table);
                Ok(())
            }
        }
    }

    pub(crate) fn names(&self) -> impl Iterator<Item = String> {
        self.tables.keys().cloned()
    }

    pub(crate) fn columns_of(&self, lookup: &str) -> Option<&[String]> {
        self.tables.get(lookup).map(|table| table.columns.as_slice())
    }

    /// The cell of column `take` in the row of `key`; `None` where there is no such row.
    pub(crate) fn find(&self, lookup: &str, take: &str, key: &str) -> Option<&Value<'static>> {
        let table = self.tables.get(lookup)?;
        let place = table.columns.iter().position(|column| column == take)?;
        table.rows.get(key).and_then(|(_, cells)| cells.get(place))
    }
}

struct Builder<'a> {
    key: &'a str,
    key_at: usize,
    table: Table,
    problems: Option<Error>,
}

impl Visitor for Builder<'_> {
    fn header(&mut self, columns: &[String]) -> Result<Vec<bool>, Error> {
        let Some(key_at) = columns.iter().position(|column| column == self.key) else {
            let kind = ProblemKind::UnknownColumn {
                column: self.key.to_owned(),
                known: listed(columns.iter().map(String::as_str)),
            };
            return Err(Error::one(Place::default(), kind));
        };
        self.key_at = key_at;
        self.table.columns = columns.to_vec();
        Ok(vec![true; columns.len()])
    }

    fn rows(&mut self, rows: &dyn Rows) {
        let mut cells = Vec::new();
        for row in 0..rows.count() {
            match rows.row(row, &mut cells) {
                Ok(line) => self.row(line, &cells),
                Err(error) => merge(&mut self.problems, Some(error)),
            }
        }
    }
}

impl Builder<'_> {
    fn row(&mut self, line: u64, cells: &[Value<'_>]) {
        let key = cells.get(self.key_at).map(|key| key.text().into_owned()).unwrap_or_default();
        let cells: Vec<Value<'static>> = cells.iter().map(|cell| cell.clone().into_owned()).collect();
        match self.table.rows.get(&key) {
            Some((_, known)) if *known != cells => {
                let place = Place { line: Some(line), path: String::new() }.field(self.key);
                let kind = ProblemKind::DuplicateKey { key: shortened(&key) };
                merge(&mut self.problems, Some(Error::one(place, kind)));
            }
            Some(_) => {}
            None => {
                self.table.rows.insert(key, (line, cells));
            }
        }
    }
}
