//! Special functions against answers of independent libraries, where those lie beside the project.

#![expect(
    clippy::panic,
    clippy::float_cmp,
    reason = "a test fails by panicking, and exact answers are compared exactly"
)]

use std::collections::HashMap;
use std::path::Path;

use keyperson::stats::*;

type Row = HashMap<String, String>;

/// The rows of a file of `../shared/oracle` by column name; `None`, said aloud, where it is absent.
fn rows(file: &str) -> Option<Vec<Row>> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/oracle").join(file);
    let Ok(mut reader) = csv::Reader::from_path(path) else {
        println!("left out: ../shared/oracle/{file} is not here");
        return None;
    };
    let rows: Vec<Row> = reader.deserialize().map(Result::unwrap).collect();
    assert!(!rows.is_empty(), "{file} is empty");
    Some(rows)
}

fn number(text: &str) -> f64 {
    text.parse().unwrap_or_else(|_| panic!("`{text}` is not a number"))
}

fn list(text: &str) -> Vec<f64> {
    optional(text).into_iter().map(Option::unwrap).collect()
}

fn optional(text: &str) -> Vec<Option<f64>> {
    let inner = text.trim_start_matches('[').trim_end_matches(']');
    inner
        .split(',')
        .map(|item| item.trim().trim_matches('"'))
        .filter(|item| !item.is_empty())
        .map(|item| if item == "null" { None } else { Some(number(item)) })
        .collect()
}

/// Fails unless the two agree to `rtol` of the expected one; `floor` is where relative stops making sense.
fn near(found: f64, expected: f64, rtol: f64, what: &str) {
    let close = found == expected || (found - expected).abs() <= rtol * expected.abs();
    assert!(
        close,
        "{what}: found {found:e}, expected {expected:e}, off by {:e}",
        (found - expected) / expected
    );
}

fn within(found: f64, expected: f64, atol: f64, what: &str) {
    assert!((found - expected).abs() <= atol, "{what}: found {found:e}, expected {expected:e}");
}

#[test]
fn power_means() {
    for file in ["power_mean.csv", "power_mean_random.csv"] {
        for row in rows(file).into_iter().flatten() {
            let found = power_mean(&list(&row["x"]), &list(&row["w"]), number(&row["p"])).unwrap();
            match row["M_p_mpmath"].as_str() {
                "" => assert_eq!(found, None, "{row:?}"),
                expected => near(found.unwrap(), number(expected), 1e-12, &format!("{row:?}")),
            }
        }
    }
}

#[test]
fn power_means_with_missing_values() {
    for row in rows("power_mean_missing.csv").into_iter().flatten() {
        let (point, lower, upper) = (optional(&row["point"]), list(&row["lo"]), list(&row["hi"]));
        let found = power_mean_bounds(&point, &lower, &upper, &list(&row["w"]), number(&row["p"])).unwrap();
        let what = format!("{row:?}");
        let same = |found: Option<f64>, column: &str| match row[column].as_str() {
            "" => assert_eq!(found, None, "{what}"),
            expected => near(found.unwrap(), number(expected), 1e-12, &what),
        };
        same(found.lower, "M_lo");
        same(found.upper, "M_hi");
        same(found.point, "M_point_renormalised");
        near(found.coverage, number(&row["observed_weight_share"]), 1e-12, &what);
    }
}

#[test]
fn shapley_values() {
    for row in rows("shapley.csv").into_iter().flatten() {
        let baseline = list(&row["baseline"]);
        let game = match row["game"].as_str() {
            "baseline" => ShapleyGame::Baseline(&baseline),
            "drop" => ShapleyGame::Drop { empty: 0.0 },
            _ => ShapleyGame::Drop { empty: number(&row["empty_value"]) },
        };
        let found = shapley_power_mean(&list(&row["x"]), &list(&row["w"]), number(&row["p"]), game).unwrap();
        let expected = list(&row["shapley"]);
        assert_eq!(found.len(), expected.len());
        for (found, expected) in found.iter().zip(&expected) {
            within(*found, *expected, 1e-12, &format!("{row:?}"));
        }
        let sum: f64 = found.iter().sum();
        within(sum, number(&row["v_full"]) - number(&row["v_empty"]), 1e-12, &format!("sum of {row:?}"));
    }
}

#[test]
fn beta_quantiles_and_tails() {
    for row in rows("beta_quantile.csv").into_iter().flatten() {
        let found = beta_quantile(number(&row["a"]), number(&row["b"]), number(&row["q"])).unwrap();
        near(found, number(&row["quantile_scipy"]), 1e-9, &format!("{row:?}"));
    }
    for row in rows("beta_posterior.csv").into_iter().flatten() {
        let a = number(&row["a0"]) + number(&row["successes"]);
        let b = number(&row["b0"]) + number(&row["failures"]);
        let what = format!("{row:?}");
        near(beta_quantile(a, b, 0.025).unwrap(), number(&row["eq95_lo"]), 1e-9, &what);
        near(beta_quantile(a, b, 0.975).unwrap(), number(&row["eq95_hi"]), 1e-9, &what);
        near(beta_sf(a, b, 0.5).unwrap(), number(&row["p_gt_0_5"]), 1e-9, &what);
        near(beta_sf(a, b, 0.8).unwrap(), number(&row["p_gt_0_8"]), 1e-9, &what);
    }
}

