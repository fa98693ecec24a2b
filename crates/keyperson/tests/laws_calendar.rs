//! Laws that hold for every calendar, day and instant.

#![expect(
    clippy::unwrap_used,
    clippy::arithmetic_side_effects,
    reason = "a test fails by panicking; clippy exempts only the test functions themselves"
)]

use keyperson::calendar::{
    Calendar, Day, Instant, NAMES, Weekday, Zone, deadline_24_hours, next_business_day_deadline,
    within_24_hours,
};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{Index, select};

/// Any day, the ends of the range more often than chance would have them.
fn any_day() -> impl Strategy<Value = Day> {
    let span = Day::MIN.days_until(Day::MAX);
    prop_oneof![4 => 0..=span, 1 => 0..=30_i64, 1 => span - 30..=span]
        .prop_map(|n| Day::MIN.checked_add_days(n).unwrap())
}

/// Two days at most about a year apart, so that a loop between them is short.
fn near_days() -> impl Strategy<Value = (Day, Day)> {
    (any_day(), -400..=400_i64).prop_map(|(day, n)| (day, day.checked_add_days(n).unwrap_or(day)))
}

fn any_calendar() -> impl Strategy<Value = Calendar> {
    let weekday = (0..7_u8).prop_map(|n| Weekday::try_from(n).unwrap());
    let weekend = prop_oneof![3 => Just(None), 1 => vec(weekday, 0..=7).prop_map(Some)];
    (select(NAMES), weekend, vec(any_day(), 0..20)).prop_map(|(name, weekend, closing)| {
        let calendar = Calendar::by_name(name).unwrap().with_closing_days(closing);
        match weekend {
            Some(days) => calendar.with_weekend(&days),
            None => calendar,
        }
    })
}

fn any_zone() -> impl Strategy<Value = Zone> {
    select(
        &[
            "Asia/Tokyo",
            "America/New_York",
            "Europe/London",
            "Africa/Cairo",
            "America/Sao_Paulo",
            "America/St_Johns",
            "Australia/Lord_Howe",
            "Pacific/Apia",
            "Pacific/Kiritimati",
            "Europe/Amsterdam",
            "Africa/Monrovia",
        ][..],
    )
    .prop_map(|name| name.parse().unwrap())
}

fn any_instant() -> impl Strategy<Value = Instant> {
    (any_day(), 0..24_u32, 0..60_u32, 0..60_u32, 0..1_000_000_000_u32, -839..=839_i32).prop_map(
        |(day, hour, minute, second, nanosecond, offset)| {
            let sign = if offset < 0 { '-' } else { '+' };
            let (hours, minutes) = (offset.abs() / 60, offset.abs() % 60);
            format!("{day}T{hour:02}:{minute:02}:{second:02}.{nanosecond:09}{sign}{hours:02}:{minutes:02}")
                .parse()
                .unwrap()
        },
    )
}

/// The definition of `business_days_between`, day by day.
fn counted_by_loop(calendar: &Calendar, from: Day, to: Day) -> i64 {
    if to < from {
        return -counted_by_loop(calendar, to, from);
    }
    let days = (1..=from.days_until(to)).map(|n| from.checked_add_days(n).unwrap());
    i64::try_from(days.filter(|day| calendar.is_business_day(*day)).count()).unwrap()
}

