//! What is tested across crates: the conformance corpus, the schemas, and the README's own examples.

/// The README, whose examples run as tests.
#[doc = include_str!("../../README.md")]
pub struct Readme;
