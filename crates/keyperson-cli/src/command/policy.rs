//! `keyperson policy`: begin, check and explain a policy.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::Path;

use keyperson::policy::DEFAULT_TOML;

use crate::args::Policy as Command;
use crate::exit::{Exit, Failure};
use crate::files::Files;
use crate::output::{deliver, show};
use crate::policy_file;
use crate::settings::{Comments, Setting, settings, steps};
use crate::stream::is_stream;
use crate::terminal::{Terminal, Tone};
use crate::text as say;

/// Runs the command.
pub fn run(terminal: &Terminal, files: &Files, command: &Command) -> Result<(), Failure> {
    match command {
        Command::Init { out, force } => init(terminal, files, out, *force),
        Command::Check { file } => check(terminal, files, file),
        Command::Explain { path, policy } => explain(terminal, files, path, policy.as_deref()),
    }
}

fn init(terminal: &Terminal, files: &Files, out: &Path, force: bool) -> Result<(), Failure> {
    if !force && !is_stream(out) && std::fs::symlink_metadata(out).is_ok() {
        let name = out.display();
        return Err(Failure::new(Exit::File, say::policy_is_there(&name.to_string(), terminal.language)));
    }
    deliver(files, terminal.language, Some(out), DEFAULT_TOML)
}

fn check(terminal: &Terminal, files: &Files, file: &Path) -> Result<(), Failure> {
    let policy = policy_file::read(terminal, files, Some(file))?;
    let differences = compared(&policy).into_iter().filter(Compared::differs).count();
    let name = crate::stream::name_of(file);
    let ok = terminal.paint(Tone::Good, "OK");
    let text = say::policy_checked(&name, &ok, differences, terminal.language);
    show(terminal.language, &text)
}

fn explain(terminal: &Terminal, files: &Files, paths: &[String], file: Option<&Path>) -> Result<(), Failure> {
    let own = file.map(|file| policy_file::read(terminal, files, Some(file))).transpose()?;
    let all = compared(own.as_ref().unwrap_or(&keyperson::Policy::default()));
    let comments = Comments::new();
    let mut text = String::new();
    if paths.is_empty() {
        match own {
            None => overview(terminal, &comments, &mut text),
            Some(_) => differences(terminal, &comments, &all, &mut text),
        }
    }
    for path in paths {
        let asked = steps(path);
        let chosen: Vec<&Compared> = all.iter().filter(|setting| setting.path.starts_with(&asked)).collect();
        if chosen.is_empty() {
            return Err(unknown(terminal, path, &asked, &all));
        }
        let mut said = None;
        if chosen.iter().any(|setting| setting.path.len() > asked.len()) {
            heading(terminal, &asked, &mut text);
            said = comments.of(&asked, terminal.language);
            paragraph(terminal, said.as_deref(), 2, &mut text);
        }
        for setting in chosen {
            describe(terminal, &comments, setting, &mut said, &mut text);
        }
        text.push('\n');
    }
    show(terminal.language, &text)
}

/// A setting in the default policy and in the user's.
struct Compared {
    path: Vec<String>,
    default: Option<String>,
    own: Option<String>,
}

impl Compared {
    fn differs(&self) -> bool {
        self.default != self.own
    }
}

/// Every setting of both policies, those of the default one first.
fn compared(own: &keyperson::Policy) -> Vec<Compared> {
    let mut known: BTreeMap<Vec<String>, String> =
        settings(&own.tree()).into_iter().map(|Setting { path, value }| (path, value)).collect();
    let mut all: Vec<Compared> = settings(&keyperson::Policy::default().tree())
        .into_iter()
        .map(|Setting { path, value }| {
            let own = known.remove(&path);
            Compared { path, default: Some(value), own }
        })
        .collect();
    all.extend(known.into_iter().map(|(path, value)| Compared { path, default: None, own: Some(value) }));
    all
}

fn overview(terminal: &Terminal, comments: &Comments, text: &mut String) {
    for section in comments.sections() {
        heading(terminal, std::slice::from_ref(&section), text);
        paragraph(terminal, comments.of(&[section], terminal.language).as_deref(), 2, text);
    }
    text.push_str(say::more_settings(terminal.language));
}

fn differences(terminal: &Terminal, comments: &Comments, all: &[Compared], text: &mut String) {
    let different: Vec<&Compared> = all.iter().filter(|setting| setting.differs()).collect();
    if different.is_empty() {
        text.push_str(say::nothing_differs(terminal.language));
    }
    let mut said = None;
    for setting in different {
        describe(terminal, comments, setting, &mut said, text);
    }
}

fn heading(terminal: &Terminal, path: &[String], text: &mut String) {
    text.push_str(&terminal.paint(Tone::Strong, &format!("[{}]", path.join("."))));
    text.push('\n');
}

/// One setting: value, the user's where it differs, and what it means, unless that was said just before.
fn describe(
    terminal: &Terminal,
    comments: &Comments,
    setting: &Compared,
    said: &mut Option<String>,
    text: &mut String,
) {
    let name = terminal.paint(Tone::Strong, &setting.path.join("."));
    let none = || say::none(terminal.language).to_owned();
    let default = setting.default.clone().unwrap_or_else(none);
    if setting.differs() {
        let said = match &setting.own {
            Some(own) => say::differs(&name, &terminal.paint(Tone::Warn, own), &default, terminal.language),
            None => say::not_used(&name, &default, terminal.language),
        };
        text.push_str(&said);
    } else {
        let _ = writeln!(text, "{name} = {default}");
    }
    let comment = comments.of(&setting.path, terminal.language);
    if comment != *said {
        paragraph(terminal, comment.as_deref(), 4, text);
        *said = comment;
    }
}

fn paragraph(terminal: &Terminal, said: Option<&str>, indent: usize, text: &mut String) {
    for line in said.into_iter().flat_map(str::lines) {
        let _ = writeln!(text, "{:indent$}{}", "", terminal.paint(Tone::Faint, line));
    }
}

fn unknown(terminal: &Terminal, path: &str, asked: &[String], all: &[Compared]) -> Failure {
    let mut parent = asked;
    let mut nearest: Vec<&str> = Vec::new();
    while nearest.is_empty() {
        parent = parent.split_last().map_or(&[], |(_, above)| above);
        nearest = all
            .iter()
            .filter(|setting| setting.path.starts_with(parent))
            .filter_map(|setting| setting.path.get(parent.len()).map(String::as_str))
            .collect();
        if parent.is_empty() {
            break;
        }
    }
    nearest.dedup();
    let path = crate::complaint::harmless(path);
    let (parent, nearest) = (parent.join("."), nearest.join(", "));
    let text = if parent.is_empty() {
        say::no_setting(&path, &nearest, terminal.language)
    } else {
        say::no_setting_under(&path, &parent, &nearest, terminal.language)
    };
    Failure::new(Exit::Usage, text)
}
