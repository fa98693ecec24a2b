//! Tables as the terminal shows them: plain columns, aligned by what is seen, also in Japanese.

use comfy_table::{Cell, CellAlignment, Color, ContentArrangement, LineStyle, Row, Table, TableStyle};

use crate::complaint::harmless;
use crate::terminal::{Terminal, Tone};

/// One cell: its text, its tone, on which side it stands.
#[derive(Debug, Clone)]
pub struct Shown {
    text: String,
    tone: Option<Tone>,
    right: bool,
}

impl Shown {
    /// Text at the left.
    pub fn left(text: impl Into<String>) -> Self {
        Self { text: text.into(), tone: None, right: false }
    }

    /// A number at the right.
    pub fn right(text: impl Into<String>) -> Self {
        Self { text: text.into(), tone: None, right: true }
    }

    /// The same in a tone.
    pub fn tone(mut self, tone: Option<Tone>) -> Self {
        self.tone = tone;
        self
    }

    fn cell(&self, colour: bool) -> Cell {
        let cell = Cell::new(self.text.lines().map(harmless).collect::<Vec<_>>().join("\n"));
        let cell = cell.set_alignment(if self.right { CellAlignment::Right } else { CellAlignment::Left });
        match self.tone.filter(|_| colour) {
            None => cell,
            Some(Tone::Good) => cell.fg(Color::DarkGreen),
            Some(Tone::Warn) => cell.fg(Color::DarkYellow),
            Some(Tone::Bad) => cell.fg(Color::DarkRed),
            Some(Tone::Faint) => cell.add_attribute(comfy_table::Attribute::Dim),
            Some(Tone::Strong) => cell.add_attribute(comfy_table::Attribute::Bold),
        }
    }
}

/// No lines but one under the header.
const STYLE: TableStyle = TableStyle::new().header_separator(LineStyle::none().fill('-'));

/// The table as text, a line end after each row.
pub fn text(terminal: &Terminal, header: &[&str], rows: &[Vec<Shown>]) -> String {
    let mut table = Table::new();
    table.load_style(STYLE);
    table.set_content_arrangement(ContentArrangement::Dynamic).set_width(terminal.width);
    if terminal.colour {
        table.enforce_styling();
    } else {
        table.force_no_tty();
    }
    let sides: Vec<bool> =
        rows.first().map(|row| row.iter().map(|cell| cell.right).collect()).unwrap_or_default();
    let head = header.iter().enumerate().map(|(index, name)| {
        let right = sides.get(index).copied().unwrap_or(false);
        let shown = if right { Shown::right(*name) } else { Shown::left(*name) };
        shown.tone(Some(Tone::Faint)).cell(terminal.colour)
    });
    table.set_header(Row::from(head.collect::<Vec<_>>()));
    for row in rows {
        table.add_row(Row::from(row.iter().map(|cell| cell.cell(terminal.colour)).collect::<Vec<_>>()));
    }
    let mut text = String::new();
    for line in table.lines() {
        text.push_str(line.trim_end());
        text.push('\n');
    }
    text
}
