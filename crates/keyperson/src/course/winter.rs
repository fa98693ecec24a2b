//! Winter: whether a long time without an order is a hard season with good work, or a standstill.
//!
//! The question arises if there was no final result of the ladder for more days than the policy allows. It is decided
//! by the intermediate results of the last weeks: are there as many as the policy expects?

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use crate::calendar::Day;
use crate::fact::FactId;
use crate::finding::{self, Finding, FindingCode, Urgency};
use crate::json::read::{integer_to_f64, words};
use crate::order::Fill as _;
use crate::partner::metric::{self, MetricEvent};
use crate::partner::view::View;
use crate::policy::Policy;
use crate::value::Key;

words! {
    /// Which season it is.
    pub enum Season {
        /// A final result came lately.
        Thriving = "thriving",
        /// None for long, and the intermediate results are healthy.
        Winter = "winter",
        /// None for long, and the intermediate results have stopped.
        Stagnation = "stagnation",
        /// The start is too near to ask.
        TooEarly = "too_early",
        /// Not started, nothing recorded, or a policy without final or intermediate metrics.
        Unknown = "unknown",
    }
}

/// A person's season.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(not(feature = "exhaustive"), non_exhaustive)]
pub struct Winter {
    /// The season.
    pub season: Season,
    /// The day of the last final result, or of the start where there is none yet.
    pub since: Option<Day>,
    /// The fact of that day.
    pub since_fact: Option<FactId>,
    /// Calendar days since then.
    pub days_without: Option<i64>,
    /// The last days looked at, today the last of them; never more than since the start.
    pub window_days: Option<i64>,
    /// The intermediate results of these days, in the policy's order; empty where nothing is known.
    pub recent: Vec<Recent>,
    /// How many there are together.
    pub observed: Option<i64>,
    /// How many the policy's beliefs expect.
    pub expected: Option<f64>,
    /// From how many the work is healthy.
    pub healthy_from: Option<f64>,
}

/// The recent results of one intermediate metric.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(not(feature = "exhaustive"), non_exhaustive)]
pub struct Recent {
    /// The metric.
    pub metric: Key,
    /// How many there are.
    pub count: i64,
    /// How many are expected: prior events ÷ prior days × days looked at.
    pub expected: f64,
    /// The facts counted, by instant.
    pub evidence: Vec<FactId>,
}

/// Which season it is for the person.
#[must_use]
#[cfg_attr(feature = "rooms", visibility::make(pub))]
pub(crate) fn evaluate(view: &View<'_, '_>, policy: &Policy) -> Winter {
    let unknown = Winter {
        season: Season::Unknown,
        since: None,
        since_fact: None,
        days_without: None,
        window_days: None,
        recent: Vec::new(),
        observed: None,
        expected: None,
        healthy_from: None,
    };
    let final_metrics: BTreeSet<&Key> =
        policy.ladder.rungs.iter().filter(|rung| rung.last).map(|rung| &rung.metric).fill();
    let Some((start, appointed)) = view.start().filter(|(start, _)| *start <= view.today()) else {
        return unknown;
    };
    if final_metrics.is_empty() || policy.winter.metrics.is_empty() || !metric::recorded_since(view, start) {
        return unknown;
    }
    let last = last_final(view, policy, &final_metrics, start);
    let since = last.as_ref().map_or(start, |event| event.day);
    let days = since.days_until(view.today());
    let window = policy.winter.recent_days.get().min(start.days_until(view.today()));
    let recent: Vec<Recent> =
        policy.winter.metrics.iter().map(|metric| recent(view, policy, metric, window)).collect();
    let observed = recent.iter().fold(0_i64, |sum, recent| sum.saturating_add(recent.count));
    let expected: f64 = recent.iter().map(|recent| recent.expected).sum();
    let healthy_from = expected * policy.winter.healthy_share.get();
    let asked = days > policy.winter.after_days.get();
    Winter {
        season: match (asked, last.is_some()) {
            (false, true) => Season::Thriving,
            (false, false) => Season::TooEarly,
            (true, _) if integer_to_f64(observed) >= healthy_from => Season::Winter,
            (true, _) => Season::Stagnation,
        },
        since: Some(since),
        since_fact: Some(last.map_or_else(|| appointed.id.clone(), |event| event.fact)),
        days_without: Some(days),
        window_days: Some(window),
        recent,
        observed: Some(observed),
        expected: Some(expected),
        healthy_from: Some(healthy_from),
    }
}

impl Winter {
    /// A winter with what there is to recognise, or a stagnation.
    #[must_use]
    #[cfg_attr(feature = "rooms", visibility::make(pub))]
    pub(crate) fn findings(&self, view: &View<'_, '_>, policy: &Policy) -> Vec<Finding> {
        let (code, urgency) = match self.season {
            Season::Winter => (FindingCode::Winter, Urgency::Notice),
            Season::Stagnation => (FindingCode::Stagnation, Urgency::Important),
            Season::Thriving | Season::TooEarly | Season::Unknown => return Vec::new(),
        };
        let (Some(since), Some(days), Some(window)) = (self.since, self.days_without, self.window_days)
        else {
            return Vec::new();
        };
        // One deal may have entered several metrics by the same fact.
        let recent = self.recent.iter().flat_map(|recent| recent.evidence.iter().rev().cloned());
        let evidence = finding::once_each(recent.chain(self.since_fact.clone()));
        let mut finding = Finding::new(code, urgency, "")
            .value("days", finding::days(days))
            .value("recent_days", finding::days(window))
            .value("observed", finding::count(self.observed.unwrap_or_default()))
            .value("expected", finding::number(self.expected.unwrap_or_default()))
            .evidence(evidence);
        if let Some(asked) = since.checked_add_days(policy.winter.after_days.get()) {
            finding = finding.since(view.partner.zone.end_of(asked));
        }
        vec![finding]
    }
}

fn last_final(
    view: &View<'_, '_>,
    policy: &Policy,
    final_metrics: &BTreeSet<&Key>,
    start: Day,
) -> Option<MetricEvent> {
    let events = final_metrics.iter().flat_map(|metric| metric::events(view, policy, metric));
    events
        .filter(|event| event.day >= start)
        .max_by(|one, other| (one.at, &one.fact).cmp(&(other.at, &other.fact)))
}

fn recent(view: &View<'_, '_>, policy: &Policy, metric: &Key, window: i64) -> Recent {
    let mut events = metric::events(view, policy, metric);
    events.retain(|event| event.day.days_until(view.today()) < window);
    let per_day = policy.metrics.get(metric).map_or(0.0, |m| m.prior_events.get() / m.prior_days.get());
    Recent {
        metric: metric.clone(),
        count: metric::total(&events),
        expected: per_day * integer_to_f64(window),
        evidence: events.into_iter().map(|event| event.fact).collect(),
    }
}
