//! The weighted power mean, and its bounds when some entries are unknown.

use super::average::{Average, LEAST_PRODUCT};
use super::error::{StatsError, all_not_negative, out_of_range, same_length};

/// The weighted power mean of entries some of which are unknown, from [`power_mean_bounds`].
///
/// The bounds do not always contain the point: see there.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct PowerMeanBounds {
    /// The mean of the known entries under renormalised weights; `None` when none with a positive weight is known.
    pub point: Option<f64>,
    /// The mean with every entry at its lower bound; `None` when all weights are zero.
    pub lower: Option<f64>,
    /// The mean with every entry at its upper bound; `None` when all weights are zero.
    pub upper: Option<f64>,
    /// The weight of the known entries ÷ the weight of all, 0..1; 0 when all weights are zero.
    pub coverage: f64,
}

/// The weighted power mean `M_ρ = (Σ wᵢ xᵢ^ρ / Σ wᵢ)^(1/ρ)` of numbers of at least 0.
///
/// `rho` of 1 is the weighted average, 0 the geometric and -1 the harmonic mean, +∞ the largest and -∞ the smallest
/// value; the lower it is, the less a strong value makes up for a weak one. Weights are relative and need not sum
/// to 1; entries of weight zero are ignored. A zero among the values gives 0 when `rho` ≤ 0. `None` when no entry has a
/// positive weight. Relative error below 1e-12.
///
/// ```
/// use keyperson::stats::power_mean;
///
/// assert_eq!(power_mean(&[0.25, 0.75], &[1.0, 1.0], 1.0)?, Some(0.5));
/// assert_eq!(power_mean(&[0.25, 0.75], &[1.0, 1.0], f64::NEG_INFINITY)?, Some(0.25));
/// assert_eq!(power_mean(&[0.25, 0.75], &[0.0, 0.0], 1.0)?, None);
/// # Ok::<(), keyperson::stats::StatsError>(())
/// ```
///
/// # Errors
/// [`StatsError::LengthsDiffer`]; [`StatsError::NotFinite`] or [`StatsError::OutOfRange`] for a value or weight that is
/// negative, NaN or infinite, or a `rho` that is NaN.
pub fn power_mean(values: &[f64], weights: &[f64], rho: f64) -> Result<Option<f64>, StatsError> {
    same_length("values", values.len(), "weights", weights.len())?;
    all_not_negative("values", values)?;
    all_not_negative("weights", weights)?;
    check_exponent(rho)?;
    Ok(power_mean_of(values.iter().copied().zip(weights.iter().copied()), rho))
}

/// [`power_mean`] where some entries are unknown (`None` in `point`): over the known ones with renormalised weights, and
/// over all entries at their lower and at their upper bounds (an unknown entry's are its prior's).
///
/// Where the bounds contain the point:
/// - always, when every entry of positive weight is known and `lower[i] ≤ point[i] ≤ upper[i]`: the mean rises with each value;
/// - always, when in addition each unknown entry's bounds straddle the known entries' mean
///   (`lower[i] ≤ M ≤ upper[i]`; 0..1 always does, for values within 0..1): giving an unknown entry the value `M` leaves the
///   mean at `M`, so the point is the mean of *some* values within the bounds;
/// - otherwise not necessarily. One known 0.9, one unknown with bounds 0.1..0.3, equal weights, `rho` = 1: the point is 0.9,
///   the bounds 0.5..0.6. The point is then a statement about the known entries alone; the bounds are not
///   widened to hide that;
/// - nor when a known entry lies outside its own bounds, as the mean of a very skewed Beta distribution may.
///
/// # Errors
/// [`StatsError::LengthsDiffer`]; [`StatsError::NotFinite`] or [`StatsError::OutOfRange`] for a number that is negative,
/// NaN or infinite; [`StatsError::BoundsReversed`]; a `rho` that is NaN.
pub fn power_mean_bounds(
    point: &[Option<f64>],
    lower: &[f64],
    upper: &[f64],
    weights: &[f64],
    rho: f64,
) -> Result<PowerMeanBounds, StatsError> {
    same_length("point", point.len(), "lower", lower.len())?;
    same_length("point", point.len(), "upper", upper.len())?;
    same_length("point", point.len(), "weights", weights.len())?;
    for (index, value) in point.iter().enumerate() {
        let Some(value) = value else { continue };
        all_not_negative("point", &[*value]).map_err(|error| at_index(error, index))?;
    }
    all_not_negative("lower", lower)?;
    all_not_negative("upper", upper)?;
    all_not_negative("weights", weights)?;
    check_exponent(rho)?;
    for (index, (lower, upper)) in lower.iter().zip(upper).enumerate() {
        if lower > upper {
            return Err(StatsError::BoundsReversed { index, lower: *lower, upper: *upper });
        }
    }
    let all = weights.iter().copied();
    let known = point.iter().copied().zip(all.clone()).filter_map(|(value, weight)| Some((value?, weight)));
    // Shares are taken of the largest weight, so that no sum overflows.
    let largest = all.clone().fold(0.0, f64::max);
    let share = |weight: f64| if largest > 0.0 { weight / largest } else { 0.0 };
    let total: f64 = all.clone().map(share).sum();
    let seen: f64 = known.clone().map(|(_, weight)| share(weight)).sum();
    Ok(PowerMeanBounds {
        point: power_mean_of(known, rho),
        lower: power_mean_of(lower.iter().copied().zip(all.clone()), rho),
        upper: power_mean_of(upper.iter().copied().zip(all), rho),
        // The sum of no numbers is −0, which would print as another text than 0.
        coverage: if total > 0.0 { (seen / total).min(1.0) + 0.0 } else { 0.0 },
    })
}

