//! The days on which people work in a place.

use crate::order::Order as _;

use chrono::{Weekday, WeekdaySet};
use serde::{Deserialize, Serialize};
use thiserror::Error;

use super::holidays_table::{ENGLAND, GERMANY, HolidayTable, JAPAN, USA};
use super::{Day, excerpt};

/// The names that [`Calendar::by_name`] knows.
pub const NAMES: &[&str] =
    &["japan", "japan_government", "japan_banks", "usa", "england", "germany", "weekdays"];

/// A weekend, public holidays, a year-end rule and closing days of one's own; every other day is worked.
///
/// Counting takes two binary searches however far apart the days are, finding a day a few. Making a calendar takes some
/// microseconds.
///
/// ```
/// use keyperson::calendar::{Calendar, Day, YearEnd};
///
/// let calendar = Calendar::japan(YearEnd::None);
/// let friday = Day::new(2019, 4, 26)?;
/// let reopening = Day::new(2019, 5, 7)?;
/// assert_eq!(calendar.next_business_day(friday), Some(reopening));
/// assert_eq!(calendar.business_days_between(friday, reopening), 1);
/// # Ok::<(), keyperson::calendar::DayError>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Calendar {
    weekend: WeekdaySet,
    /// All closed days in days from [`Day::MIN`], weekend or not, rising, each once.
    closed: Vec<i64>,
    /// Those of them outside the weekend. INVARIANT: rising, each once; counting relies on it.
    closed_weekdays: Vec<i64>,
    /// The first, last and last official year of the holiday table, if there is one.
    table: Option<(i32, i32, i32)>,
}

/// Days around New Year on which Japanese offices close although they are not holidays.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum YearEnd {
    /// Public holidays only: 1 January.
    #[default]
    None,
    /// 29 December to 3 January: the Act on Holidays of Administrative Organs, article 1.
    Government,
    /// 31 December to 3 January: the Banking Act's enforcement order, article 5.
    Banks,
}

/// How far a calendar may be relied on for a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Coverage {
    /// The year's holidays are published, or the calendar has none.
    Official,
    /// The year's holidays are computed from the rules in force and may still change.
    Provisional,
    /// The table does not reach the year: weekend, year end and closing days only.
    OutsideTable,
}

/// Why a calendar was refused.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum CalendarError {
    /// Not one of [`NAMES`].
    #[error("`{name}` is not a calendar; write one of {}", NAMES.join(", "))]
    Unknown {
        /// What was written, shortened.
        name: String,
    },
}

impl CalendarError {
    /// Every code that [`CalendarError::code`] can give.
    pub const CODES: &[&str] = &["calendar_unknown"];

    /// The permanent name of this error.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Unknown { .. } => "calendar_unknown",
        }
    }
}

impl Calendar {
    /// Japan's national holidays and their substitutes, 1970 to 2060, with a rule for the year's end.
    pub fn japan(year_end: YearEnd) -> Self {
        Self::build(Some(&JAPAN), year_end)
    }

    /// The federal holidays of the USA and the days they are observed on, 1971 to 2060.
    pub fn usa() -> Self {
        Self::build(Some(&USA), YearEnd::None)
    }

    /// England's bank holidays and their substitutes, 1975 to 2060.
    pub fn england() -> Self {
        Self::build(Some(&ENGLAND), YearEnd::None)
    }

    /// The holidays of all German states, 1991 to 2060; those of single states are closing days of one's own.
    pub fn germany() -> Self {
        Self::build(Some(&GERMANY), YearEnd::None)
    }

    /// Monday to Friday, without holidays.
    pub fn weekdays() -> Self {
        Self::build(None, YearEnd::None)
    }

    /// The calendar with one of [`NAMES`].
    ///
    /// # Errors
    /// [`CalendarError::Unknown`] for another name.
    pub fn by_name(name: &str) -> Result<Self, CalendarError> {
        match name {
            "japan" => Ok(Self::japan(YearEnd::None)),
            "japan_government" => Ok(Self::japan(YearEnd::Government)),
            "japan_banks" => Ok(Self::japan(YearEnd::Banks)),
            "usa" => Ok(Self::usa()),
            "england" => Ok(Self::england()),
            "germany" => Ok(Self::germany()),
            "weekdays" => Ok(Self::weekdays()),
            _ => Err(CalendarError::Unknown { name: excerpt(name) }),
        }
    }

