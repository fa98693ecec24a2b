//! Pages for people, and policies in TOML.
//!
//! A page is made of the answer itself, as JSON: nothing is read or computed a second time.

use keyperson::together::schedule::Schedule;
use keyperson::{Brief, Phrase, Place, Portfolio, Problem, ProblemKind, phrase};
use keyperson_report as report;
use wasm_bindgen::prelude::wasm_bindgen;

use crate::{Told, refused, spoken, told};

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
/// A text that is no brief, and an unknown language.
#[wasm_bindgen(js_name = briefHtml)]
pub fn brief_html(answer: &str, language: &str) -> Told<String> {
    page(report::html(&brief(answer)?, spoken(language)?))
}

/// A brief as Markdown.
///
/// # Errors
/// A text that is no brief, and an unknown language.
#[wasm_bindgen(js_name = briefMarkdown)]
pub fn brief_markdown(answer: &str, language: &str) -> Told<String> {
    page(report::markdown(&brief(answer)?, spoken(language)?))
}

/// A brief as plain text.
///
/// # Errors
/// A text that is no brief, and an unknown language.
#[wasm_bindgen(js_name = briefText)]
pub fn brief_text(answer: &str, language: &str) -> Told<String> {
    page(report::plain(&brief(answer)?, spoken(language)?))
}

/// The coming meetings of a person as an iCalendar file, with the agendas of the brief.
///
/// # Errors
/// A text that is no brief or no schedule, and an unknown language.
#[wasm_bindgen(js_name = iCalendar)]
pub fn i_calendar(answer: &str, schedule: &str, language: &str) -> Told<String> {
    let schedule: Schedule = stored(schedule, "a schedule of this version")?;
    Ok(report::ics::calendar(&brief(answer)?, &schedule, spoken(language)?))
}

/// A portfolio as one HTML page.
///
/// # Errors
/// A text that is no portfolio, and an unknown language.
#[wasm_bindgen(js_name = portfolioHtml)]
pub fn portfolio_html(answer: &str, language: &str) -> Told<String> {
    page(report::portfolio_html(&portfolio(answer)?, spoken(language)?))
}

/// A portfolio as Markdown.
///
/// # Errors
/// A text that is no portfolio, and an unknown language.
#[wasm_bindgen(js_name = portfolioMarkdown)]
pub fn portfolio_markdown(answer: &str, language: &str) -> Told<String> {
    page(report::portfolio_markdown(&portfolio(answer)?, spoken(language)?))
}

/// A portfolio as CSV.
///
/// # Errors
/// A text that is no portfolio.
#[wasm_bindgen(js_name = portfolioCsv)]
pub fn portfolio_csv(answer: &str) -> Told<String> {
    Ok(report::portfolio_csv(&portfolio(answer)?))
}

/// What a problem says and what to do about it, in a language: `{"text": …, "hint": …}`.
///
/// # Errors
/// A text that is no problem, and an unknown language.
#[wasm_bindgen(js_name = problemText)]
pub fn problem_text(problem: &str, language: &str) -> Told<String> {
    let kind: ProblemKind = stored(problem, "a problem of this version")?;
    let (problem, language) = (Problem { place: Place::default(), kind }, spoken(language)?);
    let told = serde_json::json!({ "text": problem.text(language), "hint": problem.hint_in(language) });
    Ok(told.to_string())
}

fn brief(answer: &str) -> Told<Brief> {
    stored(answer, "a brief of this version")
}

fn portfolio(answer: &str) -> Told<Portfolio> {
    stored(answer, "a portfolio of this version")
}

/// An answer that this version of the package wrote.
fn stored<T: serde::de::DeserializeOwned>(answer: &str, what: &'static str) -> Told<T> {
    serde_json::from_str(answer).map_err(|error| {
        let (expected, found) = (Phrase::plain(what), phrase!("something else ({})", error));
        refused(Place::default(), ProblemKind::WrongType { expected, found })
    })
}

fn page(written: Result<String, report::Error>) -> Told<String> {
    // Not one of the core's problems: the text alone, which `ts/` tells apart by its first character.
    written.map_err(|error| format!("{}: {error}", error.code()))
}
