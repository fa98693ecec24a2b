//! Facts as text, on all cores.

use std::io::{self, Write};

use keyperson::fact::json_lines as lines_of;
use keyperson::{Fact, Journal};
use rayon::prelude::*;

use crate::side_by_side::beside;

/// Facts that one thread writes before it looks for others.
const PIECE: usize = 2_048;

/// Pieces that are made while as many are written.
const PIECES: usize = 32;

/// [`Journal::to_json_lines`] on the threads of the current rayon pool: the same text, whatever their number.
///
/// ```
/// let journal = keyperson::Journal::default();
/// assert_eq!(keyperson_table::json_lines(&journal), journal.to_json_lines());
/// ```
#[must_use]
pub fn json_lines(journal: &Journal) -> String {
    let mut bytes = Vec::new();
    // Writing into memory cannot fail, and what was written was texts.
    let _ = write_json_lines(journal, &mut bytes);
    String::from_utf8(bytes).unwrap_or_default()
}

/// Writes the text of [`json_lines`] piece by piece, so that it need not fit into memory.
///
/// # Errors
/// Those of the writer; then the rest is not written.
pub fn write_json_lines(journal: &Journal, to: &mut dyn Write) -> io::Result<()> {
    let facts: Vec<&Fact> = journal.facts().collect();
    let made = |round: &[&Fact]| -> Vec<String> {
        round.par_chunks(PIECE).map(|piece| lines_of(piece.iter().copied())).collect()
    };
    let mut rounds = facts.chunks(PIECE.saturating_mul(PIECES));
    let mut ready = rounds.next().map(made);
    while let Some(pieces) = ready {
        let mut written = Ok(());
        let write = || written = pieces.iter().try_for_each(|piece| to.write_all(piece.as_bytes()));
        let mut next = None;
        beside(&mut next, || rounds.next().map(made), write);
        ready = next;
        written?;
    }
    Ok(())
}
