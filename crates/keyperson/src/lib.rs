//! Who moves a partnership, how sure we are, and what to do this week.

pub mod calendar;
pub mod stats;
