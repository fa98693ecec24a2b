//! Tests the Python package as users get it: the built wheel in a fresh environment that knows no Rust.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::count::pytest_line;
use crate::package_checks::listed;
use crate::python_types;
use crate::pythons;
use crate::session::{Session, output, succeed, workspace_root};
use crate::spark_checks;
use crate::venv::{environment, pip};
use crate::wheel::{BILL, emptied, only, wheel_for, without_rust};

/// The most that the wheel may weigh, in bytes.
const MAX_WHEEL: u64 = 8 * 1024 * 1024;

/// The longest that `import keyperson` should take, in seconds; the best of several tries.
const MAX_IMPORT: f64 = 0.060;

/// Builds the wheel, installs it, and measures it beside the core and beside other libraries, in one run.
///
/// A promise that is missed is told, and is no error: it may be the machine's.
///
/// # Errors
/// Something cannot be built or installed, or results differ between libraries.
pub fn bench(session: &Session) -> Result<(), String> {
    let folder = session.target()?.join("python");
    let venv = folder.join("venv");
    let wheel = build(session, &folder)?;
    install(session, &venv, &wheel)?;
    let data = folder.join("bench");
    fs::create_dir_all(&data).map_err(|error| format!("{}: {error}", data.display()))?;
    let core = ["build", "--quiet", "--release", "-p", "keyperson-benches", "--bin", "core-times"];
    succeed(&mut session.cargo(&core))?;
    let mut script = Command::new(venv.join("bin/python"));
    script.current_dir(workspace_root()).arg("benches/peers/python.py");
    succeed(script.arg(session.target()?.join("release/core-times")).arg(&data))
}

/// Measures the wheel beside other libraries, and writes the table of `docs`; `quick` tries small sizes only.
///
/// # Errors
/// Something cannot be built, or two libraries give different results.
pub fn peers(session: &Session, quick: bool) -> Result<(), String> {
    let folder = session.target()?.join("python");
    let venv = folder.join("bench-venv");
    let wheel = build(session, &folder)?;
    environment(session, &venv, true)?;
    pip(&venv, &["-r", "bindings/python/requirements/bench.txt"])?;
    pip(&venv, &["--force-reinstall", "--no-deps", &wheel.to_string_lossy()])?;
    let data = folder.join("bench");
    fs::create_dir_all(&data).map_err(|error| format!("{}: {error}", data.display()))?;
    let mut script = Command::new(venv.join("bin/python"));
    script.current_dir(workspace_root()).arg("benches/peers/all.py").arg(data);
    succeed(if quick { script.arg("--quick") } else { &mut script })
}

/// Builds the wheel, installs it, and tests it.
pub fn run(session: &mut Session) {
    let mut folder = PathBuf::new();
    let mut wheel = None;
    session.check("python: generated types", |_session| {
        python_types::run(&workspace_root(), true).map(|()| String::new())
    });
    session.check("python: wheel", |session| {
        folder = session.target()?.join("python");
        let built = build(session, &folder)?;
        let bytes = fs::metadata(&built).map_err(|error| error.to_string())?.len();
        if bytes > MAX_WHEEL {
            return Err(format!("the wheel has {bytes} bytes, more than {MAX_WHEEL}"));
        }
        wheel = Some(built);
        Ok(format!("{bytes} bytes of at most {MAX_WHEEL}"))
    });
    let Some(wheel) = wheel else { return };
    let venv = folder.join("venv");
    let mut ready = false;
    session.check("python: fresh environment", |session| {
        install(session, &venv, &wheel)?;
        ready = true;
        Ok(String::new())
    });
    if !ready {
        return;
    }
    let tool = |program: &str, arguments: &[&str]| {
        let mut command = Command::new(venv.join("bin").join(program));
        command.current_dir(workspace_root().join("bindings/python")).args(arguments);
        without_rust(&mut command, &venv);
        command
    };
    session.check("python: no Rust in reach", |_session| {
        let code = "import shutil; print(shutil.which('cargo') or shutil.which('rustc') or 'none')";
        let found = output(&mut tool("python", &["-c", code]))?;
        if found.trim() == "none" { Ok(String::new()) } else { Err(format!("there is {}", found.trim())) }
    });
    session.check("python: import", |_session| import(&mut tool("python", &["-c", IMPORT])));
    session.tests("python: tests", tool("pytest", &["-q"]), pytest_line);
    let package = installed(&mut tool("python", &["-c", "import keyperson; print(keyperson.__path__[0])"]));
    if let Err(reason) = &package {
        session.check("python: where it is", |_session| Err(reason.clone()));
    }
    if let Ok(package) = &package {
        let examples = tool("pytest", &["-q", "--doctest-modules", "-c", "pyproject.toml", package]);
        session.tests("python: examples", examples, pytest_line);
        session.check("python: mypy", |_session| {
            quietly(&mut tool("mypy", &["--config-file", "pyproject.toml", "-p", "keyperson"]))
        });
        session.check("python: pyright", |_session| quietly(&mut tool("pyright", &[package])));
    }
    let mut notebooks =
        tool("pytest", &["-q", "--nbmake", "-c", "pyproject.toml", "../../examples/notebooks"]);
    notebooks.env("KEYPERSON_DATA", workspace_root().join("../shared/data"));
    session.tests("python: notebooks", notebooks, pytest_line);
    session.check("python: stubs", |_session| {
        quietly(&mut tool("python", &["-m", "mypy.stubtest", "keyperson._keyperson"]))
    });
    session.check("python: same results as other libraries", |_session| {
        let data = folder.join("bench-quick");
        fs::create_dir_all(&data).map_err(|error| format!("{}: {error}", data.display()))?;
        let mut peers = tool("python", &["../../benches/peers/all.py"]);
        quietly(peers.arg(data).arg("--quick"))
    });
    session.check("python: documentation site", |session| site(session, &folder.join("docs"), &wheel));
    spark_checks::run(session, &folder, &wheel);
    pythons::run(session, &folder, &wheel, &venv);
}

