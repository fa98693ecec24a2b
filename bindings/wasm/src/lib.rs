//! The WebAssembly modules of the npm package: handles on the core's journal and policy, text in and JSON text out.
//!
//! Nothing is decided here. A question goes to the core's JSON form as it is, and its answer comes back as it is;
//! `ts/` gives both their types. Whatever is refused is thrown as text: the core's own refusal, in JSON.
//!
//! # Features
//! - `questions` (default): journals, policies and questions.
//! - `pages`: pages of answers, and policies in TOML. The package holds two modules, one of each feature, so that a
//!   browser that shows its own view of a brief need not load what makes pages.

#[cfg(feature = "pages")]
mod pages;
#[cfg(feature = "questions")]
mod questions;

use keyperson::Error;
use keyperson::door::ask as form;
use keyperson::text::Language;
#[cfg(feature = "pages")]
use keyperson::{Place, ProblemKind};

/// A value, or a refusal as JSON.
type Told<T> = Result<T, String>;

fn spoken(language: &str) -> Told<Language> {
    language.parse().map_err(|error: Error| form::refusal(&error.at("/language")))
}

fn told<T>(result: Result<T, Error>) -> Told<T> {
    result.map_err(|error| form::refusal(&error))
}

#[cfg(feature = "pages")]
fn refused(place: Place, kind: ProblemKind) -> String {
    form::refusal(&Error::one(place, kind))
}
