//! Where the files of the repository name the project's own version.

use std::ops::Range;
use std::path::Path;

use serde_json::Value;
use toml_edit::{Document, Item};

/// A place in a file that names the version.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// Where the version stands in the text, without quotes.
    pub range: Range<usize>,
    /// The version that stands there.
    pub says: String,
}

/// The places of a file, by its name, in the order of the text. A file that names no version has none.
///
/// # Errors
/// The file cannot be parsed, or it is published and names no version.
pub fn places(path: &Path, text: &str) -> Result<Vec<Place>, String> {
    let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
    let ending = path.extension().and_then(|ending| ending.to_str()).unwrap_or_default();
    let mut places = match (name, ending) {
        ("Cargo.toml", _) => cargo_toml(text)?,
        ("Cargo.lock", _) => cargo_lock(text)?,
        ("pyproject.toml", _) => pyproject(text)?,
        ("package.json", _) => package_json(text)?,
        ("package-lock.json", _) => json(text, &["/version", "/packages//version"])?,
        ("pom.xml", _) => pom(text)?,
        (_, "gemspec") => gemspec(text)?,
        // A change log names old versions, too.
        ("CHANGELOG.md", _) => Vec::new(),
        (_, "md") => snippets(text),
        _ => Vec::new(),
    };
    places.sort_by_key(|place| place.range.start);
    Ok(places)
}

/// The version of a package or of the workspace, and that of each dependency with a path.
fn cargo_toml(text: &str) -> Result<Vec<Place>, String> {
    let document = Document::parse(text).map_err(|error| error.to_string())?;
    let mut places = Vec::new();
    let root = document.as_item();
    let workspace = root.get("workspace").and_then(|workspace| workspace.get("package"));
    for package in [root.get("package"), workspace].into_iter().flatten() {
        places.extend(package.get("version").and_then(toml_place));
    }
    beside_a_path(root, &mut places);
    Ok(places)
}

/// Every table below `item` with a `path` and a `version` is a dependency on a crate of this repository.
fn beside_a_path(item: &Item, places: &mut Vec<Place>) {
    if item.get("path").is_some() {
        places.extend(item.get("version").and_then(toml_place));
    }
    for (_, below) in item.as_table_like().into_iter().flat_map(|table| table.iter()) {
        beside_a_path(below, places);
    }
}

/// A package without a source is one of the workspace.
fn cargo_lock(text: &str) -> Result<Vec<Place>, String> {
    let document = Document::parse(text).map_err(|error| error.to_string())?;
    let packages = document.as_item().get("package").and_then(Item::as_array_of_tables);
    let own = packages.into_iter().flatten().filter(|package| !package.contains_key("source"));
    Ok(own.filter_map(|package| package.get("version").and_then(toml_place)).collect())
}

/// The wheel has its crate's version, or names one.
fn pyproject(text: &str) -> Result<Vec<Place>, String> {
    let document = Document::parse(text).map_err(|error| error.to_string())?;
    let project = document.as_item().get("project").ok_or("it has no `project`")?;
    let dynamic = project.get("dynamic").and_then(Item::as_array);
    let dynamic = dynamic.is_some_and(|names| names.iter().any(|name| name.as_str() == Some("version")));
    match project.get("version").and_then(toml_place) {
        Some(place) => Ok(vec![place]),
        None if dynamic => Ok(Vec::new()),
        None => Err("it names no version, nor says that it is dynamic".to_owned()),
    }
}

fn toml_place(item: &Item) -> Option<Place> {
    let (says, span) = (item.as_str()?.to_owned(), item.span()?);
    // The span holds the quotes.
    let range = span.start.checked_add(1)?..span.end.checked_sub(1)?;
    Some(Place { range, says })
}

fn package_json(text: &str) -> Result<Vec<Place>, String> {
    let places = json(text, &["/version"])?;
    let private = serde_json::from_str::<Value>(text)
        .is_ok_and(|value| value.get("private") == Some(&Value::Bool(true)));
    if places.is_empty() && !private { Err("it names no version".to_owned()) } else { Ok(places) }
}

