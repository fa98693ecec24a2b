//! The partner's facts up to the as-of, indexed once: which count, what decides about them, which are the person's.
//!
//! A fact is known by its place here. Places are in the order of time, so a sorted list of places is one by instant,
//! then id, and is made without comparing a text.

use std::collections::BTreeSet;

use crate::fact::{Contest, ContestStep, EventType as _, Fact, FactId, PersonId};
use crate::order::{Fill as _, Order as _};
use crate::partner::view::View;
use crate::value::Lookup;

/// The facts, each at its place.
pub(super) struct Seen<'a> {
    /// By instant, then id; those that do not count among them.
    pub(super) facts: &'a [Fact],
    by_id: Lookup<&'a str, usize>,
    marks: Vec<Mark>,
    /// Places of the person's facts.
    own: Vec<usize>,
    /// Places of the facts of each type.
    by_type: Lookup<&'static str, Vec<usize>>,
}

/// What is known of the fact at a place.
#[derive(Debug, Clone, Copy, Default)]
struct Mark {
    own: bool,
    contested: bool,
    withdrawn: bool,
    /// The step that decides about its dispute.
    deciding: Option<usize>,
}

impl<'a> Seen<'a> {
    pub(super) fn of(facts: &'a [Fact], view: &View<'_, '_>) -> Self {
        let by_id: Lookup<&str, usize> =
            facts.iter().enumerate().map(|(place, fact)| (fact.id.as_str(), place)).fill();
        let partner = view.partner;
        let withdrawn: BTreeSet<&FactId> = partner.withdrawn().map(|(id, _)| id).fill();
        let mark = |fact: &Fact| Mark {
            own: is_of(fact, view.person),
            contested: partner.contest_of(&fact.id).is_some(),
            withdrawn: withdrawn.contains(&fact.id),
            deciding: None,
        };
        let mut marks: Vec<Mark> = facts.iter().map(mark).collect();
        for (place, fact) in facts.iter().enumerate() {
            if let Some(contest) = Contest::of(&fact.event)
                && contest.step != ContestStep::Commented
                && let Some(about) = by_id.get(contest.fact.as_str())
                && let Some(mark) = marks.get_mut(*about)
            {
                mark.deciding = Some(place);
            }
        }
        let own = (0..facts.len()).filter(|place| marks.get(*place).is_some_and(|mark| mark.own)).collect();
        let mut by_type: Lookup<&str, Vec<usize>> = Lookup::default();
        for (place, fact) in facts.iter().enumerate() {
            by_type.entry(fact.event.type_name()).or_default().push(place);
        }
        Self { facts, by_id, marks, own, by_type }
    }

    /// How many there are.
    pub(super) fn len(&self) -> usize {
        self.facts.len()
    }

    /// The fact at a place.
    pub(super) fn get(&self, place: usize) -> Option<&'a Fact> {
        self.facts.get(place)
    }

    /// The id of the fact at a place.
    pub(super) fn id(&self, place: usize) -> Option<FactId> {
        self.get(place).map(|fact| fact.id.clone())
    }

    /// The place of a fact.
    pub(super) fn place(&self, id: &str) -> Option<usize> {
        self.by_id.get(id).copied()
    }

    /// The person's facts with their places.
    pub(super) fn own(&self) -> impl DoubleEndedIterator<Item = (usize, &'a Fact)> {
        self.own.iter().filter_map(|place| Some((*place, self.get(*place)?)))
    }

    /// Places of all facts for which this holds.
    pub(super) fn all(&self, which: impl Fn(&Fact) -> bool) -> Vec<usize> {
        let found = self.facts.iter().enumerate().filter(|(_, fact)| which(fact));
        found.map(|(place, _)| place).collect()
    }

    /// Places of the facts of one type.
    pub(super) fn of_type(&self, name: &str) -> &[usize] {
        self.by_type.get(name).map(Vec::as_slice).unwrap_or_default()
    }

    /// The places in order, each once.
    pub(super) fn in_order(&self, mut places: Vec<usize>) -> Vec<usize> {
        // To mark them takes as long as there are facts, to sort them as they are many.
        if places.len() < self.len() / 16 {
            places.order();
            places.dedup();
            return places;
        }
        let mut there = vec![false; self.len()];
        for place in places {
            if let Some(there) = there.get_mut(place) {
                *there = true;
            }
        }
        there.iter().enumerate().filter(|(_, there)| **there).map(|(place, _)| place).collect()
    }

    pub(super) fn is_own(&self, place: usize) -> bool {
        self.mark(place).own
    }

    /// Whether its dispute is open.
    pub(super) fn is_contested(&self, place: usize) -> bool {
        self.mark(place).contested
    }

    /// Whether its dispute was upheld.
    pub(super) fn is_withdrawn(&self, place: usize) -> bool {
        self.mark(place).withdrawn
    }

    /// Those of the facts that count.
    pub(super) fn counting(&self, places: &[usize]) -> impl Iterator<Item = usize> {
        places.iter().copied().filter(|place| !self.is_withdrawn(*place))
    }

    /// The steps that decide whether these facts count.
    pub(super) fn disputes(&self, places: &[usize]) -> impl Iterator<Item = usize> {
        places.iter().filter_map(|place| self.mark(*place).deciding)
    }

    /// Those of the facts that count, and the steps that decide whether they do.
    pub(super) fn standing(&self, places: &[usize]) -> impl Iterator<Item = usize> {
        self.counting(places).chain(self.disputes(places))
    }

    fn mark(&self, place: usize) -> Mark {
        self.marks.get(place).copied().unwrap_or_default()
    }
}

/// Whether a fact names this person.
pub(super) fn is_of(fact: &Fact, person: &PersonId) -> bool {
    fact.person.as_ref() == Some(person)
}
