//! Metrics: which events of a person count towards each metric. A deal counts once.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use crate::calendar::{Day, Instant};
use crate::fact::{Activity, Deal, DealId, Event, Fact, FactId, Load, Stage, Touchpoint};
use crate::partner::deal::{Deals, first_stage, step};
use crate::partner::view::View;
use crate::policy::Policy;
use crate::value::Key;

/// Something that counts towards a metric.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
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
/// Activities without a deal count as often as they say. A deal counts once, by the first fact with which it entered
/// the metric: an activity of the metric that names it, one of the metric's stages, or a later stage of its course,
/// since who comes to a stage has passed those before it. A loss says nothing of stages that were passed. An order or
/// a loss that was taken back says no more than that there was a prospect.
#[must_use]
pub fn events(view: &View<'_, '_>, policy: &Policy, metric: &Key) -> Vec<MetricEvent> {
    let events = counted(view, policy, metric).into_iter().map(|counted| MetricEvent {
        day: view.partner.day_of(counted.fact.at),
        at: counted.fact.at,
        count: counted.count,
        fact: counted.fact.id.clone(),
        deal: counted.deal.cloned(),
        contested: view.partner.contest_of(&counted.fact.id).is_some(),
    });
    events.collect()
}

/// A fact that counts towards a metric.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Counted<'a> {
    pub(crate) fact: &'a Fact,
    /// What it counts for, at least 1; always 1 for a deal.
    pub(crate) count: i64,
    pub(crate) deal: Option<&'a DealId>,
    /// Whether the fact itself tells of the metric, rather than of a later stage.
    pub(crate) named: bool,
}

/// The facts of [`events`].
pub(crate) fn counted<'a>(view: &View<'_, 'a>, policy: &Policy, metric: &Key) -> Vec<Counted<'a>> {
    once_per_deal(view, policy, metric, |_| true)
}

/// Those facts alone that tell of the metric themselves: what was done, not what must have been.
pub(crate) fn named<'a>(view: &View<'_, 'a>, policy: &Policy, metric: &Key) -> Vec<Counted<'a>> {
    once_per_deal(view, policy, metric, |counted| counted.named)
}

fn once_per_deal<'a>(
    view: &View<'_, 'a>,
    policy: &Policy,
    metric: &Key,
    which: impl Fn(&Counted<'a>) -> bool,
) -> Vec<Counted<'a>> {
    let Some(reader) = Reader::of(policy, metric) else { return Vec::new() };
    let mut deals: BTreeSet<&DealId> = BTreeSet::new();
    let facts = view.work().filter_map(|fact| reader.read(fact, view.partner.deals(), policy));
    facts.filter(which).filter(|counted| counted.deal.is_none_or(|deal| deals.insert(deal))).collect()
}

/// Reads facts as one metric counts them.
pub(crate) struct Reader<'p> {
    metric: &'p Key,
    stages: &'p [Stage],
    /// The earliest stage of a deal's course that the metric counts.
    first: Option<Stage>,
}

impl<'p> Reader<'p> {
    /// Absent where nothing can count: activities count towards metrics that the policy has.
    pub(crate) fn of(policy: &'p Policy, metric: &Key) -> Option<Self> {
        let (metric, own) = policy.metrics.get_key_value(metric)?;
        Some(Self { metric, stages: &own.stages, first: first_stage(&own.stages) })
    }

    /// What a fact counts for, whether or not its deal was counted before.
    pub(crate) fn read<'a>(&self, fact: &'a Fact, deals: &Deals<'a>, policy: &Policy) -> Option<Counted<'a>> {
        if !matches!(fact.event, Event::Activity(_) | Event::Deal(_)) {
            return None;
        }
        let taken_back = deals.is_taken_back(&fact.id);
        if let Event::Activity(Activity { metric, count, deal }) = &fact.event
            && metric == self.metric
            && !taken_back
        {
            let count = count.get();
            let once = if deal.is_some() { 1 } else { count };
            return (count > 0).then_some(Counted { fact, count: once, deal: deal.as_ref(), named: true });
        }
        let (deal, stage) = step(fact, policy)?;
        let stage = if taken_back { Stage::Prospect } else { stage? };
        let named = (taken_back || matches!(fact.event, Event::Deal(_))) && self.stages.contains(&stage);
        let passed = stage != Stage::Lost && self.first.is_some_and(|first| first <= stage);
        (named || passed).then_some(Counted { fact, count: 1, deal: Some(deal), named })
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
    view.has_since::<Activity>(from)
        || view.has_since::<Deal>(from)
        || view.has_since::<Touchpoint>(from)
        || view.has_since::<Load>(from)
}
