//! What registries ask of a manifest and show of it: one check for crates, one for the packages of other languages.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use serde_json::Value;
use toml_edit::Document;

/// Features for the project's own use, which promise nothing.
pub const UNPROMISED: [&str; 2] = ["exhaustive", "rooms"];

/// What crates.io lets a crate have of keywords and of categories.
const MOST: usize = 5;
/// The longest keyword of crates.io.
const LONGEST: usize = 20;
/// The categories of crates.io that we use: it leaves out what it does not know, and only warns.
const CATEGORIES: &[&str] = &[
    "command-line-utilities",
    "data-structures",
    "encoding",
    "parser-implementations",
    "science",
    "simulation",
    "template-engine",
    "visualization",
];

/// What the manifests of the other packages say, as text that has to stand there.
const OTHERS: &[(&str, &[&str])] = &[
    (
        "bindings/uniffi/ruby/keyperson.gemspec",
        &[
            "spec.summary = ",
            "spec.description = ",
            "spec.authors = ",
            "spec.licenses = [\"MIT\", \"Apache-2.0\"]",
            "spec.required_ruby_version = ",
            "\"rubygems_mfa_required\" => \"true\"",
            "\"README.md\", \"LICENSE-*\"",
        ],
    ),
    (
        "bindings/uniffi/kotlin/keyperson/pom.xml",
        &[
            "<name>",
            "<description>",
            "<name>MIT</name>",
            "<name>Apache-2.0</name>",
            "<developers>",
            "LICENSE-*",
        ],
    ),
];

/// Whether docs.rs shows every feature that a library promises.
fn shown(package: &Value) -> bool {
    if package.pointer("/metadata/docs/rs/all-features") == Some(&Value::Bool(true)) {
        return true;
    }
    let shown = package.pointer("/metadata/docs/rs/features").and_then(Value::as_array);
    let features = package.get("features").and_then(Value::as_object);
    let mut promised = features
        .into_iter()
        .flatten()
        .map(|(name, _)| name.as_str())
        .filter(|name| *name != "default" && !UNPROMISED.contains(name));
    shown.is_some_and(|shown| promised.all(|name| shown.iter().any(|of| of == name)))
}

/// What the packages of a `cargo metadata` lack for crates.io and docs.rs.
///
/// # Errors
/// It cannot be read.
pub fn crates(metadata: &str) -> Result<Vec<String>, String> {
    let metadata: Value = serde_json::from_str(metadata).map_err(|error| format!("metadata: {error}"))?;
    let packages = metadata.get("packages").and_then(Value::as_array).ok_or("no packages")?;
    let mut missing = Vec::new();
    let mut descriptions = BTreeMap::new();
    for package in packages {
        let name = package.get("name").and_then(Value::as_str).unwrap_or_default();
        let keys = ["description", "license", "readme", "rust_version", "keywords", "categories", "authors"];
        let said = |what: String| format!("{name} {what}");
        missing.extend(lacking(package, &keys).map(|key| said(format!("says no `{key}`"))));
        missing.extend(words(package).into_iter().map(said));
        let description = package.get("description").and_then(Value::as_str).unwrap_or_default();
        if let Some(other) = descriptions.insert(description, name).filter(|_| !description.is_empty()) {
            missing.push(said(format!("says of itself what {other} says")));
        }
        if is_library(package) && !shown(package) {
            missing.push(said("does not let docs.rs show all features".to_owned()));
        }
    }
    Ok(missing)
}

/// What the manifests of the packages for other languages lack.
///
/// # Errors
/// One cannot be read.
pub fn others(root: &Path) -> Result<Vec<String>, String> {
    let read = |path: &str| fs::read_to_string(root.join(path)).map_err(|error| format!("{path}: {error}"));
    let mut missing = Vec::new();
    for (path, texts) in OTHERS {
        let manifest = read(path)?;
        let absent = texts.iter().filter(|text| !manifest.contains(**text));
        missing.extend(absent.map(|text| format!("{path} has no `{text}`")));
    }
    let npm = "bindings/wasm/package.json";
    let package: Value = serde_json::from_str(&read(npm)?).map_err(|error| format!("{npm}: {error}"))?;
    let keys = ["description", "license", "author", "keywords", "engines", "types", "exports", "files"];
    missing.extend(lacking(&package, &keys).map(|key| format!("{npm} says no `{key}`")));
    let wheel = "bindings/python/pyproject.toml";
    let text = read(wheel)?;
    let document = Document::parse(text.as_str()).map_err(|error| format!("{wheel}: {error}"))?;
    for key in [
        "description",
        "readme",
        "requires-python",
        "license",
        "license-files",
        "authors",
        "keywords",
        "classifiers",
    ] {
        if document.as_item().get("project").and_then(|project| project.get(key)).is_none() {
            missing.push(format!("{wheel} says no `{key}`"));
        }
    }
    Ok(missing)
}

