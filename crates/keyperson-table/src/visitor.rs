//! Who takes the rows of a table, and what every kind of table does on the way.

use keyperson::{Error, Place, Problem, ProblemKind};

use crate::cell::Value;
use crate::input::shortened;

/// How many rows are handed on at once.
pub(crate) const BATCH: usize = 16_384;

/// Takes the rows of a table, many at once.
pub(crate) trait Visitor {
    /// The columns, and which of them will be read; false leaves a column's cells blank.
    fn header(&mut self, columns: &[String]) -> Result<Vec<bool>, Error>;
    /// The next rows.
    fn rows(&mut self, rows: &dyn Rows);
}

/// Some rows of a table that follow each other.
pub(crate) trait Rows: Sync {
    /// How many.
    fn count(&self) -> usize;
    /// Puts the cells of a row in place of those in `cells`, and hands out its line: that of the text, or the number of
    /// the row, from 1.
    ///
    /// # Errors
    /// What is wrong with a row, or a cell of it, that cannot be read.
    fn row<'r>(&'r self, row: usize, cells: &mut Vec<Value<'r>>) -> Result<u64, Error>;
}

/// Appends problems; what is beyond the limit of one error is only counted.
pub(crate) fn merge(problems: &mut Option<Error>, later: Option<Error>) {
    match (problems.as_mut(), later) {
        (Some(known), Some(later)) => known.append(later),
        (None, Some(later)) => *problems = Some(later),
        (_, None) => {}
    }
}

/// Refuses two columns of one name; columns without a name cannot be meant by a mapping and may repeat.
pub(crate) fn check_header(columns: &[String], line: Option<u64>) -> Result<(), Error> {
    let mut seen = std::collections::BTreeSet::new();
    let twice = columns.iter().filter(|column| !column.is_empty() && !seen.insert(column.as_str()));
    let problems = twice.map(|column| Problem {
        place: Place { line, path: String::new() }.field(&shortened(column)),
        kind: ProblemKind::DuplicateColumn { column: shortened(column) },
    });
    Error::many(problems).map_or(Ok(()), Err)
}

/// The line on which the text after `passed` begins; line ends are LF, CR LF and a CR alone.
pub(crate) fn line_after(line: u64, passed: &[u8]) -> u64 {
    let mut line = line;
    let mut after_cr = false;
    for byte in passed {
        match byte {
            b'\n' if after_cr => {}
            b'\n' | b'\r' => line = line.saturating_add(1),
            _ => {}
        }
        after_cr = *byte == b'\r';
    }
    line
}
