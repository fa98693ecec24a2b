//! Lead time: how many of a person's deals get how far, and how long an order takes.
//!
//! All of the person's deals count, those before the start of the role too: how a person sells is not new
//! with the role. Shares are those reached so far, so open deals may still raise them. How a deal stands, and since
//! when, is what the partner's facts say of it, whoever brought it there.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use crate::fact::{DealId, Stage};
use crate::json::read::integer_to_f64;
use crate::order::{Fill as _, Order as _};
use crate::partner::deal::{Outcome, step};
use crate::partner::metric::{self, Counted};
use crate::partner::view::View;
use crate::policy::{MetricPolicy, Policy};
use crate::stats;
use crate::value::Key;

/// What a person's deals come to.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(not(feature = "exhaustive"), non_exhaustive)]
pub struct LeadTime {
    /// Everything counted, by metric, in the order of the stages.
    pub counts: Vec<MetricCount>,
    /// From a prospect to each further metric of deals; empty where no metric counts prospects.
    pub conversions: Vec<Conversion>,
    /// Days from prospect to order; absent where no deal has a day on which it was found.
    pub to_order: Option<ToOrder>,
}

/// How many of one metric.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(not(feature = "exhaustive"), non_exhaustive)]
pub struct MetricCount {
    /// The metric.
    pub metric: Key,
    /// How many up to the as-of.
    pub count: i64,
}

/// The share of deals that got from one metric to another.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(not(feature = "exhaustive"), non_exhaustive)]
pub struct Conversion {
    /// The metric at which they begin.
    pub from: Key,
    /// The metric that they reach.
    pub to: Key,
    /// Deals that began.
    pub deals: i64,
    /// Those of them that reached it, a later metric of their course counted as well. At least so many where the share
    /// is absent.
    pub reached: i64,
    /// `reached ÷ deals`, 0 to 1; absent without deals, and if deals went past the metric while nothing that reached
    /// it is on record: then it is not written down, which is no zero.
    pub share: Option<f64>,
    /// Lower end of its interval at the policy's level (see [`share_interval`](crate::stats::share_interval)); absent
    /// where the share is.
    pub lower: Option<f64>,
    /// Upper end of it.
    pub upper: Option<f64>,
}

/// Days from prospect to order, by Kaplan–Meier.
///
/// A lost deal is censored on the day of its loss, an open one today. So the curve tells how long an order
/// takes where nothing else ends the deal; how many are ordered at all is told by the conversion, and taking a
/// loss for an order that never comes would mix the two.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(not(feature = "exhaustive"), non_exhaustive)]
pub struct ToOrder {
    /// Deals whose day of finding is known.
    pub deals: i64,
    /// Those ordered.
    pub won: i64,
    /// Those lost and not ordered.
    pub lost: i64,
    /// Those still open.
    pub open: i64,
    /// Deals left out because the day on which they were found is not known, or lies after their end.
    pub without_start: i64,
    /// The first day by which 50 % are ordered. Absent if the curve does not come down that far.
    pub median_days: Option<f64>,
    /// Rows of the survival table: the different lengths, ordered or censored.
    pub rows: i64,
}

/// What the person's deals come to.
#[must_use]
#[cfg_attr(feature = "rooms", visibility::make(pub))]
pub(crate) fn evaluate(view: &View<'_, '_>, policy: &Policy) -> LeadTime {
    let mut metrics: Vec<(&Key, &MetricPolicy)> = policy.metrics.iter().collect();
    // Metrics without stages are not about deals and come last.
    metrics.order_by_key(|(key, metric)| {
        (metric.stages.iter().min().is_none(), metric.stages.iter().min(), *key)
    });
    let counted: Vec<OfMetric<'_, '_>> = metrics
        .into_iter()
        .map(|(key, metric)| OfMetric { key, metric, events: metric::counted(view, policy, key) })
        .collect();
    let counts = counted.iter().map(|of| MetricCount {
        metric: of.key.clone(),
        count: of.events.iter().fold(0, |sum, event| sum.saturating_add(event.count)),
    });
    LeadTime {
        counts: counts.collect(),
        conversions: conversions(policy, &counted),
        to_order: to_order(view, policy),
    }
}

/// What counts towards one metric.
struct OfMetric<'p, 'a> {
    key: &'p Key,
    metric: &'p MetricPolicy,
    events: Vec<Counted<'a>>,
}

impl<'a> OfMetric<'_, 'a> {
    fn deals(&self) -> BTreeSet<&'a DealId> {
        self.events.iter().filter_map(|event| event.deal).fill()
    }
}

fn conversions(policy: &Policy, counted: &[OfMetric<'_, '_>]) -> Vec<Conversion> {
    let Some(from) = counted.iter().find(|of| of.metric.stages.contains(&Stage::Prospect)) else {
        return Vec::new();
    };
    let begun = from.deals();
    let further = counted.iter().filter(|to| to.key != from.key && !to.metric.stages.is_empty());
    further
        .map(|to| {
            let reached = length(begun.intersection(&to.deals()).count());
            let deals = length(begun.len());
            let written_down = reached == 0 || to.events.iter().any(|event| event.named);
            let share = stats::share_interval(reached, deals, policy.estimate.interval.get())
                .filter(|_| written_down);
            Conversion {
                from: from.key.clone(),
                to: to.key.clone(),
                deals,
                reached,
                share: share.map(|share| share.value),
                lower: share.map(|share| share.lower),
                upper: share.map(|share| share.upper),
            }
        })
        .collect()
}

fn to_order(view: &View<'_, '_>, policy: &Policy) -> Option<ToOrder> {
    let deals: BTreeSet<&DealId> = view.facts.iter().filter_map(|fact| Some(step(fact, policy)?.0)).fill();
    let mut answer =
        ToOrder { deals: 0, won: 0, lost: 0, open: 0, without_start: 0, median_days: None, rows: 0 };
    let mut waits = Vec::new();
    for deal in deals.into_iter().filter_map(|id| view.partner.deals().get(id)) {
        let (end, kind) = match deal.outcome() {
            Outcome::Won(day, _) => (day, &mut answer.won),
            Outcome::Lost(day, _) => (day, &mut answer.lost),
            Outcome::Open => (view.today(), &mut answer.open),
        };
        let found = deal.reached(Stage::Prospect).map(|(found, _)| found.days_until(end));
        let Some(days) = found.filter(|days| *days >= 0) else {
            answer.without_start = answer.without_start.saturating_add(1);
            continue;
        };
        *kind = kind.saturating_add(1);
        answer.deals = answer.deals.saturating_add(1);
        waits.push((integer_to_f64(days), matches!(deal.outcome(), Outcome::Won(..))));
    }
    if waits.is_empty() {
        return None;
    }
    (answer.median_days, answer.rows) = survival(&waits, policy.estimate.interval.get());
    Some(answer)
}

/// Median and number of rows of the survival table of these waits: days, and whether they ended in an order.
fn survival(waits: &[(f64, bool)], level: f64) -> (Option<f64>, i64) {
    let (times, ordered): (Vec<f64>, Vec<bool>) = waits.iter().copied().unzip();
    match stats::kaplan_meier(&times, &ordered, level) {
        Ok(table) => (table.median(), length(table.rows.len())),
        Err(_) => (None, 0),
    }
}

fn length(items: usize) -> i64 {
    i64::try_from(items).unwrap_or(i64::MAX)
}
