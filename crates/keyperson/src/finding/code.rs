//! What a finding is: its permanent code, what it is about, and which values its sentence may use.

use crate::finding::FindingValueType;
use crate::json::read::words;

words! {
    /// What a finding is: permanent codes, each with its texts in `text`.
    #[cfg_attr(not(feature = "exhaustive"), non_exhaustive)]
    pub enum FindingCode {
        /// A strong trait is wasted by a weak one.
        Mismatch = "mismatch",
        /// A trait is under the policy's floor.
        UnderFloor = "under_floor",
        /// A trait on which readiness depends is unknown.
        TraitUnknown = "trait_unknown",
        /// A trait rises.
        Rising = "rising",
        /// Facts about the person are disputed.
        Contested = "contested",
        /// Signals that the policy does not know.
        SignalNotInPolicy = "signal_not_in_policy",
        /// A gate was passed before the ones that belong before it.
        GateOutOfOrder = "gate_out_of_order",
        /// The manager confirmed, but no working time is agreed.
        ConfirmedWithoutTime = "confirmed_without_time",
        /// The manager confirmed, but how the person is appraised is not known.
        ConfirmedWithoutAppraisal = "confirmed_without_appraisal",
        /// Executives approved with too little time to spare.
        ApprovalLate = "approval_late",
        /// The start is near or past, and executives have not approved.
        ApprovalMissing = "approval_missing",
        /// The person has the role, and the company was not told.
        NotAnnounced = "not_announced",
        /// The selection waits at one gate.
        SelectionStuck = "selection_stuck",
        /// A rung was made.
        RungAchieved = "rung_achieved",
        /// A rung is unlikely to be made in time.
        RungAtRisk = "rung_at_risk",
        /// A rung is behind its plan.
        RungBehind = "rung_behind",
        /// A rung's date has passed.
        RungMissed = "rung_missed",
        /// Nothing was recorded from which a rung could be judged.
        RungUnknown = "rung_unknown",
        /// No order yet, but the intermediate results are healthy.
        Winter = "winter",
        /// No order, and the intermediate results have stopped.
        Stagnation = "stagnation",
        /// The person has left the company.
        PersonLeft = "person_left",
        /// Achievements and efforts wait to be recognised.
        RecognitionOwed = "recognition_owed",
        /// Recognition came later than wanted.
        RecognitionSlow = "recognition_slow",
        /// Recognition was heard by too few.
        RecognitionNarrow = "recognition_narrow",
        /// Results are praised, effort hardly ever.
        EffortUnseen = "effort_unseen",
        /// Members of the support unit were not recognised for long.
        UnitUnseen = "unit_unseen",
        /// No growth was offered in time.
        NoGrowthOffer = "no_growth_offer",
        /// Money is all that was offered.
        MoneyOnly = "money_only",
        /// Nothing of the ladder counts in the person's own appraisal.
        AppraisalNoOverlap = "appraisal_no_overlap",
        /// Weekly meetings were missed in a row.
        WeeklyMissed = "weekly_missed",
        /// Weekly meetings keep running over.
        WeeklyOverrun = "weekly_overrun",
        /// The latest quarterly review was held without executives.
        QuarterlyWithoutExecutives = "quarterly_without_executives",
        /// No hours of recharging are recorded in any valley that is over.
        NoValley = "no_valley",
        /// The latest valley was taken up by pushing.
        ValleyEaten = "valley_eaten",
        /// The hours change much from week to week.
        LoadUneven = "load_uneven",
        /// The vendor answered later than the limit.
        ResponseLate = "response_late",
        /// A question waits for the vendor's answer.
        ResponseOpen = "response_open",
        /// A message of the vendor's waits: another channel may be better.
        QuietThread = "quiet_thread",
        /// Feedback waits for a plan, or for a reason.
        FeedbackUnanswered = "feedback_unanswered",
        /// Feedback was answered after the next business day.
        FeedbackLate = "feedback_late",
        /// A regular meeting went by without checking what came of feedback.
        FeedbackUnverified = "feedback_unverified",
        /// One person was told news before everybody.
        NewsIndividualFirst = "news_individual_first",
        /// A first order from a few open deals is likely soon.
        FirstWinNear = "first_win_near",
        /// Many deals are open, and no first order is near.
        NarrowScope = "narrow_scope",
        /// A win can be repeated, and nobody has tried.
        ReplicateNow = "replicate_now",
        /// The story of a win is owed.
        StoryOwed = "story_owed",
        /// Most of the recent work is the person's.
        LoadOnOne = "load_on_one",
        /// Nobody stands beside the person lately.
        Isolated = "isolated",
        /// Nobody who could follow is known.
        NoSuccessor = "no_successor",
        /// Colleagues became active since the start.
        KnowHowSpreading = "know_how_spreading",
        /// Training or a joint review is owed.
        SupportOwed = "support_owed",
        /// The vendor's or the partner's wheel stands still.
        WheelStill = "wheel_still",
        /// The loop of finding, approving, making clear and sharing has turned once more.
        LoopTurned = "loop_turned",
        /// Results wait to be shared, and the loop with them.
        LoopWaiting = "loop_waiting",
        /// Questions of one weekday are answered later than the others.
        ResponseWeekday = "response_weekday",
        /// Somebody set a value against what the evidence says.
        OverrideInForce = "override_in_force",
        /// A value that somebody set holds for a few more days only.
        OverrideExpiring = "override_expiring",
        /// A value that somebody set holds no longer.
        OverrideExpired = "override_expired",
    }
}

