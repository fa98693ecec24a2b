//! What every page needs: lists, days, and how wide a line may be.

use keyperson::calendar::Day;
use keyperson::text::{self, Language};

use crate::part::Part;

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

pub(crate) fn short_day_of_year(day: Day) -> String {
    format!("{}年{}", day.year(), short_day(day))
}

/// `6月20日（土）`.
pub(crate) fn day_without_year(day: Day) -> String {
    let whole = text::day(day, Language::Japanese);
    whole.split_once('年').map_or_else(|| whole.clone(), |(_, rest)| rest.to_owned())
}

pub(crate) fn short_month(day: Day) -> String {
    format!("{}月", day.month())
}

pub(crate) const fn waste_of_line() -> f64 {
    1.6
}

pub(crate) const fn sheet() -> Part {
    Part { text: include_str!("page.css"), hash: "'sha256-MXraQXZkbRVDyloi2QKeQLkWl2Y/i1TDw0UXX/ueuoA='" }
}

pub(crate) const fn typefaces() -> &'static str {
    "\"Helvetica Neue\",Arial,\"Hiragino Sans\",\"Yu Gothic\",\"Noto Sans JP\",\"Noto Sans CJK JP\",Meiryo,IPAPGothic,sans-serif"
}
