//! `keyperson simulate`: makes up a portfolio whose truth is known.

use keyperson::Journal;
use keyperson_simulator::{Options, simulate};

use crate::args::Simulate;
use crate::complaint;
use crate::contents::Facts;
use crate::exit::{Exit, Failure};
use crate::files::Files;
use crate::output::deliver;
use crate::terminal::Terminal;
use crate::text as say;

/// Runs the command.
pub fn run(terminal: &Terminal, files: &Files, args: &Simulate) -> Result<(), Failure> {
    let language = terminal.language;
    if args.as_of < args.start {
        let (start, as_of) = (args.start, args.as_of);
        return Err(Failure::new(Exit::Usage, say::ends_before_start(as_of, start, language)));
    }
    let options = Options {
        partners: args.partners,
        seed: args.seed,
        start: args.start,
        as_of: args.as_of,
        ..Options::demo()
    };
    let made_up = simulate(&options);
    let journal = Journal::from_facts(made_up.facts)
        .map_err(|error| complaint::whole(terminal, say::the_simulation(language), &error))?;
    if let Some(path) = &args.truth {
        let mut text = serde_json::to_string_pretty(&made_up.truth).unwrap_or_default();
        text.push('\n');
        deliver(files, language, Some(path), &text)?;
    }
    deliver(files, language, Some(&args.out), Facts::for_file(&journal, &args.out))
}
