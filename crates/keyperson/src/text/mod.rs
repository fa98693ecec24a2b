//! Texts: everything that people read, in Japanese and English, both languages side by side.
//!
//! Every text of the crate's own words (traits, states, findings) is an arm of an exhaustive match over word and
//! language, so a missing one does not compile. Codes that a policy adds have no text here and are shown as they are.

mod announcement;
mod case_study;
mod format;
mod markdown;
mod message;
mod name;

use serde::Serialize;

pub use announcement::announcement;
pub use case_study::case_study;
pub use format::{day, instant, local_day, number, percent, points, range};
pub use markdown::markdown;
pub use name::{achievement, audience, offer_mix};
pub use name::{
    ask, gate, metric, mismatch_state, pattern, pattern_why, readiness, readiness_meaning, remedy,
    remedy_action, rung, rung_status, season, severity, short_rung_status, shortfall, trait_name, unknown,
    urgency, verdict,
};
pub use name::{contest_step, fact_type, standing, voice_state};
pub use name::{isolation, link_kind, successor_state, turn_kind, wheel, wheel_state};
pub use name::{layer, loop_step, week_kind, weekday};

use crate::calendar::Day;
use crate::fact::{GateStep, Readiness, Trait};
use crate::finding::{Finding, FindingCode};
use crate::json::read::words;
use crate::person::mismatch::MismatchState;
use crate::person::overrides::READINESS;

words! {
    /// A language in which texts are written.
    pub enum Language {
        /// 日本語, polite.
        Japanese = "ja",
        /// English, plain.
        English = "en",
    }
}

/// What a finding says, in one language.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
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
    let filled = |template: &str| fill(template, |name| value_of(finding, name, language));
    FindingText {
        title: filled(parts.title),
        what: filled(parts.what),
        since: finding.since.and_then(local_day).map(|day| since(finding.code, day, language)),
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
    fill(message::parts(code, language).title, |_| {
        match (code, language) {
            (Code::Mismatch, Language::Japanese) => "ミスマッチ",
            (Code::Mismatch, Language::English) => "Mismatch",
            (Code::ResponseWeekday, Language::Japanese) => "特定の曜日",
            (Code::ResponseWeekday, Language::English) => "certain weekday",
            (
                Code::UnderFloor
                | Code::TraitUnknown
                | Code::Rising
                | Code::OverrideInForce
                | Code::OverrideExpiring
                | Code::OverrideExpired,
                Language::Japanese,
            ) => "特性",
            (Code::OverrideInForce | Code::OverrideExpiring | Code::OverrideExpired, Language::English) => {
                "a trait"
            }
            (Code::UnderFloor | Code::TraitUnknown | Code::Rising, Language::English) => "A trait",
            (_, Language::Japanese) => "段階的な目標",
            (_, Language::English) => "a staged target",
        }
        .to_owned()
    })
}

/// Since when a state holds, or when something was recorded that happened once.
fn since(code: FindingCode, day: Day, language: Language) -> String {
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
    match (happened, language) {
        (true, Language::Japanese) => format!("{day}の記録"),
        (false, Language::Japanese) => format!("{day}から"),
        (true, Language::English) => format!("recorded on {day}"),
        (false, Language::English) => format!("since {day}"),
    }
}

/// Replaces every `{name}` of a template; one without a value reads as unknown.
fn fill(template: &str, value: impl Fn(&str) -> String) -> String {
    let mut text = String::with_capacity(template.len());
    let mut rest = template;
    while let Some((before, after)) = rest.split_once('{') {
        text.push_str(before);
        match after.split_once('}') {
            Some((name, after)) => {
                text.push_str(&value(name));
                rest = after;
            }
            None => rest = after,
        }
    }
    text.push_str(rest);
    text
}

