//! The audit trail: from any number of a brief to the facts behind it, and from each fact to the numbers it moves.
//!
//! A number names its *evidence*: the facts that are counted or read for it. It also names its *context*: other facts
//! that it depends on, such as the start of the role, the zone, facts of the same kinds, and the disputes that decide
//! whether a fact counts. If the policy alone sets a number, the trail says so. All numbers depend on the as-of.
//!
//! A context that many numbers share is stored once. The weight of a piece of evidence is limited by a cap that it
//! shares with all evidence of the same signal. So a weight names its own fact as evidence and the others as context
//! (`traits/drive/study_session`; `traits/drive/rating` for the ratings, whoever gave them). A step of a rung's
//! course names the facts of its day. So the size of a trail grows with the facts, not with their square.
//!
//! INVARIANT: if a number does not name a fact, it stays the same, to the byte, without that fact.

mod behind;
mod context;
mod fact_side;
mod gather;
mod room;
mod seen;
mod tracer;

pub use tracer::Tracer;

use std::collections::BTreeSet;

use serde::{Deserialize, Deserializer, Serialize};

use crate::calendar::Instant;
use crate::error::Error;
use crate::fact::{ContestStep, EVENTS, FactId, Journal, PartnerId, PersonId, Trait};
use crate::json::read::{known_text, words};
use crate::order::Fill as _;
use crate::policy::Policy;
use crate::value::{KnownText, Text};

/// The schema tag of a trail.
pub const SCHEMA: &str = "keyperson.trail/1";

/// The schema tag of a stored answer, which must be this version's.
fn schema_tag<'de, D: Deserializer<'de>>(deserializer: D) -> Result<&'static str, D::Error> {
    known_text(deserializer, &[SCHEMA])
}

/// A type of fact that this version knows.
fn type_name<'de, D: Deserializer<'de>>(deserializer: D) -> Result<&'static str, D::Error> {
    let known: Vec<&'static str> = EVENTS.iter().map(|spec| spec.type_name).collect();
    known_text(deserializer, &known)
}

words! {
    /// What a number comes from.
    pub enum Basis {
        /// Facts, read by the policy.
        Facts = "facts",
        /// The policy alone.
        Policy = "policy",
    }

    /// What becomes of a fact.
    pub enum TrailStanding {
        /// It is evidence of a number.
        Counts = "counts",
        /// Numbers rest on it without counting it.
        Context = "context",
        /// It does not count: its dispute was upheld.
        Withdrawn = "withdrawn",
        /// Nothing of the brief reads it.
        NotRead = "not_read",
    }

    /// How a fact counts for a trait.
    pub enum VoiceState {
        /// It counts.
        Counts = "counts",
        /// Somebody set the trait, and nothing counts while that holds.
        Overridden = "overridden",
        /// A later fact is read in its place: of the same signal, or one that took an order or a loss back.
        Replaced = "replaced",
        /// It counted up to its last day.
        Expired = "expired",
        /// Its dispute was upheld.
        Withdrawn = "withdrawn",
    }
}

/// The numbers of one brief and the facts behind them.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(not(feature = "exhaustive"), non_exhaustive)]
pub struct Trail {
    /// `keyperson.trail/1`
    #[serde(deserialize_with = "schema_tag")]
    pub schema: KnownText,
    /// The instant of the question.
    pub as_of: Instant,
    /// Name of the policy.
    pub policy: String,
    /// The partner.
    pub partner: PartnerId,
    /// The person.
    pub person: PersonId,
    /// Every number, in the order of the brief.
    pub numbers: Vec<NumberTrail>,
    /// What numbers rest on, by name.
    pub contexts: Vec<Context>,
    /// Every fact of the person and of the whole partner, and those of others on which a number rests, by instant.
    pub facts: Vec<FactTrail>,
}

/// A number of the brief.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(not(feature = "exhaustive"), non_exhaustive)]
pub struct NumberTrail {
    /// Where it stands: a JSON pointer into the brief.
    pub pointer: String,
    /// The number.
    pub value: f64,
    /// What it comes from.
    pub basis: Basis,
    /// The facts that are counted or read for it, by instant.
    pub evidence: Vec<FactId>,
    /// Name of the context on which it rests; absent where the policy alone sets it: the same pointer leads to it
    /// in the policy.
    pub context: Option<String>,
}

