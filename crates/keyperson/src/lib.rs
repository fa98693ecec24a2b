#![doc = include_str!("../README.md")]
//!
//! ## Where to look
//! **facts + policy + date → [`brief()`]**, or [any other question](Question). [Facts](Fact) say what happened, the
//! [`Policy`] says what we believe, the date says when we ask; everything else is a pure function of the three.
//!
//! A module uses only those above it in this list:
//! - [`json`], [`stats`], [`calendar`]: text, numbers and dates, which know nothing of people;
//! - [`fact`] and [`policy`]: what happened, and what we believe; [`finding`]: what an answer tells;
//! - [`course`]: the first 90 days: gates, the ladder and its odds, lead time;
//! - [`person`]: who fits, how sure we are, what to change around the person;
//! - [`together`]: meetings, answers, feedback, news, recognition;
//! - [`deals`]: which deal first, with which partner, what won deals teach;
//! - [`colleagues`]: how know-how spreads, who could follow, who supports;
//! - [`answer`]: the [brief](answer::brief), the [portfolio](answer::portfolio) and the other answers;
//! - [`text`]: every word that people read, in Japanese and English;
//! - [`door`]: questions and answers as JSON, drafts, schemas.

// What grows in a minor release is `#[cfg_attr(not(feature = "exhaustive"), non_exhaustive)]`: answers and settings,
// which gain fields, and enums such as `Event` and `FindingCode`. States such as `RungStatus`, the six traits and the
// languages are not: whoever shows them has to know a new one. The bindings mirror everything and turn the feature on,
// since a mirror that lacks a variant must not build; for everybody else the attribute holds.

#[cfg(not(feature = "rooms"))]
mod effort;
#[cfg(feature = "rooms")]
pub mod effort;
pub mod error;
mod order;
mod value;

pub mod answer;
pub mod calendar;
pub mod colleagues;
pub mod course;
pub mod deals;
pub mod door;
pub mod fact;
pub mod finding;
pub mod json;
#[cfg(not(feature = "rooms"))]
mod partner;
#[cfg(feature = "rooms")]
pub mod partner;
pub mod person;
pub mod policy;
pub mod stats;
pub mod text;
pub mod together;

pub use answer::brief::{Brief, brief, brief_since, briefs, change};
pub use answer::change::Change;
pub use answer::portfolio::{Portfolio, portfolio};
pub use answer::trail::{Trail, trail};
pub use door::ask::ask;
pub use door::question::Question;
pub use error::{
    AtLine, Error, MAX_DOCUMENT_BYTES, MAX_PROBLEMS, Phrase, Place, Problem, ProblemKind, ProblemValue,
    Registered,
};
pub use fact::{DealId, Event, Fact, FactId, Journal, JournalBuilder, PartnerId, PersonId, Trait};
pub use finding::{Finding, FindingCode, Urgency};
pub use json::Json;
pub use policy::Policy;
pub use together::schedule::{Schedule, schedule};
pub use value::{
    Amount, Count, Exponent, Hours, Key, Level, Number, Positive, PriorCount, Text, UnitInterval, Weight,
};
