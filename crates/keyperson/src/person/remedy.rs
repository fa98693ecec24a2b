//! Remedies: what to change in the environment, each simulated on the person's own evidence.
//!
//! A remedy changes the environment, never the person. Its effect is simulated, not asserted: the
//! evidence that it would bring is added, the unit that it forms is put together, the dates that it moves are
//! moved; and fit, floors, mismatches and odds are asked again.

use serde::{Deserialize, Serialize};

use crate::course::ladder::{Ladder, OddsChange};
use crate::fact::Trait;
use crate::finding::{Finding, FindingCode};
use crate::order::Order as _;
use crate::partner::view::View;
use crate::person::estimate::{Belief, Estimates, Observations};
use crate::person::fit::{self, Fit};
use crate::person::mismatch::{self, Mismatch};
use crate::person::unit::{self, Beside, SupportUnit};
use crate::policy::{FLOOR, Policy};
use crate::value::Key;

/// What a person lacks for the role, what could be done, and what the effect would be.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(not(feature = "exhaustive"), non_exhaustive)]
pub struct Remedies {
    /// What stands in the way: floors and mismatches.
    pub shortfalls: Vec<Shortfall>,
    /// The remedies, those that clear most first, then by gain.
    pub proposed: Vec<Remedy>,
}

impl Remedies {
    /// What the best of the remedies is simulated to do about a finding, above 0 to 1: how far it lifts the fit where
    /// it clears what the finding is about, or the odds where the finding is about a rung. Absent where none does
    /// anything for it.
    #[must_use]
    pub fn effect_on(&self, finding: &Finding) -> Option<f64> {
        let clears = |code: &Key| match finding.code {
            FindingCode::UnderFloor => code.as_str().strip_prefix(FLOOR) == Some(finding.about.as_str()),
            _ => code.as_str() == finding.about,
        };
        let gain = |remedy: &Remedy| match finding.code {
            FindingCode::Mismatch | FindingCode::UnderFloor => {
                remedy.fit_gain.filter(|_| remedy.clears.iter().any(clears))
            }
            FindingCode::RungAtRisk | FindingCode::RungBehind | FindingCode::RungMissed => {
                let odds = remedy.odds.iter().find(|change| change.rung.as_str() == finding.about);
                odds.map(|change| change.after - change.before)
            }
            _ => None,
        };
        self.proposed.iter().filter_map(gain).max_by(f64::total_cmp).filter(|gain| *gain > 0.0)
    }
}

/// One thing that stands in the way of the role.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(not(feature = "exhaustive"), non_exhaustive)]
pub struct Shortfall {
    /// Code of the mismatch, or `floor_` and the trait.
    pub code: Key,
    /// The trait that is short.
    #[serde(rename = "trait")]
    pub of: Trait,
    /// The remedies that clear it by themselves, in the order of their list.
    pub cleared_by: Vec<Key>,
}

/// One remedy, simulated.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(not(feature = "exhaustive"), non_exhaustive)]
pub struct Remedy {
    /// Code of the remedy in the policy.
    pub code: Key,
    /// Codes of the shortfalls for which it was proposed.
    pub for_shortfalls: Vec<Key>,
    /// Codes of the shortfalls that it clears.
    pub clears: Vec<Key>,
    /// By how much the fit rises; absent where there is no fit.
    pub fit_gain: Option<f64>,
    /// The traits that it changes.
    pub changes: Vec<TraitChange>,
    /// The colleagues, where it forms a unit.
    pub unit: Option<SupportUnit>,
    /// The odds of the open rungs, where it moves them.
    pub odds: Vec<OddsChange>,
}

/// A trait before and after.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(not(feature = "exhaustive"), non_exhaustive)]
pub struct TraitChange {
    /// The trait.
    #[serde(rename = "trait")]
    pub of: Trait,
    /// Its mean today; absent where unknown.
    pub before: Option<f64>,
    /// Its mean with the remedy.
    pub after: f64,
}

/// Everything of which remedies are asked.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Situation<'s> {
    /// What was observed of the person.
    pub observations: &'s Observations<'s>,
    /// The estimates that follow.
    pub estimates: &'s Estimates,
    /// The person's fit.
    pub fit: &'s Fit,
    /// The person's mismatches.
    pub mismatches: &'s [Mismatch],
    /// The person's ladder.
    pub ladder: &'s Ladder,
    /// The colleagues who might help.
    pub colleagues: Beside<'s, 's>,
}

