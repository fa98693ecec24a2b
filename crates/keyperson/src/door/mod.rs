//! Text in, text out: questions as JSON, drafts of messages, and the schemas of all of it.

pub mod ask;
pub mod business_day;
pub mod draft;
pub mod question;
#[cfg(feature = "schema")]
pub mod schema;
