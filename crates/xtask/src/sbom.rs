//! What is inside each artefact, as a CycloneDX document: the same bytes on every machine, and no path of one.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use serde_json::{Value, json};
use toml_edit::{Document, Item};

use crate::manifest::{Leaf, leaves};
use crate::session::{Session, output};
use crate::{toolchain, version};

/// Something that is published.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Artefact {
    /// What it is called here.
    pub label: String,
    /// Its package URL, without version.
    purl: String,
    /// The crate that it is built from.
    built_from: String,
    /// What that crate is built with, as `cargo tree` takes it; without a target it is this machine's.
    arguments: Vec<String>,
}

impl Artefact {
    /// A crate of ours: all its features, on every target.
    pub fn of_crate(name: &str) -> Self {
        Self::new(name, &format!("pkg:cargo/{name}"), name, &["--all-features", "--target", "all"])
    }

    /// The wheel for this machine.
    pub fn wheel() -> Self {
        Self::new("wheel", "pkg:pypi/keyperson", "keyperson-python", &[])
    }

    /// The source distribution, which is built on any target.
    pub fn sdist() -> Self {
        Self::new("sdist", "pkg:pypi/keyperson", "keyperson-python", &["--target", "all"])
    }

    /// The jar with the library for this machine.
    pub fn jar() -> Self {
        Self::new("jar", "pkg:maven/com.keyperson/keyperson", "keyperson-uniffi", &[])
    }

    /// The gem with the library for this machine.
    pub fn gem() -> Self {
        Self::new("gem", "pkg:gem/keyperson", "keyperson-uniffi", &[])
    }

    /// The npm package, whose second module is built with all features.
    pub fn npm() -> Self {
        let arguments = ["--all-features", "--target", toolchain::WASM];
        Self::new("npm", "pkg:npm/keyperson", "keyperson-wasm", &arguments)
    }

    fn new(label: &str, purl: &str, built_from: &str, arguments: &[&str]) -> Self {
        Self {
            label: label.to_owned(),
            purl: purl.to_owned(),
            built_from: built_from.to_owned(),
            arguments: arguments.iter().map(|&argument| argument.to_owned()).collect(),
        }
    }
}

/// Writes an artefact's document to `file`; how many components it names.
///
/// # Errors
/// What cargo says, or the file cannot be written.
pub fn write(session: &Session, artefact: &Artefact, file: &Path) -> Result<usize, String> {
    let document = document(session, artefact)?;
    let components = document.get("components").and_then(Value::as_array).map_or(0, Vec::len);
    let text = serde_json::to_string_pretty(&document).map_err(|error| error.to_string())?;
    fs::write(file, format!("{text}\n")).map_err(|error| format!("{}: {error}", file.display()))?;
    Ok(components)
}

fn document(session: &Session, artefact: &Artefact) -> Result<Value, String> {
    // What runs while it is built, such as macros, is not in it.
    let mut tree = session.cargo(&["tree", "--locked", "-e", "normal,no-proc-macro", "--prefix", "depth"]);
    tree.args(["--format", "|{p}|{l}", "-p", &artefact.built_from]).args(&artefact.arguments);
    let tree = Tree::read(&output(&mut tree)?)?;
    let read = |path: &str| {
        fs::read_to_string(session.root().join(path)).map_err(|error| format!("{path}: {error}"))
    };
    let checksums = checksums(&read("Cargo.lock")?)?;
    let beside = match artefact.label.as_str() {
        "jar" => of_maven(
            &read("bindings/uniffi/kotlin/keyperson/pom.xml")?,
            &read("bindings/uniffi/kotlin/pom.xml")?,
        )?,
        "gem" => of_gem(&read("bindings/uniffi/ruby/keyperson.gemspec")?),
        _ => Vec::new(),
    };
    let version = version::of_workspace(session.root())?;
    Ok(cyclonedx(artefact, &version, &tree, &checksums, &beside))
}

/// A crate of a `cargo tree`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Crate {
    name: String,
    version: String,
    /// An SPDX expression; empty where the crate names none.
    licence: String,
}

impl Crate {
    fn purl(&self) -> String {
        format!("pkg:cargo/{}@{}", self.name, self.version.replace('+', "%2B"))
    }
}

/// The crates by package URL, and what each needs.
#[derive(Debug, Default)]
struct Tree {
    root: String,
    crates: BTreeMap<String, Crate>,
    needs: BTreeMap<String, BTreeSet<String>>,
}

