//! The settings of working together: recognition, offers, meetings, load, answers, feedback, news.

use super::bounds::{at_least_one, contradiction, from_one_to, unknown};
use super::{Policy, TimeOfDay};
use crate::error::{Place, ProblemKind, Problems, phrase};
use crate::fact::Audience;
use crate::json::read::{record, words};
use crate::value::{Amount, Count, Key, Positive, PriorCount, UnitInterval};

words! {
    /// A day on which regular meetings are held.
    pub enum WorkWeekday {
        /// 月曜日
        Monday = "monday",
        /// 火曜日
        Tuesday = "tuesday",
        /// 水曜日
        Wednesday = "wednesday",
        /// 木曜日
        Thursday = "thursday",
        /// 金曜日
        Friday = "friday",
    }
}

impl WorkWeekday {
    /// Days after the Monday of its week, 0 to 4.
    #[must_use]
    pub const fn days_from_monday(self) -> i64 {
        match self {
            Self::Monday => 0,
            Self::Tuesday => 1,
            Self::Wednesday => 2,
            Self::Thursday => 3,
            Self::Friday => 4,
        }
    }
}

record! {
    /// What is owed a recognition, and how it should be given.
    pub struct RecognitionPolicy {
        /// Metrics of which each result is owed one; rungs always are.
        pub metrics: Vec<Key>,
        /// Signals that show an effort and are owed one.
        pub efforts: Vec<Key>,
        /// Business days within which it should come.
        pub within_days: Count,
        /// For so many days recognition stays owed. A recognition that names nothing counts for results of so many days back.
        pub window_days: Count,
        /// Days of recent recognition that are looked at.
        pub recent_days: Count,
        /// The smallest audience that is wide enough.
        pub audience: Audience,
        /// Share of recognitions that should speak of effort.
        pub effort_share: UnitInterval,
        /// Recognitions from which on that share is asked for.
        pub least_recognitions: Count,
    }

    /// What should be offered to the person.
    pub struct MotivationPolicy {
        /// Growth should be offered within so many business days after the first gate.
        pub growth_within_days: Count,
    }

    /// The regular meetings: when they are, how long they may take, and what is reported.
    pub struct CadencePolicy {
        /// Day of the weekly meeting; where closed the next open one.
        pub weekly_weekday: WorkWeekday,
        /// Minutes that the weekly meeting may take.
        pub weekly_minutes: Count,
        /// The monthly review is on this business day of the month.
        pub monthly_business_day: Count,
        /// Minutes that the monthly review may take.
        pub monthly_minutes: Count,
        /// The quarterly review with executives is on this business day of the quarter's last month.
        pub quarterly_business_day: Count,
        /// Minutes that the quarterly review may take.
        pub quarterly_minutes: Count,
        /// Days back from today whose meetings are looked at.
        pub look_back_days: Count,
        /// Weekly meetings missed in a row from which it is said.
        pub missed_in_row: Count,
        /// Weekly meetings in a row that ran over from which it is said.
        pub overruns: Count,
        /// Findings on the agenda of one meeting at most.
        pub agenda_items: Count,
        /// A step can be the bottleneck only if at least so many deals have reached it.
        pub bottleneck_deals: Count,
        /// When the weekly meeting begins, by the clock of the partner's zone.
        pub weekly_time: TimeOfDay,
        /// When the monthly review begins.
        pub monthly_time: TimeOfDay,
        /// When the quarterly review begins.
        pub quarterly_time: TimeOfDay,
        /// Days ahead whose meetings are written into a calendar.
        pub schedule_days: Count,
    }

    /// Peaks and valleys of the load in one cycle.
    pub struct RhythmPolicy {
        /// Days of the cycle, from the start.
        pub cycle_days: Count,
        /// Weeks of pushing up to a rung's deadline, its own week among them.
        pub push_weeks: Count,
        /// Weeks of learning and recharging after it.
        pub recharge_weeks: Count,
        /// Business days from which a week can be a peak or a valley.
        pub least_business_days: Count,
        /// Share of a valley week's hours that belongs to learning and recharging.
        pub recharge_share: UnitInterval,
        /// The load is uneven if the mean change from week to week is above this share of the mean hours.
        pub uneven_from: Amount,
        /// Pairs of neighbouring recorded weeks from which that can be told.
        pub uneven_pairs: Count,
    }