/// A value of a finding as a sentence shows it.
fn value_of(finding: &Finding, name: &str, language: Language) -> String {
    match name {
        "about" => subject(finding, language),
        "ask" => finding.about.parse().map_or_else(|_| unknown(language), |of| ask(of, language)).to_owned(),
        "pattern_why" => pattern_why(&finding.about, language).to_owned(),
        "wheel_change" => name::wheel_change(&finding.about, language).to_owned(),
        "deals" if finding.code == FindingCode::SupportOwed => deals(finding, language),
        "hours_agreed" => hours_agreed(finding, language),
        "before" if finding.code == FindingCode::GateOutOfOrder => gates(finding, language),
        "remedies" => listed(finding, language),
        "earlier" => earlier(finding, language).to_owned(),
        "achieved" => achieved(finding, language),
        "audience" => heard_by(finding, language),
        "stated" | "evidence" => set_value(finding, name, language),
        "by" | "reason" => finding.values.get(name).cloned().unwrap_or_default(),
        "set_aside" => set_aside(finding, language),
        "contested" => disputed(finding, language).to_owned(),
        _ => finding
            .values
            .get(name)
            .map_or_else(|| unknown(language).to_owned(), |value| shown(name, value, language)),
    }
}

/// What a finding is about, by its name.
fn subject(finding: &Finding, language: Language) -> String {
    let about = finding.about.as_str();
    match finding.code {
        _ if about.is_empty() => unknown(language).to_owned(),
        FindingCode::Mismatch => pattern(about, language).to_owned(),
        FindingCode::RungAchieved
        | FindingCode::RungAtRisk
        | FindingCode::RungBehind
        | FindingCode::RungMissed
        | FindingCode::RungUnknown => rung(about, language).to_owned(),
        FindingCode::ResponseWeekday => {
            about.parse().map_or_else(|_| about.to_owned(), |of| weekday(of, language).to_owned())
        }
        FindingCode::WheelStill => wheel(about, language).to_owned(),
        FindingCode::OverrideInForce | FindingCode::OverrideExpiring | FindingCode::OverrideExpired
            if about == READINESS =>
        {
            match language {
                Language::Japanese => "準備状況".to_owned(),
                Language::English => "Readiness".to_owned(),
            }
        }
        _ => shown("", about, language),
    }
}

/// Words, days and shares by their names; anything else as it is.
fn shown(name: &str, value: &str, language: Language) -> String {
    const SHARES: &[&str] =
        &["before", "now", "mean", "floor", "probability", "clears_by", "odds", "share", "limit", "chance"];
    if SHARES.contains(&name) {
        return format!("{value}\u{a0}%");
    }
    const DAYS: &[&str] = &["days_ahead", "days_behind", "expected"];
    if DAYS.contains(&name) {
        // Read as JSON is: another reader of numbers would bring another ten kilobytes of powers of ten along.
        return serde_json::from_str(value).map_or_else(|_| value.to_owned(), number);
    }
    if name == "metric" {
        return metric(value, language).to_owned();
    }
    if let Ok(of) = value.parse::<Trait>() {
        let text = trait_name(of, language);
        // The weak trait stands inside its sentence.
        return if name == "weak" { text.to_ascii_lowercase() } else { text.to_owned() };
    }
    if let Ok(of) = value.parse::<GateStep>() {
        return gate(of, language).to_owned();
    }
    if let Ok(of) = value.parse::<MismatchState>() {
        return mismatch_state(of, language).to_owned();
    }
    match value.parse::<Day>() {
        Ok(day) => format::day(day, language),
        Err(_) => value.to_owned(),
    }
}

/// When to ask instead of on the weekday that a finding is about.
fn earlier(finding: &Finding, language: Language) -> &'static str {
    let late = matches!(finding.about.as_str(), "wednesday" | "thursday" | "friday" | "saturday" | "sunday");
    match (late, language) {
        (true, Language::Japanese) => "週の早いうちに",
        (false, Language::Japanese) => "別の曜日に",
        (true, Language::English) => "earlier in the week",
        (false, Language::English) => "on another day",
    }
}

/// The hours agreed, where any were.
fn hours_agreed(finding: &Finding, language: Language) -> String {
    match (finding.values.get("hours"), language) {
        (Some(hours), Language::Japanese) => format!("週{hours}時間"),
        (Some(hours), Language::English) => format!("{hours} a week"),
        (None, Language::Japanese) => "記録なし".to_owned(),
        (None, Language::English) => "none recorded".to_owned(),
    }
}

