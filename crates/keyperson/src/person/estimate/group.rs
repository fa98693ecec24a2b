//! What one source says of one trait: its observations, and how they count.

use std::collections::BTreeMap;

use super::read;
use crate::calendar::Instant;
use crate::fact::{Fact, Trait};
use crate::policy::{Curve, Policy, Reading, SignalPolicy};

/// What one source says of one trait, and how it counts.
#[derive(Debug, Clone)]
pub(super) struct Group<'a> {
    pub(super) of: Trait,
    /// Absent for a rater.
    pub(super) signal: Option<&'a str>,
    pub(super) weight: f64,
    pub(super) half_life: f64,
    pub(super) cap: f64,
    pub(super) reading: Reading,
    /// The one instant for which it was put together; absent where it holds for all.
    pub(super) only_at: Option<Instant>,
    pub(super) items: Vec<Observation<'a>>,
}

/// One observation before weighting.
#[derive(Debug, Clone, Copy)]
pub(super) struct Observation<'a> {
    pub(super) y: f64,
    pub(super) at: Instant,
    pub(super) contested: bool,
    /// Its weight in observations, 1 but for votes of the network.
    pub(super) mass: f64,
    /// Absent where it is only supposed.
    pub(super) fact: Option<&'a Fact>,
}

/// What the evidence of one trait says, summed.
pub(super) struct Sums {
    pub(super) for_it: f64,
    pub(super) against: f64,
}

impl<'a> Group<'a> {
    pub(super) fn of_ratings(of: Trait, policy: &Policy) -> Self {
        let own = &policy.estimate;
        Self {
            of,
            signal: None,
            weight: own.rating_weight.get(),
            half_life: own.rating_half_life_days.get(),
            cap: own.rating_cap.get(),
            reading: Reading::Each,
            only_at: None,
            items: Vec::new(),
        }
    }

    pub(super) fn of_signal(signal: &'a str, own: &SignalPolicy) -> Self {
        Self {
            of: own.of,
            signal: Some(signal),
            weight: own.weight.get(),
            half_life: own.half_life_days.get(),
            cap: own.cap.get(),
            reading: own.reading,
            only_at: None,
            items: Vec::new(),
        }
    }
}

/// The groups of signals while they are gathered, each with its curve.
pub(super) struct Signals<'a> {
    pub(super) policy: &'a Policy,
    pub(super) groups: BTreeMap<&'a str, (&'a Curve, Group<'a>)>,
}

impl<'a> Signals<'a> {
    /// Adds what is observed with this value of a signal; false where the policy does not know the signal.
    pub(super) fn add(
        &mut self,
        signal: &str,
        value: f64,
        observed: impl Fn(f64) -> Observation<'a>,
    ) -> bool {
        if let Some((curve, group)) = self.groups.get_mut(signal) {
            group.items.push(observed(read(curve, value)));
            return true;
        }
        let Some((signal, own)) = self.policy.signals.get_key_value(signal) else { return false };
        let mut group = Group::of_signal(signal.as_str(), own);
        group.items.push(observed(read(&own.curve, value)));
        self.groups.insert(signal.as_str(), (&own.curve, group));
        true
    }
}
