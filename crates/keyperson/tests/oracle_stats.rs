//! Compares the statistics with answers computed elsewhere to 50 digits, where those tables lie beside the repository.

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

use std::path::PathBuf;

use keyperson::stats::{
    GowerField, GowerTable, IntervalKind, ProportionMethod, ShapleyGame, auc, beta_cdf, beta_quantile,
    beta_sf, decay_weight, decayed_mean, kaplan_meier, negative_binomial_at_least,
    negative_binomial_quantile, power_mean, power_mean_bounds, proportion_interval, shapley_power_mean,
    waiting_time_quantile,
};

/// The rows of a table as text, in the order of `columns`; `None`, with a line that says so, where it is absent.
fn table(name: &str, columns: &[&str]) -> Option<Vec<Vec<String>>> {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../../shared/oracle").join(name);
    let Ok(mut reader) = csv::Reader::from_path(&path) else {
        println!("left out: no {name} beside the repository");
        return None;
    };
    let headers = reader.headers().unwrap().clone();
    let at: Vec<usize> = columns
        .iter()
        .map(|column| {
            headers.iter().position(|header| header == *column).unwrap_or_else(|| panic!("no {column}"))
        })
        .collect();
    let rows: Vec<Vec<String>> = reader
        .records()
        .map(|record| {
            let record = record.unwrap();
            at.iter().map(|index| record[*index].to_owned()).collect()
        })
        .collect();
    assert!(!rows.is_empty(), "{name} is empty");
    Some(rows)
}

fn number(text: &str) -> f64 {
    text.parse().unwrap_or_else(|_| panic!("`{text}` is no number"))
}

fn count(text: &str) -> u64 {
    text.parse().unwrap_or_else(|_| panic!("`{text}` is no count"))
}

fn optional(text: &str) -> Option<f64> {
    (!text.is_empty()).then(|| number(text))
}

fn list(text: &str) -> Vec<f64> {
    serde_json::from_str(text).unwrap()
}

/// The worst relative error of a table, printed at the end.
struct Worst {
    name: &'static str,
    allowed: f64,
    error: f64,
    rows: u32,
}

impl Worst {
    fn new(name: &'static str, allowed: f64) -> Self {
        Self { name, allowed, error: 0.0, rows: 0 }
    }

    fn relative(&mut self, actual: f64, expected: f64, row: &[String]) {
        let error = if actual.to_bits() == expected.to_bits() {
            0.0
        } else if expected == 0.0 {
            actual.abs()
        } else {
            (actual / expected - 1.0).abs()
        };
        self.note(error, actual, expected, row);
    }

    fn absolute(&mut self, actual: f64, expected: f64, row: &[String]) {
        self.note((actual - expected).abs(), actual, expected, row);
    }

    fn optional(&mut self, actual: Option<f64>, expected: Option<f64>, row: &[String]) {
        match (actual, expected) {
            (Some(actual), Some(expected)) => self.relative(actual, expected, row),
            (None, None) => self.rows += 1,
            _ => panic!("{}: {actual:?} instead of {expected:?} in {row:?}", self.name),
        }
    }

    fn note(&mut self, error: f64, actual: f64, expected: f64, row: &[String]) {
        self.rows += 1;
        self.error = self.error.max(error);
        let (name, allowed) = (self.name, self.allowed);
        assert!(error <= allowed, "{name}: {actual:e} instead of {expected:e}, off by {error:e}, in {row:?}");
    }
}

impl Drop for Worst {
    fn drop(&mut self) {
        println!(
            "{}: {} numbers, worst error {:.1e} of {:.0e}",
            self.name, self.rows, self.error, self.allowed
        );
    }
}

#[test]
fn power_means() {
    let mut worst = Worst::new("power_mean", 1e-12);
    for (file, answer) in [("power_mean.csv", "M_p_mpmath"), ("power_mean_random.csv", "M_p_mpmath")] {
        for row in table(file, &["x", "w", "p", answer]).unwrap_or_default() {
            let mean = power_mean(&list(&row[0]), &list(&row[1]), number(&row[2])).unwrap();
            worst.optional(mean, optional(&row[3]), &row);
        }
    }
}

