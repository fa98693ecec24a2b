//! What a release would publish, in which order, and whether all is ready. It publishes nothing.

use std::fs;
use std::path::Path;

use crate::package_checks::{listed, packed, published};
use crate::sbom::{self, Artefact};
use crate::session::{Failure, Session, output};
use crate::version;

/// The packages that are not crates: what they are called, where they go, and what builds them.
const OTHERS: &[(&str, &str, &str)] = &[
    ("wheel and sdist", "PyPI", "cargo xtask pack wheel"),
    ("jar", "Maven Central", "cargo xtask pack kotlin"),
    ("gem", "RubyGems", "cargo xtask pack gem"),
    ("npm package", "npm", "cargo xtask pack npm"),
];

/// Runs every check that needs no registry, and says what would be published.
///
/// # Errors
/// It is not a dry run, or something is not ready.
pub fn run(dry_run: bool) -> Result<(), Failure> {
    if !dry_run {
        let reason = "nothing is published from here: publishing is done by people. \
                      `cargo xtask release --dry-run` checks that all is ready and says in which order";
        return Err(Failure::Said(reason.to_owned()));
    }
    let mut session = Session::new(Vec::new());
    let version = version::of_workspace(session.root())?;
    session.check("one version", |session| version::agreed(session.root()));
    session.check("nothing uncommitted", clean);
    let mut unreleased = false;
    session.check("change log", |session| {
        unreleased = changes(&read(&session.root().join("CHANGELOG.md"))?, &version)?;
        Ok(String::new())
    });
    session.check("stored documents", |session| stored(&session.root().join("tests/stored"), &version));
    session.check("crates packed", crates);
    session.check("bills of materials", bills);
    plan(&session, &version)?;
    for left in open(&session, &version, unreleased)? {
        println!("left to people: {left}");
    }
    session.finish()
}

fn read(path: &Path) -> Result<String, String> {
    fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))
}

/// What is published comes from a commit.
fn clean(session: &Session) -> Result<String, String> {
    let said = output(session.command("git").args(["status", "--porcelain"]))?;
    match said.lines().count() {
        0 => Ok(output(session.command("git").args(["rev-parse", "--short", "HEAD"]))?.trim().to_owned()),
        files => Err(format!("{files} files differ from the commit:\n{}", said.trim_end())),
    }
}

/// Whether the change log's section of a version is still called unreleased.
///
/// # Errors
/// There is no such section, or nothing is in it.
fn changes(log: &str, version: &str) -> Result<bool, String> {
    let mut lines = log.lines();
    let of_version = |line: &&str| {
        let rest = line.strip_prefix("## ").and_then(|title| title.strip_prefix(version));
        rest.is_some_and(|rest| !rest.starts_with(|sign: char| sign.is_ascii_digit() || sign == '.'))
    };
    let title = lines.find(of_version).ok_or(format!("CHANGELOG.md has no section `## {version}`"))?;
    let lines = lines.take_while(|line| !line.starts_with("## "));
    match lines.filter(|line| line.starts_with("- ")).count() {
        0 => Err(format!("CHANGELOG.md says nothing below `{title}`")),
        _ => Ok(title.contains("unreleased")),
    }
}

