//! A point of time with the offset it was written with.

use std::fmt;
use std::str::FromStr;

use chrono::{
    DateTime, FixedOffset, NaiveDateTime, NaiveTime, Offset, SecondsFormat, TimeDelta, TimeZone, Timelike,
};
use serde::{Deserialize, Serialize, Serializer};
use thiserror::Error;

use super::day::{put, put_date};
use super::{Day, Zone, excerpt};

/// A point of time, read and written as RFC 3339 with its offset: `2026-04-30T09:00:00+09:00`.
///
/// Its date as written lies from [`Day::MIN`] to [`Day::MAX`]. Order, equality and hash are those of the
/// absolute time: `09:00:00+09:00` equals `00:00:00Z`. The offset is kept for people to read.
///
/// ```
/// use keyperson::calendar::{Instant, Zone};
///
/// let instant: Instant = "2026-04-30T20:00:00Z".parse()?;
/// assert_eq!(instant, "2026-05-01T05:00:00+09:00".parse()?);
/// assert_eq!(instant.day_in("Asia/Tokyo".parse()?).to_string(), "2026-05-01");
/// assert!("2026-04-30T20:00:00".parse::<Instant>().is_err());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
#[serde(try_from = "String")]
// INVARIANT: the local date is a `Day`, the offset whole minutes, the second below 60: what RFC 3339 can write.
pub struct Instant(DateTime<FixedOffset>);

const SECONDS_PER_DAY: i64 = 86_400;
const NANOSECONDS_PER_SECOND: f64 = 1e9;

impl Instant {
    /// The day on which this instant falls in `zone`.
    ///
    /// Within a day of either end of the range, where the zone's own date would be 1899 or 2201, the first
    /// or last day stands for it.
    pub fn day_in(self, zone: Zone) -> Day {
        let utc = self.0.naive_utc();
        let local = utc.checked_add_offset(zone.offset_at(utc));
        match local.map(|local| local.date()) {
            Some(date) if date < Day::MIN.as_naive_date() => Day::MIN,
            Some(date) => Day::try_from(date).unwrap_or(Day::MAX),
            None => Day::MAX,
        }
    }

    /// Whole seconds from this instant to `other`, rounded towards zero; negative when `other` is earlier.
    pub fn seconds_until(self, other: Self) -> i64 {
        self.span_until(other).num_seconds()
    }

    /// The time from this instant to `other`, exactly; negative when `other` is earlier.
    pub(super) fn span_until(self, other: Self) -> TimeDelta {
        other.0.signed_duration_since(self.0)
    }

    /// Days of 24 hours from this instant to `other`, with their fraction; negative when `other` is earlier.
    pub fn days_until(self, other: Self) -> f64 {
        let span = self.span_until(other);
        // At most 110,000 days apart: each part fits, and the sum is exact to the last bit but one.
        let days = i32::try_from(span.num_days()).unwrap_or(i32::MAX);
        let seconds = i32::try_from(span.num_seconds() % SECONDS_PER_DAY).unwrap_or(0);
        let rest = f64::from(seconds) + f64::from(span.subsec_nanos()) / NANOSECONDS_PER_SECOND;
        f64::from(days) + rest / 86_400.0
    }

    /// The instant `seconds` later (earlier when negative), with the same offset; `None` outside the range.
    pub fn checked_add_seconds(self, seconds: i64) -> Option<Self> {
        let moved = self.0.checked_add_signed(TimeDelta::try_seconds(seconds)?)?;
        Self::try_from(moved).ok()
    }

    /// The instant `seconds` earlier (later when negative), with the same offset; `None` outside the range.
    pub fn checked_sub_seconds(self, seconds: i64) -> Option<Self> {
        self.checked_add_seconds(seconds.checked_neg()?)
    }

    /// Seconds since 1970-01-01T00:00:00Z, rounded down.
    pub fn unix_seconds(self) -> i64 {
        self.0.timestamp()
    }

