//! `keyperson import`: turns exports into facts, whole or not at all.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::fs::File;
use std::io::{self, Read};
use std::mem::ManuallyDrop;
use std::path::{Path, PathBuf};

use keyperson::{Error, Journal, Problem, ProblemKind};
use keyperson_table::{Format, ImportOptions, Lookups, MAX_TABLE_BYTES, Mapping, SHIPPED, Skipped};

use crate::args::Import;
use crate::complaint::{self, Complaint, SHOWN, cut, harmless};
use crate::contents::Facts;
use crate::declared::{DEFAULT_OUT, mapping_file};
use crate::exit::{Exit, Failure};
use crate::facts::lines_of;
use crate::files::Files;
use crate::output::{deliver, deliver_unnamed, note, show};
use crate::policy_file;
use crate::progress::Progress;
use crate::stream::{self, is_dash};
use crate::stream::{name_of, unreadable};
use crate::terminal::Terminal;
use crate::text as say;

/// Runs the command.
pub fn run(terminal: &Terminal, files: &Files, args: &Import) -> Result<(), Failure> {
    if args.list_mappings {
        return list(terminal);
    }
    if let Some(name) = &args.show_mapping {
        let text = shipped(terminal, name)?;
        return show(terminal.language, text);
    }
    let Some(name) = &args.mapping else { return Ok(()) };
    let named = Named::read(terminal, files, name)?;
    let lookups = lookups(terminal, files, args, &named)?;
    match args.preview {
        Some(most) => preview(terminal, files, args, &named, &lookups, most),
        None => import(terminal, files, args, &named, &lookups),
    }
}

/// A mapping with where it comes from.
struct Named {
    mapping: Mapping,
    /// Name in messages.
    name: String,
    text: String,
    /// The file; none for a shipped one.
    file: Option<PathBuf>,
}

impl Named {
    fn read(terminal: &Terminal, files: &Files, name: &str) -> Result<Self, Failure> {
        let path = Path::new(name);
        let (text, file) = match mapping_file(name) {
            Some(path) => (policy_file::read_text(terminal, files, path)?, Some(path.to_owned())),
            None => (shipped(terminal, name)?.to_owned(), None),
        };
        let mapping =
            Mapping::from_toml(&text).map_err(|error| policy_file::located(terminal, path, &text, &error))?;
        Ok(Self { mapping, name: name.to_owned(), text, file })
    }
}

fn list(terminal: &Terminal) -> Result<(), Failure> {
    let mut text = String::new();
    for (name, mapping) in SHIPPED {
        let description =
            mapping.lines().find_map(|line| line.strip_prefix("description = ")).unwrap_or_default();
        let _ = writeln!(text, "{name:24} {}", description.trim_matches('"'));
    }
    show(terminal.language, &text)
}

fn shipped(terminal: &Terminal, name: &str) -> Result<&'static str, Failure> {
    SHIPPED.iter().find(|(known, _)| *known == name).map(|(_, text)| *text).ok_or_else(|| {
        let known = SHIPPED.iter().map(|(known, _)| *known).collect::<Vec<_>>().join(", ");
        let name = harmless(name);
        Failure::new(Exit::Usage, say::no_mapping(&name, &known, terminal.language))
    })
}

/// The tables that the mapping looks things up in: those of the command line, else those that the mapping names.
fn lookups(terminal: &Terminal, files: &Files, args: &Import, named: &Named) -> Result<Lookups, Failure> {
    let mut lookups = Lookups::default();
    let beside =
        named.file.as_ref().or(args.export.first()).and_then(|path| path.parent()).unwrap_or(Path::new(""));
    let mut wanted: Vec<(String, PathBuf)> = args.lookup.clone();
    for (name, file) in named.mapping.lookup_files() {
        if !wanted.iter().any(|(known, _)| known == name) {
            wanted.push((name.to_owned(), beside.join(file)));
        }
    }
    for (_, path) in &wanted {
        files.reads(path)?;
    }
    for (name, path) in wanted {
        let opened = files.open(terminal, &path).map_err(|mut failure| {
            failure.text.push_str(&say::looked_up(&name, terminal.language));
            failure
        })?;
        let format = Format::of_file(&path.to_string_lossy());
        lookups.add(&name, opened, format, &named.mapping).map_err(|error| {
            let export = Export { path: path.clone(), input: None };
            complaint::failure(terminal, &export.complaints(named, &error), error.count())
        })?;
    }
    Ok(lookups)
}

/// An export; the input of the process is read whole, for it cannot be read again to show its lines.
struct Export {
    path: PathBuf,
    input: Option<Vec<u8>>,
}

