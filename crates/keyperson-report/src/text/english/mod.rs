//! The sentences of the pages in English.

#[cfg(feature = "ics")]
mod agenda;
mod colleagues;
mod course;
mod deals;
mod item;
mod label;
mod page;
mod person;
mod portfolio;
mod together;

#[cfg(feature = "ics")]
pub(crate) use self::agenda::*;
pub(crate) use self::label::labels;
pub(crate) use self::{
    colleagues::*, course::*, deals::*, item::*, page::*, person::*, portfolio::*, together::*,
};