/// Whether documents as this version stores them are kept.
fn stored(folder: &Path, version: &str) -> Result<String, String> {
    let files = fs::read_dir(folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    let names = files.filter_map(Result::ok).map(|entry| entry.file_name().to_string_lossy().into_owned());
    let of_version = format!("-{version}.");
    match names.filter(|name| name.contains(&of_version)).count() {
        0 => Err(format!("tests/stored holds nothing of {version}: its README says how to write it")),
        files => Ok(format!("{files} files of {version}")),
    }
}

/// Packs the crates and looks into each package.
fn crates(session: &Session) -> Result<String, String> {
    let mut said = Vec::new();
    for package in packed(session)? {
        let files = output(session.command("tar").arg("-tzf").arg(&package))?;
        listed(&package, &files, "README.md")?;
        let bytes = fs::metadata(&package).map_err(|error| format!("{}: {error}", package.display()))?.len();
        let name = package.file_name().unwrap_or_default().to_string_lossy().into_owned();
        said.push(format!("{name}: {} files, {bytes} bytes", files.lines().count()));
    }
    Ok(said.join("\n"))
}

/// Writes what is inside each artefact.
fn bills(session: &Session) -> Result<String, String> {
    let folder = session.target()?.join("release-bills");
    fs::create_dir_all(&folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    let mut artefacts: Vec<Artefact> =
        published(session)?.iter().map(|published| Artefact::of_crate(&published.name)).collect();
    artefacts.extend([
        Artefact::wheel(),
        Artefact::sdist(),
        Artefact::jar(),
        Artefact::gem(),
        Artefact::npm(),
    ]);
    let mut said = vec![format!("in {}", folder.display())];
    for artefact in artefacts {
        let file = folder.join(format!("{}.cdx.json", artefact.label));
        said.push(format!("{}: {} components", artefact.label, sbom::write(session, &artefact, &file)?));
    }
    Ok(said.join("\n"))
}

/// Says what is published, in order: each crate after those that it needs.
fn plan(session: &Session, version: &str) -> Result<(), String> {
    println!("\nto publish {version}, in this order:");
    let names = published(session)?.into_iter().map(|published| (published.name, "crates.io"));
    for (number, (name, registry)) in (1_usize..).zip(names) {
        println!("  {number}. {name} ({registry}): cargo publish -p {name}");
    }
    println!("  then, in any order:");
    for (name, registry, command) in OTHERS {
        println!("  - {name} ({registry}): built by `{command}`");
    }
    Ok(())
}

/// What no program can decide.
fn open(session: &Session, version: &str, unreleased: bool) -> Result<Vec<String>, String> {
    let mut left = Vec::new();
    if unreleased {
        left.push(format!("the date of {version} in CHANGELOG.md, which says unreleased"));
    }
    if !read(&session.root().join("Cargo.toml"))?.contains("\nrepository = ") {
        left.push("the address of the repository, which no manifest names yet".to_owned());
    }
    let pom = read(&session.root().join("bindings/uniffi/kotlin/keyperson/pom.xml"))?;
    if !(pom.contains("<url>") && pom.contains("<scm>")) {
        left.push(
            "`url` and `scm` of the jar's pom, and its signature: Maven Central refuses a jar without"
                .to_owned(),
        );
    }
    left.push(
        "the Swift package: what is generated for it is in no commit, so that a tag does not publish it"
            .to_owned(),
    );
    left.push("wheels, gems and jars for other systems: each is built on its own".to_owned());
    Ok(left)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_is_published() {
        let Err(Failure::Said(reason)) = run(false) else { panic!("it ran") };
        assert!(reason.contains("done by people"), "{reason}");
    }

    #[test]
    fn the_section_of_the_version_is_found_and_none_like_it() {
        let log = "# Changelog\n\n## 0.1.10, 2027-01-01\n- ten\n\n## 0.1.1, unreleased\n- one\n\n## 0.1.0\n\n## 0.0.9\n- nine\n";
        assert_eq!(changes(log, "0.1.10"), Ok(false));
        assert_eq!(changes(log, "0.1.1"), Ok(true));
        assert!(changes(log, "0.1.0").unwrap_err().contains("nothing below"));
        assert!(changes(log, "0.1").unwrap_err().contains("no section"));
        assert!(changes(log, "0.2.0").unwrap_err().contains("no section"));
    }

    #[test]
    fn a_version_keeps_what_it_stores() {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("facts-0.1.0.json"), "[]").unwrap();
        assert_eq!(stored(folder.path(), "0.1.0").unwrap(), "1 files of 0.1.0");
        assert!(stored(folder.path(), "0.1.1").is_err() && stored(folder.path(), "1.0").is_err());
    }
}
