//! The parts that can be tested, and what testing each of them means.

use crate::session::Session;
use crate::{
    core_checks, example_checks, package_checks, python_checks, report_checks, uniffi_checks, wasm_checks,
};

/// A part of the project with a name of its own in `cargo xtask test`.
pub struct Part {
    /// Its name on the command line.
    pub name: &'static str,
    /// What it is.
    pub about: &'static str,
    /// What testing it means; `None` while there is nothing to test.
    pub content: Option<Content>,
}

/// What testing a part means.
pub struct Content {
    /// Workspace crates whose tests, documentation tests included, `cargo test` runs.
    pub crates: &'static [&'static str],
    /// What is checked besides; a binding runs its own test runner here.
    pub checks: fn(&mut Session),
}

/// Every part; a binding joins by filling in its line.
pub const PARTS: &[Part] = &[
    Part {
        name: "core",
        about: "the core, tables, simulator, command line, conformance cases and xtask itself",
        content: Some(Content {
            crates: &[
                "keyperson",
                "keyperson-table",
                "keyperson-simulator",
                "keyperson-cli",
                "keyperson-tests",
                "xtask",
            ],
            checks: core_checks::run,
        }),
    },
    Part {
        name: "report",
        about: "the one-page brief and the portfolio, in a browser too",
        content: Some(Content { crates: &["keyperson-report"], checks: report_checks::run }),
    },
    Part {
        name: "python",
        about: "the Python package, from its wheel",
        content: Some(Content { crates: &[], checks: python_checks::run }),
    },
    Part {
        name: "uniffi",
        about: "the Kotlin, Ruby and Swift packages",
        content: Some(Content { crates: &["keyperson-uniffi"], checks: uniffi_checks::run }),
    },
    Part {
        name: "wasm",
        about: "the npm package, in Node and in Chromium",
        content: Some(Content { crates: &["keyperson-wasm"], checks: wasm_checks::run }),
    },
    Part {
        name: "examples",
        about: "every example of examples/rust, run",
        content: Some(Content { crates: &["keyperson-examples"], checks: example_checks::run }),
    },
    Part {
        name: "packages",
        about: "what is published: each crate from its own package, licences, what it links",
        content: Some(Content { crates: &[], checks: package_checks::run }),
    },
];

/// The parts that exist, each with its content, in the table's order.
pub fn present() -> impl Iterator<Item = (&'static Part, &'static Content)> {
    PARTS.iter().filter_map(|part| part.content.as_ref().map(|content| (part, content)))
}

/// The names of the parts without content yet.
pub fn absent() -> Vec<&'static str> {
    PARTS.iter().filter(|part| part.content.is_none()).map(|part| part.name).collect()
}

/// The parts called `names`, each once, in the table's order.
///
/// # Errors
/// A name that is no part's, or a part with nothing to test yet.
pub fn named(names: &[String]) -> Result<Vec<(&'static Part, &'static Content)>, String> {
    for name in names {
        match PARTS.iter().find(|part| part.name == name) {
            None => {
                let known = PARTS.iter().map(|part| part.name).collect::<Vec<_>>().join(", ");
                return Err(format!("there is no part `{name}`; the parts are: {known}"));
            }
            Some(Part { content: None, about, .. }) => {
                return Err(format!("there is nothing to test in `{name}` yet ({about})"));
            }
            Some(_) => {}
        }
    }
    Ok(present().filter(|(part, _)| names.iter().any(|name| name == part.name)).collect())
}

/// The table, as the help shows it.
pub fn listing() -> String {
    let lines = PARTS.iter().map(|part| {
        let note = if part.content.is_some() { "" } else { " (nothing here yet)" };
        format!("  {:<9} {}{note}", part.name, part.about)
    });
    format!("Parts:\n{}", lines.collect::<Vec<_>>().join("\n"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;
    use std::path::Path;

    fn names(of: &[&str]) -> Result<Vec<&'static str>, String> {
        let asked: Vec<String> = of.iter().map(|name| (*name).to_owned()).collect();
        Ok(named(&asked)?.into_iter().map(|(part, _)| part.name).collect())
    }

    #[test]
    fn parts_are_found_by_name_once_each() {
        assert_eq!(names(&["report", "core", "report"]).unwrap(), ["core", "report"]);
        let error = names(&["core", "gui"]).unwrap_err();
        assert_eq!(
            error,
            "there is no part `gui`; the parts are: core, report, python, uniffi, wasm, examples, packages"
        );
    }

    #[test]
    fn a_part_without_content_is_an_error_and_never_a_pass() {
        for name in absent() {
            assert!(names(&[name]).unwrap_err().starts_with("there is nothing to test in"), "{name}");
        }
    }

    /// The package names of the folders that hold a Cargo.toml below `folder`.
    fn packages(folder: &Path) -> Vec<String> {
        let mut found = Vec::new();
        for entry in std::fs::read_dir(folder).into_iter().flatten() {
            if let Ok(manifest) = std::fs::read_to_string(entry.unwrap().path().join("Cargo.toml")) {
                let line = manifest.lines().find(|line| line.starts_with("name = ")).unwrap();
                found.push(line.trim_start_matches("name = ").trim_matches('"').to_owned());
            }
        }
        found
    }

    // INVARIANT: the tests of every crate of the workspace belong to exactly one part.
    #[test]
    fn no_crate_is_left_out() {
        let root = crate::session::workspace_root();
        let mut there: Vec<String> = ["", "crates", "examples", "bindings"]
            .iter()
            .flat_map(|folder| packages(&root.join(folder)))
            .collect();
        // Benchmarks have no tests: `lint` compiles them, `bench` runs them. Python's are run by pytest.
        there.retain(|name| !["keyperson-benches", "keyperson-python"].contains(&name.as_str()));
        let tested: Vec<&str> = present().flat_map(|(_, content)| content.crates.iter().copied()).collect();
        assert_eq!(tested.iter().collect::<BTreeSet<_>>().len(), tested.len(), "a crate in two parts");
        assert_eq!(
            there.iter().map(String::as_str).collect::<BTreeSet<_>>(),
            tested.into_iter().collect::<BTreeSet<_>>()
        );
    }
}
