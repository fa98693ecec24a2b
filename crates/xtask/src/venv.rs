//! Virtual environments of Python, and what is installed into them.

use std::env;
use std::fs;
use std::path::Path;
use std::process::Command;

use crate::session::{Session, output, succeed, workspace_root};

/// The oldest Python that the package is for.
const OLDEST: (u32, u32) = (3, 10);

/// Makes sure of a virtual environment; a `fresh` one where so asked.
///
/// # Errors
/// There is no Python for it.
pub fn environment(session: &Session, venv: &Path, fresh: bool) -> Result<(), String> {
    let there = venv.join("bin/python").exists();
    if there && !fresh {
        return Ok(());
    }
    if there {
        fs::remove_dir_all(venv).map_err(|error| format!("{}: {error}", venv.display()))?;
    }
    let python = python(session)?;
    succeed(session.command(&python).args(["-m", "venv"]).arg(venv))
}

/// A Python that the package is for: the one that `PYTHON` names, or `python3`.
///
/// # Errors
/// It is too old, or does not run.
pub fn python(session: &Session) -> Result<String, String> {
    let name = env::var("PYTHON").unwrap_or_else(|_| "python3".to_owned());
    let code = "import sys; print(sys.version_info[0], sys.version_info[1])";
    let said = output(session.command(&name).args(["-c", code]))?;
    let mut numbers = said.split_whitespace().filter_map(|number| number.parse().ok());
    match (numbers.next(), numbers.next()) {
        (Some(major), Some(minor)) if (major, minor) >= OLDEST => Ok(name),
        _ => Err(format!("`{name}` is Python {}, too old: set PYTHON to one of 3.10 or later", said.trim())),
    }
}

/// Installs packages into an environment.
///
/// # Errors
/// What pip says.
pub fn pip(venv: &Path, what: &[&str]) -> Result<(), String> {
    let mut pip = Command::new(venv.join("bin/python"));
    pip.current_dir(workspace_root()).args([
        "-m",
        "pip",
        "install",
        "--quiet",
        "--disable-pip-version-check",
    ]);
    succeed(pip.args(what))
}
