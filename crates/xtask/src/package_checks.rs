//! What is published: each crate is packed, looked into, and built from its own package alone.

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::Value;

use crate::session::{Session, output, succeed};
use crate::{described, tree_checks};

/// What every package of any language brings along, beside its README.
pub const LICENCES: [&str; 2] = ["LICENSE-MIT", "LICENSE-APACHE"];

/// A crate that is published.
#[derive(Debug, Clone)]
pub struct Published {
    /// Its name.
    pub name: String,
    /// Whether others can build upon it, and not only run it.
    pub library: bool,
    version: String,
    /// The names of its features, without `default` and [`described::UNPROMISED`].
    pub promised: Vec<String>,
    /// The names of its features, without `default`.
    features: Vec<String>,
    /// The crates of this repository that a registry must have before it.
    needs: Vec<String>,
}

/// Packs the crates, and runs every check.
pub fn run(session: &mut Session) {
    let mut unpacked = None;
    session.check("packages: packed", |session| {
        let crates = published(session)?;
        let folder = unpack(session, &crates)?;
        let names: Vec<&str> = crates.iter().map(|published| published.name.as_str()).collect();
        let said = names.join(", ");
        unpacked = Some((crates, folder));
        Ok(said)
    });
    if let Some((crates, folder)) = unpacked {
        session.check("packages: licences, READMEs and what registries ask", |session| {
            crates.iter().try_for_each(|published| {
                complete(session, &folder.join(published.folder()))?;
                readme(&folder.join(published.folder()).join("README.md"), &published.name)
            })?;
            described(session, &folder).map(|()| String::new())
        });
        for published in &crates {
            let name = format!("packages: {} from its own package", published.name);
            session.check(&name, |session| build(session, &folder, published));
        }
    }
    tree_checks::run(session);
}

/// Packs every published crate; the paths of the packages.
///
/// # Errors
/// What cargo says.
pub fn packed(session: &Session) -> Result<Vec<PathBuf>, String> {
    let crates = published(session)?;
    let mut package = session.cargo(&["package", "--no-verify", "--allow-dirty", "--quiet"]);
    // All at once: they depend on each other, and none is on a registry.
    package.args(crates.iter().flat_map(|published| ["-p", &published.name]));
    succeed(&mut package)?;
    let folder = session.target()?.join("package");
    Ok(crates.iter().map(|published| folder.join(format!("{}.crate", published.folder()))).collect())
}

/// Whether a folder has the licences as the workspace has them, and a README.
///
/// # Errors
/// What is missing or differs.
pub fn complete(session: &Session, folder: &Path) -> Result<(), String> {
    let read = |path: &Path| fs::read(path).map_err(|error| format!("{}: {error}", path.display()));
    for name in LICENCES {
        if read(&folder.join(name))? != read(&session.root().join(name))? {
            return Err(format!("{}: `{name}` is not the workspace's", folder.display()));
        }
    }
    match read(&folder.join("README.md"))?.is_empty() {
        false => Ok(()),
        true => Err(format!("{}: the README is empty", folder.display())),
    }
}

/// Whether the names of files, wherever they lie in a package, hold both licences and `readme`.
///
/// # Errors
/// What is missing.
pub fn listed(package: &Path, files: &str, readme: &str) -> Result<(), String> {
    let there = |name: &str| {
        files.lines().any(|line| line.split_whitespace().any(|word| word.rsplit('/').next() == Some(name)))
    };
    let missing: Vec<&str> = LICENCES.into_iter().chain([readme]).filter(|name| !there(name)).collect();
    match missing.as_slice() {
        [] => Ok(()),
        missing => Err(format!("{} has no {}", package.display(), missing.join(", no "))),
    }
}

impl Published {
    /// The name of its folder, once it is unpacked.
    fn folder(&self) -> String {
        format!("{}-{}", self.name, self.version)
    }
}

/// The crates that are published, each after those that it needs.
///
/// # Errors
/// What cargo says; there is none, or they need each other in a circle.
pub fn published(session: &Session) -> Result<Vec<Published>, String> {
    let metadata = output(&mut session.cargo(&["metadata", "--no-deps", "--format-version", "1"]))?;
    let crates = in_order(published_of(&metadata)?)?;
    if crates.is_empty() { Err("no crate is published".to_owned()) } else { Ok(crates) }
}