    /// The same instant with the offset that `zone` has then, as people there write it.
    #[must_use]
    pub fn shown_in(self, zone: Zone) -> Self {
        let utc = self.0.naive_utc();
        // Within a day of either end of the range the local date may lie outside it.
        Self::from_utc(utc, zone.offset_at(utc)).unwrap_or(self)
    }

    /// The same instant in chrono's type.
    pub fn as_date_time(self) -> DateTime<FixedOffset> {
        self.0
    }

    /// The instant of a UTC time, shown with `offset`, which is rounded up to a whole minute: local mean
    /// times before about 1930 have seconds, RFC 3339 has not.
    pub(super) fn from_utc(utc: NaiveDateTime, offset: FixedOffset) -> Option<Self> {
        let seconds = offset.local_minus_utc();
        let odd = seconds.checked_rem_euclid(60)?;
        let up = if odd == 0 { 0 } else { 60_i32.checked_sub(odd)? };
        let offset = FixedOffset::east_opt(seconds.checked_add(up)?)?;
        let local = utc.checked_add_offset(offset)?;
        // A leap second is a nanosecond count of a thousand million or more to chrono.
        (Day::try_from(local.date()).is_ok() && utc.nanosecond() < 1_000_000_000)
            .then(|| Self(offset.from_utc_datetime(&utc)))
    }

    pub(super) fn at_utc_midnight(day: Day) -> Self {
        Self(day.as_naive_date().and_time(NaiveTime::MIN).and_utc().fixed_offset())
    }

    pub(super) fn one_nanosecond_earlier(self) -> Option<Self> {
        let utc = self.0.naive_utc().checked_sub_signed(TimeDelta::nanoseconds(1))?;
        Self::from_utc(utc, self.0.offset().fix())
    }
}

/// Why an instant was refused.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum InstantError {
    /// Not RFC 3339.
    #[error("`{text}` is not a time; write date, time and offset like `2026-04-30T09:00:00+09:00`")]
    Unreadable {
        /// What was written, shortened.
        text: String,
    },
    /// A date and time that could be anywhere.
    #[error("`{text}` has no offset; add the place's offset to it, e.g. `+09:00` for Japan or `Z` for UTC")]
    NoOffset {
        /// What was written, shortened.
        text: String,
    },
    /// A second 60.
    #[error("`{text}` is a leap second, which computers' clocks do not show; write second 59 instead of 60")]
    LeapSecond {
        /// What was written, shortened.
        text: String,
    },
    /// A date as written before 1900 or after 2200.
    #[error(
        "`{text}` is outside 1900-01-01 to 2200-12-31; correct the year, or leave the field out if there is no time"
    )]
    OutOfRange {
        /// What was written, shortened.
        text: String,
    },
}

impl InstantError {
    /// Every code that [`InstantError::code`] can give.
    pub const CODES: &[&str] =
        &["instant_unreadable", "instant_without_offset", "instant_leap_second", "instant_out_of_range"];

    /// The permanent name of this error.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Unreadable { .. } => "instant_unreadable",
            Self::NoOffset { .. } => "instant_without_offset",
            Self::LeapSecond { .. } => "instant_leap_second",
            Self::OutOfRange { .. } => "instant_out_of_range",
        }
    }
}

impl TryFrom<DateTime<FixedOffset>> for Instant {
    type Error = InstantError;

    fn try_from(time: DateTime<FixedOffset>) -> Result<Self, InstantError> {
        let (utc, offset) = (time.naive_utc(), time.offset().fix());
        // Chrono cannot even print a local time beyond its own range, so the text is that of the UTC time.
        let text = || format!("{utc}Z");
        if utc.nanosecond() >= 1_000_000_000 {
            return Err(InstantError::LeapSecond { text: text() });
        }
        Self::from_utc(utc, offset).ok_or_else(|| InstantError::OutOfRange { text: text() })
    }
}

impl FromStr for Instant {
    type Err = InstantError;

