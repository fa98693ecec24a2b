//! Sections of what comes round again: the turns of the loop.

use crate::fact::Audience;
use crate::read::record;
use crate::value::{Count, Key};

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
}
