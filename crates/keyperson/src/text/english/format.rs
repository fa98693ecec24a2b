//! Days, lists and blanks as English writes them.

use crate::calendar::Day;

pub(crate) fn day(day: Day) -> String {
    let month = match day.month() {
        1 => "Jan",
        2 => "Feb",
        3 => "Mar",
        4 => "Apr",
        5 => "May",
        6 => "Jun",
        7 => "Jul",
        8 => "Aug",
        9 => "Sep",
        10 => "Oct",
        11 => "Nov",
        _ => "Dec",
    };
    format!("{} {} {month} {}", day.weekday(), day.day(), day.year())
}

pub(crate) fn list(things: &[String]) -> String {
    things.join(", ")
}

/// A blank to fill in.
pub(super) fn blank(what: &str) -> String {
    format!("[to fill in: {what}]")
}

/// A value, or the blank in its place.
pub(super) fn or_blank(value: Option<&String>, what: &str) -> String {
    value.cloned().unwrap_or_else(|| blank(what))
}
