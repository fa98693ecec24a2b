//! Days, shares and numbers as each language writes them.

use chrono::{Datelike, Timelike};

use crate::calendar::{Day, Instant};
use crate::text::{Language, catalogue};

catalogue! {
    /// A day: `2026年4月30日（木）`, `Thu 30 Apr 2026`.
    ///
    /// ```
    /// use keyperson::text::{self, Language};
    /// let day = "2026-04-30".parse().unwrap();
    /// assert_eq!(text::day(day, Language::Japanese), "2026年4月30日（木）");
    /// assert_eq!(text::day(day, Language::English), "Thu 30 Apr 2026");
    /// ```
    pub fn day(day: Day) -> String;
}

/// The day of an instant at its own offset; absent outside the years of [`Day`].
#[must_use]
pub fn local_day(at: Instant) -> Option<Day> {
    let date = at.as_date_time().date_naive();
    Day::new(date.year(), date.month(), date.day()).ok()
}

/// An instant at its own offset: the day alone where it is the day's end, else with its time.
#[must_use]
pub fn instant(at: Instant, language: Language) -> String {
    let time = at.as_date_time();
    let Some(on) = local_day(at) else { return at.to_string() };
    match (time.hour(), time.minute(), time.second()) {
        (23, 59, 59) => day(on, language),
        (hour, minute, _) => format!("{} {hour:02}:{minute:02} ({})", day(on, language), time.offset()),
    }
}

/// A share as whole per cent: `62 %`, with a space that does not break.
#[must_use]
pub fn percent(share: f64) -> String {
    format!("{}\u{a0}%", whole_percent(share))
}

/// A share as whole per cent, 0 to 100.
fn whole_percent(share: f64) -> String {
    // Adding 0 turns −0 into 0.
    format!("{:.0}", (share * 100.0).clamp(0.0, 100.0) + 0.0)
}

/// A range of shares: `48–75 %`.
#[must_use]
pub fn range(lower: f64, upper: f64) -> String {
    format!("{}–{}\u{a0}%", whole_percent(lower), whole_percent(upper))
}

/// A difference of shares in points with its sign: `+6`, `−3`, `±0`.
#[must_use]
pub fn points(share: f64) -> String {
    let text = format!("{:.0}", share.abs().min(1e6) * 100.0);
    match (text.as_str(), share < 0.0) {
        ("0", _) => "±0".to_owned(),
        (_, true) => format!("−{text}"),
        (_, false) => format!("+{text}"),
    }
}

/// A number with at most one decimal: `3`, `2.5`.
#[must_use]
pub fn number(value: f64) -> String {
    let text = format!("{value:.1}");
    match text.strip_suffix(".0") {
        Some("-0") => "0".to_owned(),
        Some(whole) => whole.to_owned(),
        None => text,
    }
}

/// Hours with at most one decimal: `30`, `2.5`; under an hour with two: `0.25`.
#[must_use]
pub(super) fn hours(value: f64) -> String {
    if value.abs() < 1.0 {
        let text = format!("{value:.2}");
        let short = text.trim_end_matches('0').trim_end_matches('.');
        return if short == "-0" { "0".to_owned() } else { short.to_owned() };
    }
    number(value)
}
