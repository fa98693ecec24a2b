//! The settings of the people around the person: their network, spread and support, the loop of turns.

use super::bounds::{at_least_one, contradiction, unknown};
use super::{Policy, Reading};
use crate::error::{Place, Problems};
use crate::fact::{Audience, Stage, TieKind};
use crate::json::read::record;
use crate::value::{Count, Key, UnitInterval};

record! {
    /// When the network of a partner is heard.
    pub struct NetworkPolicy {
        /// How many people other than the person must have spoken before the network counts.
        pub least_voices: Count,
    }

    /// How far know-how and load should be spread.
    pub struct SpreadPolicy {
        /// How many days of recent work, orders and newly active colleagues are looked at, today included.
        pub recent_days: Count,
        /// Things done from which shares are told.
        pub least_things: Count,
        /// The person's share above which the load is on one.
        pub one_share: UnitInterval,
        /// If nothing joins the person and others for so many days, the person stands alone.
        pub isolated_days: Count,
        /// Days after the start from which a successor should be in sight.
        pub successor_after_days: Count,
        /// Newly active colleagues from which it is something to celebrate.
        pub spreading_colleagues: Count,
    }

    /// What the vendor owes, and when a wheel stands still.
    pub struct SupportPolicy {
        /// Each of the two wheels should turn at least once in so many days, today included.
        pub recent_days: Count,
        /// Days from one training to the next.
        pub training_every_days: Count,
        /// Stages from which an open deal is owed a joint review.
        pub review_stages: Vec<Stage>,
        /// Business days within which it should come.
        pub review_within_days: Count,
    }

    /// The loop of finding, approving, making the role clear and sharing results.
    pub struct LoopTurnsPolicy {
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

pub(super) fn turns(policy: &Policy, problems: &mut Problems) {
    for (index, metric) in policy.loop_turns.results.iter().enumerate() {
        if !policy.metrics.contains_key(metric) {
            problems
                .add(Place::at("/loop_turns/results").field(&index.to_string()), unknown(metric, "metric"));
        }
    }
}

pub(super) fn network(policy: &Policy, problems: &mut Problems) {
    at_least_one(policy.network.least_voices.get(), Place::at("/network/least_voices"), problems);
    for kind in TieKind::ALL {
        if policy.signals.get(kind.word()).is_some_and(|signal| signal.reading == Reading::Latest) {
            let place = Place::at("/signals").field(kind.word()).field("reading");
            contradiction(place, "every voice of a network is heard, not only the latest", problems);
        }
    }
}

pub(super) fn spread(policy: &Policy, problems: &mut Problems) {
    let (spread, support) = (&policy.spread, &policy.support);
    for (value, path) in [
        (spread.recent_days, "/spread/recent_days"),
        (spread.least_things, "/spread/least_things"),
        (spread.isolated_days, "/spread/isolated_days"),
        (spread.spreading_colleagues, "/spread/spreading_colleagues"),
        (support.recent_days, "/support/recent_days"),
        (support.training_every_days, "/support/training_every_days"),
    ] {
        at_least_one(value.get(), Place::at(path), problems);
    }
    for (index, stage) in support.review_stages.iter().enumerate() {
        if matches!(stage, Stage::Won | Stage::Lost) {
            let place = Place::at("/support/review_stages").field(&index.to_string());
            contradiction(place, "a deal that has ended is owed no review", problems);
        }
    }
}
