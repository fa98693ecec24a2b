//! What a finding says: its templates, filled with its values.

use serde::{Deserialize, Serialize};

use super::name;
use super::{
    Language, achievement, ask, audience, format, gate, local_day, message, metric, mismatch_state, number,
    pattern, pattern_why, remedy, rung, shortfall, trait_name, unknown, weekday, wheel,
};
use crate::calendar::Day;
use crate::error::fill;
use crate::fact::Trait;
use crate::finding::{Finding, FindingCode, FindingValue, Vocabulary};
use crate::person::overrides::READINESS;
use crate::person::readiness::Readiness;
use crate::text::catalogue;

/// What a finding says, in one language.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(not(feature = "exhaustive"), non_exhaustive)]
pub struct FindingText {
    /// A headline.
    pub title: String,
    /// What was found.
    pub what: String,
    /// Since when, as a part of a sentence without a full stop: `since Wed 1 Apr 2026`, `2026年4月1日（水）から`. Absent
    /// only for findings without evidence.
    pub since: Option<String>,
    /// Why it matters.
    pub why: String,
    /// What to change in the environment.
    pub change: String,
}

// What templates are filled with.
catalogue! {
    /// A mismatch, whichever.
    const fn any_mismatch() -> &'static str;
    /// A weekday, whichever.
    const fn any_weekday() -> &'static str;
    /// A trait, whichever, at the beginning of a headline.
    pub(super) const fn any_trait_first() -> &'static str;
    /// A trait, whichever, within a headline.
    pub(super) const fn any_trait_within() -> &'static str;
    /// What findings of a code are about, where that is more than their headline.
    const fn kind(code: FindingCode) -> Option<&'static str>;
    /// What to do about a trait that rose.
    const fn thanks(of: Option<Trait>) -> &'static str;
    /// Readiness as what a finding is about.
    const fn readiness_itself() -> &'static str;
    /// Where a list has nothing.
    const fn none_listed() -> &'static str;
    /// When to ask instead of on one of the later weekdays.
    const fn earlier_in_week() -> &'static str;
    /// When to ask instead of on one of the first weekdays.
    const fn on_another_day() -> &'static str;
    /// Where no hours are agreed.
    const fn no_hours_agreed() -> &'static str;
    /// Where no remedy is known.
    const fn no_remedy() -> &'static str;
    /// That somebody disputes a value that was set.
    const fn disputed() -> &'static str;
}

catalogue! {
    /// That a trait rose.
    fn rose(of: Option<Trait>) -> String;
    /// On which day something was recorded that happened once.
    fn recorded_on(day: &str) -> String;
    /// Since which day a state holds.
    fn since(day: &str) -> String;
    /// A readiness within a sentence.
    fn readiness_within(of: Readiness) -> String;
    /// The name of a weak trait within a sentence.
    fn weak_within(name: &str) -> String;
    /// Things one after another.
    fn list(things: &[String]) -> String;
    /// Achievements one after another.
    fn achievements(names: &[String]) -> String;
    /// The hours agreed.
    fn hours_agreed(hours: &str) -> String;
    /// Remedies of which one may do.
    fn remedies(names: &[&str]) -> String;
    /// What there would be if a trait had not been set.
    fn would_be_there(shortfalls: &[String]) -> String;
    /// What is there although readiness was set.
    fn still_there(shortfalls: &[String]) -> String;
}

