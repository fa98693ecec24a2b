//! The course: the ladder with its time line, conversions and the season.

pub(crate) fn started_on(day: &str) -> String {
    format!("Start {day}")
}

pub(crate) fn days_ahead(days: &str) -> String {
    format!("{days} days ahead")
}

pub(crate) fn days_behind(days: &str) -> String {
    format!("{days} days behind")
}

pub(crate) fn made_on(day: &str, number: i64) -> String {
    format!("made {day} (day {number})")
}

pub(crate) fn reached_late_on(day: &str) -> String {
    format!("reached {day}")
}

pub(crate) fn expected_about(median: &str, early: &str, late: Option<&str>) -> String {
    match late {
        Some(late) => format!("about {median} ({early} at the earliest, {late} at the latest)"),
        None => format!("about {median} ({early} at the earliest, no latest day in sight)"),
    }
}

pub(crate) fn axis_start(day: &str) -> String {
    format!("start {day}")
}

pub(crate) fn axis_today(day: &str) -> String {
    format!("as of {day}")
}

pub(crate) fn axis_title(first: &str, last: &str, start: &str, today: &str) -> String {
    format!("Time line {first} to {last}, {start}, {today}")
}

pub(crate) fn conversions_from(metric: &str) -> String {
    format!("After {metric}")
}

pub(crate) fn of_deals(deals: i64, reached: &str) -> String {
    format!("of {deals}: {reached}")
}

pub(crate) fn reached(metric: &str, deals: i64, share: &str, range: &str) -> String {
    format!("{metric} {deals} ({share}, interval {range})")
}

pub(crate) fn reached_at_least(metric: &str, unknown: &str, deals: i64) -> String {
    format!("{metric} {unknown} (at least {deals})")
}

pub(crate) fn median_days(days: &str) -> String {
    format!("about {days} days (median)")
}

pub(crate) fn to_order(median: &str, won: i64, lost: i64, open: i64) -> String {
    format!("{median} (won {won}, lost {lost}, open {open})")
}

pub(crate) fn season_told_by(season: &str, days: i64, window: i64, results: i64) -> String {
    format!("{season}; {days} days without an order, {results} intermediate results in the last {window}")
}