impl Export {
    fn open(terminal: &Terminal, files: &Files, path: &Path) -> Result<Self, Failure> {
        let input = if is_dash(path) {
            let mut bytes = Vec::new();
            let limit = MAX_TABLE_BYTES.saturating_add(1);
            let read = stream::input(terminal)?.take(limit).read_to_end(&mut bytes);
            read.map_err(|error| unreadable(terminal, path, &error))?;
            Some(bytes)
        } else {
            files.reads(path)?;
            // Not opened here: a pipe gives what it has once.
            std::fs::metadata(path)
                .and_then(
                    |known| if known.is_dir() { Err(io::ErrorKind::IsADirectory.into()) } else { Ok(()) },
                )
                .map_err(|error| unreadable(terminal, path, &error))?;
            None
        };
        Ok(Self { path: path.to_owned(), input })
    }

    fn reader(&self, terminal: &Terminal, files: &Files) -> Result<Box<dyn Read + '_>, Failure> {
        match &self.input {
            Some(bytes) => Ok(Box::new(bytes.as_slice())),
            None => Ok(Box::new(files.open(terminal, &self.path)?)),
        }
    }

    fn format(&self, mapping: &Mapping) -> Format {
        mapping.format().unwrap_or_else(|| Format::of_file(&self.path.to_string_lossy()))
    }

    /// The problems with their lines: of the export where they have one, else of the mapping.
    fn complaints(&self, named: &Named, error: &Error) -> Vec<Complaint> {
        let shown: Vec<&Problem> = error.problems().iter().take(SHOWN).collect();
        let wanted: BTreeSet<u64> = shown.iter().filter_map(|problem| problem.place.line).collect();
        let lines = match (&self.input, self.format(&named.mapping)) {
            (_, Format::Parquet) => std::collections::BTreeMap::new(),
            (Some(bytes), Format::Csv) => lines_of(bytes.as_slice(), &wanted),
            (None, Format::Csv) => {
                File::open(&self.path).map(|file| lines_of(file, &wanted)).unwrap_or_default()
            }
        };
        shown
            .into_iter()
            .flat_map(|problem| match problem.place.line {
                None if !problem.path().is_empty() => {
                    let error = Error::one(problem.place.clone(), problem.kind.clone());
                    policy_file::complaints(&named.name, &named.text, &error)
                }
                line => {
                    let line = line.and_then(|line| lines.get(&line).cloned());
                    vec![Complaint { line, ..Complaint::of(&name_of(&self.path), problem.clone()) }]
                }
            })
            .collect()
    }
}

/// A mapping names one column in many places; that the table lacks it is told once, at the first.
fn once(error: Error) -> Error {
    let mut told = BTreeSet::new();
    let first = error.problems().iter().filter(|problem| match &problem.kind {
        ProblemKind::UnknownColumn { column, .. } => told.insert(column.clone()),
        _ => true,
    });
    if error.omitted() > 0 { error } else { Error::many(first.cloned()).unwrap_or(error) }
}

/// Tells the progress how much was read.
struct Counted<'a, R> {
    reader: R,
    progress: &'a Progress,
}

impl<R: Read> Read for Counted<'_, R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.reader.read(buffer)?;
        self.progress.advance(u64::try_from(read).unwrap_or(u64::MAX));
        Ok(read)
    }
}

fn preview(
    terminal: &Terminal,
    files: &Files,
    args: &Import,
    named: &Named,
    lookups: &Lookups,
    most: usize,
) -> Result<(), Failure> {
    let language = terminal.language;
    let mut text = String::new();
    let mut bad: u64 = 0;
    for path in &args.export {
        let export = Export::open(terminal, files, path)?;
        let format = export.format(&named.mapping);
        let seen =
            keyperson_table::preview(export.reader(terminal, files)?, format, &named.mapping, lookups, most)
                .map_err(|error| {
                    let error = once(error);
                    complaint::failure(terminal, &export.complaints(named, &error), error.count())
                })?;
        for fact in &seen.facts {
            let _ = writeln!(text, "{}", serde_json::to_string(fact).unwrap_or_default());
        }
        let name = name_of(path);
        let rows = Rows { read: seen.rows_read, bad: seen.rows_bad, skipped: &seen.skipped };
        text.push_str(&rows.told(terminal, &name, None));
        if let Some(error) = &seen.problems {
            bad = bad.saturating_add(error.count());
            text.push_str(&listed(terminal, &name, error, usize::MAX));
        }
    }
    show(language, &text)?;
    if bad > 0 {
        return Err(Failure::new(Exit::Input, say::import_would_refuse(bad, language)));
    }
    Ok(())
}

