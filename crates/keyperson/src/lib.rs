//! Who moves a partnership, how sure we are, and what to do this week.

mod error;
mod json;
mod read;
mod value;

pub mod calendar;
pub mod fact;
pub mod finding;
pub mod policy;
pub mod stats;
pub mod view;

pub use error::{Error, MAX_DOCUMENT_BYTES, MAX_PROBLEMS, Place, Problem, ProblemKind};
pub use fact::{DealId, Event, Fact, FactId, Journal, JournalBuilder, PartnerId, PersonId, Trait};
pub use finding::{Finding, FindingCode, Urgency};
pub use json::Json;
pub use policy::Policy;
pub use value::{
    Amount, Count, Exponent, Hours, Key, Level, Number, Positive, PriorCount, Text, UnitInterval, Weight,
};
