//! Deals: where to begin, what to repeat and which stories are told.

pub(crate) fn deal_with_chance(name: &str, chance: &str) -> String {
    format!("{name} ({chance})")
}

pub(crate) fn odds_interval(range: &str) -> String {
    format!(", interval {range}")
}

pub(crate) fn begin_with(deals: &[String]) -> String {
    format!("; begin with {}", deals.join(", "))
}

pub(crate) fn first_win(open: i64, days: i64, odds: &str, interval: &str, first: &str) -> String {
    format!("{open} open, odds of an order within {days} days {odds}{interval}{first}")
}

pub(crate) fn prospect(name: &str, chance: &str) -> String {
    format!("{name} (chance {chance})")
}

pub(crate) fn prospect_like(name: &str, chance: &str, near: &str) -> String {
    format!("{name} (chance {chance}, like {near})")
}

pub(crate) fn similar_prospects(near: i64, prospects: &str) -> String {
    format!("{near} similar prospects: {prospects}")
}

pub(crate) fn repeated(tried: i64, won: i64, lost: i64, open: i64) -> String {
    format!("{tried} (won {won}, lost {lost}, open {open})")
}

pub(crate) fn stories(won: i64, told: i64, owed: i64) -> String {
    format!("{told} of {won} told, {owed} to be told")
}
