//! Laws of the audit trail: every number is there, what it does not name does not move it, and both sides agree.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    clippy::as_conversions,
    clippy::float_cmp,
    reason = "a test may fail loudly"
)]

#[path = "story/more.rs"]
mod more;
#[path = "story/shapes.rs"]
#[allow(dead_code, reason = "journals for many tests")]
mod shapes;
#[allow(dead_code, reason = "stories for many tests")]
mod story;

use std::collections::{BTreeMap, BTreeSet};

use keyperson::answer::trail::{Basis, Trail, TrailStanding, VoiceState};
use keyperson::fact::Trait;
use keyperson::{Brief, Fact, FactId, Json, Policy};
use keyperson_simulator::{Options, simulate};
use more::{more, under_caps};
use proptest::prelude::*;
use story::{HOURS, Step, brief_of, cases, facts, instant, journal, person, steps};

/// Every number of a JSON tree: its pointer, a path that names items of lists by what they are about, its value.
struct Numbers(Vec<(String, String, f64)>);

impl Numbers {
    fn of<T: serde::Serialize>(value: &T) -> Self {
        let tree = Json::parse(&serde_json::to_string(value).unwrap()).unwrap();
        let mut numbers = Self(Vec::new());
        numbers.enter("", "", &tree);
        numbers
    }

    fn enter(&mut self, pointer: &str, label: &str, value: &Json) {
        match value {
            Json::Integer(value) => self.0.push((pointer.to_owned(), label.to_owned(), *value as f64)),
            Json::Float(value) => self.0.push((pointer.to_owned(), label.to_owned(), *value)),
            Json::List(items) => {
                let mut named: BTreeMap<String, usize> = BTreeMap::new();
                for (index, item) in items.iter().enumerate() {
                    let name = identity(item);
                    let count = named.entry(name.clone()).or_default();
                    *count += 1;
                    self.enter(&format!("{pointer}/{index}"), &format!("{label}/{name}#{count}"), item);
                }
            }
            Json::Object(entries) => {
                // A finding's values repeat numbers of its room; the finding names its facts itself.
                for (key, value) in entries.iter().filter(|(key, _)| !pointer.is_empty() || key != "findings")
                {
                    let step = key.replace('~', "~0").replace('/', "~1");
                    self.enter(&format!("{pointer}/{step}"), &format!("{label}/{step}"), value);
                }
            }
            _ => {}
        }
    }
}

/// What an item of a list is about: the fields that say which one it is.
fn identity(item: &Json) -> String {
    const NAMES: &[&str] = &[
        "trait",
        "fact",
        "signal",
        "pattern",
        "code",
        "rung",
        "metric",
        "from",
        "to",
        "member",
        "feedback",
        "raised_fact",
        "question",
        "criterion",
        "topic",
        "layer",
        "weekday",
        "day",
    ];
    let Json::Object(_) = item else { return String::new() };
    let text = |name: &&str| match item.get(name) {
        Some(Json::Text(text)) => Some(format!("{name}={text}")),
        _ => None,
    };
    NAMES.iter().filter_map(text).collect::<Vec<_>>().join(",")
}

fn trail_of(facts: &[Fact], policy: &Policy, n: u8, hour: u32) -> Option<Trail> {
    keyperson::trail(&journal(facts), policy, &person(n), instant(hour)).ok()
}

/// The trail has every number of the brief, with its value, and nothing else.
fn check_complete(brief: &Brief, trail: &Trail) {
    let numbers = Numbers::of(brief).0;
    let there: Vec<(&String, f64)> =
        trail.numbers.iter().map(|number| (&number.pointer, number.value)).collect();
    let wanted: Vec<(&String, f64)> = numbers.iter().map(|(pointer, _, value)| (pointer, *value)).collect();
    if there != wanted {
        let known: BTreeSet<&String> = there.iter().map(|(pointer, _)| *pointer).collect();
        let missing: Vec<&&String> =
            wanted.iter().map(|(pointer, _)| pointer).filter(|p| !known.contains(**p)).collect();
        panic!("numbers without an entry; does their room have its line in `trail/room.rs`? {missing:?}");
    }
}

