//! The core's hot loops as functions of a WebAssembly module, so that their instructions can be counted: the numbers are
//! the same on every machine. `prepare` comes first; each of the others answers how large its result is, 0 where it fails.

#![expect(unsafe_code, reason = "a function that a host calls by its name needs `no_mangle`")]

use std::sync::OnceLock;

use keyperson::calendar::Instant;
use keyperson::{Error, Journal, PersonId, Policy};
use keyperson_benches::{AS_OF, journal, journal_of_mixture, journal_of_one};

static READY: OnceLock<Ready> = OnceLock::new();

struct Ready {
    policy: Policy,
    as_of: Instant,
    lines: String,
    many: Journal,
    one: (Journal, PersonId),
    mixture: (Journal, PersonId),
}

impl Ready {
    fn new() -> Result<Self, Error> {
        let policy = Policy::default();
        let as_of = policy.as_of(AS_OF)?;
        let many = journal(5_000)?;
        let lines = many.to_json_lines();
        Ok(Self { policy, as_of, lines, many, one: journal_of_one(500)?, mixture: journal_of_mixture()? })
    }
}

/// How large the result of some work is; 0 where there is none.
fn size(work: impl FnOnce(&Ready) -> Result<usize, Error>) -> u32 {
    let size = READY.get().and_then(|ready| work(ready).ok());
    size.and_then(|size| u32::try_from(size).ok()).unwrap_or(0)
}

/// Makes up the journals.
#[unsafe(no_mangle)]
pub extern "C" fn prepare() -> u32 {
    match Ready::new() {
        Ok(ready) => u32::from(READY.set(ready).is_ok()),
        Err(_) => 0,
    }
}

/// Reads 5,000 facts from JSON Lines.
#[unsafe(no_mangle)]
pub extern "C" fn read_json_lines() -> u32 {
    size(|ready| Ok(Journal::from_json_lines(&ready.lines)?.len()))
}

/// Writes them.
#[unsafe(no_mangle)]
pub extern "C" fn write_json_lines() -> u32 {
    size(|ready| Ok(ready.many.to_json_lines().len()))
}

/// The brief of one person of 500 facts.
#[unsafe(no_mangle)]
pub extern "C" fn brief() -> u32 {
    size(|ready| Ok(keyperson::brief(&ready.one.0, &ready.policy, &ready.one.1, ready.as_of)?.findings.len()))
}

/// The brief of what weighs most on one answer.
#[unsafe(no_mangle)]
pub extern "C" fn brief_of_mixture() -> u32 {
    size(|ready| {
        let (journal, person) = &ready.mixture;
        Ok(keyperson::brief(journal, &ready.policy, person, ready.as_of)?.findings.len())
    })
}

/// The facts behind every number of the brief of 500 facts.
#[unsafe(no_mangle)]
pub extern "C" fn trail() -> u32 {
    size(|ready| Ok(keyperson::trail(&ready.one.0, &ready.policy, &ready.one.1, ready.as_of)?.numbers.len()))
}

/// The portfolio of 5,000 facts.
#[unsafe(no_mangle)]
pub extern "C" fn portfolio() -> u32 {
    size(|ready| Ok(keyperson::portfolio(&ready.many, &ready.policy, ready.as_of)?.people.len()))
}