/// The keys of which nothing is said.
fn lacking<'keys>(object: &Value, keys: &'keys [&str]) -> impl Iterator<Item = &'keys str> {
    keys.iter().copied().filter(|key| !match object.get(*key) {
        Some(Value::String(text)) => !text.is_empty(),
        Some(Value::Array(items)) => !items.is_empty(),
        Some(Value::Object(members)) => !members.is_empty(),
        _ => false,
    })
}

/// What crates.io would refuse or leave out of the keywords and the categories.
fn words(package: &Value) -> Vec<String> {
    let list = |key: &str| {
        let items = package.get(key).and_then(Value::as_array).into_iter().flatten();
        items.filter_map(Value::as_str).collect::<Vec<_>>()
    };
    let mut wrong = Vec::new();
    for key in ["keywords", "categories"] {
        if list(key).len() > MOST {
            wrong.push(format!("has more than {MOST} {key}"));
        }
    }
    let sign = |sign: char| sign.is_ascii_alphanumeric() || "-_+".contains(sign);
    let keyword = |word: &&str| {
        word.len() <= LONGEST
            && word.starts_with(|first: char| first.is_ascii_alphanumeric())
            && word.chars().all(sign)
    };
    let keywords = list("keywords").into_iter().filter(|word| !keyword(word));
    wrong.extend(keywords.map(|word| format!("has the keyword `{word}`, which crates.io refuses")));
    let categories = list("categories").into_iter().filter(|word| !CATEGORIES.contains(word));
    wrong.extend(categories.map(|word| format!("has the category `{word}`, which is not known here")));
    wrong
}

/// Whether a package of a `cargo metadata` has a library.
pub fn is_library(package: &Value) -> bool {
    let targets = package.get("targets").and_then(Value::as_array).into_iter().flatten();
    let kinds = targets.filter_map(|target| target.get("kind").and_then(Value::as_array)).flatten();
    kinds.filter_map(Value::as_str).any(|kind| kind == "lib")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::session::workspace_root;
    use serde_json::json;

    #[test]
    fn what_a_crate_lacks_is_named() {
        let good = json!({"name": "a", "description": "d", "license": "MIT", "readme": "README.md",
            "rust_version": "1.88", "keywords": ["k", "channel-sales"], "categories": ["science"], "authors": ["x"],
            "targets": [{"kind": ["lib"]}], "metadata": {"docs": {"rs": {"all-features": true}}}});
        let lack = |change: Value| {
            let mut package = good.clone();
            for (key, value) in change.as_object().unwrap() {
                package[key] = value.clone();
            }
            crates(&json!({"packages": [package]}).to_string()).unwrap()
        };
        assert!(lack(json!({})).is_empty());
        assert_eq!(
            lack(json!({"readme": null, "keywords": []})),
            ["a says no `readme`", "a says no `keywords`"]
        );
        let many = ["a", "b", "c", "d", "e", "f"];
        assert_eq!(lack(json!({"keywords": many})), ["a has more than 5 keywords"]);
        for word in ["two words", "-dash", "a-keyword-of-21-signs", "鍵"] {
            let said = format!("a has the keyword `{word}`, which crates.io refuses");
            assert_eq!(lack(json!({"keywords": [word]})), [said]);
        }
        let said = ["a has the category `business`, which is not known here"];
        assert_eq!(lack(json!({"categories": ["business"]})), said);
        let hidden = ["a does not let docs.rs show all features"];
        assert_eq!(lack(json!({"metadata": null})), hidden);
        let some = |features: Value| {
            lack(json!({
                "features": {"default": [], "rooms": [], "schema": [], "exhaustive": []},
                "metadata": {"docs": {"rs": {"features": features}}},
            }))
        };
        assert_eq!(some(json!(["rooms"])), hidden);
        assert!(some(json!(["schema"])).is_empty());
        assert!(lack(json!({"metadata": null, "targets": [{"kind": ["bin"]}]})).is_empty());
        let twice = crates(&json!({"packages": [good, good]}).to_string()).unwrap();
        assert_eq!(twice, ["a says of itself what a says"]);
    }

    #[test]
    fn the_packages_of_other_languages_say_what_registries_show() {
        assert_eq!(others(&workspace_root()).unwrap(), Vec::<String>::new());
        assert!(others(Path::new("/nowhere")).is_err());
    }
}
