//! One run of a command: its steps one after the other, each timed, counted and summed up at the end.

use std::env;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::OnceLock;
use std::time::{Duration, Instant};

use serde_json::Value;

use crate::count::{Count, cargo_test_line};

/// Why a command ends badly.
#[derive(Debug)]
pub enum Failure {
    /// Steps failed; the summary has said which.
    Counted,
    /// Something to tell.
    Said(String),
}

impl From<String> for Failure {
    fn from(message: String) -> Self {
        Self::Said(message)
    }
}

/// The steps of one run and what they share.
pub struct Session {
    root: PathBuf,
    target: OnceLock<Result<PathBuf, String>>,
    crates: Vec<&'static str>,
    steps: Vec<Step>,
    started: Instant,
}

struct Step {
    name: String,
    count: Count,
    took: Duration,
}

impl Session {
    /// A session at the workspace's root whose builds all select `crates`.
    ///
    /// One selection for all builds: cargo unites the features of the dependencies over what is selected, and
    /// compiles a dependency anew for each other set.
    pub fn new(crates: Vec<&'static str>) -> Self {
        Self { root: workspace_root(), target: OnceLock::new(), crates, steps: Vec::new(), started: now() }
    }

    /// The workspace's root.
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// The folder into which cargo builds, and below which everything else is made that is not committed.
    ///
    /// Cargo is asked, once: `CARGO_TARGET_DIR` or its configuration may name another folder than `target`.
    ///
    /// # Errors
    /// What cargo says.
    pub fn target(&self) -> Result<&Path, String> {
        let found = self.target.get_or_init(|| {
            let mut metadata = self.cargo(&["metadata", "--no-deps", "--format-version", "1"]);
            let said: Value = serde_json::from_str(&output(&mut metadata)?)
                .map_err(|error| format!("`cargo metadata` cannot be read: {error}"))?;
            let folder = said.get("target_directory").and_then(Value::as_str);
            folder.map(PathBuf::from).ok_or("`cargo metadata` names no target folder".to_owned())
        });
        found.as_deref().map_err(Clone::clone)
    }

    /// A command in the workspace's root.
    pub fn command(&self, program: &str) -> Command {
        let mut command = Command::new(program);
        // Cargo names its own folders there, in which a package would find another build's library before its own.
        command.current_dir(&self.root).env_remove("LD_LIBRARY_PATH");
        command
    }

    /// The cargo that started this program, with `arguments`.
    pub fn cargo(&self, arguments: &[&str]) -> Command {
        let cargo = env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
        let mut command = Command::new(cargo);
        command.current_dir(&self.root).args(arguments);
        command
    }

    /// Lets `command`, which builds what is given away, leave the folders of this machine out of it: a message of a
    /// panic names its source file. Built from sources elsewhere than in the workspace, name their folder.
    pub fn without_paths(&self, command: &mut Command, sources: Option<&Path>) {
        let home = env::var_os("CARGO_HOME").map(PathBuf::from);
        let home = home.or_else(|| Some(PathBuf::from(env::var_os("HOME")?).join(".cargo")));
        // The last that fits counts.
        let folders =
            [(home.as_deref(), "/cargo"), (Some(self.root()), "/keyperson"), (sources, "/keyperson")];
        let mut flags = flags_given();
        for (folder, shown) in folders {
            flags.extend(folder.map(|folder| format!("--remap-path-prefix={}={shown}", folder.display())));
        }
        command.env("CARGO_ENCODED_RUSTFLAGS", flags.join("\u{1f}"));
    }

    /// `cargo` with `arguments` and the session's selection.
    pub fn cargo_selected(&self, arguments: &[&str]) -> Command {
        let mut command = self.cargo(arguments);
        command.arg("--all-features");
        for name in &self.crates {
            command.args(["-p", name]);
        }
        command
    }

    /// Runs a check; it counts as one test, and says why it failed or what it found.
    pub fn check(&mut self, name: &str, check: impl FnOnce(&Self) -> Result<String, String>) {
        self.step(name, |session| match check(session) {
            Ok(found) => {
                if !found.is_empty() {
                    println!("{found}");
                }
                Count::PASSED
            }
            Err(reason) => {
                eprintln!("error: {name}: {reason}");
                Count::FAILED
            }
        });
    }

    /// Runs `cargo test`, whose tests are counted; returns whether it came as far as testing.
    pub fn cargo_tests(&mut self, name: &str, command: Command) -> bool {
        self.tests(name, command, cargo_test_line)
    }

    /// Runs a test runner whose tests `read` counts in its lines; returns whether it came as far as testing. One
    /// that ends well without having counted anything has not tested, which is a failure.
    pub fn tests(&mut self, name: &str, mut command: Command, read: fn(&str) -> Option<Count>) -> bool {
        let mut tested = false;
        self.step(name, |_session| match counted(&mut command, read) {
            Ok((count, any)) => {
                tested = any;
                if any { count } else { count.with_status(false) }
            }
            Err(reason) => {
                eprintln!("error: {name}: {reason}");
                Count::FAILED
            }
        });
        tested
    }

