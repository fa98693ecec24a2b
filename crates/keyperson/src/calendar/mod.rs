//! Tells which days are worked, when a day begins in a zone, and until when an answer is owed.
//!
//! [`Day`] is a date, [`Instant`] a point of time with its offset, [`Zone`] the place whose clock turns one
//! into the other, [`Calendar`] the days on which people work there. Nothing here reads a clock.
//!
//! Holidays come from the PyPI package `holidays` 0.109 (MIT licence), Japan's compared day by day with
//! `jpholiday` 1.0.3; `crates/xtask/holidays/generate.py` writes the table. [`Calendar::coverage`] says how
//! far a day may be relied on: 2027 is the last official year, later ones are computed from rules.
//!
//! ```
//! use keyperson::calendar::{Calendar, Instant, YearEnd, Zone, next_business_day_deadline, within_24_hours};
//!
//! // Feedback on the eve of Golden Week 2019, answered when the office opens again.
//! let received: Instant = "2019-04-26T18:00:00+09:00".parse()?;
//! let answered: Instant = "2019-05-07T10:00:00+09:00".parse()?;
//! let tokyo: Zone = "Asia/Tokyo".parse()?;
//!
//! assert!(!within_24_hours(received, answered));
//! let deadline = next_business_day_deadline(received, tokyo, &Calendar::japan(YearEnd::None));
//! assert!(deadline.is_some_and(|(day, end)| day.to_string() == "2019-05-07" && answered < end));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod business;
mod day;
mod deadline;
mod holidays_table;
mod instant;
mod zone;
mod zone_clock;
mod zone_table;

pub use business::{Calendar, CalendarError, Coverage, NAMES, YearEnd};
pub use chrono::Weekday;
pub use day::{Day, DayError};
pub use deadline::{
    deadline_24_hours, deadline_hours, next_business_day_deadline, within_24_hours, within_hours,
};
pub use instant::{Instant, InstantError};
pub use zone::{Zone, ZoneError};

/// A user's text for an error, cut so that a wrong file pasted into a field stays readable.
fn excerpt(text: &str) -> String {
    const CHARACTERS: usize = 60;
    let mut shown: String = text.chars().take(CHARACTERS).collect();
    if shown.len() < text.len() {
        shown.push('…');
    }
    shown
}
