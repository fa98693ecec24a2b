//! Writing: to the output without noise when its reader goes away, to files whole or not at all.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use crate::exit::{Exit, Failure};
use crate::terminal::{Lang, phrase};

/// Whether the path means the input or output of the process.
pub fn is_dash(path: &Path) -> bool {
    path.as_os_str() == "-"
}

/// Shows text on the output.
///
/// # Errors
/// Quietly where the reader went away; otherwise exit code 3.
pub fn show(lang: Lang, text: &str) -> Result<(), Failure> {
    let mut output = io::stdout().lock();
    output.write_all(text.as_bytes()).and_then(|()| output.flush()).map_err(|error| match error.kind() {
        io::ErrorKind::BrokenPipe => Failure::reader_gone(),
        _ => Failure::new(
            Exit::File,
            phrase!(lang, "cannot write to the output: {error}", "出力に書き込めません: {error}"),
        ),
    })
}

/// Tells something beside the result, on the error output; nothing is lost where that fails.
pub fn note(text: &str) {
    let _ = writeln!(io::stderr().lock(), "{text}");
}

/// Writes to a file, or to the output where there is none or it is `-`.
///
/// # Errors
/// As [`show`] and [`write_file`].
pub fn deliver(lang: Lang, path: Option<&Path>, text: &str) -> Result<(), Failure> {
    match path.filter(|path| !is_dash(path)) {
        None => show(lang, text),
        Some(path) => {
            write_file(lang, path, text)?;
            let name = path.display();
            note(&phrase!(lang, "wrote {name}", "{name} を書き出しました"));
            Ok(())
        }
    }
}

/// The format that the ending of a path tells; none where there is no path, no ending, or it is the output.
///
/// # Errors
/// Exit code 2 for an ending that is none of the formats': text in a `.pdf` would help nobody.
pub fn format_of_ending<F: Copy>(
    lang: Lang,
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
    Err(Failure::new(
        Exit::Usage,
        phrase!(
            lang,
            "the ending of {name} tells no format: use one of {known}, or name the format with --format",
            "{name} の拡張子からは形式が分かりません。{known} のいずれかにするか、--format で指定してください"
        ),
    ))
}

/// Writes a file whole: beside its place first, then renamed, so that nobody ever sees half of it.
///
/// # Errors
/// Exit code 3 where it cannot be written; then the file is as it was.
pub fn write_file(lang: Lang, path: &Path, text: &str) -> Result<(), Failure> {
    try_write(path, text).map_err(|error| {
        let name = path.display();
        Failure::new(
            Exit::File,
            phrase!(lang, "cannot write {name}: {error}", "{name} に書き込めません: {error}"),
        )
    })
}

/// Makes a folder with all above it.
///
/// # Errors
/// Exit code 3.
pub fn make_folder(lang: Lang, path: &Path) -> Result<(), Failure> {
    fs::create_dir_all(path).map_err(|error| {
        let name = path.display();
        Failure::new(
            Exit::File,
            phrase!(
                lang,
                "cannot make the folder {name}: {error}",
                "フォルダー {name} を作れません: {error}"
            ),
        )
    })
}

fn try_write(path: &Path, text: &str) -> io::Result<()> {
    // Through a link, the file that it leads to is replaced, not the link.
    let target = fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    if fs::metadata(&target).is_ok_and(|known| !known.is_file()) {
        if target.is_dir() {
            return Err(io::Error::new(io::ErrorKind::IsADirectory, "it is a folder"));
        }
        // A device or a pipe cannot be replaced: it is written to.
        return OpenOptions::new().write(true).open(&target)?.write_all(text.as_bytes());
    }
    let half = Half::create(&target)?;
    half.finish(text, &target)
}

/// A file on its way; removed again unless it is finished.
struct Half {
    path: PathBuf,
    file: File,
    finished: bool,
}

impl Half {
    fn create(target: &Path) -> io::Result<Self> {
        let name = target
            .file_name()
            .ok_or_else(|| io::Error::new(io::ErrorKind::InvalidInput, "it has no file name"))?;
        let mut hidden = std::ffi::OsString::from(".");
        hidden.push(name);
        hidden.push(format!(".{}.part", std::process::id()));
        let path = target.with_file_name(hidden);
        let file = OpenOptions::new().write(true).create_new(true).open(&path)?;
        if let Ok(known) = fs::metadata(target) {
            file.set_permissions(known.permissions())?;
        }
        Ok(Self { path, file, finished: false })
    }

    fn finish(mut self, text: &str, target: &Path) -> io::Result<()> {
        self.file.write_all(text.as_bytes())?;
        self.file.sync_all()?;
        fs::rename(&self.path, target)?;
        self.finished = true;
        Ok(())
    }
}

impl Drop for Half {
    fn drop(&mut self) {
        if !self.finished {
            let _ = fs::remove_file(&self.path);
        }
    }
}
