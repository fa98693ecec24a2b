//! What the page says of role and environment: mismatches, and remedies with what they would change.

use keyperson::Brief;
use keyperson::person::mismatch::{Mismatch, MismatchState};
use keyperson::person::remedy::{Remedy, TraitChange};
use keyperson::text::{self, Language};

use super::{MismatchRow, RemedyRow, called, cut, share};
use crate::label::Labels;

/// Columns of a name, of a line of patterns, and of what a remedy does.
const MOST: (usize, usize, usize) = (60, 200, 240);

/// How many traits that a remedy moves are named.
const MOST_CHANGES: usize = 2;

pub(super) fn mismatch_row(mismatch: &Mismatch, language: Language) -> MismatchRow {
    let state = text::mismatch_state(mismatch.state, language);
    MismatchRow {
        name: cut(text::pattern(mismatch.pattern.as_str(), language), MOST.0),
        state: match (mismatch.severity, language) {
            (Some(depth), Language::Japanese) => format!("{state}（{}）", text::severity(depth, language)),
            (Some(depth), Language::English) => format!("{state}, {}", text::severity(depth, language)),
            (None, _) => state.to_owned(),
        },
        stands: mismatch.stands(),
        probability: share(mismatch.probability, language),
        clears: mismatch.clears.map_or_else(
            || "—".to_owned(),
            |clearing| {
                let (weak, mean) = (text::trait_name(mismatch.weak, language), text::percent(clearing.mean));
                let by = text::points(clearing.by);
                match language {
                    Language::Japanese => format!("{weak}が {mean} に（{by}\u{a0}点）"),
                    Language::English => format!("{weak} at {mean} ({})", in_points(&by)),
                }
            },
        ),
    }
}

/// English for a number of points.
fn in_points(points: &str) -> String {
    let one = matches!(points, "+1" | "−1");
    format!("{points} point{}", if one { "" } else { "s" })
}

/// What stands where no remedy is shown: that nothing is short is only said of what is known.
pub(super) fn no_remedies(brief: &Brief, language: Language) -> &'static str {
    let l = Labels::of(language);
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
    let state = Labels::of(language).absent;
    (!names.is_empty()).then(|| match language {
        Language::Japanese => cut(&format!("{state}：{}", names.join("、")), MOST.1),
        Language::English => cut(&format!("{state}: {}", names.join(", ")), MOST.1),
    })
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
    let (comma, colon, full) = match language {
        Language::Japanese => ("、", "：", "。"),
        Language::English => (", ", ": ", ". "),
    };
    let l = Labels::of(language);
    let mut effect = String::new();
    let mut say = |label: &str, parts: &[String]| {
        if !parts.is_empty() {
            effect.push_str(&format!("{label}{colon}{}{full}", parts.join(comma)));
        }
    };
    match language {
        Language::Japanese => say("解消", &cleared),
        Language::English => say("Clears", &cleared),
    }
    match language {
        Language::Japanese => say("変化", &changes),
        Language::English => say("Moves", &changes),
    }
    say(l.odds, &odds);
    let gain = remedy.fit_gain.filter(|gain| gain.abs() >= 0.005).map(text::points);
    let members = remedy.unit.as_ref().map(|unit| {
        unit.members
            .iter()
            .map(|member| {
                let covers = unit.covers.iter().filter(|cover| cover.member == *member);
                let traits: Vec<&str> = covers.map(|cover| text::trait_name(cover.of, language)).collect();
                let who = called(brief, member);
                match language {
                    Language::Japanese => format!("{who}（{}を補う）", traits.join("・")),
                    Language::English => format!("{who} (covers {})", traits.join(", ")),
                }
            })
            .collect()
    });
    if effect.is_empty() && gain.is_none() {
        effect.push_str(l.no_effect);
    }
    RemedyRow {
        name: cut(text::remedy(remedy.code.as_str(), language), MOST.0),
        action: text::remedy_action(remedy.code.as_str(), language),
        gain: gain.map(|gain| match language {
            Language::Japanese => format!("{} {gain} 点", l.fit),
            Language::English => format!("{} {}", l.fit, in_points(&gain)),
        }),
        effect: cut(effect.trim_end(), MOST.2),
        members: members.unwrap_or_default(),
    }
}
