//! Scores of many rows at once: the arithmetic of [`fit`] and [`mismatch`](super::mismatch) in columns.
//!
//! Each number has the bits of the way by single rows, whose operations it does in the same order. The loops have no
//! branches, so that compilers make vector code of them. A caller may compile them for the processor at hand: the
//! methods are inlined, and no operation depends on the width of its vectors.

use crate::fact::Trait;
use crate::person::{estimate, fit};
use crate::policy::{PatternPolicy, Policy};
use crate::stats::{self, Average};
use crate::value::UnitInterval;

/// Rows in a block.
pub const ROWS: usize = 256;
/// How many traits there are.
pub const TRAITS: usize = Trait::ALL.len();
/// How many sets of traits there are: the bit of a trait's place says whether it is one of them.
const SETS: usize = 1 << TRAITS;
/// A number for each row of a block; NaN where it is unknown.
pub type Column = [f64; ROWS];
/// Values from 0 to 1, a column for each trait in the order of [`Trait::ALL`].
pub type Values<'v> = [&'v Column; TRAITS];

/// A column of which nothing is known.
pub static UNKNOWN: Column = [f64::NAN; ROWS];

/// What a policy says about the fit, laid out for many rows.
///
/// ```
/// use keyperson::person::scorer::{ROWS, Scorer, TRAITS, UNKNOWN};
///
/// let policy = keyperson::Policy::default();
/// let (drive, mut fits, mut coverages) = ([0.9; ROWS], [0.0; ROWS], [0.0; ROWS]);
/// let mut values = [&UNKNOWN; TRAITS];
/// values[1] = &drive;
/// Scorer::new(&policy).fits(&values, &mut fits, &mut coverages);
/// assert_eq!((fits[0], coverages[0]), (0.9, 0.25));
/// ```
#[derive(Debug, Clone)]
pub struct Scorer<'p> {
    policy: &'p Policy,
    weights: [f64; TRAITS],
    /// The weight of all traits.
    all: f64,
    /// Whether a row's mean is `Σwx / Σw`.
    is_average: bool,
    /// The ends of the interval of each trait's prior.
    lowers: [f64; TRAITS],
    uppers: [f64; TRAITS],
    references: [f64; TRAITS],
    /// The share of each trait in the weight of the known ones, for every set of known traits.
    shares: [[f64; SETS]; TRAITS],
}

impl<'p> Scorer<'p> {
    /// Lays out a policy.
    #[must_use]
    pub fn new(policy: &'p Policy) -> Self {
        let mut scorer = Self {
            policy,
            weights: [0.0; TRAITS],
            all: 0.0,
            is_average: is_one(policy.fit.rho.get()),
            lowers: [0.0; TRAITS],
            uppers: [0.0; TRAITS],
            references: [0.0; TRAITS],
            shares: [[0.0; SETS]; TRAITS],
        };
        for (index, of) in Trait::ALL.iter().enumerate() {
            let own = policy.traits.get(*of);
            let weight = own.weight.get();
            let level = policy.estimate.interval.get();
            let (lower, upper) = estimate::interval(own.prior_for.get(), own.prior_against.get(), level);
            scorer.all += weight;
            // Under weights as small as this, products lose digits.
            scorer.is_average &= weight <= 0.0 || weight > stats::LEAST_PRODUCT;
            for (slots, value) in [
                (&mut scorer.weights, weight),
                (&mut scorer.lowers, lower),
                (&mut scorer.uppers, upper),
                (&mut scorer.references, own.reference.get()),
            ] {
                slots.iter_mut().skip(index).take(1).for_each(|slot| *slot = value);
            }
        }
        for set in 0..SETS {
            let mut known = scorer.weights;
            known
                .iter_mut()
                .enumerate()
                .filter(|(of, _)| set >> of & 1 == 0)
                .for_each(|(_, weight)| *weight = 0.0);
            for (slots, share) in scorer.shares.iter_mut().zip(stats::weight_shares(known)) {
                slots.iter_mut().skip(set).take(1).for_each(|slot| *slot = share);
            }
        }
        scorer
    }

    /// The score as [`fit::score`] gives it, NaN where no trait of positive weight is known; and the weight of the known
    /// traits as a share of all weight, 0 to 1.
    #[inline(always)]
    #[expect(clippy::inline_always, reason = "the caller compiles it for the processor at hand")]
    pub fn fits(&self, values: &Values<'_>, fits: &mut Column, coverages: &mut Column) {
        self.means(values, &[f64::NAN; TRAITS], fits, coverages);
        let all = self.all;
        if all > 0.0 {
            for coverage in coverages {
                *coverage /= all;
            }
        }
    }

    /// The fields `lower` and `upper` of [`fit::of_values`], from the values and the scores of [`Self::fits`].
    #[inline(always)]
    #[expect(clippy::inline_always, reason = "the caller compiles it for the processor at hand")]
    pub fn bounds(&self, values: &Values<'_>, fits: &Column, lower: &mut Column, upper: &mut Column) {
        let mut totals = [0.0; ROWS];
        self.means(values, &self.lowers, lower, &mut totals);
        self.means(values, &self.uppers, upper, &mut totals);
        for (lower, fit) in lower.iter_mut().zip(fits) {
            let mean = if lower.is_nan() { 0.0 } else { *lower };
            *lower = if *fit < mean { *fit } else { mean };
        }
        for (upper, fit) in upper.iter_mut().zip(fits) {
            let mean = if upper.is_nan() { 1.0 } else { *upper };
            *upper = if *fit > mean { *fit } else { mean };
        }
    }