/// Of a `cargo metadata`, the packages that may go to a registry.
fn published_of(metadata: &str) -> Result<Vec<Published>, String> {
    let metadata: Value = serde_json::from_str(metadata).map_err(|error| format!("metadata: {error}"))?;
    let packages = metadata.get("packages").and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default();
    let text = |package: &Value, key: &str| package.get(key).and_then(Value::as_str).map(str::to_owned);
    // `publish = false` is an empty list of registries.
    let open = packages.iter().filter(|package| package.get("publish").is_none_or(Value::is_null));
    open.map(|package| {
        let features = package.get("features").and_then(Value::as_object);
        let features = features.into_iter().flat_map(|all| all.keys()).filter(|name| *name != "default");
        let promised = features.clone().filter(|name| !described::UNPROMISED.contains(&name.as_str()));
        Ok(Published {
            name: text(package, "name").ok_or("a package without a name")?,
            library: described::is_library(package),
            version: text(package, "version").ok_or("a package without a version")?,
            promised: promised.cloned().collect(),
            features: features.cloned().collect(),
            needs: needs(package),
        })
    })
    .collect()
}

/// Dependencies with a path; one that names no version is left out of the package.
fn needs(package: &Value) -> Vec<String> {
    let dependencies = package.get("dependencies").and_then(Value::as_array).into_iter().flatten();
    let own = dependencies.filter(|dependency| {
        let there = |key: &str| dependency.get(key).is_some_and(|value| !value.is_null());
        there("path") && dependency.get("req").is_some_and(|asked| asked != "*")
    });
    own.filter_map(|dependency| dependency.get("name").and_then(Value::as_str)).map(str::to_owned).collect()
}

fn in_order(mut left: Vec<Published>) -> Result<Vec<Published>, String> {
    let mut ordered: Vec<Published> = Vec::new();
    while !left.is_empty() {
        let free =
            |one: &Published| one.needs.iter().all(|name| ordered.iter().any(|before| before.name == *name));
        let Some(next) = left.iter().position(free) else {
            let names: Vec<&str> = left.iter().map(|one| one.name.as_str()).collect();
            return Err(format!("{} need each other, or what is not published", names.join(", ")));
        };
        ordered.push(left.remove(next));
    }
    Ok(ordered)
}

/// Packs the crates and unpacks them side by side; the folder, which is a workspace of its own.
fn unpack(session: &Session, crates: &[Published]) -> Result<PathBuf, String> {
    let said = |error: std::io::Error| format!("the folder of unpacked crates: {error}");
    let folder = session.target()?.join("packages");
    if folder.exists() {
        fs::remove_dir_all(&folder).map_err(said)?;
    }
    fs::create_dir_all(&folder).map_err(said)?;
    for package in packed(session)? {
        // Times are those of unpacking, or cargo would take what was built before for new.
        succeed(session.command("tar").arg("-xzmf").arg(&package).arg("-C").arg(&folder))?;
    }
    fs::write(folder.join("Cargo.toml"), manifest(crates)).map_err(said)?;
    // The versions that are tested everywhere else.
    fs::copy(session.root().join("Cargo.lock"), folder.join("Cargo.lock")).map_err(said)?;
    Ok(folder)
}

/// A workspace in which the crates find each other as a registry would give them.
fn manifest(crates: &[Published]) -> String {
    let members: Vec<String> = crates.iter().map(|one| format!("{:?}", one.folder())).collect();
    let mut text = format!("[workspace]\nresolver = \"3\"\nmembers = [{}]\n", members.join(", "));
    text.push_str("\n[patch.crates-io]\n");
    for one in crates {
        text.push_str(&format!("{} = {{ path = {:?} }}\n", one.name, one.folder()));
    }
    // As in the workspace, so that what it has compiled of others' crates serves here, too.
    text.push_str("\n[profile.dev]\ndebug = \"line-tables-only\"\n");
    text
}

/// Checks a crate without features, with its usual ones, with each alone and with all.
fn build(session: &Session, folder: &Path, published: &Published) -> Result<String, String> {
    let sets = feature_sets(&published.features);
    for set in &sets {
        let mut check = session.cargo(&["check", "--quiet", "-p", &published.name]);
        check.current_dir(folder).args(set).env("CARGO_TARGET_DIR", session.target()?);
        succeed(&mut check).map_err(|reason| format!("{reason} ({})", set.join(" ")))?;
    }
    Ok(format!("{} sets of features", sets.len()))
}

fn feature_sets(features: &[String]) -> Vec<Vec<&str>> {
    let mut sets = vec![vec!["--no-default-features"]];
    // With one feature at most, some of these are the same.
    if features.len() > 1 {
        sets.push(vec![]);
        sets.extend(features.iter().map(|name| vec!["--no-default-features", "--features", name.as_str()]));
    }
    if !features.is_empty() {
        sets.push(vec!["--all-features"]);
    }
    sets
}

