//! What the page says of answers to messages, of feedback and of news: a line each, where anything is known.

use keyperson::Brief;
use keyperson::text::{self, Language};
use keyperson::together::response::Answers;

use super::{Line, duration, line, share};
use crate::text::{self as say, AnswerTimes};

pub(super) fn ledger(brief: &Brief, language: Language) -> Vec<Line> {
    let room = &brief.response;
    let lines = [
        answers(&say::our_answers(room.limit_hours, language), &room.vendor, language),
        answers(say::labels(language).answers_to_us, &room.partner, language),
        feedback(brief, language),
        news(brief, language),
    ];
    lines.into_iter().flatten().collect()
}

fn answers(whose: &str, side: &Answers, language: Language) -> Option<Line> {
    let (in_time, answered, open) = (side.in_time, side.answered, side.open);
    match (answered, open) {
        (0, 0) => return None,
        (0, _) => return Some(line(whose, say::answers_wait(open, language))),
        _ => {}
    }
    let hours = |hours: Option<f64>| {
        hours.map_or_else(|| text::unknown(language).to_owned(), |hours| duration(hours, language))
    };
    let (median, p90) = (hours(side.median_hours), hours(side.p90_hours));
    let chance = side.chance_lower.zip(side.chance_upper).map_or_else(
        || text::unknown(language).to_owned(),
        |(lower, upper)| format!("{} ({})", share(side.chance, language), text::range(lower, upper)),
    );
    let times = AnswerTimes { answered, in_time, median: &median, p90: &p90, chance: &chance, open };
    Some(line(whose, say::answers(&times, language)))
}

fn feedback(brief: &Brief, language: Language) -> Option<Line> {
    let room = &brief.feedback;
    let pieces = room.pieces.len();
    (pieces > 0).then(|| {
        let said = say::feedback(pieces, room.in_time, room.verified, room.waiting, language);
        line(say::labels(language).feedback, said)
    })
}

fn news(brief: &Brief, language: Language) -> Option<Line> {
    let room = &brief.news;
    let topics = room.topics.len();
    (topics > 0).then(|| {
        let said = say::news(topics, room.open_first, room.individual_first, language);
        line(say::labels(language).news, said)
    })
}
