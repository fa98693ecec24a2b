//! One version for all packages: says it, checks that every file agrees, and sets it everywhere.

use std::fs;
use std::path::{Path, PathBuf};

use crate::manifest::{self, Place};

/// Folders of what was built or installed; hidden folders are left out as well.
const MADE: &[&str] = &["target", "node_modules", "dist", "packed", "site"];

/// A file that names the version.
struct Manifest {
    /// Below the root.
    path: PathBuf,
    text: String,
    places: Vec<Place>,
}

/// Says the version, or sets it to `new`; then every file of the repository agrees.
///
/// # Errors
/// `new` is not three numbers, a file cannot be read or written, or the files disagree.
pub fn run(root: &Path, new: Option<&str>) -> Result<(), String> {
    if let Some(new) = new {
        for path in set(root, new)? {
            println!("wrote {}", path.display());
        }
    }
    let version = of_workspace(root)?;
    eprintln!("{}", agreed(root)?);
    println!("{version}");
    Ok(())
}

/// Whether every file that names the version names the workspace's; how many do.
///
/// # Errors
/// The places that say something else, or a file that cannot be read.
pub fn agreed(root: &Path) -> Result<String, String> {
    let version = of_workspace(root)?;
    let manifests = manifests(root)?;
    let differing: Vec<String> =
        manifests.iter().flat_map(|manifest| differing(manifest, &version)).collect();
    if !differing.is_empty() {
        let said = format!("the workspace has version {version}, but {}", differing.join(", "));
        return Err(format!("{said}; `cargo xtask version {version}` sets them all"));
    }
    let places = manifests.iter().map(|manifest| manifest.places.len()).sum::<usize>();
    Ok(format!("{version} in {places} places of {} files", manifests.len()))
}

/// The version of the workspace.
///
/// # Errors
/// The manifest of the workspace cannot be read or names none.
pub fn of_workspace(root: &Path) -> Result<String, String> {
    let path = root.join("Cargo.toml");
    let said = |error: &dyn std::fmt::Display| format!("{}: {error}", path.display());
    let text = fs::read_to_string(&path).map_err(|error| said(&error))?;
    let document = toml_edit::Document::parse(text.as_str()).map_err(|error| said(&error))?;
    let version = ["workspace", "package", "version"]
        .iter()
        .try_fold(document.as_item(), |item, key| item.get(key))
        .and_then(toml_edit::Item::as_str);
    version.map(str::to_owned).ok_or_else(|| said(&"the workspace names no version"))
}

/// Sets the version in every file; those that changed.
fn set(root: &Path, new: &str) -> Result<Vec<PathBuf>, String> {
    let numbers: Vec<&str> = new.split('.').collect();
    if numbers.len() != 3 || !numbers.iter().all(|number| canonical(number)) {
        // Registries write a version before a release each in their own way.
        return Err(format!("`{new}` is not a version of three numbers, such as 1.2.3"));
    }
    let mut changed = Vec::new();
    // All are read before one is written.
    for mut manifest in manifests(root)? {
        let before = manifest.text.clone();
        for place in manifest.places.iter().rev() {
            manifest.text.replace_range(place.range.clone(), &shortened(new, &place.says));
        }
        if manifest.text != before {
            fs::write(root.join(&manifest.path), &manifest.text)
                .map_err(|error| format!("{}: {error}", manifest.path.display()))?;
            changed.push(manifest.path);
        }
    }
    Ok(changed)
}

/// Whether a text is a number as every registry writes it, without zeros before it.
fn canonical(number: &str) -> bool {
    number.parse::<u64>().is_ok_and(|parsed| parsed.to_string() == number)
}

/// The version with as many numbers as `like` has: a document may ask for `1.2`.
fn shortened(version: &str, like: &str) -> String {
    let numbers = like.split('.').count().max(1);
    version.split('.').take(numbers).collect::<Vec<_>>().join(".")
}

fn differing(manifest: &Manifest, version: &str) -> Vec<String> {
    let path = manifest.path.display();
    let other = manifest.places.iter().filter(|place| place.says != shortened(version, &place.says));
    other.map(|place| format!("{path}:{} says {}", line(&manifest.text, place), place.says)).collect()
}

fn line(text: &str, place: &Place) -> usize {
    text.get(..place.range.start).unwrap_or_default().split('\n').count()
}

