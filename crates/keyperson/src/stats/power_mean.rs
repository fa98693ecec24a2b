//! The weighted power mean `M_ρ = (Σ w·x^ρ / Σ w)^(1/ρ)` and its bounds where values are missing.

use super::StatsError;
use super::argument::{all_not_negative, not_nan, not_negative, same_length};

/// The weighted power mean of values from 0 up.
///
/// `rho` = 1 is the arithmetic, 0 the geometric, −1 the harmonic mean, ±∞ the extremes. Entries of weight 0 are
/// ignored; a value of 0 with `rho` ≤ 0 gives 0; with no weight at all the mean is undefined, `None`. The result
/// lies between the smallest and the largest value of positive weight.
///
/// ```
/// use keyperson::stats::power_mean;
/// assert_eq!(power_mean(&[0.2, 0.8], &[1.0, 1.0], 1.0)?, Some(0.5));
/// assert_eq!(power_mean(&[0.2, 0.8], &[1.0, 1.0], f64::NEG_INFINITY)?, Some(0.2));
/// assert_eq!(power_mean(&[0.2], &[0.0], 1.0)?, None);
/// # Ok::<(), keyperson::stats::StatsError>(())
/// ```
///
/// # Errors
/// Values or weights that are negative, infinite or NaN; lengths that differ; `rho` NaN.
pub fn power_mean(values: &[f64], weights: &[f64], rho: f64) -> Result<Option<f64>, StatsError> {
    same_length("weights", weights.len(), values.len())?;
    all_not_negative("values", values)?;
    all_not_negative("weights", weights)?;
    not_nan("rho", rho)?;
    Ok(mean(values.iter().copied().zip(weights.iter().copied()), rho))
}

/// The power mean of checked pairs of value and weight.
pub(super) fn mean(pairs: impl Iterator<Item = (f64, f64)> + Clone, rho: f64) -> Option<f64> {
    let pairs = pairs.filter(|(_, weight)| *weight > 0.0);
    let (mut lowest, mut highest, mut heaviest) = (f64::INFINITY, f64::NEG_INFINITY, 0.0_f64);
    for (value, weight) in pairs.clone() {
        lowest = lowest.min(value);
        highest = highest.max(value);
        heaviest = heaviest.max(weight);
    }
    if lowest > highest {
        return None;
    }
    // Weights as shares of the heaviest, so that their sum cannot overflow.
    let pairs = pairs.map(|(value, weight)| (value, weight / heaviest));
    let total: f64 = pairs.clone().map(|(_, weight)| weight).sum();
    let mean = if (rho - 1.0).abs() <= 0.0 {
        // Values as shares of the highest, for the same reason.
        let scale = if highest > 1.0 { highest } else { 1.0 };
        pairs.map(|(value, weight)| weight * (value / scale)).sum::<f64>() / total * scale
    } else if rho >= f64::INFINITY {
        highest
    } else if rho <= f64::NEG_INFINITY {
        lowest
    } else if highest <= 0.0 || (rho <= 0.0 && lowest <= 0.0) {
        0.0
    } else if rho.abs() <= 0.0 {
        libm::exp(pairs.map(|(value, weight)| weight * libm::log(value)).sum::<f64>() / total)
    } else {
        shifted(pairs, total, rho, if rho > 0.0 { highest } else { lowest }, lowest, highest)
    };
    Some(mean.clamp(lowest, highest))
}

/// `m·(Σ w·(x/m)^ρ / Σ w)^(1/ρ)` with the `m` for which no term exceeds 1.
fn shifted(
    pairs: impl Iterator<Item = (f64, f64)> + Clone,
    total: f64,
    rho: f64,
    m: f64,
    lowest: f64,
    highest: f64,
) -> f64 {
    let exponent = |value: f64| rho * (libm::log(value) - libm::log(m));
    let exponent_near = |value: f64| rho * libm::log1p((value - m) / m);
    // Near 1 the difference of two logarithms loses digits that log1p keeps.
    let exponent =
        |value: f64| if (value - m).abs() < 0.5 * m { exponent_near(value) } else { exponent(value) };
    let widest = (rho * (libm::log(highest) - libm::log(lowest.max(f64::MIN_POSITIVE)))).abs();
    let log_mean = if widest < 0.5 {
        // For small ρ every term is near 1, and only the distances from 1 carry digits.
        libm::log1p(pairs.map(|(value, weight)| weight * libm::expm1(exponent(value))).sum::<f64>() / total)
    } else {
        libm::log(pairs.map(|(value, weight)| weight * libm::exp(exponent(value))).sum::<f64>() / total)
    };
    m * libm::exp(log_mean / rho)
}

/// A power mean where values are missing: see [`power_mean_bounds`].
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct PowerMeanBounds {
    /// Mean of the known values, weights renormalised; absent where none of positive weight is known.
    pub point: Option<f64>,
    /// Mean of all lower ends; absent where no entry has weight.
    pub lower: Option<f64>,
    /// Mean of all upper ends; absent where no entry has weight.
    pub upper: Option<f64>,
    /// Weight of the known values as a share of all weight, 0 to 1; 0 where no entry has weight.
    pub coverage: f64,
}

/// The power mean of the known values, with bounds from lower and upper ends of all.
///
/// The mean rises in every value, so with everything known `lower ≤ point ≤ upper`. With an entry missing the
/// point speaks of the others alone, and may lie outside where they are all beyond the missing entry's ends.
///
/// ```
/// use keyperson::stats::power_mean_bounds;
/// let bounds = power_mean_bounds(&[Some(0.8), None], &[0.7, 0.0], &[0.9, 1.0], &[1.0, 1.0], 1.0)?;
/// assert_eq!((bounds.point, bounds.coverage), (Some(0.8), 0.5));
/// assert_eq!((bounds.lower, bounds.upper), (Some(0.35), Some(0.95)));
/// # Ok::<(), keyperson::stats::StatsError>(())
/// ```
///
/// # Errors
/// As [`power_mean`].
pub fn power_mean_bounds(
    point: &[Option<f64>],
    lower: &[f64],
    upper: &[f64],
    weights: &[f64],
    rho: f64,
) -> Result<PowerMeanBounds, StatsError> {
    same_length("weights", weights.len(), point.len())?;
    for known in point.iter().flatten() {
        not_negative("point", *known)?;
    }
    let lower = power_mean(lower, weights, rho)?;
    let upper = power_mean(upper, weights, rho)?;
    let known = point.iter().zip(weights).filter_map(|(value, weight)| Some(((*value)?, *weight)));
    let heaviest = weights.iter().copied().fold(0.0, f64::max);
    let share = |weight: f64| if heaviest > 0.0 { weight / heaviest } else { 0.0 };
    let all: f64 = weights.iter().map(|weight| share(*weight)).sum();
    let seen: f64 = known.clone().map(|(_, weight)| share(weight)).sum();
    let coverage = if all > 0.0 { (seen / all).clamp(0.0, 1.0) } else { 0.0 };
    Ok(PowerMeanBounds { point: mean(known, rho), lower, upper, coverage })
}
