//! Until when an answer is owed.

use chrono::TimeDelta;

use super::{Calendar, Day, Instant, Zone};

const SECONDS_IN_AN_HOUR: i64 = 3_600;

/// Whether an answer came within 24 hours of absolute time, the last instant included.
///
/// Weekends, holidays and changes of the clocks make no difference. What was said before `received` answers
/// something else: it does not count.
///
/// ```
/// use keyperson::calendar::{Instant, within_24_hours};
///
/// let received: Instant = "2026-03-28T12:00:00+01:00".parse()?;
/// assert!(within_24_hours(received, "2026-03-29T13:00:00+02:00".parse()?)); // a night of 23 hours
/// assert!(!within_24_hours(received, "2026-03-29T13:00:01+02:00".parse()?));
/// # Ok::<(), keyperson::calendar::InstantError>(())
/// ```
pub fn within_24_hours(received: Instant, answered: Instant) -> bool {
    within_hours(received, answered, 24)
}

/// [`within_24_hours`] with another number of hours.
pub fn within_hours(received: Instant, answered: Instant, hours: i64) -> bool {
    // More hours than can be counted are more than lie between any two instants.
    let limit = hours.checked_mul(SECONDS_IN_AN_HOUR).and_then(TimeDelta::try_seconds);
    answered >= received && limit.is_none_or(|limit| received.span_until(answered) <= limit)
}

/// The last instant that [`within_24_hours`] accepts, with the offset of `received`; `None` past the range of
/// dates.
pub fn deadline_24_hours(received: Instant) -> Option<Instant> {
    deadline_hours(received, 24)
}

/// The last instant that [`within_hours`] accepts, with the offset of `received`; `None` past the range of dates.
pub fn deadline_hours(received: Instant, hours: i64) -> Option<Instant> {
    received.checked_add_seconds(hours.checked_mul(SECONDS_IN_AN_HOUR)?)
}

/// The first business day strictly after the local day of receipt, and that day's exclusive end.
///
/// An answer is in time when it comes before that end. `None` where the calendar has no further business day.
///
/// ```
/// use keyperson::calendar::{Calendar, YearEnd, next_business_day_deadline};
///
/// // Sunday already in Tokyo: Monday is the next business day there.
/// let received = "2027-07-03T15:17:15Z".parse()?;
/// let calendar = Calendar::japan(YearEnd::None);
/// let (day, end) = next_business_day_deadline(received, "Asia/Tokyo".parse()?, &calendar).unwrap();
/// assert_eq!((day.to_string(), end.to_string()), ("2027-07-05".into(), "2027-07-06T00:00:00+09:00".into()));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn next_business_day_deadline(
    received: Instant,
    zone: Zone,
    calendar: &Calendar,
) -> Option<(Day, Instant)> {
    let day = calendar.next_business_day(received.day_in(zone))?;
    Some((day, zone.end_of(day)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::calendar::YearEnd;

    fn instant(text: &str) -> Instant {
        text.parse().unwrap()
    }

    #[test]
    fn twenty_four_hours_include_their_last_instant() {
        let received = instant("2026-04-30T09:00:00+09:00");
        for (answered, expected) in [
            ("2026-04-30T09:00:00+09:00", true),
            ("2026-05-01T00:00:00Z", true),
            ("2026-05-01T00:00:00.000000001Z", false),
            ("2026-04-29T23:59:59Z", false),
        ] {
            assert_eq!(within_24_hours(received, instant(answered)), expected, "{answered}");
        }
    }

    #[test]
    fn the_range_ends_every_deadline() {
        let last = instant("2200-12-31T12:00:00Z");
        let zone = "UTC".parse().unwrap();
        assert_eq!(deadline_24_hours(last), None);
        assert_eq!(deadline_hours(instant("2026-01-01T00:00:00Z"), i64::MAX), None);
        assert!(within_24_hours(last, instant("2200-12-31T23:59:59Z")));
        let before = instant("2026-01-01T00:00:00Z");
        assert!(within_hours(before, last, i64::MAX) && !within_hours(last, before, i64::MAX));
        assert_eq!(next_business_day_deadline(last, zone, &Calendar::weekdays()), None);
    }

    #[test]
    fn a_closed_day_of_receipt_waits_for_the_first_open_one() {
        let zone = "Asia/Tokyo".parse().unwrap();
        let calendar = Calendar::japan(YearEnd::Government);
        let (day, end) =
            next_business_day_deadline(instant("2025-12-26T23:59:59+09:00"), zone, &calendar).unwrap();
        assert_eq!(day.to_string(), "2026-01-05");
        assert_eq!(end, instant("2026-01-05T15:00:00Z"));
    }
}
