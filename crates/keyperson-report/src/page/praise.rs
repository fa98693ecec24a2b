//! What the page says of recognition, offers and the person's own appraisal: a line each, where anything is known.

use keyperson::Brief;
use keyperson::text::{self, Language};

use super::{Line, duration, line, share};
use crate::text as say;

pub(super) fn praise(brief: &Brief, language: Language) -> Vec<Line> {
    [recognition(brief, language), offers(brief, language), appraisal(brief, language)]
        .into_iter()
        .flatten()
        .collect()
}

fn recognition(brief: &Brief, language: Language) -> Option<Line> {
    let room = &brief.recognition;
    let (owed, recognised, open) = (room.owed.len(), room.recognised, room.open);
    if owed == 0 {
        return None;
    }
    let coverage = match room.coverage_lower.zip(room.coverage_upper) {
        Some((lower, upper)) => {
            let (share, range) = (share(room.coverage, language), text::range(lower, upper));
            say::recognised_of(owed, recognised, &share, &range, language)
        }
        None => say::none_recognised(owed, language),
    };
    let said = match room.lag_hours.map(|hours| duration(hours, language)) {
        Some(median) => say::recognition_after(&coverage, &median, open, language),
        None => say::recognition(&coverage, open, language),
    };
    Some(line(say::labels(language).recognised, said))
}

fn offers(brief: &Brief, language: Language) -> Option<Line> {
    let room = &brief.motivation;
    if room.since.is_none() && room.offers.is_empty() {
        return None;
    }
    Some(line(say::labels(language).offered, text::offer_mix(room.mix, language)))
}

fn appraisal(brief: &Brief, language: Language) -> Option<Line> {
    let room = &brief.appraisal;
    let (criteria, share) = (room.criteria.len(), share(room.share, language));
    (criteria > 0)
        .then(|| line(say::labels(language).appraisal, say::appraisal_overlap(&share, criteria, language)))
}
