//! The tracer: everything that a trail needs, worked out once, so that a question about one number or one fact makes
//! that entry alone, and a long trail is written entry by entry.

use std::collections::BTreeSet;

use serde::ser::{Serialize, SerializeStruct as _, Serializer};

use super::fact_side::Sides;
use super::gather::{self, Number, Numbers};
use super::seen::{Seen, is_of};
use super::{Basis, Context, FactTrail, NumberTrail, SCHEMA, Trail, TrailStanding};
use crate::answer::brief::{self, Brief};
use crate::calendar::Instant;
use crate::error::{Error, Place, ProblemKind, phrase};
use crate::fact::{FactId, Journal, PersonId};
use crate::order::{Fill as _, Order as _};
use crate::partner::view::{PartnerView, partner_of};
use crate::policy::Policy;

/// The pointer of the number of facts, of which every fact of the person is evidence.
const ALL_FACTS: &str = "/facts";

/// The brief of one person with what is behind its numbers, to be asked for all of it or for a part.
///
/// As JSON it is written as its [whole](Self::whole) is, to the byte, without ever being in memory as such.
///
/// ```
/// # let policy = keyperson::Policy::default();
/// # let journal = keyperson::Journal::from_json_lines(
/// #     r#"{"id":"f-1","at":"2026-01-05T09:00:00+09:00","partner":"acme","person":"p-001","type":"rating","trait":"drive","value":0.9,"by":"Sato"}"#,
/// # )?;
/// let person = "p-001".parse()?;
/// let tracer = keyperson::answer::trail::Tracer::new(&journal, &policy, &person, policy.as_of("2026-04-30")?)?;
/// let score = tracer.part(Some("/fit/score"), None)?;
/// assert_eq!(score.numbers.len(), 1);
/// assert_eq!(tracer.part(None, None)?, tracer.whole());
/// # Ok::<(), keyperson::Error>(())
/// ```
pub struct Tracer<'a> {
    policy: &'a Policy,
    brief: Brief,
    seen: Seen<'a>,
    sides: Sides,
    behind: Numbers,
    /// Places of the facts that are told, by instant.
    listed: Vec<usize>,
    /// By fact: the sets in which it is.
    sets_of: Vec<Vec<usize>>,
    /// By fact: the contexts in which it is.
    contexts_of: Vec<Vec<usize>>,
    /// By set: the numbers of which it is the evidence.
    numbers_of: Vec<Vec<usize>>,
}

impl<'a> Tracer<'a> {
    /// Works out the brief and what is behind each of its numbers.
    ///
    /// # Errors
    /// As [`brief`](crate::brief()).
    pub fn new(
        journal: &'a Journal,
        policy: &'a Policy,
        person: &PersonId,
        as_of: Instant,
    ) -> Result<Self, Error> {
        let name = partner_of(journal, person, as_of)?;
        let partner = PartnerView::new(journal, name, policy, as_of)?;
        let view = partner.person(person);
        let brief = brief::of_view(&view, policy);
        let facts = journal.of_partner(name);
        let facts = facts.get(..facts.partition_point(|fact| fact.at <= as_of)).unwrap_or_default();
        let seen = Seen::of(facts, &view);
        let behind = gather::numbers(&brief, journal, &view, policy, &seen);
        let sides = Sides::of(&brief, &seen, view.today());
        let sets_of = turned(seen.len(), behind.sets.iter().map(Vec::as_slice));
        let contexts_of = turned(seen.len(), behind.contexts.iter().map(|context| context.facts.as_slice()));
        let mut numbers_of = vec![Vec::new(); behind.sets.len()];
        for (place, number) in behind.numbers.iter().enumerate() {
            if let Some(numbers) = numbers_of.get_mut(number.evidence) {
                numbers.push(place);
            }
        }
        let mut tracer =
            Self { policy, brief, seen, sides, behind, listed: Vec::new(), sets_of, contexts_of, numbers_of };
        tracer.listed = (0..tracer.seen.len()).filter(|place| tracer.is_listed(*place)).collect();
        Ok(tracer)
    }

    /// All numbers, contexts and facts.
    #[must_use]
    pub fn whole(&self) -> Trail {
        self.with(self.numbers().collect(), self.contexts().collect(), self.facts().collect())
    }

