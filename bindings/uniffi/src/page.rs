//! Answers for people: pages, files and sentences, in Japanese where no language is asked for.

use std::sync::Arc;

use keyperson_report as report;

use crate::answers::{Brief, Portfolio, Schedule};
use crate::door::{KeypersonError, Told, door};
use crate::mirror::{FindingText, Language};

#[uniffi::export]
impl Brief {
    /// The brief as one HTML page, with nothing outside of it.
    ///
    /// # Errors
    /// None of its own.
    #[uniffi::method(default(language = None))]
    pub fn to_html(&self, language: Option<Language>) -> Result<String, KeypersonError> {
        door(|| page(report::html(&self.0, language.unwrap_or_default())))
    }

    /// The brief as Markdown.
    ///
    /// # Errors
    /// None of its own.
    #[uniffi::method(default(language = None))]
    pub fn to_markdown(&self, language: Option<Language>) -> Result<String, KeypersonError> {
        door(|| page(report::markdown(&self.0, language.unwrap_or_default())))
    }

    /// The brief as plain text.
    ///
    /// # Errors
    /// None of its own.
    #[uniffi::method(default(language = None))]
    pub fn to_text(&self, language: Option<Language>) -> Result<String, KeypersonError> {
        door(|| page(report::plain(&self.0, language.unwrap_or_default())))
    }

    /// The brief as one picture, in SVG.
    ///
    /// # Errors
    /// None of its own.
    #[uniffi::method(default(language = None))]
    pub fn to_svg(&self, language: Option<Language>) -> Result<String, KeypersonError> {
        door(|| Ok(report::svg(&self.0, language.unwrap_or_default())))
    }

    /// What the findings say, in their order.
    ///
    /// # Errors
    /// None of its own.
    #[uniffi::method(default(language = None))]
    pub fn finding_texts(&self, language: Option<Language>) -> Result<Vec<FindingText>, KeypersonError> {
        let language = language.unwrap_or_default();
        let texts = self.0.findings.iter().map(|finding| keyperson::text::finding(finding, language));
        door(|| Ok(texts.collect()))
    }
}

#[uniffi::export]
impl Schedule {
    /// The coming meetings as an iCalendar file, each with its agenda, which is the brief's.
    ///
    /// # Errors
    /// None of its own.
    #[uniffi::method(default(language = None))]
    pub fn to_calendar(
        &self,
        brief: Arc<Brief>,
        language: Option<Language>,
    ) -> Result<String, KeypersonError> {
        door(|| Ok(report::ics::calendar(&brief.0, &self.0, language.unwrap_or_default())))
    }
}

#[uniffi::export]
impl Portfolio {
    /// The portfolio as one HTML page, with nothing outside of it.
    ///
    /// # Errors
    /// None of its own.
    #[uniffi::method(default(language = None))]
    pub fn to_html(&self, language: Option<Language>) -> Result<String, KeypersonError> {
        door(|| page(report::portfolio_html(&self.0, language.unwrap_or_default())))
    }

    /// The portfolio as Markdown.
    ///
    /// # Errors
    /// None of its own.
    #[uniffi::method(default(language = None))]
    pub fn to_markdown(&self, language: Option<Language>) -> Result<String, KeypersonError> {
        door(|| page(report::portfolio_markdown(&self.0, language.unwrap_or_default())))
    }

    /// The portfolio as CSV, safe to open in a spreadsheet.
    ///
    /// # Errors
    /// None of its own.
    pub fn to_csv(&self) -> Result<String, KeypersonError> {
        door(|| Ok(report::portfolio_csv(&self.0)))
    }
}

fn page(written: Result<String, report::Error>) -> Told<String> {
    written.map_err(KeypersonError::internal)
}
