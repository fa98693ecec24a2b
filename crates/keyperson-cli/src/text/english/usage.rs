//! What is wrong with how the command was called, in English.

use std::fmt;

use crate::text::given::Mistake;

const DAYS: &str = "a day from 1900-01-01 to 2200-12-31, such as 2026-04-30";

pub fn mistake(of: &Mistake) -> String {
    match of {
        Mistake::Date => format!(
            "write {DAYS}, or an instant of these days with its offset, such as 2026-04-30T09:00:00+09:00"
        ),
        Mistake::Day => format!("write {DAYS}"),
        Mistake::Id(problem) => format!("{}; {}", problem.kind, problem.hint()),
        Mistake::Partners { most } => format!("write a whole number from 1 to {most}"),
        Mistake::NamedFile => "write NAME=FILE, such as accounts=accounts.csv".to_owned(),
    }
}

/// clap says it in English itself.
pub const fn misuse(_: &clap::Error) -> Option<String> {
    None
}

/// As clap shows it, which speaks English.
impl fmt::Display for Mistake {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&mistake(self))
    }
}

impl std::error::Error for Mistake {}
