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

use serde::Serialize;

use crate::calendar::{Day, Instant};
use crate::error::{Error, MAX_DOCUMENT_BYTES, Place, ProblemKind, Problems};
use crate::fact::{Fact, Journal, JournalBuilder, PersonId};
use crate::json::{Json, too_large};
use crate::policy::Policy;
use crate::read::{At, Fields, Read, words};
use crate::value::{Count, Key, Text};

words! {
    /// What may be asked.
    pub enum Question {
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
        /// A day in a business calendar: `calendar`, `day`, and `to` or `days`.
        BusinessDay = "business_day",
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
    let answer = answer(question).unwrap_or_else(|error| write(&Refused::of(&error)));
    // Plain data, so writing it cannot fail; an empty text would say that it did.
    answer.unwrap_or_default()
}

#[derive(Serialize)]
struct Answered<T> {
    answer: T,
}

#[derive(Serialize)]
struct Refused<'e> {
    errors: Vec<Shown<'e>>,
    count: u64,
}

/// A problem as programs of other languages read it.
#[derive(Serialize)]
struct Shown<'e> {
    code: &'static str,
    path: &'e str,
    line: Option<u64>,
    message: String,
    hint: String,
}

impl<'e> Refused<'e> {
    fn of(error: &'e Error) -> Self {
        let shown = error.problems().iter().map(|problem| Shown {
            code: problem.code(),
            path: problem.path(),
            line: problem.place.line,
            message: problem.kind.to_string(),
            hint: problem.hint(),
        });
        Self { errors: shown.collect(), count: error.count() }
    }
}

fn write<T: Serialize>(value: &T) -> Option<String> {
    serde_json::to_string(value).ok()
}

fn answered<T: Serialize>(answer: T) -> Option<String> {
    write(&Answered { answer })
}

#[derive(Serialize)]
struct FactsChecked {
    facts: usize,
    people: usize,
    partners: usize,
}

#[derive(Serialize)]
struct BusinessDay {
    is_business_day: bool,
    next_business_day: Option<Day>,
    provisional: bool,
    business_days_between: Option<i64>,
    after_days: Option<Day>,
}

fn answer(question: &str) -> Result<Option<String>, Error> {
    if question.len() > MAX_DOCUMENT_BYTES {
        return Err(Error::one(Place::default(), too_large(question.len())));
    }
    let json = Json::parse(question.strip_prefix('\u{feff}').unwrap_or(question))?;
    let mut problems = Problems::default();
    let root = At::root(None);
    let Some(asked) = Asked::read(&json, &root, &mut problems) else { return Err(refused(problems)) };
    let question = asked.question;
    let needs_person = matches!(question, Question::Brief | Question::Change);
    let needs_date = needs_person || question == Question::Portfolio;
    let policy = match asked.policy {
        None => Some(Policy::default()),
        Some(over) => Policy::from_tree(over).map_err(|error| problems.take(error, "/policy")).ok(),
    };
    let journal = facts(fields_of(&json, "facts"), &mut problems);
    let person = required(asked.person, needs_person, "person", &mut problems);
    let as_of = required(asked.as_of, needs_date, "as_of", &mut problems);
    let since = required(asked.since, question == Question::Change, "since", &mut problems);
    let mut instant = |text: Option<Text>, path: &str| -> Option<Instant> {
        let text = text?;
        let policy = policy.as_ref()?;
        policy.as_of(text.as_str()).map_err(|error| problems.take(error.at(path), "")).ok()
    };
    let (as_of, since) = (instant(as_of, "/as_of"), instant(since, "/since"));
    let (policy, journal) = problems.into_result((policy, journal))?;
    let (Some(policy), Some(journal)) = (policy, journal) else { return Err(nothing()) };
    match (question, person, as_of, since) {
        (Question::Facts, ..) => Ok(answered(FactsChecked {
            facts: journal.len(),
            people: journal.people().count(),
            partners: journal.partners().count(),
        })),
        (Question::Policy, ..) => Ok(answered(policy)),
        (Question::Brief, Some(person), Some(as_of), None) => {
            Ok(answered(crate::brief(&journal, &policy, &person, as_of)?))
        }
        (Question::Brief, Some(person), Some(as_of), Some(since)) => {
            Ok(answered(crate::brief_since(&journal, &policy, &person, as_of, since)?))
        }
        (Question::Portfolio, _, Some(as_of), _) => Ok(answered(crate::portfolio(&journal, &policy, as_of)?)),
        (Question::Change, Some(person), Some(as_of), Some(since)) => {
            Ok(answered(crate::change(&journal, &policy, &person, since, as_of)?))
        }
        (Question::BusinessDay, ..) => Ok(answered(business_day(&json, &policy)?)),
        _ => Err(nothing()),
    }
}

/// The fields of a question, each of the right kind.
struct Asked {
    question: Question,
    policy: Option<Json>,
    person: Option<PersonId>,
    as_of: Option<Text>,
    since: Option<Text>,
}

const FIELDS: &[&str] =
    &["do", "facts", "policy", "person", "as_of", "since", "calendar", "day", "to", "days"];

impl Read for Asked {
    fn read(json: &Json, at: &At<'_>, problems: &mut Problems) -> Option<Self> {
        let fields = Fields::of(json, at, problems)?;
        fields.refuse_unknown(&[FIELDS], problems);
        let question = fields.read("do", problems);
        let (person, as_of, since) =
            (fields.read("person", problems), fields.read("as_of", problems), fields.read("since", problems));
        let policy = fields.find("policy").filter(|policy| **policy != Json::Null).cloned();
        Some(Self { question: question?, policy, person: person?, as_of: as_of?, since: since? })
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
        Some(Json::List(items)) => {
            let mut builder = JournalBuilder::default();
            for (index, item) in items.iter().enumerate() {
                if let Some(fact) = Fact::read(item, &at.index(index), problems) {
                    builder.insert(fact, 0, At::root(None).index(index).place());
                }
            }
            builder.finish().map_err(|error| problems.take(error, "/facts")).ok()
        }
        Some(other) => crate::read::wrong(other, "a list of facts or a text of JSON Lines", &at, problems),
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
        problems.add(Place::at("/calendar"), ProblemKind::UnknownCalendar { found: name.to_string(), known });
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

fn refused(problems: Problems) -> Error {
    problems.into_error().unwrap_or_else(nothing)
}

fn nothing() -> Error {
    Error::one(Place::default(), ProblemKind::NothingToRead {})
}
