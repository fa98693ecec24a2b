//! Laws that a brief gives one answer: every question reads the same deals and messages, and every number is one that
//! can be. Tried on journals full of deals that are lost, opened again and skip stages, and of stray answers.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    clippy::as_conversions,
    reason = "a test may fail loudly"
)]

use std::collections::BTreeSet;

use keyperson::calendar::Instant;
use keyperson::fact::{Event, Stage};
use keyperson::partner::deal::Outcome;
use keyperson::partner::view::PartnerView;
use keyperson::{Brief, Fact, Journal, Policy};
use proptest::prelude::*;
use serde_json::Value;

const STAGES: [&str; 6] = ["prospect", "proposal", "poc", "approval", "won", "lost"];
const METRICS: [&str; 6] = ["prospects", "proposals", "pocs", "approvals", "orders", "calls"];
const HOURS: u32 = 2_000;

/// Hours since New Year, a person (2: nobody is named), a thing (a deal, a thread), a kind, a number.
type Item = (u32, u8, u8, u8, u8);

fn instant(hour: u32) -> Instant {
    let start: Instant = "2026-01-01T00:00:00+09:00".parse().unwrap();
    start.checked_add_seconds(i64::from(hour) * 3600).unwrap()
}

fn fact(index: usize, (hour, person, thing, kind, number): Item) -> Fact {
    let n = usize::from(number);
    let person = match kind {
        // Who is appointed, writes and is appraised has a name.
        10.. => person % 2,
        _ => person,
    };
    let body = match kind {
        0..=6 => format!(r#""type":"deal","deal":"d-{thing}","stage":"{}""#, STAGES[n % 6]),
        7..=8 => {
            format!(r#""type":"activity","metric":"{}","count":{},"deal":"d-{thing}""#, METRICS[n % 6], n % 3)
        }
        9 => format!(r#""type":"activity","metric":"{}","count":{}"#, METRICS[n % 6], n % 4),
        10 => r#""type":"gate","gate":"appointed""#.to_owned(),
        11..=13 => {
            let from = ["vendor", "partner"][n % 2];
            let thread =
                if n.is_multiple_of(3) { format!(r#","thread":"t-{thing}""#) } else { String::new() };
            // Every other answer names a message that nobody has.
            let about = if n.is_multiple_of(2) { n } else { 10_000 + n };
            let reply = if n % 5 < 3 { format!(r#","reply_to":"f-{about}""#) } else { String::new() };
            format!(r#""type":"message","from":"{from}"{thread}{reply}"#)
        }
        14 => format!(r#""type":"contest","fact":"f-{n}","step":"upheld""#),
        15 => format!(r#""type":"recognition","of":"f-{n}","audience":"team""#),
        _ => {
            format!(
                r#""type":"appraisal","criterion":"c-{}","weight":{}"#,
                n % 3,
                f64::from(number % 101) / 100.0
            )
        }
    };
    let who = if person == 2 { String::new() } else { format!(r#""person":"p-{person}","#) };
    let at = instant(hour);
    serde_json::from_str(&format!(r#"{{"id":"f-{index}","at":"{at}","partner":"acme",{who}{body}}}"#))
        .unwrap_or_else(|error| panic!("{error}: {who}{body}"))
}

fn journals() -> impl Strategy<Value = Journal> {
    let item = (0..HOURS, 0_u8..3, 0_u8..8, 0_u8..18, 0_u8..120);
    prop::collection::vec(item, 0..90).prop_map(|items| {
        let facts: Vec<Fact> = items.iter().enumerate().map(|(index, item)| fact(index, *item)).collect();
        Journal::from_facts(facts).unwrap()
    })
}

fn policy() -> Policy {
    Policy::from_toml("[fit]\nweightings = 10\n[cadence]\nbottleneck_deals = 1\n").unwrap()
}

/// The briefs of both people, as far as there are facts of them.
fn briefs(journal: &Journal, policy: &Policy, hour: u32) -> Vec<Brief> {
    let ask = |person: &str| keyperson::brief(journal, policy, &person.parse().unwrap(), instant(hour)).ok();
    ["p-0", "p-1"].into_iter().filter_map(ask).collect()
}

/// Every object of a document.
fn objects<'v>(value: &'v Value, each: &mut impl FnMut(&'v serde_json::Map<String, Value>)) {
    match value {
        Value::Object(fields) => {
            each(fields);
            fields.values().for_each(|value| objects(value, each));
        }
        Value::Array(items) => items.iter().for_each(|value| objects(value, each)),
        _ => {}
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, failure_persistence: None, ..ProptestConfig::default() })]

    // INVARIANT: a deal is open, won or lost in every part of a brief alike.
    #[test]
    fn a_deal_stands_the_same_everywhere(journal in journals(), hour in 0..HOURS) {
        let policy = policy();
        let partner = "acme".parse().unwrap();
        let view = PartnerView::new(&journal, &partner, &policy, instant(hour)).unwrap();
        let deals = view.deals();
        let open = deals.open().count() as i64;
        for brief in briefs(&journal, &policy, hour) {
            let led = deals.led_by(&brief.person).filter(|deal| deal.is_open()).count() as i64;
            if let Some(pipeline) = &brief.first_order.pipeline {
                prop_assert_eq!(pipeline.open, led);
                for prospect in &pipeline.prospects {
                    let deal = deals.get(&prospect.deal).unwrap();
                    prop_assert!(deal.is_open());
                    prop_assert_eq!(deal.furthest().map(|(stage, day, _)| (stage, day)),
                        Some((prospect.stage, prospect.since)));
                }
            }
            let won = |id| matches!(deals.get(id).unwrap().outcome(), Outcome::Won(..));
            prop_assert_eq!(brief.first_order.first_win.is_some(), deals.wins() > 0);
            prop_assert!(brief.story.wins.iter().all(|win| won(&win.deal)));
            if brief.succession.start.is_some() {
                prop_assert_eq!(brief.succession.open_deals, open);
            }
            for alone in &brief.succession.only_by_person {
                let deal = deals.get(&alone.deal).unwrap();
                prop_assert!(deal.is_open());
                prop_assert_eq!(deal.furthest().map(|(stage, ..)| stage), alone.stage);
            }
            let reviewed = brief.support.reviews.iter().filter_map(|owed| owed.deal.as_ref());
            prop_assert!(reviewed.into_iter().all(|deal| deals.get(deal).unwrap().is_open()));
            let own: BTreeSet<_> = view.person(&brief.person).facts.iter().filter_map(|fact| match &fact.event {
                Event::Deal(deal) => Some(&deal.deal),
                Event::Activity(activity) if activity.count.get() > 0 => activity.deal.as_ref(),
                _ => None,
            }).collect();
            if let Some(order) = &brief.lead_time.to_order {
                prop_assert_eq!(order.deals, order.won + order.lost + order.open);
                prop_assert_eq!(order.deals + order.without_start, own.len() as i64);
                let count = |which: fn(&Outcome<'_>) -> bool| {
                    own.iter().filter(|id| which(&deals.get(id).unwrap().outcome())).count() as i64
                };
                prop_assert!(order.open <= count(|of| matches!(of, Outcome::Open)));
                prop_assert!(order.won <= count(|of| matches!(of, Outcome::Won(..))));
                prop_assert!(order.lost <= count(|of| matches!(of, Outcome::Lost(..))));
            }
            // A closing that was taken back is no result.
            for estimate in &brief.traits {
                prop_assert!(estimate.evidence.iter().all(|of| !deals.is_taken_back(&of.fact)));
            }
        }
    }

    // INVARIANT: the last thing said of a deal by name decides, where it was known before and was not won.
    #[test]
    fn the_latest_word_decides(journal in journals(), hour in 0..HOURS) {
        let policy = policy();
        let partner = "acme".parse().unwrap();
        let view = PartnerView::new(&journal, &partner, &policy, instant(hour)).unwrap();
        for deal in &view.deals().all {
            let named = view.facts().filter_map(|fact| match &fact.event {
                Event::Deal(event) if event.deal == *deal.id => Some((fact.at, event.stage)),
                _ => None,
            });
            let named: Vec<_> = named.collect();
            let last = named.iter().max();
            let ever_won = named.iter().any(|(_, stage)| *stage == Stage::Won);
            let by_activity = view.facts().any(|fact| {
                matches!(&fact.event, Event::Activity(of) if of.deal.as_ref() == Some(deal.id) && of.count.get() > 0)
            });
            if !ever_won && !by_activity {
                prop_assert_eq!(deal.is_open(), last.unwrap().1 != Stage::Lost);
            }
        }
    }

    // INVARIANT: a later stage is never reached by more deals than an earlier one, in conversions, ladder and
    // bottleneck alike.
    #[test]
    fn skipped_stages_count_alike(journal in journals(), hour in 0..HOURS) {
        let policy = policy();
        for brief in briefs(&journal, &policy, hour) {
            let conversions = &brief.lead_time.conversions;
            for pair in conversions.windows(2) {
                prop_assert!(pair[0].reached >= pair[1].reached, "{:?}", pair);
                if let Some((earlier, later)) = pair[0].share.zip(pair[1].share) {
                    prop_assert!(earlier >= later);
                }
            }
            for of in conversions {
                prop_assert_eq!(of.share.is_some(), of.lower.is_some() && of.upper.is_some());
                prop_assert!(of.reached <= of.deals);
                let counted = brief.lead_time.counts.iter().find(|count| count.metric == of.to).unwrap();
                prop_assert!(of.reached <= counted.count);
            }
            if let Some(step) = &brief.agenda.bottleneck
                && let Some(of) = conversions.iter().find(|of| of.from == step.from && of.to == step.to)
            {
                prop_assert_eq!((of.deals, of.reached, of.share), (step.deals, step.reached, Some(step.share)));
            }
            // From the beginning of all facts a rung counts what the course of the person's deals counts.
            let start = brief.ladder.start;
            for rung in brief.ladder.rungs.iter().filter(|_| start.is_some()) {
                let all = brief.lead_time.counts.iter().find(|count| count.metric == rung.metric).unwrap();
                prop_assert!(rung.count.unwrap_or(0) <= all.count);
                let rest = brief.succession.rungs.iter().find(|rest| rest.code == rung.code);
                if let Some((rest, count)) = rest.zip(rung.count) {
                    prop_assert!(count <= rest.own && rest.own <= all.count);
                }
            }
        }
    }

    // INVARIANT: what answers a message that is not there waits for nothing.
    #[test]
    fn stray_answers_wait_for_nothing(journal in journals(), hour in 0..HOURS) {
        let policy = policy();
        for brief in briefs(&journal, &policy, hour) {
            let asked = |id: &keyperson::FactId| journal.facts().find(|fact| fact.id == *id).unwrap();
            for open in &brief.response.open {
                let Event::Message(message) = &asked(&open.question).event else { panic!("{open:?}") };
                let astray = message.reply_to.as_ref().is_some_and(|of| of.as_str().len() == "f-10000".len());
                prop_assert!(!astray, "{:?}", open);
            }
        }
    }

    // INVARIANT: a share lies in its interval, and no number is minus zero.
    #[test]
    fn numbers_can_be(journal in journals(), hour in 0..HOURS, level in prop_oneof![Just(0.9), 0.01..0.99_f64]) {
        let policy = Policy::from_toml(&format!("[estimate]\ninterval = {level:?}\n[fit]\nweightings = 10\n")).unwrap();
        for brief in briefs(&journal, &policy, hour) {
            let text = serde_json::to_string(&brief).unwrap();
            let minus_zero = text.match_indices("-0").find(|(at, _)| {
                let before = text.get(..*at).unwrap().chars().last();
                let after = text.get(at + 2..).unwrap().trim_start_matches(['.', '0']).chars().next();
                before.is_some_and(|c| ":,[\"".contains(c)) && after.is_some_and(|c| ",]}\"".contains(c))
            });
            prop_assert_eq!(minus_zero, None);
            let document: Value = serde_json::from_str(&text).unwrap();
            let mut wrong = Vec::new();
            objects(&document, &mut |fields| {
                for (key, lower) in fields.iter().filter(|(key, _)| key.ends_with("lower")) {
                    let of = key.trim_end_matches("lower");
                    let upper = fields.get(&format!("{of}upper"));
                    let names = match of.trim_end_matches('_') {
                        "" => vec!["share", "mean", "chance", "odds", "fit", "score"],
                        named => vec![named],
                    };
                    for name in names {
                        let number = |value: Option<&Value>| value.and_then(Value::as_f64);
                        if let (Some(low), Some(value), Some(high)) =
                            (lower.as_f64(), number(fields.get(name)), number(upper))
                            && !(low <= value && value <= high)
                        {
                            wrong.push(format!("{name}: {low} {value} {high}"));
                        }
                    }
                }
            });
            prop_assert!(wrong.is_empty(), "{:?}", wrong);
        }
    }
}
