//! Fit: the weighted power mean of the known traits, with bounds, coverage and what each trait contributes.
//!
//! Contributions are exact Shapley values of the power mean against the policy's reference profile over the
//! same traits; they sum to `score − reference`. The default exponent 1 lets strengths compensate, which is judgement:
//! cognitive ability and motivation were found to add up rather than to multiply (Van Iddekinge et al. 2018), and
//! we take the same of our traits. Floors do not compensate (Dul 2016).

use serde::{Deserialize, Serialize};

use crate::fact::Trait;
use crate::finding::{self, Finding, FindingCode, Urgency};
use crate::person::estimate::{self, Belief, Estimates, TraitEstimate, heaviest};
use crate::policy::Policy;
use crate::stats::{self, ShapleyGame};
use crate::value::UnitInterval;

/// The score of a person for the role.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(not(feature = "exhaustive"), non_exhaustive)]
pub struct Fit {
    /// Power mean of the known traits, 0 to 1; absent where no trait is known.
    pub score: Score,
    /// Power mean of all lower ends; an unknown trait counts with that of its prior. Never above the score.
    pub lower: f64,
    /// Power mean of all upper ends; an unknown trait counts with that of its prior. Never below the score.
    pub upper: f64,
    /// Lower end of the score's interval at the policy's level. It is narrower than the bounds: it is far less likely
    /// that all traits are at their lower ends than that one of them is.
    pub interval_lower: f64,
    /// Upper end of the score's interval at the policy's level.
    pub interval_upper: f64,
    /// Weight of the known traits as a share of all weight, 0 to 1.
    pub coverage: f64,
    /// The fit from which a person is fit for the role.
    pub bar: f64,
    /// Power mean of the reference profile over the known traits.
    pub reference: Option<f64>,
    /// What each known trait contributes to `score − reference`.
    pub contributions: Vec<Contribution>,
    /// Known traits under their floor.
    pub under_floor: Vec<UnderFloor>,
    /// Traits with a floor of which nothing is known.
    pub unknown: Vec<Trait>,
    /// The trait to ask about next: the one whose interval moves the bounds most.
    pub next_question: Option<TraitQuestion>,
}

/// A score that may be unknown; shown as a number with three digits or as `unknown`.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(transparent)]
pub struct Score(Option<f64>);

impl Score {
    /// A score that was told before, 0 to 1; absent where unknown.
    #[must_use]
    pub fn of(value: Option<f64>) -> Self {
        Self(value)
    }

    /// The score, 0 to 1; absent where unknown.
    #[must_use]
    pub fn get(self) -> Option<f64> {
        self.0
    }
}

impl std::fmt::Display for Score {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self.0 {
            Some(score) => write!(f, "{score:.3}"),
            None => f.write_str("unknown"),
        }
    }
}

/// What one trait contributes.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(not(feature = "exhaustive"), non_exhaustive)]
pub struct Contribution {
    /// The trait.
    #[serde(rename = "trait")]
    pub of: Trait,
    /// Its share of `score − reference`, in points of the score.
    pub points: f64,
}

/// A trait under its floor.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(not(feature = "exhaustive"), non_exhaustive)]
pub struct UnderFloor {
    /// The trait.
    #[serde(rename = "trait")]
    pub of: Trait,
    /// Its mean.
    pub mean: f64,
    /// The floor.
    pub floor: f64,
}

/// The next question worth asking.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(not(feature = "exhaustive"), non_exhaustive)]
pub struct TraitQuestion {
    /// The trait.
    #[serde(rename = "trait")]
    pub of: Trait,
    /// By how much the fit differs between the ends of the trait's interval.
    pub swing: f64,
}

impl Fit {
    /// Traits under their floor, and unknown traits that readiness depends on.
    #[must_use]
    pub(crate) fn findings(&self, estimates: &Estimates, policy: &Policy) -> Vec<Finding> {
        let under = self.under_floor.iter().map(|low| {
            Finding::new(FindingCode::UnderFloor, Urgency::Important, low.of.word())
                .value("mean", finding::share(low.mean))
                .value("floor", finding::share(low.floor))
                .evidence(estimates.get(low.of).map(|e| heaviest(e, 5)).unwrap_or_default())
                .remedies(&policy.traits.get(low.of).remedies)
        });
        let unknown = self
            .unknown
            .iter()
            .map(|of| Finding::new(FindingCode::TraitUnknown, Urgency::Important, of.word()));
        under.chain(unknown).collect()
    }
}

