//! Special functions and small-sample statistics: pure functions of numbers, which know nothing of people or partners.
//!
//! Every function checks its arguments and answers with a [`StatsError`] rather than a NaN or a panic. Elementary
//! functions come from `libm` and sums run in the order of the input, so that results agree to the last bit on
//! every machine.

mod auc;
mod average;
mod beta;
mod decay;
mod double_double;
mod error;
mod gower;
mod incomplete_beta;
mod kaplan_meier;
mod negative_binomial;
mod normal;
mod power_mean;
mod proportion;
mod random;
mod shapley;

pub use auc::{auc, auc_interval};
pub(crate) use average::{Average, LEAST_PRODUCT, weight_shares};
pub(crate) use beta::beta_quantiles;
pub use beta::{beta_cdf, beta_quantile, beta_sf};
pub use decay::{DecayedMean, decay_weight, decayed_mean};
pub use error::{Argument, StatsError};
pub use gower::{GowerField, GowerTable, gower_mean};
pub use kaplan_meier::{IntervalKind, KaplanMeier, KaplanMeierRow, SurvivalInterval, kaplan_meier};
pub use negative_binomial::{negative_binomial_at_least, negative_binomial_quantile, waiting_time_quantile};
pub use normal::{normal_cdf, normal_quantile, normal_sf};
pub use power_mean::{PowerMeanBounds, power_mean, power_mean_bounds};
pub(crate) use power_mean::{power_mean_of, power_means};
pub use proportion::{ProportionMethod, Share, proportion_interval, share_interval};
pub use random::Random;
pub use shapley::{SHAPLEY_PLAYER_LIMIT, ShapleyGame, shapley_power_mean};
