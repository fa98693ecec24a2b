//! A file on its way: written beside its place first, then renamed, so that nobody ever sees half of it, and
//! removed where the run is broken off.

use std::collections::{BTreeMap, BTreeSet};
use std::ffi::{OsStr, OsString};
use std::fs::{self, File, OpenOptions};
use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};

use fs4::{FileExt, TryLockError};

use crate::contents::Contents;

/// Parts of this process that are on the disk. Whoever creates, renames or removes one holds it, so that a signal
/// finds every part that there is.
static PARTS: Mutex<BTreeSet<PathBuf>> = Mutex::new(BTreeSet::new());

/// Parts of one name that one process may have: another of the same number may write at the same time, in a
/// container of its own.
const SAME_NUMBER: u32 = 99;

/// A file on its way; removed again unless it is finished.
#[derive(Debug)]
pub struct Part {
    path: PathBuf,
    target: PathBuf,
    /// While it is open, its lock tells others that somebody still writes.
    file: Option<File>,
}

impl Part {
    /// Writes a whole part beside its target.
    ///
    /// # Errors
    /// Where it cannot be written; then nothing is left of it.
    pub fn write(target: &Path, contents: &dyn Contents) -> io::Result<Self> {
        let mut part = Self::create(target)?;
        if let Some(file) = &mut part.file {
            contents.write(file)?;
            file.sync_all()?;
        }
        Ok(part)
    }

    /// Closes the file, where many parts would be more than a process may have open.
    pub fn close(&mut self) {
        self.file = None;
    }

    fn create(target: &Path) -> io::Result<Self> {
        let name = target
            .file_name()
            .ok_or_else(|| io::Error::new(io::ErrorKind::InvalidInput, "it has no file name"))?;
        crate::signals::watch(remove_all);
        let mut parts = parts();
        let (path, file) = (1..=SAME_NUMBER)
            .map(|number| target.with_file_name(part_name(name, number)))
            .map(|path| OpenOptions::new().write(true).create_new(true).open(&path).map(|file| (path, file)))
            .find(|made| !made.as_ref().is_err_and(|error| error.kind() == io::ErrorKind::AlreadyExists))
            .unwrap_or_else(|| Err(io::ErrorKind::AlreadyExists.into()))?;
        parts.insert(path.clone());
        drop(parts);
        // From here on it is removed where something fails.
        let part = Self { path, target: target.to_owned(), file: Some(file) };
        if let Some(file) = &part.file {
            // A file system without locks: the number of the process tells what it can.
            let _ = FileExt::try_lock(file);
            if let Ok(known) = fs::metadata(target) {
                file.set_permissions(known.permissions())?;
            }
        }
        Ok(part)
    }
}

impl Drop for Part {
    fn drop(&mut self) {
        let mut parts = parts();
        if parts.remove(&self.path) {
            let _ = fs::remove_file(&self.path);
        }
    }
}

/// Puts parts in their places, all before any signal is heard.
///
/// # Errors
/// The first that cannot be put there, with its place; those before it are in theirs.
pub fn finish(finished: Vec<Part>) -> Result<(), (PathBuf, io::Error)> {
    let mut done = Ok(());
    let mut parts = parts();
    for part in &finished {
        if let Err(error) = fs::rename(&part.path, &part.target) {
            done = Err((part.target.clone(), error));
            break;
        }
        parts.remove(&part.path);
    }
    // What is left over is removed when it is dropped, which takes the lock anew.
    drop(parts);
    done
}

/// Removes every part of this process; none is made as long as what comes back is held.
pub fn remove_all() -> MutexGuard<'static, BTreeSet<PathBuf>> {
    let mut parts = parts();
    for path in parts.iter() {
        let _ = fs::remove_file(path);
    }
    parts.clear();
    parts
}

/// Parts in a folder that processes left there which did not come to their end.
#[derive(Debug)]
pub struct LeftOver {
    /// By the name of the file that they were to become: name of the part, and number of its process.
    parts: BTreeMap<Vec<u8>, Vec<(OsString, u32)>>,
}

