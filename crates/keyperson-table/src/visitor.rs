//! Who takes the rows of a table, and what every kind of table does on the way.

use keyperson::{Error, Place, ProblemKind};

use crate::cell::Value;
use crate::input::shortened;

/// Takes the rows of a table, one by one.
pub(crate) trait Visitor {
    /// The columns, and which of them will be read; false leaves a column's cells blank.
    fn header(&mut self, columns: &[String]) -> Result<Vec<bool>, Error>;
    /// A row; `line` is the line of the text or the number of the row, from 1.
    fn row(&mut self, line: u64, cells: &[Value<'_>]);
    /// A row, or a cell of it, that cannot be read.
    fn bad_row(&mut self, place: Place, kind: ProblemKind);
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
    let problems = twice.map(|column| keyperson::Problem {
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
