//! Laws that the statistics keep whatever the numbers are.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    clippy::float_cmp,
    clippy::disallowed_methods,
    reason = "a test fails by panicking, and its own numbers need not agree between machines"
)]

use keyperson::stats::{
    GowerField, GowerTable, ProportionMethod, ShapleyGame, auc, auc_interval, beta_cdf, beta_quantile,
    beta_sf, decay_weight, decayed_mean, kaplan_meier, negative_binomial_at_least,
    negative_binomial_quantile, power_mean, power_mean_bounds, proportion_interval, shapley_power_mean,
    waiting_time_quantile,
};
use proptest::prelude::*;
use proptest::test_runner::RngSeed;

/// The same cases each time, so that a change that passes once passes always; `PROPTEST_CASES` asks for more. No file
/// of failed cases: a failure prints its case, which then becomes a row of a table.
fn config() -> ProptestConfig {
    ProptestConfig {
        failure_persistence: None,
        rng_seed: RngSeed::Fixed(20_260_401),
        ..ProptestConfig::default()
    }
}

/// Values within 0..1, some of them exactly 0 or 1, with weights some of which are 0.
fn entries() -> impl Strategy<Value = Vec<(f64, f64)>> {
    let value = prop_oneof![8 => 0.0..=1.0_f64, 1 => Just(0.0), 1 => Just(1.0)];
    let weight = prop_oneof![8 => 1e-6..=10.0_f64, 1 => Just(0.0)];
    prop::collection::vec((value, weight), 1..8)
}

fn exponent() -> impl Strategy<Value = f64> {
    prop_oneof![
        8 => -5.0..5.0_f64,
        1 => prop::sample::select(vec![0.0, 1.0, -1.0, 1e-9, -1e-9, 1e-18, 1e3, -1e3, f64::INFINITY, f64::NEG_INFINITY]),
    ]
}

/// Parameters over many magnitudes.
fn parameter() -> impl Strategy<Value = f64> {
    (-2.0..4.0_f64).prop_map(|exponent| 10.0_f64.powf(exponent))
}

