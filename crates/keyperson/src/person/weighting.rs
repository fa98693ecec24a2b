//! Weightings: what the ranking tries in place of the policy's weights, drawn once for all groups.

use crate::fact::Trait;
use crate::policy::Policy;
use crate::stats::{Random, power_means};

/// The score of somebody of whom no trait with a weight is known: it comes after every other.
pub(super) const UNKNOWN: f64 = f64::NEG_INFINITY;

/// How many weightings are tried at a time: their scores of a whole group stay near the processor.
const BLOCK: usize = 128;

/// Weightings of the traits, drawn evenly from all there are (Dirichlet(1, …, 1)), seeded by the policy.
#[derive(Debug, Clone)]
pub(crate) struct Weightings {
    tried: usize,
    rho: f64,
    /// The weights of each trait, in the order of [`Trait::ALL`].
    columns: Vec<Vec<f64>>,
}

impl Weightings {
    /// As many as the policy asks for.
    #[must_use]
    pub fn draw(policy: &Policy) -> Self {
        let tried = usize::try_from(policy.fit.weightings.get()).unwrap_or(0);
        let mut random = Random::from_seed(policy.fit.seed.get().unsigned_abs());
        let mut columns: Vec<Vec<f64>> = Trait::ALL.iter().map(|_| Vec::with_capacity(tried)).collect();
        for _ in 0..tried {
            for column in &mut columns {
                column.push(random.exponential());
            }
        }
        Self { tried, rho: policy.fit.rho.get(), columns }
    }

    /// How many there are.
    pub(super) const fn tried(&self) -> usize {
        self.tried
    }

    /// Hands out the scores of a group under each weighting, in order: one per person, [`UNKNOWN`] among them.
    ///
    /// Of each person the value of each known trait is given, with its place in the order of [`Trait::ALL`].
    pub(super) fn try_all(&self, known: &[Vec<(usize, f64)>], mut each: impl FnMut(&[f64])) {
        let mut scores = vec![UNKNOWN; known.len()];
        for from in (0..self.tried).step_by(BLOCK) {
            let block = from..from.saturating_add(BLOCK).min(self.tried);
            let count = block.len();
            let means = known.iter().map(|values| {
                let columns = values.iter().filter_map(|(place, value)| {
                    Some((*value, self.columns.get(*place)?.get(block.clone())?))
                });
                power_means(&columns.collect::<Vec<_>>(), count, self.rho, UNKNOWN)
            });
            let means: Vec<Vec<f64>> = means.collect();
            for number in 0..count {
                for (score, means) in scores.iter_mut().zip(&means) {
                    *score = means.get(number).copied().unwrap_or(UNKNOWN);
                }
                each(&scores);
            }
        }
    }
}