/// The power means of the same values under many weightings: each value comes with its weight in each of `count`
/// weightings. `absent` stands where [`power_mean`] has nothing to say, and each mean has the bits that it gives.
pub(crate) fn power_means(entries: &[(f64, &[f64])], count: usize, rho: f64, absent: f64) -> Vec<f64> {
    let values = || entries.iter().map(|(value, _)| *value);
    let under = |number: usize| {
        let weighed =
            entries.iter().map(|(value, weights)| (*value, weights.get(number).copied().unwrap_or(0.0)));
        power_mean_of(weighed, rho).unwrap_or(absent)
    };
    let (low, high) = (values().fold(f64::INFINITY, f64::min), values().fold(f64::NEG_INFINITY, f64::max));
    if rho.to_bits() != 1.0_f64.to_bits() || low >= high {
        return (0..count).map(under).collect();
    }
    // The weighted average in columns: the same sums in the same order.
    let (mut weighted, mut total, mut least) =
        (vec![0.0; count], vec![0.0; count], vec![f64::INFINITY; count]);
    for (value, weights) in entries {
        let sums = weighted.iter_mut().zip(&mut total).zip(&mut least);
        for (((weighted, total), least), weight) in sums.zip(*weights) {
            *weighted += weight * value;
            *total += weight;
            *least = if weight < least { *weight } else { *least };
        }
    }
    for (number, ((mean, total), least)) in weighted.iter_mut().zip(total).zip(least).enumerate() {
        // Where a weight is 0, or sums lose digits, the general way knows what to do.
        let is_usual =
            least > LEAST_PRODUCT && *mean > LEAST_PRODUCT && mean.is_finite() && total.is_finite();
        *mean = if is_usual { (*mean / total).clamp(low, high) } else { under(number) };
    }
    weighted
}

/// The power mean of checked (value, weight) pairs; `None` when no weight is positive.
pub(crate) fn power_mean_of(entries: impl Iterator<Item = (f64, f64)> + Clone, rho: f64) -> Option<f64> {
    let entries = entries.filter(|(_, weight)| *weight > 0.0);
    let (mut average, mut heaviest) = (Average::EMPTY, 0.0_f64);
    for (value, weight) in entries.clone() {
        average.add(value, weight);
        heaviest = heaviest.max(weight);
    }
    if heaviest <= 0.0 {
        return None;
    }
    let Average { low, high, .. } = average;
    let mean = if low >= high || rho <= f64::NEG_INFINITY || (low <= 0.0 && rho <= 0.0) {
        low
    } else if rho >= f64::INFINITY {
        high
    } else if rho.to_bits() == 1.0_f64.to_bits() {
        let keeps_digits = average.keeps_digits() && heaviest > LEAST_PRODUCT;
        if keeps_digits { average.mean() } else { relative_mean(entries, heaviest) }
    } else {
        shifted_mean(entries, heaviest, if rho > 0.0 { high } else { low }, rho)
    };
    // INVARIANT: a mean lies within its values; rounding may not say otherwise.
    Some(mean.clamp(low, high))
}

pub(super) fn check_exponent(rho: f64) -> Result<(), StatsError> {
    if rho.is_nan() { Err(out_of_range("rho", rho, "a number, ∞ or -∞")) } else { Ok(()) }
}

