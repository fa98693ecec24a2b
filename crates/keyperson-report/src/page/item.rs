//! What the page says of findings: what to celebrate, and what needs attention.

use keyperson::finding::{Finding, FindingCode, FindingValue, Urgency};
use keyperson::text::{self, Language};
use keyperson::{Brief, Trait};

use super::{Item, cut, shown};
use crate::text as say;

/// Columns of a title, of what was found and why it matters, and of what to change; no finding needs more, but names
/// may be of any length.
const MOST: (usize, usize, usize) = (100, 300, 240);

/// What to celebrate, in its order.
pub(super) fn celebrated(brief: &Brief, language: Language) -> Vec<Item> {
    let celebrated = brief.findings.iter().filter(|finding| finding.urgency == Urgency::Celebrate);
    celebrated.map(|finding| item(finding, brief, language)).collect()
}

/// What needs attention. From three unknown traits on they are gathered where the first of them stands, so that
/// a person of whom little is known has a page that can be read.
pub(super) fn week(brief: &Brief, language: Language) -> Vec<Item> {
    const GATHERED_FROM: usize = 3;
    let of = |f: &Finding| if f.code == FindingCode::TraitUnknown { f.about.parse().ok() } else { None };
    let unknown: Vec<Trait> = brief.findings.iter().filter_map(of).collect();
    let gathered = unknown.len() >= GATHERED_FROM;
    let mut items = Vec::new();
    let mut said = false;
    for finding in brief.findings.iter().filter(|f| f.urgency != Urgency::Celebrate) {
        if !gathered || of(finding).is_none() {
            items.push(item(finding, brief, language));
        } else if !said {
            said = true;
            items.push(unknown_traits(finding, &unknown, brief, language));
        }
    }
    items
}

fn item(finding: &Finding, brief: &Brief, language: Language) -> Item {
    let text = text::finding(finding, language);
    let l = say::labels(language);
    let today = text::local_day(brief.as_of);
    let over = |day| today.is_some_and(|today| day < today);
    let sign = match finding.urgency {
        Urgency::Urgent => "●",
        Urgency::Important => "◆",
        Urgency::Notice => "○",
        Urgency::Celebrate => "★",
    };
    let effect = brief.remedies.effect_on(finding).filter(|gain| text::points(*gain) != "±0");
    Item {
        urgency: text::urgency(finding.urgency, language),
        urgency_code: finding.urgency.word(),
        sign,
        title: cut(&text.title, MOST.0),
        what: cut(&text.what, MOST.1),
        since: text.since.as_deref().map(shown),
        why: cut(&text.why, MOST.1),
        change: cut(&text.change, MOST.2),
        due: finding.due.map(|day| {
            format!("{} {}", if over(day) { l.overdue } else { l.due }, say::near_day(day, today, language))
        }),
        overdue: finding.due.is_some_and(over),
        effect: effect.map(|gain| match (of_odds(finding.code), finding.values.get("odds")) {
            (true, Some(FindingValue::Share { value })) => {
                say::simulated_odds_move(&text::percent(*value), &text::percent(value + gain), language)
            }
            (true, _) => say::simulated_odds(&text::points(gain), language),
            (false, _) => say::simulated_fit(&text::points(gain), language),
        }),
    }
}

/// Whether what is done about a finding moves odds rather than the fit.
const fn of_odds(code: FindingCode) -> bool {
    matches!(code, FindingCode::RungAtRisk | FindingCode::RungBehind | FindingCode::RungMissed)
}

/// Several unknown traits as one: what to ask first, where the fit names it.
fn unknown_traits(first: &Finding, unknown: &[Trait], brief: &Brief, language: Language) -> Item {
    let names: Vec<&str> = unknown.iter().map(|of| text::trait_name(*of, language)).collect();
    let next = brief.fit.next_question.map(|question| question.of).filter(|of| unknown.contains(of));
    let ask = next.or_else(|| unknown.first().copied()).map_or("", |of| text::ask(of, language));
    Item {
        title: say::traits_unknown(unknown.len(), language),
        what: say::nothing_about(&say::names(&names, language), language),
        change: say::begin_with_one(ask, language),
        ..item(first, brief, language)
    }
}
