//! The Kaplan–Meier estimate: how long until something happens, where some are still waiting.
//!
//! Kaplan & Meier (1958), with Greenwood's standard error. The survival is kept as a fraction of whole numbers
//! as long as it fits, so that "the first time with S ≤ ½" is not missed by a rounding.

use super::StatsError;
use super::argument::{all_not_negative, level, same_length};
use super::normal::quantile;
use crate::read::length;

/// The estimate at one time.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct KaplanMeierRow {
    /// The time.
    pub time: f64,
    /// How many were waiting just before.
    pub at_risk: usize,
    /// To how many it happened then.
    pub events: usize,
    /// How many were last seen waiting then.
    pub censored: usize,
    /// Share still waiting just after.
    pub survival: f64,
    /// Greenwood's standard error of it; absent where nobody is left.
    pub standard_error: Option<f64>,
}

/// How an interval around the survival is made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Band {
    /// `S ± z·se`, cut to 0..1.
    Plain,
    /// Symmetric in `ln S`, cut at 1.
    Log,
    /// Symmetric in `ln(−ln S)`.
    LogLog,
}

impl KaplanMeierRow {
    /// Lower and upper end of the interval at `level`; absent where nobody is left.
    ///
    /// # Errors
    /// `level` not strictly between 0 and 1.
    pub fn interval(&self, level_: f64, band: Band) -> Result<Option<(f64, f64)>, StatsError> {
        level("level", level_)?;
        let z = -quantile((1.0 - level_) / 2.0);
        let s = self.survival;
        let Some(se) = self.standard_error else { return Ok(None) };
        if se <= 0.0 {
            return Ok(Some((s, s)));
        }
        Ok(Some(match band {
            Band::Plain => ((s - z * se).max(0.0), (s + z * se).min(1.0)),
            Band::Log => {
                let width = z * se / s;
                (s * libm::exp(-width), (s * libm::exp(width)).min(1.0))
            }
            Band::LogLog => {
                let log = libm::log(s);
                let width = libm::exp(z * se / (s * log).abs());
                (libm::exp(log * width), libm::exp(log / width))
            }
        }))
    }
}

/// A Kaplan–Meier estimate.
#[derive(Debug, Clone, PartialEq)]
pub struct KaplanMeier {
    /// One row a time, rising.
    pub rows: Vec<KaplanMeierRow>,
    median: Option<f64>,
}

impl KaplanMeier {
    /// The first time with `S ≤ ½`; absent where more than half are still waiting at the end.
    #[must_use]
    pub fn median(&self) -> Option<f64> {
        self.median
    }

    /// The share still waiting just after `time`; 1 before the first row.
    #[must_use]
    pub fn survival_at(&self, time: f64) -> f64 {
        self.rows.iter().take_while(|row| row.time <= time).last().map_or(1.0, |row| row.survival)
    }

    /// The mean waiting time up to `tau`: the area under the curve.
    #[must_use]
    pub fn restricted_mean(&self, tau: f64) -> f64 {
        let (mut area, mut from, mut survival) = (0.0, 0.0, 1.0);
        for row in self.rows.iter().take_while(|row| row.time < tau) {
            area += survival * (row.time - from);
            (from, survival) = (row.time, row.survival);
        }
        area + survival * (tau - from).max(0.0)
    }
}

/// Estimates how long it takes: `times` until the event where `observed`, else until last seen waiting.
///
/// ```
/// let km = keyperson::stats::kaplan_meier(&[5.0, 8.0, 8.0, 12.0], &[true, true, false, true])?;
/// assert_eq!(km.median(), Some(8.0));
/// # Ok::<(), keyperson::stats::StatsError>(())
/// ```
///
/// # Errors
/// Times negative, infinite or NaN; lengths that differ.
pub fn kaplan_meier(times: &[f64], observed: &[bool]) -> Result<KaplanMeier, StatsError> {
    same_length("observed", observed.len(), times.len())?;
    all_not_negative("times", times)?;
    let mut sorted: Vec<(f64, bool)> = times.iter().copied().zip(observed.iter().copied()).collect();
    sorted.sort_by(|a, b| a.0.total_cmp(&b.0));
    let mut at_risk = sorted.len();
    let mut survival = Survival::new();
    let mut greenwood = 0.0;
    let (mut rows, mut median) = (Vec::new(), None);
    for group in sorted.chunk_by(|a, b| a.0.total_cmp(&b.0).is_eq()) {
        let time = group.first().map_or(0.0, |(time, _)| *time);
        let events = group.iter().filter(|(_, observed)| *observed).count();
        let left = at_risk.saturating_sub(events);
        if events > 0 {
            survival.step(left, at_risk);
            greenwood += length(events) / (length(at_risk) * length(left));
            if median.is_none() && survival.at_most_half() {
                median = Some(time);
            }
        }
        let s = survival.value();
        rows.push(KaplanMeierRow {
            time,
            at_risk,
            events,
            censored: group.len().saturating_sub(events),
            survival: s,
            standard_error: (s > 0.0).then(|| s * greenwood.sqrt()),
        });
        at_risk = at_risk.saturating_sub(group.len());
    }
    Ok(KaplanMeier { rows, median })
}

/// A product of fractions, exact as long as it fits into 128 bits.
struct Survival {
    exact: Option<(u128, u128)>,
    rounded: f64,
}

impl Survival {
    fn new() -> Self {
        Self { exact: Some((1, 1)), rounded: 1.0 }
    }

    fn step(&mut self, left: usize, at_risk: usize) {
        self.rounded *= length(left) / length(at_risk);
        self.exact = self.exact.and_then(|(over, under)| {
            let over = over.checked_mul(u128::try_from(left).ok()?)?;
            let under = under.checked_mul(u128::try_from(at_risk).ok()?)?;
            let common = greatest_common_divisor(over, under).max(1);
            Some((over.checked_div(common)?, under.checked_div(common)?))
        });
    }

    #[expect(clippy::as_conversions, reason = "rounding to the nearest double is what is meant")]
    fn value(&self) -> f64 {
        self.exact.map_or(self.rounded, |(over, under)| over as f64 / under as f64)
    }

    fn at_most_half(&self) -> bool {
        match self.exact {
            Some((over, under)) => over <= under / 2,
            // Beyond 128 bits the fraction can no longer be exactly a half by accident of small numbers.
            None => self.rounded <= 0.5 + 1e-12,
        }
    }
}

fn greatest_common_divisor(mut a: u128, mut b: u128) -> u128 {
    while let Some(rest) = a.checked_rem(b) {
        (a, b) = (b, rest);
    }
    a
}
