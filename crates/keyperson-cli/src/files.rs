//! The files of a run: none that is written may be one that is read, or one that was written already.
//!
//! Every file is opened and written through [`Files`], so that no command can forget to ask. What the command line
//! names is compared before anything is read; what comes to light later (a table that a mapping names, the pages
//! of a folder) before it is opened or written.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::fs::{self, File, Metadata};
use std::path::{Path, PathBuf};

use keyperson::text::Language;

use crate::declared::Declared;
use crate::exit::{Exit, Failure};
use crate::stream::{is_dash, metadata_of_input, metadata_of_output};
use crate::stream::{name_of, unreadable};
use crate::terminal::Terminal;
use crate::text as say;

/// The files of a run.
#[derive(Debug)]
pub struct Files {
    language: Language,
    /// Whether files that nobody named may be replaced.
    pub force: bool,
    known: RefCell<Known>,
}

#[derive(Debug, Default)]
struct Known {
    /// Under which name each was read.
    reads: BTreeMap<Identity, PathBuf>,
    /// What the command line says will be written.
    announced: BTreeMap<Identity, PathBuf>,
    /// What has been written.
    written: BTreeMap<Identity, PathBuf>,
}

/// A file under the name that it was given.
#[derive(Debug)]
struct Seen {
    path: PathBuf,
    identity: Identity,
}

/// What tells one file from another, however it is named.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Identity {
    /// Device and inode: the same for every link, and for every spelling of a name.
    #[cfg(unix)]
    Node(u64, u64),
    /// The place at which a file is, or will be.
    Place(PathBuf),
}

impl Files {
    /// Compares what a command line names.
    ///
    /// # Errors
    /// Exit code 2 where a file that is written is one of those that are read, or is written twice.
    pub fn new(language: Language, declared: &Declared) -> Result<Self, Failure> {
        let files = Self { language, force: declared.force, known: RefCell::default() };
        for path in &declared.reads {
            files.reads(path)?;
        }
        for path in &declared.writes {
            let Some(seen) = Seen::output(path) else { continue };
            files.refuse_read(&seen)?;
            let mut known = files.known.borrow_mut();
            if let Some(other) = known.announced.get(&seen.identity)
                && !(is_dash(path) && is_dash(other))
            {
                return Err(twice(language, path, other));
            }
            known.announced.insert(seen.identity, seen.path);
        }
        Ok(files)
    }

    /// Opens a file that is read.
    ///
    /// # Errors
    /// As [`Files::reads`]; exit code 3 where it cannot be opened.
    pub fn open(&self, terminal: &Terminal, path: &Path) -> Result<File, Failure> {
        self.reads(path)?;
        File::open(path).map_err(|error| unreadable(terminal, path, &error))
    }

    /// Takes note of a file that is read.
    ///
    /// # Errors
    /// Exit code 2 where it is one that is written.
    pub fn reads(&self, path: &Path) -> Result<(), Failure> {
        let Some(seen) = Seen::input(path) else { return Ok(()) };
        let mut known = self.known.borrow_mut();
        let output = known.announced.get(&seen.identity).or_else(|| known.written.get(&seen.identity));
        if let Some(output) = output {
            return Err(over_input(self.language, output, path));
        }
        known.reads.insert(seen.identity, seen.path);
        Ok(())
    }

    /// Asks whether a file may be written.
    ///
    /// # Errors
    /// Exit code 2 where it is one that was read, or one that was written already.
    pub fn claim(&self, path: &Path) -> Result<(), Failure> {
        let Some(seen) = Seen::output(path) else { return Ok(()) };
        self.refuse_read(&seen)?;
        match self.known.borrow().written.get(&seen.identity) {
            Some(other) => Err(twice(self.language, path, other)),
            None => Ok(()),
        }
    }

    /// Takes note of a file that is written.
    pub fn wrote(&self, path: &Path) {
        if let Some(seen) = Seen::output(path) {
            self.known.borrow_mut().written.insert(seen.identity, seen.path);
        }
    }

    fn refuse_read(&self, output: &Seen) -> Result<(), Failure> {
        match self.known.borrow().reads.get(&output.identity) {
            Some(input) => Err(over_input(self.language, &output.path, input)),
            None => Ok(()),
        }
    }
}

impl Seen {
    fn input(path: &Path) -> Option<Self> {
        let known = if is_dash(path) { metadata_of_input() } else { fs::metadata(path).ok() };
        Self::of(path, known.as_ref())
    }

    fn output(path: &Path) -> Option<Self> {
        let known = if is_dash(path) { metadata_of_output() } else { fs::metadata(path).ok() };
        Self::of(path, known.as_ref())
    }

    /// None for what cannot be lost: folders, devices, pipes, and a stream that is no file.
    fn of(path: &Path, known: Option<&Metadata>) -> Option<Self> {
        let identity = match known {
            Some(known) if !known.is_file() => return None,
            Some(known) => Identity::of(path, known),
            None if is_dash(path) => return None,
            None => Identity::Place(folded(place(path))),
        };
        Some(Self { path: path.to_owned(), identity })
    }
}

impl Identity {
    #[cfg(unix)]
    fn of(_path: &Path, known: &Metadata) -> Self {
        use std::os::unix::fs::MetadataExt as _;
        Self::Node(known.dev(), known.ino())
    }

    #[cfg(not(unix))]
    fn of(path: &Path, _known: &Metadata) -> Self {
        Self::Place(folded(place(path)))
    }
}

/// Where a file is, or will be, links followed: also a link to what is not there yet.
pub fn place(path: &Path) -> PathBuf {
    /// As many links as Linux follows.
    const LINKS: usize = 40;
    let mut at = path.to_owned();
    for _ in 0..LINKS {
        if let Ok(found) = fs::canonicalize(&at) {
            return found;
        }
        let Ok(leads_to) = fs::read_link(&at) else { break };
        at = at.parent().unwrap_or(Path::new("")).join(leads_to);
    }
    let (Some(folder), Some(name)) = (at.parent(), at.file_name()) else { return at };
    let folder = if folder.as_os_str().is_empty() { Path::new(".") } else { folder };
    match fs::canonicalize(folder) {
        Ok(folder) => folder.join(name),
        Err(_) => std::path::absolute(&at).unwrap_or(at),
    }
}

/// Where file systems usually take upper and lower case for the same, so does this.
fn folded(place: PathBuf) -> PathBuf {
    if cfg!(any(windows, target_os = "macos")) {
        PathBuf::from(place.to_string_lossy().to_lowercase())
    } else {
        place
    }
}

fn over_input(language: Language, output: &Path, input: &Path) -> Failure {
    let (out, read) = (written_name(language, output), name_of(input));
    let text = if output == input {
        say::output_is_input(&out, language)
    } else {
        say::output_is_same_as(&out, &read, language)
    };
    Failure::new(Exit::Usage, text)
}

fn twice(language: Language, output: &Path, other: &Path) -> Failure {
    let (one, two) = (written_name(language, other), written_name(language, output));
    Failure::new(Exit::Usage, say::same_file(&one, &two, language))
}

fn written_name(language: Language, path: &Path) -> String {
    if is_dash(path) { say::the_output(language).to_owned() } else { path.display().to_string() }
}
