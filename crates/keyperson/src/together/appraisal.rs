//! Appraisal: how much of the person's own appraisal counts the metrics of the ladder.
//!
//! The criteria are the employer's; for each, the latest fact counts. Work for the partnership is easier to take on
//! if the person's own employer rewards it.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::fact::{Appraisal, Fact, FactId, GateStep};
use crate::finding::{self, Finding, FindingCode, Urgency};
use crate::order::Order as _;
use crate::partner::view::View;
use crate::policy::Policy;
use crate::value::{Key, Text};

/// How far the ladder and the person's own appraisal agree.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(not(feature = "exhaustive"), non_exhaustive)]
pub struct Overlap {
    /// The criteria, by name; empty where nothing is known of them.
    pub criteria: Vec<Criterion>,
    /// The weight of all criteria whose weight is known; absent where it is known of none.
    pub weight: Option<f64>,
    /// The weight of those that a rung serves.
    pub served_weight: Option<f64>,
    /// Served ÷ all known weight, 0 to 1; absent where no weight above 0 is known, or the policy has no rungs.
    pub share: Option<f64>,
    /// Criteria whose weight is not known.
    pub without_weight: i64,
    /// Whether any rung serves a criterion that counts; absent without criteria or rungs.
    pub any: Option<bool>,
}

/// One criterion of the appraisal.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(not(feature = "exhaustive"), non_exhaustive)]
pub struct Criterion {
    /// The criterion, in the employer's words.
    pub criterion: Text,
    /// The metric that measures the same, where there is one.
    pub metric: Option<Key>,
    /// Its share of the appraisal, 0 to 1, where known.
    pub weight: Option<f64>,
    /// The rungs that serve it, in the policy's order.
    pub rungs: Vec<Key>,
    /// The fact.
    pub fact: FactId,
}

/// How far the ladder and the person's own appraisal agree.
#[must_use]
#[cfg_attr(feature = "rooms", visibility::make(pub))]
pub(crate) fn evaluate(view: &View<'_, '_>, policy: &Policy) -> Overlap {
    let mut latest: BTreeMap<&Text, (&Fact, &Appraisal)> = BTreeMap::new();
    for (fact, appraisal) in view.of::<Appraisal>() {
        latest.insert(&appraisal.criterion, (fact, appraisal));
    }
    let rungs = &policy.ladder.rungs;
    let criteria: Vec<Criterion> = latest
        .into_values()
        .map(|(fact, appraisal)| Criterion {
            criterion: appraisal.criterion.clone(),
            metric: appraisal.metric.clone(),
            weight: appraisal.weight.map(|weight| weight.get()),
            rungs: rungs
                .iter()
                .filter(|rung| appraisal.metric.as_ref() == Some(&rung.metric))
                .map(|rung| rung.code.clone())
                .collect(),
            fact: fact.id.clone(),
        })
        .collect();
    let weighed = || criteria.iter().filter_map(|of| Some((of, of.weight?)));
    let known = weighed().next().is_some();
    let weight = sum(weighed().map(|(_, weight)| weight));
    let served = sum(weighed().filter(|(of, _)| of.is_served()).map(|(_, weight)| weight));
    let without = criteria.iter().filter(|of| of.weight.is_none()).count();
    Overlap {
        weight: known.then_some(weight),
        served_weight: known.then_some(served),
        share: (weight > 0.0 && !rungs.is_empty()).then(|| served / weight),
        without_weight: i64::try_from(without).unwrap_or(i64::MAX),
        any: (!criteria.is_empty() && !rungs.is_empty()).then(|| criteria.iter().any(Criterion::is_served)),
        criteria,
    }
}

/// The sum; of no numbers 0, where the standard library's begins at -0.
fn sum(weights: impl Iterator<Item = f64>) -> f64 {
    weights.fold(0.0, |sum, weight| sum + weight)
}

impl Criterion {
    /// Whether a rung serves it and it counts; of unknown weight it may.
    fn is_served(&self) -> bool {
        !self.rungs.is_empty() && self.weight.is_none_or(|weight| weight > 0.0)
    }
}

impl Overlap {
    /// That nothing of the ladder counts in the person's own appraisal; nothing after a stepping down.
    #[must_use]
    #[cfg_attr(feature = "rooms", visibility::make(pub))]
    pub(crate) fn findings(&self, view: &View<'_, '_>, _policy: &Policy) -> Vec<Finding> {
        if self.any != Some(false) || view.gates().contains_key(&GateStep::SteppedDown) {
            return Vec::new();
        }
        let mut criteria: Vec<&Criterion> = self.criteria.iter().collect();
        // The weightiest first; a stable sort leaves equal and unknown ones in order.
        criteria.order_by(|one, other| {
            other.weight.unwrap_or_default().total_cmp(&one.weight.unwrap_or_default())
        });
        let finding = Finding::new(FindingCode::AppraisalNoOverlap, Urgency::Important, "")
            .value("count", finding::count(criteria.len()))
            .evidence(criteria.iter().map(|of| of.fact.clone()));
        vec![finding]
    }
}
