//! Metrics: which events of a person count towards each, a deal once.

use std::collections::BTreeSet;

use serde::Serialize;

use crate::calendar::{Day, Instant};
use crate::fact::{Activity, Deal, DealId, Event, Fact, FactId, Stage};
use crate::policy::Policy;
use crate::value::Key;
use crate::view::View;

/// Something that counts towards a metric.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct MetricEvent {
    /// The local day on which it happened.
    pub day: Day,
    /// When it happened.
    pub at: Instant,
    /// How many it counts for, at least 1; always 1 for a deal.
    pub count: i64,
    /// The fact that counts.
    pub fact: FactId,
    /// The deal, where there is one.
    pub deal: Option<DealId>,
    /// Whether somebody disputes the fact: it counts until that is settled.
    pub contested: bool,
}

/// Everything that the person's facts hold of one metric, by instant, then fact.
///
/// Activities without a deal count as often as they say. A deal counts once, by the first fact with which it
/// entered the metric: an activity of the metric that names it, or one of the metric's stages.
#[must_use]
pub fn events(view: &View<'_, '_>, policy: &Policy, metric: &Key) -> Vec<MetricEvent> {
    let events = counted(view, policy, metric).into_iter().map(|(fact, count, deal)| MetricEvent {
        day: view.partner.day_of(fact.at),
        at: fact.at,
        count,
        fact: fact.id.clone(),
        deal: deal.cloned(),
        contested: view.partner.contest_of(&fact.id).is_some(),
    });
    events.collect()
}

/// A fact that counts towards a metric, what it counts for, and its deal.
pub(crate) type Counted<'a> = (&'a Fact, i64, Option<&'a DealId>);

/// The facts of [`events`], each with what it counts for and its deal.
pub(crate) fn counted<'a>(view: &View<'_, 'a>, policy: &Policy, metric: &Key) -> Vec<Counted<'a>> {
    let stages = policy.metrics.get(metric).map(|metric| metric.stages.as_slice()).unwrap_or_default();
    let mut counted = Vec::new();
    let mut deals: BTreeSet<&DealId> = BTreeSet::new();
    for fact in view.facts.iter().copied() {
        let (deal, count) = match &fact.event {
            Event::Activity(Activity { metric: of, count, deal }) if of == metric => {
                (deal.as_ref(), count.get())
            }
            Event::Deal(Deal { deal, stage, .. }) if stages.contains(stage) => (Some(deal), 1),
            _ => continue,
        };
        if count < 1 || deal.is_some_and(|deal| !deals.insert(deal)) {
            continue;
        }
        counted.push((fact, if deal.is_some() { 1 } else { count }, deal));
    }
    counted
}

/// The stage that a deal reaches by an activity of the metric: the one stage of which the metric is made, or that a
/// prospect was found.
pub(crate) fn stage_of(policy: &Policy, metric: &Key) -> Option<Stage> {
    match policy.metrics.get(metric)?.stages.as_slice() {
        [stage] => Some(*stage),
        stages => stages.contains(&Stage::Prospect).then_some(Stage::Prospect),
    }
}

/// What the events count for together.
#[must_use]
pub fn total(events: &[MetricEvent]) -> i64 {
    events.iter().fold(0, |sum, event| sum.saturating_add(event.count))
}

/// Whether any work of the person was recorded from `day` on: an activity, a deal, a meeting, a load.
///
/// Without such a fact a count of nothing means that nobody looked, not that nothing happened.
#[must_use]
pub fn recorded_since(view: &View<'_, '_>, day: Day) -> bool {
    let from = view.partner.zone.start_of(day);
    view.facts.iter().any(|fact| {
        let work =
            matches!(fact.event, Event::Activity(_) | Event::Deal(_) | Event::Touchpoint(_) | Event::Load(_));
        work && fact.at >= from
    })
}
