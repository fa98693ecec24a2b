//! The portfolio of a table that need not fit into memory.

use std::ops::{ControlFlow, Range};
use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};

use arrow_array::RecordBatch;
use keyperson::answer::portfolio::Pieces;
use keyperson::calendar::Instant;
use keyperson::{Error, Journal, PartnerId, Policy, Portfolio};
use rayon::prelude::*;

use super::found::{Found, hash_of};
use super::partners::{Plan, runs};
use super::source::FactsTable;
use crate::arrow::{Column, FactsReader};

/// Facts that become a journal at once, where partners follow each other.
const CHUNK: u64 = 32_768;

/// How many facts are held at once for partners whose rows do not lie together, unless something else is asked for.
pub const FACTS_AT_ONCE: u64 = 4_000_000;

/// [`keyperson::portfolio`] of a table of facts that need not fit into memory: the same answer, to the byte.
///
/// Partners whose rows lie together are evaluated as they come, on the threads of the current rayon pool. The rows of all
/// others are gathered, at most `at_once` of them; what is beyond that is read again in a further round. Only a single
/// partner is never cut in two. Beside these rows, eight bytes per fact are kept to make sure that no id names two facts.
///
/// `watch` is told the number of rows done, and may end it. What was done until then is handed out.
///
/// # Errors
/// As [`FactsReader`] and [`keyperson::portfolio`]; `unreadable_input`.
pub fn portfolio_of_table(
    table: &dyn FactsTable,
    policy: &Policy,
    as_of: Instant,
    at_once: u64,
    watch: &(dyn Fn(u64) -> ControlFlow<()> + Sync),
) -> Result<Portfolio, Error> {
    let columns = FactsReader::new(&table.schema())?.into_columns();
    let column = |name: &str| columns.iter().enumerate().find(|(_, column)| column.name == name);
    let (Some(partner), Some(id)) = (column("partner"), column("id")) else {
        // Both are required, so the reader refused a table without them.
        return Ok(Pieces::new(policy, as_of).join([]));
    };
    let work = Work {
        table,
        plan: Plan::of(table, partner, at_once)?,
        partner,
        pieces: Pieces::new(policy, as_of),
        watch,
        done: AtomicU64::new(0),
        ended: AtomicBool::new(false),
        found: Mutex::default(),
    };
    let starts: Vec<u64> = starts(table);
    for round in 0..work.plan.count {
        let read = |(part, start): (usize, &u64)| work.part(part, *start, round);
        let gathered: Result<Vec<Journal>, Error> =
            starts.par_iter().enumerate().with_max_len(1).map(read).collect();
        let together = gathered?.into_par_iter().reduce(Journal::default, |mut one, other| {
            let ids: Vec<u64> = other.facts().map(|fact| hash_of(&fact.id)).collect();
            if one.append(other).is_err() {
                // The same ids again, so that they are looked at once more.
                work.note(|found| found.ids(ids));
            }
            one
        });
        work.evaluate(&together);
    }
    let pieces = Pieces::new(policy, as_of);
    let found = work.found.into_inner().unwrap_or_default();
    Ok(pieces.join(found.into_pieces(table, &starts, id)?))
}

/// How many rows come before each part.
fn starts(table: &dyn FactsTable) -> Vec<u64> {
    let before = |before: &mut u64, rows: u64| {
        let start = *before;
        *before = before.saturating_add(rows);
        Some(start)
    };
    table.parts().into_iter().scan(0, before).collect()
}

struct Work<'w> {
    table: &'w dyn FactsTable,
    plan: Plan,
    /// The column of partners, and its place.
    partner: (usize, &'w Column),
    pieces: Pieces<'w>,
    watch: &'w (dyn Fn(u64) -> ControlFlow<()> + Sync),
    done: AtomicU64,
    ended: AtomicBool,
    found: Mutex<Found>,
}

/// What is read of one part.
struct Part {
    /// Partners whose rows lie together, until they are enough for a journal.
    chunk: FactsReader,
    /// The last of them.
    last: Option<String>,
    /// Rows of the others that belong to the round.
    gathered: FactsReader,
    /// The rows of the table before the next batch.
    before: u64,
}

