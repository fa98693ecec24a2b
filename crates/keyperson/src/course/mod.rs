//! The course of the first 90 days: gates, the ladder of goals and its odds, lead time, winter, the announcement.

pub mod announcement;
pub mod forecast;
pub mod ladder;
pub mod lead_time;
pub mod selection;
pub mod winter;
