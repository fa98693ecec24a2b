//! How a command ends: the exit codes, and the failure that carries one.

use std::fmt::Write as _;
use std::process::ExitCode;

/// What the exit code of the command means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Exit {
    /// All went well; also where the reader of the output went away.
    Ok,
    /// Something is wrong in the input.
    Input,
    /// The command was called in a way that it does not have.
    Usage,
    /// A file could not be read or written.
    File,
}

/// Every exit code with its meaning, as `--help` shows them.
pub const EXIT_CODES: &[(Exit, u8, &str)] = &[
    (Exit::Ok, 0, "all went well"),
    (Exit::Input, 1, "problems in the input; every one was listed"),
    (Exit::Usage, 2, "wrong usage of the command"),
    (Exit::File, 3, "a file could not be read or written"),
];

impl Exit {
    /// The code for the shell.
    pub fn code(self) -> ExitCode {
        EXIT_CODES
            .iter()
            .find(|(exit, ..)| *exit == self)
            .map_or(ExitCode::FAILURE, |(_, code, _)| ExitCode::from(*code))
    }
}

/// The exit codes as a paragraph of the help.
pub fn help() -> String {
    let mut text = "Exit codes:\n".to_owned();
    for (_, code, meaning) in EXIT_CODES {
        // Writing into a string cannot fail.
        let _ = writeln!(text, "  {code}  {meaning}");
    }
    text
}

/// Why a command stopped.
#[derive(Debug)]
pub struct Failure {
    /// The exit code.
    pub exit: Exit,
    /// What is shown on the error output, complete; empty for nothing.
    pub text: String,
}

impl Failure {
    /// A failure with its text.
    pub fn new(exit: Exit, text: impl Into<String>) -> Self {
        Self { exit, text: text.into() }
    }

    /// Whoever reads the output has gone: nothing to tell.
    pub fn reader_gone() -> Self {
        Self::new(Exit::Ok, "")
    }
}

/// The failure of a page that could not be made; it is no fault of the input, but nothing was written.
pub fn unwritten(error: &keyperson_report::Error) -> Failure {
    Failure::new(Exit::File, format!("{error} [{}]", error.code()))
}