/// From numbers to facts and back.
fn check_symmetric(trail: &Trail, policy: &Policy) {
    let tree = policy.tree();
    let names: BTreeSet<&String> = trail.contexts.iter().map(|context| &context.name).collect();
    assert_eq!(names.len(), trail.contexts.len());
    for number in &trail.numbers {
        for fact in trail.behind(number) {
            let entry = trail
                .fact(fact.as_str())
                .unwrap_or_else(|| panic!("{fact} of {} is missing", number.pointer));
            let back = entry.evidence_of.contains(&number.pointer)
                || number.context.as_ref().is_some_and(|name| entry.context_of.contains(name));
            assert!(back, "{fact} does not lead back to {}", number.pointer);
        }
        let nothing = trail.behind(number).is_empty();
        assert_eq!(number.basis == Basis::Policy, nothing, "{}", number.pointer);
    }
    for fact in &trail.facts {
        for pointer in &fact.evidence_of {
            assert!(trail.number(pointer).unwrap().evidence.contains(&fact.fact));
        }
        for name in &fact.context_of {
            let context = trail.contexts.iter().find(|context| context.name == *name).unwrap();
            assert!(context.facts.contains(&fact.fact));
        }
        if fact.standing == TrailStanding::NotRead {
            assert!(fact.context_of.is_empty());
        }
        for voice in &fact.voices {
            let product = voice.full * voice.fading * voice.dispute * voice.cap;
            let counts = voice.state == VoiceState::Counts;
            assert!(
                if counts { (product - voice.weight).abs() <= 1e-9 } else { voice.weight == 0.0 },
                "{voice:?}"
            );
        }
    }
    for context in &trail.contexts {
        for setting in &context.settings {
            let found = setting
                .split('/')
                .skip(1)
                .try_fold(&tree, |tree, step| tree.get(&step.replace("~1", "/").replace("~0", "~")));
            assert!(found.is_some(), "{setting} of {} leads nowhere", context.name);
        }
    }
}

/// Without the fact `id`, every number that does not name it is the same.
fn check_without(trail: &Trail, before: &Numbers, id: &FactId, after: Option<&Brief>) {
    let Some(after) = after else {
        // Nothing else is known of the person, and there is no brief: what the policy sets is left.
        let facts = trail.numbers.iter().filter(|number| number.basis == Basis::Facts);
        facts
            .for_each(|number| assert!(trail.behind(number).contains(id), "{} without {id}", number.pointer));
        return;
    };
    let after: BTreeMap<String, f64> =
        Numbers::of(after).0.into_iter().map(|(_, label, value)| (label, value)).collect();
    for (pointer, label, value) in &before.0 {
        let number = trail.number(pointer).unwrap();
        if !trail.behind(number).contains(id) {
            let now = after.get(label);
            let same = now.is_some_and(|now| now.to_bits() == value.to_bits());
            assert!(same, "{label} without {id}: {value} became {now:?}");
        }
    }
}

fn without(facts: &[Fact], id: &FactId) -> Vec<Fact> {
    facts.iter().filter(|fact| fact.id != *id).cloned().collect()
}

/// Takes away every fact, one after the other.
fn check_each_without(all: &[Fact], policy: &Policy, hour: u32) {
    let Some(brief) = brief_of(all, policy, 0, hour) else { return };
    let trail = trail_of(all, policy, 0, hour).unwrap();
    check_complete(&brief, &trail);
    check_symmetric(&trail, policy);
    let before = Numbers::of(&brief);
    for fact in all {
        let after = brief_of(&without(all, &fact.id), policy, 0, hour);
        check_without(&trail, &before, &fact.id, after.as_ref());
    }
}

