//! Builds the UniFFI library once, and writes each language's sources from it.

use std::path::{Path, PathBuf};

use crate::session::{Session, names_no_folder, succeed};

const CRATE: &str = "keyperson-uniffi";
/// The most that the library may take, without its symbols.
const LIBRARY_BYTES: u64 = 6_000_000;

/// Builds the library; returns its size without symbols.
///
/// # Errors
/// It cannot be built, or is too large.
pub fn build(session: &Session) -> Result<u64, String> {
    let mut build = session.cargo(&["build", "--profile", "library", "-p", CRATE]);
    session.without_paths(&mut build, None);
    succeed(build.arg("--lib"))?;
    names_no_folder(session, &library(session)?)?;
    let size = std::fs::metadata(library(session)?).map_err(|error| error.to_string())?.len();
    if size > LIBRARY_BYTES {
        return Err(format!("the library has {size} bytes, more than {LIBRARY_BYTES}"));
    }
    Ok(size)
}

/// The built library.
///
/// # Errors
/// Cargo does not say where it builds.
pub fn library(session: &Session) -> Result<PathBuf, String> {
    Ok(session.target()?.join("library/libkeyperson_uniffi.so"))
}

/// A library that still has the symbols from which its interface is read: that of a test build.
///
/// # Errors
/// It cannot be built.
pub fn described(session: &Session) -> Result<PathBuf, String> {
    succeed(session.cargo(&["build", "-p", CRATE]).arg("--lib"))?;
    Ok(session.target()?.join("debug/libkeyperson_uniffi.so"))
}

/// Builds the program that measures the core in turn with a package; its path.
///
/// # Errors
/// It cannot be built.
pub fn core(session: &Session) -> Result<PathBuf, String> {
    succeed(&mut session.cargo(&[
        "build",
        "--release",
        "--quiet",
        "-p",
        "keyperson-benches",
        "--bin",
        "one-person",
    ]))?;
    Ok(session.target()?.join("release/one-person"))
}

/// Writes the sources of one language (`kotlin`, `ruby`, `swift`) into a folder.
///
/// # Errors
/// What UniFFI says.
pub fn generate(session: &Session, language: &str, folder: &Path) -> Result<(), String> {
    let library = described(session)?;
    let mut bindgen = session.cargo(&["run", "--quiet", "-p", "xtask", "--features", "bindings"]);
    bindgen.args(["--bin", "xtask-bindings", "--", "generate", "--language", language, "--no-format"]);
    succeed(bindgen.arg("--out-dir").arg(folder).arg(library))
}
