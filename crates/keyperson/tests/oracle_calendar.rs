//! Business days and deadlines against answers computed by other libraries, where those lie beside the project.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test fails by panicking; clippy exempts only the test functions themselves"
)]

use std::fs;
use std::path::Path;

use keyperson::calendar::{
    Calendar, Day, Instant, YearEnd, Zone, deadline_24_hours, next_business_day_deadline, within_24_hours,
};

/// A file of `../shared` as rows of fields by column name; none of these files quotes a field.
struct Rows {
    header: Vec<String>,
    rows: Vec<Vec<String>>,
}

impl Rows {
    fn read(path: &str) -> Option<Self> {
        let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared").join(path);
        let Ok(text) = fs::read_to_string(file) else {
            println!("left out: ../shared/{path} is not here");
            return None;
        };
        assert!(!text.contains('"'), "{path} quotes fields");
        let mut lines = text.lines().map(|line| line.split(',').map(str::to_owned).collect::<Vec<_>>());
        Some(Self { header: lines.next().unwrap(), rows: lines.collect() })
    }

    /// Runs `check` on each row and fails unless there was one.
    fn each(&self, check: impl Fn(&dyn Fn(&str) -> String)) {
        assert!(!self.rows.is_empty());
        for row in &self.rows {
            check(&|column| {
                let at = self.header.iter().position(|name| name == column).unwrap();
                row[at].clone()
            });
        }
    }
}

fn day(text: &str) -> Day {
    text.parse().unwrap()
}

fn flag(text: &str) -> bool {
    match text {
        "0" => false,
        "1" => true,
        _ => panic!("{text} is no flag"),
    }
}

#[test]
fn japanese_business_days() {
    let Some(rows) = Rows::read("oracle/bd_jp.csv") else { return };
    let calendars = [
        (Calendar::japan(YearEnd::None), "is_bd", "next_bd"),
        (Calendar::japan(YearEnd::Government), "is_bd_gov", "next_bd_gov"),
        (Calendar::japan(YearEnd::Banks), "is_bd_bank", "next_bd_bank"),
    ];
    rows.each(|field| {
        let date = day(&field("date"));
        assert_eq!(date.weekday().number_from_monday().to_string(), field("iso_weekday"), "{date}");
        for (calendar, is_open, next) in &calendars {
            assert_eq!(calendar.is_business_day(date), flag(&field(is_open)), "{is_open} {date}");
            assert_eq!(calendar.next_business_day(date), Some(day(&field(next))), "{next} {date}");
        }
    });
}

#[test]
fn last_business_days() {
    let Some(rows) = Rows::read("oracle/last_business_day.csv") else { return };
    let calendars = [
        (Calendar::weekdays(), "last_weekday"),
        (Calendar::japan(YearEnd::None), "last_bd_jp"),
        (Calendar::japan(YearEnd::Government), "last_bd_jp_gov"),
    ];
    rows.each(|field| {
        let month = field("month");
        for (calendar, column) in &calendars {
            let last = calendar.last_business_day_of_month(day(&format!("{month}-15")));
            assert_eq!(last, Some(day(&field(column))), "{column} {month}");
        }
    });
}

/// Each zone has the public holidays of its own country, Japan without a year-end rule: 29 December 2031 is
/// a business day in a row of Tokyo.
#[test]
fn service_levels() {
    let Some(rows) = Rows::read("oracle/sla.csv") else { return };
    rows.each(|field| {
        let zone: Zone = field("zone").parse().unwrap();
        let calendar = match zone.name() {
            "Asia/Tokyo" => Calendar::japan(YearEnd::None),
            "America/New_York" => Calendar::usa(),
            "Europe/London" => Calendar::england(),
            "Europe/Berlin" => Calendar::germany(),
            other => panic!("no calendar for {other}"),
        };
        let instant = |column| field(column).parse::<Instant>().unwrap();
        let (received, answered) = (instant("received_utc"), instant("answered_utc"));
        let row = format!("{zone} {received} {answered}");

        assert_eq!(received, instant("received_local"), "{row}");
        let local = field("received_local");
        assert_eq!(local.split_once('T').map(|(date, _)| day(date)), Some(received.day_in(zone)), "{row}");
        assert_eq!(received.seconds_until(answered).to_string(), field("elapsed_s"), "{row}");
        assert_eq!(deadline_24_hours(received), Some(instant("deadline_24h_utc")), "{row}");
        let in_24_hours = within_24_hours(received, answered);
        assert_eq!(in_24_hours, flag(&field("ok_24h_inclusive")), "{row}");

        let (next, end) = next_business_day_deadline(received, zone, &calendar).unwrap();
        assert_eq!(next, day(&field("next_bd")), "{row}");
        assert_eq!(end, instant("next_bd_end_utc_exclusive"), "{row}");
        assert_eq!(answered < end, flag(&field("ok_next_bd")), "{row}");
        assert_eq!(
            (in_24_hours != (answered < end)).to_string(),
            field("rules_disagree").to_lowercase(),
            "{row}"
        );
    });
}

/// Another project's list of Japan's holidays, 1970 to 2050: it and the table agree on every day.
#[test]
fn japanese_holidays_of_another_list() {
    let Some(rows) = Rows::read("data/jp_calendar/holidays_1970_2050.csv") else { return };
    let listed: Vec<Day> = rows.rows.iter().map(|row| day(&row[0])).collect();
    let all_week = Calendar::japan(YearEnd::None).with_weekend(&[]);
    let (first, last) = (day("1970-01-01"), day("2050-12-31"));
    let differing: Vec<Day> = (0..=first.days_until(last))
        .map(|n| first.checked_add_days(n).unwrap())
        .filter(|date| listed.contains(date) == all_week.is_business_day(*date))
        .collect();
    assert_eq!(differing, []);
}
