//! Made-up journals of a wanted size, the same ones on every machine.

use std::collections::BTreeMap;

use keyperson::fact::{Stage, Trait};
use keyperson::{Error, Fact, Journal, PersonId};
use keyperson_simulator::{Options, simulate};

/// The day on whose evening every made-up journal ends.
pub const AS_OF: &str = "2026-04-30";

/// A journal of `facts` facts of whole partners but the last.
///
/// # Errors
/// None that a made-up journal could have.
pub fn journal(facts: usize) -> Result<Journal, Error> {
    // Asked for a half more, since the number of facts only follows from that of partners on average.
    let made_up = simulate(&Options::with_facts(facts.saturating_add(facts.div_ceil(2))));
    Journal::from_facts(made_up.facts.into_iter().take(facts))
}

/// A journal of `facts` facts of one person, and who that is; fewer where the simulator does not make up so many.
///
/// # Errors
/// None that a made-up journal could have.
pub fn journal_of_one(facts: usize) -> Result<(Journal, PersonId), Error> {
    let made_up = simulate(&Options { partners: 4, density: 8.0, ..Options::demo() });
    let mut people: BTreeMap<PersonId, Vec<Fact>> = BTreeMap::new();
    for fact in made_up.facts {
        if let Some(person) = fact.person.clone() {
            people.entry(person).or_default().push(fact);
        }
    }
    let best_known = people.into_iter().max_by_key(|(_, facts)| facts.len());
    match best_known {
        Some((person, own)) => Ok((Journal::from_facts(own.into_iter().take(facts))?, person)),
        None => Ok((Journal::default(), "nobody".parse()?)),
    }
}

/// Signals of the default policy.
const SIGNALS: [&str; 6] = [
    "study_session",
    "quiz_score",
    "colleague_activated",
    "decision_made",
    "manual_question",
    "related_product_result",
];

/// A journal of what weighs most on one answer, and of whom: 300 signals, 60 ratings by five raters and 60 deals of
/// one person with little time, two colleagues who could help, and all gates.
///
/// # Errors
/// None that a made-up journal could have.
pub fn journal_of_mixture() -> Result<(Journal, PersonId), Error> {
    let mut lines = String::new();
    let mut add = |person: &str, month: usize, day: usize, fields: &str| {
        let id = lines.len();
        lines.push_str(&format!(
            "{{\"id\":\"f-{id}\",\"at\":\"2026-{month:02}-{day:02}T10:00:00+09:00\",\"partner\":\"acme\",\
             \"person\":\"{person}\",{fields}}}\n"
        ));
    };
    for gate in ["shortlisted", "manager_confirmed", "executive_approved", "announced", "appointed"] {
        add("p-1", 1, 5, &format!("\"type\":\"gate\",\"gate\":\"{gate}\""));
    }
    let day = |number: usize| ((number % 4).saturating_add(1), (number % 28).saturating_add(1));
    for (number, signal) in SIGNALS.iter().cycle().take(300).enumerate() {
        let (month, day) = day(number);
        add(
            "p-1",
            month,
            day,
            &format!("\"type\":\"signal\",\"signal\":\"{signal}\",\"value\":{}", number % 5),
        );
    }
    for (number, of) in Trait::ALL.iter().cycle().take(60).enumerate() {
        let (month, day) = day(number);
        let value = if matches!(of, Trait::Time | Trait::Authority) { 0.1 } else { 0.9 };
        for person in if number < 12 { &["p-1", "p-2", "p-3"][..] } else { &["p-1"] } {
            let by = number % 5;
            let fields =
                format!("\"type\":\"rating\",\"trait\":\"{of}\",\"value\":{value},\"by\":\"rater-{by}\"");
            add(person, month, day, &fields);
        }
    }
    for (number, stage) in Stage::ALL.iter().cycle().take(60).enumerate() {
        let (month, day) = day(number);
        add(
            "p-1",
            month,
            day,
            &format!("\"type\":\"deal\",\"deal\":\"d-{}\",\"stage\":\"{stage}\"", number / 4),
        );
    }
    Ok((Journal::from_json_lines(&lines)?, "p-1".parse()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn journals_have_the_size_asked_for() {
        for facts in [0, 1_000, 10_000] {
            assert_eq!(journal(facts).unwrap().len(), facts);
        }
        let (journal, person) = journal_of_one(500).unwrap();
        assert_eq!(journal.len(), 500);
        assert!(journal.facts().all(|fact| fact.person.as_ref() == Some(&person)));
    }

    #[test]
    fn the_mixture_asks_everything() {
        let (journal, person) = journal_of_mixture().unwrap();
        let policy = keyperson::Policy::default();
        let brief = keyperson::brief(&journal, &policy, &person, policy.as_of(AS_OF).unwrap()).unwrap();
        assert_eq!(brief.facts, 425);
        assert!(brief.traits.iter().all(|estimate| estimate.mean.is_some()));
        assert!(
            !brief
                .findings
                .iter()
                .any(|finding| finding.code == keyperson::finding::FindingCode::SignalNotInPolicy)
        );
        assert!(brief.remedies.proposed.iter().any(|remedy| remedy.unit.is_some()));
    }
}
