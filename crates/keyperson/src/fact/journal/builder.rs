//! Building a journal piece by piece.

use std::collections::BTreeSet;
use std::collections::hash_map::Entry;

use super::Journal;
use super::shelf::{Shelf, stays};
use crate::error::{AtLine, Error, Place, Problem, ProblemKind, Problems};
use crate::fact::{Fact, FactId, PartnerId};
use crate::json::read::{At, Read as _};
use crate::json::row::{self, Row};
use crate::json::tree::Json;
use crate::json::value::Value;
use crate::value::{Lookup, Texts};

/// Builds a journal piece by piece, for inputs larger than one document, and collects every problem on the way.
#[derive(Debug, Default)]
pub struct JournalBuilder {
    shelves: Vec<Unsorted>,
    /// The place of each partner in `shelves`.
    partners: Lookup<PartnerId, usize>,
    /// The shelf of the last fact: facts often come partner by partner.
    last: usize,
    /// Where each fact lies: its shelf, and its place there.
    places: Lookup<FactId, (usize, usize)>,
    /// Ids that name two facts.
    disputed: BTreeSet<FactId>,
    problems: Problems,
    texts: Texts,
    lines: u64,
}

/// One partner's facts in the order of their arrival, each with its line.
#[derive(Debug)]
struct Unsorted {
    partner: PartnerId,
    facts: Vec<Fact>,
    lines: Vec<u64>,
}

impl JournalBuilder {
    /// Adds one fact.
    pub fn push(&mut self, fact: Fact) {
        self.push_at(fact, 0);
    }

    /// Adds a fact read from a line of a file (from 1; 0 where unknown).
    pub fn push_at(&mut self, fact: Fact, line: u64) {
        self.insert(fact, line, || Place { line: (line > 0).then_some(line), path: String::new() });
    }

    /// Adds a fact read from a place; a conflict is told at its id.
    pub(crate) fn insert(&mut self, fact: Fact, line: u64, place: impl FnOnce() -> Place) {
        let shelf = self.shelf_of(&fact.partner);
        match self.places.entry(fact.id.clone()) {
            Entry::Vacant(entry) => {
                if let Some(Unsorted { facts, lines, .. }) = self.shelves.get_mut(shelf) {
                    entry.insert((shelf, facts.len()));
                    facts.push(fact);
                    lines.push(line);
                }
            }
            Entry::Occupied(entry) => {
                let (shelf, row) = *entry.get();
                let Some(shelf) = self.shelves.get_mut(shelf) else { return };
                let (Some(known), Some(known_line)) = (shelf.facts.get_mut(row), shelf.lines.get_mut(row))
                else {
                    return;
                };
                if *known != fact {
                    let other_line = AtLine(*known_line);
                    let kind = ProblemKind::FactConflict { id: fact.id.to_string(), other_line };
                    self.problems.add(place().field("id"), kind);
                    self.disputed.insert(fact.id);
                } else if !stays(known, &fact) {
                    (*known, *known_line) = (fact, line);
                }
            }
        }
    }

    fn shelf_of(&mut self, partner: &PartnerId) -> usize {
        if self.shelves.get(self.last).is_none_or(|shelf| shelf.partner != *partner) {
            let next = self.shelves.len();
            self.last = match self.partners.get(partner) {
                Some(known) => *known,
                None => {
                    self.partners.insert(partner.clone(), next);
                    let (facts, lines) = (Vec::new(), Vec::new());
                    self.shelves.push(Unsorted { partner: partner.clone(), facts, lines });
                    next
                }
            };
        }
        self.last
    }

    /// Adds whole lines of JSON; lines are counted on from the last call.
    pub fn push_json_lines(&mut self, text: &str) {
        let mut row = Row::new();
        for line in text.lines() {
            self.push_line(line, &mut row);
        }
    }

    /// Adds one line of JSON.
    pub fn push_json_line(&mut self, text: &str) {
        self.push_line(text, &mut Row::new());
    }

    fn push_line<'t>(&mut self, text: &'t str, row: &mut Row<'t>) {
        self.lines = self.lines.saturating_add(1);
        let line = self.lines;
        let text = if line == 1 { text.strip_prefix('\u{feff}').unwrap_or(text) } else { text };
        if text.trim().is_empty() {
            return;
        }
        if row::read(text, row) {
            return self.push_value(Value::Row(row), line);
        }
        match Json::parse_at(text, Some(line)) {
            Err(problem) => self.problems.add(problem.place, problem.kind),
            Ok(json) => self.push_value((&json).into(), line),
        }
    }

    /// Adds the fact that a row of a table holds: the names of its fields and their values. `line` is told with what is
    /// wrong (from 1).
    pub fn push_row(&mut self, row: &[(&str, Value<'_>)], line: u64) {
        self.push_value(Value::Row(row), line);
    }

    fn push_value(&mut self, value: Value<'_>, line: u64) {
        let fact = Fact::read(value, &At::with_texts(Some(line), &self.texts), &mut self.problems);
        if let Some(fact) = fact {
            self.push_at(fact, line);
        }
    }

    /// Notes a problem that was found before a fact could be read; the journal will not be handed out.
    pub fn refuse(&mut self, problem: Problem) {
        self.problems.add(problem.place, problem.kind);
    }

    /// The ids of the facts there are by now, in no order.
    pub fn ids(&self) -> impl Iterator<Item = &FactId> {
        self.places.keys()
    }

    /// How many different facts there are by now.
    #[must_use]
    pub fn len(&self) -> usize {
        self.places.len()
    }

    /// Whether there is no fact by now.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.places.is_empty()
    }

    /// The journal.
    ///
    /// # Errors
    /// Every problem met on the way; then nothing is handed out.
    pub fn finish(mut self) -> Result<Journal, Error> {
        std::mem::take(&mut self.problems).into_result(())?;
        Ok(self.finish_undisputed().0)
    }

    /// The journal of the facts that could be read, and every problem met on the way. Of facts that have one id none is
    /// kept: which was meant cannot be guessed.
    #[must_use]
    pub fn finish_undisputed(mut self) -> (Journal, Option<Error>) {
        let disputed = &self.disputed;
        if !disputed.is_empty() {
            self.places.retain(|id, _| !disputed.contains(id));
            for shelf in &mut self.shelves {
                shelf.facts.retain(|fact| !disputed.contains(&fact.id));
            }
            self.shelves.retain(|shelf| !shelf.facts.is_empty());
        }
        let shelves = self.shelves.into_iter().map(|of| (of.partner, Shelf::of(of.facts)));
        (Journal::of(shelves, self.places.into_keys()), self.problems.into_error())
    }
}
