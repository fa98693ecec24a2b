//! Pages for people, and policies in TOML.

use keyperson::door::ask::{self, Answer};
use keyperson::{Brief, Place, Portfolio, ProblemKind};
use keyperson_report as report;
use wasm_bindgen::prelude::wasm_bindgen;

use crate::{JournalHandle, PolicyHandle, Told, refused, spoken, told};

/// A policy read from TOML, as JSON.
///
/// # Errors
/// Every problem of the document.
#[wasm_bindgen(js_name = policyOfToml)]
pub fn policy_of_toml(text: &str) -> Told<String> {
    told(keyperson::Policy::from_toml(text)).map(|policy| policy.to_json())
}

/// A brief as one HTML page.
///
/// # Errors
/// Every problem of the question, and an unknown language.
#[wasm_bindgen(js_name = briefHtml)]
pub fn brief_html(j: &JournalHandle, p: &PolicyHandle, question: &str, language: &str) -> Told<String> {
    page(report::html(&brief(j, p, question)?, spoken(language)?))
}

/// A brief as Markdown.
///
/// # Errors
/// Every problem of the question, and an unknown language.
#[wasm_bindgen(js_name = briefMarkdown)]
pub fn brief_markdown(j: &JournalHandle, p: &PolicyHandle, question: &str, language: &str) -> Told<String> {
    page(report::markdown(&brief(j, p, question)?, spoken(language)?))
}

/// A brief as plain text.
///
/// # Errors
/// Every problem of the question, and an unknown language.
#[wasm_bindgen(js_name = briefText)]
pub fn brief_text(j: &JournalHandle, p: &PolicyHandle, question: &str, language: &str) -> Told<String> {
    page(report::plain(&brief(j, p, question)?, spoken(language)?))
}

/// The coming meetings of a person as an iCalendar file.
///
/// # Errors
/// Every problem of the question, and an unknown language.
#[wasm_bindgen(js_name = iCalendar)]
pub fn i_calendar(j: &JournalHandle, p: &PolicyHandle, question: &str, language: &str) -> Told<String> {
    let brief = brief(j, p, question)?;
    let schedule = told(keyperson::schedule(&j.0, &p.0, &brief.person, brief.as_of))?;
    Ok(report::ics::calendar(&brief, &schedule, spoken(language)?))
}

/// A portfolio as one HTML page.
///
/// # Errors
/// Every problem of the question, and an unknown language.
#[wasm_bindgen(js_name = portfolioHtml)]
pub fn portfolio_html(j: &JournalHandle, p: &PolicyHandle, question: &str, language: &str) -> Told<String> {
    page(report::portfolio_html(&portfolio(j, p, question)?, spoken(language)?))
}

/// A portfolio as Markdown.
///
/// # Errors
/// Every problem of the question, and an unknown language.
#[wasm_bindgen(js_name = portfolioMarkdown)]
pub fn portfolio_markdown(
    j: &JournalHandle,
    p: &PolicyHandle,
    question: &str,
    language: &str,
) -> Told<String> {
    page(report::portfolio_markdown(&portfolio(j, p, question)?, spoken(language)?))
}

/// A portfolio as CSV.
///
/// # Errors
/// Every problem of the question.
#[wasm_bindgen(js_name = portfolioCsv)]
pub fn portfolio_csv(j: &JournalHandle, p: &PolicyHandle, question: &str) -> Told<String> {
    Ok(report::portfolio_csv(&portfolio(j, p, question)?))
}

fn brief(journal: &JournalHandle, policy: &PolicyHandle, question: &str) -> Told<Brief> {
    match told(ask::answer_about(&journal.0, &policy.0, question))? {
        Answer::Brief(brief) => Ok(*brief),
        _ => Err(other_question("brief")),
    }
}

fn portfolio(journal: &JournalHandle, policy: &PolicyHandle, question: &str) -> Told<Portfolio> {
    match told(ask::answer_about(&journal.0, &policy.0, question))? {
        Answer::Portfolio(portfolio) => Ok(portfolio),
        _ => Err(other_question("portfolio")),
    }
}

fn other_question(allowed: &str) -> String {
    let (found, allowed) = ("another question".to_owned(), allowed.to_owned());
    refused(Place::at("/do"), ProblemKind::UnknownValue { found, allowed })
}

fn page(written: Result<String, report::Error>) -> Told<String> {
    // Not one of the core's problems: the text alone, which `ts/` tells apart by its first character.
    written.map_err(|error| format!("{}: {error}", error.code()))
}
