//! The JSON form: one question as text in, the answer as text out, the same bytes in every language.
//!
//! A question is an object:
//!
//! ```json
//! {"do": "brief", "facts": [{"id": "…"}], "policy": {"fit": {"bar": 0.6}}, "person": "p-001", "as_of": "2026-04-30"}
//! ```
//!
//! `facts` is a list of facts or a text of JSON Lines; `policy` is what differs from the default policy. The answer
//! is `{"answer": …}`, or `{"errors": [{"code", "path", "line", "message", "hint", "values"}], "count": n}` with every problem.

mod asked;

use std::collections::BTreeMap;

use serde::Serialize;

use self::asked::{Asked, Checked, nothing, refused};
use crate::answer::brief::Brief;
use crate::answer::change::Change;
use crate::answer::portfolio::Portfolio;
use crate::answer::trail::Trail;
use crate::answer::what_if::WhatIf;
use crate::door::business_day::BusinessDay;
use crate::door::draft::Draft;
use crate::error::{
    Error, MAX_DOCUMENT_BYTES, Place, Problem, ProblemKind, ProblemValue, Problems, Registered,
};
use crate::fact::Journal;
use crate::json::read::{At, words};
use crate::json::tree::{Json, too_large};
use crate::json::write as json_text;
use crate::order::Fill as _;
use crate::person::fit::Fit;
use crate::person::ranking::Ranking;
use crate::policy::Policy;
use crate::together::schedule::Schedule;

words! {
    /// What may be asked: the list of questions that every language has.
    #[cfg_attr(not(feature = "exhaustive"), non_exhaustive)]
    pub enum QuestionKind {
        /// The facts, checked: how many, of how many people and partners.
        Facts = "facts",
        /// The policy, checked and whole.
        Policy = "policy",
        /// The brief of one person, with what changed since `since`, or since the last brief.
        Brief = "brief",
        /// The portfolio.
        Portfolio = "portfolio",
        /// The people of one `partner` in order.
        Rank = "rank",
        /// What moved a person between `since` and `as_of`.
        Change = "change",
        /// The brief as it is, and as it would be with other `traits`, with `remedies`, or with `supposed_facts`.
        WhatIf = "what_if",
        /// The fit of `traits` that are given, not estimated.
        Fit = "fit",
        /// The next regular meetings with one person.
        Schedule = "schedule",
        /// The facts behind the numbers of a brief and back: all, those of a `pointer` into it, or of one `fact`.
        Trail = "trail",
        /// A day in a business calendar: `calendar`, `day`, and `to` or `days`.
        BusinessDay = "business_day",
        /// A text to begin with: `draft` says which, `deal` of what (and `partner` where several have one of that id),
        /// `language` in which language, Japanese where it does not say.
        Draft = "draft",
    }
}

/// Answers a question.
///
/// ```
/// let answer = keyperson::ask(r#"{"do": "facts", "facts": []}"#);
/// assert_eq!(answer, r#"{"answer":{"facts":0,"people":0,"partners":0}}"#);
/// ```
#[must_use]
pub fn ask(question: &str) -> String {
    told(answer(question))
}

/// Answers a question about a journal and a policy that are read already. Use it to ask many questions of the same.
///
/// The question is that of [`ask`] without `facts` and `policy`, and the answer's bytes are the same.
///
/// ```
/// # use keyperson::{Journal, Policy};
/// let (journal, policy) = (Journal::default(), Policy::default());
/// let answer = keyperson::door::ask::ask_about(&journal, &policy, r#"{"do": "facts"}"#);
/// assert_eq!(answer, keyperson::ask(r#"{"do": "facts", "facts": []}"#));
/// ```
#[must_use]
pub fn ask_about(journal: &Journal, policy: &Policy, question: &str) -> String {
    told(asked_about(policy, question, |checked| checked.written(journal, policy)))
}

/// The answer of [`ask_about`] as a value, before it is written as text: for example for hosts that make a page of it.
///
/// # Errors
/// Every problem of the question, and those of what was asked for.
pub fn answer_about(journal: &Journal, policy: &Policy, question: &str) -> Result<Answer, Error> {
    asked_about(policy, question, |checked| checked.answer(journal, policy))
}

/// An error as [`ask`] writes it, for hosts that report errors in the same form elsewhere.
#[must_use]
pub fn refusal(error: &Error) -> String {
    // Plain data, so writing it cannot fail; an empty text would say that it did.
    json_text::to_string(&Refused::of(error)).unwrap_or_default()
}

/// An answer, before it is written.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(untagged)]
#[cfg_attr(not(feature = "exhaustive"), non_exhaustive)]
pub enum Answer {
    /// To `facts`.
    Facts(FactsChecked),
    /// To `policy`.
    Policy(Box<Policy>),
    /// To `brief`.
    Brief(Box<Brief>),
    /// To `portfolio`.
    Portfolio(Portfolio),
    /// To `rank`.
    Ranking(Ranking),
    /// To `change`.
    Change(Change),
    /// To `what_if`.
    WhatIf(Box<WhatIf>),
    /// To `fit`.
    Fit(Fit),
    /// To `schedule`.
    Schedule(Schedule),
    /// To `trail`.
    Trail(Box<Trail>),
    /// To `business_day`.
    BusinessDay(BusinessDay),
    /// To `draft`.
    Draft(Draft),
}

#[derive(Serialize)]
struct Answered<A> {
    answer: A,
}

/// What is wrong with a question or with what was read, as programs of other languages read it.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(not(feature = "exhaustive"), non_exhaustive)]
pub struct Refused {
    /// The problems, in the order of the input; at most 1,000.
    pub errors: Vec<Shown>,
    /// How many there were in all.
    pub count: u64,
}

