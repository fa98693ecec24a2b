//! The pages in a browser: what they need is installed, made-up pages are written, node's test runner looks at them.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use crate::calendar_checks;
use crate::count::node_test_line;
use crate::example_checks::programs;
use crate::session::{Session, output, succeed};

/// Where Debian puts its browser; no other is asked for.
const CHROMIUM: &str = "/usr/bin/chromium";
/// What the tests need of Debian: the browser, and the typefaces for which the sheet is measured.
const PACKAGES: &[&str] = &["chromium", "fonts-ipafont-gothic", "fonts-liberation"];
/// The folder of the tests.
const TESTS: &str = "tests/browser";

/// Reads calendar files back, and runs the browser tests.
pub fn run(session: &mut Session) {
    calendar_checks::run(session);
    session.check("pages: browser and typefaces", browser);
    session.check("pages: packages of node", |session| {
        succeed(session.command("npm").current_dir(folder(session)).args(["ci", "--no-fund", "--no-audit"]))?;
        Ok(String::new())
    });
    let mut pages = PathBuf::new();
    session.check("pages: written", |session| {
        pages = written(session)?;
        Ok(String::new())
    });
    let mut node = session.command("node");
    node.current_dir(folder(session)).env("KEYPERSON_PAGES", &pages);
    // One file at a time: a busy machine would be measured rather than the page.
    node.args([
        "--test",
        "--test-concurrency=1",
        "--test-reporter=spec",
        "brief.test.mjs",
        "portfolio.test.mjs",
    ]);
    session.tests("pages in a browser", node, node_test_line);
}

fn folder(session: &Session) -> PathBuf {
    session.root().join(TESTS)
}

/// Makes sure that the browser and the typefaces are there.
fn browser(session: &Session) -> Result<String, String> {
    if !(Path::new(CHROMIUM).is_file()
        && typeface(session, "IPAGothic")
        && typeface(session, "Liberation Sans"))
    {
        let apt = |arguments: &[&str]| {
            let mut command = session.command("apt-get");
            command.env("DEBIAN_FRONTEND", "noninteractive").args(arguments).stdout(Stdio::null());
            succeed(&mut command)
        };
        let missing = |reason: String| {
            format!("{reason}; install them as root: apt-get install -y {}", PACKAGES.join(" "))
        };
        apt(&["update", "-qq"]).map_err(missing)?;
        apt(&[&["install", "-y", "-qq"], PACKAGES].concat()).map_err(missing)?;
    }
    let mut version = Command::new(CHROMIUM);
    Ok(output(version.arg("--version").stderr(Stdio::null()))?.trim().to_owned())
}

/// Whether a typeface is installed under this very name.
fn typeface(session: &Session, name: &str) -> bool {
    let mut list = session.command("fc-list");
    list.args([&format!(":family={name}"), "family"]).stderr(Stdio::null());
    list.output().is_ok_and(|output| output.status.success() && !output.stdout.trim_ascii().is_empty())
}

/// Writes the pages anew, and returns their folder.
fn written(session: &Session) -> Result<PathBuf, String> {
    let arguments = ["build", "--example", "pages", "--message-format", "json-render-diagnostics"];
    let built = programs(&output(&mut session.cargo_selected(&arguments))?, "keyperson-report");
    let (_, program) =
        built.into_iter().find(|(name, _)| name == "pages").ok_or("the example `pages` was not built")?;
    let pages = session.target()?.join("browser-pages");
    if pages.exists() {
        std::fs::remove_dir_all(&pages).map_err(|error| format!("old pages cannot be removed: {error}"))?;
    }
    succeed(session.command(&program.to_string_lossy()).arg(&pages))?;
    Ok(pages)
}
