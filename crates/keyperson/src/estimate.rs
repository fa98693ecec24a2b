//! Estimates: what the evidence says of each trait, and how sure that is.
//!
//! A fact becomes evidence `y ∈ [0,1]` with a weight that fades by `2^(−age/half-life)`; with the prior
//! `Beta(a0,b0)` the posterior is `Beta(a0 + Σw·y, b0 + Σw·(1−y))`. A trait without evidence is unknown: it has
//! the prior's interval and no mean. Repeating one action cannot outweigh everything else: the weights of one
//! signal (or of one rater) are scaled down together to the policy's cap.

use std::cmp::Ordering;

use serde::Serialize;

use crate::calendar::Instant;
use crate::fact::{
    Allocation, Deal, Fact, FactId, Gate, GateStep, Notice, Offer, OfferKind, Rating, Signal, Stage, Support,
    SupportKind, Trait,
};
use crate::finding::{Finding, FindingCode, Urgency, percent};
use crate::policy::{Curve, Policy, Reading, SignalPolicy};
use crate::stats;
use crate::value::Key;
use crate::view::View;

/// The signal under which ratings are shown as evidence.
pub const RATING: &str = "rating";

/// What the evidence says of one trait.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct TraitEstimate {
    /// The trait.
    #[serde(rename = "trait")]
    pub of: Trait,
    /// Mean of the posterior, 0 to 1; absent where nothing is known.
    pub mean: Option<f64>,
    /// Lower end of the equal-tailed interval; the prior's where nothing is known.
    pub lower: f64,
    /// Upper end of the equal-tailed interval; the prior's where nothing is known.
    pub upper: f64,
    /// Evidence behind it, in observations, after fading and caps.
    pub evidence_weight: f64,
    /// First parameter of the posterior.
    pub a: f64,
    /// Second parameter of the posterior.
    pub b: f64,
    /// A rise over the last weeks, where there is one.
    pub rising: Option<Rise>,
    /// The evidence, by instant.
    pub evidence: Vec<Evidence>,
}

/// What is believed of one trait, without the evidence behind it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Belief {
    /// The trait.
    pub of: Trait,
    /// Mean of the posterior; absent where nothing is known.
    pub mean: Option<f64>,
    /// First parameter of the posterior.
    pub a: f64,
    /// Second parameter of the posterior.
    pub b: f64,
}

impl TraitEstimate {
    /// What is believed, without the evidence behind it.
    #[must_use]
    pub fn belief(&self) -> Belief {
        Belief { of: self.of, mean: self.mean, a: self.a, b: self.b }
    }
}

/// A trait that rises.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Rise {
    /// Mean at the beginning of the window.
    pub before: f64,
    /// Probability, under today's posterior, that the trait lies above that mean.
    pub probability: f64,
}

/// One piece of evidence.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Evidence {
    /// The fact.
    pub fact: FactId,
    /// The signal by which it speaks; `rating` for ratings.
    pub signal: String,
    /// When it happened.
    pub at: Instant,
    /// What it says, from 0 (against) to 1 (for).
    pub y: f64,
    /// What it counts today, after fading, dispute and cap.
    pub weight: f64,
    /// Whether the person disputes it.
    pub contested: bool,
}

/// The estimates of all six traits, in the order of [`Trait::ALL`], and what could not be read.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Estimates {
    /// One a trait.
    pub traits: Vec<TraitEstimate>,
    /// Signal facts whose signal the policy does not have: they count for nothing, and are not lost.
    pub unread: Vec<FactId>,
}

impl Estimates {
    /// The estimate of one trait.
    #[must_use]
    pub fn get(&self, of: Trait) -> Option<&TraitEstimate> {
        self.traits.iter().find(|estimate| estimate.of == of)
    }

