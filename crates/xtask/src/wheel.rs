//! Builds the wheel, and runs programs where there is only that.

use std::env;
use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::sbom::{self, Artefact};
use crate::session::{Session, names_no_folder, succeed};

/// What is inside the wheel, by its name within.
pub const BILL: &str = "keyperson.cdx.json";

/// Builds a wheel from sources for a Python with the maturin of an environment, as the only one in its folder; its
/// path.
pub fn wheel_for(
    session: &Session,
    python: &Path,
    tools: &Path,
    wheels: &Path,
    source: &Path,
) -> Result<PathBuf, String> {
    let wheels = emptied(wheels)?;
    let mut maturin = Command::new(tools.join("bin/maturin"));
    maturin.current_dir(source).env("CARGO_TARGET_DIR", session.target()?);
    session.without_paths(&mut maturin, Some(source));
    // maturin's own would name the folders of this machine (`[tool.maturin.sbom]`).
    sbom::write(session, &Artefact::wheel(), &source.join(BILL))?;
    maturin.args(["build", "--release", "--sbom-include", BILL, "--interpreter"]).arg(python);
    succeed(maturin.arg("--out").arg(&wheels))?;
    names_no_folder(session, &session.target()?.join("release/lib_keyperson.so"))?;
    only(&wheels, "whl")
}

/// A folder in which nothing is left of an earlier run.
///
/// # Errors
/// It cannot be made.
pub fn emptied(folder: &Path) -> Result<PathBuf, String> {
    let said = |error: std::io::Error| format!("{}: {error}", folder.display());
    if folder.is_dir() {
        fs::remove_dir_all(folder).map_err(said)?;
    }
    fs::create_dir_all(folder).map_err(said)?;
    Ok(folder.to_path_buf())
}

/// The environment's programs first, and no folder that has a cargo or rustc.
pub fn without_rust(command: &mut Command, venv: &Path) {
    let path = env::var_os("PATH").unwrap_or_default();
    let others = env::split_paths(&path)
        .filter(|folder| !["cargo", "rustc"].iter().any(|program| folder.join(program).exists()));
    let folders: Vec<PathBuf> = std::iter::once(venv.join("bin")).chain(others).collect();
    let path = env::join_paths(folders).unwrap_or_else(|_| OsString::from(venv.join("bin")));
    command.env("PATH", path).env("KEYPERSON_FROM_WHEEL", "1").env("PYTHONDONTWRITEBYTECODE", "1");
    command.env_remove("PYTHONPATH").env_remove("VIRTUAL_ENV");
}

/// The file of a folder whose name ends so.
///
/// # Errors
/// There is none.
pub fn only(folder: &Path, wanted: &str) -> Result<PathBuf, String> {
    let found = fs::read_dir(folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    let mut found = found.filter_map(Result::ok).map(|entry| entry.path());
    found
        .find(|path| path.extension().is_some_and(|ending| ending == wanted))
        .ok_or_else(|| format!("nothing in {} ends in .{wanted}", folder.display()))
}
