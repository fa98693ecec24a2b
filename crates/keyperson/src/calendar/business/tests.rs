//! Known years of each calendar, and the table they come from.

use super::*;

fn day(text: &str) -> Day {
    text.parse().unwrap()
}

/// The days of Monday to Friday on which `calendar` is closed, from one day to another.
fn closed_weekdays(calendar: &Calendar, from: &str, to: &str) -> Vec<String> {
    let span = day(from).days_until(day(to));
    (0..=span)
        .map(|n| day(from).checked_add_days(n).unwrap())
        .filter(|day| Calendar::weekdays().is_business_day(*day) && !calendar.is_business_day(*day))
        .map(|day| day.to_string())
        .collect()
}

#[test]
fn known_holidays_are_closed() {
    let japan = Calendar::japan(YearEnd::None);
    for (calendar, from, to, closed) in [
        // The ten days of the succession.
        (
            &japan,
            "2019-04-27",
            "2019-05-07",
            "2019-04-29 2019-04-30 2019-05-01 2019-05-02 2019-05-03 2019-05-06",
        ),
        // Moved for the games in Tokyo, once planned and once held.
        (&japan, "2020-07-01", "2020-08-31", "2020-07-23 2020-07-24 2020-08-10"),
        (&japan, "2020-10-01", "2020-10-31", ""),
        (&japan, "2021-07-01", "2021-08-31", "2021-07-22 2021-07-23 2021-08-09"),
        // A day between two holidays.
        (&japan, "2026-09-14", "2026-09-30", "2026-09-21 2026-09-22 2026-09-23"),
        // Substitutes: of a Sunday, and pushed past two more holidays.
        (&japan, "2023-01-01", "2023-01-05", "2023-01-02"),
        (&japan, "2015-05-01", "2015-05-10", "2015-05-04 2015-05-05 2015-05-06"),
        // Not yet law: 4 May before 1986, substitutes before 12 April 1973.
        (&japan, "1984-05-01", "1984-05-05", "1984-05-03"),
        (&japan, "1973-02-05", "1973-05-02", "1973-03-21 1973-04-30"),
        // The jubilee, with the spring bank holiday moved to it, and the queen's funeral.
        (
            &Calendar::england(),
            "2022-05-01",
            "2022-09-30",
            "2022-05-02 2022-06-02 2022-06-03 2022-08-29 2022-09-19",
        ),
        (&Calendar::england(), "2020-12-24", "2021-01-05", "2020-12-25 2020-12-28 2021-01-01"),
        // Juneteenth began in 2021, observed on a Friday then and on a Monday in 2022.
        (&Calendar::usa(), "2020-06-01", "2020-06-30", ""),
        (&Calendar::usa(), "2021-06-01", "2021-06-30", "2021-06-18"),
        (&Calendar::usa(), "2022-06-01", "2022-06-30", "2022-06-20"),
        // The 1 January of a Saturday is observed in the year before.
        (&Calendar::usa(), "2021-12-20", "2022-01-05", "2021-12-24 2021-12-31"),
        // Germany moves nothing; 31 October was a holiday everywhere in 2017 only.
        (&Calendar::germany(), "2022-05-01", "2022-12-31", "2022-05-26 2022-06-06 2022-10-03 2022-12-26"),
        (&Calendar::germany(), "2017-10-01", "2017-10-31", "2017-10-03 2017-10-31"),
        (&Calendar::germany(), "2018-10-01", "2018-10-31", "2018-10-03"),
        (&Calendar::weekdays(), "2019-01-01", "2019-12-31", ""),
        (
            &Calendar::japan(YearEnd::Government),
            "2025-12-26",
            "2026-01-06",
            "2025-12-29 2025-12-30 2025-12-31 2026-01-01 2026-01-02",
        ),
        (&Calendar::japan(YearEnd::Banks), "2025-12-26", "2026-01-06", "2025-12-31 2026-01-01 2026-01-02"),
    ] {
        assert_eq!(closed_weekdays(calendar, from, to).join(" "), closed, "{from} to {to}");
    }
}

#[test]
fn the_table_is_sorted_and_readable() {
    for table in [&JAPAN, &USA, &ENGLAND, &GERMANY] {
        let days = days_of(table);
        assert!(days.is_sorted_by(|a, b| a < b));
        let mut years: Vec<i32> =
            days.iter().map(|number| Day::MIN.checked_add_days(*number).unwrap().year()).collect();
        years.dedup();
        assert!(years.into_iter().eq(table.first_year..=table.last_year));
    }
}

