//! `keyperson draft`: a text to begin with, from the facts alone.

use crate::args::{AnnouncementDraft, CaseStudyDraft, Draft};
use crate::complaint;
use crate::exit::Failure;
use crate::files::Files;
use crate::output::deliver;
use crate::question::Question;
use crate::terminal::Terminal;

/// Runs the command.
pub fn run(terminal: &Terminal, files: &Files, args: &Draft) -> Result<(), Failure> {
    match args {
        Draft::CaseStudy(args) => case_study(terminal, files, args),
        Draft::Announcement(args) => announcement(terminal, files, args),
    }
}

fn case_study(terminal: &Terminal, files: &Files, args: &CaseStudyDraft) -> Result<(), Failure> {
    let question = Question::read(terminal, files, &args.question)?;
    let names: Vec<String> = args.question.facts.iter().map(|path| crate::stream::name_of(path)).collect();
    let (deal, partner, language) = (&args.deal, args.partner.as_ref(), terminal.language);
    let draft = question
        .asked()
        .case_study_draft(deal, partner, language)
        .map_err(|error| complaint::whole(terminal, &names.join(", "), &error))?;
    deliver(files, terminal.language, args.out.as_deref(), &draft.text)
}

fn announcement(terminal: &Terminal, files: &Files, args: &AnnouncementDraft) -> Result<(), Failure> {
    let question = Question::read(terminal, files, &args.question)?;
    let names: Vec<String> = args.question.facts.iter().map(|path| crate::stream::name_of(path)).collect();
    let draft = question
        .asked()
        .announcement_draft(&args.person, terminal.language)
        .map_err(|error| complaint::whole(terminal, &names.join(", "), &error))?;
    deliver(files, terminal.language, args.out.as_deref(), &draft.text)
}
