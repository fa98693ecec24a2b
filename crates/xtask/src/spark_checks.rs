//! Tests the Python package on engines that spread work over machines: Sail, and clusters of Spark on this one.

use std::fs;
use std::path::Path;
use std::process::Command;

use crate::count::pytest_line;
use crate::kotlin_checks;
use crate::session::{Session, output, workspace_root};
use crate::venv::{environment, pip, python};
use crate::wheel::without_rust;

/// The engines, each called as the file of its requirements.
const ENGINES: &[&str] = &["sail", "spark-4.3", "spark-3.5"];

/// What an environment was made of, in a file within it: packages of 700 MB are fetched again only where they changed.
const MADE_OF: &str = "requirements.txt";

/// Tests the wheel with each engine.
pub fn run(session: &mut Session, folder: &Path, wheel: &Path) {
    let tests = workspace_root().join("bindings/python");
    for engine in ENGINES {
        let venv = folder.join(engine);
        let mut ready = false;
        session.check(&format!("{engine}: environment"), |session| {
            if engine.starts_with("spark") {
                kotlin_checks::tools(session, false)?;
            }
            let found = install(session, &venv, &tests.join(format!("requirements/{engine}.txt")), wheel)?;
            ready = true;
            Ok(found)
        });
        if ready {
            let mut pytest = Command::new(venv.join("bin/python"));
            pytest.current_dir(&tests);
            // Warnings are the engines' own.
            pytest.args(["-m", "pytest", "-q", "-p", "no:cacheprovider", "-W", "default", "tests_spark"]);
            without_rust(&mut pytest, &venv);
            session.tests(&format!("{engine}: tests"), pytest, pytest_line);
        }
    }
}

/// An environment with an engine, the one of an earlier run where its requirements are the same, and the wheel.
fn install(session: &Session, venv: &Path, needed: &Path, wheel: &Path) -> Result<String, String> {
    let said = |error: std::io::Error| format!("{}: {error}", needed.display());
    let bare = fs::read_to_string(needed.with_file_name("bare.txt")).map_err(said)?;
    let python = output(session.command(&python(session)?).arg("--version"))?;
    let made_of = format!("{python}{}{bare}", fs::read_to_string(needed).map_err(said)?);
    let kept = fs::read_to_string(venv.join(MADE_OF)).is_ok_and(|earlier| earlier == made_of);
    if !kept {
        environment(session, venv, true)?;
        pip(venv, &["--no-compile", "-r", &needed.to_string_lossy()])?;
        fs::write(venv.join(MADE_OF), made_of).map_err(said)?;
    }
    pip(venv, &["--force-reinstall", "--no-deps", &wheel.to_string_lossy()])?;
    Ok(if kept { "of an earlier run, its requirements are the same".to_owned() } else { String::new() })
}
