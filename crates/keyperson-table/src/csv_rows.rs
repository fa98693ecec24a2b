//! Reads separated values, with the physical line of every row.

use keyperson::{Error, Place, ProblemKind};

use crate::cell::Value;
use crate::input::Input;
use crate::visitor::{Visitor, check_header, line_after};

/// Read after the last row: where a quote was never closed, this row is swallowed by it and does not arrive.
const SENTINEL: &str = "\u{1}end of the table\u{1}";

pub(crate) fn visit(text: &str, input: &Input, visitor: &mut dyn Visitor) -> Result<(), Error> {
    let with_end = format!("\n{SENTINEL}\n");
    let bytes = std::io::Read::chain(text.as_bytes(), with_end.as_bytes());
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(input.delimiter)
        .from_reader(bytes);
    let mut record = csv::StringRecord::new();
    let mut lines = Lines { text: text.as_bytes(), offset: 0, line: 1 };
    let mut columns: Option<usize> = None;
    let mut rows = 0_u64;
    loop {
        let start = usize::try_from(reader.position().byte()).unwrap_or(usize::MAX);
        let more = reader.read_record(&mut record).map_err(|error| {
            let kind = ProblemKind::UnreadableInput { reason: error.to_string() };
            Error::one(Place { line: Some(lines.at(start)), path: String::new() }, kind)
        })?;
        if !more {
            // The end was never seen by itself, so it stands inside the quotes of the last row.
            let place = Place { line: Some(lines.line), path: String::new() };
            return Err(Error::one(place, ProblemKind::OpenQuote {}));
        }
        if record.len() == 1 && record.get(0) == Some(SENTINEL) {
            break;
        }
        let line = lines.at(start);
        if record.iter().next_back().is_some_and(|cell| cell.ends_with(&with_end)) {
            return Err(Error::one(
                Place { line: Some(line), path: String::new() },
                ProblemKind::OpenQuote {},
            ));
        }
        match columns {
            None => {
                let header: Vec<String> = record.iter().map(|name| name.trim().to_owned()).collect();
                check_header(&header, Some(line))?;
                visitor.header(&header)?;
                columns = Some(header.len());
            }
            Some(expected) => {
                rows = rows.saturating_add(1);
                if record.len() == expected {
                    let cells: Vec<Value<'_>> =
                        record.iter().map(|cell| Value::of_text(cell, input)).collect();
                    visitor.row(line, &cells);
                } else {
                    let kind =
                        ProblemKind::RaggedRow { found: count(record.len()), expected: count(expected) };
                    visitor.bad_row(Place { line: Some(line), path: String::new() }, kind);
                }
            }
        }
    }
    if rows == 0 {
        return Err(Error::one(Place::default(), ProblemKind::NothingToRead {}));
    }
    Ok(())
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