    /// Prints the table of steps and the sum.
    ///
    /// # Errors
    /// [`Failure::Counted`] where a step failed, or where nothing at all was counted.
    pub fn finish(self) -> Result<(), Failure> {
        let sum = Count::sum(self.steps.iter().map(|step| step.count));
        println!("\n{}", summary(&self.steps, self.started.elapsed()));
        println!("{sum}");
        if sum.failed == 0 && sum.passed > 0 { Ok(()) } else { Err(Failure::Counted) }
    }

    fn step(&mut self, name: &str, run: impl FnOnce(&Self) -> Count) {
        println!("\n== {name}");
        let started = now();
        let count = run(self);
        let took = started.elapsed();
        println!("== {name}: {count} ({:.1} s)", took.as_secs_f64());
        self.steps.push(Step { name: name.to_owned(), count, took });
    }
}

/// The flags for rustc that the environment asks for; cargo reads no others where it is given some.
fn flags_given() -> Vec<String> {
    let words = |name: &str, between: char| {
        let text = env::var(name).ok()?;
        let words = text.split(between).filter(|word| !word.is_empty()).map(str::to_owned);
        Some(words.collect::<Vec<_>>())
    };
    words("CARGO_ENCODED_RUSTFLAGS", '\u{1f}').or_else(|| words("RUSTFLAGS", ' ')).unwrap_or_default()
}

/// Whether a built file names a folder of this machine.
///
/// # Errors
/// It does, or cannot be read.
pub fn names_no_folder(session: &Session, file: &Path) -> Result<(), String> {
    let bytes = std::fs::read(file).map_err(|error| format!("{}: {error}", file.display()))?;
    let home = env::var("HOME").ok().filter(|home| home.len() > 1).map(|home| format!("{home}/"));
    let folders = [Some(format!("{}/", session.root().display())), home];
    for folder in folders.into_iter().flatten() {
        if bytes.windows(folder.len()).any(|part| part == folder.as_bytes()) {
            return Err(format!("{} names {folder}", file.display()));
        }
    }
    Ok(())
}

/// The folder of the workspace's Cargo.toml.
pub fn workspace_root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).ancestors().nth(2).unwrap_or(Path::new(".")).to_path_buf()
}

/// Runs a command whose output goes straight to the terminal.
///
/// # Errors
/// It cannot be started, or fails.
pub fn succeed(command: &mut Command) -> Result<(), String> {
    let status = command.status().map_err(|error| not_started(command, &error))?;
    if status.success() { Ok(()) } else { Err(format!("`{}` failed: {status}", shown(command))) }
}

/// Runs a command and returns what it wrote to standard output; what it writes to standard error is shown.
///
/// # Errors
/// It cannot be started, fails, or writes something else than UTF-8.
pub fn output(command: &mut Command) -> Result<String, String> {
    let output = command.stderr(Stdio::inherit()).output().map_err(|error| not_started(command, &error))?;
    if !output.status.success() {
        return Err(format!("`{}` failed: {}", shown(command), output.status));
    }
    String::from_utf8(output.stdout).map_err(|_invalid| format!("`{}` did not print UTF-8", shown(command)))
}

/// Runs a test runner, shows its output as it comes, and counts with `read` on each of its lines; tells too
/// whether there was a line that counted.
fn counted(command: &mut Command, read: fn(&str) -> Option<Count>) -> Result<(Count, bool), String> {
    let mut child = command.stdout(Stdio::piped()).spawn().map_err(|error| not_started(command, &error))?;
    let mut count = Count::default();
    let mut any = false;
    if let Some(stdout) = child.stdout.take() {
        for line in BufReader::new(stdout).split(b'\n') {
            let line = line.map_err(|error| format!("reading its output: {error}"))?;
            let line = String::from_utf8_lossy(&line);
            println!("{line}");
            if let Some(found) = read(&line) {
                count = count.plus(found);
                any = true;
            }
        }
    }
    let status = child.wait().map_err(|error| format!("waiting for `{}`: {error}", shown(command)))?;
    Ok((count.with_status(status.success()), any))
}

fn summary(steps: &[Step], took: Duration) -> String {
    let width = steps.iter().map(|step| step.name.chars().count()).max().unwrap_or_default();
    let mut table = String::new();
    for step in steps {
        let mark = if step.count.failed == 0 { "ok    " } else { "FAILED" };
        let ignored = match step.count.ignored {
            0 => String::new(),
            ignored => format!(", {ignored} ignored"),
        };
        let (name, count, seconds) = (&step.name, step.count, step.took.as_secs_f64());
        table.push_str(&format!("{mark}  {name:<width$}  {seconds:>7.1} s  {count}{ignored}\n"));
    }
    table.push_str(&format!("{:.1} s in all", took.as_secs_f64()));
    table
}

