//! The language-neutral cases lie in `conformance/`; its runner is a test of this crate.
