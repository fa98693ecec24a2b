//! The answers: each gathers what the areas found, with no arithmetic of its own.

pub mod brief;
pub mod change;
pub mod portfolio;
pub mod trail;
pub mod what_if;
