//! The regularised incomplete beta function `I_x(a, b)`, both its tails, and its inverse.
//!
//! The leading factor `x^a y^b / B(a, b)` is written with the deviations from Stirling's formula (C. Loader 2000, "Fast and
//! accurate computation of binomial probabilities"), so that large parameters cost no digits. The rest is the power
//! series of DLMF 8.17.8, whose terms are all positive, where x is small, or the continued fraction of A. R. DiDonato and A. H. Morris 1992, ACM
//! TOMS 18:360, equation 9. Arguments are checked by the callers.

use std::f64::consts::TAU;

use super::normal::quantile_guess;

/// What of `Beta(a, b)` does not depend on x.
#[derive(Debug, Clone, Copy)]
pub(super) struct IncompleteBeta {
    a: f64,
    b: f64,
    /// `ln(x^a y^b / B)` at the mean `x = a/(a+b)`, where the factor is largest.
    log_peak: f64,
}

/// The two tails at one point; each is accurate relative to itself.
#[derive(Debug, Clone, Copy)]
pub(super) struct Tails {
    pub(super) lower: f64,
    pub(super) upper: f64,
}

/// A point of 0..1 as its log-odds `ln(x/y)`: accurate near both ends.
#[derive(Debug, Clone, Copy)]
pub(super) struct LogOdds(pub(super) f64);

impl LogOdds {
    /// `(x, 1 − x)`, both accurate relative to themselves.
    pub(super) fn point(self) -> (f64, f64) {
        let odds = libm::exp(-self.0.abs());
        let (small, large) = (odds / (1.0 + odds), 1.0 / (1.0 + odds));
        if self.0 < 0.0 { (small, large) } else { (large, small) }
    }
}

/// Which tail was found directly, the other being one less it.
enum Side {
    /// The lower tail ÷ the leading factor.
    Lower(f64),
    /// The upper tail ÷ the leading factor.
    Upper(f64),
    /// The logarithm of the lower tail, accurate even where that tail is all but 1.
    LogLower(f64),
    /// The logarithm of the upper tail, accurate even where that tail is all but 1.
    LogUpper(f64),
}

impl IncompleteBeta {
    /// For parameters above 0.
    pub(super) fn new(a: f64, b: f64) -> Self {
        let n = a + b;
        let deviation = stirling_deviation(n) - stirling_deviation(a) - stirling_deviation(b);
        Self { a, b, log_peak: 0.5 * libm::log(a / n * b / TAU) + deviation }
    }

    /// `P(X ≤ x)` and `P(X > x)`, with `y = 1 − x`.
    pub(super) fn tails(&self, x: f64, y: f64) -> Tails {
        if x <= 0.0 {
            return Tails { lower: 0.0, upper: 1.0 };
        }
        if y <= 0.0 {
            return Tails { lower: 1.0, upper: 0.0 };
        }
        let log_factor = self.log_factor(x, y);
        match self.side(x, y) {
            Side::Lower(fraction) => complement(libm::exp(log_factor) * fraction),
            Side::Upper(fraction) => complement(libm::exp(log_factor) * fraction).exchanged(),
            Side::LogLower(log) => log_complement(log),
            Side::LogUpper(log) => log_complement(log).exchanged(),
        }
    }

    /// The x, as log-odds, with `P(X ≤ x) = q`, `0 < q < 1`.
    pub(super) fn quantile(&self, q: f64) -> LogOdds {
        // Solve in the smaller tail, where q keeps its digits; 1 − q is exact for q ≥ ½.
        if q <= 0.5 {
            LogOdds(self.lower_quantile(q))
        } else {
            let mirrored = Self { a: self.b, b: self.a, log_peak: self.log_peak };
            LogOdds(-mirrored.lower_quantile(1.0 - q))
        }
    }

