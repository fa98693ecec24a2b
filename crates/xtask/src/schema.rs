//! Writes the JSON Schema files of the core's documents, their TypeScript types and their UniFFI mirrors, or compares
//! them with the core's.

mod answers;
mod declarations;
mod mirrors;
mod typescript;

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::ExitCode;

/// Where the files are committed.
const FOLDER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../keyperson/schemas");

/// Where the other files are committed.
const BINDINGS: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../bindings");

const WRITE: &str = "run `cargo xtask schema` and commit what it writes";

fn main() -> ExitCode {
    let check = match std::env::args().nth(1).as_deref() {
        None => false,
        Some("--check") => true,
        Some(other) => {
            eprintln!("error: unknown argument `{other}`; there is only `--check`");
            return ExitCode::FAILURE;
        }
    };
    match if check { compare_all() } else { write_all() } {
        Ok(()) => ExitCode::SUCCESS,
        Err(reason) => {
            eprintln!("error: {reason}");
            ExitCode::FAILURE
        }
    }
}

fn write_all() -> Result<(), String> {
    write(Path::new(FOLDER), &generated()?)?;
    for (name, text) in bindings()? {
        fs::write(Path::new(BINDINGS).join(name), text).map_err(|error| format!("{name}: {error}"))?;
        println!("wrote {name}");
    }
    Ok(())
}

fn compare_all() -> Result<(), String> {
    compare(Path::new(FOLDER), &generated()?)?;
    for (name, text) in bindings()? {
        let committed = fs::read_to_string(Path::new(BINDINGS).join(name)).unwrap_or_default();
        if committed != text {
            return Err(format!("{name}: {}\n{WRITE}", first_difference(&committed, &text)));
        }
    }
    Ok(())
}

/// The files of the bindings, below their folder, with what they should hold.
fn bindings() -> Result<[(&'static str, String); 6], String> {
    let mirrors::Sources { mirrors, facts, answers, events } = mirrors::sources()?;
    Ok([
        ("wasm/ts/types.ts", typescript::types(&keyperson::door::schema::all())?),
        ("uniffi/src/mirror.rs", mirrors),
        ("uniffi/src/event.rs", facts),
        ("uniffi/src/answers.rs", answers::rust(&answers)?),
        ("uniffi/kotlin/keyperson/src/Answers.kt", answers::kotlin(&answers)),
        ("uniffi/kotlin/keyperson/src/Events.kt", answers::events(&events)),
    ])
}

/// The files by name, with what they should hold.
fn generated() -> Result<BTreeMap<String, String>, String> {
    let mut files = BTreeMap::new();
    for (name, schema) in keyperson::door::schema::all() {
        let mut text = serde_json::to_string_pretty(&schema).map_err(|error| format!("{name}: {error}"))?;
        text.push('\n');
        files.insert(format!("{name}.schema.json"), text);
    }
    Ok(files)
}

fn write(folder: &Path, files: &BTreeMap<String, String>) -> Result<(), String> {
    fs::create_dir_all(folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    for name in committed(folder)?.keys().filter(|name| !files.contains_key(*name)) {
        fs::remove_file(folder.join(name)).map_err(|error| format!("{name}: {error}"))?;
        println!("removed {name}");
    }
    for (name, text) in files {
        fs::write(folder.join(name), text).map_err(|error| format!("{name}: {error}"))?;
        println!("wrote {name}");
    }
    Ok(())
}

/// # Errors
/// Names each file that differs, with the first line that does, and what to do.
fn compare(folder: &Path, files: &BTreeMap<String, String>) -> Result<(), String> {
    let committed = committed(folder)?;
    let mut differences = Vec::new();
    for (name, text) in files {
        match committed.get(name) {
            None => differences.push(format!("{name}: missing")),
            Some(old) if old != text => differences.push(format!("{name}: {}", first_difference(old, text))),
            Some(_) => {}
        }
    }
    let stale = committed.keys().filter(|name| !files.contains_key(*name));
    differences.extend(stale.map(|name| format!("{name}: there is no such document any more")));
    if differences.is_empty() {
        return Ok(());
    }
    Err(format!("{}\n{WRITE}", differences.join("\n")))
}

/// The schema files in `folder`; none where there is no such folder.
fn committed(folder: &Path) -> Result<BTreeMap<String, String>, String> {
    let mut files = BTreeMap::new();
    if !folder.is_dir() {
        return Ok(files);
    }
    let said = |error: std::io::Error| format!("{}: {error}", folder.display());
    for entry in fs::read_dir(folder).map_err(said)? {
        let entry = entry.map_err(said)?;
        let name = entry.file_name().to_string_lossy().into_owned();
        if name.ends_with(".json") {
            let text = fs::read_to_string(entry.path()).map_err(|error| format!("{name}: {error}"))?;
            files.insert(name, text);
        }
    }
    Ok(files)
}

fn first_difference(committed: &str, generated: &str) -> String {
    let same = committed.lines().zip(generated.lines()).take_while(|(old, new)| old == new).count();
    let line = |text: &str| text.lines().nth(same).unwrap_or("(end of file)").trim().to_owned();
    format!(
        "line {}: committed `{}`, the types say `{}`",
        same.saturating_add(1),
        line(committed),
        line(generated)
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn committed_files_are_current() {
        compare_all().unwrap();
    }

    #[test]
    fn what_was_written_compares_equal_and_any_change_does_not() {
        let folder = tempfile::tempdir().unwrap();
        let files = generated().unwrap();
        assert!(compare(folder.path(), &files).unwrap_err().contains("fact.schema.json: missing"));

        fs::write(folder.path().join("gone.schema.json"), "{}").unwrap();
        assert!(compare(folder.path(), &files).unwrap_err().contains("gone.schema.json: there is no such"));
        write(folder.path(), &files).unwrap();
        compare(folder.path(), &files).unwrap();

        let changed = files["fact.schema.json"].replacen("Fact", "Act", 1);
        fs::write(folder.path().join("fact.schema.json"), changed).unwrap();
        let error = compare(folder.path(), &files).unwrap_err();
        assert!(error.contains("\"title\": \"Act\""), "{error}");
        assert!(error.ends_with("run `cargo xtask schema` and commit what it writes"), "{error}");
    }

    #[test]
    fn a_file_that_is_cut_short_differs_at_its_end() {
        assert_eq!(first_difference("a\n", "a\nb\n"), "line 2: committed `(end of file)`, the types say `b`");
    }
}
