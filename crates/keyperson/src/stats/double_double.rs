//! A number of twice the precision of a double, for products of many fractions.
//!
//! After T. J. Dekker 1971, "A floating-point technique for extending the available precision".

/// The unevaluated sum of a double and a correction below half its last bit; about 31 digits.
#[derive(Debug, Clone, Copy)]
pub(super) struct DoubleDouble {
    high: f64,
    low: f64,
}

impl DoubleDouble {
    pub(super) const ONE: Self = Self { high: 1.0, low: 0.0 };

    /// The nearest double.
    pub(super) const fn rounded(self) -> f64 {
        self.high
    }

    /// The part that rounding leaves off.
    pub(super) const fn remainder(self) -> f64 {
        self.low
    }

    /// `self · numerator / denominator`, for whole numbers below 2^53 and a denominator above 0.
    pub(super) fn times_fraction(self, numerator: f64, denominator: f64) -> Self {
        let (product, error) = exact_product(self.high, numerator);
        let product_low = error + self.low * numerator;
        let high = product / denominator;
        let (back, back_error) = exact_product(high, denominator);
        let low = (product - back - back_error + product_low) / denominator;
        let sum = high + low;
        Self { high: sum, low: low - (sum - high) }
    }
}

/// A product as its rounded value and what rounding left off, exactly.
fn exact_product(left: f64, right: f64) -> (f64, f64) {
    let product = left * right;
    let ((left_high, left_low), (right_high, right_low)) = (split(left), split(right));
    let error = left_high * right_high - product + left_high * right_low + left_low * right_high;
    (product, error + left_low * right_low)
}

/// Two halves of 26 bits each that sum to the number.
fn split(value: f64) -> (f64, f64) {
    const FACTOR: f64 = 134_217_729.0;
    let scaled = FACTOR * value;
    let high = scaled - (scaled - value);
    (high, value - high)
}
