//! What the templates of findings are filled with in English.

use super::name::{readiness as name_of, trait_name};
use crate::fact::Trait;
use crate::finding::FindingCode as Code;
use crate::person::readiness::Readiness;

pub(crate) const fn any_mismatch() -> &'static str {
    "Mismatch"
}

pub(crate) const fn any_weekday() -> &'static str {
    "certain weekday"
}

pub(crate) const fn any_trait_first() -> &'static str {
    "A trait"
}

pub(crate) const fn any_trait_within() -> &'static str {
    "a trait"
}

pub(crate) const fn kind(code: Code) -> Option<&'static str> {
    Some(match code {
        Code::Rising => "A trait is rising",
        Code::RungAchieved => "A staged target is achieved",
        Code::RungAtRisk => "A staged target is at risk",
        Code::RungBehind => "A staged target is behind its plan",
        Code::RungMissed => "The date of a staged target has passed",
        Code::RungUnknown => "Nothing is recorded for a staged target",
        Code::WheelStill => "One of the two wheels stands still",
        _ => return None,
    })
}

pub(crate) fn rose(of: Option<Trait>) -> String {
    match of {
        Some(Trait::Time) => "More time is set aside for the role".to_owned(),
        Some(Trait::Authority) => "The authority has become clearer".to_owned(),
        of => format!("{} is rising", of.map_or(any_trait_first(), trait_name)),
    }
}

pub(crate) const fn thanks(of: Option<Trait>) -> &'static str {
    match of {
        Some(Trait::Time | Trait::Authority) => "Thank the manager who made it possible.",
        _ => "Say soon, exactly and widely what was done well.",
    }
}

pub(crate) fn recorded_on(day: &str) -> String {
    format!("recorded on {day}")
}

pub(crate) fn since(day: &str) -> String {
    format!("since {day}")
}

pub(crate) const fn readiness_itself() -> &'static str {
    "Readiness"
}

pub(crate) fn readiness_within(of: Readiness) -> String {
    name_of(of).to_ascii_lowercase()
}

pub(crate) fn weak_within(name: &str) -> String {
    name.to_ascii_lowercase()
}

pub(crate) const fn none_listed() -> &'static str {
    "none"
}

pub(crate) fn achievements(names: &[String]) -> String {
    super::format::list(names)
}

pub(crate) const fn earlier_in_week() -> &'static str {
    "earlier in the week"
}

pub(crate) const fn on_another_day() -> &'static str {
    "on another day"
}

pub(crate) fn hours_agreed(hours: &str) -> String {
    format!("{hours} a week")
}

pub(crate) const fn no_hours_agreed() -> &'static str {
    "none recorded"
}

pub(crate) fn remedies(names: &[&str]) -> String {
    names.join(" or ")
}

pub(crate) const fn no_remedy() -> &'static str {
    "a change to the environment"
}

pub(crate) fn would_be_there(shortfalls: &[String]) -> String {
    format!(" Without it there would be: {}.", shortfalls.join("; "))
}

pub(crate) fn still_there(shortfalls: &[String]) -> String {
    format!(" Still standing: {}.", shortfalls.join("; "))
}

pub(crate) const fn disputed() -> &'static str {
    " It is disputed."
}
