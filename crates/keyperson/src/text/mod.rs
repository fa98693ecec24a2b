//! Texts: everything that people read, in Japanese and English.
//!
//! The files here list what is said, as signatures without the language, and prepare the values for it; `japanese` and
//! `english` say it, each in the same files. A text that one of them lacks does not compile. Codes that a policy adds
//! have no text here and are shown as they are.

mod announcement;
mod case_study;
mod english;
mod finding;
mod format;
mod given;
mod japanese;
mod markdown;
mod message;
mod name;
mod problem;

pub(crate) use announcement::announcement;
pub(crate) use case_study::case_study;
pub use finding::{FindingText, finding, finding_kind};
pub use format::{day, instant, local_day, number, percent, points, range};
pub use markdown::markdown;
pub use name::{achievement, audience, offer_mix};
pub use name::{
    ask, gate, metric, mismatch_state, pattern, pattern_why, readiness, readiness_meaning, remedy,
    remedy_action, rung, rung_status, season, severity, short_rung_status, shortfall, trait_name, unknown,
    urgency, verdict,
};
pub use name::{contest_step, fact_type, standing, voice_state};
pub use name::{isolation, link_kind, successor_state, turn_kind, wheel, wheel_state};
pub use name::{layer, loop_step, week_kind, weekday};

use crate::json::read::words;

words! {
    /// A language in which texts are written; Japanese where nobody asks for one.
    #[derive(Default)]
    pub enum Language {
        /// 日本語, polite.
        #[default]
        Japanese = "ja",
        /// English, plain.
        English = "en",
    }
}

/// Declares sentences that every language has, each with its text in the language asked for.
///
/// The signatures stand without the language. The texts stand in one module per language, `text::japanese` and
/// `text::english` of the crate that calls, as functions of the same names and values: one that is missing does not
/// compile. Functions rather than a trait object, so that what a program does not say is not linked. Those of one call
/// are all constant or none.
/// This is the one place that lists the languages; each of the workspace's crates that has sentences calls it.
#[doc(hidden)]
#[macro_export]
#[expect(clippy::crate_in_macro_def, reason = "each crate says its own sentences")]
macro_rules! catalogue {
    ($($(#[$meta:meta])* $visibility:vis const fn $name:ident($($value:ident: $of:ty),* $(,)?) -> $text:ty;)+) => {$(
        $(#[$meta])*
        #[must_use]
        $visibility const fn $name($($value: $of,)* language: $crate::text::Language) -> $text {
            match language {
                $crate::text::Language::Japanese => crate::text::japanese::$name($($value),*),
                $crate::text::Language::English => crate::text::english::$name($($value),*),
            }
        }
    )+};
    ($($(#[$meta:meta])* $visibility:vis fn $name:ident($($value:ident: $of:ty),* $(,)?) -> $text:ty;)+) => {$(
        $(#[$meta])*
        #[must_use]
        $visibility fn $name($($value: $of,)* language: $crate::text::Language) -> $text {
            match language {
                $crate::text::Language::Japanese => crate::text::japanese::$name($($value),*),
                $crate::text::Language::English => crate::text::english::$name($($value),*),
            }
        }
    )+};
}
pub(crate) use catalogue;

#[cfg(test)]
mod tests;
