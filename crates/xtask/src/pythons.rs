//! Tests the one wheel with every Python that it is for and that is found here.

use std::collections::BTreeMap;
use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::count::pytest_line;
use crate::python_checks::without_rust;
use crate::session::{Session, output, succeed, workspace_root};

/// Minor releases of Python 3 that are looked for: the oldest that the package is for, to the newest that there is.
const MINORS: std::ops::RangeInclusive<u32> = 10..=14;

/// The tests of the interface that need no library of tables but one, beside the conformance cases.
const TESTS: &[&str] = &[
    "tests/test_conformance.py",
    "tests/test_errors.py",
    "tests/test_questions.py",
    "tests/test_results.py",
];

/// Tests the wheel with each Python but that of `tested`, whose tests have run already.
pub fn run(session: &mut Session, folder: &Path, wheel: &Path, tested: &Path) {
    let found = found();
    let own = minor_of(&tested.join("bin/python"));
    session.check("python: which Pythons are here", |_session| told(&found, own));
    for (minor, program) in found.iter().filter(|(minor, _)| Some(**minor) != own) {
        let venv = folder.join(format!("others/3.{minor}"));
        let mut ready = false;
        session.check(&format!("python 3.{minor}: fresh environment"), |session| {
            install(session, program, &venv, wheel, tested)?;
            ready = true;
            Ok(String::new())
        });
        if ready {
            let mut pytest = Command::new(venv.join("bin/python"));
            pytest.current_dir(workspace_root().join("bindings/python"));
            pytest.args(["-m", "pytest", "-q", "-p", "no:cacheprovider"]).args(TESTS);
            without_rust(&mut pytest, &venv);
            session.tests(&format!("python 3.{minor}: conformance and interface"), pytest, pytest_line);
        }
    }
}

fn told(found: &BTreeMap<u32, PathBuf>, own: Option<u32>) -> Result<String, String> {
    let mut here = Vec::new();
    let mut missing = Vec::new();
    for minor in MINORS {
        if Some(minor) == own {
            here.push(format!("3.{minor} (all tests)"));
        } else if found.contains_key(&minor) {
            here.push(format!("3.{minor}"));
        } else {
            missing.push(format!("3.{minor}"));
        }
    }
    let missing = if missing.is_empty() { "none".to_owned() } else { missing.join(", ") };
    Ok(format!("{}; not found: {missing}", here.join(", ")))
}

/// The first program of each release that runs, on the PATH and among pyenv's.
fn found() -> BTreeMap<u32, PathBuf> {
    let path = env::var_os("PATH").unwrap_or_default();
    let mut programs: Vec<PathBuf> = Vec::new();
    for folder in env::split_paths(&path) {
        programs.extend(MINORS.map(|minor| folder.join(format!("python3.{minor}"))));
    }
    let home = env::var_os("HOME").map(|home| Path::new(&home).join(".pyenv"));
    if let Some(pyenv) = env::var_os("PYENV_ROOT").map(PathBuf::from).or(home)
        && let Ok(versions) = fs::read_dir(pyenv.join("versions"))
    {
        let mut versions: Vec<PathBuf> = versions.filter_map(Result::ok).map(|entry| entry.path()).collect();
        versions.sort();
        programs.extend(versions.into_iter().map(|version| version.join("bin/python3")));
    }
    let mut found = BTreeMap::new();
    for program in programs.into_iter().filter(|program| program.is_file()) {
        // One of pyenv's shims does not run where its version is not chosen.
        if let Some(minor) = minor_of(&program).filter(|minor| MINORS.contains(minor)) {
            found.entry(minor).or_insert(program);
        }
    }
    found
}

/// Which Python 3 a program is, where it is one that can make environments.
fn minor_of(program: &Path) -> Option<u32> {
    let code = "import sys, venv; print(sys.version_info[1] if sys.version_info[0] == 3 else '')";
    output(Command::new(program).args(["-c", code])).ok()?.trim().parse().ok()
}

/// An environment with the wheel and what those tests need, made by the pip of another one, which takes less time.
fn install(session: &Session, program: &Path, venv: &Path, wheel: &Path, pips: &Path) -> Result<(), String> {
    let program = program.to_string_lossy();
    succeed(session.command(&program).args(["-m", "venv", "--clear", "--without-pip"]).arg(venv))?;
    let mut pip = Command::new(pips.join("bin/python"));
    pip.current_dir(workspace_root()).args(["-m", "pip", "--python"]).arg(venv.join("bin/python"));
    pip.args(["install", "--quiet", "--disable-pip-version-check", "--no-compile"]);
    succeed(pip.args(["-r", "bindings/python/requirements/api.txt"]).arg(wheel))
}
