//! The words of the command: what is said, in the words of each language.
//!
//! This file lists the sentences, `japanese` and `english` write them, each in the same files. Names, findings, dates
//! and problems are said by [`keyperson::text`].

mod english;
mod given;
mod japanese;

use std::io;

use keyperson::answer::trail::VoiceTrail;
use keyperson::calendar::Day;
use keyperson::catalogue;

pub use self::given::Mistake;

// Messages about files and problems.
catalogue! {
    /// How many problems there are.
    pub fn problems(count: u64) -> String;
    /// How many of the problems are shown.
    pub fn first_shown(shown: u64) -> String;
    /// What goes on while facts are read.
    pub fn reading_facts() -> &'static str;
    /// That the answer is being worked out.
    pub fn answering() -> &'static str;
    /// What to do with an export.
    pub fn export_becomes_facts() -> &'static str;
    /// Where the other fact of an id is.
    pub fn other_fact_in(name: &str, other_line: u64) -> String;
    /// That the output is a file that is read.
    pub fn output_is_input(out: &str) -> String;
    /// That the output is a file that is read under another name.
    pub fn output_is_same_as(out: &str, read: &str) -> String;
    /// That two outputs are one file.
    pub fn same_file(one: &str, two: &str) -> String;
    /// The output, as the name of a file.
    pub fn the_output() -> &'static str;
    /// That the output is closed.
    pub fn output_closed() -> &'static str;
    /// That the output cannot be written.
    pub fn output_fails(error: &io::Error) -> String;
    /// That a file was written.
    pub fn wrote(name: &str) -> String;
    /// That the ending of a file tells no format.
    pub fn ending_unknown(name: &str, known: &str) -> String;
    /// That a folder cannot be made.
    pub fn folder_fails(name: &str, error: &io::Error) -> String;
    /// That a file cannot be written.
    pub fn writing_fails(name: &str, error: &io::Error) -> String;
    /// How many files are not named.
    pub fn more_files(more: usize) -> String;
    /// Which file would be lost, and the two ways on.
    pub fn one_would_be_lost(names: &str) -> String;
    /// Which files would be lost, and the two ways on.
    pub fn would_be_lost(count: usize, names: &str) -> String;
    /// That the input is closed.
    pub fn input_closed() -> &'static str;
    /// That a file cannot be read.
    pub fn reading_fails(name: &str, error: &io::Error) -> String;
    /// Names one after another.
    pub fn list(names: &[String]) -> String;
}

// How the command was called.
catalogue! {
    /// The command with its help.
    pub fn command(of: clap::Command) -> clap::Command;
    /// Why a value of the command line cannot be.
    pub fn mistake(of: &Mistake) -> String;
    /// What is wrong with how the command was called; nothing where clap says it itself.
    pub fn misuse(error: &clap::Error) -> Option<String>;
}