proptest! {
    #![proptest_config(cases(24))]

    // INVARIANT: every number of a brief has its entry, and pointers lead to facts and back.
    #[test]
    fn every_number_has_its_entry(told in steps(60), also in steps(60), hour in 0..HOURS) {
        let policy = Policy::default();
        let facts = [facts(&told), more(&also)].concat();
        for n in 0..3 {
            let Some(brief) = brief_of(&facts, &policy, n, hour) else { continue };
            let trail = trail_of(&facts, &policy, n, hour).unwrap();
            check_complete(&brief, &trail);
            check_symmetric(&trail, &policy);
        }
    }

    // INVARIANT: without any one fact that a number does not name, the number is the same, to the byte.
    #[test]
    fn what_is_not_named_moves_nothing(told in steps(30), also in steps(60), hour in 0..HOURS) {
        let policy = Policy::default();
        let all = [facts(&told), more(&also)].concat();
        check_each_without(&all, &policy, hour);
    }

    // INVARIANT: the same holds where many facts share a cap.
    #[test]
    fn what_is_not_named_moves_nothing_under_a_cap(told in steps(90), hour in 0..HOURS) {
        check_each_without(&under_caps(&told), &Policy::default(), hour);
    }

    // INVARIANT: the same holds where colleagues close deals and open them again.
    #[test]
    fn what_is_not_named_moves_nothing_of_shared_deals(told in steps(40), hour in 0..HOURS) {
        check_each_without(&shared_deals(&told), &Policy::default(), hour);
    }

    // INVARIANT: evidence of a trait moves it, unless its weight is 0 or a cap leaves the others as much as it takes.
    #[test]
    fn what_is_named_moves_a_trait(steps in steps(40), hour in 0..HOURS) {
        let policy = Policy::default();
        let all = facts(&steps);
        let Some(brief) = brief_of(&all, &policy, 0, hour) else { return Ok(()) };
        let trail = trail_of(&all, &policy, 0, hour).unwrap();
        for (index, estimate) in brief.traits.iter().enumerate() {
            let pointer = format!("/traits/{index}/mean");
            let Some(number) = trail.number(&pointer) else { continue };
            for id in &number.evidence {
                let voices = &trail.fact(id.as_str()).unwrap().voices;
                let counts = voices.iter().filter(|voice| voice.of == estimate.of);
                let weight: f64 = counts.clone().map(|voice| voice.weight).sum();
                let capped = counts.clone().any(|voice| voice.cap < 1.0);
                let set = estimate.overridden.as_ref().is_some_and(|set| set.fact == *id);
                // A weight below the last digits of the others does not show in the sum.
                if !set && (weight < 1e-9 || capped) {
                    continue;
                }
                let after = brief_of(&without(&all, id), &policy, 0, hour);
                let now = after.map(|brief| (brief.traits[index].a, brief.traits[index].b));
                let moved = now != Some((estimate.a, estimate.b));
                // An override taken away may leave an earlier one that says the same.
                prop_assert!(moved || set, "{} without {id}", estimate.of);
            }
        }
    }
}

