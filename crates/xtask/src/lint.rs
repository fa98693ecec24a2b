//! Formatting, clippy and documentation with warnings as errors, one version everywhere, and the committed schema files.

use std::process::Command;

use crate::session::{Session, succeed};
use crate::{deny, toolchain, version};

/// Formatting, clippy and documentation of the whole workspace, and one version in all its files.
///
/// The schema files are apart ([`schema`]): a test of `xtask` compares them too.
pub fn run(session: &mut Session) {
    session.check("one version", |session| version::agreed(session.root()));
    session.check("licences, sources, duplicates", deny::check);
    session.check("fmt", |session| {
        toolchain::component(session, "rustfmt")?;
        quietly(&mut session.cargo(&["fmt", "--all", "--check"]))
    });
    session.check("clippy", |session| {
        toolchain::component(session, "clippy")?;
        let mut clippy = session.cargo(&["clippy", "--workspace", "--all-targets", "--all-features"]);
        quietly(clippy.args(["--", "-D", "warnings"]))
    });
    session.check("doc", |session| {
        let mut doc = session.cargo(&["doc", "--workspace", "--no-deps", "--all-features"]);
        quietly(doc.env("RUSTDOCFLAGS", "-D warnings"))
    });
    session.check("doc, as the core is published", |session| {
        // Without `rooms`, no document may link to what it opens.
        let mut doc = session.cargo(&["doc", "-p", "keyperson", "--no-deps", "--features", "schema"]);
        quietly(doc.env("RUSTDOCFLAGS", "-D warnings"))
    });
    session.check("plan of the modules", |session| crate::plan::run(session, true));
    session.check("languages in the texts alone", crate::language::run);
    session.check("every question in every language", crate::questions::run);
}

/// Writes the JSON Schema files, or compares them with the types where `check` is set.
///
/// # Errors
/// The core does not compile, or a file differs.
pub fn schema(session: &Session, check: bool) -> Result<String, String> {
    let mut writer = session.cargo(&[
        "run",
        "--quiet",
        "-p",
        "xtask",
        "--features",
        "schema",
        "--bin",
        "xtask-schema",
        "--",
    ]);
    if check {
        writer.arg("--check");
    }
    quietly(&mut writer)
}

/// A check by a command that itself says what it found.
fn quietly(command: &mut Command) -> Result<String, String> {
    succeed(command).map(|()| String::new())
}