/// The gates that belong before the one that a finding is about.
fn gates(finding: &Finding, language: Language) -> String {
    let words = finding.values.get("before").map(String::as_str).unwrap_or_default();
    let names: Vec<String> = words.split(", ").map(|word| shown("", word, language)).collect();
    names.join(match language {
        Language::Japanese => "、",
        Language::English => ", ",
    })
}

/// The names of a finding's remedies, the first two.
fn listed(finding: &Finding, language: Language) -> String {
    let names: Vec<&str> =
        finding.remedies.iter().take(2).map(|code| remedy(code.as_str(), language)).collect();
    match (names.is_empty(), language) {
        (true, Language::Japanese) => "環境設計の見直し".to_owned(),
        (true, Language::English) => "a change to the environment".to_owned(),
        (_, Language::Japanese) => names.iter().map(|name| format!("「{name}」")).collect(),
        (_, Language::English) => names.join(" or "),
    }
}

/// The names of what waits to be recognised.
fn achieved(finding: &Finding, language: Language) -> String {
    let codes = finding.values.get("achieved").map(String::as_str).unwrap_or_default();
    let names = codes.split(", ").filter(|code| !code.is_empty()).map(|code| achievement(code, language));
    let names: Vec<String> = match language {
        Language::Japanese => names.map(|name| format!("「{name}」")).collect(),
        Language::English => names.map(str::to_owned).collect(),
    };
    match language {
        _ if names.is_empty() => unknown(language).to_owned(),
        Language::Japanese => names.concat(),
        Language::English => names.join(", "),
    }
}

/// The deals that a finding names.
fn deals(finding: &Finding, language: Language) -> String {
    let names = finding.values.get("deals").map(String::as_str).unwrap_or_default();
    match (names.is_empty(), language) {
        (false, Language::Japanese) => names.replace(", ", "、"),
        (false, Language::English) => names.to_owned(),
        (true, Language::Japanese) => "なし".to_owned(),
        (true, Language::English) => "none".to_owned(),
    }
}

/// The audience of a finding, by its name.
fn heard_by(finding: &Finding, language: Language) -> String {
    let of = finding.values.get("audience").and_then(|word| word.parse().ok());
    of.map_or_else(|| unknown(language), |of| audience(of, language)).to_owned()
}

/// A value that somebody set, or what the evidence says instead: a share, or a readiness.
fn set_value(finding: &Finding, name: &str, language: Language) -> String {
    let Some(value) = finding.values.get(name) else { return unknown(language).to_owned() };
    match (value.parse::<Readiness>(), language) {
        (Ok(of), Language::Japanese) => format!("「{}」", readiness(of, language)),
        (Ok(of), Language::English) => readiness(of, language).to_ascii_lowercase(),
        (Err(_), _) => format!("{value}\u{a0}%"),
    }
}

/// What a set value hides, or passes over.
fn set_aside(finding: &Finding, language: Language) -> String {
    let Some(codes) = finding.values.get("set_aside") else { return String::new() };
    let names: Vec<String> = codes.split(", ").map(|code| shortfall(code, language)).collect();
    match (finding.about == READINESS, language) {
        (false, Language::Japanese) => format!("この指定がなければ「{}」が残ります。", names.join("」「")),
        (true, Language::Japanese) => format!("「{}」は解消していません。", names.join("」「")),
        (false, Language::English) => format!(" Without it there would be: {}.", names.join("; ")),
        (true, Language::English) => format!(" Still standing: {}.", names.join("; ")),
    }
}

/// That somebody disputes a set value.
fn disputed(finding: &Finding, language: Language) -> &'static str {
    match (finding.values.contains_key("contested"), language) {
        (false, _) => "",
        (true, Language::Japanese) => "この指定には異議が出ています。",
        (true, Language::English) => " It is disputed.",
    }
}

#[cfg(test)]
mod tests;
