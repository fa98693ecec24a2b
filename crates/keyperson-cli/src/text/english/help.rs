//! The help of the command in English, as its declaration says it.

use clap::Command;

use crate::exit;

pub fn command(of: Command) -> Command {
    of.after_help(exit::help())
}