/// Facts and settings on which numbers rest.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(not(feature = "exhaustive"), non_exhaustive)]
pub struct Context {
    /// Its name: a room of the brief, a trait or mismatch of it, or a trait and a signal that speaks of it.
    pub name: String,
    /// The facts, by instant.
    pub facts: Vec<FactId>,
    /// The settings: JSON pointers into the policy.
    pub settings: Vec<String>,
}

/// A fact, and what becomes of it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(not(feature = "exhaustive"), non_exhaustive)]
pub struct FactTrail {
    /// The fact.
    pub fact: FactId,
    /// When it happened.
    pub at: Instant,
    /// Its type.
    #[serde(rename = "type")]
    #[serde(deserialize_with = "type_name")]
    pub type_name: KnownText,
    /// Whom it names; absent for the whole partner.
    pub person: Option<PersonId>,
    /// Where it comes from.
    pub source: Option<Text>,
    /// What becomes of it.
    pub standing: TrailStanding,
    /// Whether its dispute is open.
    pub contested: bool,
    /// How it speaks of the person's traits.
    pub voices: Vec<VoiceTrail>,
    /// Numbers of which it is evidence: JSON pointers into the brief, in its order.
    pub evidence_of: Vec<String>,
    /// Names of the contexts to which it belongs.
    pub context_of: Vec<String>,
    /// What was said about it, by instant.
    pub answers: Vec<AnswerTrail>,
}

/// How a fact speaks of one trait: `weight = full · fading · dispute · cap` where it counts, else 0.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(not(feature = "exhaustive"), non_exhaustive)]
pub struct VoiceTrail {
    /// The trait.
    #[serde(rename = "trait")]
    pub of: Trait,
    /// The signal; `rating` for ratings.
    pub signal: String,
    /// How it counts.
    pub state: VoiceState,
    /// What it says, from 0 (against) to 1 (for).
    pub y: f64,
    /// Its weight in observations while it is new, undisputed and under its cap.
    pub full: f64,
    /// What age leaves of that, 0 to 1.
    pub fading: f64,
    /// What an open dispute leaves of that, 0 to 1.
    pub dispute: f64,
    /// What the cap of its signal or rater leaves of that, 0 to 1.
    pub cap: f64,
    /// What it counts today.
    pub weight: f64,
}

/// Something said about a fact.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(not(feature = "exhaustive"), non_exhaustive)]
pub struct AnswerTrail {
    /// The fact that says it.
    pub fact: FactId,
    /// When.
    pub at: Instant,
    /// A comment, or a step of the dispute.
    pub step: ContestStep,
    /// Whose page it stands on.
    pub person: Option<PersonId>,
    /// Who said it, where that is somebody else.
    pub by: Option<Text>,
    /// The words.
    pub reason: Option<Text>,
}

/// The trail of one person's brief: all of it. A [`Tracer`] answers what is behind one number without the rest.
///
/// ```
/// let policy = keyperson::Policy::default();
/// let journal = keyperson::Journal::from_json_lines(
///     r#"{"id":"f-1","at":"2026-01-05T09:00:00+09:00","partner":"acme","person":"p-001","type":"rating","trait":"drive","value":0.9,"by":"Sato"}"#,
/// )?;
/// let trail = keyperson::trail(&journal, &policy, &"p-001".parse()?, policy.as_of("2026-04-30")?)?;
/// assert_eq!(trail.number("/fit/score").unwrap().evidence[0].as_str(), "f-1");
/// assert!(trail.fact("f-1").unwrap().evidence_of.contains(&"/traits/1/mean".to_owned()));
/// # Ok::<(), keyperson::Error>(())
/// ```
///
/// # Errors
/// As [`brief`](crate::brief()).
pub fn trail(journal: &Journal, policy: &Policy, person: &PersonId, as_of: Instant) -> Result<Trail, Error> {
    Ok(Tracer::new(journal, policy, person, as_of)?.whole())
}