#[test]
fn proportion_intervals() {
    for row in rows("proportion_ci.csv").into_iter().flatten() {
        let method = match row["method"].as_str() {
            "wilson" => ProportionMethod::Wilson,
            "jeffreys" => ProportionMethod::Jeffreys,
            _ => ProportionMethod::ClopperPearson,
        };
        let (n, successes) = (row["n"].parse().unwrap(), row["successes"].parse().unwrap());
        let (lower, upper) = proportion_interval(successes, n, 0.95, method).unwrap();
        near(lower, number(&row["lo"]), 1e-9, &format!("{row:?}"));
        near(upper, number(&row["hi"]), 1e-9, &format!("{row:?}"));
    }
}

#[test]
fn negative_binomial_tails() {
    for row in rows("forecast_nb_tail.csv").into_iter().flatten() {
        let [a, b, t] = ["a", "b", "t"].map(|column| number(&row[column]));
        let expected = number(&row["p_ge_r_mpmath"]);
        let found = negative_binomial_at_least(a, b, t, row["r"].parse().unwrap()).unwrap();
        if expected >= 1e-290 {
            near(found, expected, 1e-9, &format!("{row:?}"));
        } else {
            assert!(found <= 1e-289, "{row:?}: {found:e}");
        }
    }
    for row in rows("forecast_nb_random.csv").into_iter().flatten() {
        let [a, b, t] = ["a", "b", "t"].map(|column| number(&row[column]));
        let found = negative_binomial_at_least(a, b, t, row["r"].parse().unwrap()).unwrap();
        near(found, number(&row["p_ge_r_mpmath"]), 1e-9, &format!("{row:?}"));
        for (column, q) in [("q05", 0.05), ("q25", 0.25), ("q50", 0.5), ("q75", 0.75), ("q95", 0.95)] {
            let expected: i64 = row[column].parse().unwrap();
            assert_eq!(negative_binomial_quantile(a, b, t, q).unwrap(), expected, "{column} of {row:?}");
        }
    }
}

#[test]
fn waiting_times() {
    for row in rows("forecast_wait_quantile.csv").into_iter().flatten() {
        let [a, b, prob] = ["a", "b", "prob"].map(|column| number(&row[column]));
        let found = waiting_time_quantile(a, b, row["r"].parse().unwrap(), prob).unwrap().unwrap();
        near(found, number(&row["t_quantile_scipy_betaprime"]), 1e-9, &format!("{row:?}"));
    }
}

#[test]
fn decay() {
    for row in rows("decay_weight.csv").into_iter().flatten() {
        let found = decay_weight(number(&row["dt"]), number(&row["half_life"])).unwrap();
        let expected = number(&row["weight_mpmath"]);
        if expected >= f64::MIN_POSITIVE {
            near(found, expected, 1e-12, &format!("{row:?}"));
        } else {
            assert!(found < f64::MIN_POSITIVE, "{row:?}: {found:e}");
        }
    }
    for row in rows("decay_average.csv").into_iter().flatten() {
        let found = decayed_mean(&list(&row["x"]), &list(&row["ages"]), number(&row["half_life"])).unwrap();
        let what = format!("{row:?}");
        near(found.sum_weights, number(&row["sum_w"]), 1e-12, &what);
        near(found.mean.unwrap(), number(&row["weighted_mean"]), 1e-12, &what);
        near(found.effective_n, number(&row["n_eff_kish"]), 1e-12, &what);
    }
}

#[test]
fn kaplan_meier_tables() {
    let Some(input) = rows("km_input.csv") else { return };
    for median in rows("km_median.csv").into_iter().flatten() {
        let of = |row: &&Row| row["dataset"] == median["dataset"];
        let times: Vec<f64> = input.iter().filter(of).map(|row| number(&row["time"])).collect();
        let observed: Vec<bool> = input.iter().filter(of).map(|row| row["event"] == "1").collect();
        let found = kaplan_meier(&times, &observed).unwrap();
        assert_eq!(found.median(), Some(number(&median["median_lifelines"])));
        let tau = number(&median["tau"]);
        within(
            found.restricted_mean(tau),
            number(&median["rmst_to_tau_lifelines"]),
            1e-12,
            "restricted mean",
        );
        let table = rows("km_table.csv").unwrap();
        let expected: Vec<&Row> = table.iter().filter(of).collect();
        assert!(!expected.is_empty());
        for row in expected {
            let time = number(&row["time"]);
            let found = found.rows.iter().find(|found| found.time == time).unwrap();
            let what = format!("{row:?}");
            assert_eq!(found.at_risk.to_string(), row["at_risk"], "{what}");
            assert_eq!(found.events.to_string(), row["events"], "{what}");
            assert_eq!(found.censored.to_string(), row["censored"], "{what}");
            within(found.survival, number(&row["S"]), 1e-12, &what);
            if found.survival > 0.0 {
                within(found.standard_error.unwrap(), number(&row["greenwood_se"]), 1e-12, &what);
                for (band, lo, hi) in [
                    (Band::LogLog, "ci_loglog_lo_lifelines", "ci_loglog_hi_lifelines"),
                    (Band::Plain, "ci_plain_lo", "ci_plain_hi"),
                    (Band::Log, "ci_log_lo", "ci_log_hi"),
                ] {
                    let (lower, upper) = found.interval(0.95, band).unwrap().unwrap();
                    within(lower, number(&row[lo]), 1e-12, &what);
                    within(upper, number(&row[hi]), 1e-12, &what);
                }
            }
        }
    }
}

#[test]
fn the_human_development_index_is_a_geometric_mean() {
    for row in rows("hdi_2022.csv").into_iter().flatten() {
        let indices = ["i_health", "i_edu", "i_income"].map(|column| number(&row[column]));
        let found = power_mean(&indices, &[1.0; 3], 0.0).unwrap().unwrap();
        within(found, number(&row["hdi_published"]), 0.0005, &row["country"]);
    }
}