/// Every file below `root` that names the version, by path.
fn manifests(root: &Path) -> Result<Vec<Manifest>, String> {
    let mut manifests = Vec::new();
    let mut folders = vec![PathBuf::new()];
    while let Some(folder) = folders.pop() {
        let said = |error: std::io::Error| format!("{}: {error}", folder.display());
        for entry in fs::read_dir(root.join(&folder)).map_err(said)? {
            let entry = entry.map_err(said)?;
            let name = entry.file_name().to_string_lossy().into_owned();
            let path = folder.join(&name);
            if entry.file_type().map_err(said)?.is_dir() {
                if !name.starts_with('.') && !MADE.contains(&name.as_str()) {
                    folders.push(path);
                }
            } else if may_name_it(&name) {
                let said = |reason: String| format!("{}: {reason}", path.display());
                let text = fs::read_to_string(root.join(&path)).map_err(|error| said(error.to_string()))?;
                let places = manifest::places(&path, &text).map_err(said)?;
                if !places.is_empty() {
                    manifests.push(Manifest { path, text, places });
                }
            }
        }
    }
    manifests.sort_by(|one, other| one.path.cmp(&other.path));
    Ok(manifests)
}

fn may_name_it(file: &str) -> bool {
    [".toml", ".lock", ".json", ".xml", ".gemspec", ".md"].iter().any(|ending| file.ends_with(ending))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::session::workspace_root;

    fn repository() -> tempfile::TempDir {
        let folder = tempfile::tempdir().unwrap();
        let write = |path: &str, text: &str| {
            let path = folder.path().join(path);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, text).unwrap();
        };
        write("Cargo.toml", "[workspace.package]\nversion = \"0.1.0\" # one for all\n");
        write("a/package.json", "{\n  \"version\": \"0.1.0\",\n  \"x\": \"0.1.0\"\n}\n");
        write("a/node_modules/b/package.json", "{\"version\": \"7.0.0\"}");
        write("a/b.gemspec", "spec.version = \"0.1.0\"\nspec.other = \"0.1.0\"\n");
        write("README.md", "keyperson = \"0.1\"\n");
        write("CHANGELOG.md", "## keyperson 0.0.9\n");
        folder
    }

    #[test]
    fn what_disagrees_is_named_and_set() {
        let folder = repository();
        let root = folder.path();
        assert_eq!(agreed(root).unwrap(), "0.1.0 in 4 places of 4 files");
        fs::write(root.join("README.md"), "#\n\nkeyperson = \"0.2\"\n").unwrap();
        let error = agreed(root).unwrap_err();
        assert_eq!(
            error,
            "the workspace has version 0.1.0, but README.md:3 says 0.2; `cargo xtask version 0.1.0` sets them all"
        );
        assert_eq!(set(root, "0.1.0").unwrap(), [Path::new("README.md")]);
        assert_eq!(set(root, "12.0.3").unwrap().len(), 4);
        assert_eq!(agreed(root).unwrap(), "12.0.3 in 4 places of 4 files");
        let read = |path: &str| fs::read_to_string(root.join(path)).unwrap();
        assert_eq!(read("Cargo.toml"), "[workspace.package]\nversion = \"12.0.3\" # one for all\n");
        assert_eq!(read("a/package.json"), "{\n  \"version\": \"12.0.3\",\n  \"x\": \"0.1.0\"\n}\n");
        assert_eq!(read("README.md"), "#\n\nkeyperson = \"12.0\"\n");
        assert_eq!(read("CHANGELOG.md"), "## keyperson 0.0.9\n");
    }

    #[test]
    fn only_three_numbers_are_a_version_and_a_broken_file_stops_all() {
        let folder = repository();
        for wrong in ["", "1", "1.2", "1.2.x", "1.2.3.4", "1.2.3-rc.1", "v1.2.3", "1.02.3", "+1.2.3"] {
            let error = set(folder.path(), wrong).unwrap_err();
            assert!(error.contains("three numbers"), "{error}");
        }
        fs::write(folder.path().join("a/package.json"), "{").unwrap();
        assert!(set(folder.path(), "2.0.0").unwrap_err().starts_with("a/package.json: "));
        assert_eq!(of_workspace(folder.path()).unwrap(), "0.1.0");
    }

    // INVARIANT: every kind of package names the version of the workspace.
    #[test]
    fn the_repository_agrees() {
        let root = workspace_root();
        agreed(&root).unwrap();
        let found = manifests(&root).unwrap();
        let found: Vec<String> = found.iter().map(|manifest| manifest.path.display().to_string()).collect();
        for path in [
            "Cargo.lock",
            "Cargo.toml",
            "bindings/uniffi/kotlin/keyperson/pom.xml",
            "bindings/uniffi/ruby/keyperson.gemspec",
            "bindings/wasm/package-lock.json",
            "bindings/wasm/package.json",
        ] {
            assert!(found.iter().any(|there| there == path), "{path} is not among {found:?}");
        }
    }
}
