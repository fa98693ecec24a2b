//! Evidence that fades: half-life weights, the weighted mean under them, the number of fresh observations it is worth.

use super::error::{StatsError, all_finite, finite, positive, same_length};

/// What [`decayed_mean`] answers.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct DecayedMean {
    /// `Σ 2^(-age/half_life)`, at least 0.
    pub sum_weights: f64,
    /// The weighted mean of the values; `None` when there are none.
    pub mean: Option<f64>,
    /// Kish's effective number of observations `(Σw)² / Σw²`, from 0 (none) to the number given.
    pub effective_n: f64,
}

/// `2^(-age/half_life)`: 1 when fresh, ½ after one half-life, 0 where it is too small for a double. `age` and
/// `half_life` in the same unit; a negative age (the future) weighs more than 1.
///
/// ```
/// assert_eq!(keyperson::stats::decay_weight(180.0, 90.0)?, 0.25);
/// # Ok::<(), keyperson::stats::StatsError>(())
/// ```
///
/// # Errors
/// [`StatsError::NotFinite`], [`StatsError::OutOfRange`] for a half-life that is not above 0,
/// [`StatsError::ResultTooLarge`] for an age so far in the future that the weight overflows.
pub fn decay_weight(age: f64, half_life: f64) -> Result<f64, StatsError> {
    finite("age", age)?;
    positive("half_life", half_life)?;
    let weight = libm::exp2(-age / half_life);
    if weight.is_finite() { Ok(weight) } else { Err(StatsError::ResultTooLarge { result: "weight" }) }
}

/// The mean of `values` under [`decay_weight`]s. The mean and effective number are those of weights relative to the
/// youngest entry, so that evidence which is old throughout still has a mean although its weights underflow.
///
/// ```
/// let mean = keyperson::stats::decayed_mean(&[1.0, 0.0], &[0.0, 30.0], 30.0)?;
/// assert_eq!(mean.sum_weights, 1.5);
/// assert_eq!(mean.mean, Some(1.0 / 1.5));
/// # Ok::<(), keyperson::stats::StatsError>(())
/// ```
///
/// # Errors
/// As [`decay_weight`], and [`StatsError::LengthsDiffer`]; [`StatsError::ResultTooLarge`] also when the weighted sum
/// of the values overflows.
pub fn decayed_mean(values: &[f64], ages: &[f64], half_life: f64) -> Result<DecayedMean, StatsError> {
    same_length("values", values.len(), "ages", ages.len())?;
    all_finite("values", values)?;
    all_finite("ages", ages)?;
    positive("half_life", half_life)?;
    if values.is_empty() {
        return Ok(DecayedMean { sum_weights: 0.0, mean: None, effective_n: 0.0 });
    }
    let youngest = ages.iter().copied().fold(f64::INFINITY, f64::min);
    let (mut low, mut high) = (f64::INFINITY, f64::NEG_INFINITY);
    let (mut absolute, mut relative, mut squares, mut weighted) = (0.0, 0.0, 0.0, 0.0);
    for (value, age) in values.iter().zip(ages) {
        let weight = libm::exp2((youngest - age) / half_life);
        absolute += libm::exp2(-age / half_life);
        relative += weight;
        squares += weight * weight;
        weighted += weight * value;
        low = low.min(*value);
        high = high.max(*value);
    }
    // The youngest entry has relative weight 1, so neither division is by zero.
    let mean: f64 = weighted / relative;
    if !absolute.is_finite() {
        return Err(StatsError::ResultTooLarge { result: "sum of the weights" });
    }
    if !mean.is_finite() {
        return Err(StatsError::ResultTooLarge { result: "weighted sum" });
    }
    Ok(DecayedMean {
        sum_weights: absolute,
        // INVARIANT: a mean lies within its values; rounding may not say otherwise.
        mean: Some(mean.clamp(low, high)),
        effective_n: relative * relative / squares,
    })
}
