//! The sections of a policy about the people around the person, as plain data.

use crate::fact::Stage;
use crate::json::read::record;
use crate::value::{Count, UnitInterval};

record! {
    /// When the network of a partner is heard.
    pub struct NetworkPolicy {
        /// Voices other than the person's own from which they say anything of the person.
        pub least_voices: Count,
    }

    /// How far know-how and load should be spread.
    pub struct SpreadPolicy {
        /// Days of recent work, orders and newly active colleagues that are looked at, today the last of them.
        pub recent_days: Count,
        /// Things done from which shares are told.
        pub least_things: Count,
        /// The person's share above which the load is on one.
        pub one_share: UnitInterval,
        /// Days without anything that joins the person and others after which the person stands alone.
        pub isolated_days: Count,
        /// Days after the start from which a successor should be in sight.
        pub successor_after_days: Count,
        /// Newly active colleagues from which it is something to celebrate.
        pub spreading_colleagues: Count,
    }

    /// What the vendor owes, and when a wheel stands still.
    pub struct SupportPolicy {
        /// Days within which each of the two wheels should turn, today the last of them.
        pub recent_days: Count,
        /// Days from one training to the next.
        pub training_every_days: Count,
        /// Stages from which an open deal is owed a joint review.
        pub review_stages: Vec<Stage>,
        /// Business days within which it should come.
        pub review_within_days: Count,
    }
}
