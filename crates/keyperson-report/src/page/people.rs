//! What the page says of the people around the key person: who became active, on whom the load rests, who could
//! follow, and the two wheels of support; a line each, once the role has begun. And how often the loop has turned.

use keyperson::Brief;
use keyperson::colleagues::support::Wheel;
use keyperson::text::{self, Language};

use super::{Line, called, line, share};
use crate::text as say;

/// Spread, load, succession, support and the turns of the loop.
pub(super) fn people(brief: &Brief, language: Language) -> Vec<Line> {
    let lines = [
        spread(brief, language),
        load(brief, language),
        succession(brief, language),
        wheels(brief, language),
        turns(brief, language),
    ];
    lines.into_iter().flatten().collect()
}

/// The loop of finding, approving, making the role clear and sharing results; absent before its first step.
fn turns(brief: &Brief, language: Language) -> Option<Line> {
    let room = &brief.loop_turns;
    room.last?;
    let (completed, next) = (room.completed, text::loop_step(room.next, language));
    Some(line(say::labels(language).turns, say::loop_turns(completed, next, language)))
}

fn spread(brief: &Brief, language: Language) -> Option<Line> {
    let room = &brief.spread;
    room.start?;
    let (all, active) = (room.colleagues, room.activated.len());
    let newly = room.activated.iter().filter(|colleague| !colleague.active_before).count();
    (all > 0).then(|| line(say::labels(language).spread, say::spread(all, active, newly, language)))
}

fn load(brief: &Brief, language: Language) -> Option<Line> {
    let load = &brief.spread.load;
    let (own, half, things) = (share(Some(load.own_share?), language), load.half.len(), load.things);
    Some(line(say::labels(language).own_load, say::own_load(things, &own, half, language)))
}

fn succession(brief: &Brief, language: Language) -> Option<Line> {
    let room = &brief.succession;
    let state = text::successor_state(room.state?, language);
    let best = room.best.as_ref().map(|best| {
        let (who, fit) = (called(brief, &best.person), text::percent(best.fit));
        let range = text::range(best.lower, best.upper);
        say::best_successor(&who, &fit, &range, language)
    });
    let (alone, open) = (room.only_by_person.len(), room.open_deals);
    let rests = (open > 0).then(|| say::rests_on_person(open, alone, language));
    let label = say::labels(language).succession;
    Some(line(label, format!("{state}{}{}", best.unwrap_or_default(), rests.unwrap_or_default())))
}

fn wheels(brief: &Brief, language: Language) -> Option<Line> {
    let room = &brief.support;
    let (vendor, partner) = (room.vendor.as_ref()?, room.partner.as_ref()?);
    let said = |wheel: &Wheel| {
        let state = text::wheel_state(wheel.state, language);
        let last = wheel
            .last
            .and_then(text::local_day)
            .map(|day| say::near_day(day, text::local_day(brief.as_of), language));
        last.map_or_else(|| state.to_owned(), |day| say::wheel_turned(state, &day, language))
    };
    let (vendor, partner) = (said(vendor), said(partner));
    Some(line(say::labels(language).wheels, say::wheels(&vendor, &partner, language)))
}
