//! The ladder: the state of each staged target, how likely it is to be reached in time, and when.
//!
//! The plan begins when the person has the role. A rung's deadline day counts until its local end. Pace compares
//! today with the day on which today's count was due (earned schedule, Lipke 2003), in whole things. Odds come from
//! the forecast and add what pace does not say: exactly on pace, they are about 50 %.

use serde::{Deserialize, Serialize};

use crate::calendar::{Day, Instant};
use crate::course::forecast::Forecast;
use crate::fact::FactId;
use crate::finding::{self, Finding, FindingCode, Urgency};
use crate::json::read::{integer_to_f64, words};
use crate::partner::metric::{self, MetricEvent};
use crate::partner::period::Period;
use crate::partner::view::View;
use crate::policy::{Counting, Policy, RungPolicy};
use crate::value::Key;

/// A reached rung is celebrated for so many days: two weekly meetings, in case one is cancelled.
pub const CELEBRATED_DAYS: i64 = 14;

words! {
    /// How a rung stands.
    pub enum RungStatus {
        /// Made by its deadline.
        Achieved = "achieved",
        /// Ahead of its plan.
        Ahead = "ahead",
        /// As planned.
        OnPace = "on_pace",
        /// Behind its plan.
        Behind = "behind",
        /// Unlikely to be made in time, whatever its pace.
        AtRisk = "at_risk",
        /// Not made by its deadline.
        Missed = "missed",
        /// The person does not have the role yet.
        NotStarted = "not_started",
        /// Nothing was recorded since the start.
        Unknown = "unknown",
    }
}

/// One person's ladder.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(not(feature = "exhaustive"), non_exhaustive)]
pub struct Ladder {
    /// The day from which the person has the role; absent without an appointment.
    pub start: Option<Day>,
    /// The appointment.
    pub appointed_by: Option<FactId>,
    /// The rungs, in the policy's order.
    pub rungs: Vec<Rung>,
}

/// One staged target.
///
/// Its days are those that its plan counts: calendar days, or business days of the partner's calendar; the
/// belief about the metric's rate is read in the same days.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(not(feature = "exhaustive"), non_exhaustive)]
pub struct Rung {
    /// Code in the policy.
    pub code: Key,
    /// The metric that it counts.
    pub metric: Key,
    /// How many are wanted.
    pub target: i64,
    /// Whether it is the final result rather than a step towards it.
    #[serde(rename = "final")]
    pub last: bool,
    /// Which days its plan counts.
    pub counting: Counting,
    /// Days of its plan.
    pub days: i64,
    /// The last day that counts; absent where the start is not known.
    pub deadline: Option<Day>,
    /// How it stands.
    pub status: RungStatus,
    /// How many there are from the start to the deadline; absent where nothing is known.
    pub count: Option<i64>,
    /// The day on which it was made.
    pub achieved_on: Option<Day>,
    /// The number of that day: 0 for the day of the start.
    pub achieved_in_days: Option<i64>,
    /// The day after the deadline on which the target was reached, where it was missed.
    pub reached_late_on: Option<Day>,
    /// Its pace; absent where nothing is known.
    pub pace: Option<Pace>,
    /// Probability that it is made in time, 0 to 1; absent where nothing is known.
    pub odds: Option<f64>,
    /// Expected events in 30 days of the plan, by belief and events together; absent where nothing is known.
    pub rate_per_30_days: Option<f64>,
    /// When the target is expected; absent where it is reached, or nothing is known.
    pub expected: Option<Expected>,
    /// How the count grew over time: one step per day on which something counted.
    pub course: Vec<CourseStep>,
    /// The facts counted, by instant.
    pub evidence: Vec<FactId>,
    /// Those of them that are disputed.
    pub contested: Vec<FactId>,
}

/// The count at the end of a day on which it grew.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(not(feature = "exhaustive"), non_exhaustive)]
pub struct CourseStep {
    /// The day.
    pub day: Day,
    /// How many there were at its end.
    pub count: i64,
}