    /// The contributions of [`fit::of_values`], a column for each trait: NaN where the trait or the score is unknown.
    #[inline(always)]
    #[expect(clippy::inline_always, reason = "the caller compiles it for the processor at hand")]
    pub fn contributions(&self, values: &Values<'_>, contributions: &mut [Column; TRAITS]) {
        if is_one(self.policy.fit.rho.get()) {
            self.linear_contributions(values, contributions);
        } else {
            self.contributions_by_row(values, contributions);
        }
    }

    /// The probability of a mismatch of values that are known exactly, which is 0 or 1: whether the one trait is strong
    /// and the other weak. NaN where one of them is unknown.
    #[inline(always)]
    #[expect(clippy::inline_always, reason = "the caller compiles it for the processor at hand")]
    pub fn mismatch(&self, pattern: &PatternPolicy, values: &Values<'_>, probabilities: &mut Column) {
        let column = |wanted: Trait| {
            let found = Trait::ALL.iter().zip(values).find(|(of, _)| **of == wanted);
            found.map_or(&UNKNOWN, |(_, column)| *column)
        };
        let (from, to) = (pattern.strong_from.get(), pattern.weak_to.get());
        let pairs = column(pattern.strong).iter().zip(column(pattern.weak));
        for (probability, (strong, weak)) in probabilities.iter_mut().zip(pairs) {
            let holds = if (*strong >= from) & (*weak <= to) { 1.0 } else { 0.0 };
            *probability = if strong.is_nan() | weak.is_nan() { f64::NAN } else { holds };
        }
    }

    /// The power mean of each row over the traits of positive weight, and the weight of its known traits. `unknown` stands
    /// for the values that are unknown; where it is NaN they are left out.
    #[inline(always)]
    #[expect(clippy::inline_always, reason = "the caller compiles it for the processor at hand")]
    #[expect(clippy::indexing_slicing, reason = "each index is below the length of its array")]
    fn means(&self, values: &Values<'_>, unknown: &[f64; TRAITS], means: &mut Column, totals: &mut Column) {
        let (weights, mut counted, mut unknown) = (self.weights, *values, *unknown);
        for of in 0..TRAITS {
            if weights[of] <= 0.0 {
                (counted[of], unknown[of]) = (&UNKNOWN, f64::NAN);
            }
        }
        let mut rare = !self.is_average;
        for row in 0..ROWS {
            let mut average = Average::EMPTY;
            for of in 0..TRAITS {
                // Minus zero becomes zero.
                let given = counted[of][row] + 0.0;
                average.add(if given.is_nan() { unknown[of] } else { given }, weights[of]);
            }
            means[row] = average.mean();
            totals[row] = average.total;
            rare |= (average.low < average.high) & !average.keeps_digits();
        }
        if rare {
            self.means_by_row(&counted, &unknown, means);
        }
    }

    /// Another exponent, or a row whose sums lose digits: each mean in the general way.
    #[cold]
    fn means_by_row(&self, values: &Values<'_>, unknown: &[f64; TRAITS], means: &mut Column) {
        let rho = self.policy.fit.rho.get();
        for (row, mean) in means.iter_mut().enumerate() {
            let entries = values.iter().zip(unknown).zip(&self.weights);
            let known = entries.filter_map(|((column, unknown), weight)| {
                let given = column.get(row)? + 0.0;
                let value = if given.is_nan() { *unknown } else { given };
                (!value.is_nan()).then_some((value, *weight))
            });
            *mean = stats::power_mean_of(known, rho).unwrap_or(f64::NAN);
        }
    }

    /// Of the arithmetic mean, a trait contributes its share of the weight of the known ones, times its distance to the
    /// reference.
    #[inline(always)]
    #[expect(clippy::inline_always, reason = "the caller compiles it for the processor at hand")]
    #[expect(clippy::indexing_slicing, reason = "each index is below the length of its array")]
    fn linear_contributions(&self, values: &Values<'_>, contributions: &mut [Column; TRAITS]) {
        let mut known = [0_usize; ROWS];
        for (of, column) in values.iter().enumerate() {
            for row in 0..ROWS {
                known[row] |= usize::from(!column[row].is_nan()) << of;
            }
        }
        for of in 0..TRAITS {
            let (shares, reference, counts) = (&self.shares[of], self.references[of], self.weights[of] > 0.0);
            for row in 0..ROWS {
                let points = shares[known[row] % SETS] * (values[of][row] + 0.0 - reference);
                // A trait that does not count contributes nothing, of whatever sign.
                contributions[of][row] = if counts | points.is_nan() { points } else { 0.0 };
            }
        }
    }

    #[cold]
    fn contributions_by_row(&self, values: &Values<'_>, contributions: &mut [Column; TRAITS]) {
        for row in 0..ROWS {
            let known: Vec<(Trait, UnitInterval)> = Trait::ALL
                .iter()
                .zip(values)
                .filter_map(|(of, column)| Some((*of, UnitInterval::new(*column.get(row)?).ok()?)))
                .collect();
            let found = fit::contributions(&fit::given(&known, self.policy), self.policy);
            let found = found.map(|(_, found)| found).unwrap_or_default();
            for (of, column) in Trait::ALL.iter().zip(contributions.iter_mut()) {
                let points = found.iter().find(|one| one.of == *of).map_or(f64::NAN, |one| one.points);
                column.iter_mut().skip(row).take(1).for_each(|slot| *slot = points);
            }
        }
    }
}

fn is_one(rho: f64) -> bool {
    rho.to_bits() == 1.0_f64.to_bits()
}
