//! Journals: facts that were read once and are asked about many times.

use std::sync::{Arc, Mutex, PoisonError};

use keyperson::Json;

use crate::door::{KeypersonError, Told, door};
use crate::fact::Fact;
use crate::plain::ToJson as _;

/// A set of facts, checked; it never changes.
#[derive(Debug, uniffi::Object)]
pub struct Journal(pub(crate) keyperson::Journal);

#[uniffi::export]
impl Journal {
    /// Reads facts from a text of JSON Lines.
    ///
    /// # Errors
    /// Every problem of the text.
    #[uniffi::constructor]
    pub fn from_json_lines(text: String) -> Result<Arc<Self>, KeypersonError> {
        door(|| Ok(Arc::new(Self(keyperson::Journal::from_json_lines(&text)?))))
    }

    /// Reads facts from the bytes of a file of JSON Lines.
    ///
    /// # Errors
    /// Every problem of the text.
    #[uniffi::constructor]
    pub fn from_json_lines_bytes(bytes: Vec<u8>) -> Result<Arc<Self>, KeypersonError> {
        door(|| Ok(Arc::new(Self(keyperson::Journal::from_json_lines_bytes(&bytes)?))))
    }

    /// A journal of facts that a program made.
    ///
    /// # Errors
    /// Every problem of the facts; the path begins with the number of the fact, from 0.
    #[uniffi::constructor]
    pub fn from_facts(facts: Vec<Fact>) -> Result<Arc<Self>, KeypersonError> {
        door(|| {
            let list = Json::List(facts.into_iter().map(Fact::json).collect());
            Ok(Arc::new(Self(keyperson::Journal::from_tree(&list)?)))
        })
    }

    /// All facts of both.
    ///
    /// # Errors
    /// `fact_conflict` where one id stands for two facts.
    pub fn merge(&self, other: Arc<Self>) -> Result<Arc<Self>, KeypersonError> {
        door(|| Ok(Arc::new(Self(self.0.clone().merge(other.0.clone())?))))
    }

    /// The journal as JSON Lines.
    ///
    /// # Errors
    /// None of its own.
    pub fn to_json_lines(&self) -> Result<String, KeypersonError> {
        door(|| Ok(self.0.to_json_lines()))
    }

    /// The facts, by partner, time and id.
    ///
    /// # Errors
    /// None of its own.
    pub fn facts(&self) -> Result<Vec<Fact>, KeypersonError> {
        door(|| Ok(self.0.facts().cloned().map(Fact::from).collect()))
    }

    /// How many facts there are.
    ///
    /// # Errors
    /// None of its own.
    pub fn size(&self) -> Result<i64, KeypersonError> {
        door(|| Ok(count(self.0.len())))
    }

    /// The partners of which there are facts, sorted.
    ///
    /// # Errors
    /// None of its own.
    pub fn partners(&self) -> Result<Vec<String>, KeypersonError> {
        door(|| Ok(self.0.partners().map(ToString::to_string).collect()))
    }

    /// The people of whom there are facts, sorted.
    ///
    /// # Errors
    /// None of its own.
    pub fn people(&self) -> Result<Vec<String>, KeypersonError> {
        door(|| Ok(self.0.people().map(ToString::to_string).collect()))
    }
}

/// A journal that is read piece by piece.
#[derive(Debug, uniffi::Object)]
pub struct JournalBuilder(Mutex<keyperson::JournalBuilder>);

#[uniffi::export]
impl JournalBuilder {
    /// An empty one.
    ///
    /// # Errors
    /// None of its own.
    #[uniffi::constructor]
    pub fn begin() -> Result<Arc<Self>, KeypersonError> {
        door(|| Ok(Arc::new(Self(Mutex::default()))))
    }

    /// Adds whole lines; lines are counted on from the last call. Problems are told by `finish`.
    ///
    /// # Errors
    /// None of its own.
    pub fn push_json_lines(&self, lines: String) -> Result<(), KeypersonError> {
        self.with(|builder| builder.push_json_lines(&lines))
    }

    /// How many different facts there are by now.
    ///
    /// # Errors
    /// None of its own.
    pub fn size(&self) -> Result<i64, KeypersonError> {
        self.with(|builder| count(builder.len()))
    }

    /// The journal; the builder begins anew.
    ///
    /// # Errors
    /// Every problem met on the way.
    pub fn finish(&self) -> Result<Arc<Journal>, KeypersonError> {
        let built = self.with(std::mem::take)?;
        door(|| Ok(Arc::new(Journal(built.finish()?))))
    }
}

impl JournalBuilder {
    fn with<T>(&self, work: impl FnOnce(&mut keyperson::JournalBuilder) -> T) -> Told<T> {
        door(|| Ok(work(&mut self.0.lock().unwrap_or_else(PoisonError::into_inner))))
    }
}

/// A count, as every language has it.
fn count(of: usize) -> i64 {
    i64::try_from(of).unwrap_or(i64::MAX)
}
