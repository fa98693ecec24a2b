//! Estimates: what the evidence says about each trait, and how sure that is.
//!
//! A fact becomes evidence `y ∈ [0,1]` with a weight that fades by `2^(−age/half-life)`; with the prior
//! `Beta(a0,b0)` the posterior is `Beta(a0 + Σw·y, b0 + Σw·(1−y))`. A trait without evidence is unknown: it has
//! the prior's interval and no mean. Repeating one action cannot outweigh everything else: the weights of one
//! signal (or of one rater) are scaled down together to the policy's cap.

mod curve;
mod group;
mod spoken;
mod stated;
mod voices;

pub(crate) use curve::read;
pub(crate) use spoken::spoken;
pub use stated::Overridden;

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use self::group::{Group, Observation, Signals, Sums};
use self::stated::Stated;
use crate::calendar::Instant;
use crate::fact::{Event, FactId, Rating, Signal, Trait};
use crate::finding::{self, Finding, FindingCode, Urgency};
use crate::order::Order as _;
use crate::partner::view::View;
use crate::policy::{Policy, Reading};
use crate::stats;
use crate::value::Key;

/// The signal under which ratings are shown as evidence.
pub const RATING: &str = "rating";

/// What the evidence says of one trait.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(not(feature = "exhaustive"), non_exhaustive)]
pub struct TraitEstimate {
    /// The trait.
    #[serde(rename = "trait")]
    pub of: Trait,
    /// Mean of the posterior, 0 to 1, or the value that somebody set; absent where nothing is known.
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
    /// A rise of what the evidence says over the last weeks, where there is one.
    pub rising: Option<Rise>,
    /// The evidence, by instant; where somebody set the value, none of it counts while that holds.
    pub evidence: Vec<Evidence>,
    /// What the evidence says, where somebody set the value.
    pub overridden: Option<Overridden>,
}

/// What is believed of one trait, without the evidence behind it.
#[derive(Debug, Clone, Copy, PartialEq)]
#[cfg_attr(not(feature = "exhaustive"), non_exhaustive)]
pub struct Belief {
    /// The trait.
    pub of: Trait,
    /// Mean of the posterior; absent where nothing is known.
    pub mean: Option<f64>,
    /// First parameter of the posterior; infinite where the trait is known exactly.
    pub a: f64,
    /// Second parameter of the posterior; infinite where the trait is known exactly.
    pub b: f64,
}

impl Belief {
    /// Mean of the posterior, or of the prior where nothing is known.
    #[must_use]
    pub fn center(&self) -> f64 {
        self.exactly().unwrap_or(self.a / (self.a + self.b))
    }

    /// The value, where it is known exactly.
    pub(crate) fn exactly(&self) -> Option<f64> {
        self.mean.filter(|_| (self.a + self.b).is_infinite())
    }
}

impl TraitEstimate {
    /// What is believed, without the evidence behind it.
    #[must_use]
    pub fn belief(&self) -> Belief {
        Belief { of: self.of, mean: self.mean, a: self.a, b: self.b }
    }
}

/// A trait that rises.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(not(feature = "exhaustive"), non_exhaustive)]
pub struct Rise {
    /// Mean at the beginning of the window.
    pub before: f64,
    /// Probability, under today's posterior, that the trait lies above that mean.
    pub probability: f64,
}

/// One piece of evidence.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(not(feature = "exhaustive"), non_exhaustive)]
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
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Estimates {
    /// One per trait.
    pub traits: Vec<TraitEstimate>,
    /// Facts with a signal that the policy does not have. They do not count, but they are listed.
    pub unread: Vec<FactId>,
}

impl Estimates {
    /// The estimate of one trait.
    #[must_use]
    pub fn get(&self, of: Trait) -> Option<&TraitEstimate> {
        self.traits.iter().find(|estimate| estimate.of == of)
    }

    /// The estimates by the evidence alone; absent where nobody set anything.
    #[must_use]
    pub fn by_evidence(&self) -> Option<Self> {
        self.traits.iter().any(|estimate| estimate.overridden.is_some()).then(|| Self {
            traits: self.traits.iter().map(TraitEstimate::by_evidence).collect(),
            unread: self.unread.clone(),
        })
    }

