//! Messages about files and problems, in English.

use std::io;

pub fn problems(count: u64) -> String {
    if count == 1 { "1 problem".to_owned() } else { format!("{count} problems") }
}

pub fn first_shown(shown: u64) -> String {
    format!(", the first {shown} shown")
}

pub fn reading_facts() -> &'static str {
    "reading facts"
}

pub fn answering() -> &'static str {
    "working out the answer"
}

pub fn export_becomes_facts() -> &'static str {
    "an export becomes facts with `keyperson import`"
}

pub fn other_fact_in(name: &str, other_line: u64) -> String {
    format!("the other fact is in {name}, line {other_line}")
}

pub fn output_is_input(out: &str) -> String {
    format!("{out} is one of the files that are read, and would be lost; name another file with --out")
}

pub fn output_is_same_as(out: &str, read: &str) -> String {
    format!(
        "{out} is the same file as {read}, one of the files that are read, and would be lost; name another file with --out"
    )
}

pub fn same_file(one: &str, two: &str) -> String {
    format!("{one} and {two} are the same file, and one would replace the other; name two files")
}

pub fn the_output() -> &'static str {
    "the output"
}

pub fn output_closed() -> &'static str {
    "cannot write to the output: it is closed"
}

pub fn output_fails(error: &io::Error) -> String {
    format!("cannot write to the output: {error}")
}

pub fn wrote(name: &str) -> String {
    format!("wrote {name}")
}

pub fn ending_unknown(name: &str, known: &str) -> String {
    format!("the ending of {name} tells no format: use one of {known}, or name the format with --format")
}

pub fn folder_fails(name: &str, error: &io::Error) -> String {
    format!("cannot make the folder {name}: {error}")
}

pub fn writing_fails(name: &str, error: &io::Error) -> String {
    format!("cannot write {name}: {error}")
}

pub fn more_files(more: usize) -> String {
    format!("and {more} more")
}

pub fn one_would_be_lost(names: &str) -> String {
    format!(
        "{names} is there already with other content and is not replaced unasked; nothing was written. Name another place with --out, or let it be replaced with --force"
    )
}

pub fn would_be_lost(count: usize, names: &str) -> String {
    format!(
        "{count} files are there already with other content and are not replaced unasked; nothing was written: {names}. Name another place with --out, or let them be replaced with --force"
    )
}

pub fn input_closed() -> &'static str {
    "cannot read <stdin>: it is closed"
}

pub fn reading_fails(name: &str, error: &io::Error) -> String {
    format!("cannot read {name}: {error}")
}

pub fn list(names: &[String]) -> String {
    names.join(", ")
}
