//! The policy: all judgement in one versioned document. It is checked as a whole before anything is computed.
//!
//! Every number here is a default that somebody judged right; `default.toml` beside this file says for each
//! what it means and where it comes from. A user's document is laid over the default one, so it holds only what
//! differs; `extends = "nothing"` starts from empty tables instead.

mod bounds;
mod check;
mod colleagues;
mod course;
mod curve;
mod deals;
mod person;
mod place;
mod time_of_day;
mod together;

pub use colleagues::*;
pub use course::*;
pub use curve::Curve;
pub use deals::*;
pub use person::*;
pub use place::*;
pub use time_of_day::TimeOfDay;
pub use together::*;

use std::collections::BTreeMap;

use serde::{Deserialize, Deserializer};

use crate::calendar::{Calendar, Day, Instant, Zone};
use crate::error::{Error, MAX_DOCUMENT_BYTES, Phrase, Place, ProblemKind, Problems};
use crate::fact::{PerTrait, Trait, schema_problem};
use crate::json::read::{At, Read, record};
use crate::json::tree::{Json, shortened, too_large};
use crate::value::{Key, Text};

/// The schema tag of a policy.
pub const SCHEMA: &str = "keyperson.policy/1";

/// The default policy as a document: every setting with what it means, in English and Japanese.
pub const DEFAULT_TOML: &str = include_str!("default.toml");

/// The code of a floor is this and the name of the trait. No code of a mismatch may begin with it.
pub(crate) const FLOOR: &str = "floor_";

record! {
    /// All judgement: weights, thresholds, half-lives, patterns, ladder, calendars.
    ///
    /// ```
    /// let policy = keyperson::Policy::from_toml("[fit]\nbar = 0.6\n")?;
    /// assert_eq!(policy.fit.bar.get(), 0.6);
    /// assert_eq!(policy.ladder.rungs.len(), 3); // the rest is the default
    /// # Ok::<(), keyperson::Error>(())
    /// ```
    ///
    /// As text it says `extends = "nothing"`: every setting is there, and what it lacks must not come back
    /// from the default policy when it is read again.
    #[serde(tag = "extends", rename = "nothing")]
    pub struct Policy {
        /// Name of the policy, shown on every brief.
        pub name: Text,
        /// Where partners are that do not say otherwise.
        pub place: PlacePolicy,
        /// Calendars beside the built-in ones, by name.
        pub calendars: BTreeMap<Key, CalendarPolicy>,
        /// How evidence becomes an estimate.
        pub estimate: EstimatePolicy,
        /// The six traits.
        pub traits: PerTrait<TraitPolicy>,
        /// What each signal says about a trait.
        pub signals: BTreeMap<Key, SignalPolicy>,
        /// How estimates become a fit.
        pub fit: FitPolicy,
        /// Strong traits wasted by weak ones.
        pub mismatch: MismatchPolicy,
        /// Changes to the environment.
        pub remedies: BTreeMap<Key, RemedyPolicy>,
        /// The few colleagues who cover a shortfall.
        pub unit: UnitPolicy,
        /// What is counted.
        pub metrics: BTreeMap<Key, MetricPolicy>,
        /// The staged targets.
        pub ladder: LadderPolicy,
        /// The gates of the selection.
        pub selection: SelectionPolicy,
        /// Long sales without an order.
        pub winter: WinterPolicy,
        /// Recognition owed.
        pub recognition: RecognitionPolicy,
        /// Offers to the person.
        pub motivation: MotivationPolicy,
        /// The regular meetings.
        pub cadence: CadencePolicy,
        /// Peaks and valleys of the load.
        pub rhythm: RhythmPolicy,
        /// Answers to messages.
        pub response: ResponsePolicy,
        /// Answers to feedback.
        pub feedback: FeedbackPolicy,
        /// News to everybody and to one.
        pub news: NewsPolicy,
        /// How alike deals are.
        pub similarity: SimilarityPolicy,
        /// What to repeat after a win.
        pub replication: ReplicationPolicy,
        /// Where to begin.
        pub first_order: FirstOrderPolicy,
        /// Successes written down.
        pub story: StoryPolicy,
        /// Who turns to whom.
        pub network: NetworkPolicy,
        /// Know-how and load at the partner.
        pub spread: SpreadPolicy,
        /// Support owed, and the two wheels.
        pub support: SupportPolicy,
        /// Values that somebody set.
        pub overrides: OverridesPolicy,
        /// The loop that keeps turning.
        pub loop_turns: LoopTurnsPolicy,
    }
}