#[test]
fn power_means_with_unknown_entries() {
    let mut worst = Worst::new("power_mean_bounds", 1e-12);
    let columns =
        ["point", "lo", "hi", "w", "p", "M_lo", "M_hi", "M_point_renormalised", "observed_weight_share"];
    for row in table("power_mean_missing.csv", &columns).unwrap_or_default() {
        let point: Vec<Option<f64>> = serde_json::from_str(&row[0]).unwrap();
        let bounds =
            power_mean_bounds(&point, &list(&row[1]), &list(&row[2]), &list(&row[3]), number(&row[4]))
                .unwrap();
        worst.optional(bounds.lower, optional(&row[5]), &row);
        worst.optional(bounds.upper, optional(&row[6]), &row);
        worst.optional(bounds.point, optional(&row[7]), &row);
        worst.relative(bounds.coverage, number(&row[8]), &row);
    }
}

#[test]
fn shapley_values() {
    let mut worst = Worst::new("shapley", 1e-12);
    let columns = ["game", "p", "x", "w", "baseline", "empty_value", "shapley"];
    for row in table("shapley.csv", &columns).unwrap_or_default() {
        let baseline = list(&row[4]);
        let game = match row[0].as_str() {
            "baseline" => ShapleyGame::Baseline(&baseline),
            "drop" => ShapleyGame::Drop { empty: 0.0 },
            "drop_base" => ShapleyGame::Drop { empty: number(&row[5]) },
            other => panic!("unknown game {other}"),
        };
        let shares = shapley_power_mean(&list(&row[2]), &list(&row[3]), number(&row[1]), game).unwrap();
        let expected: Vec<String> = serde_json::from_str(&row[6]).unwrap();
        assert_eq!(shares.len(), expected.len());
        for (share, expected) in shares.iter().zip(&expected) {
            worst.absolute(*share, number(expected), &row);
        }
    }
}

#[test]
fn negative_binomial_tails() {
    let mut worst = Worst::new("negative_binomial_at_least", 1e-9);
    for file in ["forecast_nb_tail.csv", "forecast_nb_random.csv"] {
        for row in table(file, &["a", "b", "t", "r", "p_ge_r_mpmath"]).unwrap_or_default() {
            let [a, b, t] = [0, 1, 2].map(|column| number(&row[column]));
            let chance = negative_binomial_at_least(a, b, t, count(&row[3])).unwrap();
            let expected = number(&row[4]);
            if expected >= 1e-290 || expected == 0.0 {
                worst.relative(chance, expected, &row);
            } else {
                worst.absolute(chance, expected, &row);
            }
        }
    }
}

#[test]
fn negative_binomial_quantiles() {
    let columns = ["a", "b", "t", "q05", "q25", "q50", "q75", "q95"];
    for row in table("forecast_nb_random.csv", &columns).unwrap_or_default() {
        let [a, b, t] = [0, 1, 2].map(|column| number(&row[column]));
        for (q, expected) in [0.05, 0.25, 0.5, 0.75, 0.95].into_iter().zip(&row[3..]) {
            assert_eq!(negative_binomial_quantile(a, b, t, q).unwrap(), count(expected), "{q} in {row:?}");
        }
    }
}

#[test]
fn waiting_times() {
    let mut worst = Worst::new("waiting_time_quantile", 1e-9);
    let columns = ["a", "b", "r", "prob", "t_quantile_scipy_betaprime"];
    for row in table("forecast_wait_quantile.csv", &columns).unwrap_or_default() {
        let time =
            waiting_time_quantile(number(&row[0]), number(&row[1]), count(&row[2]), number(&row[3])).unwrap();
        worst.optional(time, optional(&row[4]), &row);
    }
}

