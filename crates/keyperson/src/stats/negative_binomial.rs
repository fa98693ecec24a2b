//! Counts to come when the rate is uncertain: chances, quantiles and waiting times.
//!
//! With a rate `λ ~ Gamma(shape a, rate b)` and `N | λ ~ Poisson(λ·t)`, N is negative binomial and `P(N ≥ r)` is the
//! incomplete beta function `I_x(r, a)` at `x = t/(b + t)` (DLMF 8.17.24 for real a).

use super::error::{StatsError, not_negative, out_of_range, positive, probability, shape};
use super::incomplete_beta::{IncompleteBeta, Tails};
use super::normal::quantile_guess;

/// The largest count: beyond it the incomplete beta function is neither tested nor quick.
const LARGEST: u64 = 1_000_000_000_000;

/// The chance of at least `r` events in an exposure `t`, when the rate has shape `a` and rate parameter `b` (in the unit of
/// `t`): 1 for r = 0, 0 for t = 0 otherwise. Relative error below 1e-9 for `a` of at least 0.01.
///
/// ```
/// // A rate known from five events in five weeks: the chance of five more in five weeks.
/// let chance = keyperson::stats::negative_binomial_at_least(5.0, 5.0, 5.0, 5)?;
/// assert!((chance - 0.5).abs() < 1e-12);
/// # Ok::<(), keyperson::stats::StatsError>(())
/// ```
///
/// # Errors
/// [`StatsError::NotFinite`] or [`StatsError::OutOfRange`] for an `a` outside 1e-12..1e12, a `b` not above 0,
/// a `t` below 0 or an `r` above 1e12.
pub fn negative_binomial_at_least(a: f64, b: f64, t: f64, r: u64) -> Result<f64, StatsError> {
    shape("a", a)?;
    positive("b", b)?;
    not_negative("t", t)?;
    count_in_range(r)?;
    Ok(tails_at(a, b, t, r).lower)
}

/// The smallest count k with `P(N ≤ k) ≥ q`, for `q` from 0 to below 1; parameters as in
/// [`negative_binomial_at_least`].
///
/// ```
/// assert_eq!(keyperson::stats::negative_binomial_quantile(2.0, 10.0, 0.0, 0.95)?, 0);
/// # Ok::<(), keyperson::stats::StatsError>(())
/// ```
///
/// # Errors
/// As [`negative_binomial_at_least`]; [`StatsError::OutOfRange`] for `q` outside 0..1 or 1 itself, which no count
/// reaches; [`StatsError::ResultTooLarge`] for a count above 1e12.
pub fn negative_binomial_quantile(a: f64, b: f64, t: f64, q: f64) -> Result<u64, StatsError> {
    shape("a", a)?;
    positive("b", b)?;
    not_negative("t", t)?;
    probability("q", q)?;
    if q >= 1.0 {
        return Err(out_of_range("q", q, "a number from 0 to below 1"));
    }
    // Compared in the smaller tail, where q keeps its digits.
    let reaches = |count: u64| {
        let tails = tails_at(a, b, t, count.saturating_add(1));
        if q <= 0.5 { tails.upper >= q } else { tails.lower <= 1.0 - q }
    };
    if t <= 0.0 || q <= 0.0 || reaches(0) {
        return Ok(0);
    }
    // INVARIANT: `reaches` is false at `low`; once the search from the guess has closed it, true at `high`.
    let (guess, spread) = quantile_start(a, b, t, q);
    let mut step = truncated(spread / 16.0).max(1);
    let (mut low, mut high) = (0_u64, truncated(guess).clamp(1, LARGEST));
    while !reaches(high) {
        if high >= LARGEST {
            return Err(StatsError::ResultTooLarge { result: "count" });
        }
        low = high;
        high = high.saturating_add(step).min(LARGEST);
        step = step.saturating_mul(2);
    }
    // When the guess itself reaches q, the same widening search goes down from it.
    while low == 0 && high > step {
        let lower = high.saturating_sub(step);
        if reaches(lower) {
            high = lower;
            step = step.saturating_mul(2);
        } else {
            low = lower;
        }
    }
    while high.saturating_sub(low) > 1 {
        let middle = low.midpoint(high);
        if reaches(middle) {
            high = middle;
        } else {
            low = middle;
        }
    }
    Ok(high)
}