fn known(bounds: Option<f64>) -> f64 {
    bounds.expect("a positive weight")
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn a_power_mean_lies_within_its_values_and_rises_with_the_exponent(
        entries in entries(), one in exponent(), other in exponent(),
    ) {
        let (values, weights): (Vec<_>, Vec<_>) = entries.iter().copied().unzip();
        let (low, high) = (one.min(other), one.max(other));
        let counted = entries.iter().filter(|entry| entry.1 > 0.0).map(|entry| entry.0);
        let means = (power_mean(&values, &weights, low).unwrap(), power_mean(&values, &weights, high).unwrap());
        if let (Some(lower), Some(upper)) = means {
            prop_assert!(lower <= upper * (1.0 + 1e-12), "{lower} > {upper}");
            prop_assert!(lower >= counted.clone().fold(f64::INFINITY, f64::min));
            prop_assert!(upper <= counted.fold(0.0, f64::max));
        } else {
            prop_assert!(counted.count() == 0 && means == (None, None));
        }
    }

    #[test]
    fn a_power_mean_rises_with_each_value_and_scales_with_all(
        entries in entries(), rho in exponent(), index in any::<prop::sample::Index>(), rise in 0.0..1.0_f64,
        scale in 1e-3..1e3_f64,
    ) {
        let (mut values, weights): (Vec<_>, Vec<_>) = entries.into_iter().unzip();
        if let Some(mean) = power_mean(&values, &weights, rho).unwrap() {
            let scaled: Vec<f64> = values.iter().map(|value| value * scale).collect();
            let scaled = known(power_mean(&scaled, &weights, rho).unwrap());
            prop_assert!((scaled - mean * scale).abs() <= 1e-12 * scaled, "{scaled} is not {scale}·{mean}");
            let at = index.index(values.len());
            values[at] += rise;
            let risen = known(power_mean(&values, &weights, rho).unwrap());
            prop_assert!(risen >= mean * (1.0 - 1e-12), "{risen} < {mean}");
        }
    }

    // INVARIANT: bounds contain the point where every unknown entry may take the known entries' mean.
    #[test]
    fn bounds_contain_the_point_when_unknown_entries_can_reach_it(
        entries in prop::collection::vec((0.0..=1.0_f64, 0.0..=1.0_f64, 0.0..=1.0_f64, 0.01..5.0_f64, any::<bool>()), 1..8),
        rho in exponent(),
    ) {
        let point: Vec<_> = entries.iter().map(|entry| entry.4.then_some(entry.0)).collect();
        let weights: Vec<_> = entries.iter().map(|entry| entry.3).collect();
        let reach = power_mean_bounds(&point, &vec![0.0; point.len()], &vec![1.0; point.len()], &weights, rho).unwrap();
        let lower: Vec<_> = entries.iter().map(|entry| {
            entry.1 * if entry.4 { entry.0 } else { reach.point.unwrap_or(0.5) }
        }).collect();
        let upper: Vec<_> = entries.iter().map(|entry| {
            let from = if entry.4 { entry.0 } else { reach.point.unwrap_or(0.5) };
            from + entry.2 * (1.0 - from)
        }).collect();
        let bounds = power_mean_bounds(&point, &lower, &upper, &weights, rho).unwrap();
        prop_assert!((0.0..=1.0).contains(&bounds.coverage));
        prop_assert!(known(bounds.lower) <= known(bounds.upper) * (1.0 + 1e-12));
        if let Some(point) = bounds.point {
            prop_assert!(known(bounds.lower) <= point * (1.0 + 1e-12));
            prop_assert!(known(bounds.upper) >= point * (1.0 - 1e-12));
        }
    }

    #[test]
    fn shapley_values_sum_to_the_whole_and_treat_equals_alike(
        entries in entries(), baseline in 0.0..=1.0_f64, empty in 0.0..=1.0_f64, rho in exponent(), drop in any::<bool>(),
    ) {
        let (mut values, mut weights): (Vec<_>, Vec<_>) = entries.into_iter().unzip();
        // The first player twice, and one of weight zero.
        values.extend([values[0], 0.3]);
        weights.extend([weights[0], 0.0]);
        let reference = vec![baseline; values.len()];
        let (game, nobody) = if drop {
            (ShapleyGame::Drop { empty }, Some(empty))
        } else {
            (ShapleyGame::Baseline(&reference), power_mean(&reference, &weights, rho).unwrap())
        };
        let shares = shapley_power_mean(&values, &weights, rho, game).unwrap();
        let whole = power_mean(&values, &weights, rho).unwrap().zip(nobody).map_or(0.0, |(all, none)| all - none);
        prop_assert!((shares.iter().sum::<f64>() - whole).abs() < 1e-12, "{shares:?} do not sum to {whole}");
        let twin = values.len() - 2;
        prop_assert!((shares[0] - shares[twin]).abs() < 1e-12, "{shares:?}");
        prop_assert_eq!(shares[twin + 1].to_bits(), 0.0_f64.to_bits());
    }

    #[test]
    fn a_beta_quantile_is_the_inverse_of_the_probability(a in parameter(), b in parameter(), q in 1e-6..=0.999_999_f64) {
        let x = beta_quantile(a, b, q).unwrap();
        let (lower, upper) = (beta_cdf(a, b, x).unwrap(), beta_sf(a, b, x).unwrap());
        prop_assert!((lower + upper - 1.0).abs() < 1e-14);
        // Near the ends x itself is rounded, by which the probability jumps.
        if x > 1e-300 && x < 1.0 - 1e-4 {
            prop_assert!((lower / q - 1.0).abs() < 1e-9, "{lower} instead of {q} at {x}");
            prop_assert!((upper / (1.0 - q) - 1.0).abs() < 1e-9, "{upper} instead of 1 - {q} at {x}");
        }
    }

    #[test]
    fn beta_probabilities_and_quantiles_rise(a in parameter(), b in parameter(), one in 0.0..=1.0_f64, other in 0.0..=1.0_f64) {
        let (low, high) = (one.min(other), one.max(other));
        let rounding = 1.0 + 1e-12;
        prop_assert!(beta_cdf(a, b, low).unwrap() <= beta_cdf(a, b, high).unwrap() * rounding);
        prop_assert!(beta_sf(a, b, low).unwrap() * rounding >= beta_sf(a, b, high).unwrap());
        prop_assert!(beta_quantile(a, b, low).unwrap() <= beta_quantile(a, b, high).unwrap() * rounding);
    }

    // INVARIANT: more evidence of the same mean never widens an interval, once both parameters are at least 1.
    #[test]
    fn an_interval_of_the_same_mean_never_widens_with_evidence(
        mean in 0.01..=0.99_f64, excess in 0.0..6.0_f64, growth in 0.0..3.0_f64, level in 0.5..=0.99_f64,
    ) {
        let width = |n: f64| {
            let (a, b) = (mean * n, (1.0 - mean) * n);
            let tail = 0.5 * (1.0 - level);
            beta_quantile(a, b, 1.0 - tail).unwrap() - beta_quantile(a, b, tail).unwrap()
        };
        let n = excess.exp() / mean.min(1.0 - mean);
        let (before, after) = (width(n), width(n * growth.exp()));
        prop_assert!(after <= before * (1.0 + 1e-12), "{after} > {before}");
    }

    #[test]
    fn a_proportion_lies_within_its_interval(n in 1..2000_u64, share in 0.0..=1.0_f64, level in 0.5..0.999_f64) {
        let successes = (0..=n).rev().find(|count| f64::from(u32::try_from(*count).unwrap()) <= share * f64::from(u32::try_from(n).unwrap())).unwrap();
        let observed = f64::from(u32::try_from(successes).unwrap()) / f64::from(u32::try_from(n).unwrap());
        for method in [ProportionMethod::Wilson, ProportionMethod::ClopperPearson] {
            let (low, high) = proportion_interval(successes, n, level, method).unwrap();
            prop_assert!(0.0 <= low && low <= observed + 1e-15 && observed <= high + 1e-15 && high <= 1.0, "{low} {observed} {high}");
        }
    }

    #[test]
    fn the_chance_of_a_count_falls_with_it_and_rises_with_exposure_and_shape(
        a in parameter(), b in parameter(), t in parameter(), r in 0..500_u64, more in 1..50_u64, growth in 1.0..3.0_f64,
    ) {
        let rounding = 1.0 + 1e-11;
        let chance = negative_binomial_at_least(a, b, t, r).unwrap();
        prop_assert!((0.0..=1.0).contains(&chance));
        prop_assert!(negative_binomial_at_least(a, b, t, r + more).unwrap() <= chance * rounding);
        prop_assert!(negative_binomial_at_least(a, b, t * growth, r).unwrap() * rounding >= chance);
        prop_assert!(negative_binomial_at_least(a * growth, b, t, r).unwrap() * rounding >= chance);
    }

    #[test]
    fn a_count_quantile_is_the_first_count_that_reaches_its_chance(
        a in parameter(), b in parameter(), t in parameter(), q in 0.001..=0.999_f64,
    ) {
        let count = negative_binomial_quantile(a, b, t, q).unwrap();
        // P(N ≤ k) ≥ q is P(N ≥ k + 1) ≤ 1 − q.
        prop_assert!(negative_binomial_at_least(a, b, t, count + 1).unwrap() <= 1.0 - q + 1e-12);
        if count > 0 {
            prop_assert!(negative_binomial_at_least(a, b, t, count).unwrap() >= 1.0 - q - 1e-12);
        }
    }

    #[test]
    fn a_waiting_time_is_the_exposure_with_its_chance(
        a in parameter(), b in parameter(), r in 1..200_u64, prob in 0.001..=0.999_f64,
    ) {
        if let Some(t) = waiting_time_quantile(a, b, r, prob).unwrap().filter(|t| (1e-200..1e200).contains(t)) {
            let chance = negative_binomial_at_least(a, b, t, r).unwrap();
            prop_assert!((chance / prob - 1.0).abs() < 1e-9, "{chance} instead of {prob} at {t}");
        }
    }

    #[test]
    fn survival_falls_whatever_the_order(
        observations in prop::collection::vec((0..20_u32, any::<bool>()), 0..40), rotation in 0..40_usize,
    ) {
        let of = |observations: &[(u32, bool)]| {
            let times: Vec<f64> = observations.iter().map(|(time, _)| f64::from(*time)).collect();
            let observed: Vec<bool> = observations.iter().map(|(_, event)| *event).collect();
            kaplan_meier(&times, &observed, 0.95).unwrap()
        };
        let curve = of(&observations);
        let mut turned = observations.clone();
        turned.reverse();
        if !turned.is_empty() {
            let by = rotation % turned.len();
            turned.rotate_left(by);
        }
        prop_assert_eq!(&of(&turned), &curve);
        let mut before = 1.0;
        for row in &curve.rows {
            prop_assert!((0.0..=before).contains(&row.survival));
            before = row.survival;
            for interval in [row.plain, row.log, row.log_log].into_iter().flatten() {
                prop_assert!(0.0 <= interval.lower && interval.upper <= 1.0);
                prop_assert!(interval.lower <= row.survival && row.survival <= interval.upper + 1e-15);
            }
        }
        let seen: u64 = curve.rows.iter().map(|row| row.events + row.censored).sum();
        prop_assert_eq!(seen, u64::try_from(observations.len()).unwrap());
        let median = curve.rows.iter().find(|row| row.survival <= 0.5).map(|row| row.time);
        prop_assert_eq!(curve.median(), median);
    }

    #[test]
    fn weights_fade_and_means_stay_within_their_values(
        entries in prop::collection::vec((-5.0..5.0_f64, 0.0..1e9_f64), 1..20), half_life in 1e-3..1e4_f64, delay in 0.0..1e9_f64,
    ) {
        let (values, ages): (Vec<_>, Vec<_>) = entries.into_iter().unzip();
        let mean = decayed_mean(&values, &ages, half_life).unwrap();
        let (low, high) = values.iter().fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), value| {
            (low.min(*value), high.max(*value))
        });
        prop_assert!((low..=high).contains(&known(mean.mean)));
        prop_assert!(mean.effective_n >= 1.0 - 1e-12);
        prop_assert!(mean.effective_n <= f64::from(u32::try_from(values.len()).unwrap()) * (1.0 + 1e-12));
        prop_assert!(decay_weight(ages[0] + delay, half_life).unwrap() <= decay_weight(ages[0], half_life).unwrap());
    }
}

