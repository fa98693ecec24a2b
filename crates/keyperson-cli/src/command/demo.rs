//! `keyperson demo`: a made-up portfolio, what comes out of it, and the files to go on with.

use std::collections::BTreeSet;
use std::path::Path;

use keyperson::answer::portfolio::PersonRow;
use keyperson::course::ladder::RungStatus;
use keyperson::policy::DEFAULT_TOML;
use keyperson::{FindingCode, Journal, Policy};
use keyperson_simulator::{Options, simulate};

use crate::args::{BriefFormat, Demo, PortfolioFormat};
use crate::exit::Failure;
use crate::files::Files;
use crate::output::{Batch, make_folder, show};
use crate::question::Question;
use crate::terminal::{Lang, Terminal, Tone, phrase};
use crate::{brief_text, complaint, page, portfolio_text};

/// People in the overview.
const SHOWN: usize = 12;

/// Runs the command.
pub fn run(terminal: &Terminal, files: &Files, args: &Demo) -> Result<(), Failure> {
    let lang = terminal.lang;
    let refused = |error| complaint::whole(terminal, lang.of("the demonstration", "デモ"), &error);
    let options = Options::demo();
    let journal = Journal::from_facts(simulate(&options).facts).map_err(refused)?;
    let policy = Policy::default();
    let as_of = policy.as_of(&options.as_of.to_string()).map_err(refused)?;
    let question = Question { journal, policy, as_of };
    let portfolio = question.asked().portfolio().map_err(refused)?;
    let chosen = portfolio.people.iter().rev().max_by_key(|row| telling(row));

    let (partners, facts, start, end) =
        (options.partners, question.journal.len(), options.start, options.as_of);
    let mut text = phrase!(
        lang,
        "A made-up portfolio: {partners} partners, {facts} facts from {start} to {end}. Nobody in it exists.\n\n",
        "架空のデータです: パートナー {partners} 社、事実 {facts} 件（{start} 〜 {end}）。実在の人物・会社ではありません。\n\n"
    );
    text.push_str(&portfolio_text::text(terminal, &portfolio, Some(SHOWN)));

    make_folder(lang, &args.out)?;
    let mut written = vec![
        ("facts.jsonl".to_owned(), question.journal.to_json_lines()),
        ("policy.toml".to_owned(), DEFAULT_TOML.to_owned()),
        ("portfolio.csv".to_owned(), page::portfolio(terminal, &portfolio, PortfolioFormat::Csv)?),
        ("portfolio.html".to_owned(), page::portfolio(terminal, &portfolio, PortfolioFormat::Html)?),
    ];
    if let Some(row) = chosen {
        let brief = question.asked().brief(&row.person).map_err(refused)?;
        text.push_str("\n\n");
        text.push_str(&brief_text::text(terminal, &brief, &question.journal)?);
        for page_lang in Lang::ALL {
            let terminal = Terminal { lang: page_lang, ..*terminal };
            let html = page::brief(&terminal, &question, &brief, BriefFormat::Html)?;
            written.push((format!("brief.{}.html", page_lang.code()), html));
        }
    }
    let mut batch = Batch::unnamed(files, lang);
    for (name, content) in &written {
        batch.add(&args.out.join(name), content)?;
    }
    batch.finish()?;
    text.push_str(&ending(terminal, &args.out, &written, chosen, &end.to_string()));
    show(lang, &text)
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
    files: &[(String, String)],
    chosen: Option<&PersonRow>,
    as_of: &str,
) -> String {
    let lang = terminal.lang;
    let folder = out.display();
    let names = files.iter().map(|(name, _)| name.as_str()).collect::<Vec<_>>().join(", ");
    let mut text = format!("\n{}\n", terminal.paint(Tone::Strong, lang.of("Files", "ファイル")));
    text.push_str(&phrase!(lang, "{folder}: {names}\n", "{folder}: {names}\n"));
    text.push_str(&format!("\n{}\n", terminal.paint(Tone::Strong, lang.of("Try next", "次に試すこと"))));
    let person = chosen.map_or("", |row| row.person.as_str());
    let (facts, policy) = (quoted(&out.join("facts.jsonl")), quoted(&out.join("policy.toml")));
    let say = if lang == Lang::Ja { " --lang ja" } else { "" };
    for command in [
        format!("brief {facts} --person {person} --as-of {as_of} --since 2026-03-31{say}"),
        format!("portfolio {facts} --as-of {as_of} --policy {policy}{say}"),
        format!("policy explain fit traits.drive{say}"),
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
