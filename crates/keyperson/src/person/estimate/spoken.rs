//! What a fact by itself says of the traits: by which signals, or as whose rating.

use super::{RATING, read};
use crate::fact::{
    Allocation, Event, Fact, Gate, GateStep, Notice, Offer, OfferKind, Rating, Signal, Stage, Support,
    SupportKind, Trait,
};
use crate::policy::Policy;

/// One way in which a fact speaks of a trait.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Spoken<'f> {
    /// The trait.
    pub(crate) of: Trait,
    /// The signal; `rating` for ratings.
    pub(crate) signal: &'f str,
    /// What it says, from 0 (against) to 1 (for).
    pub(crate) y: f64,
    /// What it counts while it is new, undisputed and under its cap.
    pub(crate) full: f64,
    /// Days after which it counts half.
    pub(crate) half_life: f64,
}

/// Every way in which a fact speaks under a policy; none where the policy does not ask for it.
pub(crate) fn spoken<'f>(fact: &'f Fact, policy: &'f Policy) -> Vec<Spoken<'f>> {
    let (names, value): (&[&str], f64) = match &fact.event {
        Event::Rating(Rating { of, value, .. }) => {
            let own = &policy.estimate;
            return vec![Spoken {
                of: *of,
                signal: RATING,
                y: value.get(),
                full: own.rating_weight.get(),
                half_life: own.rating_half_life_days.get(),
            }];
        }
        Event::Signal(Signal { signal, value }) => (&[signal.as_str()], value.get()),
        event => match derived(event) {
            Some(derived) => derived,
            None => return Vec::new(),
        },
    };
    let known = names.iter().filter_map(|name| policy.signals.get_key_value(*name));
    let said = |(signal, own): (&'f crate::value::Key, &'f crate::policy::SignalPolicy)| Spoken {
        of: own.of,
        signal: signal.as_str(),
        y: read(&own.curve, value),
        full: own.weight.get(),
        half_life: own.half_life_days.get(),
    };
    known.map(said).collect()
}

/// The signals that other facts give by themselves, with their measure.
pub(super) fn derived(event: &Event) -> Option<(&'static [&'static str], f64)> {
    Some(match event {
        Event::Gate(Gate { gate: GateStep::Announced, .. }) => (&["announced", "announced_standing"], 1.0),
        Event::Notice(Notice { .. }) => (&["authority_notice", "notice_standing"], 1.0),
        Event::Allocation(Allocation { hours_per_week }) => (&["hours_allocated"], hours_per_week.get()),
        Event::Offer(Offer { kind: OfferKind::Growth, .. }) => (&["growth_offered"], 1.0),
        Event::Support(Support { kind: SupportKind::Training, .. }) => (&["training_received"], 1.0),
        Event::Deal(deal) if deal.stage == Stage::Won => (&["deal_closed"], 1.0),
        Event::Deal(deal) if deal.stage == Stage::Lost => (&["deal_closed"], 0.0),
        _ => return None,
    })
}
