//! `keyperson demo`: a made-up portfolio, what comes out of it, and the files to go on with.

use std::collections::BTreeSet;
use std::path::Path;

use keyperson::answer::portfolio::PersonRow;
use keyperson::course::ladder::RungStatus;
use keyperson::policy::DEFAULT_TOML;
use keyperson::text::Language;
use keyperson::{FindingCode, Journal, Policy};
use keyperson_simulator::{Options, simulate};

use crate::args::{BriefFormat, Demo, PortfolioFormat};
use crate::exit::Failure;
use crate::files::Files;
use crate::output::{Batch, make_folder, show};
use crate::question::Question;
use crate::terminal::{Terminal, Tone};
use crate::text as say;
use crate::{brief_text, complaint, page, portfolio_text};

/// People in the overview.
const SHOWN: usize = 12;

/// Runs the command.
pub fn run(terminal: &Terminal, files: &Files, args: &Demo) -> Result<(), Failure> {
    let language = terminal.language;
    let refused = |error| complaint::whole(terminal, say::the_demonstration(language), &error);
    let options = Options::demo();
    let journal = Journal::from_facts(simulate(&options).facts).map_err(refused)?;
    let policy = Policy::default();
    let as_of = policy.as_of(&options.as_of.to_string()).map_err(refused)?;
    let question = Question { journal, policy, as_of };
    let portfolio = question.asked().portfolio().map_err(refused)?;
    let chosen = portfolio.people.iter().rev().max_by_key(|row| telling(row));

    let (partners, facts, start, end) =
        (options.partners, question.journal.len(), options.start, options.as_of);
    let mut text = say::made_up(partners, facts, start, end, language);
    text.push_str(&portfolio_text::text(terminal, &portfolio, Some(SHOWN)));

    make_folder(language, &args.out)?;
    let mut written = vec![
        ("facts.jsonl".to_owned(), question.journal.to_json_lines().into_bytes()),
        ("policy.toml".to_owned(), DEFAULT_TOML.as_bytes().to_owned()),
        (
            "portfolio.csv".to_owned(),
            page::portfolio(terminal, &portfolio, &question.policy, PortfolioFormat::Csv)?,
        ),
        (
            "portfolio.html".to_owned(),
            page::portfolio(terminal, &portfolio, &question.policy, PortfolioFormat::Html)?,
        ),
    ];
    if let Some(row) = chosen {
        let brief = question.asked().brief(&row.person).map_err(refused)?;
        text.push_str("\n\n");
        text.push_str(&brief_text::text(terminal, &brief, &question.journal)?);
        for page_language in Language::ALL {
            let terminal = Terminal { language: *page_language, ..*terminal };
            let html = page::brief(&terminal, &question, &brief, BriefFormat::Html)?;
            written.push((format!("brief.{}.html", page_language.word()), html.into_bytes()));
        }
    }
    let mut batch = Batch::unnamed(files, language);
    for (name, content) in &written {
        batch.add(&args.out.join(name), content)?;
    }
    batch.finish()?;
    text.push_str(&ending(terminal, &args.out, &written, chosen, &end.to_string()));
    show(language, &text)
}

/// How much there is to see in a person's brief: a mismatch, a ladder on which some rungs are made and others not,
/// something to celebrate, then different kinds of findings.
fn telling(row: &PersonRow) -> (bool, bool, bool, usize, i64) {
    let codes: BTreeSet<FindingCode> = row.findings.iter().copied().collect();
    let made = row.rungs.iter().filter(|rung| rung.status == RungStatus::Achieved).count();
    let mixed = made > 0 && made < row.rungs.len();
    let celebrated = [FindingCode::RungAchieved, FindingCode::Rising].iter().any(|code| codes.contains(code));
    (codes.contains(&FindingCode::Mismatch), mixed, celebrated, codes.len(), row.urgent)
}

/// The files written and the commands to try next.
fn ending(
    terminal: &Terminal,
    out: &Path,
    files: &[(String, Vec<u8>)],
    chosen: Option<&PersonRow>,
    as_of: &str,
) -> String {
    let language = terminal.language;
    let folder = out.display();
    let names = files.iter().map(|(name, _)| name.as_str()).collect::<Vec<_>>().join(", ");
    let mut text = format!("\n{}\n", terminal.paint(Tone::Strong, say::files(language)));
    text.push_str(&format!("{folder}: {names}\n"));
    text.push_str(&format!("\n{}\n", terminal.paint(Tone::Strong, say::try_next(language))));
    let person = chosen.map_or("", |row| row.person.as_str());
    let (facts, policy) = (quoted(&out.join("facts.jsonl")), quoted(&out.join("policy.toml")));
    let option = say::option(language);
    for command in [
        format!("brief {facts} --person {person} --as-of {as_of} --since 2026-03-31{option}"),
        format!("portfolio {facts} --as-of {as_of} --policy {policy}{option}"),
        format!("policy explain fit traits.drive{option}"),
    ] {
        text.push_str(&format!("  cargo run --release -p keyperson-cli -- {command}\n"));
    }
    text
}

/// A path as the shell reads it.
fn quoted(path: &Path) -> String {
    let text = path.display().to_string();
    let plain = |c: char| c.is_alphanumeric() || matches!(c, '/' | '.' | '-' | '_' | '~' | ':' | '\\');
    if text.chars().all(plain) { text } else { format!("'{}'", text.replace('\'', "'\\''")) }
}
