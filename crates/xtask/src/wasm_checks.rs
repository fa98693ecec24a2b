//! Builds the npm package and tests it in Node and in Chromium, installing what that needs.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use crate::count::vitest_line;
use crate::session::{Session, output, succeed};
use crate::{toolchain, uniffi_library};

/// The version of wasm-bindgen's command line; the library's in the workspace's Cargo.toml must be the same.
const WASM_BINDGEN: &str = "0.2.130";
/// Where Debian puts its browser; no other is asked for.
const CHROMIUM: &str = "/usr/bin/chromium";
const PACKAGE: &str = "bindings/wasm";

/// Builds and tests the package.
pub fn run(session: &mut Session) {
    if !build(session) {
        return;
    }
    session.check("wasm: Chromium", chromium);
    let mut vitest = npm(session, &["test"]);
    // Without colours, so that its closing lines can be read.
    vitest.env("NO_COLOR", "1").env("CI", "1").env("KEYPERSON_CHROMIUM", CHROMIUM);
    session.tests("wasm: tests in Node and in Chromium", vitest, vitest_line);
}

/// Builds the package; returns whether it was built.
pub fn build(session: &mut Session) -> bool {
    let mut built = true;
    let mut step = |session: &mut Session, name: &str, work: fn(&Session) -> Result<String, String>| {
        if built {
            built = false;
            session.check(name, |session| {
                let said = work(session)?;
                built = true;
                Ok(said)
            });
        }
    };
    step(session, "wasm: wasm-bindgen", |session| {
        toolchain::target(session, toolchain::WASM)?;
        wasm_bindgen(session).map(|_program| String::new())
    });
    step(session, "wasm: packages of node", |session| {
        succeed(&mut npm(session, &["ci", "--no-fund", "--no-audit"])).map(|()| String::new())
    });
    step(session, "wasm: module", |session| small(session, "keyperson", &[]));
    step(session, "wasm: module with pages", |session| {
        small(session, "keyperson_pages", &["--no-default-features", "--features", "pages"])
    });
    step(session, "wasm: fast module", fast);
    step(session, "wasm: TypeScript", |session| {
        succeed(&mut npm(session, &["run", "--silent", "compile"]))?;
        succeed(&mut npm(session, &["run", "--silent", "types"])).map(|()| String::new())
    });
    built
}

/// Packs what was built; the path of the file.
///
/// # Errors
/// What npm says.
pub fn pack(session: &Session, folder: &Path) -> Result<PathBuf, String> {
    let name = output(npm(session, &["pack", "--silent", "--pack-destination"]).arg(folder))?;
    Ok(folder.join(name.trim()))
}

/// Measures the package beside the core, and says so.
///
/// # Errors
/// Something cannot be built or run.
pub fn bench(session: &Session) -> Result<(), String> {
    let core = uniffi_library::core(session)?;
    for module in ["keyperson_fast", "keyperson"] {
        succeed(npm(session, &["run", "--silent", "bench", "--"]).arg(&core).arg(module))?;
    }
    Ok(())
}

fn npm(session: &Session, arguments: &[&str]) -> Command {
    let mut command = session.command("npm");
    command.current_dir(session.root().join(PACKAGE)).args(arguments);
    command
}

/// The pinned wasm-bindgen, installed below the target folder where it is missing, which takes some minutes once.
fn wasm_bindgen(session: &Session) -> Result<PathBuf, String> {
    let tools = session.target()?.join("tools");
    let program = tools.join("bin/wasm-bindgen");
    let version = |program: &Path| output(Command::new(program).arg("--version")).unwrap_or_default();
    if !program.is_file() || version(&program).trim() != format!("wasm-bindgen {WASM_BINDGEN}") {
        let mut install =
            session.cargo(&["install", "wasm-bindgen-cli", "--version", WASM_BINDGEN, "--root"]);
        install.arg(&tools).arg("--target-dir").arg(tools.join("build"));
        // It runs for a second and is built once: building quickly counts.
        succeed(install.env("CARGO_PROFILE_RELEASE_OPT_LEVEL", "1"))?;
    }
    Ok(program)
}

/// How readily functions are inlined when all crates are linked. A function that is called from one place alone has a
/// bonus of 15,000: so only those are inlined, and of those the smallest. With all of them the module would be a
/// twentieth smaller and a little faster, but 29 kB larger when packed: calls repeat, what was inlined does not.
const INLINING: &str = "-Cllvm-args=--inline-threshold=-14980";

