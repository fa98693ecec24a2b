//! The journal: a set of facts. Each id is there once, and the order does not depend on the order of the input.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

use super::{Fact, FactId, PartnerId, PersonId};
use crate::error::{AtLine, Error, MAX_DOCUMENT_BYTES, Place, ProblemKind, Problems};
use crate::json::read::{At, Read, wrong};
use crate::json::tree::{Json, too_large};
use crate::order::Order as _;

/// A set of facts.
///
/// The order of the input and repeated facts do not matter. Facts are kept once, by partner, then instant, then id.
///
/// ```
/// let text = r#"{"id":"f-1","at":"2026-01-05T09:00:00+09:00","partner":"acme","person":"p-001","type":"person_registered"}"#;
/// let journal = keyperson::Journal::from_json_lines(text)?;
/// assert_eq!(journal.len(), 1);
/// # Ok::<(), keyperson::Error>(())
/// ```
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Journal {
    /// Sorted by partner, instant, id.
    facts: Vec<Fact>,
    /// Where each partner's facts lie in `facts`.
    partners: BTreeMap<PartnerId, std::ops::Range<usize>>,
    /// The partners that hold facts of each person.
    people: BTreeMap<PersonId, Vec<PartnerId>>,
}

impl Journal {
    /// Reads facts from JSON Lines: one JSON object per line. Blank lines and a byte order mark are ignored.
    ///
    /// # Errors
    /// Every problem of the text, each with its line and path. If there is one, nothing is kept.
    pub fn from_json_lines(text: &str) -> Result<Self, Error> {
        if text.len() > MAX_DOCUMENT_BYTES {
            return Err(Error::one(Place::default(), too_large(text.len())));
        }
        let mut builder = JournalBuilder::default();
        builder.push_json_lines(text);
        builder.finish()
    }

    /// Reads facts from the bytes of a JSON Lines file.
    ///
    /// # Errors
    /// `not_utf8`, and all that [`Journal::from_json_lines`] finds.
    pub fn from_json_lines_bytes(bytes: &[u8]) -> Result<Self, Error> {
        match std::str::from_utf8(bytes) {
            Ok(text) => Self::from_json_lines(text),
            Err(error) => {
                let before = bytes.get(..error.valid_up_to()).unwrap_or_default();
                let line = before.iter().filter(|byte| **byte == b'\n').count().saturating_add(1);
                let offset = u64::try_from(error.valid_up_to()).unwrap_or(u64::MAX);
                let place = Place { line: u64::try_from(line).ok(), path: String::new() };
                Err(Error::one(place, ProblemKind::NotUtf8 { offset }))
            }
        }
    }

    /// Reads facts from a JSON list.
    ///
    /// ```
    /// # use keyperson::{Journal, Json};
    /// let list = Json::parse(
    ///     r#"[{"id":"f-1","at":"2026-01-05T09:00:00+09:00","partner":"acme","person":"p-001","type":"person_registered"}]"#,
    /// )?;
    /// assert_eq!(Journal::from_tree(&list)?.len(), 1);
    /// # Ok::<(), keyperson::Error>(())
    /// ```
    ///
    /// # Errors
    /// Every problem of the list, each with its path, such as `/3/value`; `wrong_type` for anything but a list.
    pub fn from_tree(facts: &Json) -> Result<Self, Error> {
        let root = At::root(None);
        let mut problems = Problems::default();
        let mut builder = JournalBuilder::default();
        if let Json::List(items) = facts {
            for (index, item) in items.iter().enumerate() {
                let at = root.index(index);
                if let Some(fact) = Fact::read(item, &at, &mut problems) {
                    builder.insert(fact, 0, at.place());
                }
            }
        } else {
            let _none: Option<()> = wrong(facts, "a list of facts", &root, &mut problems);
        }
        match (problems.into_error(), builder.finish()) {
            (None, journal) => journal,
            (Some(error), Ok(_)) => Err(error),
            (Some(mut error), Err(conflicts)) => {
                error.append(conflicts);
                Err(error)
            }
        }
    }

    /// Takes facts in any order.
    ///
    /// # Errors
    /// `fact_conflict` for every id that names two different facts.
    pub fn from_facts(facts: impl IntoIterator<Item = Fact>) -> Result<Self, Error> {
        let mut builder = JournalBuilder::default();
        for fact in facts {
            builder.push(fact);
        }
        builder.finish()
    }

    /// All facts of two journals.
    ///
    /// # Errors
    /// `fact_conflict` for every id that names different facts in the two.
    pub fn merge(self, other: Self) -> Result<Self, Error> {
        Self::from_facts(self.facts.into_iter().chain(other.facts))
    }

    /// Writes the journal as JSON Lines. Reading that text gives exactly the same journal.
    #[must_use]
    pub fn to_json_lines(&self) -> String {
        let mut text = String::new();
        for fact in &self.facts {
            // Serialising plain data into a string cannot fail.
            text.push_str(&crate::json::write::to_string(fact).unwrap_or_default());
            text.push('\n');
        }
        text
    }

    /// The facts, by partner, instant, id.
    #[must_use]
    pub fn facts(&self) -> &[Fact] {
        &self.facts
    }

