//! The agenda: what each kind of regular meeting should talk about, chosen from the findings.
//!
//! Weekly: small corrections. Monthly: the bottleneck, which is the step where most deals stop, and what blocks it.
//! Quarterly: allocation and strategy.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::fact::{DealId, Fact, FactId, Layer, Stage};
use crate::finding::{Finding, FindingCode, Urgency};
use crate::order::{Fill as _, Order as _};
use crate::partner::metric::{self, Counted};
use crate::partner::view::View;
use crate::policy::Policy;
use crate::stats;
use crate::value::Key;

/// What the three layers are to talk about.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(not(feature = "exhaustive"), non_exhaustive)]
pub struct Agenda {
    /// Small corrections: what is urgent or important now.
    pub weekly: Vec<AgendaTopic>,
    /// What is in the way of results.
    pub monthly: Vec<AgendaTopic>,
    /// The step at which the most deals stay behind; absent where no step has enough deals, or none stays behind.
    pub bottleneck: Option<Bottleneck>,
    /// Allocation and strategy.
    pub quarterly: Vec<AgendaTopic>,
}

/// A finding on an agenda.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(not(feature = "exhaustive"), non_exhaustive)]
pub struct AgendaTopic {
    /// The finding.
    pub code: FindingCode,
    /// What it is about.
    pub about: String,
}

/// The step with the lowest share of deals that passed it so far.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(not(feature = "exhaustive"), non_exhaustive)]
pub struct Bottleneck {
    /// The metric at which the step begins.
    pub from: Key,
    /// The next one.
    pub to: Key,
    /// Deals that came to the first.
    pub deals: i64,
    /// Those of them that came to the next.
    pub reached: i64,
    /// `reached ÷ deals`, 0 to below 1.
    pub share: f64,
    /// Lower end of its interval at the policy's level.
    pub lower: Option<f64>,
    /// Upper end of it.
    pub upper: Option<f64>,
    /// The facts by which the deals that stayed behind came to the first, by instant.
    pub evidence: Vec<FactId>,
}

/// The agendas of all layers; `findings` in the order in which they are ranked.
#[must_use]
pub(crate) fn evaluate(view: &View<'_, '_>, policy: &Policy, findings: &[Finding]) -> Agenda {
    Agenda {
        weekly: agenda(Layer::Weekly, findings, policy),
        monthly: agenda(Layer::Monthly, findings, policy),
        bottleneck: bottleneck(view, policy),
        quarterly: agenda(Layer::Quarterly, findings, policy),
    }
}

/// The findings that belong to a layer, in their order, at most as many as the policy says.
#[must_use]
pub(crate) fn agenda(layer: Layer, findings: &[Finding], policy: &Policy) -> Vec<AgendaTopic> {
    let most = usize::try_from(policy.cadence.agenda_items.get()).unwrap_or(usize::MAX);
    let belongs = |finding: &&Finding| match layer {
        Layer::Weekly => matches!(finding.urgency, Urgency::Urgent | Urgency::Important),
        Layer::Monthly => hinders(finding.code),
        Layer::Quarterly => decides(finding.code),
    };
    let topic = |finding: &Finding| AgendaTopic { code: finding.code, about: finding.about.clone() };
    findings.iter().filter(belongs).take(most).map(topic).collect()
}

/// What is in the way of results.
const fn hinders(code: FindingCode) -> bool {
    matches!(
        code,
        FindingCode::Mismatch
            | FindingCode::UnderFloor
            | FindingCode::RungAtRisk
            | FindingCode::RungBehind
            | FindingCode::RungMissed
            | FindingCode::Stagnation
            | FindingCode::WeeklyMissed
            | FindingCode::LoadUneven
            | FindingCode::LoadOnOne
            | FindingCode::Isolated
            | FindingCode::SupportOwed
            | FindingCode::WheelStill
            | FindingCode::LoopWaiting
    )
}

/// What needs resources or a decision of executives.
const fn decides(code: FindingCode) -> bool {
    matches!(
        code,
        FindingCode::Mismatch
            | FindingCode::ApprovalMissing
            | FindingCode::ConfirmedWithoutTime
            | FindingCode::NotAnnounced
            | FindingCode::SelectionStuck
            | FindingCode::RungMissed
            | FindingCode::Winter
            | FindingCode::Stagnation
            | FindingCode::PersonLeft
            | FindingCode::QuarterlyWithoutExecutives
            | FindingCode::NoValley
            | FindingCode::ValleyEaten
            | FindingCode::NarrowScope
            | FindingCode::LoadOnOne
            | FindingCode::NoSuccessor
            | FindingCode::WheelStill
    )
}

/// The step at which the most deals stay behind; of equal ones the earlier.
///
/// Steps lie between neighbouring metrics in the order of their first stage; a metric that deals went past while
/// nothing that reached it is on record is not written down and makes no step. A deal that skipped one and came to a
/// later metric has passed all before it. Open deals may still pass, so shares are those reached so far.
#[must_use]
pub(crate) fn bottleneck(view: &View<'_, '_>, policy: &Policy) -> Option<Bottleneck> {
    let mut metrics: Vec<(Stage, &Key)> =
        policy.metrics.iter().filter_map(|(key, metric)| Some((*metric.stages.iter().min()?, key))).collect();
    metrics.order_by_key(|(first, key)| (*first, *key));
    let reached: Vec<(&Key, BTreeMap<&DealId, Counted<'_>>)> = metrics
        .iter()
        .filter_map(|(_, key)| {
            let events = metric::counted(view, policy, key);
            let written_down = events.is_empty() || events.iter().any(|event| event.named);
            let of_deals = events.into_iter().filter_map(|event| Some((event.deal?, event)));
            written_down.then(|| (*key, of_deals.fill()))
        })
        .collect();
    let mut worst: Option<Bottleneck> = None;
    for ((from, begun), (to, passed)) in reached.iter().zip(reached.iter().skip(1)) {
        let deals = i64::try_from(begun.len()).unwrap_or(i64::MAX);
        let mut behind: Vec<&Fact> = begun
            .iter()
            .filter(|(deal, _)| !passed.contains_key(*deal))
            .map(|(_, event)| event.fact)
            .collect();
        if deals < policy.cadence.bottleneck_deals.get() || behind.is_empty() {
            continue;
        }
        behind.order_by_key(|fact| (fact.at, &fact.id));
        let reached = deals.saturating_sub(i64::try_from(behind.len()).unwrap_or(i64::MAX));
        let Some(share) = stats::share_interval(reached, deals, policy.estimate.interval.get()) else {
            continue;
        };
        if worst.as_ref().is_none_or(|worst| share.value < worst.share) {
            worst = Some(Bottleneck {
                from: (*from).clone(),
                to: (*to).clone(),
                deals,
                reached,
                share: share.value,
                lower: Some(share.lower),
                upper: Some(share.upper),
                evidence: behind.iter().map(|fact| fact.id.clone()).collect(),
            });
        }
    }
    worst
}
