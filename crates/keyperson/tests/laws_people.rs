//! Laws of spread, succession and support, tried on many journals of one partner.

#![allow(
    clippy::unwrap_used,
    clippy::arithmetic_side_effects,
    clippy::as_conversions,
    clippy::indexing_slicing,
    reason = "a test may fail loudly"
)]

use std::collections::BTreeSet;

use keyperson::calendar::Instant;
use keyperson::colleagues::spread::{Isolation, LinkKind};
use keyperson::colleagues::succession::SuccessorState;
use keyperson::colleagues::support::{SupportState, WheelState};
use keyperson::{Brief, Fact, FindingCode, Journal, PersonId, Policy};
use proptest::prelude::*;

const STAGES: [&str; 6] = ["prospect", "proposal", "poc", "approval", "won", "lost"];
const TRAITS: [&str; 6] = ["authority", "drive", "time", "skill", "influence", "track_record"];
const SUPPORT: [&str; 3] = ["member_joined", "training", "joint_review"];

/// An hour since New Year, a type of fact, who, whom, a number.
type Item = (u32, u8, usize, usize, usize);

fn instant(hour: u32) -> Instant {
    let start: Instant = "2026-01-01T00:00:00+09:00".parse().unwrap();
    start.checked_add_seconds(i64::from(hour) * 3600).unwrap()
}

