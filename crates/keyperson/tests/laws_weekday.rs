//! Laws of the chance of an answer in time by weekday.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    reason = "a test may fail loudly"
)]

use keyperson::calendar::Instant;
use keyperson::partner::view::PartnerView;
use keyperson::together::response::{self, Answers, Response, pooled};
use keyperson::{Fact, FindingCode, Journal, Policy};
use proptest::prelude::*;

/// The hour of a question since New Year, hours until the answer, who asks, whether it was answered.
type Exchange = (u32, u32, bool, bool);

fn facts(exchanges: &[Exchange]) -> Vec<Fact> {
    let new_year: Instant = "2026-01-01T00:00:00+09:00".parse().unwrap();
    let at = |hour: u32| new_year.checked_add_seconds(i64::from(hour) * 3600).unwrap();
    let told = |(index, (hour, wait, vendor, answered)): (usize, &Exchange)| {
        let sides = if *vendor { ["vendor", "partner"] } else { ["partner", "vendor"] };
        let hours = [*hour, hour + wait + 1];
        let messages = usize::from(*answered) + 1;
        (0..messages)
            .map(|turn| {
                let (from, at) = (sides[turn], at(hours[turn]));
                let json = format!(
                    r#"{{"id":"m-{index}-{turn}","at":"{at}","partner":"acme","person":"p","type":"message","thread":"t-{index}","from":"{from}"}}"#
                );
                serde_json::from_str(&json).unwrap()
            })
            .collect::<Vec<Fact>>()
    };
    exchanges.iter().enumerate().flat_map(told).collect()
}

fn answers(exchanges: &[Exchange], strength: f64) -> (Response, Vec<FindingCode>) {
    let policy = Policy::from_toml(&format!("[response.weekday]\nstrength = {strength:?}\n")).unwrap();
    let journal = Journal::from_facts(facts(exchanges)).unwrap();
    let (partner, person) = ("acme".parse().unwrap(), "p".parse().unwrap());
    let as_of = policy.as_of("2026-12-31").unwrap();
    let partner = PartnerView::new(&journal, &partner, &policy, as_of).unwrap();
    let view = partner.person(&person);
    let response = response::evaluate(&view, &policy);
    let codes = response.findings(&view, &policy).into_iter().map(|finding| finding.code).collect();
    (response, codes)
}

fn exchanges() -> impl Strategy<Value = Vec<Exchange>> {
    prop::collection::vec((0_u32..4_000, 0_u32..60, any::<bool>(), any::<bool>()), 0..60)
}

/// The share of a weekday's questions that were answered in time.
fn own(in_time: i64, asked: i64) -> f64 {
    f64::from(i32::try_from(in_time).unwrap()) / f64::from(i32::try_from(asked).unwrap())
}

#[test]
fn ten_answers_weigh_as_much_as_a_strength_of_ten() {
    let mean = |(a, b): (f64, f64)| a / (a + b);
    assert!((mean(pooled(0.5, 10.0, 0, 0)) - 0.5).abs() < 1e-12);
    assert!((mean(pooled(0.5, 10.0, 10, 10)) - 0.75).abs() < 1e-12);
}

proptest! {
    // INVARIANT: with growing strength a weekday's chance goes from its own share to the overall chance, and never past.
    #[test]
    fn strength_leads_from_the_weekdays_own_share_to_the_overall_chance(
        overall in 0.001..0.999_f64, in_time in 0_i64..50, late in 0_i64..50, strength in 0.01..1e4_f64,
    ) {
        let asked = in_time + late;
        let mean = |strength: f64| {
            let (a, b) = pooled(overall, strength, in_time, asked);
            a / (a + b)
        };
        prop_assert!((mean(1e12) - overall).abs() < 1e-9);
        if asked > 0 {
            prop_assert!((mean(1e-12) - own(in_time, asked)).abs() < 1e-9);
            let (low, high) = (overall.min(own(in_time, asked)), overall.max(own(in_time, asked)));
            prop_assert!(low - 1e-12 <= mean(strength) && mean(strength) <= high + 1e-12);
            let distance = |strength: f64| (mean(strength) - overall).abs();
            prop_assert!(distance(2.0 * strength) <= distance(strength) + 1e-12);
        }
    }

    // INVARIANT: weekdays share out what is known of a side, and one never asked on has no chance at all.
    #[test]
    fn weekdays_share_out_what_is_known(exchanges in exchanges(), strength in 1.0..100.0_f64) {
        let (response, codes) = answers(&exchanges, strength);
        let sides: [&Answers; 2] = [&response.vendor, &response.partner];
        for side in sides {
            prop_assert_eq!(side.weekdays.len(), 7);
            prop_assert_eq!(side.weekdays.iter().map(|of| of.asked).sum::<i64>(), side.in_time + side.breaches);
            prop_assert_eq!(side.weekdays.iter().map(|of| of.in_time).sum::<i64>(), side.in_time);
            for of in &side.weekdays {
                prop_assert_eq!(of.chance.is_some(), of.asked > 0);
                prop_assert_eq!(of.later.is_some(), of.asked > 0 && of.asked < side.in_time + side.breaches);
                if let (Some(chance), Some(lower), Some(upper)) = (of.chance, of.chance_lower, of.chance_upper) {
                    prop_assert!(0.0 <= lower && lower <= chance && chance <= upper && upper <= 1.0, "{:?}", of);
                }
            }
        }
        let late = response.partner.weekdays.iter().filter(|of| of.later.is_some_and(|later| later >= 0.98)).count();
        let told = codes.iter().filter(|code| **code == FindingCode::ResponseWeekday).count();
        prop_assert_eq!(told, late);
    }

    // INVARIANT: with all strength every weekday has the overall chance.
    #[test]
    fn all_strength_makes_weekdays_alike(exchanges in exchanges()) {
        let (response, codes) = answers(&exchanges, 1e6);
        for side in [&response.vendor, &response.partner] {
            for of in side.weekdays.iter().filter(|of| of.asked > 0) {
                prop_assert!((of.chance.unwrap() - side.chance.unwrap()).abs() < 1e-4);
            }
        }
        prop_assert!(!codes.contains(&FindingCode::ResponseWeekday));
    }
}
