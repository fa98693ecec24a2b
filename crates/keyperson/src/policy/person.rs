//! The settings about a person: how evidence counts for a trait, what fits, and what may be changed.

use std::collections::BTreeMap;

use super::bounds::{MAX_LIST, contradiction, from_one_to, out_of_range, unknown};
use super::{Curve, FLOOR, Policy};
use crate::error::{Place, Problems, phrase};
use crate::fact::{PerTrait, Trait};
use crate::json::read::{record, words};
use crate::value::{Count, Exponent, Key, Level, Number, Positive, PriorCount, UnitInterval, Weight};

words! {
    /// How a signal's values are read.
    #[cfg_attr(not(feature = "exhaustive"), non_exhaustive)]
    pub enum Reading {
        /// Each fact is evidence of its own.
        Each = "each",
        /// A state: only the latest fact counts.
        Latest = "latest",
    }
}

record! {
    /// How evidence becomes an estimate.
    pub struct EstimatePolicy {
        /// Level of every interval, equal-tailed.
        pub interval: Level,
        /// Evidence weight of one rating.
        pub rating_weight: Weight,
        /// Days after which a rating counts half.
        pub rating_half_life_days: Positive,
        /// Largest evidence weight of all ratings of one trait by the same rater.
        pub rating_cap: Weight,
        /// Until a dispute is settled, the weight of the contested fact is multiplied by this.
        pub contested_weight: UnitInterval,
        /// Days over which a rise is looked for.
        pub rising_days: Count,
        /// Probability from which a rise is called one.
        pub rising_probability: UnitInterval,
    }

    /// What we believe about one trait before any evidence, and its weight.
    pub struct TraitPolicy {
        /// First parameter of the Beta prior (pseudo-evidence for).
        pub prior_for: PriorCount,
        /// Second parameter of the Beta prior (pseudo-evidence against).
        pub prior_against: PriorCount,
        /// Weight in the fit.
        pub weight: Weight,
        /// Below this mean a person is never ready; 0 for no floor.
        pub floor: UnitInterval,
        /// Value of the reference profile, against which contributions are measured.
        pub reference: UnitInterval,
        /// Remedies for a value under the floor.
        pub remedies: Vec<Key>,
    }

    /// What one signal says about a trait.
    pub struct SignalPolicy {
        /// The trait.
        pub of = "trait": Trait,
        /// From the signal's measure to 0..1.
        pub curve: Curve,
        /// Evidence weight of one fact.
        pub weight: Weight,
        /// Days after which a fact counts half.
        pub half_life_days: Positive,
        /// Largest evidence weight of all facts of this signal together.
        pub cap: Weight,
        /// Each fact, or the latest only.
        pub reading: Reading,
    }

    /// How estimates become a fit.
    pub struct FitPolicy {
        /// Exponent of the power mean. At 1, strengths make up for weaknesses fully; below 1, less.
        pub rho: Exponent,
        /// The fit from which a person is fit for the role.
        pub bar: UnitInterval,
        /// Chance, over the whole group, that any two people who are equal are separated by mistake.
        pub separation_error: Level,
        /// How many weightings are tried for the robustness of a ranking.
        pub weightings: Count,
        /// Seed of these weightings.
        pub seed: Count,
    }

    /// Strong traits wasted by weak ones.
    pub struct MismatchPolicy {
        /// Probability from which a mismatch is present.
        pub present: UnitInterval,
        /// Probability from which it is likely.
        pub likely: UnitInterval,
        /// Probability from which it is possible; below, it is absent.
        pub possible: UnitInterval,
        /// The patterns, by code.
        pub patterns: BTreeMap<Key, PatternPolicy>,
    }

    /// One pattern: a strong trait beside a weak one.
    pub struct PatternPolicy {
        /// The trait that is strong.
        pub strong: Trait,
        /// The trait that is weak.
        pub weak: Trait,
        /// From which value the one is strong.
        pub strong_from: UnitInterval,
        /// Up to which value the other is weak.
        pub weak_to: UnitInterval,
        /// Remedies, the gentlest first.
        pub remedies: Vec<Key>,
    }

    /// One change to the environment, and what it is expected to do.
    pub struct RemedyPolicy {
        /// Evidence that the change would add: value by signal.
        pub adds: BTreeMap<Key, Number>,
        /// Whether a support unit of colleagues is formed.
        pub unit: bool,
        /// Days by which the ladder's open rungs are moved; 0 for none.
        pub extend_days: Count,
    }

    /// The few colleagues who cover a shortfall.
    pub struct UnitPolicy {
        /// Colleagues at most.
        pub size: Count,
        /// How much of a colleague's trait covers the person's, by trait.
        pub cover: PerTrait<UnitInterval>,
        /// Colleagues looked at for each trait, the strongest first.
        pub looked_at: Count,
    }

