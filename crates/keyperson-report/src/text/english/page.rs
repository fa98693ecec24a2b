//! What every page needs: lists, days, and how wide a line may be.

use keyperson::calendar::Day;
use keyperson::text::{self, Language};

use crate::part::Part;

pub(crate) fn list(things: &[String]) -> String {
    things.join(", ")
}

pub(crate) fn names(names: &[&str]) -> String {
    names.join(", ")
}

pub(crate) fn more(rest: usize) -> String {
    format!("{rest} more")
}

pub(crate) fn labelled(label: &str, text: &str) -> String {
    format!("{label}: {text}")
}

pub(crate) fn short_day(day: Day) -> String {
    // `Thu 30 Apr 2026` without its first and last word.
    text::day(day, Language::English).split(' ').skip(1).take(2).collect::<Vec<_>>().join(" ")
}

pub(crate) fn short_day_of_year(day: Day) -> String {
    format!("{} {}", short_day(day), day.year())
}

/// `Sat 20 Jun`.
pub(crate) fn day_without_year(day: Day) -> String {
    let whole = text::day(day, Language::English);
    whole.rsplit_once(' ').map_or_else(|| whole.clone(), |(rest, _)| rest.to_owned())
}

pub(crate) fn short_month(day: Day) -> String {
    short_day(day).split(' ').nth(1).unwrap_or_default().to_owned()
}

pub(crate) const fn waste_of_line() -> f64 {
    4.0
}

pub(crate) const fn sheet() -> Part {
    Part { text: include_str!("page.css"), hash: "'sha256-HdDyZ1NCMoPgTzP4mlNIAIpZKwqDKHrfSZjziSoxVtU='" }
}

pub(crate) const fn typefaces() -> &'static str {
    "\"Helvetica Neue\",Arial,\"Hiragino Sans\",\"Yu Gothic\",\"Noto Sans JP\",\"Noto Sans CJK JP\",Meiryo,IPAPGothic,sans-serif"
}
