//! What a made-up portfolio promises: the same bytes for the same seed, facts that a journal takes, everything within
//! the dates and on business days, every story told.

use std::collections::{BTreeMap, BTreeSet};

use keyperson::calendar::{Calendar, Zone};
use keyperson::fact::{EVENTS, GateStep};
use keyperson::{Event, Fact, FactId, Journal};
use keyperson_simulator::{Archetype, MismatchPattern, Options, Simulation, simulate};

#[expect(clippy::unwrap_used, reason = "test code")]
fn lines(facts: &[Fact]) -> String {
    facts.iter().map(|fact| serde_json::to_string(fact).unwrap() + "\n").collect()
}

/// FNV-1a, 64 bits: short, and the same everywhere.
fn checksum(text: &str) -> u64 {
    text.bytes()
        .fold(0xCBF2_9CE4_8422_2325, |sum, byte| (sum ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01B3))
}

fn demo() -> Simulation {
    simulate(&Options::demo())
}

#[test]
fn the_same_seed_gives_the_same_bytes_on_every_machine() {
    let small = Options { partners: 3, ..Options::demo() };
    let (one, two) = (simulate(&small), simulate(&small));
    assert_eq!(lines(&one.facts), lines(&two.facts));
    assert_eq!(one.truth, two.truth);
    let truth = serde_json::to_string(&one.truth).unwrap();
    // Changes only where the simulation itself changes; a machine that disagrees computes its floats differently.
    let sums = format!("{:016x} {:016x}", checksum(&lines(&one.facts)), checksum(&truth));
    assert_eq!(sums, "e1a6a7550a23ce2f bb7d9ab9afee75f9");
}

#[test]
fn another_seed_gives_another_portfolio() {
    let small = Options { partners: 1, ..Options::demo() };
    assert_ne!(simulate(&small).facts, simulate(&Options { seed: 1, ..small.clone() }).facts);
}

#[test]
fn more_partners_leave_the_first_ones_as_they_are() {
    let few = simulate(&Options { partners: 2, ..Options::demo() });
    let more = simulate(&Options { partners: 3, ..Options::demo() });
    assert!(more.facts.starts_with(&few.facts) && more.truth.starts_with(&few.truth));
}

#[test]
fn a_journal_takes_every_fact_back_from_its_text() {
    let facts = demo().facts;
    let journal = Journal::from_facts(facts.clone()).unwrap();
    assert_eq!(journal.len(), facts.len(), "an id came twice");
    assert_eq!(Journal::from_json_lines(&lines(&facts)).unwrap(), journal);
    assert_eq!(journal.facts().cloned().collect::<Vec<_>>(), facts, "not in the journal's order");
}

#[test]
fn everything_happens_within_the_dates_on_business_days_in_working_hours() {
    let calendar = Calendar::by_name("japan").unwrap();
    let zone: Zone = "Asia/Tokyo".parse().unwrap();
    // Through Golden Week and the turn of the year.
    let long = Options { partners: 2, as_of: "2027-01-31".parse().unwrap(), ..Options::demo() };
    for options in [Options::demo(), long] {
        for fact in simulate(&options).facts {
            let day = fact.at.day_in(zone);
            assert!(options.start <= day && day <= options.as_of, "{fact:?}");
            assert!(calendar.is_business_day(day), "{fact:?}");
            let seconds = zone.start_of(day).seconds_until(fact.at);
            assert!((9 * 3600..19 * 3600).contains(&seconds), "{fact:?}");
            assert_eq!(fact.source.unwrap().as_str(), "simulator");
        }
    }
}

#[test]
fn references_point_to_earlier_facts() {
    let facts = demo().facts;
    let mut seen: BTreeMap<&FactId, &Fact> = BTreeMap::new();
    let mut references = 0;
    for fact in &facts {
        let about = match &fact.event {
            Event::Message(message) => message.reply_to.as_ref(),
            Event::Recognition(recognition) => recognition.of.as_ref(),
            Event::Contest(contest) => Some(&contest.fact),
            _ => None,
        };
        if let Some(about) = about {
            references += 1;
            let other = seen.get(about).unwrap_or_else(|| panic!("{fact:?} refers to nothing"));
            assert!(other.at <= fact.at && other.person == fact.person, "{fact:?}");
        }
        seen.insert(&fact.id, fact);
    }
    assert!(references > 100, "{references}");
}

#[test]
fn who_drops_out_leaves_no_facts() {
    let made_up = demo();
    let zone: Zone = "Asia/Tokyo".parse().unwrap();
    let silent: BTreeMap<_, _> =
        made_up.truth.iter().filter_map(|truth| Some((&truth.person, truth.dropped_out_on?))).collect();
    assert!(silent.len() >= 3, "{}", silent.len());
    let mut left = 0;
    for fact in &made_up.facts {
        match (&fact.event, fact.person.as_ref().and_then(|person| silent.get(person))) {
            (Event::PersonLeft(_), day) => {
                left += 1;
                assert!(day.is_some());
            }
            (_, Some(day)) => assert!(fact.at.day_in(zone) < *day, "{fact:?}"),
            (_, None) => {}
        }
    }
    assert!(left > 0);
}

