//! Laws of the turns of the loop, tried on many journals.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    reason = "a test may fail loudly"
)]

use keyperson::calendar::Instant;
use keyperson::colleagues::loop_turns::{self, LoopStep, LoopTurns};
use keyperson::partner::view::PartnerView;
use keyperson::{Fact, Journal, PersonId, Policy};
use proptest::prelude::*;

/// What may stand in a journal, with the step of the loop that it makes.
const KINDS: [(&str, Option<LoopStep>); 12] = [
    (r#""type":"gate","gate":"shortlisted""#, Some(LoopStep::Found)),
    (r#""type":"gate","gate":"executive_approved""#, Some(LoopStep::Approved)),
    (r#""type":"gate","gate":"announced""#, Some(LoopStep::RoleClear)),
    (r#""type":"gate","gate":"appointed""#, Some(LoopStep::RoleClear)),
    (r#""type":"notice","authority":"discounts","audience":"company""#, Some(LoopStep::RoleClear)),
    (r#""type":"allocation","hours_per_week":4"#, Some(LoopStep::RoleClear)),
    (r#""type":"story","deal":"d","audience":"department""#, Some(LoopStep::Shared)),
    (r#""type":"recognition","audience":"team""#, Some(LoopStep::Shared)),
    (r#""type":"recognition","audience":"individual""#, None),
    (r#""type":"gate","gate":"manager_confirmed""#, None),
    (r#""type":"deal","deal":"d-1","stage":"poc""#, None),
    (r#""type":"activity","metric":"orders","count":1"#, None),
];

/// An hour, a kind, a person.
type Item = (u32, usize, u8);

fn instant(hour: u32) -> Instant {
    let new_year: Instant = "2026-01-01T00:00:00+09:00".parse().unwrap();
    new_year.checked_add_seconds(i64::from(hour) * 3600).unwrap()
}

fn facts(items: &[Item]) -> Vec<Fact> {
    let fact = |(index, (hour, kind, person)): (usize, &Item)| {
        let (at, body) = (instant(*hour), KINDS[*kind].0);
        let json =
            format!(r#"{{"id":"f-{index:03}","at":"{at}","partner":"acme","person":"p-{person}",{body}}}"#);
        serde_json::from_str(&json).unwrap()
    };
    items.iter().enumerate().map(fact).collect()
}

fn turns_of(facts: Vec<Fact>, hour: u32) -> LoopTurns {
    let (journal, policy) = (Journal::from_facts(facts).unwrap(), Policy::default());
    let partner = "acme".parse().unwrap();
    loop_turns::evaluate(&PartnerView::new(&journal, &partner, &policy, instant(hour)).unwrap(), &policy)
}

fn items() -> impl Strategy<Value = Vec<Item>> {
    prop::collection::vec((0_u32..2_000, 0..KINDS.len(), 0_u8..3), 0..50)
}

/// The most turns that any matching gives, by trying the length of the longest chain up to each fact.
fn most_steps(order: &[LoopStep]) -> usize {
    let mut longest: Vec<usize> = Vec::new();
    for (place, step) in order.iter().enumerate() {
        let before = (0..place).filter(|before| order[*before].following() == *step && longest[*before] > 0);
        let chain = before.map(|before| longest[before] + 1).max();
        longest.push(chain.unwrap_or(usize::from(*step == LoopStep::Found)));
    }
    longest.into_iter().max().unwrap_or(0)
}

proptest! {
    // INVARIANT: no other matching makes more steps, and the steps stand in order, each by a fact that makes it.
    #[test]
    fn no_other_matching_turns_more_often(items in items(), hour in 0_u32..2_500) {
        let turns = turns_of(facts(&items), hour);
        let mut seen: Vec<(u32, usize)> =
            items.iter().enumerate().filter(|(_, item)| item.0 <= hour).map(|(index, item)| (item.0, index)).collect();
        seen.sort_unstable();
        let order: Vec<LoopStep> = seen.iter().filter_map(|(_, index)| KINDS[items[*index].1].1).collect();
        let steps: Vec<_> = turns.turns.iter().flat_map(|turn| &turn.steps).collect();
        prop_assert_eq!(steps.len(), most_steps(&order));
        prop_assert_eq!(usize::try_from(turns.completed).unwrap(), steps.len() / 4);
        for (place, made) in steps.iter().enumerate() {
            prop_assert_eq!(made.step, LoopStep::ALL[place % 4]);
            let index: usize = made.fact.as_str().trim_start_matches("f-").parse().unwrap();
            prop_assert_eq!(KINDS[items[index].1].1, Some(made.step));
        }
        prop_assert!(steps.windows(2).all(|two| (two[0].at, &two[0].fact) < (two[1].at, &two[1].fact)));
        prop_assert_eq!(turns.last, steps.last().map(|made| made.step));
        prop_assert_eq!(turns.next, turns.last.map_or(LoopStep::Found, LoopStep::following));
        prop_assert!(turns.unshared.is_empty() || turns.last == Some(LoopStep::RoleClear));
        prop_assert_eq!(turns.unshared_since.is_some(), !turns.unshared.is_empty());
    }

    // INVARIANT: later facts never take a turn back, and neither order nor repetition changes anything.
    #[test]
    fn turns_only_grow(items in items(), one in 0_u32..2_500, other in 0_u32..2_500) {
        let (early, late) = (turns_of(facts(&items), one.min(other)), turns_of(facts(&items), one.max(other)));
        prop_assert!(early.completed <= late.completed);
        let complete = |turns: &LoopTurns| turns.turns.iter().filter(|turn| turn.complete).cloned().collect::<Vec<_>>();
        prop_assert!(complete(&late).starts_with(&complete(&early)));
        let turned: Vec<Fact> = facts(&items).into_iter().rev().chain(facts(&items)).collect();
        prop_assert_eq!(turns_of(turned, one.max(other)), late);
    }

    // INVARIANT: everybody at the partner reads of the same loop, and one person at most is asked to act.
    #[test]
    fn the_loop_is_the_partners(items in items(), hour in 0_u32..2_500) {
        let (journal, policy) = (Journal::from_facts(facts(&items)).unwrap(), Policy::default());
        let people: Vec<PersonId> = (0..3).map(|n| format!("p-{n}").parse().unwrap()).collect();
        let briefs: Vec<_> =
            people.iter().filter_map(|who| keyperson::brief(&journal, &policy, who, instant(hour)).ok()).collect();
        for code in [keyperson::FindingCode::LoopWaiting, keyperson::FindingCode::LoopTurned] {
            let told = briefs.iter().flat_map(|brief| &brief.findings).filter(|found| found.code == code).count();
            prop_assert!(told <= 1);
        }
        prop_assert!(briefs.windows(2).all(|two| two[0].loop_turns == two[1].loop_turns));
    }
}