/// Pace by earned schedule, in days of the plan.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(not(feature = "exhaustive"), non_exhaustive)]
pub struct Pace {
    /// The day by which an even plan would have what is there: count ÷ target × days, at most all days.
    pub earned_days: f64,
    /// Days gone since the end of the start day; up to the day on which it was reached, where it was.
    pub elapsed_days: f64,
    /// Days ahead of the plan, or behind it where negative. The plan is even and counts whole things: the n-th of
    /// N is due on day n/N of the rung, so between two of them a person is neither ahead nor behind.
    pub days_ahead: f64,
}

/// When a target is expected; absent days lie beyond the policy's horizon.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(not(feature = "exhaustive"), non_exhaustive)]
pub struct Expected {
    /// The day by which it is reached with the policy's small probability.
    pub early: Option<Day>,
    /// The day by which it is reached as likely as not.
    pub median: Option<Day>,
    /// The day by which it is reached with the policy's large probability.
    pub late: Option<Day>,
}

/// The odds of a rung before and after its date is moved.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(not(feature = "exhaustive"), non_exhaustive)]
pub struct OddsChange {
    /// Code of the rung.
    pub rung: Key,
    /// Odds today.
    pub before: f64,
    /// Odds with the later date.
    pub after: f64,
}

/// How every rung of the policy stands for one person.
#[must_use]
#[cfg_attr(feature = "rooms", visibility::make(pub))]
pub(crate) fn evaluate(view: &View<'_, '_>, policy: &Policy) -> Ladder {
    let start = view.start();
    Ladder {
        start: start.map(|(day, _)| day),
        appointed_by: start.map(|(_, fact)| fact.id.clone()),
        rungs: policy.ladder.rungs.iter().map(|rung| judge(view, policy, rung, rung.days.get())).collect(),
    }
}

impl Ladder {
    /// The odds of every open rung if it had `extend_days` more of its days, in the policy's order.
    ///
    /// Open is what is not achieved: a missed rung gets a new deadline. Rungs without odds are left out.
    #[must_use]
    #[cfg_attr(feature = "rooms", visibility::make(pub))]
    pub(crate) fn extended(&self, view: &View<'_, '_>, policy: &Policy, extend_days: i64) -> Vec<OddsChange> {
        let rungs = policy.ladder.rungs.iter().zip(&self.rungs);
        rungs
            .filter(|(_, now)| now.status != RungStatus::Achieved)
            .filter_map(|(rung, now)| {
                let moved = judge(view, policy, rung, rung.days.get().saturating_add(extend_days));
                Some(OddsChange { rung: now.code.clone(), before: now.odds?, after: moved.odds? })
            })
            .collect()
    }

    /// What needs attention: rungs reached lately, at risk, behind, missed and still not reached, or unknown.
    #[must_use]
    #[cfg_attr(feature = "rooms", visibility::make(pub))]
    pub(crate) fn findings(&self, view: &View<'_, '_>, policy: &Policy) -> Vec<Finding> {
        self.rungs.iter().filter_map(|rung| self.finding(rung, view, policy)).collect()
    }

