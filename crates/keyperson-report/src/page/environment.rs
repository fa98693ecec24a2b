//! What the page says of role and environment: mismatches, and remedies with what they would change.

use keyperson::Brief;
use keyperson::person::mismatch::{Mismatch, MismatchState};
use keyperson::person::remedy::{Remedy, TraitChange};
use keyperson::text::{self, Language};

use super::{MismatchRow, RemedyRow, called, cut, share};
use crate::text as say;

/// Columns of a name, of a line of patterns, and of what a remedy does.
const MOST: (usize, usize, usize) = (60, 200, 240);

/// How many traits that a remedy moves are named.
const MOST_CHANGES: usize = 2;

pub(super) fn mismatch_row(mismatch: &Mismatch, language: Language) -> MismatchRow {
    let state = text::mismatch_state(mismatch.state, language);
    MismatchRow {
        name: cut(text::pattern(mismatch.pattern.as_str(), language), MOST.0),
        state: match mismatch.severity {
            Some(depth) => say::state_and_depth(state, text::severity(depth, language), language),
            None => state.to_owned(),
        },
        stands: mismatch.stands(),
        probability: share(mismatch.probability, language),
        clears: mismatch.clears.map_or_else(
            || "—".to_owned(),
            |clearing| {
                let weak = text::trait_name(mismatch.weak, language);
                let (mean, by) = (text::percent(clearing.mean), text::points(clearing.by));
                say::clears_at(weak, &mean, &by, language)
            },
        ),
    }
}

/// What stands where no remedy is shown: that nothing is short is only said of what is known.
pub(super) fn no_remedies(brief: &Brief, language: Language) -> &'static str {
    let l = say::labels(language);
    if brief.mismatches.iter().any(|mismatch| mismatch.state == MismatchState::Unknown) {
        l.too_little_known
    } else {
        l.no_remedies
    }
}

pub(super) fn absent(brief: &Brief, language: Language) -> Option<String> {
    let names: Vec<String> = brief
        .mismatches
        .iter()
        .filter(|mismatch| mismatch.state == MismatchState::Absent)
        .map(|mismatch| cut(text::pattern(mismatch.pattern.as_str(), language), MOST.0))
        .collect();
    let state = say::labels(language).absent;
    (!names.is_empty()).then(|| cut(&say::labelled(state, &say::list(&names, language), language), MOST.1))
}

pub(super) fn remedy_row(remedy: &Remedy, brief: &Brief, language: Language) -> RemedyRow {
    let cleared: Vec<String> =
        remedy.clears.iter().map(|code| cut(&text::shortfall(code.as_str(), language), MOST.0)).collect();
    // The traits that move most; the rest is in the brief itself.
    let mut changes: Vec<_> = remedy.changes.iter().collect();
    let by = |change: &TraitChange| change.after - change.before.unwrap_or(0.0);
    changes.sort_by(|a, b| by(b).total_cmp(&by(a)));
    let changes: Vec<String> = changes
        .into_iter()
        .take(MOST_CHANGES)
        .map(|change| {
            let name = text::trait_name(change.of, language);
            format!("{name} {} → {}", share(change.before, language), text::percent(change.after))
        })
        .collect();
    let odds: Vec<String> = remedy
        .odds
        .iter()
        .filter(|change| text::percent(change.before) != text::percent(change.after))
        .map(|change| {
            let name = cut(text::rung(change.rung.as_str(), language), MOST.0);
            format!("{name} {} → {}", text::percent(change.before), text::percent(change.after))
        })
        .collect();
    let l = say::labels(language);
    let mut effect = String::new();
    for (label, parts) in [(l.effect_clears, cleared), (l.effect_moves, changes), (l.odds, odds)] {
        if !parts.is_empty() {
            effect.push_str(&say::effect(label, &say::list(&parts, language), language));
        }
    }
    let gain = remedy.fit_gain.filter(|gain| gain.abs() >= 0.005).map(text::points);
    let members = remedy.unit.as_ref().map(|unit| {
        unit.members
            .iter()
            .map(|member| {
                let covers = unit.covers.iter().filter(|cover| cover.member == *member);
                let traits: Vec<&str> = covers.map(|cover| text::trait_name(cover.of, language)).collect();
                say::covers(&called(brief, member), &say::names(&traits, language), language)
            })
            .collect()
    });
    if effect.is_empty() && gain.is_none() {
        effect.push_str(l.no_effect);
    }
    RemedyRow {
        name: cut(text::remedy(remedy.code.as_str(), language), MOST.0),
        action: text::remedy_action(remedy.code.as_str(), language),
        gain: gain.map(|gain| say::fit_gain(&gain, language)),
        effect: cut(effect.trim_end(), MOST.2),
        members: members.unwrap_or_default(),
    }
}
