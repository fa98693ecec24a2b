//! Texts: everything that people read, in Japanese and English, both languages side by side.
//!
//! Every text of the crate's own words (traits, states, findings) is an arm of an exhaustive match over word and
//! language, so a missing one does not compile. Codes that a policy adds have no text here and are shown as they are.

mod announcement;
mod case_study;
mod finding;
mod format;
mod markdown;
mod message;
mod name;

pub use announcement::announcement;
pub use case_study::case_study;
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
    /// A language in which texts are written.
    pub enum Language {
        /// 日本語, polite.
        Japanese = "ja",
        /// English, plain.
        English = "en",
    }
}

#[cfg(test)]
mod tests;
