//! Laws of where to begin, what to repeat and which stories are owed, tried on many journals.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    clippy::as_conversions,
    clippy::float_cmp,
    reason = "a test may fail loudly"
)]

use keyperson::calendar::Instant;
use keyperson::deals::first_order::FirstOrderState;
use keyperson::deals::replication::{ReplicationComparison, ReplicationState};
use keyperson::deals::story::StoryState;
use keyperson::deals::where_to_begin as begin;
use keyperson::fact::Audience;
use keyperson::{Brief, Fact, FindingCode, Journal, Policy, Portfolio};
use proptest::prelude::*;

const STAGES: [&str; 6] = ["prospect", "proposal", "poc", "approval", "won", "lost"];
const INDUSTRIES: [&str; 3] = ["banks", "retail", "towns"];

/// An hour since New Year, a deal, a kind of fact, a small number.
type Item = (u32, u8, u8, u8);

fn instant(hour: u32) -> Instant {
    let start: Instant = "2026-01-01T00:00:00+09:00".parse().unwrap();
    start.checked_add_seconds(i64::from(hour) * 3600).unwrap()
}

fn fact(index: usize, (hour, deal, kind, number): Item) -> Fact {
    let n = usize::from(number);
    let (person, body) = match kind {
        0 => (true, format!(r#""type":"story","deal":"d-{deal}","audience":"{}""#, Audience::WORDS[n % 5])),
        1 => (true, format!(r#""type":"contest","fact":"f-{}","step":"upheld""#, n)),
        2 => (
            false,
            format!(r#""type":"deal","deal":"d-{deal}","stage":"{}","name":"客{deal}""#, STAGES[n % 6]),
        ),
        3 => (
            true,
            format!(r#""type":"deal","deal":"d-{deal}","stage":"{}","like":"d-{}""#, STAGES[n % 6], n % 30),
        ),
        4 => (true, format!(r#""type":"activity","metric":"pocs","count":{},"deal":"d-{deal}""#, n % 2)),
        // Most deals are won where they are of the first industry, and lost elsewhere.
        _ => {
            let stage =
                if n.is_multiple_of(3) { STAGES[n % 4] } else { STAGES[if deal % 3 == 0 { 4 } else { 5 }] };
            (
                true,
                format!(
                    r#""type":"deal","deal":"d-{deal}","stage":"{stage}","industry":"{}","amount":{},"currency":"{}""#,
                    INDUSTRIES[usize::from(deal) % 3],
                    n * 1_000,
                    ["JPY", "USD"][n % 2]
                ),
            )
        }
    };
    let who = if person { format!(r#""person":"p-{}","#, deal % 2) } else { String::new() };
    let at = instant(hour);
    serde_json::from_str(&format!(r#"{{"id":"f-{index}","at":"{at}","partner":"acme",{who}{body}}}"#))
        .unwrap()
}

fn facts(items: &[Item]) -> Vec<Fact> {
    items.iter().enumerate().map(|(index, item)| fact(index, *item)).collect()
}

fn items() -> impl Strategy<Value = Vec<Item>> {
    prop::collection::vec((0_u32..2_000, 0_u8..60, 0_u8..20, 0_u8..120), 0..160)
}

/// Closed deals that tell a difference are rare by chance, so that the floor must be low for the laws to bite.
fn policy() -> Policy {
    Policy::from_toml(
        "[similarity]\nleast_closed = 4\nleast_each = 1\ncertainty = 0.5\n[fit]\nweightings = 10\n",
    )
    .unwrap()
}

fn brief(facts: &[Fact], hour: u32) -> Option<Brief> {
    let journal = Journal::from_facts(facts.to_vec()).unwrap();
    keyperson::brief(&journal, &policy(), &"p-0".parse().unwrap(), instant(hour)).ok()
}

fn portfolio(facts: &[Fact], hour: u32) -> Portfolio {
    let journal = Journal::from_facts(facts.to_vec()).unwrap();
    keyperson::portfolio(&journal, &policy(), instant(hour)).unwrap()
}

fn bytes(brief: &Option<Brief>) -> String {
    let rooms =
        brief.as_ref().map(|brief| (&brief.first_order, &brief.replication, &brief.story, &brief.findings));
    serde_json::to_string(&rooms).unwrap()
}

fn at_partner(partner: &str, facts: &[Fact]) -> Vec<Fact> {
    let mut moved = facts.to_vec();
    for fact in &mut moved {
        fact.partner = partner.parse().unwrap();
        fact.id = format!("{partner}-{}", fact.id).parse().unwrap();
    }
    moved
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    // INVARIANT: order and repetition of facts change nothing, and facts after the as-of are not seen.
    #[test]
    fn order_repetition_and_later_facts_change_nothing(items in items(), hour in 0_u32..2_200, turn in 0_usize..160) {
        let facts = facts(&items);
        let mut other: Vec<Fact> = facts.iter().rev().cloned().collect();
        let turn = turn.min(other.len());
        other.rotate_left(turn);
        other.extend(facts.iter().take(5).cloned());
        prop_assert_eq!(bytes(&brief(&facts, hour)), bytes(&brief(&other, hour)));
        let seen: Vec<Fact> = facts.iter().filter(|fact| fact.at <= instant(hour)).cloned().collect();
        prop_assert_eq!(bytes(&brief(&facts, hour)), bytes(&brief(&seen, hour)));
    }

    // INVARIANT: nothing is proposed under the floor, nor where the closed deals tell no difference.
    #[test]
    fn proposals_stay_over_the_floor(items in items(), hour in 500_u32..2_200) {
        let Some(brief) = brief(&facts(&items), hour) else { return Ok(()) };
        let (room, policy) = (&brief.replication, policy());
        prop_assert_eq!(room.state == ReplicationState::Proposed, !room.proposals.is_empty());
        prop_assert!(room.proposals.len() as i64 <= room.near && room.near <= room.prospects);
        prop_assert_eq!(room.lesson.won + room.lesson.lost, room.lesson.closed);
        prop_assert!(room.proposals.is_sorted_by(|one, other| one.chance >= other.chance));
        let told: f64 = room.lesson.fields.iter().map(|of| of.share).sum();
        prop_assert!(told == 0.0 || (told - 1.0).abs() < 1e-9);
        for of in &room.proposals {
            prop_assert!(of.above_base >= policy.replication.enough_probability.get());
            prop_assert!(of.lower <= of.chance && of.chance <= of.upper);
            prop_assert!(!of.evidence.is_empty() && !of.nearest.is_empty());
            prop_assert!(of.nearest.is_sorted_by(|one, other| one.distance <= other.distance));
            for near in &of.nearest {
                prop_assert!((0.0..=1.0).contains(&near.distance) && near.deal != of.deal);
                for field in &near.fields {
                    let known = field.prospect.is_some() && field.won.is_some();
                    prop_assert!(known || field.comparison == ReplicationComparison::Unknown);
                }
            }
        }
        for repeat in &room.repeats {
            prop_assert_eq!(repeat.tried, repeat.open + repeat.won + repeat.lost);
            prop_assert_eq!(repeat.evidence.len() as i64, repeat.tried + 1);
            prop_assert_eq!(repeat.share.is_some(), repeat.won + repeat.lost > 0);
        }
    }

    // INVARIANT: odds of at least one are those of the best at the least, and of all together at the most; they lie in
    // their interval; ranks lie within the open deals.
    #[test]
    fn odds_of_an_early_order_hang_together(items in items(), hour in 0_u32..2_200) {
        let mut facts = facts(&items);
        facts.retain(|fact| fact.event.type_name() != "deal" || !serde_json::to_string(fact).unwrap().contains("\"won\""));
        let Some(brief) = brief(&facts, hour) else { return Ok(()) };
        let start = &brief.first_order;
        prop_assert_eq!(start.state == FirstOrderState::Begin, start.pipeline.is_some());
        let Some(pipeline) = &start.pipeline else { return Ok(()) };
        prop_assert!(pipeline.open > 0);
        prop_assert_eq!(pipeline.odds.is_some(), pipeline.open > pipeline.without_stage);
        prop_assert!(start.rate_odds.is_some_and(|odds| (0.0..=1.0).contains(&odds)));
        let Some(((odds, focus), (lower, upper))) =
            pipeline.odds.zip(pipeline.focus_odds).zip(pipeline.lower.zip(pipeline.upper)) else { return Ok(()) };
        prop_assert!(0.0 <= lower && lower <= odds && odds <= upper && upper <= 1.0);
        prop_assert!(focus <= odds + 1e-12);
        prop_assert!(pipeline.prospects[0].chance <= focus + 1e-12);
        prop_assert!(pipeline.prospects.is_sorted_by(|one, other| one.chance >= other.chance));
        let ranked = pipeline.open - pipeline.without_stage;
        for of in &pipeline.prospects {
            prop_assert!(of.lower <= of.chance && of.chance <= of.upper && of.age_days >= 0);
            prop_assert!(1 <= of.best_rank && of.best_rank <= of.worst_rank && of.worst_rank <= ranked);
        }
        let near = brief.findings.iter().any(|finding| finding.code == FindingCode::FirstWinNear);
        let narrow = brief.findings.iter().any(|finding| finding.code == FindingCode::NarrowScope);
        prop_assert_eq!(near, focus >= 0.5);
        prop_assert_eq!(narrow, focus < 0.5 && pipeline.open >= 8);
    }

    // INVARIANT: every win on the page has one story state, and only owed ones are asked for.
    #[test]
    fn stories_add_up(items in items(), hour in 0_u32..2_200) {
        let Some(brief) = brief(&facts(&items), hour) else { return Ok(()) };
        let story = &brief.story;
        prop_assert_eq!(story.won, story.wins.len() as i64);
        prop_assert_eq!(story.owed, story.wins.iter().filter(|win| win.state == StoryState::Owed).count() as i64);
        let asked = brief.findings.iter().find(|finding| finding.code == FindingCode::StoryOwed);
        prop_assert_eq!(asked.map_or(0, |finding| finding.evidence.len() as i64), story.owed);
        for win in &story.wins {
            prop_assert_eq!(win.told_on.is_some(), !win.facts.is_empty());
            prop_assert_eq!(win.reached.is_empty(), win.facts.is_empty());
            prop_assert_eq!(win.state == StoryState::Told, win.not_reached.is_empty());
            prop_assert!(win.business_days.is_none_or(|days| days >= 0));
        }
    }

    // INVARIANT: a journal split by partner gives the same rows, and their order is that of the whole.
    #[test]
    fn rows_do_not_depend_on_other_partners(
        one in items(), other in items(), third in items(), hour in 0_u32..2_200,
    ) {
        let groups: Vec<Vec<Fact>> = [("a", one), ("b", other), ("c", third)]
            .map(|(partner, items)| at_partner(partner, &facts(&items)))
            .to_vec();
        let whole = portfolio(&groups.concat(), hour);
        let mut rows: Vec<_> = groups.iter().flat_map(|facts| portfolio(facts, hour).where_to_begin).collect();
        begin::order(&mut rows);
        prop_assert_eq!(&rows, &whole.where_to_begin);
        prop_assert_eq!(begin::standings(&rows), whole.where_to_begin_standings);
    }
}
