//! The texts in Japanese.

mod announcement;
mod case_study;
mod code;
mod finding;
mod format;
mod message;
mod name;
mod problem;
mod reason;
mod words;

#[cfg(test)]
pub(super) use self::reason::REASONS;
pub(super) use self::{
    announcement::*, case_study::*, code::*, finding::*, format::*, message::*, name::*, problem::*,
};
