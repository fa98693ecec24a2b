//! A place's clock: where its days begin and end.

use std::fmt;
use std::str::FromStr;

use chrono::{FixedOffset, NaiveDateTime, NaiveTime, Offset, TimeDelta, Utc};
use serde::{Deserialize, Serialize};
use thiserror::Error;

use super::zone_clock::Clock;
use super::{Day, Instant, excerpt};

/// A time zone of the IANA database, by its exact name: `Asia/Tokyo`.
///
/// ```
/// use keyperson::calendar::Zone;
///
/// let berlin: Zone = "Europe/Berlin".parse()?;
/// let spring_forward = "2026-03-29".parse()?;
/// assert_eq!(berlin.start_of(spring_forward).to_string(), "2026-03-29T00:00:00+01:00");
/// assert_eq!(berlin.end_of(spring_forward).to_string(), "2026-03-30T00:00:00+02:00");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Zone(Clock);

impl Zone {
    /// The zone's name in the IANA database.
    pub fn name(self) -> &'static str {
        self.0.name()
    }

    /// The first instant of `day` here: local midnight, the earlier one where the clocks show it twice.
    ///
    /// Where they skip midnight, the first instant after the gap; where they skip the whole day, as Samoa
    /// did on 2011-12-30, that of the day after.
    pub fn start_of(self, day: Day) -> Instant {
        self.midnight(day)
            .or_else(|| self.first_instant_after_gap(day))
            .unwrap_or_else(|| Instant::at_utc_midnight(day))
    }

    /// The end of `day` here, exclusive: the start of the next day.
    ///
    /// For [`Day::MAX`], which has no next day, its last nanosecond.
    pub fn end_of(self, day: Day) -> Instant {
        match day.checked_add_days(1) {
            Some(next) => self.start_of(next),
            None => self.last_instant_of_range(),
        }
    }

    /// The last instant of `day` here, inclusive: one nanosecond before [`Zone::end_of`].
    pub fn last_instant_of(self, day: Day) -> Instant {
        match day.checked_add_days(1) {
            Some(next) => {
                let end = self.start_of(next);
                end.one_nanosecond_earlier().unwrap_or(end)
            }
            None => self.last_instant_of_range(),
        }
    }

    /// The offset in force at a UTC time.
    pub(super) fn offset_at(self, utc: NaiveDateTime) -> FixedOffset {
        fixed(self.0.offset_at(utc.and_utc().timestamp()))
    }

    fn midnight(self, day: Day) -> Option<Instant> {
        let local = day.as_naive_date().and_time(NaiveTime::MIN);
        let offset = self.0.offsets_showing(local.and_utc().timestamp()).map(fixed).next()?;
        Instant::from_utc(local.checked_sub_offset(offset)?, offset)
    }

    /// Halves the 32 hours around the missing midnight (offsets lie within 16 hours of UTC) down to the second
    /// at which the local date reaches `day`.
    fn first_instant_after_gap(self, day: Day) -> Option<Instant> {
        let middle = day.as_naive_date().and_time(NaiveTime::MIN);
        let at = |seconds: i64| middle.checked_add_signed(TimeDelta::try_seconds(seconds)?);
        let (mut before, mut reached) = (-SEARCH_SECONDS, SEARCH_SECONDS);
        while before.checked_add(1)? < reached {
            let half = before.midpoint(reached);
            let utc = at(half)?;
            let local = utc.checked_add_offset(self.offset_at(utc))?;
            if local.date() < day.as_naive_date() {
                before = half;
            } else {
                reached = half;
            }
        }
        let utc = at(reached)?;
        Instant::from_utc(utc, self.offset_at(utc))
    }

    fn last_instant_of_range(self) -> Instant {
        let last = || {
            let time = NaiveTime::from_hms_nano_opt(23, 59, 59, 999_999_999)?;
            let local = Day::MAX.as_naive_date().and_time(time);
            let offset = self.0.offsets_showing(local.and_utc().timestamp()).map(fixed).last()?;
            Instant::from_utc(local.checked_sub_offset(offset)?, offset)
        };
        last().unwrap_or_else(|| self.start_of(Day::MAX))
    }
}

const SEARCH_SECONDS: i64 = 16 * 3600;

/// The offset of so many seconds.
fn fixed(seconds: i32) -> FixedOffset {
    // Those of the table lie within 16 hours.
    FixedOffset::east_opt(seconds).unwrap_or_else(|| Utc.fix())
}

/// Why a zone was refused.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum ZoneError {
    /// Not in the IANA database.
    #[error("`{text}` is not a time zone; write an IANA name with its capitals, like `Asia/Tokyo` or `UTC`")]
    Unknown {
        /// What was written, shortened.
        text: String,
    },
}

