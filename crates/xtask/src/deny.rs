//! What others' crates bring along: their licences, where they come from, and no crate twice without a reason.
//!
//! `deny.toml` says what is allowed. The check here needs nothing but cargo; cargo-deny reads the same file.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::iter::Peekable;
use std::path::Path;
use std::process::Stdio;

use serde_json::Value;
use toml_edit::{Document, Item};

use crate::session::{Failure, Session, succeed};
use crate::{toolchain, tree_checks};

/// The version that was tried; a later one may read `deny.toml` differently.
const VERSION: &str = "0.20.2";
const RULES: &str = "deny.toml";

/// Lets cargo-deny check everything, advisories only where their database can be had.
///
/// # Errors
/// cargo-deny is missing, or finds something.
pub fn run() -> Result<(), Failure> {
    let mut session = Session::new(Vec::new());
    toolchain::subcommand(&session, "deny", VERSION).map_err(|reason| {
        format!("{reason}. `cargo xtask lint` checks licences, sources and duplicates without it")
    })?;
    session.check("deny: licences, bans and sources", |session| {
        succeed(&mut session.cargo(&["deny", "check", "licenses", "bans", "sources"])).map(|()| String::new())
    });
    let fetched = fetched(&session);
    if fetched {
        session.check("deny: advisories", |session| {
            let mut advisories = session.cargo(&["deny", "check", "--disable-fetch", "advisories"]);
            succeed(&mut advisories).map(|()| String::new())
        });
    } else {
        println!("left out: advisories, whose database cannot be reached");
    }
    session.finish()
}

/// Whether the database of advisories could be fetched.
fn fetched(session: &Session) -> bool {
    let mut fetch = session.cargo(&["deny", "fetch", "db"]);
    fetch.stdout(Stdio::null()).stderr(Stdio::null()).status().is_ok_and(|said| said.success())
}

/// Checks licences, sources and duplicates by `deny.toml`.
///
/// # Errors
/// Everything that it does not allow, and every entry of it that allows nothing.
pub fn check(session: &Session) -> Result<String, String> {
    let text = fs::read_to_string(session.root().join(RULES)).map_err(|error| format!("{RULES}: {error}"))?;
    let rules = Rules::read(&text).map_err(|error| format!("{RULES}: {error}"))?;
    let packages = packages(&tree_checks::metadata(session)?, session.root())?;
    let problems = [licences(&rules, &packages), sources(&packages), duplicates(&rules, &packages)].concat();
    if problems.is_empty() {
        Ok(format!("{} crates, {} of them beside another version", packages.len(), rules.skip.len()))
    } else {
        Err(format!("{} ({RULES})", problems.join("; ")))
    }
}

/// What is allowed.
#[derive(Debug, Default)]
struct Rules {
    licences: BTreeSet<String>,
    /// Licences that one crate may have besides.
    exceptions: BTreeMap<String, BTreeSet<String>>,
    /// Crates with the first numbers of the version that may be there beside another.
    skip: Vec<(String, String)>,
}

impl Rules {
    fn read(text: &str) -> Result<Self, String> {
        let document = Document::parse(text).map_err(|error| error.to_string())?;
        let list = |table: &str, key: &str| {
            let item = document.as_item().get(table).and_then(|table| table.get(key));
            item.and_then(Item::as_array).ok_or(format!("it has no list `{table}.{key}`"))
        };
        let mut rules = Self::default();
        for licence in list("licenses", "allow")? {
            rules.licences.insert(licence.as_str().ok_or("a licence is no text")?.to_owned());
        }
        for exception in list("licenses", "exceptions")? {
            let table = exception.as_inline_table().ok_or("an exception is no table")?;
            let name =
                table.get("crate").and_then(|name| name.as_str()).ok_or("an exception names no crate")?;
            let licences = table.get("allow").and_then(|allow| allow.as_array()).into_iter().flatten();
            let licences = licences.filter_map(|licence| licence.as_str()).map(str::to_owned);
            rules.exceptions.insert(name.to_owned(), licences.collect());
        }
        for skipped in list("bans", "skip")? {
            let table = skipped.as_inline_table().ok_or("what is skipped is no table")?;
            let text = |key: &str| table.get(key).and_then(|value| value.as_str());
            let (name, version) = text("crate")
                .and_then(|named| named.split_once('@'))
                .ok_or("what is skipped is no `crate@version`")?;
            text("reason")
                .filter(|reason| !reason.is_empty())
                .ok_or(format!("{name}: no reason is given"))?;
            rules.skip.push((name.to_owned(), version.to_owned()));
        }
        Ok(rules)
    }
}