    /// The same calendar, closed on these days too; repeated days and days closed anyway are fine.
    #[must_use]
    pub fn with_closing_days(mut self, days: impl IntoIterator<Item = Day>) -> Self {
        self.closed.extend(days.into_iter().map(number_of));
        self.settle();
        self
    }

    /// The same calendar with another weekend; an empty one works all week, one of seven days never.
    #[must_use]
    pub fn with_weekend(mut self, days: &[Weekday]) -> Self {
        self.weekend = days.iter().copied().collect();
        self.settle();
        self
    }

    /// Whether people work on `day`.
    pub fn is_business_day(&self, day: Day) -> bool {
        !self.weekend.contains(day.weekday()) && self.closed_weekdays.binary_search(&number_of(day)).is_err()
    }

    /// The first business day strictly after `day`; `None` where there is none up to [`Day::MAX`].
    pub fn next_business_day(&self, day: Day) -> Option<Day> {
        self.nearest(day, 1)
    }

    /// The last business day strictly before `day`; `None` where there is none down to [`Day::MIN`].
    pub fn previous_business_day(&self, day: Day) -> Option<Day> {
        self.nearest(day, -1)
    }

    /// The last business day of the month of `day`; `None` where the whole month is closed.
    pub fn last_business_day_of_month(&self, day: Day) -> Option<Day> {
        let in_month = |n| Day::new(day.year(), day.month(), n).ok();
        (1..=31).rev().filter_map(in_month).find(|&day| self.is_business_day(day))
    }

    /// The number of business days `d` with `from < d <= to`; the negative of the reverse when `to` is earlier.
    ///
    /// So a business day is 1 before the next one, and spans add up: `a` to `b` plus `b` to `c` is `a` to `c`.
    pub fn business_days_between(&self, from: Day, to: Day) -> i64 {
        self.business_days_up_to(to).saturating_sub(self.business_days_up_to(from))
    }

    /// The `n`-th business day strictly after `day`; for negative `n` the `|n|`-th strictly before; for 0 `day`
    /// itself, worked or not. `None` where the range ends before.
    pub fn add_business_days(&self, day: Day, n: i64) -> Option<Day> {
        if n == 0 {
            return Some(day);
        }
        let up_to_day = self.business_days_up_to(day);
        let rank = if n < 0 && !self.is_business_day(day) {
            // The first one before a closed day is the last one counted up to it.
            up_to_day.checked_add(n)?.checked_add(1)?
        } else {
            up_to_day.checked_add(n)?
        };
        self.business_day_of_rank(rank, day, n)
    }

    /// How far this calendar may be relied on for `day`.
    pub fn coverage(&self, day: Day) -> Coverage {
        match self.table {
            Some((first, last, _)) if !(first..=last).contains(&day.year()) => Coverage::OutsideTable,
            Some((_, _, official)) if day.year() > official => Coverage::Provisional,
            _ => Coverage::Official,
        }
    }

    /// Whether the holidays of the day's year are not (yet) published: anything but [`Coverage::Official`].
    pub fn is_provisional(&self, day: Day) -> bool {
        self.coverage(day) != Coverage::Official
    }

    /// Whether the holiday table reaches the day's year: anything but [`Coverage::OutsideTable`].
    pub fn is_covered(&self, day: Day) -> bool {
        self.coverage(day) != Coverage::OutsideTable
    }

    fn build(table: Option<&HolidayTable>, year_end: YearEnd) -> Self {
        let mut calendar = Self {
            weekend: WeekdaySet::from_array([Weekday::Sat, Weekday::Sun]),
            closed: merged(table.map(days_of).unwrap_or_default(), year_end.days()),
            closed_weekdays: Vec::new(),
            table: table.map(|table| (table.first_year, table.last_year, table.last_official_year)),
        };
        calendar.settle();
        calendar
    }

    fn settle(&mut self) {
        self.closed.order();
        self.closed.dedup();
        let mut weekday = Day::MIN.weekday();
        // Whether people work on the first day of all, and on the six after it.
        let worked: [bool; 7] = std::array::from_fn(|_| {
            let of = weekday;
            weekday = weekday.succ();
            !self.weekend.contains(of)
        });
        self.closed_weekdays = self.closed.clone();
        let is_worked =
            |number: &i64| usize::try_from(number % 7).ok().and_then(|day| worked.get(day).copied());
        self.closed_weekdays.retain(|number| is_worked(number).unwrap_or_default());
    }

