//! The plan of regular meetings against expansions of recurrence rules by python-dateutil, where both say the same:
//! a calendar without holidays, a weekday, the first business day of the month. The rows lie beside the repository.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may fail loudly")]

use std::path::PathBuf;

use keyperson::calendar::Day;
use keyperson::fact::Layer;
use keyperson::{Policy, together::cadence};
use serde_json::Value;

/// Cases by name; `None`, with a line that says so, where the table is absent.
fn expansions() -> Option<Value> {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../../shared/oracle/rrule.json");
    let Ok(text) = std::fs::read_to_string(path) else {
        println!("left out: no rrule.json beside the repository");
        return None;
    };
    Some(serde_json::from_str(&text).unwrap())
}

/// The days of the case called `name`.
fn days(table: &Value, name: &str) -> Vec<Day> {
    let case = table["cases"].as_array().unwrap().iter().find(|case| case["name"] == name).unwrap();
    let day = |text: &Value| {
        let text = text.as_str().unwrap();
        let (year, month, day) = (text.get(..4).unwrap(), text.get(4..6).unwrap(), text.get(6..8).unwrap());
        format!("{year}-{month}-{day}").parse().unwrap()
    };
    let days: Vec<Day> = case["dateutil"].as_array().unwrap().iter().map(day).collect();
    assert!(!days.is_empty(), "{name} is empty");
    days
}

fn planned(policy: &str, layer: Layer, expected: &[Day]) -> Vec<Day> {
    let policy = Policy::from_toml(policy).unwrap();
    let calendar = policy.calendar("weekdays").unwrap();
    let (from, to) = (*expected.first().unwrap(), *expected.last().unwrap());
    cadence::plan(&calendar, &policy, layer, from, to).into_iter().map(|planned| planned.day).collect()
}

#[test]
fn tuesdays_are_those_of_the_rule() {
    let Some(table) = expansions() else { return };
    let expected = days(&table, "weekly_15min_tue");
    assert_eq!(planned("[cadence]\nweekly_weekday = \"tuesday\"\n", Layer::Weekly, &expected), expected);
}

#[test]
fn first_business_days_are_those_of_the_rule() {
    let Some(table) = expansions() else { return };
    let expected = days(&table, "monthly_first_business_day");
    assert_eq!(planned("[cadence]\nmonthly_business_day = 1\n", Layer::Monthly, &expected), expected);
}
