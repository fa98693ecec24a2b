//! What the page says of answers to messages, of feedback and of news: a line each, where anything is known.

use keyperson::Brief;
use keyperson::text::{self, Language};
use keyperson::together::response::Answers;

use super::{Line, line, share};

pub(super) fn ledger(brief: &Brief, language: Language) -> Vec<Line> {
    let room = &brief.response;
    let vendor = |limit| match language {
        Language::Japanese => format!("こちらの返答（{limit}時間以内）"),
        Language::English => format!("Our answers (within {limit} hours)"),
    };
    let partner = || match language {
        Language::Japanese => "相手からの返答".to_owned(),
        Language::English => "Answers to us".to_owned(),
    };
    let lines = [
        answers(&vendor(room.limit_hours), &room.vendor, language),
        answers(&partner(), &room.partner, language),
        feedback(brief, language),
        news(brief, language),
    ];
    lines.into_iter().flatten().collect()
}

fn answers(whose: &str, side: &Answers, language: Language) -> Option<Line> {
    let (in_time, answered, open) = (side.in_time, side.answered, side.open);
    if answered == 0 && open == 0 {
        return None;
    }
    let hours = |hours: Option<f64>| hours.map_or_else(|| text::unknown(language).to_owned(), text::number);
    let (median, p90) = (hours(side.median_hours), hours(side.p90_hours));
    let chance = side.chance_lower.zip(side.chance_upper).map_or_else(
        || text::unknown(language).to_owned(),
        |(lower, upper)| format!("{} ({})", share(side.chance, language), text::range(lower, upper)),
    );
    Some(line(
        whose,
        match (answered, language) {
            (0, Language::Japanese) => format!("返答待ち {open} 件"),
            (0, Language::English) => format!("{open} waiting"),
            (_, Language::Japanese) => format!(
                "{answered}件中{in_time}件が期限内、中央値 {median} 時間、9 割が {p90} 時間以内、期限内の見込み {chance}、返答待ち {open} 件"
            ),
            (_, Language::English) => format!(
                "{in_time} of {answered} in time, median {median} hours, nine tenths within {p90}, chance in time {chance}, {open} waiting"
            ),
        },
    ))
}

fn feedback(brief: &Brief, language: Language) -> Option<Line> {
    let room = &brief.feedback;
    let (pieces, waiting) = (room.pieces.len(), room.waiting);
    let (in_time, verified) = (room.in_time, room.verified);
    (pieces > 0).then(|| match language {
        Language::Japanese => line(
            "フィードバック",
            format!(
                "{pieces}件、翌営業日までに回答 {in_time} 件、結果を確認 {verified} 件、回答待ち {waiting} 件"
            ),
        ),
        Language::English => line(
            "Feedback",
            format!(
                "{pieces}, answered by the next business day {in_time}, checked {verified}, waiting {waiting}"
            ),
        ),
    })
}

fn news(brief: &Brief, language: Language) -> Option<Line> {
    let room = &brief.information_order;
    let (topics, open, individual) = (room.topics.len(), room.open_first, room.individual_first);
    (topics > 0).then(|| match language {
        Language::Japanese => {
            line("情報共有", format!("{topics}件、オープンが先 {open} 件、個人が先 {individual} 件"))
        }
        Language::English => {
            line("News", format!("{topics}, openly first {open}, individually first {individual}"))
        }
    })
}
