//! Mismatches: a strong trait that goes to waste because another is weak. Each with its probability, its depth and
//! what would clear it.
//!
//! `P = P(strong ≥ s)·P(weak ≤ t)` under the Beta posteriors of the two traits. It is a statement about how role
//! and environment fit a person today, never a verdict on the person.

use serde::{Deserialize, Serialize};

use crate::fact::{FactId, Trait};
use crate::finding::{self, Finding, FindingCode, Urgency};
use crate::json::read::words;
use crate::person::estimate::{Belief, TraitEstimate, heaviest};
use crate::policy::{PatternPolicy, Policy};
use crate::stats;
use crate::value::Key;

words! {
    /// Whether a mismatch is there.
    pub enum MismatchState {
        /// Its probability reaches the policy's `present`.
        Present = "present",
        /// Its probability reaches `likely`.
        Likely = "likely",
        /// Its probability reaches `possible`.
        Possible = "possible",
        /// Its probability lies below `possible`.
        Absent = "absent",
        /// Of one of the two traits nothing is known.
        Unknown = "unknown",
    }

    /// How deep the shortfall of the weak trait is.
    pub enum Severity {
        /// Less than a third below its threshold.
        Shallow = "shallow",
        /// Less than two thirds below.
        Moderate = "moderate",
        /// Deeper.
        Deep = "deep",
    }
}

/// One pattern, judged for one person.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(not(feature = "exhaustive"), non_exhaustive)]
pub struct Mismatch {
    /// Code of the pattern.
    pub pattern: Key,
    /// Whether it is there.
    pub state: MismatchState,
    /// The strong trait.
    pub strong: Trait,
    /// The weak trait.
    pub weak: Trait,
    /// Its probability, 0 to 1; absent where one of the traits is unknown.
    pub probability: Option<f64>,
    /// How far the weak trait's mean is below its threshold, as a share of the threshold, 0 to 1.
    pub depth: Option<f64>,
    /// The depth in a word; absent where the mean is not below the threshold.
    pub severity: Option<Severity>,
    /// The smallest change of the weak trait that clears it, so that it is neither present nor likely. Absent if it
    /// is neither already, or if no change of this trait alone is enough.
    pub clears: Option<Clearing>,
    /// The facts that weigh most, the weak trait's first.
    pub evidence: Vec<FactId>,
    /// Remedies, the gentlest first.
    pub remedies: Vec<Key>,
}

/// The smallest change that would clear a mismatch.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(not(feature = "exhaustive"), non_exhaustive)]
pub struct Clearing {
    /// The mean to which the weak trait must come, its evidence weighing what it does today.
    pub mean: f64,
    /// By how much that is more than today.
    pub by: f64,
}

impl Mismatch {
    /// Whether it stands in the way of the role: present or likely.
    #[must_use]
    pub fn stands(&self) -> bool {
        matches!(self.state, MismatchState::Present | MismatchState::Likely)
    }
}

/// The mismatches that need attention: those present, likely and possible.
#[must_use]
pub(crate) fn findings(mismatches: &[Mismatch]) -> Vec<Finding> {
    mismatches
        .iter()
        .filter_map(|mismatch| {
            let urgency = match mismatch.state {
                MismatchState::Present => Urgency::Urgent,
                MismatchState::Likely => Urgency::Important,
                MismatchState::Possible => Urgency::Notice,
                MismatchState::Absent | MismatchState::Unknown => return None,
            };
            Some(
                Finding::new(FindingCode::Mismatch, urgency, mismatch.pattern.as_str())
                    .value("state", finding::word(mismatch.state.word()))
                    .value("strong", finding::word(mismatch.strong.word()))
                    .value("weak", finding::word(mismatch.weak.word()))
                    .value("probability", finding::share(mismatch.probability.unwrap_or_default()))
                    .maybe("clears_by", mismatch.clears.map(|clearing| finding::share(clearing.by)))
                    .evidence(mismatch.evidence.iter().cloned())
                    .remedies(&mismatch.remedies),
            )
        })
        .collect()
}

/// Judges every pattern of the policy, in the order of their codes.
#[must_use]
#[cfg_attr(feature = "rooms", visibility::make(pub))]
pub(crate) fn evaluate(traits: &[TraitEstimate], policy: &Policy) -> Vec<Mismatch> {
    policy.mismatch.patterns.iter().map(|(code, pattern)| judge(code, pattern, traits, policy)).collect()
}

/// Whether a pattern stands under these beliefs: present or likely.
#[must_use]
pub(crate) fn stands(pattern: &PatternPolicy, traits: &[Belief], policy: &Policy) -> bool {
    let find = |of: Trait| traits.iter().find(|t| t.of == of && t.mean.is_some());
    let probability = find(pattern.strong).zip(find(pattern.weak)).map(|(strong, weak)| {
        let (p_strong, p_weak) = both(pattern, strong, weak);
        p_strong * p_weak
    });
    probability.is_some_and(|p| p >= policy.mismatch.likely.get())
}

/// `P(strong ≥ s)` and `P(weak ≤ t)`; of a value that is known exactly, 0 or 1.
fn both(pattern: &PatternPolicy, strong: &Belief, weak: &Belief) -> (f64, f64) {
    let (from, to) = (pattern.strong_from.get(), pattern.weak_to.get());
    let chance = |holds: bool| if holds { 1.0 } else { 0.0 };
    let p_strong = match strong.exactly() {
        Some(value) => chance(value >= from),
        None => stats::beta_sf(strong.a, strong.b, from).unwrap_or(0.0),
    };
    let p_weak = match weak.exactly() {
        Some(value) => chance(value <= to),
        None => stats::beta_cdf(weak.a, weak.b, to).unwrap_or(0.0),
    };
    (p_strong, p_weak)
}

