//! What the page says of recognition, offers and the person's own appraisal: a line each, where anything is known.

use keyperson::Brief;
use keyperson::text::{self, Language};

use super::{Line, line, share};

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
            match language {
                Language::Japanese => format!("{owed}件中{recognised}件（{share}、区間 {range}）"),
                Language::English => format!("{recognised} of {owed} ({share}, interval {range})"),
            }
        }
        None => match language {
            Language::Japanese => format!("対象{owed}件、称賛の記録なし"),
            Language::English => format!("{owed} owed, none recorded"),
        },
    };
    let lag = room.lag_hours.map(text::number);
    Some(match (lag, language) {
        (Some(hours), Language::Japanese) => {
            line("称賛", format!("{coverage}、届くまで中央値 {hours} 時間、これから {open} 件"))
        }
        (None, Language::Japanese) => line("称賛", format!("{coverage}、これから {open} 件")),
        (Some(hours), Language::English) => {
            line("Recognised", format!("{coverage}, median {hours} hours, {open} waiting"))
        }
        (None, Language::English) => line("Recognised", format!("{coverage}, {open} waiting")),
    })
}

fn offers(brief: &Brief, language: Language) -> Option<Line> {
    let room = &brief.motivation;
    if room.since.is_none() && room.offers.is_empty() {
        return None;
    }
    let mix = text::offer_mix(room.mix, language);
    Some(match language {
        Language::Japanese => line("本人への提示", mix),
        Language::English => line("Offered to the person", mix),
    })
}

fn appraisal(brief: &Brief, language: Language) -> Option<Line> {
    let room = &brief.appraisal;
    let (criteria, share) = (room.criteria.len(), share(room.share, language));
    (criteria > 0).then(|| match language {
        Language::Japanese => line("本人の社内評価との重なり", format!("{share}（基準 {criteria} 件）")),
        Language::English => {
            line("Overlap with the own appraisal", format!("{share} (criteria: {criteria})"))
        }
    })
}
