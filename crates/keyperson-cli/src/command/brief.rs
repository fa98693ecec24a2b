//! `keyperson brief`: one person on one page, or a page for everybody.

use std::collections::BTreeSet;
use std::path::Path;

use keyperson::PersonId;

use crate::args::{Brief, BriefFormat};
use crate::exit::Failure;
use crate::output::{deliver, format_of_ending, make_folder, note, write_file};
use crate::question::{self, Question};
use crate::terminal::{Terminal, phrase};
use crate::{complaint, page};

/// Runs the command.
pub fn run(terminal: &Terminal, args: &Brief) -> Result<(), Failure> {
    let question = Question::read(terminal, &args.question)?;
    match (&args.person, &args.out) {
        (Some(person), out) => one(terminal, args, &question, person, out.as_deref()),
        (None, Some(folder)) => all(terminal, args, &question, folder),
        // The command line asks for one of the two.
        (None, None) => Ok(()),
    }
}

fn one(
    terminal: &Terminal,
    args: &Brief,
    question: &Question,
    person: &PersonId,
    out: Option<&Path>,
) -> Result<(), Failure> {
    let format = match args.format {
        Some(format) => format,
        None => format_of_ending(terminal.lang, out, &BriefFormat::ALL, BriefFormat::ending)?
            .unwrap_or(BriefFormat::Text),
    };
    let Question { journal, policy, as_of } = question;
    let refused = |error| complaint::whole(terminal, &names(args), &error);
    let brief = match &args.since {
        None => keyperson::brief(journal, policy, person, *as_of),
        Some(since) => {
            let since = question::instant(terminal, policy, since)?;
            keyperson::brief_since(journal, policy, person, *as_of, since)
        }
    };
    deliver(terminal.lang, out, &page::brief(terminal, question, &brief.map_err(refused)?, format)?)
}

fn all(terminal: &Terminal, args: &Brief, question: &Question, folder: &Path) -> Result<(), Failure> {
    let Question { journal, policy, as_of } = question;
    let format = args.format.unwrap_or(BriefFormat::Html);
    let refused = |error| complaint::whole(terminal, &names(args), &error);
    let portfolio = keyperson::portfolio(journal, policy, *as_of).map_err(refused)?;
    make_folder(terminal.lang, folder)?;
    let mut taken = BTreeSet::new();
    for row in &portfolio.people {
        let brief = keyperson::brief(journal, policy, &row.person, *as_of).map_err(refused)?;
        let name = file_name(row.person.as_str(), &mut taken);
        let text = page::brief(terminal, question, &brief, format)?;
        write_file(terminal.lang, &folder.join(format!("{name}.{}", format.ending())), &text)?;
    }
    let (count, folder) = (taken.len(), folder.display());
    note(&phrase!(
        terminal.lang,
        "wrote {count} pages into {folder}",
        "{folder} に {count} 人分のページを書き出しました"
    ));
    Ok(())
}

/// Names of the files asked, for messages.
fn names(args: &Brief) -> String {
    let names: Vec<String> = args.question.facts.iter().map(|path| crate::facts::name_of(path)).collect();
    names.join(", ")
}

/// A file name for an id, which may hold anything: other than letters, digits, `-`, `_` and inner points become
/// `_`, and a name already taken gets a number.
fn file_name(id: &str, taken: &mut BTreeSet<String>) -> String {
    /// Names of files are bounded in bytes.
    const LONGEST: usize = 60;
    let plain = |c: char| if c.is_alphanumeric() || matches!(c, '-' | '_') { c } else { '_' };
    let mut name: String = id.chars().map(plain).collect();
    while name.len() > LONGEST {
        name.pop();
    }
    // Some file systems take upper and lower case for the same.
    let mut tried = name.clone();
    let mut number: u32 = 1;
    while !taken.insert(tried.to_lowercase()) {
        number = number.saturating_add(1);
        tried = format!("{name}-{number}");
    }
    tried
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn file_names_hold_no_paths_and_are_never_the_same() {
        let mut taken = BTreeSet::new();
        let names: Vec<String> = ["p-001", "../../etc/passwd", "a/b", "a.b", "A_B", "佐藤"]
            .iter()
            .map(|id| file_name(id, &mut taken))
            .collect();
        assert_eq!(names, ["p-001", "______etc_passwd", "a_b", "a_b-2", "A_B-3", "佐藤"]);
        assert!(file_name(&"長".repeat(80), &mut taken).len() <= 60);
    }
}
