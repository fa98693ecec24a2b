//! How long until something happens, when for some it has not happened yet: the Kaplan–Meier estimate.
//!
//! E. L. Kaplan and P. Meier 1958; standard errors after M. Greenwood 1926; intervals as in J. P. Klein and M. L.
//! Moeschberger 2003, section 4.3.

use super::double_double::DoubleDouble;
use super::error::{StatsError, all_not_negative, not_negative, open_probability, same_length};
use super::negative_binomial::count_as_f64;
use super::normal::normal_quantile;
use crate::order::Order as _;

/// On which scale an interval around a survival probability is symmetric.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum IntervalKind {
    /// The probability itself, cut at 0 and 1.
    Plain,
    /// Its logarithm, cut at 1.
    Log,
    /// The logarithm of minus its logarithm; always within 0..1.
    LogLog,
}

/// An interval around a survival probability, within 0..1.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct SurvivalInterval {
    /// The lower end.
    pub lower: f64,
    /// The upper end.
    pub upper: f64,
}

/// One time at which something was seen: an event, or the end of an observation.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct KaplanMeierRow {
    /// The time.
    pub time: f64,
    /// How many were under observation just before; events come before ends of observation at the same time.
    pub at_risk: u64,
    /// How many events at this time.
    pub events: u64,
    /// How many observations ended at this time without an event.
    pub censored: u64,
    /// The chance that the event comes after this time, 0..1.
    pub survival: f64,
    /// Greenwood's standard error of `survival`; `None` once it is 0, where the formula has no value.
    pub standard_error: Option<f64>,
    /// The interval on the plain scale; `None` once survival is 0.
    pub plain: Option<SurvivalInterval>,
    /// The interval on the log scale; `None` once survival is 0.
    pub log: Option<SurvivalInterval>,
    /// The interval on the log-log scale; 0..0, its limit, once survival is 0.
    pub log_log: Option<SurvivalInterval>,
    /// Whether survival is at most ½, decided with more digits than `survival` shows.
    at_most_half: bool,
}

/// A survival curve: a step function that starts at 1.
#[derive(Debug, Clone, PartialEq)]
pub struct KaplanMeier {
    /// The steps, by rising time; one for each distinct time given.
    pub rows: Vec<KaplanMeierRow>,
}

/// The survival curve of observations that lasted `times` (of at least 0) and ended with the event (`observed`) or without
/// it. `level` is the confidence of the intervals (0.95 for 95 %). The order of the observations does not matter.
///
/// ```
/// let curve = keyperson::stats::kaplan_meier(&[2.0, 4.0, 4.0, 7.0], &[true, true, false, true], 0.95)?;
/// assert_eq!(curve.survival_at(3.0), 0.75);
/// assert_eq!(curve.median(), Some(4.0));
/// # Ok::<(), keyperson::stats::StatsError>(())
/// ```
///
/// # Errors
/// [`StatsError::LengthsDiffer`]; [`StatsError::NotFinite`] or [`StatsError::OutOfRange`] for a time below 0, or a level
/// not strictly between 0 and 1.
pub fn kaplan_meier(times: &[f64], observed: &[bool], level: f64) -> Result<KaplanMeier, StatsError> {
    same_length("times", times.len(), "observed", observed.len())?;
    all_not_negative("times", times)?;
    open_probability("level", level)?;
    let z = normal_quantile(0.5 + 0.5 * level)?;
    // Adding 0 makes -0.0 the 0.0 it equals, so that one time makes one row.
    let mut entries: Vec<(f64, bool)> =
        times.iter().map(|time| time + 0.0).zip(observed.iter().copied()).collect();
    entries.order_by(|left, right| left.0.total_cmp(&right.0));

    let mut rows = Vec::new();
    let mut at_risk = u64::try_from(entries.len()).unwrap_or(u64::MAX);
    let (mut survival, mut hazard) = (DoubleDouble::ONE, 0.0);
    for group in entries.chunk_by(|left, right| left.0.total_cmp(&right.0).is_eq()) {
        let Some((time, _)) = group.first() else { continue };
        let seen = u64::try_from(group.len()).unwrap_or(u64::MAX);
        let events = u64::try_from(group.iter().filter(|(_, event)| *event).count()).unwrap_or(u64::MAX);
        let (risk, lost, left) =
            (count_as_f64(at_risk), count_as_f64(events), count_as_f64(at_risk.saturating_sub(events)));
        survival = survival.times_fraction(left, risk);
        hazard += if events == 0 { 0.0 } else { lost / (risk * left) };
        rows.push(row(*time, [at_risk, events, seen.saturating_sub(events)], survival, hazard, z));
        at_risk = at_risk.saturating_sub(seen);
    }
    Ok(KaplanMeier { rows })
}