impl Policy {
    /// Reads a policy from TOML.
    ///
    /// # Errors
    /// Every problem of the document: unknown keys, wrong types, numbers out of range, references to nothing.
    pub fn from_toml(text: &str) -> Result<Self, Error> {
        if text.len() > MAX_DOCUMENT_BYTES {
            return Err(Error::one(Place::default(), too_large(text.len())));
        }
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        match text.parse::<toml::Table>() {
            Ok(table) => Self::from_tree(toml_tree(toml::Value::Table(table))),
            Err(error) => {
                let line = error.span().map(|span| {
                    let before = text.get(..span.start).unwrap_or(text);
                    u64::try_from(before.matches('\n').count()).unwrap_or(u64::MAX).saturating_add(1)
                });
                let reason = error.message().to_owned();
                Err(Error::one(Place { line, path: String::new() }, ProblemKind::NotToml { reason }))
            }
        }
    }

    /// Reads a policy from JSON.
    ///
    /// # Errors
    /// As [`Policy::from_toml`], and `duplicate_key`.
    pub fn from_json(text: &str) -> Result<Self, Error> {
        Self::from_tree(Json::parse(text.strip_prefix('\u{feff}').unwrap_or(text))?)
    }

    /// Reads a policy from a tree that is laid over the default policy.
    ///
    /// # Errors
    /// As [`Policy::from_toml`].
    pub fn from_tree(mut over: Json) -> Result<Self, Error> {
        let root = At::root(None);
        let mut problems = Problems::default();
        current_names(&mut over)?;
        let (mut schema, mut extends) = (None, None);
        if let Json::Object(entries) = &mut over {
            entries.retain_mut(|(key, value)| match key.as_str() {
                "schema" => {
                    schema = Some(std::mem::replace(value, Json::Null));
                    false
                }
                "extends" => {
                    extends = Some(std::mem::replace(value, Json::Null));
                    false
                }
                _ => true,
            });
        }
        if let Some(schema) = schema
            && let Some(tag) = Text::read((&schema).into(), &root.field("schema"), &mut problems)
            && let Some(kind) = schema_problem(tag.as_str(), SCHEMA)
        {
            return Err(Error::one(Place::at("/schema"), kind));
        }
        let mut tree = default_tree()?;
        match extends {
            None => {}
            Some(Json::Text(text)) if text == "default" => {}
            Some(Json::Text(text)) if text == "nothing" => empty_tables(&mut tree),
            Some(other) => {
                let found = match other {
                    Json::Text(text) => shortened(&text),
                    other => shortened(&crate::json::write::to_string(&other).unwrap_or_default()),
                };
                let allowed = Phrase::verbatim("default, nothing");
                problems.add(Place::at("/extends"), ProblemKind::UnknownValue { found, allowed });
            }
        }
        tree.overlay(over);
        let policy = Self::read((&tree).into(), &root, &mut problems);
        if let Some(policy) = &policy {
            check::check(policy, &mut problems);
        }
        match policy {
            Some(policy) => problems.into_result(policy),
            None => Err(problems
                .into_error()
                .unwrap_or_else(|| Error::one(Place::default(), ProblemKind::NothingToRead {}))),
        }
    }

