//! Laws of recognition, motivation and appraisal, tried on many journals.

#![allow(
    clippy::unwrap_used,
    clippy::arithmetic_side_effects,
    clippy::as_conversions,
    clippy::float_cmp,
    clippy::indexing_slicing,
    reason = "a test may fail loudly"
)]

use keyperson::calendar::Instant;
use keyperson::fact::{Audience, OfferKind};
use keyperson::partner::view::PartnerView;
use keyperson::together::appraisal::{self, Overlap};
use keyperson::together::motivation::{self, Motivation, OfferMix};
use keyperson::together::recognition::{self, Recognition, RecognitionState};
use keyperson::{Fact, Finding, FindingCode, Journal, Policy};
use proptest::prelude::*;

const STAGES: [&str; 6] = ["prospect", "proposal", "poc", "approval", "won", "lost"];
const GATES: [&str; 3] = ["shortlisted", "appointed", "stepped_down"];
const METRICS: [&str; 4] = ["prospects", "orders", "proposals", "unheard_of"];

/// An hour since New Year, a kind of fact, a small number.
type Item = (u32, u8, u8);

fn instant(hour: u32) -> Instant {
    let start: Instant = "2026-01-01T00:00:00+09:00".parse().unwrap();
    start.checked_add_seconds(i64::from(hour) * 3600).unwrap()
}