impl KaplanMeier {
    /// The first time at which survival is at most ½; `None` when it stays above.
    #[must_use]
    pub fn median(&self) -> Option<f64> {
        self.rows.iter().find(|row| row.at_most_half).map(|row| row.time)
    }

    /// The interval of the median: the first times at which the lower and the upper end of survival's interval are at most
    /// ½ (R. Brookmeyer and J. Crowley 1982). `None` for an end that is never reached.
    #[must_use]
    pub fn median_interval(&self, kind: IntervalKind) -> (Option<f64>, Option<f64>) {
        let first = |end: fn(&SurvivalInterval) -> f64| {
            // Without an interval survival is 0, and so are its ends.
            let reached =
                |row: &&KaplanMeierRow| row.interval(kind).is_none_or(|interval| end(&interval) <= 0.5);
            self.rows.iter().find(reached).map(|row| row.time)
        };
        (first(|interval| interval.lower), first(|interval| interval.upper))
    }

    /// The chance that the event comes after `time`: 1 before the first row. After the last row, its survival: a reader who
    /// wants to know whether anything was observed there compares with `rows`. NaN counts as before the first row.
    #[must_use]
    pub fn survival_at(&self, time: f64) -> f64 {
        self.rows.iter().take_while(|row| row.time <= time).last().map_or(1.0, |row| row.survival)
    }

    /// The mean time up to `tau`: the area under the curve from 0 to `tau`. `None` when the curve ends above 0 before `tau`:
    /// nobody was watched for so long.
    ///
    /// # Errors
    /// [`StatsError::NotFinite`] or [`StatsError::OutOfRange`] for a `tau` below 0.
    pub fn restricted_mean(&self, tau: f64) -> Result<Option<f64>, StatsError> {
        not_negative("tau", tau)?;
        let (mut area, mut from, mut survival) = (0.0, 0.0, 1.0);
        for row in self.rows.iter().take_while(|row| row.time < tau) {
            area += survival * (row.time - from);
            (from, survival) = (row.time, row.survival);
        }
        let watched = self.rows.last().is_some_and(|row| row.time >= tau) || survival <= 0.0;
        Ok((watched || tau <= 0.0).then_some(area + survival * (tau - from)))
    }
}

impl KaplanMeierRow {
    /// The interval of one kind.
    #[must_use]
    pub const fn interval(&self, kind: IntervalKind) -> Option<SurvivalInterval> {
        match kind {
            IntervalKind::Plain => self.plain,
            IntervalKind::Log => self.log,
            IntervalKind::LogLog => self.log_log,
        }
    }
}

fn row(time: f64, counts: [u64; 3], survival: DoubleDouble, hazard: f64, z: f64) -> KaplanMeierRow {
    let [at_risk, events, censored] = counts;
    // Survival is a fraction of whole numbers: with 31 digits, one that is ½ is told from its neighbours.
    let at_most_half = survival.rounded() - 0.5 + survival.remainder() <= 1e-25;
    let survival = survival.rounded();
    let spread = hazard.sqrt();
    let (standard_error, plain, log, log_log);
    if survival <= 0.0 {
        (standard_error, plain, log) = (None, None, None);
        log_log = Some(SurvivalInterval { lower: 0.0, upper: 0.0 });
    } else {
        let error = survival * spread;
        standard_error = Some(error);
        let (low, high) = (survival - z * error, survival + z * error);
        plain = Some(SurvivalInterval { lower: low.clamp(0.0, 1.0), upper: high.clamp(0.0, 1.0) });
        let factor = libm::exp(z * spread);
        log = Some(SurvivalInterval { lower: survival / factor, upper: (survival * factor).min(1.0) });
        log_log = Some(if survival >= 1.0 {
            SurvivalInterval { lower: 1.0, upper: 1.0 }
        } else {
            let exponent = libm::exp(z * spread / -libm::log(survival));
            SurvivalInterval {
                lower: libm::pow(survival, exponent),
                upper: libm::pow(survival, 1.0 / exponent),
            }
        });
    }
    KaplanMeierRow {
        time,
        at_risk,
        events,
        censored,
        survival,
        standard_error,
        plain,
        log,
        log_log,
        at_most_half,
    }
}
