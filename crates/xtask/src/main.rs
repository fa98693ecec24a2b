//! `cargo xtask …`: the developer commands, the same ones that CI calls.

mod calendar_checks;
mod core_checks;
mod count;
mod deny;
mod described;
mod example_checks;
mod kotlin_checks;
mod language;
mod lint;
mod manifest;
mod pack;
mod package_checks;
mod part;
mod plan;
mod python_checks;
mod python_types;
mod pythons;
mod questions;
mod release;
mod report_checks;
mod ruby_checks;
mod sbom;
mod semver;
mod session;
mod spark_checks;
mod swift_checks;
mod test;
mod toolchain;
mod tree_checks;
mod uniffi_checks;
mod uniffi_library;
mod venv;
mod version;
mod wasm_checks;
mod wheel;

use std::process::ExitCode;

use clap::{Parser, Subcommand};

use crate::session::{Failure, Session};

/// Test, lint, measure and generate; CI calls the same commands.
#[derive(Parser)]
#[command(bin_name = "cargo xtask", disable_help_subcommand = true)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Test the named parts; without a name lint and test everything there is
    #[command(after_help = part::listing())]
    Test {
        /// Parts to test
        parts: Vec<String>,
    },
    /// Formatting, clippy and documentation, with warnings as errors; schema files
    Lint,
    /// Run the core's benchmarks, then `bench peers`, which measures the wheel beside other libraries and writes
    /// docs/benchmarks.md; `bench python`, `kotlin`, `ruby` or `wasm` measures a package beside the core, `bench
    /// instructions` counts what the core's hot loops take
    Bench {
        /// Passed on, such as the name of a benchmark or `-- --save-baseline before`
        #[arg(trailing_var_arg = true, allow_hyphen_values = true)]
        arguments: Vec<String>,
    },
    /// Build a package without testing it, and say where the file lies
    Pack {
        /// Which package
        package: pack::Package,
    },
    /// Write the JSON Schema files from the core's types, and from those the result types of Python and TypeScript
    Schema {
        /// Write nothing; fail where a committed file differs
        #[arg(long)]
        check: bool,
    },
    /// Check that no module uses one above it, and write the plan of the core's modules into ARCHITECTURE.md
    Plan {
        /// Write nothing; fail where the plan differs
        #[arg(long)]
        check: bool,
    },
    /// Write the table of time zones from the crate chrono-tz
    Zones,
    /// Let cargo-deny check the licences, versions, sources and advisories of others' crates
    Deny,
    /// Check and say what would be published, and in which order; publish nothing
    Release {
        /// The only way to run it: publishing is done by people
        #[arg(long)]
        dry_run: bool,
    },
    /// Let cargo-semver-checks compare the library crates with an earlier commit
    Semver {
        /// What to compare with: a tag, a branch or a commit
        #[arg(long, value_name = "REVISION")]
        baseline_rev: String,
    },
    /// Say the version and check that every manifest has it; with a version, set it in all of them
    Version {
        /// The new version: three numbers
        new: Option<String>,
    },
    /// What CI runs: `test` without a part
    Ci,
}

fn main() -> ExitCode {
    match run(&Arguments::parse().command) {
        Ok(()) => ExitCode::SUCCESS,
        Err(Failure::Counted) => ExitCode::FAILURE,
        Err(Failure::Said(message)) => {
            eprintln!("error: {message}");
            ExitCode::FAILURE
        }
    }
}

fn run(command: &Command) -> Result<(), Failure> {
    match command {
        Command::Test { parts } if parts.is_empty() => test::everything(),
        Command::Test { parts } => test::named(parts),
        Command::Ci => test::everything(),
        Command::Lint => {
            let mut session = Session::new(Vec::new());
            lint::run(&mut session);
            session.check("schema files", |session| lint::schema(session, true));
            session.finish()
        }
        Command::Deny => deny::run(),
        Command::Semver { baseline_rev } => semver::run(baseline_rev),
        Command::Release { dry_run } => release::run(*dry_run),
        Command::Version { new } => Ok(version::run(&session::workspace_root(), new.as_deref())?),
        Command::Pack { package } => pack::run(*package),
        Command::Schema { check } => {
            let session = Session::new(Vec::new());
            lint::schema(&session, *check)?;
            Ok(python_types::run(&session::workspace_root(), *check)?)
        }
        Command::Plan { check } => Ok(plan::run(&Session::new(Vec::new()), *check).map(drop)?),
        Command::Bench { arguments } if arguments.first().is_some_and(|first| first == "python") => {
            Ok(python_checks::bench(&Session::new(Vec::new()))?)
        }
        Command::Bench { arguments } if arguments.first().is_some_and(|first| first == "peers") => {
            let quick = arguments.iter().any(|argument| argument == "--quick");
            Ok(python_checks::peers(&Session::new(Vec::new()), quick)?)
        }
        Command::Bench { arguments } if arguments.first().is_some_and(|first| first == "instructions") => {
            let write = arguments.iter().any(|argument| argument == "--write");
            Ok(core_checks::instructions(&Session::new(Vec::new()), write)?)
        }
        Command::Bench { arguments } if arguments.first().is_some_and(|first| first == "ruby") => {
            Ok(ruby_checks::bench(&Session::new(Vec::new()))?)
        }
        Command::Bench { arguments } if arguments.first().is_some_and(|first| first == "wasm") => {
            let mut session = Session::new(Vec::new());
            if wasm_checks::build(&mut session) {
                Ok(wasm_checks::bench(&session)?)
            } else {
                session.finish()
            }
        }
        Command::Bench { arguments } if arguments.first().is_some_and(|first| first == "kotlin") => {
            let load = arguments.iter().any(|argument| argument == "--load");
            Ok(kotlin_checks::bench(&Session::new(Vec::new()), load)?)
        }
        Command::Zones => {
            let session = Session::new(Vec::new());
            let arguments =
                ["run", "--release", "--quiet", "-p", "xtask", "--features", "zones", "--bin", "xtask-zones"];
            Ok(session::succeed(&mut session.cargo(&arguments))?)
        }
        Command::Bench { arguments } => {
            let session = Session::new(Vec::new());
            let mut cargo = session.cargo(&["bench", "-p", "keyperson-benches"]);
            cargo.args(arguments);
            session::succeed(&mut cargo)?;
            if arguments.is_empty() {
                python_checks::peers(&session, false)?;
            }
            Ok(())
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::CommandFactory;

    #[test]
    fn the_command_line_is_well_formed() {
        Arguments::command().debug_assert();
    }
}
