//! Names of words in English.

use crate::answer::trail::{TrailStanding, VoiceState};
use crate::colleagues::loop_turns::LoopStep;
use crate::colleagues::spread::{Isolation, LinkKind};
use crate::colleagues::succession::SuccessorState;
use crate::colleagues::support::{WheelState, WheelSupport};
use crate::course::ladder::RungStatus;
use crate::course::winter::Season;
use crate::fact::Audience;
use crate::fact::Layer;
use crate::fact::{ContestStep, GateStep, Trait};
use crate::finding::Urgency;
use crate::person::mismatch::{MismatchState, Severity};
use crate::person::ranking::Verdict;
use crate::person::readiness::Readiness;
use crate::together::motivation::OfferMix;
use crate::together::response::Weekday;
use crate::together::rhythm::WeekKind;

pub(crate) const fn unknown() -> &'static str {
    "unknown"
}

pub(crate) const fn trait_name(of: Trait) -> &'static str {
    match of {
        Trait::Authority => "Authority",
        Trait::Drive => "Drive",
        Trait::Time => "Time",
        Trait::Skill => "Technical skill",
        Trait::Influence => "Influence",
        Trait::TrackRecord => "Track record",
    }
}

pub(crate) const fn ask(of: Trait) -> &'static str {
    match of {
        Trait::Authority => "Ask the person and the manager what may be decided alone",
        Trait::Drive => "Note what is done unasked: courses finished, questions, study sessions",
        Trait::Time => "Agree with the manager how many hours a week belong to the role",
        Trait::Skill => "Look at quiz results, certifications and demonstrations",
        Trait::Influence => "See who comes to study sessions and which colleagues became active",
        Trait::TrackRecord => "Ask the sales manager for results with related products",
    }
}

pub(crate) const fn readiness(of: Readiness) -> &'static str {
    match of {
        Readiness::Ready => "Ready",
        Readiness::ReadyWithSupport => "Ready with support",
        Readiness::Unknown => "Not enough known",
        Readiness::NotYet => "Not yet",
    }
}

pub(crate) const fn readiness_meaning(of: Readiness) -> &'static str {
    match of {
        Readiness::Ready => "Everything that the role needs is in place.",
        Readiness::ReadyWithSupport => "For everything that is short there is a remedy that clears it.",
        Readiness::Unknown => "What is recorded does not settle it yet: ask first.",
        Readiness::NotYet => "Something is still short: begin with the environment.",
    }
}

pub(crate) const fn mismatch_state(of: MismatchState) -> &'static str {
    match of {
        MismatchState::Present => "present",
        MismatchState::Likely => "likely",
        MismatchState::Possible => "possible",
        MismatchState::Absent => "absent",
        MismatchState::Unknown => "unknown",
    }
}

pub(crate) const fn severity(of: Severity) -> &'static str {
    match of {
        Severity::Shallow => "shallow",
        Severity::Moderate => "moderate",
        Severity::Deep => "deep",
    }
}

pub(crate) const fn gate(of: GateStep) -> &'static str {
    match of {
        GateStep::Shortlisted => "Shortlisted",
        GateStep::ManagerConfirmed => "Confirmed by the manager",
        GateStep::ExecutiveApproved => "Approved by executives",
        GateStep::Announced => "Announced in the company",
        GateStep::Appointed => "Appointed key person",
        GateStep::SteppedDown => "Handed the role over",
    }
}

pub(crate) const fn rung_status(of: RungStatus) -> &'static str {
    match of {
        RungStatus::Achieved => "Achieved",
        RungStatus::Ahead => "Ahead of plan",
        RungStatus::OnPace => "On pace",
        RungStatus::Behind => "Behind plan",
        RungStatus::AtRisk => "At risk",
        RungStatus::Missed => "Date passed",
        RungStatus::NotStarted => "Not started",
        RungStatus::Unknown => "Nothing recorded",
    }
}

pub(crate) const fn short_rung_status(of: RungStatus) -> &'static str {
    match of {
        RungStatus::Achieved => "achieved",
        RungStatus::Ahead => "ahead",
        RungStatus::OnPace => "on pace",
        RungStatus::Behind => "behind",
        RungStatus::AtRisk => "at risk",
        RungStatus::Missed => "missed",
        RungStatus::NotStarted => "not begun",
        RungStatus::Unknown => "unknown",
    }
}

pub(crate) const fn urgency(of: Urgency) -> &'static str {
    match of {
        Urgency::Urgent => "This week",
        Urgency::Important => "Soon",
        Urgency::Notice => "Note",
        Urgency::Celebrate => "Celebrate",
    }
}

pub(crate) const fn verdict(of: Verdict) -> &'static str {
    match of {
        Verdict::EveryWeighting => "ahead for every weighting",
        Verdict::SomeWeightings => "ahead for some weightings",
        Verdict::NotSeparable => "not separable",
    }
}

