//! `keyperson schema`: the JSON Schema of each kind of document.

use clap::ValueEnum;

use crate::args::{Document, Schema};
use crate::exit::{Exit, Failure};
use crate::output::show;
use crate::terminal::Terminal;
use crate::text as say;

/// Runs the command.
pub fn run(terminal: &Terminal, args: &Schema) -> Result<(), Failure> {
    // The core makes all but one, under the names of the command line.
    let name = args.of.to_possible_value().map(|value| value.get_name().to_owned()).unwrap_or_default();
    let text = match args.of {
        Document::Mapping => serde_json::to_string_pretty(&crate::mapping_schema::json_schema()),
        _ => match keyperson::door::schema::all().into_iter().find(|(known, _)| *known == name) {
            Some((_, schema)) => serde_json::to_string_pretty(&schema),
            None => {
                let text = say::no_schema(&name, terminal.language);
                return Err(Failure::new(Exit::Usage, text));
            }
        },
    };
    show(terminal.language, format!("{}\n", text.unwrap_or_default()))
}
