//! What is known of the terminal: language, colour, width. Everything that is shown asks here.

use std::io::IsTerminal;

use keyperson::text::Language;

/// The language where the environment asks for none that is known.
const USUAL_LANGUAGE: Language = Language::English;

/// The language that the environment asks for: the first of `LC_ALL`, `LC_MESSAGES` and `LANG` that is set.
fn language_of_environment() -> Language {
    let asked = ["LC_ALL", "LC_MESSAGES", "LANG"]
        .into_iter()
        .filter_map(|name| std::env::var(name).ok())
        .find(|value| !value.is_empty())
        .unwrap_or_default();
    Language::ALL.iter().copied().find(|of| asked.starts_with(of.word())).unwrap_or(USUAL_LANGUAGE)
}

/// Colours by meaning.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tone {
    /// Good.
    Good,
    /// Look at it.
    Warn,
    /// Act.
    Bad,
    /// Less important.
    Faint,
    /// A heading.
    Strong,
}

/// The terminal of this run.
#[derive(Debug, Clone, Copy)]
pub struct Terminal {
    /// The language.
    pub language: Language,
    /// Whether the output may be coloured.
    pub colour: bool,
    /// Whether the error output may be coloured.
    pub error_colour: bool,
    /// Columns of the output.
    pub width: u16,
}

/// Columns where nobody says otherwise.
const USUAL_WIDTH: u16 = 100;

impl Terminal {
    /// Asks the environment.
    pub fn new(language: Option<Language>) -> Self {
        let plain = std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty())
            || std::env::var_os("TERM").is_some_and(|value| value == "dumb");
        let width = if std::io::stdout().is_terminal() {
            // No line is readable below 60 columns; it may then wrap.
            comfy_table::Table::new().width().unwrap_or(USUAL_WIDTH).clamp(60, 140)
        } else {
            USUAL_WIDTH
        };
        Self {
            language: language.unwrap_or_else(language_of_environment),
            colour: !plain && std::io::stdout().is_terminal(),
            error_colour: !plain && std::io::stderr().is_terminal(),
            width,
        }
    }

    /// The text in a tone, where the output is coloured.
    pub fn paint(&self, tone: Tone, text: &str) -> String {
        if !self.colour || text.is_empty() {
            return text.to_owned();
        }
        let code = match tone {
            Tone::Good => "32",
            Tone::Warn => "33",
            Tone::Bad => "31",
            Tone::Faint => "2",
            Tone::Strong => "1",
        };
        format!("\u{1b}[{code}m{text}\u{1b}[0m")
    }
}