/// Builds the wheel and nothing beside it; its path, and that of the source distribution.
///
/// # Errors
/// Something cannot be built.
pub fn pack(session: &Session) -> Result<Vec<PathBuf>, String> {
    let folder = session.target()?.join("python");
    Ok(vec![build(session, &folder)?, only(&folder.join("sdist"), "gz")?])
}

/// Builds the documentation site with warnings as errors, and checks its links; both are its `build.py`'s.
///
/// It has an environment of its own: the site's tools and the tests' want other versions of the same packages.
fn site(session: &Session, venv: &Path, wheel: &Path) -> Result<String, String> {
    environment(session, venv, true)?;
    pip(venv, &["-r", "bindings/python/requirements/docs.txt", &wheel.to_string_lossy()])?;
    let mut build = Command::new(venv.join("bin/python"));
    build.current_dir(workspace_root().join("bindings/python")).arg("docs/build.py");
    without_rust(&mut build, venv);
    let said = output(&mut build)?;
    said.lines().last().map(str::to_owned).ok_or("the site was built without a word on its links".to_owned())
}

/// Prints the shortest time of an import, in seconds.
const IMPORT: &str = "\
import subprocess, sys
code = 'import time; t = time.perf_counter(); import keyperson; print(time.perf_counter() - t)'
times = [float(subprocess.run([sys.executable, '-c', code], capture_output=True, text=True, check=True).stdout)
         for _ in range(7)]
print(min(times))
";

fn import(command: &mut Command) -> Result<String, String> {
    let said = output(command)?;
    let seconds: f64 = said.trim().parse().map_err(|_| format!("`{}` is no time", said.trim()))?;
    // Told and not held: on a busy machine it says more about the machine.
    let over = if seconds <= MAX_IMPORT { "" } else { ": over it" };
    Ok(format!("import keyperson: {:.1} ms, aimed at {:.0}{over}", seconds * 1e3, MAX_IMPORT * 1e3))
}

/// Builds the wheel for every Python with a GIL; its path.
fn build(session: &Session, folder: &Path) -> Result<PathBuf, String> {
    let tools = folder.join("tools");
    environment(session, &tools, false)?;
    pip(&tools, &["-r", "bindings/python/requirements/build.txt"])?;
    let source = source(session, &tools, folder)?;
    let wheel = wheel_for(session, &tools.join("bin/python"), &tools, &folder.join("wheels"), &source)?;
    let mut inside = Command::new(tools.join("bin/python"));
    let files = output(inside.args(["-m", "zipfile", "--list"]).arg(&wheel))?;
    listed(&wheel, &files, "METADATA")?;
    match files.lines().filter(|line| line.contains(".dist-info/sboms/")).collect::<Vec<_>>().as_slice() {
        [only] if only.contains(BILL) => Ok(wheel),
        found => Err(format!("the wheel has other bills of materials than {BILL}: {found:?}")),
    }
}

/// Packs the source distribution and unpacks it again: the wheel is built from it, so that it is known to build where
/// there is no wheel to be had. The folder of the unpacked sources.
fn source(session: &Session, tools: &Path, folder: &Path) -> Result<PathBuf, String> {
    let packed = emptied(&folder.join("sdist"))?;
    let mut maturin = Command::new(tools.join("bin/maturin"));
    maturin.current_dir(workspace_root().join("bindings/python")).args(["sdist", "--out"]);
    succeed(maturin.arg(&packed))?;
    let packed = only(&packed, "gz")?;
    listed(&packed, &output(session.command("tar").arg("-tzf").arg(&packed))?, "README.md")?;
    let unpacked = emptied(&folder.join("source"))?;
    // Times are those of unpacking, or cargo would take what was built before for new.
    succeed(
        session.command("tar").arg("-xzmf").arg(&packed).arg("-C").arg(&unpacked).arg("--strip-components=1"),
    )?;
    Ok(unpacked)
}

/// A fresh environment with the wheel and what its tests need.
fn install(session: &Session, venv: &Path, wheel: &Path) -> Result<(), String> {
    environment(session, venv, true)?;
    pip(venv, &["-r", "bindings/python/requirements/test.txt", &wheel.to_string_lossy()])
}

/// Where the package was installed.
fn installed(command: &mut Command) -> Result<String, String> {
    output(command).map(|said| said.trim().to_owned())
}

/// A check by a command that itself says what it found.
fn quietly(command: &mut Command) -> Result<String, String> {
    succeed(command).map(|()| String::new())
}
