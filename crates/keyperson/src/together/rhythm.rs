//! The rhythm: the planned peaks and valleys of a cycle, and how the recorded hours compare with them.
//!
//! The weeks before each rung's deadline are for pushing (山), the weeks after it for learning and recharging (谷).
//! Weeks with too few business days are neither and are skipped, so that neither falls into a season of holidays. All
//! this is about the schedule, not about the person.

use serde::{Deserialize, Serialize};

use crate::calendar::Day;
use crate::fact::{FactId, Load, LoadKind};
use crate::finding::{self, Finding, FindingCode, Urgency};
use crate::json::read::{length, words};
use crate::partner::period::Period;
use crate::partner::view::View;
use crate::policy::Policy;
use crate::value::Key;

/// Days after the plan's end for which its findings still speak: four weekly meetings.
pub const REMEMBERED_DAYS: i64 = 28;

words! {
    /// What a week is planned for.
    pub enum WeekKind {
        /// Before a deadline: pushing deals forward (山).
        Push = "push",
        /// After it: learning, recharging (谷).
        Recharge = "recharge",
        /// Neither.
        Normal = "normal",
    }
}

/// The load of one cycle, planned and recorded.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(not(feature = "exhaustive"), non_exhaustive)]
pub struct Rhythm {
    /// The day from which the cycle runs; absent without an appointment.
    pub start: Option<Day>,
    /// The appointment.
    pub appointed_by: Option<FactId>,
    /// The weeks of the cycle and of the valley after its last deadline, in order; empty without an appointment.
    pub weeks: Vec<RhythmWeek>,
    /// What this week is planned for; absent outside the plan.
    pub this_week: Option<WeekKind>,
    /// Monday of the next valley week that is not over; absent where none is left.
    pub next_valley: Option<Day>,
    /// In how many of the weeks that are over hours were recorded; absent where none were in the whole plan.
    pub recorded_weeks: Option<i64>,
    /// Mean change of the hours from one recorded week to the next, as a share of their mean, 0 or more; absent
    /// with fewer pairs of recorded weeks than the policy asks for.
    pub variation: Option<f64>,
}

/// One week of the plan, Monday to Sunday in the partner's zone.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(not(feature = "exhaustive"), non_exhaustive)]
pub struct RhythmWeek {
    /// Monday.
    pub from: Day,
    /// Sunday.
    pub to: Day,
    /// What it is planned for.
    pub kind: WeekKind,
    /// Business days in it, from the start on.
    pub business_days: i64,
    /// Rungs whose deadline lies in it, in the policy's order.
    pub deadlines: Vec<Key>,
    /// Whether it is over.
    pub passed: bool,
    /// Hours of pushing; absent where no hours of the week are recorded.
    pub push_hours: Option<f64>,
    /// Hours of learning and recharging; absent where no hours of the week are recorded.
    pub recharge_hours: Option<f64>,
    /// The facts that hold them, by instant.
    pub evidence: Vec<FactId>,
}

impl RhythmWeek {
    /// All hours recorded, where any are.
    fn hours(&self) -> Option<f64> {
        self.push_hours.zip(self.recharge_hours).map(|(push, recharge)| push + recharge)
    }

    fn passed_valley(&self) -> bool {
        self.passed && self.kind == WeekKind::Recharge
    }

    /// Whether pushing took more of the hours than a valley leaves for it.
    fn eaten(&self, policy: &Policy) -> bool {
        let wanted = policy.rhythm.recharge_share.get();
        self.hours()
            .zip(self.recharge_hours)
            .is_some_and(|(all, recharge)| all > 0.0 && recharge < wanted * all)
    }
}

/// The person's rhythm.
#[must_use]
#[cfg_attr(feature = "rooms", visibility::make(pub))]
pub(crate) fn evaluate(view: &View<'_, '_>, policy: &Policy) -> Rhythm {
    let Some((start, appointed)) = view.start() else {
        return Rhythm {
            start: None,
            appointed_by: None,
            weeks: Vec::new(),
            this_week: None,
            next_valley: None,
            recorded_weeks: None,
            variation: None,
        };
    };
    let mut weeks = planned(view, policy, start);
    record(&mut weeks, view, start);
    let today = view.today();
    let recorded = weeks.iter().filter(|week| week.passed && week.hours().is_some()).count();
    Rhythm {
        start: Some(start),
        appointed_by: Some(appointed.id.clone()),
        this_week: weeks.iter().find(|week| (week.from..=week.to).contains(&today)).map(|week| week.kind),
        next_valley: weeks
            .iter()
            .find(|week| week.kind == WeekKind::Recharge && !week.passed)
            .map(|week| week.from),
        recorded_weeks: weeks
            .iter()
            .any(|week| week.hours().is_some())
            .then(|| i64::try_from(recorded).unwrap_or(i64::MAX)),
        variation: variation(&weeks, policy),
        weeks,
    }
}

