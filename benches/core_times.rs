//! The core's own times, for other languages to be measured against: in the same run and turn by turn, since a
//! machine's speed drifts.
//!
//! Given `one` or `many` and a file, it writes that journal into the file, says of whom it is, and then does the works
//! whose names it reads, one per line, answering each with the seconds that it took. A process holds one journal alone:
//! beside a large one that was read and scattered over the memory, the same brief takes half as long again.

use std::env;
use std::fs;
use std::hint::black_box;
use std::io::{self, BufRead as _, Write as _};
use std::path::PathBuf;
use std::time::{Duration, Instant};

use keyperson::{Error, Journal, JournalBuilder, Policy};
use keyperson_benches::{AS_OF, journal, journal_of_one};

/// Facts of the large journal.
const MANY: usize = 200_000;

/// How many briefs are one work.
const BRIEFS: u32 = 50;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut arguments = env::args_os().skip(1);
    let which = arguments.next().ok_or("name a journal: one or many")?;
    let file: PathBuf = arguments.next().ok_or("name a file")?.into();
    let policy = Policy::default();
    let as_of = policy.as_of(AS_OF)?;
    let (journal, person) = if which == "one" {
        journal_of_one(500)?
    } else {
        let many = journal(MANY)?;
        let first = many.people().next().cloned().ok_or("a journal of nobody")?;
        (many, first)
    };
    let text = journal.to_json_lines();
    fs::write(file, &text)?;
    println!("{person}");
    for work in io::stdin().lock().lines() {
        let took = match work?.as_str() {
            "brief" => timed(BRIEFS, || drop(black_box(keyperson::brief(&journal, &policy, &person, as_of)))),
            "portfolio" => timed(1, || drop(black_box(keyperson::portfolio(&journal, &policy, as_of)))),
            "portfolio_from_text" => timed(1, || {
                drop(black_box(read(&text).and_then(|many| keyperson::portfolio(&many, &policy, as_of))));
            }),
            other => return Err(format!("`{other}` is no work").into()),
        };
        println!("{}", took.as_secs_f64());
        io::stdout().flush()?;
    }
    Ok(())
}

/// Reads a text of any size.
fn read(text: &str) -> Result<Journal, Error> {
    let mut builder = JournalBuilder::default();
    builder.push_json_lines(text);
    builder.finish()
}

/// The time of one call, on average over `times` of them.
#[expect(clippy::disallowed_methods, reason = "a benchmark reads the clock")]
fn timed(times: u32, mut work: impl FnMut()) -> Duration {
    let started = Instant::now();
    for _ in 0..times {
        work();
    }
    started.elapsed().checked_div(times).unwrap_or_default()
}
