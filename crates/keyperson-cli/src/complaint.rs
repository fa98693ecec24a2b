//! Shows what is wrong in an input: file, line, field, what it is and what to do, with the line itself.

use std::fmt::{self, Write as _};

use keyperson::text::Language;
use keyperson::{Error, Problem};
use miette::{
    Diagnostic, GraphicalReportHandler, GraphicalTheme, LabeledSpan, MietteError, MietteSpanContents,
    SourceCode, SourceSpan, SpanContents,
};

use crate::exit::{Exit, Failure};
use crate::terminal::Terminal;
use crate::text as say;

/// Problems that are shown; what comes after them is only counted.
pub const SHOWN: usize = 20;

/// Lines and characters that all complaints together may take: a screen or two. What comes when they are nearly
/// used up is told in one line each.
const LINES: usize = 90;
const CHARACTERS: usize = 9_000;

/// Characters of a complaint that is told in one line.
const SHORT: usize = 200;

/// Characters of what may come from the input without a limit: a place, a message, a hint.
const LONGEST: [usize; 3] = [200, 400, 1_200];

/// Columns that stand beside a line: its number, and the frame.
const FRAME: usize = 10;

/// One problem with the line in which it is.
#[derive(Debug)]
pub struct Complaint {
    /// Name of the file.
    pub file: String,
    /// The problem; its line is that of the file.
    pub problem: Problem,
    /// The line, where it can be shown.
    pub line: Option<String>,
    /// What of the line is underlined.
    pub mark: Mark,
    /// What else helps.
    pub note: Option<String>,
}

impl Complaint {
    /// A problem without a line to show.
    pub fn of(file: &str, problem: Problem) -> Self {
        Self { file: file.to_owned(), problem, line: None, mark: Mark::Line, note: None }
    }
}

/// What of a line is underlined.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mark {
    /// The value of the field in a JSON object.
    Value,
    /// The name of the setting.
    Name,
    /// The whole line.
    Line,
}

/// The failure that shows these problems, `count` in all.
pub fn failure(terminal: &Terminal, complaints: &[Complaint], count: u64) -> Failure {
    Failure::new(Exit::Input, text(terminal, complaints, count))
}

/// The failure of an input without lines.
pub fn whole(terminal: &Terminal, file: &str, error: &Error) -> Failure {
    let complaints: Vec<Complaint> =
        error.problems().iter().take(SHOWN).map(|problem| Complaint::of(file, problem.clone())).collect();
    failure(terminal, &complaints, error.count())
}

/// The problems as text, at most [`SHOWN`] of them.
pub fn text(terminal: &Terminal, complaints: &[Complaint], count: u64) -> String {
    let theme =
        if terminal.error_colour { GraphicalTheme::unicode() } else { GraphicalTheme::unicode_nocolor() };
    let handler = GraphicalReportHandler::new_themed(theme)
        .with_links(false)
        .with_context_lines(0)
        .with_width(usize::from(terminal.width));
    let mut text = String::new();
    let mut room = (LINES, CHARACTERS);
    let mut left = complaints.len().min(SHOWN);
    let mut before_short = false;
    for complaint in complaints.iter().take(SHOWN) {
        left = left.saturating_sub(1);
        let shown = Shown::new(complaint, terminal);
        let mut report = String::new();
        if handler.render_report(&mut report, &shown).is_err() {
            let _ = writeln!(report, "{}", shown.message);
        }
        // Room for one line is kept for each of those that follow.
        let needed = (report.lines().count().saturating_add(1), report.chars().count());
        let fits = needed.0.saturating_add(left) <= room.0
            && needed.1.saturating_add(left.saturating_mul(SHORT)) <= room.1;
        let needed = if fits { needed } else { (1, SHORT) };
        room = (room.0.saturating_sub(needed.0), room.1.saturating_sub(needed.1));
        if !text.is_empty() && (fits || !before_short) {
            text.push('\n');
        }
        if fits {
            text.push_str(&report);
        } else {
            let _ = writeln!(text, "  × {}", shown.short());
        }
        before_short = !fits;
    }
    let shown = u64::try_from(complaints.len().min(SHOWN)).unwrap_or(u64::MAX);
    text.push('\n');
    text.push_str(&say::problems(count, terminal.language));
    if count > shown {
        text.push_str(&say::first_shown(shown, terminal.language));
    }
    text
}

