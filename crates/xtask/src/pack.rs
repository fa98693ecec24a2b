//! Builds the package of one language without testing it, and says where the file lies.

use std::fs;
use std::path::{Path, PathBuf};

use clap::ValueEnum;

use crate::sbom::{self, Artefact};
use crate::session::{Failure, Session};
use crate::{kotlin_checks, package_checks, python_checks, ruby_checks, wasm_checks};

/// What can be packed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Package {
    /// The jar for Kotlin and Java
    Kotlin,
    /// The npm package
    Npm,
    /// The gem
    Gem,
    /// The Python wheel, with the source distribution that it is built from
    Wheel,
    /// Every crate that is published
    Crates,
}

/// Packs, puts the files into one folder, each with its bill of materials beside it, and prints their paths.
///
/// # Errors
/// Something cannot be built.
pub fn run(package: Package) -> Result<(), Failure> {
    let mut session = Session::new(Vec::new());
    if package == Package::Npm && !wasm_checks::build(&mut session) {
        return session.finish();
    }
    let folder = session.target()?.join("pack");
    fs::create_dir_all(&folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    let built = match package {
        Package::Kotlin => vec![kotlin_checks::pack(&session)?],
        Package::Npm => vec![wasm_checks::pack(&session, &folder)?],
        Package::Gem => vec![ruby_checks::pack(&session)?],
        Package::Wheel => python_checks::pack(&session)?,
        Package::Crates => package_checks::packed(&session)?,
    };
    for (file, artefact) in built.iter().zip(artefacts(&session, package)?) {
        let place = put(file, &folder)?;
        let bill = bill(&place);
        sbom::write(&session, &artefact, &bill)?;
        println!("{}\n{}", place.display(), bill.display());
    }
    Ok(())
}

/// What the files of a package are, in the order in which they are built.
fn artefacts(session: &Session, package: Package) -> Result<Vec<Artefact>, String> {
    Ok(match package {
        Package::Kotlin => vec![Artefact::jar()],
        Package::Npm => vec![Artefact::npm()],
        Package::Gem => vec![Artefact::gem()],
        Package::Wheel => vec![Artefact::wheel(), Artefact::sdist()],
        Package::Crates => {
            package_checks::published(session)?.iter().map(|one| Artefact::of_crate(&one.name)).collect()
        }
    })
}

/// Where it stands what is inside a package: beside it, under its name.
fn bill(package: &Path) -> PathBuf {
    let mut name = package.as_os_str().to_owned();
    name.push(".cdx.json");
    PathBuf::from(name)
}

/// Copies a file into a folder, where it is not there already; its path there.
fn put(file: &Path, folder: &Path) -> Result<PathBuf, String> {
    let place = folder.join(file.file_name().ok_or("a package without a name")?);
    if place != file {
        fs::copy(file, &place).map_err(|error| format!("{}: {error}", file.display()))?;
    }
    Ok(place)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_package_is_put_where_it_is_said_to_lie() {
        let folder = tempfile::tempdir().unwrap();
        let (made, place) = (folder.path().join("x.gem"), folder.path().join("pack"));
        fs::create_dir(&place).unwrap();
        fs::write(&made, "gem").unwrap();
        let there = put(&made, &place).unwrap();
        assert_eq!(
            (there.clone(), fs::read_to_string(&there).unwrap()),
            (place.join("x.gem"), "gem".to_owned())
        );
        // What was made there stays as it is.
        assert_eq!(put(&there, &place).unwrap(), there);
        assert_eq!(fs::read_to_string(&there).unwrap(), "gem");
        assert!(put(&folder.path().join("gone.gem"), &place).unwrap_err().contains("gone.gem"));
        assert_eq!(bill(&there), place.join("x.gem.cdx.json"));
    }
}
