//! Short programs that read like documentation: `cargo run -p keyperson-examples --example brief`.
