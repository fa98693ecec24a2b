//! Tests the package with every Python that it is for and that is found here: the one wheel with those that have a GIL,
//! a wheel of its own with each free-threaded build, which can load no other.

use std::collections::BTreeMap;
use std::env;
use std::fmt;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::count::pytest_line;
use crate::session::{Session, output, succeed, workspace_root};
use crate::wheel::{wheel_for, without_rust};

/// Minor releases of Python 3 that are looked for: the oldest that the package is for, to the newest that there is.
const MINORS: std::ops::RangeInclusive<u32> = 10..=14;

/// Those of them whose free-threaded builds PyO3 supports.
const FREE_THREADED: std::ops::RangeInclusive<u32> = 14..=14;

/// The tests that need pytest alone.
const BARE: &[&str] =
    &["tests/test_conformance.py", "tests/test_errors.py", "tests/test_results.py", "tests/test_threads.py"];

/// Those that need one library of tables, too, which free-threaded builds cannot load yet.
const TABLES: &[&str] = &["tests/test_questions.py"];

/// A release of Python 3.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Release {
    free_threaded: bool,
    minor: u32,
}

impl fmt::Display for Release {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "3.{}{}", self.minor, if self.free_threaded { "t" } else { "" })
    }
}

/// Tests the package with each Python but that of `tested`, whose tests have run already.
pub fn run(session: &mut Session, folder: &Path, wheel: &Path, tested: &Path) {
    let found = found();
    let own = release_of(&tested.join("bin/python"));
    session.check("python: which Pythons are here", |_session| Ok(told(&found, own)));
    for (release, program) in found.iter().filter(|(release, _)| Some(**release) != own) {
        let venv = folder.join(format!("others/{release}"));
        let (needed, more): (&str, &[&str]) =
            if release.free_threaded { ("bare.txt", &[]) } else { ("api.txt", TABLES) };
        let mut ready = false;
        session.check(&format!("python {release}: fresh environment"), |session| {
            let own_wheel = release.free_threaded.then(|| {
                let wheels = folder.join(format!("wheels-{release}"));
                let source = workspace_root().join("bindings/python");
                wheel_for(session, program, &folder.join("tools"), &wheels, &source)
            });
            let wheel = own_wheel.transpose()?.unwrap_or_else(|| wheel.to_owned());
            install(session, (release, program), &venv, [needed, &wheel.to_string_lossy()], tested)?;
            ready = true;
            Ok(String::new())
        });
        if ready {
            let mut pytest = Command::new(venv.join("bin/python"));
            pytest.current_dir(workspace_root().join("bindings/python"));
            pytest.args(["-m", "pytest", "-q", "-p", "no:cacheprovider"]).args(BARE).args(more);
            without_rust(&mut pytest, &venv);
            session.tests(&format!("python {release}: conformance and interface"), pytest, pytest_line);
        }
    }
}

fn releases() -> impl Iterator<Item = Release> {
    let with_gil = MINORS.map(|minor| Release { free_threaded: false, minor });
    with_gil.chain(FREE_THREADED.map(|minor| Release { free_threaded: true, minor }))
}

fn told(found: &BTreeMap<Release, PathBuf>, own: Option<Release>) -> String {
    let mut here = Vec::new();
    let mut missing = Vec::new();
    for release in releases() {
        if Some(release) == own {
            here.push(format!("{release} (all tests)"));
        } else if found.contains_key(&release) {
            here.push(release.to_string());
        } else {
            missing.push(release.to_string());
        }
    }
    let missing = if missing.is_empty() { "none".to_owned() } else { missing.join(", ") };
    format!("{}; not found: {missing}", here.join(", "))
}

/// The first program of each release that runs, on the PATH and among pyenv's.
fn found() -> BTreeMap<Release, PathBuf> {
    let path = env::var_os("PATH").unwrap_or_default();
    let mut programs: Vec<PathBuf> = Vec::new();
    for folder in env::split_paths(&path) {
        programs.extend(releases().map(|release| folder.join(format!("python{release}"))));
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
        if let Some(release) =
            release_of(&program).filter(|release| releases().any(|known| known == *release))
        {
            found.entry(release).or_insert(program);
        }
    }
    found
}

/// Which Python 3 a program is, where it is one that can make environments.
fn release_of(program: &Path) -> Option<Release> {
    let code = "import sys, sysconfig, venv; assert sys.version_info[0] == 3; \
                print(sys.version_info[1], 't' * bool(sysconfig.get_config_var('Py_GIL_DISABLED')), sep='')";
    let said = output(Command::new(program).args(["-c", code])).ok()?;
    let (minor, free_threaded) = match said.trim().strip_suffix('t') {
        Some(minor) => (minor, true),
        None => (said.trim(), false),
    };
    Some(Release { free_threaded, minor: minor.parse().ok()? })
}

/// An environment with the requirements of a file and a wheel, made by the pip of another one, which takes less time;
/// by its own where that one does not know its kind of wheel.
fn install(
    session: &Session,
    (release, program): (&Release, &Path),
    venv: &Path,
    [needed, wheel]: [&str; 2],
    tested: &Path,
) -> Result<(), String> {
    let mut environment = session.command(&program.to_string_lossy());
    environment.args(["-m", "venv", "--clear"]).arg(venv);
    let own = venv.join("bin/python");
    let mut pip = if release.free_threaded {
        let mut pip = Command::new(&own);
        pip.args(["-m", "pip"]);
        pip
    } else {
        environment.arg("--without-pip");
        let mut pip = Command::new(tested.join("bin/python"));
        pip.args(["-m", "pip", "--python"]).arg(&own);
        pip
    };
    succeed(&mut environment)?;
    pip.current_dir(workspace_root());
    pip.args(["install", "--quiet", "--disable-pip-version-check", "--no-compile"]);
    succeed(pip.args(["-r", &format!("bindings/python/requirements/{needed}"), wheel]))
}