fn shown(command: &Command) -> String {
    let program = Path::new(command.get_program()).file_name().unwrap_or_else(|| command.get_program());
    let words = std::iter::once(program).chain(command.get_args());
    words.map(|word| word.to_string_lossy()).collect::<Vec<_>>().join(" ")
}

fn not_started(command: &Command, error: &std::io::Error) -> String {
    format!("`{}` cannot be started: {error}", shown(command))
}

#[expect(clippy::disallowed_methods, reason = "how long a step took is wall time, not an as-of")]
fn now() -> Instant {
    Instant::now()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn finished(counts: &[Count]) -> Result<(), Failure> {
        let mut session = Session::new(Vec::new());
        for count in counts {
            session.step("step", |_session| *count);
        }
        session.finish()
    }

    #[test]
    fn a_run_fails_with_any_failed_step_and_with_none_at_all() {
        assert!(finished(&[Count::PASSED, Count::PASSED]).is_ok());
        assert!(finished(&[Count::FAILED, Count::PASSED]).is_err());
        assert!(finished(&[]).is_err());
    }

    #[test]
    fn the_summary_has_a_line_a_step() {
        let step =
            |name: &str, count| Step { name: name.to_owned(), count, took: Duration::from_millis(1500) };
        let table = summary(
            &[step("fmt", Count::PASSED), step("tests", Count { passed: 8, failed: 2, ignored: 1 })],
            Duration::from_secs(3),
        );
        let expected = "ok      fmt        1.5 s  1 passed, 0 failed\n\
                        FAILED  tests      1.5 s  8 passed, 2 failed, 1 ignored\n\
                        3.0 s in all";
        assert_eq!(table, expected);
    }

    #[test]
    fn a_program_that_is_missing_is_named() {
        let mut session = Session::new(Vec::new());
        let error = succeed(&mut session.command("no-such-program")).unwrap_err();
        assert!(error.starts_with("`no-such-program` cannot be started"), "{error}");
        let missing = session.command("no-such-program");
        assert!(!session.cargo_tests("tests", missing));
        assert!(session.finish().is_err());
    }

    #[test]
    fn the_root_holds_the_workspace() {
        assert!(workspace_root().join("Cargo.lock").is_file());
    }

    // INVARIANT: where cargo builds is asked of cargo, since `CARGO_TARGET_DIR` may say otherwise.
    #[test]
    fn nothing_names_the_target_folder_by_hand() {
        let own = "target";
        // Maven's folders of that name are its own.
        let maven = ["keyperson/", "tests/", "\"", "'", "="].map(|before| format!("{before}{own}/"));
        let mut looked_at = 0;
        for file in scripts() {
            let text = std::fs::read_to_string(&file).unwrap();
            let name = file.strip_prefix(workspace_root()).unwrap().to_string_lossy().into_owned();
            let of_maven = name.contains("kotlin");
            for line in text.lines().filter(|line| !line.trim_start().starts_with("//")) {
                let by_hand = [format!("{own}/"), format!("/{own}\""), format!("join(\"{own}\")")];
                let found = by_hand.iter().any(|word| line.contains(word));
                let allowed =
                    of_maven && maven.iter().any(|word| line.contains(word)) && !line.contains("../");
                assert!(!found || allowed, "{name} names cargo's folder by hand: {line}");
            }
            looked_at += 1;
        }
        assert!(looked_at > 60, "only {looked_at} files were found");
    }

    /// The programs of developers: this crate, the scripts and tests of the bindings, the benches.
    fn scripts() -> Vec<PathBuf> {
        let ours = ["crates/xtask/src", "bindings", "benches", "tests/browser", "examples", ".ci"];
        let mut folders: Vec<PathBuf> = ours.iter().map(|folder| workspace_root().join(folder)).collect();
        let mut files = Vec::new();
        while let Some(folder) = folders.pop() {
            for entry in std::fs::read_dir(folder).unwrap() {
                let path = entry.unwrap().path();
                let name = path.file_name().unwrap().to_string_lossy().into_owned();
                let ending = path.extension().map(|ending| ending.to_string_lossy().into_owned());
                // What was built or installed is not ours.
                let made =
                    ["node_modules", "dist", "target", "packed", ".venv", ".hypothesis", "site", "wasm"];
                if path.is_dir() && (!made.contains(&name.as_str()) || path.ends_with("bindings/wasm")) {
                    folders.push(path);
                } else if ending.is_none_or(|ending| {
                    ["rs", "py", "mjs", "ts", "kt", "java", "rb", "gemspec", "swift", "xml"]
                        .contains(&ending.as_str())
                }) && path.is_file()
                {
                    files.push(path);
                }
            }
        }
        files
    }

    #[test]
    fn cargo_says_where_it_builds() {
        let mut session = Session::new(Vec::new());
        let asked = session.target().unwrap().to_path_buf();
        assert!(asked.is_absolute() && asked.is_dir(), "{}", asked.display());
        // The root decides, not the place from which a developer calls.
        session.target = OnceLock::new();
        session.root = workspace_root().join("crates");
        assert_eq!(session.target().unwrap(), asked);
    }
}
