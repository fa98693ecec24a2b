//! The rooms of progress: ladder, lead time, selection and winter, each status and finding at its boundary.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    clippy::as_conversions,
    clippy::float_cmp,
    reason = "a test may fail loudly"
)]

mod selection;

use keyperson::calendar::Day;
use keyperson::course::forecast::Forecast;
use keyperson::course::ladder::{self, Ladder, Rung, RungStatus};
use keyperson::course::lead_time::{self, LeadTime};
use keyperson::course::winter::{self, Season, Winter};
use keyperson::finding::FindingValue;
use keyperson::partner::view::{PartnerView, View};
use keyperson::{Finding, FindingCode, Journal, Policy, Urgency};

const START: &str = r#"2026-01-05T09:00:00+09:00 "type":"gate","gate":"appointed""#;

/// A journal of one person: each line an instant and the fields of a fact; ids count from f-0.
fn journal(lines: &[String]) -> Journal {
    let mut text = String::new();
    for (index, line) in lines.iter().enumerate() {
        let (at, body) = line.split_once(' ').unwrap();
        let person = if body.contains("partner_registered") { "" } else { r#""person":"p","# };
        text += &format!(r#"{{"id":"f-{index}","at":"{at}","partner":"acme",{person}{body}}}"#);
        text.push('\n');
    }
    Journal::from_json_lines(&text).unwrap()
}

fn ask<T>(lines: &[String], policy: &Policy, as_of: &str, room: impl Fn(&View<'_, '_>) -> T) -> T {
    let journal = journal(lines);
    let (partner, person) = ("acme".parse().unwrap(), "p".parse().unwrap());
    let view = PartnerView::new(&journal, &partner, policy, policy.as_of(as_of).unwrap()).unwrap();
    room(&view.person(&person))
}

fn lines(of: &[&str]) -> Vec<String> {
    of.iter().map(|line| (*line).to_owned()).collect()
}

/// The start and further facts.
fn started(of: &[&str]) -> Vec<String> {
    lines(&[&[START], of].concat())
}

fn prospects(at: &str, count: i64) -> String {
    format!(r#"{at} "type":"activity","metric":"prospects","count":{count}"#)
}

fn stage(at: &str, deal: &str, stage: &str) -> String {
    format!(r#"{at} "type":"deal","deal":"{deal}","stage":"{stage}""#)
}

fn gate(day: &str, gate: &str) -> String {
    format!(r#"{day}T09:00:00+09:00 "type":"gate","gate":"{gate}""#)
}

fn met(day: &str) -> String {
    format!(r#"{day}T09:00:00+09:00 "type":"touchpoint","layer":"weekly""#)
}

fn ladder_of(lines: &[String], policy: &Policy, as_of: &str) -> (Ladder, Vec<Finding>) {
    ask(lines, policy, as_of, |view| {
        let ladder = ladder::evaluate(view, policy);
        let findings = ladder.findings(view, policy);
        (ladder, findings)
    })
}

/// The first rung: 5 prospects in 30 days.
fn first(lines: &[String], as_of: &str) -> Rung {
    ladder_of(lines, &policy(), as_of).0.rungs.remove(0)
}

fn day(text: &str) -> Option<Day> {
    Some(text.parse().unwrap())
}

fn codes(findings: &[Finding]) -> Vec<FindingCode> {
    findings.iter().map(|finding| finding.code).collect()
}

fn close(one: f64, other: f64) {
    assert!((one - other).abs() < 1e-9, "{one} is not {other}");
}

/// The default policy with priors of one event and a lower mark of risk, so that answers can be had by hand.
fn policy() -> Policy {
    let over = "
        ladder.at_risk_below = 0.1
        [metrics]
        prospects = { prior_events = 1.0, prior_days = 6.0 }
        pocs = { prior_events = 1.0, prior_days = 30.0 }
        orders = { prior_events = 1.0, prior_days = 90.0 }
    ";
    Policy::from_toml(over).unwrap()
}

#[test]
fn every_status_of_a_rung() {
    let some = |count| vec![START.to_owned(), prospects("2026-01-07T10:00:00+09:00", count)];
    let met_only = vec![START.to_owned(), met("2026-01-06")];
    for (lines, as_of, expected) in [
        (vec![], "2026-01-31", RungStatus::NotStarted),
        (started(&[]), "2026-01-04", RungStatus::NotStarted),
        (started(&[]), "2026-01-05", RungStatus::OnPace),
        (started(&[]), "2026-01-06", RungStatus::Unknown),
        (started(&[]), "2026-06-01", RungStatus::Unknown),
        // Nothing in 7 days, then in 8: (23/36)⁵ = 0.107 and (22/36)⁵ = 0.085, at risk being below 0.1.
        (met_only.clone(), "2026-01-12", RungStatus::OnPace),
        (met_only.clone(), "2026-01-13", RungStatus::AtRisk),
        (met_only.clone(), "2026-02-04", RungStatus::AtRisk),
        // The second of five is due on day 12, and three days later the person is behind.
        (some(1), "2026-01-19", RungStatus::OnPace),
        (some(1), "2026-01-20", RungStatus::Behind),
        (met_only, "2026-02-05", RungStatus::Missed),
        (some(2), "2026-01-14", RungStatus::Ahead),
        (some(2), "2026-01-15", RungStatus::OnPace),
        (some(2), "2026-01-26", RungStatus::Behind),
        (some(5), "2026-01-07", RungStatus::Achieved),
        (some(5), "2026-12-31", RungStatus::Achieved),
    ] {
        assert_eq!(first(&lines, as_of).status, expected, "{lines:?} {as_of}");
    }
}

#[test]
fn the_deadline_day_counts_until_its_last_second() {
    let last = vec![START.to_owned(), prospects("2026-02-04T23:59:59+09:00", 5)];
    let rung = first(&last, "2026-02-10");
    assert_eq!(
        (rung.status, rung.achieved_on, rung.achieved_in_days),
        (RungStatus::Achieved, day("2026-02-04"), Some(30))
    );
    assert_eq!(rung.deadline, day("2026-02-04"));
    close(rung.pace.unwrap().days_ahead, 0.0);

    let after = vec![START.to_owned(), prospects("2026-02-05T00:00:00+09:00", 5)];
    let rung = first(&after, "2026-02-10");
    assert_eq!(
        (rung.status, rung.count, rung.reached_late_on),
        (RungStatus::Missed, Some(0), day("2026-02-05"))
    );
    assert_eq!((rung.odds, rung.expected), (Some(0.0), None));
    assert_eq!(rung.evidence, []);
    // At the last instant nothing is missed yet, and nothing can be made.
    let open = first(&[START.to_owned(), met("2026-01-06")], "2026-02-04");
    assert_eq!((open.status, open.odds), (RungStatus::AtRisk, Some(0.0)));
}

#[test]
fn pace_and_odds_are_those_of_the_formulas() {
    let rung = first(&[START.to_owned(), prospects("2026-01-05T23:00:00+09:00", 2)], "2026-01-15");
    let pace = rung.pace.unwrap();
    close(pace.earned_days, 12.0);
    close(pace.elapsed_days, 10.0);
    close(pace.days_ahead, 2.0);
    close(rung.rate_per_30_days.unwrap(), 30.0 * 3.0 / 16.0);
    // Gamma(1 + 2, 6 + 10), 3 more in 20 days.
    close(rung.odds.unwrap(), Forecast::new(1.0, 6.0, 2, 10.0).odds(3, 20.0));
    let (x, a) = (5.0 / 9.0, 3.0);
    let by_hand = 1.0 - 64.0 / 729.0 * (1.0 + a * x + a * (a + 1.0) / 2.0 * x * x);
    close(rung.odds.unwrap(), by_hand);
    close(by_hand, keyperson::stats::negative_binomial_at_least(3.0, 16.0, 20.0, 3).unwrap());
    let expected = rung.expected.unwrap();
    assert!(expected.early < expected.median && expected.median < expected.late);
    let even = Forecast::new(1.0, 6.0, 2, 10.0).days_until(3, 0.5).unwrap();
    assert!(
        expected.median.unwrap()
            >= "2026-01-15".parse::<Day>().unwrap().checked_add_days(even as i64).unwrap()
    );
}

#[test]
fn exactly_on_pace_is_a_coin_flip() {
    // A nearly certain rate of 5 in 30 days: P(N ≥ 5 | mean 5) = 1 − e⁻⁵·Σ 5ᵏ/k! = 0.5595.
    let odds = Forecast::new(1e6, 6e6, 0, 0.0).odds(5, 30.0);
    assert!((odds - 0.5595).abs() < 1e-3, "{odds}");
}

#[test]
fn a_forecast_takes_any_number() {
    let numbers = [f64::NAN, f64::INFINITY, f64::NEG_INFINITY, -1.0, 0.0, 1e-300, 1.0, 1e300];
    for prior in numbers {
        for days in numbers {
            for count in [i64::MIN, 0, 1, 100] {
                let forecast = Forecast::new(prior, days, count, days);
                let odds = forecast.odds(count, days);
                assert!((0.0..=1.0).contains(&odds), "{prior} {days} {count}: {odds}");
                for probability in numbers {
                    assert!(
                        forecast
                            .days_until(count, probability)
                            .is_none_or(|days| days >= 0.0 && days.is_finite())
                    );
                }
            }
        }
    }
    assert_eq!(Forecast::new(1.0, 6.0, 0, 0.0).odds(0, 0.0), 1.0);
    assert_eq!(Forecast::new(1.0, 6.0, 0, 0.0).odds(1, 0.0), 0.0);
}

#[test]
fn business_days_pass_over_golden_week() {
    let policy = Policy::from_toml(
        "[[ladder.rungs]]\ncode = \"r\"\nmetric = \"prospects\"\ntarget = 5\ndays = 5\ncounting = \"business\"\nfinal = false\n",
    )
    .unwrap();
    let facts = |count| {
        let start = r#"2026-04-27T09:00:00+09:00 "type":"gate","gate":"appointed""#.to_owned();
        vec![start, prospects("2026-04-28T10:00:00+09:00", 1), prospects("2026-05-05T10:00:00+09:00", count)]
    };
    for (as_of, elapsed) in [
        ("2026-04-27", 0.0),
        ("2026-04-28", 1.0),
        ("2026-04-29", 1.0),
        ("2026-05-01", 3.0),
        ("2026-05-06", 3.0),
        ("2026-05-07T12:00:00+09:00", 3.5),
        ("2026-05-08", 5.0),
    ] {
        let rung = ladder_of(&facts(1), &policy, as_of).0.rungs.remove(0);
        assert_eq!(rung.deadline, day("2026-05-08"));
        close(rung.pace.unwrap().elapsed_days, elapsed);
    }
    let rung = ladder_of(&facts(4), &policy, "2026-05-09").0.rungs.remove(0);
    assert_eq!((rung.achieved_on, rung.achieved_in_days), (day("2026-05-05"), Some(3)));
    let missed = ladder_of(&facts(1), &policy, "2026-05-09T00:00:00+09:00").0.rungs.remove(0);
    assert_eq!(missed.status, RungStatus::Missed);
}

#[test]
fn a_day_of_23_hours_is_a_day() {
    let zone = r#"2026-03-01T09:00:00+01:00 "type":"partner_registered","zone":"Europe/Berlin""#;
    let start = r#"2026-03-28T09:00:00+01:00 "type":"gate","gate":"appointed""#;
    let facts = vec![zone.to_owned(), start.to_owned(), prospects("2026-03-28T10:00:00+01:00", 1)];
    for (as_of, elapsed) in [
        ("2026-03-29T00:00:00+01:00", 0.0),
        ("2026-03-29T12:30:00+02:00", 0.5),
        ("2026-03-29T23:59:59.999999999+02:00", 1.0),
        ("2026-03-30T12:00:00+02:00", 1.5),
    ] {
        close(first(&facts, as_of).pace.unwrap().elapsed_days, elapsed);
    }
}

#[test]
fn a_deal_counts_once_and_only_where_it_was_found_after_the_start() {
    let facts = lines(&[
        &stage("2026-01-04T23:00:00+09:00", "old", "prospect"),
        START,
        &stage("2026-01-06T10:00:00+09:00", "old", "proposal"),
        r#"2026-01-07T10:00:00+09:00 "type":"activity","metric":"prospects","count":3,"deal":"d""#,
        &stage("2026-01-08T10:00:00+09:00", "d", "prospect"),
        &stage("2026-01-09T10:00:00+09:00", "d", "won"),
        &prospects("2026-01-10T10:00:00+09:00", 0),
        &stage("2026-01-11T10:00:00+09:00", "e", "poc"),
        r#"2026-01-12T10:00:00+09:00 "type":"contest","fact":"f-7","step":"raised""#,
    ]);
    let ladder = ladder_of(&facts, &policy(), "2026-01-20").0;
    let ids = |ids: &[&str]| ids.iter().map(|id| id.parse().unwrap()).collect::<Vec<keyperson::FactId>>();
    assert_eq!((ladder.rungs[0].count, &ladder.rungs[0].evidence), (Some(2), &ids(&["f-3", "f-7"])));
    assert_eq!(ladder.rungs[0].contested, ids(&["f-7"]));
    // The order of one and the PoC of the other: who ordered has passed the PoC.
    assert_eq!((ladder.rungs[1].count, ladder.rungs[2].status), (Some(2), RungStatus::Achieved));
}

#[test]
fn a_start_ahead_shows_the_prior_s_odds() {
    let facts =
        lines(&[r#"2026-01-05T09:00:00+09:00 "type":"gate","gate":"appointed","effective":"2026-04-01""#]);
    let rung = first(&facts, "2026-03-31");
    assert_eq!((rung.status, rung.count, rung.deadline), (RungStatus::NotStarted, None, day("2026-05-01")));
    close(rung.odds.unwrap(), Forecast::new(1.0, 6.0, 0, 0.0).odds(5, 30.0));
    assert_eq!(first(&facts, "2026-04-01").status, RungStatus::OnPace);
    let mut back = facts;
    back.push(gate("2026-03-01", "stepped_down"));
    let (ladder, findings) = ladder_of(&back, &policy(), "2026-05-31");
    assert!(ladder.start.is_none() && findings.is_empty());
    assert!(ladder.rungs.iter().all(|rung| rung.status == RungStatus::NotStarted && rung.odds.is_none()));
}

#[test]
fn more_days_open_what_was_missed() {
    let policy = policy();
    let facts = vec![START.to_owned(), prospects("2026-01-07T10:00:00+09:00", 4)];
    ask(&facts, &policy, "2026-02-10", |view| {
        let ladder = ladder::evaluate(view, &policy);
        let changes = ladder.extended(view, &policy, 30);
        assert_eq!(changes.len(), 3);
        assert_eq!((changes[0].rung.as_str(), changes[0].before), ("prospects_30", 0.0));
        close(changes[0].after, Forecast::new(1.0, 6.0, 4, 36.0).odds(1, 24.0));
        assert!(changes.iter().all(|change| change.after > change.before));
        assert!(ladder.extended(view, &policy, 0).iter().all(|change| change.after == change.before));
    });
    let late = vec![START.to_owned(), prospects("2026-02-05T00:00:00+09:00", 5)];
    ask(&late, &policy, "2026-02-10", |view| {
        let changes = ladder::evaluate(view, &policy).extended(view, &policy, 1);
        assert_eq!((changes[0].before, changes[0].after), (0.0, 1.0));
    });
    let made = vec![START.to_owned(), prospects("2026-01-07T10:00:00+09:00", 5)];
    ask(&made, &policy, "2026-01-10", |view| {
        assert_eq!(ladder::evaluate(view, &policy).extended(view, &policy, 30).len(), 2);
    });
}

#[test]
fn findings_of_the_ladder() {
    let policy = policy();
    let about = |facts: &[String], as_of: &str| {
        let findings = ladder_of(facts, &policy, as_of).1;
        findings.into_iter().find(|finding| finding.about == "prospects_30")
    };
    let made = vec![
        START.to_owned(),
        prospects("2026-01-07T10:00:00+09:00", 5),
        prospects("2026-01-09T10:00:00+09:00", 1),
    ];
    let finding = about(&made, "2026-01-21").unwrap();
    assert_eq!((finding.code, finding.urgency), (FindingCode::RungAchieved, Urgency::Celebrate));
    assert_eq!(finding.since, Some("2026-01-07T10:00:00+09:00".parse().unwrap()));
    assert_eq!(finding.values["day"], FindingValue::Count { value: 2 });
    assert_eq!(about(&made, "2026-01-22"), None);

    let met = vec![START.to_owned(), met("2026-01-06")];
    let finding = about(&met, "2026-02-04").unwrap();
    assert_eq!(
        (finding.code, finding.urgency, finding.due),
        (FindingCode::RungAtRisk, Urgency::Urgent, day("2026-02-04"))
    );
    assert_eq!(finding.values["odds"], FindingValue::Share { value: 0.0 });
    assert!(finding.remedies.iter().any(|remedy| remedy.as_str() == "targets_revised"));
    assert_eq!(about(&met, "2026-01-07"), None);
    let one = vec![START.to_owned(), prospects("2026-01-07T10:00:00+09:00", 1)];
    let finding = about(&one, "2026-01-20").unwrap();
    assert_eq!((finding.code, finding.urgency), (FindingCode::RungBehind, Urgency::Important));
    assert_eq!(finding.values["days_behind"], FindingValue::Days { value: 3.0 });
    assert_eq!(finding.values["count"], FindingValue::Count { value: 1 });
    assert_eq!(about(&one, "2026-01-19"), None);
    let finding = about(&met, "2026-02-05").unwrap();
    assert_eq!((finding.code, finding.urgency), (FindingCode::RungMissed, Urgency::Important));
    assert_eq!(finding.since, Some("2026-02-05T00:00:00+09:00".parse().unwrap()));

    let finding = about(&started(&[]), "2026-01-06").unwrap();
    assert_eq!((finding.code, finding.urgency), (FindingCode::RungUnknown, Urgency::Notice));
    assert_eq!(finding.evidence, ["f-0".parse().unwrap()]);
    let late = vec![START.to_owned(), prospects("2026-02-05T00:00:00+09:00", 5)];
    assert_eq!(about(&late, "2026-02-10"), None);
}

fn lead_time_of(facts: &[String], as_of: &str) -> LeadTime {
    let policy = policy();
    ask(facts, &policy, as_of, |view| lead_time::evaluate(view, &policy))
}

#[test]
fn lead_time_counts_converts_and_censors() {
    let at = |day: &str| format!("{day}T10:00:00+09:00");
    let facts = lines(&[
        &stage(&at("2026-01-05"), "a", "prospect"),
        &stage(&at("2026-01-05"), "b", "prospect"),
        &stage(&at("2026-01-05"), "c", "prospect"),
        &stage(&at("2026-01-10"), "a", "poc"),
        &stage(&at("2026-01-15"), "a", "won"),
        &stage(&at("2026-01-20"), "b", "lost"),
        &stage(&at("2026-01-25"), "c", "won"),
        &stage(&at("2026-01-25"), "x", "won"),
    ]);
    let room = lead_time_of(&facts, "2026-01-31");
    let counts: Vec<_> = room.counts.iter().map(|count| (count.metric.as_str(), count.count)).collect();
    assert_eq!(counts, [("prospects", 4), ("proposals", 3), ("pocs", 3), ("approvals", 3), ("orders", 3)]);
    // Of proposals and approvals none is on record: unknown, not 0.
    let shares: Vec<_> = room.conversions.iter().map(|of| (of.to.as_str(), of.reached, of.share)).collect();
    let (all, unknown) = (Some(0.75), None);
    assert_eq!(
        shares,
        [("proposals", 3, unknown), ("pocs", 3, all), ("approvals", 3, unknown), ("orders", 3, all)]
    );
    let orders = room.conversions.last().unwrap();
    assert_eq!(
        (orders.from.as_str(), orders.to.as_str(), orders.deals, orders.reached),
        ("prospects", "orders", 4, 3)
    );
    close(orders.share.unwrap(), 0.75);
    // Jeffreys: quantiles of Beta(3.5, 1.5).
    let quantile = |share| keyperson::stats::beta_quantile(3.5, 1.5, share).unwrap();
    close(orders.lower.unwrap(), quantile(0.05));
    close(orders.upper.unwrap(), quantile(0.95));
    let wait = room.to_order.unwrap();
    assert_eq!((wait.deals, wait.won, wait.lost, wait.open, wait.without_start), (3, 2, 1, 0, 1));
    // 10 (S = 2/3), 15 censored, 20 (S = 0).
    assert_eq!(wait.median_days, Some(20.0));
    // Before the last order its deal is open: the curve does not come down to a half.
    let wait = lead_time_of(&facts, "2026-01-24").to_order.unwrap();
    assert_eq!((wait.open, wait.median_days), (1, None));
}

#[test]
fn lead_time_of_nothing_is_nothing() {
    let room = lead_time_of(&started(&[]), "2026-01-31");
    assert!(room.to_order.is_none());
    assert!(room.conversions.iter().all(|one| one.deals == 0 && one.share.is_none() && one.lower.is_none()));
}

fn winter_of(facts: &[String], as_of: &str) -> (Winter, Vec<Finding>) {
    let policy = policy();
    ask(facts, &policy, as_of, |view| {
        let room = winter::evaluate(view, &policy);
        let findings = room.findings(view, &policy);
        (room, findings)
    })
}

#[test]
fn seasons() {
    // Expected in 30 days: 30/6 + 30/10 + 30/30 + 30/60 = 9.5; healthy from 4.75.
    let busy = |count| vec![START.to_owned(), prospects("2026-02-10T10:00:00+09:00", count)];
    let sold = vec![START.to_owned(), stage("2026-01-10T10:00:00+09:00", "d", "won")];
    for (facts, as_of, season) in [
        (vec![], "2026-02-20", Season::Unknown),
        (started(&[]), "2026-02-20", Season::Unknown),
        (busy(5), "2026-02-19", Season::TooEarly),
        (busy(5), "2026-02-20", Season::Winter),
        (busy(4), "2026-02-20", Season::Stagnation),
        // The last of the 30 days that are looked at, and the day after.
        (busy(5), "2026-03-11", Season::Winter),
        (busy(5), "2026-03-12", Season::Stagnation),
        (sold.clone(), "2026-02-24", Season::Thriving),
        (sold, "2026-02-25", Season::Stagnation),
    ] {
        let (room, findings) = winter_of(&facts, as_of);
        assert_eq!(room.season, season, "{facts:?} {as_of}");
        match season {
            Season::Winter => {
                assert_eq!((findings[0].code, findings[0].urgency), (FindingCode::Winter, Urgency::Notice))
            }
            Season::Stagnation => {
                assert_eq!(
                    (findings[0].code, findings[0].urgency),
                    (FindingCode::Stagnation, Urgency::Important)
                );
            }
            _ => assert_eq!(findings, []),
        }
    }
    let (room, findings) = winter_of(&busy(5), "2026-02-20");
    close(room.expected.unwrap(), 9.5);
    assert_eq!(
        (room.days_without, findings[0].values["days"].clone()),
        (Some(46), FindingValue::Days { value: 46.0 })
    );
    assert_eq!(findings[0].evidence, ["f-1".parse().unwrap(), "f-0".parse().unwrap()]);
}
