//! What the page says of what changed since the last brief, and why: a line each.

use keyperson::Brief;
use keyperson::answer::change::{Change, NewGrounds, RungChange};
use keyperson::course::ladder::RungStatus;
use keyperson::text::{self, Language};

use super::{Line, cut, line, share};
use crate::text as say;

/// Columns of a name and of a headline.
const MOST_NAME: usize = 60;
/// How many rungs, and how many findings, are named.
const MOST: usize = 3;

/// Since when, in words; absent where there was no brief before.
pub(super) fn since(brief: &Brief, language: Language) -> Option<String> {
    let change = brief.change.as_ref()?;
    let from = match text::local_day(change.from) {
        Some(from) => say::near_day(from, text::local_day(brief.as_of), language),
        None => text::instant(change.from, language),
    };
    let facts = change.facts.len();
    Some(say::since_last_brief(&from, facts, language))
}

/// What moved: the fit with what moved it, the rungs, the gates, and what has new grounds.
pub(super) fn changes(brief: &Brief, language: Language) -> Vec<Line> {
    let Some(change) = &brief.change else { return Vec::new() };
    let lines = [
        fit(change, language),
        stated(change, language),
        rungs(change, language),
        gates(change, language),
        grounds(change, brief, language),
    ];
    lines.into_iter().flatten().collect()
}

fn fit(change: &Change, language: Language) -> Option<Line> {
    let (before, after) = (share(change.before, language), share(change.after, language));
    let mut moved: Vec<_> = change.points.iter().filter(|point| text::points(point.points) != "±0").collect();
    moved.sort_by(|a, b| b.points.abs().total_cmp(&a.points.abs()));
    let mut why: Vec<String> = moved
        .iter()
        .map(|point| format!("{} {}", text::trait_name(point.of, language), text::points(point.points)))
        .collect();
    // With other traits known than before the reference is another, and moves the score the other way.
    if text::points(change.reference) != "±0" {
        why.push(say::other_traits_known(&text::points(change.reference), language));
    }
    if before == after && why.is_empty() {
        return None;
    }
    let why = match why.is_empty() {
        true => String::new(),
        false => say::moved_by(&say::list(&why, language), language),
    };
    Some(line(say::labels(language).fit, format!("{before} → {after}{why}")))
}

/// That values which somebody set began or ended.
fn stated(change: &Change, language: Language) -> Option<Line> {
    let count = change.overrides.len();
    (count > 0).then(|| line(say::labels(language).set_by_somebody, say::overrides_changed(count, language)))
}

fn rungs(change: &Change, language: Language) -> Option<Line> {
    let said = |rung: &RungChange| {
        let count =
            |count: Option<i64>| count.map_or_else(|| text::unknown(language).to_owned(), |n| n.to_string());
        let name = cut(text::rung(rung.code.as_str(), language), MOST_NAME);
        let (from, to) = (count(rung.count_before), count(rung.count));
        let status = text::short_rung_status(rung.status, language);
        if rung.status == RungStatus::Missed && from == to {
            return say::rung_missed(&name, &to, language);
        }
        say::rung_moved(&name, &from, &to, status, language)
    };
    let rungs: Vec<String> = change.rungs.iter().take(MOST).map(said).collect();
    (!rungs.is_empty()).then(|| line(say::labels(language).ladder, say::list(&rungs, language)))
}

fn gates(change: &Change, language: Language) -> Option<Line> {
    let gates: Vec<String> = change
        .gates
        .iter()
        .map(|gate| format!("{} {}", text::gate(gate.gate, language), say::short_day(gate.day, language)))
        .collect();
    (!gates.is_empty()).then(|| line(say::labels(language).selection, say::list(&gates, language)))
}

fn grounds(change: &Change, brief: &Brief, language: Language) -> Option<Line> {
    let title = |new: &NewGrounds| {
        let finding = brief.findings.iter().find(|f| f.code == new.code && f.about == new.about)?;
        Some(cut(&text::finding(finding, language).title, MOST_NAME))
    };
    let titles: Vec<String> = change.findings.iter().filter_map(title).collect();
    let rest = titles.len().saturating_sub(MOST);
    let mut said: Vec<String> = titles.into_iter().take(MOST).collect();
    if rest > 0 {
        said.push(say::more(rest, language));
    }
    (!said.is_empty()).then(|| line(say::labels(language).new_grounds, say::list(&said, language)))
}
