//! The questions: facts, policy and date in, an answer of the core out.

use std::sync::Arc;

use keyperson::answer::what_if::Supposition;
use keyperson::door::business_day::{self as calendar, BusinessDayQuestion};
use keyperson::{DealId, Fact, FactId, Key, PartnerId, PersonId};
use keyperson_table::{FACTS_AT_ONCE, portfolio_of_table};
use pyo3::prelude::*;
use pyo3::types::PyDict;

use crate::answer::{Answer, Content};
use crate::asked::Asked;
use crate::error::{door, internal, one, raised, raised_at};
use crate::facts_table::FactsGiven;
use crate::given::Given;
use crate::given_fit::given;
use crate::journal::JournalHandle;
use crate::patience::patiently;
use crate::policy::PolicyHandle;
use crate::words::language_of;
use crate::{json_in, plain};

fn id_of<T>(py: Python<'_>, id: &str, place: &str) -> PyResult<T>
where
    T: std::str::FromStr<Err = keyperson::Error>,
{
    id.parse().map_err(|error| raised_at(py, &error, place))
}

fn person_of(py: Python<'_>, person: &str) -> PyResult<PersonId> {
    id_of(py, person, "/person")
}

/// The brief of one person.
#[pyfunction]
pub(crate) fn brief(
    py: Python<'_>,
    journal: &JournalHandle,
    policy: &PolicyHandle,
    person: Given,
    as_of: Given,
    since: Option<Given>,
) -> PyResult<Answer> {
    door(|| {
        let person = person_of(py, &person)?;
        let mut asked = Asked::of(py, journal, policy, &as_of)?;
        asked.since = since.map(|since| asked.since(py, &since)).transpose()?;
        let since = asked.since;
        let brief = asked.answer(py, |question| match since {
            None => question.brief(&person),
            Some(since) => question.brief_since(&person, since),
        })?;
        Ok(Answer::of(Content::Brief(Box::new(brief), asked)))
    })
}

/// The portfolio of a journal or of a table that need not fit into memory, on so many threads; on as many as there are
/// cores where none is said.
#[pyfunction]
pub(crate) fn portfolio(
    py: Python<'_>,
    facts: FactsGiven,
    policy: &PolicyHandle,
    as_of: Given,
    progress: Option<&Bound<'_, PyAny>>,
    threads: Option<usize>,
) -> PyResult<Answer> {
    door(|| {
        let pool = threads.map(|threads| pool(py, threads)).transpose()?;
        let as_of = policy.0.as_of(&as_of).map_err(|error| raised(py, &error))?;
        let judged = policy.0.clone();
        let answer = patiently(py, facts.long(), progress, move |watch| {
            on(pool.as_ref(), || match facts {
                FactsGiven::Journal(journal) => {
                    keyperson_table::portfolio(&journal, &judged, as_of, &|done| {
                        watch.reached(u64::try_from(done).unwrap_or(u64::MAX))
                    })
                }
                FactsGiven::Table(table) => {
                    portfolio_of_table(table.as_ref(), &judged, as_of, FACTS_AT_ONCE, &|done| {
                        watch.reached(done)
                    })
                }
            })
        })?;
        let portfolio = answer.map_err(|error| raised(py, &error))?;
        Ok(Answer::of(Content::Portfolio(Box::new(portfolio), policy.0.clone())))
    })
}

/// A portfolio that was answered before, from its JSON.
#[pyfunction]
pub(crate) fn portfolio_again(py: Python<'_>, json: Given, policy: &PolicyHandle) -> PyResult<Answer> {
    door(|| {
        let portfolio = serde_json::from_str(&json).map_err(|error| internal(py, &error.to_string()))?;
        Ok(Answer::of(Content::Portfolio(Box::new(portfolio), policy.0.clone())))
    })
}

/// Works on these threads; on all there are, where none are given.
fn on<T: Send>(pool: Option<&rayon::ThreadPool>, work: impl FnOnce() -> T + Send) -> T {
    match pool {
        Some(pool) => pool.install(work),
        None => work(),
    }
}

fn pool(py: Python<'_>, threads: usize) -> PyResult<rayon::ThreadPool> {
    let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build();
    pool.map_err(|error| internal(py, &error.to_string()))
}

/// What moved a person's fit between two instants, as plain Python objects.
#[pyfunction]
pub(crate) fn change<'py>(
    py: Python<'py>,
    journal: &JournalHandle,
    policy: &PolicyHandle,
    person: Given,
    since: Given,
    as_of: Given,
) -> PyResult<Bound<'py, PyAny>> {
    door(|| {
        let person = person_of(py, &person)?;
        let since = policy.0.as_of(&since).map_err(|error| raised_at(py, &error, "/since"))?;
        let asked = Asked::of(py, journal, policy, &as_of)?;
        plain::whole(py, &asked.answer(py, |question| question.change(&person, since))?)
    })
}

/// The facts behind the numbers of a brief and back, as plain Python objects: all, those of one `pointer` into the
/// brief, or of one `fact`.
#[pyfunction]
pub(crate) fn trail<'py>(
    py: Python<'py>,
    journal: &JournalHandle,
    policy: &PolicyHandle,
    person: Given,
    as_of: Given,
    part: (Option<Given>, Option<Given>),
) -> PyResult<Bound<'py, PyAny>> {
    door(|| {
        let (pointer, fact) = part;
        let person = person_of(py, &person)?;
        let asked = Asked::of(py, journal, policy, &as_of)?;
        let fact: Option<FactId> = fact.map(|fact| id_of(py, &fact, "/fact")).transpose()?;
        let trail = asked.answer(py, |question| {
            question.tracer(&person)?.part(pointer.as_deref(), fact.as_ref().map(FactId::as_str))
        })?;
        plain::whole(py, &trail)
    })
}