fn import(
    terminal: &Terminal,
    files: &Files,
    args: &Import,
    named: &Named,
    lookups: &Lookups,
) -> Result<(), Failure> {
    let language = terminal.language;
    let options = ImportOptions { keep_good_rows: args.keep_good_rows };
    let mut told = String::new();
    let mut journals = Vec::new();
    let (mut complaints, mut count, mut of_rows) = (Vec::new(), 0_u64, true);
    for path in &args.export {
        let export = Export::open(terminal, files, path)?;
        let format = export.format(&named.mapping);
        let bytes = std::fs::metadata(path).map_or(0, |known| known.len());
        let progress = Progress::of_bytes(bytes, say::importing(language));
        let reader = Counted { reader: export.reader(terminal, files)?, progress: &progress };
        let done = keyperson_table::import(reader, format, &named.mapping, lookups, options, &mut |_| {});
        progress.finish();
        match done {
            Err(error) => {
                let error = once(error);
                count = count.saturating_add(error.count());
                of_rows &= error.problems().iter().all(is_of_a_row);
                complaints.extend(export.complaints(named, &error));
            }
            Ok(import) => {
                let name = name_of(path);
                let rows = Rows { read: import.rows_read, bad: import.rows_bad, skipped: &import.skipped };
                told.push_str(&rows.told(terminal, &name, Some(import.journal.len())));
                if let Some(error) = &import.problems {
                    told.push_str(&listed(terminal, &name, error, SHOWN));
                }
                journals.push(import.journal);
            }
        }
    }
    if count > 0 {
        let mut failure = complaint::failure(terminal, &complaints, count);
        failure.text.push_str(say::nothing_written(language));
        if of_rows {
            failure.text.push_str(say::rows_alone(language));
        }
        return Err(failure);
    }
    let facts = journals.into_iter().try_fold(Journal::default(), Journal::merge);
    let names = args.export.iter().map(|path| name_of(path)).collect::<Vec<_>>().join(", ");
    // Never taken apart: the process ends when it is written, and its facts are many.
    let journal = ManuallyDrop::new(facts.map_err(|error| complaint::whole(terminal, &names, &error))?);
    match &args.out {
        Some(out) => deliver(files, language, Some(out), Facts::for_file(&journal, out))?,
        None => {
            let out = Path::new(DEFAULT_OUT);
            deliver_unnamed(files, language, out, Facts::for_file(&journal, out))?;
        }
    }
    note(told.trim_end());
    Ok(())
}

/// What became of the rows of an export.
struct Rows<'a> {
    read: u64,
    bad: u64,
    skipped: &'a [Skipped],
}

impl Rows<'_> {
    fn told(&self, terminal: &Terminal, name: &str, facts: Option<usize>) -> String {
        let language = terminal.language;
        let read = self.read;
        let mut text = say::rows_read(name, read, language);
        if let Some(facts) = facts {
            text.push_str(&say::facts_made(facts, language));
        }
        text.push('\n');
        for Skipped { reason, rows, first_line } in self.skipped {
            let reason = harmless(reason);
            text.push_str(&say::rows_left_out(*rows, *first_line, &reason, language));
        }
        if self.bad > 0 {
            let bad = self.bad;
            text.push_str(&say::rows_unreadable(bad, language));
        }
        text
    }
}

/// Whether a problem is of one row, so that the others could be imported without it.
fn is_of_a_row(problem: &Problem) -> bool {
    const OF_THE_FILE: &[&str] =
        &["not_utf8", "bad_encoding", "duplicate_column", "open_quote", "unreadable_input"];
    problem.place.line.is_some() && !OF_THE_FILE.contains(&problem.code())
}

/// Problems on a line each, at most so many; the others are counted.
fn listed(terminal: &Terminal, name: &str, error: &Error, most: usize) -> String {
    /// Nobody reads further into a line.
    const LONGEST: usize = 400;
    let mut text = String::new();
    let problems = error.problems();
    for problem in problems.iter().take(most) {
        let (what, hint) = complaint::words(terminal.language, problem);
        let line = problem.place.line.map(|line| format!(":{line}")).unwrap_or_default();
        let field = problem.path().trim_start_matches('/');
        let _ = writeln!(
            text,
            "    {}",
            cut(&harmless(&format!("{name}{line} {field}: {what} [{}]; {hint}", problem.code())), LONGEST)
        );
    }
    let shown = u64::try_from(problems.len().min(most)).unwrap_or(u64::MAX);
    let more = error.count().saturating_sub(shown);
    if more > 0 {
        text.push_str(&say::more_problems(more, terminal.language));
    }
    text
}