    fn from_str(text: &str) -> Result<Self, InstantError> {
        let shown = || excerpt(text);
        let Ok(time) = DateTime::parse_from_rfc3339(text) else {
            return Err(if lacks_offset(text) {
                InstantError::NoOffset { text: shown() }
            } else {
                InstantError::Unreadable { text: shown() }
            });
        };
        Self::try_from(time).map_err(|error| match error {
            InstantError::LeapSecond { .. } => InstantError::LeapSecond { text: shown() },
            _ => InstantError::OutOfRange { text: shown() },
        })
    }
}

impl TryFrom<String> for Instant {
    type Error = InstantError;

    fn try_from(text: String) -> Result<Self, InstantError> {
        text.parse()
    }
}

impl Instant {
    /// What `wanted` makes of the text: written digit by digit, without formatting, since a brief has hundreds.
    fn written<T>(self, wanted: impl FnOnce(&str) -> T) -> T {
        let (utc, offset) = (self.0.naive_utc(), self.0.offset().fix());
        let shown = match utc.checked_add_offset(offset) {
            Some(shown) if shown.nanosecond() == 0 => shown,
            _ => return wanted(&self.0.to_rfc3339_opts(SecondsFormat::AutoSi, true)),
        };
        let mut text = *b"0000-00-00T00:00:00+00:00";
        put_date(&mut text, shown.date());
        put(&mut text, 11, shown.hour());
        put(&mut text, 14, shown.minute());
        put(&mut text, 17, shown.second());
        let minutes = offset.local_minus_utc().unsigned_abs() / 60;
        put(&mut text, 20, minutes / 60);
        put(&mut text, 23, minutes % 60);
        let (sign, length) = match offset.local_minus_utc() {
            0 => (b'Z', 20),
            ..0 => (b'-', text.len()),
            1.. => (b'+', text.len()),
        };
        if let Some(here) = text.get_mut(19) {
            *here = sign;
        }
        // Nothing but ASCII.
        wanted(text.get(..length).and_then(|text| str::from_utf8(text).ok()).unwrap_or_default())
    }
}

impl From<Instant> for String {
    fn from(instant: Instant) -> Self {
        instant.written(str::to_owned)
    }
}

impl Serialize for Instant {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.written(|text| serializer.serialize_str(text))
    }
}

impl fmt::Display for Instant {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.written(|text| f.pad(text))
    }
}

#[cfg(feature = "schema")]
impl schemars::JsonSchema for Instant {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Instant".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({
            "type": "string",
            "format": "date-time",
            "description": "A time with its offset, RFC 3339, whose date lies from 1900-01-01 to 2200-12-31."
        })
    }
}

