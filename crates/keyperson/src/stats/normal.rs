//! The standard normal distribution.

use core::f64::consts::{PI, SQRT_2};

use super::StatsError;
use super::argument::{level, not_nan};

/// `P(Z ≤ z)`.
///
/// # Errors
/// `z` NaN.
pub fn normal_cdf(z: f64) -> Result<f64, StatsError> {
    not_nan("z", z)?;
    Ok(0.5 * libm::erfc(-z / SQRT_2))
}

/// `P(Z ≥ z)`.
///
/// # Errors
/// `z` NaN.
pub fn normal_sf(z: f64) -> Result<f64, StatsError> {
    not_nan("z", z)?;
    Ok(0.5 * libm::erfc(z / SQRT_2))
}

/// The `z` with `P(Z ≤ z) = p`.
///
/// ```
/// let z = keyperson::stats::normal_quantile(0.975)?;
/// assert!((z - 1.959963984540054).abs() < 1e-14);
/// # Ok::<(), keyperson::stats::StatsError>(())
/// ```
///
/// # Errors
/// `p` not strictly between 0 and 1.
pub fn normal_quantile(p: f64) -> Result<f64, StatsError> {
    level("p", p)?;
    Ok(quantile(p))
}

/// The quantile for a `p` known to lie strictly between 0 and 1.
pub(super) fn quantile(p: f64) -> f64 {
    if p > 0.5 { -lower(1.0 - p) } else { lower(p) }
}

/// For p ≤ ½: a start within 4.5e-4 (Abramowitz & Stegun 26.2.23), then Halley's steps on the tail.
fn lower(p: f64) -> f64 {
    let t = (-2.0 * libm::log(p)).sqrt();
    let above = 2.515_517 + t * (0.802_853 + t * 0.010_328);
    let below = 1.0 + t * (1.432_788 + t * (0.189_269 + t * 0.001_308));
    let mut z = above / below - t;
    for _ in 0..3 {
        let tail = 0.5 * libm::erfc(-z / SQRT_2);
        let density = libm::exp(-z * z / 2.0) / (2.0 * PI).sqrt();
        if density <= 0.0 {
            break;
        }
        let step = (tail - p) / density;
        z -= step / (1.0 + z * step / 2.0);
    }
    z
}