    /// How soon messages should be answered.
    pub struct ResponsePolicy {
        /// An answer is in time within so many hours by the clock, weekends and the last instant included.
        pub limit_hours: Count,
        /// Hours after which a question to the vendor is asked for.
        pub near_hours: Count,
        /// After so many hours without a message an answered conversation is over; the next message begins another.
        pub pause_hours: Count,
        /// A thread that waits for the partner is quiet after so many business days.
        pub quiet_after_days: Count,
        /// Days of recent late answers and quiet threads that are looked at.
        pub recent_days: Count,
        /// First parameter of the Beta prior of an answer in time.
        pub prior_for: PriorCount,
        /// Second parameter of it.
        pub prior_against: PriorCount,
        /// The chance by weekday.
        pub weekday: WeekdayPolicy,
    }

    /// The chance of an answer in time by the weekday of the question.
    pub struct WeekdayPolicy {
        /// Answers that the overall chance is worth beside a weekday's own.
        pub strength: Positive,
        /// A weekday is reported as slow if its questions are answered later with at least this probability.
        pub later_from: UnitInterval,
    }

    /// Which answers to feedback are looked at.
    pub struct FeedbackPolicy {
        /// Days for which a late answer is spoken of.
        pub recent_days: Count,
    }

    /// How news should be told.
    pub struct NewsPolicy {
        /// Hours by which one person may hear before everybody.
        pub tolerance_hours: Count,
        /// If one person is told first, everybody should be told within so many business days.
        pub open_within_days: Count,
        /// Days for which a wrong order is spoken of.
        pub recent_days: Count,
    }
}

pub(super) fn recognition(policy: &Policy, problems: &mut Problems) {
    let recognition = &policy.recognition;
    let place = |field: &str| Place::at("/recognition").field(field);
    for (index, metric) in recognition.metrics.iter().enumerate() {
        if !policy.metrics.contains_key(metric) {
            problems.add(place("metrics").field(&index.to_string()), unknown(metric, "metric"));
        }
    }
    for (index, signal) in recognition.efforts.iter().enumerate() {
        if !policy.signals.contains_key(signal) {
            problems.add(place("efforts").field(&index.to_string()), unknown(signal, "signal"));
        }
    }
    at_least_one(recognition.window_days.get(), place("window_days"), problems);
    at_least_one(recognition.recent_days.get(), place("recent_days"), problems);
}

pub(super) fn ledgers(policy: &Policy, problems: &mut Problems) {
    let (response, order) = (&policy.response, &policy.news);
    at_least_one(response.limit_hours.get(), Place::at("/response/limit_hours"), problems);
    let strength = response.weekday.strength.get();
    if !(0.01..=1e6).contains(&strength) {
        let expected = phrase!("a number from {} to {}", 0.01, 1_000_000);
        let kind = ProblemKind::OutOfRange { found: strength.to_string(), expected };
        problems.add(Place::at("/response/weekday/strength"), kind);
    }
    at_least_one(response.recent_days.get(), Place::at("/response/recent_days"), problems);
    at_least_one(policy.feedback.recent_days.get(), Place::at("/feedback/recent_days"), problems);
    at_least_one(order.recent_days.get(), Place::at("/news/recent_days"), problems);
    if response.near_hours > response.limit_hours {
        let what = "a question is asked for at its limit at the latest";
        contradiction(Place::at("/response/near_hours"), what, problems);
    }
}

pub(super) fn cadence(policy: &Policy, problems: &mut Problems) {
    let at = |key: &str| Place::at("/cadence").field(key);
    let cadence = &policy.cadence;
    for (value, key, most) in [
        (cadence.weekly_minutes, "weekly_minutes", 1_440),
        (cadence.monthly_business_day, "monthly_business_day", 23),
        (cadence.monthly_minutes, "monthly_minutes", 1_440),
        (cadence.quarterly_business_day, "quarterly_business_day", 23),
        (cadence.quarterly_minutes, "quarterly_minutes", 1_440),
        (cadence.look_back_days, "look_back_days", 3_660),
        (cadence.missed_in_row, "missed_in_row", 1_000),
        (cadence.overruns, "overruns", 1_000),
        (cadence.agenda_items, "agenda_items", 1_000),
        (cadence.bottleneck_deals, "bottleneck_deals", 1_000_000_000),
        (cadence.schedule_days, "schedule_days", 3_660),
    ] {
        from_one_to(value.get(), most, at(key), problems);
    }
}

pub(super) fn rhythm(policy: &Policy, problems: &mut Problems) {
    let at = |key: &str| Place::at("/rhythm").field(key);
    let rhythm = &policy.rhythm;
    for (value, key, most) in [
        (rhythm.cycle_days, "cycle_days", 3_660),
        (rhythm.push_weeks, "push_weeks", 520),
        (rhythm.recharge_weeks, "recharge_weeks", 520),
        (rhythm.least_business_days, "least_business_days", 5),
        (rhythm.uneven_pairs, "uneven_pairs", 520),
    ] {
        from_one_to(value.get(), most, at(key), problems);
    }
}