    /// This policy with `changes` on top: objects are merged key by key, lists are replaced.
    ///
    /// ```
    /// # use keyperson::{Json, Policy};
    /// let policy = Policy::from_toml("[fit]\nbar = 0.6\n")?;
    /// let changed = policy.changed(Json::parse(r#"{"fit": {"rho": 0.5}}"#)?)?;
    /// assert_eq!((changed.fit.bar.get(), changed.fit.rho.get()), (0.6, 0.5));
    /// # Ok::<(), keyperson::Error>(())
    /// ```
    ///
    /// # Errors
    /// As [`Policy::from_toml`], but that `changes` may not say `extends`.
    pub fn changed(&self, mut changes: Json) -> Result<Self, Error> {
        current_names(&mut changes)?;
        let mut tree = self.tree();
        tree.overlay(changes);
        Self::from_tree(tree)
    }

    /// The policy as canonical JSON: every setting, in a fixed order.
    #[must_use]
    pub fn to_json(&self) -> String {
        crate::json::write::to_string(self).unwrap_or_default()
    }

    /// The policy as TOML: every setting, without comments.
    #[must_use]
    pub fn to_toml(&self) -> String {
        toml::to_string(self).map(|text| format!("schema = \"{SCHEMA}\"\n{text}")).unwrap_or_default()
    }

    /// The policy as a tree.
    #[must_use]
    pub fn tree(&self) -> Json {
        Json::parse(&self.to_json()).unwrap_or(Json::Null)
    }

    /// The instant that an as-of means: an RFC 3339 instant, or a day, which means the end of that day in the
    /// policy's zone.
    ///
    /// # Errors
    /// `bad_instant` for anything else.
    pub fn as_of(&self, text: &str) -> Result<Instant, Error> {
        let of_day = |day: Day| self.place.zone.last_instant_of(day);
        text.parse::<Instant>().ok().or_else(|| text.parse().ok().map(of_day)).ok_or_else(|| {
            let found = shortened(text);
            Error::one(Place::at("/as_of"), ProblemKind::BadInstant { found })
        })
    }

    /// The business calendar called `name`: one of the policy's, or a built-in one.
    #[must_use]
    pub fn calendar(&self, name: &str) -> Option<Calendar> {
        match self.calendars.get(name) {
            None => Calendar::by_name(name).ok(),
            Some(own) => {
                let base = Calendar::by_name(own.base.as_str()).ok()?;
                Some(base.with_closing_days(own.closing_days.iter().copied()))
            }
        }
    }

    /// The zone in which a partner's days are counted.
    #[must_use]
    pub fn zone_or(&self, own: Option<Zone>) -> Zone {
        own.unwrap_or(self.place.zone)
    }
}

impl Default for Policy {
    /// The default policy: what `default.toml` says.
    #[expect(clippy::expect_used, reason = "a constant of the crate, which a test reads")]
    fn default() -> Self {
        Self::from_tree(Json::Object(Vec::new())).expect("the default policy is a good policy")
    }
}

/// The document of the default policy as a tree, without its schema tag.
fn default_tree() -> Result<Json, Error> {
    // Written from `default.toml` by the build script.
    let mut tree = Json::parse(include_str!(concat!(env!("OUT_DIR"), "/default_policy.json")))?;
    if let Json::Object(entries) = &mut tree {
        entries.retain(|(key, _)| key != "schema");
    }
    Ok(tree)
}

/// Sections that older documents call by another name: the old name, and the one of today.
const RENAMED: [(&str, &str); 3] =
    [("information_order", "news"), ("start", "first_order"), ("turns", "loop_turns")];

