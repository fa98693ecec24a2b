//! JSON text in and out: the tree that is read, typed values read from it, and the text that is written.

mod copy;
pub(crate) mod read;
pub(crate) mod row;
pub(crate) mod tree;
pub(crate) mod value;
pub mod write;

pub use tree::Json;
pub use value::Value;
