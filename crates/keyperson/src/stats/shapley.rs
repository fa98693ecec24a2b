//! How much each value contributes to a power mean: exact Shapley values.

use super::average::weight_shares;
use super::error::{StatsError, all_not_negative, finite, same_length};
use super::power_mean::{check_exponent, power_mean_of};

/// The most players of an exact enumeration: 2^16 coalitions take some tens of milliseconds, and each further player
/// doubles that. Judgement.
pub const SHAPLEY_PLAYER_LIMIT: usize = 16;

/// What the mean is of a coalition, that is when some players are missing.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum ShapleyGame<'a> {
    /// A missing player takes the baseline's value: contributions say how a profile differs from a reference profile.
    Baseline(&'a [f64]),
    /// A missing player leaves, and the weights of the others are renormalised.
    Drop {
        /// The worth of a coalition without any positive weight. Any finite number.
        empty: f64,
    },
}

/// The exact Shapley values (L. S. Shapley 1953) of the weighted power mean's entries, in their order.
///
/// They sum to the mean of all players less that of none: to `M(values) − M(baseline)`, or `M(values) − empty`. Equal
/// players get equal values, and a player of weight zero gets exactly 0. When no weight is positive there is no
/// mean, and all contributions are 0. Absolute error below 1e-12 for values within 0..1.
///
/// ```
/// use keyperson::stats::{ShapleyGame, shapley_power_mean};
///
/// let shares = shapley_power_mean(&[0.75, 0.5], &[1.0, 1.0], 1.0, ShapleyGame::Baseline(&[0.5, 0.5]))?;
/// assert_eq!(shares, [0.125, 0.0]);
/// # Ok::<(), keyperson::stats::StatsError>(())
/// ```
///
/// # Errors
/// As [`super::power_mean`], for the baseline too; [`StatsError::TooManyPlayers`] beyond [`SHAPLEY_PLAYER_LIMIT`].
pub fn shapley_power_mean(
    values: &[f64],
    weights: &[f64],
    rho: f64,
    game: ShapleyGame<'_>,
) -> Result<Vec<f64>, StatsError> {
    same_length("values", values.len(), "weights", weights.len())?;
    all_not_negative("values", values)?;
    all_not_negative("weights", weights)?;
    check_exponent(rho)?;
    match game {
        ShapleyGame::Baseline(baseline) => {
            same_length("values", values.len(), "baseline", baseline.len())?;
            all_not_negative("baseline", baseline)?;
        }
        ShapleyGame::Drop { empty } => finite("empty", empty)?,
    }
    if values.len() > SHAPLEY_PLAYER_LIMIT {
        return Err(StatsError::TooManyPlayers { count: values.len(), limit: SHAPLEY_PLAYER_LIMIT });
    }

    // A player of weight zero changes no coalition: leave it out, and its value is exactly 0.
    let baseline = match game {
        ShapleyGame::Baseline(baseline) => baseline,
        ShapleyGame::Drop { .. } => values,
    };
    let mut players = [Player::default(); SHAPLEY_PLAYER_LIMIT];
    let mut count = 0_usize;
    let entries = values.iter().zip(baseline).zip(weights).filter(|(_, weight)| **weight > 0.0);
    for (slot, ((value, baseline), weight)) in players.iter_mut().zip(entries) {
        *slot = Player { present: *value, absent: *baseline, weight: *weight, share: 0.0 };
        count = count.saturating_add(1);
    }
    let players = players.get_mut(..count).unwrap_or_default();

    match game {
        ShapleyGame::Baseline(_) if rho.to_bits() == 1.0_f64.to_bits() => linear_shares(players),
        ShapleyGame::Baseline(_) => enumerate(players, |players, coalition| {
            let entries = members(players, coalition)
                .map(|(player, is_in)| (if is_in { player.present } else { player.absent }, player.weight));
            power_mean_of(entries, rho).unwrap_or_default()
        }),
        ShapleyGame::Drop { empty } => enumerate(players, |players, coalition| {
            let entries = members(players, coalition)
                .filter(|(_, is_in)| *is_in)
                .map(|(player, _)| (player.present, player.weight));
            power_mean_of(entries, rho).unwrap_or(empty)
        }),
    }

    let mut shares = players.iter().map(|player| player.share);
    Ok(weights
        .iter()
        .map(|weight| if *weight > 0.0 { shares.next().unwrap_or_default() } else { 0.0 })
        .collect())
}

#[derive(Debug, Clone, Copy, Default)]
struct Player {
    present: f64,
    absent: f64,
    weight: f64,
    share: f64,
}

/// The arithmetic mean is additive: a player's marginal worth `wᵢ/W·(xᵢ − bᵢ)` is the same in every coalition.
fn linear_shares(players: &mut [Player]) {
    let mut weights = [0.0; SHAPLEY_PLAYER_LIMIT];
    weights.iter_mut().zip(players.iter()).for_each(|(weight, player)| *weight = player.weight);
    for (player, share) in players.iter_mut().zip(weight_shares(weights)) {
        player.share = share * (player.present - player.absent);
    }
}

/// `φᵢ = Σ_{T∋i} c(|T|−1)·v(T) − Σ_{T∌i} c(|T|)·v(T)` with `c(s) = s!(n−s−1)!/n!`: the definition, with the terms
/// gathered by coalition, so that each coalition's worth is computed once.
fn enumerate(players: &mut [Player], worth: impl Fn(&[Player], u32) -> f64) {
    let coefficients = coalition_coefficients(players.len());
    let coalitions = 1_u32.checked_shl(u32::try_from(players.len()).unwrap_or(0)).unwrap_or(0);
    for coalition in 0..coalitions {
        let worth = worth(players, coalition);
        let size = usize::try_from(coalition.count_ones()).unwrap_or(0);
        let joined =
            size.checked_sub(1).and_then(|size| coefficients.get(size)).copied().unwrap_or_default() * worth;
        let left_out = coefficients.get(size).copied().unwrap_or_default() * worth;
        for (index, player) in (0_u32..).zip(players.iter_mut()) {
            if coalition >> index & 1 == 1 {
                player.share += joined;
            } else {
                player.share -= left_out;
            }
        }
    }
}

fn members(players: &[Player], coalition: u32) -> impl Iterator<Item = (&Player, bool)> + Clone {
    (0_u32..).zip(players).map(move |(index, player)| (player, coalition >> index & 1 == 1))
}

/// `s!(n−s−1)!/n!` for s from 0 to n − 1: `1/n` at the ends, then `c(s) = c(s−1)·s/(n−s)`.
fn coalition_coefficients(players: usize) -> [f64; SHAPLEY_PLAYER_LIMIT] {
    let count = f64::from(u32::try_from(players).unwrap_or(0));
    let mut coefficients = [0.0; SHAPLEY_PLAYER_LIMIT];
    let mut coefficient = 1.0 / count;
    let mut size = 0.0;
    for slot in coefficients.iter_mut().take(players) {
        *slot = coefficient;
        size += 1.0;
        coefficient *= size / (count - size);
    }
    coefficients
}
