//! Journals, policies and questions: the core's JSON form on handles.

use std::fmt;
use std::ops::Range;

use keyperson::door::ask as form;
use keyperson::{Error, Finding, Json, Place, ProblemKind};
use wasm_bindgen::prelude::wasm_bindgen;

use crate::{Told, spoken, told};

/// The JSON form: a question as text in, the answer as text out.
#[wasm_bindgen]
#[must_use]
pub fn ask(question: &str) -> String {
    keyperson::ask(question)
}

/// The refusal of a text of `bytes` bytes, for hosts that would rather not copy it to find out.
#[wasm_bindgen(js_name = tooLarge)]
#[must_use]
pub fn too_large(bytes: f64) -> String {
    // Rust's display of a whole double has no fraction, and JavaScript counts no further than a double does.
    let bytes = format!("{bytes:.0}").parse().unwrap_or(u64::MAX);
    let limit = u64::try_from(keyperson::MAX_DOCUMENT_BYTES).unwrap_or(u64::MAX);
    form::refusal(&Error::one(Place::default(), ProblemKind::InputTooLarge { bytes, limit }))
}

/// A journal that was read.
#[wasm_bindgen(js_name = Journal)]
#[derive(Debug)]
pub struct JournalHandle(keyperson::Journal);

#[wasm_bindgen(js_class = Journal)]
impl JournalHandle {
    /// Reads facts from a text of JSON Lines.
    ///
    /// # Errors
    /// Every problem of the text.
    #[wasm_bindgen(js_name = fromJsonLines)]
    pub fn from_json_lines(text: &str) -> Told<Self> {
        told(keyperson::Journal::from_json_lines(text)).map(Self)
    }

    /// Reads facts from the bytes of a file of JSON Lines.
    ///
    /// # Errors
    /// Every problem of the text.
    #[wasm_bindgen(js_name = fromJsonLinesBytes)]
    pub fn from_json_lines_bytes(bytes: &[u8]) -> Told<Self> {
        told(keyperson::Journal::from_json_lines_bytes(bytes)).map(Self)
    }

    /// Reads facts from the text of a JSON list.
    ///
    /// # Errors
    /// Every problem of the text.
    #[wasm_bindgen(js_name = fromFacts)]
    pub fn from_facts(text: &str) -> Told<Self> {
        told(Json::parse(text).and_then(|list| keyperson::Journal::from_tree(&list))).map(Self)
    }

    /// All facts of both.
    ///
    /// # Errors
    /// `fact_conflict`
    pub fn merge(&self, other: &Self) -> Told<Self> {
        told(self.0.clone().merge(other.0.clone())).map(Self)
    }

    /// The journal as JSON Lines.
    #[wasm_bindgen(js_name = toJsonLines)]
    #[must_use]
    pub fn to_json_lines(&self) -> String {
        self.0.to_json_lines()
    }

    /// How many facts there are.
    #[wasm_bindgen(getter)]
    #[must_use]
    pub fn size(&self) -> usize {
        self.0.len()
    }

    /// The partners of which there are facts, sorted.
    #[must_use]
    pub fn partners(&self) -> Vec<String> {
        self.0.partners().map(ToString::to_string).collect()
    }

    /// The people of whom there are facts, sorted.
    #[must_use]
    pub fn people(&self) -> Vec<String> {
        self.0.people().map(ToString::to_string).collect()
    }
}

/// A journal that is read piece by piece.
#[wasm_bindgen(js_name = JournalBuilder)]
#[derive(Debug, Default)]
pub struct BuilderHandle(keyperson::JournalBuilder);

#[wasm_bindgen(js_class = JournalBuilder)]
impl BuilderHandle {
    /// An empty one.
    #[wasm_bindgen(constructor)]
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds whole lines; lines are counted on from the last call.
    #[wasm_bindgen(js_name = pushJsonLines)]
    pub fn push_json_lines(&mut self, lines: &str) {
        self.0.push_json_lines(lines);
    }

    /// How many different facts there are by now.
    #[wasm_bindgen(getter)]
    #[must_use]
    pub fn size(&self) -> usize {
        self.0.len()
    }

    /// The journal; the builder begins anew.
    ///
    /// # Errors
    /// Every problem met on the way.
    pub fn finish(&mut self) -> Told<JournalHandle> {
        told(std::mem::take(&mut self.0).finish()).map(JournalHandle)
    }
}

/// A policy that was read.
#[wasm_bindgen(js_name = Policy)]
#[derive(Debug, Default)]
pub struct PolicyHandle(keyperson::Policy);

#[wasm_bindgen(js_class = Policy)]
impl PolicyHandle {
    /// The default policy.
    #[wasm_bindgen(constructor)]
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Reads a policy from JSON.
    ///
    /// # Errors
    /// Every problem of the document.
    #[wasm_bindgen(js_name = fromJson)]
    pub fn from_json(text: &str) -> Told<Self> {
        told(keyperson::Policy::from_json(text)).map(Self)
    }

    /// The whole policy as JSON.
    #[wasm_bindgen(js_name = toJson)]
    #[must_use]
    pub fn to_json(&self) -> String {
        self.0.to_json()
    }
}

/// The answer to a question about a journal and a policy that were read before, in the JSON form.
#[wasm_bindgen(js_name = askAbout)]
#[must_use]
pub fn ask_about(journal: &JournalHandle, policy: &PolicyHandle, question: &str) -> String {
    form::ask_about(&journal.0, &policy.0, question)
}

/// A field's value has more bytes than this where it is left for later.
const LONG: usize = 256;

/// About how many bytes are written beside the answer.
const ROOM: usize = 1024;

/// The same answer for the typed form, which need not read all of it at once: a line, and what it leaves for later.
///
/// The line is `[answer, [[name, bytes], …]]`, in which the long fields of the answer are `null`; it is followed by the
/// JSON text of each of them, of so many bytes. A refusal is a line as [`ask_about`] answers it.
#[wasm_bindgen(js_name = askInSections)]
#[must_use]
pub fn ask_in_sections(journal: &JournalHandle, policy: &PolicyHandle, question: &str) -> Vec<u8> {
    let told = match form::answer_about(&journal.0, &policy.0, question) {
        Ok(answer) => in_sections(&answer).unwrap_or_default(),
        Err(error) => form::refusal(&error) + "\n",
    };
    told.into_bytes()
}

fn in_sections(answer: &form::Answer) -> Result<String, fmt::Error> {
    let (text, mut fields) = keyperson::json::write::with_fields(answer)?;
    fields.retain(|(_, place)| place.len() > LONG);
    let part = |place: Range<usize>| text.get(place).unwrap_or_default();
    let (mut told, mut read) = (String::with_capacity(text.len().saturating_add(ROOM)), 0);
    told += "[";
    for (_, place) in &fields {
        told += part(read..place.start);
        told += "null";
        read = place.end;
    }
    told += part(read..text.len());
    let lengths: Vec<_> = fields.iter().map(|(name, place)| (*name, place.len())).collect();
    told += ",";
    told += &keyperson::json::write::to_string(&lengths)?;
    told += "]\n";
    fields.into_iter().for_each(|(_, place)| told += part(place));
    Ok(told)
}

/// What a finding says, as JSON.
///
/// # Errors
/// A finding that is none, and an unknown language.
#[wasm_bindgen(js_name = findingText)]
pub fn finding_text(finding: &str, language: &str) -> Told<String> {
    let language = spoken(language)?;
    let finding = told(Json::parse(finding).and_then(|json| Finding::from_json(&json)))?;
    Ok(keyperson::json::write::to_string(&keyperson::text::finding(&finding, language)).unwrap_or_default())
}
