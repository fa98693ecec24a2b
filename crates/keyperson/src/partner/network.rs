//! The network: who asks whom at a partner, and what that says about each person's influence.
//!
//! Everybody who asked somebody is a voice. A voice has one vote for, shared among the colleagues whom it asked, and
//! one vote against, shared among all others in the network. A person who is asked as often as any other colleague
//! gets as much of one as of the other, in a company of 20 where each asks ten as in one of 200 where each asks
//! three. Somebody who asks everybody says nothing about anybody. The votes for are degree prestige (Wasserman &
//! Faust 1994, Social Network Analysis, ch. 5), with one vote per voice as in a step of PageRank (Brin & Page 1998).
//! The votes against make networks comparable. Having asked gives no vote.
//!
//! Ties fade and are disputed like other facts. Asking one colleague ten times is one tie. In formulas: a tie has the
//! strength `s` of its strongest fact, `2^(−age/half-life)` times the dispute's factor, and the share `t = s/f` of
//! its voice's strongest tie `f`. With `k = Σt` over the voice's ties, `m` other people, `p = k/m`, and `κ` the mean
//! of `k·(1 − p)` over all voices weighted by `f`, the voice gives `f·c·t·(1 − p)` for and `f·c·(1 − t)·p` against,
//! where `c = κ/max(k·(1 − p), 1 − 1/m)`: no voice counts as more selective than one that left out one colleague.

use std::collections::{BTreeMap, BTreeSet};

use crate::calendar::Instant;
use crate::fact::{Event, Fact, FactId, PersonId, TieKind};
use crate::json::read::length;
use crate::order::{Fill as _, Order as _};
use crate::policy::{Policy, SignalPolicy};

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

/// The ties of one kind at a partner, put in order once, whatever the instant at which they are heard.
#[derive(Debug, Clone)]
pub struct Ties<'a> {
    kind: TieKind,
    /// Everybody who turned to anybody or was turned to, by id.
    people: Vec<&'a PersonId>,
    /// Who turned to whom, by both; a tie that speaks for both stands here twice.
    pairs: Vec<Pair>,
    /// The facts, pair by pair, of each by instant, then id.
    facts: Vec<Made<'a>>,
    /// Places of the pairs by whom they name, then by who turned.
    by_whom: Vec<usize>,
}

/// One person who turned to another.
#[derive(Debug, Clone, Copy)]
struct Pair {
    /// Places of the two among the people.
    from: usize,
    whom: usize,
    /// Where the facts of the pair end.
    end: usize,
}

/// A fact that makes a tie. Its instant stands beside it: all of them are compared each time that ties are heard.
#[derive(Debug, Clone, Copy)]
struct Made<'a> {
    at: Instant,
    fact: &'a Fact,
}

impl<'a> Ties<'a> {
    /// Those of one kind among all of a partner's, which come by instant, then id.
    #[must_use]
    pub fn of(kind: TieKind, ties: &[Tie<'a>]) -> Self {
        let mut facts: BTreeMap<(&'a PersonId, &'a PersonId), Vec<&'a Fact>> = BTreeMap::new();
        for tie in ties.iter().filter(|tie| tie.kind == kind) {
            facts.entry((tie.from, tie.whom)).or_default().push(tie.fact);
            if kind == TieKind::WorkedWith {
                facts.entry((tie.whom, tie.from)).or_default().push(tie.fact);
            }
        }
        let people: BTreeSet<&PersonId> = facts.keys().flat_map(|(from, whom)| [*from, *whom]).fill();
        let people: Vec<&PersonId> = people.into_iter().collect();
        let place = |person: &PersonId| people.binary_search(&person).ok();
        let mut pairs: Vec<Pair> = Vec::with_capacity(facts.len());
        let mut all: Vec<Made<'a>> = Vec::with_capacity(ties.len());
        for ((from, whom), facts) in facts {
            let (Some(from), Some(whom)) = (place(from), place(whom)) else { continue };
            all.extend(facts.into_iter().map(|fact| Made { at: fact.at, fact }));
            pairs.push(Pair { from, whom, end: all.len() });
        }
        let mut by_whom: Vec<usize> = (0..pairs.len()).collect();
        // A stable sort leaves those who turned to one person in their order.
        by_whom.order_by_key(|place| pairs.get(*place).map(|pair| pair.whom));
        Self { kind, people, pairs, facts: all, by_whom }
    }
}

/// What the voices of one network say.
#[derive(Debug, Clone)]
pub struct Network<'a> {
    /// What makes its ties.
    pub kind: TieKind,
    /// The instant at which its ties were weighed.
    pub at: Instant,
    /// Everybody who turned to anybody, by id.
    voices: Vec<Voice<'a>>,
    /// Each tie by its strongest fact, by whom it names, then by who turned.
    named: Vec<Named<'a>>,
    /// What all voices give against a colleague to whom they did not turn.
    all_against: f64,
    /// Places of the voices, the latest strongest tie first; empty where few are asked about, who look for themselves.
    latest: Vec<usize>,
}

