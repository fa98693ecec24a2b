//! The handle on a journal, and the ways to one.

use std::fs::File;
use std::path::PathBuf;
use std::sync::{Arc, Mutex};

use keyperson::{Error, Fact, Journal, JournalBuilder, Json, Place, Problem, ProblemKind};
use keyperson_simulator::Options;
use keyperson_table::arrow::{FactsReader, journal_table};
use pyo3::prelude::*;
use pyo3::types::{PyBytes, PyDict, PyList};

use crate::error::{door, internal, raised};
use crate::given::Given;
use crate::patience::{self, patiently};
use crate::table::{TableHandle, broken, reader_of};
use crate::{json_in, plain};

/// A journal of the core.
#[pyclass(frozen, module = "keyperson._keyperson", name = "Journal")]
pub(crate) struct JournalHandle(pub(crate) Arc<Journal>);

#[pymethods]
impl JournalHandle {
    /// Reads facts from the bytes of JSON Lines.
    #[staticmethod]
    fn from_json_lines(py: Python<'_>, text: Vec<u8>) -> PyResult<Self> {
        door(|| {
            let long = text.len() > patience::LONG_TEXT;
            let read = patiently(py, long, None, move |_watch| {
                let mut builder = Builder::default();
                builder.push(&text);
                builder.finish()
            })?;
            made(py, read)
        })
    }

    /// Reads facts from a list of dictionaries.
    #[staticmethod]
    fn from_records(py: Python<'_>, records: &Bound<'_, PyList>) -> PyResult<Self> {
        door(|| {
            let mut builder = JournalBuilder::default();
            let mut problems: Option<Error> = None;
            for (index, record) in records.iter().enumerate() {
                let line = u64::try_from(index).unwrap_or(u64::MAX).saturating_add(1);
                if index % 1_000 == 999 {
                    py.check_signals()?;
                }
                match Fact::from_json(&present(json_in::tree(&record)?)) {
                    Ok(fact) => builder.push_at(fact, line),
                    Err(error) => note(&mut problems, &error, line),
                }
            }
            let long = records.len() > patience::LONG_FACTS;
            let read = patiently(py, long, None, move |_watch| merged(problems, builder.finish()))?;
            made(py, read)
        })
    }

    /// Reads facts from a table that speaks Arrow.
    #[staticmethod]
    fn from_table(
        py: Python<'_>,
        table: &Bound<'_, PyAny>,
        progress: Option<&Bound<'_, PyAny>>,
    ) -> PyResult<Self> {
        door(|| {
            let mut batches = reader_of(table)?;
            let facts = FactsReader::new(&batches.schema()).map_err(|error| raised(py, &error))?;
            let read = patiently(py, true, progress, move |watch| {
                let mut facts = facts;
                for batch in &mut batches {
                    let batch = batch.map_err(Failure::Arrow)?;
                    // Slices, so that a table of one large batch can be broken off too.
                    let mut from = 0_usize;
                    while from < batch.num_rows() && !watch.stopped() {
                        let rows = batch.num_rows().saturating_sub(from).min(10_000);
                        facts.push(&batch.slice(from, rows)).map_err(Failure::Facts)?;
                        from = from.saturating_add(rows);
                        watch.tell(facts.rows());
                    }
                }
                facts.finish().map_err(Failure::Facts)
            })?;
            read.map(|journal| Self(Arc::new(journal))).map_err(|failure| failure.raised(py))
        })
    }

    /// The facts as the bytes of JSON Lines.
    fn json_lines<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyBytes>> {
        door(|| {
            let journal = self.0.clone();
            let long = journal.len() > patience::LONG_FACTS;
            let text = patiently(py, long, None, move |_watch| keyperson_table::json_lines(&journal))?;
            Ok(PyBytes::new(py, text.as_bytes()))
        })
    }

    /// The facts as a table.
    fn table(&self, py: Python<'_>) -> PyResult<TableHandle> {
        door(|| {
            let journal = self.0.clone();
            let long = journal.len() > patience::LONG_FACTS;
            let table = patiently(py, long, None, move |_watch| journal_table(&journal))?;
            table.map(TableHandle::of).map_err(|error| raised(py, &error))
        })
    }

