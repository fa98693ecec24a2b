//! Readiness: what follows from fit, floors, mismatches and remedies.

pub use crate::fact::Readiness;
use crate::person::fit::Fit;
use crate::person::remedy::Remedies;

/// Judges readiness.
///
/// If something is short that no remedy clears, the person is not ready yet, wherever the interval lies.
#[must_use]
pub(crate) fn evaluate(fit: &Fit, remedies: &Remedies) -> Readiness {
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
