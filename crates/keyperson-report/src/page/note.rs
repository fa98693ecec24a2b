//! The notes at the foot of the page: what it is not, whose judgement it holds, what is disputed.

use std::collections::BTreeSet;

use keyperson::text::{self, Language};
use keyperson::{Brief, FactId};

use super::{Line, MOST_NAME, cut, line, share};
use crate::text as say;

/// How many ids of facts are shown in a note.
const MOST_IDS: usize = 5;

/// That somebody set values, and what the evidence alone says; absent where nobody did.
pub(super) fn stated(brief: &Brief, language: Language) -> Option<Line> {
    let alone = brief.by_evidence.as_ref()?;
    let count = brief.overrides.iter().filter(|set| set.holds()).count();
    let score = share(alone.score.get(), language);
    let range = text::range(alone.interval_lower, alone.interval_upper);
    let readiness = text::readiness(alone.readiness, language);
    let said = say::evidence_alone(count, &score, &range, readiness, language);
    Some(line(say::labels(language).set_by_somebody, said))
}

pub(super) fn notes(brief: &Brief, language: Language) -> Vec<String> {
    let l = say::labels(language);
    let mut notes =
        vec![l.about_fit_not_person.to_owned(), say::judgement_of(&cut(&brief.policy, MOST_NAME), language)];
    let evidence = brief.traits.iter().flat_map(|estimate| &estimate.evidence);
    let mut contested: BTreeSet<&FactId> = evidence.filter(|e| e.contested).map(|e| &e.fact).collect();
    contested.extend(brief.ladder.rungs.iter().flat_map(|rung| &rung.contested));
    if !contested.is_empty() {
        notes.push(say::disputed_facts(&ids(contested.into_iter()), language));
    }
    if !brief.withdrawn.is_empty() {
        notes.push(say::withdrawn_facts(&ids(brief.withdrawn.iter()), language));
    }
    if brief.provisional_calendar {
        notes.push(l.provisional_days.to_owned());
    }
    notes
}

fn ids<'a>(ids: impl ExactSizeIterator<Item = &'a FactId>) -> String {
    let rest = ids.len().saturating_sub(MOST_IDS);
    let mut list: Vec<String> = ids.take(MOST_IDS).map(|id| cut(id.as_str(), 24)).collect();
    if rest > 0 {
        list.push(format!("+{rest}"));
    }
    list.join(", ")
}
