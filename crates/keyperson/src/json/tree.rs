//! JSON as it was written: a tree that keeps the order of keys and rejects duplicate keys.
//!
//! `serde_json::Value` keeps the last of two equal keys without a word, so a fact with two values would lose
//! one. This tree is what every reader of the crate reads from; TOML is turned into it too.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, MapAccess, SeqAccess, Visitor};
use serde::{Deserialize, Serialize, Serializer};

use crate::error::{
    Error, MAX_DOCUMENT_BYTES, NOT_JSON, NOT_JSON_LINE, Phrase, Place, Problem, ProblemKind, phrase,
};

/// A JSON value.
#[derive(Debug, Clone, PartialEq)]
pub enum Json {
    /// `null`
    Null,
    /// `true` or `false`
    Bool(bool),
    /// A number written without fraction or exponent that fits into 64 bits.
    Integer(i64),
    /// Any other number; NaN and infinities only where a caller or TOML put them, and every reader refuses them.
    Float(f64),
    /// A string.
    Text(String),
    /// A list.
    List(Vec<Self>),
    /// An object, its keys in the order in which they were written.
    Object(Vec<(String, Self)>),
}

impl Json {
    /// Reads one JSON document.
    ///
    /// # Errors
    /// `input_too_large`, `not_json`, `not_finite`, `too_deep` or `duplicate_key`.
    pub fn parse(text: &str) -> Result<Self, Error> {
        Self::parse_at(text, None).map_err(|problem| Error::one(problem.place, problem.kind))
    }

    pub(crate) fn parse_at(text: &str, line: Option<u64>) -> Result<Self, Box<Problem>> {
        let refused = |path, kind| Box::new(Problem { place: Place { line, path }, kind });
        if text.len() > MAX_DOCUMENT_BYTES {
            return Err(refused(String::new(), too_large(text.len())));
        }
        let mut twice = None;
        let mut deserializer = serde_json::Deserializer::from_str(text);
        let parsed = Seed { twice: &mut twice }
            .deserialize(&mut deserializer)
            .and_then(|json| deserializer.end().map(|()| json));
        match (parsed, twice) {
            (_, Some((path, key))) => Err(refused(path, ProblemKind::DuplicateKey { key })),
            (Ok(json), None) => Ok(json),
            (Err(error), None) => Err(refused(String::new(), syntax_problem(text, line, &error))),
        }
    }

    /// The value under `key`, where this is an object that has it.
    #[must_use]
    pub fn get(&self, key: &str) -> Option<&Self> {
        match self {
            Self::Object(entries) => entries.iter().find(|(name, _)| name == key).map(|(_, value)| value),
            _ => None,
        }
    }

    /// Lays `over` upon this tree: objects are merged key by key, anything else is replaced.
    pub(crate) fn overlay(&mut self, over: Self) {
        match (self, over) {
            (Self::Object(mine), Self::Object(theirs)) => {
                let mut places = BTreeMap::new();
                for (place, (name, _)) in mine.iter().enumerate() {
                    places.entry(name.clone()).or_insert(place);
                }
                for (key, value) in theirs {
                    match places.get(&key).and_then(|place| mine.get_mut(*place)) {
                        Some((_, old)) => old.overlay(value),
                        None => {
                            places.insert(key.clone(), mine.len());
                            mine.push((key, value));
                        }
                    }
                }
            }
            (mine, theirs) => *mine = theirs,
        }
    }
}

/// A text cut to a length that fits into a message, at a character's border.
pub(crate) fn shortened(text: &str) -> String {
    const SHOWN: usize = 60;
    if text.chars().count() <= SHOWN {
        return text.to_owned();
    }
    let mut cut: String = text.chars().take(SHOWN).collect();
    cut.push('…');
    cut
}

pub(crate) fn too_large(bytes: usize) -> ProblemKind {
    ProblemKind::InputTooLarge {
        bytes: u64::try_from(bytes).unwrap_or(u64::MAX),
        limit: u64::try_from(MAX_DOCUMENT_BYTES).unwrap_or(u64::MAX),
    }
}

