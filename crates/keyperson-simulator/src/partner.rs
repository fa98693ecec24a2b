//! One made-up partner: its people, and in which order their stories are told.

use keyperson::calendar::Zone;
use keyperson::fact::{PartnerRegistered, PersonLeft, PersonRegistered};
use keyperson::{Count, Key, PartnerId, PersonId, Text};

use crate::chance::{Chance, from_count};
use crate::scribe::Scribe;
use crate::story::{Actor, Story};
use crate::timeline::Timeline;
use crate::truth::{Archetype, MismatchPattern, TruePerson, rates, traits};
use crate::{Options, Simulation, contact, evidence, names, sales, selection, team};

/// Which story the candidate of each partner tells, in turn, so that a portfolio of eight has all.
const CANDIDATES: &[Archetype] = &[
    Archetype::EarlyStar,
    Archetype::DriveWithoutTime,
    Archetype::Winter,
    Archetype::AuthorityWithoutDrive,
    Archetype::Plain,
    Archetype::SkillWithoutInfluence,
    Archetype::LateBloomer,
    Archetype::Stagnation,
];
/// Which stories colleagues tell.
const COLLEAGUES: &[Archetype] = &[
    Archetype::Plain,
    Archetype::Plain,
    Archetype::Plain,
    Archetype::AuthorityWithoutDrive,
    Archetype::DriveWithoutTime,
    Archetype::SkillWithoutInfluence,
    Archetype::LateBloomer,
];

/// Adds one partner with its people and facts.
pub(crate) fn add(
    options: &Options,
    timeline: &Timeline,
    number: usize,
    made_up: &mut Simulation,
) -> Option<()> {
    let mut chance = Chance::new(options.seed, u64::try_from(number).unwrap_or(u64::MAX));
    let partner = PartnerId::new(format!("partner-{number:02}")).ok()?;
    let turn = number.saturating_sub(1).checked_rem(CANDIDATES.len()).unwrap_or_default();
    let lead = CANDIDATES.get(turn).copied().unwrap_or(Archetype::Plain);
    // A winter, or work that stops, needs weeks to show.
    let latest = if matches!(lead, Archetype::Winter | Archetype::Stagnation) { 0.34 } else { 0.5 };
    let role_from = timeline.share(chance.between(0.12, latest));
    let casting =
        Casting { options, timeline, partner: &partner, known: made_up.truth.len(), lead, role_from };
    let actors = casting.people(&mut chance)?;
    let silent = actors
        .iter()
        .filter(|actor| actor.silent_from.is_finite())
        .map(|actor| (actor.truth.person.clone(), actor.silent_from))
        .collect();
    let mut story = Story {
        timeline,
        scribe: Scribe::new(timeline, partner, silent),
        chance,
        partner_number: number,
        density: if options.density.is_nan() { 0.0 } else { options.density.clamp(0.0, 100.0) },
        defect_share: options.defect_share,
        role_from,
    };
    register(&mut story, &actors);
    if let Some(candidate) = actors.iter().find(|actor| actor.truth.key_person) {
        selection::tell(&mut story, candidate, &actors);
        contact::tell(&mut story, candidate);
        team::tell(&mut story, candidate, &actors);
    }
    for actor in &actors {
        evidence::tell(&mut story, actor);
        contact::tell_of(&mut story, actor);
        sales::tell(&mut story, actor);
    }
    if let Some(candidate) = actors.iter().find(|actor| actor.truth.key_person) {
        team::judge(&mut story, candidate);
    }
    made_up.facts.extend(story.scribe.finish(number));
    made_up.truth.extend(actors.into_iter().map(|actor| actor.truth));
    Some(())
}

/// What decides who works at a partner.
struct Casting<'a> {
    options: &'a Options,
    timeline: &'a Timeline,
    partner: &'a PartnerId,
    /// How many people of other partners have their ids already.
    known: usize,
    /// The candidate's story.
    lead: Archetype,
    role_from: f64,
}

