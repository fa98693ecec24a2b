//! The network: who turns to whom at a partner, and what that says of each person's influence.
//!
//! Everybody who turned to anybody is a voice. A voice has one vote for, shared among the colleagues whom it
//! turned to, and one vote against, shared among all the others of the network. Somebody turned to like any other
//! colleague gets as much of the one as of the other, in a house of 20 where each asks ten as in one of 200 where
//! each asks three; who asks everybody says nothing of anybody. The votes for are degree prestige (Wasserman & Faust
//! 1994, Social Network Analysis, ch. 5), each asker sharing one vote as in a step of PageRank (Brin & Page 1998);
//! the votes against make it comparable between networks. Having asked gives no vote.
//!
//! Ties fade and are disputed as other facts are; asking one colleague ten times is one tie. Written out: a tie has
//! the strength `s` of its strongest fact, `2^(−age/half-life)` times the dispute's factor, and the share `t = s/f`
//! of its voice's strongest tie `f`. With `k = Σt` over the voice's ties, `m` other people, `p = k/m`, and `κ` the
//! mean of `k·(1 − p)` over all voices weighted by `f`, the voice gives `f·c·t·(1 − p)` for and `f·c·(1 − t)·p`
//! against, where `c = κ/max(k·(1 − p), 1 − 1/m)`: no voice counts as choosier than one that left out one colleague.
//! `κ` is how many people a voice singles out, so that votes are worth more where the voices say more.

use std::collections::{BTreeMap, BTreeSet};

use crate::calendar::Instant;
use crate::fact::{Event, Fact, FactId, PersonId};
use crate::order::{Fill as _, Order as _};
use crate::policy::{Policy, SignalPolicy};
use crate::read::{length, words};

words! {
    /// What makes a tie between two colleagues. The words are those of the signals as which it counts.
    pub enum TieKind {
        /// One asked the other for advice; it speaks for who was asked.
        TurnedTo = "turned_to",
        /// The two worked together; it speaks for both.
        WorkedWith = "worked_with",
    }
}

/// One fact that ties two colleagues.
#[derive(Debug, Clone, Copy)]
pub struct Tie<'a> {
    /// What made it.
    pub kind: TieKind,
    /// The fact.
    pub fact: &'a Fact,
    /// Of whom the fact is.
    pub from: &'a PersonId,
    /// Whom it names.
    pub whom: &'a PersonId,
}

impl<'a> Tie<'a> {
    /// The tie that a fact makes; none with oneself.
    #[must_use]
    pub fn of(fact: &'a Fact) -> Option<Self> {
        let (kind, whom) = match &fact.event {
            Event::Consulted(event) => (TieKind::TurnedTo, &event.whom),
            Event::WorkedWith(event) => (TieKind::WorkedWith, &event.whom),
            _ => return None,
        };
        let from = fact.person.as_ref().filter(|from| *from != whom)?;
        Some(Self { kind, fact, from, whom })
    }
}

/// A vote for or against one person.
#[derive(Debug, Clone, Copy)]
pub struct Vote<'a> {
    /// The fact that gives it; of the votes against, which are one sum, the latest.
    pub fact: &'a Fact,
    /// Whether it speaks for the person.
    pub speaks_for: bool,
    /// What it counts before its fact fades or is disputed, in observations.
    pub mass: f64,
}

/// What the voices of one network say, by person.
#[derive(Debug, Clone)]
pub struct Network<'a> {
    /// What makes its ties.
    pub kind: TieKind,
    /// The instant at which its ties were weighed.
    pub at: Instant,
    voices: BTreeSet<&'a PersonId>,
    votes: BTreeMap<&'a PersonId, Vec<Vote<'a>>>,
}

impl<'a> Network<'a> {
    /// Hears the ties of one kind up to an instant.
    ///
    /// `contested` are the facts that are disputed, `left` the people who are gone: these are neither heard nor named.
    #[must_use]
    pub fn hear(
        kind: TieKind,
        ties: &[Tie<'a>],
        at: Instant,
        contested: &BTreeMap<&FactId, &Fact>,
        left: &BTreeSet<&PersonId>,
        policy: &Policy,
    ) -> Option<Self> {
        let signal = policy.signals.get(kind.word())?;
        let mut strongest: Ties<'_> = BTreeMap::new();
        for tie in ties.iter().filter(|tie| tie.kind == kind && tie.fact.at <= at) {
            if left.contains(tie.from) || left.contains(tie.whom) {
                continue;
            }
            let disputed = contested.contains_key(&tie.fact.id);
            let strength = strength(tie.fact, at, signal, disputed, policy);
            add(&mut strongest, tie.from, tie.whom, (strength, tie.fact));
            if kind == TieKind::WorkedWith {
                add(&mut strongest, tie.whom, tie.from, (strength, tie.fact));
            }
        }
        let voices = voices(&strongest);
        let votes = votes(&voices, &strongest);
        Some(Self { kind, at, voices: voices.iter().map(|voice| voice.of).fill(), votes })
    }

    /// How many people turned to anybody, the person left out.
    #[must_use]
    pub fn voices_about(&self, person: &PersonId) -> usize {
        self.voices.len().saturating_sub(usize::from(self.voices.contains(person)))
    }

    /// The votes about a person: those for by fact, then the sum of those against.
    ///
    /// None where the person is no part of the network, or where fewer voices than the policy asks for were heard.
    #[must_use]
    pub fn votes_about(&self, person: &PersonId, policy: &Policy) -> &[Vote<'a>] {
        let least = usize::try_from(policy.network.least_voices.get()).unwrap_or(usize::MAX);
        let heard = self.voices_about(person) >= least;
        self.votes.get(person).filter(|_| heard).map(Vec::as_slice).unwrap_or_default()
    }
}

/// The strongest fact of each tie, by voice, then whom it names.
type Ties<'a> = BTreeMap<(&'a PersonId, &'a PersonId), (f64, &'a Fact)>;

