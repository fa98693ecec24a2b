//! The questions. An answer stays in the library: its fields are handed out when they are read.
//!
//! A day as `as_of` means its end in the policy's zone, and no language Japanese.

use std::collections::HashMap;
use std::sync::Arc;

use keyperson::answer::what_if::Supposition;
use keyperson::calendar::Instant;
use keyperson::door::ask as form;
use keyperson::door::business_day::{self, BusinessDayQuestion};
use keyperson::{Error, Json, PersonId, Place, ProblemKind, Question, UnitInterval};

use crate::answers::{Brief, BusinessDay, Change, Draft, Portfolio, Ranking, Schedule, Trail, WhatIf};
use crate::door::{KeypersonError, Told, door, refused};
use crate::journal::Journal;
use crate::mirror::{Finding, FindingText, Fit, Language, Trait};
use crate::plain::ToJson;
use crate::policy::Policy;

/// The JSON form: a question as text in, the answer as text out, the same bytes in every language.
///
/// # Errors
/// None of its own: what is wrong with a question is part of the answer.
#[uniffi::export]
pub fn ask(question: String) -> Result<String, KeypersonError> {
    door(|| Ok(keyperson::ask(&question)))
}

/// The JSON form of a question about facts and a policy that were read before: without `facts` and `policy`.
///
/// # Errors
/// None of its own: what is wrong with a question is part of the answer.
#[uniffi::export]
pub fn ask_about(
    journal: Arc<Journal>,
    policy: Arc<Policy>,
    question: String,
) -> Result<String, KeypersonError> {
    door(|| Ok(form::ask_about(&journal.0, &policy.0, &question)))
}

/// Everything about one person, with what changed since `since`, or since the last brief on record.
///
/// # Errors
/// `unknown_person` where no fact up to the as-of names the person.
#[uniffi::export(default(since = None))]
pub fn brief(
    journal: Arc<Journal>,
    policy: Arc<Policy>,
    person: String,
    as_of: String,
    since: Option<String>,
) -> Result<Arc<Brief>, KeypersonError> {
    door(|| {
        let (person, as_of) = (person_of(&person)?, instant(&policy, &as_of, "/as_of")?);
        Ok(Brief::of(match since {
            None => keyperson::brief(&journal.0, &policy.0, &person, as_of)?,
            Some(since) => {
                let since = instant(&policy, &since, "/since")?;
                keyperson::brief_since(&journal.0, &policy.0, &person, as_of, since)?
            }
        }))
    })
}

/// The briefs of several people, in the order in which they are named.
///
/// # Errors
/// As `brief`.
#[uniffi::export]
pub fn briefs(
    journal: Arc<Journal>,
    policy: Arc<Policy>,
    people: Vec<String>,
    as_of: String,
) -> Result<Vec<Arc<Brief>>, KeypersonError> {
    door(|| {
        let as_of = instant(&policy, &as_of, "/as_of")?;
        let brief = |person: &String| {
            Ok(Brief::of(keyperson::brief(&journal.0, &policy.0, &person_of(person)?, as_of)?))
        };
        people.iter().map(brief).collect()
    })
}

/// Everybody at every partner, each partner's people ranked among themselves.
///
/// # Errors
/// `unknown_calendar` where a partner was registered with a calendar that nobody defines.
#[uniffi::export]
pub fn portfolio(
    journal: Arc<Journal>,
    policy: Arc<Policy>,
    as_of: String,
) -> Result<Arc<Portfolio>, KeypersonError> {
    door(|| {
        let as_of = instant(&policy, &as_of, "/as_of")?;
        Ok(Portfolio::of(keyperson::portfolio(&journal.0, &policy.0, as_of)?))
    })
}

/// The people of one partner in their order, as far as the evidence tells them apart.
///
/// # Errors
/// `unknown_partner` where no fact up to the as-of is about the partner.
#[uniffi::export]
pub fn rank(
    journal: Arc<Journal>,
    policy: Arc<Policy>,
    partner: String,
    as_of: String,
) -> Result<Arc<Ranking>, KeypersonError> {
    door(|| {
        let partner = keyperson::PartnerId::new(partner).map_err(|kind| refused("/partner", kind))?;
        let as_of = instant(&policy, &as_of, "/as_of")?;
        Ok(Ranking::of(keyperson::answer::portfolio::rank(&journal.0, &policy.0, &partner, as_of)?))
    })
}

