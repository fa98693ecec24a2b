//! Scores shares of rows side by side, compiled for the processor at hand.

use arrow_array::Float64Array;
use arrow_buffer::{BooleanBuffer, Buffer, NullBuffer, ScalarBuffer};
use keyperson::person::scorer::{Column, ROWS, Scorer, TRAITS};
use keyperson::policy::PatternPolicy;
use pulp::{Arch, Simd, WithSimd};

use super::FitColumns;
use super::memory::Memory;
use super::source::Source;
use crate::side_by_side::side_by_side;

/// Rows in a share: whole blocks, and whole words of validity bits.
const SHARE: usize = 64 * ROWS;
/// Rows of one word of validity bits.
const WORD: usize = 64;

/// What is computed of each row.
pub(super) struct Wanted<'w> {
    pub(super) source: &'w Source<'w>,
    pub(super) scorer: &'w Scorer<'w>,
    pub(super) patterns: Vec<&'w PatternPolicy>,
    pub(super) columns: FitColumns,
}

/// A column of results.
pub(super) struct Made {
    rows: usize,
    /// The numbers' bytes.
    values: Memory,
    /// A bit for each known row; empty for a column without nulls.
    known: Vec<u64>,
}

impl Made {
    fn new(rows: usize, nullable: bool) -> Self {
        let words = if nullable { rows.div_ceil(WORD) } else { 0 };
        Self { rows, values: Memory::zeroed(rows.saturating_mul(size_of::<f64>())), known: vec![0; words] }
    }

    fn parts(&mut self) -> impl Iterator<Item = Part<'_>> {
        let mut known = self.known.chunks_mut(SHARE / WORD);
        let values = self.values.bytes_mut().as_chunks_mut().0.chunks_mut(SHARE);
        values.map(move |values| Part { values, known: known.next().unwrap_or_default() })
    }

    /// The value of a row.
    pub(super) fn get(&self, row: usize) -> Option<f64> {
        let word = u64::from_le(*self.known.get(row / WORD)?);
        let bit = u32::try_from(row % WORD).ok()?;
        let value = || self.values.bytes().as_chunks().0.get(row).copied();
        (word.wrapping_shr(bit) & 1 == 1).then(value).flatten().map(f64::from_ne_bytes)
    }

    pub(super) fn array(self) -> Float64Array {
        let nulls = if self.known.is_empty() { None } else { validity(self.known, self.rows) };
        Float64Array::new(ScalarBuffer::new(self.values.buffer(), 0, self.rows), nulls)
    }
}

/// The validity of rows, from little-endian words of bits; `None` where there is no null.
pub(super) fn validity(known: Vec<u64>, rows: usize) -> Option<NullBuffer> {
    let nulls = NullBuffer::new(BooleanBuffer::new(Buffer::from_vec(known), 0, rows));
    (nulls.null_count() > 0).then_some(nulls)
}

/// A column of results, as far as it belongs to one share.
struct Part<'p> {
    values: &'p mut [[u8; 8]],
    known: &'p mut [u64],
}

impl Part<'_> {
    /// Takes over a block, whose first row is the row `at` of the share. Behind a null there is 0, on every machine.
    #[inline(always)]
    #[expect(clippy::inline_always, reason = "compiled for the processor at hand")]
    fn put(&mut self, at: usize, block: &Column) {
        let slots = self.values.get_mut(at..).unwrap_or_default();
        for (slot, value) in slots.iter_mut().zip(block) {
            *slot = (if value.is_nan() { 0.0 } else { *value }).to_ne_bytes();
        }
        let words = self.known.get_mut(at / WORD..).unwrap_or_default();
        for (word, values) in words.iter_mut().zip(block.as_chunks::<WORD>().0) {
            let mut bits = 0_u64;
            for (bit, value) in (0_u32..).zip(values) {
                bits |= u64::from(!value.is_nan()).wrapping_shl(bit);
            }
            *word = bits.to_le();
        }
    }
}

/// A share of the rows: its first one, and where its results belong.
struct Share<'s> {
    wanted: &'s Wanted<'s>,
    from: usize,
    parts: Vec<Part<'s>>,
}

impl Wanted<'_> {
    /// All columns in their order, the score first; `None` where a value is no number from 0 to 1.
    pub(super) fn made(&self, arch: Arch) -> Option<Vec<Made>> {
        let rows = self.source.rows();
        let mut nullable = vec![true, false];
        nullable.extend(self.columns.bounds.then_some([false; 2]).iter().flatten());
        nullable.extend(self.columns.contributions.then_some([true; TRAITS]).iter().flatten());
        nullable.extend(self.patterns.iter().map(|_| true));
        let mut made: Vec<Made> = nullable.into_iter().map(|nullable| Made::new(rows, nullable)).collect();
        let mut shares: Vec<Share<'_>> = (0..rows)
            .step_by(SHARE)
            .map(|from| Share { wanted: self, from, parts: Vec::with_capacity(made.len()) })
            .collect();
        for column in &mut made {
            for (share, part) in shares.iter_mut().zip(column.parts()) {
                share.parts.push(part);
            }
        }
        let good = side_by_side(shares, |share| arch.dispatch(share));
        good.into_iter().all(|good| good).then_some(made)
    }
}

impl WithSimd for Share<'_> {
    type Output = bool;

    #[inline(always)]
    fn with_simd<S: Simd>(self, _: S) -> bool {
        let Self { wanted: Wanted { source, scorer, patterns, columns }, from, mut parts } = self;
        let mut copied = [[0.0; ROWS]; TRAITS];
        let (mut fits, mut first, mut second) = ([0.0; ROWS], [0.0; ROWS], [0.0; ROWS]);
        let mut contributions = [[0.0; ROWS]; TRAITS];
        let rows = parts.first().map_or(0, |part| part.values.len());
        let mut is_good = true;
        for at in (0..rows).step_by(ROWS) {
            let (values, good) = source.block(from.saturating_add(at), &mut copied);
            is_good &= good;
            let mut parts = parts.iter_mut();
            let mut put = |block: &Column| {
                if let Some(part) = parts.next() {
                    part.put(at, block);
                }
            };
            scorer.fits(&values, &mut fits, &mut first);
            put(&fits);
            put(&first);
            if columns.bounds {
                scorer.bounds(&values, &fits, &mut first, &mut second);
                put(&first);
                put(&second);
            }
            if columns.contributions {
                scorer.contributions(&values, &mut contributions);
                contributions.iter().for_each(&mut put);
            }
            for pattern in patterns {
                scorer.mismatch(pattern, &values, &mut first);
                put(&first);
            }
        }
        is_good
    }
}