proptest! {
    #[test]
    fn next_and_previous_are_the_nearest(calendar in any_calendar(), day in any_day()) {
        for (found, step) in [(calendar.next_business_day(day), 1), (calendar.previous_business_day(day), -1)] {
            let walked = (1..=60).map_while(|n| day.checked_add_days(n * step))
                .find(|day| calendar.is_business_day(*day));
            match found {
                // Closed for two months: too far for the walk, which then saw nothing.
                Some(found) if day.days_until(found).abs() > 60 => prop_assert_eq!(walked, None),
                found => prop_assert_eq!(found, walked),
            }
        }
    }

    #[test]
    fn counting_equals_a_loop(calendar in any_calendar(), (from, to) in near_days()) {
        prop_assert_eq!(calendar.business_days_between(from, to), counted_by_loop(&calendar, from, to));
    }

    #[test]
    fn counts_add_up(calendar in any_calendar(), a in any_day(), b in any_day(), c in any_day()) {
        let count = |from, to| calendar.business_days_between(from, to);
        prop_assert_eq!(count(a, b) + count(b, c), count(a, c));
        prop_assert_eq!(count(a, b), -count(b, a));
    }

    #[test]
    fn adding_is_the_inverse_of_counting(calendar in any_calendar(), day in any_day(), n in -3000..=3000_i64) {
        if let Some(found) = calendar.add_business_days(day, n) {
            if n != 0 {
                prop_assert!(calendar.is_business_day(found));
                prop_assert_eq!(n > 0, found > day);
            }
            if n >= 0 || calendar.is_business_day(day) {
                prop_assert_eq!(calendar.business_days_between(day, found), n);
            }
            if calendar.is_business_day(day) {
                prop_assert_eq!(calendar.add_business_days(found, -n), Some(day));
            }
        }
        prop_assert_eq!(calendar.add_business_days(day, 1), calendar.next_business_day(day));
        prop_assert_eq!(calendar.add_business_days(day, -1), calendar.previous_business_day(day));
    }

    #[test]
    fn the_last_of_the_month_has_none_after_it(calendar in any_calendar(), day in any_day()) {
        let month = |day: Day| (day.year(), day.month());
        if let Some(last) = calendar.last_business_day_of_month(day) {
            prop_assert!(calendar.is_business_day(last));
            prop_assert_eq!(month(last), month(day));
            let next = calendar.next_business_day(last);
            prop_assert!(next.is_none_or(|next| month(next) != month(day)));
        }
    }

    #[test]
    fn closing_days_only_remove(
        calendar in any_calendar(),
        closing in vec(any_day(), 1..10),
        one in any::<Index>(),
        (from, to) in near_days(),
    ) {
        let closed = calendar.clone().with_closing_days(closing.iter().copied());
        for day in closing.iter().copied().chain([from, to]) {
            let open = calendar.is_business_day(day) && !closing.contains(&day);
            prop_assert_eq!(closed.is_business_day(day), open);
        }
        let (before, after) = (calendar.business_days_between(from, to), closed.business_days_between(from, to));
        prop_assert!(after.abs() <= before.abs());
        let again = closed.clone().with_closing_days([*one.get(&closing)]);
        prop_assert_eq!(again, closed);
    }

    #[test]
    fn days_come_back_from_text(day in any_day(), days in any::<i64>(), months in any::<i32>()) {
        prop_assert_eq!(day.to_string().parse(), Ok(day));
        let json = serde_json::to_string(&day).unwrap();
        prop_assert_eq!(serde_json::from_str::<Day>(&json).unwrap(), day);
        if let Some(later) = day.checked_add_days(days % 200_000) {
            prop_assert_eq!(day.days_until(later), days % 200_000);
        }
        let _no_panic = (day.checked_add_days(days), day.checked_add_months(months));
    }

    #[test]
    fn instants_come_back_from_text(instant in any_instant(), seconds in any::<i64>()) {
        let json = serde_json::to_string(&instant).unwrap();
        // Written by ourselves, as chrono writes it.
        let theirs = chrono::DateTime::parse_from_rfc3339(&instant.to_string()).unwrap();
        prop_assert_eq!(theirs.to_rfc3339_opts(chrono::SecondsFormat::AutoSi, true), instant.to_string());
        let back = serde_json::from_str::<Instant>(&json).unwrap();
        prop_assert_eq!(back, instant);
        prop_assert_eq!(back.to_string(), instant.to_string());
        if let Some(later) = instant.checked_add_seconds(seconds % 10_000_000_000) {
            prop_assert_eq!(instant.seconds_until(later), seconds % 10_000_000_000);
            prop_assert_eq!(instant.days_until(later) < 0.0, later < instant);
            prop_assert_eq!(later.checked_sub_seconds(seconds % 10_000_000_000), Some(instant));
        }
        let _no_panic = (instant.checked_add_seconds(seconds), instant.checked_sub_seconds(seconds));
    }

    #[test]
    fn a_zone_holds_each_instant_in_its_day(zone in any_zone(), instant in any_instant()) {
        let day = instant.day_in(zone);
        // At both ends the zone's own day can lie outside the range; the nearest one stands for it.
        if day != Day::MIN {
            prop_assert!(zone.start_of(day) <= instant);
        }
        // Newfoundland's clocks once went back at 00:01: a minute of the new day, then 59 of the old again.
        if day != Day::MAX && zone.name() != "America/St_Johns" {
            prop_assert!(instant < zone.end_of(day));
            prop_assert!(instant <= zone.last_instant_of(day));
        }
    }

    #[test]
    fn an_open_day_starts_in_itself(zone in any_zone(), day in any_day()) {
        let start = zone.start_of(day);
        if zone.name() != "Pacific/Apia" {
            prop_assert_eq!(start.day_in(zone), day);
        }
        prop_assert!(start <= zone.last_instant_of(day));
        prop_assert_eq!(start.to_string().parse(), Ok(start));
    }

    #[test]
    fn deadlines_lie_after_the_receipt(
        calendar in any_calendar(), zone in any_zone(), received in any_instant(), answered in any_instant(),
    ) {
        if let Some((day, end)) = next_business_day_deadline(received, zone, &calendar) {
            prop_assert!(calendar.is_business_day(day) && day > received.day_in(zone));
            prop_assert!(end > received);
        }
        let last = deadline_24_hours(received);
        prop_assert!(last.is_none_or(|last| within_24_hours(received, last)));
        prop_assert_eq!(
            within_24_hours(received, answered),
            answered >= received && last.is_none_or(|last| answered <= last)
        );
    }

    #[test]
    fn no_text_panics(text in any::<String>(), near in "[0-9+:TZ. -]{0,40}") {
        for text in [text, near] {
            let _no_panic = (text.parse::<Day>().is_ok(), text.parse::<Instant>().is_ok());
            let _no_panic = (text.parse::<Zone>().is_ok(), Calendar::by_name(&text).is_ok());
        }
    }
}
