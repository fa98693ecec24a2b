//! Laws of what changed since the last brief, and of since when findings hold, tried on many stories.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    clippy::float_cmp,
    reason = "a test may fail loudly"
)]

#[allow(dead_code, reason = "each file of laws tells its own part of a story")]
mod story;

use keyperson::calendar::Instant;
use keyperson::fact::{Event, Layer};
use keyperson::{Brief, Fact, FactId, Journal, Policy};
use proptest::prelude::*;
use story::{HOURS, cases, fact, facts, instant, journal, person, steps};

/// An hour, whose meeting, its layer, whether the dashboard was shared, whether it took place.
type Meeting = (u32, u8, u8, Option<bool>, Option<bool>);

fn meetings() -> impl Strategy<Value = Vec<Meeting>> {
    let flag = || prop_oneof![Just(None), any::<bool>().prop_map(Some)];
    prop::collection::vec((0..HOURS, 0_u8..4, 0_u8..3, flag(), flag()), 0..12)
}

/// The facts of a story with its meetings; those of the fourth person are the whole partner's.
fn told(steps: &[story::Step], meetings: &[Meeting]) -> Vec<Fact> {
    let mut all = facts(steps);
    for (index, (hour, who, layer, dashboard, kept)) in meetings.iter().enumerate() {
        let who = if *who < 3 { format!(r#""person":"{}","#, person(*who)) } else { String::new() };
        let flag = |name: &str, value: Option<bool>| {
            value.map(|value| format!(r#","{name}":{value}"#)).unwrap_or_default()
        };
        let (at, layer) = (instant(*hour), Layer::WORDS[usize::from(*layer)]);
        all.push(fact(&format!(
            r#"{{"id":"m-{index}","at":"{at}","partner":"acme",{who}"type":"touchpoint","layer":"{layer}"{}{}}}"#,
            flag("dashboard", *dashboard),
            flag("kept", *kept),
        )));
    }
    all
}

fn asked(journal: &Journal, n: u8, hour: u32) -> Option<Brief> {
    keyperson::brief(journal, &Policy::default(), &person(n), instant(hour)).ok()
}

/// The meeting of the last brief, read off the facts one by one.
fn last_brief(facts: &[Fact], withdrawn: &[FactId], n: u8, as_of: Instant) -> Option<FactId> {
    let held = |dashboard: bool| {
        let of = |fact: &&Fact| {
            let Event::Touchpoint(meeting) = &fact.event else { return false };
            fact.person.as_ref().is_none_or(|of| *of == person(n))
                && fact.at < as_of
                && meeting.kept.unwrap_or(true)
                && !withdrawn.contains(&fact.id)
                && if dashboard { meeting.dashboard == Some(true) } else { meeting.layer == Layer::Weekly }
        };
        facts.iter().filter(of).max_by_key(|fact| (fact.at, fact.id.clone())).map(|fact| fact.id.clone())
    };
    held(true).or_else(|| held(false))
}

proptest! {
    #![proptest_config(cases(96))]

    // INVARIANT: the change of a brief is the difference of two briefs, one of them made at the last meeting.
    #[test]
    fn a_brief_compares_itself_with_the_last_one(
        steps in steps(50), meetings in meetings(), hour in 0..HOURS,
    ) {
        let facts = told(&steps, &meetings);
        let journal = journal(&facts);
        for n in 0..3 {
            let Some(brief) = asked(&journal, n, hour) else { continue };
            let last = last_brief(&facts, &brief.withdrawn, n, instant(hour));
            prop_assert_eq!(brief.change.as_ref().map(|change| change.last_brief.clone()), last.clone().map(Some));
            let Some(change) = brief.change else { continue };
            let meeting = facts.iter().find(|fact| Some(&fact.id) == last.as_ref()).unwrap();
            prop_assert_eq!((change.from, change.to), (meeting.at, instant(hour)));
            prop_assert_eq!(change.after, brief.fit.score.get());
            let points: f64 = change.points.iter().map(|c| c.points).sum();
            let moved = change.after.unwrap_or(0.0) - change.before.unwrap_or(0.0);
            prop_assert!((points + change.reference - moved).abs() <= 1e-12, "{:?}", change);

            let between = |id: &FactId| {
                facts.iter().any(|fact| fact.id == *id && change.from < fact.at && fact.at <= change.to)
            };
            prop_assert!(change.facts.iter().all(between));
            for gate in &brief.selection.passed {
                prop_assert_eq!(change.gates.contains(gate), between(&gate.fact));
            }
            for finding in &brief.findings {
                let new: Vec<&FactId> = finding.evidence.iter().filter(|id| between(id)).collect();
                let told = change.findings.iter().find(|told| (told.code, &told.about) == (finding.code, &finding.about));
                prop_assert_eq!(told.map(|told| told.facts.iter().collect::<Vec<_>>()).unwrap_or_default(), new);
            }

            let Ok(then) = keyperson::brief(&journal, &Policy::default(), &person(n), change.from) else {
                prop_assert_eq!(change.before, None);
                continue;
            };
            prop_assert_eq!(change.before, then.fit.score.get());
            for (before, now) in then.ladder.rungs.iter().zip(&brief.ladder.rungs) {
                let told = change.rungs.iter().find(|rung| rung.code == now.code);
                let moved = (before.count, before.status) != (now.count, now.status);
                prop_assert_eq!(told.is_some(), moved);
                if let Some(told) = told {
                    prop_assert_eq!((told.count_before, told.status_before), (before.count, before.status));
                    prop_assert_eq!((told.count, told.status), (now.count, now.status));
                }
            }
        }
    }

    // INVARIANT: an instant of one's own gives the same change, only without its meeting, and changes nothing else.
    #[test]
    fn any_instant_may_stand_for_the_last_brief(
        steps in steps(50), meetings in meetings(), hour in 0..HOURS, since in 0..HOURS,
    ) {
        let (policy, journal) = (Policy::default(), journal(&told(&steps, &meetings)));
        for n in 0..3 {
            let Some(brief) = asked(&journal, n, hour) else { continue };
            let since = brief.change.as_ref().map_or(instant(since.min(hour)), |change| change.from);
            let own = keyperson::brief_since(&journal, &policy, &person(n), instant(hour), since).unwrap();
            let change = keyperson::change(&journal, &policy, &person(n), since, instant(hour)).unwrap();
            prop_assert_eq!(own.change.as_ref(), Some(&change));
            prop_assert_eq!(&change.last_brief, &None);
            if let Some(mut last) = brief.change.clone() {
                last.last_brief = None;
                prop_assert_eq!(&last, &change);
            }
            prop_assert_eq!(Brief { change: None, ..own }, Brief { change: None, ..brief });
            let late = instant(hour).checked_add_seconds(1).unwrap();
            prop_assert!(keyperson::brief_since(&journal, &policy, &person(n), instant(hour), late).is_err());
        }
    }

    // INVARIANT: every finding with evidence says since when, and where its room does not, since its earliest fact.
    #[test]
    fn every_finding_with_evidence_says_since_when(
        steps in steps(60), meetings in meetings(), hour in 0..HOURS,
    ) {
        let facts = told(&steps, &meetings);
        let journal = journal(&facts);
        for finding in (0..3).filter_map(|n| asked(&journal, n, hour)).flat_map(|brief| brief.findings) {
            prop_assert!(finding.since.is_some() || finding.evidence.is_empty(), "{:?}", finding);
            for language in keyperson::text::Language::ALL {
                let said = keyperson::text::finding(&finding, *language).since;
                prop_assert_eq!(said.is_some(), finding.since.is_some());
            }
            if finding.code == keyperson::FindingCode::Rising {
                let at = |id: &FactId| facts.iter().find(|fact| fact.id == *id).map(|fact| fact.at).unwrap();
                prop_assert_eq!(finding.since, finding.evidence.iter().map(at).min());
            }
        }
    }
}
