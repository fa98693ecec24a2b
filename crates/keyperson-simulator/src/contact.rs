//! What goes back and forth between vendor and partner: meetings, messages, news, feedback.

use keyperson::fact::{Feedback, FeedbackStep, Layer, Message, News, Openness, Side, Touchpoint};
use keyperson::{Count, Key, PersonId, Text};

use crate::names;
use crate::story::{Actor, Story};

/// Meetings, news and feedback, which come with the candidate's role.
pub(crate) fn tell(story: &mut Story<'_>, candidate: &Actor) {
    meet(story, candidate);
    inform(story, candidate);
    answer_feedback(story, candidate);
}

/// Weekly with the candidate; monthly and quarterly for the whole partner.
fn meet(story: &mut Story<'_>, candidate: &Actor) {
    let person = &candidate.truth.person;
    let weekday = story.chance.index(5);
    let morning = story.chance.happens(0.5);
    let hour = if morning { 9.25 / 24.0 } else { 17.0 / 24.0 };
    let kept_share = 0.6 + 0.38 * candidate.truth.traits.time;
    for position in 0..story.timeline.work().len() {
        let Some(day) = story.timeline.work().get(position).copied() else { return };
        if day.weekday != weekday || day.at < story.role_from {
            continue;
        }
        let kept = story.chance.happens(kept_share);
        let overrun = story.chance.happens(0.2);
        let minutes =
            if overrun { story.chance.between(20.0, 50.0) } else { story.chance.between(10.0, 16.0) };
        let dashboard = story.chance.happens(0.7);
        hold(story, Some(person), day.at + hour, Layer::Weekly, kept.then_some((minutes, false, dashboard)));
    }
    let mut month = 0.0;
    while month < story.timeline.length() {
        let (late, kept) = (story.chance.between(22.0, 27.0), story.chance.happens(0.85));
        let minutes = story.chance.between(45.0, 75.0);
        hold(
            story,
            None,
            (month + late).floor() + 0.6,
            Layer::Monthly,
            kept.then_some((minutes, false, true)),
        );
        month += 30.4;
    }
    let mut quarter = 0.0;
    while quarter < story.timeline.length() {
        let (late, kept) = (story.chance.between(70.0, 85.0), story.chance.happens(0.85));
        let executives = story.chance.happens(0.75);
        hold(
            story,
            None,
            (quarter + late).floor() + 0.6,
            Layer::Quarterly,
            kept.then_some((90.0, executives, true)),
        );
        quarter += 91.3;
    }
}

/// Writes a meeting down: minutes, executives, dashboard, or that it did not take place.
fn hold(
    story: &mut Story<'_>,
    person: Option<&PersonId>,
    at: f64,
    layer: Layer,
    held: Option<(f64, bool, bool)>,
) {
    let minutes = held.and_then(|(minutes, ..)| i64::try_from(crate::chance::whole(minutes)).ok());
    let touchpoint = Touchpoint {
        layer,
        minutes: minutes.and_then(|minutes| Count::new(minutes).ok()),
        executives: held.map(|(_, executives, _)| executives),
        dashboard: held.map(|(_, _, dashboard)| dashboard),
        kept: Some(held.is_some()),
    };
    story.scribe.write(at, person, touchpoint);
}

/// News, to everybody first as a rule.
fn inform(story: &mut Story<'_>, candidate: &Actor) {
    let mut at = story.chance.between(3.0, 20.0);
    while at < story.timeline.length() {
        let topic = story.chance.word(names::NEWS);
        let wrong_order = story.chance.happens(0.2);
        let lead = if wrong_order { -2.0 } else { 1.0 };
        for (person, manner, at) in [
            (None, Openness::Open, at + 0.42),
            (Some(&candidate.truth.person), Openness::Individual, at + lead + 0.5),
        ] {
            if let Ok(topic) = Text::new(topic) {
                story.scribe.write(at, person, News { topic, manner });
            }
        }
        at += story.chance.between(14.0, 32.0);
    }
}

/// Feedback: a plan by the next business day as a rule, checked at a later meeting; some is declined, some forgotten.
fn answer_feedback(story: &mut Story<'_>, candidate: &Actor) {
    let person = &candidate.truth.person;
    let (mut at, mut number) = (story.role_from + story.chance.between(2.0, 9.0), 0_u32);
    while at < story.timeline.length() {
        number = number.saturating_add(1);
        let step = |story: &mut Story<'_>, at: f64, step: FeedbackStep, reason: Option<Text>, by: &str| {
            if let Ok(feedback) = Key::new(format!("fb-{:02}-{number:03}", story.partner_number)) {
                let fact = Feedback { feedback, step, reason, by: Text::new(by).ok() };
                story.scribe.write(at, Some(person), fact);
            }
        };
        step(story, at + 0.5, FeedbackStep::Raised, None, "partner");
        let answered = if story.chance.happens(0.75) {
            story.timeline.business_days_after(at, 1).map(|day| day + 0.5)
        } else if story.chance.happens(0.7) {
            Some(at + story.chance.between(3.0, 9.0))
        } else {
            None
        };
        if let Some(answered) = answered {
            if story.chance.happens(0.15) {
                let reason = Text::new(story.chance.word(names::FEEDBACK_REASONS)).ok();
                step(story, answered, FeedbackStep::Declined, reason, "vendor");
            } else {
                step(story, answered, FeedbackStep::Planned, None, "vendor");
                if story.chance.happens(0.8) {
                    let later = story.chance.between(5.0, 9.0);
                    step(story, answered + later, FeedbackStep::Verified, None, "vendor");
                }
            }
        }
        at += story.chance.between(9.0, 24.0);
    }
}

/// Messages of one person, thread by thread.
pub(crate) fn tell_of(story: &mut Story<'_>, actor: &Actor) {
    let weekly = if actor.truth.key_person { 3.2 } else { 0.4 };
    let threads =
        story.chance.poisson(weekly * story.timeline.weeks() * story.density * actor.truth.observed);
    for number in 1..=threads {
        let position = story.chance.index(story.timeline.work().len());
        let day = story.timeline.work().get(position).map_or(0.0, |day| day.at);
        let at = day + 0.38 + 0.39 * story.chance.unit();
        exchange(story, actor, at, number);
    }
}

/// One thread: each message is answered, or not, after a log-normal delay; who has time and drive answers sooner.
fn exchange(story: &mut Story<'_>, actor: &Actor, begun: f64, number: u32) {
    let traits = actor.truth.traits;
    let mut side = if story.chance.happens(0.45) { Side::Vendor } else { Side::Partner };
    let (mut at, mut before) = (begun, None);
    loop {
        let Ok(thread) = Key::new(format!("t-{}-{number:03}", actor.truth.person)) else { return };
        let message = Message { from: side, thread: Some(thread), reply_to: None };
        let Some(written) = story.scribe.write_about(at, Some(&actor.truth.person), message, before) else {
            return;
        };
        let (answers, median) = match side {
            // The vendor's answer to the partner, then the partner's to the vendor.
            Side::Partner => (if before.is_none() { 0.93 } else { 0.5 }, 4.0),
            Side::Vendor => (0.35 + 0.5 * traits.drive, 14.0 - 9.0 * traits.time),
        };
        if !story.chance.happens(answers) {
            return;
        }
        at = written.at + story.chance.log_normal(median, 0.9) / 24.0;
        side = if side == Side::Vendor { Side::Partner } else { Side::Vendor };
        before = Some(written);
    }
}
