//! `keyperson schema`: the JSON Schema of each kind of document.

use crate::args::{Document, Schema};
use crate::exit::Failure;
use crate::output::show;
use crate::terminal::Terminal;

/// Runs the command.
pub fn run(terminal: &Terminal, args: &Schema) -> Result<(), Failure> {
    let text = match args.of {
        Document::Fact => pretty(&keyperson::fact::json_schema()),
        Document::Policy => pretty(&schemars::schema_for!(keyperson::Policy)),
        Document::Brief => pretty(&schemars::schema_for!(keyperson::Brief)),
        Document::Portfolio => pretty(&schemars::schema_for!(keyperson::Portfolio)),
        Document::Mapping => pretty(&crate::mapping_schema::json_schema()),
    };
    show(terminal.lang, &text)
}

fn pretty(schema: &impl serde::Serialize) -> String {
    let mut text = serde_json::to_string_pretty(schema).unwrap_or_default();
    text.push('\n');
    text
}