/// The texts at these pointers, where there are any.
fn json(text: &str, pointers: &[&str]) -> Result<Vec<Place>, String> {
    let value: Value = serde_json::from_str(text).map_err(|error| error.to_string())?;
    let mut places = Vec::new();
    for pointer in pointers {
        if let Some(says) = value.pointer(pointer).and_then(Value::as_str) {
            places.push(json_place(text, pointer, says).ok_or(format!("{pointer} is written with escapes"))?);
        }
    }
    Ok(places)
}

/// Of the places where `says` stands, the one whose change changes what is at the pointer.
fn json_place(text: &str, pointer: &str, says: &str) -> Option<Place> {
    const OTHER: &str = "another version";
    let quoted = format!("\"{says}\"");
    text.match_indices(&quoted).find_map(|(start, _)| {
        let start = start.checked_add(1)?;
        let range = start..start.checked_add(says.len())?;
        let mut changed = text.to_owned();
        changed.replace_range(range.clone(), OTHER);
        let changed: Value = serde_json::from_str(&changed).ok()?;
        (changed.pointer(pointer)? == OTHER).then(|| Place { range, says: says.to_owned() })
    })
}

/// The version of the project, of its parent and of each dependency, where they are the project's own.
fn pom(text: &str) -> Result<Vec<Place>, String> {
    const OWN: &str = "com.keyperson";
    let leaves = leaves(text)?;
    let own = |leaf: &&Leaf| {
        let of_own =
            |other: &Leaf| other.within == leaf.within && other.name == "groupId" && other.text(text) == OWN;
        // A project has its parent's group where it names none.
        leaf.depth == 1 || leaves.iter().any(of_own)
    };
    let versions = leaves.iter().filter(|leaf| leaf.name == "version").filter(own);
    let named = versions.map(|leaf| Place { range: leaf.range.clone(), says: leaf.text(text).to_owned() });
    let places: Vec<Place> = named.filter(|place| place.says != "${project.version}").collect();
    if places.is_empty() { Err("it names no version".to_owned()) } else { Ok(places) }
}

/// An element of an XML file that holds nothing but text.
#[derive(Debug)]
pub struct Leaf {
    /// Its own name.
    pub name: String,
    /// The name of the element around it.
    pub around: String,
    /// How many elements are around it.
    depth: usize,
    /// Where the text of the element around it begins.
    pub within: usize,
    range: Range<usize>,
}

impl Leaf {
    /// What stands in it.
    pub fn text<'text>(&self, text: &'text str) -> &'text str {
        text.get(self.range.clone()).unwrap_or_default()
    }
}

/// Reads as much of XML as a pom has: elements, comments and declarations.
///
/// # Errors
/// The elements do not close each other.
pub fn leaves(text: &str) -> Result<Vec<Leaf>, String> {
    let mut leaves = Vec::new();
    // The elements that are open: name, where the text within begins, and whether an element was within.
    let mut open: Vec<(&str, usize, bool)> = Vec::new();
    let mut at = 0_usize;
    while let Some((start, rest)) = find(text, at, "<") {
        let ends_with = if rest.starts_with("<!--") { "-->" } else { ">" };
        let (last, _) = find(text, start, ends_with).ok_or("a tag or a comment has no end")?;
        at = last.saturating_add(ends_with.len());
        let tag = text.get(start.saturating_add(1)..last).unwrap_or_default();
        if let Some(name) = tag.strip_prefix('/') {
            let (opened, from, holds) = open.pop().ok_or("more elements end than begin")?;
            if opened != name.trim() {
                return Err(format!("`{opened}` ends as `{name}`"));
            }
            if !holds {
                let (around, within, _) = open.last().copied().unwrap_or_default();
                let (name, around) = (opened.to_owned(), around.to_owned());
                let range = trimmed(text, from..start);
                leaves.push(Leaf { name, around, depth: open.len(), within, range });
            }
        } else if !tag.starts_with(['?', '!']) {
            if let Some((_, _, holds)) = open.last_mut() {
                *holds = true;
            }
            if !tag.ends_with('/') {
                open.push((tag.split_whitespace().next().unwrap_or_default(), at, false));
            }
        }
    }
    if open.is_empty() { Ok(leaves) } else { Err("an element has no end".to_owned()) }
}