/// A tie by its strongest fact.
#[derive(Debug, Clone, Copy)]
struct Named<'a> {
    whom: &'a PersonId,
    /// Place of the voice that turned.
    voice: usize,
    tie: Weighed<'a>,
}

/// A fact with its strength.
#[derive(Debug, Clone, Copy)]
struct Weighed<'a> {
    strength: f64,
    made: Made<'a>,
}

/// Somebody who turned to colleagues.
#[derive(Debug, Clone, Copy)]
struct Voice<'a> {
    of: &'a PersonId,
    /// The strongest tie: how much the voice counts at all.
    strongest: Weighed<'a>,
    /// How many it turned to, each by the share of its strongest tie; from 1.
    named: f64,
    /// What it gives a colleague whom it turned to, before fading.
    gives: f64,
    /// What it gives against one to whom it did not turn.
    takes: f64,
}

/// Who is not heard, and what counts less.
#[derive(Debug, Clone, Copy)]
pub struct Silence<'s, 'a> {
    /// Facts that are disputed.
    pub contested: &'s BTreeMap<&'a FactId, &'a Fact>,
    /// Facts that do not count.
    pub withdrawn: &'s BTreeMap<&'a FactId, &'a Fact>,
    /// People who are gone: these are neither heard nor named.
    pub left: &'s BTreeSet<&'a PersonId>,
}

