//! A folder for a test, and the command run in it.
#![allow(dead_code, reason = "each file of tests uses a part of it")]
#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

/// A folder of its own for a test, and the command in it.
pub struct Place(pub tempfile::TempDir);

/// What a run came to.
pub struct Ran {
    pub code: i32,
    pub out: String,
    pub err: String,
}

impl Place {
    pub fn new() -> Self {
        Self(tempfile::tempdir().unwrap())
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    pub fn file(&self, name: &str, content: impl AsRef<[u8]>) -> &Self {
        fs::write(self.path(name), content).unwrap();
        self
    }

    pub fn command(&self, args: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_keyperson"));
        command.args(args).current_dir(self.0.path());
        for name in ["LC_ALL", "LC_MESSAGES", "LANG", "NO_COLOR"] {
            command.env_remove(name);
        }
        command
    }

    pub fn run(&self, args: &[&str]) -> Ran {
        ran(self.command(args).stdin(Stdio::null()).output().unwrap())
    }

    pub fn run_with(&self, args: &[&str], input: &[u8]) -> Ran {
        let mut child = self
            .command(args)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        child.stdin.take().unwrap().write_all(input).unwrap();
        ran(child.wait_with_output().unwrap())
    }

    /// Runs what must go well.
    pub fn ok(&self, args: &[&str]) -> Ran {
        let ran = self.run(args);
        assert_eq!(ran.code, 0, "{args:?}: {}", ran.err);
        ran
    }
}

pub fn ran(output: Output) -> Ran {
    Ran {
        code: output.status.code().unwrap_or(-1),
        out: String::from_utf8(output.stdout).unwrap(),
        err: String::from_utf8(output.stderr).unwrap(),
    }
}

/// Files of the folder by name, with their bytes.
pub fn files(folder: &Path) -> Vec<(String, Vec<u8>)> {
    let mut files: Vec<(String, Vec<u8>)> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .map(|path| (path.file_name().unwrap().to_string_lossy().into_owned(), fs::read(&path).unwrap()))
        .collect();
    files.sort();
    files
}

pub const FACT: &str = r#"{"id": "f-1", "at": "2026-01-05T09:00:00+09:00", "partner": "acme", "person": "p-1", "type": "rating", "trait": "drive", "value": 0.9, "by": "Sato"}"#;
pub const APPOINTED: &str = r#"{"id":"g-1","at":"2026-01-06T09:00:00+09:00","partner":"acme","person":"p-1","type":"gate","gate":"appointed"}"#;
pub const EXPORT: &str = "Record ID,Deal Name,Associated Company,Deal owner,Deal Stage,Amount,Currency,Create Date,Close Date\n\
                      1,Deal,Acme,Ann,Closed Won,1000,JPY,2026-01-05 09:00,2026-03-05 09:00\n";
pub const MAPPING: &str = r#"schema = "keyperson.mapping/1"
[input]
zone = "Asia/Tokyo"
[lookups.accounts]
file = "accounts.csv"
key = "Account"
[[facts]]
type = "deal"
id = "{Deal}-won"
at = { column = "Closed" }
partner = { column = "Account", lookup = "accounts", take = "Partner" }
deal = { column = "Deal" }
stage = "won"
"#;

/// A folder with one of everything that is read.
pub fn place() -> Place {
    let place = Place::new();
    place
        .file("facts.jsonl", format!("{FACT}\n{APPOINTED}\n"))
        .file("export.csv", EXPORT)
        .file("policy.json", "{}")
        .file("mapping.toml", MAPPING)
        .file("deals.csv", "Deal,Account,Closed\nD-1,A-1,2026-04-30\n")
        .file("accounts.csv", "Account,Partner\nA-1,acme\n");
    place
}