// What the commands say.
catalogue! {
    /// How many pages were written, and where.
    pub fn wrote_pages(count: usize, folder: &str) -> String;
    /// That no meeting is planned, and what is missing.
    pub fn no_meetings(person: &str) -> String;
    /// The demonstration, as where a problem is.
    pub fn the_demonstration() -> &'static str;
    /// What the demonstration made up.
    pub fn made_up(partners: usize, facts: usize, start: Day, end: Day) -> String;
    /// A heading over files.
    pub fn files() -> &'static str;
    /// A heading over what to try next.
    pub fn try_next() -> &'static str;
    /// That no mapping of that name is shipped.
    pub fn no_mapping(name: &str, known: &str) -> String;
    /// Why a table is read that cannot be.
    pub fn looked_up(name: &str) -> String;
    /// What an import would do about so many problems.
    pub fn import_would_refuse(bad: u64) -> String;
    /// What goes on during an import.
    pub fn importing() -> &'static str;
    /// That nothing was written, behind the count of problems.
    pub fn nothing_written() -> &'static str;
    /// What helps where only rows are bad.
    pub fn rows_alone() -> &'static str;
    /// How many rows were read.
    pub fn rows_read(name: &str, read: u64) -> String;
    /// How many facts were made, behind the rows read.
    pub fn facts_made(facts: usize) -> String;
    /// Which rows were left out, and why.
    pub fn rows_left_out(rows: u64, first_line: u64, reason: &str) -> String;
    /// How many rows cannot be read.
    pub fn rows_unreadable(bad: u64) -> String;
    /// How many problems are not shown.
    pub fn more_problems(more: u64) -> String;
    /// That a policy file would be replaced, and the two ways on.
    pub fn policy_is_there(name: &str) -> String;
    /// That a policy is good, and how far it is from the default.
    pub fn policy_checked(name: &str, ok: &str, differences: usize) -> String;
    /// How to see more settings.
    pub fn more_settings() -> &'static str;
    /// That a policy is the default one.
    pub fn nothing_differs() -> &'static str;
    /// Where a setting has no value.
    pub fn none() -> &'static str;
    /// A setting with another value than the default.
    pub fn differs(name: &str, own: &str, default: &str) -> String;
    /// A setting of the default that a policy does not have.
    pub fn not_used(name: &str, default: &str) -> String;
    /// That there is no such setting.
    pub fn no_setting(path: &str, nearest: &str) -> String;
    /// That a section has no such setting.
    pub fn no_setting_under(path: &str, parent: &str, nearest: &str) -> String;
    /// The question of the JSON form, as a place where something is wrong.
    pub fn the_question() -> &'static str;
    /// The facts, as where a problem is.
    pub fn the_facts() -> &'static str;
    /// That there is no such schema.
    pub fn no_schema(name: &str) -> String;
    /// That the last day is before the first.
    pub fn ends_before_start(as_of: Day, start: Day) -> String;
    /// The simulation, as where a problem is.
    pub fn the_simulation() -> &'static str;
    /// How the commands to try next ask for the language.
    pub fn option() -> &'static str;
    /// With what the lines of a comment in a policy begin that are in the language; nothing where others have a mark.
    pub fn comment_mark() -> &'static str;
}

// What stands around briefs, portfolios and trails.
catalogue! {
    /// A heading over the facts since a date.
    pub fn facts_since(from: &str) -> String;
    /// How many facts lie between two dates.
    pub fn facts_between(count: usize) -> String;
    /// How many earlier facts are not shown.
    pub fn earlier_facts(more: usize) -> String;
    /// The heading of the column with the first finding.
    pub fn first_column() -> &'static str;
    /// At which date, by which policy.
    pub fn as_of(as_of: &str, policy: &str) -> String;
    /// How many people and partners.
    pub fn people(people: usize, partners: usize) -> String;
    /// How many people left, behind how many there are.
    pub fn left(left: i64) -> String;
    /// How many people are not shown, behind how many there are.
    pub fn not_shown(more: usize) -> String;
    /// What a dash in the place of a rank means.
    pub fn no_rank() -> &'static str;
    /// A heading over what is behind a number.
    pub fn behind_number() -> &'static str;
    /// A heading over the facts behind a number.
    pub fn evidence(counts: usize) -> String;
    /// A heading over the other facts on which a number rests.
    pub fn rests_on(rests: usize) -> String;
    /// That no fact is behind a number.
    pub fn policy_alone() -> &'static str;
    /// Which settings a number uses.
    pub fn settings_used(name: &str, settings: &str) -> String;
    /// A heading over a fact.
    pub fn this_fact() -> &'static str;
    /// Where a fact comes from.
    pub fn source(source: &str) -> String;
    /// A heading over the numbers of which a fact is evidence.
    pub fn evidence_of(counts: usize) -> String;
    /// What else rests on a fact.
    pub fn resting(names: &str) -> String;
    /// A heading over a trail.
    pub fn audit_trail() -> &'static str;
    /// How much a trail holds.
    pub fn trail_holds(numbers: usize, facts: usize) -> String;
    /// How many numbers rest on something.
    pub fn numbers_on(name: &str, of: usize) -> String;
    /// A heading over the facts of which people ask first.
    pub fn answered_or_unused() -> &'static str;
    /// How to see more of a trail.
    pub fn ask_on() -> &'static str;
    /// How many earlier answers are not shown.
    pub fn earlier_answers(earlier: usize) -> String;
    /// How many more there are.
    pub fn more(more: usize) -> String;
    /// What a fact says of a trait, and how it is weighed.
    pub fn voice(name: &str, state: &str, voice: &VoiceTrail) -> String;
    /// The headings of the columns about a person.
    pub fn columns() -> [&'static str; 7];
}
