//! What is behind a number: its evidence by the ids that the rooms give, its context by what they read.

use std::collections::{BTreeMap, BTreeSet};

use super::Context;
use super::gather::pointer;
use super::room::{EXISTENCE, OF_TRAITS, ROOMS, Room};
use crate::brief::Brief;
use crate::estimate::{TraitEstimate, spoken};
use crate::fact::{Contest, ContestStep, Event, EventType, Fact, FactId, Journal, Override, PersonId, Trait};
use crate::json::Json;
use crate::network::{Tie, TieKind};
use crate::order::{Fill as _, Order as _};
use crate::policy::Policy;
use crate::view::View;

pub(super) type Ids<'a> = BTreeSet<&'a FactId>;

/// A context before it is written out.
pub(super) struct Resting<'a> {
    pub(super) name: String,
    facts: Ids<'a>,
    settings: Vec<String>,
}

/// Everything asked of a brief and its facts, indexed once.
pub(super) struct Gather<'g, 'a> {
    brief: &'g Brief,
    policy: &'g Policy,
    view: &'g View<'g, 'g>,
    /// The partner's facts, those that do not count among them.
    seen: &'a [&'a Fact],
    by_id: BTreeMap<&'a str, &'a Fact>,
    /// The step that decides about each fact that was disputed.
    deciding: BTreeMap<&'a FactId, &'a FactId>,
    /// What decides where the person is.
    home: Ids<'a>,
    /// That, and what decides where the partner is.
    place: Ids<'a>,
}