fn fact(index: usize, item: &Item) -> Fact {
    let (hour, kind, who, whom, n) = *item;
    let body = match kind {
        0..=3 => format!(r#""type":"deal","deal":"d{}","stage":"{}""#, n % 6, STAGES[whom % 6]),
        4 | 5 => format!(r#""type":"activity","metric":"prospects","count":{}"#, n % 4),
        6 => format!(r#""type":"activity","metric":"proposals","count":2,"deal":"d{}""#, n % 6),
        7 => format!(r#""type":"consulted","whom":"p{whom}""#),
        8 => format!(r#""type":"worked_with","whom":"p{whom}""#),
        9 => format!(r#""type":"support","kind":"{}","member":"p{whom}""#, SUPPORT[n % 3]),
        10 => format!(r#""type":"support","kind":"joint_review","deal":"d{}""#, n % 6),
        11 => format!(r#""type":"rating","trait":"{}","value":0.{},"by":"Sato""#, TRAITS[whom], n % 10),
        12 => r#""type":"signal","signal":"study_session","value":1"#.to_owned(),
        13 => format!(r#""type":"contest","fact":"f-{}","step":"upheld""#, n + 1),
        14 => r#""type":"message","from":"vendor","thread":"t""#.to_owned(),
        15 => r#""type":"message","from":"partner","thread":"t""#.to_owned(),
        16 => r#""type":"recognition","audience":"team""#.to_owned(),
        17 => r#""type":"touchpoint","layer":"quarterly","executives":true"#.to_owned(),
        18 if n < 3 && who > 0 => r#""type":"person_left""#.to_owned(),
        _ => r#""type":"gate","gate":"appointed""#.to_owned(),
    };
    let at = instant(hour);
    serde_json::from_str(&format!(
        r#"{{"id":"f-{index}","at":"{at}","partner":"acme","person":"p{who}",{body}}}"#
    ))
    .unwrap()
}

/// The facts; person 0 has the role from the first day.
fn facts(items: &[Item]) -> Vec<Fact> {
    let appointed = (0, 19, 0, 0, 0);
    std::iter::once(&appointed).chain(items).enumerate().map(|(index, item)| fact(index, item)).collect()
}

fn items() -> impl Strategy<Value = Vec<Item>> {
    let item = (0_u32..2_400, 0_u8..19, 0_usize..5, 0_usize..6, 0_usize..40);
    prop::collection::vec(item, 0..50)
}

fn brief(facts: &[Fact], hour: u32) -> Brief {
    let policy = Policy::default();
    let journal = Journal::from_facts(facts.to_vec()).unwrap();
    keyperson::brief(&journal, &policy, &"p0".parse().unwrap(), instant(hour)).unwrap()
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(128) })]

    #[test]
    fn order_repetition_and_the_future_change_nothing(items in items(), hour in 0_u32..3_000, turn in 0_usize..50) {
        let all = facts(&items);
        let mut other: Vec<Fact> =
            all.iter().rev().chain(&all).filter(|fact| fact.at <= instant(hour)).cloned().collect();
        let turn = turn.min(other.len());
        other.rotate_left(turn);
        prop_assert_eq!(brief(&all, hour), brief(&other, hour));
    }

    #[test]
    fn shares_sum_to_one_and_half_is_the_smallest_group(items in items(), hour in 0_u32..3_000) {
        let brief = brief(&facts(&items), hour);
        let load = &brief.spread.load;
        let n = load.people.len() as f64;
        let found = |code| brief.findings.iter().any(|finding| finding.code == code);
        prop_assert_eq!(load.people.iter().map(|of| of.things).sum::<i64>(), load.things);
        prop_assert!(load.people.is_sorted_by_key(|of| (-of.things, of.person.clone())));
        if let (Some(hhi), Some(effective), Some(own)) = (load.hhi, load.effective_people, load.own_share) {
            prop_assert!((load.people.iter().map(|of| of.share).sum::<f64>() - 1.0).abs() < 1e-12);
            prop_assert!(1.0 / n - 1e-12 <= hhi && hhi <= 1.0 + 1e-12);
            prop_assert!(1.0 - 1e-12 <= effective && effective <= n + 1e-9);
            prop_assert_eq!(found(FindingCode::LoadOnOne), own > 0.5 && brief.spread.colleagues > 0);
            // The group has half, and none that is smaller does.
            let things = |of: &PersonId| load.people.iter().find(|one| one.person == *of).unwrap().things;
            let group: i64 = load.half.iter().map(things).sum();
            let least = load.half.iter().map(things).min().unwrap();
            prop_assert!(2 * group >= load.things && 2 * (group - least) < load.things);
            prop_assert!(own <= 0.5 || load.half == [brief.person.clone()]);
        } else {
            prop_assert!(load.things < 5 && load.half.is_empty() && !found(FindingCode::LoadOnOne));
        }
    }

    #[test]
    fn months_add_up_to_who_is_active(items in items(), hour in 0_u32..3_000) {
        let spread = brief(&facts(&items), hour).spread;
        let people: BTreeSet<_> = spread.activated.iter().map(|of| &of.person).collect();
        prop_assert_eq!(people.len(), spread.activated.len());
        prop_assert!(spread.activated.is_sorted_by_key(|of| of.at));
        prop_assert!(spread.months.is_sorted_by_key(|of| of.active));
        prop_assert_eq!(spread.months.last().unwrap().active, spread.activated.len() as i64);
        let newly = spread.activated.iter().filter(|of| !of.active_before).count() as i64;
        prop_assert_eq!(spread.months.iter().map(|of| of.newly).sum::<i64>(), newly);
        prop_assert!(spread.colleagues >= spread.activated.len() as i64);
        let alone = spread.isolation != Some(Isolation::Connected);
        prop_assert_eq!(alone, spread.links.is_empty());
        for link in &spread.links {
            prop_assert!(link.colleague.as_ref().is_none_or(|of| of.as_str() != "p0"));
            prop_assert_eq!(link.colleague.is_none(), link.kind == LinkKind::JointReview);
        }
    }

    #[test]
    fn what_rests_on_the_person_is_open_and_nobody_elses(items in items(), hour in 0_u32..3_000) {
        let brief = brief(&facts(&items), hour);
        let room = &brief.succession;
        prop_assert!(room.only_by_person.len() as i64 <= room.open_deals);
        prop_assert!(room.won_with_person <= room.won);
        prop_assert_eq!(room.alone_share.is_some(), room.open_deals > 0);
        prop_assert!(room.alone_share.is_none_or(|share| (0.0..=1.0).contains(&share)));
        prop_assert_eq!(room.best.is_some(), room.known > 0);
        prop_assert_eq!(room.best.is_none(), room.state == Some(SuccessorState::NobodyKnown));
        prop_assert!((room.not_separable.len() as i64) < room.known.max(1));
        if let Some(best) = &room.best {
            prop_assert!(best.lower <= best.fit && best.fit <= best.upper);
            prop_assert!(best.person.as_str() != "p0" && !room.not_separable.contains(&best.person));
        }
    }

    #[test]
    fn wheels_and_debts_say_what_they_hold(items in items(), hour in 0_u32..3_000) {
        let brief = brief(&facts(&items), hour);
        let room = &brief.support;
        for wheel in [room.vendor.as_ref().unwrap(), room.partner.as_ref().unwrap()] {
            let recent = wheel.supports.iter().any(|given| !given.recent.is_empty());
            prop_assert_eq!(recent, wheel.state == WheelState::Turning);
            prop_assert_eq!(wheel.last.is_none(), wheel.state == WheelState::Unknown);
            prop_assert_eq!(wheel.supports.iter().filter_map(|given| given.last).max(), wheel.last);
        }
        let owed = brief.findings.iter().any(|finding| finding.code == FindingCode::SupportOwed);
        let waits = |state| state != SupportState::Given;
        let training = room.training.as_ref().unwrap();
        let late = training.state == SupportState::Overdue;
        prop_assert_eq!(owed, late || room.reviews.iter().any(|owed| waits(owed.state)));
        for review in &room.reviews {
            prop_assert_eq!(review.given.is_some(), review.state == SupportState::Given);
            prop_assert_eq!(review.in_time.is_some(), review.given.is_some());
            prop_assert!(review.due.is_none_or(|due| due > review.since));
        }
    }
}

#[test]
fn nothing_is_said_of_whoever_has_no_role() {
    let policy = Policy::default();
    let journal = Journal::from_facts(facts(&[(5, 4, 1, 0, 3), (6, 9, 1, 2, 1)])).unwrap();
    let brief = keyperson::brief(&journal, &policy, &"p1".parse().unwrap(), instant(2_000)).unwrap();
    assert!(brief.spread.start.is_none() && brief.spread.isolation.is_none());
    assert!(brief.succession.start.is_none() && brief.succession.state.is_none());
    assert!(brief.support.vendor.is_none() && brief.support.training.is_none());
}
