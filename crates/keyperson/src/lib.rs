//! Who moves a partnership, how sure we are, and what to do this week.
//!
//! Vendors sell through partner companies, and what decides whether a partnership moves is one person there:
//! the key person (キーマン). This crate turns dated facts about people and deals into an answer.
//!
//! **facts + policy + date → [`brief()`]**, or [any other question](Question). [Facts](Fact) say what happened, the [`Policy`] says what we believe,
//! the date says when we ask; everything else is a pure function of the three. There is no clock, no file, no
//! network, no thread and no global state here, and the same input gives the same bytes on every machine.
//!
//! ```
//! let policy = keyperson::Policy::default();
//! let journal = keyperson::Journal::from_json_lines(concat!(
//!     r#"{"id":"f-1","at":"2026-01-05T09:00:00+09:00","partner":"acme","person":"p-001","type":"rating","trait":"authority","value":0.9,"by":"Sato"}"#, "\n",
//!     r#"{"id":"f-2","at":"2026-01-06T09:00:00+09:00","partner":"acme","person":"p-001","type":"rating","trait":"drive","value":0.1,"by":"Sato"}"#, "\n",
//! ))?;
//! let brief = keyperson::brief(&journal, &policy, &"p-001".parse()?, policy.as_of("2026-01-31")?)?;
//! println!("{} {:?}", brief.fit.score, brief.mismatches);
//! assert_eq!(brief.mismatches[0].pattern.as_str(), "authority_without_drive");
//! # Ok::<(), keyperson::Error>(())
//! ```
//!
//! # Where to look
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
//!
//! # Features
//! - `schema`: JSON Schema of the policy and of every result, by `schemars`: the module `door::schema`. Off by default.
//! - `exhaustive`: no promise, for the project's own bindings; may change in any release.
//! - `rooms`: no promise, for the project's own tests; may change in any release.

// What grows in a minor release is `#[cfg_attr(not(feature = "exhaustive"), non_exhaustive)]`: answers and settings,
// which gain fields, and enums such as `Event` and `FindingCode`. States such as `RungStatus`, the six traits and the
// languages are not: whoever shows them has to know a new one. The bindings mirror everything and turn the feature on,
// since a mirror that lacks a variant must not build; for everybody else the attribute holds.

mod error;
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
pub use error::{Error, MAX_DOCUMENT_BYTES, MAX_PROBLEMS, Place, Problem, ProblemKind, Registered};
pub use fact::{DealId, Event, Fact, FactId, Journal, JournalBuilder, PartnerId, PersonId, Trait};
pub use finding::{Finding, FindingCode, Urgency};
pub use json::Json;
pub use policy::Policy;
pub use together::schedule::{Schedule, schedule};
pub use value::{
    Amount, Count, Exponent, Hours, Key, Level, Number, Positive, PriorCount, Text, UnitInterval, Weight,
};