#[test]
fn coverage_ends_where_the_table_ends() {
    for (name, day_text, coverage) in [
        ("japan", "1969-12-31", Coverage::OutsideTable),
        ("japan", "1970-01-01", Coverage::Official),
        ("japan", "2027-12-31", Coverage::Official),
        ("japan", "2028-01-01", Coverage::Provisional),
        ("japan", "2060-12-31", Coverage::Provisional),
        ("japan", "2061-01-01", Coverage::OutsideTable),
        ("england", "1974-12-31", Coverage::OutsideTable),
        ("weekdays", "2200-12-31", Coverage::Official),
    ] {
        let calendar = Calendar::by_name(name).unwrap();
        assert_eq!(calendar.coverage(day(day_text)), coverage, "{name} {day_text}");
        assert_eq!(calendar.is_covered(day(day_text)), coverage != Coverage::OutsideTable);
        assert_eq!(calendar.is_provisional(day(day_text)), coverage != Coverage::Official);
    }
    // Outside the table weekends and the year end still hold.
    let government = Calendar::japan(YearEnd::Government);
    assert_eq!(
        closed_weekdays(&government, "2100-12-01", "2100-12-31"),
        ["2100-12-29", "2100-12-30", "2100-12-31"]
    );
}

#[test]
fn names_are_those_listed() {
    for name in NAMES {
        assert!(Calendar::by_name(name).is_ok(), "{name}");
    }
    for name in ["", "Japan", "france"] {
        let error = Calendar::by_name(name).unwrap_err();
        assert_eq!(error.code(), CalendarError::CODES[0]);
        assert!(error.to_string().starts_with(&format!("`{name}` is not a calendar; write one of japan,")));
    }
}

#[test]
fn own_weekends_and_closing_days_count() {
    let calendar = Calendar::weekdays().with_weekend(&[Weekday::Fri, Weekday::Sat]);
    assert_eq!(calendar.next_business_day(day("2026-04-30")), Some(day("2026-05-03")));
    let closed = calendar.with_closing_days([day("2026-05-03"), day("2026-05-03"), day("2026-05-01")]);
    assert_eq!(closed.next_business_day(day("2026-04-30")), Some(day("2026-05-04")));
    assert_eq!(closed.business_days_between(day("2026-04-30"), day("2026-05-04")), 1);
    // Days given before the weekend are remembered.
    let all_week = closed.with_weekend(&[]);
    assert_eq!(closed_weekdays(&all_week, "2026-04-30", "2026-05-04"), ["2026-05-01"]);
    assert!(!all_week.is_business_day(day("2026-05-03")));
}

#[test]
fn nothing_is_found_where_there_is_nothing() {
    use Weekday::{Fri, Mon, Sat, Sun, Thu, Tue, Wed};
    let never = Calendar::weekdays().with_weekend(&[Mon, Tue, Wed, Thu, Fri, Sat, Sun]);
    let any = day("2026-04-30");
    assert_eq!(never.next_business_day(any), None);
    assert_eq!(never.previous_business_day(any), None);
    assert_eq!(never.last_business_day_of_month(any), None);
    assert_eq!(never.add_business_days(any, 1), None);
    assert_eq!(never.business_days_between(Day::MIN, Day::MAX), 0);

    let weekdays = Calendar::weekdays();
    assert_eq!(weekdays.next_business_day(Day::MAX), None);
    assert_eq!(weekdays.previous_business_day(Day::MIN), None);
    for n in [i64::MIN, i64::MAX] {
        assert_eq!(weekdays.add_business_days(any, n), None);
    }
}

#[test]
fn closed_days_count_from_their_neighbours() {
    let weekdays = Calendar::weekdays();
    let saturday = day("2026-05-02");
    for (n, expected) in
        [(1, "2026-05-04"), (2, "2026-05-05"), (0, "2026-05-02"), (-1, "2026-05-01"), (-5, "2026-04-27")]
    {
        assert_eq!(weekdays.add_business_days(saturday, n), Some(day(expected)), "{n}");
    }
    assert_eq!(weekdays.add_business_days(day("2026-05-04"), -1), Some(day("2026-05-01")));
    assert_eq!(weekdays.business_days_between(day("2026-05-04"), day("2026-05-01")), -1);
}

#[test]
fn a_year_end_rule_closes_what_the_same_days_of_ones_own_would() {
    for rule in [YearEnd::Government, YearEnd::Banks] {
        let days = rule.days().filter_map(|days| Day::MIN.checked_add_days(days));
        assert_eq!(Calendar::japan(rule), Calendar::japan(YearEnd::None).with_closing_days(days));
    }
}
