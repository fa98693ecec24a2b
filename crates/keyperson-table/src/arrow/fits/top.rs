//! The best rows of each partner: their ranks by fit.
//!
//! Rows are handed out to groups by their partner's name, so that all rows of a partner are in one group and the partners
//! of a group fit into a processor's own memory. Then each group is ranked by itself.

use std::cmp::Ordering;
use std::collections::HashMap;
use std::hash::BuildHasher as _;
use std::ops::Range;

use arrow_array::{Int64Array, RecordBatch};
use arrow_buffer::ScalarBuffer;
use rustc_hash::FxBuildHasher;

use super::partner::Partners;
use super::share::{Made, validity};
use crate::side_by_side::{at_once, side_by_side};

/// How many rows a group has, about.
const GROUP: usize = 32_768;
/// The most groups there are.
const GROUPS: usize = 1_024;
/// Shares of the rows that each thread hands out.
const SHARES: usize = 4;

/// A score and its row, counted through all batches.
type Entry = (f64, usize);

/// The ranks 1 to `limit` of the rows within their partner, the highest score first and equal ones in their order. Rows
/// of a lower rank, without a score or without a partner have none.
pub(super) fn ranks(batches: &[RecordBatch], fits: &Made, rows: usize, limit: usize) -> Int64Array {
    let names = Names::of(batches);
    let groups = rows.div_ceil(GROUP).next_power_of_two().min(GROUPS);
    let share = rows.div_ceil(at_once().saturating_mul(SHARES)).max(1);
    let shares = side_by_side((0..rows).step_by(share).collect(), |from| {
        names.handed_out(from..from.saturating_add(share).min(rows), fits, groups)
    });
    let best = side_by_side((0..groups).collect(), |group| {
        names.best(shares.iter().filter_map(|share| share.get(group)).flatten().copied(), limit)
    });
    let (mut ranks, mut known) = (vec![0_i64; rows], vec![0_u64; rows.div_ceil(64)]);
    for (row, rank) in best.into_iter().flatten() {
        if let (Some(slot), Some(word)) = (ranks.get_mut(row), known.get_mut(row / 64)) {
            *slot = rank;
            *word |= 1_u64.wrapping_shl(u32::try_from(row % 64).unwrap_or_default());
        }
    }
    let known = known.into_iter().map(u64::to_le).collect();
    Int64Array::new(ScalarBuffer::from(ranks), validity(known, rows))
}

/// The partners' names, row by row through all batches.
struct Names<'b> {
    batches: Vec<Partners<'b>>,
    /// The row after the last one of each batch.
    ends: Vec<usize>,
}

impl<'b> Names<'b> {
    fn of(batches: &'b [RecordBatch]) -> Self {
        let mut end = 0_usize;
        let ends = batches.iter().map(|batch| {
            end = end.saturating_add(batch.num_rows());
            end
        });
        Self { ends: ends.collect(), batches: side_by_side(batches.iter().collect(), Partners::of) }
    }

    /// The name of a row; `batch` is the batch of a row before, or 0.
    fn get(&self, row: usize, batch: &mut usize) -> Option<&'b str> {
        while *self.ends.get(*batch)? <= row {
            *batch = batch.saturating_add(1);
        }
        let first = batch.checked_sub(1).and_then(|before| self.ends.get(before)).copied().unwrap_or(0);
        self.batches.get(*batch)?.get(row.saturating_sub(first))
    }

    /// The rows that have a score and a partner, by group.
    fn handed_out(&self, rows: Range<usize>, fits: &Made, groups: usize) -> Vec<Vec<Entry>> {
        let mut handed: Vec<Vec<Entry>> = vec![Vec::new(); groups];
        let mut batch = 0;
        for row in rows {
            let (Some(fit), Some(name)) = (fits.get(row), self.get(row, &mut batch)) else { continue };
            if let Some(group) = handed.get_mut(group_of(name, groups)) {
                group.push((fit, row));
            }
        }
        handed
    }

    /// The best rows of each partner of a group, with their ranks. Its entries come in the order of the rows.
    fn best(&self, entries: impl Iterator<Item = Entry> + Clone, limit: usize) -> Vec<(usize, i64)> {
        let (mut numbers, mut counts) = (HashMap::<&str, usize, FxBuildHasher>::default(), Vec::new());
        let mut batch = 0;
        let mut whose = Vec::new();
        for (_, row) in entries.clone() {
            let next = counts.len();
            let number = *numbers.entry(self.get(row, &mut batch).unwrap_or_default()).or_insert(next);
            if number == next {
                counts.push(0_usize);
            }
            counts.iter_mut().skip(number).take(1).for_each(|count| *count = count.saturating_add(1));
            whose.push(number);
        }
        // Each partner's rows together.
        let mut ends = Vec::with_capacity(counts.len());
        let mut end = 0_usize;
        for count in &counts {
            ends.push(end);
            end = end.saturating_add(*count);
        }
        let mut together: Vec<Entry> = vec![(0.0, 0); end];
        for (entry, number) in entries.zip(whose) {
            if let Some(place) = ends.get_mut(number) {
                together.iter_mut().skip(*place).take(1).for_each(|slot| *slot = entry);
                *place = place.saturating_add(1);
            }
        }
        let mut best = Vec::new();
        let mut rest = together.as_mut_slice();
        for count in counts {
            let Some((own, later)) = rest.split_at_mut_checked(count) else { break };
            best.extend((1..).zip(top(own, limit)).map(|(rank, (_, row))| (*row, rank)));
            rest = later;
        }
        best
    }
}

/// The best of some entries, in their order.
fn top(entries: &mut [Entry], limit: usize) -> &[Entry] {
    let best = match limit.checked_sub(1) {
        Some(last) if last < entries.len() => {
            entries.select_nth_unstable_by(last, before).0.len().saturating_add(1)
        }
        Some(_) => entries.len(),
        None => 0,
    };
    let best = entries.get_mut(..best).unwrap_or_default();
    best.sort_unstable_by(before);
    best
}

/// The group of a partner. A map looks at a hash's lowest and highest bits; these lie between.
fn group_of(name: &str, groups: usize) -> usize {
    let middle = FxBuildHasher.hash_one(name) >> 24_u32;
    usize::try_from(middle).unwrap_or(usize::MAX) & groups.saturating_sub(1)
}

/// The higher score comes first, and of equal ones the earlier row.
fn before(one: &Entry, other: &Entry) -> Ordering {
    other.0.total_cmp(&one.0).then(one.1.cmp(&other.1))
}
