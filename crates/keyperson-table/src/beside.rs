//! Two pieces of work side by side.

/// Does `ahead` on a thread of its own while this one does `now`.
#[cfg(feature = "parallel")]
pub(crate) fn beside<T: Send>(ahead: impl FnOnce() -> T + Send, now: impl FnOnce()) -> T {
    std::thread::scope(|scope| {
        let ahead = scope.spawn(ahead);
        now();
        ahead.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic))
    })
}

/// Does `now`, then `ahead`.
#[cfg(not(feature = "parallel"))]
pub(crate) fn beside<T>(ahead: impl FnOnce() -> T, now: impl FnOnce()) -> T {
    now();
    ahead()
}