fn gower_rows() -> impl Strategy<Value = (Vec<Option<f64>>, Vec<Option<u32>>)> {
    let number = prop::option::weighted(0.8, prop_oneof![-1e9..1e9_f64, Just(0.0), Just(f64::MAX)]);
    prop::collection::vec((number, prop::option::weighted(0.8, 0_u32..3)), 2..12)
        .prop_map(|rows| rows.into_iter().unzip())
}

proptest! {
    #![proptest_config(config())]

    // INVARIANT: a distance is symmetric, within 0..1, and 0 from a row to itself; it is there exactly where a field is
    // that both have; doubling all weights changes nothing.
    #[test]
    fn gower_distances_are_distances(
        (numbers, kinds) in gower_rows(), weights in (1e-3..10.0_f64, 1e-3..10.0_f64),
    ) {
        let fields = vec![GowerField::Numbers(numbers.clone()), GowerField::Kinds(kinds.clone())];
        let table = GowerTable::new(fields.clone(), vec![weights.0, weights.1]).unwrap();
        let doubled = GowerTable::new(fields, vec![2.0 * weights.0, 2.0 * weights.1]).unwrap();
        for one in 0..table.rows() {
            for other in 0..table.rows() {
                let distance = table.distance(one, other);
                prop_assert_eq!(distance, table.distance(other, one));
                prop_assert_eq!(distance, doubled.distance(one, other));
                let comparable = numbers[one].and(numbers[other]).is_some() || kinds[one].and(kinds[other]).is_some();
                prop_assert_eq!(distance.is_some(), comparable);
                prop_assert!(distance.is_none_or(|distance| (0.0..=1.0).contains(&distance)));
                prop_assert!(one != other || distance.is_none_or(|distance| distance == 0.0));
            }
        }
    }

    // INVARIANT: the area turns round when the scores do, and lies within its interval.
    #[test]
    fn areas_turn_with_their_scores(entries in prop::collection::vec((0_u8..6, any::<bool>()), 0..30)) {
        let (scores, successes): (Vec<f64>, Vec<bool>) =
            entries.iter().map(|(score, success)| (f64::from(*score), *success)).unzip();
        let turned: Vec<f64> = scores.iter().map(|score| -score).collect();
        match (auc(&scores, &successes).unwrap(), auc(&turned, &successes).unwrap()) {
            (Some(area), Some(back)) => {
                prop_assert!((area + back - 1.0).abs() < 1e-12);
                let hits = u64::try_from(successes.iter().filter(|success| **success).count()).unwrap();
                let rest = u64::try_from(successes.len()).unwrap() - hits;
                let (low, high) = auc_interval(area, hits, rest, 0.9).unwrap();
                prop_assert!(0.0 <= low && low <= area && area <= high && high <= 1.0);
            }
            (None, None) => prop_assert!(successes.iter().all(|s| *s) || successes.iter().all(|s| !*s)),
            other => prop_assert!(false, "{other:?}"),
        }
    }
}
