//! `keyperson portfolio`: everybody in one table.

use std::path::Path;

use crate::args::{Portfolio, PortfolioFormat};
use crate::exit::Failure;
use crate::output::deliver;
use crate::question::Question;
use crate::terminal::Terminal;
use crate::{complaint, page};

/// Runs the command.
pub fn run(terminal: &Terminal, args: &Portfolio) -> Result<(), Failure> {
    let question = Question::read(terminal, &args.question)?;
    let portfolio = keyperson::portfolio(&question.journal, &question.policy, question.as_of)
        .map_err(|error| complaint::whole(terminal, terminal.lang.of("the facts", "事実"), &error))?;
    let format = args.format.unwrap_or_else(|| of_ending(args.out.as_deref()));
    deliver(terminal.lang, args.out.as_deref(), &page::portfolio(terminal, &portfolio, format)?)
}

fn of_ending(path: Option<&Path>) -> PortfolioFormat {
    use PortfolioFormat as F;
    let ending = path.and_then(Path::extension).and_then(|ending| ending.to_str()).unwrap_or_default();
    [F::Json, F::Markdown, F::Html, F::Csv]
        .into_iter()
        .find(|format| ending.eq_ignore_ascii_case(format.ending()))
        .unwrap_or(F::Text)
}
