//! The sentences of the command in English.

mod command;
mod message;
mod page;

pub use self::{command::*, message::*, page::*};
