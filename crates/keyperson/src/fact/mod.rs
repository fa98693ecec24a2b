//! Facts: dated things that happened. A fact never changes and has its own id.
//!
//! A fact is one JSON object, flat: the envelope (`id`, `at`, `partner`, `person`, `type`, `source`) and the
//! fields of its type side by side. [`EVENTS`] describes every type, its fields and their ranges; readers,
//! JSON Schema, tables and mappings all follow it.

mod column;
mod event;
mod journal;
mod schema;
mod traits;
mod word;

pub use crate::value::{DealId, FactId, PartnerId, PersonId};
pub use column::{ColumnKind, ColumnSpec};
pub use event::*;
pub use journal::{Journal, JournalBuilder};
pub use schema::json_schema;
pub use traits::{PerTrait, Trait};
pub use word::*;

use serde::ser::SerializeMap;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::calendar::Instant;
use crate::error::{Error, ProblemKind, Problems};
use crate::json::read::{At, Fields, Read};
use crate::json::tree::{Json, shortened};
use crate::json::value::Value;
use crate::json::write::to_lines;
use crate::value::{Text, Texts};

/// The schema tag of a fact, written into each line.
pub const SCHEMA: &str = "keyperson.fact/1";

/// The fields that every fact may have, whatever its type.
pub const ENVELOPE: &[ColumnSpec] = &[
    ColumnSpec {
        name: "schema",
        kind: ColumnKind::Key,
        required: false,
        doc: "schema tag, `keyperson.fact/1`",
    },
    ColumnSpec {
        name: "id",
        kind: ColumnKind::Key,
        required: true,
        doc: "id of the fact, unique in the journal",
    },
    ColumnSpec {
        name: "at",
        kind: ColumnKind::Instant,
        required: true,
        doc: "when it happened, RFC 3339 with offset",
    },
    ColumnSpec { name: "partner", kind: ColumnKind::Key, required: true, doc: "id of the partner company" },
    ColumnSpec {
        name: "person",
        kind: ColumnKind::Key,
        required: false,
        doc: "id of the person; absent for facts about the whole partner",
    },
    ColumnSpec { name: "type", kind: ColumnKind::Key, required: true, doc: "type of the fact" },
    ColumnSpec {
        name: "source",
        kind: ColumnKind::Text,
        required: false,
        doc: "where the fact comes from: a system, a file, a meeting",
    },
];

const ENVELOPE_NAMES: &[&str] = &["schema", "id", "at", "partner", "person", "type", "source"];

/// One dated thing that happened.
///
/// ```
/// let fact: keyperson::Fact = serde_json::from_str(
///     r#"{"id":"f-1","at":"2026-01-05T09:00:00+09:00","partner":"acme","person":"p-001",
///         "type":"signal","signal":"study_session","value":1}"#,
/// )?;
/// assert_eq!(fact.event.type_name(), "signal");
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq)]
pub struct Fact {
    /// Id, unique in the journal.
    pub id: FactId,
    /// When it happened.
    pub at: Instant,
    /// The partner company.
    pub partner: PartnerId,
    /// The person; absent for facts about the whole partner.
    pub person: Option<PersonId>,
    /// Where the fact comes from.
    pub source: Option<Text>,
    /// What happened.
    pub event: Event,
}

impl Fact {
    /// Reads a fact from a JSON object.
    ///
    /// # Errors
    /// Every problem of the object, each with its path.
    pub fn from_json(json: &Json) -> Result<Self, Error> {
        read_at(json.into(), &At::root(None))
    }
}

fn read_at(value: Value<'_>, at: &At<'_>) -> Result<Fact, Error> {
    let mut problems = Problems::default();
    let fact = Fact::read(value, at, &mut problems);
    match (fact, problems.into_error()) {
        (Some(fact), None) => Ok(fact),
        (_, Some(error)) => Err(error),
        (None, None) => Err(Error::one(crate::error::Place::default(), ProblemKind::NothingToRead {})),
    }
}

/// Reads facts one after the other, and keeps short texts that come again once.
///
/// ```
/// use keyperson::fact::FactReader;
/// use keyperson::json::Value;
///
/// let reader = FactReader::default();
/// let row = [
///     ("id", Value::Text("f-1")),
///     ("at", Value::Text("2026-01-05T09:00:00+09:00")),
///     ("partner", Value::Text("acme")),
///     ("person", Value::Text("p-001")),
///     ("type", Value::Text("allocation")),
///     ("hours_per_week", Value::Integer(4)),
/// ];
/// assert_eq!(reader.read(Value::Row(&row))?.partner.as_str(), "acme");
/// # Ok::<(), keyperson::Error>(())
/// ```
#[derive(Debug, Default)]
pub struct FactReader {
    texts: Texts,
}

