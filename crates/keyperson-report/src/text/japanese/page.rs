//! What every page needs: lists, days, and how wide a line may be.

use keyperson::calendar::Day;

pub(crate) fn list(things: &[String]) -> String {
    things.join("、")
}

pub(crate) fn names(names: &[&str]) -> String {
    names.join("・")
}

pub(crate) fn more(rest: usize) -> String {
    format!("ほか {rest} 件")
}

pub(crate) fn labelled(label: &str, text: &str) -> String {
    format!("{label}：{text}")
}

pub(crate) fn short_day(day: Day) -> String {
    format!("{}/{}", day.month(), day.day())
}

pub(crate) fn short_month(day: Day) -> String {
    format!("{}月", day.month())
}

pub(crate) const fn waste_of_line() -> f64 {
    1.6
}
