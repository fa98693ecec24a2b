//! What the core promises beyond its tests: it builds for WebAssembly, and an embedder's tree stays small.

use std::collections::BTreeSet;

use crate::session::{Session, output, succeed};
use crate::toolchain;

/// The most crates that the core may bring along without optional features, itself included.
///
/// A judgement: few enough that an embedder can review them.
const MAX_CRATES: usize = 30;

/// Runs all checks.
pub fn run(session: &mut Session) {
    session.check("core for WebAssembly", webassembly);
    session.check("core's dependencies", dependencies);
    session.check("core's instructions", |session| instructions(session, false).map(|()| String::new()));
}

/// Compares the instructions of the core's hot loops with those committed, or commits them.
///
/// # Errors
/// A function takes more of them; something cannot be built.
pub fn instructions(session: &Session, write: bool) -> Result<(), String> {
    toolchain::target(session, toolchain::WASM)?;
    let package = ["build", "--quiet", "--release", "-p", "keyperson-counted", "--target", toolchain::WASM];
    succeed(&mut session.cargo(&package))?;
    let module = session.target()?.join(toolchain::WASM).join("release/keyperson_counted.wasm");
    let program = ["run", "--quiet", "--release", "-p", "xtask", "--features", "instructions", "--bin"];
    let mut count = session.cargo(&program);
    count.args(["xtask-instructions", "--"]).arg(module);
    succeed(if write { count.arg("--write") } else { &mut count })
}

/// Clippy rather than check: this is also the one build of the core alone, without optional features, where
/// something may be left unused.
fn webassembly(session: &Session) -> Result<String, String> {
    toolchain::component(session, "clippy")?;
    toolchain::target(session, toolchain::WASM)?;
    let mut clippy = session.cargo(&["clippy", "-p", "keyperson", "--lib", "--target", toolchain::WASM]);
    succeed(clippy.args(["--", "-D", "warnings"]))?;
    Ok(String::new())
}

fn dependencies(session: &Session) -> Result<String, String> {
    let tree = output(&mut session.cargo(&["tree", "-p", "keyperson", "-e", "normal", "--prefix", "none"]))?;
    let crates = crates_of(&tree);
    let found = format!("{} crates of at most {MAX_CRATES}", crates.len());
    if crates.is_empty() {
        Err("`cargo tree` named no crate".to_owned())
    } else if crates.len() > MAX_CRATES {
        let names: Vec<&str> = crates.into_iter().collect();
        Err(format!("{found}: {}", names.join(", ")))
    } else {
        Ok(found)
    }
}

/// The crates of a `cargo tree --prefix none`, each once: lines are `name v1.2.3`, with a path or `(*)` behind.
fn crates_of(tree: &str) -> BTreeSet<&str> {
    tree.lines()
        .map(|line| line.split_once(" (").map_or(line, |(head, _)| head).trim())
        .filter(|line| !line.is_empty())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_crate_counts_once_and_two_versions_twice() {
        let tree = "keyperson v0.1.0 (/somewhere/crates/keyperson)\n\
                    serde v1.0.229\n\
                    serde_derive v1.0.229 (proc-macro)\n\
                    syn v2.0.1\n\
                    syn v3.0.0\n\
                    serde v1.0.229 (*)\n\n";
        let expected =
            ["keyperson v0.1.0", "serde v1.0.229", "serde_derive v1.0.229", "syn v2.0.1", "syn v3.0.0"];
        assert_eq!(crates_of(tree).into_iter().collect::<Vec<_>>(), expected);
        assert!(crates_of("").is_empty());
    }
}