#[test]
fn beta_quantiles_and_posteriors() {
    let mut worst = Worst::new("beta", 1e-9);
    for row in table("beta_quantile.csv", &["a", "b", "q", "quantile_scipy"]).unwrap_or_default() {
        let quantile = beta_quantile(number(&row[0]), number(&row[1]), number(&row[2])).unwrap();
        worst.relative(quantile, number(&row[3]), &row);
    }
    let columns = ["a0", "b0", "successes", "failures", "eq95_lo", "eq95_hi", "p_gt_0_5", "p_gt_0_8"];
    for row in table("beta_posterior.csv", &columns).unwrap_or_default() {
        let (a, b) = (number(&row[0]) + number(&row[2]), number(&row[1]) + number(&row[3]));
        worst.relative(beta_quantile(a, b, 0.025).unwrap(), number(&row[4]), &row);
        worst.relative(beta_quantile(a, b, 0.975).unwrap(), number(&row[5]), &row);
        for (x, expected) in [(0.5, &row[6]), (0.8, &row[7])] {
            worst.relative(beta_sf(a, b, x).unwrap(), number(expected), &row);
            worst.relative(beta_cdf(b, a, 1.0 - x).unwrap(), number(expected), &row);
        }
    }
}

#[test]
fn proportions() {
    let mut worst = Worst::new("proportion_interval", 1e-9);
    for row in table("proportion_ci.csv", &["n", "successes", "method", "lo", "hi"]).unwrap_or_default() {
        let method = match row[2].as_str() {
            "wilson" => ProportionMethod::Wilson,
            "jeffreys" => ProportionMethod::Jeffreys,
            name if name.starts_with("clopper") => ProportionMethod::ClopperPearson,
            other => panic!("unknown method {other}"),
        };
        let (low, high) = proportion_interval(count(&row[1]), count(&row[0]), 0.95, method).unwrap();
        worst.relative(low, number(&row[3]), &row);
        worst.relative(high, number(&row[4]), &row);
    }
}

#[test]
fn decay() {
    let mut worst = Worst::new("decay", 1e-12);
    for row in table("decay_weight.csv", &["dt", "half_life", "weight_mpmath"]).unwrap_or_default() {
        worst.relative(decay_weight(number(&row[0]), number(&row[1])).unwrap(), number(&row[2]), &row);
    }
    let columns = ["ages", "x", "half_life", "sum_w", "weighted_mean", "n_eff_kish"];
    for row in table("decay_average.csv", &columns).unwrap_or_default() {
        let mean = decayed_mean(&list(&row[1]), &list(&row[0]), number(&row[2])).unwrap();
        worst.relative(mean.sum_weights, number(&row[3]), &row);
        worst.optional(mean.mean, optional(&row[4]), &row);
        worst.relative(mean.effective_n, number(&row[5]), &row);
    }
}

#[test]
fn survival_curves() {
    let mut worst = Worst::new("kaplan_meier", 1e-12);
    let input = table("km_input.csv", &["dataset", "time", "event"]).unwrap_or_default();
    let medians = [
        "dataset",
        "median_lifelines",
        "median_ci_lo_lifelines",
        "median_ci_hi_lifelines",
        "tau",
        "rmst_to_tau_lifelines",
    ];
    let columns = [
        "dataset",
        "time",
        "at_risk",
        "events",
        "censored",
        "S",
        "greenwood_se",
        "ci_plain_lo",
        "ci_plain_hi",
        "ci_log_lo",
        "ci_log_hi",
        "ci_loglog_lo_lifelines",
        "ci_loglog_hi_lifelines",
    ];
    let steps = table("km_table.csv", &columns).unwrap_or_default();
    for row in table("km_median.csv", &medians).unwrap_or_default() {
        let of_set: Vec<_> = input.iter().filter(|entry| entry[0] == row[0]).collect();
        let times: Vec<f64> = of_set.iter().map(|entry| number(&entry[1])).collect();
        let observed: Vec<bool> = of_set.iter().map(|entry| entry[2] == "1").collect();
        let curve = kaplan_meier(&times, &observed, 0.95).unwrap();

        let finite = |text: &str| optional(text).filter(|value| value.is_finite());
        assert_eq!(curve.median(), finite(&row[1]));
        assert_eq!(curve.median_interval(IntervalKind::LogLog), (finite(&row[2]), finite(&row[3])));
        let area = curve.restricted_mean(number(&row[4])).unwrap();
        worst.optional(area, optional(&row[5]), &row);

        let steps: Vec<_> = steps.iter().filter(|step| step[0] == row[0]).collect();
        assert_eq!(steps.len(), curve.rows.len());
        for (step, actual) in steps.into_iter().zip(&curve.rows) {
            let counts = [actual.at_risk, actual.events, actual.censored];
            assert_eq!(counts, [2, 3, 4].map(|column| count(&step[column])), "{step:?}");
            let mut check = |actual: Option<f64>, expected: &str| match (actual, optional(expected)) {
                (Some(actual), Some(expected)) => worst.absolute(actual, expected, step),
                (actual, expected) => assert_eq!(actual, expected, "{step:?}"),
            };
            check(Some(actual.time), &step[1]);
            check(Some(actual.survival), &step[5]);
            check(actual.standard_error, &step[6]);
            for (kind, column) in
                [(IntervalKind::Plain, 7), (IntervalKind::Log, 9), (IntervalKind::LogLog, 11)]
            {
                check(actual.interval(kind).map(|interval| interval.lower), &step[column]);
                check(actual.interval(kind).map(|interval| interval.upper), &step[column + 1]);
            }
        }
    }
}

