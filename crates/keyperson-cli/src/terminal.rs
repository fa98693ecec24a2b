//! What is known of the terminal: language, colour, width. Everything that is shown asks here.

use std::io::IsTerminal;

use clap::ValueEnum;
use keyperson::text::Language;

/// Text in the language of the session: `phrase!(lang, "English {x}", "日本語 {x}")`.
macro_rules! phrase {
    ($lang:expr, $en:literal, $ja:literal $(, $($arg:tt)*)?) => {
        match $lang {
            $crate::terminal::Lang::En => format!($en $(, $($arg)*)?),
            $crate::terminal::Lang::Ja => format!($ja $(, $($arg)*)?),
        }
    };
}
pub(crate) use phrase;

/// The language of messages and pages.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Lang {
    /// Japanese
    Ja,
    /// English
    En,
}

impl Lang {
    /// Both, Japanese first.
    pub const ALL: [Self; 2] = [Self::Ja, Self::En];

    /// The same language in the core.
    pub fn language(self) -> Language {
        match self {
            Self::Ja => Language::Japanese,
            Self::En => Language::English,
        }
    }

    /// The code, as file names carry it.
    pub fn code(self) -> &'static str {
        match self {
            Self::Ja => "ja",
            Self::En => "en",
        }
    }

    /// One of two texts.
    pub fn of<'a>(self, en: &'a str, ja: &'a str) -> &'a str {
        match self {
            Self::En => en,
            Self::Ja => ja,
        }
    }

    /// The language that the environment asks for: the first of `LC_ALL`, `LC_MESSAGES` and `LANG` that is set.
    pub fn of_environment() -> Self {
        let asked = ["LC_ALL", "LC_MESSAGES", "LANG"]
            .into_iter()
            .filter_map(|name| std::env::var(name).ok())
            .find(|value| !value.is_empty());
        match asked {
            Some(value) if value.starts_with("ja") => Self::Ja,
            _ => Self::En,
        }
    }
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
    pub lang: Lang,
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
    pub fn new(lang: Option<Lang>) -> Self {
        let plain = std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty())
            || std::env::var_os("TERM").is_some_and(|value| value == "dumb");
        let width = if std::io::stdout().is_terminal() {
            // No line is readable below 60 columns; it may then wrap.
            comfy_table::Table::new().width().unwrap_or(USUAL_WIDTH).clamp(60, 140)
        } else {
            USUAL_WIDTH
        };
        Self {
            lang: lang.unwrap_or_else(Lang::of_environment),
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
