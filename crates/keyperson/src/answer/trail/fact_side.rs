//! The side of the facts: what each of them counts today, and what was said about it.

use std::collections::BTreeMap;

use super::seen::Seen;
use super::{AnswerTrail, VoiceState, VoiceTrail};
use crate::answer::brief::Brief;
use crate::calendar::{Day, Instant};
use crate::fact::{Contest, Event, EventType as _, Fact};
use crate::person::estimate::{Evidence, TraitEstimate, spoken};
use crate::policy::Policy;
use crate::stats;

/// Where facts stand as evidence of traits, and what was said about them, indexed once.
pub(super) struct Sides {
    /// By the place of a fact: the trait and the piece of its evidence, by their places in the brief.
    evidence: BTreeMap<usize, Vec<(usize, usize)>>,
    /// By the place of a fact: the facts that speak of it, by instant.
    answers: BTreeMap<usize, Vec<usize>>,
    as_of: Instant,
    today: Day,
}

impl Sides {
    pub(super) fn of(brief: &Brief, seen: &Seen<'_>, today: Day) -> Self {
        let mut evidence: BTreeMap<usize, Vec<(usize, usize)>> = BTreeMap::new();
        for (of, estimate) in brief.traits.iter().enumerate() {
            for (piece, found) in estimate.evidence.iter().enumerate() {
                if let Some(place) = seen.place(found.fact.as_str()) {
                    evidence.entry(place).or_default().push((of, piece));
                }
            }
        }
        let mut answers: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
        for place in seen.of_type("contest") {
            let contest = seen.get(*place).and_then(|fact| Contest::of(&fact.event));
            if let Some(about) = contest.and_then(|contest| seen.place(contest.fact.as_str())) {
                answers.entry(about).or_default().push(*place);
            }
        }
        Self { evidence, answers, as_of: brief.as_of, today }
    }

    /// What was said about a fact, by instant.
    pub(super) fn answers(&self, place: usize, seen: &Seen<'_>) -> Vec<AnswerTrail> {
        let said = self.answers.get(&place).into_iter().flatten();
        said.filter_map(|place| {
            let fact = seen.get(*place)?;
            let Contest { step, reason, by, .. } = Contest::of(&fact.event)?;
            Some(AnswerTrail {
                fact: fact.id.clone(),
                at: fact.at,
                step: *step,
                person: fact.person.clone(),
                by: by.clone(),
                reason: reason.clone(),
            })
        })
        .collect()
    }

    /// How a fact speaks of the traits: what the person's own fact says by itself, and what the network hears in it.
    pub(super) fn voices(
        &self,
        place: usize,
        fact: &Fact,
        brief: &Brief,
        seen: &Seen<'_>,
        policy: &Policy,
    ) -> Vec<VoiceTrail> {
        let expired = matches!(
            &fact.event, Event::Rating(rating) if rating.expires.is_some_and(|last| self.today > last)
        );
        let age = fact.at.days_until(self.as_of).max(0.0);
        let fading_by = |half_life: f64| stats::decay_weight(age, half_life).unwrap_or(1.0);
        let dispute = if seen.is_contested(place) { policy.estimate.contested_weight.get() } else { 1.0 };
        let withdrawn = seen.is_withdrawn(place);
        let said = if seen.is_own(place) { spoken(fact, policy) } else { Vec::new() };
        let found = self.evidence.get(&place).into_iter().flatten().filter_map(|(of, piece)| {
            let estimate = brief.traits.get(*of)?;
            Some((estimate, estimate.evidence.get(*piece)?))
        });
        let found: Vec<(&TraitEstimate, &Evidence)> = found.collect();
        let by_itself = said.iter().map(|said| {
            let counted =
                found.iter().find(|(estimate, e)| estimate.of == said.of && e.signal == said.signal);
            let estimate = brief.traits.iter().find(|estimate| estimate.of == said.of);
            let overridden = estimate.is_some_and(|estimate| estimate.overridden.is_some());
            let fading = fading_by(said.half_life);
            let before_cap = said.full * fading * dispute;
            let read = counted.map(|(_, evidence)| evidence.weight);
            VoiceTrail {
                of: said.of,
                signal: said.signal.to_owned(),
                state: match (withdrawn, expired, counted.is_some(), overridden) {
                    (true, ..) => VoiceState::Withdrawn,
                    (_, true, ..) => VoiceState::Expired,
                    (_, _, false, _) => VoiceState::Replaced,
                    (.., true) => VoiceState::Overridden,
                    _ => VoiceState::Counts,
                },
                y: said.y,
                full: said.full,
                fading,
                dispute,
                cap: match read {
                    Some(weight) if before_cap > 0.0 && weight < before_cap => weight / before_cap,
                    _ => 1.0,
                },
                weight: if overridden { 0.0 } else { read.unwrap_or(0.0) },
            }
        });
        // What the network hears has no weight of its own before it is shared out: it is told as it counts today.
        let heard = |(estimate, evidence): &(&TraitEstimate, &Evidence)| {
            let overridden = estimate.overridden.is_some();
            let half_life = policy.signals.get(evidence.signal.as_str()).map(|own| own.half_life_days.get());
            let fading = half_life.map_or(1.0, fading_by);
            let left = fading * dispute;
            VoiceTrail {
                of: estimate.of,
                signal: evidence.signal.clone(),
                state: if overridden { VoiceState::Overridden } else { VoiceState::Counts },
                y: evidence.y,
                full: if left > 0.0 { evidence.weight / left } else { 0.0 },
                fading,
                dispute,
                cap: 1.0,
                weight: if overridden { 0.0 } else { evidence.weight },
            }
        };
        let by_network = found
            .iter()
            .filter(|(of, e)| !said.iter().any(|said| said.of == of.of && said.signal == e.signal))
            .map(heard);
        by_itself.chain(by_network).collect()
    }
}