/// Why a text is not JSON; `number` is its line, where it is one line of a file.
fn syntax_problem(text: &str, number: Option<u64>, error: &serde_json::Error) -> ProblemKind {
    let said = error.to_string();
    if said.starts_with("recursion limit") {
        return ProblemKind::TooDeep {};
    }
    if said.starts_with("number out of range") {
        return ProblemKind::NotFinite { found: phrase!("a number beyond 1.8e308") };
    }
    let line = text.lines().nth(error.line().saturating_sub(1)).unwrap_or_default();
    let rest = line.get(error.column().saturating_sub(1)..).unwrap_or_default();
    let from_sign = line.get(error.column().saturating_sub(2)..).unwrap_or_default();
    for word in ["NaN", "Infinity", "-Infinity", "nan", "inf"] {
        if rest.starts_with(word) || from_sign.starts_with(word) {
            return ProblemKind::NotFinite { found: Phrase::verbatim(word) };
        }
    }
    let said = said.rsplit_once(" at line ").map_or(said.as_str(), |(said, _)| said);
    // The reader counts bytes.
    let before = line.as_bytes().get(..error.column()).unwrap_or(line.as_bytes());
    let column = String::from_utf8_lossy(before).chars().count().max(1);
    let reason = match number {
        Some(_) => Phrase::with(NOT_JSON_LINE, &[&said, &column]),
        None => Phrase::with(NOT_JSON, &[&said, &error.line(), &column]),
    };
    ProblemKind::NotJson { reason }
}

/// Reads a value, and notes path and name of the first duplicate key.
struct Seed<'a> {
    twice: &'a mut Option<(String, String)>,
}

impl Seed<'_> {
    /// Puts one step before the path of a key found twice inside the child that was just read.
    fn step_out(&mut self, known_before: bool, step: &str) {
        if let (false, Some((path, _))) = (known_before, self.twice.as_mut()) {
            *path = format!("{}{path}", Place::default().field(step).path);
        }
    }
}

impl<'de> DeserializeSeed<'de> for Seed<'_> {
    type Value = Json;
    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Json, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Seed<'_> {
    type Value = Json;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a JSON value")
    }

    fn visit_unit<E>(self) -> Result<Json, E> {
        Ok(Json::Null)
    }

    fn visit_none<E>(self) -> Result<Json, E> {
        Ok(Json::Null)
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<Json, D::Error> {
        self.deserialize(deserializer)
    }

    fn visit_bool<E>(self, value: bool) -> Result<Json, E> {
        Ok(Json::Bool(value))
    }

    fn visit_i64<E>(self, value: i64) -> Result<Json, E> {
        Ok(Json::Integer(value))
    }

    fn visit_u64<E>(self, value: u64) -> Result<Json, E> {
        Ok(i64::try_from(value).map_or_else(|_| Json::Float(u64_to_f64(value)), Json::Integer))
    }

    fn visit_f64<E>(self, value: f64) -> Result<Json, E> {
        Ok(Json::Float(value))
    }

    fn visit_str<E>(self, value: &str) -> Result<Json, E> {
        Ok(Json::Text(value.to_owned()))
    }

    fn visit_string<E>(self, value: String) -> Result<Json, E> {
        Ok(Json::Text(value))
    }

    fn visit_seq<A: SeqAccess<'de>>(mut self, mut access: A) -> Result<Json, A::Error> {
        let mut items = Vec::new();
        loop {
            let known = self.twice.is_some();
            let Some(item) = access.next_element_seed(Seed { twice: self.twice })? else { break };
            self.step_out(known, &items.len().to_string());
            items.push(item);
        }
        Ok(Json::List(items))
    }

    fn visit_map<A: MapAccess<'de>>(mut self, mut access: A) -> Result<Json, A::Error> {
        // A few keys are looked through one by one; with more of them the time would grow with their square.
        const FEW: usize = 32;
        let mut entries: Vec<(String, Json)> = Vec::new();
        let mut names = BTreeSet::new();
        while let Some(key) = access.next_key::<String>()? {
            let known = self.twice.is_some();
            let value = access.next_value_seed(Seed { twice: self.twice })?;
            self.step_out(known, &key);
            let repeated = if self.twice.is_some() {
                false
            } else if entries.len() < FEW {
                entries.iter().any(|(name, _)| *name == key)
            } else {
                if names.is_empty() {
                    names.extend(entries.iter().map(|(name, _)| name.clone()));
                }
                !names.insert(key.clone())
            };
            if repeated {
                *self.twice = Some((Place::default().field(&key).path, key.clone()));
            }
            entries.push((key, value));
        }
        Ok(Json::Object(entries))
    }
}

