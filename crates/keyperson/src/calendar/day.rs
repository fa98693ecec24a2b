//! A calendar date from 1900-01-01 to 2200-12-31, which cannot be built wrong.

use std::fmt;
use std::str::FromStr;

use chrono::{Datelike, Days, Months, NaiveDate, Weekday};
use serde::{Deserialize, Serialize, Serializer};
use thiserror::Error;

use super::excerpt;

/// A calendar date from [`Day::MIN`] to [`Day::MAX`], written `2026-04-30`.
///
/// ```
/// use keyperson::calendar::Day;
///
/// let day: Day = "2026-01-31".parse()?;
/// assert_eq!(day.checked_add_months(1), Some(Day::new(2026, 2, 28)?));
/// assert_eq!(day.days_until(Day::new(2026, 3, 1)?), 29);
/// assert!("2026-1-31".parse::<Day>().is_err());
/// # Ok::<(), keyperson::calendar::DayError>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
#[serde(try_from = "String")]
pub struct Day(NaiveDate); // INVARIANT: the year lies within FIRST_YEAR..=LAST_YEAR.

/// Years before this one are refused: they are typing errors or "no date" markers such as 0001-01-01.
const FIRST_YEAR: i32 = 1900;
/// Years after this one are refused: they are typing errors or "for ever" markers such as 9999-12-31.
const LAST_YEAR: i32 = 2200;

impl Day {
    /// The first day: 1900-01-01.
    pub const MIN: Self = Self::fixed(FIRST_YEAR, 1, 1);
    /// The last day: 2200-12-31.
    pub const MAX: Self = Self::fixed(LAST_YEAR, 12, 31);

    /// The day of a year (1900..=2200), a month (1..=12) and a day of the month (1..=31).
    ///
    /// # Errors
    /// [`DayError::NotInCalendar`] for a date such as 30 February, [`DayError::OutOfRange`] for another year.
    pub fn new(year: i32, month: u32, day: u32) -> Result<Self, DayError> {
        let text = || format!("{year:04}-{month:02}-{day:02}");
        if !(FIRST_YEAR..=LAST_YEAR).contains(&year) {
            return Err(DayError::OutOfRange { text: text() });
        }
        NaiveDate::from_ymd_opt(year, month, day)
            .map(Self)
            .ok_or_else(|| DayError::NotInCalendar { text: text() })
    }

    /// The year, 1900..=2200.
    pub fn year(self) -> i32 {
        self.0.year()
    }

    /// The month, 1..=12.
    pub fn month(self) -> u32 {
        self.0.month()
    }

    /// The day of the month, 1..=31.
    pub fn day(self) -> u32 {
        self.0.day()
    }

    /// The day of the week.
    pub fn weekday(self) -> Weekday {
        self.0.weekday()
    }

    /// The same date in chrono's type.
    pub fn as_naive_date(self) -> NaiveDate {
        self.0
    }

    /// The day `days` later (earlier when negative); `None` outside [`Day::MIN`]..=[`Day::MAX`].
    pub fn checked_add_days(self, days: i64) -> Option<Self> {
        let distance = Days::new(days.unsigned_abs());
        let date =
            if days < 0 { self.0.checked_sub_days(distance) } else { self.0.checked_add_days(distance) };
        Self::try_from(date?).ok()
    }

    /// The same day of the month `months` later (earlier when negative), or that month's last day where it is
    /// shorter: 31 January and one month give 28 or 29 February. `None` outside [`Day::MIN`]..=[`Day::MAX`].
    pub fn checked_add_months(self, months: i32) -> Option<Self> {
        let distance = Months::new(months.unsigned_abs());
        let date = if months < 0 {
            self.0.checked_sub_months(distance)
        } else {
            self.0.checked_add_months(distance)
        };
        Self::try_from(date?).ok()
    }

    /// Days from this day to `other`: 1 for tomorrow, 0 for the same day, −1 for yesterday.
    pub fn days_until(self, other: Self) -> i64 {
        other.0.signed_duration_since(self.0).num_days()
    }

    const fn fixed(year: i32, month: u32, day: u32) -> Self {
        match NaiveDate::from_ymd_opt(year, month, day) {
            Some(date) => Self(date),
            None => Self(NaiveDate::MIN),
        }
    }
}

/// Why a date was refused.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum DayError {
    /// Not four, two and two digits with hyphens.
    #[error("`{text}` is not a date; write year, month and day like `2026-04-30`")]
    Unreadable {
        /// What was written, shortened.
        text: String,
    },
    /// Such as 30 February.
    #[error("`{text}` is in no calendar; write a month from 01 to 12 and a day that this month has")]
    NotInCalendar {
        /// What was written.
        text: String,
    },
    /// Before 1900 or after 2200.
    #[error(
        "`{text}` is outside 1900-01-01 to 2200-12-31; correct the year, or leave the field out if there is no date"
    )]
    OutOfRange {
        /// What was written.
        text: String,
    },
}

impl DayError {
    /// Every code that [`DayError::code`] can give.
    pub const CODES: &[&str] = &["day_unreadable", "day_not_in_calendar", "day_out_of_range"];

    /// The permanent name of this error.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Unreadable { .. } => "day_unreadable",
            Self::NotInCalendar { .. } => "day_not_in_calendar",
            Self::OutOfRange { .. } => "day_out_of_range",
        }
    }
}

impl TryFrom<NaiveDate> for Day {
    type Error = DayError;

    fn try_from(date: NaiveDate) -> Result<Self, DayError> {
        if (FIRST_YEAR..=LAST_YEAR).contains(&date.year()) {
            Ok(Self(date))
        } else {
            Err(DayError::OutOfRange { text: date.to_string() })
        }
    }
}