fn fact(index: usize, (hour, kind, number): Item) -> Fact {
    let n = usize::from(number);
    let audience = Audience::WORDS.get(n % 5).unwrap();
    let body = match kind {
        0 | 1 => format!(r#""type":"recognition","of":"f-{}","audience":"{audience}""#, n % 20),
        2 => format!(r#""type":"recognition","audience":"{audience}","what":"w","effort":{}"#, n > 15),
        3 => format!(r#""type":"gate","gate":"{}""#, GATES.get(n % 3).unwrap()),
        4 => format!(r#""type":"signal","signal":"study_session","value":{}"#, n % 2),
        5 => format!(r#""type":"activity","metric":"prospects","count":{}"#, n % 4),
        6 => format!(r#""type":"offer","kind":"{}""#, OfferKind::WORDS.get(n % 2).unwrap()),
        7 => format!(
            r#""type":"appraisal","criterion":"c{}","metric":"{}","weight":{}"#,
            n % 3,
            METRICS.get(n % 4).unwrap(),
            f64::from(number % 5) / 4.0
        ),
        8 => format!(r#""type":"contest","fact":"f-{}","step":"upheld""#, n % 20),
        14 => format!(r#""type":"support","kind":"member_joined","member":"{}""#, ["p", "q", "r"][n % 3]),
        15 => format!(r#""type":"recognition","audience":"{audience}""#),
        _ => format!(r#""type":"deal","deal":"d{}","stage":"{}""#, n % 5, STAGES.get(n % 6).unwrap()),
    };
    let at = instant(hour);
    let person = if kind == 15 { ["q", "r"][n % 2] } else { "p" };
    serde_json::from_str(&format!(
        r#"{{"id":"f-{index}","at":"{at}","partner":"acme","person":"{person}",{body}}}"#
    ))
    .unwrap()
}

/// The facts, an appointment on the first day among them.
fn facts(items: &[Item]) -> Vec<Fact> {
    std::iter::once((0, 3, 1))
        .chain(items.iter().copied())
        .enumerate()
        .map(|(i, item)| fact(i, item))
        .collect()
}

type Rooms = (Recognition, Motivation, Overlap, Vec<Finding>);

fn rooms(facts: &[Fact], hour: u32) -> Rooms {
    let policy = Policy::default();
    let journal = Journal::from_facts(facts.to_vec()).unwrap();
    let (partner, person) = ("acme".parse().unwrap(), "p".parse().unwrap());
    let partner = PartnerView::new(&journal, &partner, &policy, instant(hour)).unwrap();
    let view = partner.person(&person);
    let recognition = recognition::evaluate(&view, &policy);
    let motivation = motivation::evaluate(&view, &policy);
    let appraisal = appraisal::evaluate(&view, &policy);
    let findings = [
        recognition.findings(&view, &policy),
        motivation.findings(&view, &policy),
        appraisal.findings(&view, &policy),
    ];
    (recognition, motivation, appraisal, findings.concat())
}

fn items() -> impl Strategy<Value = Vec<Item>> {
    prop::collection::vec((0_u32..1_500, 0_u8..16, 0_u8..30), 0..30)
}

proptest! {
    #[test]
    fn any_order_of_facts_gives_the_same_bytes(items in items(), hour in 0_u32..2_000, turn in 0_usize..30) {
        let facts = facts(&items);
        let mut other: Vec<Fact> = facts.iter().rev().cloned().collect();
        let turn = turn.min(other.len());
        other.rotate_left(turn);
        let bytes = |facts: &[Fact]| serde_json::to_string(&rooms(facts, hour)).unwrap();
        prop_assert_eq!(bytes(&facts), bytes(&other));
    }

    #[test]
    fn what_is_owed_adds_up(items in items(), hour in 0_u32..2_000) {
        let (room, _, _, findings) = rooms(&facts(&items), hour);
        let of = |state| room.owed.iter().filter(|owed| owed.state == state).count() as i64;
        prop_assert_eq!(of(RecognitionState::Recognised), room.recognised);
        prop_assert_eq!(of(RecognitionState::Open), room.open);
        let asked = findings.iter().any(|finding| finding.code == FindingCode::RecognitionOwed);
        prop_assert_eq!(asked, room.open > 0);
        prop_assert!(room.owed.is_sorted_by_key(|owed| std::cmp::Reverse((owed.at, owed.fact.clone()))));
        for part in [room.in_time, room.wide, room.specific] {
            prop_assert!((0..=room.recognised).contains(&part));
        }
        if let Some(coverage) = room.coverage {
            prop_assert!(room.coverage_lower.unwrap() <= room.coverage_upper.unwrap());
            prop_assert_eq!(coverage, room.recognised as f64 / room.owed.len() as f64);
        }
        for owed in &room.owed {
            let recognised = owed.state == RecognitionState::Recognised;
            prop_assert_eq!(!owed.by.is_empty(), recognised);
            prop_assert_eq!(owed.lag_hours.is_some(), recognised);
            prop_assert_eq!(owed.audience.is_some(), recognised);
            prop_assert!(!owed.metrics.is_empty() || !owed.rungs.is_empty() || owed.effort.is_some());
        }
    }

    #[test]
    fn the_unit_is_each_member_once_with_what_was_said_since(items in items(), hour in 0_u32..2_000) {
        let (room, _, _, findings) = rooms(&facts(&items), hour);
        let members: std::collections::BTreeSet<_> = room.unit.iter().map(|member| &member.member).collect();
        prop_assert_eq!(members.len(), room.unit.len());
        prop_assert!(room.unit.iter().all(|member| member.member.as_str() != "p"));
        let seen = room.unit.iter().filter(|member| !member.recognised.is_empty()).count() as i64;
        prop_assert!(room.unit_recognised.is_none_or(|recognised| recognised == seen));
        for member in &room.unit {
            prop_assert_eq!(member.last.is_some(), !member.recognised.is_empty());
            prop_assert!(member.last.is_none_or(|last| last >= member.joined));
        }
        let unseen = findings.iter().any(|finding| finding.code == FindingCode::UnitUnseen);
        prop_assert!(!unseen || room.unit_recognised.is_some());
    }

    #[test]
    fn one_more_recognition_never_takes_one_away(
        items in items(), hour in 0_u32..2_000, at in 0_u32..1_500, number in 0_u8..30, kind in 0_u8..3,
    ) {
        let mut facts = facts(&items);
        let before = rooms(&facts, hour).0;
        facts.push(fact(1_000, (at, kind, number)));
        let after = rooms(&facts, hour).0;
        prop_assert!(after.recognised >= before.recognised);
        prop_assert_eq!(before.owed.len(), after.owed.len());
        for (before, after) in before.owed.iter().zip(&after.owed) {
            prop_assert_eq!(&before.fact, &after.fact);
            prop_assert!(before.first.is_none_or(|first| after.first.unwrap() <= first));
        }
    }

    #[test]
    fn offers_and_overlap_say_what_they_hold(items in items(), hour in 0_u32..2_000) {
        let (_, motivation, overlap, findings) = rooms(&facts(&items), hour);
        let found = |code| findings.iter().any(|finding| finding.code == code);
        prop_assert_eq!(motivation.offers.is_empty(), motivation.mix == OfferMix::Unknown);
        prop_assert_eq!(found(FindingCode::MoneyOnly), motivation.mix == OfferMix::MoneyOnly);
        prop_assert!(!(found(FindingCode::NoGrowthOffer) && motivation.growth_since.is_some()));
        prop_assert!(overlap.share.is_none_or(|share| (0.0..=1.0).contains(&share)));
        prop_assert_eq!(overlap.any.is_none(), overlap.criteria.is_empty());
        prop_assert!(overlap.share.is_none_or(|share| (share > 0.0) == overlap.any.unwrap()));
    }
}
