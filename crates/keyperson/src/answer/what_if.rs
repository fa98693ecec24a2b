//! What if: the same question, asked as if something more had happened.
//!
//! What is supposed becomes facts, so that everything follows as from real ones: a trait's value is stated by an
//! override that holds on the day of the question, a remedy brings the evidence that the policy says it adds, moves
//! the dates that it moves, and a support unit covers what its simulation says it covers. Nothing is kept.

use serde::Serialize;

use crate::answer::brief::{Brief, brief};
use crate::calendar::Instant;
use crate::error::{Error, Place, ProblemKind, Problems, phrase};
use crate::fact::{Event, Fact, FactId, Journal, Override, PersonId, Signal, Trait};
use crate::partner::view::partner_of;
use crate::policy::Policy;
use crate::value::{Count, Key, Text, UnitInterval};

/// Who answers for a supposed value, and why it is there.
const SUPPOSED: &str = "what-if";

/// What is supposed.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Supposition {
    /// Values of traits.
    pub traits: Vec<(Trait, UnitInterval)>,
    /// Codes of remedies of the policy.
    pub remedies: Vec<Key>,
    /// Further facts of the partner.
    pub facts: Vec<Fact>,
}

/// The brief as it is, and as it would be.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(not(feature = "exhaustive"), non_exhaustive)]
pub struct WhatIf {
    /// As it is.
    pub before: Brief,
    /// As it would be.
    pub after: Brief,
    /// The partner's facts, with the supposed ones.
    #[serde(skip)]
    pub journal: Journal,
    /// The policy, with the moved dates.
    #[serde(skip)]
    pub policy: Policy,
}

/// The brief of `person` as it is, and under a supposition.
///
/// ```
/// # use keyperson::{Policy, Trait, UnitInterval, answer::what_if::{Supposition, what_if}};
/// # let policy = Policy::default();
/// # let journal = keyperson::Journal::from_json_lines(concat!(
/// #     r#"{"id":"f-1","at":"2026-01-06T09:00:00+09:00","partner":"acme","person":"p-001","type":"rating","trait":"drive","value":0.9,"by":"Sato"}"#, "\n",
/// #     r#"{"id":"f-2","at":"2026-01-07T09:00:00+09:00","partner":"acme","person":"p-001","type":"allocation","hours_per_week":1}"#, "\n",
/// # ))?;
/// let more_time = Supposition { remedies: vec!["working_time".parse()?], ..Supposition::default() };
/// let what = what_if(&journal, &policy, &"p-001".parse()?, policy.as_of("2026-01-31")?, &more_time)?;
/// assert!(what.after.fit.score.get() > what.before.fit.score.get());
/// assert!(what.before.mismatches.iter().any(|mismatch| mismatch.stands()));
/// assert!(!what.after.mismatches.iter().any(|mismatch| mismatch.stands()));
/// # Ok::<(), keyperson::Error>(())
/// ```
///
/// # Errors
/// As [`brief`](crate::brief()); `unknown_reference` for a remedy that the policy does not have, `fact_conflict`
/// for a supposed fact under the id of another.
pub fn what_if(
    journal: &Journal,
    policy: &Policy,
    person: &PersonId,
    as_of: Instant,
    supposition: &Supposition,
) -> Result<WhatIf, Error> {
    let before = brief(journal, policy, person, as_of)?;
    let partner = partner_of(journal, person, as_of)?.clone();
    let mut changed = policy.clone();
    let mut problems = Problems::default();
    let mut events: Vec<Event> = Vec::new();
    let mut stated: Vec<(Trait, UnitInterval)> = Vec::new();
    for (index, code) in supposition.remedies.iter().enumerate() {
        let Some(remedy) = policy.remedies.get(code) else {
            let place = Place::at("/remedies").field(&index.to_string());
            let what = phrase!("remedy");
            problems.add(place, ProblemKind::UnknownReference { found: code.to_string(), what });
            continue;
        };
        let adds = remedy.adds.iter();
        events.extend(
            adds.map(|(signal, value)| Event::from(Signal { signal: signal.clone(), value: *value })),
        );
        for rung in &mut changed.ladder.rungs {
            let days = rung.days.get().saturating_add(remedy.extend_days.get());
            rung.days = Count::new(days).unwrap_or(rung.days);
        }
        if remedy.unit {
            let simulated = before.remedies.proposed.iter().find(|simulated| simulated.code == *code);
            let covered = simulated.into_iter().flat_map(|simulated| &simulated.changes);
            stated.extend(covered.filter_map(|cover| Some((cover.of, UnitInterval::new(cover.after).ok()?))));
        }
    }
    problems.into_result(())?;
    stated.extend(supposition.traits.iter().copied());
    let today = as_of.day_in(policy.zone_or(None));
    let expires = today.checked_add_days(31).unwrap_or(today);
    let supposed = Text::new(SUPPOSED).map_err(|kind| Error::one(Place::default(), kind))?;
    events.extend(stated.into_iter().map(|(of, value)| {
        Event::from(Override {
            of: Some(of),
            value: Some(value),
            readiness: None,
            by: supposed.clone(),
            reason: supposed.clone(),
            expires,
        })
    }));
    let mut facts = journal.of_partner(&partner).to_vec();
    facts.extend(supposition.facts.iter().cloned());
    for (index, event) in events.into_iter().enumerate() {
        let id =
            FactId::new(format!("{SUPPOSED}-{index}")).map_err(|kind| Error::one(Place::default(), kind))?;
        let (partner, person) = (partner.clone(), Some(person.clone()));
        facts.push(Fact { id, at: as_of, partner, person, source: Some(supposed.clone()), event });
    }
    let journal = Journal::from_facts(facts)?;
    let after = brief(&journal, &changed, person, as_of)?;
    Ok(WhatIf { before, after, journal, policy: changed })
}
