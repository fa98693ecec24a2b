//! Checks the statistics at points chosen to be hard, against values computed with mpmath 1.3 to 40 digits.

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
#![expect(
    clippy::excessive_precision,
    clippy::unreadable_literal,
    reason = "reference values as they were printed"
)]

use keyperson::stats::{
    IntervalKind, ProportionMethod, Random, ShapleyGame, StatsError, beta_cdf, beta_quantile, beta_sf,
    decay_weight, decayed_mean, kaplan_meier, negative_binomial_at_least, negative_binomial_quantile,
    normal_cdf, normal_quantile, normal_sf, power_mean, power_mean_bounds, proportion_interval,
    shapley_power_mean, waiting_time_quantile,
};

fn near(actual: f64, expected: f64, tolerance: f64) {
    let error = (actual - expected).abs() / expected.abs();
    assert!(error <= tolerance, "{actual:e} instead of {expected:e}, off by {error:e}");
}

/// a, b, x, P(X ≤ x), P(X > x); parameters and points at random over many magnitudes. The smaller tail `lower` was
/// summed from `exp(a*log(x) + b*log(1-x) - log(beta(a,b)))/a * sum(rf(a+b,k)/rf(a+1,k) * x**k)` in mpmath with mp.dps = 60.
const BETA: [[f64; 5]; 24] = [
    [52.31440357527543, 5.689243269779042, 0.9172193133614411, 0.61406824013157646, 0.38593175986842349],
    [0.15770303298604266, 0.45263172846174, 0.9339815306760262, 0.91654485445251255, 0.083455145547487453],
    [18.068648599071167, 2.9690451810083207, 0.43531273560807227, 1.8744355695720615e-5, 0.99998125564430429],
    [25.838939339818374, 190.13950999784197, 0.7512005352920411, 1.0, 2.5581450450116315e-86],
    [12.020722362621253, 24.166988508139724, 0.2721721420229347, 0.22691144500219387, 0.77308855499780615],
    [92.51361122587578, 183.35892753014312, 0.17500098426731628, 8.3121526658383586e-11, 0.99999999991687849],
    [666378.9480377989, 25.82482122212969, 0.9999990938784079, 1.0, 5.4111600479441915e-33],
    [3.679374075397177, 0.08719877582369044, 0.9999998022213656, 0.69859191247002295, 0.30140808752997705],
    [5.725323617445428, 3.465786969608853, 0.3616009383714609, 0.052798404961460502, 0.94720159503853951],
    [38.281505007624666, 20.043449376660757, 0.34395737548643596, 5.8584165701261294e-7, 0.99999941415834304],
    [4259.92728602853, 2179.761906003461, 0.6540742719979762, 0.10390637250740858, 0.89609362749259147],
    [134774.09620657578, 0.10985530825726227, 0.9999999976570608, 0.564622339302151, 0.43537766069784906],
    [86.55646002519505, 129.29640632833753, 0.5280240561154872, 0.99991002666214912, 8.9973337850910809e-5],
    [31.04011301298565, 184.98933885043803, 0.12896642015287174, 0.27817038654355819, 0.72182961345644181],
    [
        0.010191279664293092,
        2.4678280571963342,
        0.18800579778623466,
        0.99309412197337865,
        0.0069058780266213924,
    ],
    [0.09781500582026055, 0.6128416845522862, 0.5232783548567856, 0.88477989274397062, 0.11522010725602939],
    [24.266228413850744, 0.6613329496159485, 0.9999999949138602, 0.9999702175750198, 2.9782424980208285e-5],
    [18.14479698965838, 0.010828952438049683, 0.9999993644963407, 0.110658036023159, 0.88934196397684095],
    [0.04058675242859039, 0.3874647733009057, 0.9478884163574195, 0.96876762029285923, 0.031232379707140781],
    [2.6974528727032103, 1.494033458158381, 0.9999979017362495, 0.99999998764841325, 1.2351586721602714e-8],
    [13810.178990422128, 21.749371660306117, 0.999220484734063, 0.99786189726710206, 0.002138102732897891],
    [0.03261774817046711, 7.298757571287004, 6.480877170755798e-07, 0.681005300761786, 0.318994699238214],
    [
        13.428796185907135,
        0.014677072134321902,
        0.9397255010051747,
        0.0045780774334061658,
        0.99542192256659379,
    ],
    [0.8460886857678881, 0.3133080832379735, 0.7412614368739194, 0.38455126928515487, 0.61544873071484518],
];

