//! `keyperson portfolio`: everybody in one table.

use std::ops::ControlFlow;

use crate::args::{Portfolio, PortfolioFormat};
use crate::exit::Failure;
use crate::files::Files;
use crate::output::{deliver, format_of_ending};
use crate::question::Question;
use crate::terminal::Terminal;
use crate::text as say;
use crate::{complaint, page};

/// Runs the command.
pub fn run(terminal: &Terminal, files: &Files, args: &Portfolio) -> Result<(), Failure> {
    let format = match args.format {
        Some(format) => format,
        None => format_of_ending(
            terminal.language,
            args.out.as_deref(),
            &PortfolioFormat::ALL,
            PortfolioFormat::ending,
        )?
        .unwrap_or(PortfolioFormat::Text),
    };
    let question = Question::read(terminal, files, &args.question)?;
    let Question { journal, policy, as_of } = &question;
    let portfolio = keyperson_table::portfolio(journal, policy, *as_of, &|_| ControlFlow::Continue(()))
        .map_err(|error| complaint::whole(terminal, say::the_facts(terminal.language), &error))?;
    deliver(files, terminal.language, args.out.as_deref(), &page::portfolio(terminal, &portfolio, format)?)
}
