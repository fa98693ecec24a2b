//! Intervals for a proportion from few observations.

use super::StatsError;
use super::argument::{level, not_negative};
use super::beta::beta_quantile;
use super::normal::quantile;
use crate::read::integer_to_f64;

/// How an interval for a proportion is made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ProportionMethod {
    /// Wilson (1927): by the score test.
    Wilson,
    /// Clopper & Pearson (1934): never covers less than its level.
    ClopperPearson,
    /// Equal-tailed under Jeffreys' prior Beta(½, ½).
    Jeffreys,
}

/// Lower and upper end of an interval at `level` for `successes` of `n`.
///
/// ```
/// use keyperson::stats::{ProportionMethod, proportion_interval};
/// let (lower, upper) = proportion_interval(0, 1, 0.95, ProportionMethod::Wilson)?;
/// assert!(lower < 1e-15 && (upper - 0.7934506856227627).abs() < 1e-12);
/// # Ok::<(), keyperson::stats::StatsError>(())
/// ```
///
/// # Errors
/// `n` or `successes` negative, `successes` above `n`, `level` not strictly between 0 and 1.
pub fn proportion_interval(
    successes: i64,
    n: i64,
    level_: f64,
    method: ProportionMethod,
) -> Result<(f64, f64), StatsError> {
    let (s, n) = (integer_to_f64(successes), integer_to_f64(n));
    not_negative("successes", s)?;
    not_negative("n", n)?;
    not_negative("n minus successes", n - s)?;
    level("level", level_)?;
    let tail = (1.0 - level_) / 2.0;
    let failures = n - s;
    match method {
        ProportionMethod::Wilson if n > 0.0 => {
            let z = -quantile(tail);
            let middle = (s + z * z / 2.0) / (n + z * z);
            let half = z / (n + z * z) * (s * failures / n + z * z / 4.0).sqrt();
            let lower = if s > 0.0 { (middle - half).max(0.0) } else { 0.0 };
            let upper = if failures > 0.0 { (middle + half).min(1.0) } else { 1.0 };
            Ok((lower, upper))
        }
        ProportionMethod::Wilson => Ok((0.0, 1.0)),
        ProportionMethod::ClopperPearson => {
            let lower = if s > 0.0 { beta_quantile(s, failures + 1.0, tail)? } else { 0.0 };
            let upper = if failures > 0.0 { beta_quantile(s + 1.0, failures, 1.0 - tail)? } else { 1.0 };
            Ok((lower, upper))
        }
        ProportionMethod::Jeffreys => {
            let (a, b) = (s + 0.5, failures + 0.5);
            Ok((beta_quantile(a, b, tail)?, beta_quantile(a, b, 1.0 - tail)?))
        }
    }
}
