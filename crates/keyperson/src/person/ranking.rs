//! Ranking: who comes before whom in one group, how robust that is, and whom the evidence cannot separate.
//!
//! Two people are separated only if their fits differ by more than the uncertainty of all their traits explains.
//! The chance of even one false separation in the whole group is held at the policy's level
//! (Bonferroni over all pairs). Among those, "for every weighting" and "for 83 % of weightings" say how much it
//! depends on the weights (stochastic multicriteria acceptability analysis, Lahdelma & Salminen 2001).
//! A person with a trait that was set by an override has a place in the order, but is separated from nobody.

use serde::{Deserialize, Serialize};

use crate::fact::PersonId;
use crate::json::read::{length, words};
use crate::order::Order as _;
use crate::person::estimate::Belief;
use crate::person::fit;
use crate::person::readiness::Readiness;
use crate::person::weighting::{UNKNOWN, Weightings};
use crate::policy::Policy;

words! {
    /// What can be said of two people.
    pub enum Verdict {
        /// The first is ahead whatever the weights.
        EveryWeighting = "every_weighting",
        /// The first is ahead for the share of weightings given.
        SomeWeightings = "some_weightings",
        /// The evidence cannot tell the two apart.
        NotSeparable = "not_separable",
    }
}

/// One person of a group.
#[derive(Debug, Clone, Copy)]
#[cfg_attr(feature = "rooms", visibility::make(pub))]
pub(crate) struct Candidate<'a> {
    /// Who.
    pub person: &'a PersonId,
    /// Whether ready.
    pub readiness: Readiness,
    /// What is believed of the traits.
    pub traits: &'a [Belief],
    /// Whether somebody set one of them. A stated value is no evidence, so nobody is separated by it.
    pub stated: bool,
}

/// Where one person stands in the group.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(not(feature = "exhaustive"), non_exhaustive)]
pub struct RankingStanding {
    /// Who.
    pub person: PersonId,
    /// Rank by readiness, then fit, from 1; equal ones share it.
    pub rank: i64,
    /// The best rank that the evidence allows.
    pub best: i64,
    /// The worst rank that the evidence allows.
    pub worst: i64,
    /// Share of weightings for which the person is first. Absent if the evidence separates nobody.
    pub first_share: Option<f64>,
}

/// Two neighbours in the order.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(not(feature = "exhaustive"), non_exhaustive)]
pub struct RankingComparison {
    /// The one who comes first.
    pub first: PersonId,
    /// The one who comes next.
    pub second: PersonId,
    /// What can be said.
    pub verdict: Verdict,
    /// Share of weightings for which the first is ahead; a tie counts half. Absent if the two are not separable.
    pub share: Option<f64>,
}

/// The order of one group.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(not(feature = "exhaustive"), non_exhaustive)]
pub struct Ranking {
    /// Everybody, in order.
    pub standings: Vec<RankingStanding>,
    /// Each pair of neighbours.
    pub comparisons: Vec<RankingComparison>,
    /// Whether the evidence tells at least two people apart.
    pub separable: bool,
}

