//! The sentences of the command in Japanese.

mod command;
mod message;
mod page;

pub use self::{command::*, message::*, page::*};
