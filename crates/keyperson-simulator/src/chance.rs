//! Draws: the distributions of the simulation on top of one stream of random numbers.

use keyperson::stats::Random;

/// One stream of draws.
pub(crate) struct Chance {
    random: Random,
}

impl Chance {
    /// The stream numbered `stream` of a seed; streams of one seed are independent of each other.
    pub(crate) fn new(seed: u64, stream: u64) -> Self {
        // Neighbouring states of this generator give one sequence a step apart, so each stream starts at an output.
        let root = Random::from_seed(seed).next_u64() ^ stream;
        Self { random: Random::from_seed(Random::from_seed(root).next_u64()) }
    }

    /// A number from 0 up to, but without, 1.
    pub(crate) fn unit(&mut self) -> f64 {
        self.random.unit()
    }

    /// A number from `low` up to, but without, `high`.
    pub(crate) fn between(&mut self, low: f64, high: f64) -> f64 {
        (high - low) * self.unit() + low
    }

    /// Whether something of this probability happens.
    pub(crate) fn happens(&mut self, probability: f64) -> bool {
        self.unit() < probability
    }

    /// One place in a list of `length`; 0 for an empty one.
    pub(crate) fn index(&mut self, length: usize) -> usize {
        let position = whole(self.unit() * from_count(length));
        position.min(length.saturating_sub(1))
    }

    /// One element of a list.
    pub(crate) fn pick<T: Copy>(&mut self, list: &[T]) -> Option<T> {
        let position = self.index(list.len());
        list.get(position).copied()
    }

    /// One of a list of texts; the empty text for an empty list.
    pub(crate) fn word(&mut self, list: &[&'static str]) -> &'static str {
        self.pick(list).unwrap_or_default()
    }

    /// A place in a list of weights, each as likely as its weight; `None` where all are zero.
    pub(crate) fn weighted(&mut self, weights: &[f64]) -> Option<usize> {
        let total: f64 = weights.iter().sum();
        let mut rest = self.unit() * total;
        weights.iter().position(|weight| {
            rest -= weight;
            rest < 0.0
        })
    }

    /// Normal with mean 0 and deviation 1 (Marsaglia's polar method).
    pub(crate) fn normal(&mut self) -> f64 {
        loop {
            let (x, y) = (self.between(-1.0, 1.0), self.between(-1.0, 1.0));
            let square = x * x + y * y;
            if square > 0.0 && square < 1.0 {
                return x * (-2.0 * libm::log(square) / square).sqrt();
            }
        }
    }

    /// Log-normal with this median.
    pub(crate) fn log_normal(&mut self, median: f64, sigma: f64) -> f64 {
        median * libm::exp(sigma * self.normal())
    }

    /// Gamma with scale 1 (Marsaglia and Tsang 2000, ACM Transactions on Mathematical Software 26:363).
    pub(crate) fn gamma(&mut self, shape: f64) -> f64 {
        if shape < 1.0 {
            let boost = libm::pow(1.0 - self.unit(), 1.0 / shape);
            return boost * self.gamma(shape + 1.0);
        }
        let d = shape - 1.0 / 3.0;
        let c = 1.0 / (9.0 * d).sqrt();
        loop {
            let x = self.normal();
            let v = 1.0 + c * x;
            if v > 0.0 {
                let v = v * v * v;
                if libm::log(1.0 - self.unit()) < 0.5 * x * x + d * (1.0 - v + libm::log(v)) {
                    return d * v;
                }
            }
        }
    }

    /// Beta with this mean, as narrow as so many observations.
    pub(crate) fn beta(&mut self, mean: f64, observations: f64) -> f64 {
        let mean = mean.clamp(0.01, 0.99);
        let (a, b) = (self.gamma(mean * observations), self.gamma((1.0 - mean) * observations));
        if a + b > 0.0 { a / (a + b) } else { mean }
    }

    /// Poisson (products of uniform numbers; a large mean is split).
    pub(crate) fn poisson(&mut self, mean: f64) -> u32 {
        let (mut rest, mut count) = (mean.clamp(0.0, 10_000.0), 0_u32);
        while rest > 0.0 {
            let part = rest.min(20.0);
            rest -= part;
            let (limit, mut product) = (libm::exp(-part), self.unit());
            while product > limit {
                product *= self.unit();
                count = count.saturating_add(1);
            }
        }
        count
    }
}

/// The whole part of a number from 0 up; 0 below, and for what is not a number.
#[expect(
    clippy::as_conversions,
    reason = "`as` saturates and takes NaN to 0; there is no other way from f64"
)]
pub(crate) fn whole(value: f64) -> usize {
    value as usize
}

/// A count as a number.
pub(crate) fn from_count(count: usize) -> f64 {
    u32::try_from(count).map_or(f64::from(u32::MAX), f64::from)
}