/// What moved a person between two dates.
///
/// # Errors
/// `unknown_person`; `contradiction` where `since` lies after the as-of.
#[uniffi::export]
pub fn change(
    journal: Arc<Journal>,
    policy: Arc<Policy>,
    person: String,
    since: String,
    as_of: String,
) -> Result<Arc<Change>, KeypersonError> {
    door(|| {
        let (since, as_of) = (instant(&policy, &since, "/since")?, instant(&policy, &as_of, "/as_of")?);
        Ok(Change::of(keyperson::change(&journal.0, &policy.0, &person_of(&person)?, since, as_of)?))
    })
}

/// The facts behind the numbers of a brief, and back: all, those of a `pointer` into it, or what came of one `fact`.
///
/// # Errors
/// As `brief`; what a pointer or an id leads to nothing.
#[uniffi::export(default(pointer = None, fact = None))]
pub fn trail(
    journal: Arc<Journal>,
    policy: Arc<Policy>,
    person: String,
    as_of: String,
    pointer: Option<String>,
    fact: Option<String>,
) -> Result<Arc<Trail>, KeypersonError> {
    door(|| {
        let (person, as_of) = (person_of(&person)?, instant(&policy, &as_of, "/as_of")?);
        let tracer = keyperson::answer::trail::Tracer::new(&journal.0, &policy.0, &person, as_of)?;
        Ok(Trail::of(tracer.part(pointer.as_deref(), fact.as_deref())?))
    })
}

/// The coming regular meetings of a person.
///
/// # Errors
/// As `brief`.
#[uniffi::export]
pub fn schedule(
    journal: Arc<Journal>,
    policy: Arc<Policy>,
    person: String,
    as_of: String,
) -> Result<Arc<Schedule>, KeypersonError> {
    door(|| {
        let as_of = instant(&policy, &as_of, "/as_of")?;
        Ok(Schedule::of(keyperson::schedule(&journal.0, &policy.0, &person_of(&person)?, as_of)?))
    })
}

/// The brief of a person as it is, and as it would be with other values of traits (0 to 1) and remedies of the policy.
///
/// # Errors
/// As `brief`; `out_of_range` for a value, `unknown_reference` for a remedy that the policy does not have.
#[uniffi::export]
pub fn what_if(
    journal: Arc<Journal>,
    policy: Arc<Policy>,
    person: String,
    as_of: String,
    traits: HashMap<Trait, f64>,
    remedies: Vec<String>,
) -> Result<Arc<WhatIf>, KeypersonError> {
    door(|| {
        let (person, as_of) = (person_of(&person)?, instant(&policy, &as_of, "/as_of")?);
        let remedy = |(index, code): (usize, String)| {
            keyperson::Key::new(code).map_err(|kind| refused(&format!("/remedies/{index}"), kind))
        };
        let supposed = Supposition {
            traits: values(&traits, "/traits")?,
            remedies: remedies.into_iter().enumerate().map(remedy).collect::<Told<_>>()?,
            facts: Vec::new(),
        };
        let what = keyperson::answer::what_if::what_if(&journal.0, &policy.0, &person, as_of, &supposed)?;
        Ok(WhatIf::of(what))
    })
}

/// The fit of values of traits (0 to 1) that are given, not estimated; a trait that is left out is unknown.
///
/// # Errors
/// `out_of_range`, `not_finite`
#[uniffi::export]
pub fn fit(policy: Arc<Policy>, traits: HashMap<Trait, f64>) -> Result<Fit, KeypersonError> {
    door(|| Ok(keyperson::person::fit::of_values(&values(&traits, "")?, &policy.0)))
}

/// The fits of many people at once, in their order.
///
/// # Errors
/// As `fit`; the path begins with the number of the person, from 0.
#[uniffi::export]
pub fn fits(policy: Arc<Policy>, people: Vec<HashMap<Trait, f64>>) -> Result<Vec<Fit>, KeypersonError> {
    door(|| {
        let fit = |(index, traits): (usize, &HashMap<Trait, f64>)| {
            Ok(keyperson::person::fit::of_values(&values(traits, &format!("/{index}"))?, &policy.0))
        };
        people.iter().enumerate().map(fit).collect()
    })
}

