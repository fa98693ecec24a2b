//! The Beta distribution: probability, upper tail and quantile.

use super::error::{StatsError, probability, shape};
use super::incomplete_beta::{IncompleteBeta, Tails};

/// `P(X ≤ x)` of `Beta(a, b)`, for `x` from 0 to 1. Relative error below 1e-9 for parameters from 1e-2 to 1e6.
///
/// ```
/// let chance = keyperson::stats::beta_cdf(2.0, 1.0, 0.5)?;
/// assert!((chance - 0.25).abs() < 1e-12);
/// # Ok::<(), keyperson::stats::StatsError>(())
/// ```
///
/// # Errors
/// [`StatsError::NotFinite`] or [`StatsError::OutOfRange`] for a parameter outside
/// 1e-12..1e12, or `x` outside 0..1.
pub fn beta_cdf(a: f64, b: f64, x: f64) -> Result<f64, StatsError> {
    tails(a, b, x).map(|tails| tails.lower)
}

/// `P(X > x)` of `Beta(a, b)`, accurate where it is tiny.
///
/// # Errors
/// As [`beta_cdf`].
pub fn beta_sf(a: f64, b: f64, x: f64) -> Result<f64, StatsError> {
    tails(a, b, x).map(|tails| tails.upper)
}

/// The `x` with `P(X ≤ x) = q` of `Beta(a, b)`, for `q` from 0 to 1. Relative error below 1e-9 for parameters from 1e-2
/// to 1e6. A quantile above 0 that is too small for a normal double is answered as the smallest of them, 2.2e-308,
/// and one too close to 1 as 1.
///
/// ```
/// let low = keyperson::stats::beta_quantile(1.0, 1.0, 0.05)?;
/// assert!((low - 0.05).abs() < 1e-12);
/// # Ok::<(), keyperson::stats::StatsError>(())
/// ```
///
/// # Errors
/// [`StatsError::NotFinite`] or [`StatsError::OutOfRange`] for a parameter outside
/// 1e-12..1e12, or `q` outside 0..1.
pub fn beta_quantile(a: f64, b: f64, q: f64) -> Result<f64, StatsError> {
    shape("a", a)?;
    shape("b", b)?;
    probability("q", q)?;
    if q <= 0.0 || q >= 1.0 {
        return Ok(q);
    }
    Ok(inner_quantile(&IncompleteBeta::new(a, b), q))
}

/// Both quantiles of a probability above 0 and below 1, as [`beta_quantile`] gives them one by one.
///
/// # Errors
/// As [`beta_quantile`].
pub(crate) fn beta_quantiles(a: f64, b: f64, q: [f64; 2]) -> Result<[f64; 2], StatsError> {
    shape("a", a)?;
    shape("b", b)?;
    let of = IncompleteBeta::new(a, b);
    Ok(q.map(|q| if q <= 0.0 || q >= 1.0 { q } else { inner_quantile(&of, q) }))
}

fn inner_quantile(of: &IncompleteBeta, q: f64) -> f64 {
    let (x, _) = of.quantile(q).point();
    x.max(f64::MIN_POSITIVE)
}

fn tails(a: f64, b: f64, x: f64) -> Result<Tails, StatsError> {
    shape("a", a)?;
    shape("b", b)?;
    probability("x", x)?;
    Ok(IncompleteBeta::new(a, b).tails(x, 1.0 - x))
}