fn at_index(error: StatsError, index: usize) -> StatsError {
    match error {
        StatsError::NotFinite { mut argument, value } => {
            argument.index = Some(index);
            StatsError::NotFinite { argument, value }
        }
        StatsError::OutOfRange { mut argument, value, allowed } => {
            argument.index = Some(index);
            StatsError::OutOfRange { argument, value, allowed }
        }
        other => other,
    }
}

/// The average under weights relative to the largest one.
fn relative_mean(entries: impl Iterator<Item = (f64, f64)> + Clone, heaviest: f64) -> f64 {
    let total: f64 = entries.clone().map(|(_, weight)| weight / heaviest).sum();
    entries.map(|(value, weight)| weight / heaviest / total * value).sum()
}

/// `reference · (Σ ŵ (x/reference)^ρ)^(1/ρ)`, the reference being the value that dominates: no power exceeds 1, and
/// nothing overflows however large |ρ| is.
fn shifted_mean(
    entries: impl Iterator<Item = (f64, f64)> + Clone,
    heaviest: f64,
    reference: f64,
    rho: f64,
) -> f64 {
    // Below this exponent the mean differs from the geometric one by less than ρ·ln²(range)/2 ≤ 1e-16.
    const GEOMETRIC: f64 = 1e-22;
    let entries = entries.map(|(value, weight)| (log_ratio(value, reference), weight / heaviest));
    let total: f64 = entries.clone().map(|(_, weight)| weight).sum();
    if rho.abs() < GEOMETRIC {
        let sum: f64 = entries.map(|(log, weight)| weight * log).sum();
        return scale(reference, sum / total);
    }
    // Every ρ·ln(x/reference) is ≤ 0, so the sum of expm1 has no cancellation, and near ρ = 0 keeps its digits.
    let deficit: f64 =
        entries.clone().map(|(log, weight)| weight * libm::expm1(rho * log)).sum::<f64>() / total;
    let log = if deficit > -0.5 {
        libm::log1p(deficit)
    } else {
        // Far from 1 it is the sum itself that keeps its digits (the reference may have a very small weight).
        libm::log(entries.map(|(log, weight)| weight * libm::exp(rho * log)).sum::<f64>() / total)
    };
    scale(reference, log / rho)
}

/// `ln(value / reference)`, also where the quotient is not a normal number.
fn log_ratio(value: f64, reference: f64) -> f64 {
    let ratio = value / reference;
    if ratio.is_normal() { libm::log(ratio) } else { libm::log(value) - libm::log(reference) }
}

/// `reference · e^log`, also where the power alone would underflow or overflow.
fn scale(reference: f64, log: f64) -> f64 {
    if log.abs() < 700.0 {
        reference * libm::exp(log)
    } else {
        let half = libm::exp(0.5 * log);
        reference * half * half
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_error_names_the_entry() {
        let error =
            power_mean_bounds(&[None, Some(-1.0)], &[0.0, 0.0], &[1.0, 1.0], &[1.0, 1.0], 1.0).unwrap_err();
        assert_eq!(error.to_string(), "`point[1]` is `-1`: give a number of at least 0");
    }

    #[test]
    fn the_point_may_leave_the_bounds_when_an_unknown_entry_cannot_reach_it() {
        let bounds =
            power_mean_bounds(&[Some(0.9), None], &[0.9, 0.1], &[0.9, 0.3], &[1.0, 1.0], 1.0).unwrap();
        assert_eq!(bounds.point, Some(0.9));
        assert!(bounds.upper.unwrap() < 0.61);
        assert!((bounds.coverage - 0.5).abs() < 1e-15);
    }

    #[test]
    fn extremes_neither_overflow_nor_lose_digits() {
        let near = |mean: Option<f64>, expected: f64| {
            let mean = mean.unwrap();
            assert!((mean - expected).abs() <= 1e-12 * expected, "{mean} instead of {expected}");
        };
        near(
            power_mean(&[1e308, 1e308, 5e307], &[1e308, 1e308, 1e308], 1.0).unwrap(),
            8.333_333_333_333_333e307,
        );
        near(power_mean(&[1e-300, 2e-300], &[1e-300, 1e-300], 1.0).unwrap(), 1.5e-300);
        near(power_mean(&[0.25, 1.0], &[1.0, 1.0], 1e-300).unwrap(), 0.5);
        near(power_mean(&[0.25, 1.0], &[1.0, 1.0], 1e300).unwrap(), 1.0);
        near(power_mean(&[1e-300, 1e300], &[1.0, 1.0], 0.0).unwrap(), 1.0);
    }
}
