//! The command `keyperson`: facts in, briefs out, for people without code.

mod args;
mod brief_text;
mod command;
mod complaint;
mod exit;
mod facts;
mod japanese;
mod mapping_schema;
mod output;
mod page;
mod policy_file;
mod portfolio_text;
mod progress;
mod question;
mod settings;
mod table;
mod terminal;
mod trail_text;

use std::process::ExitCode;

use clap::{CommandFactory, FromArgMatches};

use args::{Cli, Command};
use exit::{Exit, Failure};
use terminal::Terminal;

fn main() -> ExitCode {
    let asked = Cli::command()
        .after_help(exit::help())
        .try_get_matches()
        .and_then(|mut matches| Cli::from_arg_matches_mut(&mut matches));
    let cli = match asked {
        Ok(cli) => cli,
        Err(error) => {
            // Help asked for is no mistake; a reader that went away is none either.
            let _ = error.print();
            return if error.use_stderr() { Exit::Usage.code() } else { Exit::Ok.code() };
        }
    };
    let terminal = Terminal::new(cli.lang);
    match run(&terminal, &cli.command) {
        Ok(()) => Exit::Ok.code(),
        Err(Failure { exit, text }) => {
            if !text.is_empty() {
                output::note(&text);
            }
            exit.code()
        }
    }
}

fn run(terminal: &Terminal, command: &Command) -> Result<(), Failure> {
    match command {
        Command::Demo(args) => command::demo::run(terminal, args),
        Command::Import(args) => command::import::run(terminal, args),
        Command::Brief(args) => command::brief::run(terminal, args),
        Command::Portfolio(args) => command::portfolio::run(terminal, args),
        Command::Calendar(args) => command::calendar::run(terminal, args),
        Command::Trail(args) => command::trail::run(terminal, args),
        Command::Draft(args) => command::draft::run(terminal, args),
        Command::Policy(args) => command::policy::run(terminal, args),
        Command::Schema(args) => command::schema::run(terminal, args),
        Command::Simulate(args) => command::simulate::run(terminal, args),
    }
}
