//! A brief for the terminal: the report's text in colour, and the facts since an earlier date.

use std::fmt::Write as _;

use keyperson::answer::change::Change;
use keyperson::text::Language;
use keyperson::{Brief, Journal, Urgency, text};

use crate::complaint::harmless;
use crate::exit::Failure;
use crate::exit::unwritten;
use crate::portfolio_text::{readiness_tone, urgency_tone};
use crate::terminal::{Terminal, Tone};
use crate::text as say;

/// Facts of a change that are listed.
const FACTS_SHOWN: usize = 8;

/// Lines of the report's text within which readiness stands.
const HEAD_LINES: usize = 6;

/// Columns of the report's text.
const COLUMNS: usize = 88;

/// The brief, and the facts since the last one, or since the date that was asked for.
pub fn text(terminal: &Terminal, brief: &Brief, journal: &Journal) -> Result<String, Failure> {
    let plain = keyperson_report::plain(brief, terminal.language).map_err(|error| unwritten(&error))?;
    let mut page = Page { terminal, text: String::new() };
    page.painted(brief, &plain);
    if let Some(change) = &brief.change {
        page.facts_since(change, journal);
    }
    Ok(page.text)
}

struct Page<'a> {
    terminal: &'a Terminal,
    text: String,
}

impl Page<'_> {
    fn language(&self) -> Language {
        self.terminal.language
    }

    /// The report's text, its headings and the words that matter in their tones.
    fn painted(&mut self, brief: &Brief, plain: &str) {
        let language = self.language();
        let urgencies =
            Urgency::ALL.iter().map(|of| (format!("[{}]", text::urgency(*of, language)), urgency_tone(*of)));
        let readiness =
            (text::readiness(brief.readiness, language).to_owned(), readiness_tone(brief.readiness));
        let urgencies: Vec<(String, Tone)> = urgencies.collect();
        let mut lines = plain.lines().map(harmless).peekable();
        let mut number: usize = 0;
        while let Some(line) = lines.next() {
            let ruled = |line: &String| line.len() > 3 && line.chars().all(|c| matches!(c, '-' | '='));
            number = number.saturating_add(1);
            let shown = if ruled(&line) {
                self.terminal.paint(Tone::Faint, &line)
            } else if lines.peek().is_some_and(ruled) {
                self.terminal.paint(Tone::Strong, &line)
            } else if line.starts_with("- ") {
                self.with_word(&line, &urgencies)
            } else if number <= HEAD_LINES {
                self.with_word(&line, std::slice::from_ref(&readiness))
            } else {
                line
            };
            self.line(&shown);
        }
    }

    /// The line with the first of the words that it holds in its tone.
    fn with_word(&self, line: &str, words: &[(String, Tone)]) -> String {
        let found = words
            .iter()
            .find_map(|(word, tone)| line.split_once(word.as_str()).map(|parts| (parts, word, tone)));
        match found {
            Some(((before, after), word, tone)) => {
                format!("{before}{}{after}", self.terminal.paint(*tone, word))
            }
            None => line.to_owned(),
        }
    }

    fn facts_since(&mut self, change: &Change, journal: &Journal) {
        let language = self.language();
        let from = text::instant(change.from, language);
        let title = say::facts_since(&from, language);
        self.heading(&title);
        let count = change.facts.len();
        self.line(&say::facts_between(count, language));
        let Some(person) = change.facts.first().and_then(|id| journal.facts().find(|fact| fact.id == *id))
        else {
            return;
        };
        let of_partner = journal.of_partner(&person.partner);
        for id in change.facts.iter().rev().take(FACTS_SHOWN) {
            if let Some(fact) = of_partner.iter().find(|fact| fact.id == *id) {
                let day = text::local_day(fact.at).map(|day| day.to_string()).unwrap_or_default();
                let line = format!("  {day}  {}  {}", fact.event.type_name(), harmless(fact.id.as_str()));
                let _ = writeln!(self.text, "{}", self.terminal.paint(Tone::Faint, &line));
            }
        }
        if let Some(more) = count.checked_sub(FACTS_SHOWN).filter(|more| *more > 0) {
            self.line(&say::earlier_facts(more, language));
        }
    }

    fn heading(&mut self, title: &str) {
        let rule = self.terminal.paint(Tone::Faint, &"-".repeat(COLUMNS));
        let title = self.terminal.paint(Tone::Strong, title);
        let _ = writeln!(self.text, "\n{title}\n{rule}");
    }

    fn line(&mut self, text: &str) {
        self.text.push_str(text);
        self.text.push('\n');
    }
}
