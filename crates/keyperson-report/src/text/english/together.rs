//! Working together: meetings, load, praise, answers, feedback and news.

use keyperson::fact::Layer;

use crate::text::AnswerTimes;

pub(crate) const fn layer_asks(layer: Layer) -> &'static str {
    match layer {
        Layer::Weekly => "small corrections",
        Layer::Monthly => "the bottleneck",
        Layer::Quarterly => "allocation and strategy",
    }
}

pub(crate) fn minutes(minutes: i64, executives: bool) -> String {
    match executives {
        true => format!("{minutes} min, with executives"),
        false => format!("{minutes} min"),
    }
}

pub(crate) fn bottleneck(from: &str, to: &str, reached: i64, deals: i64, share: &str) -> String {
    format!("Bottleneck: {from} → {to} ({reached} of {deals}, {share})")
}

pub(crate) fn meetings_kept(kept: i64, missed: i64, overrun: &str) -> String {
    format!("kept {kept}, missed {missed}, ran over {overrun}")
}

pub(crate) fn hours_recorded(weeks: i64, push: &str, recharge: &str) -> String {
    format!("{weeks} weeks recorded: {push} h pushing, {recharge} h learning, recharging")
}

pub(crate) fn weeks_planned(peaks: usize, valleys: usize) -> String {
    format!("planned: {peaks} peak weeks, {valleys} valley weeks")
}

pub(crate) fn this_week(kind: &str) -> String {
    format!("this week: {kind}")
}

pub(crate) fn valley_from(day: &str) -> String {
    format!("next valley from {day}")
}

pub(crate) fn hours(hours: &str) -> String {
    let one = hours == "1";
    format!("{hours} hour{}", if one { "" } else { "s" })
}

pub(crate) fn about_days(days: &str) -> String {
    format!("about {days} days")
}

pub(crate) fn recognised_of(owed: usize, recognised: i64, share: &str, range: &str) -> String {
    format!("{recognised} of {owed} ({share}, interval {range})")
}

pub(crate) fn none_recognised(owed: usize) -> String {
    format!("{owed} owed, none recorded")
}

pub(crate) fn recognition(coverage: &str, open: i64) -> String {
    format!("{coverage}, {open} waiting")
}

pub(crate) fn recognition_after(coverage: &str, median: &str, open: i64) -> String {
    format!("{coverage}, after {median} (median), {open} waiting")
}

pub(crate) fn appraisal_overlap(share: &str, criteria: usize) -> String {
    format!("{share} (criteria: {criteria})")
}

pub(crate) fn our_answers(hours: i64) -> String {
    format!("Our answers (within {hours} hours)")
}

pub(crate) fn answers_wait(open: i64) -> String {
    format!("{open} waiting")
}

pub(crate) fn answers(times: &AnswerTimes<'_>) -> String {
    let AnswerTimes { answered, in_time, median, p90, chance, open } = times;
    format!(
        "{in_time} of {answered} in time, after {median} (median), 90 % within {p90}, chance in time {chance}, {open} waiting"
    )
}

pub(crate) fn feedback(pieces: usize, in_time: i64, verified: i64, waiting: i64) -> String {
    format!("{pieces}, answered by the next business day {in_time}, checked {verified}, waiting {waiting}")
}

pub(crate) fn news(topics: usize, open: i64, individual: i64) -> String {
    format!("{topics}, openly first {open}, individually first {individual}")
}
