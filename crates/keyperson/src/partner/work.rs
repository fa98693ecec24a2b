//! The work of a partner: what everybody there did, indexed once.

use crate::calendar::Instant;
use crate::fact::{DealId, Event, Fact, PersonId, Support, SupportKind};
use crate::value::Lookup;

/// Everybody's work at one partner.
#[derive(Debug, Clone, Default)]
pub struct Work<'a> {
    /// What was done, by instant, then id.
    pub things: Vec<Thing<'a>>,
    /// Places in `things` of what was done for each deal.
    by_deal: Lookup<&'a DealId, Vec<usize>>,
    /// Places in `things` of what each person did.
    by_person: Lookup<&'a PersonId, Vec<usize>>,
    /// How many all things up to each place count for.
    sums: Vec<i64>,
    /// Whether anybody's unit or joint review was ever recorded.
    pub support_recorded: bool,
}

/// Something that somebody did: a step of a deal, or an activity.
#[derive(Debug, Clone, Copy)]
pub struct Thing<'a> {
    /// The fact.
    pub fact: &'a Fact,
    /// Who.
    pub person: &'a PersonId,
    /// How many it counts for, at least 1; always 1 where it names a deal.
    pub count: i64,
}

impl<'a> Work<'a> {
    /// Indexes facts, given by instant, then id.
    #[must_use]
    pub fn of(facts: impl Iterator<Item = &'a Fact>) -> Self {
        let mut work = Self::default();
        for fact in facts {
            let (deal, count) = match &fact.event {
                Event::Activity(activity) => (activity.deal.as_ref(), activity.count.get()),
                Event::Deal(deal) => (Some(&deal.deal), 1),
                Event::Support(Support {
                    kind: SupportKind::MemberJoined | SupportKind::JointReview,
                    ..
                }) => {
                    work.support_recorded = true;
                    continue;
                }
                _ => continue,
            };
            if let Some(person) = fact.person.as_ref().filter(|_| count > 0) {
                // A deal is worked on once, however often the activity says.
                let count = if deal.is_some() { 1 } else { count };
                if let Some(deal) = deal {
                    work.by_deal.entry(deal).or_default().push(work.things.len());
                }
                work.by_person.entry(person).or_default().push(work.things.len());
                work.sums.push(work.sums.last().copied().unwrap_or_default().saturating_add(count));
                work.things.push(Thing { fact, person, count });
            }
        }
        work
    }

    /// What was done from an instant on, by instant, then id.
    #[must_use]
    pub fn since(&self, from: Instant) -> &[Thing<'a>] {
        self.things.get(self.before(from)..).unwrap_or_default()
    }

    /// How many all things from an instant on count for.
    #[must_use]
    pub fn count_since(&self, from: Instant) -> i64 {
        let up_to = |place: Option<&i64>| place.copied().unwrap_or_default();
        let earlier = self.before(from).checked_sub(1).and_then(|place| self.sums.get(place));
        up_to(self.sums.last()).saturating_sub(up_to(earlier))
    }

    /// What a person did from an instant on, by instant, then id.
    pub fn of_person(&self, person: &PersonId, from: Instant) -> impl Iterator<Item = &Thing<'a>> {
        let places = self.by_person.get(person).map(Vec::as_slice).unwrap_or_default();
        let places = places.get(places.partition_point(|place| *place < self.before(from))..);
        places.unwrap_or_default().iter().filter_map(|place| self.things.get(*place))
    }

    fn before(&self, from: Instant) -> usize {
        self.things.partition_point(|thing| thing.fact.at < from)
    }

    /// What was done for a deal, by instant, then id.
    pub fn for_deal(&self, deal: &DealId) -> impl Iterator<Item = &Thing<'a>> {
        let places = self.by_deal.get(deal).map(Vec::as_slice).unwrap_or_default();
        places.iter().filter_map(|place| self.things.get(*place))
    }
}
