//! One person of a partner, as the view has it.

use std::collections::{BTreeMap, BTreeSet};

use super::{OfKind, PartnerView, of_kind, of_type};
use crate::calendar::{Day, Instant};
use crate::fact::{
    Activity, Deal, EventType, Fact, Gate, GateStep, Override, PersonId, PersonRegistered, Support,
    SupportKind,
};
use crate::order::Order as _;

/// What the journal holds of one person.
#[derive(Debug, Clone, Copy)]
pub struct View<'v, 'a> {
    /// The person's partner.
    pub partner: &'v PartnerView<'a>,
    /// The person.
    pub person: &'a PersonId,
    /// The person's facts, by instant, then id.
    pub facts: &'v [&'a Fact],
    pub(super) by_kind: &'v [OfKind<'a>],
    pub(super) left: Option<&'a Fact>,
}

impl<'v, 'a> View<'v, 'a> {
    /// The person's facts of one type, by instant, then id.
    pub fn of<T: EventType + 'a>(
        &self,
    ) -> impl DoubleEndedIterator<Item = (&'a Fact, &'a T)> + use<'v, 'a, T> {
        of_type::<T>(of_kind::<T>(self.by_kind))
    }

    /// The person's activities and deals, by instant, then id.
    pub fn work(&self) -> impl Iterator<Item = &'a Fact> + use<'v, 'a> {
        let facts = |of: &'v [&'a Fact]| of.iter().copied().peekable();
        let mut activities = facts(of_kind::<Activity>(self.by_kind));
        let mut deals = facts(of_kind::<Deal>(self.by_kind));
        std::iter::from_fn(move || match (activities.peek(), deals.peek()) {
            (Some(activity), Some(deal)) if (deal.at, &deal.id) < (activity.at, &activity.id) => deals.next(),
            (Some(_), _) => activities.next(),
            (None, _) => deals.next(),
        })
    }

    /// Whether the person has a fact of this type from an instant on.
    #[must_use]
    pub fn has_since<T: EventType>(&self, from: Instant) -> bool {
        of_kind::<T>(self.by_kind).last().is_some_and(|fact| fact.at >= from)
    }

    /// The instant of the question.
    #[must_use]
    pub fn as_of(&self) -> Instant {
        self.partner.as_of
    }

    /// The local day of the as-of.
    #[must_use]
    pub fn today(&self) -> Day {
        self.partner.today
    }

    /// The person's name, the latest registered.
    #[must_use]
    pub fn name(&self) -> Option<&'a str> {
        self.of::<PersonRegistered>().rev().find_map(|(_, event)| event.name.as_ref().map(AsRef::as_ref))
    }

    /// The person's title, the latest registered.
    #[must_use]
    pub fn title(&self) -> Option<&'a str> {
        self.of::<PersonRegistered>().rev().find_map(|(_, event)| event.title.as_ref().map(AsRef::as_ref))
    }

    /// The fact by which the person left and was not registered again.
    #[must_use]
    pub const fn left(&self) -> Option<&'a Fact> {
        self.left
    }

    /// The first fact of each gate since the last stepping down, in the order of the gates.
    #[must_use]
    pub fn gates(&self) -> BTreeMap<GateStep, (&'a Fact, &'a Gate)> {
        let mut gates = BTreeMap::new();
        for (fact, gate) in self.of::<Gate>() {
            if gate.gate == GateStep::SteppedDown {
                gates.clear();
                gates.insert(GateStep::SteppedDown, (fact, gate));
            } else {
                gates.remove(&GateStep::SteppedDown);
                gates.entry(gate.gate).or_insert((fact, gate));
            }
        }
        gates
    }

    /// The colleagues in the person's support unit, each with the first fact by which they joined, by instant.
    /// Who has left the partner is not among them, nor the person.
    #[must_use]
    pub fn members(&self) -> Vec<(&'a PersonId, &'a Fact)> {
        let mut members: Vec<(&'a PersonId, &'a Fact)> = Vec::new();
        let mut known: BTreeSet<&PersonId> = BTreeSet::new();
        for (fact, support) in self.of::<Support>().filter(|(_, s)| s.kind == SupportKind::MemberJoined) {
            let Some(member) = support.member.as_ref().filter(|member| *member != self.person) else {
                continue;
            };
            if known.insert(member) && self.partner.person(member).left().is_none() {
                members.push((member, fact));
            }
        }
        members
    }

    /// The day from which the person has the role, and the fact that says so.
    #[must_use]
    pub fn start(&self) -> Option<(Day, &'a Fact)> {
        let (fact, gate) = self.gates().remove(&GateStep::Appointed)?;
        Some((gate.effective.unwrap_or_else(|| self.partner.day_of(fact.at)), fact))
    }

    /// The latest override of each trait, and last of the readiness (no trait), in force or expired.
    ///
    /// A later one replaces an earlier one for good, also where it expires sooner.
    #[must_use]
    pub fn overrides(&self) -> Vec<(&'a Fact, &'a Override)> {
        let mut latest: Vec<(&'a Fact, &'a Override)> = Vec::new();
        for (fact, set) in self.of::<Override>() {
            match latest.iter_mut().find(|(_, known)| known.of == set.of) {
                Some(known) => *known = (fact, set),
                None => latest.push((fact, set)),
            }
        }
        latest.order_by_key(|(_, set)| (set.of.is_none(), set.of));
        latest
    }
}
