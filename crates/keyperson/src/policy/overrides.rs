//! The section on overrides: what a stated value is worth, and when to speak of its end.

use crate::error::Problems;
use crate::json::read::record;
use crate::value::{Count, Positive};

record! {
    /// Values that somebody set.
    pub struct OverridesPolicy {
        /// Observations that a stated value is worth: how sure it may look, and what a remedy must move.
        pub weight: Positive,
        /// Days before the last one from which its end is spoken of.
        pub expiring_days: Count,
        /// Days after it for which that is remembered.
        pub expired_days: Count,
    }
}

/// Notes what does not hold.
pub(super) fn check(policy: &OverridesPolicy, problems: &mut Problems) {
    let place = |field: &str| crate::error::Place::at("/overrides").field(field);
    for (days, field) in [(policy.expiring_days, "expiring_days"), (policy.expired_days, "expired_days")] {
        super::bounds::from_one_to(days.get(), 3_660, place(field), problems);
    }
}
