//! Forecasts: how likely a number of events is within a number of days, and when they are expected.
//!
//! Events come at a rate that nobody knows: `λ ~ Gamma(a, b)` before, `Gamma(a + n, b + e)` after `n` events in
//! `e` days. The number in further days is then negative binomial, and the wait a scaled beta prime
//! (Gelman et al., Bayesian Data Analysis, 3rd ed., §2.6). Rooms ask through these few functions, so that the
//! model behind them can grow without them.

use crate::stats;

/// What is believed of a rate of events.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Forecast {
    shape: f64,
    days: f64,
}

/// The smallest shape and rate of a belief. Both must be above 0.
const LEAST: f64 = 1e-9;
/// The most that either may be, far above what 300 years can hold.
const MOST: f64 = 1e18;

impl Forecast {
    /// The belief `Gamma(prior_events, prior_days)` after `events` in `exposure_days`.
    ///
    /// Invalid numbers (NaN, negative ones) count as nothing observed, or as the weakest belief.
    #[must_use]
    pub fn new(prior_events: f64, prior_days: f64, events: i64, exposure_days: f64) -> Self {
        let events = crate::json::read::integer_to_f64(events.max(0));
        Self {
            shape: (sound(prior_events) + events).clamp(LEAST, MOST),
            days: (sound(prior_days) + sound(exposure_days)).clamp(LEAST, MOST),
        }
    }

    /// The expected rate, events a day.
    #[must_use]
    pub fn rate_per_day(&self) -> f64 {
        self.shape / self.days
    }

    /// Probability of at least `remaining` events in `days`; 1 where none is needed, 0 where no time is left.
    #[must_use]
    pub fn odds(&self, remaining: i64, days: f64) -> f64 {
        let Some(remaining) = u64::try_from(remaining).ok().filter(|remaining| *remaining > 0) else {
            return 1.0;
        };
        if sound(days) <= 0.0 {
            return 0.0;
        }
        let odds = stats::negative_binomial_at_least(self.shape, self.days, days.min(MOST), remaining);
        odds.unwrap_or(0.0).clamp(0.0, 1.0)
    }

    /// Days until `remaining` events have come with this probability (0 to 1, neither included).
    ///
    /// 0 if none is needed. Absent if the number of days is too large for a number.
    #[must_use]
    pub fn days_until(&self, remaining: i64, probability: f64) -> Option<f64> {
        let Some(remaining) = u64::try_from(remaining).ok().filter(|remaining| *remaining > 0) else {
            return Some(0.0);
        };
        stats::waiting_time_quantile(self.shape, self.days, remaining, probability).ok().flatten()
    }
}

/// The number where it is one from 0 up, else 0.
fn sound(value: f64) -> f64 {
    if value > 0.0 { value } else { 0.0 }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_belief_learns_from_events() {
        // A belief worth 1 event in 6 days, then 2 events in 10 days.
        let forecast = Forecast::new(1.0, 6.0, 2, 10.0);
        assert!((forecast.rate_per_day() - 3.0 / 16.0).abs() < 1e-12);
        assert!(forecast.odds(0, 20.0) >= 1.0, "nothing more is needed");
        assert!(forecast.odds(3, 0.0) <= 0.0, "no time is left");
        let even = forecast.days_until(3, 0.5).unwrap();
        assert!((forecast.odds(3, even) - 0.5).abs() < 1e-9);
    }
}