    /// Traits that rise, disputes that are open, signals that nobody reads.
    #[must_use]
    pub fn findings(&self) -> Vec<Finding> {
        let rising = self.traits.iter().filter_map(|estimate| {
            let rise = estimate.rising?;
            Some(
                Finding::new(FindingCode::Rising, Urgency::Celebrate, estimate.of.word())
                    .value("before", percent(rise.before))
                    .value("now", percent(estimate.mean.unwrap_or_default()))
                    .evidence(heaviest(estimate, 5)),
            )
        });
        let mut contested: Vec<FactId> = self
            .traits
            .iter()
            .flat_map(|estimate| &estimate.evidence)
            .filter(|evidence| evidence.contested)
            .map(|evidence| evidence.fact.clone())
            .collect();
        contested.sort();
        contested.dedup();
        let disputed = (!contested.is_empty()).then(|| {
            Finding::new(FindingCode::Contested, Urgency::Important, "")
                .value("count", contested.len())
                .evidence(contested)
        });
        let unread = (!self.unread.is_empty()).then(|| {
            Finding::new(FindingCode::SignalNotInPolicy, Urgency::Notice, "")
                .value("count", self.unread.len())
                .evidence(self.unread.iter().cloned())
        });
        rising.chain(disputed).chain(unread).collect()
    }
}

/// The facts that weigh most in an estimate, at most `most` of them.
#[must_use]
pub fn heaviest(estimate: &TraitEstimate, most: usize) -> Vec<FactId> {
    let mut evidence: Vec<&Evidence> = estimate.evidence.iter().collect();
    evidence.sort_by(|a, b| b.weight.total_cmp(&a.weight).then_with(|| a.fact.cmp(&b.fact)));
    evidence.into_iter().take(most).map(|evidence| evidence.fact.clone()).collect()
}

/// Estimates the traits of one person.
#[must_use]
pub fn evaluate(view: &View<'_, '_>, policy: &Policy) -> Estimates {
    let (items, unread) = observations(view, policy);
    Estimates { traits: Trait::ALL.iter().map(|of| estimate(*of, &items, view, policy)).collect(), unread }
}

/// What is believed of the traits of one person, where nobody asks for the evidence behind it.
#[must_use]
pub fn beliefs(view: &View<'_, '_>, policy: &Policy) -> Vec<Belief> {
    let (items, _) = observations(view, policy);
    Trait::ALL.iter().map(|of| believe(*of, &sum(*of, &items, view, policy, view.as_of()), policy)).collect()
}

/// What would be believed if more were observed at the as-of: `added` holds values by signal.
#[must_use]
pub fn supposing(
    view: &View<'_, '_>,
    policy: &Policy,
    known: &Estimates,
    added: &[(&Key, f64)],
) -> Vec<Belief> {
    let touched =
        |of: Trait| added.iter().any(|(signal, _)| policy.signals.get(*signal).is_some_and(|s| s.of == of));
    let mut items = if added.is_empty() { Vec::new() } else { observations(view, policy).0 };
    items.extend(added.iter().filter_map(|(signal, value)| {
        let own = policy.signals.get(*signal)?;
        let (of, y) = (own.of, read(&own.curve, *value));
        Some(Observation { of, source: Source::Signal(signal), y, at: view.as_of(), fact: None })
    }));
    settle(&mut items);
    known
        .traits
        .iter()
        .map(|before| match touched(before.of) {
            true => believe(before.of, &sum(before.of, &items, view, policy, view.as_of()), policy),
            false => before.belief(),
        })
        .collect()
}

/// Where an observation comes from, which decides its weight, fading and cap.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Source<'a> {
    Rating { by: &'a str },
    Signal(&'a Key),
}

impl Source<'_> {
    fn name(self) -> String {
        match self {
            Source::Rating { .. } => RATING.to_owned(),
            Source::Signal(signal) => signal.to_string(),
        }
    }
}

/// One observation before weighting.
#[derive(Debug, Clone, Copy)]
struct Observation<'a> {
    of: Trait,
    source: Source<'a>,
    y: f64,
    at: Instant,
    /// Absent where it is only supposed.
    fact: Option<&'a Fact>,
}

