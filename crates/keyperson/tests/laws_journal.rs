//! Laws of the journal: the way in which facts came does not matter, and nothing is half done.

#![allow(
    clippy::unwrap_used,
    clippy::arithmetic_side_effects,
    clippy::indexing_slicing,
    reason = "a test may fail loudly"
)]

use std::collections::BTreeMap;

use keyperson::{Fact, Journal, JournalBuilder, Json};
use keyperson_simulator::{Options, simulate};
use proptest::prelude::*;

/// Facts of three partners; some come twice, and some of those in another offset.
fn facts(seed: u64, chosen: &[u16], again: &[u16]) -> Vec<Fact> {
    let made = simulate(&Options { seed, partners: 3, density: 0.3, ..Options::demo() }).facts;
    let pick = |place: &u16| made[usize::from(*place) % made.len()].clone();
    let mut facts: Vec<Fact> = chosen.iter().map(pick).collect();
    for place in again {
        let fact = pick(place);
        if facts.contains(&fact) {
            let utc = fact.at.as_date_time().to_utc().fixed_offset();
            facts.push(Fact { at: utc.try_into().unwrap(), ..fact });
        }
    }
    facts
}

/// The same id, another fact.
fn twisted(fact: &Fact) -> Fact {
    Fact { source: Some("somewhere else entirely".parse().unwrap()), ..fact.clone() }
}

fn moved(fact: &Fact) -> Fact {
    Fact { partner: "another-partner".parse().unwrap(), ..fact.clone() }
}

