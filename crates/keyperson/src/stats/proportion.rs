//! Confidence intervals for a proportion.

use super::beta::beta_quantile;
use super::error::{StatsError, open_probability, out_of_range};
use super::negative_binomial::count_as_f64;
use super::normal::normal_quantile;

/// Which interval [`proportion_interval`] computes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ProportionMethod {
    /// The score interval (E. B. Wilson 1927): right on average, narrow.
    Wilson,
    /// The exact interval (C. J. Clopper and E. S. Pearson 1934): never covers less than the level, wide.
    ClopperPearson,
    /// The equal-tailed interval of the posterior under Jeffreys' prior `Beta(½, ½)`.
    Jeffreys,
}

/// The two-sided interval, (low, high) within 0..1, for the chance of a success after `successes` among `n` trials, at a
/// confidence `level` between 0 and 1 (0.95 for 95 %). Without trials Wilson and Clopper–Pearson answer 0..1.
///
/// ```
/// use keyperson::stats::{ProportionMethod, proportion_interval};
///
/// let (low, high) = proportion_interval(0, 3, 0.95, ProportionMethod::Wilson)?;
/// assert!(low == 0.0 && (high - 0.5615).abs() < 1e-4);
/// # Ok::<(), keyperson::stats::StatsError>(())
/// ```
///
/// # Errors
/// [`StatsError::OutOfRange`] for more successes than trials, or a level not strictly between 0 and 1.
pub fn proportion_interval(
    successes: u64,
    n: u64,
    level: f64,
    method: ProportionMethod,
) -> Result<(f64, f64), StatsError> {
    open_probability("level", level)?;
    let (hits, trials) = (count_as_f64(successes), count_as_f64(n));
    if successes > n {
        return Err(out_of_range("successes", hits, "at most as many as there are trials"));
    }
    let misses = trials - hits;
    let tail = 0.5 * (1.0 - level);
    let (none, all) = (successes == 0, successes == n);
    let (low, high) = match method {
        ProportionMethod::Wilson if n == 0 => (0.0, 1.0),
        ProportionMethod::Wilson => wilson(hits, trials, normal_quantile(0.5 + 0.5 * level)?),
        ProportionMethod::ClopperPearson => (
            if none { 0.0 } else { beta_quantile(hits, misses + 1.0, tail)? },
            if all { 1.0 } else { beta_quantile(hits + 1.0, misses, 1.0 - tail)? },
        ),
        ProportionMethod::Jeffreys => {
            let (a, b) = (hits + 0.5, misses + 0.5);
            return Ok((beta_quantile(a, b, tail)?, beta_quantile(a, b, 1.0 - tail)?));
        }
    };
    // The Wilson interval touches the ends exactly; rounding may not say otherwise.
    Ok((if none { 0.0 } else { low.max(0.0) }, if all { 1.0 } else { high.min(1.0) }))
}

fn wilson(hits: f64, trials: f64, z: f64) -> (f64, f64) {
    let misses = trials - hits;
    let square = z * z;
    let half_width = z * (hits * misses / trials + 0.25 * square).sqrt();
    // The lower end as (product of the roots) ÷ (upper root), which does not cancel; likewise 1 − upper end.
    let low = hits * hits / trials / (hits + 0.5 * square + half_width);
    let high = 1.0 - misses * misses / trials / (misses + 0.5 * square + half_width);
    (low, high)
}
