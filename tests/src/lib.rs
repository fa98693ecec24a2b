//! What is tested across crates: the conformance corpus, the schemas, and the examples of the documents.

/// The README, whose examples run as tests.
#[doc = include_str!("../../README.md")]
pub struct Readme;

/// The tour of the languages, whose Rust runs as tests.
#[doc = include_str!("../../docs/languages.md")]
pub struct Languages;

/// The README of the crate `keyperson`.
#[doc = include_str!("../../crates/keyperson/README.md")]
pub struct CoreReadme;

/// The README of the crate `keyperson-table`.
#[doc = include_str!("../../crates/keyperson-table/README.md")]
pub struct TableReadme;

/// The README of the crate `keyperson-report`.
#[doc = include_str!("../../crates/keyperson-report/README.md")]
pub struct ReportReadme;

/// The README of the crate `keyperson-simulator`.
#[doc = include_str!("../../crates/keyperson-simulator/README.md")]
pub struct SimulatorReadme;