impl Trail {
    /// The number at a pointer into the brief.
    #[must_use]
    pub fn number(&self, pointer: &str) -> Option<&NumberTrail> {
        self.numbers.iter().find(|number| number.pointer == pointer)
    }

    /// The fact with an id.
    #[must_use]
    pub fn fact(&self, id: &str) -> Option<&FactTrail> {
        self.facts.iter().find(|fact| fact.fact.as_str() == id)
    }

    /// The context on which a number rests.
    #[must_use]
    pub fn context(&self, number: &NumberTrail) -> Option<&Context> {
        let name = number.context.as_ref()?;
        self.contexts.iter().find(|context| context.name == *name)
    }

    /// Every fact that a number names: its evidence, and its context.
    #[must_use]
    pub fn behind<'s>(&'s self, number: &'s NumberTrail) -> BTreeSet<&'s FactId> {
        let context = self.context(number).map(|context| context.facts.as_slice()).unwrap_or_default();
        number.evidence.iter().chain(context).fill()
    }

    /// The part that a question asks for: what is behind a number, what a fact moves, or everything.
    ///
    /// # Errors
    /// `unknown_number`, `unknown_fact`, and `contradiction` where both are asked for.
    pub fn part(self, pointer: Option<&str>, fact: Option<&str>) -> Result<Self, Error> {
        match (pointer, fact) {
            (None, None) => Ok(self),
            (Some(pointer), None) => self.of_pointer(pointer).ok_or_else(|| tracer::unknown_number(pointer)),
            (None, Some(fact)) => self.of_fact(fact).ok_or_else(|| tracer::unknown_fact(fact)),
            (Some(_), Some(_)) => Err(tracer::both()),
        }
    }

    /// The trail of the number at `pointer`, or of all numbers below it: only their entries, each as it was. Absent
    /// where there is none.
    #[must_use]
    pub fn of_pointer(&self, pointer: &str) -> Option<Self> {
        let below = self.numbers.iter().filter(|number| tracer::is_below(&number.pointer, pointer));
        let numbers: Vec<&NumberTrail> = below.collect();
        let contexts = self.contexts_of(&numbers);
        let evidence = numbers.iter().flat_map(|number| &number.evidence);
        let named: BTreeSet<&FactId> =
            evidence.chain(contexts.iter().flat_map(|context| &context.facts)).fill();
        let facts = self.facts.iter().filter(|fact| named.contains(&fact.fact)).cloned().collect();
        (!numbers.is_empty()).then(|| self.cut(&numbers, &contexts, facts))
    }

    /// The trail of one fact: its entry, and those of the numbers that name it. Absent where the trail has no such
    /// fact.
    #[must_use]
    pub fn of_fact(&self, id: &str) -> Option<Self> {
        let fact = self.fact(id)?;
        let pointers: BTreeSet<&String> = fact.evidence_of.iter().fill();
        let contexts: BTreeSet<&String> = fact.context_of.iter().fill();
        let names = |number: &&NumberTrail| {
            let rests = number.context.as_ref().is_some_and(|context| contexts.contains(context));
            rests || pointers.contains(&number.pointer)
        };
        let numbers: Vec<&NumberTrail> = self.numbers.iter().filter(names).collect();
        Some(self.cut(&numbers, &self.contexts_of(&numbers), vec![fact.clone()]))
    }

    /// The contexts on which these numbers rest.
    fn contexts_of(&self, numbers: &[&NumberTrail]) -> Vec<&Context> {
        let used: BTreeSet<&String> = numbers.iter().filter_map(|number| number.context.as_ref()).fill();
        self.contexts.iter().filter(|context| used.contains(&context.name)).collect()
    }

    fn cut(&self, numbers: &[&NumberTrail], contexts: &[&Context], facts: Vec<FactTrail>) -> Self {
        Self {
            schema: self.schema,
            as_of: self.as_of,
            policy: self.policy.clone(),
            partner: self.partner.clone(),
            person: self.person.clone(),
            numbers: numbers.iter().copied().cloned().collect(),
            contexts: contexts.iter().copied().cloned().collect(),
            facts,
        }
    }
}
