//! `keyperson portfolio`: everybody in one table.

use keyperson_table::{FACTS_AT_ONCE, portfolio_of_table};

use crate::args::{Portfolio, PortfolioFormat};
use crate::exit::Failure;
use crate::files::Files;
use crate::output::{deliver, format_of_ending};
use crate::progress::Progress;
use crate::question::Question;
use crate::stream::name_of;
use crate::terminal::Terminal;
use crate::text as say;
use crate::{complaint, facts, page};

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
    let language = terminal.language;
    let (policy, as_of) = Question::without_facts(terminal, files, &args.question)?;
    let paths = args.question.facts.as_slice();
    let only = match paths {
        [path] => facts::table(terminal, files, path)?.map(|table| (path, table)),
        _ => None,
    };
    let (name, portfolio) = match only {
        // One table may be larger than memory.
        Some((path, table)) => {
            let progress = Progress::of_facts(table.parts().iter().sum(), say::reading_facts(language));
            let answer = portfolio_of_table(table.as_ref(), &policy, as_of, FACTS_AT_ONCE, &|done| {
                progress.reached(done)
            });
            progress.finish();
            (name_of(path), answer)
        }
        None => {
            let journal = facts::read(terminal, files, paths)?;
            let facts = u64::try_from(journal.len()).unwrap_or(u64::MAX);
            let progress = Progress::of_facts(facts, say::answering(language));
            let answer = keyperson_table::portfolio(&journal, &policy, as_of, &|done| {
                progress.reached(u64::try_from(done).unwrap_or(u64::MAX))
            });
            progress.finish();
            (say::the_facts(language).to_owned(), answer)
        }
    };
    let portfolio = portfolio.map_err(|error| complaint::whole(terminal, &name, &error))?;
    deliver(files, language, args.out.as_deref(), page::portfolio(terminal, &portfolio, &policy, format)?)
}
