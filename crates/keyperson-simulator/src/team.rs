//! The people around the candidate: hours of work, support, advice, disputes.

use keyperson::fact::{
    Consulted, Contest, ContestStep, FactId, Load, LoadKind, Override, Signal, Support, SupportKind, Trait,
    WorkedWith,
};
use keyperson::{Hours, Key, Number, Text, UnitInterval};

use crate::names;
use crate::story::{Actor, Story};
use crate::truth::Archetype;

/// Everything between the people of a partner.
pub(crate) fn tell(story: &mut Story<'_>, candidate: &Actor, actors: &[Actor]) {
    work(story, candidate, actors);
    join(story, candidate, actors);
    advise(story, actors);
    dispute(story, candidate);
}

/// Hours for the role week by week: peaks, valleys where somebody planned them.
fn work(story: &mut Story<'_>, candidate: &Actor, actors: &[Actor]) {
    let rests = story.chance.happens(0.6);
    let weeks: Vec<f64> = story.timeline.every(5).collect();
    for (number, week) in weeks.into_iter().enumerate() {
        for actor in actors {
            let lead = actor.truth.key_person;
            let share = if lead { 1.0 } else { 0.25 };
            let helps = lead || actor.truth.archetype == Archetype::SupportColleague;
            if week < story.role_from || !helps {
                continue;
            }
            let capacity = 4.0 + 16.0 * candidate.truth.traits.time;
            let valley = rests && lead && number.checked_rem(4) == Some(3);
            let push = capacity * share * story.chance.between(0.7, 1.3) * if valley { 0.4 } else { 1.0 };
            spend(story, actor, week, push, LoadKind::Push);
            if valley {
                let recharge = story.chance.between(3.0, 8.0);
                spend(story, actor, week, recharge, LoadKind::Recharge);
            }
        }
    }
}

fn spend(story: &mut Story<'_>, actor: &Actor, week: f64, hours: f64, kind: LoadKind) {
    if let Ok(hours) = Hours::new((hours * 2.0).round() / 2.0) {
        let end = story.timeline.business_days_after(week, 4).unwrap_or(week);
        story.scribe.write(end + 0.72, Some(&actor.truth.person), Load { hours, kind });
    }
}

/// At half of the partners a colleague joins the candidate.
fn join(story: &mut Story<'_>, candidate: &Actor, actors: &[Actor]) {
    let member = actors.iter().find(|actor| {
        actor.truth.archetype == Archetype::SupportColleague && actor.truth.person != candidate.truth.person
    });
    if let Some(member) = member.filter(|_| story.chance.happens(0.5)) {
        let at = story.role_from + story.chance.between(5.0, 30.0);
        let member = Some(member.truth.person.clone());
        let support = Support { kind: SupportKind::MemberJoined, member, topic: None, deal: None };
        story.scribe.write(at + 0.5, Some(&candidate.truth.person), support);
    }
}

/// Colleagues turn to each other, most of all to those with influence.
fn advise(story: &mut Story<'_>, actors: &[Actor]) {
    for actor in actors {
        let weights: Vec<f64> = actors
            .iter()
            .map(|other| {
                let influence = other.truth.traits.influence;
                if other.truth.person == actor.truth.person { 0.0 } else { influence * influence }
            })
            .collect();
        let times =
            story.chance.poisson(0.45 * story.timeline.weeks() * story.density * actor.truth.observed);
        for _ in 0..times {
            let at = story.timeline.share(story.chance.unit()).floor() + 0.4 + 0.3 * story.chance.unit();
            let Some(other) = story.chance.weighted(&weights).and_then(|other| actors.get(other)) else {
                continue;
            };
            let (person, whom) = (Some(&actor.truth.person), other.truth.person.clone());
            if story.timeline.working(at).is_none_or(|at| other.silent_from <= at) {
                continue;
            }
            if story.chance.happens(0.6) {
                story.scribe.write(at, person, Consulted { whom });
            } else {
                story.scribe.write(at, person, WorkedWith { whom });
            }
        }
    }
}

/// At a quarter of the partners the candidate disputes a fact that was wrong.
fn dispute(story: &mut Story<'_>, candidate: &Actor) {
    if !story.chance.happens(0.25) {
        return;
    }
    let person = Some(&candidate.truth.person);
    let at = story.timeline.share(story.chance.between(0.3, 0.8)).floor() + 0.5;
    let (Ok(signal), Ok(value), Ok(fact)) =
        (Key::new("meeting_attended"), Number::new(0.0), FactId::new("to be named"))
    else {
        return;
    };
    let Some(wrong) = story.scribe.write(at, person, Signal { signal, value }) else { return };
    let reason = Text::new(story.chance.word(names::CONTEST_REASONS)).ok();
    let raised = Contest { fact: fact.clone(), step: ContestStep::Raised, reason, by: None };
    story.scribe.write_about(wrong.at + story.chance.between(1.0, 6.0), person, raised, Some(wrong));
    if story.chance.happens(0.5) {
        let step = if story.chance.happens(0.7) { ContestStep::Upheld } else { ContestStep::Rejected };
        let settled = Contest { fact, step, reason: None, by: None };
        story.scribe.write_about(wrong.at + story.chance.between(8.0, 20.0), person, settled, Some(wrong));
    }
}

/// At some partners somebody who knows better sets the candidate's time or influence for some weeks, near the
/// truth, and at some the candidate answers a piece of evidence without disputing it.
pub(crate) fn judge(story: &mut Story<'_>, candidate: &Actor) {
    let person = Some(&candidate.truth.person);
    let at = story.timeline.share(story.chance.between(0.4, 0.95)).floor() + 0.4;
    if story.chance.happens(0.3) {
        let traits = candidate.truth.traits;
        let (of, value) = if story.chance.happens(0.5) {
            (Trait::Time, traits.time)
        } else {
            (Trait::Influence, traits.influence)
        };
        let reason = Text::new(story.chance.word(names::OVERRIDE_REASONS)).ok();
        let by = Text::new(story.chance.word(names::OVERRIDERS)).ok();
        let expires = story.timeline.day(at + story.chance.between(14.0, 60.0).floor());
        let value = UnitInterval::new((value * 20.0).round() / 20.0).ok();
        if let (Some(by), Some(reason), Some(expires)) = (by, reason, expires) {
            let set = Override { of: Some(of), value, readiness: None, by, reason, expires };
            story.scribe.write(at, person, set);
        }
    }
    let (Ok(signal), Ok(value), Ok(fact)) =
        (Key::new("meeting_attended"), Number::new(1.0), FactId::new("to be named"))
    else {
        return;
    };
    if story.chance.happens(0.3)
        && let Some(about) = story.scribe.write(at, person, Signal { signal, value })
    {
        let reason = Text::new(story.chance.word(names::COMMENTS)).ok();
        let comment = Contest { fact, step: ContestStep::Commented, reason, by: None };
        story.scribe.write_about(about.at + story.chance.between(1.0, 4.0), person, comment, Some(about));
    }
}
