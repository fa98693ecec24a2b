//! The handle on an answer: it keeps the core's value and turns fields into Python objects when they are asked for.

use std::sync::Arc;

use keyperson::answer::what_if::Supposition;
use keyperson::calendar::Instant;
use keyperson::text::Language;
use keyperson::{Brief, Fact, Journal, Key, PartnerId, PersonId, Policy, Portfolio, ProblemKind};
use pyo3::exceptions::PyKeyError;
use pyo3::prelude::*;
use pyo3::types::PyDict;
use std::ops::ControlFlow;

use crate::error::{door, internal, one, raised, raised_at};
use crate::given::Given;
use crate::given_fit::{GivenFit, given};
use crate::journal::JournalHandle;
use crate::patience::{self, patiently};
use crate::policy::PolicyHandle;
use crate::table::TableHandle;
use crate::{json_in, plain};

/// What was answered.
pub(crate) enum Content {
    Brief(Box<Brief>, Question),
    Portfolio(Box<Portfolio>, Question),
    Fit(Box<GivenFit>),
}

/// What was asked, so that an answer can be asked for again in another process.
pub(crate) struct Question {
    journal: Arc<Journal>,
    policy: Arc<Policy>,
    as_of: Instant,
    /// Since when changes of a brief are told, where somebody chose it.
    since: Option<Instant>,
}

/// An answer of the core.
#[pyclass(frozen, module = "keyperson._keyperson", name = "Answer")]
pub(crate) struct Answer(Content);

/// Does the same with whatever value an answer holds.
macro_rules! with {
    ($answer:expr, $value:ident => $do:expr) => {
        match &$answer.0 {
            Content::Brief($value, _) => $do,
            Content::Portfolio($value, _) => $do,
            Content::Fit(given) => {
                let $value = given.whole();
                $do
            }
        }
    };
}

impl Answer {
    pub(crate) fn of(content: Content) -> Self {
        Self(content)
    }

    fn text(&self) -> PyResult<String> {
        with!(self, value => serde_json::to_string(value))
            .map_err(|error| Python::attach(|py| internal(py, &error.to_string())))
    }
}

#[pymethods]
impl Answer {
    /// One field, as plain Python objects.
    fn __getitem__<'py>(&self, py: Python<'py>, name: Given) -> PyResult<Bound<'py, PyAny>> {
        door(|| {
            if let (Content::Fit(given), "score") = (&self.0, &*name) {
                return Ok(given.score.into_pyobject(py)?);
            }
            let found = with!(self, value => plain::field(py, value, &name))?;
            found.ok_or_else(|| PyKeyError::new_err(String::from(name)))
        })
    }

    /// The whole answer, as plain Python objects.
    fn plain<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        door(|| with!(self, value => plain::whole(py, value)))
    }

    /// The whole answer as JSON, the same bytes as in the JSON form.
    fn json(&self) -> PyResult<String> {
        door(|| self.text())
    }

    /// The page as `html` or `markdown`; of a brief also as `text` and `svg`, of a portfolio as `csv`.
    fn page(&self, py: Python<'_>, form: Given, language: Given) -> PyResult<String> {
        door(|| {
            let language: Language = language.parse().map_err(|error| raised(py, &error))?;
            let page = match (&self.0, &*form) {
                (Content::Brief(brief, _), "html") => keyperson_report::html(brief, language),
                (Content::Brief(brief, _), "markdown") => keyperson_report::markdown(brief, language),
                (Content::Brief(brief, _), "svg") => Ok(keyperson_report::svg(brief, language)),
                (Content::Brief(brief, _), "text") => keyperson_report::plain(brief, language),
                (Content::Portfolio(many, _), "html") => keyperson_report::portfolio_html(many, language),
                (Content::Portfolio(many, _), "markdown") => {
                    keyperson_report::portfolio_markdown(many, language)
                }
                (Content::Portfolio(many, _), "csv") => Ok(keyperson_report::portfolio_csv(many)),
                _ => {
                    let (found, allowed) = (String::from(form), "html, markdown, text, svg, csv".to_owned());
                    return Err(one(py, "/form", ProblemKind::UnknownValue { found, allowed }));
                }
            };
            page.map_err(|error| internal(py, &error.to_string()))
        })
    }

    /// The table of a portfolio: `people` or `partners`.
    fn table(&self, py: Python<'_>, which: Given) -> PyResult<TableHandle> {
        door(|| {
            let Content::Portfolio(many, question) = &self.0 else {
                return Err(internal(py, "only a portfolio has tables"));
            };
            let table = py.detach(|| match &*which {
                "partners" => keyperson_table::arrow::partners_table(many),
                _ => keyperson_table::arrow::people_table(many, &question.policy),
            });
            table.map(TableHandle::of).map_err(|error| raised(py, &error))
        })
    }

    /// Whether two answers are the same.
    fn equals(&self, other: &Self) -> PyResult<bool> {
        door(|| {
            Ok(match (&self.0, &other.0) {
                (Content::Brief(mine, _), Content::Brief(theirs, _)) => mine == theirs,
                (Content::Portfolio(mine, _), Content::Portfolio(theirs, _)) => mine == theirs,
                _ => self.text()? == other.text()?,
            })
        })
    }

    /// What was asked, so that the answer can be given again: journal, policy, person and as-of.
    fn question(&self) -> Option<(JournalHandle, PolicyHandle, Option<String>, String)> {
        let (question, person) = match &self.0 {
            Content::Brief(brief, question) => (question, Some(brief.person.to_string())),
            Content::Portfolio(_, question) => (question, None),
            _ => return None,
        };
        let (journal, policy) = (question.journal.clone(), question.policy.clone());
        Some((JournalHandle(journal), PolicyHandle(policy), person, question.as_of.to_string()))
    }

    /// The function that gives this answer again, and with what; facts of other partners are left out of a brief's.
    fn __reduce__<'py>(&self, py: Python<'py>) -> PyResult<(Bound<'py, PyAny>, Bound<'py, PyAny>)> {
        door(|| {
            let module = py.import("keyperson._keyperson")?;
            match &self.0 {
                Content::Brief(brief, question) => {
                    let own = question.journal.of_partner(&brief.partner).iter().cloned();
                    let journal = Journal::from_facts(own).map_err(|error| raised(py, &error))?;
                    let arguments = (
                        JournalHandle(Arc::new(journal)),
                        PolicyHandle(question.policy.clone()),
                        brief.person.to_string(),
                        question.as_of.to_string(),
                        question.since.map(|since| since.to_string()),
                    );
                    Ok((module.getattr("brief")?, arguments.into_pyobject(py)?.into_any()))
                }
                Content::Portfolio(_, question) => {
                    let arguments = (
                        JournalHandle(question.journal.clone()),
                        PolicyHandle(question.policy.clone()),
                        question.as_of.to_string(),
                        py.None(),
                    );
                    Ok((module.getattr("portfolio")?, arguments.into_pyobject(py)?.into_any()))
                }
                Content::Fit(given) => {
                    let (values, policy) = given.origin();
                    let dict = PyDict::new(py);
                    for (name, value) in values {
                        dict.set_item(name, value)?;
                    }
                    let policy = Policy::from_json(&policy).map_err(|error| raised(py, &error))?;
                    let arguments = (dict, PolicyHandle(Arc::new(policy)));
                    Ok((module.getattr("fit")?, arguments.into_pyobject(py)?.into_any()))
                }
            }
        })
    }
}