    /// Values that somebody set.
    pub struct OverridesPolicy {
        /// A stated value counts as so many observations. This sets how sure it looks and how hard it is to move.
        pub weight: Positive,
        /// Days before the last one from which its end is spoken of.
        pub expiring_days: Count,
        /// Days after it for which that is remembered.
        pub expired_days: Count,
    }
}

/// Most weightings that may be tried; more only burns time.
const MAX_WEIGHTINGS: i64 = 100_000;
/// Largest support unit that is searched exhaustively.
const MAX_UNIT: i64 = 4;

pub(super) fn signals(policy: &Policy, problems: &mut Problems) {
    for (name, signal) in &policy.signals {
        let place = Place::at("/signals").field(name.as_str()).field("curve");
        match &signal.curve {
            Curve::Linear { from, to } if from.get().total_cmp(&to.get()).is_eq() => {
                contradiction(place, "`from` and `to` of a linear curve are equal", problems);
            }
            Curve::Percentile { cohort } if cohort.is_empty() || cohort.len() > MAX_LIST => {
                contradiction(place, "a cohort has 1 to 1000 measures", problems);
            }
            _ => {}
        }
    }
}

pub(super) fn mismatches(policy: &Policy, problems: &mut Problems) {
    let mismatch = &policy.mismatch;
    if mismatch.possible > mismatch.likely || mismatch.likely > mismatch.present {
        let what = "`possible`, `likely` and `present` must not fall in this order";
        contradiction(Place::at("/mismatch"), what, problems);
    }
    if mismatch.possible.get() <= 0.0 {
        contradiction(Place::at("/mismatch/possible"), "at 0 no mismatch could ever be absent", problems);
    }
    for (code, pattern) in &mismatch.patterns {
        let place = Place::at("/mismatch/patterns").field(code.as_str());
        if code.as_str().starts_with(FLOOR) {
            contradiction(place.clone(), "a code with `floor_` before it names a floor", problems);
        }
        if pattern.strong == pattern.weak {
            contradiction(place.field("weak"), "a trait cannot be strong and weak at once", problems);
        }
        known_remedies(policy, &pattern.remedies, &place, problems);
    }
    for of in Trait::ALL {
        let place = Place::at("/traits").field(of.word());
        known_remedies(policy, &policy.traits.get(*of).remedies, &place, problems);
    }
}

pub(super) fn known_remedies(policy: &Policy, remedies: &[Key], place: &Place, problems: &mut Problems) {
    for (index, code) in remedies.iter().enumerate() {
        if !policy.remedies.contains_key(code) {
            let place = place.field("remedies").field(&index.to_string());
            problems.add(place, unknown(code, "remedy"));
        }
    }
}

pub(super) fn remedies(policy: &Policy, problems: &mut Problems) {
    for (code, remedy) in &policy.remedies {
        let place = Place::at("/remedies").field(code.as_str());
        for signal in remedy.adds.keys() {
            if !policy.signals.contains_key(signal) {
                problems.add(place.field("adds").field(signal.as_str()), unknown(signal, "signal"));
            }
        }
        if remedy.adds.is_empty() && !remedy.unit && remedy.extend_days.get() == 0 {
            contradiction(place, "a remedy must change something", problems);
        }
    }
}

pub(super) fn limits(policy: &Policy, problems: &mut Problems) {
    let weightings = policy.fit.weightings.get();
    if weightings > MAX_WEIGHTINGS {
        out_of_range(
            weightings,
            phrase!("at most {} weightings", 100_000),
            Place::at("/fit/weightings"),
            problems,
        );
    }
    if policy.unit.size.get() > MAX_UNIT {
        out_of_range(
            policy.unit.size.get(),
            phrase!("at most {} colleagues", 4),
            Place::at("/unit/size"),
            problems,
        );
    }
    if policy.unit.looked_at.get() > 50 {
        out_of_range(
            policy.unit.looked_at.get(),
            phrase!("at most {} colleagues", 50),
            Place::at("/unit/looked_at"),
            problems,
        );
    }
    if policy.estimate.contested_weight.get() >= 1.0 {
        let what = "a contested fact must count less than an undisputed one";
        contradiction(Place::at("/estimate/contested_weight"), what, problems);
    }
}

/// Notes what does not hold.
pub(super) fn overrides(policy: &OverridesPolicy, problems: &mut Problems) {
    let place = |field: &str| Place::at("/overrides").field(field);
    for (days, field) in [(policy.expiring_days, "expiring_days"), (policy.expired_days, "expired_days")] {
        from_one_to(days.get(), 3_660, place(field), problems);
    }
}
