//! The past of a partner: one person as known at an earlier instant, without building the index again.

use std::collections::{BTreeMap, BTreeSet};

use super::{Facts, PartnerView, all_ties, disputes, up_to_slice};
use crate::calendar::Instant;
use crate::fact::{Activity, DealId, Event, Fact, FactId, PersonId};
use crate::order::{Fill as _, Order as _};
use crate::partner::deal::Deals;
use crate::partner::deal::step;
use crate::partner::network::{Network, Silence, Tie, Ties};
use crate::partner::work::Work;
use crate::policy::Policy;
use crate::value::Lookup;

/// What a partner's facts hold of each person, those that do not count among them; each list by instant, then id.
#[derive(Debug, Clone)]
pub(crate) struct Past<'a> {
    /// When each of them that counts today happened.
    instants: Lookup<&'a FactId, Instant>,
    /// By whom they are about.
    people: Lookup<Option<&'a PersonId>, Vec<&'a Fact>>,
    /// By the deal that they name.
    deals: Lookup<&'a DealId, Vec<&'a Fact>>,
    contests: Vec<&'a Fact>,
    /// Who left, and who was registered.
    leaving: Vec<&'a Fact>,
    ties: Vec<Ties<'a>>,
}

impl<'a> Past<'a> {
    pub(crate) fn of(partner: &PartnerView<'a>) -> Self {
        let mut past = Self {
            instants: partner.facts().map(|fact| (&fact.id, fact.at)).fill(),
            people: Lookup::default(),
            deals: Lookup::default(),
            contests: Vec::new(),
            leaving: Vec::new(),
            ties: Vec::new(),
        };
        let (mut ties, mut anybody_left) = (Vec::new(), false);
        for fact in partner.seen {
            past.people.entry(fact.person.as_ref()).or_default().push(fact);
            match &fact.event {
                Event::Deal(deal) => past.deals.entry(&deal.deal).or_default().push(fact),
                Event::Activity(Activity { deal: Some(deal), .. }) => {
                    past.deals.entry(deal).or_default().push(fact);
                }
                Event::Contest(_) => past.contests.push(fact),
                Event::PersonLeft(_) | Event::PersonRegistered(_) => {
                    anybody_left |= matches!(fact.event, Event::PersonLeft(_));
                    past.leaving.push(fact);
                }
                _ => ties.extend(Tie::of(fact)),
            }
        }
        if !anybody_left {
            past.leaving.clear();
        }
        past.ties = all_ties(&ties);
        past
    }

    /// When a fact that counts today happened.
    pub(crate) fn instant_of(&self, fact: &FactId) -> Option<Instant> {
        self.instants.get(fact).copied()
    }
}

impl<'a> PartnerView<'a> {
    /// One person, and what all share, as they were known at an earlier instant; of the others only what was said of
    /// the person and of the person's deals is there.
    ///
    /// Zone and calendar stay those of this view: a company that is registered anew has not changed anybody.
    #[must_use]
    pub(crate) fn earlier(
        &self,
        past: &Past<'a>,
        person: &'a PersonId,
        policy: &Policy,
        as_of: Instant,
    ) -> Self {
        let (contested, withdrawn) = disputes(up_to(&past.contests, as_of).iter().copied());
        let counts = |fact: &&&'a Fact| !withdrawn.contains_key(&fact.id);
        let mut own = Facts::default();
        let facts = past.people.get(&Some(person)).map(Vec::as_slice).unwrap_or_default();
        up_to(facts, as_of).iter().filter(counts).for_each(|fact| own.push(fact));
        let shared = past.people.get(&None).map(Vec::as_slice).unwrap_or_default();
        let shared = up_to(shared, as_of).iter().filter(counts).copied().collect();
        let deals: BTreeSet<&DealId> = own.all.iter().filter_map(|fact| Some(step(fact, policy)?.0)).fill();
        let mut about: Vec<&'a Fact> = Vec::new();
        for deal in deals {
            let facts = past.deals.get(deal).map(Vec::as_slice).unwrap_or_default();
            about.extend(up_to(facts, as_of).iter().filter(counts));
        }
        about.order_by_key(|fact| (fact.at, &fact.id));
        let left = gone(up_to(&past.leaving, as_of).iter().filter(counts).copied());
        let silence = Silence { contested: &contested, withdrawn: &withdrawn, left: &left };
        let networks =
            past.ties.iter().filter_map(|ties| Network::hear(ties, as_of, silence, policy)).collect();
        Self {
            partner: self.partner,
            name: self.name,
            as_of,
            zone: self.zone,
            calendar: self.calendar.clone(),
            today: as_of.day_in(self.zone),
            shared,
            people: std::iter::once((person, own)).fill(),
            present: 0,
            active: Vec::new(),
            ties: BTreeMap::new(),
            networks,
            work: Work::default(),
            deals: Deals::of(about.into_iter(), policy, |fact| fact.at.day_in(self.zone)),
            seen: up_to_slice(self.seen, as_of),
            contested,
            withdrawn,
        }
    }
}

/// Those of facts given by instant that happened by then.
fn up_to<'s, 'a>(facts: &'s [&'a Fact], at: Instant) -> &'s [&'a Fact] {
    facts.get(..facts.partition_point(|fact| fact.at <= at)).unwrap_or_default()
}

/// Those who left and were not registered again, by the facts that say so.
fn gone<'a>(facts: impl Iterator<Item = &'a Fact>) -> BTreeSet<&'a PersonId> {
    let mut left: BTreeMap<&PersonId, Instant> = BTreeMap::new();
    for fact in facts {
        let Some(person) = &fact.person else { continue };
        match &fact.event {
            Event::PersonLeft(_) => drop(left.insert(person, fact.at)),
            _ if left.get(person).is_some_and(|left| fact.at > *left) => drop(left.remove(person)),
            _ => {}
        }
    }
    left.into_keys().fill()
}