impl Rhythm {
    /// Valleys without recharge hours, the latest valley taken up by pushing, hours that vary much.
    #[must_use]
    #[cfg_attr(feature = "rooms", visibility::make(pub))]
    pub(crate) fn findings(&self, view: &View<'_, '_>, policy: &Policy) -> Vec<Finding> {
        let over = self.weeks.last().and_then(|week| week.to.checked_add_days(REMEMBERED_DAYS));
        if over.is_none_or(|over| view.today() > over) {
            return Vec::new();
        }
        let mut findings = Vec::new();
        findings.extend(self.no_valley());
        findings.extend(self.valley_eaten(view, policy));
        findings.extend(self.load_uneven(policy));
        findings
    }

    /// Hours are recorded, but none of recharging in any valley that is over.
    fn no_valley(&self) -> Option<Finding> {
        // Where no hours are recorded at all, nobody looked.
        self.recorded_weeks?;
        let valleys = || self.weeks.iter().filter(|week| week.passed_valley());
        let recharged = |week: &RhythmWeek| week.recharge_hours.is_some_and(|hours| hours > 0.0);
        if valleys().next().is_none() || valleys().any(recharged) {
            return None;
        }
        let mut evidence: Vec<FactId> = valleys().flat_map(|week| week.evidence.clone()).collect();
        if evidence.is_empty() {
            evidence.extend(self.weeks.iter().rev().find_map(|week| week.evidence.last().cloned()));
        }
        let finding = Finding::new(FindingCode::NoValley, Urgency::Notice, "")
            .value("count", finding::count(valleys().count()))
            .due(self.next_valley)
            .evidence(evidence);
        Some(finding)
    }

    /// The latest valley that is over held more pushing than the policy leaves for it.
    fn valley_eaten(&self, view: &View<'_, '_>, policy: &Policy) -> Option<Finding> {
        let week = self.weeks.iter().rev().find(|week| week.passed_valley())?;
        if !week.eaten(policy) {
            return None;
        }
        let finding = Finding::new(FindingCode::ValleyEaten, Urgency::Important, "")
            .value("week", finding::day(week.from))
            .value("push_hours", finding::hours(week.push_hours?))
            .value("recharge_hours", finding::hours(week.recharge_hours?))
            .value("share", finding::share(policy.rhythm.recharge_share.get()))
            .due(self.next_valley)
            .evidence(week.evidence.clone());
        Some(finding.since(view.partner.zone.end_of(week.to)))
    }

    fn load_uneven(&self, policy: &Policy) -> Option<Finding> {
        let limit = policy.rhythm.uneven_from.get();
        let variation = self.variation.filter(|variation| *variation > limit)?;
        let evidence = self.weeks.iter().rev().filter(|week| week.passed);
        let finding = Finding::new(FindingCode::LoadUneven, Urgency::Notice, "")
            .value("weeks", finding::count(self.recorded_weeks?))
            .value("share", finding::share(variation))
            .value("limit", finding::share(limit))
            .evidence(evidence.flat_map(|week| week.evidence.iter().rev().cloned()));
        Some(finding)
    }
}