/// What a problem is, and what to do.
pub fn words(language: Language, problem: &Problem) -> (String, String) {
    (problem.text(language), problem.hint_in(language))
}

/// The text without characters that would command the terminal or turn the reading direction.
pub fn harmless(text: &str) -> String {
    text.chars()
        .map(|c| match c {
            '\t' | '\n' => ' ',
            '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => '\u{fffd}',
            c if c.is_control() => '\u{fffd}',
            c => c,
        })
        .collect()
}

/// The text cut to so many characters.
pub fn cut(text: &str, most: usize) -> String {
    match text.char_indices().nth(most) {
        Some((end, _)) => format!("{}…", text.get(..end).unwrap_or_default()),
        None => text.to_owned(),
    }
}

/// A problem as miette shows it.
#[derive(Debug)]
struct Shown {
    /// What stands at the place, and its code.
    message: String,
    code: &'static str,
    help: String,
    snippet: Option<Snippet>,
}

impl Shown {
    fn new(complaint: &Complaint, terminal: &Terminal) -> Self {
        let problem = &complaint.problem;
        let [place_most, what_most, help_most] = LONGEST;
        let (what, help) = words(terminal.language, problem);
        let (what, mut help) = (cut(&what, what_most), cut(&help, help_most));
        if let Some(note) = &complaint.note {
            help = format!("{help}\n{note}");
        }
        let mut place = complaint.file.clone();
        if let Some(line) = problem.place.line {
            let _ = write!(place, ":{line}");
        }
        if !problem.path().is_empty() {
            let field = problem.path();
            let _ = write!(place, " {field}");
        }
        let snippet = complaint
            .line
            .as_deref()
            .map(|line| Snippet::new(complaint, line, usize::from(terminal.width).saturating_sub(FRAME)));
        let help = help.lines().map(harmless).collect::<Vec<_>>().join("\n");
        let place = cut(&place, place_most);
        let code = problem.code();
        Self { message: harmless(&format!("{place}: {what} [{code}]")), code, help, snippet }
    }

    /// The same in one line.
    fn short(&self) -> String {
        let end = format!(" [{}]", self.code);
        let message = self.message.strip_suffix(&end).unwrap_or(&self.message);
        // The mark before it, the end of the line, and the sign that it was cut.
        let room = SHORT.saturating_sub(end.chars().count()).saturating_sub(6);
        format!("{}{end}", cut(message, room))
    }
}

impl fmt::Display for Shown {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl std::error::Error for Shown {}

impl Diagnostic for Shown {
    fn help<'a>(&'a self) -> Option<Box<dyn fmt::Display + 'a>> {
        Some(Box::new(&self.help))
    }

    fn source_code(&self) -> Option<&dyn SourceCode> {
        self.snippet.as_ref().map(|snippet| -> &dyn SourceCode { snippet })
    }

    fn labels(&self) -> Option<Box<dyn Iterator<Item = LabeledSpan> + '_>> {
        let snippet = self.snippet.as_ref()?;
        Some(Box::new(std::iter::once(LabeledSpan::underline(snippet.span))))
    }
}

/// A line, or the part of a long one around the place.
#[derive(Debug)]
struct Snippet {
    file: String,
    text: String,
    line: usize,
    /// Columns of the line before the place, as characters.
    column: usize,
    span: SourceSpan,
}

impl Snippet {
    /// `room` is in bytes: no character takes more columns than bytes.
    fn new(complaint: &Complaint, line: &str, room: usize) -> Self {
        let number = complaint.problem.place.line.unwrap_or(1);
        let (start, end) = place_in(line, complaint.problem.path(), complaint.mark);
        let last = line.len().saturating_sub(room);
        let mut from =
            start.saturating_sub(room.saturating_sub(end.saturating_sub(start).min(room)) / 2).min(last);
        while !line.is_char_boundary(from) {
            from = from.saturating_sub(1);
        }
        let mut to = from.saturating_add(room).min(line.len());
        while !line.is_char_boundary(to) {
            to = to.saturating_sub(1);
        }
        // Each part is made harmless by itself, so that the mark stays where it belongs.
        let column = line.get(..start).unwrap_or_default().chars().count();
        let part = |from: usize, to: usize| harmless(line.get(from..to).unwrap_or_default());
        let end = end.min(to).max(start);
        let before = format!("{}{}", if from > 0 { "…" } else { "" }, part(from, start));
        let marked = part(start, end);
        let after = format!("{}{}", part(end, to), if to < line.len() { "…" } else { "" });
        let span = SourceSpan::new(before.len().into(), marked.len());
        let line = usize::try_from(number.saturating_sub(1)).unwrap_or(usize::MAX);
        Self { file: complaint.file.clone(), text: format!("{before}{marked}{after}"), line, column, span }
    }
}

