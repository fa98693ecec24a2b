//! The texts in English.

mod announcement;
mod case_study;
mod code;
mod finding;
mod format;
mod message;
mod name;
mod problem;

pub(super) use self::{
    announcement::*, case_study::*, code::*, finding::*, format::*, message::*, name::*, problem::*,
};
