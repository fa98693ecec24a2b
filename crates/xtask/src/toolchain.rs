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

/// Makes sure that cargo has the subcommand `name`, which is not installed without being asked for: it takes minutes.
///
/// # Errors
/// It is missing; how to install the version that was tried.
pub fn subcommand(session: &Session, name: &str, version: &str) -> Result<(), String> {
    if session.cargo(&[name, "--version"]).output().is_ok_and(|output| output.status.success()) {
        return Ok(());
    }
    let install = format!("cargo install cargo-{name} --version {version} --locked");
    Err(format!("cargo-{name} is missing: install it with `{install}`, which takes some minutes"))
}

fn install(session: &Session, arguments: &[&str]) -> Result<(), String> {
    succeed(session.command("rustup").args(arguments))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_subcommand_that_is_missing_is_named_with_its_remedy() {
        let session = Session::new(Vec::new());
        assert!(subcommand(&session, "tree", "1").is_ok());
        let error = subcommand(&session, "no-such", "1.2.3").unwrap_err();
        assert!(error.contains("`cargo install cargo-no-such --version 1.2.3 --locked`"), "{error}");
    }
}