    fn nearest(&self, day: Day, step: i64) -> Option<Day> {
        if self.weekend.len() == 7 {
            return None;
        }
        let mut day = day.checked_add_days(step)?;
        while !self.is_business_day(day) {
            day = day.checked_add_days(step)?;
        }
        Some(day)
    }

    /// Business days from [`Day::MIN`] to `day`, both counted: days outside the weekend less the closed ones.
    fn business_days_up_to(&self, day: Day) -> i64 {
        let days = Day::MIN.days_until(day).saturating_add(1);
        let open_per_week = 7_u8.saturating_sub(self.weekend.len());
        let in_whole_weeks = (days / 7).saturating_mul(i64::from(open_per_week));
        // The odd days are the last ones, walked back from `day`.
        let mut weekday = day.weekday();
        let mut in_odd_days = 0_i64;
        for _ in 0..days % 7 {
            in_odd_days = in_odd_days.saturating_add(i64::from(!self.weekend.contains(weekday)));
            weekday = weekday.pred();
        }
        let number = number_of(day);
        let closed = self.closed_weekdays.partition_point(|&closed| closed <= number);
        in_whole_weeks.saturating_add(in_odd_days).saturating_sub(i64::try_from(closed).unwrap_or(i64::MAX))
    }

    /// The business day which is the `rank`-th from [`Day::MIN`]: `n` business days from `day`, so looked for there
    /// in growing steps, and between the last two by halving.
    fn business_day_of_rank(&self, rank: i64, day: Day, n: i64) -> Option<Day> {
        let last = Day::MIN.days_until(Day::MAX);
        if rank < 1 || rank > self.business_days_up_to(Day::MAX) {
            return None;
        }
        let reaches = |index: i64| {
            Some(index >= 0 && self.business_days_up_to(Day::MIN.checked_add_days(index.min(last))?) >= rank)
        };
        // INVARIANT: `before` does not reach the rank, `reached` does.
        let near = Day::MIN.days_until(day);
        let back = reaches(near)?;
        let (mut before, mut reached) = if back { (-1, near) } else { (near, last) };
        let mut step = n.saturating_abs().saturating_add(3);
        loop {
            let towards = if back { near.saturating_sub(step) } else { near.saturating_add(step) };
            if towards <= before || towards >= reached {
                break;
            }
            let found = reaches(towards)?;
            if found {
                reached = towards
            } else {
                before = towards
            }
            if found != back {
                break;
            }
            step = step.saturating_mul(2);
        }
        while before.checked_add(1)? < reached {
            let half = before.midpoint(reached);
            if reaches(half)? { reached = half } else { before = half }
        }
        Day::MIN.checked_add_days(reached)
    }
}

impl YearEnd {
    /// The rule's days in every year of the range, in days from [`Day::MIN`], rising.
    fn days(self) -> impl Iterator<Item = i64> {
        // Counted from 1 January and from 31 December.
        let (first, last): (&[i64], &[i64]) = match self {
            Self::None => (&[], &[]),
            Self::Government => (&[0, 1, 2], &[-2, -1, 0]),
            Self::Banks => (&[0, 1, 2], &[0]),
        };
        let years = Day::MIN.year()..=Day::MAX.year();
        years.flat_map(move |year| {
            let of = |month, day| Day::new(year, month, day).map_or(0, number_of);
            let (begin, end) = (of(1, 1), of(12, 31));
            let first = first.iter().map(move |days| begin.saturating_add(*days));
            first.chain(last.iter().map(move |days| end.saturating_add(*days)))
        })
    }
}

/// The numbers of two rising lists, rising.
fn merged(one: Vec<i64>, other: impl Iterator<Item = i64>) -> Vec<i64> {
    let mut other = other.peekable();
    let mut all = Vec::with_capacity(one.len());
    for number in one {
        while let Some(earlier) = other.next_if(|next| *next < number) {
            all.push(earlier);
        }
        all.push(number);
    }
    all.extend(other);
    all
}

/// The days from [`Day::MIN`] to this one.
fn number_of(day: Day) -> i64 {
    Day::MIN.days_until(day)
}

/// The table's days, rising.
fn days_of(table: &HolidayTable) -> Vec<i64> {
    let mut day = Day::new(table.first_year, 1, 1).map_or(0, number_of);
    let mut days = Vec::with_capacity(table.gaps.len());
    for gap in table.gaps {
        day = day.saturating_add(i64::from(*gap));
        days.push(day);
    }
    days
}

#[cfg(test)]
mod tests;
