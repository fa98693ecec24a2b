//! Reads files of facts line by line, so that their size does not matter, and tells every problem with its line.

use std::collections::{BTreeMap, BTreeSet};
use std::fs::File;
use std::io::{self, BufRead, BufReader, Read};
use std::path::{Path, PathBuf};

use keyperson::{
    Error, Journal, JournalBuilder, MAX_DOCUMENT_BYTES, MAX_PROBLEMS, Phrase, Place, Problem, ProblemKind,
    phrase,
};

use keyperson_table::FactsTable;

use crate::complaint::{self, Complaint, Mark};
use crate::exit::Failure;
use crate::files::Files;
use crate::progress::Progress;
use crate::stream::{self, is_dash, name_of, unreadable};
use crate::terminal::Terminal;
use crate::text as say;

/// Reads all files into one journal.
///
/// # Errors
/// Exit code 3 where a file cannot be read; exit code 1 with every problem of all files.
pub fn read(terminal: &Terminal, files: &Files, paths: &[PathBuf]) -> Result<Journal, Failure> {
    let mut reading = Reading::default();
    let bytes = paths.iter().filter_map(|path| std::fs::metadata(path).ok()).map(|known| known.len()).sum();
    let progress = Progress::of_bytes(bytes, say::reading_facts(terminal.language));
    let mut tables = Journal::default();
    for path in paths {
        if let Some(table) = table(terminal, files, path)? {
            let told = |error| complaint::whole(terminal, &name_of(path), &error);
            let journal = keyperson_table::journal_of_table(table.as_ref()).map_err(told)?;
            tables.append(journal).map_err(told)?;
            continue;
        }
        let opened: Box<dyn Read> = if is_dash(path) {
            Box::new(stream::input(terminal)?)
        } else {
            Box::new(files.open(terminal, path)?)
        };
        let mut reader = BufReader::with_capacity(1 << 16, opened);
        let begins = reader.fill_buf().map_err(|error| unreadable(terminal, path, &error))?;
        if let Some(found) = keyperson_table::binary_file(begins) {
            let advice = phrase!(
                "name a file of facts, one JSON object per line; an export becomes one with `keyperson import`"
            );
            let kind = ProblemKind::ForeignFile { found: Phrase::plain(found), advice };
            return Err(complaint::whole(terminal, &name_of(path), &Error::one(Place::default(), kind)));
        }
        reading.file(path, reader, &progress).map_err(|error| unreadable(terminal, path, &error))?;
    }
    progress.finish();
    let Reading { builder, sources, mut problems, mut count, .. } = reading;
    let journal = match builder.finish() {
        Ok(journal) if problems.is_empty() => {
            let told = |error| complaint::whole(terminal, say::the_facts(terminal.language), &error);
            return tables.merge(journal).map_err(told);
        }
        Ok(journal) => journal,
        Err(error) => {
            count = count.saturating_add(error.count());
            problems.extend(error.problems().iter().cloned());
            Journal::default()
        }
    };
    drop(journal);
    problems.sort_by_key(|problem| problem.place.line);
    problems.truncate(complaint::SHOWN);
    let complaints = complaints(terminal, problems, &sources);
    Err(complaint::failure(terminal, &complaints, count))
}

/// A file that holds a table of facts; none where it holds lines.
///
/// # Errors
/// Exit code 1 for a damaged one, exit code 2 for one that is written.
pub fn table(
    terminal: &Terminal,
    files: &Files,
    path: &Path,
) -> Result<Option<Box<dyn FactsTable>>, Failure> {
    if is_dash(path) {
        return Ok(None);
    }
    files.reads(path)?;
    keyperson_table::facts_file(path).map_err(|error| complaint::whole(terminal, &name_of(path), &error))
}

/// One file: which of all lines are its own.
#[derive(Debug)]
struct Source {
    path: PathBuf,
    /// Lines of the files before it.
    before: u64,
    /// What the input gave, where it cannot be read again: its first 64 MiB.
    kept: Option<Vec<u8>>,
}

#[derive(Debug, Default)]
struct Reading {
    builder: JournalBuilder,
    sources: Vec<Source>,
    /// Lines of all files so far; the builder counts the same.
    lines: u64,
    /// What the builder cannot see: lines that are no text.
    problems: Vec<Problem>,
    count: u64,
}

impl Reading {
    fn file(&mut self, path: &Path, mut reader: impl BufRead, progress: &Progress) -> io::Result<()> {
        let mut kept = is_dash(path).then(Vec::new);
        let before = self.lines;
        let mut line = Vec::new();
        let mut offset: u64 = 0;
        loop {
            line.clear();
            let limit = u64::try_from(MAX_DOCUMENT_BYTES).unwrap_or(u64::MAX).saturating_add(1);
            let read = (&mut reader).take(limit).read_until(b'\n', &mut line)?;
            if read == 0 {
                break;
            }
            let mut length = u64::try_from(read).unwrap_or(u64::MAX);
            if let Some(kept) = kept.as_mut().filter(|kept| kept.len() < MAX_DOCUMENT_BYTES) {
                kept.extend_from_slice(&line);
            }
            if length == limit && line.last() != Some(&b'\n') {
                length = length.saturating_add(skip_line(&mut reader)?);
                line.clear();
                self.note(ProblemKind::InputTooLarge { bytes: length, limit: limit.saturating_sub(1) });
            }
            self.line(&line, self.lines == before, offset);
            offset = offset.saturating_add(length);
            progress.advance(length);
        }
        self.sources.push(Source { path: path.to_owned(), before, kept });
        Ok(())
    }

