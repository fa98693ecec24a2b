//! Turns the rows of a table into a journal, whole or not at all.

mod earliest;
mod row;

use std::collections::BTreeMap;
use std::io::Read;
use std::sync::Arc;

use keyperson::{Error, Fact, Journal, JournalBuilder};

use crate::bind::Bound;
use crate::input::Format;
use crate::lookup::Lookups;
use crate::mapping::Mapping;
use crate::rows::visit;
use crate::side_by_side::beside;
use crate::visitor::{Rows, Visitor, merge};
use earliest::Earliest;
use row::{Outcome, RowReader};

/// The reason of rows to which no template of the mapping applies.
const NO_TEMPLATE: &str = "no fact template of the mapping applies";

/// Rows between two calls of the progress callback.
const PROGRESS_STEP: u64 = 10_000;

/// How an import goes about bad rows.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct ImportOptions {
    /// Import the rows that can be read and report the others; off, so that nothing is half imported unasked.
    ///
    /// Of facts that conflict (one id, two contents) none is kept: which was meant cannot be guessed.
    pub keep_good_rows: bool,
}

/// Rows left out on purpose.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Skipped {
    /// Why: the `reason` of the mapping's skip rule, or that no fact template applies.
    pub reason: String,
    /// How many rows.
    pub rows: u64,
    /// Line of the first one, from 1.
    pub first_line: u64,
}

/// What came of a table.
#[derive(Debug, Clone, PartialEq)]
pub struct Import {
    /// The facts.
    pub journal: Journal,
    /// Rows below the header; each is used, skipped or bad.
    pub rows_read: u64,
    /// Rows that gave at least one fact.
    pub rows_used: u64,
    /// Rows left out by a rule of the mapping, by reason; in the order of the rules.
    pub skipped: Vec<Skipped>,
    /// Rows that could not be read; above 0 only with [`ImportOptions::keep_good_rows`].
    pub rows_bad: u64,
    /// What was wrong with them, by line and column.
    pub problems: Option<Error>,
}

/// The beginning of an import, and all that is wrong with the file.
#[derive(Debug, Clone, PartialEq)]
pub struct Preview {
    /// The first facts, in the order of the file.
    pub facts: Vec<Fact>,
    /// Rows below the header.
    pub rows_read: u64,
    /// Rows left out by a rule of the mapping, by reason.
    pub skipped: Vec<Skipped>,
    /// Rows that cannot be read.
    pub rows_bad: u64,
    /// What is wrong, by line and column: every row that an import would refuse.
    pub problems: Option<Error>,
}

/// Imports a table of either format.
///
/// `progress` is called with the number of rows read so far, every 10,000 rows and at the end.
///
/// # Errors
/// What is wrong with the file as a whole (`foreign_file`, `not_utf8`, `bad_encoding`, `nothing_to_read`, `duplicate_column`,
/// `open_quote`, `unreadable_input`, …), what the mapping asks of it in vain (`unknown_column`, `unknown_lookup`),
/// and, unless [`ImportOptions::keep_good_rows`], every bad row. The place of a problem is the line (of a Parquet
/// file: the number of the row, from 1) and the column; the field of the fact where its value is from no column.
pub fn import(
    reader: impl Read,
    format: Format,
    mapping: &Mapping,
    lookups: &Lookups,
    options: ImportOptions,
    progress: &mut dyn FnMut(u64),
) -> Result<Import, Error> {
    let mut importer = Importer::new(mapping, lookups, 0, progress);
    visit(reader, format, &mapping.input, &mut importer)?;
    importer.finish(options)
}

/// Imports a CSV file: see [`import`].
///
/// # Errors
/// As [`import`].
pub fn import_csv(
    reader: impl Read,
    mapping: &Mapping,
    lookups: &Lookups,
    options: ImportOptions,
    progress: &mut dyn FnMut(u64),
) -> Result<Import, Error> {
    import(reader, Format::Csv, mapping, lookups, options, progress)
}

/// Imports a Parquet file: see [`import`].
///
/// Texts (plain, large, view, dictionary), whole numbers, floats, decimals, dates, timestamps and truth values are
/// read. A timestamp without zone is a local time of the mapping's zone.
///
/// # Errors
/// As [`import`], and `unsupported_column` for a column of another type that the mapping uses.
#[cfg(feature = "parquet")]
pub fn import_parquet(
    reader: impl Read,
    mapping: &Mapping,
    lookups: &Lookups,
    options: ImportOptions,
    progress: &mut dyn FnMut(u64),
) -> Result<Import, Error> {
    import(reader, Format::Parquet, mapping, lookups, options, progress)
}

/// Imports a table in Arrow batches, wherever it comes from: see [`import`], and [`import_parquet`] for the types.
///
/// The journal is that of a Parquet file with the same columns; the mapping's `format` is passed over.
///
/// # Errors
/// As [`import_parquet`]; `unreadable_input` where the reader gives an error.
#[cfg(feature = "arrow")]
pub fn import_batches(
    batches: impl arrow_array::RecordBatchReader,
    mapping: &Mapping,
    lookups: &Lookups,
    options: ImportOptions,
    progress: &mut dyn FnMut(u64),
) -> Result<Import, Error> {
    let mut importer = Importer::new(mapping, lookups, 0, progress);
    crate::batch_rows::visit(batches, &mapping.input, &mut importer)?;
    importer.finish(options)
}

