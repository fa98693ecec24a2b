//! Reads the values of traits out of batches, block by block: in place where a column allows it, else copied.

use arrow_array::cast::AsArray;
use arrow_array::types::{Float32Type, Float64Type, Int64Type};
use arrow_array::{Array, RecordBatch};
use arrow_buffer::NullBuffer;
use arrow_buffer::bit_chunk_iterator::BitChunks;
use arrow_schema::DataType;
use keyperson::Trait;
use keyperson::person::scorer::{Column, ROWS, TRAITS, UNKNOWN, Values};

/// The rows of all batches, one after the other.
pub(super) struct Source<'b> {
    batches: Vec<Batch<'b>>,
    rows: usize,
}

struct Batch<'b> {
    /// Its first row, counted through all batches.
    first: usize,
    rows: usize,
    columns: [Numbers<'b>; TRAITS],
}

/// A column of numbers, of a type that was checked.
struct Numbers<'b> {
    values: Typed<'b>,
    nulls: Option<&'b NullBuffer>,
}

enum Typed<'b> {
    Double(&'b [f64]),
    Single(&'b [f32]),
    Whole(&'b [i64]),
    Nothing,
}

impl<'b> Source<'b> {
    pub(super) fn of(batches: &'b [RecordBatch]) -> Self {
        let mut source = Self { batches: Vec::with_capacity(batches.len()), rows: 0 };
        for batch in batches.iter().filter(|batch| batch.num_rows() > 0) {
            let mut traits = Trait::ALL.iter();
            let columns = std::array::from_fn(|_| {
                let column = traits.next().and_then(|of| batch.column_by_name(of.word()));
                Numbers::of(column.map(AsRef::as_ref))
            });
            source.batches.push(Batch { first: source.rows, rows: batch.num_rows(), columns });
            source.rows = source.rows.saturating_add(batch.num_rows());
        }
        source
    }

    pub(super) fn rows(&self) -> usize {
        self.rows
    }

    /// The values of the block that begins at a row, and whether all of them are numbers from 0 to 1. Rows beyond the
    /// last one are unknown.
    #[inline(always)]
    #[expect(clippy::inline_always, reason = "compiled for the processor at hand")]
    pub(super) fn block<'s>(&'s self, from: usize, copied: &'s mut [Column; TRAITS]) -> (Values<'s>, bool) {
        let later = self.batches.partition_point(|batch| batch.first <= from);
        let batches = self.batches.get(later.saturating_sub(1)..).unwrap_or_default();
        let (mut values, mut is_good) = ([&UNKNOWN; TRAITS], true);
        for (of, (value, copied)) in values.iter_mut().zip(copied).enumerate() {
            let in_place = batches.first().and_then(|batch| batch.in_place(of, from));
            let column = in_place.unwrap_or_else(|| {
                is_good &= copy(batches, of, from, copied);
                copied
            });
            is_good &= in_place.is_none() || all_in_range(column);
            *value = column;
        }
        (values, is_good)
    }
}

impl Batch<'_> {
    /// A block that lies in this batch as it is wanted.
    #[inline(always)]
    #[expect(clippy::inline_always, reason = "compiled for the processor at hand")]
    fn in_place(&self, of: usize, from: usize) -> Option<&Column> {
        match self.columns.get(of)? {
            Numbers { values: Typed::Double(values), nulls: None } => {
                values.get(from.saturating_sub(self.first)..)?.first_chunk()
            }
            _ => None,
        }
    }
}

/// Copies a block out of one batch or several; says whether all known values are numbers from 0 to 1.
#[inline(always)]
#[expect(clippy::inline_always, reason = "compiled for the processor at hand")]
fn copy(batches: &[Batch<'_>], of: usize, from: usize, block: &mut Column) -> bool {
    let (mut at, mut bad) = (0_usize, 0);
    for batch in batches {
        let here = from.saturating_add(at).saturating_sub(batch.first);
        let length = batch.rows.saturating_sub(here).min(ROWS.saturating_sub(at));
        let slots = block.get_mut(at..at.saturating_add(length)).unwrap_or_default();
        if let Some(numbers) = batch.columns.get(of) {
            bad |= match numbers.values {
                Typed::Double(values) => numbers.copy(values, here, slots, |value| value),
                Typed::Single(values) => numbers.copy(values, here, slots, f64::from),
                Typed::Whole(values) => numbers.copy(values, here, slots, number),
                Typed::Nothing => {
                    slots.fill(f64::NAN);
                    0
                }
            };
        }
        at = at.saturating_add(length);
        if at >= ROWS {
            break;
        }
    }
    block.get_mut(at..).unwrap_or_default().fill(f64::NAN);
    bad == 0
}

impl<'b> Numbers<'b> {
    fn of(column: Option<&'b dyn Array>) -> Self {
        let values = column.and_then(|column| match column.data_type() {
            DataType::Float64 => Some(Typed::Double(column.as_primitive_opt::<Float64Type>()?.values())),
            DataType::Float32 => Some(Typed::Single(column.as_primitive_opt::<Float32Type>()?.values())),
            DataType::Int64 => Some(Typed::Whole(column.as_primitive_opt::<Int64Type>()?.values())),
            _ => None,
        });
        let nulls = column.and_then(Array::nulls).filter(|nulls| nulls.null_count() > 0);
        Self { values: values.unwrap_or(Typed::Nothing), nulls }
    }

    /// Copies the values from a row on, NaN for null; not 0 where a value is no number from 0 to 1.
    #[inline(always)]
    #[expect(clippy::inline_always, reason = "compiled for the processor at hand")]
    fn copy<T: Copy>(&self, values: &[T], from: usize, slots: &mut [f64], number: impl Fn(T) -> f64) -> u64 {
        let values = values.get(from..).unwrap_or_default();
        let mut bad = 0;
        match self.nulls {
            None => {
                for (slot, value) in slots.iter_mut().zip(values) {
                    *slot = number(*value);
                    bad |= u64::from(!in_range(*slot));
                }
            }
            Some(nulls) => {
                let start = nulls.offset().saturating_add(from);
                let words = BitChunks::new(nulls.buffer(), start, slots.len());
                let groups = slots.chunks_mut(64).zip(values.chunks(64));
                for (word, (slots, values)) in words.iter_padded().zip(groups) {
                    for (bit, (slot, value)) in (0_u32..).zip(slots.iter_mut().zip(values)) {
                        let value = number(*value);
                        let known = word.wrapping_shr(bit) & 1;
                        bad |= known & u64::from(!in_range(value));
                        // All bits of one that is unknown are set, which is a NaN.
                        *slot = f64::from_bits(value.to_bits() | known.wrapping_sub(1));
                    }
                }
            }
        }
        bad
    }
}

#[inline(always)]
#[expect(clippy::inline_always, reason = "compiled for the processor at hand")]
fn all_in_range(column: &Column) -> bool {
    let mut bad = 0;
    for value in column {
        bad |= u64::from(!in_range(*value));
    }
    bad == 0
}

#[inline(always)]
#[expect(clippy::inline_always, reason = "compiled for the processor at hand")]
#[expect(clippy::manual_range_contains, reason = "no branch, which a vector has not")]
fn in_range(value: f64) -> bool {
    (value >= 0.0) & (value <= 1.0)
}

/// Of whole numbers only 0 and 1 are in range.
#[inline(always)]
#[expect(clippy::inline_always, reason = "compiled for the processor at hand")]
fn number(whole: i64) -> f64 {
    let one = if whole == 1 { 1.0 } else { f64::INFINITY };
    if whole == 0 { 0.0 } else { one }
}