impl Casting<'_> {
    fn people(&self, chance: &mut Chance) -> Option<Vec<Actor>> {
        let fewest = (*self.options.people_per_partner.start()).max(1);
        let more = (*self.options.people_per_partner.end()).saturating_sub(fewest);
        let size = fewest.saturating_add(chance.index(more.saturating_add(1)));
        let candidate = chance.index(size);
        let support = candidate.saturating_add(1).checked_rem(size).unwrap_or_default();
        (0..size)
            .map(|position| {
                let archetype = if position == candidate {
                    self.lead
                } else if position == support {
                    Archetype::SupportColleague
                } else {
                    chance.pick(COLLEAGUES).unwrap_or(Archetype::Plain)
                };
                self.person(position, archetype, position == candidate, chance)
            })
            .collect()
    }

    fn person(
        &self,
        position: usize,
        archetype: Archetype,
        key_person: bool,
        chance: &mut Chance,
    ) -> Option<Actor> {
        let technical = archetype == Archetype::SkillWithoutInfluence || chance.happens(0.3);
        let traits = traits(archetype, technical, chance);
        let rates = rates(&traits, key_person, chance);
        let silent_from = if chance.happens(self.options.drop_out_share) {
            let earliest = if key_person { self.role_from + 20.0 } else { 0.0 };
            self.timeline.share(chance.between(0.3, 0.85)).max(earliest).floor()
        } else {
            f64::INFINITY
        };
        // Some people are hardly known: an honest answer about them is "unknown".
        let observed = if key_person || chance.happens(0.85) { chance.between(0.8, 1.3) } else { 0.15 };
        let number = self.known.saturating_add(position).saturating_add(1);
        let truth = TruePerson {
            partner: self.partner.clone(),
            person: PersonId::new(format!("p-{number:03}")).ok()?,
            name: Text::new(name(chance)).ok()?,
            archetype,
            key_person,
            observed,
            traits,
            mismatches: MismatchPattern::ALL
                .iter()
                .copied()
                .filter(|pattern| pattern.holds(&traits))
                .collect(),
            dropped_out_on: silent_from.is_finite().then(|| self.timeline.day(silent_from)).flatten(),
            rates,
        };
        Some(Actor { truth, technical, silent_from })
    }
}

fn name(chance: &mut Chance) -> String {
    if chance.happens(0.12) {
        return chance.word(names::ENGLISH_NAMES).to_owned();
    }
    let family = chance.word(names::FAMILY_NAMES);
    format!("{family} {}", chance.word(names::GIVEN_NAMES))
}

/// The company and its people become known on the first morning; some leave for good later.
fn register(story: &mut Story<'_>, actors: &[Actor]) {
    let base = names::COMPANIES
        .get(story.partner_number.saturating_sub(1).checked_rem(names::COMPANIES.len()).unwrap_or_default());
    let round =
        story.partner_number.saturating_sub(1).checked_div(names::COMPANIES.len()).unwrap_or_default();
    let name =
        base.map(
            |base| {
                if round == 0 { (*base).to_owned() } else { format!("{base} {}", round.saturating_add(1)) }
            },
        );
    let registered = PartnerRegistered {
        name: name.and_then(|name| Text::new(name).ok()),
        zone: "Asia/Tokyo".parse::<Zone>().ok(),
        calendar: Key::new("japan").ok(),
    };
    story.scribe.write(0.0, None, registered);
    for actor in actors {
        let authority = actor.truth.traits.authority;
        let rank = crate::chance::whole((1.0 - authority) * from_count(names::TITLES.len()));
        let departments = if actor.technical { names::TECHNICAL_DEPARTMENTS } else { names::DEPARTMENTS };
        let registered = PersonRegistered {
            name: Some(actor.truth.name.clone()),
            title: names::TITLES.get(rank).and_then(|title| Text::new(*title).ok()),
            department: Text::new(story.chance.word(departments)).ok(),
            level: i64::try_from(rank).ok().and_then(|rank| Count::new(rank.min(3).saturating_add(2)).ok()),
            technical: Some(actor.technical),
        };
        let person = &actor.truth.person;
        story.scribe.write(0.0, Some(person), registered);
        if actor.silent_from.is_finite() && story.chance.happens(0.4) {
            let reason = Text::new(story.chance.word(names::LEAVING_REASONS)).ok();
            let at = actor.silent_from + 0.45;
            if story.timeline.working(at).is_some() {
                story.scribe.write_always(at, Some(person), PersonLeft { reason }, None);
            }
        }
    }
}