fn person_of(py: Python<'_>, person: &str) -> PyResult<PersonId> {
    person.parse().map_err(|error| raised_at(py, &error, "/person"))
}

fn instant_of(py: Python<'_>, policy: &Policy, as_of: &str) -> PyResult<Instant> {
    policy.as_of(as_of).map_err(|error| raised(py, &error))
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
        let as_of = instant_of(py, &policy.0, &as_of)?;
        let since = since
            .map(|since| policy.0.as_of(&since).map_err(|error| raised_at(py, &error, "/since")))
            .transpose()?;
        let (journal, policy) = (journal.0.clone(), policy.0.clone());
        let answer = py.detach(|| match since {
            None => keyperson::brief(&journal, &policy, &person, as_of),
            Some(since) => keyperson::answer::brief::brief_since(&journal, &policy, &person, as_of, since),
        });
        let brief = answer.map_err(|error| raised(py, &error))?;
        Ok(Answer(Content::Brief(Box::new(brief), Question { journal, policy, as_of, since })))
    })
}

/// The portfolio of a journal.
#[pyfunction]
pub(crate) fn portfolio(
    py: Python<'_>,
    journal: &JournalHandle,
    policy: &PolicyHandle,
    as_of: Given,
    progress: Option<&Bound<'_, PyAny>>,
) -> PyResult<Answer> {
    door(|| {
        let as_of = instant_of(py, &policy.0, &as_of)?;
        let question = Question { journal: journal.0.clone(), policy: policy.0.clone(), as_of, since: None };
        let (facts, judged) = (journal.0.clone(), policy.0.clone());
        let long = facts.len() > patience::LONG_FACTS;
        let answer = patiently(py, long, progress, move |watch| {
            keyperson::answer::portfolio::watched(&facts, &judged, as_of, &mut |done| {
                watch.tell(u64::try_from(done).unwrap_or(u64::MAX));
                if watch.stopped() { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
            })
        })?;
        let portfolio = answer.map_err(|error| raised(py, &error))?;
        Ok(Answer(Content::Portfolio(Box::new(portfolio), question)))
    })
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
        let as_of = instant_of(py, &policy.0, &as_of)?;
        let (journal, policy) = (journal.0.clone(), policy.0.clone());
        let answer = py.detach(|| keyperson::change(&journal, &policy, &person, since, as_of));
        plain::whole(py, &answer.map_err(|error| raised(py, &error))?)
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
        let partner: PartnerId = partner.parse().map_err(|error| raised_at(py, &error, "/partner"))?;
        let as_of = instant_of(py, &policy.0, &as_of)?;
        let (journal, policy) = (journal.0.clone(), policy.0.clone());
        let answer = py.detach(|| keyperson::answer::portfolio::rank(&journal, &policy, &partner, as_of));
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
        let as_of = instant_of(py, &policy.0, &as_of)?;
        let supposition = supposition(supposed)?;
        let (journal, policy) = (journal.0.clone(), policy.0.clone());
        let answer = py
            .detach(|| keyperson::answer::what_if::what_if(&journal, &policy, &person, as_of, &supposition));
        let answer = answer.map_err(|error| raised(py, &error))?;
        let before = Question { journal, policy, as_of, since: None };
        let after = Question {
            journal: Arc::new(answer.journal),
            policy: Arc::new(answer.policy),
            as_of,
            since: None,
        };
        Ok((
            Answer(Content::Brief(Box::new(answer.before), before)),
            Answer(Content::Brief(Box::new(answer.after), after)),
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