fn judge(code: &Key, pattern: &PatternPolicy, traits: &[TraitEstimate], policy: &Policy) -> Mismatch {
    let find = |of: Trait| traits.iter().find(|t| t.of == of && t.mean.is_some());
    let mut mismatch = Mismatch {
        pattern: code.clone(),
        state: MismatchState::Unknown,
        strong: pattern.strong,
        weak: pattern.weak,
        probability: None,
        depth: None,
        severity: None,
        clears: None,
        evidence: Vec::new(),
        remedies: pattern.remedies.clone(),
    };
    let (Some(strong), Some(weak)) = (find(pattern.strong), find(pattern.weak)) else { return mismatch };
    let threshold = pattern.weak_to.get();
    let (p_strong, p_weak) = both(pattern, &strong.belief(), &weak.belief());
    let probability = p_strong * p_weak;
    let mean = weak.mean.unwrap_or_default();
    let depth = if threshold > 0.0 { ((threshold - mean) / threshold).clamp(0.0, 1.0) } else { 0.0 };
    mismatch.state = state(probability, policy);
    mismatch.probability = Some(probability);
    mismatch.depth = Some(depth);
    if mismatch.state != MismatchState::Absent {
        mismatch.severity = match depth {
            d if d <= 0.0 => None,
            d if d < 1.0 / 3.0 => Some(Severity::Shallow),
            d if d < 2.0 / 3.0 => Some(Severity::Moderate),
            _ => Some(Severity::Deep),
        };
        if mismatch.stands() {
            mismatch.clears = clearing(weak, threshold, p_strong, policy.mismatch.likely.get());
        }
        mismatch.evidence = heaviest(weak, 5).into_iter().chain(heaviest(strong, 3)).collect();
    }
    mismatch
}

/// The state that a probability means.
fn state(probability: f64, policy: &Policy) -> MismatchState {
    let policy = &policy.mismatch;
    match probability {
        p if p >= policy.present.get() => MismatchState::Present,
        p if p >= policy.likely.get() => MismatchState::Likely,
        p if p >= policy.possible.get() => MismatchState::Possible,
        _ => MismatchState::Absent,
    }
}

/// The smallest mean of the weak trait, at the same weight of evidence, with which the pattern does not stand.
fn clearing(weak: &TraitEstimate, threshold: f64, p_strong: f64, likely: f64) -> Option<Clearing> {
    let mean = weak.mean?;
    let total = weak.a + weak.b;
    // A value that somebody set is read with the prior: what is judged lies between the two.
    let judged = weak.a / total;
    let stands = |mean: f64| {
        let p_weak = stats::beta_cdf(total * mean, total * (1.0 - mean), threshold).unwrap_or(0.0);
        p_strong * p_weak >= likely
    };
    // The probability falls as the mean rises, so bisection finds the border; 2⁻²⁴ is finer than anyone reads.
    const STEPS: u32 = 24;
    let (mut low, mut high) = (judged, 1.0 - 1e-9);
    if stands(high) {
        return None;
    }
    for _ in 0..STEPS {
        let middle = f64::midpoint(low, high);
        if stands(middle) { low = middle } else { high = middle }
    }
    Some(Clearing { mean: high, by: (high - mean).max(0.0) })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::person::fit::given;
    use crate::person::scorer::{ROWS, Scorer, TRAITS, UNKNOWN};
    use crate::value::UnitInterval;

    // INVARIANT: of values known exactly the way by rows and that by columns give the same probability, 0 or 1.
    #[test]
    fn a_value_known_exactly_is_strong_or_weak_or_not() {
        let policy = Policy::default();
        let scorer = Scorer::new(&policy);
        let values = [0.0, 0.2, 0.4, 0.5, 0.6, 0.7, 0.8, 1.0];
        for pattern in policy.mismatch.patterns.values() {
            for (strong, weak) in values.iter().flat_map(|one| values.iter().map(move |other| (*one, *other)))
            {
                let known = [(pattern.strong, strong), (pattern.weak, weak)];
                let beliefs =
                    given(&known.map(|(of, value)| (of, UnitInterval::new(value).unwrap())), &policy);
                let find = |wanted: Trait| beliefs.iter().find(|belief| belief.of == wanted).unwrap();
                let (p_strong, p_weak) = both(pattern, find(pattern.strong), find(pattern.weak));
                let columns = known.map(|(_, value)| [value; ROWS]);
                let mut block = [&UNKNOWN; TRAITS];
                for ((of, _), column) in known.iter().zip(&columns) {
                    block[Trait::ALL.iter().position(|one| one == of).unwrap()] = column;
                }
                let mut probabilities = [0.5; ROWS];
                scorer.mismatch(pattern, &block, &mut probabilities);
                assert_eq!(probabilities[0].to_bits(), (p_strong * p_weak).to_bits(), "{strong} {weak}");
                let holds = strong >= pattern.strong_from.get() && weak <= pattern.weak_to.get();
                assert_eq!(stands(pattern, &beliefs, &policy), holds);
            }
        }
    }
}
