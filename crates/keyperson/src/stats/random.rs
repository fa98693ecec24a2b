//! Seeded random numbers: the same seed gives the same numbers on every machine.

use super::error::{StatsError, not_negative, out_of_range, positive};
use super::negative_binomial::{count_as_f64, truncated};

/// A generator of pseudo-random numbers: SplitMix64 (G. L. Steele, D. Lea and C. H. Flood 2014, "Fast splittable
/// pseudorandom number generators", figure 16, from where its constants are). Its period is 2^64: ample for sampling
/// weightings and simulating journals, and nothing that must be unpredictable.
///
/// ```
/// use keyperson::stats::Random;
///
/// let (mut one, mut other) = (Random::from_seed(7), Random::from_seed(7));
/// assert_eq!(one.next_u64(), other.next_u64());
/// assert!((0.0..1.0).contains(&one.unit()));
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Random {
    state: u64,
}

impl Random {
    /// A generator; any seed will do, neighbouring seeds give unrelated numbers.
    #[must_use]
    pub const fn from_seed(seed: u64) -> Self {
        Self { state: seed }
    }

    /// 64 random bits.
    pub const fn next_u64(&mut self) -> u64 {
        self.state = self.state.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut bits = self.state;
        bits = (bits ^ (bits >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        bits = (bits ^ (bits >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        bits ^ (bits >> 31)
    }

    /// A uniform number of at least 0 and below 1, a multiple of 2^-53.
    pub fn unit(&mut self) -> f64 {
        const STEP: f64 = 1.0 / 9_007_199_254_740_992.0;
        count_as_f64(self.next_u64() >> 11) * STEP
    }

    /// A uniform count below `n`, without bias (D. Lemire 2019, "Fast random integer generation in an interval"); 0 for
    /// `n` = 0.
    pub fn below(&mut self, n: u64) -> u64 {
        let rejected = n.wrapping_neg().checked_rem(n).unwrap_or(0);
        loop {
            let product = u128::from(self.next_u64()).wrapping_mul(u128::from(n));
            if u64::try_from(product & u128::from(u64::MAX)).unwrap_or(u64::MAX) >= rejected {
                return u64::try_from(product >> 64).unwrap_or(0);
            }
        }
    }

    /// A standard normal number (the polar method of G. Marsaglia and T. A. Bray 1964).
    pub fn normal(&mut self) -> f64 {
        loop {
            let (x, y) = (2.0 * self.unit() - 1.0, 2.0 * self.unit() - 1.0);
            let square = x * x + y * y;
            if square > 0.0 && square < 1.0 {
                return x * (-2.0 * libm::log(square) / square).sqrt();
            }
        }
    }

    /// An exponential number of mean 1.
    pub fn exponential(&mut self) -> f64 {
        -libm::log1p(-self.unit())
    }

    /// A Gamma number of the given shape and scale 1; 0 where it is too small for a double.
    ///
    /// # Errors
    /// [`StatsError::NotFinite`] or [`StatsError::OutOfRange`] for a shape not above 0.
    pub fn gamma(&mut self, shape: f64) -> Result<f64, StatsError> {
        positive("shape", shape)?;
        Ok(libm::exp(self.log_gamma_number(shape)))
    }

    /// A Beta number, 0..1.
    ///
    /// # Errors
    /// [`StatsError::NotFinite`] or [`StatsError::OutOfRange`] for a parameter not above 0.
    pub fn beta(&mut self, a: f64, b: f64) -> Result<f64, StatsError> {
        positive("a", a)?;
        positive("b", b)?;
        // X/(X + Y) for two Gamma numbers, by their logarithms: with small parameters both numbers underflow.
        let (x, y) = (self.log_gamma_number(a), self.log_gamma_number(b));
        Ok(1.0 / (1.0 + libm::exp(y - x)))
    }

    /// A Poisson count.
    ///
    /// # Errors
    /// [`StatsError::NotFinite`] or [`StatsError::OutOfRange`] for a mean below 0 or above 1e15, beyond which a double no
    /// longer tells neighbouring counts apart.
    pub fn poisson(&mut self, mean: f64) -> Result<u64, StatsError> {
        not_negative("mean", mean)?;
        if mean > 1e15 {
            return Err(out_of_range("mean", mean, "a number of at most 1e15"));
        }
        Ok(if mean < 10.0 { self.small_poisson(mean) } else { self.large_poisson(mean) })
    }

    /// Fills `weights` with a uniform point of the simplex: numbers of at least 0 that sum to 1, every weighting being
    /// as likely as any other (L. Devroye 1986, theorem V.2.2).
    pub fn fill_simplex(&mut self, weights: &mut [f64]) {
        let mut total = 0.0;
        for weight in weights.iter_mut() {
            // Above 0, so that the total is.
            *weight = self.exponential().max(f64::MIN_POSITIVE);
            total += *weight;
        }
        for weight in weights {
            *weight /= total;
        }
    }

    /// The logarithm of a Gamma number (G. Marsaglia and W. W. Tsang 2000, "A simple method for generating gamma
    /// variables"; below shape 1 by the power of a uniform number given in its section 6).
    fn log_gamma_number(&mut self, shape: f64) -> f64 {
        if shape < 1.0 {
            return self.log_gamma_number(shape + 1.0) - self.exponential() / shape;
        }
        let d = shape - 1.0 / 3.0;
        let c = 1.0 / (9.0 * d).sqrt();
        loop {
            let x = self.normal();
            let root = 1.0 + c * x;
            if root <= 0.0 {
                continue;
            }
            let cube = root * root * root;
            if -self.exponential() < 0.5 * x * x + d * (1.0 - cube + libm::log(cube)) {
                return libm::log(d) + libm::log(cube);
            }
        }
    }

    /// Counts exponential gaps until they exceed the mean.
    fn small_poisson(&mut self, mean: f64) -> u64 {
        let mut count = 0_u64;
        let mut passed = self.exponential();
        while passed < mean {
            count = count.saturating_add(1);
            passed += self.exponential();
        }
        count
    }

    /// Transformed rejection, algorithm PTRS of W. Hörmann 1993, "The transformed rejection method for generating
    /// Poisson random variables", for a mean of at least 10.
    fn large_poisson(&mut self, mean: f64) -> u64 {
        let log_mean = libm::log(mean);
        let b = 0.931 + 2.53 * mean.sqrt();
        let a = -0.059 + 0.024_83 * b;
        let inverse_alpha = 1.1239 + 1.1328 / (b - 3.4);
        let quick = 0.9277 - 3.6224 / (b - 2.0);
        loop {
            let u = self.unit() - 0.5;
            let v = self.unit();
            let edge = 0.5 - u.abs();
            let count = ((2.0 * a / edge + b) * u + mean + 0.43).floor();
            if edge >= 0.07 && v <= quick {
                return truncated(count);
            }
            if count < 0.0 || (edge < 0.013 && v > edge) {
                continue;
            }
            let left = libm::log(v * inverse_alpha / (a / (edge * edge) + b));
            if left <= count * log_mean - mean - libm::lgamma(count + 1.0) {
                return truncated(count);
            }
        }
    }
}
