//! Calendar files read back by other houses' readers: python's icalendar and dateutil.

use std::path::PathBuf;

use crate::example_checks::programs;
use crate::session::{Session, output, succeed};

/// The folder of the script and of what it needs.
const TESTS: &str = "crates/keyperson-report/tests/ics";

/// Writes calendar files, and compares every event that is read from them with the plan.
pub fn run(session: &mut Session) {
    let mut python = PathBuf::new();
    session.check("calendars: packages of python", |session| {
        python = environment(session)?;
        Ok(String::new())
    });
    session.check("calendars: read back by icalendar and dateutil", |session| {
        let arguments = ["build", "--example", "meetings", "--message-format", "json-render-diagnostics"];
        let built = programs(&output(&mut session.cargo_selected(&arguments))?, "keyperson-report");
        let (_, program) = built
            .into_iter()
            .find(|(name, _)| name == "meetings")
            .ok_or("the example `meetings` was not built")?;
        let files = session.target()?.join("calendars");
        if files.exists() {
            std::fs::remove_dir_all(&files)
                .map_err(|error| format!("old files cannot be removed: {error}"))?;
        }
        succeed(session.command(&program.to_string_lossy()).arg(&files))?;
        let mut script = session.command(&python.to_string_lossy());
        script.arg(format!("{TESTS}/read_back.py")).arg(&files);
        Ok(output(&mut script)?.trim().to_owned())
    });
}

/// The python of an environment of its own, with exactly the packages that the script needs.
fn environment(session: &Session) -> Result<PathBuf, String> {
    let folder = session.target()?.join("calendars-python");
    let python = folder.join("bin/python");
    if !python.is_file() {
        succeed(session.command("python3").args(["-m", "venv"]).arg(&folder))?;
    }
    let mut install = session.command(&python.to_string_lossy());
    let requirements = format!("{TESTS}/requirements.txt");
    install.args(["-m", "pip", "install", "-q", "--disable-pip-version-check", "-r", &requirements]);
    succeed(&mut install)?;
    Ok(python)
}
