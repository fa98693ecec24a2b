//! `keyperson trail`: the facts behind a number of a brief, and the numbers that a fact moves.

use serde::Serialize;

use crate::args::{Trail, TrailFormat};
use crate::exit::Failure;
use crate::files::Files;
use crate::output::{deliver, format_of_ending};
use crate::question::Question;
use crate::terminal::Terminal;
use crate::text as say;
use crate::{complaint, trail_text};

/// Runs the command.
pub fn run(terminal: &Terminal, files: &Files, args: &Trail) -> Result<(), Failure> {
    let out = args.out.as_deref();
    let format = match args.format {
        Some(format) => format,
        None => format_of_ending(terminal.language, out, &TrailFormat::ALL, TrailFormat::ending)?
            .unwrap_or(TrailFormat::Text),
    };
    let question = Question::read(terminal, files, &args.question)?;
    let refused = |error| complaint::whole(terminal, say::the_facts(terminal.language), &error);
    let tracer = question.asked().tracer(&args.person).map_err(refused)?;
    let (of, fact) = (args.of.as_deref(), args.fact.as_deref());
    let part = || tracer.part(of, fact).map_err(refused);
    let text = match format {
        // All of it is written entry by entry, and is nowhere but in its text.
        TrailFormat::Json if (of, fact) == (None, None) => json(&tracer),
        TrailFormat::Json => json(&part()?),
        TrailFormat::Text => trail_text::text(terminal, args, &part()?, &question.journal),
    };
    deliver(files, terminal.language, out, &text)
}

fn json<T: Serialize>(trail: &T) -> String {
    let mut text = serde_json::to_string_pretty(trail).unwrap_or_default();
    text.push('\n');
    text
}
