//! `keyperson calendar`: the coming regular meetings, for the calendars of those who meet.

use crate::args::Calendar;
use crate::complaint;
use crate::exit::{Exit, Failure};
use crate::files::Files;
use crate::output::deliver;
use crate::question::Question;
use crate::terminal::Terminal;
use crate::text as say;

/// Runs the command.
pub fn run(terminal: &Terminal, files: &Files, args: &Calendar) -> Result<(), Failure> {
    let question = Question::read(terminal, files, &args.question)?;
    let names: Vec<String> = args.question.facts.iter().map(|path| crate::stream::name_of(path)).collect();
    let refused = |error| complaint::whole(terminal, &names.join(", "), &error);
    let brief = question.asked().brief(&args.person).map_err(refused)?;
    let schedule = question.asked().schedule(&args.person).map_err(refused)?;
    if schedule.meetings.is_empty() {
        // A calendar file without an event is none.
        let person = complaint::harmless(args.person.as_str());
        return Err(Failure::new(Exit::Input, say::no_meetings(&person, terminal.language)));
    }
    let file = keyperson_report::ics::calendar(&brief, &schedule, terminal.language);
    deliver(files, terminal.language, args.out.as_deref(), &file)
}