impl ZoneError {
    /// Every code that [`ZoneError::code`] can give.
    pub const CODES: &[&str] = &["zone_unknown"];

    /// The permanent name of this error.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Unknown { .. } => "zone_unknown",
        }
    }
}

impl FromStr for Zone {
    type Err = ZoneError;

    fn from_str(text: &str) -> Result<Self, ZoneError> {
        Clock::of(text).map(Self).ok_or_else(|| ZoneError::Unknown { text: excerpt(text) })
    }
}

impl TryFrom<String> for Zone {
    type Error = ZoneError;

    fn try_from(text: String) -> Result<Self, ZoneError> {
        text.parse()
    }
}

impl From<Zone> for String {
    fn from(zone: Zone) -> Self {
        zone.name().to_owned()
    }
}

impl fmt::Display for Zone {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.name())
    }
}

#[cfg(feature = "schema")]
impl schemars::JsonSchema for Zone {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Zone".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({
            "type": "string",
            "description": "A time zone by its IANA name, such as Asia/Tokyo."
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_begin_where_the_clocks_let_them() {
        for (zone, day, start) in [
            ("Asia/Tokyo", "2026-04-30", "2026-04-30T00:00:00+09:00"),
            ("UTC", "2026-04-30", "2026-04-30T00:00:00Z"),
            // Midnight skipped: the clocks went from 23:59:59 to 01:00:00.
            ("America/Sao_Paulo", "2018-11-04", "2018-11-04T01:00:00-02:00"),
            ("Africa/Cairo", "2026-04-24", "2026-04-24T01:00:00+03:00"),
            // Midnight shown twice: at 01:00 they went back to 00:00.
            ("America/Havana", "2025-11-02", "2025-11-02T00:00:00-04:00"),
            // 23:00 to 24:00 shown twice: the day has 25 hours, midnight comes once.
            ("America/Sao_Paulo", "2018-02-18", "2018-02-18T00:00:00-03:00"),
            // The whole day skipped.
            ("Pacific/Apia", "2011-12-30", "2011-12-31T00:00:00+14:00"),
            ("Pacific/Apia", "2011-12-31", "2011-12-31T00:00:00+14:00"),
            // An offset with seconds, −00:43:08, shown with the next whole minute.
            ("Africa/Monrovia", "1900-01-01", "1900-01-01T00:00:08-00:43"),
        ] {
            let zone: Zone = zone.parse().unwrap();
            assert_eq!(zone.start_of(day.parse().unwrap()).to_string(), start, "{zone} {day}");
        }
    }

    #[test]
    fn a_day_ends_where_the_next_begins() {
        let zone: Zone = "Asia/Tokyo".parse().unwrap();
        let day = "2026-04-30".parse().unwrap();
        assert_eq!(zone.end_of(day).to_string(), "2026-05-01T00:00:00+09:00");
        assert_eq!(zone.last_instant_of(day).to_string(), "2026-04-30T23:59:59.999999999+09:00");
        for last in [zone.end_of(Day::MAX), zone.last_instant_of(Day::MAX)] {
            assert_eq!(last.to_string(), "2200-12-31T23:59:59.999999999+09:00");
        }
    }

    #[test]
    fn every_zone_has_every_kind_of_day() {
        let days: Vec<Day> =
            (0..400).filter_map(|n| Day::MIN.checked_add_days(n * 271)).chain([Day::MAX]).collect();
        for tz in chrono_tz::TZ_VARIANTS {
            let zone: Zone = tz.name().parse().unwrap();
            for &day in &days {
                let start = zone.start_of(day);
                let reached = start.day_in(zone);
                assert!(reached >= day, "{zone} {day} {start}");
                assert!(zone.end_of(day) >= start, "{zone} {day}");
                assert_eq!(start.to_string().parse(), Ok(start), "{zone} {day}");
            }
        }
    }

    #[test]
    fn only_iana_names_are_zones() {
        for text in ["", "JST", "asia/tokyo", "+09:00", "Asia/Tokyo "] {
            let error = text.parse::<Zone>().unwrap_err();
            assert_eq!(error.code(), ZoneError::CODES[0]);
            assert!(error.to_string().starts_with(&format!("`{text}` is not a time zone")), "{error}");
        }
        let zone: Zone = serde_json::from_str("\"Asia/Tokyo\"").unwrap();
        assert_eq!(serde_json::to_string(&zone).unwrap(), "\"Asia/Tokyo\"");
    }
}