#[test]
fn beta_tails_and_quantiles() {
    for [a, b, x, lower, upper] in BETA {
        near(beta_cdf(a, b, x).unwrap(), lower, 1e-11);
        near(beta_sf(a, b, x).unwrap(), upper, 1e-11);
        if lower < 0.5 {
            near(beta_quantile(a, b, lower).unwrap(), x, 1e-11);
        }
        if upper < 0.5 {
            // The mirrored variable; 1 − x carries x's rounding error, which near 1 is what limits the agreement.
            near(beta_quantile(b, a, upper).unwrap(), 1.0 - x, 1e-11 + 2e-16 / (1.0 - x));
        }
    }
}

#[test]
fn a_beta_quantile_too_small_for_a_double_is_the_smallest_normal_one() {
    // (1e-4 · a·B(a, b))^(1/a) is about 1e-370.
    near(beta_quantile(0.01, 0.01, 1e-4).unwrap(), f64::MIN_POSITIVE, 0.0);
    near(beta_quantile(0.01, 0.01, 1.0 - 1e-4).unwrap(), 1.0, 0.0);
}

#[test]
fn the_smallest_and_largest_parameters_stay_within_bounds() {
    let parameters = [1e-12, 1e-9, 1e-6, 0.01, 0.5, 1.0, 1.5, 10.0, 1e3, 1e6, 1e9, 1e12];
    let points = [0.0, 5e-324, 1e-300, 1e-15, 1e-6, 0.1, 0.5, 0.9, 0.999_999, 1.0 - 1e-15, 1.0];
    for a in parameters {
        for b in parameters {
            for x in points {
                let (lower, upper) = (beta_cdf(a, b, x).unwrap(), beta_sf(a, b, x).unwrap());
                assert!((0.0..=1.0).contains(&lower) && (0.0..=1.0).contains(&upper), "{a:e} {b:e} {x:e}");
                assert!((lower + upper - 1.0).abs() < 1e-9, "{a:e} {b:e} {x:e}: {lower:e} + {upper:e}");
                assert!((0.0..=1.0).contains(&beta_quantile(a, b, x).unwrap()), "{a:e} {b:e} {x:e}");
            }
        }
    }
}

/// p, z with `ncdf(z) = p`, by bisection in mpmath with mp.dps = 40.
const NORMAL_QUANTILE: [(f64, f64); 12] = [
    (1e-300, -37.047096299361199),
    (1e-50, -14.933337534788489),
    (1e-10, -6.3613409024040562),
    (0.001, -3.0902323061678135),
    (0.02425, -1.9729610513118848),
    (0.025, -1.9599639845400542),
    (0.1, -1.2815515655446004),
    (0.3, -0.52440051270804082),
    (0.49999, -2.5066282748960009e-5),
    (0.75, 0.67448975019608174),
    (0.975, 1.9599639845400539),
    (0.9999999, 5.1993375822906611),
];

/// x, `ncdf(x)` in mpmath with mp.dps = 40.
const NORMAL_CDF: [(f64, f64); 10] = [
    (-37.5, 4.6053530095819548e-308),
    (-20.0, 2.7536241186062337e-89),
    (-8.25, 7.9197263146424773e-17),
    (-3.0, 0.0013498980316300945),
    (-1.0, 0.15865525393145705),
    (-0.125, 0.45026177516988711),
    (0.0, 0.5),
    (0.75, 0.7733726476231318),
    (2.0, 0.97724986805182079),
    (6.0, 0.99999999901341235),
];

#[test]
fn normal_distribution() {
    for (p, z) in NORMAL_QUANTILE {
        near(normal_quantile(p).unwrap(), z, 1e-12);
    }
    near(normal_quantile(5e-324).unwrap(), -38.467, 1e-3);
    for (x, p) in NORMAL_CDF {
        near(normal_cdf(x).unwrap(), p, 1e-12);
        near(normal_sf(-x).unwrap(), p, 1e-12);
    }
    near(normal_cdf(f64::INFINITY).unwrap(), 1.0, 0.0);
}

