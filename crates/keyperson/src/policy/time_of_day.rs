//! A time of day by a clock on the wall, to the minute.

use std::fmt;
use std::str::FromStr;

use chrono::Timelike;

use crate::calendar::Instant;
use crate::error::{ProblemKind, Problems, phrase};
use crate::json::read::{At, Read, keep, text};
use crate::json::tree::shortened;
use crate::json::value::Value;

/// A time of day, `00:00` to `23:59`.
///
/// ```
/// use keyperson::policy::TimeOfDay;
/// let time: TimeOfDay = "09:05".parse()?;
/// assert_eq!((time.hour(), time.minute()), (9, 5));
/// assert!("9:05".parse::<TimeOfDay>().is_err() && "24:00".parse::<TimeOfDay>().is_err());
/// # Ok::<(), keyperson::Error>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
// INVARIANT: below 24 hours.
pub struct TimeOfDay {
    minutes: i64,
}

impl TimeOfDay {
    /// The time of an instant by its own offset; its seconds are dropped.
    #[must_use]
    pub fn of(at: Instant) -> Self {
        let time = at.as_date_time();
        Self { minutes: i64::from(time.hour()).saturating_mul(60).saturating_add(i64::from(time.minute())) }
    }

    /// The hour, 0 to 23.
    #[must_use]
    pub fn hour(self) -> i64 {
        self.minutes / 60
    }

    /// The minute, 0 to 59.
    #[must_use]
    pub fn minute(self) -> i64 {
        self.minutes % 60
    }

    /// Minutes since midnight.
    #[must_use]
    pub fn minutes(self) -> i64 {
        self.minutes
    }

    fn read_text(text: &str) -> Result<Self, ProblemKind> {
        let number = |part: &str, below: i64| {
            let digits = part.len() == 2 && part.bytes().all(|byte| byte.is_ascii_digit());
            part.parse::<i64>().ok().filter(|number| digits && *number < below)
        };
        let read = text.split_once(':').and_then(|(hour, minute)| {
            let (hour, minute) = (number(hour, 24)?, number(minute, 60)?);
            Some(Self { minutes: hour.saturating_mul(60).saturating_add(minute) })
        });
        read.ok_or_else(|| ProblemKind::OutOfRange {
            found: shortened(text),
            expected: phrase!("a time of day from {} to {}", "00:00", "23:59"),
        })
    }
}

impl fmt::Display for TimeOfDay {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:02}:{:02}", self.hour(), self.minute())
    }
}

impl FromStr for TimeOfDay {
    type Err = crate::error::Error;

    fn from_str(text: &str) -> Result<Self, crate::error::Error> {
        Self::read_text(text).map_err(|kind| crate::error::Error::one(crate::error::Place::default(), kind))
    }
}

impl serde::Serialize for TimeOfDay {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> serde::Deserialize<'de> for TimeOfDay {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?.parse().map_err(serde::de::Error::custom)
    }
}

impl Read for TimeOfDay {
    fn read(json: Value<'_>, at: &At<'_>, problems: &mut Problems) -> Option<Self> {
        let text = text(json, "a time of day such as 09:00", at, problems)?;
        keep(Self::read_text(text), at, problems)
    }
}

#[cfg(feature = "schema")]
impl schemars::JsonSchema for TimeOfDay {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "TimeOfDay".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({
            "type": "string",
            "pattern": "^([01][0-9]|2[0-3]):[0-5][0-9]$",
            "description": "A time of day by the clock on the wall, such as 09:00."
        })
    }
}
