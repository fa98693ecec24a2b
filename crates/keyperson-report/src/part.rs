//! A part of a page that the Content-Security-Policy names.

/// What stands inside an element, and its hash.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Part {
    pub(crate) text: &'static str,
    pub(crate) hash: &'static str,
}