#[test]
fn survival_at_exactly_one_half_is_the_median_however_it_is_reached() {
    // Without losses survival after k of n events is (n − k)/n, reached by k fractions, each of which rounds.
    for pairs in 1..200_u32 {
        let times: Vec<f64> = (0..2 * pairs).map(f64::from).collect();
        let observed: Vec<bool> = (0..2 * pairs).map(|index| index < pairs).collect();
        let curve = kaplan_meier(&times, &observed, 0.9).unwrap();
        assert_eq!(curve.median(), Some(f64::from(pairs - 1)), "{pairs}");
    }
    let times = [1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 6.0, 7.0, 8.0];
    let observed = [true, false, true, false, true, false, true, false, false];
    // 8/9 · 6/7 · 4/5 · 3/4 = 16/35 ≤ ½, and 64/105 before.
    let curve = kaplan_meier(&times, &observed, 0.9).unwrap();
    assert_eq!(curve.median(), Some(6.0));
    near(curve.survival_at(5.5), 64.0 / 105.0, 1e-15);
    near(curve.survival_at(6.0), 16.0 / 35.0, 1e-15);
}

#[test]
fn a_median_behind_losses_is_exact_too() {
    let survival = |fractions: &[(u32, u32)]| {
        // A curve with exactly these (at risk, events) steps, the excess lost between them.
        let (mut times, mut observed) = (Vec::new(), Vec::new());
        for (index, (risk, events)) in fractions.iter().enumerate() {
            let next = fractions.get(index + 1).map_or(0, |(risk, _)| *risk);
            let time = f64::from(u32::try_from(index).unwrap());
            for number in 0..risk - next {
                times.push(time);
                observed.push(number < *events);
            }
        }
        kaplan_meier(&times, &observed, 0.9).unwrap()
    };
    // 27/28 · 20/27 · 7/10 = 1/2.
    let curve = survival(&[(28, 1), (27, 7), (10, 3)]);
    assert_eq!(curve.median(), Some(2.0));
    assert_eq!(curve.survival_at(2.0).to_bits(), 0.5_f64.to_bits());
    // 48/49 · 35/36 · 21/25 · 5/8 = 1/2.
    let curve = survival(&[(49, 1), (36, 1), (25, 4), (8, 3)]);
    assert_eq!(curve.median(), Some(3.0));
    assert_eq!(curve.survival_at(3.0).to_bits(), 0.5_f64.to_bits());
}

#[test]
fn a_survival_curve_says_where_it_knows_nothing() {
    let curve = kaplan_meier(&[1.0, 2.0, 3.0], &[false, true, false], 0.95).unwrap();
    assert_eq!(curve.rows[0].interval(IntervalKind::LogLog).map(|interval| interval.lower), Some(1.0));
    assert_eq!(curve.restricted_mean(3.0).unwrap(), Some(2.5));
    assert_eq!(curve.restricted_mean(3.5).unwrap(), None);
    let empty = kaplan_meier(&[], &[], 0.95).unwrap();
    assert_eq!((empty.rows.len(), empty.median(), empty.survival_at(1.0)), (0, None, 1.0));
    assert_eq!(empty.median_interval(IntervalKind::Plain), (None, None));
}

#[test]
fn a_waiting_time_beyond_any_double_is_none() {
    assert_eq!(waiting_time_quantile(0.01, 1.0, 1, 0.9999).unwrap(), None);
    assert_eq!(waiting_time_quantile(1.0, 1.0, 1, 1.0).unwrap(), None);
    assert_eq!(waiting_time_quantile(1.0, 1.0, 0, 1.0).unwrap(), Some(0.0));
    // P(first event ≤ t) = 1 − (b/(b + t))^a, so t = b·((1 − p)^(−1/a) − 1) = 1e-300·(1e100 − 1).
    near(waiting_time_quantile(0.01, 1e-300, 1, 0.9).unwrap().unwrap(), 1e-200, 1e-9);
}

#[test]
fn random_numbers_are_those_of_the_published_generator() {
    // The first outputs of SplitMix64 for the seed 1234567, as published with Vigna's reference code.
    let mut random = Random::from_seed(1_234_567);
    let expected = [6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423_u64];
    assert_eq!([random.next_u64(), random.next_u64(), random.next_u64()], expected);
}

