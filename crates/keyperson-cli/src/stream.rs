//! The input and the output of the process: whether they are there at all, and what they are.

use std::fs::Metadata;
use std::io::{self, StdinLock};
use std::path::Path;

use crate::exit::{Exit, Failure};
use crate::terminal::Terminal;
use crate::text as say;

#[cfg(unix)]
use self::unix as system;

/// Whether the path means the input or output of the process.
pub fn is_dash(path: &Path) -> bool {
    path.as_os_str() == "-"
}

/// Whether the path names a stream that is open already, such as `/dev/stdout`: it is written to, never replaced.
pub fn is_descriptor(path: &Path) -> bool {
    ["/dev/stdout", "/dev/stderr"].iter().any(|known| path == Path::new(known))
        || ["/dev/fd", "/proc/self/fd"].iter().any(|folder| path.starts_with(folder))
}

/// Whether the path is the output of the process by another name.
pub fn is_output(path: &Path) -> bool {
    ["-", "/dev/stdout", "/dev/fd/1", "/proc/self/fd/1"].iter().any(|known| path == Path::new(known))
}

/// Whether the path is the output of the process, or another stream that is open already.
pub fn is_stream(path: &Path) -> bool {
    is_dash(path) || is_descriptor(path)
}

/// The input of the process.
///
/// # Errors
/// Exit code 3 where the process was started without one (`<&-`).
pub fn input(terminal: &Terminal) -> Result<StdinLock<'static>, Failure> {
    if system::closed(system::INPUT) {
        return Err(Failure::new(Exit::File, say::input_closed(terminal.language)));
    }
    Ok(io::stdin().lock())
}

/// Whether the process was started without an output (`>&-`).
pub fn output_is_closed() -> bool {
    system::closed(system::OUTPUT)
}

/// What is known of the input; none where it cannot be told.
pub fn metadata_of_input() -> Option<Metadata> {
    system::metadata(system::INPUT)
}

/// What is known of the output; none where it cannot be told.
pub fn metadata_of_output() -> Option<Metadata> {
    system::metadata(system::OUTPUT)
}

/// The failure of a file that cannot be read.
pub fn unreadable(terminal: &Terminal, path: &Path, error: &io::Error) -> Failure {
    let name = name_of(path);
    Failure::new(Exit::File, say::reading_fails(&name, error, terminal.language))
}

/// The name of a file in messages.
pub fn name_of(path: &Path) -> String {
    if is_dash(path) { "<stdin>".to_owned() } else { path.display().to_string() }
}

#[cfg(unix)]
mod unix {
    use std::fs::{File, Metadata};
    use std::io;
    use std::os::fd::{AsFd, OwnedFd};
    use std::sync::atomic::{AtomicBool, Ordering};

    pub(super) const INPUT: usize = 0;
    pub(super) const OUTPUT: usize = 1;

    static CLOSED: [AtomicBool; 2] = [AtomicBool::new(false), AtomicBool::new(false)];

    /// Looks before `main`: Rust's own start opens `/dev/null` in the place of a stream that is closed, and what
    /// is written there is lost without an error.
    #[ctor::ctor]
    fn look() {
        for (stream, closed) in CLOSED.iter().enumerate() {
            closed.store(duplicate(stream).is_err(), Ordering::Relaxed);
        }
    }

    pub(super) fn closed(stream: usize) -> bool {
        CLOSED.get(stream).is_some_and(|closed| closed.load(Ordering::Relaxed))
    }

    pub(super) fn metadata(stream: usize) -> Option<Metadata> {
        File::from(duplicate(stream).ok()?).metadata().ok()
    }

    fn duplicate(stream: usize) -> io::Result<OwnedFd> {
        match stream {
            INPUT => io::stdin().as_fd().try_clone_to_owned(),
            _ => io::stdout().as_fd().try_clone_to_owned(),
        }
    }
}

#[cfg(not(unix))]
mod system {
    use std::fs::Metadata;

    pub(super) const INPUT: usize = 0;
    pub(super) const OUTPUT: usize = 1;

    pub(super) fn closed(_stream: usize) -> bool {
        false
    }

    pub(super) fn metadata(_stream: usize) -> Option<Metadata> {
        None
    }
}