/// What the words of a finding name, and so how a text calls them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Vocabulary {
    /// Nothing: the code says it all.
    Nothing,
    Trait,
    /// A trait, or readiness as a whole.
    TraitOrReadiness,
    Pattern,
    MismatchState,
    Readiness,
    /// A mismatch, or a trait under its floor.
    Shortfall,
    Gate,
    Rung,
    Metric,
    /// A rung, a metric or an effort that waits to be recognised.
    Achievement,
    Audience,
    Weekday,
    Wheel,
    /// What people call it themselves: a deal, a piece of feedback.
    Own,
}

/// A value that a finding may have: its name, its type, and what its words name.
pub(crate) type Declared = (&'static str, FindingValueType, Vocabulary);

/// What a finding is about, and the values that it may have.
pub(crate) struct Says {
    pub(crate) about: Vocabulary,
    pub(crate) values: &'static [Declared],
}

const fn share(name: &'static str) -> Declared {
    (name, FindingValueType::Share, Vocabulary::Nothing)
}

const fn count(name: &'static str) -> Declared {
    (name, FindingValueType::Count, Vocabulary::Nothing)
}

const fn days(name: &'static str) -> Declared {
    (name, FindingValueType::Days, Vocabulary::Nothing)
}

const fn hours(name: &'static str) -> Declared {
    (name, FindingValueType::Hours, Vocabulary::Nothing)
}

const fn minutes(name: &'static str) -> Declared {
    (name, FindingValueType::Minutes, Vocabulary::Nothing)
}

const fn day(name: &'static str) -> Declared {
    (name, FindingValueType::Day, Vocabulary::Nothing)
}

const fn text(name: &'static str) -> Declared {
    (name, FindingValueType::Text, Vocabulary::Nothing)
}

const fn word(name: &'static str, of: Vocabulary) -> Declared {
    (name, FindingValueType::Word, of)
}

const fn names(name: &'static str, of: Vocabulary) -> Declared {
    (name, FindingValueType::Names, of)
}

/// What every rung's finding may say.
const RUNG: &[Declared] = &[
    word("metric", Vocabulary::Metric),
    count("target"),
    count("count"),
    day("deadline"),
    share("odds"),
    days("days_ahead"),
    days("days_behind"),
    count("day"),
];

/// What every finding of a value that somebody set may say. A trait is set to a share, a person to a readiness.
const OVERRIDE: &[Declared] = &[
    share("stated"),
    word("stated", Vocabulary::Readiness),
    share("evidence"),
    word("evidence", Vocabulary::Readiness),
    text("by"),
    text("reason"),
    day("expires"),
    names("set_aside", Vocabulary::Shortfall),
    count("contests"),
    days("days"),
];

impl FindingCode {
    /// The values that a finding of this code may have, each with its name and type; `stated` and `evidence` may be of
    /// either of two types.
    ///
    /// ```
    /// use keyperson::finding::{FindingCode, FindingValueType};
    /// let values: Vec<_> = FindingCode::UnderFloor.values().collect();
    /// assert_eq!(values, [("mean", FindingValueType::Share), ("floor", FindingValueType::Share)]);
    /// ```
    pub fn values(self) -> impl Iterator<Item = (&'static str, FindingValueType)> {
        self.says().values.iter().map(|(name, of, _)| (*name, *of))
    }

    /// What it is about, and the values that its sentence may use.
    pub(crate) const fn says(self) -> Says {
        use Vocabulary as Of;
        let (about, values): (Vocabulary, &'static [Declared]) = match self {
            Self::Mismatch => (
                Of::Pattern,
                const {
                    &[
                        word("state", Of::MismatchState),
                        word("strong", Of::Trait),
                        word("weak", Of::Trait),
                        share("probability"),
                        share("clears_by"),
                    ]
                },
            ),
            Self::UnderFloor => (Of::Trait, const { &[share("mean"), share("floor")] }),
            Self::TraitUnknown => (Of::Trait, &[]),
            Self::Rising => (Of::Trait, const { &[share("before"), share("now")] }),
            Self::Contested | Self::SignalNotInPolicy | Self::LoopTurned => {
                (Of::Nothing, const { &[count("count")] })
            }
            Self::GateOutOfOrder => (Of::Gate, const { &[names("before", Of::Gate)] }),
            Self::ConfirmedWithoutTime => (Of::Gate, const { &[hours("hours_wanted"), hours("hours")] }),
            Self::ConfirmedWithoutAppraisal => (Of::Gate, &[]),
            Self::ApprovalLate => (Of::Gate, const { &[days("lead_days"), days("lead_days_wanted")] }),
            Self::ApprovalMissing | Self::NotAnnounced => (Of::Gate, const { &[day("start")] }),
            Self::SelectionStuck => (Of::Gate, const { &[days("days"), word("next", Of::Gate)] }),
            Self::RungAchieved
            | Self::RungAtRisk
            | Self::RungBehind
            | Self::RungMissed
            | Self::RungUnknown => (Of::Rung, RUNG),
            Self::Winter | Self::Stagnation => (
                Of::Nothing,
                const {
                    &[
                        days("days"),
                        days("recent_days"),
                        count("observed"),
                        ("expected", FindingValueType::Number, Of::Nothing),
                    ]
                },
            ),
            Self::PersonLeft => (Of::Nothing, &[]),
            Self::RecognitionOwed => {
                (Of::Nothing, const { &[count("count"), names("achieved", Of::Achievement)] })
            }
            Self::RecognitionSlow => (
                Of::Nothing,
                const { &[count("count"), count("recognised"), days("days"), days("days_wanted")] },
            ),
            Self::RecognitionNarrow => (
                Of::Nothing,
                const { &[count("count"), count("recognised"), word("audience", Of::Audience)] },
            ),
            Self::EffortUnseen => (Of::Nothing, const { &[count("count"), count("recognised")] }),
            Self::UnitUnseen => (
                Of::Nothing,
                const { &[count("count"), count("members"), count("recognised"), days("days")] },
            ),
            Self::NoGrowthOffer => (Of::Nothing, const { &[days("days"), days("days_wanted")] }),
            Self::MoneyOnly | Self::AppraisalNoOverlap | Self::NoValley => {
                (Of::Nothing, const { &[count("count")] })
            }
            Self::WeeklyMissed => (Of::Nothing, const { &[count("count"), minutes("minutes")] }),
            Self::WeeklyOverrun => {
                (Of::Nothing, const { &[count("count"), minutes("minutes"), minutes("longest")] })
            }
            Self::QuarterlyWithoutExecutives => (Of::Nothing, const { &[day("held_on")] }),
            Self::ValleyEaten => (
                Of::Nothing,
                const { &[day("week"), hours("push_hours"), hours("recharge_hours"), share("share")] },
            ),
            Self::LoadUneven => (Of::Nothing, const { &[count("weeks"), share("share"), share("limit")] }),
            Self::ResponseLate => (
                Of::Nothing,
                const { &[count("count"), count("answers"), hours("limit_hours"), hours("longest_hours")] },
            ),
            Self::ResponseOpen => {
                (Of::Nothing, const { &[count("count"), count("past"), hours("limit_hours")] })
            }
            Self::QuietThread => (Of::Nothing, const { &[count("count"), days("days")] }),
            Self::FeedbackUnanswered => {
                (Of::Nothing, const { &[count("count"), names("feedback", Of::Own), count("past")] })
            }
            Self::FeedbackLate | Self::FeedbackUnverified => {
                (Of::Nothing, const { &[count("count"), names("feedback", Of::Own)] })
            }
            Self::NewsIndividualFirst => {
                (Of::Nothing, const { &[count("count"), count("missing"), text("topic")] })
            }
            Self::FirstWinNear | Self::NarrowScope => (
                Of::Nothing,
                const { &[count("count"), count("open"), days("within"), share("odds"), text("deal")] },
            ),
            Self::ReplicateNow => {
                (Of::Nothing, const { &[count("count"), text("deal"), text("like"), share("chance")] })
            }
            Self::StoryOwed => {
                (Of::Nothing, const { &[count("count"), names("deals", Of::Own), days("days_wanted")] })
            }
            Self::LoadOnOne => (
                Of::Nothing,
                const { &[count("count"), count("things"), share("share"), days("days"), count("colleagues")] },
            ),
            Self::Isolated => (Of::Nothing, const { &[days("days")] }),
            Self::NoSuccessor => (Of::Nothing, const { &[count("known"), count("deals"), count("open")] }),
            Self::KnowHowSpreading => (Of::Nothing, const { &[count("count"), days("days")] }),
            Self::SupportOwed => (
                Of::Nothing,
                const { &[count("count"), names("deals", Of::Own), count("training"), count("past")] },
            ),
            Self::WheelStill => (Of::Wheel, const { &[days("days"), day("last")] }),
            Self::LoopWaiting => {
                (Of::Nothing, const { &[count("count"), days("days"), days("days_wanted")] })
            }
            Self::ResponseWeekday => (
                Of::Weekday,
                const {
                    &[
                        count("count"),
                        count("in_time"),
                        count("rest"),
                        count("rest_in_time"),
                        hours("limit_hours"),
                        share("probability"),
                    ]
                },
            ),
            Self::OverrideInForce | Self::OverrideExpiring | Self::OverrideExpired => {
                (Of::TraitOrReadiness, OVERRIDE)
            }
        };
        Says { about, values }
    }

    /// What the words of a value name.
    pub(crate) fn vocabulary(self, name: &str, of: FindingValueType) -> Vocabulary {
        let declared = self.says().values.iter().find(|(known, is, _)| *known == name && *is == of);
        declared.map_or(Vocabulary::Nothing, |(.., words)| *words)
    }
}
