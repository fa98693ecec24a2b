//! Writes made-up journals into a folder, and how long the core itself takes to answer about them: what a binding's
//! benchmarks are measured against, in the same run.

use std::fs;
use std::hint::black_box;
use std::path::Path;
use std::process::ExitCode;
use std::time::{Duration, Instant};

use keyperson::{Journal, JournalBuilder, Policy, brief, portfolio};
use keyperson_benches::{AS_OF, journal, journal_of_one};

/// Facts of the large journal.
const MANY: usize = 200_000;

fn main() -> ExitCode {
    let Some(folder) = std::env::args().nth(1) else {
        eprintln!("error: name a folder");
        return ExitCode::FAILURE;
    };
    match written(Path::new(&folder)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error}");
            ExitCode::FAILURE
        }
    }
}

fn written(folder: &Path) -> Result<(), Box<dyn std::error::Error>> {
    let policy = Policy::default();
    let as_of = policy.as_of(AS_OF)?;
    let (one, person) = journal_of_one(500)?;
    let many = journal(MANY)?;
    let text = many.to_json_lines();
    fs::write(folder.join("one.jsonl"), one.to_json_lines())?;
    fs::write(folder.join("many.jsonl"), &text)?;
    let of_one = best(200, || brief(&one, &policy, &person, as_of).is_ok());
    let of_many = best(3, || portfolio(&many, &policy, as_of).is_ok());
    let from_text = best(3, || read(&text).and_then(|many| portfolio(&many, &policy, as_of)).is_ok());
    let times = serde_json::json!({
        "brief": of_one.as_secs_f64(),
        "portfolio": of_many.as_secs_f64(),
        "portfolio_from_text": from_text.as_secs_f64(),
    });
    fs::write(folder.join("core.json"), times.to_string())?;
    Ok(())
}

/// Reads a text of any size.
fn read(text: &str) -> Result<Journal, keyperson::Error> {
    let mut builder = JournalBuilder::default();
    builder.push_json_lines(text);
    builder.finish()
}

/// The shortest of several runs.
#[expect(clippy::disallowed_methods, reason = "how long a call takes is wall time, not an as-of")]
fn best(times: usize, mut call: impl FnMut() -> bool) -> Duration {
    let mut shortest = Duration::MAX;
    for _ in 0..times {
        let started = Instant::now();
        black_box(call());
        shortest = shortest.min(started.elapsed());
    }
    shortest
}