impl FromStr for Day {
    type Err = DayError;

    fn from_str(text: &str) -> Result<Self, DayError> {
        let (year, month, day) = digits(text).ok_or_else(|| DayError::Unreadable { text: excerpt(text) })?;
        Self::new(year, month, day)
    }
}

impl TryFrom<String> for Day {
    type Error = DayError;

    fn try_from(text: String) -> Result<Self, DayError> {
        text.parse()
    }
}

impl Serialize for Day {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut text = *b"0000-00-00";
        put_date(&mut text, self.0);
        // Nothing but ASCII.
        serializer.serialize_str(str::from_utf8(&text).unwrap_or_default())
    }
}

/// Writes a date, whose year has four digits, over `0000-00-00`.
pub(super) fn put_date(text: &mut [u8], date: NaiveDate) {
    let year = date.year().unsigned_abs();
    put(text, 0, year / 100);
    put(text, 2, year % 100);
    put(text, 5, date.month());
    put(text, 8, date.day());
}

/// Writes the digits of a number below a hundred.
pub(super) fn put(text: &mut [u8], place: usize, number: u32) {
    const PAIRS: &[u8; 200] =
        b"0001020304050607080910111213141516171819202122232425262728293031323334353637383940414243444546474849\
        5051525354555657585960616263646566676869707172737475767778798081828384858687888990919293949596979899";
    let (pairs, _) = PAIRS.as_chunks::<2>();
    let pair = usize::try_from(number).ok().and_then(|number| pairs.get(number));
    let here = text.get_mut(place..).and_then(|rest| rest.first_chunk_mut::<2>());
    if let (Some(here), Some(pair)) = (here, pair) {
        *here = *pair;
    }
}

impl From<Day> for String {
    fn from(day: Day) -> Self {
        day.to_string()
    }
}

impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

#[cfg(feature = "schema")]
impl schemars::JsonSchema for Day {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Day".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({
            "type": "string",
            "format": "date",
            "description": "A date from 1900-01-01 to 2200-12-31."
        })
    }
}

/// Year, month and day of exactly `yyyy-mm-dd`: chrono's own parser also takes `2026-4-3` and `+2026-04-30`.
fn digits(text: &str) -> Option<(i32, u32, u32)> {
    let &[y1, y2, y3, y4, b'-', m1, m2, b'-', d1, d2] = text.as_bytes() else { return None };
    let year = i32::try_from(number(&[y1, y2, y3, y4])?).ok()?;
    Some((year, number(&[m1, m2])?, number(&[d1, d2])?))
}

fn number(digits: &[u8]) -> Option<u32> {
    digits.iter().try_fold(0_u32, |sum, &digit| {
        let value = char::from(digit).to_digit(10)?;
        sum.checked_mul(10)?.checked_add(value)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Day {
        text.parse().unwrap()
    }

    #[test]
    fn the_range_is_what_it_says() {
        assert_eq!(Day::MIN.to_string(), "1900-01-01");
        assert_eq!(Day::MAX.to_string(), "2200-12-31");
        assert_eq!(Day::MIN.checked_add_days(-1), None);
        assert_eq!(Day::MAX.checked_add_days(1), None);
        assert_eq!(Day::MAX.checked_add_months(1), None);
        for year in [i32::MIN, i32::MAX] {
            assert_eq!(Day::new(year, 1, 1).unwrap_err().code(), "day_out_of_range");
        }
        for days in [i64::MIN, i64::MAX] {
            assert_eq!(day("2026-04-30").checked_add_days(days), None);
        }
        for months in [i32::MIN, i32::MAX] {
            assert_eq!(day("2026-04-30").checked_add_months(months), None);
        }
    }

    #[test]
    fn months_end_where_the_shorter_month_ends() {
        for (from, months, to) in [
            ("2024-01-31", 1, "2024-02-29"),
            ("2026-01-31", 1, "2026-02-28"),
            ("2026-03-31", -1, "2026-02-28"),
            ("2024-02-29", 12, "2025-02-28"),
            ("2026-04-30", 0, "2026-04-30"),
        ] {
            assert_eq!(day(from).checked_add_months(months), Some(day(to)), "{from} {months}");
        }
    }

    #[test]
    fn each_wrong_date_has_its_code() {
        let cases = [
            ("", "day_unreadable"),
            ("2026-4-30", "day_unreadable"),
            ("2026/04/30", "day_unreadable"),
            ("+2026-04-30", "day_unreadable"),
            (" 2026-04-30", "day_unreadable"),
            ("2026-04-3０", "day_unreadable"),
            ("2026-04-30T00:00:00Z", "day_unreadable"),
            ("2026-02-30", "day_not_in_calendar"),
            ("2026-13-01", "day_not_in_calendar"),
            ("1899-12-31", "day_out_of_range"),
            ("2201-01-01", "day_out_of_range"),
            ("0000-01-01", "day_out_of_range"),
        ];
        for (text, code) in cases {
            let error = text.parse::<Day>().unwrap_err();
            assert_eq!(error.code(), code, "{text}");
            assert!(error.to_string().contains(&format!("`{text}`")), "{error}");
        }
        for code in DayError::CODES {
            assert!(cases.iter().any(|case| case.1 == *code), "no case for {code}");
        }
    }

    #[test]
    fn serde_takes_and_gives_the_text() {
        assert_eq!(serde_json::to_string(&day("2026-04-30")).unwrap(), "\"2026-04-30\"");
        assert!(
            serde_json::from_str::<Day>("\"2026-04-31\"").unwrap_err().to_string().contains("no calendar")
        );
    }
}
