//! Tells other languages what to measure and what to measure against: a journal of 500 facts of one person, and the
//! core's own time for the brief of that person, as JSON.

use std::hint::black_box;
use std::time::{Duration, Instant};

use keyperson::ask::ask_about;
use keyperson::{Error, Policy};
use keyperson_benches::{AS_OF, journal_of_one};

/// How often each is measured; the least time is the one without interruptions.
const ROUNDS: usize = 300;

fn main() -> Result<(), Error> {
    let policy = Policy::default();
    let as_of = policy.as_of(AS_OF)?;
    let (journal, person) = journal_of_one(500)?;
    keyperson::brief(&journal, &policy, &person, as_of)?;
    let question = serde_json::json!({ "do": "brief", "person": person, "as_of": AS_OF }).to_string();
    let brief = least(|| drop(black_box(keyperson::brief(&journal, &policy, &person, as_of))));
    let text = least(|| drop(black_box(ask_about(&journal, &policy, &question))));
    let told = serde_json::json!({
        "facts": journal.to_json_lines(),
        "person": person,
        "as_of": AS_OF,
        "brief_microseconds": brief.as_secs_f64() * 1e6,
        "json_microseconds": text.as_secs_f64() * 1e6,
    });
    println!("{told}");
    Ok(())
}

#[expect(clippy::disallowed_methods, reason = "a benchmark reads the clock")]
fn least(mut work: impl FnMut()) -> Duration {
    let times = (0..ROUNDS).map(|_| {
        let started = Instant::now();
        work();
        started.elapsed()
    });
    times.min().unwrap_or_default()
}
