//! Gathers facts so that the order of the rows does not matter.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

use keyperson::{AtLine, Error, Fact, FactId, Json, Place, ProblemKind};

use crate::visitor::merge;

/// The facts by id.
#[derive(Default)]
pub(super) struct Gatherer {
    facts: BTreeMap<FactId, Gathered>,
    conflicts: Option<Error>,
}

struct Gathered {
    fact: Fact,
    line: u64,
    /// The template, where it keeps one fact per id.
    distinct: Option<usize>,
    /// Another fact has the same id.
    disputed: bool,
}

impl Gatherer {
    /// Adds a fact; of those of one distinct template the earliest is kept.
    pub(super) fn add(&mut self, fact: Fact, line: u64, distinct: Option<usize>) {
        match self.facts.entry(fact.id.clone()) {
            Entry::Vacant(entry) => {
                entry.insert(Gathered { fact, line, distinct, disputed: false });
            }
            Entry::Occupied(mut entry) => {
                let known = entry.get_mut();
                let one_kind = distinct.is_some() && distinct == known.distinct;
                if one_kind || known.fact == fact {
                    if comes_before(&fact, &known.fact) {
                        known.fact = fact;
                        known.line = line;
                    }
                } else {
                    known.disputed = true;
                    let place = Place { line: Some(line), path: "/id".to_owned() };
                    let kind =
                        ProblemKind::FactConflict { id: fact.id.to_string(), other_line: AtLine(known.line) };
                    merge(&mut self.conflicts, Some(Error::one(place, kind)));
                }
            }
        }
    }

    /// The facts whose ids name one fact only, and the conflicts: which of two was meant cannot be guessed.
    pub(super) fn finish(self) -> (impl Iterator<Item = Fact>, Option<Error>) {
        (self.facts.into_values().filter(|known| !known.disputed).map(|known| known.fact), self.conflicts)
    }
}

/// A total order of facts of one id, so that the one kept is the same whatever row came first.
fn comes_before(a: &Fact, b: &Fact) -> bool {
    a.at.cmp(&b.at).then_with(|| written(a).cmp(&written(b))).is_lt()
}

fn written(fact: &Fact) -> String {
    serde_json::to_string(&Json::from(fact)).unwrap_or_default()
}
