//! The sentences of the command in English.

mod command;
mod help;
mod message;
mod page;
mod usage;

pub use self::{command::*, help::*, message::*, page::*, usage::*};
