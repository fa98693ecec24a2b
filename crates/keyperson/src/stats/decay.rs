//! Fading: weights that halve with age, and means under them.

use super::StatsError;
use super::argument::{finite, positive, same_length};

/// `2^(−age/half_life)`: 1 for age 0, ½ after one half-life, above 1 for what is still to come.
///
/// # Errors
/// `age` infinite or NaN; `half_life` not above 0.
pub fn decay_weight(age: f64, half_life: f64) -> Result<f64, StatsError> {
    finite("age", age)?;
    positive("half_life", half_life)?;
    Ok(libm::exp2(-age / half_life))
}

/// A mean under fading weights.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct DecayedMean {
    /// Sum of the weights.
    pub sum_weights: f64,
    /// The weighted mean; absent where there is no value.
    pub mean: Option<f64>,
    /// `(Σw)²/Σw²` (Kish): how many values of equal weight would say as much.
    pub effective_n: f64,
}

/// The mean of values whose weights fade with their ages.
///
/// ```
/// let mean = keyperson::stats::decayed_mean(&[1.0, 0.0], &[0.0, 30.0], 30.0)?;
/// assert!((mean.mean.unwrap() - 2.0 / 3.0).abs() < 1e-15);
/// # Ok::<(), keyperson::stats::StatsError>(())
/// ```
///
/// # Errors
/// Values or ages not finite; `half_life` not above 0; lengths that differ.
pub fn decayed_mean(values: &[f64], ages: &[f64], half_life: f64) -> Result<DecayedMean, StatsError> {
    same_length("ages", ages.len(), values.len())?;
    for value in values {
        finite("values", *value)?;
    }
    positive("half_life", half_life)?;
    let mut sum_weights = 0.0;
    for age in ages {
        sum_weights += decay_weight(*age, half_life)?;
    }
    // Relative to the youngest, so that a mean of old values does not vanish with their weights.
    let youngest = ages.iter().copied().fold(f64::INFINITY, f64::min);
    let (mut total, mut squares, mut weighted) = (0.0, 0.0, 0.0);
    for (value, age) in values.iter().zip(ages) {
        let weight = libm::exp2(-(age - youngest) / half_life);
        total += weight;
        squares += weight * weight;
        weighted += weight * value;
    }
    let any = !values.is_empty();
    Ok(DecayedMean {
        sum_weights,
        mean: any.then(|| weighted / total),
        effective_n: if any { total * total / squares } else { 0.0 },
    })
}
