//! How a table is read: what kind of file it is, and how its cells are written.

use std::collections::BTreeSet;
use std::fmt;

use chrono::NaiveTime;
use chrono::format::{Item, StrftimeItems};
use chrono_tz::Tz;

/// The kind of file that a table stands in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// Separated values, quoted by RFC 4180.
    Csv,
    /// Apache Parquet.
    Parquet,
}

impl Format {
    /// The format that the ending of a file name tells: `.parquet` and `.pq`, or CSV for any other.
    #[must_use]
    pub fn of_file(name: &str) -> Self {
        let ending = name.rsplit_once('.').map(|(_, ending)| ending.to_ascii_lowercase());
        match ending.as_deref() {
            Some("parquet" | "pq") => Self::Parquet,
            _ => Self::Csv,
        }
    }
}

impl fmt::Display for Format {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Csv => "csv",
            Self::Parquet => "parquet",
        })
    }
}

/// How dates are written: the format, and what it is made of.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct DateFormat {
    pub text: String,
    pub items: Vec<Item<'static>>,
}

impl DateFormat {
    /// Reads an strftime format; `None` for one in which there is no date.
    pub(crate) fn of(text: &str) -> Option<Self> {
        let items = StrftimeItems::new(text).parse_to_owned().ok()?;
        let dated = items.iter().any(|item| matches!(item, Item::Numeric(..) | Item::Fixed(_)));
        dated.then(|| Self { text: text.to_owned(), items })
    }
}

/// How the cells of the file are written.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Input {
    pub format: Option<Format>,
    pub delimiter: u8,
    pub encoding: String,
    pub zone: Tz,
    pub date_formats: Vec<DateFormat>,
    pub time_of_day: NaiveTime,
    pub decimal: char,
    pub thousands: Option<char>,
    pub currency_signs: Vec<String>,
    pub null: BTreeSet<String>,
    pub trim: bool,
}

/// The encodings that a mapping may name, as an error lists them.
#[cfg(feature = "encodings")]
pub(crate) const ENCODINGS: &str = "utf-8, shift_jis, euc-jp, iso-2022-jp, utf-16le, windows-1252 and the other names of the WHATWG encoding standard";
/// The encodings that a mapping may name, as an error lists them.
#[cfg(not(feature = "encodings"))]
pub(crate) const ENCODINGS: &str = "utf-8";

/// Whether a mapping may name this encoding.
pub(crate) fn encoding_known(name: &str) -> bool {
    #[cfg(feature = "encodings")]
    return encoding_rs::Encoding::for_label(name.as_bytes()).is_some();
    #[cfg(not(feature = "encodings"))]
    return name.eq_ignore_ascii_case("utf-8");
}

/// A text cut to a length that fits into a message, at a character's border.
pub(crate) fn shortened(text: &str) -> String {
    const SHOWN: usize = 60;
    let mut cut: String = text.chars().take(SHOWN).collect();
    if cut.len() < text.len() {
        cut.push('…');
    }
    cut
}
