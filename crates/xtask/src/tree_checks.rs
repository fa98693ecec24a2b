//! What the published crates and the bindings link: nothing that reads the clock where that is promised, and nothing
//! that needs a newer Rust than the crate says.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use crate::session::{Session, output};

/// What links nothing that can read the time, and with which features: on every target there is.
///
/// Tables and what holds them are not here where they read Parquet or Arrow: see [`CLOCKS`].
const CLOCKLESS: &[(&str, &[&str])] = &[
    ("keyperson", &["--all-features"]),
    ("keyperson-report", &["--all-features"]),
    ("keyperson-simulator", &["--all-features"]),
    ("keyperson-table", &["--no-default-features", "--features", "encodings"]),
    ("keyperson-uniffi", &["--all-features"]),
    ("keyperson-wasm", &["--all-features"]),
];

/// What links a clock, since the crates of Apache Arrow turn it on; nothing else may.
const CLOCKED: &[(&str, &[&str])] = &[
    ("keyperson-table", &["--all-features"]),
    ("keyperson-cli", &["--all-features"]),
    ("keyperson-python", &["--all-features"]),
];

/// Who turns the clock on there.
const CLOCKS: &[&str] = &["arrow-array", "parquet"];

/// The features of chrono by which it reads the clock or asks the system for its zone.
const OF_CHRONO: &[&str] = &["clock", "now", "iana-time-zone", "wasmbind", "winapi"];

/// A version as three numbers.
type Version = [u64; 3];

/// Runs both checks.
pub fn run(session: &mut Session) {
    session.check("packages: no clock", clock);
    session.check("packages: minimum Rust", rust);
}

fn clock(session: &Session) -> Result<String, String> {
    for (package, features) in CLOCKLESS {
        let lines = tree(session, package, &[features, &["-e", "normal"][..]].concat())?;
        let (found, on) = chrono_of(&lines);
        if !found {
            return Err(format!("chrono is not in the tree of {package}: was it read rightly?"));
        }
        if !on.is_empty() {
            return Err(format!("{package} ({}) links chrono's {}", features.join(" "), joined(&on)));
        }
    }
    let metadata = metadata(session)?;
    let mut blamed = BTreeSet::new();
    for (package, features) in CLOCKED {
        let lines = tree(session, package, &[features, &["-e", "normal"][..]].concat())?;
        let linked: BTreeSet<_> =
            lines.iter().map(|line| (line.name.clone(), line.version.clone())).collect();
        blamed.extend(who_turns_it_on(&metadata, &linked));
    }
    let others: BTreeSet<&str> =
        blamed.iter().map(String::as_str).filter(|name| !CLOCKS.contains(name)).collect();
    if !others.is_empty() {
        return Err(format!("{} ask for chrono's clock, too", joined(&others)));
    }
    let free: Vec<&str> = CLOCKLESS.iter().map(|(package, _)| *package).collect();
    Ok(format!("none in {}; of Arrow's crates {} bring it", free.join(", "), joined(&blamed)))
}

fn rust(session: &Session) -> Result<String, String> {
    let metadata = metadata(session)?;
    let said = rust_versions(&metadata);
    let mut counted = BTreeMap::new();
    for (package, _) in CLOCKLESS.iter().chain(CLOCKED) {
        let lines = tree(session, package, &["--all-features", "-e", "normal,build"])?;
        let own = lines.iter().find(|line| line.name == *package);
        let own = own.and_then(|line| said.get(&(line.name.clone(), line.version.clone())));
        let own = own.ok_or_else(|| format!("{package} names no Rust"))?;
        let over: Vec<String> = lines
            .iter()
            .filter_map(|line| Some((line, said.get(&(line.name.clone(), line.version.clone()))?)))
            .filter(|(_, needs)| *needs > own)
            .map(|(line, [major, minor, _])| format!("{} {} needs {major}.{minor}", line.name, line.version))
            .collect();
        if !over.is_empty() {
            let [major, minor, _] = own;
            return Err(format!("{package} says Rust {major}.{minor}, but {}", over.join(", ")));
        }
        let crates: BTreeSet<_> = lines.iter().map(|line| (&line.name, &line.version)).collect();
        counted.insert(*package, crates.len());
    }
    let counted: Vec<String> =
        counted.iter().map(|(package, crates)| format!("{package} {crates}")).collect();
    Ok(format!("crates looked at: {}", counted.join(", ")))
}

/// A line of `cargo tree`: a package and the features that are on.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Line {
    name: String,
    version: String,
    features: Vec<String>,
}

/// What a package links on any target, each once, itself first.
fn tree(session: &Session, package: &str, more: &[&str]) -> Result<Vec<Line>, String> {
    let mut tree = session.cargo(&["tree", "-p", package, "--target", "all", "--prefix", "none"]);
    let lines = lines_of(&output(tree.args(["--format", "{p}|{f}"]).args(more))?);
    if lines.len() < 2 { Err(format!("`cargo tree` named nothing below {package}")) } else { Ok(lines) }
}

