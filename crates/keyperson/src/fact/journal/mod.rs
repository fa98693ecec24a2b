//! The journal: a set of facts. Each id is there once, and the order does not depend on the order of the input.

mod builder;
mod ids;
mod shelf;

pub use builder::JournalBuilder;

use std::collections::BTreeMap;
use std::sync::Arc;

use self::ids::Ids;
use self::shelf::Shelf;
use super::{Fact, FactId, PartnerId, PersonId, json_lines};
use crate::error::{AtLine, Error, MAX_DOCUMENT_BYTES, Place, ProblemKind, Problems};
use crate::json::read::{At, Read as _, wrong};
use crate::json::tree::{Json, too_large};

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
///
/// A copy shares what it holds with the original: it costs as much as there are partners, and a fact that is then added
/// to one of the two costs as much as its partner holds.
#[derive(Debug, Clone, Default)]
pub struct Journal {
    /// Each partner's facts; none is empty.
    shelves: BTreeMap<PartnerId, Arc<Shelf>>,
    /// The partners that hold facts of each person, sorted.
    people: Arc<BTreeMap<PersonId, Vec<PartnerId>>>,
    /// The ids of all facts.
    ids: Ids,
}

impl PartialEq for Journal {
    fn eq(&self, other: &Self) -> bool {
        self.shelves == other.shelves
    }
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
                if let Some(fact) = Fact::read(item.into(), &at, &mut problems) {
                    builder.insert(fact, 0, || at.place());
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

    /// A journal of shelves whose facts have these ids, each once.
    fn of(
        shelves: impl Iterator<Item = (PartnerId, Shelf)>,
        ids: impl ExactSizeIterator<Item = FactId>,
    ) -> Self {
        let mut journal = Self::default();
        journal.ids.extend(ids);
        for (partner, shelf) in shelves {
            journal.put(partner, Arc::new(shelf));
        }
        journal
    }

    /// Puts a partner's facts in the place of those that were there.
    fn put(&mut self, partner: PartnerId, shelf: Arc<Shelf>) {
        let known = self.shelves.get(&partner).map(|known| known.people()).unwrap_or_default();
        if known != shelf.people() {
            let people = Arc::make_mut(&mut self.people);
            for person in shelf.people() {
                let partners = people.entry(person.clone()).or_default();
                if let Err(place) = partners.binary_search(&partner) {
                    partners.insert(place, partner.clone());
                }
            }
        }
        self.shelves.insert(partner, shelf);
    }

    /// Adds a fact. Whether it is new is handed back; one that is there already changes nothing.
    ///
    /// It takes as long as its partner has facts.
    ///
    /// ```
    /// # use keyperson::{Fact, Journal};
    /// let fact: Fact = serde_json::from_str(
    ///     r#"{"id":"f-1","at":"2026-01-05T09:00:00+09:00","partner":"acme","person":"p-001","type":"person_registered"}"#,
    /// )?;
    /// let mut journal = Journal::default();
    /// assert!(journal.insert(fact.clone())?);
    /// assert!(!journal.insert(fact)?);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    /// `fact_conflict` where its id names a different fact; then nothing is changed.
    pub fn insert(&mut self, fact: Fact) -> Result<bool, Error> {
        Ok(self.extend([fact])? > 0)
    }

    /// Adds facts in any order, all of them or none, and hands back how many are new.
    ///
    /// It takes as long as the partners that they belong to have facts.
    ///
    /// # Errors
    /// `fact_conflict` for every id that names two different facts; then nothing is changed.
    pub fn extend(&mut self, facts: impl IntoIterator<Item = Fact>) -> Result<usize, Error> {
        self.append(Self::from_facts(facts)?)
    }

    /// All facts of two journals.
    ///
    /// # Errors
    /// `fact_conflict` for every id that names different facts in the two.
    pub fn merge(mut self, other: Self) -> Result<Self, Error> {
        self.append(other)?;
        Ok(self)
    }

    /// Adds the facts of another journal, all of them or none, and hands back how many are new.
    ///
    /// # Errors
    /// As [`Journal::merge`]; then nothing is changed.
    pub fn append(&mut self, other: Self) -> Result<usize, Error> {
        if self.is_empty() {
            *self = other;
            return Ok(self.len());
        }
        let mut problems = Problems::default();
        for fact in other.facts().filter(|fact| self.ids.contains(&fact.id)) {
            let known = self.shelves.get(&fact.partner).and_then(|shelf| shelf.find(fact.at, &fact.id));
            if known != Some(fact) {
                let kind = ProblemKind::FactConflict { id: fact.id.to_string(), other_line: AtLine(0) };
                problems.add(Place::at("/id"), kind);
            }
        }
        problems.into_result(())?;
        let before = self.len();
        for (partner, shelf) in other.shelves {
            let ids: Vec<FactId> = shelf.facts().iter().map(|fact| fact.id.clone()).collect();
            self.ids.extend(ids.into_iter());
            let shelf =
                self.shelves.get(&partner).map_or(shelf.clone(), |known| Arc::new(known.with(&shelf)));
            self.put(partner, shelf);
        }
        Ok(self.len().saturating_sub(before))
    }

    /// One journal per partner. [`Journal::merge`] of them all is the same journal again.
    ///
    /// A brief, or a partner's rows of a portfolio, need no other partner's facts.
    #[must_use]
    pub fn split(self) -> BTreeMap<PartnerId, Self> {
        let mut journals = BTreeMap::new();
        for (partner, shelf) in self.shelves {
            let mut journal = Self::default();
            let ids: Vec<FactId> = shelf.facts().iter().map(|fact| fact.id.clone()).collect();
            journal.ids.extend(ids.into_iter());
            journal.put(partner.clone(), shelf);
            journals.insert(partner, journal);
        }
        journals
    }

    /// Leaves out the facts that `keep` does not keep.
    pub fn retain(&mut self, mut keep: impl FnMut(&Fact) -> bool) {
        let shelves = std::mem::take(self).shelves;
        for (partner, shelf) in shelves {
            let kept = shelf.retain(&mut keep);
            if !kept.facts().is_empty() {
                let ids: Vec<FactId> = kept.facts().iter().map(|fact| fact.id.clone()).collect();
                self.ids.extend(ids.into_iter());
                self.put(partner, Arc::new(kept));
            }
        }
    }

    /// Writes the journal as JSON Lines. Reading that text gives exactly the same journal.
    #[must_use]
    pub fn to_json_lines(&self) -> String {
        json_lines(self.facts())
    }

    /// The facts, by partner, instant, id.
    pub fn facts(&self) -> impl Iterator<Item = &Fact> {
        self.shelves.values().flat_map(|shelf| shelf.facts())
    }

    /// The fact at a place of [`Journal::facts`], from 0. It takes as long as there are partners.
    #[must_use]
    pub fn get(&self, place: usize) -> Option<&Fact> {
        let mut before = 0_usize;
        for facts in self.shelves.values().map(|shelf| shelf.facts()) {
            if let Some(fact) = facts.get(place.checked_sub(before)?) {
                return Some(fact);
            }
            before = before.saturating_add(facts.len());
        }
        None
    }

    /// How many facts there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.ids.len()
    }

