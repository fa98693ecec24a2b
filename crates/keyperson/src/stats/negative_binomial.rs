//! Counts to come under a rate that is itself uncertain: `λ ~ Gamma(a, rate b)`, `N | λ ~ Poisson(λ·t)`.
//!
//! `P(N ≥ r) = I_x(r, a)` with `x = t/(b+t)`, and the time until the r-th event is `b` times the odds of a
//! `Beta(r, a)` variable. Both are asked in log-odds, `ln(x/(1−x)) = ln(t/b)`, so that nothing is lost near 0 or 1.

use super::StatsError;
use super::argument::{level, not_negative, positive, probability};
use super::beta::{cdf_at_log_odds, log_odds_quantile};
use crate::read::integer_to_f64;

/// The largest count that a quantile may be.
const MAX_COUNT: i64 = 1 << 52;

/// `P(N ≥ r)` for the count of a time `t`, the rate being `Gamma(shape a, rate b)`.
///
/// ```
/// let odds = keyperson::stats::negative_binomial_at_least(1.0, 1.0, 1.0, 1)?;
/// assert!((odds - 0.5).abs() < 1e-15);
/// # Ok::<(), keyperson::stats::StatsError>(())
/// ```
///
/// # Errors
/// `a` or `b` not above 0 and finite; `t` negative, infinite or NaN; `r` negative.
pub fn negative_binomial_at_least(a: f64, b: f64, t: f64, r: i64) -> Result<f64, StatsError> {
    positive("a", a)?;
    positive("b", b)?;
    not_negative("t", t)?;
    let events = integer_to_f64(r);
    not_negative("r", events)?;
    Ok(match r {
        0 => 1.0,
        _ if t <= 0.0 => 0.0,
        _ => cdf_at_log_odds(events, a, libm::log(t) - libm::log(b)),
    })
}

/// The smallest `k` with `P(N ≤ k) ≥ q`.
///
/// # Errors
/// As [`negative_binomial_at_least`]; `q` outside 0..1, 1 not included.
pub fn negative_binomial_quantile(a: f64, b: f64, t: f64, q: f64) -> Result<i64, StatsError> {
    probability("q", q)?;
    if q > 0.0 {
        level("q", q)?;
    }
    // P(N ≤ k) ≥ q is P(N ≥ k+1) ≤ 1−q.
    let reached = |k: i64| -> Result<bool, StatsError> {
        Ok(negative_binomial_at_least(a, b, t, k.saturating_add(1))? <= 1.0 - q)
    };
    let mut high = 1_i64;
    while high < MAX_COUNT && !reached(high)? {
        high = high.saturating_mul(2);
    }
    let mut low = -1_i64;
    while high.saturating_sub(low) > 1 {
        let middle = low.midpoint(high);
        if reached(middle)? {
            high = middle;
        } else {
            low = middle;
        }
    }
    Ok(high)
}

/// The `t` with `P(the r-th event comes by t) = prob`; absent where it is beyond the largest double.
///
/// ```
/// let median = keyperson::stats::waiting_time_quantile(1.0, 1.0, 1, 0.5)?;
/// assert!((median.unwrap() - 1.0).abs() < 1e-14);
/// # Ok::<(), keyperson::stats::StatsError>(())
/// ```
///
/// # Errors
/// `a` or `b` not above 0 and finite; `r` below 1; `prob` not strictly between 0 and 1.
pub fn waiting_time_quantile(a: f64, b: f64, r: i64, prob: f64) -> Result<Option<f64>, StatsError> {
    positive("a", a)?;
    positive("b", b)?;
    let events = integer_to_f64(r);
    positive("r", events)?;
    level("prob", prob)?;
    let t = libm::exp(log_odds_quantile(events, a, prob) + libm::log(b));
    Ok(t.is_finite().then_some(t))
}
