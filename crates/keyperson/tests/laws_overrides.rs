//! Laws of overrides: what is set holds as long as it says, hides nothing in silence, and pretends to no evidence.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    clippy::float_cmp,
    reason = "a test may fail loudly"
)]

mod story;

use keyperson::fact::{ContestStep, Event, Readiness, Trait};
use keyperson::finding::FindingValue;
use keyperson::{Brief, Fact, FindingCode, Policy};
use proptest::prelude::*;
use story::{HOURS, brief_of, cases, fact, facts, instant, journal, person, steps};

/// What an override sets.
#[derive(Debug, Clone, Copy)]
enum Set {
    Trait(Trait, f64),
    Readiness(Readiness),
}

fn sets() -> impl Strategy<Value = Set> {
    let value = prop_oneof![Just(0.0), Just(1.0), 0.0..=1.0_f64];
    prop_oneof![
        5 => (prop::sample::select(Trait::ALL), value).prop_map(|(of, value)| Set::Trait(of, value)),
        1 => prop::sample::select(Readiness::ALL).prop_map(Set::Readiness),
    ]
}

fn set(id: &str, hour: u32, set: Set, expires: &str) -> Fact {
    let (at, who) = (instant(hour), person(0));
    let what = match set {
        Set::Trait(of, value) => format!(r#""trait":"{of}","value":{value:?}"#),
        Set::Readiness(readiness) => format!(r#""readiness":"{readiness}""#),
    };
    fact(&format!(
        r#"{{"id":"{id}","at":"{at}","partner":"acme","person":"{who}","type":"override",{what},"by":"Sato","reason":"seen at work","expires":"{expires}"}}"#
    ))
}

/// The story's facts without overrides, and one of the first person, so that there is a brief.
fn told(steps: &[story::Step]) -> Vec<Fact> {
    let mut all = facts(steps);
    all.retain(|fact| !matches!(fact.event, Event::Override(_)));
    all.push(story::rating("known", 0, &person(0), Trait::Skill, 0.5, "Sato"));
    all
}

/// The brief without what speaks of overrides alone, and without the number of facts.
fn without_notes(mut brief: Brief) -> Brief {
    let of_overrides =
        [FindingCode::OverrideInForce, FindingCode::OverrideExpiring, FindingCode::OverrideExpired];
    brief.findings.retain(|finding| !of_overrides.contains(&finding.code));
    brief.overrides.clear();
    brief.by_evidence = None;
    brief.facts = 0;
    // What no longer fits on an agenda is no question of overrides here.
    for agenda in [&mut brief.agenda.weekly, &mut brief.agenda.monthly, &mut brief.agenda.quarterly] {
        agenda.clear();
    }
    brief
}

proptest! {
    #![proptest_config(cases(48))]

    // INVARIANT: what is set is what the brief says; the evidence stays beside it, as if nothing had been set.
    #[test]
    fn the_set_value_holds_and_the_evidence_stays(steps in steps(40), what in sets(), hour in 0..HOURS) {
        let policy = Policy::default();
        let plain = told(&steps);
        let mut with = plain.clone();
        with.push(set("set", 0, what, "2199-12-31"));
        let evident = brief_of(&plain, &policy, 0, hour).unwrap();
        let brief = brief_of(&with, &policy, 0, hour).unwrap();
        let kept = brief.by_evidence.as_ref().unwrap();
        prop_assert_eq!(kept.score, evident.fit.score);
        prop_assert_eq!((kept.interval_lower, kept.interval_upper), (evident.fit.interval_lower, evident.fit.interval_upper));
        prop_assert_eq!(kept.readiness, evident.readiness);
        let own: Vec<_> = brief.traits.iter().map(keyperson::person::estimate::TraitEstimate::by_evidence).collect();
        prop_assert_eq!(&own, &evident.traits);
        match what {
            Set::Readiness(readiness) => {
                prop_assert_eq!(brief.readiness, readiness);
                prop_assert_eq!(&brief.traits, &evident.traits);
            }
            Set::Trait(of, value) => {
                let estimate = brief.traits.iter().find(|estimate| estimate.of == of).unwrap();
                prop_assert_eq!(estimate.mean, Some(value));
                prop_assert!(estimate.lower <= value && value <= estimate.upper);
                // A stated value is worth four observations beside a prior of two: never surer than they are.
                prop_assert!(estimate.a + estimate.b <= 6.0 + 1e-12);
                prop_assert!(estimate.upper - estimate.lower >= 0.35, "{estimate:?}");
            }
        }
    }

    // INVARIANT: no floor and no mismatch of the evidence goes without its being said.
    #[test]
    fn nothing_vanishes_in_silence(steps in steps(40), what in prop::collection::vec(sets(), 1..4), hour in 0..HOURS) {
        let policy = Policy::default();
        let plain = told(&steps);
        let mut with = plain.clone();
        with.extend(what.iter().enumerate().map(|(n, what)| set(&format!("set-{n}"), 0, *what, "2199-12-31")));
        let evident = brief_of(&plain, &policy, 0, hour).unwrap();
        let brief = brief_of(&with, &policy, 0, hour).unwrap();
        let said = |code: &str| {
            brief.overrides.iter().any(|set| set.set_aside.iter().any(|aside| aside.as_str() == code))
                && brief.findings.iter().any(|finding| finding.code == FindingCode::OverrideInForce
                    && matches!(
                        finding.values.get("set_aside"),
                        Some(FindingValue::Names { value }) if value.iter().any(|of| of.as_str() == code)
                    ))
        };
        for finding in &evident.findings {
            let code = match finding.code {
                FindingCode::UnderFloor => format!("floor_{}", finding.about),
                FindingCode::Mismatch => finding.about.clone(),
                _ => continue,
            };
            let stays = brief.findings.iter().any(|other| other.code == finding.code && other.about == finding.about);
            prop_assert!(stays || said(&code), "{code}");
        }
        for short in &evident.remedies.shortfalls {
            let stays = brief.remedies.shortfalls.iter().any(|other| other.code == short.code);
            prop_assert!(stays || said(short.code.as_str()), "{}", short.code);
        }
    }

    // INVARIANT: of one target the latest decides for good, whichever of them lasts longer.
    #[test]
    fn the_latest_replaces_the_earlier(steps in steps(30), of in prop::sample::select(Trait::ALL),
        one in 0.0..=1.0_f64, two in 0.0..=1.0_f64, hour in 2..HOURS, long in any::<bool>(),
    ) {
        let policy = Policy::default();
        let mut late = told(&steps);
        late.push(set("late", 2, Set::Trait(of, two), if long { "2199-12-31" } else { "2026-02-15" }));
        let mut both = late.clone();
        both.push(set("early", 1, Set::Trait(of, one), "2199-12-31"));
        let mut late = brief_of(&late, &policy, 0, hour).unwrap();
        let mut both = brief_of(&both, &policy, 0, hour).unwrap();
        (late.facts, both.facts) = (0, 0);
        prop_assert_eq!(late, both);
    }

    // INVARIANT: after its last day, or once a dispute of it was upheld, everything is as if it had not been set.
    #[test]
    fn what_has_ended_changes_nothing(steps in steps(40), what in sets(), upheld in any::<bool>(), hour in 1_500..HOURS) {
        let policy = Policy::default();
        let plain = told(&steps);
        let mut with = plain.clone();
        with.push(set("set", 0, what, if upheld { "2199-12-31" } else { "2026-02-15" }));
        if upheld {
            let (at, who) = (instant(1), person(0));
            with.push(fact(&format!(
                r#"{{"id":"back","at":"{at}","partner":"acme","person":"{who}","type":"contest","fact":"set","step":"upheld","by":"Sato"}}"#
            )));
        }
        let mut evident = brief_of(&plain, &policy, 0, hour).unwrap();
        let mut brief = brief_of(&with, &policy, 0, hour).unwrap();
        prop_assert!(brief.by_evidence.is_none());
        brief.withdrawn.clear();
        evident.withdrawn.clear();
        prop_assert_eq!(without_notes(brief), without_notes(evident));
    }

    // INVARIANT: an answer that disputes nothing changes no number.
    #[test]
    fn a_comment_changes_nothing(steps in steps(60), hour in 0..HOURS) {
        let policy = Policy::default();
        let mut all = facts(&steps);
        // Everybody is on record by something else, since a comment may be all there is of somebody.
        all.extend((0..3).map(|n| story::rating(&format!("known-{n}"), 0, &person(n), Trait::Skill, 0.5, "Sato")));
        let comment = |fact: &Fact| matches!(&fact.event, Event::Contest(of) if of.step == ContestStep::Commented);
        let silent: Vec<Fact> = all.iter().filter(|fact| !comment(fact)).cloned().collect();
        for n in 0..3 {
            let (Some(mut with), Some(mut without)) =
                (brief_of(&all, &policy, n, hour), brief_of(&silent, &policy, n, hour)) else { continue };
            (with.facts, without.facts) = (0, 0);
            prop_assert_eq!(with, without);
        }
    }

    // INVARIANT: what a remedy brings moves a stated value towards it, the more the less the statement weighs.
    #[test]
    fn a_remedy_moves_a_stated_value(value in 0.0..0.29_f64, weight in 0.5..50.0_f64) {
        let after = |weight: f64| {
            let policy = Policy::from_toml(&format!("[overrides]\nweight = {weight:?}\n")).unwrap();
            let mut all = told(&[]);
            all.push(set("set", 0, Set::Trait(Trait::Time, value), "2199-12-31"));
            let brief = brief_of(&all, &policy, 0, 0).unwrap();
            let remedy = brief.remedies.proposed.iter().find(|remedy| remedy.code.as_str() == "working_time");
            let change = remedy.unwrap().changes[0];
            assert_eq!((change.of, change.before), (Trait::Time, Some(value)));
            change.after
        };
        // Eight hours a week are worth eight observations at 1.
        let expected = (weight * value + 8.0) / (weight + 8.0);
        prop_assert!((after(weight) - expected).abs() <= 1e-12);
        prop_assert!(value < after(weight) && after(weight) < after(weight / 2.0));
    }

    // INVARIANT: nobody is told apart by a value that somebody set.
    #[test]
    fn a_set_value_separates_nobody(profiles in story::profiles(6), value in 0.0..=1.0_f64) {
        let policy = Policy::default();
        let mut all: Vec<Fact> = profiles
            .iter()
            .zip(0_u8..)
            .flat_map(|(profile, n)| story::ratings_at("acme", n, profile))
            .collect();
        all.push(set("set", 1, Set::Trait(Trait::Drive, value), "2199-12-31"));
        let portfolio = keyperson::portfolio(&journal(&all), &policy, instant(2)).unwrap();
        let people = i64::try_from(portfolio.people.len()).unwrap();
        let row = portfolio.people.iter().find(|row| row.person == person(0)).unwrap();
        prop_assert_eq!((row.best_rank, row.worst_rank), (1, people));
        prop_assert_eq!(&row.stated, &[Trait::Drive]);
        prop_assert!(portfolio.people.iter().all(|row| row.person == person(0) || row.stated.is_empty()));
    }
}

#[test]
fn the_last_day_counts_where_the_partner_is() {
    let policy = Policy::default();
    let mut all = told(&[]);
    all.push(set("set", 1, Set::Trait(Trait::Drive, 0.9), "2026-01-10"));
    // Ten days after the first midnight of January in Tokyo is the end of the 10th.
    let end = 10 * 24;
    let state = |hour: u32| brief_of(&all, &policy, 0, hour).unwrap().by_evidence.is_some();
    assert!(state(end - 1) && !state(end));
    let change =
        keyperson::change(&journal(&all), &policy, &person(0), instant(end - 1), instant(end)).unwrap();
    assert_eq!(change.overrides, ["set".parse().unwrap()]);
    assert!(change.facts.is_empty());
}