    /// One fact by its place, as a dictionary; `None` behind the last one.
    fn fact<'py>(&self, py: Python<'py>, index: usize) -> PyResult<Option<Bound<'py, PyAny>>> {
        door(|| self.0.get(index).map(|fact| plain::whole(py, fact)).transpose())
    }

    /// All facts of two journals.
    fn merged(&self, py: Python<'_>, other: &Self) -> PyResult<Self> {
        door(|| {
            let (mine, theirs) = (self.0.clone(), other.0.clone());
            let long = mine.len().saturating_add(theirs.len()) > patience::LONG_FACTS;
            let all = patiently(py, long, None, move |_watch| {
                Journal::clone(&mine).merge(Journal::clone(&theirs))
            })?;
            made(py, all)
        })
    }

    /// Writes the facts as JSON Lines into a file, further ones being made meanwhile.
    fn write_json_lines(&self, py: Python<'_>, path: PathBuf) -> PyResult<()> {
        door(|| {
            let journal = self.0.clone();
            let long = journal.len() > patience::LONG_FACTS;
            let written = patiently(py, long, None, move |_watch| {
                let mut file = File::create(path)?;
                keyperson_table::write_json_lines(&journal, &mut file)
            })?;
            Ok(written?)
        })
    }

    /// How many facts.
    fn facts(&self) -> usize {
        self.0.len()
    }

    /// The partners of which there are facts, sorted.
    fn partners(&self) -> Vec<&str> {
        self.0.partners().map(|partner| partner.as_str()).collect()
    }

    /// The people of whom there are facts, sorted.
    fn people(&self) -> Vec<&str> {
        self.0.people().map(|person| person.as_str()).collect()
    }

    /// The partners that hold facts of a person, sorted.
    fn partners_of(&self, py: Python<'_>, person: Given) -> PyResult<Vec<String>> {
        let person = person.parse().map_err(|error| raised(py, &error))?;
        Ok(self.0.partners_of(&person).iter().map(ToString::to_string).collect())
    }

    /// Whether two journals hold the same facts.
    fn equals(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0) || self.0 == other.0
    }

    fn __reduce__<'py>(&self, py: Python<'py>) -> PyResult<(Bound<'py, PyAny>, (Bound<'py, PyBytes>,))> {
        Ok((py.get_type::<Self>().getattr("from_json_lines")?, (self.json_lines(py)?,)))
    }
}

enum Failure {
    Facts(Error),
    Arrow(arrow_schema::ArrowError),
}

impl Failure {
    fn raised(&self, py: Python<'_>) -> PyErr {
        match self {
            Self::Facts(error) => raised(py, error),
            Self::Arrow(error) => broken(py, error),
        }
    }
}

/// A record without its absent fields: rows of a table have all columns, whatever their type.
fn present(mut record: Json) -> Json {
    if let Json::Object(entries) = &mut record {
        entries.retain(|(_, value)| *value != Json::Null);
    }
    record
}

fn made(py: Python<'_>, journal: Result<Journal, Error>) -> PyResult<JournalHandle> {
    journal.map(|journal| JournalHandle(Arc::new(journal))).map_err(|error| raised(py, &error))
}

/// Keeps the problems of a record, each with its number.
fn note(problems: &mut Option<Error>, error: &Error, line: u64) {
    let placed = error.problems().iter().map(|problem| Problem {
        place: Place { line: Some(line), path: problem.place.path.clone() },
        kind: problem.kind.clone(),
    });
    match (problems.as_mut(), Error::many(placed)) {
        (Some(known), Some(later)) => known.append(later),
        (_, later) => *problems = later,
    }
}

fn merged(problems: Option<Error>, journal: Result<Journal, Error>) -> Result<Journal, Error> {
    match (problems, journal) {
        (None, journal) => journal,
        (Some(error), Ok(_)) => Err(error),
        (Some(mut error), Err(conflicts)) => {
            error.append(conflicts);
            Err(error)
        }
    }
}

/// Reads whole lines of a file piece by piece.
#[derive(Default)]
struct Builder {
    facts: JournalBuilder,
    lines: u64,
    bytes: u64,
    /// Bytes that are no text end the reading.
    bad: Option<Error>,
}

impl Builder {
    fn push(&mut self, lines: &[u8]) {
        if self.bad.is_some() {
            return;
        }
        match std::str::from_utf8(lines) {
            Ok(text) => self.facts.push_json_lines(text),
            Err(error) => {
                let before = lines.get(..error.valid_up_to()).unwrap_or_default();
                let line = self.lines.saturating_add(newlines(before)).saturating_add(1);
                let offset =
                    u64::try_from(error.valid_up_to()).unwrap_or(u64::MAX).saturating_add(self.bytes);
                let place = Place { line: Some(line), path: String::new() };
                self.bad = Some(Error::one(place, ProblemKind::NotUtf8 { offset }));
            }
        }
        self.lines = self.lines.saturating_add(newlines(lines));
        self.bytes = self.bytes.saturating_add(u64::try_from(lines.len()).unwrap_or(u64::MAX));
    }