fn all() -> impl Strategy<Value = Vec<Fact>> {
    let places = || proptest::collection::vec(any::<u16>(), 1..120);
    (1..4_u64, places(), places()).prop_map(|(seed, chosen, again)| facts(seed, &chosen, &again))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, ..ProptestConfig::default() })]

    // INVARIANT: one by one, in pieces, merged or all at once: the same journal, to the byte.
    #[test]
    fn every_way_in_gives_the_same_journal(facts in all(), cut in any::<prop::sample::Index>()) {
        let whole = Journal::from_facts(facts.clone()).unwrap();
        let text = whole.to_json_lines();
        prop_assert_eq!(whole.len(), whole.facts().count());

        let mut one_by_one = Journal::default();
        let mut added = 0;
        for fact in facts.iter().rev() {
            added += usize::from(one_by_one.insert(fact.clone()).unwrap());
        }
        prop_assert_eq!(added, whole.len());
        prop_assert_eq!(one_by_one.to_json_lines(), text.clone());
        prop_assert_eq!(&one_by_one, &whole);

        let (first, second) = facts.split_at(cut.index(facts.len()));
        let mut in_pieces = Journal::from_facts(second.to_vec()).unwrap();
        in_pieces.extend(first.to_vec()).unwrap();
        prop_assert_eq!(in_pieces.to_json_lines(), text.clone());
        let merged = Journal::from_facts(first.to_vec()).unwrap();
        let merged = merged.merge(Journal::from_facts(second.to_vec()).unwrap()).unwrap();
        prop_assert_eq!(merged.to_json_lines(), text);
        let people: Vec<_> = whole.people().map(|person| (person, whole.partners_of(person))).collect();
        let again: Vec<_> = merged.people().map(|person| (person, merged.partners_of(person))).collect();
        prop_assert_eq!(people, again);
    }

    // INVARIANT: a journal per partner holds that partner's facts, and all of them together are the journal.
    #[test]
    fn what_is_split_can_be_joined(facts in all()) {
        let whole = Journal::from_facts(facts).unwrap();
        let parts = whole.clone().split();
        prop_assert!(parts.keys().eq(whole.partners()));
        let mut joined = Journal::default();
        for (partner, part) in parts {
            prop_assert_eq!(part.of_partner(&partner), whole.of_partner(&partner));
            prop_assert_eq!(part.len(), whole.of_partner(&partner).len());
            joined = joined.merge(part).unwrap();
        }
        prop_assert_eq!(joined.to_json_lines(), whole.to_json_lines());
        prop_assert_eq!(joined, whole);
    }

    // INVARIANT: a refused addition changes nothing, and says the id of every conflict.
    #[test]
    fn what_is_refused_changes_nothing(facts in all(), place in any::<prop::sample::Index>()) {
        let before = Journal::from_facts(facts.clone()).unwrap();
        let known = place.get(&facts);
        let new = Fact { id: "never-seen".parse().unwrap(), ..known.clone() };
        for other in [twisted(known), moved(known)] {
            let mut journal = before.clone();
            let error = journal.extend([new.clone(), other.clone()]).unwrap_err();
            prop_assert_eq!((error.code(), error.problems().len()), ("fact_conflict", 1));
            prop_assert!(error.to_string().contains(known.id.as_str()));
            prop_assert_eq!(journal.to_json_lines(), before.to_json_lines());
            prop_assert!(journal.insert(new.clone()).unwrap());
            let two_of_one_id = [new.clone(), twisted(&new)];
            prop_assert_eq!(before.clone().extend(two_of_one_id).unwrap_err().code(), "fact_conflict");
        }
    }

    // INVARIANT: a copy is a picture of the moment: what is added to one is not seen in the other.
    #[test]
    fn a_copy_stays_as_it_was(facts in all(), place in any::<prop::sample::Index>()) {
        let mut journal = Journal::from_facts(facts.clone()).unwrap();
        let (copy, text) = (journal.clone(), journal.to_json_lines());
        let new = Fact { id: "never-seen".parse().unwrap(), ..place.get(&facts).clone() };
        journal.insert(new).unwrap();
        prop_assert_eq!(copy.to_json_lines(), text);
        prop_assert_eq!(journal.len(), copy.len() + 1);
    }

    // INVARIANT: what is kept is what was asked for, and nothing of the rest is left behind.
    #[test]
    fn only_what_is_kept_stays(facts in all(), place in any::<prop::sample::Index>()) {
        let whole = Journal::from_facts(facts.clone()).unwrap();
        let gone = place.get(&facts).person.clone();
        let mut kept = whole.clone();
        kept.retain(|fact| fact.person != gone);
        let chosen = whole.facts().filter(|fact| fact.person != gone).cloned();
        prop_assert_eq!(&kept, &Journal::from_facts(chosen).unwrap());
        prop_assert!(gone.is_none_or(|gone| kept.people().all(|person| *person != gone)));
        // Its ids are free again.
        let left = kept.len();
        prop_assert_eq!(kept.extend(whole.facts().cloned()).unwrap(), whole.len() - left);
        prop_assert_eq!(kept, whole);
    }

    // INVARIANT: by its place every fact is found, and none behind the last.
    #[test]
    fn a_place_names_one_fact(facts in all()) {
        let journal = Journal::from_facts(facts).unwrap();
        for (place, fact) in journal.facts().enumerate() {
            prop_assert_eq!(journal.get(place), Some(fact));
        }
        prop_assert_eq!(journal.get(journal.len()), None);
    }

    // INVARIANT: a line without anything out of the ordinary is read without a tree, to the same facts and problems as
    // one with escapes, which goes through the tree.
    #[test]
    fn a_row_is_read_as_its_tree(facts in all(), damage in 0..6_usize, field in any::<prop::sample::Index>()) {
        for fact in &facts {
            let mut map: BTreeMap<String, serde_json::Value> =
                serde_json::from_value(serde_json::to_value(fact).unwrap()).unwrap();
            let name = field.get(&map.keys().cloned().collect::<Vec<_>>()).clone();
            match damage {
                0 => drop(map.remove(&name)),
                1 => drop(map.insert(name, serde_json::json!(null))),
                2 => drop(map.insert(name, serde_json::json!("\u{1}"))),
                3 => drop(map.insert(name, serde_json::json!(-1.5e300))),
                4 => drop(map.insert("unheard_of".to_owned(), serde_json::json!(true))),
                _ => {}
            }
            let line = serde_json::to_string(&map).unwrap();
            // One name with an escape, which means the same.
            let escaped = line.replacen("\"id\"", "\"\\u0069d\"", 1);
            let (plain, tree) = (Journal::from_json_lines(&line), Journal::from_json_lines(&escaped));
            prop_assert_eq!(&plain, &tree);
            if let Ok(plain) = plain {
                let mut builder = JournalBuilder::default();
                let mut row = Vec::new();
                plain.get(0).unwrap().each_field(&mut |name, value| row.push((name, value)));
                builder.push_row(&row, 1);
                prop_assert_eq!(builder.finish().unwrap(), plain);
            }
        }
    }
}

#[test]
fn a_line_out_of_the_ordinary_is_told_by_the_tree() {
    let good = r#"{"id":"f-1","at":"2026-01-05T09:00:00+09:00","partner":"acme","person":"p-1","type":"person_registered"}"#;
    let many = (0..40).map(|place| format!("\"k{place}\":1")).collect::<Vec<_>>().join(",");
    for (line, code) in [
        (good.replace("\"acme\"", "\"acme\",\"partner\":\"acme\""), "duplicate_key"),
        (good.replace("\"acme\"", "[\"acme\"]"), "wrong_type"),
        (good.replace("\"acme\"", "{\"name\":\"acme\"}"), "wrong_type"),
        (good.replace('}', ""), "not_json"),
        (format!("{good} x"), "not_json"),
        (good.replace("\"acme\"", "1e999"), "not_finite"),
        (good.replace('{', &format!("{{{many},")), "unknown_field"),
        ("[]".to_owned(), "wrong_type"),
        ("7".to_owned(), "wrong_type"),
    ] {
        let error = Journal::from_json_lines(&line).unwrap_err();
        assert_eq!((error.code(), error.problems()[0].place.line), (code, Some(1)), "{line}");
        if let Ok(tree) = Json::parse(&line) {
            assert_eq!(Fact::from_json(&tree).unwrap_err().code(), code);
        }
    }
}