impl<'a> Network<'a> {
    /// Hears the ties of one kind up to an instant; the time that it takes grows with the ties alone.
    #[must_use]
    pub fn hear(ties: &Ties<'a>, at: Instant, silence: Silence<'_, 'a>, policy: &Policy) -> Option<Self> {
        let signal = policy.signals.get(ties.kind.word())?;
        let gone: Vec<bool> = ties.people.iter().map(|person| silence.left.contains(person)).collect();
        let is_gone = |place: usize| gone.get(place).copied().unwrap_or_default();
        let mut voices: Vec<Voice<'a>> = Vec::new();
        let mut heard: Vec<Option<(usize, Weighed<'a>)>> = vec![None; ties.pairs.len()];
        // People who are part of the network.
        let mut part: Vec<bool> = vec![false; ties.people.len()];
        let (mut last, mut begin) = (None, 0);
        for (pair, heard) in ties.pairs.iter().zip(&mut heard) {
            let facts = ties.facts.get(std::mem::replace(&mut begin, pair.end)..pair.end).unwrap_or_default();
            if is_gone(pair.from) || is_gone(pair.whom) {
                continue;
            }
            let seen = facts.iter().take_while(|made| made.at <= at);
            let counting = seen.filter(|made| !silence.withdraws(made.fact));
            let strongest = counting.fold(None, |kept, made| {
                let strength = strength(made.at, at, signal, silence.contests(made.fact), policy);
                let found = Weighed { strength, made: *made };
                // What has faded to nothing is no tie.
                let better = strength > 0.0 && kept.is_none_or(|kept| found.stronger(&kept));
                if better { Some(found) } else { kept }
            });
            let (Some(tie), Some(of)) = (strongest, ties.people.get(pair.from)) else { continue };
            match voices.last_mut().filter(|_| last == Some(pair.from)) {
                Some(voice) => {
                    voice.named += tie.strength;
                    if tie.stronger(&voice.strongest) {
                        voice.strongest = tie;
                    }
                }
                None => {
                    voices.push(Voice { of, strongest: tie, named: tie.strength, gives: 0.0, takes: 0.0 });
                    last = Some(pair.from);
                }
            }
            for place in [pair.from, pair.whom] {
                if let Some(part) = part.get_mut(place) {
                    *part = true;
                }
            }
            *heard = Some((voices.len().saturating_sub(1), tie));
        }
        let named = ties.by_whom.iter().filter_map(|place| {
            let (voice, tie) = (*heard.get(*place)?)?;
            let whom = ties.people.get(ties.pairs.get(*place)?.whom)?;
            Some(Named { whom, voice, tie })
        });
        let mut network = Self {
            kind: ties.kind,
            at,
            named: named.collect(),
            voices,
            all_against: 0.0,
            latest: Vec::new(),
        };
        network.weigh(part.iter().filter(|part| **part).count());
        Some(network)
    }

    /// Shares out what each voice gives, in a network of so many people.
    fn weigh(&mut self, people: usize) {
        let others = length(people) - 1.0;
        for voice in &mut self.voices {
            voice.named /= voice.strongest.strength;
        }
        let chosen = |voice: &Voice<'_>| voice.named * (1.0 - voice.named / others);
        let heard: f64 = self.voices.iter().map(|voice| voice.strongest.strength).sum();
        let singled_out =
            self.voices.iter().map(|voice| voice.strongest.strength * chosen(voice)).sum::<f64>() / heard;
        // Of two people each is all that the other could turn to.
        let least = if others > 1.0 { 1.0 - 1.0 / others } else { f64::INFINITY };
        for voice in &mut self.voices {
            let (scale, p) = (singled_out / chosen(voice).max(least), voice.named / others);
            voice.gives = scale * (1.0 - p).max(0.0);
            voice.takes = voice.strongest.strength * scale * p;
        }
        self.all_against = self.voices.iter().map(|voice| voice.takes).sum();
    }

    /// The same network, of which everybody will be asked.
    #[must_use]
    pub fn for_everybody(mut self) -> Self {
        let mut latest: Vec<usize> = (0..self.voices.len()).collect();
        latest.order_by_key(|place| std::cmp::Reverse(self.strongest_of(*place)));
        self.latest = latest;
        self
    }

    /// When the strongest tie of a voice was made, and by which fact.
    fn strongest_of(&self, voice: usize) -> Option<(Instant, &'a FactId)> {
        self.voices.get(voice).map(|voice| (voice.strongest.made.at, &voice.strongest.made.fact.id))
    }

    /// The place of a person among the voices.
    fn voice(&self, person: &PersonId) -> Option<usize> {
        self.voices.binary_search_by(|voice| voice.of.cmp(person)).ok()
    }

    /// The ties that name a person, by who turned.
    fn naming(&self, person: &PersonId) -> &[Named<'a>] {
        let from = self.named.partition_point(|named| named.whom < person);
        let to = self.named.partition_point(|named| named.whom <= person);
        self.named.get(from..to).unwrap_or_default()
    }

    /// How many people turned to anybody, the person left out.
    #[must_use]
    pub fn voices_about(&self, person: &PersonId) -> usize {
        self.voices.len().saturating_sub(usize::from(self.voice(person).is_some()))
    }

    /// The votes about a person: those for by fact, then the sum of those against.
    ///
    /// None where the person is no part of the network, or where fewer voices than the policy asks for were heard.
    #[must_use]
    pub fn votes_about(&self, person: &PersonId, policy: &Policy) -> Vec<Vote<'a>> {
        let least = usize::try_from(policy.network.least_voices.get()).unwrap_or(usize::MAX);
        let (own, naming) = (self.voice(person), self.naming(person));
        if self.voices_about(person) < least || (own.is_none() && naming.is_empty()) {
            return Vec::new();
        }
        let (mut votes, mut against) = (Vec::new(), 0.0);
        // Places of the voices that turned to the person as much as to anybody.
        let mut fully: BTreeSet<usize> = BTreeSet::new();
        for Named { voice: place, tie, .. } in naming {
            let Some(voice) = self.voices.get(*place) else { continue };
            let share = tie.strength / voice.strongest.strength;
            against += share * voice.takes;
            if share >= 1.0 {
                fully.insert(*place);
            }
            if voice.gives > 0.0 {
                votes.push(Vote { fact: tie.made.fact, speaks_for: true, mass: voice.gives });
            }
        }
        votes.order_by_key(|vote: &Vote<'_>| (vote.fact.at, &vote.fact.id));
        let takes = own.and_then(|place| self.voices.get(place)).map_or(0.0, |voice| voice.takes);
        let sum = self.all_against - takes - against;
        // Below that it is what is left of the subtraction.
        if sum > 1e-12 * self.all_against {
            let elsewhere = |place: &usize| Some(*place) != own && !fully.contains(place);
            let latest = match self.latest.as_slice() {
                [] => (0..self.voices.len()).filter(elsewhere).max_by_key(|place| self.strongest_of(*place)),
                latest => latest.iter().copied().find(elsewhere),
            };
            if let Some(Weighed { strength, made }) =
                latest.and_then(|at| self.voices.get(at)).map(|of| of.strongest)
            {
                votes.push(Vote { fact: made.fact, speaks_for: false, mass: sum / strength });
            }
        }
        votes
    }
}

impl Silence<'_, '_> {
    fn contests(&self, fact: &Fact) -> bool {
        !self.contested.is_empty() && self.contested.contains_key(&fact.id)
    }

    fn withdraws(&self, fact: &Fact) -> bool {
        !self.withdrawn.is_empty() && self.withdrawn.contains_key(&fact.id)
    }
}

/// What a fact of one instant counts at another, after fading and dispute, 0 to 1.
fn strength(made: Instant, at: Instant, signal: &SignalPolicy, disputed: bool, policy: &Policy) -> f64 {
    let dispute = if disputed { policy.estimate.contested_weight.get() } else { 1.0 };
    libm::exp2(-made.days_until(at).max(0.0) / signal.half_life_days.get()) * dispute
}

impl Weighed<'_> {
    /// Which of a tie's facts is the stronger, of equal ones the later.
    fn stronger(&self, other: &Self) -> bool {
        let rest = || (self.made.at, &self.made.fact.id) > (other.made.at, &other.made.fact.id);
        self.strength > other.strength || (self.strength >= other.strength && rest())
    }
}
