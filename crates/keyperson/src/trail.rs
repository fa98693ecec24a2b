//! The audit trail: from any number of a brief to the facts behind it, and from each fact to the numbers it moves.
//!
//! A number names its *evidence*, the facts that are counted or read for it, and its *context*: the facts on which
//! it rests beside them, such as the start of the role, the zone, other facts of the kinds that its room reads, and
//! the disputes that decide whether a fact counts. Numbers that the policy alone sets say so. All of them use the
//! as-of.
//!
//! INVARIANT: without any one fact that a number does not name, the number is the same, to the byte.

mod behind;
mod fact_side;
mod gather;
mod room;

use std::collections::BTreeSet;

use serde::Serialize;

use crate::brief::partner_of;
use crate::calendar::Instant;
use crate::error::{Error, Place, ProblemKind};
use crate::fact::{ContestStep, FactId, Journal, PartnerId, PersonId, Trait};
use crate::order::Fill as _;
use crate::policy::Policy;
use crate::read::words;
use crate::value::Text;
use crate::view::PartnerView;

/// The schema tag of a trail.
pub const SCHEMA: &str = "keyperson.trail/1";

words! {
    /// What a number comes from.
    pub enum Basis {
        /// Facts, read by the policy.
        Facts = "facts",
        /// The policy alone.
        Policy = "policy",
    }

    /// What becomes of a fact.
    pub enum Standing {
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
        /// A later fact of the same signal is read in its place.
        Replaced = "replaced",
        /// It counted up to its last day.
        Expired = "expired",
        /// Its dispute was upheld.
        Withdrawn = "withdrawn",
    }
}

/// The numbers of one brief and the facts behind them.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Trail {
    /// `keyperson.trail/1`
    pub schema: &'static str,
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
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
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
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Context {
    /// Its name: a room of the brief, or one of its traits or mismatches.
    pub name: String,
    /// The facts, by instant.
    pub facts: Vec<FactId>,
    /// The settings: JSON pointers into the policy.
    pub settings: Vec<String>,
}

/// A fact, and what becomes of it.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct FactTrail {
    /// The fact.
    pub fact: FactId,
    /// When it happened.
    pub at: Instant,
    /// Its type.
    #[serde(rename = "type")]
    pub type_name: &'static str,
    /// Whom it names; absent for the whole partner.
    pub person: Option<PersonId>,
    /// Where it comes from.
    pub source: Option<Text>,
    /// What becomes of it.
    pub standing: Standing,
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
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
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
    /// What it counts while it is new, undisputed and under its cap, in observations.
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
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
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

/// The trail of one person's brief.
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
    let brief = crate::brief(journal, policy, person, as_of)?;
    let partner = PartnerView::new(journal, partner_of(journal, person, as_of)?, policy, as_of)?;
    let view = partner.person(person);
    let (numbers, contexts) = gather::numbers(&brief, journal, &view, policy);
    let facts = fact_side::facts(&brief, journal, &view, policy, &numbers, &contexts);
    Ok(Trail {
        schema: SCHEMA,
        as_of,
        policy: brief.policy,
        partner: brief.partner,
        person: brief.person,
        numbers,
        contexts,
        facts,
    })
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
        let refused = |field, kind| Error::one(Place::at("").field(field), kind);
        match (pointer, fact) {
            (None, None) => Ok(self),
            (Some(pointer), None) => self.of_pointer(pointer).ok_or_else(|| {
                refused("pointer", ProblemKind::UnknownNumber { found: crate::json::shortened(pointer) })
            }),
            (None, Some(fact)) => self.of_fact(fact).ok_or_else(|| {
                refused("fact", ProblemKind::UnknownFact { found: crate::json::shortened(fact) })
            }),
            (Some(_), Some(_)) => {
                let what = "a trail is asked for by `pointer` or by `fact`, not by both".to_owned();
                Err(refused("fact", ProblemKind::Contradiction { what }))
            }
        }
    }

    /// The trail of the number at `pointer`, or of all numbers below it: only their entries, each as it was. Absent
    /// where there is none.
    #[must_use]
    pub fn of_pointer(&self, pointer: &str) -> Option<Self> {
        let below = |number: &&NumberTrail| {
            let rest = number.pointer.strip_prefix(pointer);
            rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
        };
        let numbers: Vec<NumberTrail> = self.numbers.iter().filter(below).cloned().collect();
        let named: BTreeSet<&FactId> = numbers.iter().flat_map(|number| self.behind(number)).fill();
        let facts = self.facts.iter().filter(|fact| named.contains(&fact.fact)).cloned().collect();
        self.cut(numbers, facts)
    }

    /// The trail of one fact: its entry, and those of the numbers that name it. Absent where the trail has no such
    /// fact.
    #[must_use]
    pub fn of_fact(&self, id: &str) -> Option<Self> {
        let fact = self.fact(id)?;
        let names = |number: &&NumberTrail| self.behind(number).contains(&fact.fact);
        let numbers: Vec<NumberTrail> = self.numbers.iter().filter(names).cloned().collect();
        let facts = vec![fact.clone()];
        if numbers.is_empty() {
            return Some(Self { numbers, contexts: Vec::new(), facts, ..self.clone() });
        }
        self.cut(numbers, facts)
    }

    fn cut(&self, numbers: Vec<NumberTrail>, facts: Vec<FactTrail>) -> Option<Self> {
        let used: BTreeSet<&String> = numbers.iter().filter_map(|number| number.context.as_ref()).fill();
        let contexts = self.contexts.iter().filter(|context| used.contains(&context.name)).cloned().collect();
        (!numbers.is_empty()).then(|| Self {
            schema: self.schema,
            as_of: self.as_of,
            policy: self.policy.clone(),
            partner: self.partner.clone(),
            person: self.person.clone(),
            numbers,
            contexts,
            facts,
        })
    }
}
