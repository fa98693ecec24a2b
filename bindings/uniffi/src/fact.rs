//! A fact, and how it becomes the core's JSON and back.

use keyperson::{Json, fact as core};

use crate::event::Event;
use crate::plain::{Plain as _, ToJson};
use crate::value::Instant;

/// One dated thing that happened.
#[derive(Debug, Clone, PartialEq, uniffi::Record)]
pub struct Fact {
    /// Id, unique in the journal.
    pub id: String,
    /// When it happened.
    pub at: Instant,
    /// The partner company.
    pub partner: String,
    /// The person; absent for facts about the whole partner.
    #[uniffi(default = None)]
    pub person: Option<String>,
    /// Where the fact comes from.
    #[uniffi(default = None)]
    pub source: Option<String>,
    /// What happened.
    pub event: Event,
}

impl ToJson for Fact {
    fn json(self) -> Json {
        let (word, fields) = self.event.json();
        let envelope = [
            ("id", self.id.json()),
            ("at", self.at.json()),
            ("partner", self.partner.json()),
            ("person", self.person.json()),
            ("source", self.source.json()),
            ("type", word.to_owned().json()),
        ];
        let present = envelope.into_iter().chain(fields).filter(|(_, value)| *value != Json::Null);
        Json::Object(present.map(|(name, value)| (name.to_owned(), value)).collect())
    }
}

impl From<core::Fact> for Fact {
    fn from(fact: core::Fact) -> Self {
        let core::Fact { id, at, partner, person, source, event } = fact;
        Self {
            id: id.plain(),
            at,
            partner: partner.plain(),
            person: person.plain(),
            source: source.plain(),
            event: event.into(),
        }
    }
}
