//! Who moves a partnership, how sure we are, and what to do this week.
//!
//! Vendors sell through partner companies, and what decides whether a partnership moves is one person there:
//! the key person (キーマン). This crate turns dated facts about people and deals into an answer.
//!
//! **facts + policy + date → [`brief()`]**. [Facts](Fact) say what happened, the [`Policy`] says what we believe,
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
//! The floors of the crate, each knowing only those below it:
//! [`brief`](mod@brief), [`portfolio`](mod@portfolio), [`schedule`](mod@schedule), [`trail`](mod@trail) · [`change`](mod@change) · [`remedy`], [`readiness`], [`overrides`], [`ranking`] ·
//! [`fit`], [`mismatch`], [`ladder`], [`selection`], [`winter`], [`lead_time`], [`unit`](mod@unit), [`recognition`], [`motivation`],
//! [`appraisal`], [`response`], [`feedback`], [`information_order`], [`spread`], [`succession`], [`support`], [`turns`],
//! [`start`], [`replication`], [`story`], [`case_study`], [`announcement`] · [`similarity`], [`chance`], [`estimate`], [`forecast`],
//! [`metric`] · [`deal`], [`view`], [`network`], [`work`], [`policy`], [`finding`] · [`fact`], [`calendar`], [`stats`].
//!
//! # Features
//! - `schema`: JSON Schema of the policy and of every result, by `schemars`: the module `schema`. Off by default.

mod error;
mod json;
mod order;
mod period;
mod read;
mod value;

pub mod ask;
pub mod brief;
pub mod calendar;
pub mod change;
pub mod estimate;
pub mod fact;
pub mod finding;
pub mod fit;
pub mod forecast;
pub mod json_text;
pub mod ladder;
pub mod lead_time;
pub mod metric;
pub mod mismatch;
pub mod policy;
pub mod portfolio;
pub mod ranking;
pub mod readiness;
pub mod remedy;
#[cfg(feature = "schema")]
pub mod schema;
pub mod selection;
pub mod stats;
pub mod text;
pub mod unit;
pub mod view;
pub mod what_if;
pub mod winter;

pub mod agenda;
pub mod appraisal;
pub mod cadence;
pub mod motivation;
pub mod recognition;
pub mod rhythm;

pub mod feedback;
pub mod information_order;
pub mod response;

pub mod announcement;
pub mod begin;
pub mod case_study;
pub mod chance;
pub mod deal;
pub mod draft;
pub mod network;
pub mod overrides;
pub mod replication;
pub mod schedule;
pub mod similarity;
pub mod spread;
pub mod start;
pub mod story;
pub mod succession;
pub mod support;
pub mod trail;
pub mod turns;
pub mod work;

pub use ask::ask;
pub use brief::{Brief, brief, brief_since, briefs};
pub use change::{Change, change};
pub use error::{Error, MAX_DOCUMENT_BYTES, MAX_PROBLEMS, Place, Problem, ProblemKind, Registered};
pub use fact::{DealId, Event, Fact, FactId, Journal, JournalBuilder, PartnerId, PersonId, Trait};
pub use finding::{Finding, FindingCode, Urgency};
pub use json::Json;
pub use policy::Policy;
pub use portfolio::{Portfolio, portfolio};
pub use schedule::{Schedule, schedule};
pub use trail::{Trail, trail};
pub use value::{
    Amount, Count, Exponent, Hours, Key, Level, Number, Positive, PriorCount, Text, UnitInterval, Weight,
};