/// Whether only the offset is missing: the commonest mistake deserves its own words.
fn lacks_offset(text: &str) -> bool {
    ["Z", ":00Z"].iter().any(|rest| DateTime::parse_from_rfc3339(&format!("{text}{rest}")).is_ok())
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use proptest::prelude::*;

    use super::*;

    proptest! {
        // INVARIANT: what is written as JSON is the text, which is chrono's.
        #[test]
        fn json_is_chronos_text(
            seconds in -2_208_900_000_i64..7_289_000_000,
            nanoseconds in prop_oneof![
                Just(0_u32), 0..1_000_000_000_u32,
                (0..1_000_000_u32).prop_map(|n| n.saturating_mul(1_000)),
                (0..1_000_u32).prop_map(|n| n.saturating_mul(1_000_000)),
            ],
            minutes in prop_oneof![Just(0_i32), -960..=960],
        ) {
            let offset = FixedOffset::east_opt(minutes.saturating_mul(60)).unwrap();
            let time = DateTime::from_timestamp(seconds, nanoseconds).unwrap().with_timezone(&offset);
            let written = time.to_rfc3339_opts(SecondsFormat::AutoSi, true);
            let instant = Instant::try_from(time).unwrap();
            prop_assert_eq!(instant.to_string(), written.as_str());
            prop_assert_eq!(serde_json::to_value(instant).unwrap(), written.as_str());
            let day = Day::try_from(time.date_naive()).unwrap();
            prop_assert_eq!(serde_json::to_value(day).unwrap(), time.format("%Y-%m-%d").to_string());
        }
    }

    fn instant(text: &str) -> Instant {
        text.parse().unwrap()
    }

    #[test]
    fn equal_instants_are_equal_whatever_their_offset() {
        let (tokyo, utc) = (instant("2026-04-30T09:00:00+09:00"), instant("2026-04-30T00:00:00Z"));
        assert_eq!(tokyo, utc);
        assert_eq!(HashSet::from([tokyo, utc]).len(), 1);
        assert!(tokyo < instant("2026-04-29T23:59:59.999999999-00:01"));
    }

    #[test]
    fn texts_come_back_as_they_were() {
        for text in [
            "2026-04-30T09:00:00+09:00",
            "2026-04-30T00:00:00Z",
            "2026-04-30T00:00:00.123-03:30",
            "1900-01-01T00:00:00+14:00",
            "2200-12-31T23:59:59.999999999-12:00",
        ] {
            assert_eq!(instant(text).to_string(), text);
            assert_eq!(serde_json::to_string(&instant(text)).unwrap(), format!("\"{text}\""));
        }
        for text in ["2026-04-30t00:00:00z", "2026-04-30 00:00:00+00:00", "2026-04-30T00:00:00-00:00"] {
            assert_eq!(instant(text).to_string(), "2026-04-30T00:00:00Z");
        }
    }

    #[test]
    fn each_wrong_text_has_its_code() {
        let cases = [
            ("", "instant_unreadable"),
            ("2026-04-30", "instant_unreadable"),
            ("30.4.2026 09:00", "instant_unreadable"),
            ("2026-04-30T25:00:00+09:00", "instant_unreadable"),
            ("2026-04-30T09:00:00+09:00 ", "instant_unreadable"),
            ("2026-04-30T09:00:00", "instant_without_offset"),
            ("2026-04-30 09:00", "instant_without_offset"),
            ("2016-12-31T23:59:60Z", "instant_leap_second"),
            ("1899-12-31T23:59:59Z", "instant_out_of_range"),
            ("2201-01-01T00:00:00+09:00", "instant_out_of_range"),
            ("0000-01-01T00:00:00+23:59", "instant_out_of_range"),
        ];
        for (text, code) in cases {
            let error = text.parse::<Instant>().unwrap_err();
            assert_eq!(error.code(), code, "{text}");
            assert!(error.to_string().contains(&format!("`{text}`")), "{error}");
        }
        for code in InstantError::CODES {
            assert!(cases.iter().any(|case| case.1 == *code), "no case for {code}");
        }
        for extreme in [DateTime::<chrono::Utc>::MIN_UTC, DateTime::<chrono::Utc>::MAX_UTC] {
            for hours in [-23, 23] {
                let offset = FixedOffset::east_opt(hours * 3600).unwrap();
                assert!(Instant::try_from(extreme.with_timezone(&offset)).is_err());
            }
        }
    }

    #[test]
    fn distances_are_those_of_absolute_time() {
        let start = instant("2026-03-29T00:00:00+01:00");
        assert_eq!(start.seconds_until(instant("2026-03-30T00:00:00+02:00")), 23 * 3600);
        assert!((start.days_until(instant("2026-03-28T12:00:00+01:00")) + 0.5).abs() < 1e-15);
        assert_eq!(start.checked_add_seconds(-3600), start.checked_sub_seconds(3600));
        assert_eq!(start.checked_add_seconds(i64::MAX), None);
        assert_eq!(start.checked_sub_seconds(i64::MIN), None);
    }

    #[test]
    fn days_at_both_ends_stay_days() {
        let east: Zone = "Pacific/Kiritimati".parse().unwrap();
        let west: Zone = "Pacific/Pago_Pago".parse().unwrap();
        assert_eq!(instant("1900-01-01T00:00:00+14:00").day_in(west), Day::MIN);
        assert_eq!(instant("2200-12-31T23:59:59-12:00").day_in(east), Day::MAX);
    }
}
