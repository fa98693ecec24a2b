//! The settings of the course: what is counted, the ladder, the gates, winter.

use std::collections::BTreeSet;

use super::Policy;
use super::bounds::{MAX_LIST, at_least_one, contradiction, out_of_range, unknown};
use crate::error::{Place, ProblemKind, Problems, phrase};
use crate::fact::Stage;
use crate::json::read::{record, words};
use crate::value::{Amount, Count, Hours, Key, Level, Positive, UnitInterval};

words! {
    /// How the days of a rung are counted.
    #[cfg_attr(not(feature = "exhaustive"), non_exhaustive)]
    pub enum Counting {
        /// Every day.
        Calendar = "calendar",
        /// Business days of the partner's calendar.
        Business = "business",
    }
}

record! {
    /// What a metric counts, and how often we expect it before there is any evidence.
    pub struct MetricPolicy {
        /// Stages of a deal that count: a deal counts once, when it first reaches one of them.
        pub stages: Vec<Stage>,
        /// Shape of the Gamma prior of the rate: how many observed events the prior is worth.
        pub prior_events: Positive,
        /// Rate of the Gamma prior: in how many days those events happen.
        pub prior_days: Positive,
    }

    /// The staged targets.
    pub struct LadderPolicy {
        /// The rungs, in order.
        pub rungs: Vec<RungPolicy>,
        /// Days before the plan from which a rung is ahead.
        pub ahead_days: Positive,
        /// Days after the plan from which a rung is behind.
        pub behind_days: Positive,
        /// Odds under which a rung is at risk.
        pub at_risk_below: UnitInterval,
        /// A remedy that moves the dates clears a shortfall only if the odds are at least this.
        pub enough_odds: UnitInterval,
        /// Probability of the early expected date; the late one mirrors it.
        pub early: Level,
        /// Days beyond which no date is given.
        pub horizon_days: Positive,
    }

    /// One rung.
    pub struct RungPolicy {
        /// Code, unique in the ladder.
        pub code: Key,
        /// The metric that it counts.
        pub metric: Key,
        /// How many.
        pub target: Count,
        /// Days from the start; the last day counts.
        pub days: Count,
        /// Calendar or business days.
        pub counting: Counting,
        /// Whether it is the final result rather than a step towards it.
        pub last = "final": bool,
    }

    /// The gates of the selection.
    pub struct SelectionPolicy {
        /// Executives should approve at least so many business days before the start.
        pub approval_lead_days: Count,
        /// The company should be told within so many business days after the start.
        pub announce_within_days: Count,
        /// If fewer hours per week are agreed, time counts as not confirmed.
        pub enough_hours: Hours,
        /// Business days that one gate may take before it is called stuck.
        pub stuck_after_days: Count,
    }

    /// When a long time without an order is a winter (the work goes well), and when it is stagnation.
    pub struct WinterPolicy {
        /// Days without an order after which the question is asked.
        pub after_days: Count,
        /// Days of recent work that are looked at.
        pub recent_days: Count,
        /// The work is healthy from this share of the expected intermediate results on.
        pub healthy_share: Amount,
        /// Intermediate metrics that count.
        pub metrics: Vec<Key>,
    }
}

pub(super) fn ladder(policy: &Policy, problems: &mut Problems) {
    let mut codes = BTreeSet::new();
    for (index, rung) in policy.ladder.rungs.iter().enumerate() {
        let place = Place::at("/ladder/rungs").field(&index.to_string());
        if !codes.insert(&rung.code) {
            contradiction(place.field("code"), "two rungs have the same code", problems);
        }
        if !policy.metrics.contains_key(&rung.metric) {
            problems.add(place.field("metric"), unknown(&rung.metric, "metric"));
        }
        at_least_one(rung.target.get(), place.field("target"), problems);
        at_least_one(rung.days.get(), place.field("days"), problems);
        if rung.days.get() > 3_660 {
            out_of_range(rung.days.get(), phrase!("at most {} days", 3660), place.field("days"), problems);
        }
    }
    for (index, metric) in policy.winter.metrics.iter().enumerate() {
        if !policy.metrics.contains_key(metric) {
            problems.add(Place::at("/winter/metrics").field(&index.to_string()), unknown(metric, "metric"));
        }
    }
    if policy.ladder.early.get() >= 0.5 {
        let found = policy.ladder.early.get().to_string();
        let kind = ProblemKind::OutOfRange { found, expected: phrase!("a number below {}", 0.5) };
        problems.add(Place::at("/ladder/early"), kind);
    }
    if policy.ladder.rungs.len() > MAX_LIST {
        contradiction(Place::at("/ladder/rungs"), "a ladder has at most 1000 rungs", problems);
    }
    at_least_one(policy.winter.recent_days.get(), Place::at("/winter/recent_days"), problems);
}
