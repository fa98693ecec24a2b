//! The best rows of each partner: their ranks by fit.

use std::cmp::Ordering;
use std::collections::HashMap;
use std::ops::Range;

use arrow_array::{Int64Array, RecordBatch};
use arrow_buffer::ScalarBuffer;
use rustc_hash::FxBuildHasher;

use super::partner::Partners;
use super::share::{Made, validity};
use crate::side_by_side::{at_once, side_by_side};

/// A score and its row.
type Entry = (f64, usize);

/// The ranks 1 to `limit` of the rows within their partner, the highest score first and equal ones in their order. Rows
/// of a lower rank, without a score or without a partner have none.
pub(super) fn ranks(batches: &[RecordBatch], fits: &Made, rows: usize, limit: usize) -> Int64Array {
    let partners = side_by_side(batches.iter().collect(), Partners::of);
    let mut pieces = side_by_side(cut(batches, rows), |pieces| {
        let mut best = Best::new(limit);
        for piece in pieces {
            if let Some(partners) = partners.get(piece.batch) {
                best.offer(&piece, partners, fits);
            }
        }
        best
    })
    .into_iter();
    let mut best = pieces.next().unwrap_or_else(|| Best::new(limit));
    pieces.for_each(|piece| best.join(piece));
    let (mut ranks, mut known) = (vec![0_i64; rows], vec![0_u64; rows.div_ceil(64)]);
    for top in &mut best.tops {
        top.keep(limit);
        top.entries.sort_unstable_by(before);
        for (rank, (_, row)) in (1_i64..).zip(&top.entries) {
            if let (Some(slot), Some(word)) = (ranks.get_mut(*row), known.get_mut(row / 64)) {
                *slot = rank;
                *word |= 1_u64.wrapping_shl(u32::try_from(row % 64).unwrap_or_default());
            }
        }
    }
    let known = known.into_iter().map(u64::to_le).collect();
    Int64Array::new(ScalarBuffer::from(ranks), validity(known, rows))
}

/// Rows of one batch.
struct Piece {
    /// The batch's place.
    batch: usize,
    /// The rows, counted within the batch.
    rows: Range<usize>,
    /// The first row, counted through all batches.
    first: usize,
}

/// The rows in as many shares as can be worked on at once, in their order.
fn cut(batches: &[RecordBatch], rows: usize) -> Vec<Vec<Piece>> {
    let share = rows.div_ceil(at_once().max(1)).max(1);
    let (mut shares, mut last, mut left, mut first) = (Vec::new(), Vec::new(), share, 0_usize);
    for (batch, rows) in batches.iter().map(RecordBatch::num_rows).enumerate() {
        let mut from = 0;
        while from < rows {
            let to = rows.min(from.saturating_add(left));
            last.push(Piece { batch, rows: from..to, first });
            let length = to.saturating_sub(from);
            (from, first, left) = (to, first.saturating_add(length), left.saturating_sub(length));
            if left == 0 {
                shares.push(std::mem::take(&mut last));
                left = share;
            }
        }
    }
    shares.push(last);
    shares
}

/// The best rows of every partner.
struct Best<'b> {
    limit: usize,
    /// The partners' places in `tops`.
    places: HashMap<&'b str, usize, FxBuildHasher>,
    names: Vec<&'b str>,
    tops: Vec<Top>,
}

impl<'b> Best<'b> {
    fn new(limit: usize) -> Self {
        Self { limit, places: HashMap::default(), names: Vec::new(), tops: Vec::new() }
    }

    fn place(&mut self, name: &'b str) -> usize {
        let next = self.tops.len();
        let place = *self.places.entry(name).or_insert(next);
        if place == next {
            self.names.push(name);
            self.tops.push(Top::default());
        }
        place
    }

    fn offer(&mut self, piece: &Piece, partners: &Partners<'b>, fits: &Made) {
        // Rows of one partner often come together.
        let mut last: Option<(&str, usize)> = None;
        for (row, at) in piece.rows.clone().zip(piece.first..) {
            let (Some(fit), Some(name)) = (fits.get(at), partners.get(row)) else { continue };
            let place = match last {
                Some((known, place)) if known == name => place,
                _ => self.place(name),
            };
            last = Some((name, place));
            if let Some(top) = self.tops.get_mut(place) {
                top.offer((fit, at), self.limit);
            }
        }
    }

    /// Takes over the best of later rows.
    fn join(&mut self, later: Self) {
        for (name, top) in later.names.into_iter().zip(later.tops) {
            let place = self.place(name);
            if let Some(own) = self.tops.get_mut(place) {
                top.entries.into_iter().for_each(|entry| own.offer(entry, self.limit));
            }
        }
    }
}

/// The best rows of one partner, and some that may still be beaten: at most twice as many as wanted.
#[derive(Default)]
struct Top {
    entries: Vec<Entry>,
    /// The last of the best, once there are enough.
    last: Option<Entry>,
}

impl Top {
    fn offer(&mut self, entry: Entry, limit: usize) {
        if self.last.is_some_and(|last| before(&last, &entry).is_lt()) {
            return;
        }
        self.entries.push(entry);
        if self.entries.len() >= limit.saturating_mul(2) {
            self.keep(limit);
        }
    }

    fn keep(&mut self, limit: usize) {
        if self.entries.len() < limit {
            return;
        }
        if let Some(last) = limit.checked_sub(1) {
            let (_, last, _) = self.entries.select_nth_unstable_by(last, before);
            self.last = Some(*last);
        }
        self.entries.truncate(limit);
    }
}

/// The higher score comes first, and of equal ones the earlier row.
fn before(one: &Entry, other: &Entry) -> Ordering {
    other.0.total_cmp(&one.0).then(one.1.cmp(&other.1))
}
