//! Days, lists and blanks as Japanese writes them.

use crate::calendar::{Day, Weekday};

pub(crate) fn day(day: Day) -> String {
    let weekday = match day.weekday() {
        Weekday::Mon => "月",
        Weekday::Tue => "火",
        Weekday::Wed => "水",
        Weekday::Thu => "木",
        Weekday::Fri => "金",
        Weekday::Sat => "土",
        Weekday::Sun => "日",
    };
    format!("{}年{}月{}日（{weekday}）", day.year(), day.month(), day.day())
}

pub(crate) fn list(things: &[String]) -> String {
    things.join("、")
}

/// A blank to fill in.
pub(super) fn blank(what: &str) -> String {
    format!("【要記入：{what}】")
}

/// A value, or the blank in its place.
pub(super) fn or_blank(value: Option<&String>, what: &str) -> String {
    value.cloned().unwrap_or_else(|| blank(what))
}
