//! Laws of the regular meetings and of the load's rhythm, tried on many journals and calendars.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    clippy::as_conversions,
    clippy::float_cmp,
    reason = "a test may fail loudly"
)]

use keyperson::calendar::{Day, Instant};
use keyperson::fact::Layer;
use keyperson::partner::view::PartnerView;
use keyperson::together::cadence::{self, Cadence, MeetingStatus};
use keyperson::together::rhythm::{self, Rhythm, WeekKind};
use keyperson::together::schedule;
use keyperson::{Fact, Finding, Journal, Policy};
use proptest::prelude::*;

const LAYERS: [&str; 3] = ["weekly", "monthly", "quarterly"];

/// An hour since New Year, a kind of fact, a small number.
type Item = (u32, u8, u8);

fn instant(hour: u32) -> Instant {
    let new_year: Instant = "2026-01-01T00:00:00+09:00".parse().unwrap();
    new_year.checked_add_seconds(i64::from(hour) * 3600).unwrap()
}

fn fact(index: usize, (hour, kind, number): Item) -> Fact {
    let layer = LAYERS[usize::from(number % 3)];
    let (person, body) = match kind {
        0 => (true, r#""type":"gate","gate":"appointed""#.to_owned()),
        1 => {
            (true, format!(r#""type":"touchpoint","layer":"{layer}","minutes":{number},"executives":false"#))
        }
        2 => (true, format!(r#""type":"touchpoint","layer":"{layer}","kept":false"#)),
        3 => (false, format!(r#""type":"touchpoint","layer":"{layer}","dashboard":true"#)),
        4 => (true, format!(r#""type":"load","kind":"push","hours":{number}"#)),
        5 => (true, format!(r#""type":"load","kind":"recharge","hours":{number}"#)),
        _ => (true, r#""type":"person_left""#.to_owned()),
    };
    let person = if person { r#""person":"p","# } else { "" };
    let at = instant(hour);
    serde_json::from_str(&format!(r#"{{"id":"f-{index}","at":"{at}","partner":"acme",{person}{body}}}"#))
        .unwrap()
}

fn facts(items: Vec<Item>) -> Vec<Fact> {
    let started = std::iter::once((40, 0, 0)).chain(items);
    started.enumerate().map(|(index, item)| fact(index, item)).collect()
}

fn rooms(facts: &[Fact], hour: u32) -> (Cadence, Rhythm, Vec<Finding>) {
    let policy = Policy::default();
    let journal = Journal::from_facts(facts.to_vec()).unwrap();
    let (partner, person) = ("acme".parse().unwrap(), "p".parse().unwrap());
    let partner = PartnerView::new(&journal, &partner, &policy, instant(hour)).unwrap();
    let view = partner.person(&person);
    let (cadence, rhythm) = (cadence::evaluate(&view, &policy), rhythm::evaluate(&view, &policy));
    let mut findings = cadence.findings(&view, &policy);
    findings.extend(rhythm.findings(&view, &policy));
    (cadence, rhythm, findings)
}

fn items() -> impl Strategy<Value = Vec<Item>> {
    prop::collection::vec((0_u32..4_000, 0_u8..7, 0_u8..40), 0..40)
}

proptest! {
    // INVARIANT: a planned day is a business day of its period, one per period, rising.
    #[test]
    fn meetings_are_planned_on_business_days_of_their_period(
        days in 0_i64..100_000, length in 0_i64..800, layer in 0_usize..3, name in 0_usize..7,
    ) {
        let policy = Policy::default();
        let calendar = policy.calendar(keyperson::calendar::NAMES[name]).unwrap();
        let from = Day::MIN.checked_add_days(days).unwrap();
        let to = from.checked_add_days(length).unwrap();
        let plan = cadence::plan(&calendar, &policy, Layer::ALL[layer], from, to);
        for planned in &plan {
            prop_assert!(calendar.is_business_day(planned.day));
            prop_assert!(planned.from <= planned.day && planned.day <= planned.to);
            prop_assert!(from <= planned.day && planned.day <= to);
        }
        prop_assert!(plan.windows(2).all(|two| two[0].to < two[1].from));
    }

    // INVARIANT: the bytes do not depend on the order of the facts.
    #[test]
    fn any_order_of_facts_gives_the_same_bytes(items in items(), hour in 0_u32..5_000, turn in 0_usize..40) {
        let facts = facts(items);
        let mut other: Vec<Fact> = facts.iter().rev().cloned().collect();
        let turn = turn.min(other.len());
        other.rotate_left(turn);
        let bytes = |facts: &[Fact]| serde_json::to_string(&rooms(facts, hour)).unwrap();
        prop_assert_eq!(bytes(&facts), bytes(&other));
    }

    // INVARIANT: unknown is never counted as missed, and nothing ahead of today is judged.
    #[test]
    fn only_what_is_known_is_counted(items in items(), hour in 0_u32..5_000) {
        let (cadence, _, findings) = rooms(&facts(items), hour);
        let today = instant(hour).day_in("Asia/Tokyo".parse().unwrap());
        for layer in &cadence.layers {
            let of = |status| layer.meetings.iter().filter(|m| m.status == status).count() as i64;
            prop_assert!(layer.kept.is_none_or(|kept| kept == of(MeetingStatus::Kept)));
            prop_assert!(layer.missed.is_none_or(|missed| missed == of(MeetingStatus::Missed)));
            if layer.kept.is_none() {
                prop_assert_eq!(of(MeetingStatus::Kept) + of(MeetingStatus::Missed), 0);
            }
            for meeting in &layer.meetings {
                prop_assert!(meeting.to < today || !meeting.evidence.is_empty() || meeting.status == MeetingStatus::Open);
            }
            prop_assert!(layer.next.is_none_or(|next| next.day >= today));
        }
        prop_assert!(cadence.next.windows(2).all(|two| (two[0].day, two[0].layer) < (two[1].day, two[1].layer)));
        prop_assert!(findings.iter().all(|finding| !finding.evidence.is_empty()));
    }

    // INVARIANT: weeks follow each other, every plan has a valley, and peaks and valleys have days to work.
    #[test]
    fn every_plan_has_peaks_and_valleys(start in 0_u32..80_000, hour in 0_u32..90_000) {
        let (_, rhythm, _) = rooms(&[fact(0, (start, 0, 0))], hour.max(start));
        prop_assert!(rhythm.weeks.windows(2).all(|two| two[0].to.days_until(two[1].from) == 1));
        prop_assert!(rhythm.weeks.iter().any(|week| week.kind == WeekKind::Recharge));
        prop_assert!(rhythm.weeks.iter().any(|week| week.kind == WeekKind::Push));
        for week in rhythm.weeks.iter().filter(|week| week.kind != WeekKind::Normal) {
            prop_assert!(week.business_days >= 3);
        }
        prop_assert_eq!(rhythm.recorded_weeks, None);
        prop_assert_eq!(rhythm.variation, None);
    }

    // INVARIANT: the coming meetings begin with the next ones of the cadence, lie ahead, and come by day and time.
    #[test]
    fn coming_meetings_are_those_of_the_cadence(items in items(), hour in 0_u32..5_000) {
        let policy = Policy::from_toml("[cadence]\nschedule_days = 460\nmonthly_time = \"00:00\"\n").unwrap();
        let journal = Journal::from_facts(facts(items)).unwrap();
        let (partner, person) = ("acme".parse().unwrap(), "p".parse().unwrap());
        let partner = PartnerView::new(&journal, &partner, &policy, instant(hour)).unwrap();
        let view = partner.person(&person);
        let (cadence, schedule) = (cadence::evaluate(&view, &policy), schedule::evaluate(&view, &policy));
        let coming = cadence::coming_to(&view, &policy, view.today().checked_add_days(460).unwrap());
        let mut first = coming.clone();
        first.sort_by_key(|planned| (planned.day, planned.layer));
        first.truncate(cadence.next.len());
        prop_assert_eq!(&first, &cadence.next);
        let planned = |meeting: &schedule::Scheduled| {
            let schedule::Scheduled { day, layer, minutes, executives, from, to, time: _ } = *meeting;
            cadence::Planned { day, layer, minutes, executives, from, to }
        };
        for meeting in &schedule.meetings {
            let starts = partner.zone.start_of(meeting.day);
            let starts = starts.checked_add_seconds(meeting.time.minutes() * 60).unwrap();
            prop_assert!(starts > instant(hour) && coming.contains(&planned(meeting)));
        }
        let later = coming.iter().filter(|planned| planned.day != view.today()).count();
        prop_assert_eq!(schedule.meetings.iter().filter(|meeting| meeting.day != view.today()).count(), later);
        prop_assert!(schedule.meetings.is_sorted_by_key(|m| (m.day, m.time, m.layer)));
    }
}
