//! `keyperson ask`: any question in the JSON form, its answer as JSON.

use keyperson::Journal;
use keyperson::door::ask::answer_about;

use crate::args::Ask;
use crate::exit::Failure;
use crate::files::Files;
use crate::output::deliver;
use crate::terminal::Terminal;
use crate::text as say;
use crate::{complaint, facts, policy_file};

/// Runs the command.
pub fn run(terminal: &Terminal, files: &Files, args: &Ask) -> Result<(), Failure> {
    let policy = policy_file::read(terminal, files, args.policy.as_deref())?;
    let journal = match args.facts.as_slice() {
        [] => Journal::default(),
        named => facts::read(terminal, files, named)?,
    };
    let refused = |error| complaint::whole(terminal, say::the_question(terminal.language), &error);
    let answer = answer_about(&journal, &policy, &args.question).map_err(refused)?;
    let mut text = serde_json::to_string_pretty(&answer).unwrap_or_default();
    text.push('\n');
    deliver(files, terminal.language, args.out.as_deref(), &text)
}
