//! A portfolio for the terminal: one line a person.

use keyperson::mismatch::MismatchState;
use keyperson::portfolio::PersonRow;
use keyperson::readiness::Readiness;
use keyperson::text;
use keyperson::{Portfolio, Urgency};

use crate::table::{self, Shown};
use crate::terminal::{Terminal, Tone, phrase};

/// The tone of a readiness.
pub fn readiness_tone(readiness: Readiness) -> Tone {
    match readiness {
        Readiness::Ready | Readiness::ReadyWithSupport => Tone::Good,
        Readiness::Unknown => Tone::Faint,
        Readiness::NotYet => Tone::Warn,
    }
}

/// The tone of an urgency.
pub fn urgency_tone(urgency: Urgency) -> Tone {
    match urgency {
        Urgency::Urgent => Tone::Bad,
        Urgency::Important => Tone::Warn,
        Urgency::Notice => Tone::Faint,
        Urgency::Celebrate => Tone::Good,
    }
}

/// The first `most` people of a portfolio, or all.
pub fn text(terminal: &Terminal, portfolio: &Portfolio, most: Option<usize>) -> String {
    let lang = terminal.lang;
    let header: &[&str] = match lang {
        crate::terminal::Lang::En => &["#", "Person", "Partner", "Readiness", "Fit", "Flags", "Ladder", "First finding"],
        crate::terminal::Lang::Ja => &["#", "人", "パートナー", "準備状況", "適合度", "旗", "はしご", "まず見ること"],
    };
    let shown = portfolio.people.iter().take(most.unwrap_or(usize::MAX));
    let rows: Vec<Vec<Shown>> = shown.map(|row| line(terminal, row)).collect();
    let mut text = table::text(terminal, header, &rows);
    let (people, partners, left) = (portfolio.people.len(), portfolio.partners.len(), portfolio.left);
    let more = people.saturating_sub(rows.len());
    let mut foot = phrase!(lang, "{people} people at {partners} partners", "{partners} 社 {people} 人");
    if left > 0 {
        foot.push_str(&phrase!(lang, ", {left} have left", "、退職 {left} 人"));
    }
    if more > 0 {
        foot.push_str(&phrase!(lang, ", {more} not shown here", "、ほか {more} 人は省略"));
    }
    text.push_str(&terminal.paint(Tone::Faint, &foot));
    text.push('\n');
    text
}

fn line(terminal: &Terminal, row: &PersonRow) -> Vec<Shown> {
    let language = terminal.lang.language();
    let person = match &row.name {
        Some(name) => format!("{name}\n{}", row.person),
        None => row.person.to_string(),
    };
    let partner = match &row.partner_name {
        Some(name) => format!("{name}\n{}", row.partner),
        None => row.partner.to_string(),
    };
    let fit = match row.fit {
        Some(fit) => format!("{}\n{}", text::percent(fit), text::range(row.lower, row.upper)),
        None => text::unknown(language).to_owned(),
    };
    let flags: Vec<String> = row
        .mismatches
        .iter()
        .filter_map(|pattern| {
            let name = text::pattern(pattern.pattern.as_str(), language);
            match pattern.state {
                MismatchState::Present => Some(name.to_owned()),
                MismatchState::Likely => Some(format!("{name}?")),
                _ => None,
            }
        })
        .collect();
    let rungs: Vec<&str> = row.rungs.iter().map(|rung| text::short_rung_status(rung.status, language)).collect();
    let first = row.first_finding.as_ref().map(|finding| {
        let title = text::finding(finding, language).title;
        Shown::left(title).tone(Some(urgency_tone(finding.urgency)))
    });
    vec![
        Shown::right(row.rank.to_string()).tone(Some(Tone::Faint)),
        Shown::left(person).tone(Some(Tone::Strong)),
        Shown::left(partner),
        Shown::left(text::readiness(row.readiness, language)).tone(Some(readiness_tone(row.readiness))),
        Shown::right(fit),
        Shown::left(flags.join("\n")).tone(Some(Tone::Warn)),
        Shown::left(rungs.join(" ")),
        first.unwrap_or_else(|| Shown::left("")),
    ]
}
