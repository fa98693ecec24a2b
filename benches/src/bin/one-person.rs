//! Tells other languages what to measure and what to measure against: a journal of 500 facts of one person, and the
//! core's own time for the brief of that person, as JSON.
//!
//! With `turns` it stays, and answers every line that it reads by measuring anew: a machine's speed changes within
//! seconds, so whoever compares with the core takes turns with it.

use std::hint::black_box;
use std::io::{BufRead, Write};
use std::time::{Duration, Instant};

use keyperson::ask::ask_about;
use keyperson::{Journal, PersonId, Policy};
use keyperson_benches::{AS_OF, journal_of_one};

/// How often each is measured; the least time is the one without interruptions.
const ROUNDS: usize = 300;
/// How often each is measured in one turn.
const ROUNDS_OF_A_TURN: usize = 40;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let policy = Policy::default();
    let (journal, person) = journal_of_one(500)?;
    let times = measure(&journal, &policy, &person, ROUNDS)?;
    let least = |times: &[Duration]| times.iter().min().copied().unwrap_or_default().as_secs_f64() * 1e6;
    let told = serde_json::json!({
        "facts": journal.to_json_lines(),
        "person": person,
        "as_of": AS_OF,
        "brief_microseconds": least(&times.brief),
        "json_microseconds": least(&times.json),
    });
    println!("{told}");
    if std::env::args().nth(1).is_some_and(|first| first == "turns") {
        let mut out = std::io::stdout();
        for line in std::io::stdin().lock().lines() {
            line?;
            let times = measure(&journal, &policy, &person, ROUNDS_OF_A_TURN)?;
            let told = |times: &[Duration]| times.iter().map(Duration::as_nanos).collect::<Vec<_>>();
            let told = serde_json::json!({ "brief": told(&times.brief), "json": told(&times.json) });
            writeln!(out, "{told}")?;
            out.flush()?;
        }
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
fn measure(
    journal: &Journal,
    policy: &Policy,
    person: &PersonId,
    rounds: usize,
) -> Result<Times, keyperson::Error> {
    let as_of = policy.as_of(AS_OF)?;
    keyperson::brief(journal, policy, person, as_of)?;
    let question = serde_json::json!({ "do": "brief", "person": person, "as_of": AS_OF }).to_string();
    Ok(Times {
        brief: timed(rounds, || drop(black_box(keyperson::brief(journal, policy, person, as_of)))),
        json: timed(rounds, || drop(black_box(ask_about(journal, policy, &question)))),
    })
}

#[expect(clippy::disallowed_methods, reason = "a benchmark reads the clock")]
fn timed(rounds: usize, mut work: impl FnMut()) -> Vec<Duration> {
    let once = |_| {
        let started = Instant::now();
        work();
        started.elapsed()
    };
    (0..rounds).map(once).collect()
}