/// Scores the estimates of one person.
#[must_use]
pub(crate) fn evaluate(traits: &[TraitEstimate], policy: &Policy) -> Fit {
    let rho = policy.fit.rho.get();
    let weights: Vec<f64> = traits.iter().map(|t| policy.traits.get(t.of).weight.get()).collect();
    let points: Vec<Option<f64>> = traits.iter().map(|t| t.mean).collect();
    let lowers: Vec<f64> = traits.iter().map(|t| t.lower).collect();
    let uppers: Vec<f64> = traits.iter().map(|t| t.upper).collect();
    let bounds = stats::power_mean_bounds(&points, &lowers, &uppers, &weights, rho).ok();
    let score = bounds.as_ref().and_then(|b| b.point);
    // With a trait unknown, the score of the others may lie outside the bounds over all: they are widened to it.
    let lower = bounds.as_ref().and_then(|b| b.lower).unwrap_or(0.0).min(score.unwrap_or(1.0));
    let upper = bounds.as_ref().and_then(|b| b.upper).unwrap_or(1.0).max(score.unwrap_or(0.0));
    let beliefs: Vec<Belief> = traits.iter().map(TraitEstimate::belief).collect();
    let credible = score.and_then(|score| interval(score, &beliefs, policy));
    let (interval_lower, interval_upper) = credible.unwrap_or((lower, upper));
    let (reference, contributions) = contributions(&beliefs, policy).unzip();
    Fit {
        score: Score(score),
        lower,
        upper,
        interval_lower: interval_lower.clamp(lower, upper),
        interval_upper: interval_upper.clamp(lower, upper),
        coverage: bounds.map_or(0.0, |b| b.coverage),
        bar: policy.fit.bar.get(),
        reference,
        contributions: contributions.unwrap_or_default(),
        under_floor: under_floor(traits, policy),
        unknown: traits
            .iter()
            .filter(|t| t.mean.is_none() && policy.traits.get(t.of).floor.get() > 0.0)
            .map(|t| t.of)
            .collect(),
        next_question: next_question(traits, &weights, rho),
    }
}

/// The fit of traits with given values. Given values count as known exactly; all other traits are unknown.
///
/// ```
/// use keyperson::{Policy, Trait, UnitInterval, person::fit};
///
/// let policy = Policy::default();
/// let given = [(Trait::Drive, UnitInterval::new(0.9).unwrap()), (Trait::Time, UnitInterval::new(0.2).unwrap())];
/// let fit = fit::of_values(&given, &policy);
/// assert_eq!(fit.score.get(), Some((1.5 * 0.9 + 1.0 * 0.2) / 2.5));
/// assert_eq!(fit.unknown.len(), 3); // authority, skill and influence have floors and are unknown
/// ```
///
/// If a trait is given twice, the last value wins.
#[must_use]
pub fn of_values(values: &[(Trait, UnitInterval)], policy: &Policy) -> Fit {
    let level = policy.estimate.interval.get();
    let estimates: Vec<TraitEstimate> = given(values, policy)
        .into_iter()
        .map(|Belief { of, mean, a, b }| {
            let (lower, upper) = mean.map_or_else(|| estimate::interval(a, b, level), |mean| (mean, mean));
            let evidence_weight = if mean.is_some() { f64::INFINITY } else { 0.0 };
            TraitEstimate {
                of,
                mean,
                lower,
                upper,
                evidence_weight,
                a,
                b,
                rising: None,
                evidence: Vec::new(),
                overridden: None,
            }
        })
        .collect();
    evaluate(&estimates, policy)
}

/// Given values as beliefs, in the order of [`Trait::ALL`]: known exactly, the others with their prior.
#[must_use]
pub fn given(values: &[(Trait, UnitInterval)], policy: &Policy) -> Vec<Belief> {
    let belief = |of: &Trait| {
        let own = policy.traits.get(*of);
        match values.iter().rev().find(|(given, _)| given == of) {
            Some((_, value)) => {
                Belief { of: *of, mean: Some(value.get()), a: f64::INFINITY, b: f64::INFINITY }
            }
            None => Belief { of: *of, mean: None, a: own.prior_for.get(), b: own.prior_against.get() },
        }
    };
    Trait::ALL.iter().map(belief).collect()
}

/// The interval of a score: that of the Beta distribution with the score's mean and variance, where there is one.
#[must_use]
pub(crate) fn interval(mean: f64, traits: &[Belief], policy: &Policy) -> Option<(f64, f64)> {
    let variance = variance(traits, policy)?;
    if variance <= 0.0 {
        return Some((mean, mean));
    }
    // Matched by moments; a variance that no Beta of this mean has leaves the bounds.
    let total = mean * (1.0 - mean) / variance - 1.0;
    if !(total > 0.0 && total.is_finite()) {
        return None;
    }
    Some(estimate::interval(total * mean, total * (1.0 - mean), policy.estimate.interval.get()))
}

