//! The sections of a policy, as plain data; what each number means stands at the number.

use std::collections::BTreeMap;

use serde::{Serialize, Serializer, ser::SerializeMap};

use crate::calendar::{Day, Zone};
use crate::error::{ProblemKind, Problems};
use crate::fact::{Audience, Stage, Trait};
use crate::json::Json;
use crate::json::read::{At, Fields, Read, record, words};
use crate::value::{
    Amount, Count, Exponent, Hours, Key, Level, Number, Positive, PriorCount, UnitInterval, Weight,
};

words! {
    /// How a signal's values are read.
    pub enum Reading {
        /// Each fact is evidence of its own.
        Each = "each",
        /// A state: only the latest fact counts.
        Latest = "latest",
    }

    /// How the days of a rung are counted.
    pub enum Counting {
        /// Every day.
        Calendar = "calendar",
        /// Business days of the partner's calendar.
        Business = "business",
    }

    /// A day on which regular meetings are held.
    pub enum WorkWeekday {
        /// 月曜日
        Monday = "monday",
        /// 火曜日
        Tuesday = "tuesday",
        /// 水曜日
        Wednesday = "wednesday",
        /// 木曜日
        Thursday = "thursday",
        /// 金曜日
        Friday = "friday",
    }
}

impl WorkWeekday {
    /// Days after the Monday of its week, 0 to 4.
    #[must_use]
    pub const fn days_from_monday(self) -> i64 {
        match self {
            Self::Monday => 0,
            Self::Tuesday => 1,
            Self::Wednesday => 2,
            Self::Thursday => 3,
            Self::Friday => 4,
        }
    }
}

record! {
    /// Where partners are that do not say otherwise.
    pub struct PlacePolicy {
        /// Time zone.
        pub zone: Zone,
        /// Business calendar, by name.
        pub calendar: Key,
    }

    /// A calendar of the user's own: a built-in one and further closing days.
    pub struct CalendarPolicy {
        /// Name of the built-in calendar.
        pub base: Key,
        /// Days on which nobody works.
        pub closing_days: Vec<Day>,
    }

    /// How evidence becomes an estimate.
    pub struct EstimatePolicy {
        /// Level of every interval, equal-tailed.
        pub interval: Level,
        /// Evidence weight of one rating.
        pub rating_weight: Weight,
        /// Days after which a rating counts half.
        pub rating_half_life_days: Positive,
        /// Largest evidence weight of all ratings of one trait by the same rater.
        pub rating_cap: Weight,
        /// Factor on the weight of a contested fact until the dispute is settled.
        pub contested_weight: UnitInterval,
        /// Days over which a rise is looked for.
        pub rising_days: Count,
        /// Probability from which a rise is called one.
        pub rising_probability: UnitInterval,
    }

    /// What is believed of one trait before any evidence, and what it counts.
    pub struct TraitPolicy {
        /// First parameter of the Beta prior (pseudo-evidence for).
        pub prior_for: PriorCount,
        /// Second parameter of the Beta prior (pseudo-evidence against).
        pub prior_against: PriorCount,
        /// Weight in the fit.
        pub weight: Weight,
        /// Below this mean a person is never ready; 0 for no floor.
        pub floor: UnitInterval,
        /// Value of the reference profile, against which contributions are measured.
        pub reference: UnitInterval,
        /// Remedies for a value under the floor.
        pub remedies: Vec<Key>,
    }

    /// What one signal says about a trait.
    pub struct SignalPolicy {
        /// The trait.
        pub of = "trait": Trait,
        /// From the signal's measure to 0..1.
        pub curve: Curve,
        /// Evidence weight of one fact.
        pub weight: Weight,
        /// Days after which a fact counts half.
        pub half_life_days: Positive,
        /// Largest evidence weight of all facts of this signal together.
        pub cap: Weight,
        /// Each fact, or the latest only.
        pub reading: Reading,
    }