/// One problem.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(rename = "Problem"))]
pub struct Shown {
    /// The permanent code, in snake case.
    pub code: &'static str,
    /// JSON pointer of the place; empty for the whole input or line.
    pub path: String,
    /// Line of the text, from 1; absent where the input has no lines.
    pub line: Option<u64>,
    /// What is wrong, for people.
    pub message: String,
    /// What to do about it, for people.
    pub hint: String,
    /// What its sentences are filled with, by name.
    #[cfg_attr(feature = "schema", schemars(with = "BTreeMap<String, ProblemValue>"))]
    pub values: BTreeMap<&'static str, ProblemValue>,
}

impl Refused {
    fn of(error: &Error) -> Self {
        let shown = error.problems().iter().map(|problem| Shown {
            code: problem.code(),
            path: problem.path().to_owned(),
            line: problem.place.line,
            message: problem.kind.to_string(),
            hint: problem.hint(),
            values: problem.kind.values(),
        });
        Self { errors: shown.collect(), count: error.count() }
    }
}

fn told(text: Result<String, Error>) -> String {
    text.unwrap_or_else(|error| refusal(&error))
}

fn written<A: Serialize>(answer: A) -> String {
    // Plain data, so writing it cannot fail; an empty text would say that it did.
    json_text::to_string(&Answered { answer }).unwrap_or_default()
}

/// A journal that could be read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(not(feature = "exhaustive"), non_exhaustive)]
pub struct FactsChecked {
    /// Different facts.
    pub facts: usize,
    /// People named by them.
    pub people: usize,
    /// Partners named by them.
    pub partners: usize,
}

impl FactsChecked {
    fn of(journal: &Journal) -> Self {
        Self { facts: journal.len(), people: journal.people().count(), partners: journal.partners().count() }
    }
}

fn parsed(question: &str) -> Result<Json, Error> {
    if question.len() > MAX_DOCUMENT_BYTES {
        return Err(Error::one(Place::default(), too_large(question.len())));
    }
    Json::parse(question.strip_prefix('\u{feff}').unwrap_or(question))
}

/// Reads a question about a journal and a policy that were read before.
fn asked_about<T>(
    policy: &Policy,
    question: &str,
    answer: impl FnOnce(Checked<'_>) -> Result<T, Error>,
) -> Result<T, Error> {
    let json = parsed(question)?;
    let mut problems = Problems::default();
    let Some(asked) = Asked::alone(&json, &mut problems) else { return Err(refused(problems)) };
    let checked = asked.checked(Some(policy), &mut problems);
    answer(problems.into_result(checked)?)
}

fn answer(question: &str) -> Result<String, Error> {
    let json = parsed(question)?;
    let mut problems = Problems::default();
    let Some(asked) = Asked::with_facts(&json, &mut problems) else {
        return Err(refused(problems));
    };
    let policy = match json.get("policy").filter(|policy| **policy != Json::Null) {
        None => Some(Policy::default()),
        Some(over) => Policy::from_tree(over.clone()).map_err(|error| problems.take(error, "/policy")).ok(),
    };
    let journal = facts(fields_of(&json, "facts"), &mut problems);
    let checked = asked.checked(policy.as_ref(), &mut problems);
    let (checked, policy, journal) = problems.into_result((checked, policy, journal))?;
    let (Some(policy), Some(journal)) = (policy, journal) else { return Err(nothing()) };
    checked.written(&journal, &policy).map_err(|error| located(error, fields_of(&json, "facts")))
}

/// The error with the places of registrations among the facts of the question.
fn located(error: Error, facts: Option<&Json>) -> Error {
    let named = |problem: &Problem| match &problem.kind {
        ProblemKind::UnknownCalendar { whose: Registered(Some(of)), .. } => Some(of.1.clone()),
        _ => None,
    };
    let mut places: BTreeMap<String, Option<Place>> =
        error.problems().iter().filter_map(named).map(|fact| (fact, None)).fill();
    if places.is_empty() {
        return error;
    }
    let mut find = |fact: &Json, place: Place| {
        if let Some(Json::Text(id)) = fact.get("id")
            && let Some(found) = places.get_mut(id)
        {
            found.get_or_insert(place.field("calendar"));
        }
    };
    match facts {
        Some(Json::List(facts)) => {
            for (index, fact) in facts.iter().enumerate() {
                find(fact, Place::at("/facts").field(&index.to_string()));
            }
        }
        Some(Json::Text(lines)) => {
            for (line, text) in (1_u64..).zip(lines.lines()) {
                if let Ok(fact) = Json::parse(text) {
                    find(&fact, Place { line: Some(line), path: "/facts".to_owned() });
                }
            }
        }
        _ => {}
    }
    error.placed(|problem| named(problem).and_then(|fact| places.get(&fact)?.clone()))
}

fn fields_of<'j>(json: &'j Json, field: &str) -> Option<&'j Json> {
    json.get(field).filter(|value| **value != Json::Null)
}

/// The journal of a list of facts or of a text of JSON Lines.
fn facts(json: Option<&Json>, problems: &mut Problems) -> Option<Journal> {
    let root = At::root(None);
    let at = root.field("facts");
    match json {
        None => Some(Journal::default()),
        Some(Json::Text(lines)) => {
            Journal::from_json_lines(lines).map_err(|error| problems.take(error, "/facts")).ok()
        }
        Some(list @ Json::List(_)) => {
            Journal::from_tree(list).map_err(|error| problems.take(error, "/facts")).ok()
        }
        Some(other) => {
            crate::json::read::wrong(other, "a list of facts or a text of JSON Lines", &at, problems)
        }
    }
}
