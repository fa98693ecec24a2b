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

/// A text that a spreadsheet shows and does not run: `'` is put before every sign with which a cell could begin.
///
/// Formulas begin with `=`, `+`, `-`, `@` (also in their full-width forms, which Japanese Excel takes for the same),
/// or follow a tab or line end. A cell begins at the text's beginning, and also within it: a quote protects only
/// where it begins a cell, so a spreadsheet that cuts at semicolons cuts `a;=1` in two, however it is quoted. After
/// anything at which files are cut (`,`, `;`, `|`, tabs and other control characters, line ends), and after a quote,
/// such a sign is therefore defused, too. Numbers are not texts: write them as [`Cell::Number`], then `-1` stays `-1`.
///
/// ```
/// assert_eq!(keyperson_table::to_csv_safe("=HYPERLINK(\"http://x\")"), "'=HYPERLINK(\"http://x\")");
/// assert_eq!(keyperson_table::to_csv_safe("a;=HYPERLINK(1);b"), "a;'=HYPERLINK(1);b");
/// assert_eq!(keyperson_table::to_csv_safe("佐藤"), "佐藤");
/// ```
#[must_use]
pub fn to_csv_safe(cell: &str) -> Cow<'_, str> {
    let mut safe = String::new();
    let mut copied = 0;
    let mut before = None;
    for (at, sign) in cell.char_indices() {
        let first = before.is_none();
        if (begins_formula(sign) && before.is_none_or(begins_cell)) || (first && sign == '\n') {
            safe.push_str(cell.get(copied..at).unwrap_or_default());
            safe.push('\'');
            copied = at;
        }
        before = Some(sign);
    }
    if safe.is_empty() {
        return Cow::Borrowed(cell);
    }
    safe.push_str(cell.get(copied..).unwrap_or_default());
    Cow::Owned(safe)
}

fn begins_formula(sign: char) -> bool {
    matches!(sign, '=' | '+' | '-' | '@' | '\t' | '\r' | '＝' | '＋' | '－' | '＠')
}

/// Whether a program may take what follows for the beginning of a cell: it cuts here, or passes over the character.
fn begins_cell(before: char) -> bool {
    matches!(before, ',' | ';' | '|' | '"' | '\u{2028}' | '\u{2029}' | '\u{feff}') || before.is_control()
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
        if cell.contains([',', '"', '\r', '\n', ';', '\t', '|']) || (alone && cell.is_empty()) {
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
