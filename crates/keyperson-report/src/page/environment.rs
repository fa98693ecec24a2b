//! What the page says of role and environment: mismatches, and remedies with what they would change.

use keyperson::Brief;
use keyperson::mismatch::{Mismatch, MismatchState};
use keyperson::remedy::Remedy;
use keyperson::text::{self, Language};

use super::{MismatchRow, RemedyRow, share, shown};
use crate::label::Labels;

pub(super) fn mismatch_row(mismatch: &Mismatch, language: Language) -> MismatchRow {
    let state = text::mismatch_state(mismatch.state, language);
    MismatchRow {
        name: shown(text::pattern(mismatch.pattern.as_str(), language)),
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
        .map(|mismatch| shown(text::pattern(mismatch.pattern.as_str(), language)))
        .collect();
    let state = Labels::of(language).absent;
    (!names.is_empty()).then(|| match language {
        Language::Japanese => format!("{state}：{}", names.join("、")),
        Language::English => format!("{state}: {}", names.join(", ")),
    })
}

pub(super) fn remedy_row(remedy: &Remedy, language: Language) -> RemedyRow {
    let cleared: Vec<String> =
        remedy.clears.iter().map(|code| shown(&text::shortfall(code.as_str(), language))).collect();
    let changes: Vec<String> = remedy
        .changes
        .iter()
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
            let name = shown(text::rung(change.rung.as_str(), language));
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
    if let Some(gain) = remedy.fit_gain.filter(|gain| gain.abs() >= 0.005) {
        say(
            l.fit,
            &[match language {
                Language::Japanese => format!("{} 点", text::points(gain)),
                Language::English => in_points(&text::points(gain)),
            }],
        );
    }
    match language {
        Language::Japanese => say("変化", &changes),
        Language::English => say("Moves", &changes),
    }
    say(l.odds, &odds);
    let members = remedy.unit.as_ref().map(|unit| {
        unit.members
            .iter()
            .map(|member| {
                let covers = unit.covers.iter().filter(|cover| cover.member == *member);
                let traits: Vec<&str> = covers.map(|cover| text::trait_name(cover.of, language)).collect();
                match language {
                    Language::Japanese => {
                        format!("{}（{}を補う）", shown(member.as_str()), traits.join("・"))
                    }
                    Language::English => format!("{} (covers {})", shown(member.as_str()), traits.join(", ")),
                }
            })
            .collect()
    });
    if effect.is_empty() {
        effect.push_str(l.no_effect);
    }
    RemedyRow {
        name: shown(text::remedy(remedy.code.as_str(), language)),
        action: text::remedy_action(remedy.code.as_str(), language),
        effect: effect.trim_end().to_owned(),
        members: members.unwrap_or_default(),
    }
}
