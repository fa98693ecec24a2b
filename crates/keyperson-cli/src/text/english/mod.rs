//! The sentences of the command in English.

mod command;
mod message;
mod page;
mod usage;

pub use self::{command::*, message::*, page::*, usage::*};
