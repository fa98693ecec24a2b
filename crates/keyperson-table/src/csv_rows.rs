//! Reads separated values, with the physical line of every row.

use std::io::{Chain, Read as _};

use csv::StringRecord;
use keyperson::{Error, Place, ProblemKind};

use crate::cell::Value;
use crate::input::Input;
use crate::side_by_side::beside;
use crate::visitor::{BATCH, Rows, Visitor, check_header, line_after};

/// Read after the last row: where a quote was never closed, this row is swallowed by it and does not arrive.
const SENTINEL: &str = "\u{1}end of the table\u{1}";

pub(crate) fn visit(text: &str, input: &Input, visitor: &mut dyn Visitor) -> Result<(), Error> {
    let end = format!("\n{SENTINEL}\n");
    let mut reading = Reading::of(text, &end, input);
    let mut header = StringRecord::new();
    let nothing = || Error::one(Place::default(), ProblemKind::NothingToRead {});
    let line = reading.next(&mut header)?.ok_or_else(nothing)?;
    let header: Vec<String> = header.iter().map(|name| name.trim().to_owned()).collect();
    check_header(&header, Some(line))?;
    visitor.header(&header)?;
    let rows = || CsvRows { input, columns: header.len(), records: Vec::new(), count: 0 };
    let (mut batch, mut next) = (rows(), rows());
    reading.fill(&mut batch)?;
    if batch.count == 0 {
        return Err(nothing());
    }
    while batch.count > 0 {
        let mut read = Ok(());
        beside(&mut read, || reading.fill(&mut next), || visitor.rows(&batch));
        read?;
        std::mem::swap(&mut batch, &mut next);
    }
    Ok(())
}

/// The reading of a text, record by record.
struct Reading<'t> {
    reader: csv::Reader<Chain<&'t [u8], &'t [u8]>>,
    lines: Lines<'t>,
    end: &'t str,
    /// The last record was read.
    ended: bool,
}

impl<'t> Reading<'t> {
    fn of(text: &'t str, end: &'t str, input: &Input) -> Self {
        let reader = csv::ReaderBuilder::new()
            .has_headers(false)
            .flexible(true)
            .delimiter(input.delimiter)
            .from_reader(text.as_bytes().chain(end.as_bytes()));
        Self { reader, lines: Lines { text: text.as_bytes(), offset: 0, line: 1 }, end, ended: false }
    }

    /// Reads the next record, and hands out its line; none after the last one.
    fn next(&mut self, record: &mut StringRecord) -> Result<Option<u64>, Error> {
        if self.ended {
            return Ok(None);
        }
        let start = usize::try_from(self.reader.position().byte()).unwrap_or(usize::MAX);
        let on = |line| Place { line: Some(line), path: String::new() };
        let more = self.reader.read_record(record).map_err(|error| {
            let kind = ProblemKind::UnreadableInput { reason: error.to_string() };
            Error::one(on(self.lines.at(start)), kind)
        })?;
        if !more {
            // The end was never seen by itself, so it stands inside the quotes of the last row.
            return Err(Error::one(on(self.lines.line), ProblemKind::OpenQuote {}));
        }
        if record.len() == 1 && record.get(0) == Some(SENTINEL) {
            self.ended = true;
            return Ok(None);
        }
        let line = self.lines.at(start);
        if record.iter().next_back().is_some_and(|cell| cell.ends_with(self.end)) {
            return Err(Error::one(on(line), ProblemKind::OpenQuote {}));
        }
        Ok(Some(line))
    }

    /// Reads the next rows in place of those in `batch`.
    fn fill(&mut self, batch: &mut CsvRows<'_>) -> Result<(), Error> {
        batch.count = 0;
        while batch.count < BATCH {
            if batch.records.len() == batch.count {
                batch.records.push((0, StringRecord::new()));
            }
            let Some((line, record)) = batch.records.get_mut(batch.count) else { break };
            let Some(found) = self.next(record)? else { break };
            *line = found;
            batch.count = batch.count.saturating_add(1);
        }
        Ok(())
    }
}

/// Some records, each with its line; those beyond `count` are room for later ones.
struct CsvRows<'i> {
    input: &'i Input,
    columns: usize,
    records: Vec<(u64, StringRecord)>,
    count: usize,
}

impl Rows for CsvRows<'_> {
    fn count(&self) -> usize {
        self.count
    }

    fn row<'r>(&'r self, row: usize, cells: &mut Vec<Value<'r>>) -> Result<u64, Error> {
        cells.clear();
        let Some((line, record)) = self.records.get(row) else { return Ok(0) };
        if record.len() != self.columns {
            let (found, expected) = (count(record.len()), count(self.columns));
            let place = Place { line: Some(*line), path: String::new() };
            return Err(Error::one(place, ProblemKind::RaggedRow { found, expected }));
        }
        cells.extend(record.iter().map(|cell| Value::of_text(cell, self.input)));
        Ok(*line)
    }
}

/// Tells the line of an offset; offsets only grow, so each byte is looked at once.
struct Lines<'a> {
    text: &'a [u8],
    offset: usize,
    line: u64,
}

impl Lines<'_> {
    /// The line of the first row that begins at or after `start`: line ends and blank lines before it are passed.
    fn at(&mut self, start: usize) -> u64 {
        let rest = self.text.get(start..).unwrap_or_default();
        let blank = rest.iter().take_while(|byte| matches!(byte, b'\r' | b'\n')).count();
        let end = start.saturating_add(blank);
        let passed = self.text.get(self.offset..end).unwrap_or_default();
        self.line = line_after(self.line, passed);
        self.offset = end.max(self.offset);
        self.line
    }
}

fn count(value: usize) -> u64 {
    u64::try_from(value).unwrap_or(u64::MAX)
}