    /// Halley's method on `ln I − ln q` over the log-odds u. There `d ln I / du` is the factor ÷ I, whose own logarithmic
    /// derivative is `a·y − b·x`; and `ln I` is concave and rising, so that Newton's step never overshoots to the right.
    fn lower_quantile(&self, q: f64) -> f64 {
        const STEPS: u32 = 100;
        let log_q = libm::log(q);
        let (mut u, is_exact) = self.quantile_guess(q, log_q);
        if is_exact {
            return u;
        }
        let (mut low, mut high) = (f64::NEG_INFINITY, f64::INFINITY);
        for _ in 0..STEPS {
            let (x, y) = LogOdds(u).point();
            let (log_lower, slope) = self.log_lower(x, y);
            let miss = log_lower - log_q;
            let newton = miss / slope;
            let bend = 1.0 - 0.5 * newton * (self.a * y - self.b * x - slope);
            let step = if bend > 0.5 && bend < 2.0 { newton / bend } else { newton };
            let next = u - step;
            // The error left over is of the order of (step in units of the curve's width)³.
            let width = (self.a * y).min(self.b * x).max(1.0).sqrt();
            if step.abs() * width < 1e-5 || step.abs() <= 1e-15 * u.abs() {
                return next;
            }
            if miss > 0.0 {
                high = u;
            } else {
                low = u;
            }
            u = if next > low && next < high {
                next
            } else if low.is_finite() && high.is_finite() {
                0.5 * (low + high)
            } else {
                // The tail underflowed far below the root: walk right.
                u + 1.0
            };
        }
        u
    }

    /// `ln P(X ≤ x)` and its derivative by the log-odds.
    fn log_lower(&self, x: f64, y: f64) -> (f64, f64) {
        let log_factor = self.log_factor(x, y);
        match self.side(x, y) {
            Side::Lower(fraction) => (log_factor + libm::log(fraction), 1.0 / fraction),
            Side::Upper(fraction) => {
                let factor = libm::exp(log_factor);
                let upper = (factor * fraction).min(1.0);
                (libm::log1p(-upper), factor / (1.0 - upper))
            }
            Side::LogLower(log) => (log, libm::exp(log_factor - log)),
            Side::LogUpper(log) => {
                let lower = log_complement(log).upper;
                (libm::log(lower), libm::exp(log_factor) / lower)
            }
        }
    }

    /// A starting point for [`Self::lower_quantile`], and whether it is already exact.
    fn quantile_guess(&self, q: f64, log_q: f64) -> (f64, bool) {
        let (a, b) = (self.a, self.b);
        // Far to the left I ≈ x^a / (a·B), with a relative error of about (b + 1)·x.
        let log_x = (log_q + libm::log(a) + self.log_beta()) / a;
        if log_x < -36.0 - libm::log1p(b) {
            return (log_x, true);
        }
        if a > 1.0 && b > 1.0 {
            // Abramowitz and Stegun 26.5.22, whose x = a/(a + b·e^(2w)) is a log-odds.
            let z = quantile_guess(q);
            let (left, right) = (1.0 / (2.0 * a - 1.0), 1.0 / (2.0 * b - 1.0));
            let lambda = (z * z - 3.0) / 6.0;
            let h = 2.0 / (left + right);
            let spread = (h + lambda).max(0.0).sqrt() / h;
            let w = -z * spread - (right - left) * (lambda + 5.0 / 6.0 - 2.0 / (3.0 * h));
            return (libm::log(a / b) - 2.0 * w, false);
        }
        // One parameter is at most 1: the left tail's power law, or the right tail's beyond the weights of the two.
        if log_x < -0.7 {
            let x = libm::exp(log_x);
            return (log_x - libm::log1p(-x), false);
        }
        let log_y = (libm::log1p(-q) + libm::log(b) + self.log_beta()) / b;
        let log_y = log_y.min(-0.1);
        (libm::log1p(-libm::exp(log_y)) - log_y, false)
    }

