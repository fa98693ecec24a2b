//! Effort: how often ids and texts were compared, for the tests that hold work in proportion to the facts. Counted with
//! the feature `rooms` alone; without it nothing is kept.

#[cfg(feature = "rooms")]
use std::cell::Cell;

#[cfg(feature = "rooms")]
thread_local! {
    static COMPARISONS: Cell<u64> = const { Cell::new(0) };
}

/// How often ids and texts were compared on this thread so far.
#[cfg(feature = "rooms")]
#[must_use]
pub fn comparisons() -> u64 {
    COMPARISONS.get()
}

/// Counts one comparison.
#[inline]
pub(crate) fn compared() {
    #[cfg(feature = "rooms")]
    COMPARISONS.set(COMPARISONS.get().saturating_add(1));
}