/// What a fact counts at an instant, after fading and dispute, 0 to 1.
fn strength(fact: &Fact, at: Instant, signal: &SignalPolicy, disputed: bool, policy: &Policy) -> f64 {
    let dispute = if disputed { policy.estimate.contested_weight.get() } else { 1.0 };
    libm::exp2(-fact.at.days_until(at).max(0.0) / signal.half_life_days.get()) * dispute
}

/// Keeps the strongest of a tie's facts, of equal ones the latest; what has faded to nothing is no tie.
fn add<'a>(ties: &mut Ties<'a>, from: &'a PersonId, whom: &'a PersonId, found: (f64, &'a Fact)) {
    if found.0 <= 0.0 {
        return;
    }
    let kept = ties.entry((from, whom)).or_insert(found);
    if stronger(&found, kept) {
        *kept = found;
    }
}

fn stronger(one: &(f64, &Fact), other: &(f64, &Fact)) -> bool {
    let rest = || (one.1.at, &one.1.id) > (other.1.at, &other.1.id);
    one.0 > other.0 || (one.0 >= other.0 && rest())
}

/// Somebody who turned to colleagues.
struct Voice<'a> {
    of: &'a PersonId,
    /// The strongest tie and its fact: how much the voice counts at all.
    strongest: (f64, &'a Fact),
    /// How many it turned to, each by the share of its strongest tie; from 1.
    named: f64,
}

fn voices<'a>(ties: &Ties<'a>) -> Vec<Voice<'a>> {
    let mut voices: Vec<Voice<'_>> = Vec::new();
    for ((from, _), tie) in ties {
        match voices.last_mut().filter(|voice| voice.of == *from) {
            Some(voice) => {
                voice.named += tie.0;
                if stronger(tie, &voice.strongest) {
                    voice.strongest = *tie;
                }
            }
            None => voices.push(Voice { of: from, strongest: *tie, named: tie.0 }),
        }
    }
    for voice in &mut voices {
        voice.named /= voice.strongest.0;
    }
    voices
}

/// The votes about everybody who is part of the network.
fn votes<'a>(voices: &[Voice<'a>], ties: &Ties<'a>) -> BTreeMap<&'a PersonId, Vec<Vote<'a>>> {
    let mut votes: BTreeMap<&PersonId, Vec<Vote<'_>>> =
        ties.keys().flat_map(|(from, whom)| [*from, *whom]).map(|person| (person, Vec::new())).fill();
    let others = length(votes.len()) - 1.0;
    let chosen = |voice: &Voice<'_>| voice.named * (1.0 - voice.named / others);
    let heard: f64 = voices.iter().map(|voice| voice.strongest.0).sum();
    let singled_out = voices.iter().map(|voice| voice.strongest.0 * chosen(voice)).sum::<f64>() / heard;
    // Of two people each is all that the other could turn to.
    let least = if others > 1.0 { 1.0 - 1.0 / others } else { f64::INFINITY };
    // What each voice gives a colleague whom it turned to, before fading, and one whom it did not.
    let shares: BTreeMap<&PersonId, (f64, f64)> = voices
        .iter()
        .map(|voice| {
            let (scale, p) = (singled_out / chosen(voice).max(least), voice.named / others);
            (voice.of, (scale * (1.0 - p).max(0.0), voice.strongest.0 * scale * p))
        })
        .fill();
    let all_against: f64 = shares.values().map(|(_, against)| against).sum();
    let mut against: BTreeMap<&PersonId, f64> = BTreeMap::new();
    let mut fully: BTreeSet<(&PersonId, &PersonId)> = BTreeSet::new();
    for ((from, whom), (strength, fact)) in ties {
        let Some(voice) =
            voices.binary_search_by_key(from, |voice| voice.of).ok().and_then(|n| voices.get(n))
        else {
            continue;
        };
        let (gives, takes) = shares.get(from).copied().unwrap_or_default();
        let share = strength / voice.strongest.0;
        *against.entry(whom).or_default() += share * takes;
        if share >= 1.0 {
            fully.insert((from, whom));
        }
        if let Some(own) = votes.get_mut(whom).filter(|_| gives > 0.0) {
            own.push(Vote { fact, speaks_for: true, mass: gives });
        }
    }
    let mut latest: Vec<&Voice<'_>> = voices.iter().collect();
    latest.order_by_key(|voice| {
        let fact = voice.strongest.1;
        std::cmp::Reverse((fact.at, &fact.id))
    });
    for (person, own) in &mut votes {
        let own_voice = shares.get(person).map_or(0.0, |(_, against)| *against);
        let sum = all_against - own_voice - against.get(person).copied().unwrap_or_default();
        let elsewhere =
            latest.iter().find(|voice| voice.of != *person && !fully.contains(&(voice.of, *person)));
        own.order_by_key(|vote| (vote.fact.at, &vote.fact.id));
        // Below that it is what is left of the subtraction.
        if let Some(voice) = elsewhere.filter(|_| sum > 1e-12 * all_against) {
            let (strength, fact) = voice.strongest;
            own.push(Vote { fact, speaks_for: false, mass: sum / strength });
        }
    }
    votes
}
