//! The answers: each gathers what the areas found, with no arithmetic of its own.

pub mod brief;
pub mod change;
mod market;
pub mod portfolio;
mod room;
pub mod trail;
pub mod what_if;
