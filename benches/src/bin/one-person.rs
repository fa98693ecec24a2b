//! What other languages are measured against: a journal of 500 facts of one person, and the core's own times for the
//! brief of that person.
//!
//! It tells the journal, and answers every line that it reads by measuring anew: a machine's speed changes within
//! seconds, so whoever compares with the core takes turns with it.

use std::hint::black_box;
use std::io::{BufRead, Write};
use std::time::{Duration, Instant};

use keyperson::door::ask::ask_about;
use keyperson::{Journal, PersonId, Policy};
use keyperson_benches::{AS_OF, journal_of_one};

/// How often each is measured in one turn.
const ROUNDS: usize = 40;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let policy = Policy::default();
    let (journal, person) = journal_of_one(500)?;
    let told = serde_json::json!({ "facts": journal.to_json_lines(), "person": person, "as_of": AS_OF });
    println!("{told}");
    let mut out = std::io::stdout();
    for line in std::io::stdin().lock().lines() {
        line?;
        let times = measure(&journal, &policy, &person)?;
        let told = |times: &[Duration]| times.iter().map(Duration::as_nanos).collect::<Vec<_>>();
        writeln!(out, "{}", serde_json::json!({ "brief": told(&times.brief), "json": told(&times.json) }))?;
        out.flush()?;
    }
    Ok(())
}

/// The core's times.
struct Times {
    /// A brief, made and dropped.
    brief: Vec<Duration>,
    /// A brief as JSON text.
    json: Vec<Duration>,
}

/// Both, in turn.
fn measure(journal: &Journal, policy: &Policy, person: &PersonId) -> Result<Times, keyperson::Error> {
    let as_of = policy.as_of(AS_OF)?;
    keyperson::brief(journal, policy, person, as_of)?;
    let question = serde_json::json!({ "do": "brief", "person": person, "as_of": AS_OF }).to_string();
    Ok(Times {
        brief: timed(|| drop(black_box(keyperson::brief(journal, policy, person, as_of)))),
        json: timed(|| drop(black_box(ask_about(journal, policy, &question)))),
    })
}

#[expect(clippy::disallowed_methods, reason = "a benchmark reads the clock")]
fn timed(mut work: impl FnMut()) -> Vec<Duration> {
    let once = |_| {
        let started = Instant::now();
        work();
        started.elapsed()
    };
    (0..ROUNDS).map(once).collect()
}