    /// How estimates become a fit.
    pub struct FitPolicy {
        /// Exponent of the power mean: 1 lets strengths compensate fully, below 1 less.
        pub rho: Exponent,
        /// The fit from which a person is fit for the role.
        pub bar: UnitInterval,
        /// Chance, over the whole group, of telling two equal people apart by mistake.
        pub separation_error: Level,
        /// How many weightings are tried for the robustness of a ranking.
        pub weightings: Count,
        /// Seed of these weightings.
        pub seed: Count,
    }

    /// Strong traits wasted by weak ones.
    pub struct MismatchPolicy {
        /// Probability from which a mismatch is present.
        pub present: UnitInterval,
        /// Probability from which it is likely.
        pub likely: UnitInterval,
        /// Probability from which it is possible; below, it is absent.
        pub possible: UnitInterval,
        /// The patterns, by code.
        pub patterns: BTreeMap<Key, PatternPolicy>,
    }

    /// One pattern: a strong trait beside a weak one.
    pub struct PatternPolicy {
        /// The trait that is strong.
        pub strong: Trait,
        /// The trait that is weak.
        pub weak: Trait,
        /// From which value the one is strong.
        pub strong_from: UnitInterval,
        /// Up to which value the other is weak.
        pub weak_to: UnitInterval,
        /// Remedies, the gentlest first.
        pub remedies: Vec<Key>,
    }

    /// One change to the environment, and what it is expected to do.
    pub struct RemedyPolicy {
        /// Evidence that the change would add: value by signal.
        pub adds: BTreeMap<Key, Number>,
        /// Whether a support unit of colleagues is formed.
        pub unit: bool,
        /// Days by which the ladder's open rungs are moved; 0 for none.
        pub extend_days: Count,
    }

    /// The few colleagues who cover a shortfall.
    pub struct UnitPolicy {
        /// Colleagues at most.
        pub size: Count,
        /// How much of a colleague's trait covers the person's, by trait.
        pub cover: super::PerTrait<UnitInterval>,
        /// Colleagues looked at for each trait, the strongest first.
        pub looked_at: Count,
    }

    /// What a metric counts, and what is believed of its rate before any evidence.
    pub struct MetricPolicy {
        /// Stages of a deal that count: a deal counts once, when it first reaches one of them.
        pub stages: Vec<Stage>,
        /// Shape of the Gamma prior of the rate: how many events the belief is worth.
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
        /// Odds under which a remedy that moves the rungs does not clear a shortfall.
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
        /// Business days between executive approval and start that give time to spare.
        pub approval_lead_days: Count,
        /// Business days after the start by which the company should have been told.
        pub announce_within_days: Count,
        /// Hours a week under which no time was confirmed.
        pub enough_hours: Hours,
        /// Business days that one gate may take before it is called stuck.
        pub stuck_after_days: Count,
    }

    /// When a long sale without an order is a winter, and when it is stagnation.
    pub struct WinterPolicy {
        /// Days without an order after which the question is asked.
        pub after_days: Count,
        /// Days of recent work that are looked at.
        pub recent_days: Count,
        /// Share of the expected intermediate results from which the work is healthy.
        pub healthy_share: Amount,
        /// Intermediate metrics that count.
        pub metrics: Vec<Key>,
    }

    /// What is owed a recognition, and how it should be given.
    pub struct RecognitionPolicy {
        /// Metrics of which each result is owed one; rungs always are.
        pub metrics: Vec<Key>,
        /// Signals that show an effort and are owed one.
        pub efforts: Vec<Key>,
        /// Business days within which it should come.
        pub within_days: Count,
        /// Days for which it stays owed, and for which a recognition that names nothing reaches back.
        pub window_days: Count,
        /// Days of recent recognition that are looked at.
        pub recent_days: Count,
        /// The smallest audience that is wide enough.
        pub audience: Audience,
        /// Share of recognitions that should speak of effort.
        pub effort_share: UnitInterval,
        /// Recognitions from which on that share is asked for.
        pub least_recognitions: Count,
    }

