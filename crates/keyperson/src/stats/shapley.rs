//! Exact Shapley values of a power mean: what each entry contributes.
//!
//! Shapley (1953): a player's value is its average marginal contribution over all orders of joining.

use super::StatsError;
use super::argument::{all_not_negative, finite, not_nan, same_length};
use super::power_mean::mean;
use crate::read::length;

/// The most players: 2¹⁶ coalitions are counted in milliseconds, and nobody reads more contributions.
pub const MAX_PLAYERS: usize = 16;

/// What a coalition without some of the players is worth.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum ShapleyGame<'a> {
    /// Players who are not in take these values.
    Baseline(&'a [f64]),
    /// Players who are not in leave, and the weights renormalise.
    Drop {
        /// Worth of a coalition without any weight.
        empty: f64,
    },
}

/// Exact Shapley values of the weighted power mean; they sum to `v(all) − v(none)`.
///
/// ```
/// use keyperson::stats::{ShapleyGame, shapley_power_mean};
/// let points = shapley_power_mean(&[0.9, 0.1], &[1.0, 1.0], 1.0, ShapleyGame::Baseline(&[0.5, 0.5]))?;
/// assert!((points[0] - 0.2).abs() < 1e-15 && (points[1] + 0.2).abs() < 1e-15);
/// # Ok::<(), keyperson::stats::StatsError>(())
/// ```
///
/// # Errors
/// As [`power_mean`](super::power_mean); more than [`MAX_PLAYERS`] players; a bad baseline or empty worth.
pub fn shapley_power_mean(
    values: &[f64],
    weights: &[f64],
    rho: f64,
    game: ShapleyGame<'_>,
) -> Result<Vec<f64>, StatsError> {
    same_length("weights", weights.len(), values.len())?;
    all_not_negative("values", values)?;
    all_not_negative("weights", weights)?;
    not_nan("rho", rho)?;
    match game {
        ShapleyGame::Baseline(baseline) => {
            same_length("baseline", baseline.len(), values.len())?;
            all_not_negative("baseline", baseline)?;
        }
        ShapleyGame::Drop { empty } => finite("empty", empty)?,
    }
    if values.len() > MAX_PLAYERS {
        return Err(StatsError::TooManyPlayers { found: values.len(), limit: MAX_PLAYERS });
    }
    if let (ShapleyGame::Baseline(baseline), true) = (game, (rho - 1.0).abs() <= 0.0) {
        return Ok(linear(values, weights, baseline));
    }
    Ok(enumerated(values, weights, rho, game))
}

/// With ρ = 1 the mean is a sum, and each player adds its own term whoever else is in.
fn linear(values: &[f64], weights: &[f64], baseline: &[f64]) -> Vec<f64> {
    let heaviest = weights.iter().copied().fold(0.0, f64::max);
    if heaviest <= 0.0 {
        return vec![0.0; values.len()];
    }
    let total: f64 = weights.iter().map(|weight| weight / heaviest).sum();
    let shares = weights.iter().map(|weight| weight / heaviest / total);
    values.iter().zip(baseline).zip(shares).map(|((value, base), share)| share * (value - base)).collect()
}

/// Every coalition once, its worth shared among the players by whether they are in.
fn enumerated(values: &[f64], weights: &[f64], rho: f64, game: ShapleyGame<'_>) -> Vec<f64> {
    let players = values.len();
    let coalitions = 1_u32.checked_shl(u32::try_from(players).unwrap_or(0)).unwrap_or(1);
    let inside = |coalition: u32, player: usize| coalition >> player & 1 == 1;
    let worth = |coalition: u32| {
        let pairs = values.iter().copied().zip(weights.iter().copied()).enumerate();
        match game {
            ShapleyGame::Baseline(baseline) => mean(
                pairs.zip(baseline).map(|((player, (value, weight)), base)| {
                    (if inside(coalition, player) { value } else { *base }, weight)
                }),
                rho,
            )
            .unwrap_or(0.0),
            ShapleyGame::Drop { empty } => mean(
                pairs.map(|(player, (value, weight))| {
                    (value, if inside(coalition, player) { weight } else { 0.0 })
                }),
                rho,
            )
            .unwrap_or(empty),
        }
    };
    let share = shares(players);
    let mut contributions = vec![0.0; players];
    for coalition in 0..coalitions {
        let worth = worth(coalition);
        let size = usize::try_from(coalition.count_ones()).unwrap_or(0);
        // In a coalition of s the player was the last to join: weight (s−1)!(n−s)!/n!. Outside it would be the
        // next: −s!(n−s−1)!/n!.
        let joined = size.checked_sub(1).and_then(|before| share.get(before)).copied().unwrap_or(0.0);
        let would_join = share.get(size).copied().unwrap_or(0.0);
        for (player, contribution) in contributions.iter_mut().enumerate() {
            *contribution += if inside(coalition, player) { joined * worth } else { -would_join * worth };
        }
    }
    contributions
}

/// `s!(n−s−1)!/n!` for s = 0, 1, …, n−1: the share of orders in which a player joins just these s.
fn shares(players: usize) -> Vec<f64> {
    let n = length(players);
    let mut share = 1.0 / n.max(1.0);
    let mut all = Vec::with_capacity(players);
    for size in 0..players {
        all.push(share);
        // From s to s+1: one factor (s+1) more above, one factor (n−s−1) less.
        let s = length(size);
        share *= (s + 1.0) / (n - s - 1.0).max(1.0);
    }
    all
}