    fn line(&mut self, bytes: &[u8], first: bool, offset: u64) {
        // Each file may begin with a byte order mark; the builder knows only of the first file's.
        let bytes = if first { bytes.strip_prefix("\u{feff}".as_bytes()).unwrap_or(bytes) } else { bytes };
        match std::str::from_utf8(bytes) {
            Ok(text) => {
                // A line ends at its line feed alone, so that every reader counts the same lines.
                self.builder.push_json_line(text.strip_suffix('\n').unwrap_or(text));
            }
            Err(error) => {
                let within = u64::try_from(error.valid_up_to()).unwrap_or(u64::MAX);
                self.note(ProblemKind::NotUtf8 { offset: offset.saturating_add(within) });
                self.builder.push_json_line("");
            }
        }
        self.lines = self.lines.saturating_add(1);
    }

    /// Notes a problem of the line that is being read.
    fn note(&mut self, kind: ProblemKind) {
        self.count = self.count.saturating_add(1);
        if self.problems.len() < MAX_PROBLEMS {
            let place = Place { line: Some(self.lines.saturating_add(1)), path: String::new() };
            self.problems.push(Problem { place, kind });
        }
    }
}

/// Skips the rest of a line that is too long, and says how long that was.
fn skip_line(reader: &mut impl BufRead) -> io::Result<u64> {
    let mut skipped: u64 = 0;
    loop {
        let buffer = reader.fill_buf()?;
        if buffer.is_empty() {
            return Ok(skipped);
        }
        let (length, ended) = match buffer.iter().position(|byte| *byte == b'\n') {
            Some(at) => (at.saturating_add(1), true),
            None => (buffer.len(), false),
        };
        reader.consume(length);
        skipped = skipped.saturating_add(u64::try_from(length).unwrap_or(u64::MAX));
        if ended {
            return Ok(skipped);
        }
    }
}

/// Says of each problem in which file and line it is, and fetches the line.
fn complaints(terminal: &Terminal, problems: Vec<Problem>, sources: &[Source]) -> Vec<Complaint> {
    let at = |line: u64| sources.iter().enumerate().rfind(|(_, source)| source.before < line);
    let mut wanted: BTreeMap<usize, BTreeSet<u64>> = BTreeMap::new();
    let mut found = Vec::new();
    for mut problem in problems {
        let Some((index, source)) = problem.place.line.and_then(at) else {
            found.push((
                usize::MAX,
                Complaint::of(
                    &sources.iter().map(|s| name_of(&s.path)).collect::<Vec<_>>().join(", "),
                    problem,
                ),
            ));
            continue;
        };
        let line = problem.place.line.map(|line| line.saturating_sub(source.before));
        problem.place.line = line;
        wanted.entry(index).or_default().extend(line);
        let mut note = None;
        if line == Some(1) && matches!(problem.kind, ProblemKind::NotJson { .. }) {
            let said = say::export_becomes_facts(terminal.language);
            note = Some(said.to_owned());
        }
        if let ProblemKind::FactConflict { other_line, .. } = &mut problem.kind
            && let Some((other, other_source)) = at(other_line.0)
        {
            other_line.0 = other_line.0.saturating_sub(other_source.before);
            if other != index {
                let name = name_of(&other_source.path);
                note = Some(say::other_fact_in(&name, other_line.0, terminal.language));
            }
        }
        let complaint =
            Complaint { note, mark: Mark::Value, ..Complaint::of(&name_of(&source.path), problem) };
        found.push((index, complaint));
    }
    let lines: BTreeMap<(usize, u64), String> = wanted
        .into_iter()
        .filter_map(|(index, lines)| Some((index, sources.get(index)?, lines)))
        .flat_map(|(index, source, lines)| {
            fetch(source, &lines).into_iter().map(move |(line, text)| ((index, line), text))
        })
        .collect();
    found
        .into_iter()
        .map(|(index, complaint)| {
            let line = complaint.problem.place.line.and_then(|line| lines.get(&(index, line)).cloned());
            Complaint { line, ..complaint }
        })
        .collect()
}

/// The lines of these numbers; none where they cannot be had.
fn fetch(source: &Source, wanted: &BTreeSet<u64>) -> BTreeMap<u64, String> {
    match &source.kept {
        Some(kept) => lines_of(kept.as_slice(), wanted),
        None => File::open(&source.path).map(|file| lines_of(file, wanted)).unwrap_or_default(),
    }
}

/// The lines of these numbers, from 1, as far as they can be read.
pub fn lines_of(reader: impl Read, wanted: &BTreeSet<u64>) -> BTreeMap<u64, String> {
    /// Nobody looks further into a line.
    const SHOWN_BYTES: u64 = 1 << 16;
    let mut reader = BufReader::new(reader);
    let mut lines = BTreeMap::new();
    let Some(last) = wanted.last() else { return lines };
    for number in 1..=*last {
        let mut line = Vec::new();
        let read = (&mut reader).take(SHOWN_BYTES).read_until(b'\n', &mut line);
        if !read.is_ok_and(|read| read > 0) {
            break;
        }
        if line.last() != Some(&b'\n') && skip_line(&mut reader).is_err() {
            break;
        }
        if wanted.contains(&number) {
            let text = String::from_utf8_lossy(&line);
            lines.insert(number, text.trim_start_matches('\u{feff}').trim_end().to_owned());
        }
    }
    lines
}
