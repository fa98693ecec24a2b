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
///
/// What no remedy clears decides before the interval does: whatever else is learned, the person is not ready yet.
#[must_use]
pub fn evaluate(fit: &Fit, remedies: &Remedies) -> Readiness {
    let scored = fit.score.get().is_some();
    let below = scored && fit.interval_upper < fit.bar;
    let blocked = remedies.shortfalls.iter().any(|shortfall| shortfall.cleared_by.is_empty());
    let open = !scored || fit.interval_lower < fit.bar || !fit.unknown.is_empty();
    match (below || blocked, open, remedies.shortfalls.is_empty()) {
        (true, ..) => Readiness::NotYet,
        (_, true, _) => Readiness::Unknown,
        (_, _, true) => Readiness::Ready,
        _ => Readiness::ReadyWithSupport,
    }
}