/// Orders a group by readiness, then fit. Equal people share a rank, in the order of their ids.
#[cfg(feature = "rooms")]
#[must_use]
pub fn evaluate(candidates: &[Candidate<'_>], policy: &Policy) -> Ranking {
    under(candidates, policy, &Weightings::draw(policy))
}

/// [`evaluate`] under weightings that were drawn from the policy.
#[must_use]
pub(crate) fn under(candidates: &[Candidate<'_>], policy: &Policy, weightings: &Weightings) -> Ranking {
    let mut scored: Vec<Scored<'_>> = candidates
        .iter()
        .map(|candidate| Scored {
            candidate: *candidate,
            score: fit::score(candidate.traits, policy),
            variance: fit::variance(candidate.traits, policy),
        })
        .collect();
    scored.order_by(|a, b| a.order(b).then_with(|| a.candidate.person.cmp(b.candidate.person)));
    let critical = fit::critical_value(scored.len(), policy);
    let shares = shares(&scored, weightings);
    let told = Told::of(&scored, critical);
    let ahead: Vec<(usize, usize)> = scored.iter().map(|one| told.beside(one)).collect();
    let separable = ahead.iter().any(|(better, _)| *better > 0);
    let mut standings: Vec<RankingStanding> = Vec::with_capacity(scored.len());
    for (index, (one, (better, worse))) in scored.iter().zip(ahead).enumerate() {
        let shared = index.checked_sub(1).and_then(|before| scored.get(before).zip(standings.get(before)));
        let rank = match shared {
            Some((before, standing)) if before.order(one).is_eq() => standing.rank,
            _ => whole(index.saturating_add(1)),
        };
        standings.push(RankingStanding {
            person: one.candidate.person.clone(),
            rank,
            best: whole(better.saturating_add(1)),
            worst: whole(scored.len().saturating_sub(worse)),
            first_share: shares
                .as_ref()
                .filter(|_| separable)
                .and_then(|shares| shares.first.get(index).copied()),
        });
    }
    let comparisons = scored
        .windows(2)
        .enumerate()
        .filter_map(|(index, pair)| {
            let [first, second] = pair else { return None };
            let verdict = verdict(first, second, critical);
            let told_apart = verdict != Verdict::NotSeparable;
            let share =
                shares.as_ref().filter(|_| told_apart).and_then(|shares| shares.ahead.get(index).copied());
            let (first, second) = (first.candidate.person.clone(), second.candidate.person.clone());
            Some(RankingComparison { first, second, verdict, share })
        })
        .collect();
    Ranking { standings, comparisons, separable }
}

/// A candidate with score and variance.
struct Scored<'a> {
    candidate: Candidate<'a>,
    score: Option<f64>,
    variance: Option<f64>,
}

impl Scored<'_> {
    fn order(&self, other: &Self) -> std::cmp::Ordering {
        // Someone of whom nothing is known comes after everybody of the same readiness.
        let by_score = match (self.score, other.score) {
            (Some(mine), Some(theirs)) => theirs.total_cmp(&mine),
            (mine, theirs) => theirs.is_some().cmp(&mine.is_some()),
        };
        self.candidate.readiness.cmp(&other.candidate.readiness).then(by_score)
    }

    /// Score and variance; absent of whom the evidence tells apart from nobody.
    fn comparable(&self) -> Option<(f64, f64)> {
        self.score.zip(self.variance).filter(|_| !self.candidate.stated)
    }

    /// Whether the evidence puts this one ahead of the other.
    fn ahead_of(&self, other: &Self, critical: f64) -> bool {
        let Some((one, other)) = self.comparable().zip(other.comparable()) else { return false };
        is_ahead(one, other, critical)
    }
}

/// Whether one score lies above another by more than so many standard errors of their difference.
fn is_ahead(one: (f64, f64), other: (f64, f64), critical: f64) -> bool {
    let variance = one.1 + other.1;
    variance > 0.0 && (one.0 - other.0) / variance.sqrt() > critical
}

/// Counts who is told apart from whom without comparing everybody with everybody.
///
/// Sorted by score, those near a person are not told apart whatever their variance, and those far away are: only
/// between the two does each one's own variance decide.
struct Told {
    /// Score and variance of all who can be compared, the lowest score first.
    sorted: Vec<(f64, f64)>,
    least: f64,
    most: f64,
    critical: f64,
}

