//! Business days.
