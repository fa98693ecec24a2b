//! Special functions and small-sample statistics, the same to the last bit on every machine.
//!
//! Everything here is a pure function over numbers and slices; transcendental functions come from `libm`, and
//! sums run in the order of the input. Arguments are checked: NaN, infinities where they make no sense, negative
//! weights and lengths that differ are a [`StatsError`], never a panic or a silent NaN.

mod argument;
mod beta;
mod decay;
mod kaplan_meier;
mod negative_binomial;
mod normal;
mod power_mean;
mod proportion;
mod random;
mod shapley;

pub use argument::StatsError;
pub use beta::{beta_cdf, beta_quantile, beta_sf};
pub use decay::{DecayedMean, decay_weight, decayed_mean};
pub use kaplan_meier::{Band, KaplanMeier, KaplanMeierRow, kaplan_meier};
pub use negative_binomial::{negative_binomial_at_least, negative_binomial_quantile, waiting_time_quantile};
pub use normal::{normal_cdf, normal_quantile, normal_sf};
pub use power_mean::{PowerMeanBounds, power_mean, power_mean_bounds};
pub use proportion::{ProportionMethod, proportion_interval};
pub use random::Random;
pub use shapley::{MAX_PLAYERS, ShapleyGame, shapley_power_mean};
