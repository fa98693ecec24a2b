//! The work of a partner: what everybody there did and which deals each touched, indexed once.

use std::collections::{BTreeMap, BTreeSet};

use crate::fact::{DealId, Event, Fact, PersonId, Stage, Support, SupportKind};

/// Everybody's work at one partner.
#[derive(Debug, Clone, Default)]
pub struct Work<'a> {
    /// What was done, by instant, then id.
    pub things: Vec<Thing<'a>>,
    /// The deals, by id.
    pub deals: BTreeMap<&'a DealId, DealWork<'a>>,
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

/// One deal.
#[derive(Debug, Clone, Default)]
pub struct DealWork<'a> {
    /// Who did something for it.
    pub people: BTreeSet<&'a PersonId>,
    /// The latest stage recorded, whoever recorded it, and the fact.
    pub latest: Option<(Stage, &'a Fact)>,
}

impl DealWork<'_> {
    /// Whether it is under way: a stage is recorded, and the latest is no end.
    #[must_use]
    pub fn is_open(&self) -> bool {
        self.latest.is_some_and(|(stage, _)| !matches!(stage, Stage::Won | Stage::Lost))
    }
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
            if let Some(deal) = deal {
                let own = work.deals.entry(deal).or_default();
                own.people.extend(&fact.person);
                if let Event::Deal(event) = &fact.event {
                    own.latest = Some((event.stage, fact));
                }
            }
            if let Some(person) = fact.person.as_ref().filter(|_| count > 0) {
                let count = if deal.is_some() { 1 } else { count };
                work.things.push(Thing { fact, person, count });
            }
        }
        work
    }
}
