//! Laws of the ladder and its forecast, tried on many journals.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    clippy::as_conversions,
    clippy::float_cmp,
    reason = "a test may fail loudly"
)]

use keyperson::course::forecast::Forecast;
use keyperson::course::ladder::{self, RungStatus};
use keyperson::partner::view::PartnerView;
use keyperson::{Fact, Journal, Policy, course::lead_time, course::selection, course::winter};
use proptest::prelude::*;

const STAGES: [&str; 6] = ["prospect", "proposal", "poc", "approval", "won", "lost"];

/// An hour since New Year, a kind of fact, a small number.
type Item = (u32, u8, u8);

fn fact(index: usize, (hour, kind, number): Item) -> Fact {
    let body = match kind {
        0 => format!(r#""type":"activity","metric":"prospects","count":{number}"#),
        1 => format!(r#""type":"activity","metric":"pocs","count":{number},"deal":"d{}""#, number % 3),
        2 => r#""type":"touchpoint","layer":"weekly""#.to_owned(),
        3 => r#""type":"gate","gate":"appointed""#.to_owned(),
        _ => {
            format!(r#""type":"deal","deal":"d{}","stage":"{}""#, number % 5, STAGES[usize::from(number % 6)])
        }
    };
    let at = "2026-01-01T00:00:00+09:00".parse::<keyperson::calendar::Instant>().unwrap();
    let at = at.checked_add_seconds(i64::from(hour) * 3600).unwrap();
    serde_json::from_str(&format!(r#"{{"id":"f-{index}","at":"{at}","partner":"acme","person":"p",{body}}}"#))
        .unwrap()
}

fn rooms(facts: &[Fact], hour: u32) -> (ladder::Ladder, String) {
    let policy = Policy::default();
    let journal = Journal::from_facts(facts.to_vec()).unwrap();
    let as_of = "2026-01-01T00:00:00+09:00".parse::<keyperson::calendar::Instant>().unwrap();
    let as_of = as_of.checked_add_seconds(i64::from(hour) * 3600).unwrap();
    let (partner, person) = ("acme".parse().unwrap(), "p".parse().unwrap());
    let partner = PartnerView::new(&journal, &partner, &policy, as_of).unwrap();
    let view = partner.person(&person);
    let ladder = ladder::evaluate(&view, &policy);
    let all = serde_json::to_string(&(
        (&ladder, ladder.findings(&view, &policy)),
        lead_time::evaluate(&view, &policy),
        selection::evaluate(&view, &policy),
        selection::evaluate(&view, &policy).findings(&view, &policy),
        winter::evaluate(&view, &policy),
        winter::evaluate(&view, &policy).findings(&view, &policy),
    ));
    (ladder, all.unwrap())
}

fn items() -> impl Strategy<Value = Vec<Item>> {
    prop::collection::vec((0_u32..3_000, 0_u8..7, 0_u8..30), 0..25)
}

proptest! {
    #[test]
    fn odds_fall_in_the_target_and_rise_with_time(
        a in 0.01_f64..50.0, b in 0.01_f64..400.0, n in 0_i64..50, e in 0.0_f64..400.0,
        r in 0_i64..60, t in 0.0_f64..400.0, more in 0.0_f64..100.0,
    ) {
        let forecast = Forecast::new(a, b, n, e);
        let odds = forecast.odds(r, t);
        prop_assert!((0.0..=1.0).contains(&odds));
        prop_assert!(forecast.odds(r + 1, t) <= odds + 1e-12);
        prop_assert!(forecast.odds(r, t + more) >= odds - 1e-12);
        prop_assert!(Forecast::new(a, b, n + 1, e).odds(r, t) >= odds - 1e-12);
        if let (Some(early), Some(late)) = (forecast.days_until(r, 0.1), forecast.days_until(r, 0.9)) {
            prop_assert!(early <= late);
        }
    }

    #[test]
    fn any_order_of_facts_gives_the_same_bytes(items in items(), hour in 0_u32..3_500, turn in 0_usize..25) {
        let facts: Vec<Fact> = items.into_iter().enumerate().map(|(index, item)| fact(index, item)).collect();
        let mut other: Vec<Fact> = facts.iter().rev().cloned().collect();
        let turn = turn.min(other.len());
        other.rotate_left(turn);
        prop_assert_eq!(rooms(&facts, hour).1, rooms(&other, hour).1);
    }

    #[test]
    fn achieved_is_the_count_at_the_deadline(items in items(), hour in 0_u32..3_500) {
        let facts: Vec<Fact> = std::iter::once((0, 3, 0)).chain(items).enumerate().map(|(i, item)| fact(i, item)).collect();
        for rung in rooms(&facts, hour).0.rungs {
            let reached = rung.count.is_some_and(|count| count >= rung.target);
            prop_assert_eq!(rung.status == RungStatus::Achieved, reached);
            prop_assert_eq!(rung.achieved_on.is_some(), reached);
            prop_assert!(rung.achieved_on.is_none_or(|day| Some(day) <= rung.deadline));
            prop_assert!(rung.odds.is_none_or(|odds| (0.0..=1.0).contains(&odds)));
        }
    }

    #[test]
    fn more_events_never_lower_the_odds(items in items(), hour in 0_u32..3_500, at in 0_u32..3_000) {
        let mut facts: Vec<Fact> = std::iter::once((0, 3, 0)).chain(items).enumerate().map(|(i, item)| fact(i, item)).collect();
        let before = rooms(&facts, hour).0;
        facts.push(fact(1_000, (at, 0, 1)));
        let after = rooms(&facts, hour).0;
        for (before, after) in before.rungs.iter().zip(&after.rungs) {
            if let (Some(before), Some(after)) = (before.odds, after.odds) {
                prop_assert!(after >= before - 1e-12, "{} then {}", before, after);
            }
        }
    }
}