/// Lines are `name v1.2.3|feature,feature`, with a path or a kind before the bar, and `(*)` behind.
fn lines_of(text: &str) -> Vec<Line> {
    let mut lines = Vec::new();
    for line in text.lines() {
        let Some((package, features)) = line.split_once('|') else { continue };
        let mut words = package.split_whitespace();
        let (Some(name), Some(version)) = (words.next(), words.next()) else { continue };
        let features = features.trim_end_matches(" (*)").split(',').filter(|name| !name.is_empty());
        let line = Line {
            name: name.to_owned(),
            version: version.trim_start_matches('v').to_owned(),
            features: features.map(str::to_owned).collect(),
        };
        if !lines.contains(&line) {
            lines.push(line);
        }
    }
    lines
}

/// Whether chrono is there, and which of its features that read the clock are on.
fn chrono_of(lines: &[Line]) -> (bool, BTreeSet<&str>) {
    let chrono = || lines.iter().filter(|line| line.name == "chrono");
    let on = chrono().flat_map(|line| line.features.iter().map(String::as_str));
    (chrono().next().is_some(), on.filter(|feature| OF_CHRONO.contains(feature)).collect())
}

/// The packages of `cargo metadata`, with those that they bring along on any target.
///
/// # Errors
/// What cargo says.
pub fn metadata(session: &Session) -> Result<Vec<Value>, String> {
    let said = output(&mut session.cargo(&["metadata", "--all-features", "--format-version", "1"]))?;
    let said: Value = serde_json::from_str(&said).map_err(|error| format!("metadata: {error}"))?;
    said.get("packages")
        .and_then(Value::as_array)
        .cloned()
        .ok_or("`cargo metadata` names no package".to_owned())
}

/// The packages among `linked` that ask chrono for its clock, by their own manifests.
fn who_turns_it_on(metadata: &[Value], linked: &BTreeSet<(String, String)>) -> BTreeSet<String> {
    let asks = |dependency: &Value| {
        let features = dependency.get("features").and_then(Value::as_array);
        let named = features.is_some_and(|all| {
            all.iter().filter_map(Value::as_str).any(|feature| OF_CHRONO.contains(&feature))
        });
        dependency.get("name").is_some_and(|name| name == "chrono")
            && dependency.get("kind").is_none_or(Value::is_null)
            && (named || dependency.get("uses_default_features") == Some(&Value::Bool(true)))
    };
    let of = |package: &Value| {
        let dependencies = package.get("dependencies").and_then(Value::as_array);
        dependencies.is_some_and(|all| all.iter().any(asks))
    };
    let names = metadata.iter().filter(|package| of(package)).filter_map(identity);
    names.filter(|identity| linked.contains(identity)).map(|(name, _)| name).collect()
}

/// What each package says it needs of Rust, where it says so.
fn rust_versions(metadata: &[Value]) -> BTreeMap<(String, String), Version> {
    let said = |package: &Value| version(package.get("rust_version")?.as_str()?);
    metadata.iter().filter_map(|package| Some((identity(package)?, said(package)?))).collect()
}

fn identity(package: &Value) -> Option<(String, String)> {
    let text = |key: &str| package.get(key)?.as_str().map(str::to_owned);
    Some((text("name")?, text("version")?))
}

/// A version, of which the last numbers may be left out.
fn version(text: &str) -> Option<Version> {
    let mut numbers = text.split('.').map(|number| number.parse().ok());
    let mut next = || numbers.next().unwrap_or(Some(0));
    Some([next()?, next()?, next()?])
}

fn joined(names: &BTreeSet<impl AsRef<str>>) -> String {
    names.iter().map(AsRef::as_ref).collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn a_clock_is_seen_wherever_it_is_turned_on() {
        let lines = lines_of(
            "keyperson v0.1.0 (/x/crates/keyperson)|default\nchrono v0.4.45|alloc,std\n\
             serde_derive v1.0.0 (proc-macro)|\nchrono v0.4.45|alloc,clock,now,std (*)\nchrono v0.4.45|alloc,std (*)\n",
        );
        assert_eq!(lines.len(), 4);
        assert_eq!(chrono_of(&lines), (true, BTreeSet::from(["clock", "now"])));
        assert_eq!(chrono_of(&lines[..2]), (true, BTreeSet::new()));
        assert_eq!(chrono_of(&lines[..1]), (false, BTreeSet::new()));
    }

    #[test]
    fn only_linked_packages_that_ask_for_it_are_blamed() {
        let package = |name: &str, dependency: Value| json!({"name": name, "version": "1.0.0", "rust_version": "1.70", "dependencies": [dependency]});
        let chrono = |features: &[&str], defaults: bool, kind: Option<&str>| json!({"name": "chrono", "features": features, "uses_default_features": defaults, "kind": kind});
        let metadata = [
            package("plain", chrono(&["alloc"], false, None)),
            package("named", chrono(&["now"], false, None)),
            package("usual", chrono(&[], true, None)),
            package("tests", chrono(&["clock"], true, Some("dev"))),
            package("elsewhere", chrono(&["clock"], true, None)),
        ];
        let linked = ["plain", "named", "usual", "tests"].map(|name| (name.to_owned(), "1.0.0".to_owned()));
        let blamed = who_turns_it_on(&metadata, &BTreeSet::from(linked));
        assert_eq!(joined(&blamed), "named, usual");
        assert_eq!(rust_versions(&metadata).len(), 5);
    }

    #[test]
    fn versions_are_compared_as_numbers() {
        assert_eq!(version("1.88"), Some([1, 88, 0]));
        assert!(version("1.100.0") > version("1.88.1"));
        assert_eq!((version("2"), version("1.x")), (Some([2, 0, 0]), None));
    }
}