/// The texts of a finding, its values filled in.
///
/// ```
/// use keyperson::text::{self, Language};
/// # let policy = keyperson::Policy::default();
/// # let journal = keyperson::Journal::from_json_lines(
/// #     r#"{"id":"f-1","at":"2026-01-05T09:00:00+09:00","partner":"acme","person":"p-001","type":"rating","trait":"drive","value":0.9,"by":"Sato"}"#,
/// # )?;
/// # let brief = keyperson::brief(&journal, &policy, &"p-001".parse()?, policy.as_of("2026-04-30")?)?;
/// for finding in &brief.findings {
///     let text = text::finding(finding, Language::Japanese);
///     println!("{}: {}", text.title, text.change);
/// }
/// # Ok::<(), keyperson::Error>(())
/// ```
#[must_use]
pub fn finding(finding: &Finding, language: Language) -> FindingText {
    let parts = message::parts(finding.code, language);
    let filled = |template: &str| fill(template, &|name| Some(value_of(finding, name, language)));
    FindingText {
        title: filled(parts.title),
        what: filled(parts.what),
        since: finding.since.and_then(local_day).map(|day| from(finding.code, day, language)),
        why: filled(parts.why),
        change: filled(parts.change),
    }
}

/// What findings of a code are about, without anybody's values: for counts over many people.
///
/// ```
/// use keyperson::finding::FindingCode;
/// use keyperson::text::{Language, finding_kind};
/// assert_eq!(finding_kind(FindingCode::UnderFloor, Language::English), "A trait is under its floor");
/// ```
#[must_use]
pub fn finding_kind(code: FindingCode, language: Language) -> String {
    use FindingCode as Code;
    if let Some(kind) = kind(code, language) {
        return kind.to_owned();
    }
    let any = match code {
        Code::Mismatch => any_mismatch(language),
        Code::ResponseWeekday => any_weekday(language),
        Code::OverrideInForce | Code::OverrideExpiring | Code::OverrideExpired => any_trait_within(language),
        _ => any_trait_first(language),
    };
    fill(message::parts(code, language).title, &|_| Some(any.to_owned()))
}

/// Since when a state holds, or when something was recorded that happened once.
fn from(code: FindingCode, day: Day, language: Language) -> String {
    let day = format::day(day, language);
    let happened = matches!(
        code,
        FindingCode::RungAchieved
            | FindingCode::GateOutOfOrder
            | FindingCode::ApprovalLate
            | FindingCode::PersonLeft
            | FindingCode::ConfirmedWithoutTime
            | FindingCode::ConfirmedWithoutAppraisal
            | FindingCode::SelectionStuck
            | FindingCode::QuarterlyWithoutExecutives
            | FindingCode::ValleyEaten
    );
    if happened { recorded_on(&day, language) } else { since(&day, language) }
}

/// What a template may name beside the values of its finding: made of them here.
#[cfg(test)]
pub(super) const MADE_HERE: &[&str] = &[
    "about",
    "ask",
    "pattern_why",
    "rose",
    "thanks",
    "wheel_change",
    "hours_agreed",
    "remedies",
    "earlier",
    "set_aside",
    "contested",
];

/// What a name in a template stands for.
fn value_of(finding: &Finding, name: &str, language: Language) -> String {
    match name {
        "about" if finding.about.is_empty() => unknown(language).to_owned(),
        "about" => called(finding.code.says().about, &finding.about, language),
        "ask" => finding.about.parse().map_or_else(|_| unknown(language), |of| ask(of, language)).to_owned(),
        "pattern_why" => pattern_why(&finding.about, language).to_owned(),
        "rose" => rose(finding.about.parse().ok(), language),
        "thanks" => thanks(finding.about.parse().ok(), language).to_owned(),
        "wheel_change" => name::wheel_change(&finding.about, language).to_owned(),
        "hours_agreed" => agreed(finding, language),
        "remedies" => listed(finding, language),
        "earlier" => earlier(finding, language).to_owned(),
        "set_aside" => set_aside(finding, language),
        "contested" if finding.values.contains_key("contests") => disputed(language).to_owned(),
        "contested" => String::new(),
        _ => finding
            .values
            .get(name)
            .map_or_else(|| unknown(language).to_owned(), |value| shown(finding.code, name, value, language)),
    }
}

