//! What is true of a made-up person, whatever the facts show.

use keyperson::calendar::Day;
use keyperson::fact::PerTrait;
use keyperson::{PartnerId, PersonId, Text, Trait};
use serde::Serialize;

use crate::chance::Chance;

/// Share of prospects that come as a list of leads, counted but never opened as deals.
pub(crate) const LEAD_LIST_SHARE: f64 = 0.1;

/// What kind of story a person's facts tell.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Archetype {
    /// Nothing out of the ordinary.
    Plain,
    /// A rush of results at once, then an ordinary pace.
    EarlyStar,
    /// Drive that rises all the time; the true value is the one at the end.
    LateBloomer,
    /// Steady work on deals whose orders take very long.
    Winter,
    /// Work that stops after a good month.
    Stagnation,
    /// 権限はあるが意欲が薄い.
    AuthorityWithoutDrive,
    /// 意欲はあるが時間がない.
    DriveWithoutTime,
    /// 技術知識は強いが社内影響力が弱い.
    SkillWithoutInfluence,
    /// Someone with time and skill, whom a support unit wants.
    SupportColleague,
}

/// The six true traits, each from 0 to 1.
pub type TrueTraits = PerTrait<f64>;

/// A strong trait (0.6 or more) wasted by a weak one (0.4 or less).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum MismatchPattern {
    /// 権限はあるが意欲が薄い.
    AuthorityWithoutDrive,
    /// 意欲はあるが時間がない.
    DriveWithoutTime,
    /// 技術知識は強いが社内影響力が弱い.
    SkillWithoutInfluence,
}

impl MismatchPattern {
    /// Every pattern, in order.
    pub const ALL: &'static [Self] =
        &[Self::AuthorityWithoutDrive, Self::DriveWithoutTime, Self::SkillWithoutInfluence];

    /// The pattern's key in the default policy.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::AuthorityWithoutDrive => "authority_without_drive",
            Self::DriveWithoutTime => "drive_without_time",
            Self::SkillWithoutInfluence => "skill_without_influence",
        }
    }

    /// Whether it is true of a person with these traits.
    #[must_use]
    pub fn holds(self, traits: &TrueTraits) -> bool {
        let (strong, weak) = match self {
            Self::AuthorityWithoutDrive => (traits.authority, traits.drive),
            Self::DriveWithoutTime => (traits.drive, traits.time),
            Self::SkillWithoutInfluence => (traits.skill, traits.influence),
        };
        strong >= 0.6 && weak <= 0.4
    }
}

/// Events per calendar day in an ordinary season, by metric of the default policy, before the archetype's own course.
#[derive(Debug, Clone, Copy, PartialEq, Default, Serialize)]
pub struct TrueRates {
    /// Prospects found.
    pub prospects: f64,
    /// First proposals.
    pub proposals: f64,
    /// PoCs agreed.
    pub pocs: f64,
    /// Internal approvals started.
    pub approvals: f64,
    /// Orders.
    pub orders: f64,
}

/// What is true of a made-up person.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct TruePerson {
    /// The partner company.
    pub partner: PartnerId,
    /// The person.
    pub person: PersonId,
    /// The invented name.
    pub name: Text,
    /// What kind of story the person's facts tell.
    pub archetype: Archetype,
    /// Whether the person goes through the gates of the selection.
    pub key_person: bool,
    /// How densely the person is observed: 1 is usual, 0.15 hardly.
    pub observed: f64,
    /// The six true traits.
    pub traits: TrueTraits,
    /// The mismatches that are true of the traits.
    pub mismatches: Vec<MismatchPattern>,
    /// The first day without facts, for those who fall silent.
    pub dropped_out_on: Option<Day>,
    /// True rates of the sales metrics.
    pub rates: TrueRates,
}

/// Chances that a deal moves on from one stage to the next: to proposal, PoC, approval, order. Judgement.
pub(crate) fn step_chances(traits: &TrueTraits) -> [f64; 4] {
    [
        0.45 + 0.45 * traits.skill,
        0.30 + 0.30 * traits.skill + 0.20 * traits.drive,
        0.30 + 0.50 * traits.influence,
        0.25 + 0.25 * traits.authority + 0.20 * traits.influence + 0.15 * traits.track_record,
    ]
}

/// Rates that follow from the traits; Gamma-distributed between people who are otherwise alike.
pub(crate) fn rates(traits: &TrueTraits, key_person: bool, chance: &mut Chance) -> TrueRates {
    let own = chance.gamma(4.0) / 4.0;
    let role = if key_person { 0.5 } else { 0.04 };
    let prospects = role * (0.15 + 0.85 * traits.drive * traits.time) * own;
    let [proposal, poc, approval, order] = step_chances(traits);
    let proposals = prospects * (1.0 - LEAD_LIST_SHARE) * proposal;
    let pocs = proposals * poc;
    let approvals = pocs * approval;
    TrueRates { prospects, proposals, pocs, approvals, orders: approvals * order }
}

/// Draws the traits of a person of this archetype; traits hang together a little through one common factor.
pub(crate) fn traits(archetype: Archetype, technical: bool, chance: &mut Chance) -> TrueTraits {
    let common = chance.normal();
    let mut traits = TrueTraits::each(|of| {
        let lean = match of {
            Trait::Authority if technical => -0.4,
            Trait::Skill if technical => 0.8,
            Trait::Skill => -0.2,
            _ => 0.0,
        };
        let z = 0.35 * common + 0.94 * chance.normal() + lean;
        1.0 / (1.0 + libm::exp(-1.1 * z))
    });
    let strong = chance.between(0.72, 0.92);
    let weak = chance.between(0.08, 0.27);
    let fair = chance.between(0.5, 0.65);
    match archetype {
        Archetype::Plain => {}
        Archetype::EarlyStar => (traits.drive, traits.time, traits.skill) = (strong, fair, strong.min(0.8)),
        Archetype::LateBloomer => (traits.drive, traits.time) = (strong, fair),
        Archetype::Winter => {
            (traits.drive, traits.time, traits.influence) = (strong, fair, fair);
        }
        Archetype::Stagnation => (traits.drive, traits.time) = (fair, fair),
        Archetype::AuthorityWithoutDrive => (traits.authority, traits.drive) = (strong, weak),
        Archetype::DriveWithoutTime => (traits.drive, traits.time) = (strong, weak),
        Archetype::SkillWithoutInfluence => (traits.skill, traits.influence) = (strong, weak),
        Archetype::SupportColleague => (traits.time, traits.skill) = (strong, fair.max(0.6)),
    }
    traits
}
