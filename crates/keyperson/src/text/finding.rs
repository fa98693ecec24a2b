//! What a finding says: its templates, filled with its values.

use serde::{Deserialize, Serialize};

use super::name;
use super::{
    Language, achievement, ask, audience, format, gate, local_day, message, metric, mismatch_state, number,
    pattern, pattern_why, readiness, remedy, rung, shortfall, trait_name, unknown, weekday, wheel,
};
use crate::calendar::Day;
use crate::finding::{Finding, FindingCode, FindingValue, Vocabulary};
use crate::person::overrides::READINESS;

/// What a finding says, in one language.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
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

/// What a template may name beside the values of its finding: made of them here.
#[cfg(test)]
pub(super) const MADE_HERE: &[&str] = &[
    "about",
    "ask",
    "pattern_why",
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
        "wheel_change" => name::wheel_change(&finding.about, language).to_owned(),
        "hours_agreed" => hours_agreed(finding, language),
        "remedies" => listed(finding, language),
        "earlier" => earlier(finding, language).to_owned(),
        "set_aside" => set_aside(finding, language),
        "contested" => disputed(finding, language).to_owned(),
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
        FindingValue::Word { value } if name == "weak" => called(of, value, language).to_ascii_lowercase(),
        FindingValue::Word { value } => called(of, value, language),
        FindingValue::Names { value } => several(of, value, language),
    }
}

/// A word by its name; one that is not known as it is.
fn called(of: Vocabulary, word: &str, language: Language) -> String {
    let known: Option<&str> = match of {
        Vocabulary::Nothing | Vocabulary::Own => None,
        Vocabulary::TraitOrReadiness if word == READINESS => Some(match language {
            Language::Japanese => "準備状況",
            Language::English => "Readiness",
        }),
        Vocabulary::Trait | Vocabulary::TraitOrReadiness => {
            word.parse().ok().map(|of| trait_name(of, language))
        }
        Vocabulary::Pattern => Some(pattern(word, language)),
        Vocabulary::MismatchState => word.parse().ok().map(|of| mismatch_state(of, language)),
        Vocabulary::Readiness => {
            let Ok(of) = word.parse() else { return word.to_owned() };
            return match language {
                Language::Japanese => format!("「{}」", readiness(of, language)),
                Language::English => readiness(of, language).to_ascii_lowercase(),
            };
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
    match (names.is_empty(), of, language) {
        (true, _, Language::Japanese) => "なし".to_owned(),
        (true, _, Language::English) => "none".to_owned(),
        (_, Vocabulary::Achievement, Language::Japanese) => {
            names.iter().map(|name| format!("「{name}」")).collect()
        }
        (_, _, Language::Japanese) => names.join("、"),
        (_, _, Language::English) => names.join(", "),
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
    let hours = match finding.values.get("hours") {
        Some(FindingValue::Hours { value }) => Some(format::hours(*value)),
        _ => None,
    };
    match (hours, language) {
        (Some(hours), Language::Japanese) => format!("週{hours}時間"),
        (Some(hours), Language::English) => format!("{hours} a week"),
        (None, Language::Japanese) => "記録なし".to_owned(),
        (None, Language::English) => "none recorded".to_owned(),
    }
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

/// What a set value hides, or passes over.
fn set_aside(finding: &Finding, language: Language) -> String {
    let codes = finding.values.get("set_aside").map(FindingValue::names).unwrap_or_default();
    if codes.is_empty() {
        return String::new();
    }
    let names: Vec<String> = codes.iter().map(|code| shortfall(code, language)).collect();
    match (finding.about == READINESS, language) {
        (false, Language::Japanese) => format!("この指定がなければ「{}」が残ります。", names.join("」「")),
        (true, Language::Japanese) => format!("「{}」は解消していません。", names.join("」「")),
        (false, Language::English) => format!(" Without it there would be: {}.", names.join("; ")),
        (true, Language::English) => format!(" Still standing: {}.", names.join("; ")),
    }
}

/// That somebody disputes a set value.
fn disputed(finding: &Finding, language: Language) -> &'static str {
    match (finding.values.contains_key("contests"), language) {
        (false, _) => "",
        (true, Language::Japanese) => "この指定には異議が出ています。",
        (true, Language::English) => " It is disputed.",
    }
}