/// A few deals that three people bring forward, lose, win and open again, by steps and by activities.
fn shared_deals(told: &[Step]) -> Vec<Fact> {
    const STAGES: [&str; 6] = ["prospect", "proposal", "poc", "approval", "won", "lost"];
    let appointed = (0..3).map(|n| {
        format!(
            r#"{{"id":"g-{n}","at":"{}","partner":"acme","person":"p-{n}","type":"gate","gate":"appointed"}}"#,
            instant(1)
        )
    });
    let steps = told.iter().enumerate().map(|(index, step)| {
        let (deal, stage) = (step.number % 4, STAGES[usize::from(step.number) % 6]);
        let body = match step.kind % 5 {
            0 => format!(r#""type":"activity","metric":"pocs","count":1,"deal":"d-{deal}""#),
            1 => format!(r#""type":"contest","fact":"s-{}","step":"upheld""#, step.number),
            _ => format!(r#""type":"deal","deal":"d-{deal}","stage":"{stage}""#),
        };
        let (at, n) = (instant(step.hour), step.person);
        format!(r#"{{"id":"s-{index}","at":"{at}","partner":"acme","person":"p-{n}",{body}}}"#)
    });
    appointed.chain(steps).map(|text| serde_json::from_str(&text).unwrap()).collect()
}

/// Made-up partners in which every room has something to say.
fn rich() -> Vec<Vec<Fact>> {
    let made_up = simulate(&Options { partners: 8, ..Options::demo() });
    let mut partners: BTreeMap<String, Vec<Fact>> = BTreeMap::new();
    for fact in made_up.facts {
        partners.entry(fact.partner.to_string()).or_default().push(fact);
    }
    partners.into_values().collect()
}

fn as_of(policy: &Policy) -> keyperson::calendar::Instant {
    policy.as_of(&Options::demo().as_of.to_string()).unwrap()
}

#[test]
fn simulated_briefs_are_complete_and_lead_both_ways() {
    let policy = Policy::default();
    let mut standings = BTreeSet::new();
    let mut rooms = BTreeSet::new();
    for facts in rich() {
        let journal = journal(&facts);
        for person in journal.people() {
            let brief = keyperson::brief(&journal, &policy, person, as_of(&policy)).unwrap();
            let trail = keyperson::trail(&journal, &policy, person, as_of(&policy)).unwrap();
            check_complete(&brief, &trail);
            check_symmetric(&trail, &policy);
            standings.extend(trail.facts.iter().map(|fact| fact.standing.word()));
            rooms.extend(
                trail.contexts.iter().map(|context| context.name.split('/').next().unwrap().to_owned()),
            );
        }
    }
    for standing in ["context", "counts", "not_read"] {
        assert!(standings.contains(standing), "{standing}");
    }
    for room in
        ["facts", "traits", "fit", "mismatches", "remedies", "overrides", "by_evidence", "ladder", "response"]
    {
        assert!(rooms.contains(room), "{room}");
    }
}

#[test]
fn in_simulated_journals_nothing_unnamed_moves_a_number() {
    let policy = Policy::default();
    for facts in rich() {
        let journal = journal(&facts);
        let who = journal
            .people()
            .max_by_key(|person| facts.iter().filter(|f| f.person.as_ref() == Some(*person)).count());
        let who = who.unwrap().clone();
        let brief = keyperson::brief(&journal, &policy, &who, as_of(&policy)).unwrap();
        let trail = keyperson::trail(&journal, &policy, &who, as_of(&policy)).unwrap();
        let before = Numbers::of(&brief);
        // A few facts of everybody, and every fact of those types by which others stand or fall.
        let special = ["contest", "override", "gate", "partner_registered", "notice", "allocation"];
        let tried = facts
            .iter()
            .enumerate()
            .filter(|(n, fact)| n % 37 == 0 || special.contains(&fact.event.type_name()));
        for (_, fact) in tried {
            let left = story::journal(&without(&facts, &fact.id));
            let after = keyperson::brief(&left, &policy, &who, as_of(&policy)).ok();
            check_without(&trail, &before, &fact.id, after.as_ref());
        }
    }
}

#[test]
fn in_journals_of_one_kind_nothing_unnamed_moves_a_number() {
    let policy = Policy::default();
    for (_, facts) in shapes::SHAPES {
        check_each_without(&facts(20), &policy, HOURS);
    }
}

#[test]
fn a_weight_leads_to_all_that_shares_its_cap() {
    let policy = Policy::default();
    let (_, facts) = shapes::SHAPES[0];
    let trail = trail_of(&facts(20), &policy, 0, HOURS).unwrap();
    let weight = trail.number("/traits/1/evidence/3/weight").unwrap();
    assert_eq!(weight.evidence.len(), 1);
    assert_eq!(weight.context.as_deref(), Some("traits/drive/study_session"));
    assert_eq!(trail.behind(weight).len(), 21);
    let context = trail.context(weight).unwrap();
    assert_eq!(context.settings, ["/estimate", "/signals/study_session"]);
    for id in &context.facts {
        let fact = trail.fact(id.as_str()).unwrap();
        assert!(fact.context_of.contains(&context.name));
        assert_eq!(fact.evidence_of.iter().filter(|pointer| pointer.ends_with("/weight")).count(), 1);
    }
}

#[test]
fn a_step_of_a_course_names_the_facts_of_its_day() {
    let policy = Policy::default();
    let (_, facts) = shapes::SHAPES.iter().find(|(name, _)| *name == "activities").unwrap();
    let trail = trail_of(&facts(200), &policy, 0, HOURS).unwrap();
    let ids = |day: usize| &trail.number(&format!("/ladder/rungs/0/course/{day}/count")).unwrap().evidence;
    // From nine in the morning on, one every four hours.
    assert_eq!((ids(0).len(), ids(1).len(), ids(0)[0].as_str()), (4, 6, "f-0"));
    assert!(ids(0).iter().all(|fact| !ids(1).contains(fact)));
}

#[test]
fn a_part_of_a_trail_holds_what_it_was_asked_for() {
    let policy = Policy::default();
    let facts = rich().remove(0);
    let journal = journal(&facts);
    let who = facts.iter().find_map(|fact| match fact.event {
        keyperson::Event::Gate(_) => fact.person.clone(),
        _ => None,
    });
    let trail = keyperson::trail(&journal, &policy, &who.unwrap(), as_of(&policy)).unwrap();
    let fit = trail.of_pointer("/fit").unwrap();
    assert!(fit.numbers.iter().all(|number| number.pointer.starts_with("/fit/")));
    assert!(fit.numbers.iter().any(|number| number.pointer == "/fit/score"));
    let named: BTreeSet<&FactId> = fit.numbers.iter().flat_map(|number| fit.behind(number)).collect();
    assert_eq!(named, fit.facts.iter().map(|fact| &fact.fact).collect());
    assert_eq!(trail.of_pointer("/fit/sco"), None);
    assert_eq!(trail.of_pointer("/nothing"), None);
    let id = &trail.number("/traits/1/mean").unwrap().evidence[0];
    let one = trail.of_fact(id.as_str()).unwrap();
    assert_eq!(one.facts.len(), 1);
    assert!(one.numbers.iter().all(|number| one.behind(number).contains(id)));
    assert_eq!(trail.of_fact("no such fact"), None);
    assert_eq!(trail.number("/fit/bar").unwrap().basis, Basis::Policy);
    assert_eq!(trail.number("/traits/1/mean").unwrap().context.as_deref(), Some("traits/drive"));
    assert_eq!(Trait::ALL[1], Trait::Drive);
}

#[test]
fn a_member_who_came_back_is_named_where_members_are_counted() {
    let (own, member) = (person(0), person(1));
    let write = |id: &str, hour: u32, who: &keyperson::PersonId, body: &str| {
        let at = instant(hour);
        story::fact(&format!(r#"{{"id":"{id}","at":"{at}","partner":"acme","person":"{who}",{body}}}"#))
    };
    let all = [
        write("joined", 1, &own, &format!(r#""type":"support","kind":"member_joined","member":"{member}""#)),
        write("praised", 2, &own, r#""type":"recognition","audience":"team""#),
        write("left", 3, &member, r#""type":"person_left""#),
        write("back", 4, &member, r#""type":"person_registered""#),
    ];
    let policy = Policy::default();
    let pointer = "/recognition/unit_recognised";
    let trail = trail_of(&all, &policy, 0, 5).unwrap();
    let number = trail.number(pointer).unwrap();
    assert_eq!(number.value, 0.0);
    let back: FactId = "back".parse().unwrap();
    assert!(trail.behind(number).contains(&back));
    let without = trail_of(&without(&all, &back), &policy, 0, 5).unwrap();
    assert!(without.number(pointer).is_none(), "who left is no member");
}