    fn finding(&self, rung: &Rung, view: &View<'_, '_>, policy: &Policy) -> Option<Finding> {
        let (code, urgency) = match rung.status {
            RungStatus::Achieved => {
                let days = rung.achieved_on?.days_until(view.today());
                (days <= CELEBRATED_DAYS).then_some((FindingCode::RungAchieved, Urgency::Celebrate))?
            }
            RungStatus::AtRisk => (FindingCode::RungAtRisk, Urgency::Urgent),
            RungStatus::Behind => (FindingCode::RungBehind, Urgency::Important),
            RungStatus::Missed if rung.reached_late_on.is_none() => {
                (FindingCode::RungMissed, Urgency::Important)
            }
            RungStatus::Unknown => (FindingCode::RungUnknown, Urgency::Notice),
            RungStatus::Missed | RungStatus::Ahead | RungStatus::OnPace | RungStatus::NotStarted => {
                return None;
            }
        };
        let mut finding = Finding::new(code, urgency, rung.code.as_str())
            .value("metric", finding::word(rung.metric.as_str()))
            .value("target", finding::count(rung.target))
            .maybe("count", rung.count.map(finding::count))
            .maybe("deadline", rung.deadline.map(finding::day))
            .maybe("odds", rung.odds.map(finding::share))
            .maybe("days_ahead", rung.pace.map(|pace| finding::part_days(pace.days_ahead)))
            // Adding 0 turns −0 into 0.
            .maybe("days_behind", rung.pace.map(|pace| finding::part_days(-pace.days_ahead + 0.0)))
            .maybe("day", rung.achieved_in_days.map(finding::count))
            .evidence(rung.evidence.iter().cloned());
        let open = matches!(rung.status, RungStatus::AtRisk | RungStatus::Behind | RungStatus::Missed);
        if open {
            let helps =
                policy.remedies.iter().filter(|(_, remedy)| remedy.unit || remedy.extend_days.get() > 0);
            finding = finding.remedies(&helps.map(|(code, _)| code.clone()).collect::<Vec<_>>());
        }
        let zone = view.partner.zone;
        Some(match rung.status {
            RungStatus::Missed => since(finding, rung.deadline.map(|day| zone.end_of(day))),
            RungStatus::Achieved => {
                let events = self
                    .start
                    .map(|start| events_from(start, view, policy, &rung.metric))
                    .unwrap_or_default();
                since(finding, reaching(&events, rung.target).map(|event| event.at))
            }
            RungStatus::Unknown => {
                since(finding, self.start.map(|day| zone.end_of(day))).evidence(self.appointed_by.clone())
            }
            RungStatus::AtRisk | RungStatus::Behind => finding.due(rung.deadline),
            _ => finding,
        })
    }
}

fn since(finding: Finding, at: Option<Instant>) -> Finding {
    match at {
        Some(at) => finding.since(at),
        None => finding,
    }
}

/// How one rung stands with a plan of `days`.
fn judge(view: &View<'_, '_>, policy: &Policy, rung: &RungPolicy, days: i64) -> Rung {
    let mut judged = Rung {
        code: rung.code.clone(),
        metric: rung.metric.clone(),
        target: rung.target.get(),
        last: rung.last,
        counting: rung.counting,
        days,
        deadline: None,
        status: RungStatus::NotStarted,
        count: None,
        achieved_on: None,
        achieved_in_days: None,
        reached_late_on: None,
        pace: None,
        odds: None,
        rate_per_30_days: None,
        expected: None,
        course: Vec::new(),
        evidence: Vec::new(),
        contested: Vec::new(),
    };
    let Some((start, _)) = view.start() else { return judged };
    let period = Period { partner: view.partner, start, counting: rung.counting };
    judged.deadline = period.day_of(days);
    let elapsed = period.elapsed();
    if view.today() < start {
        judged.odds =
            forecast(policy, rung, 0, 0.0).map(|prior| prior.odds(judged.target, integer_to_f64(days)));
    } else if elapsed >= 1.0 && !metric::recorded_since(view, start) {
        judged.status = RungStatus::Unknown;
    } else {
        measure(&mut judged, view, policy, rung, period, elapsed);
    }
    judged
}

