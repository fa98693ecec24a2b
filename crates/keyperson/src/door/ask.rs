//! The JSON form: one question as text in, the answer as text out, the same bytes in every language.
//!
//! A question is an object:
//!
//! ```json
//! {"do": "brief", "facts": [{"id": "…"}], "policy": {"fit": {"bar": 0.6}}, "person": "p-001", "as_of": "2026-04-30"}
//! ```
//!
//! `facts` is a list of facts or a text of JSON Lines; `policy` is what differs from the default policy. The answer
//! is `{"answer": …}`, or `{"errors": [{"code", "path", "line", "message", "hint"}], "count": n}` with every problem.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::answer::brief::Brief;
use crate::answer::change::Change;
use crate::answer::portfolio::Portfolio;
use crate::answer::trail::Tracer;
use crate::answer::trail::Trail;
use crate::calendar::{Day, Instant};
use crate::door::draft::{self, Draft, DraftKind};
use crate::door::question::Question;
use crate::error::{Error, MAX_DOCUMENT_BYTES, Place, Problem, ProblemKind, Problems, Registered};
use crate::fact::FactId;
use crate::fact::{DealId, Journal, PartnerId, PersonId};
use crate::json::read::{At, Fields, words};
use crate::json::tree::{Json, too_large};
use crate::json::write as json_text;
use crate::order::Fill as _;
use crate::policy::Policy;
use crate::text::Language;
use crate::value::{Count, Key, Text};