/// A crate of the tree.
#[derive(Debug)]
struct Package {
    name: String,
    version: String,
    licence: Option<String>,
    /// Where it comes from; `None` for the workspace's own.
    source: Option<String>,
}

fn packages(metadata: &[Value], root: &Path) -> Result<Vec<Package>, String> {
    let read = |package: &Value| {
        let text = |key: &str| package.get(key).and_then(Value::as_str).map(str::to_owned);
        let own = text("manifest_path").is_some_and(|path| Path::new(&path).starts_with(root));
        Some(Package {
            name: text("name")?,
            version: text("version")?,
            licence: text("license"),
            source: text("source").or_else(|| (!own).then(|| "a folder elsewhere".to_owned())),
        })
    };
    metadata
        .iter()
        .map(read)
        .collect::<Option<Vec<_>>>()
        .ok_or("a package has no name or no version".to_owned())
}

fn licences(rules: &Rules, packages: &[Package]) -> Vec<String> {
    let mut problems = Vec::new();
    let named = RefCell::new(BTreeSet::new());
    for Package { name, version, licence, .. } in packages {
        let Some(licence) = licence else {
            problems.push(format!("{name} {version} names no licence"));
            continue;
        };
        let exception = rules.exceptions.get(name);
        let may = |one: &str| {
            named.borrow_mut().insert(one.to_owned());
            rules.licences.contains(one) || exception.is_some_and(|all| all.contains(one))
        };
        match permitted(licence, &may) {
            Some(true) => {}
            Some(false) => problems.push(format!("{name} {version} is under {licence}")),
            None => problems.push(format!("{name} {version}: `{licence}` cannot be read")),
        }
    }
    let named = named.into_inner();
    let unused = rules.licences.difference(&named);
    problems.extend(unused.map(|one| format!("no crate is under {one}")));
    let gone = rules.exceptions.keys().filter(|name| packages.iter().all(|package| package.name != **name));
    problems.extend(gone.map(|name| format!("there is no crate {name} to except")));
    problems
}

/// Everything comes from the one public registry, or is the workspace's own.
fn sources(packages: &[Package]) -> Vec<String> {
    let public = |source: &str| source.starts_with("registry+") && source.ends_with("/crates.io-index");
    let other = |package: &Package| {
        let source = package.source.as_deref().filter(|source| !public(source))?;
        Some(format!("{} {} comes from {source}", package.name, package.version))
    };
    packages.iter().filter_map(other).collect()
}

fn duplicates(rules: &Rules, packages: &[Package]) -> Vec<String> {
    let fits = |version: &str, first: &str| {
        version.strip_prefix(first).is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
    };
    let mut versions: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for package in packages {
        versions.entry(&package.name).or_default().insert(&package.version);
    }
    let mut problems = Vec::new();
    for (name, versions) in &versions {
        let skipped =
            |version: &&&str| rules.skip.iter().any(|(of, first)| of == name && fits(version, first));
        if versions.iter().filter(|version| !skipped(version)).count() > 1 {
            let all = versions.iter().copied().collect::<Vec<_>>().join(" and ");
            problems.push(format!("{name} is there as {all}"));
        }
    }
    for (name, first) in &rules.skip {
        let there = versions.get(name.as_str());
        if !there.is_some_and(|all| all.len() > 1 && all.iter().any(|version| fits(version, first))) {
            problems.push(format!("{name} {first} is skipped and stands beside no other"));
        }
    }
    problems
}

/// Whether an SPDX expression can be met with the licences that `may` be used; `None` if it cannot be read.
fn permitted(expression: &str, may: &dyn Fn(&str) -> bool) -> Option<bool> {
    // Before SPDX a stroke stood for "or".
    let spaced = expression.replace('/', " OR ").replace('(', " ( ").replace(')', " ) ");
    let mut words = spaced.split_whitespace().peekable();
    let met = either(&mut words, may)?;
    words.next().is_none().then_some(met)
}

fn either<'text>(
    words: &mut Peekable<impl Iterator<Item = &'text str>>,
    may: &dyn Fn(&str) -> bool,
) -> Option<bool> {
    let mut met = both(words, may)?;
    while words.next_if_eq(&"OR").is_some() {
        met |= both(words, may)?;
    }
    Some(met)
}

fn both<'text>(
    words: &mut Peekable<impl Iterator<Item = &'text str>>,
    may: &dyn Fn(&str) -> bool,
) -> Option<bool> {
    let mut met = one(words, may)?;
    while words.next_if_eq(&"AND").is_some() {
        met &= one(words, may)?;
    }
    Some(met)
}

