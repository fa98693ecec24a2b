//! Made-up journals of a wanted size, the same ones on every machine.

use std::collections::BTreeMap;

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
        assert!(journal.facts().iter().all(|fact| fact.person.as_ref() == Some(&person)));
    }
}
