//! Ratings and signals: what others see of a person's traits, with honest noise.
//!
//! A signal is drawn on the scale of its response curve in the default policy, around the true trait, and put back
//! into the signal's own unit; so the curve finds the trait on average and misses it each time.

use keyperson::fact::{Rating, Signal};
use keyperson::{Key, Number, Text, Trait, UnitInterval};

use crate::chance::{Chance, from_count};
use crate::story::{Actor, Story};
use crate::truth::Archetype;

/// As narrow as so many observations is one rating. The default policy believes a rating as much as four.
const RATING_OBSERVATIONS: f64 = 4.0;
/// Deviation of a rater's lean about one trait of one person, on the scale of the traits.
const LEAN: f64 = 0.07;
/// Deviation of what a rater thinks of a person altogether, which colours every trait (the halo effect).
const HALO: f64 = 0.07;
/// Who rates.
const RATERS: &[&str] = &["vendor sales", "vendor engineer", "sales manager", "department head"];

/// Everything observed of one person.
pub(crate) fn tell(story: &mut Story<'_>, actor: &Actor) {
    rate(story, actor);
    let seen = story.density * actor.truth.observed;
    let often = |days: f64| days / seen.max(0.001);
    let signals: [(&str, f64); 6] = [
        ("decision_made", 24.0),
        ("meeting_attended", 10.0),
        ("quiz_score", 45.0),
        ("technical_demo", 35.0),
        ("colleague_activated", 32.0),
        ("manual_question", 26.0),
    ];
    for (signal, days) in signals {
        regularly(story, actor, often(days), signal);
    }
    for (signal, days) in [("elearning_completed", 60.0), ("related_product_result", 60.0)] {
        regularly(story, actor, often(days), signal);
    }
    // Only who wants to organises a session, and only who knows the product certifies: absence says little.
    occasionally(story, actor, 0.03 * seen, Trait::Drive, "study_session");
    occasionally(story, actor, 0.02 * seen, Trait::Skill, "certification");
}

/// Each rater judges the traits that the rater sees, at the beginning and again every few weeks.
fn rate(story: &mut Story<'_>, actor: &Actor) {
    let rounds = ((story.timeline.length() / 50.0) * story.density * actor.truth.observed).ceil();
    for rater in RATERS {
        let halo = HALO * story.chance.normal();
        for of in Trait::ALL {
            // A rater who never sees a trait does not judge it.
            if !story.chance.happens(0.45) {
                continue;
            }
            let lean = halo + LEAN * story.chance.normal();
            let mut round = 0.0;
            while round < rounds {
                let at = story.timeline.share((round + story.chance.unit()) / rounds);
                round += 1.0;
                if !story.chance.happens((0.8 * actor.truth.observed).min(0.9)) {
                    continue;
                }
                let value = story.chance.beta(seen_at(story, actor, *of, at) + lean, RATING_OBSERVATIONS);
                // People judge in steps of a twentieth.
                let value = UnitInterval::new((value * 20.0).round() / 20.0);
                if let (Ok(value), Ok(by)) = (value, Text::new(*rater)) {
                    let rating = Rating { of: *of, value, by, reason: None, expires: None };
                    story.scribe.write(
                        at + 0.4 + story.chance.unit() / 3.0,
                        Some(&actor.truth.person),
                        rating,
                    );
                }
            }
        }
    }
}

/// What there is to be seen of a trait on that day: a late bloomer's drive has yet to rise.
fn seen_at(story: &Story<'_>, actor: &Actor, of: Trait, at: f64) -> f64 {
    let end = *actor.truth.traits.get(of);
    if actor.truth.archetype == Archetype::LateBloomer && of == Trait::Drive {
        let share = at / story.timeline.length().max(1.0);
        return 0.25 + (end - 0.25) * (1.6 * share - 0.3).clamp(0.0, 1.0);
    }
    end
}

/// A signal about every so many days, whatever it shows.
fn regularly(story: &mut Story<'_>, actor: &Actor, days: f64, signal: &'static str) {
    let mut at = days * story.chance.unit();
    while at < story.timeline.length() {
        observe(story, actor, at, signal);
        at += days * story.chance.between(0.7, 1.3);
    }
}

/// A signal that there only is when it is good: a rate a business day for each part of the trait above the middle.
fn occasionally(story: &mut Story<'_>, actor: &Actor, rate: f64, of: Trait, signal: &'static str) {
    for position in 0..story.timeline.work().len() {
        let at = story.timeline.work().get(position).map_or(0.0, |day| day.at);
        let above = (seen_at(story, actor, of, at) - 0.5).max(0.0);
        if story.chance.happens(rate * above) {
            observe(story, actor, at, signal);
            if signal == "study_session" {
                observe(story, actor, at, "study_session_attendance");
            }
        }
    }
}

/// Draws one signal and writes it down.
fn observe(story: &mut Story<'_>, actor: &Actor, day: f64, signal: &'static str) {
    let of = match signal {
        "decision_made" => Trait::Authority,
        "meeting_attended" => Trait::Time,
        "quiz_score" | "technical_demo" | "certification" => Trait::Skill,
        "colleague_activated" | "study_session_attendance" => Trait::Influence,
        "related_product_result" => Trait::TrackRecord,
        _ => Trait::Drive,
    };
    let truth = seen_at(story, actor, of, day);
    let chance = &mut story.chance;
    let mut at = day + 0.38 + chance.unit() * 0.35;
    let value = match signal {
        "decision_made" | "meeting_attended" | "technical_demo" => f64::from(u8::from(chance.happens(truth))),
        "quiz_score" => (100.0 * chance.beta(truth, 6.0)).round(),
        "colleague_activated" | "manual_question" => count_for(truth, chance),
        "study_session_attendance" => {
            let share = chance.beta(truth, 5.0).min(0.9);
            (5.0 * share / (1.0 - share)).round()
        }
        "elearning_completed" => {
            let share = chance.beta(truth, 4.0).max(0.05);
            let days = (-14.0 * libm::log(share) / std::f64::consts::LN_2 * 10.0).round() / 10.0;
            // The day is when it was finished; courses come out all the time.
            at += days;
            days
        }
        "related_product_result" => {
            let share = chance.beta(truth, 5.0);
            let over = if share > 0.95 { chance.between(0.0, 0.3) } else { 0.0 };
            ((1.2 * share + over) * 100.0).round() / 100.0
        }
        _ => 1.0,
    };
    if let (Ok(signal), Ok(value)) = (Key::new(signal), Number::new(value)) {
        story.scribe.write(at, Some(&actor.truth.person), Signal { signal, value });
    }
}

/// A Poisson count `n` with mean `m` such that `n/(n+1)` is `share` on average: `1 − (1 − e^(−m))/m = share`.
fn count_for(share: f64, chance: &mut Chance) -> f64 {
    let share = share.clamp(0.02, 0.93);
    let (mut low, mut high) = (1e-6, 20.0);
    for _ in 0..40 {
        let mean = (low + high) / 2.0;
        if 1.0 + libm::expm1(-mean) / mean < share { low = mean } else { high = mean }
    }
    from_count(usize::try_from(chance.poisson(high)).unwrap_or_default())
}
