//! The table of questions in `docs/languages.md`, held to the list of questions and to what each language has.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use crate::plan::list;
use crate::session::Session;

/// The document with the table.
const TABLE: &str = "docs/languages.md";
const BEGIN: &str = "<!-- questions: checked by cargo xtask lint -->";
const END: &str = "<!-- end of questions -->";

/// Where the list of questions stands.
const LIST: &str = "crates/keyperson/src/door/ask/mod.rs";

/// The columns behind the question's word: where the language says what it has, and how. Files are those with what
/// users call, so that a function of the same name elsewhere does not count.
const FACES: &[(&str, &str, &[&str])] = &[
    ("Rust", "crates/keyperson/src/door/question.rs", &["    pub fn {}(", "&'a {},"]),
    ("Python", "bindings/python/python/keyperson/__init__.py", &["\n    \"{}\",\n"]),
    ("TypeScript", "bindings/wasm/ts", &["\nexport function {}(", "\nexport class {} "]),
    ("Kotlin, Ruby, Swift", "bindings/uniffi/src/answer.rs", &["\npub fn {}(", "Arc<{}>,"]),
    ("command", "crates/keyperson-cli/src/command", &["//! `keyperson {}`"]),
];

/// Checks the table.
///
/// # Errors
/// A question without its row, a row of no question, an empty cell, and a name that the language does not have.
pub fn run(session: &Session) -> Result<String, String> {
    let root = session.root();
    let read = |file: &str| fs::read_to_string(root.join(file)).map_err(|error| format!("{file}: {error}"));
    let questions = questions(&read(LIST)?)?;
    let rows = rows(&read(TABLE)?)?;
    let mut wrong = Vec::new();
    wrong.extend(
        questions.iter().filter(|word| !rows.contains_key(*word)).map(|word| format!("no row: `{word}`")),
    );
    wrong.extend(
        rows.keys().filter(|word| !questions.contains(word)).map(|word| format!("no question: `{word}`")),
    );
    for (at, (face, place, forms)) in FACES.iter().enumerate() {
        let mut sources = String::from("\n");
        read_all(&root.join(place), &mut sources)?;
        for (word, cells) in &rows {
            let names = cells.get(at).map(|cell| names(cell)).unwrap_or_default();
            if names.is_empty() {
                wrong.push(format!("`{word}`: nothing for {face}"));
            }
            for name in names {
                if !forms.iter().any(|form| sources.contains(&form.replace("{}", &name))) {
                    wrong.push(format!("`{word}`: {face} has no `{name}`"));
                }
            }
        }
    }
    if wrong.is_empty() { Ok(String::new()) } else { Err(format!("{TABLE}: {}", wrong.join("; "))) }
}

/// The words of the questions, as the core declares them.
fn questions(source: &str) -> Result<Vec<String>, String> {
    let all = source.split_once("pub enum QuestionKind {").and_then(|(_, rest)| rest.split_once("\n    }\n"));
    let (all, _) = all.ok_or_else(|| format!("{LIST}: no `QuestionKind`"))?;
    let word = |line: &str| Some(line.trim().strip_suffix("\",")?.split_once(" = \"")?.1.to_owned());
    Ok(all.lines().filter_map(word).collect())
}

/// The cells of each row of the table, by the question's word.
fn rows(text: &str) -> Result<BTreeMap<String, Vec<String>>, String> {
    let table = text.split_once(BEGIN).and_then(|(_, rest)| rest.split_once(END));
    let (table, _) = table.ok_or_else(|| format!("{TABLE}: no table between `{BEGIN}` and `{END}`"))?;
    let row = |line: &str| {
        let mut cells = line.strip_prefix('|')?.split('|').map(|cell| cell.trim().to_owned());
        let word = cells.next()?.strip_prefix('`')?.strip_suffix('`')?.to_owned();
        Some((word, cells.collect()))
    };
    Ok(table.lines().filter_map(row).collect())
}

/// The names in a cell: what stands in backticks, without what follows a blank or begins before a point.
fn names(cell: &str) -> Vec<String> {
    let quoted = cell.split('`').skip(1).step_by(2);
    quoted.map(|name| name.split(' ').next().unwrap_or_default().to_owned()).collect()
}

/// Appends a source, or all sources of a folder.
fn read_all(place: &Path, text: &mut String) -> Result<(), String> {
    let entries = if place.is_dir() { list(place)? } else { vec![place.to_owned()] };
    for entry in entries {
        if entry.is_dir() {
            read_all(&entry, text)?;
        } else if entry.extension().is_some_and(|ending| ["rs", "py", "ts"].iter().any(|of| ending == *of)) {
            text.push_str(
                &fs::read_to_string(&entry).map_err(|error| format!("{}: {error}", entry.display()))?,
            );
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_has_the_names_of_each_language() {
        let table = format!(
            "{BEGIN}\n| question | Rust |\n| --- | --- |\n| `draft` | `one_draft`, `other_draft` |\n{END}"
        );
        let rows = rows(&table).unwrap();
        assert_eq!(rows["draft"].first().map(|cell| names(cell)).unwrap(), ["one_draft", "other_draft"]);
        assert!(super::rows("nothing").is_err());
    }

    #[test]
    fn the_core_says_which_questions_there_are() {
        let source = "pub enum QuestionKind {\n        /// A.\n        Facts = \"facts\",\n        Fit = \"fit\",\n    }\n";
        assert_eq!(questions(source).unwrap(), ["facts", "fit"]);
    }

    #[test]
    fn the_committed_table_is_true() {
        run(&Session::new(Vec::new())).unwrap();
    }
}