    /// Traits that rise, open disputes, and signals that are not in the policy.
    #[must_use]
    pub(crate) fn findings(&self) -> Vec<Finding> {
        let rising = self.traits.iter().filter_map(|estimate| {
            let rise = estimate.rising?;
            Some(
                Finding::new(FindingCode::Rising, Urgency::Celebrate, estimate.of.word())
                    .value("before", finding::share(rise.before))
                    .value("now", finding::share(estimate.by_evidence().mean.unwrap_or_default()))
                    .evidence(heaviest(&estimate.by_evidence(), 5)),
            )
        });
        let mut contested: Vec<FactId> = self
            .traits
            .iter()
            .flat_map(|estimate| &estimate.evidence)
            .filter(|evidence| evidence.contested)
            .map(|evidence| evidence.fact.clone())
            .collect();
        contested.order();
        contested.dedup();
        let disputed = (!contested.is_empty()).then(|| {
            Finding::new(FindingCode::Contested, Urgency::Important, "")
                .value("count", finding::count(contested.len()))
                .evidence(contested)
        });
        let unread = (!self.unread.is_empty()).then(|| {
            Finding::new(FindingCode::SignalNotInPolicy, Urgency::Notice, "")
                .value("count", finding::count(self.unread.len()))
                .evidence(self.unread.iter().cloned())
        });
        rising.chain(disputed).chain(unread).collect()
    }
}

/// The facts with the most weight in an estimate, at most `most` of them. If there is an override, only the override.
#[must_use]
pub(crate) fn heaviest(estimate: &TraitEstimate, most: usize) -> Vec<FactId> {
    if let Some(overridden) = &estimate.overridden {
        return vec![overridden.fact.clone()];
    }
    let mut evidence: Vec<&Evidence> = estimate.evidence.iter().collect();
    evidence.order_by(|a, b| b.weight.total_cmp(&a.weight).then_with(|| a.fact.cmp(&b.fact)));
    evidence.into_iter().take(most).map(|evidence| evidence.fact.clone()).collect()
}

/// Estimates the traits of one person.
#[cfg(feature = "rooms")]
#[must_use]
pub fn evaluate(view: &View<'_, '_>, policy: &Policy) -> Estimates {
    Observations::of(view, policy).estimates()
}

/// The estimates of one person's traits, without the evidence behind them.
#[must_use]
pub(crate) fn beliefs(view: &View<'_, '_>, policy: &Policy) -> Vec<Belief> {
    Observations::of(view, policy).beliefs()
}

/// Everything observed of one person, read once: by trait and source, of one source by instant, then id.
#[derive(Debug, Clone)]
pub(crate) struct Observations<'a> {
    policy: &'a Policy,
    as_of: Instant,
    /// By trait; ratings by rater, then signals by name.
    groups: Vec<Group<'a>>,
    unread: Vec<FactId>,
    stated: Vec<Stated<'a>>,
}

impl<'a> Observations<'a> {
    /// What the person's facts say of the traits.
    #[must_use]
    pub fn of(view: &View<'_, 'a>, policy: &'a Policy) -> Self {
        let mut ratings: BTreeMap<(Trait, &str), Group<'_>> = BTreeMap::new();
        let mut signals = Signals { policy, groups: BTreeMap::new() };
        let mut unread = Vec::new();
        let today = view.today();
        for fact in view.facts {
            let contested = view.partner.contest_of(&fact.id).is_some();
            let observed = |y: f64| Observation { y, at: fact.at, contested, mass: 1.0, fact: Some(fact) };
            let (names, value): (&[&str], f64) = match &fact.event {
                Event::Rating(Rating { of, value, by, expires, .. }) => {
                    if expires.is_none_or(|last| today <= last) {
                        let group = ratings.entry((*of, by.as_str()));
                        let group = group.or_insert_with(|| Group::of_ratings(*of, policy));
                        group.items.push(observed(value.get()));
                    }
                    continue;
                }
                Event::Signal(Signal { signal, value }) => {
                    if !signals.add(signal.as_str(), value.get(), observed) {
                        unread.push(fact.id.clone());
                    }
                    continue;
                }
                // A win or a loss that was taken back says nothing of results.
                Event::Deal(_) if view.partner.deals().is_taken_back(&fact.id) => continue,
                event => match spoken::derived(event) {
                    Some(derived) => derived,
                    None => continue,
                },
            };
            for name in names {
                // A policy without the signal does not ask for it.
                signals.add(name, value, observed);
            }
        }
        let mut groups: Vec<Group<'_>> =
            ratings.into_values().chain(signals.groups.into_values().map(|(_, group)| group)).collect();
        groups.extend(voices::heard(view, policy));
        groups.order_by_key(|group| (group.of, group.signal));
        Self { policy, as_of: view.as_of(), groups, unread, stated: Stated::all(view, policy) }
    }