    /// What [`Trail::part`] answers: what is behind a number, what a fact moves, or everything.
    ///
    /// # Errors
    /// `unknown_number`, `unknown_fact`, and `contradiction` where both are asked for.
    pub fn part(&self, pointer: Option<&str>, fact: Option<&str>) -> Result<Trail, Error> {
        match (pointer, fact) {
            (None, None) => Ok(self.whole()),
            (Some(pointer), None) => self.of_pointer(pointer).ok_or_else(|| unknown_number(pointer)),
            (None, Some(fact)) => self.of_fact(fact).ok_or_else(|| unknown_fact(fact)),
            (Some(_), Some(_)) => Err(both()),
        }
    }

    fn of_pointer(&self, pointer: &str) -> Option<Trail> {
        let numbers: Vec<&Number> =
            self.behind.numbers.iter().filter(|number| is_below(&number.pointer, pointer)).collect();
        let sets: BTreeSet<usize> = numbers.iter().map(|number| number.evidence).fill();
        let contexts: BTreeSet<usize> = numbers.iter().filter_map(|number| number.context).fill();
        let mut named = vec![false; self.seen.len()];
        let evidence = sets.iter().filter_map(|set| self.behind.sets.get(*set));
        let rests = contexts.iter().filter_map(|context| self.behind.contexts.get(*context));
        for place in evidence.chain(rests.map(|context| &context.facts)).flatten() {
            if let Some(named) = named.get_mut(*place) {
                *named = true;
            }
        }
        let facts = self.listed.iter().filter(|place| named.get(**place).copied().unwrap_or_default());
        let facts = facts.filter_map(|place| self.fact(*place)).collect();
        (!numbers.is_empty()).then(|| self.cut(&numbers, &contexts, facts))
    }

    fn of_fact(&self, id: &str) -> Option<Trail> {
        let place = self.seen.place(id).filter(|place| self.is_listed(*place))?;
        let (sets, contexts) = (at(&self.sets_of, place), at(&self.contexts_of, place));
        let names = |number: &&Number| {
            let rests = number.context.is_some_and(|context| contexts.binary_search(&context).is_ok());
            rests || sets.binary_search(&number.evidence).is_ok()
        };
        let numbers: Vec<&Number> = self.behind.numbers.iter().filter(names).collect();
        let contexts = numbers.iter().filter_map(|number| number.context).fill();
        Some(self.cut(&numbers, &contexts, self.fact(place).into_iter().collect()))
    }

    fn cut(&self, numbers: &[&Number], contexts: &BTreeSet<usize>, facts: Vec<FactTrail>) -> Trail {
        let contexts = contexts.iter().filter_map(|context| self.context(*context)).collect();
        self.with(numbers.iter().map(|number| self.number(number)).collect(), contexts, facts)
    }

    fn with(&self, numbers: Vec<NumberTrail>, contexts: Vec<Context>, facts: Vec<FactTrail>) -> Trail {
        Trail {
            schema: SCHEMA,
            as_of: self.brief.as_of,
            policy: self.brief.policy.clone(),
            partner: self.brief.partner.clone(),
            person: self.brief.person.clone(),
            numbers,
            contexts,
            facts,
        }
    }

    fn numbers(&self) -> impl Iterator<Item = NumberTrail> {
        self.behind.numbers.iter().map(|number| self.number(number))
    }

    fn contexts(&self) -> impl Iterator<Item = Context> {
        (0..self.behind.contexts.len()).filter_map(|context| self.context(context))
    }

    fn facts(&self) -> impl Iterator<Item = FactTrail> {
        self.listed.iter().filter_map(|place| self.fact(*place))
    }

    fn number(&self, number: &Number) -> NumberTrail {
        let evidence = at(&self.behind.sets, number.evidence);
        let context = number.context.and_then(|context| self.behind.contexts.get(context));
        let on_facts = !evidence.is_empty() || context.is_some_and(|context| !context.facts.is_empty());
        NumberTrail {
            pointer: number.pointer.clone(),
            value: number.value,
            basis: if on_facts { Basis::Facts } else { Basis::Policy },
            evidence: self.ids(evidence),
            context: context.map(|context| context.name.clone()),
        }
    }

    fn context(&self, place: usize) -> Option<Context> {
        let context = self.behind.contexts.get(place)?;
        Some(Context {
            name: context.name.clone(),
            facts: self.ids(&context.facts),
            settings: context.settings.clone(),
        })
    }