impl Tree {
    /// Lines are `depth|name v1.2.3|licence`, with a path behind the version, and `(*)` behind what stood above.
    fn read(text: &str) -> Result<Self, String> {
        let mut tree = Self::default();
        // Those around the line, the outermost first.
        let mut around: Vec<String> = Vec::new();
        for line in text.lines().filter(|line| !line.is_empty()) {
            let one = || {
                let mut parts = line.splitn(3, '|');
                let depth: usize = parts.next()?.parse().ok()?;
                let mut words = parts.next()?.split_whitespace();
                let (name, version) = (words.next()?, words.next()?.strip_prefix('v')?);
                let licence = parts.next()?.trim_end_matches("(*)").trim().replace('/', " OR ");
                Some((depth, Crate { name: name.to_owned(), version: version.to_owned(), licence }))
            };
            let (depth, found) = one().ok_or_else(|| format!("`cargo tree` wrote `{line}`"))?;
            let purl = found.purl();
            around.truncate(depth);
            match around.last() {
                Some(above) => drop(tree.needs.entry(above.clone()).or_default().insert(purl.clone())),
                None => tree.root.clone_from(&purl),
            }
            around.push(purl.clone());
            tree.crates.insert(purl, found);
        }
        if tree.crates.is_empty() { Err("`cargo tree` named nothing".to_owned()) } else { Ok(tree) }
    }
}

/// The checksums of a lock file by name and version.
fn checksums(lock: &str) -> Result<BTreeMap<(String, String), String>, String> {
    let document = Document::parse(lock).map_err(|error| format!("Cargo.lock: {error}"))?;
    let packages = document.as_item().get("package").and_then(Item::as_array_of_tables);
    let of = |package: &toml_edit::Table| {
        let text = |key: &str| package.get(key).and_then(Item::as_str).map(str::to_owned);
        Some(((text("name")?, text("version")?), text("checksum")?))
    };
    Ok(packages.into_iter().flatten().filter_map(of).collect())
}

/// A package of another language that is installed beside the artefact.
#[derive(Debug, PartialEq, Eq)]
struct Beside {
    name: String,
    /// `None` where a range is asked for.
    version: Option<String>,
    purl: String,
}

/// What a pom depends on; its parent says the versions.
fn of_maven(pom: &str, parent: &str) -> Result<Vec<Beside>, String> {
    let (own, properties) = (leaves(pom)?, leaves(parent)?);
    let mut beside = Vec::new();
    for scope in own.iter().filter(|leaf| leaf.name == "artifactId" && leaf.around == "dependency") {
        let of = |name: &str| {
            let mut same = own.iter().filter(|leaf| leaf.within == scope.within);
            same.find(|leaf| leaf.name == name).map(|leaf| leaf.text(pom))
        };
        let name = scope.text(pom);
        let (Some(group), Some(version)) = (of("groupId"), of("version")) else {
            return Err(format!("the pom names no group or no version of {name}"));
        };
        let property = version.strip_prefix("${").and_then(|rest| rest.strip_suffix('}'));
        let said = |property: &str| properties.iter().find(|leaf: &&Leaf| leaf.name == property);
        let version = match property {
            Some(property) => said(property).ok_or(format!("no pom says {property}"))?.text(parent),
            None => version,
        };
        beside.push(Beside {
            name: name.to_owned(),
            version: Some(version.to_owned()),
            purl: format!("pkg:maven/{group}/{name}@{version}"),
        });
    }
    Ok(beside)
}

/// What a gem depends on; the host chooses among the versions.
fn of_gem(gemspec: &str) -> Vec<Beside> {
    let asked = gemspec.lines().filter_map(|line| line.trim().strip_prefix("spec.add_runtime_dependency \""));
    let names = asked.filter_map(|rest| rest.split('"').next());
    names
        .map(|name| Beside { name: name.to_owned(), version: None, purl: format!("pkg:gem/{name}") })
        .collect()
}

/// The document. It carries no time and no number of its own, so that it changes with its content alone.
fn cyclonedx(
    artefact: &Artefact,
    version: &str,
    tree: &Tree,
    checksums: &BTreeMap<(String, String), String>,
    beside: &[Beside],
) -> Value {
    let purl = format!("{}@{version}", artefact.purl);
    let mut needs = tree.needs.clone();
    let own = needs.entry(purl.clone()).or_default();
    if purl != tree.root {
        own.insert(tree.root.clone());
    }
    own.extend(beside.iter().map(|package| package.purl.clone()));
    let crates = tree.crates.iter().filter(|(of, _)| **of != purl).map(|(of, found)| {
        let mut component = component(of, &found.name, Some(&found.version), &found.licence);
        if let Some(checksum) = checksums.get(&(found.name.clone(), found.version.clone())) {
            set(&mut component, "hashes", json!([{"alg": "SHA-256", "content": checksum}]));
        }
        component
    });
    let others =
        beside.iter().map(|package| component(&package.purl, &package.name, package.version.as_deref(), ""));
    let components: Vec<Value> = crates.chain(others).collect();
    let name = artefact.purl.rsplit('/').next().unwrap_or_default();
    let dependencies = needs.iter().map(|(of, needed)| json!({"ref": of, "dependsOn": needed}));
    json!({
        "bomFormat": "CycloneDX",
        "specVersion": "1.5",
        "version": 1,
        "metadata": {
            "component": component(&purl, name, Some(version), tree.licence()),
        },
        "components": components,
        "dependencies": dependencies.collect::<Vec<_>>(),
    })
}