    /// The estimates that follow.
    #[must_use]
    pub fn estimates(&self) -> Estimates {
        Estimates {
            traits: Trait::ALL.iter().map(|of| self.estimate(*of)).collect(),
            unread: self.unread.clone(),
        }
    }

    /// What is believed, without the evidence behind it.
    #[must_use]
    pub fn beliefs(&self) -> Vec<Belief> {
        let believe = |of: &Trait| match self.stated(*of) {
            Some(stated) => stated.belief(self.policy),
            None => self.believe(*of, &self.sum(*of, self.as_of)),
        };
        Trait::ALL.iter().map(believe).collect()
    }

    /// The facts by which somebody set a trait, in the order of the traits.
    pub fn set(&self) -> impl Iterator<Item = &FactId> {
        Trait::ALL.iter().filter_map(|of| self.stated(*of)).map(|stated| &stated.fact.id)
    }

    /// The same observations where nobody set anything.
    #[must_use]
    pub fn by_evidence(&self) -> Self {
        Self { stated: Vec::new(), ..self.clone() }
    }

    /// What would be believed if more were observed at the as-of: `added` holds values by signal, `known` are the
    /// estimates without them. Where somebody set a trait, it is added to that value.
    #[must_use]
    pub fn supposing(&self, known: &Estimates, added: &[(&Key, f64)]) -> Vec<Belief> {
        let mut touched = Self { groups: Vec::new(), unread: Vec::new(), stated: Vec::new(), ..*self };
        let known_signals = || {
            added.iter().filter_map(|(signal, value)| {
                self.policy.signals.get_key_value(*signal).map(|(signal, own)| (signal.as_str(), own, *value))
            })
        };
        let is_touched = |of: Trait| known_signals().any(|(_, own, _)| own.of == of);
        let counts = |group: &&Group<'_>| is_touched(group.of) && self.stated(group.of).is_none();
        touched.groups.extend(self.groups.iter().filter(counts).cloned());
        for (signal, own, value) in known_signals() {
            let place = (own.of, Some(signal));
            let at = touched.groups.partition_point(|group| (group.of, group.signal) < place);
            let y = read(&own.curve, value);
            let supposed = Observation { y, at: self.as_of, contested: false, mass: 1.0, fact: None };
            match touched.groups.get_mut(at).filter(|group| (group.of, group.signal) == place) {
                Some(group) => group.items.push(supposed),
                None => {
                    let group = Group { items: vec![supposed], ..Group::of_signal(signal, own) };
                    touched.groups.insert(at, group);
                }
            }
        }
        let beliefs = known.traits.iter().map(|before| match is_touched(before.of) {
            true => {
                let sums = touched.sum(before.of, self.as_of);
                match self.stated(before.of) {
                    Some(stated) => stated.supposing(&sums, self.policy),
                    None => touched.believe(before.of, &sums),
                }
            }
            false => before.belief(),
        });
        beliefs.collect()
    }