/// Simulates every remedy that the policy lists for the person's shortfalls.
#[must_use]
pub(crate) fn evaluate(view: &View<'_, '_>, policy: &Policy, situation: Situation<'_>) -> Remedies {
    let mut shortfalls = shortfalls(situation.fit, situation.mismatches);
    let mut codes: Vec<(&Key, Vec<Key>)> = Vec::new();
    for shortfall in &shortfalls {
        for code in listed(shortfall, situation.mismatches, policy) {
            match codes.iter_mut().find(|(known, _)| *known == code) {
                Some((_, wanted)) => wanted.push(shortfall.code.clone()),
                None => codes.push((code, vec![shortfall.code.clone()])),
            }
        }
    }
    let mut remedies: Vec<Remedy> = codes
        .into_iter()
        .filter_map(|(code, wanted)| simulate(code, wanted, &shortfalls, view, policy, situation))
        .collect();
    for shortfall in &mut shortfalls {
        shortfall.cleared_by = listed(shortfall, situation.mismatches, policy)
            .iter()
            .filter(|code| remedies.iter().any(|r| r.code == **code && r.clears.contains(&shortfall.code)))
            .cloned()
            .collect();
    }
    // Stable: of equal ones, the order of the policy stays, the gentlest first.
    remedies.order_by(|a, b| {
        let gain = |remedy: &Remedy| remedy.fit_gain.unwrap_or(0.0);
        b.clears.len().cmp(&a.clears.len()).then_with(|| gain(b).total_cmp(&gain(a)))
    });
    Remedies { shortfalls, proposed: remedies }
}

/// Floors first, then the mismatches that stand.
fn shortfalls(fit: &Fit, mismatches: &[Mismatch]) -> Vec<Shortfall> {
    let floors = fit.under_floor.iter().filter_map(|low| {
        let code = Key::new(format!("{FLOOR}{}", low.of)).ok()?;
        Some(Shortfall { code, of: low.of, cleared_by: Vec::new() })
    });
    let wasted = mismatches.iter().filter(|mismatch| mismatch.stands()).map(|m| Shortfall {
        code: m.pattern.clone(),
        of: m.weak,
        cleared_by: Vec::new(),
    });
    floors.chain(wasted).collect()
}

/// The remedies that the policy lists for a shortfall.
fn listed<'p>(shortfall: &Shortfall, mismatches: &[Mismatch], policy: &'p Policy) -> &'p [Key] {
    let wasted = mismatches.iter().any(|m| m.pattern == shortfall.code && m.stands());
    match policy.mismatch.patterns.get(&shortfall.code) {
        Some(pattern) if wasted => &pattern.remedies,
        _ => &policy.traits.get(shortfall.of).remedies,
    }
}

fn simulate(
    code: &Key,
    for_shortfalls: Vec<Key>,
    shortfalls: &[Shortfall],
    view: &View<'_, '_>,
    policy: &Policy,
    now: Situation<'_>,
) -> Option<Remedy> {
    let remedy = policy.remedies.get(code)?;
    let added: Vec<(&Key, f64)> = remedy.adds.iter().map(|(signal, value)| (signal, value.get())).collect();
    let mut traits = now.observations.supposing(now.estimates, &added);
    let mut unit = None;
    if remedy.unit {
        let (found, with_unit) = unit::best(&traits, now.colleagues, policy, |traits| {
            // More shortfalls cleared first, then a higher score.
            (cleared(traits, shortfalls, policy).len(), fit::score(traits, policy))
        })?;
        traits = with_unit;
        unit = Some(found);
    }
    let odds = match remedy.extend_days.get() {
        0 => Vec::new(),
        days => now.ladder.extended(view, policy, days),
    };
    let mut clears = cleared(&traits, shortfalls, policy);
    // A later date is what a person without time needs, where it makes the rungs likely enough.
    let enough = policy.ladder.enough_odds.get();
    if !odds.is_empty() && odds.iter().all(|change| change.after >= enough) {
        let short_of_time =
            shortfalls.iter().filter(|s| s.of == Trait::Time && for_shortfalls.contains(&s.code));
        clears.extend(
            short_of_time.map(|s| s.code.clone()).filter(|code| !clears.contains(code)).collect::<Vec<_>>(),
        );
    }
    let changes = changes(now.estimates, &traits);
    if changes.is_empty() && odds.is_empty() {
        // Nothing here that it could change: targets of a ladder not begun, an announcement already made.
        return None;
    }
    Some(Remedy {
        code: code.clone(),
        for_shortfalls,
        clears,
        fit_gain: now.fit.score.get().zip(fit::score(&traits, policy)).map(|(before, after)| after - before),
        changes,
        unit,
        odds,
    })
}

/// Codes of the shortfalls that are gone with these traits.
fn cleared(traits: &[Belief], shortfalls: &[Shortfall], policy: &Policy) -> Vec<Key> {
    shortfalls
        .iter()
        .filter(|shortfall| match policy.mismatch.patterns.get(&shortfall.code) {
            Some(pattern) => !mismatch::stands(pattern, traits, policy),
            None => traits
                .iter()
                .find(|t| t.of == shortfall.of)
                .and_then(|t| t.mean)
                .is_some_and(|mean| mean >= policy.traits.get(shortfall.of).floor.get()),
        })
        .map(|shortfall| shortfall.code.clone())
        .collect()
}

fn changes(before: &Estimates, after: &[Belief]) -> Vec<TraitChange> {
    before
        .traits
        .iter()
        .zip(after)
        .filter(|(before, after)| before.mean != after.mean)
        .filter_map(|(before, after)| {
            Some(TraitChange { of: before.of, before: before.mean, after: after.mean? })
        })
        .collect()
}
