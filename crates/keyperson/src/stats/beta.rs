//! The Beta distribution: its tails and quantiles.
//!
//! Tails by the continued fraction of the incomplete beta function (DLMF 8.17.22, evaluated by Lentz's method)
//! in front of which stands the density in Loader's form (Loader 2000, "Fast and accurate computation of
//! binomial probabilities"), which keeps its digits for large parameters. Quantiles by Newton's method on the
//! logarithm of the tail over the log-odds: that function is concave, so the method cannot run away.

use super::StatsError;
use super::argument::{not_nan, positive, probability};

/// `P(X ≤ x)` for `X ~ Beta(a, b)`; relative accuracy about 1e-13 also where it is tiny.
///
/// ```
/// let p = keyperson::stats::beta_cdf(2.0, 3.0, 0.4)?;
/// assert!((p - 0.5248).abs() < 1e-15);
/// # Ok::<(), keyperson::stats::StatsError>(())
/// ```
///
/// # Errors
/// `a` or `b` not above 0 and finite; `x` NaN.
pub fn beta_cdf(a: f64, b: f64, x: f64) -> Result<f64, StatsError> {
    positive("a", a)?;
    positive("b", b)?;
    not_nan("x", x)?;
    Ok(match x {
        x if x <= 0.0 => 0.0,
        x if x >= 1.0 => 1.0,
        x => libm::exp(Shape::new(a, b).log_lower(Point::at(x))).min(1.0),
    })
}

/// `P(X ≥ x)` for `X ~ Beta(a, b)`, without the digits that `1 − P(X ≤ x)` would lose.
///
/// # Errors
/// As [`beta_cdf`].
pub fn beta_sf(a: f64, b: f64, x: f64) -> Result<f64, StatsError> {
    positive("a", a)?;
    positive("b", b)?;
    not_nan("x", x)?;
    Ok(match x {
        x if x <= 0.0 => 1.0,
        x if x >= 1.0 => 0.0,
        x => libm::exp(Shape::new(b, a).log_lower(Point::at(x).mirrored())).min(1.0),
    })
}

/// The `x` with `P(X ≤ x) = q` for `X ~ Beta(a, b)`.
///
/// A quantile below the smallest normal number is given as that number, since it is above 0.
///
/// ```
/// let x = keyperson::stats::beta_quantile(1.0, 1.0, 0.05)?;
/// assert!((x - 0.05).abs() < 1e-15);
/// # Ok::<(), keyperson::stats::StatsError>(())
/// ```
///
/// # Errors
/// `a` or `b` not above 0 and finite; `q` outside 0..=1.
pub fn beta_quantile(a: f64, b: f64, q: f64) -> Result<f64, StatsError> {
    positive("a", a)?;
    positive("b", b)?;
    probability("q", q)?;
    Ok(match q {
        q if q <= 0.0 => 0.0,
        q if q >= 1.0 => 1.0,
        q => Point::of_log_odds(log_odds_quantile(a, b, q)).x.max(f64::MIN_POSITIVE),
    })
}

/// `ln(x/(1−x))` of the quantile, for `q` strictly between 0 and 1.
pub(super) fn log_odds_quantile(a: f64, b: f64, q: f64) -> f64 {
    if q <= 0.5 { lower_quantile(a, b, q) } else { -lower_quantile(b, a, 1.0 - q) }
}

/// `P(X ≤ x)` at the log-odds of `x`.
pub(super) fn cdf_at_log_odds(a: f64, b: f64, log_odds: f64) -> f64 {
    libm::exp(Shape::new(a, b).log_lower(Point::of_log_odds(log_odds))).min(1.0)
}

/// Newton's method for `ln P(X ≤ x) = ln q`, q at most a half.
fn lower_quantile(a: f64, b: f64, q: f64) -> f64 {
    const STEPS: usize = 200;
    let shape = Shape::new(a, b);
    let log_q = libm::log(q);
    let mut v = first_guess(&shape, q);
    for _ in 0..STEPS {
        let point = Point::of_log_odds(v);
        let log_p = shape.log_lower(point);
        // d ln P / dv = density·x·(1−x) / P.
        let slope = libm::exp(shape.log_front(point) - log_p);
        let step = (log_p - log_q) / slope;
        if !step.is_finite() {
            break;
        }
        v -= step;
        if step.abs() <= 1e-14 * v.abs().max(1.0) {
            break;
        }
    }
    v
}

/// A start for Newton's method: normal in the log-odds, or the power law of the lower tail where `a` is small.
fn first_guess(shape: &Shape, q: f64) -> f64 {
    let Shape { a, b, .. } = *shape;
    if a < 1.0 {
        // P ≈ x^a / (a·B(a,b)) for small x; ln(1/B) is what the density leaves at x = 1/2 without its powers.
        let half = Point::of_log_odds(0.0);
        let log_inverse_beta = shape.log_front(half) + (a + b) * core::f64::consts::LN_2;
        return ((libm::log(q) + libm::log(a) - log_inverse_beta) / a).min(0.0);
    }
    let z = super::normal::quantile(q);
    // Mean and variance of the log-odds: digamma and trigamma, to first order.
    libm::log((a - 0.5).max(0.3) / (b - 0.5).max(0.3)) + z * (1.0 / a + 1.0 / b).sqrt()
}