/// A document of answers; `None`, with a line that says so, where it is absent.
fn document(name: &str) -> Option<serde_json::Value> {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../../shared/oracle").join(name);
    let Ok(text) = std::fs::read_to_string(path) else {
        println!("left out: no {name} beside the repository");
        return None;
    };
    Some(serde_json::from_str(&text).unwrap())
}

#[test]
fn gower_distances() {
    let mut worst = Worst::new("gower", 1e-12);
    for table in document("gower.json").iter().flat_map(|tables| tables.as_array().unwrap()) {
        let rows: Vec<_> =
            table["rows"].as_array().unwrap().iter().map(|row| row.as_array().unwrap()).collect();
        let categorical: Vec<_> = table["categorical"].as_array().unwrap().iter().collect();
        let columns = table["columns"].as_array().unwrap();
        let fields: Vec<GowerField> = columns
            .iter()
            .enumerate()
            .map(|(at, name)| {
                if !categorical.contains(&name) {
                    return GowerField::Numbers(rows.iter().map(|row| row[at].as_f64()).collect());
                }
                let mut kinds: Vec<&serde_json::Value> = Vec::new();
                let mut kind = |value| {
                    let known = kinds.iter().position(|known| *known == value);
                    u32::try_from(known.unwrap_or_else(|| {
                        kinds.push(value);
                        kinds.len() - 1
                    }))
                    .unwrap()
                };
                GowerField::Kinds(
                    rows.iter().map(|row| (!row[at].is_null()).then(|| kind(&row[at]))).collect(),
                )
            })
            .collect();
        let weights = vec![1.0; fields.len()];
        let distances = GowerTable::new(fields, weights).unwrap();
        for (one, row) in table["plain"].as_array().unwrap().iter().enumerate() {
            for (other, expected) in row.as_array().unwrap().iter().enumerate() {
                let named = [format!("{}: {one}, {other}", table["table"])];
                match (distances.distance(one, other), expected.as_f64()) {
                    (Some(actual), Some(expected)) => worst.absolute(actual, expected, &named),
                    (actual, expected) => assert_eq!(actual, expected, "{named:?}"),
                }
            }
        }
        assert!(worst.rows > 0);
    }
}

#[test]
fn areas_under_the_curve() {
    let mut worst = Worst::new("auc", 1e-12);
    let Some(document) = document("scoring.json") else { return };
    let cases = document.as_object().unwrap().values().find_map(serde_json::Value::as_array).unwrap();
    for case in cases.iter().filter(|case| case["weights"].is_null() && case["auc"].is_number()) {
        let list = |name: &str| -> Vec<f64> { serde_json::from_value(case[name].clone()).unwrap() };
        let successes: Vec<bool> = list("y").iter().map(|y| *y > 0.5).collect();
        let area = auc(&list("p"), &successes).unwrap();
        worst.absolute(area.unwrap(), case["auc"].as_f64().unwrap(), &[case["name"].to_string()]);
    }
    assert!(worst.rows > 0);
}