/// Gives the sections of an older document the names that they have today.
fn current_names(document: &mut Json) -> Result<(), Error> {
    let Json::Object(sections) = document else { return Ok(()) };
    for (old, new) in RENAMED {
        let has_new = sections.iter().any(|(key, _)| key == new);
        let Some((key, _)) = sections.iter_mut().find(|(key, _)| key == old) else { continue };
        if has_new {
            let kind = ProblemKind::DuplicateKey { key: new.to_owned() };
            return Err(Error::one(Place::default().field(old), kind));
        }
        new.clone_into(key);
    }
    Ok(())
}

/// Empties the tables and lists that a user's document fills: calendars, signals, patterns, remedies, metrics, rungs.
fn empty_tables(tree: &mut Json) {
    const EMPTIED: &[&[&str]] = &[
        &["calendars"],
        &["signals"],
        &["mismatch", "patterns"],
        &["remedies"],
        &["metrics"],
        &["ladder", "rungs"],
        &["winter", "metrics"],
        &["recognition", "metrics"],
        &["recognition", "efforts"],
        &["support", "review_stages"],
        &["loop_turns", "results"],
    ];
    for path in EMPTIED {
        empty(tree, path);
    }
    for of in Trait::WORDS {
        empty(tree, &["traits", of, "remedies"]);
    }
}

fn empty(tree: &mut Json, path: &[&str]) {
    match (path, tree) {
        ([], Json::Object(entries)) => entries.clear(),
        ([], Json::List(items)) => items.clear(),
        ([first, rest @ ..], Json::Object(entries)) => {
            for (_, value) in entries.iter_mut().filter(|(key, _)| key == first) {
                empty(value, rest);
            }
        }
        _ => {}
    }
}

impl<'de> Deserialize<'de> for Policy {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Self::from_tree(Json::deserialize(deserializer)?).map_err(serde::de::Error::custom)
    }
}

/// TOML as a tree. Dates become texts. NaN and infinities stay, and every reader rejects them.
fn toml_tree(value: toml::Value) -> Json {
    match value {
        toml::Value::String(text) => Json::Text(text),
        toml::Value::Integer(value) => Json::Integer(value),
        toml::Value::Float(value) => Json::Float(value),
        toml::Value::Boolean(value) => Json::Bool(value),
        toml::Value::Datetime(value) => Json::Text(value.to_string()),
        toml::Value::Array(items) => Json::List(items.into_iter().map(toml_tree).collect()),
        toml::Value::Table(table) => {
            Json::Object(table.into_iter().map(|(key, value)| (key, toml_tree(value))).collect())
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::Value;

    /// The tables and lists that a schema has anywhere, as paths of keys.
    fn open_ended(schema: &Value, of: &Value, path: &mut Vec<String>, found: &mut Vec<Vec<String>>) {
        let of = match of["$ref"].as_str().and_then(|reference| reference.strip_prefix('#')) {
            Some(pointer) => schema.pointer(pointer).unwrap(),
            None => of,
        };
        if of["type"] == "array" || of["additionalProperties"].is_object() {
            found.push(path.clone());
        }
        for (key, of) in of["properties"].as_object().into_iter().flatten() {
            path.push(key.clone());
            open_ended(schema, of, path, found);
            path.pop();
        }
    }

    #[test]
    fn extending_nothing_starts_from_empty_tables_and_lists() {
        let schema: Value = serde_json::from_str(include_str!("../../schemas/policy.schema.json")).unwrap();
        let mut found = Vec::new();
        open_ended(&schema, &schema, &mut Vec::new(), &mut found);
        assert!(found.len() > 10, "{found:?}");
        let mut tree = default_tree().unwrap();
        empty_tables(&mut tree);
        let tree: Value = serde_json::from_str(&crate::json::write::to_string(&tree).unwrap()).unwrap();
        for path in found {
            let there = tree.pointer(&format!("/{}", path.join("/"))).unwrap_or(&Value::Null);
            let empty = there.as_array().map(Vec::is_empty).or(there.as_object().map(|of| of.is_empty()));
            assert_ne!(empty, Some(false), "{path:?} is not emptied: {there}");
        }
    }
}
