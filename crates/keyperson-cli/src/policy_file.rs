//! Reads policies from files, and finds the line of each setting that is wrong.

use std::io::Read;
use std::path::Path;

use keyperson::{Error, MAX_DOCUMENT_BYTES, Phrase, Place, Policy, ProblemKind, phrase};
use toml_edit::{Document, Item};

use crate::complaint::{self, Complaint, Mark, SHOWN};
use crate::exit::Failure;
use crate::files::Files;
use crate::stream::{self, is_dash};
use crate::stream::{name_of, unreadable};
use crate::terminal::Terminal;

/// The policy of a file; the default one where there is none.
///
/// # Errors
/// Exit code 3 where the file cannot be read; exit code 1 with all its problems.
pub fn read(terminal: &Terminal, files: &Files, path: Option<&Path>) -> Result<Policy, Failure> {
    let Some(path) = path else { return Ok(Policy::default()) };
    let text = read_text(terminal, files, path)?;
    let json = path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("json"));
    let policy = if json { Policy::from_json(&text) } else { Policy::from_toml(&text) };
    policy.map_err(|error| located(terminal, path, &text, &error))
}

/// A document of at most 64 MiB as text.
///
/// # Errors
/// Exit code 3 where the file cannot be read; exit code 1 where it is too large or not UTF-8.
pub fn read_text(terminal: &Terminal, files: &Files, path: &Path) -> Result<String, Failure> {
    let bytes = read_bytes(terminal, files, path)?;
    let refuse = |line, kind| {
        complaint::whole(terminal, &name_of(path), &Error::one(Place { line, path: String::new() }, kind))
    };
    if bytes.len() > MAX_DOCUMENT_BYTES {
        let limit = u64::try_from(MAX_DOCUMENT_BYTES).unwrap_or(u64::MAX);
        let bytes = std::fs::metadata(path).map_or(limit.saturating_add(1), |known| known.len());
        return Err(refuse(None, ProblemKind::InputTooLarge { bytes, limit }));
    }
    if let Some(found) = keyperson_table::binary_file(&bytes) {
        let advice = phrase!("name a file in TOML or JSON");
        return Err(refuse(None, ProblemKind::ForeignFile { found: Phrase::plain(found), advice }));
    }
    String::from_utf8(bytes).map_err(|error| {
        let valid = error.utf8_error().valid_up_to();
        let before = error.as_bytes().get(..valid).unwrap_or_default();
        let line = before.iter().filter(|byte| **byte == b'\n').count().saturating_add(1);
        let offset = u64::try_from(valid).unwrap_or(u64::MAX);
        refuse(u64::try_from(line).ok(), ProblemKind::NotUtf8 { offset })
    })
}

/// The failure of a TOML document, each problem with the line of its setting.
pub fn located(terminal: &Terminal, path: &Path, text: &str, error: &Error) -> Failure {
    complaint::failure(terminal, &complaints(&name_of(path), text, error), error.count())
}

/// The problems of a TOML document, each with the line of its setting.
pub fn complaints(name: &str, text: &str, error: &Error) -> Vec<Complaint> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let document = Document::parse(text).ok();
    error
        .problems()
        .iter()
        .take(SHOWN)
        .map(|problem| {
            let mut complaint = Complaint { mark: Mark::Name, ..Complaint::of(name, problem.clone()) };
            let line =
                problem.place.line.or_else(|| line_of(document.as_ref()?.as_item(), text, problem.path()));
            complaint.problem.place.line = line;
            complaint.line = line
                .and_then(|line| usize::try_from(line).ok()?.checked_sub(1))
                .and_then(|index| text.lines().nth(index))
                .map(str::to_owned);
            complaint
        })
        .collect()
}

/// The line, from 1, of the deepest part of the path that the document has.
fn line_of(root: &Item, text: &str, path: &str) -> Option<u64> {
    let mut item = root;
    let mut span = None;
    for step in path.split('/').skip(1) {
        let step = step.replace("~1", "/").replace("~0", "~");
        let (key_span, next) = if let Some(table) = item.as_table_like() {
            let Some((key, next)) = table.get_key_value(&step) else { break };
            (key.span(), next)
        } else {
            let Some(next) = step.parse::<usize>().ok().and_then(|index| item.get(index)) else { break };
            (next.span(), next)
        };
        span = key_span.or_else(|| next.span()).or(span);
        item = next;
    }
    let before = text.get(..span?.start)?;
    u64::try_from(before.matches('\n').count()).ok()?.checked_add(1)
}

fn read_bytes(terminal: &Terminal, files: &Files, path: &Path) -> Result<Vec<u8>, Failure> {
    let limit = u64::try_from(MAX_DOCUMENT_BYTES).unwrap_or(u64::MAX).saturating_add(1);
    let mut bytes = Vec::new();
    let read = if is_dash(path) {
        stream::input(terminal)?.take(limit).read_to_end(&mut bytes)
    } else {
        files.open(terminal, path)?.take(limit).read_to_end(&mut bytes)
    };
    read.map_err(|error| unreadable(terminal, path, &error))?;
    Ok(bytes)
}
