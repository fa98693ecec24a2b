//! What the page says of the course of things: ladder, selection, sales.

use keyperson::Brief;
use keyperson::fact::GateStep;
use keyperson::finding::FindingCode;
use keyperson::ladder::{Pace, Rung, RungStatus};
use keyperson::text::{self, Language};

use super::{GateCell, RungRow, share, shown};

pub(super) fn start(brief: &Brief, language: Language) -> String {
    match (brief.ladder.start, language) {
        (Some(day), Language::Japanese) => format!("開始日 {}", text::day(day, language)),
        (Some(day), Language::English) => format!("Start {}", text::day(day, language)),
        (None, Language::Japanese) => "まだ任命されていないため、期限と達成確率はありません。".to_owned(),
        (None, Language::English) => "Not appointed yet, so there are no deadlines and no odds.".to_owned(),
    }
}

pub(super) fn rung_row(rung: &Rung, language: Language) -> RungRow {
    let unknown = || text::unknown(language).to_owned();
    let open = rung.status == RungStatus::NotStarted && rung.deadline.is_none();
    let dash = || if open { "—".to_owned() } else { unknown() };
    let expected = match (rung.achieved_on, rung.reached_late_on, rung.expected) {
        (Some(day), ..) => match (rung.achieved_in_days, language) {
            (Some(n), Language::Japanese) => format!("{}に達成（{n}日目）", text::day(day, language)),
            (Some(n), Language::English) => format!("made {} (day {n})", text::day(day, language)),
            (None, _) => text::day(day, language),
        },
        (None, Some(day), _) => match language {
            Language::Japanese => format!("{}に到達", text::day(day, language)),
            Language::English => format!("reached {}", text::day(day, language)),
        },
        (None, None, Some(expected)) => expected.median.map_or_else(
            || match language {
                Language::Japanese => "見通せません".to_owned(),
                Language::English => "not in sight".to_owned(),
            },
            |day| text::day(day, language),
        ),
        (None, None, None) => dash(),
    };
    let pace = |pace: Pace| match pace.days_ahead {
        days if days >= 0.05 => format!("+{}", text::number(days)),
        days if days <= -0.05 => format!("−{}", text::number(-days)),
        _ => "±0".to_owned(),
    };
    RungRow {
        name: shown(text::rung(rung.code.as_str(), language)),
        status: text::rung_status(rung.status, language),
        attention: matches!(rung.status, RungStatus::AtRisk | RungStatus::Behind | RungStatus::Missed),
        count: format!("{} / {}", rung.count.map_or_else(dash, |count| count.to_string()), rung.target),
        pace: rung.pace.map_or_else(dash, pace),
        odds: rung.odds.map_or_else(dash, text::percent),
        expected,
        deadline: rung.deadline.map_or_else(|| "—".to_owned(), |day| text::day(day, language)),
    }
}

pub(super) fn gates(brief: &Brief, language: Language) -> Vec<GateCell> {
    GateStep::ALL
        .iter()
        .filter_map(|gate| {
            let passed = brief.selection.passed.iter().find(|passed| passed.gate == *gate);
            (*gate != GateStep::SteppedDown || passed.is_some()).then(|| GateCell {
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
        .map(|f| shown(&text::finding(f, language).title))
        .collect()
}

pub(super) fn conversions(brief: &Brief, language: Language) -> Vec<String> {
    let known = brief.lead_time.conversions.iter().filter(|conversion| conversion.deals > 0);
    let won = brief.lead_time.to_order.as_ref().is_some_and(|order| order.won > 0);
    known
        .map(|c| {
            let (from, to) = (text::metric(c.from.as_str(), language), text::metric(c.to.as_str(), language));
            let range =
                c.lower.zip(c.upper).map_or_else(String::new, |(lower, upper)| text::range(lower, upper));
            // Orders without a single earlier stage: that stage is not written down, which is no zero.
            if won && c.reached == 0 {
                return match language {
                    Language::Japanese => format!("{}：記録がなく、不明です", shown(to)),
                    Language::English => format!("{}: none recorded, unknown", shown(to)),
                };
            }
            let (share, from, to) = (share(c.share, language), shown(from), shown(to));
            match language {
                Language::Japanese => {
                    format!("{from} → {to}：{}／{}（{share}、区間 {range}）", c.reached, c.deals)
                }
                Language::English => {
                    format!("{from} → {to}: {} of {} ({share}, interval {range})", c.reached, c.deals)
                }
            }
        })
        .collect()
}

pub(super) fn lead_time(brief: &Brief, language: Language) -> String {
    let Some(order) = &brief.lead_time.to_order else {
        return match language {
            Language::Japanese => "発掘から受注までの日数：案件の記録がなく、不明です。".to_owned(),
            Language::English => "Days from prospect to order: no deals recorded, unknown.".to_owned(),
        };
    };
    let (won, lost, open) = (order.won, order.lost, order.open);
    match (order.median_days, language) {
        (Some(days), Language::Japanese) => {
            format!(
                "発掘から受注まで：中央値 {} 日（受注 {won}・失注 {lost}・進行中 {open}）",
                text::number(days)
            )
        }
        (Some(days), Language::English) => {
            format!(
                "Prospect to order: median {} days (won {won}, lost {lost}, open {open})",
                text::number(days)
            )
        }
        (None, Language::Japanese) => {
            format!("発掘から受注まで：中央値はまだ出せません（受注 {won}・失注 {lost}・進行中 {open}）")
        }
        (None, Language::English) => {
            format!("Prospect to order: no median yet (won {won}, lost {lost}, open {open})")
        }
    }
}

pub(super) fn season(brief: &Brief, language: Language) -> String {
    let winter = &brief.winter;
    let name = text::season(winter.season, language);
    let Some(((days, window), observed)) = winter.days_without.zip(winter.window_days).zip(winter.observed)
    else {
        return name.to_owned();
    };
    match language {
        Language::Japanese => {
            format!("{name}（受注のない期間 {days} 日、直近 {window} 日の中間成果 {observed} 件）")
        }
        Language::English => {
            format!(
                "{name} ({days} days without an order, {observed} intermediate results in the last {window})"
            )
        }
    }
}
