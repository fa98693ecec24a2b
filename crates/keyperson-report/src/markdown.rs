//! The escaper of the Markdown templates: a name is a name and never markup.

use std::fmt::{self, Write};

use keyperson::text;

/// Escapes as the texts of the core do.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Markdown;

impl askama::filters::Escaper for Markdown {
    fn write_escaped_str<W: Write>(&self, mut dest: W, string: &str) -> fmt::Result {
        dest.write_str(&text::markdown(string))
    }
}
