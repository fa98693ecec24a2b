//! One run of a command: its steps one after the other, each timed, counted and summed up at the end.

use std::env;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

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
        Self { root: workspace_root(), crates, steps: Vec::new(), started: now() }
    }

    /// The workspace's root.
    pub fn root(&self) -> &Path {
        &self.root
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
}
