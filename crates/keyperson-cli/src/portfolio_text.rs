//! A portfolio for the terminal: one line a person.

use keyperson::answer::portfolio::PersonRow;
use keyperson::person::mismatch::MismatchState;
use keyperson::person::readiness::Readiness;
use keyperson::text;
use keyperson::{Portfolio, Urgency};

use crate::complaint::harmless;
use crate::table::{self, Shown};
use crate::terminal::{Terminal, Tone};
use crate::text as say;

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

/// Columns from which there is room for the first finding too.
const WIDE: u16 = 120;

/// The first `most` people of a portfolio, or all.
pub fn text(terminal: &Terminal, portfolio: &Portfolio, most: Option<usize>) -> String {
    let language = terminal.language;
    let wide = terminal.width >= WIDE;
    let mut header = say::columns(language).to_vec();
    if wide {
        header.push(say::first_column(language));
    }
    let shown = portfolio.people.iter().take(most.unwrap_or(usize::MAX));
    let rows: Vec<Vec<Shown>> = shown.map(|row| line(terminal, portfolio, row, wide)).collect();
    let (as_of, policy) = (text::instant(portfolio.as_of, language), harmless(&portfolio.policy));
    let head = say::as_of(&as_of, &policy, language);
    let mut text = format!("{}\n", terminal.paint(Tone::Faint, &head));
    if !rows.is_empty() {
        text.push_str(&table::text(terminal, &header, &rows));
    }
    let (people, partners, left) = (portfolio.people.len(), portfolio.partners.len(), portfolio.left);
    let more = people.saturating_sub(rows.len());
    let mut foot = say::people(people, partners, language);
    if left > 0 {
        foot.push_str(&say::left(left, language));
    }
    if more > 0 {
        foot.push_str(&say::not_shown(more, language));
    }
    text.push_str(&terminal.paint(Tone::Faint, &foot));
    text.push('\n');
    if portfolio.people.iter().take(rows.len()).any(|row| ranks(portfolio, row) == "—") {
        let dash = say::no_rank(language);
        text.push_str(&terminal.paint(Tone::Faint, dash));
        text.push('\n');
    }
    text
}

/// The ranks at the partner that the evidence allows; a dash where these are all.
fn ranks(portfolio: &Portfolio, row: &PersonRow) -> String {
    let people = portfolio
        .partners
        .iter()
        .find(|partner| partner.partner == row.partner)
        .map(|partner| partner.people);
    match (row.best_rank, row.worst_rank) {
        (1, worst) if people.is_none_or(|people| worst >= people) => "—".to_owned(),
        (best, worst) if best == worst => best.to_string(),
        (best, worst) => format!("{best}–{worst}"),
    }
}

fn line(terminal: &Terminal, portfolio: &Portfolio, row: &PersonRow, wide: bool) -> Vec<Shown> {
    let language = terminal.language;
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
    let mut rungs: Vec<&str> =
        row.rungs.iter().map(|rung| text::short_rung_status(rung.status, language)).collect();
    if rungs.iter().all(|status| Some(status) == rungs.first()) {
        rungs.truncate(1);
    }
    let mut cells = vec![
        Shown::right(ranks(portfolio, row)).tone(Some(Tone::Faint)),
        Shown::left(person),
        Shown::left(partner),
        Shown::left(text::readiness(row.readiness, language)).tone(Some(readiness_tone(row.readiness))),
        Shown::right(fit),
        Shown::left(flags.join("\n")).tone(Some(Tone::Warn)),
        Shown::left(rungs.join("\n")),
    ];
    if wide {
        let first = row.first_finding.as_ref();
        let title = first.map(|finding| text::finding(finding, language).title).unwrap_or_default();
        cells.push(Shown::left(title).tone(first.map(|finding| urgency_tone(finding.urgency))));
    }
    cells
}
