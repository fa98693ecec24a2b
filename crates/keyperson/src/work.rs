//! The work of a partner: what everybody there did, indexed once.

use std::collections::BTreeMap;

use crate::fact::{DealId, Event, Fact, PersonId, Support, SupportKind};

/// Everybody's work at one partner.
#[derive(Debug, Clone, Default)]
pub struct Work<'a> {
    /// What was done, by instant, then id.
    pub things: Vec<Thing<'a>>,
    /// Places in `things` of what was done for each deal.
    by_deal: BTreeMap<&'a DealId, Vec<usize>>,
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
                work.things.push(Thing { fact, person, count });
            }
        }
        work
    }

    /// What was done for a deal, by instant, then id.
    pub fn for_deal(&self, deal: &DealId) -> impl Iterator<Item = &Thing<'a>> {
        let places = self.by_deal.get(deal).map(Vec::as_slice).unwrap_or_default();
        places.iter().filter_map(|place| self.things.get(*place))
    }
}