impl LeftOver {
    /// Looks through a folder, once for however many files are written there.
    pub fn of(folder: &Path) -> Self {
        let folder = if folder.as_os_str().is_empty() { Path::new(".") } else { folder };
        let mut parts: BTreeMap<Vec<u8>, Vec<(OsString, u32)>> = BTreeMap::new();
        for entry in fs::read_dir(folder).into_iter().flatten().filter_map(Result::ok) {
            let part = entry.file_name();
            if let Some((name, process)) = parsed(&part) {
                parts.entry(name.to_vec()).or_default().push((part, process));
            }
        }
        Self { parts }
    }

    /// Removes those of one file whose process has gone; those of one that still runs are its own.
    pub fn clear(&self, target: &Path) {
        let name = target.file_name().unwrap_or_default().as_encoded_bytes();
        for (part, process) in self.parts.get(name).into_iter().flatten() {
            let path = target.with_file_name(part);
            if is_left_over(&path, *process) {
                let _ = fs::remove_file(&path);
            }
        }
    }
}

/// `.facts.jsonl.4711.part`; `.facts.jsonl.4711-2.part` where that is taken.
fn part_name(name: &OsStr, number: u32) -> OsString {
    let mut part = OsString::from(".");
    part.push(name);
    let process = std::process::id();
    part.push(if number == 1 { format!(".{process}.part") } else { format!(".{process}-{number}.part") });
    part
}

/// The file that a part was to become, and the number of the process that wrote it.
fn parsed(part: &OsStr) -> Option<(&[u8], u32)> {
    let middle = part.as_encoded_bytes().strip_prefix(b".")?.strip_suffix(b".part")?;
    let point = middle.iter().rposition(|byte| *byte == b'.')?;
    let number = std::str::from_utf8(middle.get(point.saturating_add(1)..)?).ok()?;
    let process = number.split_once('-').map_or(number, |(process, _)| process);
    Some((middle.get(..point)?, process.parse().ok()?))
}

fn is_left_over(path: &Path, process: u32) -> bool {
    if parts().contains(path) || !fs::symlink_metadata(path).is_ok_and(|known| known.is_file()) {
        return false;
    }
    // Linux shows which processes run; elsewhere, and for those of another container, only the lock tells.
    let shown = Path::new("/proc/self").exists();
    let own = process == std::process::id();
    if shown && !own && Path::new("/proc").join(process.to_string()).exists() {
        return false;
    }
    match File::open(path).map(|file| FileExt::try_lock(&file)) {
        Ok(Ok(())) => true,
        Ok(Err(TryLockError::WouldBlock)) => false,
        _ => shown,
    }
}

fn parts() -> MutexGuard<'static, BTreeSet<PathBuf>> {
    PARTS.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_name_of_a_part_tells_its_file_and_its_process() {
        let name = OsStr::new("facts.2026.jsonl");
        let own = std::process::id();
        for number in [1, 2] {
            let part = part_name(name, number);
            assert_eq!(parsed(&part), Some((name.as_encoded_bytes(), own)), "{part:?}");
        }
        for other in
            [".facts.jsonl", "facts.jsonl.7.part", ".facts.jsonl.part", ".facts.jsonl.x.part", ".part"]
        {
            assert_eq!(parsed(OsStr::new(other)), None, "{other}");
        }
    }

    #[test]
    fn a_part_that_is_written_is_left_alone_and_gone_when_dropped() {
        let folder = tempfile::tempdir().unwrap();
        let target = folder.path().join("facts.jsonl");
        let part = Part::write(&target, &"new").unwrap();
        let names = || fs::read_dir(folder.path()).unwrap().count();
        LeftOver::of(folder.path()).clear(&target);
        assert_eq!(names(), 1);
        drop(part);
        assert_eq!(names(), 0);
        // What an earlier process of the same number left is no obstacle, and goes.
        fs::write(target.with_file_name(part_name(OsStr::new("facts.jsonl"), 1)), "old").unwrap();
        LeftOver::of(folder.path()).clear(&target);
        assert_eq!(names(), 0);
        finish(vec![Part::write(&target, &"new").unwrap()]).unwrap();
        assert_eq!((names(), fs::read_to_string(&target).unwrap().as_str()), (1, "new"));
    }
}