/// Puts the observations of one trait and one source beside each other; those of one source keep their order.
fn settle(items: &mut [Observation<'_>]) {
    // Most signals are keys of the policy, where the same place means the same name.
    let alike = |a: Source<'_>, b: Source<'_>| match (a, b) {
        (Source::Signal(a), Source::Signal(b)) => std::ptr::eq(a, b),
        _ => false,
    };
    items.sort_by(|a, b| {
        let by_source = || if alike(a.source, b.source) { Ordering::Equal } else { a.source.cmp(&b.source) };
        a.of.cmp(&b.of).then_with(by_source)
    });
}

/// All observations of a person, [settled](settle), of one source by instant, then id; and the signal facts that
/// the policy does not know.
fn observations<'a>(view: &View<'_, 'a>, policy: &'a Policy) -> (Vec<Observation<'a>>, Vec<FactId>) {
    let (mut items, mut unread) = (Vec::new(), Vec::new());
    let today = view.today();
    let observed = |fact: &'a Fact, (signal, own): (&'a Key, &'a SignalPolicy), value: f64| {
        let (of, y) = (own.of, read(&own.curve, value));
        Observation { of, source: Source::Signal(signal), y, at: fact.at, fact: Some(fact) }
    };
    let derived = |fact: &'a Fact, names: &[&str], value: f64, items: &mut Vec<Observation<'a>>| {
        let known = names.iter().filter_map(|name| policy.signals.get_key_value(*name));
        items.extend(known.map(|known| observed(fact, known, value)));
    };
    for fact in view.facts {
        use crate::fact::Event;
        match &fact.event {
            Event::Rating(Rating { of, value, by, expires, .. })
                if expires.is_none_or(|last| today <= last) =>
            {
                let source = Source::Rating { by: by.as_str() };
                items.push(Observation { of: *of, source, y: value.get(), at: fact.at, fact: Some(fact) });
            }
            Event::Signal(Signal { signal, value }) => match policy.signals.get_key_value(signal) {
                Some(known) => items.push(observed(fact, known, value.get())),
                None => unread.push(fact.id.clone()),
            },
            Event::Gate(Gate { gate: GateStep::Announced, .. }) => {
                derived(fact, &["announced", "announced_standing"], 1.0, &mut items);
            }
            Event::Notice(Notice { .. }) => {
                derived(fact, &["authority_notice", "notice_standing"], 1.0, &mut items)
            }
            Event::Allocation(Allocation { hours_per_week }) => {
                derived(fact, &["hours_allocated"], hours_per_week.get(), &mut items);
            }
            Event::Offer(Offer { kind: OfferKind::Growth, .. }) => {
                derived(fact, &["growth_offered"], 1.0, &mut items)
            }
            Event::Support(Support { kind: SupportKind::Training, .. }) => {
                derived(fact, &["training_received"], 1.0, &mut items);
            }
            Event::Deal(Deal { stage: Stage::Won, .. }) => derived(fact, &["deal_closed"], 1.0, &mut items),
            Event::Deal(Deal { stage: Stage::Lost, .. }) => derived(fact, &["deal_closed"], 0.0, &mut items),
            _ => {}
        }
    }
    settle(&mut items);
    (items, unread)
}

/// A measure through a signal's curve.
pub(crate) fn read(curve: &Curve, value: f64) -> f64 {
    match curve {
        Curve::Linear { from, to } => ((value - from.get()) / (to.get() - from.get())).clamp(0.0, 1.0),
        Curve::Saturating { half } => {
            let value = value.max(0.0);
            value / (value + half.get())
        }
        Curve::HalfLife { half } => libm::exp2(-value.max(0.0) / half.get()),
        Curve::Percentile { cohort } => {
            let (mut below, mut equal) = (0.0, 0.0);
            for other in cohort {
                match other.get().total_cmp(&value) {
                    Ordering::Less => below += 1.0,
                    Ordering::Equal => equal += 1.0,
                    Ordering::Greater => {}
                }
            }
            (below + equal / 2.0) / crate::read::length(cohort.len()).max(1.0)
        }
    }
}

/// What the evidence of one trait says, summed.
struct Sums {
    for_it: f64,
    against: f64,
}

