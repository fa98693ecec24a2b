//! What crosses the border comes back as it was, and what cannot cross says why.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::collections::HashMap;
use std::sync::Arc;

use keyperson_simulator::{Options, simulate};
use keyperson_uniffi::{
    Event, Fact, Journal, JournalBuilder, KeypersonError, Language, Policy, Trait, UniFfiTag, brief,
    finding_text, fit, planted_panic, portfolio, trail,
};
use uniffi::{FfiConverter, Lift, Lower};

const AS_OF: &str = "2026-04-30";

/// The value as another language would give it back.
fn there_and_back<T: Lower<UniFfiTag> + Lift<UniFfiTag>>(value: T) -> T {
    let mut bytes = Vec::new();
    <T as Lower<UniFfiTag>>::write(value, &mut bytes);
    let mut rest = bytes.as_slice();
    let back = <T as Lift<UniFfiTag>>::try_read(&mut rest).unwrap();
    assert!(rest.is_empty());
    back
}

fn journal() -> Arc<Journal> {
    let made_up = simulate(&Options { partners: 4, ..Options::demo() });
    let lines = keyperson::Journal::from_facts(made_up.facts).unwrap().to_json_lines();
    Journal::from_json_lines(lines).unwrap()
}

fn policy() -> Arc<Policy> {
    Policy::default().unwrap()
}

#[test]
fn answers_hand_out_their_fields() {
    let journal = journal();
    for person in journal.people().unwrap() {
        let answer = brief(journal.clone(), policy(), person.clone(), AS_OF.to_owned(), None).unwrap();
        let json: serde_json::Value = serde_json::from_str(&answer.to_json().unwrap()).unwrap();
        assert_eq!(answer.person().to_string(), json["person"]);
        let findings = there_and_back(answer.findings());
        assert_eq!(serde_json::to_value(&findings).unwrap(), json["findings"]);
        assert_eq!(serde_json::to_value(there_and_back(answer.fit())).unwrap(), json["fit"]);
        let told = answer.change().map(|change| change.to_json().unwrap());
        assert_eq!(told.is_some(), !json["change"].is_null());
        let texts = answer.finding_texts(None).unwrap();
        assert_eq!(texts, answer.finding_texts(Some(Language::Japanese)).unwrap());
        let alone = findings.into_iter().map(|one| finding_text(one, None).unwrap());
        assert_eq!(texts, alone.collect::<Vec<_>>());
        let answer = trail(journal.clone(), policy(), person, AS_OF.to_owned(), None, None).unwrap();
        assert_eq!(there_and_back(answer.numbers()), answer.numbers());
    }
    let answer = portfolio(journal.clone(), policy(), AS_OF.to_owned()).unwrap();
    assert_eq!(there_and_back(answer.people()), answer.people());
    assert_eq!(answer, portfolio(journal, policy(), AS_OF.to_owned()).unwrap());
}

#[test]
fn facts_and_policy_come_back_as_they_were() {
    let journal = journal();
    let facts = there_and_back(journal.facts().unwrap());
    let again = Journal::from_facts(facts).unwrap();
    assert_eq!(again.to_json_lines().unwrap(), journal.to_json_lines().unwrap());

    let document = there_and_back(policy().document().unwrap());
    assert_eq!(Policy::from_document(document).unwrap().to_json().unwrap(), policy().to_json().unwrap());
}

#[test]
fn every_problem_of_facts_is_told_with_its_place() {
    let at: keyperson_uniffi::Instant = "2026-01-05T09:00:00+09:00".parse().unwrap();
    let fact = |id: &str, value: f64, by: &str| Fact {
        id: id.to_owned(),
        at,
        partner: "acme".to_owned(),
        person: Some("p-001".to_owned()),
        source: None,
        event: Event::Rating { of: Trait::Drive, value, by: by.to_owned(), reason: None, expires: None },
    };
    let facts = vec![fact("f-1", 0.5, "Sato"), fact("f-2", 2.0, "Sato"), fact("", f64::NAN, "Sato")];
    let error = Journal::from_facts(facts).unwrap_err();
    let said = error.to_string();
    let starts: Vec<&str> = said.lines().map(|line| line.split_once(": ").unwrap().0).collect();
    assert_eq!(starts, ["out_of_range /1/value", "blank_text /2/id", "not_finite /2/value"], "{said}");
    let KeypersonError::Refused { problems, count } = error else { panic!("{error}") };
    let places: Vec<_> =
        problems.iter().map(|one| (one.code.as_str(), one.path.as_str(), one.line)).collect();
    let wanted =
        [("out_of_range", "/1/value", None), ("blank_text", "/2/id", None), ("not_finite", "/2/value", None)];
    assert_eq!(places, wanted);
    assert_eq!(count, 3);
    assert!(problems.iter().all(|one| !one.message.is_empty() && !one.hint.is_empty()));
}

#[test]
fn problems_are_told_up_to_a_thousand_and_counted_beyond() {
    let error = Journal::from_json_lines("x\n".repeat(1001)).unwrap_err();
    let said = error.to_string();
    assert!(said.starts_with("not_json line 1: ") && said.ends_with("\nand 1 more"), "{said}");
    let KeypersonError::Refused { problems, count } = error else { panic!("{error}") };
    assert_eq!((problems.len(), count, problems[6].line), (1000, 1001, Some(7)));
}

#[test]
fn every_value_of_a_fit_is_checked() {
    let traits = HashMap::from([(Trait::Drive, 2.0), (Trait::Skill, f64::NAN), (Trait::Time, 0.5)]);
    let said = fit(policy(), traits).unwrap_err().to_string();
    assert!(said.starts_with("out_of_range /drive: "), "{said}");
    assert!(said.contains("\nnot_finite /skill: "), "{said}");
}

#[test]
fn what_is_no_day_is_an_error_with_its_code() {
    let mut bytes = Vec::new();
    <String as Lower<UniFfiTag>>::write("2026-02-30".to_owned(), &mut bytes);
    let error =
        <keyperson_uniffi::Day as FfiConverter<UniFfiTag>>::try_read(&mut bytes.as_slice()).unwrap_err();
    let error = error.downcast::<KeypersonError>().unwrap();
    assert!(error.to_string().starts_with("bad_day "), "{error}");
}

#[test]
fn a_builder_reads_on_and_begins_anew() {
    let lines = journal().to_json_lines().unwrap();
    let builder = JournalBuilder::begin().unwrap();
    for line in lines.lines() {
        builder.push_json_lines(line.to_owned()).unwrap();
    }
    assert_eq!(builder.finish().unwrap().to_json_lines().unwrap(), lines);
    assert_eq!(builder.size().unwrap(), 0);
    builder.push_json_lines("{}".to_owned()).unwrap();
    assert!(builder.finish().unwrap_err().to_string().starts_with("missing_field line 1"));
}

#[test]
fn a_panic_is_an_error_and_the_next_call_works() {
    assert_eq!(planted_panic().unwrap_err().to_string(), "internal: planted");
    assert_eq!(journal().partners().unwrap().len(), 4);
}
