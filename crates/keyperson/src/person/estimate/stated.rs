//! Stated values: if somebody set a trait, that value is used. The policy says how sure it counts.
//!
//! A stated value is no evidence. Its interval is the one that so many observations of the policy's weight with
//! this value would leave, widened to the value itself; what the evidence says stays beside it. A remedy is
//! simulated as a change to the stated value: it counts as much as the statement's weight against it.

use serde::{Deserialize, Serialize};

use super::{Belief, Sums, TraitEstimate, interval};
use crate::fact::{Fact, FactId, Trait};
use crate::partner::view::View;
use crate::policy::Policy;

/// What the evidence says of a trait that somebody set.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(not(feature = "exhaustive"), non_exhaustive)]
pub struct Overridden {
    /// The override.
    pub fact: FactId,
    /// Whether somebody disputes the override.
    pub contested: bool,
    /// Mean by the evidence alone; absent where nothing is known.
    pub mean: Option<f64>,
    /// Lower end of its interval.
    pub lower: f64,
    /// Upper end of its interval.
    pub upper: f64,
    /// First parameter of its posterior.
    pub a: f64,
    /// Second parameter of it.
    pub b: f64,
}

impl TraitEstimate {
    /// The estimate by the evidence alone, whatever somebody set.
    #[must_use]
    pub fn by_evidence(&self) -> Self {
        let mut own = self.clone();
        if let Some(Overridden { mean, lower, upper, a, b, .. }) = own.overridden.take() {
            own = Self { mean, lower, upper, a, b, ..own };
        }
        own
    }
}

/// A value in force of one trait.
#[derive(Debug, Clone, Copy)]
pub(super) struct Stated<'a> {
    pub(super) of: Trait,
    pub(super) fact: &'a Fact,
    contested: bool,
    value: f64,
    weight: f64,
}

impl<'a> Stated<'a> {
    /// The values in force of a person's traits.
    pub(super) fn all(view: &View<'_, 'a>, policy: &Policy) -> Vec<Self> {
        let set = view.overrides().into_iter().filter(|(_, set)| view.today() <= set.expires);
        set.filter_map(|(fact, set)| {
            let contested = view.partner.contest_of(&fact.id).is_some();
            let dispute = if contested { policy.estimate.contested_weight.get() } else { 1.0 };
            let weight = policy.overrides.weight.get() * dispute;
            Some(Self { of: set.of?, fact, contested, value: set.value?.get(), weight })
        })
        .collect()
    }

    /// What is believed while the value holds.
    pub(super) fn belief(&self, policy: &Policy) -> Belief {
        let own = policy.traits.get(self.of);
        Belief {
            of: self.of,
            mean: Some(self.value),
            a: own.prior_for.get() + self.weight * self.value,
            b: own.prior_against.get() + self.weight * (1.0 - self.value),
        }
    }

    /// What would be believed if more were observed.
    pub(super) fn supposing(&self, added: &Sums, policy: &Policy) -> Belief {
        let stated = self.belief(policy);
        let observed = added.for_it + added.against;
        let mean = (self.weight * self.value + added.for_it) / (self.weight + observed);
        Belief {
            of: self.of,
            mean: Some(if observed > 0.0 { mean } else { self.value }),
            a: stated.a + added.for_it,
            b: stated.b + added.against,
        }
    }

    /// Puts the value in the place of what the evidence says.
    pub(super) fn over(&self, evident: TraitEstimate, policy: &Policy) -> TraitEstimate {
        let Belief { mean, a, b, .. } = self.belief(policy);
        let (lower, upper) = interval(a, b, policy.estimate.interval.get());
        TraitEstimate {
            mean,
            lower: lower.min(self.value),
            upper: upper.max(self.value),
            a,
            b,
            overridden: Some(Overridden {
                fact: self.fact.id.clone(),
                contested: self.contested,
                mean: evident.mean,
                lower: evident.lower,
                upper: evident.upper,
                a: evident.a,
                b: evident.b,
            }),
            ..evident
        }
    }
}