impl FactReader {
    /// Reads a fact from the names of its fields and their values, or from an object.
    ///
    /// # Errors
    /// As [`Fact::from_json`].
    pub fn read(&self, value: Value<'_>) -> Result<Fact, Error> {
        read_at(value, &At::with_texts(None, &self.texts))
    }
}

impl Read for Fact {
    fn read(json: Value<'_>, at: &At<'_>, problems: &mut Problems) -> Option<Self> {
        let before = problems.count();
        let fields = Fields::of(json, at, problems)?;
        if let Some(Value::Text(tag)) = fields.find("schema") {
            // A later version may mean anything by its other fields: say this and nothing else.
            if let Some(kind) = schema_problem(tag, SCHEMA) {
                problems.add(at.field("schema").place(), kind);
                return None;
            }
        } else {
            let _tag: Option<Option<Text>> = fields.read("schema", problems);
        }
        let id = fields.read("id", problems);
        let instant = fields.read("at", problems);
        let partner = fields.read("partner", problems);
        let person: Option<Option<PersonId>> = fields.read("person", problems);
        let source = fields.read("source", problems);
        let event = Event::read(&fields, at, problems);
        if let (Some(event), Some(None)) = (&event, &person)
            && event.spec().person_required
        {
            let kind = ProblemKind::MissingPerson { fact_type: event.type_name().to_owned() };
            problems.add(at.field("person").place(), kind);
        }
        if let Some(field) = event.as_ref().and_then(Event::lacks) {
            let kind = ProblemKind::MissingField { field: field.to_owned() };
            problems.add(at.field(field).place(), kind);
        }
        if let Some((field, what)) = event.as_ref().and_then(Event::contradicts) {
            problems.add(at.field(field).place(), ProblemKind::Contradiction { what });
        }
        if problems.count() > before {
            return None;
        }
        Some(Self {
            id: id?,
            at: instant?,
            partner: partner?,
            person: person?,
            source: source?,
            event: event?,
        })
    }
}

/// Facts as JSON Lines, in the order given.
///
/// ```
/// let journal = keyperson::Journal::default();
/// assert_eq!(keyperson::fact::json_lines(journal.facts()), journal.to_json_lines());
/// ```
#[must_use]
pub fn json_lines<'f>(facts: impl IntoIterator<Item = &'f Fact>) -> String {
    // Serialising plain data into a string cannot fail.
    to_lines(facts)
}

/// What is wrong with the schema tag of a document that should carry `supported`.
pub(crate) fn schema_problem(found: &str, supported: &str) -> Option<ProblemKind> {
    if found == supported {
        return None;
    }
    let (name, version) = supported.rsplit_once('/')?;
    let newer = found
        .strip_prefix(name)
        .and_then(|rest| rest.strip_prefix('/'))
        .and_then(|rest| rest.parse::<u64>().ok())
        .is_some_and(|found| version.parse::<u64>().is_ok_and(|known| found > known));
    let (found, supported) = (shortened(found), supported.to_owned());
    Some(if newer {
        ProblemKind::NewerSchema { found, supported }
    } else {
        ProblemKind::UnknownSchema { found, supported }
    })
}

impl Fact {
    /// Hands out the names of its fields and their values as they are written; those without a value are passed over.
    ///
    /// ```
    /// # use keyperson::{Fact, json::Value};
    /// let fact: Fact = serde_json::from_str(
    ///     r#"{"id":"f-1","at":"2026-01-05T09:00:00+09:00","partner":"acme","type":"news","topic":"路線","manner":"open"}"#,
    /// )?;
    /// let mut names = Vec::new();
    /// fact.each_field(&mut |name, _| names.push(name));
    /// assert_eq!(names, ["schema", "id", "at", "partner", "type", "topic", "manner"]);
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    pub fn each_field<'f>(&'f self, visit: &mut dyn FnMut(&'static str, Value<'f>)) {
        visit("schema", Value::Text(SCHEMA));
        visit("id", Value::Text(self.id.as_str()));
        visit("at", Value::Instant(self.at));
        visit("partner", Value::Text(self.partner.as_str()));
        if let Some(person) = &self.person {
            visit("person", Value::Text(person.as_str()));
        }
        visit("type", Value::Text(self.event.type_name()));
        self.event.each_field(visit);
        if let Some(source) = &self.source {
            visit("source", Value::Text(source.as_str()));
        }
    }
}

impl Serialize for Fact {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        let mut written = Ok(());
        self.each_field(&mut |name, value| {
            if written.is_ok() {
                written = map.serialize_entry(name, &value);
            }
        });
        written?;
        map.end()
    }
}

impl<'de> Deserialize<'de> for Fact {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let json = Json::deserialize(deserializer)?;
        Self::from_json(&json).map_err(serde::de::Error::custom)
    }
}