words! {
    /// What may be asked.
    pub enum QuestionKind {
        /// The facts, checked: how many, of how many people and partners.
        Facts = "facts",
        /// The policy, checked and whole.
        Policy = "policy",
        /// The brief of one person, with what changed since `since`, or since the last brief.
        Brief = "brief",
        /// The portfolio.
        Portfolio = "portfolio",
        /// What moved a person between `since` and `as_of`.
        Change = "change",
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

/// Answers a question about a journal and a policy that were read before, so that many questions read them once.
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

/// What [`ask_about`] answers, before it is written: for hosts that go on with it, to a page for example.
///
/// # Errors
/// Every problem of the question, and those of what was asked for.
pub fn answer_about(journal: &Journal, policy: &Policy, question: &str) -> Result<Answer, Error> {
    asked_about(policy, question, |checked| checked.answer(journal, policy))
}

/// An error as [`ask`] writes it, for hosts whose other doors tell errors in the same words.
#[must_use]
pub fn refusal(error: &Error) -> String {
    // Plain data, so writing it cannot fail; an empty text would say that it did.
    json_text::to_string(&Refused::of(error)).unwrap_or_default()
}

/// An answer, before it is written.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(untagged)]
pub enum Answer {
    /// To `facts`.
    Facts(FactsChecked),
    /// To `policy`.
    Policy(Box<Policy>),
    /// To `brief`.
    Brief(Box<Brief>),
    /// To `portfolio`.
    Portfolio(Portfolio),
    /// To `change`.
    Change(Change),
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
}

impl Refused {
    fn of(error: &Error) -> Self {
        let shown = error.problems().iter().map(|problem| Shown {
            code: problem.code(),
            path: problem.path().to_owned(),
            line: problem.place.line,
            message: problem.kind.to_string(),
            hint: problem.hint(),
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
pub struct FactsChecked {
    /// Different facts.
    pub facts: usize,
    /// People named by them.
    pub people: usize,
    /// Partners named by them.
    pub partners: usize,
}

/// A day in a business calendar.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct BusinessDay {
    /// Whether it is one.
    pub is_business_day: bool,
    /// The first one strictly after it; absent after the last day of all.
    pub next_business_day: Option<Day>,
    /// Whether the holidays of its year are not official yet.
    pub provisional: bool,
    /// Business days from it to `to`, negative backwards; absent where `to` was not asked for.
    pub business_days_between: Option<i64>,
    /// The day `days` business days after it; absent where `days` was not asked for, or beyond the last day.
    pub after_days: Option<Day>,
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
    let Some(asked) = Asked::read(&json, &[DO, FIELDS], &mut problems) else { return Err(refused(problems)) };
    let checked = asked.checked(Some(policy), &mut problems);
    answer(problems.into_result(checked)?)
}

fn answer(question: &str) -> Result<String, Error> {
    let json = parsed(question)?;
    let mut problems = Problems::default();
    let Some(asked) = Asked::read(&json, &[DO, READ_HERE, FIELDS], &mut problems) else {
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

/// A question whose fields are there and good.
struct Checked<'j> {
    json: &'j Json,
    question: QuestionKind,
    person: Option<PersonId>,
    as_of: Option<Instant>,
    since: Option<Instant>,
    pointer: Option<Text>,
    fact: Option<FactId>,
}

impl Checked<'_> {
    /// The answer as text. A whole trail is written entry by entry: it is far longer than what it is told from.
    fn written(self, journal: &Journal, policy: &Policy) -> Result<String, Error> {
        match (self.question, &self.person, self.as_of, &self.pointer, &self.fact) {
            (QuestionKind::Trail, Some(person), Some(as_of), None, None) => {
                Ok(written(Tracer::new(journal, policy, person, as_of)?))
            }
            _ => Ok(written(self.answer(journal, policy)?)),
        }
    }

    fn answer(self, journal: &Journal, policy: &Policy) -> Result<Answer, Error> {
        match (self.question, self.person, self.as_of, self.since) {
            (QuestionKind::Facts, ..) => Ok(Answer::Facts(FactsChecked {
                facts: journal.len(),
                people: journal.people().count(),
                partners: journal.partners().count(),
            })),
            (QuestionKind::Policy, ..) => Ok(Answer::Policy(Box::new(policy.clone()))),
            (QuestionKind::Brief, Some(person), Some(as_of), None) => {
                Ok(Answer::Brief(Box::new(Question::new(journal, policy, as_of).brief(&person)?)))
            }
            (QuestionKind::Brief, Some(person), Some(as_of), Some(since)) => Ok(Answer::Brief(Box::new(
                Question::new(journal, policy, as_of).brief_since(&person, since)?,
            ))),
            (QuestionKind::Portfolio, _, Some(as_of), _) => {
                Ok(Answer::Portfolio(Question::new(journal, policy, as_of).portfolio()?))
            }
            (QuestionKind::Change, Some(person), Some(as_of), Some(since)) => {
                Ok(Answer::Change(Question::new(journal, policy, as_of).change(&person, since)?))
            }
            (QuestionKind::Trail, Some(person), Some(as_of), _) => {
                let tracer = Tracer::new(journal, policy, &person, as_of)?;
                let (pointer, fact) = (self.pointer.as_ref(), self.fact.as_ref());
                Ok(Answer::Trail(Box::new(tracer.part(pointer.map(Text::as_str), fact.map(FactId::as_str))?)))
            }
            (QuestionKind::BusinessDay, ..) => Ok(Answer::BusinessDay(business_day(self.json, policy)?)),
            (QuestionKind::Draft, _, Some(as_of), _) => {
                Ok(Answer::Draft(drafted(self.json, journal, policy, as_of)?))
            }
            _ => Err(nothing()),
        }
    }
}

/// The fields of a question, each of the right kind.
struct Asked<'j> {
    json: &'j Json,
    question: QuestionKind,
    person: Option<PersonId>,
    as_of: Option<Text>,
    since: Option<Text>,
    pointer: Option<Text>,
    fact: Option<FactId>,
}

const DO: &[&str] = &["do"];
/// What a question says about journal and policy.
const READ_HERE: &[&str] = &["facts", "policy"];
const FIELDS: &[&str] = &[
    "person", "as_of", "since", "pointer", "fact", "calendar", "day", "to", "days", "draft", "deal",
    "partner", "language",
];

impl<'j> Asked<'j> {
    fn read(json: &'j Json, known: &[&[&str]], problems: &mut Problems) -> Option<Self> {
        let root = At::root(None);
        let fields = Fields::of(json, &root, problems)?;
        fields.refuse_unknown(known, problems);
        let question = fields.read("do", problems);
        let (person, as_of, since) =
            (fields.read("person", problems), fields.read("as_of", problems), fields.read("since", problems));
        let (pointer, fact) = (fields.read("pointer", problems), fields.read("fact", problems));
        Some(Self {
            json,
            question: question?,
            person: person?,
            as_of: as_of?,
            since: since?,
            pointer: pointer?,
            fact: fact?,
        })
    }

    /// Asks for the fields that the question needs, and turns dates into instants.
    fn checked(self, policy: Option<&Policy>, problems: &mut Problems) -> Checked<'j> {
        let needs_person =
            matches!(self.question, QuestionKind::Brief | QuestionKind::Change | QuestionKind::Trail);
        let needs_date =
            needs_person || matches!(self.question, QuestionKind::Portfolio | QuestionKind::Draft);
        let person = required(self.person, needs_person, "person", problems);
        let as_of = required(self.as_of, needs_date, "as_of", problems);
        let since = required(self.since, self.question == QuestionKind::Change, "since", problems);
        let mut instant = |text: Option<Text>, path: &str| -> Option<Instant> {
            let text = text?;
            policy?.as_of(text.as_str()).map_err(|error| problems.take(error.at(path), "")).ok()
        };
        let (as_of, since) = (instant(as_of, "/as_of"), instant(since, "/since"));
        let Self { json, question, pointer, fact, .. } = self;
        Checked { json, question, person, as_of, since, pointer, fact }
    }
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

fn required<T>(value: Option<T>, needed: bool, field: &str, problems: &mut Problems) -> Option<T> {
    if needed && value.is_none() {
        let kind = ProblemKind::MissingField { field: field.to_owned() };
        problems.add(Place::default().field(field), kind);
    }
    value
}

fn business_day(json: &Json, policy: &Policy) -> Result<BusinessDay, Error> {
    let mut problems = Problems::default();
    let root = At::root(None);
    let Some(fields) = Fields::of(json, &root, &mut problems) else { return Err(refused(problems)) };
    let name: Option<Option<Key>> = fields.read("calendar", &mut problems);
    let day: Option<Day> = fields.read("day", &mut problems);
    let to: Option<Option<Day>> = fields.read("to", &mut problems);
    let days: Option<Option<Count>> = fields.read("days", &mut problems);
    let name = name.flatten().unwrap_or_else(|| policy.place.calendar.clone());
    let calendar = policy.calendar(name.as_str());
    if calendar.is_none() {
        let known = crate::calendar::NAMES.join(", ");
        problems.add(
            Place::at("/calendar"),
            ProblemKind::UnknownCalendar { found: name.to_string(), known, whose: Registered::default() },
        );
    }
    let (Some(day), Some(calendar)) = problems.into_result((day, calendar))? else { return Err(nothing()) };
    Ok(BusinessDay {
        is_business_day: calendar.is_business_day(day),
        next_business_day: calendar.next_business_day(day),
        provisional: calendar.is_provisional(day),
        business_days_between: to.flatten().map(|to| calendar.business_days_between(day, to)),
        after_days: days.flatten().and_then(|days| calendar.add_business_days(day, days.get())),
    })
}

fn drafted(json: &Json, journal: &Journal, policy: &Policy, as_of: Instant) -> Result<Draft, Error> {
    let mut problems = Problems::default();
    let root = At::root(None);
    let Some(fields) = Fields::of(json, &root, &mut problems) else { return Err(refused(problems)) };
    let kind: Option<DraftKind> = fields.read("draft", &mut problems);
    let announced = kind == Some(DraftKind::Announcement);
    let person: Option<PersonId> = if announced { fields.read("person", &mut problems) } else { None };
    let deal: Option<DealId> = if announced { None } else { fields.read("deal", &mut problems) };
    let partner: Option<Option<PartnerId>> = fields.read("partner", &mut problems);
    let language: Option<Option<Language>> = fields.read("language", &mut problems);
    let language = language.flatten().unwrap_or(Language::Japanese);
    match problems.into_result((kind, deal, person))? {
        (Some(DraftKind::CaseStudy), Some(deal), _) => {
            draft::case_study(journal, policy, &deal, partner.flatten().as_ref(), as_of, language)
        }
        (Some(DraftKind::Announcement), _, Some(person)) => {
            draft::announcement(journal, policy, &person, as_of, language)
        }
        _ => Err(nothing()),
    }
}

fn refused(problems: Problems) -> Error {
    problems.into_error().unwrap_or_else(nothing)
}

fn nothing() -> Error {
    Error::one(Place::default(), ProblemKind::NothingToRead {})
}