/// The score alone: the power mean of the known traits.
#[must_use]
pub fn score(traits: &[Belief], policy: &Policy) -> Option<f64> {
    let (values, weights): (Vec<f64>, Vec<f64>) =
        traits.iter().filter_map(|t| Some((t.mean?, policy.traits.get(t.of).weight.get()))).unzip();
    stats::power_mean(&values, &weights, policy.fit.rho.get()).ok().flatten()
}

/// The variance of the score, to first order (delta method), unknown traits counting with their prior's variance.
#[must_use]
pub(crate) fn variance(traits: &[Belief], policy: &Policy) -> Option<f64> {
    // A mean of 0 would make the slope infinite for exponents below 1.
    const LEAST: f64 = 1e-6;
    let values: Vec<f64> = traits.iter().map(|t| t.center().max(LEAST)).collect();
    let weights: Vec<f64> = traits.iter().map(|t| policy.traits.get(t.of).weight.get()).collect();
    let rho = policy.fit.rho.get();
    let all: f64 = weights.iter().sum();
    let mean = stats::power_mean(&values, &weights, rho).ok()??;
    Some(
        traits
            .iter()
            .zip(values.iter().zip(&weights))
            .map(|(t, (value, weight))| {
                let slope = weight / all * libm::pow(value / mean, rho - 1.0);
                let total = t.a + t.b;
                let known_exactly = t.mean.is_some() && total.is_infinite();
                if known_exactly {
                    0.0
                } else {
                    slope * slope * (t.a * t.b) / (total * total * (total + 1.0))
                }
            })
            .sum(),
    )
}

/// How many standard errors two fits must differ by, in a group of so many people.
#[must_use]
pub(crate) fn critical_value(people: usize, policy: &Policy) -> f64 {
    let n = crate::json::read::length(people);
    let pairs = (n * (n - 1.0) / 2.0).max(1.0);
    stats::normal_quantile(1.0 - policy.fit.separation_error.get() / (2.0 * pairs)).unwrap_or(f64::INFINITY)
}

/// The power mean of the reference profile over the known traits, and what each of them contributes.
#[must_use]
pub(crate) fn contributions(traits: &[Belief], policy: &Policy) -> Option<(f64, Vec<Contribution>)> {
    let known: Vec<(Trait, f64)> = traits.iter().filter_map(|t| Some((t.of, t.mean?))).collect();
    let values: Vec<f64> = known.iter().map(|(_, mean)| *mean).collect();
    let weights: Vec<f64> = known.iter().map(|(of, _)| policy.traits.get(*of).weight.get()).collect();
    let profile: Vec<f64> = known.iter().map(|(of, _)| policy.traits.get(*of).reference.get()).collect();
    let rho = policy.fit.rho.get();
    let reference = stats::power_mean(&profile, &weights, rho).ok()??;
    let shares = stats::shapley_power_mean(&values, &weights, rho, ShapleyGame::Baseline(&profile)).ok()?;
    let contributions =
        known.iter().zip(shares).map(|((of, _), points)| Contribution { of: *of, points }).collect();
    Some((reference, contributions))
}

/// Known traits whose mean is under the floor.
fn under_floor(traits: &[TraitEstimate], policy: &Policy) -> Vec<UnderFloor> {
    traits
        .iter()
        .filter_map(|t| {
            let (mean, floor) = (t.mean?, policy.traits.get(t.of).floor.get());
            (mean < floor).then_some(UnderFloor { of: t.of, mean, floor })
        })
        .collect()
}

/// The trait whose interval moves the fit most, the others at their means (unknown ones at their interval's middle).
fn next_question(traits: &[TraitEstimate], weights: &[f64], rho: f64) -> Option<TraitQuestion> {
    let middle: Vec<f64> = traits.iter().map(|t| t.mean.unwrap_or((t.lower + t.upper) / 2.0)).collect();
    let with = |index: usize, value: f64| {
        let values: Vec<f64> =
            middle.iter().enumerate().map(|(i, v)| if i == index { value } else { *v }).collect();
        stats::power_mean(&values, weights, rho).ok().flatten()
    };
    let mut best: Option<TraitQuestion> = None;
    for (index, of) in traits.iter().enumerate() {
        let swing = with(index, of.upper)? - with(index, of.lower)?;
        if swing > best.map_or(0.0, |known| known.swing) {
            best = Some(TraitQuestion { of: of.of, swing });
        }
    }
    best
}
