//! Long calls: without the GIL, broken off by Ctrl-C, and telling how far they are.

use std::ops::ControlFlow;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::mpsc::{RecvTimeoutError, channel};
use std::time::Duration;

use pyo3::prelude::*;

use crate::error;

/// Journals from which a portfolio counts as long: about 10 ms of work.
pub(crate) const LONG_FACTS: usize = 5_000;

/// Texts from which reading counts as long: about 10 ms of work.
pub(crate) const LONG_TEXT: usize = 1_000_000;

/// How often a long call looks up: Ctrl-C is to be answered within 200 ms.
const LOOK_UP: Duration = Duration::from_millis(40);

/// What a long piece of work and the one who waits for it tell each other.
#[derive(Debug, Default)]
pub(crate) struct Watch {
    done: AtomicU64,
    stop: AtomicBool,
}

impl Watch {
    /// Tells how much is done; of what several threads tell, the most.
    pub(crate) fn tell(&self, done: u64) {
        self.done.fetch_max(done, Ordering::Relaxed);
    }

    /// Tells how much is done, and whether to go on.
    pub(crate) fn reached(&self, done: u64) -> ControlFlow<()> {
        self.tell(done);
        if self.stopped() { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
    }

    /// Whether nobody waits any more.
    pub(crate) fn stopped(&self) -> bool {
        self.stop.load(Ordering::Relaxed)
    }
}

/// Does `work` without the GIL. Where it is long, it is done by a thread of its own, while this one looks for Ctrl-C
/// and tells `progress` how much is done.
pub(crate) fn patiently<T: Send + 'static>(
    py: Python<'_>,
    long: bool,
    progress: Option<&Bound<'_, PyAny>>,
    work: impl FnOnce(&Watch) -> T + Send + 'static,
) -> PyResult<T> {
    if !long && progress.is_none() {
        return Ok(py.detach(|| work(&Watch::default())));
    }
    let watch = Arc::new(Watch::default());
    let (sender, mut receiver) = channel();
    let theirs = watch.clone();
    let _worker = std::thread::spawn(move || {
        let result = catch_unwind(AssertUnwindSafe(|| work(&theirs)));
        // Nobody waits any more after Ctrl-C: the result is dropped.
        let _ = sender.send(result.map_err(|panic| error::message_of(panic.as_ref())));
    });
    loop {
        let (received, back) = py.detach(move || (receiver.recv_timeout(LOOK_UP), receiver));
        receiver = back;
        match received {
            Ok(Ok(result)) => {
                tell(progress, &watch)?;
                return Ok(result);
            }
            Ok(Err(panic)) => return Err(error::internal(py, &panic)),
            Err(RecvTimeoutError::Disconnected) => return Err(error::internal(py, "a thread was lost")),
            Err(RecvTimeoutError::Timeout) => {
                if let Err(interrupt) = py.check_signals().and_then(|()| tell(progress, &watch)) {
                    watch.stop.store(true, Ordering::Relaxed);
                    return Err(interrupt);
                }
            }
        }
    }
}

fn tell(progress: Option<&Bound<'_, PyAny>>, watch: &Watch) -> PyResult<()> {
    match progress {
        Some(progress) => progress.call1((watch.done.load(Ordering::Relaxed),)).map(|_| ()),
        None => Ok(()),
    }
}
