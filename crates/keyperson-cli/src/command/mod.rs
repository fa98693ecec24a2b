//! The commands, one file each.

pub mod ask;
pub mod brief;
pub mod calendar;
pub mod demo;
pub mod draft;
pub mod import;
pub mod policy;
pub mod portfolio;
pub mod schema;
pub mod simulate;
pub mod trail;
