//! Working together: meetings, load, praise, answers, feedback and news.

use keyperson::fact::Layer;

use crate::text::AnswerTimes;

pub(crate) const fn layer_asks(layer: Layer) -> &'static str {
    match layer {
        Layer::Weekly => "小さな軌道修正",
        Layer::Monthly => "ボトルネックの分析",
        Layer::Quarterly => "リソース配分と戦略",
    }
}

pub(crate) fn minutes(minutes: i64, executives: bool) -> String {
    match executives {
        true => format!("{minutes}分・経営層も参加"),
        false => format!("{minutes}分"),
    }
}

pub(crate) fn bottleneck(from: &str, to: &str, reached: i64, deals: i64, share: &str) -> String {
    format!("ボトルネック：{from} → {to}（{reached}／{deals}、{share}）")
}

pub(crate) fn meetings_kept(kept: i64, missed: i64, overrun: &str) -> String {
    format!("開催 {kept}、未開催 {missed}、時間超過 {overrun}")
}

pub(crate) fn hours_recorded(weeks: i64, push: &str, recharge: &str) -> String {
    format!("記録 {weeks} 週：追い込み {push} 時間、学習・充電 {recharge} 時間")
}

pub(crate) fn weeks_planned(peaks: usize, valleys: usize) -> String {
    format!("計画：山 {peaks} 週、谷 {valleys} 週")
}

pub(crate) fn this_week(kind: &str) -> String {
    format!("今週は{kind}")
}

pub(crate) fn valley_from(day: &str) -> String {
    format!("谷の週は{day}から")
}

pub(crate) fn hours(hours: &str) -> String {
    format!("{hours}時間")
}

pub(crate) fn about_days(days: &str) -> String {
    format!("約{days}日")
}

pub(crate) fn recognised_of(owed: usize, recognised: i64, share: &str, range: &str) -> String {
    format!("{owed}件中{recognised}件（{share}、区間 {range}）")
}

pub(crate) fn none_recognised(owed: usize) -> String {
    format!("対象{owed}件、称賛の記録なし")
}

pub(crate) fn recognition(coverage: &str, open: i64) -> String {
    format!("{coverage}、未対応 {open} 件")
}

pub(crate) fn recognition_after(coverage: &str, median: &str, open: i64) -> String {
    format!("{coverage}、届くまで{median}（中央値）、未対応 {open} 件")
}

pub(crate) fn appraisal_overlap(share: &str, criteria: usize) -> String {
    format!("{share}（基準 {criteria} 件）")
}

pub(crate) fn our_answers(hours: i64) -> String {
    format!("こちらの返答（{hours}時間以内）")
}

pub(crate) fn answers_wait(open: i64) -> String {
    format!("返答待ち {open} 件")
}

pub(crate) fn answers(times: &AnswerTimes<'_>) -> String {
    let AnswerTimes { answered, in_time, median, p90, chance, open } = times;
    format!(
        "{answered}件中{in_time}件が期限内、返答まで{median}（中央値）、9割が{p90}以内、期限内の見込み {chance}、返答待ち {open} 件"
    )
}

pub(crate) fn feedback(pieces: usize, in_time: i64, verified: i64, waiting: i64) -> String {
    format!("{pieces}件、翌営業日までに回答 {in_time} 件、結果を確認 {verified} 件、回答待ち {waiting} 件")
}

pub(crate) fn news(topics: usize, open: i64, individual: i64) -> String {
    format!("{topics}件、オープンが先 {open} 件、個人が先 {individual} 件")
}