impl<'g, 'a> Gather<'g, 'a> {
    pub(super) fn new(
        brief: &'g Brief,
        journal: &Journal,
        view: &'g View<'g, 'g>,
        policy: &'g Policy,
        seen: &'a [&'a Fact],
    ) -> Self {
        let by_id = seen.iter().map(|fact| (fact.id.as_str(), *fact)).fill();
        let mut deciding: BTreeMap<&FactId, &FactId> = BTreeMap::new();
        for fact in seen {
            if let Event::Contest(Contest { fact: about, step, .. }) = &fact.event
                && *step != ContestStep::Commented
            {
                deciding.insert(about, &fact.id);
            }
        }
        let mut gather =
            Self { brief, policy, view, seen, by_id, deciding, home: Ids::new(), place: Ids::new() };
        let mut own = seen.iter().filter(|fact| fact.person.as_ref() == Some(view.person));
        // Without the latest fact the person may be looked for at another partner, or nowhere.
        if journal.partners_of(view.person).len() > 1 || own.clone().count() == 1 {
            gather.home.extend(own.next_back().map(|fact| &fact.id));
        }
        gather.place = gather.standing(gather.where_it_is());
        gather.place.extend(gather.home.iter());
        gather
    }

    /// The registrations of the partner that give its zone and its calendar, and those that no longer count.
    fn where_it_is(&self) -> Vec<&'a Fact> {
        let shared = self.seen.iter().copied().filter(|fact| fact.person.is_none());
        shared
            .filter(|fact| match &fact.event {
                Event::PartnerRegistered(event) => event.zone.is_some() || event.calendar.is_some(),
                _ => false,
            })
            .collect()
    }

    /// The ids of facts that an object names, in fields that hold such ids.
    pub(super) fn named(&self, entries: &[(String, Json)]) -> Ids<'a> {
        let mut named = Ids::new();
        for (key, value) in entries {
            match value {
                Json::Text(id) if names_one(key) => named.extend(self.known(id)),
                Json::List(items) if names_many(key) => {
                    for item in items {
                        if let Json::Text(id) = item {
                            named.extend(self.known(id));
                        }
                    }
                }
                _ => {}
            }
        }
        named
    }

    fn known(&self, id: &str) -> Option<&'a FactId> {
        self.by_id.get(id).map(|fact| &fact.id)
    }

    /// What is behind the number at a path; absent where its room has no line.
    pub(super) fn behind(&self, path: &[&str], around: &Ids<'a>) -> Option<(Ids<'a>, Option<Resting<'a>>)> {
        let (evidence, context) = match path {
            ["facts"] => {
                let own = || self.seen.iter().copied().filter(|fact| self.is_own(fact));
                let context = Resting {
                    name: "facts".to_owned(),
                    facts: self.disputes(own()).into_iter().chain(self.home.iter().copied()).fill(),
                    settings: Vec::new(),
                };
                (self.counting(own()), context)
            }
            ["traits", index, rest @ ..] => {
                let estimate = self.brief.traits.get(index.parse::<usize>().ok()?)?;
                (self.behind_trait(estimate, rest), self.trait_context(estimate.of))
            }
            ["fit", ..] => (self.used(Trait::ALL), self.score_context("fit")),
            ["by_evidence", ..] => (self.evident(Trait::ALL), self.set_context("by_evidence")),
            ["mismatches", index, ..] => {
                let mismatch = self.brief.mismatches.get(index.parse::<usize>().ok()?)?;
                let two = [mismatch.strong, mismatch.weak];
                let facts = two.iter().flat_map(|of| self.trait_context(*of).facts).fill();
                let code = &mismatch.pattern;
                let traits = two.iter().map(|of| format!("/traits/{of}"));
                let settings = vec!["/mismatch".to_owned(), "/estimate".to_owned(), "/signals".to_owned()];
                let settings = settings.into_iter().chain(traits).collect();
                (self.used(&two), Resting { name: format!("mismatches/{code}"), facts, settings })
            }
            ["overrides", index, rest @ ..] => {
                let set = self.brief.overrides.get(index.parse::<usize>().ok()?)?;
                let own = match (set.of, rest) {
                    (Some(of), ["evidence_mean" | "evidence_lower" | "evidence_upper"]) => {
                        self.evident(&[of])
                    }
                    _ => self.known(set.fact.as_str()).into_iter().fill(),
                };
                (own, self.set_context("overrides"))
            }
            ["remedies", ..] => (self.used(Trait::ALL), self.everybodys_context("remedies", "ladder")),
            ["change", ..] => (around.clone(), self.change_context()),
            ["succession", ..] => (around.clone(), self.everybodys_context("succession", "spread")),
            [name, ..] => {
                let room = ROOMS.iter().find(|room| room.name == *name)?;
                (around.clone(), self.room_context(room))
            }
            [] => return None,
        };
        Some((evidence, Some(context)))
    }

    fn behind_trait(&self, estimate: &TraitEstimate, rest: &[&str]) -> Ids<'a> {
        match rest {
            ["evidence", index, what] => {
                let Some(evidence) = index.parse::<usize>().ok().and_then(|at| estimate.evidence.get(at))
                else {
                    return Ids::new();
                };
                let own = self.known(evidence.fact.as_str());
                match (*what, own) {
                    ("weight", Some(own)) => self.under_one_cap(estimate, own, &evidence.signal),
                    (_, own) => own.into_iter().fill(),
                }
            }
            ["rising", ..] => self.counting(self.speaking(estimate.of)),
            ["overridden", ..] | ["evidence_weight"] => self.evident(&[estimate.of]),
            _ => self.used(&[estimate.of]),
        }
    }

    /// The evidence of a trait that shares a cap with one of its facts.
    fn under_one_cap(&self, estimate: &TraitEstimate, own: &'a FactId, signal: &str) -> Ids<'a> {
        let said_by = |id: &FactId| {
            let fact = self.by_id.get(id.as_str())?;
            spoken(fact, self.policy).into_iter().find(|said| said.of == estimate.of && said.signal == signal)
        };
        match said_by(own) {
            Some(said) => {
                let beside = |id: &&FactId| said_by(id).is_some_and(|other| other.beside(&said));
                self.evident(&[estimate.of]).into_iter().filter(beside).fill()
            }
            // Voices of the network share one cap.
            None => {
                let heard = estimate.evidence.iter().filter(|evidence| evidence.signal == signal);
                heard.filter_map(|evidence| self.known(evidence.fact.as_str())).fill()
            }
        }
    }

    /// What the numbers of these traits rest on as they are used: the override in force, or the evidence.
    fn used(&self, traits: &[Trait]) -> Ids<'a> {
        let of = self.brief.traits.iter().filter(|estimate| traits.contains(&estimate.of));
        of.flat_map(|estimate| match &estimate.overridden {
            Some(overridden) => self.known(overridden.fact.as_str()).into_iter().fill(),
            None => self.evident(&[estimate.of]),
        })
        .fill()
    }

    /// The evidence of these traits, whatever somebody set.
    fn evident(&self, traits: &[Trait]) -> Ids<'a> {
        let of = self.brief.traits.iter().filter(|estimate| traits.contains(&estimate.of));
        of.flat_map(|estimate| &estimate.evidence).filter_map(|e| self.known(e.fact.as_str())).fill()
    }

    /// The person's facts that speak of a trait, also where they are not read today.
    fn speaking(&self, of: Trait) -> impl Iterator<Item = &'a Fact> {
        let speaks = move |fact: &&Fact| spoken(fact, self.policy).iter().any(|said| said.of == of);
        self.seen.iter().copied().filter(|fact| self.is_own(fact)).filter(speaks)
    }

    fn trait_context(&self, of: Trait) -> Resting<'a> {
        let speaking = || self.speaking(of);
        let set: Vec<&Fact> =
            self.overrides().filter(|(_, set)| set.of == Some(of)).map(|(fact, _)| fact).collect();
        let mut facts = self.disputes(speaking().chain(set.iter().copied()));
        facts.extend(self.home.iter());
        facts.extend(self.latest(&set));
        facts.extend(self.heard_of(of));
        let ends = |fact: &Fact| matches!(&fact.event, Event::Rating(rating) if rating.expires.is_some());
        if !set.is_empty() || speaking().any(ends) {
            // The last day is the partner's.
            facts.extend(self.place.iter());
        }
        let own = self.brief.traits.iter().find(|estimate| estimate.of == of);
        let signals: BTreeSet<&str> =
            own.into_iter().flat_map(|own| &own.evidence).map(|e| e.signal.as_str()).fill();
        let signals = signals.into_iter().filter(|signal| self.policy.signals.contains_key(*signal));
        let mut settings = vec!["/estimate".to_owned(), format!("/traits/{of}")];
        settings.extend(signals.map(|signal| pointer(&["signals".to_owned(), signal.to_owned()])));
        if own.is_some_and(|own| own.overridden.is_some()) {
            settings.push("/overrides".to_owned());
        }
        Resting { name: format!("traits/{of}"), facts, settings }
    }

    /// What the network's voices about a trait rest on: everybody's ties, and who has left.
    fn heard_of(&self, of: Trait) -> Ids<'a> {
        let kinds: Vec<TieKind> = TieKind::ALL
            .iter()
            .copied()
            .filter(|kind| self.policy.signals.get(kind.word()).is_some_and(|signal| signal.of == of))
            .collect();
        let reads = |fact: &&Fact| {
            let who = matches!(fact.event, Event::PersonLeft(_) | Event::PersonRegistered(_));
            who || Tie::of(fact).is_some_and(|tie| kinds.contains(&tie.kind))
        };
        if kinds.is_empty() || !self.seen.iter().any(|fact| Tie::of(fact).is_some()) {
            return Ids::new();
        }
        self.standing(self.seen.iter().copied().filter(reads))
    }

    fn score_context(&self, name: &str) -> Resting<'a> {
        let facts = Trait::ALL.iter().flat_map(|of| self.trait_context(*of).facts).fill();
        let settings = ["/fit", "/traits", "/estimate", "/signals"].map(str::to_owned).to_vec();
        Resting { name: name.to_owned(), facts, settings }
    }

    /// What overrides rest on, and what is shown beside them.
    fn set_context(&self, name: &str) -> Resting<'a> {
        let mut context = self.score_context(name);
        let set: Vec<&Fact> = self.overrides().map(|(fact, _)| fact).collect();
        context.facts.extend(self.disputes(set.iter().copied()));
        let readiness: Vec<&Fact> =
            self.overrides().filter(|(_, set)| set.of.is_none()).map(|(fact, _)| fact).collect();
        context.facts.extend(self.latest(&readiness));
        context.facts.extend(self.place.iter());
        context.settings.push("/overrides".to_owned());
        context
    }

    /// What rests on everybody's traits, and on what another room reads.
    fn everybodys_context(&self, name: &str, other: &str) -> Resting<'a> {
        let speaks = |fact: &&Fact| {
            matches!(fact.event, Event::Override(_) | Event::PersonLeft(_) | Event::PersonRegistered(_))
                || Tie::of(fact).is_some()
                || !spoken(fact, self.policy).is_empty()
        };
        let mut facts = self.standing(self.seen.iter().copied().filter(speaks));
        facts.extend(self.place.iter());
        let mut settings = OF_TRAITS.map(str::to_owned).to_vec();
        if let Some(room) = ROOMS.iter().find(|room| room.name == other) {
            let rests = self.room_context(room);
            facts.extend(rests.facts);
            settings.extend(rests.settings);
        }
        Resting { name: name.to_owned(), facts, settings }
    }

    /// At the earlier date facts counted that others have replaced or settled since.
    fn change_context(&self) -> Resting<'a> {
        let mut context = self.everybodys_context("change", "ladder");
        let steps = self.seen.iter().copied().filter(
            |fact| matches!(&fact.event, Event::Contest(contest) if contest.step != ContestStep::Commented),
        );
        context.facts.extend(steps.map(|fact| &fact.id));
        // What was withdrawn since then counted at the time.
        context.facts.extend(self.seen.iter().filter(|fact| !self.counts(fact)).map(|fact| &fact.id));
        context
    }

    /// Facts without which somebody would not be known at the partner at all.
    fn by_which_known(&self) -> Ids<'a> {
        let mut people: BTreeMap<&PersonId, Vec<&'a Fact>> = BTreeMap::new();
        for fact in self.seen {
            if let Some(person) = &fact.person {
                people.entry(person).or_default().push(fact);
            }
        }
        let lone = |facts: Vec<&'a Fact>| match self.counting(facts.iter().copied()) {
            none if none.is_empty() => self.disputes(facts),
            one if one.len() == 1 => one.into_iter().chain(self.disputes(facts)).fill(),
            _ => Ids::new(),
        };
        people.into_values().flat_map(lone).fill()
    }

    fn room_context(&self, room: &Room) -> Resting<'a> {
        let reads = |fact: &&Fact| {
            let of = fact.event.type_name();
            let near = fact.person.is_none() || self.is_own(fact);
            near && room.reads.contains(&of) || room.of_everybody.contains(&of)
        };
        let mut facts = self.standing(self.seen.iter().copied().filter(reads));
        facts.extend(self.place.iter());
        if room.of_everybody.contains(&EXISTENCE) {
            facts.extend(self.by_which_known());
        }
        let settings = ["/place"].iter().chain(room.settings).map(|of| (*of).to_owned()).collect();
        Resting { name: room.name.to_owned(), facts, settings }
    }

    fn overrides(&self) -> impl Iterator<Item = (&'a Fact, &'a Override)> {
        let own = self.seen.iter().copied().filter(|fact| self.is_own(fact));
        own.filter_map(|fact| Some((fact, Override::of(&fact.event)?)))
    }

    /// The last of these facts that counts.
    fn latest(&self, facts: &[&'a Fact]) -> Option<&'a FactId> {
        facts.iter().rev().find(|fact| self.counts(fact)).map(|fact| &fact.id)
    }

    fn is_own(&self, fact: &Fact) -> bool {
        fact.person.as_ref() == Some(self.view.person)
    }

    fn counts(&self, fact: &Fact) -> bool {
        !self.view.partner.withdrawn().any(|(id, _)| *id == fact.id)
    }

    /// Those of the facts that count.
    fn counting(&self, facts: impl IntoIterator<Item = &'a Fact>) -> Ids<'a> {
        facts.into_iter().filter(|fact| self.counts(fact)).map(|fact| &fact.id).fill()
    }

    /// The steps that decide whether these facts count.
    fn disputes(&self, facts: impl IntoIterator<Item = &'a Fact>) -> Ids<'a> {
        facts.into_iter().filter_map(|fact| self.deciding.get(&fact.id).copied()).fill()
    }

    /// Those of the facts that count, and the steps that decide whether they do.
    fn standing(&self, facts: impl IntoIterator<Item = &'a Fact>) -> Ids<'a> {
        let facts: Vec<&Fact> = facts.into_iter().collect();
        let mut ids = self.disputes(facts.iter().copied());
        ids.extend(self.counting(facts));
        ids
    }

    pub(super) fn written(&self, context: Resting<'a>) -> Context {
        let Resting { name, facts, settings } = context;
        Context { name, facts: self.ordered(&facts), settings }
    }

    /// The ids by instant.
    pub(super) fn ordered(&self, ids: &Ids<'a>) -> Vec<FactId> {
        let mut known: Vec<&Fact> =
            ids.iter().filter_map(|id| self.by_id.get(id.as_str()).copied()).collect();
        known.order_by_key(|fact| (fact.at, &fact.id));
        known.into_iter().map(|fact| fact.id.clone()).collect()
    }
}

/// Whether a field holds the id of a fact.
fn names_one(key: &str) -> bool {
    matches!(key, "fact" | "question" | "answer" | "appointed_by" | "last_record" | "last_brief" | "given")
        || key.ends_with("_fact")
}

/// Whether a field holds ids of facts.
fn names_many(key: &str) -> bool {
    matches!(key, "evidence" | "contested" | "by" | "given" | "unplanned" | "recognised" | "recent" | "facts")
}
