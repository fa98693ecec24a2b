//! Lead time: how many of a person's deals get how far, and how long an order takes.
//!
//! All of the person's deals count, those before the start of the role too: how a person sells is not new
//! with the role. Shares are those reached so far, so open deals may still raise them.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use crate::calendar::Day;
use crate::fact::{DealId, Event, Stage};
use crate::metric;
use crate::order::{Fill as _, Order as _};
use crate::policy::{MetricPolicy, Policy};
use crate::read::integer_to_f64;
use crate::stats;
use crate::value::Key;
use crate::view::View;

/// What a person's deals come to.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct LeadTime {
    /// Everything counted, by metric, in the order of the stages.
    pub counts: Vec<MetricCount>,
    /// From a prospect to each further metric of deals; empty where no metric counts prospects.
    pub conversions: Vec<Conversion>,
    /// Days from prospect to order; absent where no deal has a day on which it was found.
    pub to_order: Option<ToOrder>,
}

/// How many of one metric.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct MetricCount {
    /// The metric.
    pub metric: Key,
    /// How many up to the as-of.
    pub count: i64,
}

/// The share of deals that got from one metric to another.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Conversion {
    /// The metric at which they begin.
    pub from: Key,
    /// The metric that they reach.
    pub to: Key,
    /// Deals that began.
    pub deals: i64,
    /// Those of them that reached it.
    pub reached: i64,
    /// `reached ÷ deals`, 0 to 1; absent without deals.
    pub share: Option<f64>,
    /// Lower end of the Jeffreys interval at the policy's level; absent without deals.
    pub lower: Option<f64>,
    /// Upper end of it.
    pub upper: Option<f64>,
}

/// Days from prospect to order, by Kaplan–Meier.
///
/// A lost deal is censored on the day of its loss, an open one today. So the curve tells how long an order
/// takes where nothing else ends the deal; how many are ordered at all is told by the conversion, and taking a
/// loss for an order that never comes would mix the two.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ToOrder {
    /// Deals whose day of finding is known.
    pub deals: i64,
    /// Those ordered.
    pub won: i64,
    /// Those lost and not ordered.
    pub lost: i64,
    /// Those still open.
    pub open: i64,
    /// Deals left out because the day on which they were found is not known, or lies after their order.
    pub without_start: i64,
    /// The first day by which half are ordered; absent where the curve does not come down to it.
    pub median_days: Option<f64>,
    /// Rows of the survival table: the different lengths, ordered or censored.
    pub rows: i64,
}

/// What the person's deals come to.
#[must_use]
pub fn evaluate(view: &View<'_, '_>, policy: &Policy) -> LeadTime {
    let mut metrics: Vec<(&Key, &MetricPolicy)> = policy.metrics.iter().collect();
    // Metrics without stages are not about deals and come last.
    metrics.order_by_key(|(key, metric)| {
        (metric.stages.iter().min().is_none(), metric.stages.iter().min(), *key)
    });
    let counted: Vec<Counted<'_, '_>> = metrics
        .into_iter()
        .map(|(key, metric)| {
            let events = metric::counted(view, policy, key);
            Counted {
                key,
                metric,
                count: events.iter().fold(0, |sum, (_, count, _)| sum.saturating_add(*count)),
                deals: events.into_iter().filter_map(|(_, _, deal)| deal).fill(),
            }
        })
        .collect();
    let counts = counted.iter().map(|of| MetricCount { metric: of.key.clone(), count: of.count });
    LeadTime {
        counts: counts.collect(),
        conversions: conversions(policy, &counted),
        to_order: to_order(view, policy),
    }
}

/// What counts towards one metric.
struct Counted<'p, 'a> {
    key: &'p Key,
    metric: &'p MetricPolicy,
    count: i64,
    deals: BTreeSet<&'a DealId>,
}

