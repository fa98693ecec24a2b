//! `keyperson brief`: one person on one page, or a page for everybody.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::ControlFlow;
use std::path::Path;

use keyperson::PersonId;

use crate::args::{Brief, BriefFormat};
use crate::exit::Failure;
use crate::files::Files;
use crate::output::{Batch, deliver, format_of_ending, make_folder, note};
use crate::question::{self, Question};
use crate::terminal::Terminal;
use crate::text as say;
use crate::{complaint, page};

/// Runs the command.
pub fn run(terminal: &Terminal, files: &Files, args: &Brief) -> Result<(), Failure> {
    let question = Question::read(terminal, files, &args.question)?;
    match (&args.person, &args.out) {
        (Some(person), out) => one(terminal, files, args, &question, person, out.as_deref()),
        (None, Some(folder)) => all(terminal, files, args, &question, folder),
        // The command line asks for one of the two.
        (None, None) => Ok(()),
    }
}

fn one(
    terminal: &Terminal,
    files: &Files,
    args: &Brief,
    question: &Question,
    person: &PersonId,
    out: Option<&Path>,
) -> Result<(), Failure> {
    let format = match args.format {
        Some(format) => format,
        None => format_of_ending(terminal.language, out, &BriefFormat::ALL, BriefFormat::ending)?
            .unwrap_or(BriefFormat::Text),
    };
    let refused = |error| complaint::whole(terminal, &names(args), &error);
    let brief = match &args.since {
        None => question.asked().brief(person),
        Some(since) => {
            let since = question::instant(terminal, &question.policy, since)?;
            question.asked().brief_since(person, since)
        }
    };
    deliver(
        files,
        terminal.language,
        out,
        &page::brief(terminal, question, &brief.map_err(refused)?, format)?,
    )
}

fn all(
    terminal: &Terminal,
    files: &Files,
    args: &Brief,
    question: &Question,
    folder: &Path,
) -> Result<(), Failure> {
    let format = args.format.unwrap_or(BriefFormat::Html);
    let refused = |error| complaint::whole(terminal, &names(args), &error);
    make_folder(terminal.language, folder)?;
    let mut batch = Batch::unnamed(files, terminal.language);
    let mut names = Names::default();
    let mut added = Ok(());
    let mut add = |brief: &keyperson::Brief| {
        let name = names.of(brief.person.as_str());
        let text = page::brief(terminal, question, brief, format)?;
        batch.add(&folder.join(format!("{name}.{}", format.ending())), &text)
    };
    let asked = question.asked().briefs(&mut |brief| {
        added = add(&brief);
        if added.is_ok() { ControlFlow::Continue(()) } else { ControlFlow::Break(()) }
    });
    asked.map_err(refused)?;
    added?;
    batch.finish()?;
    let (count, folder) = (names.taken.len(), folder.display());
    note(&say::wrote_pages(count, &folder.to_string(), terminal.language));
    Ok(())
}

/// Names of the files asked, for messages.
fn names(args: &Brief) -> String {
    let names: Vec<String> = args.question.facts.iter().map(|path| crate::stream::name_of(path)).collect();
    names.join(", ")
}

/// The names of the pages.
#[derive(Default)]
struct Names {
    /// Those that are taken. Some file systems take upper and lower case for the same.
    taken: BTreeSet<String>,
    /// How many pages wanted each name.
    wanted: BTreeMap<String, u32>,
}

impl Names {
    /// A file name for an id, which may hold anything: other than letters, digits, `-` and `_` become `_`, and a name
    /// already taken gets a number.
    fn of(&mut self, id: &str) -> String {
        /// Names of files are bounded in bytes.
        const LONGEST: usize = 60;
        let plain = |c: char| if c.is_alphanumeric() || matches!(c, '-' | '_') { c } else { '_' };
        let mut name: String = id.chars().map(plain).collect();
        while name.len() > LONGEST {
            name.pop();
        }
        let number = self.wanted.entry(name.to_lowercase()).or_default();
        let mut tried = name.clone();
        loop {
            *number = number.saturating_add(1);
            if *number > 1 {
                tried = format!("{name}-{number}");
            }
            if self.taken.insert(tried.to_lowercase()) {
                return tried;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn file_names_hold_no_paths_and_are_never_the_same() {
        let mut names = Names::default();
        let made: Vec<String> = ["p-001", "../../etc/passwd", "a/b", "a.b", "A_B", "佐藤", "a_b-4", "a?b"]
            .iter()
            .map(|id| names.of(id))
            .collect();
        assert_eq!(made, ["p-001", "______etc_passwd", "a_b", "a_b-2", "A_B-3", "佐藤", "a_b-4", "a_b-5"]);
        assert!(names.of(&"長".repeat(80)).len() <= 60);
    }
}