/// Reads a whole table without importing it: the first `n` facts, and everything that an import would refuse.
///
/// # Errors
/// What is wrong with the file as a whole; bad rows are part of the answer.
pub fn preview(
    reader: impl Read,
    format: Format,
    mapping: &Mapping,
    lookups: &Lookups,
    n: usize,
) -> Result<Preview, Error> {
    let mut progress = |_| {};
    let mut importer = Importer::new(mapping, lookups, n, &mut progress);
    visit(reader, format, &mapping.input, &mut importer)?;
    importer.gather();
    let Importer { facts, earliest, rows_read, rows_bad, skipped, mut problems, first, .. } = importer;
    merge(&mut problems, gathered(facts, earliest).1);
    Ok(Preview { facts: first, rows_read, skipped: skipped.list(mapping), rows_bad, problems })
}

/// The journal of all facts, and the conflicts among them.
fn gathered(mut facts: JournalBuilder, earliest: Earliest) -> (Journal, Option<Error>) {
    earliest.into_facts().into_iter().for_each(|(fact, line)| facts.push_at(fact, line));
    facts.finish_undisputed()
}

/// Counts of skipped rows: by rule, and last those without a template.
#[derive(Default)]
struct Skips {
    counts: BTreeMap<usize, (u64, u64)>,
}

impl Skips {
    fn add(&mut self, rule: usize, line: u64) {
        let (rows, _) = self.counts.entry(rule).or_insert((0, line));
        *rows = rows.saturating_add(1);
    }

    fn list(self, mapping: &Mapping) -> Vec<Skipped> {
        self.counts
            .into_iter()
            .map(|(rule, (rows, first_line))| {
                let reason =
                    mapping.skips.get(rule).map_or(NO_TEMPLATE, |rule| rule.reason.as_str()).to_owned();
                Skipped { reason, rows, first_line }
            })
            .collect()
    }
}

struct Importer<'a> {
    mapping: &'a Mapping,
    lookups: &'a Lookups,
    bound: Arc<Bound>,
    header: Arc<[String]>,
    /// What came of the rows that were read last.
    waiting: Vec<Vec<(u64, Outcome)>>,
    facts: JournalBuilder,
    earliest: Earliest,
    rows_read: u64,
    rows_used: u64,
    rows_bad: u64,
    skipped: Skips,
    problems: Option<Error>,
    /// The first facts, at most `keep_first`.
    first: Vec<Fact>,
    keep_first: usize,
    progress: &'a mut dyn FnMut(u64),
}

impl<'a> Importer<'a> {
    fn new(
        mapping: &'a Mapping,
        lookups: &'a Lookups,
        keep_first: usize,
        progress: &'a mut dyn FnMut(u64),
    ) -> Self {
        Self {
            mapping,
            lookups,
            bound: Arc::default(),
            header: Arc::default(),
            waiting: Vec::new(),
            facts: JournalBuilder::default(),
            earliest: Earliest::default(),
            rows_read: 0,
            rows_used: 0,
            rows_bad: 0,
            skipped: Skips::default(),
            problems: None,
            first: Vec::new(),
            keep_first,
            progress,
        }
    }

    /// What came of the rows.
    fn finish(mut self, options: ImportOptions) -> Result<Import, Error> {
        self.gather();
        let Self { mapping, rows_read, rows_used, rows_bad, skipped, mut problems, progress, .. } = self;
        progress(rows_read);
        let (journal, conflicts) = gathered(self.facts, self.earliest);
        merge(&mut problems, conflicts);
        if !options.keep_good_rows
            && let Some(error) = problems
        {
            return Err(error);
        }
        Ok(Import { journal, rows_read, rows_used, skipped: skipped.list(mapping), rows_bad, problems })
    }

    fn count_row(&mut self) {
        self.rows_read = self.rows_read.saturating_add(1);
        if self.rows_read.is_multiple_of(PROGRESS_STEP) {
            (self.progress)(self.rows_read);
        }
    }

    /// Gathers what came of the rows that were read.
    fn gather(&mut self) {
        for (line, outcome) in std::mem::take(&mut self.waiting).into_iter().flatten() {
            self.take(line, outcome);
        }
    }

    fn take(&mut self, line: u64, outcome: Outcome) {
        self.count_row();
        match outcome {
            Outcome::Skipped(rule) => self.skipped.add(rule, line),
            Outcome::Bad(error) => {
                self.rows_bad = self.rows_bad.saturating_add(1);
                merge(&mut self.problems, Some(error));
            }
            Outcome::Facts(facts) => {
                self.rows_used = self.rows_used.saturating_add(1);
                for (index, fact) in facts {
                    let room = self.first.len() < self.keep_first;
                    if room && !self.first.iter().any(|known| known.id == fact.id) {
                        self.first.push(fact.clone());
                    }
                    if self.bound.facts.get(index).is_some_and(|template| template.distinct) {
                        self.earliest.add(index, fact, line);
                    } else {
                        self.facts.push_at(fact, line);
                    }
                }
            }
        }
    }
}

impl Visitor for Importer<'_> {
    fn header(&mut self, columns: &[String]) -> Result<Vec<bool>, Error> {
        self.bound = Arc::new(self.mapping.bind(columns, self.lookups)?);
        self.header = columns.into();
        Ok(self.bound.used.clone())
    }

    fn rows(&mut self, rows: &dyn Rows) {
        let (mapping, lookups) = (self.mapping, self.lookups);
        let (bound, header) = (Arc::clone(&self.bound), Arc::clone(&self.header));
        let reader = RowReader { mapping, lookups, bound: &bound, header: &header };
        // The rows before are gathered meanwhile.
        let mut outcomes = Vec::new();
        beside(&mut outcomes, || reader.all(rows), || self.gather());
        self.waiting = outcomes;
    }
}
