//! The command `keyperson`: facts in, briefs out, for people without code.

mod args;
mod brief_text;
mod command;
mod complaint;
mod contents;
mod declared;
mod exit;
mod facts;
mod files;
mod mapping_schema;
mod output;
mod page;
mod part;
mod policy_file;
mod portfolio_text;
mod progress;
mod question;
mod settings;
mod signals;
mod stream;
mod table;
mod terminal;
mod text;
mod trail_text;

use std::process::ExitCode;

use clap::{CommandFactory, FromArgMatches};
use keyperson::text::Language;

use args::{Cli, Command};
use exit::{Exit, Failure};
use files::Files;
use terminal::Terminal;
use text as say;

fn main() -> ExitCode {
    let language = Terminal::new(language_asked()).language;
    let asked = say::command(Cli::command(), language)
        .try_get_matches()
        .and_then(|mut matches| Cli::from_arg_matches_mut(&mut matches));
    let cli = match asked {
        Ok(cli) => cli,
        Err(error) if error.use_stderr() => {
            match say::misuse(&error, language) {
                Some(text) => output::note(&text),
                // Where nobody listens there is nobody to tell.
                None => drop(error.print()),
            }
            return Exit::Usage.code();
        }
        Err(help) => {
            // Help and version were asked for: they are written as every other result is.
            let terminal = Terminal::new(None);
            let text = help.render();
            let text = if terminal.colour { text.ansi().to_string() } else { text.to_string() };
            return ended(output::show(language, &text));
        }
    };
    let terminal = Terminal::new(cli.lang);
    ended(run(&terminal, &cli.command))
}

/// The language that the arguments ask for, also where they are wrong in other ways.
fn language_asked() -> Option<Language> {
    let arguments: Vec<String> =
        std::env::args_os().map(|argument| argument.to_string_lossy().into_owned()).collect();
    let beside = arguments.iter().zip(arguments.iter().skip(1));
    let mut asked = beside.filter_map(|(name, value)| match name.as_str() {
        "--lang" => value.parse().ok(),
        _ => value.strip_prefix("--lang=").and_then(|value| value.parse().ok()),
    });
    asked.next()
}

/// Tells what went wrong, and the code for the shell.
fn ended(done: Result<(), Failure>) -> ExitCode {
    match done {
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
    let files = &Files::new(terminal.language, &command.declared())?;
    match command {
        Command::Demo(args) => command::demo::run(terminal, files, args),
        Command::Import(args) => command::import::run(terminal, files, args),
        Command::Brief(args) => command::brief::run(terminal, files, args),
        Command::Portfolio(args) => command::portfolio::run(terminal, files, args),
        Command::Calendar(args) => command::calendar::run(terminal, files, args),
        Command::Trail(args) => command::trail::run(terminal, files, args),
        Command::Ask(args) => command::ask::run(terminal, files, args),
        Command::Draft(args) => command::draft::run(terminal, files, args),
        Command::Policy(args) => command::policy::run(terminal, files, args),
        Command::Schema(args) => command::schema::run(terminal, args),
        Command::Simulate(args) => command::simulate::run(terminal, files, args),
    }
}