/// The people of one partner, in order, as plain Python objects.
#[pyfunction]
pub(crate) fn rank<'py>(
    py: Python<'py>,
    journal: &JournalHandle,
    policy: &PolicyHandle,
    partner: Given,
    as_of: Given,
) -> PyResult<Bound<'py, PyAny>> {
    door(|| {
        let partner: PartnerId = id_of(py, &partner, "/partner")?;
        let asked = Asked::of(py, journal, policy, &as_of)?;
        plain::whole(py, &asked.answer(py, |question| question.rank(&partner))?)
    })
}

/// The next regular meetings with a person, as plain Python objects.
#[pyfunction]
pub(crate) fn schedule<'py>(
    py: Python<'py>,
    journal: &JournalHandle,
    policy: &PolicyHandle,
    person: Given,
    as_of: Given,
) -> PyResult<Bound<'py, PyAny>> {
    door(|| {
        let person = person_of(py, &person)?;
        let asked = Asked::of(py, journal, policy, &as_of)?;
        plain::whole(py, &asked.answer(py, |question| question.schedule(&person))?)
    })
}

/// The draft of the announcement of a person's appointment, as plain Python objects.
#[pyfunction]
pub(crate) fn announcement_draft<'py>(
    py: Python<'py>,
    journal: &JournalHandle,
    policy: &PolicyHandle,
    person: Given,
    as_of: Given,
    language: Given,
) -> PyResult<Bound<'py, PyAny>> {
    door(|| {
        let person = person_of(py, &person)?;
        let language = language_of(py, &language)?;
        let asked = Asked::of(py, journal, policy, &as_of)?;
        plain::whole(py, &asked.answer(py, |question| question.announcement_draft(&person, language))?)
    })
}

/// The draft of the case study of a won deal, of a partner where several have one of that id, as plain objects.
#[pyfunction]
pub(crate) fn case_study_draft<'py>(
    py: Python<'py>,
    journal: &JournalHandle,
    policy: &PolicyHandle,
    deal: (Given, Option<Given>),
    as_of: Given,
    language: Given,
) -> PyResult<Bound<'py, PyAny>> {
    door(|| {
        let (deal, partner) = deal;
        let deal: DealId = id_of(py, &deal, "/deal")?;
        let partner: Option<PartnerId> =
            partner.map(|partner| id_of(py, &partner, "/partner")).transpose()?;
        let language = language_of(py, &language)?;
        let asked = Asked::of(py, journal, policy, &as_of)?;
        let draft =
            asked.answer(py, |question| question.case_study_draft(&deal, partner.as_ref(), language))?;
        plain::whole(py, &draft)
    })
}

/// A day in a business calendar, as plain Python objects; `question` has the fields of the JSON form.
#[pyfunction]
pub(crate) fn business_day<'py>(
    policy: &PolicyHandle,
    question: &Bound<'py, PyDict>,
) -> PyResult<Bound<'py, PyAny>> {
    door(|| {
        let py = question.py();
        let question = BusinessDayQuestion::from_json(&json_in::tree(question)?);
        let answer = question.and_then(|question| calendar::business_day(&policy.0, &question));
        plain::whole(py, &answer.map_err(|error| raised(py, &error))?)
    })
}

/// The brief of one person as it is, and as it would be.
#[pyfunction]
pub(crate) fn what_if(
    py: Python<'_>,
    journal: &JournalHandle,
    policy: &PolicyHandle,
    person: Given,
    as_of: Given,
    supposed: &Bound<'_, PyDict>,
) -> PyResult<(Answer, Answer)> {
    door(|| {
        let person = person_of(py, &person)?;
        let before = Asked::of(py, journal, policy, &as_of)?;
        let supposition = supposition(supposed)?;
        let answer = before.answer(py, |question| question.what_if(&person, &supposition))?;
        let after = Asked {
            journal: Arc::new(answer.journal),
            policy: Arc::new(answer.policy),
            as_of: before.as_of,
            since: None,
        };
        Ok((
            Answer::of(Content::Brief(Box::new(answer.before), before)),
            Answer::of(Content::Brief(Box::new(answer.after), after)),
        ))
    })
}

/// What is supposed: `traits` by name, codes of `remedies`, further `facts`.
fn supposition(supposed: &Bound<'_, PyDict>) -> PyResult<Supposition> {
    let py = supposed.py();
    let mut found = Supposition::default();
    if let Some(traits) = supposed.get_item("traits")? {
        for (name, value) in traits.cast::<PyDict>()? {
            found.traits.extend(given(&name, &value)?);
        }
    }
    if let Some(remedies) = supposed.get_item("remedies")? {
        for (index, code) in remedies.try_iter()?.enumerate() {
            let code: String = code?.extract()?;
            let place = format!("/remedies/{index}");
            found.remedies.push(Key::new(code).map_err(|kind| one(py, &place, kind))?);
        }
    }
    if let Some(facts) = supposed.get_item("facts")? {
        for fact in facts.try_iter()? {
            let fact = Fact::from_json(&json_in::tree(&fact?)?);
            found.facts.push(fact.map_err(|error| raised_at(py, &error, "/facts"))?);
        }
    }
    Ok(found)
}