    fn finish(self) -> Result<Journal, Error> {
        match self.bad {
            Some(error) => Err(error),
            None => self.facts.finish(),
        }
    }
}

fn newlines(bytes: &[u8]) -> u64 {
    u64::try_from(bytes.iter().filter(|byte| **byte == b'\n').count()).unwrap_or(u64::MAX)
}

/// Builds a journal from pieces of a file.
#[pyclass(frozen, module = "keyperson._keyperson")]
pub(crate) struct FactsBuilder(Mutex<Option<Builder>>);

#[pymethods]
impl FactsBuilder {
    #[new]
    fn new() -> Self {
        Self(Mutex::new(Some(Builder::default())))
    }

    /// Takes in whole lines.
    fn push(&self, py: Python<'_>, lines: &[u8]) -> PyResult<()> {
        door(|| {
            let taken = py.detach(|| {
                let mut builder = self.0.lock().ok()?;
                builder.as_mut().map(|builder| builder.push(lines))
            });
            taken.ok_or_else(|| internal(py, "a builder was used after it was finished"))
        })
    }

    /// The journal; the builder is used up.
    fn finish(&self, py: Python<'_>) -> PyResult<JournalHandle> {
        door(|| {
            let builder = self.0.lock().ok().and_then(|mut builder| builder.take());
            let Some(builder) = builder else { return Err(internal(py, "a builder was finished twice")) };
            let long = builder.facts.len() > patience::LONG_FACTS;
            let read = patiently(py, long, None, move |_watch| builder.finish())?;
            made(py, read)
        })
    }
}

/// Builds a journal from the batches of one table, as they come.
#[pyclass(frozen, module = "keyperson._keyperson")]
pub(crate) struct RowsBuilder(Mutex<Option<FactsReader>>);

#[pymethods]
impl RowsBuilder {
    #[new]
    fn new() -> Self {
        Self(Mutex::new(None))
    }

    /// Takes in the rows of what speaks Arrow; the first says the columns.
    fn push(&self, py: Python<'_>, rows: &Bound<'_, PyAny>) -> PyResult<()> {
        door(|| {
            let batches = reader_of(rows)?;
            let pushed = py.detach(|| {
                let mut held = self.0.lock().map_err(|_| None)?;
                let facts = match &mut *held {
                    Some(facts) => facts,
                    none => none.insert(FactsReader::new(&batches.schema()).map_err(fact_failure)?),
                };
                batches.into_iter().try_for_each(|batch| {
                    facts.push(&batch.map_err(|error| Some(Failure::Arrow(error)))?).map_err(fact_failure)
                })
            });
            pushed.map_err(|failure| match failure {
                Some(failure) => failure.raised(py),
                None => internal(py, "a builder was lost"),
            })
        })
    }

    /// The journal; the builder begins again.
    fn finish(&self, py: Python<'_>) -> PyResult<JournalHandle> {
        door(|| {
            let journal = py.detach(|| {
                let facts = self.0.lock().ok().and_then(|mut facts| facts.take());
                facts.map_or_else(|| Ok(Journal::default()), FactsReader::finish)
            });
            made(py, journal)
        })
    }
}

fn fact_failure(error: Error) -> Option<Failure> {
    Some(Failure::Facts(error))
}

/// A made-up portfolio: the journal, and the truth behind it as a list of dictionaries.
#[pyfunction]
pub(crate) fn simulate<'py>(
    py: Python<'py>,
    partners: usize,
    seed: Option<u64>,
    density: f64,
) -> PyResult<(JournalHandle, Bound<'py, PyList>)> {
    door(|| {
        let demo = Options::demo();
        let options = Options { partners, density, seed: seed.unwrap_or(demo.seed), ..demo };
        let made_up = patiently(py, partners > 10, None, move |_watch| {
            let made_up = keyperson_simulator::simulate(&options);
            (Journal::from_facts(made_up.facts), made_up.truth)
        })?;
        let (journal, truth) = made_up;
        let people = PyList::empty(py);
        for person in &truth {
            let row = PyDict::new(py);
            row.set_item("partner", person.partner.as_str())?;
            row.set_item("person", person.person.as_str())?;
            row.set_item("name", person.name.as_str())?;
            row.set_item("key_person", person.key_person)?;
            for of in keyperson::Trait::ALL {
                row.set_item(of.word(), *person.traits.get(*of))?;
            }
            let mismatches: Vec<&str> = person.mismatches.iter().map(|pattern| pattern.key()).collect();
            row.set_item("mismatches", mismatches)?;
            people.append(row)?;
        }
        Ok((made(py, journal)?, people))
    })
}
