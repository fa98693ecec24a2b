//! The course: the ladder with its time line, conversions and the season.

pub(crate) fn started_on(day: &str) -> String {
    format!("開始日 {day}")
}

pub(crate) fn days_ahead(days: &str) -> String {
    format!("{days}日先行")
}

pub(crate) fn days_behind(days: &str) -> String {
    format!("{days}日遅れ")
}

pub(crate) fn made_on(day: &str, number: i64) -> String {
    format!("{day}に達成（{number}日目）")
}

pub(crate) fn reached_late_on(day: &str) -> String {
    format!("{day}に到達")
}

pub(crate) fn expected_about(median: &str, early: &str, late: Option<&str>) -> String {
    match late {
        Some(late) => format!("{median}ごろ（早くて{early}、遅くて{late}）"),
        None => format!("{median}ごろ（早くて{early}、遅い場合は見通せません）"),
    }
}

pub(crate) fn axis_start(day: &str) -> String {
    format!("開始 {day}")
}

pub(crate) fn axis_today(day: &str) -> String {
    format!("基準日 {day}")
}

pub(crate) fn axis_title(first: &str, last: &str, start: &str, today: &str) -> String {
    format!("時間軸 {first}〜{last}、{start}、{today}")
}

pub(crate) fn conversions_from(metric: &str) -> String {
    format!("{metric}からの転換")
}

pub(crate) fn of_deals(deals: i64, reached: &str) -> String {
    format!("{deals}件のうち{reached}")
}

pub(crate) fn reached(metric: &str, deals: i64, share: &str, range: &str) -> String {
    format!("{metric} {deals}（{share}、区間 {range}）")
}

pub(crate) fn reached_at_least(metric: &str, unknown: &str, deals: i64) -> String {
    format!("{metric} {unknown}（少なくとも {deals}）")
}

pub(crate) fn median_days(days: &str) -> String {
    format!("約{days}日（中央値）")
}

pub(crate) fn to_order(median: &str, won: i64, lost: i64, open: i64) -> String {
    format!("{median}（受注 {won}・失注 {lost}・進行中 {open}）")
}

pub(crate) fn season_told_by(season: &str, days: i64, window: i64, results: i64) -> String {
    format!("{season}。受注のない期間 {days} 日、直近 {window} 日の中間成果 {results} 件")
}