/// Whether a README is about its crate and not another's.
fn readme(file: &Path, name: &str) -> Result<(), String> {
    let text = fs::read_to_string(file).map_err(|error| format!("{}: {error}", file.display()))?;
    match text.lines().next() {
        Some(title) if title == format!("# {name}") => Ok(()),
        _ => Err(format!("{}: its title is not `{name}`", file.display())),
    }
}

/// Whether the packed manifests, and those of the other packages, say what registries show.
fn described(session: &Session, folder: &Path) -> Result<(), String> {
    let mut metadata = session.cargo(&["metadata", "--no-deps", "--format-version", "1"]);
    let said = output(metadata.current_dir(folder))?;
    let missing = [described::crates(&said)?, described::others(session.root())?].concat();
    if missing.is_empty() { Ok(()) } else { Err(missing.join("; ")) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::session::workspace_root;

    #[test]
    fn what_is_not_for_a_registry_is_left_out() {
        let metadata = r#"{"packages": [
            {"name": "a", "version": "1.0.0", "publish": null, "features": {"default": ["x"], "rooms": [], "x": [], "y": []}},
            {"name": "b", "version": "1.0.0", "publish": [], "features": {}}
        ]}"#;
        let crates = published_of(metadata).unwrap();
        assert_eq!(crates.len(), 1);
        assert_eq!((crates[0].folder().as_str(), crates[0].promised.join(" ").as_str()), ("a-1.0.0", "x y"));
        assert_eq!(crates[0].features.join(" "), "rooms x y");
        let sets: Vec<String> = feature_sets(&crates[0].promised).iter().map(|set| set.join(" ")).collect();
        let alone = ["--no-default-features --features x", "--no-default-features --features y"];
        assert_eq!(sets, ["--no-default-features", "", alone[0], alone[1], "--all-features"]);
        assert_eq!(feature_sets(&[]), [["--no-default-features"]]);
        assert!(manifest(&crates).contains("[patch.crates-io]\na = { path = \"a-1.0.0\" }\n"));
    }

    #[test]
    fn a_crate_comes_after_those_that_it_needs() {
        let metadata = r#"{"packages": [
            {"name": "a", "version": "1.0.0", "dependencies": [{"name": "b", "path": "/x/b", "req": "^1.0.0", "kind": "dev"}]},
            {"name": "b", "version": "1.0.0", "dependencies": [{"name": "c", "path": "/x/c", "req": "^1.0.0"}, {"name": "z", "req": "^1"}]},
            {"name": "c", "version": "1.0.0", "dependencies": [{"name": "a", "path": "/x/a", "req": "*", "kind": "dev"}]}
        ]}"#;
        let ordered = in_order(published_of(metadata).unwrap()).unwrap();
        assert_eq!(ordered.iter().map(|one| one.name.as_str()).collect::<Vec<_>>(), ["c", "b", "a"]);
        let circle = published_of(&metadata.replace("\"*\"", "\"^1.0.0\"")).unwrap();
        assert!(in_order(circle).unwrap_err().contains("need each other"));
    }

    #[test]
    fn what_a_package_lacks_is_named() {
        let package = Path::new("x.whl");
        let whole = "x/LICENSE-MIT\nx/LICENSE-APACHE  11358\nx-0.1.0.dist-info/METADATA";
        assert!(listed(package, whole, "METADATA").is_ok());
        assert_eq!(listed(package, whole, "README.md").unwrap_err(), "x.whl has no README.md");
        let error = listed(package, "x/NOLICENSE-MIT", "README.md").unwrap_err();
        assert_eq!(error, "x.whl has no LICENSE-MIT, no LICENSE-APACHE, no README.md");
    }

    // INVARIANT: a copy of a licence is a copy. They are files, since links do not come with every checkout.
    #[test]
    fn the_copies_of_the_licences_are_the_workspaces() {
        let session = Session::new(Vec::new());
        let mut folders = vec![workspace_root().join("bindings/python")];
        let crates =
            fs::read_dir(workspace_root().join("crates")).unwrap().map(|entry| entry.unwrap().path());
        folders.extend(crates.filter(|folder| folder.file_name().is_some_and(|name| name != "xtask")));
        assert!(folders.len() > 5);
        for folder in folders {
            complete(&session, &folder).unwrap();
            let linked = |name: &&str| folder.join(name).is_symlink();
            assert!(!LICENCES.iter().any(linked), "{}", folder.display());
        }
    }
}