impl Told {
    fn of(scored: &[Scored<'_>], critical: f64) -> Self {
        let mut sorted: Vec<(f64, f64)> = scored.iter().filter_map(Scored::comparable).collect();
        sorted.order_by(|one, other| one.0.total_cmp(&other.0));
        let variances = || sorted.iter().map(|(_, variance)| *variance);
        let (least, most) = (variances().fold(f64::INFINITY, f64::min), variances().fold(0.0, f64::max));
        Self { least, most, critical, sorted }
    }

    /// How many are ahead of this one, and behind.
    fn beside(&self, one: &Scored<'_>) -> (usize, usize) {
        let Some(one) = one.comparable() else { return (0, 0) };
        let critical = self.critical;
        let ahead = |other: (f64, f64)| is_ahead(other, one, critical);
        let behind = |other: (f64, f64)| is_ahead(one, other, critical);
        let count = |others: &[(f64, f64)], which: &dyn Fn((f64, f64)) -> bool| {
            others.iter().filter(|other| which(**other)).count()
        };
        // Without spread, or where less than no difference is asked for, the order of the scores says nothing.
        if one.1 + self.least <= 0.0 || critical < 0.0 {
            return (count(&self.sorted, &ahead), count(&self.sorted, &behind));
        }
        let first = |which: &dyn Fn(f64) -> bool| self.sorted.partition_point(|(score, _)| !which(*score));
        let maybe = first(&|score| ahead((score, self.least)));
        let surely = first(&|score| ahead((score, self.most)));
        let between = self.sorted.get(maybe..surely).unwrap_or_default();
        let better = self.sorted.len().saturating_sub(surely).saturating_add(count(between, &ahead));
        let last = |which: &dyn Fn(f64) -> bool| self.sorted.partition_point(|(score, _)| which(*score));
        let surely = last(&|score| behind((score, self.most)));
        let maybe = last(&|score| behind((score, self.least)));
        let between = self.sorted.get(surely..maybe).unwrap_or_default();
        (better, surely.saturating_add(count(between, &behind)))
    }
}

fn verdict(first: &Scored<'_>, second: &Scored<'_>, critical: f64) -> Verdict {
    if !first.ahead_of(second, critical) {
        return Verdict::NotSeparable;
    }
    let everywhere =
        first.candidate.traits.iter().zip(second.candidate.traits).all(|(mine, theirs)| {
            match (mine.mean, theirs.mean) {
                (Some(mine), Some(theirs)) => mine >= theirs,
                (None, None) => true,
                _ => false,
            }
        });
    if everywhere { Verdict::EveryWeighting } else { Verdict::SomeWeightings }
}

/// Shares of the weightings tried.
struct Shares {
    /// For which the person at this place of the order is first.
    first: Vec<f64>,
    /// For which the person at this place is ahead of the next.
    ahead: Vec<f64>,
}

/// Tries all weightings.
fn shares(scored: &[Scored<'_>], weightings: &Weightings) -> Option<Shares> {
    let tried = weightings.tried();
    if scored.len() < 2 || tried == 0 || scored.iter().all(|one| one.score.is_none()) {
        return None;
    }
    let known: Vec<Vec<(usize, f64)>> = scored
        .iter()
        .map(|one| {
            let traits = one.candidate.traits.iter().enumerate();
            traits.filter_map(|(place, t)| Some((place, t.mean?))).collect()
        })
        .collect();
    let mut shares =
        Shares { first: vec![0.0; scored.len()], ahead: vec![0.0; scored.len().saturating_sub(1)] };
    weightings.try_all(&known, |scores| {
        let top = scores.iter().copied().fold(UNKNOWN, f64::max);
        let is_first = |score: f64| score >= top && score > UNKNOWN;
        let firsts = scores.iter().filter(|score| is_first(**score)).count();
        for (share, score) in shares.first.iter_mut().zip(scores) {
            if is_first(*score) {
                *share += 1.0 / length(firsts);
            }
        }
        for (share, (first, second)) in shares.ahead.iter_mut().zip(scores.iter().zip(scores.iter().skip(1)))
        {
            *share += match first.total_cmp(second) {
                std::cmp::Ordering::Greater => 1.0,
                std::cmp::Ordering::Equal => 0.5,
                std::cmp::Ordering::Less => 0.0,
            };
        }
    });
    let tried = length(tried);
    for share in shares.first.iter_mut().chain(&mut shares.ahead) {
        *share /= tried;
    }
    Some(shares)
}

fn whole(count: usize) -> i64 {
    i64::try_from(count).unwrap_or(i64::MAX)
}