pub(crate) const fn season(of: Season) -> &'static str {
    match of {
        Season::Thriving => "An order came lately",
        Season::Winter => "Winter (intermediate results are good)",
        Season::Stagnation => "Stagnation",
        Season::TooEarly => "Too early to ask",
        Season::Unknown => "unknown",
    }
}

pub(crate) const fn audience(of: Audience) -> &'static str {
    match of {
        Audience::Individual => "the person alone",
        Audience::Team => "the team",
        Audience::Department => "the department",
        Audience::Company => "the whole company",
        Audience::Public => "everybody",
    }
}

pub(crate) const fn offer_mix(of: OfferMix) -> &'static str {
    match of {
        OfferMix::Both => "growth and money",
        OfferMix::GrowthOnly => "growth",
        OfferMix::MoneyOnly => "money only",
        OfferMix::Unknown => "none recorded",
    }
}

pub(crate) const fn layer(of: Layer) -> &'static str {
    match of {
        Layer::Weekly => "Weekly meeting",
        Layer::Monthly => "Monthly review",
        Layer::Quarterly => "Quarterly review",
    }
}

pub(crate) const fn standing(of: TrailStanding) -> &'static str {
    match of {
        TrailStanding::Counts => "evidence of numbers",
        TrailStanding::Context => "numbers rest on it",
        TrailStanding::Withdrawn => "does not count: its dispute was upheld",
        TrailStanding::NotRead => "read by no number",
    }
}

pub(crate) const fn voice_state(of: VoiceState) -> &'static str {
    match of {
        VoiceState::Counts => "counts",
        VoiceState::Overridden => "does not count while the value that was set holds",
        VoiceState::Replaced => "a later fact is read in its place",
        VoiceState::Expired => "its last day is past",
        VoiceState::Withdrawn => "does not count: its dispute was upheld",
    }
}

pub(crate) const fn contest_step(of: ContestStep) -> &'static str {
    match of {
        ContestStep::Commented => "Comment",
        ContestStep::Raised => "Disputed",
        ContestStep::Upheld => "Dispute upheld",
        ContestStep::Rejected => "Fact stands",
    }
}

pub(crate) const fn isolation(of: Isolation) -> &'static str {
    match of {
        Isolation::Connected => "not alone",
        Isolation::Isolated => "alone",
        Isolation::Unknown => "unknown",
    }
}

pub(crate) const fn link_kind(of: LinkKind) -> &'static str {
    match of {
        LinkKind::Member => "support member",
        LinkKind::TurnedTo => "advice",
        LinkKind::WorkedWith => "worked together",
        LinkKind::JointReview => "joint review",
        LinkKind::SharedDeal => "shared deal",
    }
}

pub(crate) const fn successor_state(of: SuccessorState) -> &'static str {
    match of {
        SuccessorState::Fit => "fits",
        SuccessorState::Open => "not enough known",
        SuccessorState::NotYet => "not yet",
        SuccessorState::NobodyKnown => "nobody known",
    }
}

pub(crate) const fn wheel_state(of: WheelState) -> &'static str {
    match of {
        WheelState::Turning => "turning",
        WheelState::Still => "still",
        WheelState::Unknown => "nothing recorded",
    }
}

pub(crate) const fn turn_kind(of: WheelSupport) -> &'static str {
    match of {
        WheelSupport::Training => "training",
        WheelSupport::JointReview => "joint reviews",
        WheelSupport::Answer => "answers",
        WheelSupport::Member => "support members",
        WheelSupport::Praise => "praise before others",
        WheelSupport::Executives => "executives present",
        WheelSupport::Notice => "notice or announcement",
        WheelSupport::Hours => "hours agreed",
    }
}

pub(crate) const fn loop_step(of: LoopStep) -> &'static str {
    match of {
        LoopStep::Found => "candidates found",
        LoopStep::Approved => "executives approve",
        LoopStep::RoleClear => "role made clear",
        LoopStep::Shared => "results shared",
    }
}

pub(crate) const fn weekday(of: Weekday) -> &'static str {
    match of {
        Weekday::Monday => "Monday",
        Weekday::Tuesday => "Tuesday",
        Weekday::Wednesday => "Wednesday",
        Weekday::Thursday => "Thursday",
        Weekday::Friday => "Friday",
        Weekday::Saturday => "Saturday",
        Weekday::Sunday => "Sunday",
    }
}

pub(crate) const fn week_kind(of: WeekKind) -> &'static str {
    match of {
        WeekKind::Push => "peak (push)",
        WeekKind::Recharge => "valley (learning, recharging)",
        WeekKind::Normal => "normal",
    }
}