    fn fact(&self, place: usize) -> Option<FactTrail> {
        let fact = self.seen.get(place)?;
        let sets = at(&self.sets_of, place);
        let mut numbers: Vec<usize> =
            sets.iter().flat_map(|set| at(&self.numbers_of, *set)).copied().collect();
        numbers.order();
        let evidence_of = numbers.into_iter().filter_map(|number| self.behind.numbers.get(number));
        let evidence_of: Vec<String> = evidence_of.map(|number| number.pointer.clone()).collect();
        let context_of = at(&self.contexts_of, place).iter().filter_map(|c| self.behind.contexts.get(*c));
        let context_of: Vec<String> = context_of.map(|context| context.name.clone()).collect();
        let counts = evidence_of.iter().any(|pointer| pointer != ALL_FACTS);
        Some(FactTrail {
            fact: fact.id.clone(),
            at: fact.at,
            type_name: fact.event.type_name(),
            person: fact.person.clone(),
            source: fact.source.clone(),
            standing: match (self.seen.is_withdrawn(place), counts, context_of.as_slice()) {
                (true, ..) => TrailStanding::Withdrawn,
                (_, true, _) => TrailStanding::Counts,
                (_, _, [_, ..]) => TrailStanding::Context,
                _ => TrailStanding::NotRead,
            },
            contested: self.seen.is_contested(place),
            voices: self.sides.voices(place, fact, &self.brief, &self.seen, self.policy),
            evidence_of,
            context_of,
            answers: self.sides.answers(place, &self.seen),
        })
    }

    fn ids(&self, places: &[usize]) -> Vec<FactId> {
        places.iter().filter_map(|place| self.seen.id(*place)).collect()
    }

    /// Whether a fact is of the person, of the whole partner, or named by a number.
    fn is_listed(&self, place: usize) -> bool {
        let near = |fact: &crate::fact::Fact| fact.person.is_none() || is_of(fact, &self.brief.person);
        self.seen.get(place).is_some_and(near)
            || !at(&self.contexts_of, place).is_empty()
            || at(&self.sets_of, place).iter().any(|set| !at(&self.numbers_of, *set).is_empty())
    }
}

impl Serialize for Tracer<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut trail = serializer.serialize_struct("Trail", 8)?;
        trail.serialize_field("schema", SCHEMA)?;
        trail.serialize_field("as_of", &self.brief.as_of)?;
        trail.serialize_field("policy", &self.brief.policy)?;
        trail.serialize_field("partner", &self.brief.partner)?;
        trail.serialize_field("person", &self.brief.person)?;
        trail.serialize_field("numbers", &Each(|| self.numbers()))?;
        trail.serialize_field("contexts", &Each(|| self.contexts()))?;
        trail.serialize_field("facts", &Each(|| self.facts()))?;
        trail.end()
    }
}

/// A list of which each item is made when it is written.
struct Each<F>(F);

impl<I: Iterator<Item: Serialize>, F: Fn() -> I> Serialize for Each<F> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq((self.0)())
    }
}

/// From lists of places to the lists in which each place is.
fn turned<'s>(places: usize, lists: impl Iterator<Item = &'s [usize]>) -> Vec<Vec<usize>> {
    let mut turned = vec![Vec::new(); places];
    for (index, list) in lists.enumerate() {
        for place in list {
            if let Some(of) = turned.get_mut(*place) {
                of.push(index);
            }
        }
    }
    turned
}

fn at<T>(lists: &[Vec<T>], place: usize) -> &[T] {
    lists.get(place).map(Vec::as_slice).unwrap_or_default()
}

/// Whether a pointer is this one or leads on from it.
pub(super) fn is_below(pointer: &str, above: &str) -> bool {
    let rest = pointer.strip_prefix(above);
    rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
}

pub(super) fn unknown_number(pointer: &str) -> Error {
    refused("pointer", ProblemKind::UnknownNumber { found: crate::json::tree::shortened(pointer) })
}

pub(super) fn unknown_fact(fact: &str) -> Error {
    refused("fact", ProblemKind::UnknownFact { found: crate::json::tree::shortened(fact) })
}

pub(super) fn both() -> Error {
    let what = phrase!("a trail is asked for by `pointer` or by `fact`, not by both");
    refused("fact", ProblemKind::Contradiction { what })
}

fn refused(field: &str, kind: ProblemKind) -> Error {
    Error::one(Place::at("").field(field), kind)
}