    /// What should be offered to the person.
    pub struct MotivationPolicy {
        /// Business days after the first gate within which growth should be offered.
        pub growth_within_days: Count,
    }

    /// The regular meetings: when they are, how long they may take, what is noticed.
    pub struct CadencePolicy {
        /// Day of the weekly meeting; where closed the next open one.
        pub weekly_weekday: WorkWeekday,
        /// Minutes that the weekly meeting may take.
        pub weekly_minutes: Count,
        /// The monthly review is on this business day of the month.
        pub monthly_business_day: Count,
        /// Minutes that the monthly review may take.
        pub monthly_minutes: Count,
        /// The quarterly review with executives is on this business day of the quarter's last month.
        pub quarterly_business_day: Count,
        /// Minutes that the quarterly review may take.
        pub quarterly_minutes: Count,
        /// Days back from today whose meetings are looked at.
        pub look_back_days: Count,
        /// Weekly meetings missed in a row from which it is said.
        pub missed_in_row: Count,
        /// Weekly meetings in a row that ran over from which it is said.
        pub overruns: Count,
        /// Findings on the agenda of one meeting at most.
        pub agenda_items: Count,
        /// Deals that must have come to a step before it can be called the bottleneck.
        pub bottleneck_deals: Count,
        /// When the weekly meeting begins, by the clock of the partner's zone.
        pub weekly_time: super::TimeOfDay,
        /// When the monthly review begins.
        pub monthly_time: super::TimeOfDay,
        /// When the quarterly review begins.
        pub quarterly_time: super::TimeOfDay,
        /// Days ahead whose meetings are written into a calendar.
        pub schedule_days: Count,
    }

    /// Peaks and valleys of the load in one cycle.
    pub struct RhythmPolicy {
        /// Days of the cycle, from the start.
        pub cycle_days: Count,
        /// Weeks of pushing up to a rung's deadline, its own week among them.
        pub push_weeks: Count,
        /// Weeks of learning and recharging after it.
        pub recharge_weeks: Count,
        /// Business days from which a week can be a peak or a valley.
        pub least_business_days: Count,
        /// Share of a valley week's hours that belongs to learning and recharging.
        pub recharge_share: UnitInterval,
        /// Mean change from week to week, as a share of the mean hours, above which the load is uneven.
        pub uneven_from: Amount,
        /// Pairs of neighbouring recorded weeks from which that can be told.
        pub uneven_pairs: Count,
    }

    /// How soon messages should be answered.
    pub struct ResponsePolicy {
        /// Hours of absolute time within which an answer is in time, the last instant included.
        pub limit_hours: Count,
        /// Hours after which a question to the vendor is asked for.
        pub near_hours: Count,
        /// Hours without a message after which an answered conversation is over and the next message opens another.
        pub pause_hours: Count,
        /// Business days after which a thread that waits for the partner is quiet.
        pub quiet_after_days: Count,
        /// Days of recent late answers and quiet threads that are looked at.
        pub recent_days: Count,
        /// First parameter of the Beta prior of an answer in time.
        pub prior_for: PriorCount,
        /// Second parameter of it.
        pub prior_against: PriorCount,
        /// The chance by weekday.
        pub weekday: super::WeekdayPolicy,
    }

    /// Which answers to feedback are looked at.
    pub struct FeedbackPolicy {
        /// Days for which a late answer is spoken of.
        pub recent_days: Count,
    }

    /// How news should be told.
    pub struct InformationOrderPolicy {
        /// Hours by which one person may hear before everybody.
        pub tolerance_hours: Count,
        /// Business days after a telling to one person within which the open one should have come.
        pub open_within_days: Count,
        /// Days for which a wrong order is spoken of.
        pub recent_days: Count,
    }
}