/// Sums the evidence of one trait as it counts at `now`.
fn sum(of: Trait, items: &[Observation<'_>], view: &View<'_, '_>, policy: &Policy, now: Instant) -> Sums {
    weigh(of, items, view, policy, now, |_, _, _| {})
}

/// Sums the evidence of one trait as it counts at `now`, telling `each` observation with its weight and whether it
/// is contested.
fn weigh<'i, 'a>(
    of: Trait,
    items: &'i [Observation<'a>],
    view: &View<'_, '_>,
    policy: &Policy,
    now: Instant,
    mut each: impl FnMut(&'i Observation<'a>, f64, bool),
) -> Sums {
    // One source after the other, each by instant; what is only supposed comes last.
    let mine: Vec<&Observation<'_>> = items.iter().filter(|item| item.of == of && item.at <= now).collect();
    let mut sums = Sums { for_it: 0.0, against: 0.0 };
    for group in mine.chunk_by(|a, b| a.source == b.source) {
        let Some(first) = group.first() else { continue };
        let (weight, half_life, cap, reading) = match first.source {
            Source::Rating { .. } => {
                let own = &policy.estimate;
                (own.rating_weight, own.rating_half_life_days, own.rating_cap, Reading::Each)
            }
            Source::Signal(signal) => {
                let Some(own) = policy.signals.get(signal) else { continue };
                (own.weight, own.half_life_days, own.cap, own.reading)
            }
        };
        let group = match (reading, group) {
            (Reading::Latest, [.., last]) => std::slice::from_ref(last),
            _ => group,
        };
        let weights: Vec<(f64, bool)> = group
            .iter()
            .map(|item| {
                let age = item.at.days_until(now).max(0.0);
                let contested = item.fact.is_some_and(|fact| view.partner.contest_of(&fact.id).is_some());
                let dispute = if contested { policy.estimate.contested_weight.get() } else { 1.0 };
                (weight.get() * libm::exp2(-age / half_life.get()) * dispute, contested)
            })
            .collect();
        let total: f64 = weights.iter().map(|(weight, _)| weight).sum();
        let scale = if total > cap.get() { cap.get() / total } else { 1.0 };
        for (item, (weight, contested)) in group.iter().zip(weights) {
            let weight = weight * scale;
            sums.for_it += weight * item.y;
            sums.against += weight * (1.0 - item.y);
            each(item, weight, contested);
        }
    }
    sums
}

/// The posterior that the weighed evidence gives.
fn believe(of: Trait, sums: &Sums, policy: &Policy) -> Belief {
    let own = policy.traits.get(of);
    let (a, b) = (own.prior_for.get() + sums.for_it, own.prior_against.get() + sums.against);
    Belief { of, mean: (sums.for_it + sums.against > 0.0).then(|| a / (a + b)), a, b }
}

fn estimate(of: Trait, items: &[Observation<'_>], view: &View<'_, '_>, policy: &Policy) -> TraitEstimate {
    let mut evidence = Vec::new();
    let sums = weigh(of, items, view, policy, view.as_of(), |item, weight, contested| {
        if let Some(fact) = item.fact {
            let (fact, at, signal) = (fact.id.clone(), item.at, item.source.name());
            evidence.push(Evidence { fact, signal, at, y: item.y, weight, contested });
        }
    });
    let belief = believe(of, &sums, policy);
    let Belief { mean, a, b, .. } = belief;
    let (lower, upper) = interval(a, b, policy.estimate.interval.get());
    let rising = mean.and_then(|_| rise(items, view, policy, belief));
    evidence.sort_by(|x, y| (x.at, &x.fact, &x.signal).cmp(&(y.at, &y.fact, &y.signal)));
    let evidence_weight = sums.for_it + sums.against;
    TraitEstimate { of, mean, lower, upper, evidence_weight, a, b, rising, evidence }
}

/// The equal-tailed interval of `Beta(a,b)` at `level`.
#[must_use]
pub fn interval(a: f64, b: f64, level: f64) -> (f64, f64) {
    let tail = (1.0 - level) / 2.0;
    // The parameters are at least 1 and finite, the level lies inside (0,1): the quantiles exist.
    let lower = stats::beta_quantile(a, b, tail).unwrap_or(0.0);
    let upper = stats::beta_quantile(a, b, 1.0 - tail).unwrap_or(1.0);
    (lower, upper)
}

/// The rise over the policy's window: today's posterior against the mean at its beginning.
fn rise(items: &[Observation<'_>], view: &View<'_, '_>, policy: &Policy, now: Belief) -> Option<Rise> {
    let seconds = policy.estimate.rising_days.get().checked_mul(86_400)?;
    let then = view.as_of().checked_sub_seconds(seconds)?;
    let before = believe(now.of, &sum(now.of, items, view, policy, then), policy).mean?;
    let probability = stats::beta_sf(now.a, now.b, before).ok()?;
    (probability >= policy.estimate.rising_probability.get()).then_some(Rise { before, probability })
}