/// The next `what` from `at` on: where it is, and the text that begins with it.
fn find<'text>(text: &'text str, at: usize, what: &str) -> Option<(usize, &'text str)> {
    let start = text.get(at..)?.find(what)?.checked_add(at)?;
    Some((start, text.get(start..)?))
}

/// A range without the white space at its ends.
fn trimmed(text: &str, range: Range<usize>) -> Range<usize> {
    let inner = text.get(range.clone()).unwrap_or_default();
    let before = inner.len().saturating_sub(inner.trim_start().len());
    let start = range.start.saturating_add(before);
    start..start.saturating_add(inner.trim().len())
}

fn gemspec(text: &str) -> Result<Vec<Place>, String> {
    const BEFORE: &str = "spec.version = \"";
    let (start, _) = find(text, 0, BEFORE).ok_or(format!("it has no line `{BEFORE}…\"`"))?;
    let start = start.saturating_add(BEFORE.len());
    let (end, _) = find(text, start, "\"").ok_or("its version has no end")?;
    let says = text.get(start..end).unwrap_or_default().to_owned();
    Ok(vec![Place { range: start..end, says }])
}

/// The versions that a document names right behind the project's name, such as in `keyperson = "1.2"`,
/// `keyperson==1.2.3` or a dependency of Maven.
fn snippets(text: &str) -> Vec<Place> {
    const NAME: &str = "keyperson";
    const WORDS: &[&str] = &["version", "artifactId>\n", "from"];
    const BETWEEN: &str = " \"'`=@~<>/^,:{(";
    let of = |(start, _): (usize, &str)| {
        let mut rest = text.get(start.checked_add(NAME.len())?..)?;
        rest = rest.trim_start_matches(|sign: char| sign.is_ascii_lowercase() || "-_".contains(sign));
        loop {
            let next = rest.trim_start_matches(|sign| BETWEEN.contains(sign));
            let next = WORDS.iter().find_map(|word| next.strip_prefix(word)).unwrap_or(next);
            if next.len() == rest.len() {
                break;
            }
            rest = next;
        }
        let end = rest.find(|sign: char| !sign.is_ascii_digit() && sign != '.').unwrap_or(rest.len());
        let says = rest.get(..end)?.trim_end_matches('.');
        let numbers = says.split('.').filter(|number| !number.is_empty()).count();
        let begin = text.len().checked_sub(rest.len())?;
        let range = begin..begin.checked_add(says.len())?;
        // Two numbers alone may be a share or an amount.
        let asked = text.get(start..begin)?.contains(['=', '@', '~', '^', ':', '>']);
        (numbers == 3 || (numbers == 2 && asked)).then(|| Place { range, says: says.to_owned() })
    };
    text.match_indices(NAME).filter_map(of).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What a file of this name says, place by place.
    fn says(name: &str, text: &str) -> Result<Vec<String>, String> {
        let places = places(Path::new(name), text)?;
        for place in &places {
            assert_eq!(text.get(place.range.clone()), Some(place.says.as_str()));
        }
        Ok(places.into_iter().map(|place| place.says).collect())
    }

    #[test]
    fn a_manifest_of_cargo_names_its_own_and_those_beside_a_path() {
        let text = "[package]\nname = \"a\"\nversion = '1.0.0'\n[dependencies]\nb = { path = \"b\", version = \"1.0.1\" }\n\
                    c = \"7.0.0\"\nd = { version = \"8.0.0\" }\n[target.'cfg(unix)'.dependencies.e]\n\
                    path = \"e\"\nversion = \"1.0.2\"\n[[bin]]\npath = \"x.rs\"\n";
        assert_eq!(says("Cargo.toml", text).unwrap(), ["1.0.0", "1.0.1", "1.0.2"]);
        let text = "[workspace.package]\nversion = \"2.0.0\"\n[workspace.dependencies]\n\
                    b = { version = \"2.0.1\", path = \"b\" }\n";
        assert_eq!(says("Cargo.toml", text).unwrap(), ["2.0.0", "2.0.1"]);
        assert!(says("Cargo.toml", "[package]\nversion.workspace = true\n").unwrap().is_empty());
        assert!(says("Cargo.toml", "[package").is_err());
        let text = "version = 4\n[[package]]\nname = \"a\"\nversion = \"1.0.0\"\n\n[[package]]\nname = \"z\"\n\
                    version = \"9.0.0\"\nsource = \"registry\"\n";
        assert_eq!(says("Cargo.lock", text).unwrap(), ["1.0.0"]);
    }

    #[test]
    fn a_python_project_names_a_version_or_has_its_crates() {
        assert!(says("pyproject.toml", "[project]\ndynamic = [\"version\"]\n").unwrap().is_empty());
        assert_eq!(says("pyproject.toml", "[project]\nversion = \"1.0.0\"\n").unwrap(), ["1.0.0"]);
        assert!(says("pyproject.toml", "[project]\nname = \"a\"\n").unwrap_err().contains("no version"));
    }

    #[test]
    fn of_equal_texts_the_one_at_the_pointer_is_found() {
        let text = r#"{"a": "1.0.0", "version": "1.0.0", "packages": {"x": {"version": "1.0.0"}, "": {"version": "1.0.0"}}}"#;
        let found = places(Path::new("package-lock.json"), text).unwrap();
        let starts: Vec<usize> = found.iter().map(|place| place.range.start).collect();
        assert_eq!(starts, [27, text.len() - 9]);
        assert_eq!(says("package.json", r#"{"version":"1.0.0"}"#).unwrap(), ["1.0.0"]);
        assert!(says("package.json", r#"{"private": true}"#).unwrap().is_empty());
        assert!(says("package.json", "{}").is_err() && says("package.json", "{").is_err());
    }

    #[test]
    fn a_pom_names_the_projects_own_among_others() {
        let text = "<?xml version=\"1.0\"?>\n<!-- <version>0</version> -->\n<project xmlns=\"x\">\n<parent><version> 1.0.1 </version>\
                    <groupId>com.keyperson</groupId></parent>\n<version>1.0.0</version><empty/>\n<dependencies>\
                    <dependency><groupId>other</groupId><version>9.0.0</version></dependency>\
                    <dependency><groupId>com.keyperson</groupId><version>${project.version}</version></dependency>\
                    <dependency><groupId>com.keyperson</groupId><version>1.0.2</version></dependency>\
                    </dependencies></project>";
        assert_eq!(says("pom.xml", text).unwrap(), ["1.0.1", "1.0.0", "1.0.2"]);
        for wrong in ["<a><b></a>", "<a>", "</a>", "<a><!-- </a>", "<project></project>"] {
            assert!(says("pom.xml", wrong).is_err(), "{wrong}");
        }
    }

    #[test]
    fn a_gem_names_a_version() {
        assert_eq!(says("a.gemspec", "  spec.version = \"1.0.0\"\n").unwrap(), ["1.0.0"]);
        assert!(says("a.gemspec", "spec.version = VERSION").is_err());
    }

    #[test]
    fn documents_name_the_version_behind_the_name() {
        let text = "`keyperson = \"1.0\"` keyperson-table = { version = \"1.0.1\" } pip install keyperson==1.0.2 polars==9.0.0\n\
                    npm install keyperson@1.0.3; gem \"keyperson\", \"~> 1.1\"; \"com.keyperson:keyperson:1.0.4\"\n\
                    <artifactId>keyperson</artifactId>\n  <version>1.0.5</version>\n\
                    url: \"…/keyperson\", from: \"1.0.6\" keyperson-1.0.7.jar";
        let all =
            ["1.0", "1.0.1", "1.0.2", "1.0.3", "1.1", "1.0.4", "1.0.5", "1.0.6", "1.0.7"].map(str::to_owned);
        assert_eq!(says("README.md", text).unwrap(), all);
        let none = "keyperson.fact/1, keyperson 127.0.0.1, keyperson on Python 3.10, keyperson = { path = \"x\" }, keyperson\n0.75, keyperson 0.757756";
        assert!(says("README.md", none).unwrap().is_empty());
        assert!(says("CHANGELOG.md", "keyperson 0.0.1").unwrap().is_empty());
    }
}
