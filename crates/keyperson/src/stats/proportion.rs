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

/// A share with its interval: `lower ≤ value ≤ upper`, all within 0..1.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Share {
    /// `successes ÷ n`.
    pub value: f64,
    /// Lower end of the interval; 0 without a success.
    pub lower: f64,
    /// Upper end of the interval; 1 where all are successes.
    pub upper: f64,
}

/// The share of `successes` among `n` with its Jeffreys interval at `level`, amended as usual: with none of n the
/// lower end is 0, with all of n the upper end is 1 (L. Brown, T. Cai and A. DasGupta 2001, Statistical Science
/// 16:101–133, section 4.1.2). At low levels the interval is widened to the share itself. Absent without trials, and
/// where [`proportion_interval`] refuses the numbers.
///
/// ```
/// use keyperson::stats::share_interval;
///
/// let none = share_interval(0, 1, 0.9).expect("one trial");
/// assert!(none.value == 0.0 && none.lower == 0.0 && none.upper < 1.0);
/// assert!(share_interval(0, 0, 0.9).is_none());
/// ```
#[must_use]
pub fn share_interval(successes: i64, n: i64, level: f64) -> Option<Share> {
    let (hits, trials) = (u64::try_from(successes).ok()?, u64::try_from(n).ok()?);
    let (lower, upper) = proportion_interval(hits, trials, level, ProportionMethod::Jeffreys).ok()?;
    let value = (trials > 0).then(|| count_as_f64(hits) / count_as_f64(trials))?;
    Some(Share {
        value,
        lower: if hits == 0 { 0.0 } else { lower.min(value) },
        upper: if hits == trials { 1.0 } else { upper.max(value) },
    })
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
