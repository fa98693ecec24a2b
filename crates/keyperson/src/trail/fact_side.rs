//! The side of the facts: what each of them counts today, what was said about it, and which numbers name it.

use std::collections::{BTreeMap, BTreeSet};

use super::gather::seen;
use super::{AnswerTrail, Context, FactTrail, NumberTrail, Standing, VoiceState, VoiceTrail};
use crate::brief::Brief;
use crate::estimate::{Evidence, TraitEstimate, spoken};
use crate::fact::{Contest, Event, EventType, Fact, FactId, Journal};
use crate::order::Fill as _;
use crate::policy::Policy;
use crate::stats;
use crate::view::View;

/// The pointer of the number of facts, of which every fact of the person is evidence.
const ALL_FACTS: &str = "/facts";

/// The facts of the person and of the partner, and the others that a number names, by instant, then id.
pub(super) fn facts(
    brief: &Brief,
    journal: &Journal,
    view: &View<'_, '_>,
    policy: &Policy,
    numbers: &[NumberTrail],
    contexts: &[Context],
) -> Vec<FactTrail> {
    let mut evidence_of: BTreeMap<&FactId, Vec<&str>> = BTreeMap::new();
    for number in numbers {
        for fact in &number.evidence {
            evidence_of.entry(fact).or_default().push(&number.pointer);
        }
    }
    let mut context_of: BTreeMap<&FactId, Vec<&str>> = BTreeMap::new();
    for context in contexts {
        for fact in &context.facts {
            context_of.entry(fact).or_default().push(&context.name);
        }
    }
    let seen = seen(journal, view);
    let mut answers: BTreeMap<&FactId, Vec<AnswerTrail>> = BTreeMap::new();
    for fact in &seen {
        if let Some(Contest { fact: about, step, reason, by }) = Contest::of(&fact.event) {
            answers.entry(about).or_default().push(AnswerTrail {
                fact: fact.id.clone(),
                at: fact.at,
                step: *step,
                person: fact.person.clone(),
                by: by.clone(),
                reason: reason.clone(),
            });
        }
    }
    let withdrawn: BTreeSet<&FactId> = view.partner.withdrawn().map(|(id, _)| id).fill();
    let owned = |list: Option<Vec<&str>>| -> Vec<String> {
        list.unwrap_or_default().into_iter().map(str::to_owned).collect()
    };
    let listed = seen.into_iter().filter(|fact| {
        let near = fact.person.as_ref().is_none_or(|person| person == view.person);
        near || evidence_of.contains_key(&fact.id) || context_of.contains_key(&fact.id)
    });
    let listed: Vec<&Fact> = listed.collect();
    listed
        .into_iter()
        .map(|fact| {
            let evidence_of = owned(evidence_of.remove(&fact.id));
            let context_of = owned(context_of.remove(&fact.id));
            let gone = withdrawn.contains(&fact.id);
            FactTrail {
                fact: fact.id.clone(),
                at: fact.at,
                type_name: fact.event.type_name(),
                person: fact.person.clone(),
                source: fact.source.clone(),
                standing: match (gone, evidence_of.iter().any(|of| of != ALL_FACTS), context_of.as_slice()) {
                    (true, ..) => Standing::Withdrawn,
                    (_, true, _) => Standing::Counts,
                    (_, _, [_, ..]) => Standing::Context,
                    _ => Standing::NotRead,
                },
                contested: view.partner.contest_of(&fact.id).is_some(),
                voices: voices_of(fact, brief, view, policy, gone),
                evidence_of,
                context_of,
                answers: answers.remove(&fact.id).unwrap_or_default(),
            }
        })
        .collect()
}

/// How a fact speaks of the traits: what the person's own fact says by itself, and what the network hears in it.
fn voices_of(
    fact: &Fact,
    brief: &Brief,
    view: &View<'_, '_>,
    policy: &Policy,
    withdrawn: bool,
) -> Vec<VoiceTrail> {
    let contested = view.partner.contest_of(&fact.id).is_some();
    let expired = matches!(
        &fact.event, Event::Rating(rating) if rating.expires.is_some_and(|last| view.today() > last)
    );
    let age = fact.at.days_until(view.as_of()).max(0.0);
    let fading_by = |half_life: f64| stats::decay_weight(age, half_life).unwrap_or(1.0);
    let dispute = if contested { policy.estimate.contested_weight.get() } else { 1.0 };
    let own = fact.person.as_ref() == Some(view.person);
    let said = if own { spoken(fact, policy) } else { Vec::new() };
    let by_itself = said.iter().map(|said| {
        let estimate = brief.traits.iter().find(|estimate| estimate.of == said.of);
        let counted = estimate.and_then(|estimate| {
            estimate.evidence.iter().find(|e| e.fact == fact.id && e.signal == said.signal)
        });
        let overridden = estimate.is_some_and(|estimate| estimate.overridden.is_some());
        let fading = fading_by(said.half_life);
        let before_cap = said.full * fading * dispute;
        let read = counted.map(|evidence| evidence.weight);
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
    let heard = |estimate: &TraitEstimate, evidence: &Evidence| {
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
    let by_network = brief.traits.iter().flat_map(|estimate| {
        let of_fact = estimate.evidence.iter().filter(|evidence| evidence.fact == fact.id);
        of_fact
            .filter(|e| !said.iter().any(|said| said.of == estimate.of && said.signal == e.signal))
            .map(move |evidence| heard(estimate, evidence))
    });
    by_itself.chain(by_network).collect()
}
