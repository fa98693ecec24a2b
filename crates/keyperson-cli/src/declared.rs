//! Which files each command reads and writes, before it does anything.
//!
//! Every option is named here, those that are no files too: one that is added does not build until somebody has
//! said what it is.

use std::path::{Path, PathBuf};

use crate::args::{
    AnnouncementDraft, Ask, Brief, Calendar, CaseStudyDraft, Command, Demo, Draft, Import, Policy, Portfolio,
    Question, Schema, Simulate, Trail,
};

/// Where the facts go where nobody says otherwise.
pub const DEFAULT_OUT: &str = "facts.jsonl";

/// The files of a command; `-` is the input or output of the process.
///
/// A folder that a command fills is not among them: what it writes there is known only when it has read.
#[derive(Debug, Default)]
pub struct Declared {
    /// Files that are read, as far as the command line tells.
    pub reads: Vec<PathBuf>,
    /// Files that are written.
    pub writes: Vec<PathBuf>,
    /// Whether files that nobody named may be replaced.
    pub force: bool,
}

impl Command {
    /// The files of this command.
    pub fn declared(&self) -> Declared {
        match self {
            Self::Demo(Demo { out: _, force }) => {
                to_output(Declared { force: *force, ..Declared::default() })
            }
            Self::Import(args) => import(args),
            Self::Brief(Brief { question, person: _, all, since: _, format: _, out, force }) => {
                let declared = Declared { force: *force, ..asked(question) };
                if *all { declared } else { to(declared, out.as_deref()) }
            }
            Self::Portfolio(Portfolio { question, format: _, out })
            | Self::Trail(Trail { question, person: _, of: _, fact: _, format: _, out })
            | Self::Draft(Draft::CaseStudy(CaseStudyDraft { question, deal: _, partner: _, out }))
            | Self::Draft(Draft::Announcement(AnnouncementDraft { question, person: _, out }))
            | Self::Calendar(Calendar { question, person: _, out }) => to(asked(question), out.as_deref()),
            Self::Ask(Ask { question: _, facts, policy, out }) => {
                let reads = facts.iter().chain(policy).cloned().collect();
                to(Declared { reads, ..Declared::default() }, out.as_deref())
            }
            Self::Policy(Policy::Init { out, force }) => {
                to(Declared { force: *force, ..Declared::default() }, Some(out))
            }
            Self::Policy(Policy::Check { file }) => {
                to_output(Declared { reads: vec![file.clone()], ..Declared::default() })
            }
            Self::Policy(Policy::Explain { path: _, policy }) => {
                to_output(Declared { reads: policy.iter().cloned().collect(), ..Declared::default() })
            }
            Self::Schema(Schema { of: _ }) => to_output(Declared::default()),
            Self::Simulate(Simulate { partners: _, seed: _, start: _, as_of: _, out, truth }) => {
                let writes = [out].into_iter().chain(truth).cloned().collect();
                Declared { writes, ..Declared::default() }
            }
        }
    }
}

fn import(args: &Import) -> Declared {
    let Import {
        export,
        mapping,
        lookup,
        out,
        preview,
        keep_good_rows: _,
        list_mappings,
        show_mapping,
        force,
    } = args;
    let mapping = mapping.as_deref().and_then(mapping_file).map(Path::to_owned);
    let lookups = lookup.iter().map(|(_, file)| file.clone());
    let reads = export.iter().cloned().chain(mapping).chain(lookups).collect();
    let declared = Declared { reads, force: *force, ..Declared::default() };
    if preview.is_some() || *list_mappings || show_mapping.is_some() {
        return to_output(declared);
    }
    to(declared, Some(out.as_deref().unwrap_or(Path::new(DEFAULT_OUT))))
}

fn asked(question: &Question) -> Declared {
    let Question { facts, as_of: _, policy } = question;
    Declared { reads: facts.iter().chain(policy).cloned().collect(), ..Declared::default() }
}

fn to(mut declared: Declared, out: Option<&Path>) -> Declared {
    declared.writes.push(out.unwrap_or(Path::new("-")).to_owned());
    declared
}

fn to_output(declared: Declared) -> Declared {
    to(declared, None)
}

/// The file that `--mapping` names; none for a shipped mapping.
pub fn mapping_file(name: &str) -> Option<&Path> {
    let path = Path::new(name);
    let named = path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("toml"));
    (named || path.exists()).then_some(path)
}