/// Fills in what the facts since the start say.
fn measure(
    judged: &mut Rung,
    view: &View<'_, '_>,
    policy: &Policy,
    rung: &RungPolicy,
    period: Period<'_, '_>,
    elapsed: f64,
) {
    let mut events = events_from(period.start, view, policy, &rung.metric);
    let all = metric::total(&events);
    let in_time = |day: Day| judged.deadline.is_none_or(|deadline| day <= deadline);
    let reached = reaching(&events, judged.target).map(|event| event.day);
    let achieved = reached.filter(|day| in_time(*day));
    let over = !in_time(view.today());
    judged.reached_late_on = if achieved.is_none() { reached } else { None };
    let gone = reached.map_or(elapsed, |day| integer_to_f64(period.number_of(day)));

    let forecast = forecast(policy, rung, all, elapsed);
    judged.rate_per_30_days = forecast.map(|forecast| 30.0 * forecast.rate_per_day());
    if reached.is_none() {
        let missing = judged.target.saturating_sub(all);
        judged.expected = forecast.map(|forecast| expected(&forecast, missing, period, elapsed, policy));
    }

    events.retain(|event| in_time(event.day));
    let count = metric::total(&events);
    judged.count = Some(count);
    judged.course = course(&events);
    judged.achieved_on = achieved;
    judged.achieved_in_days = achieved.map(|day| period.number_of(day));
    judged.contested =
        events.iter().filter(|event| event.contested).map(|event| event.fact.clone()).collect();
    judged.evidence = events.into_iter().map(|event| event.fact).collect();

    let pace = pace(count, judged.target, judged.days, gone);
    judged.pace = Some(pace);
    judged.odds = if achieved.is_some() {
        Some(1.0)
    } else if over {
        Some(0.0)
    } else {
        let left = integer_to_f64(judged.days) - elapsed;
        forecast.map(|forecast| forecast.odds(judged.target.saturating_sub(count), left))
    };
    let risky = judged.odds.is_some_and(|odds| odds < policy.ladder.at_risk_below.get());
    judged.status = if achieved.is_some() {
        RungStatus::Achieved
    } else if over {
        RungStatus::Missed
    } else if risky {
        RungStatus::AtRisk
    } else if pace.days_ahead >= policy.ladder.ahead_days.get() {
        RungStatus::Ahead
    } else if pace.days_ahead <= -policy.ladder.behind_days.get() {
        RungStatus::Behind
    } else {
        RungStatus::OnPace
    };
}

fn forecast(policy: &Policy, rung: &RungPolicy, events: i64, days: f64) -> Option<Forecast> {
    let metric = policy.metrics.get(&rung.metric)?;
    Some(Forecast::new(metric.prior_events.get(), metric.prior_days.get(), events, days))
}

fn events_from(start: Day, view: &View<'_, '_>, policy: &Policy, metric: &Key) -> Vec<MetricEvent> {
    let mut events = metric::events(view, policy, metric);
    events.retain(|event| event.day >= start);
    events
}

/// The event with which the target was reached.
fn reaching(events: &[MetricEvent], target: i64) -> Option<&MetricEvent> {
    let mut sum = 0_i64;
    events.iter().find(|event| {
        sum = sum.saturating_add(event.count);
        sum >= target
    })
}

fn course(events: &[MetricEvent]) -> Vec<CourseStep> {
    let mut steps: Vec<CourseStep> = Vec::new();
    let mut count = 0_i64;
    for event in events {
        count = count.saturating_add(event.count);
        match steps.last_mut() {
            Some(step) if step.day == event.day => step.count = count,
            _ => steps.push(CourseStep { day: event.day, count }),
        }
    }
    steps
}

fn pace(count: i64, target: i64, days: i64, elapsed: f64) -> Pace {
    let due = |count: i64| {
        let share = integer_to_f64(count) / integer_to_f64(target.max(1));
        share.min(1.0) * integer_to_f64(days)
    };
    let (earned, next) = (due(count), due(count.saturating_add(1)));
    let days_ahead = if elapsed < earned { earned - elapsed } else { (next - elapsed).min(0.0) };
    Pace { earned_days: earned, elapsed_days: elapsed, days_ahead }
}

fn expected(
    forecast: &Forecast,
    missing: i64,
    period: Period<'_, '_>,
    elapsed: f64,
    policy: &Policy,
) -> Expected {
    let by = |probability| {
        let wait = forecast.days_until(missing, probability)?;
        let near = wait <= policy.ladder.horizon_days.get();
        period.day_of(whole((elapsed + wait).ceil()).filter(|_| near)?)
    };
    let early = policy.ladder.early.get();
    Expected { early: by(early), median: by(0.5), late: by(1.0 - early) }
}

#[expect(clippy::as_conversions, reason = "the range is checked before, the fraction was rounded off")]
fn whole(value: f64) -> Option<i64> {
    (0.0..=1e12).contains(&value).then_some(value as i64)
}
