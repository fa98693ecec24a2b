//! The days of a simulation, on which of them people work, and which instant a position in time is.
//!
//! A position is a number of days since the midnight with which the first day begins, so 1.375 is 9:00 on the second.

use keyperson::calendar::{Calendar, Day, Instant, Zone};

use crate::chance::{from_count, whole};

/// When work begins and ends, as part of a day.
const MORNING: f64 = 9.0 / 24.0;
const EVENING: f64 = 18.5 / 24.0;
/// How long it takes in the morning to see to what came in overnight, as part of a day.
const CATCHING_UP: f64 = 1.5 / 24.0;

/// How busy each month is, January first: the fiscal year ends in March, August is quiet. Judgement.
const MONTHS: [f64; 12] = [0.85, 1.0, 1.3, 0.8, 0.9, 1.05, 1.0, 0.7, 1.2, 1.0, 1.05, 1.05];
/// How busy each weekday is, Monday first. Judgement.
const WEEKDAYS: [f64; 7] = [0.9, 1.1, 1.1, 1.1, 0.8, 0.0, 0.0];

/// One business day.
#[derive(Clone, Copy)]
pub(crate) struct WorkDay {
    /// Its midnight.
    pub(crate) at: f64,
    /// Its position in the week, 0 for Monday.
    pub(crate) weekday: usize,
    /// How busy it is; the mean over all calendar days of the timeline, closed ones included, is 1.
    pub(crate) season: f64,
}

/// The days of a simulation.
pub(crate) struct Timeline {
    start: Day,
    zone: Option<Zone>,
    length: f64,
    work: Vec<WorkDay>,
}

impl Timeline {
    /// The days from `start` to `as_of`, both included.
    pub(crate) fn new(start: Day, as_of: Day) -> Self {
        let calendar = Calendar::by_name("japan").ok();
        let (mut work, mut length, mut total) = (Vec::new(), 0.0, 0.0);
        let mut day = (start <= as_of).then_some(start);
        while let Some(today) = day {
            let weekday = usize::try_from(today.weekday().num_days_from_monday()).unwrap_or_default();
            let month = usize::try_from(today.month()).unwrap_or_default().saturating_sub(1);
            let open = calendar.as_ref().is_none_or(|calendar| calendar.is_business_day(today));
            if open {
                let factor = |list: &[f64], position: usize| list.get(position).copied().unwrap_or(1.0);
                let season = factor(&MONTHS, month) * factor(&WEEKDAYS, weekday);
                total += season;
                work.push(WorkDay { at: length, weekday, season });
            }
            length += 1.0;
            day = today.checked_add_days(1).filter(|next| *next <= as_of);
        }
        for day in &mut work {
            day.season *= if total > 0.0 { length / total } else { 0.0 };
        }
        Self { start, zone: "Asia/Tokyo".parse().ok(), length, work }
    }

    /// How many calendar days there are.
    pub(crate) fn length(&self) -> f64 {
        self.length
    }

    /// The business days, in order.
    pub(crate) fn work(&self) -> &[WorkDay] {
        &self.work
    }

    /// The working moment at `at`, or where that lies outside working hours, one in the next first hour and a half:
    /// the later in the closed time, the later in the morning. `None` after the last working day.
    pub(crate) fn working(&self, at: f64) -> Option<f64> {
        let next = self.work.partition_point(|day| day.at + EVENING <= at);
        let opens = self.work.get(next)?.at + MORNING;
        if at >= opens {
            return Some(at);
        }
        let before = next.checked_sub(1).and_then(|before| self.work.get(before));
        let closed = before.map_or(0.0, |day| day.at + EVENING);
        Some(opens + CATCHING_UP * ((at - closed) / (opens - closed)).clamp(0.0, 1.0))
    }

    /// The midnight of the business day that comes `days` after the last one begun at `at`.
    pub(crate) fn business_days_after(&self, at: f64, days: usize) -> Option<f64> {
        let begun = self.work.partition_point(|day| day.at <= at);
        self.work.get(begun.saturating_add(days).saturating_sub(1)).map(|day| day.at)
    }

    /// The instant of a position, to the minute; `None` outside the timeline.
    pub(crate) fn instant(&self, at: f64) -> Option<Instant> {
        if !(0.0..self.length).contains(&at) {
            return None;
        }
        let minutes = whole((at - at.floor()) * 1440.0);
        let seconds = i64::try_from(minutes).ok()?.checked_mul(60)?;
        self.zone?.start_of(self.day(at)?).checked_add_seconds(seconds)
    }

    /// The day of a position.
    pub(crate) fn day(&self, at: f64) -> Option<Day> {
        self.start.checked_add_days(i64::try_from(whole(at)).ok()?)
    }

    /// A share of the whole timeline as a position.
    pub(crate) fn share(&self, share: f64) -> f64 {
        self.length * share
    }

    /// The midnights on which weeks (or spans of so many business days) begin.
    pub(crate) fn every(&self, business_days: usize) -> impl Iterator<Item = f64> {
        self.work.iter().step_by(business_days.max(1)).map(|day| day.at)
    }

    /// How many weeks of five business days there are.
    pub(crate) fn weeks(&self) -> f64 {
        from_count(self.work.len()) / 5.0
    }
}
