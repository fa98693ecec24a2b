//! What the page says of the course of things: ladder, selection, sales.

use keyperson::Brief;
use keyperson::calendar::Day;
use keyperson::course::ladder::{Pace, Rung, RungStatus};
use keyperson::course::lead_time::Conversion;
use keyperson::fact::GateStep;
use keyperson::finding::FindingCode;
use keyperson::text::{self, Language};

use super::{GateCell, Line, RungRow, cut, line, share};
use crate::svg::{self, Span};
use crate::text as say;

/// Columns of the name of a rung or a metric.
const MOST_NAME: usize = 60;

/// The day of the page.
fn today(brief: &Brief) -> Option<Day> {
    text::local_day(brief.as_of)
}

pub(super) fn start(brief: &Brief, language: Language) -> String {
    match brief.ladder.start {
        Some(day) => say::started_on(&say::near_day(day, today(brief), language), language),
        None => say::labels(language).not_appointed.to_owned(),
    }
}

/// The rungs with their lanes on the time line.
pub(super) fn rungs(brief: &Brief, span: Option<&Span>, language: Language) -> Vec<RungRow> {
    let today = today(brief);
    brief.ladder.rungs.iter().map(|rung| rung_row(rung, span, today, language)).collect()
}

fn rung_row(rung: &Rung, span: Option<&Span>, today: Option<Day>, language: Language) -> RungRow {
    let unknown = || text::unknown(language).to_owned();
    let open = rung.status == RungStatus::NotStarted && rung.deadline.is_none();
    let dash = || if open { "—".to_owned() } else { unknown() };
    let l = say::labels(language);
    let pace = |pace: Pace| match pace.days_ahead {
        days if days >= 0.05 => say::days_ahead(&text::number(days), language),
        days if days <= -0.05 => say::days_behind(&text::number(-days), language),
        _ => l.on_plan.to_owned(),
    };
    let name = cut(text::rung(rung.code.as_str(), language), MOST_NAME);
    let count = format!("{} / {}", rung.count.map_or_else(dash, |count| count.to_string()), rung.target);
    let status = text::rung_status(rung.status, language);
    // Made or missed, there is nothing left to bet on.
    let settled = matches!(rung.status, RungStatus::Achieved | RungStatus::Missed);
    let odds = if settled { "—".to_owned() } else { rung.odds.map_or_else(dash, text::percent) };
    let expected = expected(rung, today, language).unwrap_or_else(dash);
    RungRow {
        svg: span.map_or_else(String::new, |span| {
            svg::lane(rung, span, &format!("{name}: {count}, {status}, {} {odds}, {expected}", l.odds))
        }),
        odds_svg: rung
            .odds
            .filter(|_| !settled)
            .map_or_else(String::new, |share| svg::share(share, &format!("{} {odds}", l.odds))),
        name,
        status,
        sign: match rung.status {
            RungStatus::Achieved => "✓",
            RungStatus::Missed => "✕",
            RungStatus::AtRisk | RungStatus::Behind => "▲",
            RungStatus::Ahead | RungStatus::OnPace | RungStatus::NotStarted | RungStatus::Unknown => "○",
        },
        attention: matches!(rung.status, RungStatus::AtRisk | RungStatus::Behind | RungStatus::Missed),
        count,
        pace: if settled { "—".to_owned() } else { rung.pace.map_or_else(dash, pace) },
        odds,
        expected,
        deadline: rung.deadline.map_or_else(|| "—".to_owned(), |day| say::near_day(day, today, language)),
    }
}