#[expect(clippy::as_conversions, reason = "rounding to the nearest double is what is meant")]
pub(super) fn u64_to_f64(value: u64) -> f64 {
    value as f64
}

impl<'de> Deserialize<'de> for Json {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let mut twice = None;
        let json = Seed { twice: &mut twice }.deserialize(deserializer)?;
        match twice {
            Some((_, key)) => Err(serde::de::Error::custom(ProblemKind::DuplicateKey { key })),
            None => Ok(json),
        }
    }
}

impl Serialize for Json {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Null => serializer.serialize_unit(),
            Self::Bool(value) => serializer.serialize_bool(*value),
            Self::Integer(value) => serializer.serialize_i64(*value),
            Self::Float(value) => serializer.serialize_f64(*value),
            Self::Text(value) => serializer.serialize_str(value),
            Self::List(items) => serializer.collect_seq(items),
            Self::Object(entries) => serializer.collect_map(entries.iter().map(|(key, value)| (key, value))),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// `{"k0":0,"k1":1,…}`
    fn many(keys: std::ops::Range<usize>) -> String {
        let entries: Vec<String> = keys.map(|key| format!("\"k{key}\":{key}")).collect();
        format!("{{{}}}", entries.join(","))
    }

    #[test]
    fn a_key_that_stands_twice_is_found_among_few_and_many() {
        for keys in [1, 31, 32, 33, 34, 200_000] {
            let text = many(0..keys);
            assert!(Json::parse(&text).is_ok());
            let (first, last) = ("k0".to_owned(), format!("k{}", keys - 1));
            for key in [first, last] {
                let twice = text.replace('}', &format!(",\"{key}\":null,\"k0\":null}}"));
                let error = Json::parse(&twice).unwrap_err();
                assert_eq!((error.code(), error.path()), ("duplicate_key", format!("/{key}").as_str()));
            }
        }
    }

    #[test]
    fn laying_many_keys_upon_many_takes_no_longer_than_reading_them() {
        let mut mine = Json::parse(&many(0..200_000)).unwrap();
        mine.overlay(Json::parse(&many(100_000..300_000).replace(":100000,", ":{\"new\":1},")).unwrap());
        let Json::Object(entries) = &mine else { panic!("an object stays one") };
        assert_eq!(entries.len(), 300_000);
        assert_eq!(mine.get("k100000"), Json::parse("{\"new\":1}").ok().as_ref());
        assert_eq!(entries.last(), Some(&("k299999".to_owned(), Json::Integer(299_999))));
    }

    #[test]
    fn many_unknown_fields_are_counted_and_the_first_thousand_told() {
        let fact = many(0..200_000).replacen('{', "{\"type\":\"person_left\",", 1);
        let error = crate::fact::Fact::from_json(&Json::parse(&fact).unwrap()).unwrap_err();
        assert_eq!(error.problems().len(), crate::error::MAX_PROBLEMS);
        assert!(error.count() >= 200_000);
        let error = crate::policy::Policy::from_json(&many(0..200_000)).unwrap_err();
        assert_eq!(error.problems().len(), crate::error::MAX_PROBLEMS);
        assert!(error.count() >= 200_000);
    }
}
