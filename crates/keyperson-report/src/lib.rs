#![doc = include_str!("../README.md")]
//!
//! ## How a page is made
//! A page is made in two steps: `page` and `table` turn numbers into words, the templates only lay them out. So all
//! forms say the same. Their words are in `text`, one catalogue per language. Nothing here decides; whatever a name
//! holds, it is shown as text.

mod begin;
mod card;
mod csv;
#[cfg(feature = "ics")]
pub mod ics;
mod markdown;
mod page;
mod part;
mod plain;
mod style;
mod svg;
mod table;
mod text;

use askama::Template;
pub use keyperson::text::Language;
use keyperson::{Brief, Portfolio};

use crate::page::Page;
use crate::part::Part;
use crate::style::Style;
use crate::table::Table;

/// Why a page could not be made.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// A template could not be written out.
    #[error("the page could not be written: {reason}; please report this as a bug")]
    RenderFailed {
        /// What the template engine says.
        reason: String,
    },
}

impl Error {
    /// Every code.
    pub const CODES: &'static [&'static str] = &["render_failed"];

    /// The permanent code.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::RenderFailed { .. } => "render_failed",
        }
    }
}

#[derive(Template)]
#[template(path = "brief.html")]
struct BriefHtml<'a> {
    p: &'a Page,
    style: &'a Style,
}

#[derive(Template)]
#[template(path = "brief.md")]
struct BriefMarkdown<'a> {
    p: &'a Page,
}

#[derive(Template)]
#[template(path = "portfolio.html")]
struct PortfolioHtml<'a> {
    t: &'a Table,
    style: &'a Style,
    script: Part,
}

#[derive(Template)]
#[template(path = "portfolio.md")]
struct PortfolioMarkdown<'a> {
    t: &'a Table,
}

/// A brief as one self-contained HTML page: no script, no address outside, one A4 page when printed.
///
/// ```
/// use keyperson_report::{Language, html};
/// let policy = keyperson::Policy::default();
/// let journal = keyperson::Journal::from_json_lines(
///     r#"{"id":"f-1","at":"2026-01-05T09:00:00+09:00","partner":"acme","person":"p-001","type":"rating","trait":"drive","value":0.9,"by":"Sato"}"#,
/// )?;
/// let brief = keyperson::brief(&journal, &policy, &"p-001".parse()?, policy.as_of("2026-04-30")?)?;
/// let page = html(&brief, Language::Japanese)?;
/// assert!(page.starts_with("<!DOCTYPE html>") && page.contains("意欲"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
/// `render_failed` where the template could not be written out.
pub fn html(brief: &Brief, language: Language) -> Result<String, Error> {
    written(&BriefHtml { p: &Page::new(brief, language), style: &Style::brief(language) })
}

/// A brief as Markdown (CommonMark with tables); names are escaped.
///
/// # Errors
/// `render_failed` where the template could not be written out.
pub fn markdown(brief: &Brief, language: Language) -> Result<String, Error> {
    written(&BriefMarkdown { p: &Page::new(brief, language) })
}

/// A brief as text for a terminal, at most 88 columns wide; East Asian characters count two.
///
/// # Errors
/// None today; the signature is that of its siblings.
pub fn plain(brief: &Brief, language: Language) -> Result<String, Error> {
    Ok(plain::written(&Page::new(brief, language)))
}

/// A brief as one picture (SVG, 720 wide): readiness, fit, traits with intervals, the ladder with its odds.
///
/// It has no script and no address outside, its letters stay letters, and it is the same bytes on every machine. It
/// says less than the page; it is for places that strip HTML.
#[must_use]
pub fn svg(brief: &Brief, language: Language) -> String {
    card::card(brief, language)
}

/// A portfolio as one self-contained HTML page: a table that sorts and filters by its one script, which the page names
/// by its hash; without it all is there, in the order of readiness. Prints in landscape.
///
/// # Errors
/// `render_failed` where the template could not be written out.
pub fn portfolio_html(portfolio: &Portfolio, language: Language) -> Result<String, Error> {
    written(&PortfolioHtml {
        t: &Table::new(portfolio, language),
        style: &Style::portfolio(language),
        script: style::SCRIPT,
    })
}

/// A portfolio as Markdown (CommonMark with tables); names are escaped.
///
/// # Errors
/// `render_failed` where the template could not be written out.
pub fn portfolio_markdown(portfolio: &Portfolio, language: Language) -> Result<String, Error> {
    written(&PortfolioMarkdown { t: &Table::new(portfolio, language) })
}

/// A portfolio as CSV: one row a person, codes instead of words, shares from 0 to 1, absent values empty.
///
/// A text cell that a spreadsheet would take for a formula gets a leading apostrophe.
#[must_use]
pub fn portfolio_csv(portfolio: &Portfolio) -> String {
    csv::written(portfolio)
}

fn written(template: &impl Template) -> Result<String, Error> {
    let page = template.render().map_err(|error| Error::RenderFailed { reason: error.to_string() })?;
    // Lines that held only a tag of the template are not wanted twice, and each file ends with one line break.
    Ok(page.trim().to_owned() + "\n")
}
