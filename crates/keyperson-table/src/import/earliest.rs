//! Of facts of which the mapping keeps one per id, the earliest.

use std::cmp::Ordering;
use std::collections::HashMap;

use keyperson::{Fact, FactId, Json};

/// The earliest facts of templates that keep one per id, each with the line of its row.
#[derive(Default)]
pub(super) struct Earliest(HashMap<(usize, FactId), (Fact, u64)>);

impl Earliest {
    /// Takes a fact of the template of this number.
    pub(super) fn add(&mut self, template: usize, fact: Fact, line: u64) {
        match self.0.get_mut(&(template, fact.id.clone())) {
            Some((known, known_line)) => {
                if comes_before(&fact, known) {
                    (*known, *known_line) = (fact, line);
                }
            }
            None => {
                self.0.insert((template, fact.id.clone()), (fact, line));
            }
        }
    }

    /// The facts, each with its line, in the order of the lines.
    pub(super) fn into_facts(self) -> Vec<(Fact, u64)> {
        let mut facts: Vec<_> = self.0.into_iter().collect();
        facts.sort_unstable_by_key(|((template, _), (_, line))| (*line, *template));
        facts.into_iter().map(|(_, fact)| fact).collect()
    }
}

/// A total order of facts of one id, so that the one kept is the same whatever row came first.
fn comes_before(a: &Fact, b: &Fact) -> bool {
    let same = || a == b && a.at.as_date_time().offset() == b.at.as_date_time().offset();
    match a.at.cmp(&b.at) {
        Ordering::Equal => !same() && written(a) < written(b),
        order => order.is_lt(),
    }
}

fn written(fact: &Fact) -> String {
    serde_json::to_string(&Json::from(fact)).unwrap_or_default()
}
