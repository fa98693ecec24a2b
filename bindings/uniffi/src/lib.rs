//! keyperson for Kotlin and the JVM, Ruby and Swift, by UniFFI: the core's types and questions, and nothing decided here.
//!
//! `mirror.rs`, `event.rs` and `answers.rs` are written from the core's declarations by `cargo xtask schema`. Facts come in with
//! plain numbers and texts, so that the core's own reader says what is wrong with which of them, and where. Numbers are
//! signed integers and doubles; dates are ISO texts here, which each language's configuration turns into its own types.

mod answer;
#[rustfmt::skip]
#[expect(clippy::clone_on_copy, reason = "what is written for every field")]
mod answers;
mod door;
#[rustfmt::skip]
mod event;
mod fact;
mod journal;
#[rustfmt::skip]
mod mirror;
mod page;
mod plain;
mod policy;
mod value;

pub use answer::*;
pub use answers::*;
pub use door::{KeypersonError, Problem, ProblemText, planted_panic};
pub use event::*;
pub use fact::Fact;
pub use journal::*;
pub use mirror::*;
pub use policy::Policy;
pub use value::*;

/// With the system's allocator a brief takes a fifth longer.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

uniffi::setup_scaffolding!("keyperson");
