//! The work of a partner: what everybody there did, indexed once.

use crate::fact::{Event, Fact, PersonId, Support, SupportKind};

/// Everybody's work at one partner.
#[derive(Debug, Clone, Default)]
pub struct Work<'a> {
    /// What was done, by instant, then id.
    pub things: Vec<Thing<'a>>,
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
            let count = match &fact.event {
                // A deal is worked on once, however often the activity says.
                Event::Activity(activity) if activity.deal.is_some() => activity.count.get().min(1),
                Event::Activity(activity) => activity.count.get(),
                Event::Deal(_) => 1,
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
                work.things.push(Thing { fact, person, count });
            }
        }
        work
    }
}