#[test]
fn random_numbers_have_the_moments_of_their_distributions() {
    const DRAWS: u32 = 40_000;
    let check = |name: &str, mean: f64, variance: f64, draw: &mut dyn FnMut(&mut Random) -> f64| {
        let mut random = Random::from_seed(42);
        let draws: Vec<f64> = (0..DRAWS).map(|_| draw(&mut random)).collect();
        let n = f64::from(DRAWS);
        let average = draws.iter().sum::<f64>() / n;
        let spread = draws.iter().map(|x| (x - average) * (x - average)).sum::<f64>() / n;
        // Five standard errors of the mean; the variance within 10 %.
        assert!((average - mean).abs() < 5.0 * (variance / n).sqrt(), "{name}: mean {average}, not {mean}");
        assert!((spread / variance - 1.0).abs() < 0.1, "{name}: variance {spread}, not {variance}");
    };
    check("unit", 0.5, 1.0 / 12.0, &mut |random| random.unit());
    check("below", 4.5, 8.25, &mut |random| f64::from(u32::try_from(random.below(10)).unwrap()));
    check("normal", 0.0, 1.0, &mut Random::normal);
    check("exponential", 1.0, 1.0, &mut Random::exponential);
    for shape in [0.3, 1.0, 7.5] {
        check("gamma", shape, shape, &mut |random| random.gamma(shape).unwrap());
    }
    check("beta", 0.25, 0.0375, &mut |random| random.beta(1.0, 3.0).unwrap());
    check("beta", 0.5, 0.25 / 1.02, &mut |random| random.beta(0.01, 0.01).unwrap());
    for mean in [0.2, 9.5, 10.5, 300.0] {
        check("poisson", mean, mean, &mut |random| {
            f64::from(u32::try_from(random.poisson(mean).unwrap()).unwrap())
        });
    }
    check("simplex", 0.25, 0.0375, &mut |random| {
        let mut weights = [0.0; 4];
        random.fill_simplex(&mut weights);
        assert!((weights.iter().sum::<f64>() - 1.0).abs() < 1e-14);
        weights[2]
    });
    assert_eq!(Random::from_seed(1).below(0), 0);
    assert_eq!(Random::from_seed(1).below(1), 0);
}

#[test]
fn bad_arguments_are_refused_with_their_code() {
    let nan = f64::NAN;
    let cases: Vec<(&str, StatsError)> = vec![
        ("number_not_finite", beta_cdf(nan, 1.0, 0.5).unwrap_err()),
        ("number_out_of_range", beta_cdf(1.0, 0.0, 0.5).unwrap_err()),
        ("number_out_of_range", beta_sf(1.0, 1.0, 1.5).unwrap_err()),
        ("number_out_of_range", beta_quantile(1.0, 1.0, -0.1).unwrap_err()),
        ("number_out_of_range", normal_cdf(nan).unwrap_err()),
        ("number_out_of_range", normal_quantile(1.0).unwrap_err()),
        ("number_out_of_range", negative_binomial_at_least(1.0, 1.0, -1.0, 1).unwrap_err()),
        ("number_out_of_range", negative_binomial_at_least(1.0, 1.0, 1.0, u64::MAX).unwrap_err()),
        ("number_out_of_range", negative_binomial_quantile(1.0, 1.0, 1.0, 1.0).unwrap_err()),
        ("result_too_large", negative_binomial_quantile(1.0, 1e-300, 1.0, 0.5).unwrap_err()),
        ("number_not_finite", waiting_time_quantile(1.0, f64::INFINITY, 1, 0.5).unwrap_err()),
        ("number_out_of_range", proportion_interval(2, 1, 0.9, ProportionMethod::Wilson).unwrap_err()),
        ("number_out_of_range", proportion_interval(1, 1, 1.0, ProportionMethod::Jeffreys).unwrap_err()),
        ("number_out_of_range", decay_weight(1.0, 0.0).unwrap_err()),
        ("result_too_large", decay_weight(-1e6, 1.0).unwrap_err()),
        ("lengths_differ", decayed_mean(&[1.0], &[], 1.0).unwrap_err()),
        ("number_out_of_range", kaplan_meier(&[-1.0], &[true], 0.9).unwrap_err()),
        ("lengths_differ", power_mean(&[1.0], &[], 1.0).unwrap_err()),
        ("number_out_of_range", power_mean(&[1.0], &[1.0], nan).unwrap_err()),
        ("number_out_of_range", power_mean(&[1.0], &[-1.0], 1.0).unwrap_err()),
        ("bounds_reversed", power_mean_bounds(&[None], &[0.7], &[0.3], &[1.0], 1.0).unwrap_err()),
        (
            "too_many_players",
            shapley_power_mean(&[0.5; 17], &[1.0; 17], 1.0, ShapleyGame::Drop { empty: 0.0 }).unwrap_err(),
        ),
    ];
    for (code, error) in &cases {
        assert_eq!(*code, error.code(), "{error}");
    }
    for code in StatsError::CODES {
        assert!(cases.iter().any(|(case, _)| *case == code), "no case for {code}");
    }
}
