//! The texts in Japanese.

mod announcement;
mod case_study;
mod code;
mod finding;
mod format;
mod message;
mod name;
mod phrase;
mod problem;
mod reason;

pub(super) use self::{
    announcement::*, case_study::*, code::*, finding::*, format::*, message::*, name::*, phrase::*,
    problem::*,
};
#[cfg(test)]
pub(super) use self::{phrase::PHRASES, reason::REASONS};