fn one<'text>(
    words: &mut Peekable<impl Iterator<Item = &'text str>>,
    may: &dyn Fn(&str) -> bool,
) -> Option<bool> {
    let word = words.next()?;
    if word == "(" {
        let met = either(words, may)?;
        return (words.next()? == ")").then_some(met);
    }
    if ["OR", "AND", "WITH", ")"].contains(&word) {
        return None;
    }
    if words.next_if_eq(&"WITH").is_some() {
        return Some(may(&format!("{word} WITH {}", words.next()?)));
    }
    Some(may(word))
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn an_expression_is_met_by_what_may_be_used() {
        let may = |one: &str| ["MIT", "Zlib", "A WITH x"].contains(&one);
        for (expression, met) in [
            ("MIT", Some(true)),
            ("GPL-3.0", Some(false)),
            ("GPL-3.0 OR MIT", Some(true)),
            ("GPL-3.0/MIT", Some(true)),
            ("GPL-3.0 AND MIT", Some(false)),
            ("MIT AND Zlib OR GPL-3.0", Some(true)),
            ("(GPL-3.0 OR MIT) AND Zlib", Some(true)),
            ("GPL-3.0 OR MIT AND ISC", Some(false)),
            ("A WITH x", Some(true)),
            ("A", Some(false)),
            ("A WITH y OR Zlib", Some(true)),
            ("", None),
            ("MIT OR", None),
            ("(MIT", None),
            ("MIT)", None),
            ("MIT Zlib", None),
            ("OR", None),
        ] {
            assert_eq!(permitted(expression, &may), met, "{expression}");
        }
    }

    const SOME: &str = "[licenses]\nallow = [\"MIT\", \"ISC\"]\nexceptions = [{ crate = \"m\", allow = [\"MPL-2.0\"] }]\n\
                        [bans]\nskip = [{ crate = \"a@0.1\", reason = \"b\" }]\n";
    const PUBLIC: &str = "registry+https://example/crates.io-index";

    fn tree(packages: &[(&str, &str, &str, &str)]) -> Vec<Package> {
        let package = |(name, version, licence, source): &(&str, &str, &str, &str)| json!({"name": name, "version": version, "license": licence, "source": source, "manifest_path": "/x/y"});
        super::packages(&packages.iter().map(package).collect::<Vec<_>>(), Path::new("/z")).unwrap()
    }

    #[test]
    fn what_is_not_allowed_is_named_and_so_is_what_allows_nothing() {
        let rules = Rules::read(SOME).unwrap();
        let good = tree(&[
            ("a", "0.1.7", "MIT", PUBLIC),
            ("a", "0.10.0", "ISC", PUBLIC),
            ("m", "1.0.0", "MPL-2.0", PUBLIC),
        ]);
        assert!(licences(&rules, &good).is_empty() && sources(&good).is_empty());
        assert!(duplicates(&rules, &good).is_empty());

        let bad = tree(&[
            ("a", "0.10.0", "MPL-2.0", "git+https://example/a"),
            ("b", "1.0.0", "MIT", PUBLIC),
            ("b", "2.0.0", "MIT", "registry+https://example/other"),
        ]);
        let said = [licences(&rules, &bad), sources(&bad), duplicates(&rules, &bad)].concat();
        assert_eq!(
            said,
            [
                "a 0.10.0 is under MPL-2.0",
                "no crate is under ISC",
                "there is no crate m to except",
                "a 0.10.0 comes from git+https://example/a",
                "b 2.0.0 comes from registry+https://example/other",
                "b is there as 1.0.0 and 2.0.0",
                "a 0.1 is skipped and stands beside no other",
            ]
        );
    }

    #[test]
    fn only_the_workspaces_own_crates_come_from_a_folder() {
        let metadata =
            [json!({"name": "a", "version": "1.0.0", "license": null, "manifest_path": "/x/a/Cargo.toml"})];
        let own = packages(&metadata, Path::new("/x")).unwrap();
        assert!(sources(&own).is_empty());
        assert_eq!(licences(&Rules::default(), &own), ["a 1.0.0 names no licence"]);
        let other = packages(&metadata, Path::new("/y")).unwrap();
        assert_eq!(sources(&other), ["a 1.0.0 comes from a folder elsewhere"]);
    }

    #[test]
    fn rules_that_give_no_reason_are_refused() {
        assert!(Rules::read(&SOME.replace("\"b\"", "\"\"")).unwrap_err().contains("no reason"));
        assert!(Rules::read(&SOME.replace("a@0.1", "a")).is_err());
        assert!(Rules::read("[bans]\nskip = []\n").unwrap_err().contains("licenses.allow"));
    }
}
