//! How well scores tell successes from the rest: the area under the ROC curve, with an interval.
//!
//! The area is the chance that a success drawn at random has a higher score than one of the rest, ties counted half
//! (H. B. Mann and D. R. Whitney 1947). Its interval is the score-like one of R. G. Newcombe 2006, Statistics in
//! Medicine 25:559–573, method 5, on the variance of J. A. Hanley and B. J. McNeil 1982: at ½ that is the variance of
//! the rank sum test, and unlike others it is no point where few scores tell all apart.

use super::error::{StatsError, all_finite, open_probability, probability, same_length};
use super::negative_binomial::count_as_f64;
use super::normal::normal_quantile;
use crate::order::Order as _;

/// Halvings until an end of the interval is as exact as a double.
const HALVINGS: u32 = 60;

/// The area under the ROC curve of `scores`, 0 to 1; `None` without both kinds. The order of the scores does not matter.
///
/// ```
/// let area = keyperson::stats::auc(&[0.9, 0.4, 0.4, 0.1], &[true, true, false, false])?;
/// assert_eq!(area, Some(0.875)); // of four pairs three are right and one is a tie
/// # Ok::<(), keyperson::stats::StatsError>(())
/// ```
///
/// # Errors
/// [`StatsError::LengthsDiffer`]; [`StatsError::NotFinite`].
pub fn auc(scores: &[f64], successes: &[bool]) -> Result<Option<f64>, StatsError> {
    same_length("scores", scores.len(), "successes", successes.len())?;
    all_finite("scores", scores)?;
    // Adding 0 makes -0.0 the 0.0 it equals, so that the two tie.
    let mut entries: Vec<(f64, bool)> =
        scores.iter().map(|score| score + 0.0).zip(successes.iter().copied()).collect();
    entries.order_by(|left, right| left.0.total_cmp(&right.0));
    let (mut below, mut won, mut pairs) = (0_u64, 0_u64, 0.0);
    for tied in entries.chunk_by(|left, right| left.0.total_cmp(&right.0).is_eq()) {
        let hits = u64::try_from(tied.iter().filter(|(_, success)| *success).count()).unwrap_or(u64::MAX);
        let misses = u64::try_from(tied.len()).unwrap_or(u64::MAX).saturating_sub(hits);
        pairs += count_as_f64(hits) * (count_as_f64(below) + 0.5 * count_as_f64(misses));
        below = below.saturating_add(misses);
        won = won.saturating_add(hits);
    }
    let all = count_as_f64(won) * count_as_f64(below);
    Ok((all > 0.0).then(|| pairs / all))
}

/// The interval, (low, high) within 0..1, around an `area` found from so many successes and so many of the rest, at a
/// confidence `level` between 0 and 1. Without both kinds 0..1.
///
/// ```
/// let (low, high) = keyperson::stats::auc_interval(1.0, 3, 3, 0.9)?;
/// assert!(low > 0.5 && low < 0.7 && high == 1.0); // six scores, all told apart: not sure for all that
/// # Ok::<(), keyperson::stats::StatsError>(())
/// ```
///
/// # Errors
/// [`StatsError::NotFinite`] or [`StatsError::OutOfRange`] for an area outside 0..1 or a level not strictly between.
pub fn auc_interval(area: f64, successes: u64, rest: u64, level: f64) -> Result<(f64, f64), StatsError> {
    probability("area", area)?;
    open_probability("level", level)?;
    if successes == 0 || rest == 0 {
        return Ok((0.0, 1.0));
    }
    let z = normal_quantile(0.5 + 0.5 * level)?;
    let (m, n) = (count_as_f64(successes), count_as_f64(rest));
    // Newcombe's method 5 takes the mean of the two numbers for both, so that the interval is the same from both sides.
    let others = 0.5 * (m + n) - 1.0;
    let variance =
        |a: f64| a * (1.0 - a) / (m * n) * (1.0 + others * ((1.0 - a) / (2.0 - a) + a / (1.0 + a)));
    let outside = |a: f64| (area - a).abs() > z * variance(a).sqrt();
    let end = |far: f64| {
        let (mut near, mut far) = (area, far);
        if !outside(far) {
            return far;
        }
        for _ in 0..HALVINGS {
            let middle = 0.5 * (near + far);
            if outside(middle) {
                far = middle;
            } else {
                near = middle;
            }
        }
        near
    };
    Ok((end(0.0), end(1.0)))
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::float_cmp, reason = "a test fails by panicking")]
mod tests {
    use super::*;

    #[test]
    fn areas() {
        let cases: [(&[f64], &[bool], Option<f64>); 6] = [
            (&[], &[], None),
            (&[0.1], &[true], None),
            (&[0.1, 0.9], &[false, true], Some(1.0)),
            (&[0.9, 0.1], &[false, true], Some(0.0)),
            (&[0.5, 0.5, 0.5], &[false, true, true], Some(0.5)),
            (&[0.0, -0.0], &[true, false], Some(0.5)),
        ];
        for (scores, successes, area) in cases {
            assert_eq!(auc(scores, successes).unwrap(), area, "{scores:?}");
        }
        assert_eq!(auc(&[0.1], &[]).unwrap_err().code(), "lengths_differ");
        assert_eq!(auc(&[f64::NAN], &[true]).unwrap_err().code(), "number_not_finite");
    }

    #[test]
    fn intervals() {
        // At the lower end ½ the distance is z standard errors of the rank sum: ½ + z·√((m+n+1)/(12·m·n)).
        let z = normal_quantile(0.95).unwrap();
        let area = 0.5 + z * (21.0_f64 / 1200.0).sqrt();
        let (low, _) = auc_interval(area, 10, 10, 0.9).unwrap();
        assert!((low - 0.5).abs() < 1e-12, "{low}");
        for (successes, rest) in [(1, 1), (3, 40), (500, 500)] {
            for area in [0.0, 0.2, 0.5, 0.93, 1.0] {
                let (low, high) = auc_interval(area, successes, rest, 0.9).unwrap();
                assert!(0.0 <= low && low <= area && area <= high && high <= 1.0);
                let (mirrored, _) = auc_interval(1.0 - area, successes, rest, 0.9).unwrap();
                assert!((mirrored - (1.0 - high)).abs() < 1e-9);
            }
        }
        assert_eq!(auc_interval(0.7, 0, 9, 0.9).unwrap(), (0.0, 1.0));
        assert_eq!(auc_interval(1.1, 1, 1, 0.9).unwrap_err().code(), "number_out_of_range");
        assert_eq!(auc_interval(0.7, 1, 1, 1.0).unwrap_err().code(), "number_out_of_range");
    }
}