    /// How many facts there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.facts.len()
    }

    /// Whether there is no fact.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.facts.is_empty()
    }

    /// The partners of which there are facts, sorted.
    pub fn partners(&self) -> impl Iterator<Item = &PartnerId> {
        self.partners.keys()
    }

    /// The persons of whom there are facts, sorted.
    pub fn people(&self) -> impl Iterator<Item = &PersonId> {
        self.people.keys()
    }

    /// The facts of one partner, by instant, then id.
    #[must_use]
    pub fn of_partner(&self, partner: &PartnerId) -> &[Fact] {
        self.partners.get(partner).and_then(|range| self.facts.get(range.clone())).unwrap_or_default()
    }

    /// The partners that hold facts of `person`, sorted.
    #[must_use]
    pub fn partners_of(&self, person: &PersonId) -> &[PartnerId] {
        self.people.get(person).map_or(&[], Vec::as_slice)
    }
}

/// Builds a journal piece by piece, for inputs larger than one document, and collects every problem on the way.
#[derive(Debug, Default)]
pub struct JournalBuilder {
    /// In the order of their arrival, each with its line.
    facts: Vec<(Fact, u64)>,
    /// The place of each id in `facts`. A tree that held the facts themselves would move them and waste memory.
    places: BTreeMap<FactId, usize>,
    problems: Problems,
    lines: u64,
}

impl JournalBuilder {
    /// Adds one fact.
    pub fn push(&mut self, fact: Fact) {
        self.push_at(fact, 0);
    }

    /// Adds a fact read from a line of a file (from 1; 0 where unknown).
    pub fn push_at(&mut self, fact: Fact, line: u64) {
        self.insert(fact, line, Place { line: (line > 0).then_some(line), path: String::new() });
    }

    /// Adds a fact read from a place; a conflict is told at its id.
    pub(crate) fn insert(&mut self, fact: Fact, line: u64, place: Place) {
        let known = match self.places.entry(fact.id.clone()) {
            Entry::Vacant(entry) => {
                entry.insert(self.facts.len());
                None
            }
            Entry::Occupied(entry) => self.facts.get_mut(*entry.get()),
        };
        match known {
            None => self.facts.push((fact, line)),
            Some((known, other_line)) if *known != fact => {
                let kind =
                    ProblemKind::FactConflict { id: fact.id.to_string(), other_line: AtLine(*other_line) };
                self.problems.add(place.field("id"), kind);
            }
            // The same instant in another offset: keep one of the two by a rule, not by arrival.
            Some(known) if known.0.at.to_string() > fact.at.to_string() => *known = (fact, line),
            Some(_) => {}
        }
    }

    /// Adds whole lines of JSON; lines are counted on from the last call.
    pub fn push_json_lines(&mut self, text: &str) {
        for line in text.lines() {
            self.push_json_line(line);
        }
    }

    /// Adds one line of JSON.
    pub fn push_json_line(&mut self, text: &str) {
        self.lines = self.lines.saturating_add(1);
        let line = self.lines;
        let text = if line == 1 { text.strip_prefix('\u{feff}').unwrap_or(text) } else { text };
        if text.trim().is_empty() {
            return;
        }
        match Json::parse_at(text, Some(line)) {
            Err(problem) => self.problems.add(problem.place, problem.kind),
            Ok(json) => {
                if let Some(fact) = Fact::read(&json, &At::root(Some(line)), &mut self.problems) {
                    self.push_at(fact, line);
                }
            }
        }
    }

    /// How many different facts there are by now.
    #[must_use]
    pub fn len(&self) -> usize {
        self.facts.len()
    }

    /// Whether there is no fact by now.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.facts.is_empty()
    }

    /// The journal.
    ///
    /// # Errors
    /// Every problem met on the way; then nothing is handed out.
    pub fn finish(self) -> Result<Journal, Error> {
        drop(self.places);
        let facts: Vec<Fact> = self.facts.into_iter().map(|(fact, _)| fact).collect();
        self.problems.into_result(index(facts))
    }
}

/// Sorts the facts and notes where each partner's lie.
fn index(mut facts: Vec<Fact>) -> Journal {
    facts.order_by(|a, b| (&a.partner, a.at, &a.id).cmp(&(&b.partner, b.at, &b.id)));
    let mut partners: BTreeMap<PartnerId, std::ops::Range<usize>> = BTreeMap::new();
    let mut people: BTreeMap<PersonId, Vec<PartnerId>> = BTreeMap::new();
    for (position, fact) in facts.iter().enumerate() {
        let end = position.saturating_add(1);
        match partners.get_mut(&fact.partner) {
            Some(range) => range.end = end,
            None => {
                partners.insert(fact.partner.clone(), position..end);
            }
        }
        if let Some(person) = &fact.person {
            match people.get_mut(person) {
                // Facts come partner by partner, so a repeated partner is always the last one.
                Some(known) if known.last() == Some(&fact.partner) => {}
                Some(known) => known.push(fact.partner.clone()),
                None => {
                    people.insert(person.clone(), vec![fact.partner.clone()]);
                }
            }
        }
    }
    Journal { facts, partners, people }
}
