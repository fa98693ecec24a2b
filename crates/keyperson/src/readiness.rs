//! Readiness: what follows from fit, floors, mismatches and remedies.

use crate::fit::Fit;
use crate::read::words;
use crate::remedy::Remedies;

words! {
    /// Whether a person is ready for the role; the order is the order of a ranking.
    pub enum Readiness {
        /// The whole interval reaches the bar, and nothing stands in the way.
        Ready = "ready",
        /// As ready, and for everything that stands in the way there is a remedy that clears it.
        ReadyWithSupport = "ready_with_support",
        /// The interval straddles the bar, or a trait with a floor is unknown: ask first.
        Unknown = "unknown",
        /// The whole interval lies below the bar, or something stands in the way that no remedy clears.
        NotYet = "not_yet",
    }
}

/// Judges readiness.
#[must_use]
pub fn evaluate(fit: &Fit, remedies: &Remedies) -> Readiness {
    let below = fit.score.get().is_some() && fit.upper < fit.bar;
    let straddles = fit.score.get().is_none() || fit.lower < fit.bar || !fit.unknown.is_empty();
    let cleared = remedies.shortfalls.iter().all(|shortfall| !shortfall.cleared_by.is_empty());
    match (below, straddles, remedies.shortfalls.is_empty(), cleared) {
        (true, ..) => Readiness::NotYet,
        (_, true, ..) => Readiness::Unknown,
        (_, _, true, _) => Readiness::Ready,
        (_, _, _, true) => Readiness::ReadyWithSupport,
        _ => Readiness::NotYet,
    }
}