fn conversions(policy: &Policy, counted: &[Counted<'_, '_>]) -> Vec<Conversion> {
    let Some(from) = counted.iter().find(|of| of.metric.stages.contains(&Stage::Prospect)) else {
        return Vec::new();
    };
    let further = counted.iter().filter(|to| to.key != from.key && !to.metric.stages.is_empty());
    further
        .map(|to| {
            let reached = from.deals.intersection(&to.deals).count();
            let (reached, deals) = (length(reached), length(from.deals.len()));
            let share = (deals > 0).then(|| integer_to_f64(reached) / integer_to_f64(deals));
            let interval = interval(reached, deals, policy.estimate.interval.get());
            Conversion {
                from: from.key.clone(),
                to: to.key.clone(),
                deals,
                reached,
                share,
                lower: interval.map(|interval| interval.0),
                upper: interval.map(|interval| interval.1),
            }
        })
        .collect()
}

/// The days that matter of one deal.
#[derive(Debug, Default)]
struct Milestones {
    found: Option<Day>,
    won: Option<Day>,
    lost: Option<Day>,
}

fn to_order(view: &View<'_, '_>, policy: &Policy) -> Option<ToOrder> {
    let deals = milestones(view, policy);
    let mut answer =
        ToOrder { deals: 0, won: 0, lost: 0, open: 0, without_start: 0, median_days: None, rows: 0 };
    let mut waits = Vec::new();
    for deal in deals {
        let end = deal.won.or(deal.lost).unwrap_or_else(|| view.today());
        let Some(days) = deal.found.map(|found| found.days_until(end)).filter(|days| *days >= 0) else {
            answer.without_start = answer.without_start.saturating_add(1);
            continue;
        };
        let kind = match (deal.won, deal.lost) {
            (Some(_), _) => &mut answer.won,
            (None, Some(_)) => &mut answer.lost,
            (None, None) => &mut answer.open,
        };
        *kind = kind.saturating_add(1);
        answer.deals = answer.deals.saturating_add(1);
        waits.push((integer_to_f64(days), deal.won.is_some()));
    }
    if waits.is_empty() {
        return None;
    }
    (answer.median_days, answer.rows) = survival(&waits, policy.estimate.interval.get());
    Some(answer)
}

fn milestones(view: &View<'_, '_>, policy: &Policy) -> Vec<Milestones> {
    let mut deals: BTreeMap<&DealId, Milestones> = BTreeMap::new();
    for fact in view.facts {
        let (deal, is): (_, &dyn Fn(Stage) -> bool) = match &fact.event {
            Event::Deal(event) => (&event.deal, &|stage| event.stage == stage),
            Event::Activity(event) if event.count.get() > 0 => match &event.deal {
                Some(deal) => (deal, &|stage| metric::stage_of(policy, &event.metric) == Some(stage)),
                None => continue,
            },
            _ => continue,
        };
        let day = view.partner.day_of(fact.at);
        let known = deals.entry(deal).or_default();
        // Facts come by instant: the first of each kind is the earliest.
        known.found = known.found.or_else(|| is(Stage::Prospect).then_some(day));
        known.won = known.won.or_else(|| is(Stage::Won).then_some(day));
        known.lost = known.lost.or_else(|| is(Stage::Lost).then_some(day));
    }
    deals.into_values().collect()
}

/// Median and number of rows of the survival table of these waits: days, and whether they ended in an order.
fn survival(waits: &[(f64, bool)], level: f64) -> (Option<f64>, i64) {
    let (times, ordered): (Vec<f64>, Vec<bool>) = waits.iter().copied().unzip();
    match stats::kaplan_meier(&times, &ordered, level) {
        Ok(table) => (table.median(), length(table.rows.len())),
        Err(_) => (None, 0),
    }
}

fn interval(reached: i64, deals: i64, level: f64) -> Option<(f64, f64)> {
    if deals < 1 {
        return None;
    }
    let (reached, deals) = (u64::try_from(reached).ok()?, u64::try_from(deals).ok()?);
    stats::proportion_interval(reached, deals, level, stats::ProportionMethod::Jeffreys).ok()
}

fn length(items: usize) -> i64 {
    i64::try_from(items).unwrap_or(i64::MAX)
}