/// The exposure `t` by which the `r`-th event has happened with probability `prob`, in the unit of `b`: 0 for r = 0 or
/// `prob` = 0. `None` when it is later than any double, as it is for `prob` = 1. Relative error below 1e-9.
///
/// ```
/// // With shape 1 and rate 1, P(first event ≤ t) = t/(1 + t).
/// let t = keyperson::stats::waiting_time_quantile(1.0, 1.0, 1, 0.75)?;
/// assert!((t.unwrap_or(0.0) - 3.0).abs() < 1e-12);
/// # Ok::<(), keyperson::stats::StatsError>(())
/// ```
///
/// # Errors
/// [`StatsError::NotFinite`] or [`StatsError::OutOfRange`] for an `a` outside 1e-12..1e12, a `b` not above 0,
/// a `prob` outside 0..1 or an `r` above 1e12.
pub fn waiting_time_quantile(a: f64, b: f64, r: u64, prob: f64) -> Result<Option<f64>, StatsError> {
    shape("a", a)?;
    positive("b", b)?;
    probability("prob", prob)?;
    count_in_range(r)?;
    if r == 0 || prob <= 0.0 {
        return Ok(Some(0.0));
    }
    if prob >= 1.0 {
        return Ok(None);
    }
    // t/(b + t) is the quantile of Beta(r, a), so t = b·(its odds).
    let log_odds = IncompleteBeta::new(count_as_f64(r), a).quantile(prob).0;
    // In two halves: the odds alone may overflow or underflow where the product does not.
    let half = libm::exp(0.5 * log_odds);
    let t = b * half * half;
    Ok(t.is_finite().then_some(t))
}

/// A count as a double, rounded to the nearest one above 2^53.
pub(super) fn count_as_f64(count: u64) -> f64 {
    const HALF: f64 = 4_294_967_296.0;
    let high = u32::try_from(count >> 32).unwrap_or(u32::MAX);
    let low = u32::try_from(count & u64::from(u32::MAX)).unwrap_or(u32::MAX);
    f64::from(high) * HALF + f64::from(low)
}

/// The whole part of a number; 0 for NaN and negative numbers, the largest count beyond it.
#[expect(
    clippy::as_conversions,
    reason = "the language has no other conversion; `as` saturates, which is meant"
)]
pub(super) fn truncated(value: f64) -> u64 {
    value as u64
}

fn count_in_range(r: u64) -> Result<(), StatsError> {
    if r <= LARGEST { Ok(()) } else { Err(out_of_range("r", count_as_f64(r), "a count of at most 1e12")) }
}

/// `lower` = P(N ≥ r), `upper` = P(N < r).
fn tails_at(a: f64, b: f64, t: f64, r: u64) -> Tails {
    if r == 0 {
        return Tails { lower: 1.0, upper: 0.0 };
    }
    if t <= 0.0 {
        return Tails { lower: 0.0, upper: 1.0 };
    }
    // Each share from the ratio of the smaller to the larger, so that the sum cannot overflow.
    let (x, y) = if t < b {
        let odds = t / b;
        (odds / (1.0 + odds), 1.0 / (1.0 + odds))
    } else {
        let odds = b / t;
        (1.0 / (1.0 + odds), odds / (1.0 + odds))
    };
    IncompleteBeta::new(count_as_f64(r), a).tails(x, y)
}

/// A first guess of the quantile (Cornish and Fisher 1938, to the skewness), and the standard deviation.
fn quantile_start(a: f64, b: f64, t: f64, q: f64) -> (f64, f64) {
    let odds = t / b;
    let mean = a * odds;
    let spread = (mean * (1.0 + odds)).sqrt();
    let skewness = (1.0 + 2.0 * odds) / spread;
    let z = if q <= 0.5 { quantile_guess(q) } else { -quantile_guess(1.0 - q) };
    (mean + spread * (z + skewness * (z * z - 1.0) / 6.0), spread)
}
