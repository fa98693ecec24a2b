//! `keyperson draft`: a text to begin with, from the facts alone.

use keyperson::draft;

use crate::args::{AnnouncementDraft, CaseStudyDraft, Draft};
use crate::complaint;
use crate::exit::Failure;
use crate::output::deliver;
use crate::question::Question;
use crate::terminal::Terminal;

/// Runs the command.
pub fn run(terminal: &Terminal, args: &Draft) -> Result<(), Failure> {
    match args {
        Draft::CaseStudy(args) => case_study(terminal, args),
        Draft::Announcement(args) => announcement(terminal, args),
    }
}

fn case_study(terminal: &Terminal, args: &CaseStudyDraft) -> Result<(), Failure> {
    let Question { journal, policy, as_of } = Question::read(terminal, &args.question)?;
    let names: Vec<String> = args.question.facts.iter().map(|path| crate::facts::name_of(path)).collect();
    let (deal, partner, language) = (&args.deal, args.partner.as_ref(), terminal.lang.language());
    let draft = draft::case_study(&journal, &policy, deal, partner, as_of, language)
        .map_err(|error| complaint::whole(terminal, &names.join(", "), &error))?;
    deliver(terminal.lang, args.out.as_deref(), &draft.text)
}

fn announcement(terminal: &Terminal, args: &AnnouncementDraft) -> Result<(), Failure> {
    let Question { journal, policy, as_of } = Question::read(terminal, &args.question)?;
    let names: Vec<String> = args.question.facts.iter().map(|path| crate::facts::name_of(path)).collect();
    let draft = draft::announcement(&journal, &policy, &args.person, as_of, terminal.lang.language())
        .map_err(|error| complaint::whole(terminal, &names.join(", "), &error))?;
    deliver(terminal.lang, args.out.as_deref(), &draft.text)
}
