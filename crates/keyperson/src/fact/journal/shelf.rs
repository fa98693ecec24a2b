//! One partner's facts, sorted, with the people they are about.

use std::cmp::Ordering;
use std::num::NonZeroU32;

use crate::calendar::Instant;
use crate::fact::{Fact, FactId, PartnerId, PersonId};
use crate::order::Order as _;
use crate::value::Lookup;

/// The facts of one partner.
#[derive(Debug, Clone, Default)]
pub(super) struct Shelf {
    /// By instant, then id; none twice.
    facts: Vec<Fact>,
    /// The people whom they are about, sorted.
    people: Vec<PersonId>,
    /// For each fact its person's number: the place in `people`, counted from 1.
    whose: Vec<Option<NonZeroU32>>,
}

impl Shelf {
    /// Sorts the facts of one partner; no id may be there twice.
    pub(super) fn of(mut facts: Vec<Fact>) -> Self {
        facts.order_by(by_instant_then_id);
        Self::sorted(facts)
    }

    /// Numbers the people. Ids of the partner and of its people are there once, and shared by the facts.
    fn sorted(mut facts: Vec<Fact>) -> Self {
        facts.shrink_to_fit();
        let partner: Option<PartnerId> = facts.first().map(|fact| fact.partner.clone());
        let mut met: Vec<PersonId> = Vec::new();
        let mut numbers: Lookup<PersonId, usize> = Lookup::default();
        let mut whose: Vec<Option<usize>> = Vec::with_capacity(facts.len());
        for fact in &mut facts {
            if let Some(partner) = &partner {
                fact.partner.clone_from(partner);
            }
            whose.push(fact.person.as_mut().map(|person| match numbers.get(person).copied() {
                Some(number) => {
                    if let Some(known) = met.get(number) {
                        person.clone_from(known);
                    }
                    number
                }
                None => {
                    let number = met.len();
                    numbers.insert(person.clone(), number);
                    met.push(person.clone());
                    number
                }
            }));
        }
        let mut order: Vec<usize> = (0..met.len()).collect();
        order.order_by_key(|number| met.get(*number));
        let mut ranks: Vec<Option<NonZeroU32>> = vec![None; met.len()];
        for (rank, number) in order.iter().enumerate() {
            if let Some(place) = ranks.get_mut(*number) {
                *place = u32::try_from(rank.saturating_add(1)).ok().and_then(NonZeroU32::new);
            }
        }
        let whose =
            whose.into_iter().map(|number| number.and_then(|number| ranks.get(number).copied()?)).collect();
        let people = order.into_iter().filter_map(|number| met.get(number).cloned()).collect();
        Self { facts, people, whose }
    }

    /// The facts, by instant, then id.
    pub(super) fn facts(&self) -> &[Fact] {
        &self.facts
    }

    /// The people whom the facts are about, sorted.
    pub(super) fn people(&self) -> &[PersonId] {
        &self.people
    }

    /// For each fact the place of its person in [`Shelf::people`]; none for facts of the whole partner.
    pub(super) fn whose(&self) -> impl Iterator<Item = Option<usize>> {
        self.whose.iter().map(|number| number.map(place))
    }

    /// The fact of this instant and id.
    pub(super) fn find(&self, at: Instant, id: &FactId) -> Option<&Fact> {
        let place = self.facts.binary_search_by(|fact| (fact.at, &fact.id).cmp(&(at, id))).ok()?;
        self.facts.get(place)
    }

    /// The facts of two shelves of one partner. Of one fact in both, written with two offsets, one is kept by a rule.
    pub(super) fn with(&self, other: &Self) -> Self {
        let mut facts = Vec::with_capacity(self.facts.len().saturating_add(other.facts.len()));
        let (mut mine, mut theirs) = (self.facts.iter().peekable(), other.facts.iter().peekable());
        loop {
            let order = match (mine.peek(), theirs.peek()) {
                (Some(one), Some(other)) => by_instant_then_id(one, other),
                (Some(_), None) => Ordering::Less,
                (None, Some(_)) => Ordering::Greater,
                (None, None) => break,
            };
            let next = match order {
                Ordering::Less => mine.next(),
                Ordering::Greater => theirs.next(),
                Ordering::Equal => match (mine.next(), theirs.next()) {
                    (Some(one), Some(other)) if stays(one, other) => Some(one),
                    (_, other) => other,
                },
            };
            facts.extend(next.cloned());
        }
        Self::sorted(facts)
    }

    /// The facts that `keep` keeps.
    pub(super) fn retain(&self, keep: &mut dyn FnMut(&Fact) -> bool) -> Self {
        Self::sorted(self.facts.iter().filter(|fact| keep(fact)).cloned().collect())
    }
}

impl PartialEq for Shelf {
    fn eq(&self, other: &Self) -> bool {
        self.facts == other.facts
    }
}

fn by_instant_then_id(one: &Fact, other: &Fact) -> Ordering {
    (one.at, &one.id).cmp(&(other.at, &other.id))
}

/// Whether of one fact, written twice, the first is kept: the same instant may have come in two offsets, and the choice
/// must not depend on which came first.
pub(super) fn stays(known: &Fact, again: &Fact) -> bool {
    known.at.to_string() <= again.at.to_string()
}

fn place(number: NonZeroU32) -> usize {
    usize::try_from(number.get()).unwrap_or(usize::MAX).saturating_sub(1)
}