impl Tree {
    /// That of the crate at the root.
    fn licence(&self) -> &str {
        self.crates.get(&self.root).map_or("", |found| &found.licence)
    }
}

fn component(purl: &str, name: &str, version: Option<&str>, licence: &str) -> Value {
    let mut component = json!({"type": "library", "bom-ref": purl, "purl": purl, "name": name});
    if let Some(version) = version {
        set(&mut component, "version", json!(version));
    }
    if !licence.is_empty() {
        set(&mut component, "licenses", json!([{"expression": licence}]));
    }
    component
}

fn set(object: &mut Value, key: &str, value: Value) {
    if let Value::Object(members) = object {
        members.insert(key.to_owned(), value);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TREE: &str = "0|keyperson-x v0.1.0 (/x/crates/x)|MIT OR Apache-2.0\n1|a v1.0.0|MIT/Apache-2.0\n\
                        2|b v2.0.0+spec-1|MIT\n1|b v2.0.0+spec-1|MIT (*)\n1|c v3.0.0|\n";

    #[test]
    fn the_tree_is_read_with_who_needs_what() {
        let tree = Tree::read(TREE).unwrap();
        assert_eq!(tree.root, "pkg:cargo/keyperson-x@0.1.0");
        let (a, b, c) = ("pkg:cargo/a@1.0.0", "pkg:cargo/b@2.0.0%2Bspec-1", "pkg:cargo/c@3.0.0");
        assert_eq!(tree.needs[&tree.root], BTreeSet::from([a, b, c].map(str::to_owned)));
        assert_eq!(tree.needs[a], BTreeSet::from([b.to_owned()]));
        assert_eq!((tree.crates[a].licence.as_str(), tree.crates.len()), ("MIT OR Apache-2.0", 4));
        assert!(Tree::read("").is_err() && Tree::read("1|a|MIT").unwrap_err().contains("1|a|MIT"));
    }

    #[test]
    fn a_document_names_what_is_inside_and_no_folder() {
        let tree = Tree::read(TREE).unwrap();
        let lock = "[[package]]\nname = \"a\"\nversion = \"1.0.0\"\nchecksum = \"ab\"\n";
        let checksums = checksums(lock).unwrap();
        let of_crate = cyclonedx(&Artefact::of_crate("keyperson-x"), "0.1.0", &tree, &checksums, &[]);
        assert_eq!(of_crate["metadata"]["component"]["purl"], "pkg:cargo/keyperson-x@0.1.0");
        let names: Vec<&Value> =
            of_crate["components"].as_array().unwrap().iter().map(|one| &one["name"]).collect();
        assert_eq!(names, ["a", "b", "c"]);
        assert_eq!(of_crate["components"][0]["hashes"][0]["content"], "ab");
        assert_eq!(of_crate["components"][2].get("licenses"), None);
        assert!(!of_crate.to_string().contains("/x/"));

        let beside = of_gem("  spec.add_runtime_dependency \"ffi\", \"~> 1.15\"\n");
        let gem = cyclonedx(&Artefact::gem(), "0.1.0", &tree, &checksums, &beside);
        assert_eq!(gem["metadata"]["component"]["purl"], "pkg:gem/keyperson@0.1.0");
        let needed = json!(["pkg:cargo/keyperson-x@0.1.0", "pkg:gem/ffi"]);
        let of_root = |one: &&Value| one["ref"] == "pkg:gem/keyperson@0.1.0";
        let root = gem["dependencies"].as_array().unwrap().iter().find(of_root).unwrap();
        assert_eq!((&root["dependsOn"], gem["components"].as_array().unwrap().len()), (&needed, 5));
    }

    #[test]
    fn a_pom_says_what_is_beside_the_jar() {
        let pom = "<project><artifactId>x</artifactId><dependencies><dependency><groupId>g</groupId>\
                   <artifactId>a</artifactId><version>${a.version}</version></dependency></dependencies></project>";
        let parent = "<project><properties><a.version>1.2</a.version></properties></project>";
        let beside = of_maven(pom, parent).unwrap();
        assert_eq!(beside.len(), 1);
        assert_eq!(beside[0].purl, "pkg:maven/g/a@1.2");
        assert!(of_maven(pom, "<project></project>").unwrap_err().contains("a.version"));
    }
}