    /// `ln(x^a y^b / B(a, b))`.
    fn log_factor(&self, x: f64, y: f64) -> f64 {
        // x ÷ mean − 1 is (b·x − a·y)/a, and for y the same over b with the other sign. The linear terms of the two
        // logarithms cancel, so they are left out of both: what remains is never positive.
        let gap = self.b * x - self.a * y;
        log_excess(gap, self.a, x, self.b) + log_excess(-gap, self.b, y, self.a) + self.log_peak
    }

    fn log_beta(&self) -> f64 {
        -(self.a * libm::log1p(self.b / self.a) + self.b * libm::log1p(self.a / self.b) + self.log_peak)
    }

    /// The side whose series or fraction converges.
    fn side(&self, x: f64, y: f64) -> Side {
        const SERIES: f64 = 0.7;
        // Below it a tail found by its series is so near 1 that the other would lose digits. Judgement.
        const SMALL: f64 = 0.02;
        let (a, b) = (self.a, self.b);
        if x <= 0.5 && b * x <= SERIES {
            if a < SMALL {
                Side::LogLower(small_log_tail(a, b, x))
            } else {
                Side::Lower(power_series(a, b, x))
            }
        } else if y <= 0.5 && a * y <= SERIES {
            if b < SMALL {
                Side::LogUpper(small_log_tail(b, a, y))
            } else {
                Side::Upper(power_series(b, a, y))
            }
        } else if a * y >= b * x {
            Side::Lower(1.0 / continued_fraction(a, b, x, y))
        } else {
            Side::Upper(1.0 / continued_fraction(b, a, y, x))
        }
    }
}

impl Tails {
    fn exchanged(self) -> Self {
        Self { lower: self.upper, upper: self.lower }
    }
}

fn complement(lower: f64) -> Tails {
    let lower = lower.clamp(0.0, 1.0);
    Tails { lower, upper: 1.0 - lower }
}

fn log_complement(log_lower: f64) -> Tails {
    let log = log_lower.min(0.0);
    Tails { lower: libm::exp(log), upper: -libm::expm1(log) }
}

/// `a·ln(x ÷ mean) − gap`, where `gap = a·(x ÷ mean − 1)` and `mean = a/(a+b)`.
fn log_excess(gap: f64, a: f64, x: f64, b: f64) -> f64 {
    let relative = gap / a;
    let log = if relative > -0.5 { libm::log1p(relative) } else { libm::log(x) + libm::log1p(b / a) };
    a * log - gap
}

/// `1/a · ₂F₁(a+b, 1; a+1; x)`.
fn power_series(a: f64, b: f64, x: f64) -> f64 {
    // With x ≤ ½ and b·x ≤ 0.7 the terms soon halve: some 60 reach the last bit.
    const TERMS: u32 = 200;
    let (mut term, mut sum, mut k) = (1.0, 1.0, 0.0);
    for _ in 0..TERMS {
        term *= x * (a + b + k) / (a + 1.0 + k);
        sum += term;
        k += 1.0;
        if term <= 1e-17 * sum {
            break;
        }
    }
    sum / a
}

/// `ln I_x(a, b)` for small a, relative to a: `x^a/(a·B)·(1 + a·Σ (1−b)(2−b)…(k−b)/k!·x^k/(a+k))` (DLMF 8.17.7).
fn small_log_tail(a: f64, b: f64, x: f64) -> f64 {
    // As above; with b·x ≤ 0.7 the changing signs cost no digits.
    const TERMS: u32 = 200;
    let (mut term, mut sum, mut k) = (1.0_f64, 0.0_f64, 0.0);
    for _ in 0..TERMS {
        k += 1.0;
        term *= (k - b) / k * x;
        sum += term / (a + k);
        if term.abs() <= 1e-17 * sum.abs() {
            break;
        }
    }
    a * libm::log(x) - log_gamma_of_one_plus(a) + log_gamma_growth(b, a) + libm::log1p(a * sum)
}

