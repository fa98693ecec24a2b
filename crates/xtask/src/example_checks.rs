//! Every Rust example is run: it must end well and have something to say.

use std::path::PathBuf;
use std::process::Stdio;

use serde_json::Value;

use crate::session::{Session, output};

const PACKAGE: &str = "keyperson-examples";

/// Builds the examples and runs each of them.
pub fn run(session: &mut Session) {
    let mut built = Vec::new();
    session.check("examples: build", |session| {
        let arguments = ["build", "--examples", "--bins", "--message-format", "json-render-diagnostics"];
        built = programs(&output(&mut session.cargo_selected(&arguments))?, PACKAGE);
        match built.len() {
            0 => Err("there is no example".to_owned()),
            number => Ok(format!("{number} examples")),
        }
    });
    for (name, program) in built {
        session.check(&format!("examples: {name}"), |session| {
            let path = program.to_string_lossy();
            let said = output(session.command(&path).stdin(Stdio::null()))?;
            if said.trim().is_empty() {
                Err("it printed nothing".to_owned())
            } else {
                Ok(said.trim_end().to_owned())
            }
        });
    }
}

/// Name and path of a package's programs, from cargo's messages; in the order of their names.
pub fn programs(messages: &str, package: &str) -> Vec<(String, PathBuf)> {
    let mut found: Vec<_> = messages.lines().filter_map(|message| program(message, package)).collect();
    found.sort();
    found
}

fn program(message: &str, of: &str) -> Option<(String, PathBuf)> {
    let message: Value = serde_json::from_str(message).ok()?;
    let executable = message.get("executable")?.as_str()?;
    // A package id ends in `examples/rust#keyperson-examples@0.1.0`, or, where its folder has its name, in
    // `crates/keyperson-report#0.1.0`.
    let (folder, package) = message.get("package_id")?.as_str()?.rsplit_once('#')?;
    let name = package.split_once('@').map_or_else(|| folder.rsplit('/').next(), |(name, _)| Some(name));
    if name != Some(of) {
        return None;
    }
    Some((message.get("target")?.get("name")?.as_str()?.to_owned(), executable.into()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_programs_of_the_examples_are_run() {
        let message = |package: &str, name: &str, executable: &str| {
            format!(
                r#"{{"reason":"compiler-artifact","package_id":"path+file:///x/{package}","target":{{"kind":["example"],"name":"{name}"}},"executable":{executable}}}"#
            )
        };
        let messages = [
            message("examples/rust#keyperson-examples@0.1.0", "two", r#""/x/two""#),
            message("examples/rust#keyperson-examples@0.1.0", "one", r#""/x/one""#),
            message("examples/rust#keyperson-examples@0.1.0", "library", "null"),
            message("crates/keyperson-cli#0.1.0", "keyperson", r#""/x/keyperson""#),
            r#"{"reason":"build-finished","success":true}"#.to_owned(),
            "not JSON".to_owned(),
        ];
        let expected = [("one".to_owned(), "/x/one".into()), ("two".to_owned(), "/x/two".into())];
        assert_eq!(programs(&messages.join("\n"), PACKAGE), expected);
        let of_cli = programs(&messages.join("\n"), "keyperson-cli");
        assert_eq!(of_cli, [("keyperson".to_owned(), "/x/keyperson".into())]);
    }
}
