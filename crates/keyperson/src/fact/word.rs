//! The words that fields of facts take: traits, gates, stages and the like.

use super::column::{Column, ColumnKind};
use super::traits::Trait;
use crate::json::read::words;
use crate::json::value::Value;

words! {
    /// What makes a tie between two colleagues. Each word is also the name of the signal that the tie counts as.
    pub enum TieKind {
        /// One asked the other for advice; it speaks for who was asked.
        TurnedTo = "turned_to",
        /// The two worked together; it speaks for both.
        WorkedWith = "worked_with",
    }

    /// A step of the selection, in the order in which they belong.
    #[cfg_attr(not(feature = "exhaustive"), non_exhaustive)]
    pub enum GateStep {
        /// On the list of candidates.
        Shortlisted = "shortlisted",
        /// Sales manager and department head agree, as to resources and existing appraisals.
        ManagerConfirmed = "manager_confirmed",
        /// Executives approved.
        ExecutiveApproved = "executive_approved",
        /// Executives told the company.
        Announced = "announced",
        /// The person has the role.
        Appointed = "appointed",
        /// The person gave the role back.
        SteppedDown = "stepped_down",
    }

    /// What an offer consists of.
    #[cfg_attr(not(feature = "exhaustive"), non_exhaustive)]
    pub enum OfferKind {
        /// Growth, a career path, recognition as an expert.
        Growth = "growth",
        /// Money.
        Money = "money",
    }

    /// How far a deal has come.
    pub enum Stage {
        /// A prospect found (案件発掘).
        Prospect = "prospect",
        /// First proposal made (初回提案).
        Proposal = "proposal",
        /// Proof of concept agreed (PoC合意).
        Poc = "poc",
        /// Internal approval started at the customer (社内稟議).
        Approval = "approval",
        /// Ordered (受注).
        Won = "won",
        /// Lost.
        Lost = "lost",
    }

    /// Which regular meeting it was.
    pub enum Layer {
        /// The weekly 15 minutes.
        Weekly = "weekly",
        /// The monthly review.
        Monthly = "monthly",
        /// The quarterly review with executives.
        Quarterly = "quarterly",
    }

    /// Who wrote a message.
    pub enum Side {
        /// The vendor.
        Vendor = "vendor",
        /// The partner.
        Partner = "partner",
    }

    /// How news was given.
    pub enum Openness {
        /// To everybody at once.
        Open = "open",
        /// To one person.
        Individual = "individual",
    }

    /// How far a piece of feedback has come.
    #[cfg_attr(not(feature = "exhaustive"), non_exhaustive)]
    pub enum FeedbackStep {
        /// Somebody said it.
        Raised = "raised",
        /// Answered with a plan.
        Planned = "planned",
        /// Checked at a meeting.
        Verified = "verified",
        /// Declined, with a reason.
        Declined = "declined",
    }

    /// Who heard it.
    #[cfg_attr(not(feature = "exhaustive"), non_exhaustive)]
    pub enum Audience {
        /// The person alone.
        Individual = "individual",
        /// The team or unit.
        Team = "team",
        /// The department.
        Department = "department",
        /// The whole company.
        Company = "company",
        /// Everybody, outside the company too.
        Public = "public",
    }

    /// What kind of work filled the hours.
    #[cfg_attr(not(feature = "exhaustive"), non_exhaustive)]
    pub enum LoadKind {
        /// Pushing deals forward (山).
        Push = "push",
        /// Learning, recharging (谷).
        Recharge = "recharge",
    }

    /// How the person was supported.
    #[cfg_attr(not(feature = "exhaustive"), non_exhaustive)]
    pub enum SupportKind {
        /// A colleague joined the unit.
        MemberJoined = "member_joined",
        /// Training by the vendor.
        Training = "training",
        /// A deal reviewed jointly.
        JointReview = "joint_review",
    }

    /// What is said about a fact, and how a dispute about it stands.
    #[cfg_attr(not(feature = "exhaustive"), non_exhaustive)]
    pub enum ContestStep {
        /// A word on the fact that disputes nothing.
        Commented = "commented",
        /// The person disputes the fact.
        Raised = "raised",
        /// The person was right: the fact does not count.
        Upheld = "upheld",
        /// The fact stands.
        Rejected = "rejected",
    }

    /// Whether a person is ready for the role; the order is the order of a ranking.
    pub enum Readiness {
        /// The whole interval reaches the bar, and nothing stands in the way.
        Ready = "ready",
        /// As ready, but something is short. For everything that is short there is a remedy that clears it.
        ReadyWithSupport = "ready_with_support",
        /// The interval includes the bar, or a trait with a floor is unknown: ask first.
        Unknown = "unknown",
        /// The whole interval lies below the bar, or something is short that no remedy clears.
        NotYet = "not_yet",
    }
}

macro_rules! word_columns {
    ($($type:ty),*) => {
        $(impl Column for $type {
            const KIND: ColumnKind = ColumnKind::Word(<$type>::WORDS);
            fn value(&self) -> Value<'_> {
                Value::Text(self.word())
            }
        })*
    };
}
word_columns!(
    Trait,
    GateStep,
    OfferKind,
    Stage,
    Layer,
    Side,
    Openness,
    FeedbackStep,
    Audience,
    LoadKind,
    SupportKind,
    ContestStep,
    Readiness
);
