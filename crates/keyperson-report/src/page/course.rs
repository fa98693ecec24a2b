//! What the page says of the course of things: ladder, selection, sales.

use keyperson::Brief;
use keyperson::course::ladder::{Pace, Rung, RungStatus};
use keyperson::course::lead_time::Conversion;
use keyperson::fact::GateStep;
use keyperson::finding::FindingCode;
use keyperson::text::{self, Language};

use super::{GateCell, Line, RungRow, cut, line, share};
use crate::label::Labels;
use crate::svg::{self, Span};

/// Columns of the name of a rung or a metric.
const MOST_NAME: usize = 60;

pub(super) fn start(brief: &Brief, language: Language) -> String {
    match (brief.ladder.start, language) {
        (Some(day), Language::Japanese) => format!("開始日 {}", text::day(day, language)),
        (Some(day), Language::English) => format!("Start {}", text::day(day, language)),
        (None, Language::Japanese) => "まだ任命されていないため、期限と達成確率はありません。".to_owned(),
        (None, Language::English) => "Not appointed yet, so there are no deadlines and no odds.".to_owned(),
    }
}

/// The rungs with their lanes on the time line.
pub(super) fn rungs(brief: &Brief, span: Option<&Span>, language: Language) -> Vec<RungRow> {
    brief.ladder.rungs.iter().map(|rung| rung_row(rung, span, language)).collect()
}

fn rung_row(rung: &Rung, span: Option<&Span>, language: Language) -> RungRow {
    let unknown = || text::unknown(language).to_owned();
    let open = rung.status == RungStatus::NotStarted && rung.deadline.is_none();
    let dash = || if open { "—".to_owned() } else { unknown() };
    let pace = |pace: Pace| match (pace.days_ahead, language) {
        (days, Language::Japanese) if days >= 0.05 => format!("{}日先行", text::number(days)),
        (days, Language::Japanese) if days <= -0.05 => format!("{}日遅れ", text::number(-days)),
        (_, Language::Japanese) => "計画どおり".to_owned(),
        (days, Language::English) if days >= 0.05 => format!("{} days ahead", text::number(days)),
        (days, Language::English) if days <= -0.05 => format!("{} days behind", text::number(-days)),
        (_, Language::English) => "on plan".to_owned(),
    };
    let name = cut(text::rung(rung.code.as_str(), language), MOST_NAME);
    let count = format!("{} / {}", rung.count.map_or_else(dash, |count| count.to_string()), rung.target);
    let status = text::rung_status(rung.status, language);
    // Made or missed, there is nothing left to bet on.
    let settled = matches!(rung.status, RungStatus::Achieved | RungStatus::Missed);
    let odds = if settled { "—".to_owned() } else { rung.odds.map_or_else(dash, text::percent) };
    let expected = expected(rung, language).unwrap_or_else(dash);
    let l = Labels::of(language);
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
        deadline: rung.deadline.map_or_else(|| "—".to_owned(), |day| text::day(day, language)),
    }
}

/// When the target was reached, or is expected to be.
fn expected(rung: &Rung, language: Language) -> Option<String> {
    let day = |day| text::day(day, language);
    Some(match (rung.achieved_on, rung.reached_late_on, &rung.expected) {
        (Some(on), ..) => match (rung.achieved_in_days, language) {
            (Some(n), Language::Japanese) => format!("{}に達成（{n}日目）", day(on)),
            (Some(n), Language::English) => format!("made {} (day {n})", day(on)),
            (None, _) => day(on),
        },
        (None, Some(on), _) => match language {
            Language::Japanese => format!("{}に到達", day(on)),
            Language::English => format!("reached {}", day(on)),
        },
        (None, None, Some(expected)) => {
            let short = |day| svg::short(day, language);
            match (expected.early, expected.median, expected.late, language) {
                (_, None, _, Language::Japanese) => "見通せません".to_owned(),
                (_, None, _, Language::English) => "not in sight".to_owned(),
                (Some(early), Some(median), late, Language::Japanese) => {
                    let late = late.map_or_else(|| "先".to_owned(), short);
                    format!("{}ごろ（{}〜{late}）", day(median), short(early))
                }
                (Some(early), Some(median), late, Language::English) => {
                    let late = late.map_or_else(|| "later".to_owned(), short);
                    format!("about {} ({} – {late})", day(median), short(early))
                }
                (None, Some(median), ..) => day(median),
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
                day: passed.map_or_else(|| "—".to_owned(), |passed| text::day(passed.day, language)),
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
                return match language {
                    Language::Japanese => format!("{to} {unknown}（少なくとも {reached}）"),
                    Language::English => format!("{to} {unknown} (at least {reached})"),
                };
            };
            let (share, range) = (share(c.share, language), text::range(lower, upper));
            match language {
                Language::Japanese => format!("{to} {reached}（{share}、区間 {range}）"),
                Language::English => format!("{to} {reached} ({share}, interval {range})"),
            }
        })
        .collect();
    Some(match language {
        Language::Japanese => {
            line(format!("{from}からの転換"), format!("{deals}件のうち{}", said.join("、")))
        }
        Language::English => line(format!("After {from}"), format!("of {deals}: {}", said.join(", "))),
    })
}

/// From a prospect to its order.
pub(super) fn lead_time(brief: &Brief, language: Language) -> Line {
    let label = Labels::of(language).lead_time;
    let Some(order) = &brief.lead_time.to_order else {
        return line(
            label,
            match language {
                Language::Japanese => "案件の記録がなく、不明です",
                Language::English => "no deals recorded, unknown",
            },
        );
    };
    let (won, lost, open) = (order.won, order.lost, order.open);
    let median = match (order.median_days, language) {
        (Some(days), Language::Japanese) => format!("中央値 {} 日", text::number(days)),
        (Some(days), Language::English) => format!("median {} days", text::number(days)),
        (None, Language::Japanese) => "中央値はまだ出せません".to_owned(),
        (None, Language::English) => "no median yet".to_owned(),
    };
    line(
        label,
        match language {
            Language::Japanese => format!("{median}（受注 {won}・失注 {lost}・進行中 {open}）"),
            Language::English => format!("{median} (won {won}, lost {lost}, open {open})"),
        },
    )
}

/// Winter, standstill or neither.
pub(super) fn season(brief: &Brief, language: Language) -> Line {
    let winter = &brief.winter;
    let name = text::season(winter.season, language);
    let label = Labels::of(language).season;
    let Some(((days, window), observed)) = winter.days_without.zip(winter.window_days).zip(winter.observed)
    else {
        return line(label, name);
    };
    line(
        label,
        match language {
            Language::Japanese => {
                format!("{name}。受注のない期間 {days} 日、直近 {window} 日の中間成果 {observed} 件")
            }
            Language::English => {
                format!(
                    "{name}; {days} days without an order, {observed} intermediate results in the last {window}"
                )
            }
        },
    )
}