/// A day in a business calendar: `to` counts the business days up to it, `days` finds the day so many later.
///
/// # Errors
/// `bad_day`, `unknown_calendar`
#[uniffi::export(default(to = None, days = None, calendar = None))]
pub fn business_day(
    policy: Arc<Policy>,
    day: String,
    to: Option<String>,
    days: Option<i64>,
    calendar: Option<String>,
) -> Result<Arc<BusinessDay>, KeypersonError> {
    door(|| {
        let given =
            [("day", day.json()), ("to", to.json()), ("days", days.json()), ("calendar", calendar.json())];
        let given = given.map(|(name, value)| (name.to_owned(), value));
        let question = BusinessDayQuestion::from_json(&Json::Object(given.into()))?;
        Ok(BusinessDay::of(business_day::business_day(&policy.0, &question)?))
    })
}

/// The draft, in Markdown, of the message by which executives tell the company who leads.
///
/// # Errors
/// As `brief`.
#[uniffi::export(default(language = None))]
pub fn announcement_draft(
    journal: Arc<Journal>,
    policy: Arc<Policy>,
    person: String,
    as_of: String,
    language: Option<Language>,
) -> Result<Arc<Draft>, KeypersonError> {
    door(|| {
        let (person, as_of) = (person_of(&person)?, instant(&policy, &as_of, "/as_of")?);
        let question = Question::new(&journal.0, &policy.0, as_of);
        Ok(Draft::of(question.announcement_draft(&person, language.unwrap_or_default())?))
    })
}

/// The draft, in Markdown, of the case study of a won deal; `partner` where several have a deal of that id.
///
/// # Errors
/// What the deal lacks.
#[uniffi::export(default(language = None, partner = None))]
pub fn case_study_draft(
    journal: Arc<Journal>,
    policy: Arc<Policy>,
    deal: String,
    as_of: String,
    language: Option<Language>,
    partner: Option<String>,
) -> Result<Arc<Draft>, KeypersonError> {
    door(|| {
        let deal = keyperson::DealId::new(deal).map_err(|kind| refused("/deal", kind))?;
        let partner = partner.map(keyperson::PartnerId::new).transpose();
        let partner = partner.map_err(|kind| refused("/partner", kind))?;
        let as_of = instant(&policy, &as_of, "/as_of")?;
        let question = Question::new(&journal.0, &policy.0, as_of);
        Ok(Draft::of(question.case_study_draft(&deal, partner.as_ref(), language.unwrap_or_default())?))
    })
}

/// What a finding says, in sentences.
///
/// # Errors
/// None of its own.
#[uniffi::export(default(language = None))]
pub fn finding_text(finding: Finding, language: Option<Language>) -> Result<FindingText, KeypersonError> {
    door(|| Ok(keyperson::text::finding(&finding, language.unwrap_or_default())))
}

/// An instant, or the end of a day in the policy's zone.
fn instant(policy: &Policy, text: &str, path: &str) -> Told<Instant> {
    Ok(policy.0.as_of(text).map_err(|error| at(error, path))?)
}

fn person_of(text: &str) -> Told<PersonId> {
    PersonId::new(text).map_err(|kind| refused("/person", kind))
}

/// An error of one value, at the place of that value.
fn at(error: Error, path: &str) -> Error {
    let kind = error.problems().first().map(|problem| problem.kind.clone());
    Error::one(Place::at(path), kind.unwrap_or(ProblemKind::NothingToRead {}))
}

/// Given values, in the order of the traits; what is wrong with several of them is said at once.
fn values(traits: &HashMap<Trait, f64>, path: &str) -> Told<Vec<(Trait, UnitInterval)>> {
    let (mut good, mut bad) = (Vec::new(), Vec::new());
    for of in Trait::ALL {
        match traits.get(of).map(|value| UnitInterval::new(*value)) {
            None => {}
            Some(Ok(value)) => good.push((*of, value)),
            Some(Err(kind)) => {
                bad.push(keyperson::Problem { place: Place::at(format!("{path}/{of}")), kind })
            }
        }
    }
    match Error::many(bad) {
        Some(error) => Err(error.into()),
        None => Ok(good),
    }
}
