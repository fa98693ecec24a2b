//! Laws of answers, feedback and the order of news, tried on many journals and against the table of deadlines.

#![allow(
    clippy::unwrap_used,
    clippy::arithmetic_side_effects,
    clippy::as_conversions,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test may fail loudly"
)]

use std::fs;
use std::path::Path;

use keyperson::calendar::Instant;
use keyperson::fact::Side;
use keyperson::finding::Urgency;
use keyperson::partner::view::PartnerView;
use keyperson::together::feedback::{self, Feedback, FeedbackState};
use keyperson::together::news::{self, NewsOrder, NewsTold};
use keyperson::together::response::{self, Response};
use keyperson::{Fact, Finding, FindingCode, Journal, Policy};
use proptest::prelude::*;

const SIDES: [&str; 2] = ["vendor", "partner"];
const STEPS: [&str; 4] = ["raised", "planned", "verified", "declined"];

/// An hour since New Year, a kind of fact, a small number.
type Item = (u32, u8, u8);

fn instant(hour: u32) -> Instant {
    let start: Instant = "2026-01-01T00:00:00+09:00".parse().unwrap();
    start.checked_add_seconds(i64::from(hour) * 3600).unwrap()
}

fn fact(index: usize, (hour, kind, number): Item) -> Fact {
    let n = usize::from(number);
    let person = if kind < 6 || n % 3 > 0 { r#""person":"p","# } else { "" };
    let side = SIDES[n % 2];
    let body = match kind {
        0..3 => format!(r#""type":"message","from":"{side}","thread":"t{}""#, n % 4),
        3 => format!(r#""type":"message","from":"{side}""#),
        4 => format!(r#""type":"message","from":"{side}","reply_to":"f-{}""#, n % 30),
        5 => format!(r#""type":"contest","fact":"f-{}","step":"upheld""#, n % 30),
        6 | 7 => {
            let step = STEPS[n % 4];
            format!(r#""type":"feedback","feedback":"k{}","step":"{step}","reason":"r""#, n % 3)
        }
        8 => format!(r#""type":"touchpoint","layer":"weekly","kept":{}"#, n % 4 > 0),
        _ => {
            format!(r#""type":"news","topic":"n{}","manner":"{}""#, n % 3, ["open", "individual"][n / 3 % 2])
        }
    };
    let at = instant(hour);
    serde_json::from_str(&format!(r#"{{"id":"f-{index}","at":"{at}","partner":"acme",{person}{body}}}"#))
        .unwrap()
}

fn facts(items: &[Item]) -> Vec<Fact> {
    items.iter().enumerate().map(|(index, item)| fact(index, *item)).collect()
}

type Rooms = (Response, Feedback, NewsTold, Vec<Finding>);

fn rooms_at(facts: &[Fact], as_of: Instant) -> Rooms {
    let policy = Policy::default();
    let journal = Journal::from_facts(facts.to_vec()).unwrap();
    let (partner, person) = ("acme".parse().unwrap(), "p".parse().unwrap());
    let partner = PartnerView::new(&journal, &partner, &policy, as_of).unwrap();
    let view = partner.person(&person);
    let response = response::evaluate(&view, &policy);
    let feedback = feedback::evaluate(&view, &policy);
    let order = news::evaluate(&view, &policy);
    let findings = [
        response.findings(&view, &policy),
        feedback.findings(&view, &policy),
        order.findings(&view, &policy),
    ];
    (response, feedback, order, findings.concat())
}

fn rooms(facts: &[Fact], hour: u32) -> Rooms {
    rooms_at(facts, instant(hour))
}

fn items() -> impl Strategy<Value = Vec<Item>> {
    prop::collection::vec((0_u32..900, 0_u8..11, 0_u8..60), 0..50)
}

proptest! {
    #[test]
    fn any_order_of_facts_gives_the_same_bytes(items in items(), hour in 0_u32..1_200, turn in 0_usize..50) {
        let facts = facts(&items);
        let mut other: Vec<Fact> = facts.iter().rev().cloned().collect();
        let turn = turn.min(other.len());
        other.rotate_left(turn);
        let bytes = |facts: &[Fact]| serde_json::to_string(&rooms(facts, hour)).unwrap();
        prop_assert_eq!(bytes(&facts), bytes(&other));
    }

    #[test]
    fn answers_add_up_and_nobody_at_the_partner_is_told_of_them(items in items(), hour in 0_u32..1_200) {
        let (room, _, _, findings) = rooms(&facts(&items), hour);
        prop_assert!(room.open.is_sorted_by_key(|open| (open.since, open.question.clone())));
        for (side, answers) in [(Side::Vendor, &room.vendor), (Side::Partner, &room.partner)] {
            let own: Vec<_> = room.answered.iter().filter(|answer| answer.by == side).collect();
            prop_assert_eq!(own.len() as i64, answers.answered);
            prop_assert_eq!(answers.in_time + answers.late, answers.answered);
            prop_assert_eq!(answers.late + answers.open_past, answers.breaches);
            prop_assert_eq!(answers.chance.is_some(), answers.in_time + answers.breaches > 0);
            prop_assert_eq!(answers.median_hours.is_some(), answers.answered > 0);
            prop_assert!(answers.median_hours <= answers.p90_hours);
            if let Some(chance) = answers.chance {
                prop_assert!(answers.chance_lower.unwrap() < chance && chance < answers.chance_upper.unwrap());
            }
            if let Some(median) = answers.median_hours {
                let within = own.iter().filter(|answer| answer.elapsed_seconds as f64 / 3600.0 <= median).count();
                prop_assert!(2 * within >= own.len());
            }
        }
        for answer in &room.answered {
            prop_assert!(answer.elapsed_seconds >= 0);
            prop_assert_eq!(answer.in_time, answer.elapsed_seconds <= 86_400);
            prop_assert!(room.open.iter().all(|open| open.question != answer.question));
        }
        let ours = |id| {
            let mut ours = room.answered.iter().filter(|answer| answer.by == Side::Vendor && !answer.in_time);
            ours.any(|answer| &answer.question == id || &answer.answer == id)
        };
        for finding in findings.iter().filter(|finding| finding.code == FindingCode::ResponseLate) {
            prop_assert!(finding.evidence.iter().all(ours));
        }
        for finding in findings.iter().filter(|finding| finding.code == FindingCode::QuietThread) {
            prop_assert_eq!(finding.urgency, Urgency::Notice);
        }
    }

    #[test]
    fn feedback_says_how_it_stands(items in items(), hour in 0_u32..1_200) {
        let (_, room, _, findings) = rooms(&facts(&items), hour);
        let waits = |state| matches!(state, FeedbackState::Open | FeedbackState::Unanswered);
        for piece in &room.pieces {
            prop_assert_eq!(waits(piece.state), piece.answered.is_none());
            prop_assert_eq!(piece.in_time.is_some(), piece.answered.is_some());
            prop_assert_eq!(piece.state == FeedbackState::Verified, piece.verified.is_some());
            prop_assert!(piece.answered.is_none_or(|answered| answered >= piece.raised));
            prop_assert!(piece.meeting.is_none_or(|meeting| meeting > piece.raised));
        }
        prop_assert_eq!(room.waiting + room.answered, room.pieces.len() as i64);
        let found = |code| findings.iter().any(|finding| finding.code == code);
        prop_assert_eq!(found(FindingCode::FeedbackUnanswered), room.waiting > 0);
    }

    #[test]
    fn news_told_openly_first_stays_so(items in items(), hour in 0_u32..1_200) {
        let (_, _, room, findings) = rooms(&facts(&items), hour);
        for topic in &room.topics {
            prop_assert!(topic.open.is_some() || topic.individual.is_some());
            let first = topic.open.is_some_and(|open| topic.individual.is_none_or(|told| open <= told));
            prop_assert!(!first || topic.order == NewsOrder::OpenFirst);
            let alone = matches!(topic.order, NewsOrder::OpenAwaited | NewsOrder::OpenMissing);
            prop_assert_eq!(alone, topic.open.is_none());
        }
        let found = findings.iter().any(|finding| finding.code == FindingCode::NewsIndividualFirst);
        prop_assert!(!found || room.individual_first > 0);
    }
}

/// Deadlines computed by another library: both ledgers keep them.
#[test]
fn the_ledgers_keep_the_deadlines() {
    let Ok(text) =
        fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/oracle/sla.csv"))
    else {
        println!("left out: ../shared/oracle/sla.csv is not here");
        return;
    };
    let mut lines = text.lines().map(|line| line.split(',').collect::<Vec<_>>());
    let header = lines.next().unwrap();
    let column = |name| header.iter().position(|column| *column == name).unwrap();
    let (zone, received, answered) = (column("zone"), column("received_utc"), column("answered_utc"));
    let (in_hours, in_days, due) = (column("ok_24h_inclusive"), column("ok_next_bd"), column("next_bd"));
    for row in lines.filter(|row| row[answered] > row[received]) {
        let calendar = match row[zone] {
            "Asia/Tokyo" => "japan",
            "America/New_York" => "usa",
            "Europe/London" => "england",
            "Europe/Berlin" => "germany",
            other => panic!("no calendar for {other}"),
        };
        let (zone, received, answered) = (row[zone], row[received], row[answered]);
        let facts: Vec<Fact> = [
            format!(r#""at":"1950-01-01T00:00:00Z","type":"partner_registered","zone":"{zone}","calendar":"{calendar}""#),
            format!(r#""at":"{received}","person":"p","type":"message","from":"partner""#),
            format!(r#""at":"{answered}","person":"p","type":"message","from":"vendor""#),
            format!(r#""at":"{received}","person":"p","type":"feedback","feedback":"k","step":"raised""#),
            format!(r#""at":"{answered}","person":"p","type":"feedback","feedback":"k","step":"planned""#),
        ]
        .iter()
        .enumerate()
        .map(|(index, body)| {
            serde_json::from_str(&format!(r#"{{"id":"f-{index}","partner":"acme",{body}}}"#)).unwrap()
        })
        .collect();
        let (response, feedback, ..) = rooms_at(&facts, answered.parse().unwrap());
        assert_eq!(response.answered[0].in_time, row[in_hours] == "1", "{row:?}");
        assert_eq!(feedback.pieces[0].in_time, Some(row[in_days] == "1"), "{row:?}");
        assert_eq!(feedback.pieces[0].due, Some(row[due].parse().unwrap()), "{row:?}");
    }
}
