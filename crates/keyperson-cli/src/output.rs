//! Writing: to the output without noise when its reader goes away, to files whole or not at all.

use std::collections::BTreeMap;
use std::fs::{self, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use keyperson::text::Language;

use crate::contents::{Contents, whole};
use crate::exit::{Exit, Failure};
use crate::files::{Files, place};
use crate::part::{self, LeftOver, Part};
use crate::stream::{is_dash, is_descriptor, is_output, output_is_closed};
use crate::text as say;

/// Parts that are kept open, and with that locked; a process may have about a thousand files.
const KEPT_OPEN: usize = 64;

/// Files that are named where many would be replaced.
const NAMED: usize = 5;

/// Shows text on the output.
///
/// # Errors
/// Quietly where the reader went away; otherwise exit code 3.
pub fn show(language: Language, contents: impl Contents) -> Result<(), Failure> {
    if output_is_closed() {
        return Err(Failure::new(Exit::File, say::output_closed(language)));
    }
    let mut output = io::stdout().lock();
    contents.write(&mut output).and_then(|()| output.flush()).map_err(|error| match error.kind() {
        io::ErrorKind::BrokenPipe => Failure::reader_gone(),
        _ => Failure::new(Exit::File, say::output_fails(&error, language)),
    })
}

/// Tells something beside the result, on the error output; nothing is lost where that fails.
pub fn note(text: &str) {
    let _ = writeln!(io::stderr().lock(), "{text}");
}

/// Writes to the file that somebody named, or to the output where nobody did or it is `-`. What was there is
/// replaced: it was named.
///
/// # Errors
/// As [`show`] and [`Batch`].
pub fn deliver(
    files: &Files,
    language: Language,
    path: Option<&Path>,
    contents: impl Contents,
) -> Result<(), Failure> {
    match path.filter(|path| !is_dash(path)) {
        None => show(language, contents),
        Some(path) => one(Batch::named(files, language), path, &contents),
    }
}

/// Writes to a file that nobody named: what else is there stays.
///
/// # Errors
/// As [`Batch`].
pub fn deliver_unnamed(
    files: &Files,
    language: Language,
    path: &Path,
    contents: impl Contents,
) -> Result<(), Failure> {
    one(Batch::unnamed(files, language), path, &contents)
}

fn one(mut batch: Batch<'_>, path: &Path, contents: &dyn Contents) -> Result<(), Failure> {
    let language = batch.language;
    batch.add(path, contents)?;
    batch.finish()?;
    let name = path.display();
    note(&say::wrote(&name.to_string(), language));
    Ok(())
}

/// The format that the ending of a path tells; none where there is no path, no ending, or it is the output.
///
/// # Errors
/// Exit code 2 for an ending that is none of the formats': text in a `.pdf` would help nobody.
pub fn format_of_ending<F: Copy>(
    language: Language,
    path: Option<&Path>,
    formats: &[F],
    ending: impl Fn(F) -> &'static str,
) -> Result<Option<F>, Failure> {
    let Some(path) = path.filter(|path| !is_dash(path)) else { return Ok(None) };
    let Some(found) = path.extension() else { return Ok(None) };
    let told = formats.iter().copied().find(|format| found.eq_ignore_ascii_case(ending(*format)));
    if told.is_some() {
        return Ok(told);
    }
    let name = path.display();
    let known: Vec<String> = formats.iter().map(|format| format!(".{}", ending(*format))).collect();
    let known = known.join(", ");
    Err(Failure::new(Exit::Usage, say::ending_unknown(&name.to_string(), &known, language)))
}

/// Files that are written together: all of them or none, each whole.
#[derive(Debug)]
pub struct Batch<'a> {
    files: &'a Files,
    language: Language,
    /// Nobody named these files: what else is there stays.
    unasked: bool,
    left_over: BTreeMap<PathBuf, LeftOver>,
    parts: Vec<Part>,
    /// Devices and pipes cannot be replaced: they are written to.
    streams: Vec<(PathBuf, Vec<u8>)>,
    written: Vec<PathBuf>,
    /// Files that are there with other content.
    lost: Vec<PathBuf>,
}

impl<'a> Batch<'a> {
    /// Files that somebody named one by one: what is there is replaced.
    pub fn named(files: &'a Files, language: Language) -> Self {
        Self {
            files,
            language,
            unasked: false,
            left_over: BTreeMap::new(),
            parts: Vec::new(),
            streams: Vec::new(),
            written: Vec::new(),
            lost: Vec::new(),
        }
    }