    /// Whether there is no fact.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.shelves.is_empty()
    }

    /// The partners of which there are facts, sorted.
    pub fn partners(&self) -> impl Iterator<Item = &PartnerId> {
        self.shelves.keys()
    }

    /// The persons of whom there are facts, sorted.
    pub fn people(&self) -> impl Iterator<Item = &PersonId> {
        self.people.keys()
    }

    /// The facts of one partner, by instant, then id.
    #[must_use]
    pub fn of_partner(&self, partner: &PartnerId) -> &[Fact] {
        self.shelves.get(partner).map(|shelf| shelf.facts()).unwrap_or_default()
    }

    /// The people of one partner, sorted, and for each of its facts the place of its person among them.
    pub(crate) fn people_of(
        &self,
        partner: &PartnerId,
    ) -> (&[PersonId], impl Iterator<Item = Option<usize>>) {
        let shelf = self.shelves.get(partner);
        let people = shelf.map(|shelf| shelf.people()).unwrap_or_default();
        (people, shelf.into_iter().flat_map(|shelf| shelf.whose()))
    }

    /// The partners that hold facts of `person`, sorted.
    #[must_use]
    pub fn partners_of(&self, person: &PersonId) -> &[PartnerId] {
        self.people.get(person).map_or(&[], Vec::as_slice)
    }
}