/// From a signal's measure to a number from 0 (speaks against) to 1 (speaks for).
#[derive(Debug, Clone, PartialEq)]
pub enum Curve {
    /// 0 at `from`, 1 at `to`, straight between; `from` may be the larger.
    Linear {
        /// Measure that gives 0.
        from: Number,
        /// Measure that gives 1.
        to: Number,
    },
    /// `v/(v+half)` for v ≥ 0: the more the better, with falling gain.
    Saturating {
        /// Measure that gives ½.
        half: Positive,
    },
    /// `2^(-v/half)` for v ≥ 0: the less the better.
    HalfLife {
        /// Measure that gives ½.
        half: Positive,
    },
    /// The share of a cohort that lies below, ties counted half.
    Percentile {
        /// The cohort's measures.
        cohort: Vec<Number>,
    },
}

const CURVES: &[&str] = &["linear", "saturating", "half_life", "percentile"];

#[cfg(feature = "schema")]
impl schemars::JsonSchema for Curve {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Curve".into()
    }
    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        let half = |kind: &str| {
            serde_json::json!({
                "type": "object", "additionalProperties": false, "required": ["kind", "half"],
                "properties": { "kind": { "const": kind }, "half": { "type": "number", "exclusiveMinimum": 0 } }
            })
        };
        schemars::json_schema!({
            "description": "From a signal's measure to a number from 0 to 1.",
            "anyOf": [
                {
                    "type": "object", "additionalProperties": false, "required": ["kind", "from", "to"],
                    "properties": {
                        "kind": { "const": "linear" }, "from": { "type": "number" }, "to": { "type": "number" }
                    }
                },
                half("saturating"),
                half("half_life"),
                {
                    "type": "object", "additionalProperties": false, "required": ["kind", "cohort"],
                    "properties": {
                        "kind": { "const": "percentile" },
                        "cohort": { "type": "array", "items": { "type": "number" } }
                    }
                }
            ]
        })
    }
}

impl Serialize for Curve {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        match self {
            Self::Linear { from, to } => {
                map.serialize_entry("kind", "linear")?;
                map.serialize_entry("from", from)?;
                map.serialize_entry("to", to)?;
            }
            Self::Saturating { half } => {
                map.serialize_entry("kind", "saturating")?;
                map.serialize_entry("half", half)?;
            }
            Self::HalfLife { half } => {
                map.serialize_entry("kind", "half_life")?;
                map.serialize_entry("half", half)?;
            }
            Self::Percentile { cohort } => {
                map.serialize_entry("kind", "percentile")?;
                map.serialize_entry("cohort", cohort)?;
            }
        }
        map.end()
    }
}

impl Read for Curve {
    fn read(json: &Json, at: &At<'_>, problems: &mut Problems) -> Option<Self> {
        let fields = Fields::of(json, at, problems)?;
        let kind: Key = fields.read("kind", problems)?;
        match kind.as_str() {
            // A document that changes the kind of a default curve is laid over that curve's own fields, so
            // only what belongs to no curve at all is refused.
            "linear" => {
                fields.refuse_unknown(&[&["kind", "from", "to", "half", "cohort"]], problems);
                let (from, to) = (fields.read("from", problems), fields.read("to", problems));
                Some(Self::Linear { from: from?, to: to? })
            }
            "saturating" | "half_life" => {
                fields.refuse_unknown(&[&["kind", "half", "from", "to", "cohort"]], problems);
                let half = fields.read("half", problems)?;
                let saturating = kind.as_str() == "saturating";
                Some(if saturating { Self::Saturating { half } } else { Self::HalfLife { half } })
            }
            "percentile" => {
                fields.refuse_unknown(&[&["kind", "cohort", "half", "from", "to"]], problems);
                Some(Self::Percentile { cohort: fields.read("cohort", problems)? })
            }
            other => {
                let (found, allowed) = (crate::json::tree::shortened(other), CURVES.join(", "));
                problems.add(at.field("kind").place(), ProblemKind::UnknownValue { found, allowed });
                None
            }
        }
    }
}