impl SourceCode for Snippet {
    fn read_span<'a>(
        &'a self,
        _span: &SourceSpan,
        _before: usize,
        _after: usize,
    ) -> Result<Box<dyn SpanContents<'a> + 'a>, MietteError> {
        let whole = SourceSpan::new(0.into(), self.text.len());
        Ok(Box::new(MietteSpanContents::new_named(
            harmless(&self.file),
            self.text.as_bytes(),
            whole,
            self.line,
            self.column,
            1,
        )))
    }
}

/// Where the field at the end of the path stands in a line, or the whole line.
fn place_in(line: &str, path: &str, mark: Mark) -> (usize, usize) {
    let field = path.rsplit_once('/').map(|(_, field)| field.replace("~1", "/").replace("~0", "~"));
    let found = field.filter(|field| !field.is_empty()).and_then(|field| match mark {
        Mark::Value => value_of(line, &field),
        Mark::Name => {
            let at = line.find(field.as_str())?;
            Some((at, at.checked_add(field.len())?))
        }
        Mark::Line => None,
    });
    found.unwrap_or((0, line.trim_end().len()))
}

/// Where the value of a field stands in a line of JSON.
fn value_of(line: &str, field: &str) -> Option<(usize, usize)> {
    let quoted = format!("\"{field}\"");
    line.match_indices(quoted.as_str()).find_map(|(at, _)| {
        let after = at.checked_add(quoted.len())?;
        let value = line.get(after..)?.trim_start().strip_prefix(':')?.trim_start();
        let start = line.len().checked_sub(value.len())?;
        Some((start, start.checked_add(length_of_value(value))?))
    })
}

/// Length of the JSON value with which the text begins.
fn length_of_value(text: &str) -> usize {
    let mut quoted = false;
    let mut escaped = false;
    for (at, c) in text.char_indices() {
        match (quoted, escaped, c) {
            (true, true, _) => escaped = false,
            (true, false, '\\') => escaped = true,
            (true, false, '"') => return at.saturating_add(1),
            (false, _, '"') => quoted = true,
            (false, _, ',' | '}' | ']') => return at,
            _ => {}
        }
    }
    text.trim_end().len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_place_of_a_field_is_that_of_its_value() {
        let cases = [
            (r#"{"id":"f-1","value":1.5}"#, "/value", Mark::Value, "1.5"),
            (r#"{"id": "value", "value" : "a,\"b" , "by":"x"}"#, "/value", Mark::Value, r#""a,\"b""#),
            (r#"{"id":"f-1"}"#, "/value", Mark::Value, r#"{"id":"f-1"}"#),
            (r#"{"名":"佐藤"}"#, "/名", Mark::Value, r#""佐藤""#),
            ("rho = 200.0 # much", "/fit/rho", Mark::Name, "rho"),
            ("a,rho,b", "/rho", Mark::Line, "a,rho,b"),
        ];
        for (line, path, mark, expected) in cases {
            let (start, end) = place_in(line, path, mark);
            assert_eq!(line.get(start..end), Some(expected), "{line}");
        }
    }

    #[test]
    fn a_long_line_is_cut_at_characters() {
        let line = format!(r#"{{"a":"{}","value":2,"b":"{}"}}"#, "佐".repeat(500), "藤".repeat(500));
        let place = keyperson::Place { line: Some(1), path: "/value".to_owned() };
        let problem = Problem { place, kind: keyperson::ProblemKind::BlankText {} };
        let complaint = Complaint { mark: Mark::Value, ..Complaint::of("f", problem) };
        let snippet = Snippet::new(&complaint, &line, 90);
        assert!(snippet.text.len() < 100);
        let at = snippet.span.offset();
        assert_eq!(snippet.text.get(at..at + snippet.span.len()), Some("2"));
    }
}