/// When the target was reached, or is expected to be.
fn expected(rung: &Rung, today: Option<Day>, language: Language) -> Option<String> {
    let day = |day| say::near_day(day, today, language);
    Some(match (rung.achieved_on, rung.reached_late_on, &rung.expected) {
        (Some(on), ..) => match rung.achieved_in_days {
            Some(number) => say::made_on(&day(on), number, language),
            None => day(on),
        },
        (None, Some(on), _) => say::reached_late_on(&day(on), language),
        (None, None, Some(expected)) => {
            let short = |of: Day| match today {
                Some(today) if today.year() != of.year() => say::short_day_of_year(of, language),
                _ => say::short_day(of, language),
            };
            match (expected.early, expected.median, expected.late) {
                (_, None, _) => say::labels(language).not_in_sight.to_owned(),
                (Some(early), Some(median), late) => {
                    say::expected_about(&day(median), &short(early), late.map(short).as_deref(), language)
                }
                (None, Some(median), _) => day(median),
            }
        }
        (None, None, None) => return None,
    })
}

pub(super) fn gates(brief: &Brief, language: Language) -> Vec<GateCell> {
    GateStep::ALL
        .iter()
        .filter_map(|gate| {
            let passed = brief.selection.passed.iter().find(|passed| passed.gate == *gate);
            (*gate != GateStep::SteppedDown || passed.is_some()).then(|| GateCell {
                next: brief.selection.next == Some(*gate),
                name: text::gate(*gate, language),
                passed: passed.is_some(),
                day: passed.map_or_else(
                    || "—".to_owned(),
                    |passed| say::near_day(passed.day, today(brief), language),
                ),
            })
        })
        .collect()
}

pub(super) fn blocked(brief: &Brief, language: Language) -> Vec<String> {
    let finding = |code: &FindingCode| brief.findings.iter().find(|finding| finding.code == *code);
    brief
        .selection
        .blocked_by
        .iter()
        .filter_map(finding)
        .map(|f| cut(&text::finding(f, language).title, 84))
        .collect()
}

/// Conversions from one metric to others, a line for each first one.
pub(super) fn conversions(brief: &Brief, language: Language) -> Vec<Line> {
    let known: Vec<&Conversion> = brief.lead_time.conversions.iter().filter(|c| c.deals > 0).collect();
    let lines = known.chunk_by(|one, next| one.from == next.from && one.deals == next.deals);
    lines.filter_map(|of_one| conversion(of_one, language)).collect()
}

fn conversion(of_one: &[&Conversion], language: Language) -> Option<Line> {
    let first = of_one.first()?;
    let (from, deals) = (cut(text::metric(first.from.as_str(), language), MOST_NAME), first.deals);
    let said: Vec<String> = of_one
        .iter()
        .map(|c| {
            let to = cut(text::metric(c.to.as_str(), language), MOST_NAME);
            let (reached, unknown) = (c.reached, text::unknown(language));
            let Some((lower, upper)) = c.lower.zip(c.upper) else {
                // Deals went past a stage that is not written down: how many more came to it nobody knows.
                return say::reached_at_least(&to, unknown, reached, language);
            };
            say::reached(&to, reached, &share(c.share, language), &text::range(lower, upper), language)
        })
        .collect();
    let said = say::of_deals(deals, &say::list(&said, language), language);
    Some(line(say::conversions_from(&from, language), said))
}

/// From a prospect to its order.
pub(super) fn lead_time(brief: &Brief, language: Language) -> Line {
    let l = say::labels(language);
    let Some(order) = &brief.lead_time.to_order else { return line(l.lead_time, l.no_deals_recorded) };
    let median = match order.median_days {
        Some(days) => say::median_days(&text::number(days), language),
        None => l.no_median.to_owned(),
    };
    line(l.lead_time, say::to_order(&median, order.won, order.lost, order.open, language))
}

/// Winter, standstill or neither.
pub(super) fn season(brief: &Brief, language: Language) -> Line {
    let winter = &brief.winter;
    let name = text::season(winter.season, language);
    let label = say::labels(language).season;
    let Some(((days, window), observed)) = winter.days_without.zip(winter.window_days).zip(winter.observed)
    else {
        return line(label, name);
    };
    line(label, say::season_told_by(name, days, window, observed, language))
}
