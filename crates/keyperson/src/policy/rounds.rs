//! Sections of what comes round again: the turns of the loop, the weekdays.

use crate::fact::Audience;
use crate::json::read::record;
use crate::value::{Count, Key, Positive, UnitInterval};

record! {
    /// The loop of finding, approving, making the role clear and sharing results.
    pub struct TurnsPolicy {
        /// The smallest audience by which a result counts as shared.
        pub audience: Audience,
        /// Metrics whose results are there to be shared.
        pub results: Vec<Key>,
        /// Business days after a result within which one should have been shared.
        pub share_within_days: Count,
        /// Days for which a completed turn is celebrated.
        pub celebrate_days: Count,
    }

    /// The chance of an answer in time by the weekday of the question.
    pub struct WeekdayPolicy {
        /// Answers that the overall chance is worth beside a weekday's own.
        pub strength: Positive,
        /// Probability from which one weekday's questions are called answered later than the others'.
        pub later_from: UnitInterval,
    }
}