    /// Files that nobody named: one that is there is replaced only where its content is the same, or `--force` was
    /// said.
    pub fn unnamed(files: &'a Files, language: Language) -> Self {
        Self { unasked: !files.force, ..Self::named(files, language) }
    }

    /// Adds a file; it is put in its place when all are.
    ///
    /// # Errors
    /// Exit code 2 for one that is read, or written already; exit code 3 where it cannot be written.
    pub fn add(&mut self, path: &Path, contents: &dyn Contents) -> Result<(), Failure> {
        self.files.claim(path)?;
        self.files.wrote(path);
        self.stage(path, contents).map_err(|error| unwritable(self.language, path, &error))
    }

    /// Puts all files in their places.
    ///
    /// # Errors
    /// Exit code 2 where files that nobody named would be lost, exit code 3 where one cannot be written; then
    /// those that are there are as they were.
    pub fn finish(self) -> Result<(), Failure> {
        if !self.lost.is_empty() {
            return Err(would_be_lost(self.language, &self.lost));
        }
        part::finish(self.parts).map_err(|(path, error)| unwritable(self.language, &path, &error))?;
        for (path, contents) in &self.streams {
            if is_output(path) {
                show(self.language, contents)?;
            } else {
                stream(path, contents).map_err(|error| unwritable(self.language, path, &error))?;
            }
        }
        for path in &self.written {
            self.files.wrote(path);
        }
        Ok(())
    }

    fn stage(&mut self, path: &Path, contents: &dyn Contents) -> io::Result<()> {
        let known = fs::metadata(path);
        if known.as_ref().is_ok_and(fs::Metadata::is_dir) {
            return Err(io::Error::new(io::ErrorKind::IsADirectory, "it is a folder"));
        }
        if is_descriptor(path) || known.as_ref().is_ok_and(|known| !known.is_file()) {
            self.streams.push((path.to_owned(), whole(contents)?));
            return Ok(());
        }
        if self.unasked
            && let Ok(known) = &known
        {
            let contents = whole(contents)?;
            let same = usize::try_from(known.len()).is_ok_and(|length| length == contents.len())
                && fs::read(path)? == contents;
            if !same {
                self.lost.push(path.to_owned());
            }
            return Ok(());
        }
        if !self.lost.is_empty() {
            return Ok(());
        }
        // Through a link, the file that it leads to is replaced, not the link.
        let target = place(path);
        let folder = target.parent().unwrap_or(Path::new("")).to_owned();
        self.left_over.entry(folder).or_insert_with_key(|folder| LeftOver::of(folder)).clear(&target);
        let mut part = Part::write(&target, contents)?;
        if self.parts.len() >= KEPT_OPEN {
            part.close();
        }
        self.parts.push(part);
        self.written.push(path.to_owned());
        Ok(())
    }
}

/// Makes a folder with all above it.
///
/// # Errors
/// Exit code 3.
pub fn make_folder(language: Language, path: &Path) -> Result<(), Failure> {
    fs::create_dir_all(path).map_err(|error| {
        let name = path.display();
        Failure::new(Exit::File, say::folder_fails(&name.to_string(), &error, language))
    })
}

fn stream(path: &Path, contents: &[u8]) -> io::Result<()> {
    // A file that is open already is not begun anew: what was written to it stays before this.
    let mut file = OpenOptions::new().append(is_descriptor(path)).write(true).open(path)?;
    file.write_all(contents)
}

fn unwritable(language: Language, path: &Path, error: &io::Error) -> Failure {
    let name = path.display();
    Failure::new(Exit::File, say::writing_fails(&name.to_string(), error, language))
}

/// The failure that names what would be lost, and the two ways on.
fn would_be_lost(language: Language, lost: &[PathBuf]) -> Failure {
    let mut names: Vec<String> = lost.iter().take(NAMED).map(|path| path.display().to_string()).collect();
    if let more @ 1.. = lost.len().saturating_sub(NAMED) {
        names.push(say::more_files(more, language));
    }
    let names = say::list(&names, language);
    let count = lost.len();
    let text = if count == 1 {
        say::one_would_be_lost(&names, language)
    } else {
        say::would_be_lost(count, &names, language)
    };
    Failure::new(Exit::Usage, text)
}