/// What `wasm-opt` does: it puts the smallest functions where they are called, which the compiler may not ([`INLINING`]),
/// and takes out what stands twice. Functions of one name are copies of one generic function: side by side they pack
/// better, by one part in thirty.
const WASM_OPT: &[&str] = &[
    "--optimize-level=3",
    "--shrink-level=0",
    "--always-inline-max-function-size=12",
    "--flexible-inline-max-function-size=12",
    "--one-caller-inline-max-function-size=12",
    "--inlining-optimizing",
    "--duplicate-function-elimination",
    "--remove-unused-brs",
    "--rse",
    "--optimize-instructions",
    "--dae-optimizing",
    "--precompute-propagate",
    "--vacuum",
    "--merge-blocks",
    "--remove-unused-module-elements",
    "--reorder-functions-by-name",
    "--strip-debug",
    "--strip-producers",
    "--strip-target-features",
];

/// Builds a module for size, and its JavaScript.
fn small(session: &Session, name: &str, features: &[&str]) -> Result<String, String> {
    module(session, &script(session, name), "wasm", &[features, &["--", INLINING]].concat(), WASM_OPT)
}

/// Builds the module without pages once more, for speed; its JavaScript is that of the small one.
fn fast(session: &Session) -> Result<String, String> {
    let fast = script(session, "fast/keyperson");
    // There is nothing that `wasm-opt` would make quicker.
    module(
        session,
        &fast,
        "wasm-fast",
        &[],
        &["--reorder-functions-by-name", "--strip-debug", "--strip-producers"],
    )?;
    let text = |script: &Path| {
        std::fs::read_to_string(script).map_err(|error| format!("{}: {error}", script.display()))
    };
    if text(&fast)? != text(&script(session, "keyperson"))? {
        return Err("wasm-bindgen writes other JavaScript for the fast module than for the small one".into());
    }
    Ok(String::new())
}

/// Builds a module beside its JavaScript.
fn module(
    session: &Session,
    script: &Path,
    profile: &str,
    more: &[&str],
    optimize: &[&str],
) -> Result<String, String> {
    let arguments = ["rustc", "--profile", profile, "-p", "keyperson-wasm", "--target", toolchain::WASM];
    let mut build = session.cargo(&arguments);
    session.without_paths(build.args(more), None);
    succeed(&mut build)?;
    let mut bindgen = Command::new(wasm_bindgen(session)?);
    bindgen.args(["--target", "web", "--out-name"]).args(script.file_stem());
    bindgen.arg("--out-dir").args(script.parent());
    let built = format!("{}/{profile}/keyperson_wasm.wasm", toolchain::WASM);
    succeed(bindgen.arg(session.target()?.join(built)))?;
    let name = script.file_stem().unwrap_or_default().display().to_string();
    let module = script.with_file_name(format!("{name}_bg.wasm"));
    let mut order = Command::new(session.root().join(PACKAGE).join("node_modules/.bin/wasm-opt"));
    succeed(order.arg(&module).arg("-o").arg(&module).args(optimize)).map(|()| String::new())
}

/// Where the JavaScript of a module lies.
fn script(session: &Session, name: &str) -> PathBuf {
    session.root().join(PACKAGE).join(format!("ts/wasm/{name}.js"))
}

fn chromium(session: &Session) -> Result<String, String> {
    if !Path::new(CHROMIUM).is_file() {
        let apt = |arguments: &[&str]| {
            let mut command = session.command("apt-get");
            command.env("DEBIAN_FRONTEND", "noninteractive").args(arguments).stdout(Stdio::null());
            let missing = |reason| format!("{reason}; install it as root: apt-get install -y chromium");
            succeed(&mut command).map_err(missing)
        };
        apt(&["update", "-qq"])?;
        apt(&["install", "-y", "-qq", "chromium"])?;
    }
    let mut version = Command::new(CHROMIUM);
    Ok(output(version.arg("--version").stderr(Stdio::null()))?.trim().to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn library_and_command_line_are_of_one_version() {
        let manifest = std::fs::read_to_string(crate::session::workspace_root().join("Cargo.toml")).unwrap();
        assert!(manifest.contains(&format!("wasm-bindgen = {{ version = \"={WASM_BINDGEN}\"")));
    }
}