/// A number strictly between 0 and 1 with what it lacks to 1, and both logarithms.
#[derive(Debug, Clone, Copy)]
struct Point {
    x: f64,
    y: f64,
    log_x: f64,
    log_y: f64,
}

impl Point {
    fn at(x: f64) -> Self {
        Self { x, y: 1.0 - x, log_x: libm::log(x), log_y: libm::log1p(-x) }
    }

    fn of_log_odds(v: f64) -> Self {
        // With e = exp(−|v|) the smaller of the two is e/(1+e), the larger 1/(1+e).
        let e = libm::exp(-v.abs());
        let log_larger = -libm::log1p(e);
        let (smaller, larger, log_smaller) = (e / (1.0 + e), 1.0 / (1.0 + e), log_larger - v.abs());
        if v < 0.0 {
            Self { x: smaller, y: larger, log_x: log_smaller, log_y: log_larger }
        } else {
            Self { x: larger, y: smaller, log_x: log_larger, log_y: log_smaller }
        }
    }

    fn mirrored(self) -> Self {
        Self { x: self.y, y: self.x, log_x: self.log_y, log_y: self.log_x }
    }
}

/// The parameters, with the part of the density that does not depend on `x`.
#[derive(Debug, Clone, Copy)]
struct Shape {
    a: f64,
    b: f64,
    constant: f64,
}

impl Shape {
    fn new(a: f64, b: f64) -> Self {
        let n = a + b;
        let constant = 0.5 * (libm::log(a / n) + libm::log(b)) - HALF_LOG_2_PI + stirling_error(n)
            - stirling_error(a)
            - stirling_error(b);
        Self { a, b, constant }
    }

    fn mirrored(self) -> Self {
        Self { a: self.b, b: self.a, constant: self.constant }
    }

    /// `ln(x^a·y^b / B(a,b))`.
    fn log_front(&self, point: Point) -> f64 {
        let n = self.a + self.b;
        self.constant
            - deviance(self.a, n * point.x, libm::log(self.a / n) - point.log_x)
            - deviance(self.b, n * point.y, libm::log(self.b / n) - point.log_y)
    }

    /// `ln P(X ≤ x)`.
    fn log_lower(&self, point: Point) -> f64 {
        let near = point.x <= (self.a + 1.0) / (self.a + self.b + 2.0);
        let direct = |shape: &Self, point: Point| {
            shape.log_front(point) - libm::log(shape.a)
                + libm::log(continued_fraction(shape.a, shape.b, point.x))
        };
        if near {
            return direct(self, point).min(0.0);
        }
        let other = libm::exp(direct(&self.mirrored(), point.mirrored()));
        // 1 − other keeps too few digits when other is nearly 1; then the slower side of the fraction is worth it.
        if other < 0.999 { libm::log1p(-other) } else { direct(self, point).min(0.0) }
    }
}

const HALF_LOG_2_PI: f64 = 0.918_938_533_204_672_8;

/// `ln Γ(z+1) − (z+½)·ln z + z − ½·ln 2π`: what Stirling's formula leaves.
fn stirling_error(z: f64) -> f64 {
    if z < 15.0 {
        return libm::lgamma(z + 1.0) - (z + 0.5) * libm::log(z) + z - HALF_LOG_2_PI;
    }
    let s = 1.0 / (z * z);
    (1.0 / 12.0 - s * (1.0 / 360.0 - s * (1.0 / 1260.0 - s * (1.0 / 1680.0 - s * (1.0 / 1188.0))))) / z
}

/// `x·ln(x/m) + m − x` without cancellation where x is near m; `log_ratio` is `ln(x/m)`.
fn deviance(x: f64, m: f64, log_ratio: f64) -> f64 {
    if (x - m).abs() >= 0.1 * (x + m) {
        return x * log_ratio + m - x;
    }
    let v = (x - m) / (x + m);
    let mut sum = (x - m) * v;
    let mut term = 2.0 * x * v;
    let square = v * v;
    let mut odd = 1.0;
    loop {
        term *= square;
        odd += 2.0;
        let next = sum + term / odd;
        if (next - sum).abs() <= f64::EPSILON * 0.25 * sum.abs() {
            return next;
        }
        sum = next;
    }
}

/// The continued fraction of `I_x(a,b)·a·B(a,b)/(x^a·y^b)` by Lentz's method.
fn continued_fraction(a: f64, b: f64, x: f64) -> f64 {
    const TINY: f64 = 1e-300;
    const TERMS: u32 = 200_000;
    let guard = |value: f64| if value.abs() < TINY { TINY } else { value };
    let (ab, a_up, a_down) = (a + b, a + 1.0, a - 1.0);
    let mut c = 1.0;
    let mut d = 1.0 / guard(1.0 - ab * x / a_up);
    let mut h = d;
    for term in 1..=TERMS {
        let m = f64::from(term);
        let twice = 2.0 * m;
        let even = m * (b - m) * x / ((a_down + twice) * (a + twice));
        d = 1.0 / guard(1.0 + even * d);
        c = guard(1.0 + even / c);
        h *= d * c;
        let odd = -(a + m) * (ab + m) * x / ((a + twice) * (a_up + twice));
        d = 1.0 / guard(1.0 + odd * d);
        c = guard(1.0 + odd / c);
        let factor = d * c;
        h *= factor;
        if (factor - 1.0).abs() <= 2.0 * f64::EPSILON {
            break;
        }
    }
    h
}
