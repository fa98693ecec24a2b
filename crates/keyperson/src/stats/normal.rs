//! The standard normal distribution: probability, upper tail and quantile.

use std::f64::consts::{FRAC_1_SQRT_2, PI};

use super::error::{StatsError, open_probability, out_of_range};

/// `P(Z ≤ x)` of the standard normal; ±∞ allowed, NaN refused. Relative error below 1e-12 in both tails.
///
/// # Errors
/// [`StatsError::OutOfRange`] when `x` is NaN.
pub fn normal_cdf(x: f64) -> Result<f64, StatsError> {
    normal_sf(-x)
}

/// `P(Z > x)` of the standard normal, accurate where it is tiny.
///
/// ```
/// let tail = keyperson::stats::normal_sf(1.959963984540054)?;
/// assert!((tail - 0.025).abs() < 1e-15);
/// # Ok::<(), keyperson::stats::StatsError>(())
/// ```
///
/// # Errors
/// [`StatsError::OutOfRange`] when `x` is NaN.
pub fn normal_sf(x: f64) -> Result<f64, StatsError> {
    if x.is_nan() {
        return Err(out_of_range("x", x, "a number"));
    }
    Ok(upper_tail(x))
}

/// The `z` with `P(Z ≤ z) = p`, `0 < p < 1`. Relative error below 1e-12.
///
/// # Errors
/// [`StatsError::NotFinite`] or [`StatsError::OutOfRange`] when `p` is not strictly between 0 and 1.
pub fn normal_quantile(p: f64) -> Result<f64, StatsError> {
    open_probability("p", p)?;
    // Work in the lower half, where p keeps its digits; 1 − p is exact for p ≥ ½ (Sterbenz).
    let (tail, sign) = if p <= 0.5 { (p, 1.0) } else { (1.0 - p, -1.0) };
    let z = quantile_guess(tail);
    // One step of Halley's method on P(Z ≤ z) − p: it cubes the guess's relative error of 1.15e-9.
    let density = libm::exp(-0.5 * z * z) / (2.0 * PI).sqrt();
    // Near the centre both probabilities are near ½, so their distances from it are compared instead.
    let miss =
        if tail > 0.25 { (0.5 - tail) - 0.5 * libm::erf(-z * FRAC_1_SQRT_2) } else { upper_tail(-z) - tail };
    let newton = miss / density;
    let step = newton / (1.0 + 0.5 * z * newton);
    // In the subnormal range the density underflows: the guess is then as good as p's own few digits.
    Ok(sign * if step.is_finite() { z - step } else { z })
}

fn upper_tail(x: f64) -> f64 {
    0.5 * libm::erfc(x * FRAC_1_SQRT_2)
}

/// Acklam's rational approximation of the lower half's quantile (P. J. Acklam 2003, "An algorithm for computing the
/// inverse normal cumulative distribution function"), relative error 1.15e-9. `p` in (0, ½].
pub(super) fn quantile_guess(p: f64) -> f64 {
    const SPLIT: f64 = 0.024_25;
    if p < SPLIT {
        let q = (-2.0 * libm::log(p)).sqrt();
        polynomial(
            q,
            &[
                -7.784_894_002_430_293e-3,
                -3.223_964_580_411_365e-1,
                -2.400_758_277_161_838,
                -2.549_732_539_343_734,
                4.374_664_141_464_968,
                2.938_163_982_698_783,
            ],
        ) / polynomial(
            q,
            &[
                7.784_695_709_041_462e-3,
                3.224_671_290_700_398e-1,
                2.445_134_137_142_996,
                3.754_408_661_907_416,
                1.0,
            ],
        )
    } else {
        let q = p - 0.5;
        let r = q * q;
        q * polynomial(
            r,
            &[
                -3.969_683_028_665_376e1,
                2.209_460_984_245_205e2,
                -2.759_285_104_469_687e2,
                1.383_577_518_672_69e2,
                -3.066_479_806_614_716e1,
                2.506_628_277_459_239,
            ],
        ) / polynomial(
            r,
            &[
                -5.447_609_879_822_406e1,
                1.615_858_368_580_409e2,
                -1.556_989_798_598_866e2,
                6.680_131_188_771_972e1,
                -1.328_068_155_288_572e1,
                1.0,
            ],
        )
    }
}

/// Horner's rule, highest power first.
fn polynomial(x: f64, coefficients: &[f64]) -> f64 {
    coefficients.iter().fold(0.0, |sum, coefficient| sum * x + coefficient)
}
