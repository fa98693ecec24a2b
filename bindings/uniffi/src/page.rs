//! Pages for people, from answers.

use keyperson_report as report;

use crate::door::{KeypersonError, Told, door};
use crate::mirror::{Brief, Language, Portfolio, Schedule};

/// A brief as one HTML page, with nothing outside of it.
///
/// # Errors
/// None of its own.
#[uniffi::export]
pub fn brief_to_html(brief: Brief, language: Language) -> Result<String, KeypersonError> {
    door(|| page(report::html(&brief, language)))
}

/// A brief as Markdown.
///
/// # Errors
/// None of its own.
#[uniffi::export]
pub fn brief_to_markdown(brief: Brief, language: Language) -> Result<String, KeypersonError> {
    door(|| page(report::markdown(&brief, language)))
}

/// A brief as plain text.
///
/// # Errors
/// None of its own.
#[uniffi::export]
pub fn brief_to_text(brief: Brief, language: Language) -> Result<String, KeypersonError> {
    door(|| page(report::plain(&brief, language)))
}

/// A brief as one picture, in SVG.
///
/// # Errors
/// None of its own.
#[uniffi::export]
pub fn brief_to_svg(brief: Brief, language: Language) -> Result<String, KeypersonError> {
    door(|| Ok(report::svg(&brief, language)))
}

/// The coming meetings of a person as an iCalendar file, each with its agenda.
///
/// # Errors
/// None of its own.
#[uniffi::export]
pub fn schedule_to_ics(
    schedule: Schedule,
    brief: Brief,
    language: Language,
) -> Result<String, KeypersonError> {
    door(|| Ok(report::ics::calendar(&brief, &schedule, language)))
}

/// A portfolio as one HTML page, with nothing outside of it.
///
/// # Errors
/// None of its own.
#[uniffi::export]
pub fn portfolio_to_html(portfolio: Portfolio, language: Language) -> Result<String, KeypersonError> {
    door(|| page(report::portfolio_html(&portfolio, language)))
}

/// A portfolio as Markdown.
///
/// # Errors
/// None of its own.
#[uniffi::export]
pub fn portfolio_to_markdown(portfolio: Portfolio, language: Language) -> Result<String, KeypersonError> {
    door(|| page(report::portfolio_markdown(&portfolio, language)))
}

/// A portfolio as CSV, safe to open in a spreadsheet.
///
/// # Errors
/// None of its own.
#[uniffi::export]
pub fn portfolio_to_csv(portfolio: Portfolio) -> Result<String, KeypersonError> {
    door(|| Ok(report::portfolio_csv(&portfolio)))
}

fn page(written: Result<String, report::Error>) -> Told<String> {
    written.map_err(KeypersonError::internal)
}