/// A value as a sentence shows it.
fn shown(code: FindingCode, name: &str, value: &FindingValue, language: Language) -> String {
    let of = code.vocabulary(name, value.value_type());
    match value {
        // A variation may be larger than its mean.
        FindingValue::Share { value } => format!("{:.0}\u{a0}%", (value * 100.0).max(0.0)),
        FindingValue::Count { value } | FindingValue::Minutes { value } => value.to_string(),
        FindingValue::Number { value } | FindingValue::Days { value } => number(*value),
        FindingValue::Hours { value } => format::hours(*value),
        FindingValue::Day { value } => format::day(*value, language),
        FindingValue::Text { value } => value.clone(),
        // The weak trait stands inside its sentence.
        FindingValue::Word { value } if name == "weak" => weak_within(&called(of, value, language), language),
        FindingValue::Word { value } => called(of, value, language),
        FindingValue::Names { value } => several(of, value, language),
    }
}

/// A word by its name; one that is not known as it is.
fn called(of: Vocabulary, word: &str, language: Language) -> String {
    let known: Option<&str> = match of {
        Vocabulary::Nothing | Vocabulary::Own => None,
        Vocabulary::TraitOrReadiness if word == READINESS => Some(readiness_itself(language)),
        Vocabulary::Trait | Vocabulary::TraitOrReadiness => {
            word.parse().ok().map(|of| trait_name(of, language))
        }
        Vocabulary::Pattern => Some(pattern(word, language)),
        Vocabulary::MismatchState => word.parse().ok().map(|of| mismatch_state(of, language)),
        Vocabulary::Readiness => {
            let Ok(of) = word.parse() else { return word.to_owned() };
            return readiness_within(of, language);
        }
        Vocabulary::Shortfall => return shortfall(word, language),
        Vocabulary::Gate => word.parse().ok().map(|of| gate(of, language)),
        Vocabulary::Rung => Some(rung(word, language)),
        Vocabulary::Metric => Some(metric(word, language)),
        Vocabulary::Achievement => Some(achievement(word, language)),
        Vocabulary::Audience => word.parse().ok().map(|of| audience(of, language)),
        Vocabulary::Weekday => word.parse().ok().map(|of| weekday(of, language)),
        Vocabulary::Wheel => Some(wheel(word, language)),
    };
    known.unwrap_or(word).to_owned()
}

/// Several words or names in a sentence.
fn several(of: Vocabulary, words: &[String], language: Language) -> String {
    let names: Vec<String> = words.iter().map(|word| called(of, word, language)).collect();
    match of {
        _ if names.is_empty() => none_listed(language).to_owned(),
        Vocabulary::Achievement => achievements(&names, language),
        _ => list(&names, language),
    }
}

/// When to ask instead of on the weekday that a finding is about.
fn earlier(finding: &Finding, language: Language) -> &'static str {
    let late = matches!(finding.about.as_str(), "wednesday" | "thursday" | "friday" | "saturday" | "sunday");
    if late { earlier_in_week(language) } else { on_another_day(language) }
}

/// The hours agreed, where any were.
fn agreed(finding: &Finding, language: Language) -> String {
    match finding.values.get("hours") {
        Some(FindingValue::Hours { value }) => hours_agreed(&format::hours(*value), language),
        _ => no_hours_agreed(language).to_owned(),
    }
}

/// The names of a finding's remedies, the first two.
fn listed(finding: &Finding, language: Language) -> String {
    let names: Vec<&str> =
        finding.remedies.iter().take(2).map(|code| remedy(code.as_str(), language)).collect();
    if names.is_empty() { no_remedy(language).to_owned() } else { remedies(&names, language) }
}

/// What a set value hides, or passes over.
fn set_aside(finding: &Finding, language: Language) -> String {
    let codes = finding.values.get("set_aside").map(FindingValue::names).unwrap_or_default();
    let shortfalls: Vec<String> = codes.iter().map(|code| shortfall(code, language)).collect();
    match finding.about == READINESS {
        _ if shortfalls.is_empty() => String::new(),
        true => still_there(&shortfalls, language),
        false => would_be_there(&shortfalls, language),
    }
}
