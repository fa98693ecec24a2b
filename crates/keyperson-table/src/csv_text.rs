//! Writes tables as CSV that a spreadsheet cannot be made to run.

use std::borrow::Cow;

/// One cell of a table that is written.
#[derive(Debug, Clone, PartialEq)]
pub enum Cell {
    /// Text, defused by [`to_csv_safe`] when written.
    Text(String),
    /// A number; NaN and infinities are written as nothing.
    Number(f64),
    /// A whole number.
    Integer(i64),
    /// Nothing.
    Empty,
}

impl From<&str> for Cell {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

/// A table that is written.
///
/// ```
/// use keyperson_table::{Cell, CsvTable};
///
/// let table = CsvTable {
///     header: vec!["name".to_owned(), "change".to_owned()],
///     rows: vec![vec![Cell::from("=1+1"), Cell::Number(-0.5)]],
/// };
/// assert_eq!(table.to_csv(), "name,change\n'=1+1,-0.5\n");
/// ```
#[derive(Debug, Clone, Default, PartialEq)]
pub struct CsvTable {
    /// Names of the columns.
    pub header: Vec<String>,
    /// The rows, each with one cell a column; missing cells are written as empty ones, further ones left out.
    pub rows: Vec<Vec<Cell>>,
}

impl CsvTable {
    /// The table as CSV: commas, UTF-8, LF, quotes where needed, texts defused ([`to_csv_safe`]).
    #[must_use]
    pub fn to_csv(&self) -> String {
        let mut text = String::new();
        write_row(&mut text, self.header.iter().map(|name| to_csv_safe(name)));
        for row in &self.rows {
            let empty = std::iter::repeat(&Cell::Empty);
            write_row(&mut text, row.iter().chain(empty).take(self.header.len()).map(written));
        }
        text
    }

    /// The same with a byte order mark, by which Excel knows UTF-8; without it, Japanese is garbled there.
    #[must_use]
    pub fn to_csv_for_excel(&self) -> String {
        format!("\u{feff}{}", self.to_csv())
    }
}

/// A text that a spreadsheet shows and does not run: `'` is put before what begins like a formula.
///
/// Formulas begin with `=`, `+`, `-`, `@` (also in their full-width forms, which Japanese Excel takes for the same),
/// or follow a tab or line end. Numbers are not texts: write them as [`Cell::Number`], then `-1` stays `-1`.
///
/// ```
/// assert_eq!(keyperson_table::to_csv_safe("=HYPERLINK(\"http://x\")"), "'=HYPERLINK(\"http://x\")");
/// assert_eq!(keyperson_table::to_csv_safe("佐藤"), "佐藤");
/// ```
#[must_use]
pub fn to_csv_safe(cell: &str) -> Cow<'_, str> {
    if cell.starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠']) {
        Cow::Owned(format!("'{cell}"))
    } else {
        Cow::Borrowed(cell)
    }
}

fn written(cell: &Cell) -> Cow<'_, str> {
    match cell {
        Cell::Text(text) => to_csv_safe(text),
        Cell::Number(value) if value.is_finite() => Cow::Owned(value.to_string()),
        Cell::Integer(value) => Cow::Owned(value.to_string()),
        Cell::Number(_) | Cell::Empty => Cow::Borrowed(""),
    }
}

fn write_row<'a>(text: &mut String, cells: impl Iterator<Item = Cow<'a, str>>) {
    let mut cells = cells.peekable();
    let mut first = true;
    while let Some(cell) = cells.next() {
        if !first {
            text.push(',');
        }
        // A row of one empty cell would be a blank line, which readers pass over.
        let alone = first && cells.peek().is_none();
        if cell.contains([',', '"', '\r', '\n', ';', '\t']) || (alone && cell.is_empty()) {
            text.push('"');
            text.push_str(&cell.replace('"', "\"\""));
            text.push('"');
        } else {
            text.push_str(&cell);
        }
        first = false;
    }
    text.push('\n');
}
