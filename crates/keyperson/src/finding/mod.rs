//! Findings: anything that needs attention, with its evidence, its due day and what may be done.

use std::collections::{BTreeMap, BTreeSet};

mod code;
mod value;

use serde::{Deserialize, Deserializer, Serialize};

use crate::calendar::{Day, Instant};
use crate::error::{Error, Place, ProblemKind, Problems};
use crate::fact::{Fact, FactId};
use crate::json::Json;
use crate::json::read::{self, At, Fields, Read, words};
use crate::json::value::Value;
use crate::value::{Key, Lookup};

pub use code::FindingCode;
pub(crate) use code::Vocabulary;
use value::Shown;
pub use value::{FindingValue, FindingValueType};
pub(crate) use value::{count, day, days, hours, minutes, names, number, part_days, share, text, word};

words! {
    /// How much a finding matters, the most urgent first.
    pub enum Urgency {
        /// Act this week.
        Urgent = "urgent",
        /// Plan for it.
        Important = "important",
        /// Good to know.
        Notice = "notice",
        /// Something to celebrate.
        Celebrate = "celebrate",
    }
}

/// Something that needs attention.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(not(feature = "exhaustive"), non_exhaustive)]
pub struct Finding {
    /// What it is.
    pub code: FindingCode,
    /// How much it matters.
    pub urgency: Urgency,
    /// What it is about: a trait, a pattern, a rung, a gate; empty where the code says it all.
    pub about: String,
    /// Since when it holds, in the partner's zone: what its room says, or else the instant of its earliest fact.
    /// Absent where no fact is behind it.
    pub since: Option<Instant>,
    /// By which day it wants an answer.
    pub due: Option<Day>,
    /// The values in its sentence, by name.
    pub values: BTreeMap<String, FindingValue>,
    /// The facts behind it, the weightiest first.
    pub evidence: Vec<FactId>,
    /// What may be done about it, by code.
    pub remedies: Vec<Key>,
}

impl Finding {
    /// Reads a finding as results hold it, say one that was stored. Fields that a later version adds are passed over.
    ///
    /// # Errors
    /// Every problem of the object, each with its path.
    pub fn from_json(json: &Json) -> Result<Self, Error> {
        let mut problems = Problems::default();
        let finding = Self::read(json.into(), &At::root(None), &mut problems);
        let nothing = || Error::one(Place::default(), ProblemKind::NothingToRead {});
        problems.into_result(finding)?.ok_or_else(nothing)
    }

    pub(crate) fn new(code: FindingCode, urgency: Urgency, about: impl Into<String>) -> Self {
        Self {
            code,
            urgency,
            about: about.into(),
            since: None,
            due: None,
            values: BTreeMap::new(),
            evidence: Vec::new(),
            remedies: Vec::new(),
        }
    }

    pub(crate) fn since(mut self, since: Instant) -> Self {
        self.since = Some(since);
        self
    }

    pub(crate) fn due(mut self, due: Option<Day>) -> Self {
        self.due = due;
        self
    }

    pub(crate) fn value(mut self, name: &str, value: FindingValue) -> Self {
        self.values.insert(name.to_owned(), value);
        self
    }

    pub(crate) fn maybe(self, name: &str, value: Option<FindingValue>) -> Self {
        match value {
            Some(value) => self.value(name, value),
            None => self,
        }
    }

    pub(crate) fn evidence(mut self, facts: impl IntoIterator<Item = FactId>) -> Self {
        self.evidence.extend(facts);
        self
    }

    pub(crate) fn remedies(mut self, remedies: &[Key]) -> Self {
        self.remedies.extend_from_slice(remedies);
        self
    }
}

impl Read for Finding {
    fn read(json: Value<'_>, at: &At<'_>, problems: &mut Problems) -> Option<Self> {
        let fields = Fields::of(json, at, problems)?;
        let (code, urgency) = (fields.read("code", problems), fields.read("urgency", problems));
        let about: Option<Shown> = fields.read("about", problems);
        let (since, due) = (fields.read("since", problems), fields.read("due", problems));
        let values: Option<Values> = fields.read("values", problems);
        let (evidence, remedies) = (fields.read("evidence", problems), fields.read("remedies", problems));
        Some(Self {
            code: code?,
            urgency: urgency?,
            about: about?.0,
            since: since?,
            due: due?,
            values: values?.0,
            evidence: evidence?,
            remedies: remedies?,
        })
    }
}

/// Values by name.
struct Values(BTreeMap<String, FindingValue>);

impl Read for Values {
    fn read(json: Value<'_>, at: &At<'_>, problems: &mut Problems) -> Option<Self> {
        let Value::Object(entries) = json else { return read::wrong(json, "an object", at, problems) };
        let mut values = Some(BTreeMap::new());
        for (name, value) in entries {
            let value = FindingValue::read(value.into(), &at.field(name), problems);
            match (&mut values, value) {
                (Some(values), Some(value)) => drop(values.insert(name.clone(), value)),
                _ => values = None,
            }
        }
        values.map(Self)
    }
}

impl<'de> Deserialize<'de> for Finding {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Self::from_json(&Json::deserialize(deserializer)?).map_err(serde::de::Error::custom)
    }
}

/// Says of every finding since when it holds where its room does not: since the earliest of its facts among `facts`.
pub(crate) fn date<'a>(findings: &mut [Finding], facts: impl Iterator<Item = &'a Fact>) {
    let mut wanted: Lookup<&FactId, Vec<usize>> = Lookup::default();
    for (index, finding) in findings.iter().enumerate().filter(|(_, finding)| finding.since.is_none()) {
        for id in &finding.evidence {
            wanted.entry(id).or_default().push(index);
        }
    }
    if wanted.is_empty() {
        return;
    }
    let mut earliest: Vec<Option<Instant>> = vec![None; findings.len()];
    for fact in facts {
        for index in wanted.get(&fact.id).into_iter().flatten() {
            if let Some(at) = earliest.get_mut(*index) {
                *at = Some(at.map_or(fact.at, |known| known.min(fact.at)));
            }
        }
    }
    for (finding, at) in findings.iter_mut().zip(earliest) {
        finding.since = finding.since.or(at);
    }
}

/// The facts in their order, each the first time that it comes.
pub(crate) fn once_each(facts: impl Iterator<Item = FactId>) -> Vec<FactId> {
    let mut seen = BTreeSet::new();
    facts.filter(|fact| seen.insert(fact.clone())).collect()
}
