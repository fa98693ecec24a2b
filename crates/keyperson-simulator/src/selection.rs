//! The selection: gates, what was agreed with them, and where it goes wrong.

use keyperson::fact::{
    Allocation, Appraisal, Audience, Gate, GateStep, Notice, Offer, OfferKind, Support, SupportKind,
};
use keyperson::{Hours, Key, PersonId, Text, UnitInterval};

use crate::names;
use crate::story::{Actor, Story};
use crate::truth::Archetype;

/// What goes wrong with a selection.
#[derive(Clone, Copy, PartialEq)]
enum Defect {
    LateApproval,
    NotAnnounced,
    NoAllocation,
    NoOffer,
}

/// The candidate's way into the role.
pub(crate) fn tell(story: &mut Story<'_>, candidate: &Actor, actors: &[Actor]) {
    let defect = if story.chance.happens(story.defect_share) {
        story.chance.pick(&[
            Defect::LateApproval,
            Defect::NotAnnounced,
            Defect::NoAllocation,
            Defect::NoOffer,
        ])
    } else {
        None
    };
    let person = &candidate.truth.person;
    let start = story.role_from;
    gate(story, person, 0.08 * start + 0.2, GateStep::Shortlisted, "channel manager", false);
    // One rival is looked at too.
    if let Some(rival) = actors.iter().find(|actor| actor.truth.person != *person) {
        gate(story, &rival.truth.person, 0.08 * start + 0.2, GateStep::Shortlisted, "channel manager", false);
    }
    gate(story, person, 0.2 * start, GateStep::ManagerConfirmed, "sales manager", false);
    agree(story, candidate, 0.2 * start, defect != Some(Defect::NoAllocation));
    let approved = if defect == Some(Defect::LateApproval) { start + 9.0 } else { 0.3 * start };
    gate(story, person, approved, GateStep::ExecutiveApproved, "managing director", false);
    if defect != Some(Defect::NotAnnounced) {
        gate(story, person, approved.max(start - 1.0), GateStep::Announced, "president", false);
    }
    gate(story, person, start, GateStep::Appointed, "president", true);
    if defect != Some(Defect::NoOffer) {
        offer(
            story,
            person,
            start - 3.0,
            OfferKind::Growth,
            "新規ソリューション事業の専門家としてのキャリア",
        );
        if story.chance.happens(0.4) {
            offer(story, person, start + 5.0, OfferKind::Money, "受注ごとの報奨金");
        }
    }
    if candidate.truth.traits.authority >= 0.5
        && story.chance.happens(0.6)
        && let Ok(authority) = Text::new("値引き10%までの決裁とPoCの実施判断")
    {
        let notice = Notice { authority, audience: Audience::Company };
        story.scribe.write(start + 2.0, Some(person), notice);
    }
    // Training shows in the estimate of skill, so only who has learnt is said to have been trained.
    if candidate.truth.traits.skill >= 0.5 {
        train(story, person, start + 8.0);
    }
}

fn gate(story: &mut Story<'_>, person: &PersonId, at: f64, step: GateStep, by: &str, dated: bool) {
    let effective =
        if dated { story.timeline.working(at).and_then(|at| story.timeline.day(at)) } else { None };
    story.scribe.write(at + 0.45, Some(person), Gate { gate: step, by: Text::new(by).ok(), effective });
}

/// What the managers confirm: hours for the role, and the criteria by which the person is appraised.
fn agree(story: &mut Story<'_>, candidate: &Actor, at: f64, time_agreed: bool) {
    let person = &candidate.truth.person;
    if time_agreed {
        let hours = 8.0 * story.chance.beta(candidate.truth.traits.time, 14.0);
        if let Ok(hours_per_week) = Hours::new((hours * 2.0).round() / 2.0) {
            story.scribe.write(at + 0.46, Some(person), Allocation { hours_per_week });
        }
    }
    let own = story.chance.pick(names::CRITERIA);
    let fair =
        !matches!(candidate.truth.archetype, Archetype::AuthorityWithoutDrive | Archetype::DriveWithoutTime);
    let share = if fair { 0.5 } else { 0.1 };
    let mut criteria = Vec::new();
    if let Some((criterion, metric)) = own {
        criteria.push((criterion, Some(metric), share));
    }
    criteria.push((story.chance.word(names::OTHER_CRITERIA), None, 1.0 - share));
    for (criterion, metric, weight) in criteria {
        if let Ok(criterion) = Text::new(criterion) {
            let metric = metric.and_then(|metric| Key::new(metric).ok());
            let appraisal = Appraisal { criterion, metric, weight: UnitInterval::new(weight).ok() };
            story.scribe.write(at + 0.47, Some(person), appraisal);
        }
    }
}

fn offer(story: &mut Story<'_>, person: &PersonId, at: f64, kind: OfferKind, what: &str) {
    story.scribe.write(at + 0.6, Some(person), Offer { kind, what: Text::new(what).ok() });
}

fn train(story: &mut Story<'_>, person: &PersonId, from: f64) {
    let mut at = from;
    while at < story.timeline.length() {
        let topic = Text::new(story.chance.word(names::TRAININGS)).ok();
        let support = Support { kind: SupportKind::Training, member: None, topic, deal: None };
        story.scribe.write(at + 0.55, Some(person), support);
        at += story.chance.between(25.0, 50.0);
    }
}
