//! The course of the first 90 days: gates, the ladder of goals and its odds, lead time, winter, the announcement.

pub(crate) mod announcement;
#[cfg(not(feature = "rooms"))]
pub(crate) mod forecast;
#[cfg(feature = "rooms")]
pub mod forecast;
pub mod ladder;
pub mod lead_time;
pub mod selection;
pub mod winter;
