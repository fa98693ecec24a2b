//! What deals tell: which prospect to open first, with which partner to begin, what won deals teach.

pub(crate) mod case_study;
pub(crate) mod chance;
pub mod first_order;
pub mod replication;
pub mod similarity;
pub mod story;
pub mod where_to_begin;