impl Work<'_> {
    /// Reads a part, evaluates the partners whose rows lie together there, and hands out the others' facts of the round.
    fn part(&self, part: usize, start: u64, round: usize) -> Result<Journal, Error> {
        let reader = || FactsReader::new(&self.table.schema());
        let mut reading = Part { chunk: reader()?, last: None, gathered: reader()?, before: start };
        self.table.read(part, None, &mut |batch| {
            if !self.ended.load(Ordering::Relaxed) {
                self.batch(&batch, &mut reading, round)?;
            }
            Ok(())
        })?;
        self.flush(reading.chunk);
        Ok(self.finished(reading.gathered).unwrap_or_default())
    }

    /// The journal of what was read; none where something is wrong with it, which is noted.
    fn finished(&self, reader: FactsReader) -> Option<Journal> {
        let ids: Vec<u64> = reader.ids().map(hash_of).collect();
        let noted = |error| {
            self.note(|found| {
                found.ids(ids);
                found.problems(error);
            });
        };
        reader.finish().map_err(noted).ok()
    }

    fn batch(&self, batch: &RecordBatch, reading: &mut Part, round: usize) -> Result<(), Error> {
        let runs = runs(batch, self.partner.1, self.partner.0);
        // Whose rows go where: none for those of another round.
        let rounds: Vec<Option<usize>> =
            runs.iter().map(|run| run.partner.as_deref().and_then(|name| self.plan.round_of(name))).collect();
        let run_of = |row: usize| runs.partition_point(|run| run.from.saturating_add(run.rows) <= row);
        let together = |row: usize| matches!(rounds.get(run_of(row)), Some(None));
        let gathered = |row: usize| matches!(rounds.get(run_of(row)), Some(Some(of)) if *of == round);
        let rows = 0..batch.num_rows();
        if round == 0 && rounds.iter().any(Option::is_none) {
            // The chunk ends where its last partner does.
            let goes_on = runs.first().filter(|run| run.partner == reading.last);
            let cut = goes_on.map_or(0, |run| run.rows);
            let before = reading.before;
            let push = |chunk: &mut FactsReader, range: Range<usize>| {
                if range.is_empty() { Ok(()) } else { chunk.push_rows(batch, range, before, &together) }
            };
            push(&mut reading.chunk, 0..cut)?;
            if reading.chunk.rows() >= CHUNK && cut < batch.num_rows() {
                let next = FactsReader::new(&self.table.schema())?;
                self.flush(std::mem::replace(&mut reading.chunk, next));
            }
            push(&mut reading.chunk, cut..rows.end)?;
        }
        if rounds.contains(&Some(round)) {
            reading.gathered.push_rows(batch, rows, reading.before, &gathered)?;
        }
        reading.last = runs.last().and_then(|run| run.partner.clone());
        reading.before = reading.before.saturating_add(u64::try_from(batch.num_rows()).unwrap_or(u64::MAX));
        Ok(())
    }

    /// Evaluates what was read.
    fn flush(&self, reader: FactsReader) {
        if let Some(journal) = self.finished(reader) {
            self.evaluate(&journal);
        }
    }

    fn evaluate(&self, journal: &Journal) {
        let ids: Vec<u64> = journal.facts().map(|fact| hash_of(&fact.id)).collect();
        let piece = |partner: &&PartnerId| {
            if self.ended.load(Ordering::Relaxed) {
                return None;
            }
            let piece = self.pieces.partner(journal, partner);
            let facts = u64::try_from(journal.of_partner(partner).len()).unwrap_or(u64::MAX);
            let before = self.done.fetch_add(facts, Ordering::Relaxed);
            if (self.watch)(before.saturating_add(facts)).is_break() {
                self.ended.store(true, Ordering::Relaxed);
            }
            Some(piece.map_err(|error| (PartnerId::clone(partner), error)))
        };
        let partners: Vec<&PartnerId> = journal.partners().collect();
        // One partner is work enough for a thread to fetch it by itself.
        let made: Vec<_> = partners.par_iter().with_max_len(1).filter_map(piece).collect();
        self.note(|found| {
            found.ids(ids);
            made.into_iter().for_each(|piece| found.piece(piece));
        });
    }

    fn note(&self, note: impl FnOnce(&mut Found)) {
        if let Ok(mut found) = self.found.lock() {
            note(&mut found);
        }
    }
}
