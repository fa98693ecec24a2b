//! Deals: where to begin, what to repeat and which stories are told.

pub(crate) fn deal_with_chance(name: &str, chance: &str) -> String {
    format!("「{name}」（{chance}）")
}

pub(crate) fn odds_interval(range: &str) -> String {
    format!("、区間 {range}")
}

pub(crate) fn begin_with(deals: &[String]) -> String {
    format!("。まず{}", deals.concat())
}

pub(crate) fn first_win(open: i64, days: i64, odds: &str, interval: &str, first: &str) -> String {
    format!("進行中 {open} 件、{days}日以内に受注する確率 {odds}{interval}{first}")
}

pub(crate) fn prospect(name: &str, chance: &str) -> String {
    format!("「{name}」（見込み {chance}）")
}

pub(crate) fn prospect_like(name: &str, chance: &str, near: &str) -> String {
    format!("「{name}」（見込み {chance}、「{near}」に近い）")
}

pub(crate) fn similar_prospects(near: i64, prospects: &str) -> String {
    format!("条件の近い見込み客 {near} 件：{prospects}")
}

pub(crate) fn repeated(tried: i64, won: i64, lost: i64, open: i64) -> String {
    format!("{tried}件（受注 {won}・失注 {lost}・進行中 {open}）")
}

pub(crate) fn stories(won: i64, told: i64, owed: i64) -> String {
    format!("受注 {won} 件のうち {told} 件を配布、未配布 {owed} 件")
}