    fn stated(&self, of: Trait) -> Option<&Stated<'a>> {
        self.stated.iter().find(|stated| stated.of == of)
    }

    fn estimate(&self, of: Trait) -> TraitEstimate {
        let mut weighed = Vec::new();
        let sums = self.weigh(of, self.as_of, |group, item, weight| {
            if let Some(fact) = item.fact {
                weighed.push((item.at, &fact.id, group.signal.unwrap_or(RATING), item, weight));
            }
        });
        weighed.order_by(|x, y| (x.0, x.1, x.2).cmp(&(y.0, y.1, y.2)));
        let evidence = weighed.into_iter().map(|(at, fact, signal, item, weight)| Evidence {
            fact: fact.clone(),
            signal: signal.to_owned(),
            at,
            y: item.y,
            weight,
            contested: item.contested,
        });
        let belief = self.believe(of, &sums);
        let Belief { mean, a, b, .. } = belief;
        let (lower, upper) = interval(a, b, self.policy.estimate.interval.get());
        let evident = TraitEstimate {
            of,
            mean,
            lower,
            upper,
            evidence_weight: sums.for_it + sums.against,
            a,
            b,
            rising: mean.and_then(|_| self.rise(belief)),
            evidence: evidence.collect(),
            overridden: None,
        };
        match self.stated(of) {
            Some(stated) => stated.over(evident, self.policy),
            None => evident,
        }
    }

    /// The rise over the policy's window: today's posterior against the mean at its beginning.
    fn rise(&self, now: Belief) -> Option<Rise> {
        let seconds = self.policy.estimate.rising_days.get().checked_mul(86_400)?;
        let then = self.as_of.checked_sub_seconds(seconds)?;
        let before = self.believe(now.of, &self.sum(now.of, then)).mean?;
        let probability = stats::beta_sf(now.a, now.b, before).ok()?;
        (probability >= self.policy.estimate.rising_probability.get()).then_some(Rise { before, probability })
    }

    /// The posterior that the weighed evidence gives.
    fn believe(&self, of: Trait, sums: &Sums) -> Belief {
        let own = self.policy.traits.get(of);
        let (a, b) = (own.prior_for.get() + sums.for_it, own.prior_against.get() + sums.against);
        Belief { of, mean: (sums.for_it + sums.against > 0.0).then(|| a / (a + b)), a, b }
    }

    /// Sums the evidence of one trait as it counts at `now`.
    fn sum(&self, of: Trait, now: Instant) -> Sums {
        self.weigh(of, now, |_, _, _| {})
    }

    /// Sums the evidence of one trait as it counts at `now`, telling `each` observation with its weight.
    fn weigh<'s>(
        &'s self,
        of: Trait,
        now: Instant,
        mut each: impl FnMut(&'s Group<'a>, &'s Observation<'a>, f64),
    ) -> Sums {
        let dispute = self.policy.estimate.contested_weight.get();
        let mut sums = Sums { for_it: 0.0, against: 0.0 };
        let holds = |group: &&Group<'_>| group.of == of && group.only_at.is_none_or(|at| at == now);
        for group in self.groups.iter().filter(holds) {
            let seen = group.items.partition_point(|item| item.at <= now);
            let items = match (group.reading, group.items.get(..seen).unwrap_or_default()) {
                (Reading::Latest, [.., last]) => std::slice::from_ref(last),
                (_, items) => items,
            };
            let weights: Vec<f64> = items
                .iter()
                .map(|item| {
                    let age = item.at.days_until(now).max(0.0);
                    let dispute = if item.contested { dispute } else { 1.0 };
                    group.weight * libm::exp2(-age / group.half_life) * dispute * item.mass
                })
                .collect();
            let total: f64 = weights.iter().sum();
            let scale = if total > group.cap { group.cap / total } else { 1.0 };
            for (item, weight) in items.iter().zip(weights) {
                let weight = weight * scale;
                sums.for_it += weight * item.y;
                sums.against += weight * (1.0 - item.y);
                each(group, item, weight);
            }
        }
        sums
    }
}

/// The equal-tailed interval of `Beta(a,b)` at `level`, widened to the mean where that lies beyond a tail, as it does
/// in narrow intervals and strongly skewed distributions.
#[must_use]
#[cfg_attr(feature = "rooms", visibility::make(pub))]
pub(crate) fn interval(a: f64, b: f64, level: f64) -> (f64, f64) {
    let tail = (1.0 - level) / 2.0;
    // The parameters are above 0 and finite, the level lies inside (0,1): the quantiles exist.
    let [lower, upper] = stats::beta_quantiles(a, b, [tail, 1.0 - tail]).unwrap_or([0.0, 1.0]);
    // INVARIANT: a mean lies in its interval.
    let mean = a / (a + b);
    (lower.min(mean), upper.max(mean))
}
