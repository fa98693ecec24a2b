//! Work on all cores, or one after the other where rayon is not built in.

/// The results in the order of the pieces, whoever did them.
#[cfg(feature = "parallel")]
pub(crate) fn side_by_side<T: Send, R: Send>(pieces: Vec<T>, work: impl Fn(T) -> R + Send + Sync) -> Vec<R> {
    use rayon::prelude::*;
    // A piece is work enough for a thread to fetch it by itself.
    pieces.into_par_iter().with_max_len(1).map(work).collect()
}

/// The results in the order of the pieces.
#[cfg(not(feature = "parallel"))]
pub(crate) fn side_by_side<T, R>(pieces: Vec<T>, work: impl Fn(T) -> R) -> Vec<R> {
    pieces.into_iter().map(work).collect()
}

/// How many pieces can be done at once.
#[cfg(feature = "arrow")]
pub(crate) fn at_once() -> usize {
    #[cfg(feature = "parallel")]
    let threads = rayon::current_num_threads();
    #[cfg(not(feature = "parallel"))]
    let threads = 1;
    threads
}

/// Does `ahead` on a thread of the current pool while this one does `now`, and puts what it gives into `made`.
#[cfg(feature = "parallel")]
pub(crate) fn beside<T: Send>(made: &mut T, ahead: impl FnOnce() -> T + Send, now: impl FnOnce()) {
    rayon::in_place_scope(|scope| {
        scope.spawn(|_| *made = ahead());
        now();
    });
}

/// Does `now`, then `ahead`, and puts what it gives into `made`.
#[cfg(not(feature = "parallel"))]
pub(crate) fn beside<T>(made: &mut T, ahead: impl FnOnce() -> T, now: impl FnOnce()) {
    now();
    *made = ahead();
}