/// `ln Γ(1 + a)` for `a` below 0.02, relative to a (DLMF 5.7.3).
fn log_gamma_of_one_plus(a: f64) -> f64 {
    // (−1)^k ζ(k)/k from k = 8 down to 2, then minus Euler's constant.
    const COEFFICIENTS: [f64; 8] = [
        1.004_077_356_197_944_3 / 8.0,
        -1.008_349_277_381_922_8 / 7.0,
        1.017_343_061_984_449 / 6.0,
        -1.036_927_755_143_37 / 5.0,
        1.082_323_233_711_138_2 / 4.0,
        -1.202_056_903_159_594_3 / 3.0,
        1.644_934_066_848_226_4 / 2.0,
        -0.577_215_664_901_532_9,
    ];
    COEFFICIENTS.iter().fold(0.0, |sum, coefficient| sum * a + coefficient) * a
}

/// `ln Γ(z + a) − ln Γ(z)` for small a, relative to a.
fn log_gamma_growth(z: f64, a: f64) -> f64 {
    let (mut z, mut below) = (z, 0.0);
    while z < 10.0 {
        below += libm::log1p(a / z);
        z += 1.0;
    }
    let stirling = a * libm::log(z) + ((z + a - 0.5) * libm::log1p(a / z) - a);
    stirling + stirling_deviation(z + a) - stirling_deviation(z) - below
}

/// The leading factor ÷ the lower tail, for `x` at most the mean; by the modified Lentz method.
fn continued_fraction(a: f64, b: f64, x: f64, y: f64) -> f64 {
    // Near the mean the steps needed grow with √(a + b): enough for the largest parameters allowed.
    const STEPS: u32 = 20_000_000;
    const TINY: f64 = 1e-300;
    let slope = a * y - b * x + 1.0;
    let mut reciprocal = 1.0 / (a + 1.0);
    let mut value = (a * slope * reciprocal).max(TINY);
    let (mut c, mut d, mut m) = (value, 0.0, 0.0);
    for _ in 0..STEPS {
        m += 1.0;
        let previous = reciprocal;
        reciprocal = 1.0 / (a + 2.0 * m + 1.0);
        let inner = m * (b - m) * x * previous;
        let numerator = (a + m - 1.0) * (a + b + m - 1.0) * x * previous * inner;
        let denominator = m + inner + (a + m) * (slope + m * (1.0 + y)) * reciprocal;
        d = 1.0 / away_from_zero(denominator + numerator * d, TINY);
        c = away_from_zero(denominator + numerator / c, TINY);
        let ratio = c * d;
        value *= ratio;
        if (ratio - 1.0).abs() <= 2e-16 {
            break;
        }
    }
    value
}

fn away_from_zero(value: f64, tiny: f64) -> f64 {
    if value.abs() < tiny { tiny } else { value }
}

/// `ln Γ(z) − ((z − ½)·ln z − z + ½·ln 2π)`, what Stirling's formula leaves out (DLMF 5.11.1).
fn stirling_deviation(z: f64) -> f64 {
    // Half of ln 2π.
    const HALF_LOG_TAU: f64 = 0.918_938_533_204_672_8;
    if z < 10.0 {
        return libm::lgamma(z) - (z - 0.5) * libm::log(z) + z - HALF_LOG_TAU;
    }
    // B₂ₖ/(2k(2k − 1)), up to k = 8: from z = 10 the next term is below 1e-16.
    const COEFFICIENTS: [f64; 8] = [
        -3617.0 / 122_400.0,
        1.0 / 156.0,
        -691.0 / 360_360.0,
        1.0 / 1188.0,
        -1.0 / 1680.0,
        1.0 / 1260.0,
        -1.0 / 360.0,
        1.0 / 12.0,
    ];
    let inverse = 1.0 / z;
    let square = inverse * inverse;
    COEFFICIENTS.iter().fold(0.0, |sum, coefficient| sum * square + coefficient) * inverse
}
