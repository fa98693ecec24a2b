//! The weighted average, entry by entry: the same arithmetic for a single row and, inlined into a loop, for many.

/// Products up to this size may have lost digits.
pub(crate) const LEAST_PRODUCT: f64 = 1e-290;

/// The sums of a weighted average and the ends of its values. Nothing in it branches, so that a loop over many of them
/// becomes vector code.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Average {
    weighted: f64,
    pub(crate) total: f64,
    pub(crate) low: f64,
    pub(crate) high: f64,
}

impl Average {
    pub(crate) const EMPTY: Self =
        Self { weighted: 0.0, total: 0.0, low: f64::INFINITY, high: f64::NEG_INFINITY };

    /// Takes in a value and its weight, which is above 0. A value that is NaN is left out.
    #[inline(always)]
    #[expect(clippy::inline_always, reason = "a caller may compile it for the processor at hand")]
    pub(crate) fn add(&mut self, value: f64, weight: f64) {
        self.weighted += if value.is_nan() { 0.0 } else { weight * value };
        self.total += if value.is_nan() { 0.0 } else { weight };
        self.low = if value < self.low { value } else { self.low };
        self.high = if value > self.high { value } else { self.high };
    }

    /// The average, which lies within its values whatever rounding says; NaN where there are none.
    #[inline(always)]
    #[expect(clippy::inline_always, reason = "a caller may compile it for the processor at hand")]
    pub(crate) fn mean(&self) -> f64 {
        let mean = self.weighted / self.total;
        let mean = if mean < self.low { self.low } else { mean };
        if mean > self.high { self.high } else { mean }
    }

    /// Whether the sums neither overflowed nor may have lost digits.
    #[inline(always)]
    #[expect(clippy::inline_always, reason = "a caller may compile it for the processor at hand")]
    pub(crate) fn keeps_digits(&self) -> bool {
        (self.weighted > LEAST_PRODUCT) & self.weighted.is_finite() & self.total.is_finite()
    }
}

/// Each weight as a share of all of them, by way of the largest, so that nothing overflows. NaN where all are 0.
pub(crate) fn weight_shares<const N: usize>(weights: [f64; N]) -> [f64; N] {
    let heaviest = weights.into_iter().fold(0.0, f64::max);
    let total: f64 = weights.iter().map(|weight| weight / heaviest).sum();
    weights.map(|weight| weight / heaviest / total)
}
