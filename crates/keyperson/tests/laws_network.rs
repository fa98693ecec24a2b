//! Laws of the network: what voices say of influence, whatever the order, the size of the house or the date.

#![allow(
    clippy::unwrap_used,
    clippy::arithmetic_side_effects,
    clippy::as_conversions,
    clippy::float_cmp,
    reason = "a test may fail loudly"
)]

use keyperson::calendar::Instant;
use keyperson::partner::view::PartnerView;
use keyperson::person::estimate::{self, TraitEstimate};
use keyperson::{Fact, Journal, PersonId, Policy, Trait};
use proptest::prelude::*;

fn instant(hour: u32) -> Instant {
    let start: Instant = "2026-01-01T00:00:00+09:00".parse().unwrap();
    start.checked_add_seconds(i64::from(hour) * 3600).unwrap()
}

fn fact(id: &str, hour: u32, person: usize, body: &str) -> Fact {
    let at = instant(hour);
    let json = format!(r#"{{"id":"{id}","at":"{at}","partner":"acme","person":"p-{person}",{body}}}"#);
    serde_json::from_str(&json).unwrap()
}

/// Hour, type, who, whom.
type Item = (u32, u8, usize, usize);

fn facts(items: &[Item]) -> Vec<Fact> {
    let write = |(index, (hour, kind, who, whom)): (usize, &Item)| {
        let body = match kind {
            0..=5 => format!(r#""type":"consulted","whom":"p-{whom}""#),
            6 | 7 => format!(r#""type":"worked_with","whom":"p-{whom}""#),
            8 => format!(
                r#""type":"contest","fact":"f-{}","step":"{}""#,
                who * 5 + whom,
                if whom % 2 == 0 { "raised" } else { "upheld" }
            ),
            9 => format!(r#""type":"rating","trait":"influence","value":0.{whom},"by":"Sato""#),
            _ if *whom == 0 => r#""type":"person_left""#.to_owned(),
            _ => r#""type":"person_registered""#.to_owned(),
        };
        fact(&format!("f-{index}"), *hour, *who, &body)
    };
    items.iter().enumerate().map(write).collect()
}

fn items() -> impl Strategy<Value = Vec<Item>> {
    prop::collection::vec((0_u32..2_000, 0_u8..11, 0_usize..8, 0_usize..8), 0..60)
}

/// The influence of everybody of whom there are facts, in order.
fn influences(facts: &[Fact], as_of: Instant, policy: &Policy) -> Vec<(PersonId, TraitEstimate)> {
    let journal = Journal::from_facts(facts.to_vec()).unwrap();
    let partner = "acme".parse().unwrap();
    let view = PartnerView::new(&journal, &partner, policy, as_of).unwrap();
    view.people()
        .map(|person| {
            let estimates = estimate::evaluate(&view.person(person), policy);
            (person.clone(), estimates.get(Trait::Influence).unwrap().clone())
        })
        .collect()
}

fn of(facts: &[Fact], person: usize, hour: u32) -> TraitEstimate {
    let person: PersonId = format!("p-{person}").parse().unwrap();
    let all = influences(facts, instant(hour), &Policy::default());
    all.into_iter().find(|(of, _)| *of == person).unwrap().1
}

fn asks(id: usize, who: usize, whom: usize) -> Fact {
    fact(&format!("a-{id}-{who}-{whom}"), 0, who, &format!(r#""type":"consulted","whom":"p-{whom}""#))
}

proptest! {
    #[test]
    fn order_repetition_and_the_future_change_nothing(items in items(), hour in 0_u32..2_500, turn in 0_usize..60) {
        let policy = Policy::default();
        let all = facts(&items);
        let mut other: Vec<Fact> = all.iter().rev().chain(&all).cloned().collect();
        let turn = turn.min(other.len());
        other.rotate_left(turn);
        other.retain(|fact| fact.at <= instant(hour));
        let bytes = |facts: &[Fact]| {
            let influences = influences(facts, instant(hour), &policy);
            serde_json::to_string(&influences.iter().map(|(_, of)| of).collect::<Vec<_>>()).unwrap()
        };
        let seen: Vec<Fact> = all.iter().filter(|fact| fact.at <= instant(hour)).cloned().collect();
        prop_assert_eq!(bytes(&seen), bytes(&other));
        let known: Vec<_> = influences(&seen, instant(hour), &policy);
        let with_future = influences(&all, instant(hour), &policy);
        prop_assert_eq!(known, with_future);
    }

    #[test]
    fn an_estimate_is_its_prior_and_its_evidence(items in items(), hour in 0_u32..2_500) {
        let policy = Policy::default();
        let facts = facts(&items);
        for (_, of) in influences(&facts, instant(hour), &policy) {
            let sum = |part: fn(f64) -> f64| of.evidence.iter().map(|e| e.weight * part(e.y)).sum::<f64>();
            prop_assert!((1.0 + sum(|y| y) - of.a).abs() <= 1e-12);
            prop_assert!((1.0 + sum(|y| 1.0 - y) - of.b).abs() <= 1e-12);
            for (signal, cap) in [("turned_to", 10.0), ("worked_with", 4.0)] {
                let heard = of.evidence.iter().filter(|e| e.signal == signal);
                prop_assert!(heard.clone().all(|e| e.weight > 0.0 && e.weight.is_finite()));
                prop_assert!(heard.map(|e| e.weight).sum::<f64>() <= cap + 1e-9);
            }
            for evidence in &of.evidence {
                prop_assert!(facts.iter().any(|fact| fact.id == evidence.fact && fact.at == evidence.at));
            }
        }
    }

    // INVARIANT: each voice gives as much for as against, so over a whole network the two are equal.
    #[test]
    fn votes_for_and_against_are_equal_in_sum(
        asked in prop::collection::vec((0_usize..9, 0_usize..9), 30..60),
    ) {
        let policy = Policy::from_toml("[signals.turned_to]\ncap = 1000.0\n[network]\nleast_voices = 1\n").unwrap();
        let mut facts: Vec<Fact> = asked.iter().enumerate().map(|(n, (who, whom))| asks(n, *who, *whom)).collect();
        // Everybody asks somebody, so that everybody has facts.
        facts.extend((0..9).map(|who| asks(100, who, (who + 1) % 9)));
        let all = influences(&facts, instant(0), &policy);
        let (favour, against): (f64, f64) =
            all.iter().fold((0.0, 0.0), |(x, y), (_, of)| (x + of.a - 1.0, y + of.b - 1.0));
        prop_assert!((favour - against).abs() <= 1e-9 * favour.max(1.0), "{favour} {against}");
    }

    #[test]
    fn one_more_voice_never_lowers(items in items(), whom in 0_usize..8) {
        let policy = Policy::from_toml("[network]\nleast_voices = 1\n").unwrap();
        let mut facts: Vec<Fact> = items
            .iter()
            .enumerate()
            .filter(|(_, item)| item.2 != item.3)
            .map(|(n, (_, _, who, whom))| asks(n, *who, *whom))
            .collect();
        let whom_id: PersonId = format!("p-{whom}").parse().unwrap();
        facts.push(fact("r", 0, whom, r#""type":"person_registered""#));
        // Somebody of whom nothing was heard begins to ask; the house grows by that person.
        facts.push(asks(200, 9, (whom + 1) % 8));
        let mean = |facts: &[Fact]| {
            let all = influences(facts, instant(0), &policy);
            all.iter().find(|(of, _)| *of == whom_id).and_then(|(_, of)| of.mean)
        };
        let before = mean(&facts);
        facts.push(asks(201, 9, whom));
        let after = mean(&facts);
        if let (Some(before), Some(after)) = (before, after) {
            prop_assert!(after >= before - 1e-12, "{before} {after}");
        }
    }
}

/// A house of `people`, each of whom asks the next so many.
fn ring(people: usize, each: usize) -> Vec<Fact> {
    let asked = |who: usize| (1..=each).map(move |step| (who, (who + step) % people));
    (0..people).flat_map(asked).map(|(who, whom)| asks(0, who, whom)).collect()
}

#[test]
fn an_average_colleague_is_average_in_every_house_and_a_hub_is_not() {
    for (people, each) in [(20, 10), (200, 3), (12, 2), (7, 1)] {
        let even = ring(people, each);
        let everyday = of(&even, 3, 0);
        assert!((everyday.mean.unwrap() - 0.5).abs() < 1e-9, "{people}: {everyday:?}");
        // Four in five ask person 0 as well.
        let mut hub = even.clone();
        hub.extend((1..people).filter(|who| who % 5 > 0 && people - who > each).map(|who| asks(1, who, 0)));
        let (influence, other) = (of(&hub, 0, 0), of(&hub, people / 2, 0));
        assert!(influence.mean.unwrap() > 0.75, "{people}: {influence:?}");
        // In a house of seven even five voices leave it open.
        assert!(influence.lower > 0.5 || people < 10, "{people}: {influence:?}");
        assert!((0.3..=0.55).contains(&other.mean.unwrap()), "{people}: {other:?}");
    }
}

#[test]
fn four_voices_say_nothing_and_five_do() {
    let star = |voices: usize| (1..=voices).map(|who| asks(0, who, 0)).collect::<Vec<_>>();
    let registered = fact("r", 0, 0, r#""type":"person_registered""#);
    let heard = |voices| {
        let mut facts = star(voices);
        facts.push(registered.clone());
        of(&facts, 0, 0)
    };
    assert_eq!((heard(4).mean, heard(4).evidence.len()), (None, 0));
    // m = 5, k = 1, p = 1/5: κ = 4/5, c = 1, and each of the five voices is worth 4/5 of an observation.
    assert!((heard(5).mean.unwrap() - 5.0 / 6.0).abs() < 1e-12, "{:?}", heard(5));
    // The person's own questions make no fifth voice.
    let mut facts = star(4);
    facts.push(asks(1, 0, 1));
    assert_eq!(of(&facts, 0, 0).mean, None);
    // Asking oneself makes none either.
    let mut facts = star(4);
    facts.extend([registered.clone(), asks(1, 5, 5)]);
    assert_eq!(of(&facts, 0, 0).mean, None);
}

#[test]
fn weight_grows_with_the_voices_up_to_the_cap() {
    let weight = |voices: usize| {
        let mut facts: Vec<Fact> = (1..=voices).map(|who| asks(0, who, 0)).collect();
        facts.push(fact("r", 0, 0, r#""type":"person_registered""#));
        of(&facts, 0, 0).evidence_weight
    };
    assert!(weight(5) < weight(6) && weight(6) < weight(9));
    assert!((weight(40) - 10.0).abs() < 1e-9);
}

#[test]
fn ten_questions_of_one_voice_are_one() {
    let even = ring(8, 2);
    let mut often = even.clone();
    often.extend((10..20).map(|id| asks(id, 7, 0)));
    assert_eq!(of(&even, 0, 0).mean, of(&often, 0, 0).mean);
}

#[test]
fn whoever_asks_is_not_turned_to_for_it() {
    let even = ring(10, 2);
    let mut curious = even.clone();
    curious.extend([asks(1, 0, 4), asks(1, 0, 5), asks(1, 0, 6)]);
    assert!(of(&curious, 0, 0).mean.unwrap() <= of(&even, 0, 0).mean.unwrap() + 1e-9);
    // To work together speaks for both.
    let mut team = even;
    team.extend(
        (1..7)
            .map(|who| fact(&format!("w-{who}"), 0, 0, &format!(r#""type":"worked_with","whom":"p-{who}""#))),
    );
    assert!(of(&team, 0, 0).mean.unwrap() > 0.6);
}

#[test]
fn disputes_count_less_and_upheld_ones_not_at_all() {
    let mut facts: Vec<Fact> = (1..=6).map(|who| asks(0, who, 0)).collect();
    facts.push(fact("r", 0, 0, r#""type":"person_registered""#));
    let whole = of(&facts, 0, 0);
    facts.push(fact("c", 0, 1, r#""type":"contest","fact":"a-0-1-0","step":"raised""#));
    let contested = of(&facts, 0, 0);
    assert!(contested.evidence_weight < whole.evidence_weight);
    assert!(contested.evidence.iter().any(|evidence| evidence.contested));
    facts.push(fact("d", 0, 1, r#""type":"contest","fact":"a-0-1-0","step":"upheld""#));
    let upheld = of(&facts, 0, 0);
    assert!(upheld.evidence_weight < contested.evidence_weight);
    assert_eq!(upheld.evidence.len(), 5);
    facts.push(fact("e", 0, 2, r#""type":"contest","fact":"a-0-2-0","step":"upheld""#));
    assert_eq!(of(&facts, 0, 0).mean, None);
}

#[test]
fn ties_fade_and_who_left_is_no_voice() {
    let mut facts: Vec<Fact> = (1..=6).map(|who| asks(0, who, 0)).collect();
    facts.push(fact("r", 0, 0, r#""type":"person_registered""#));
    let (fresh, year) = (of(&facts, 0, 0), of(&facts, 0, 365 * 24));
    assert!((year.evidence_weight - fresh.evidence_weight / 2.0).abs() < 1e-9);
    facts.extend([1, 2].map(|who| fact(&format!("l-{who}"), 1, who, r#""type":"person_left""#)));
    assert_eq!(of(&facts, 0, 1).mean, None);
}

#[test]
fn nobody_turned_to_is_told_so_by_a_fact() {
    let mut facts = ring(8, 2);
    // Person 8 asks, and nobody asks person 8.
    facts.push(asks(0, 8, 0));
    let lonely = of(&facts, 8, 0);
    assert!(lonely.mean.unwrap() < 0.5);
    assert_eq!(lonely.evidence.len(), 1);
    assert!(lonely.evidence.iter().all(|evidence| evidence.y == 0.0 && evidence.signal == "turned_to"));
    // Person 9 of whom nothing of the kind is recorded is unknown.
    facts.push(fact("r", 0, 9, r#""type":"person_registered""#));
    assert_eq!(of(&facts, 9, 0).mean, None);
}

#[test]
fn a_rise_is_seen_in_the_voices_too() {
    // For months all ask person 1; lately all turn to person 0.
    let mut facts: Vec<Fact> = (2..10).map(|who| asks(0, who, 1)).collect();
    facts.extend([asks(0, 0, 1), asks(0, 1, 0)]);
    let lately = 24 * 100;
    facts.extend(
        (2..10).map(|who| fact(&format!("n-{who}"), lately, who, r#""type":"consulted","whom":"p-0""#)),
    );
    assert!(of(&facts, 0, lately).rising.is_some());
    assert!(of(&facts, 1, lately).rising.is_none());
}