/// The weeks of the plan with what each is for.
fn planned(view: &View<'_, '_>, policy: &Policy, start: Day) -> Vec<RhythmWeek> {
    let settings = &policy.rhythm;
    let end = start.checked_add_days(settings.cycle_days.get()).unwrap_or(Day::MAX);
    let mut deadlines: Vec<(Day, Option<&Key>)> = Vec::new();
    for rung in &policy.ladder.rungs {
        let period = Period { partner: view.partner, start, counting: rung.counting };
        let deadline = period.day_of(rung.days.get()).filter(|deadline| *deadline <= end);
        deadlines.extend(deadline.map(|deadline| (deadline, Some(&rung.code))));
    }
    if deadlines.is_empty() {
        // A cycle without targets still has its end, and a valley after it.
        deadlines.push((end, None));
    }
    let least = settings.least_business_days.get();
    let mut weeks = weeks_from(view, start, end);
    // Room for the last valley, closed weeks left out.
    let mut open_after_end: i64 = 0;
    while open_after_end < settings.recharge_weeks.get() {
        let Some(monday) = weeks.last().and_then(|week| week.to.checked_add_days(1)) else { break };
        let Some(week) = week_from(view, start, monday) else { break };
        open_after_end = open_after_end.saturating_add(i64::from(week.business_days >= least));
        weeks.push(week);
    }
    let long = |week: &RhythmWeek| week.business_days >= least;
    let most = |weeks: i64| usize::try_from(weeks).unwrap_or(usize::MAX);
    for (deadline, _) in &deadlines {
        let before = weeks.iter_mut().rev().filter(|week| week.from <= *deadline && long(week));
        before.take(most(settings.push_weeks.get())).for_each(|week| week.kind = WeekKind::Push);
    }
    for (deadline, code) in &deadlines {
        // A valley comes before the push of the next rung: it is what gets lost otherwise.
        let holds_deadline =
            |week: &RhythmWeek| deadlines.iter().any(|(other, _)| (week.from..=week.to).contains(other));
        let after =
            weeks.iter_mut().filter(|week| week.from > *deadline && long(week) && !holds_deadline(week));
        after.take(most(settings.recharge_weeks.get())).for_each(|week| week.kind = WeekKind::Recharge);
        let of_deadline = weeks.iter_mut().find(|week| (week.from..=week.to).contains(deadline));
        if let (Some(week), Some(code)) = (of_deadline, code) {
            week.deadlines.push((*code).clone());
        }
    }
    // Weeks after the cycle only make room for its last valley.
    let last = weeks.iter().rposition(|week| week.from <= end || week.kind == WeekKind::Recharge);
    weeks.truncate(last.map_or(0, |last| last.saturating_add(1)));
    weeks
}

fn weeks_from(view: &View<'_, '_>, start: Day, end: Day) -> Vec<RhythmWeek> {
    let to_monday = i64::from(start.weekday().num_days_from_monday()).saturating_neg();
    let mut monday = start.checked_add_days(to_monday);
    let mut weeks = Vec::new();
    while let Some(week) =
        monday.filter(|monday| *monday <= end).and_then(|from| week_from(view, start, from))
    {
        monday = week.to.checked_add_days(1);
        weeks.push(week);
    }
    weeks
}

fn week_from(view: &View<'_, '_>, start: Day, from: Day) -> Option<RhythmWeek> {
    let to = from.checked_add_days(6)?;
    let before = from.max(start).checked_add_days(-1)?;
    Some(RhythmWeek {
        from,
        to,
        kind: WeekKind::Normal,
        business_days: view.partner.calendar.business_days_between(before, to),
        deadlines: Vec::new(),
        passed: to < view.today(),
        push_hours: None,
        recharge_hours: None,
        evidence: Vec::new(),
    })
}

/// Adds the recorded hours to their weeks.
fn record(weeks: &mut [RhythmWeek], view: &View<'_, '_>, start: Day) {
    for (fact, load) in view.of::<Load>() {
        let day = view.partner.day_of(fact.at);
        let place = weeks.partition_point(|week| week.from <= day).checked_sub(1);
        let week = place.and_then(|place| weeks.get_mut(place));
        let Some(week) = week.filter(|week| day <= week.to && day >= start) else { continue };
        let hours = load.hours.get();
        let (push, recharge) = match load.kind {
            LoadKind::Push => (hours, 0.0),
            LoadKind::Recharge => (0.0, hours),
        };
        week.push_hours = Some(week.push_hours.unwrap_or(0.0) + push);
        week.recharge_hours = Some(week.recharge_hours.unwrap_or(0.0) + recharge);
        week.evidence.push(fact.id.clone());
    }
}

/// Mean absolute change between neighbouring recorded weeks ÷ mean hours of the recorded weeks.
///
/// A week without a record is unknown and has no neighbours; weeks with few business days are left out, as
/// holidays are no unevenness of the plan.
fn variation(weeks: &[RhythmWeek], policy: &Policy) -> Option<f64> {
    let least = policy.rhythm.least_business_days.get();
    let known = |week: &RhythmWeek| week.hours().filter(|_| week.passed && week.business_days >= least);
    let changes: Vec<f64> = weeks
        .iter()
        .zip(weeks.iter().skip(1))
        .filter_map(|(one, next)| known(one).zip(known(next)))
        .map(|(one, next)| (next - one).abs())
        .collect();
    let hours: Vec<f64> = weeks.iter().filter_map(known).collect();
    let pairs = i64::try_from(changes.len()).unwrap_or(i64::MAX);
    let mean = hours.iter().sum::<f64>() / length(hours.len());
    (pairs >= policy.rhythm.uneven_pairs.get().max(1) && mean > 0.0)
        .then(|| changes.iter().sum::<f64>() / length(changes.len()) / mean)
}
