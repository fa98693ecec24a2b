//! Writes facts down: collects them in any order, leaves out what cannot have happened, gives ids in order of time.

use keyperson::calendar::Instant;
use keyperson::{Event, Fact, FactId, PartnerId, PersonId, Text};

use crate::timeline::Timeline;

/// A fact that has been written down, for others to refer to.
#[derive(Clone, Copy)]
pub(crate) struct Written {
    /// Its place in order of writing.
    number: usize,
    /// When it happened.
    pub(crate) at: f64,
}

struct Draft {
    at: Instant,
    person: Option<PersonId>,
    event: Event,
    about: Option<usize>,
}

/// The facts of one partner.
pub(crate) struct Scribe<'a> {
    timeline: &'a Timeline,
    partner: PartnerId,
    /// Who falls silent, and when.
    silent: Vec<(PersonId, f64)>,
    drafts: Vec<Draft>,
}

impl<'a> Scribe<'a> {
    pub(crate) fn new(timeline: &'a Timeline, partner: PartnerId, silent: Vec<(PersonId, f64)>) -> Self {
        Self { timeline, partner, silent, drafts: Vec::new() }
    }

    /// Writes down a fact at the first working moment from `at` on, unless that lies outside the timeline or the
    /// person is silent by then.
    pub(crate) fn write(
        &mut self,
        at: f64,
        person: Option<&PersonId>,
        event: impl Into<Event>,
    ) -> Option<Written> {
        self.write_about(at, person, event, None)
    }

    /// As [`Scribe::write`], about another fact.
    pub(crate) fn write_about(
        &mut self,
        at: f64,
        person: Option<&PersonId>,
        event: impl Into<Event>,
        about: Option<Written>,
    ) -> Option<Written> {
        let earliest = about.map_or(0.0, |about| about.at);
        let at = self.timeline.working(at.max(earliest))?;
        let silent =
            person.is_some_and(|person| self.silent.iter().any(|(id, from)| id == person && *from <= at));
        if silent {
            return None;
        }
        self.write_always(at, person, event, about)
    }

    /// Writes down even of a silent person: that the person left.
    pub(crate) fn write_always(
        &mut self,
        at: f64,
        person: Option<&PersonId>,
        event: impl Into<Event>,
        about: Option<Written>,
    ) -> Option<Written> {
        let at = self.timeline.working(at)?;
        let number = self.drafts.len();
        self.drafts.push(Draft {
            at: self.timeline.instant(at)?,
            person: person.cloned(),
            event: event.into(),
            about: about.map(|written| written.number),
        });
        Some(Written { number, at })
    }

    /// The facts, in order of time.
    pub(crate) fn finish(self, partner_number: usize) -> Vec<Fact> {
        let mut order: Vec<usize> = (0..self.drafts.len()).collect();
        order.sort_by_key(|number| (self.drafts.get(*number).map(|draft| draft.at), *number));
        let mut places = vec![0_usize; order.len()];
        for (place, number) in order.iter().enumerate() {
            if let Some(slot) = places.get_mut(*number) {
                *slot = place.saturating_add(1);
            }
        }
        let id = |number: usize| {
            let place = places.get(number).copied().unwrap_or_default();
            FactId::new(format!("f-{partner_number:02}-{place:05}")).ok()
        };
        let source = Text::new("simulator").ok();
        let mut facts: Vec<(usize, Fact)> = Vec::with_capacity(order.len());
        for (number, draft) in self.drafts.into_iter().enumerate() {
            let Some(own) = id(number) else { continue };
            let mut event = draft.event;
            let about = draft.about.and_then(id);
            match (&mut event, about) {
                (Event::Message(message), about) => message.reply_to = about,
                (Event::Recognition(recognition), about) => recognition.of = about,
                (Event::Contest(contest), Some(about)) => contest.fact = about,
                _ => {}
            }
            let place = places.get(number).copied().unwrap_or_default();
            let partner = self.partner.clone();
            let fact =
                Fact { id: own, at: draft.at, partner, person: draft.person, source: source.clone(), event };
            facts.push((place, fact));
        }
        facts.sort_by_key(|(place, _)| *place);
        facts.into_iter().map(|(_, fact)| fact).collect()
    }
}
