//! What the toolchain must have; what is missing is installed by rustup.
//!
//! A `rust-toolchain.toml` would do the same, but would also choose the toolchain for everyone and ask the
//! network on machines that only want to build.

use crate::session::{Session, output, succeed};

/// The target that stands for "no operating system below": no clock, no files, no threads.
pub const WASM: &str = "wasm32-unknown-unknown";

/// Makes sure that the component `name` (`rustfmt`, `clippy`) is there.
///
/// # Errors
/// It is missing, and rustup is too or fails.
pub fn component(session: &Session, name: &str) -> Result<(), String> {
    let subcommand = if name == "rustfmt" { "fmt" } else { name };
    if session.cargo(&[subcommand, "--version"]).output().is_ok_and(|output| output.status.success()) {
        return Ok(());
    }
    install(session, &["component", "add", name])
}

/// Makes sure that the standard library for `target` is there.
///
/// # Errors
/// It is missing, and rustup is too or fails.
pub fn target(session: &Session, target: &str) -> Result<(), String> {
    let mut rustc = session.command("rustc");
    let folder = output(rustc.args(["--print", "target-libdir", "--target", target]))?;
    if std::path::Path::new(folder.trim()).is_dir() {
        return Ok(());
    }
    install(session, &["target", "add", target])
}

fn install(session: &Session, arguments: &[&str]) -> Result<(), String> {
    succeed(session.command("rustup").args(arguments))
}