#[test]
fn the_demonstration_tells_every_story() {
    let made_up = demo();
    let types: BTreeSet<_> = made_up.facts.iter().map(|fact| fact.event.type_name()).collect();
    let missing: Vec<_> =
        EVENTS.iter().map(|spec| spec.type_name).filter(|name| !types.contains(name)).collect();
    assert!(missing.is_empty(), "no {missing:?}");
    let archetypes: BTreeSet<_> = made_up.truth.iter().map(|truth| truth.archetype).collect();
    assert_eq!(archetypes.len(), 9, "{archetypes:?}");
    assert!(archetypes.contains(&Archetype::SupportColleague));
    for pattern in MismatchPattern::ALL {
        let of = |key: bool| {
            made_up
                .truth
                .iter()
                .filter(|truth| truth.mismatches.contains(pattern) && truth.key_person == key)
                .count()
        };
        assert!(of(true) >= 1 && of(false) >= 1, "{pattern:?}");
    }
    let orders = made_up
        .facts
        .iter()
        .filter(|fact| matches!(&fact.event, Event::Deal(deal) if deal.stage.word() == "won"));
    assert!(orders.count() >= 10);
    let keys = made_up.truth.iter().filter(|truth| truth.key_person).count();
    assert_eq!(keys, 12);
    let steps = |step| {
        made_up.facts.iter().filter(|f| matches!(&f.event, Event::Gate(gate) if gate.gate == step)).count()
    };
    assert!(
        steps(GateStep::Appointed) >= 11 && steps(GateStep::Announced) < 12,
        "a gate goes wrong somewhere"
    );
}

#[test]
fn facts_grow_with_the_options() {
    let of = |options: &Options| simulate(options).facts.len();
    for asked in [20_000, 60_000] {
        let got = of(&Options::with_facts(asked));
        assert!(got.abs_diff(asked) * 10 <= asked, "{asked} asked for, {got} given");
    }
    let sparse = of(&Options { density: 0.5, ..Options::demo() });
    let dense = of(&Options { density: 2.0, ..Options::demo() });
    assert!(sparse < of(&Options::demo()) && of(&Options::demo()) < dense);
}

#[test]
fn odd_options_give_little_but_no_panic() {
    let demo = Options::demo();
    for options in [
        Options { partners: 0, ..demo.clone() },
        Options { as_of: "2025-12-31".parse().unwrap(), ..demo.clone() },
    ] {
        assert_eq!(simulate(&options).facts, []);
    }
    for options in [
        Options { partners: 1, density: f64::NAN, ..demo.clone() },
        Options { partners: 1, density: 0.0, drop_out_share: f64::INFINITY, ..demo.clone() },
        Options { partners: 1, density: 1e300, people_per_partner: 1..=1, ..demo.clone() },
        Options { partners: 1, as_of: demo.start, ..demo.clone() },
        Options { partners: 1, people_per_partner: 0..=0, defect_share: f64::NAN, ..demo.clone() },
        Options { partners: 1, people_per_partner: std::ops::RangeInclusive::new(3, 1), ..demo.clone() },
        Options {
            partners: 1,
            start: "2200-12-20".parse().unwrap(),
            as_of: "2200-12-31".parse().unwrap(),
            ..demo.clone()
        },
    ] {
        let made_up = simulate(&options);
        assert!(!made_up.truth.is_empty());
        Journal::from_facts(made_up.facts).unwrap();
    }
}

/// Prospects of ordinary key persons, counted against their true rates.
#[test]
fn counts_follow_the_true_rates() {
    let options =
        Options { partners: 160, people_per_partner: 1..=1, drop_out_share: 0.0, ..Options::demo() };
    let made_up = simulate(&options);
    let end = "2026-04-30T23:59:59+09:00".parse().unwrap();
    let ordinary: BTreeMap<_, _> = made_up
        .truth
        .iter()
        .filter(|truth| {
            !matches!(truth.archetype, Archetype::EarlyStar | Archetype::LateBloomer | Archetype::Stagnation)
        })
        .map(|truth| (&truth.person, truth.rates.prospects))
        .collect();
    let mut from = BTreeMap::new();
    for fact in &made_up.facts {
        if matches!(&fact.event, Event::Gate(gate) if gate.gate == GateStep::Appointed) {
            from.insert(fact.person.as_ref().unwrap(), fact.at);
        }
    }
    let (mut counted, mut expected) = (0.0, 0.0);
    for (person, rate) in ordinary {
        expected += rate * from[person].days_until(end);
        let prospects = made_up
            .facts
            .iter()
            .filter(|fact| fact.person.as_ref() == Some(person) && fact.at >= from[person]);
        counted += prospects
            .map(|fact| match &fact.event {
                Event::Activity(activity) => f64::from(i32::try_from(activity.count.get()).unwrap()),
                Event::Deal(deal) if deal.stage.word() == "prospect" => 1.0,
                _ => 0.0,
            })
            .sum::<f64>();
    }
    let share: f64 = counted / expected;
    assert!((0.9..1.15).contains(&share), "{counted} of {expected}");
}
