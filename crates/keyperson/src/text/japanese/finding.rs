//! What the templates of findings are filled with in Japanese.

use super::name::{readiness as name_of, trait_name};
use crate::fact::Trait;
use crate::finding::FindingCode as Code;
use crate::person::readiness::Readiness;

pub(crate) const fn any_mismatch() -> &'static str {
    "ミスマッチ"
}

pub(crate) const fn any_weekday() -> &'static str {
    "特定の曜日"
}

pub(crate) const fn any_trait_first() -> &'static str {
    "特性"
}

pub(crate) const fn any_trait_within() -> &'static str {
    "特性"
}

pub(crate) const fn kind(code: Code) -> Option<&'static str> {
    Some(match code {
        Code::Rising => "特性が伸びています",
        Code::RungAchieved => "目標を達成しました",
        Code::RungAtRisk => "このままでは届きにくい目標があります",
        Code::RungBehind => "計画より遅れている目標があります",
        Code::RungMissed => "期限を過ぎた目標があります",
        Code::RungUnknown => "活動の記録がない目標があります",
        Code::WheelStill => "両輪の一方が止まっています",
        _ => return None,
    })
}

pub(crate) fn rose(of: Option<Trait>) -> String {
    match of {
        Some(Trait::Time) => "活動時間が確保されました".to_owned(),
        Some(Trait::Authority) => "権限が明確になりました".to_owned(),
        of => format!("{}が伸びています", of.map_or(any_trait_first(), trait_name)),
    }
}

pub(crate) const fn thanks(of: Option<Trait>) -> &'static str {
    match of {
        Some(Trait::Time | Trait::Authority) => "後押ししてくださった上司の方に、御礼を伝えましょう。",
        _ => "どの行動が良かったのかを、素早く、具体的に、広く称賛しましょう。",
    }
}

pub(crate) fn recorded_on(day: &str) -> String {
    format!("{day}の記録")
}

pub(crate) fn since(day: &str) -> String {
    format!("{day}から")
}

pub(crate) const fn readiness_itself() -> &'static str {
    "準備状況"
}

pub(crate) fn readiness_within(of: Readiness) -> String {
    format!("「{}」", name_of(of))
}

pub(crate) fn weak_within(name: &str) -> String {
    name.to_owned()
}

pub(crate) const fn none_listed() -> &'static str {
    "なし"
}

pub(crate) fn achievements(names: &[String]) -> String {
    names.iter().map(|name| format!("「{name}」")).collect()
}

pub(crate) const fn earlier_in_week() -> &'static str {
    "週の早いうちに"
}

pub(crate) const fn on_another_day() -> &'static str {
    "別の曜日に"
}

pub(crate) fn hours_agreed(hours: &str) -> String {
    format!("週{hours}時間")
}

pub(crate) const fn no_hours_agreed() -> &'static str {
    "記録なし"
}

pub(crate) fn remedies(names: &[&str]) -> String {
    names.iter().map(|name| format!("「{name}」")).collect()
}

pub(crate) const fn no_remedy() -> &'static str {
    "環境設計の見直し"
}

pub(crate) fn would_be_there(shortfalls: &[String]) -> String {
    format!("この指定がなければ「{}」が残ります。", shortfalls.join("」「"))
}

pub(crate) fn still_there(shortfalls: &[String]) -> String {
    format!("「{}」は解消していません。", shortfalls.join("」「"))
}

pub(crate) const fn disputed() -> &'static str {
    "この指定には異議が出ています。"
}
