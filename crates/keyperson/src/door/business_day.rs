//! A day in a business calendar.

use serde::{Deserialize, Serialize};

use crate::calendar::{self, Day};
use crate::error::{Error, Place, ProblemKind, Problems, Registered};
use crate::json::read::{At, Fields};
use crate::json::tree::Json;
use crate::policy::Policy;
use crate::value::{Count, Key};

/// A day in a business calendar.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(not(feature = "exhaustive"), non_exhaustive)]
pub struct BusinessDay {
    /// Whether it is one.
    pub is_business_day: bool,
    /// The first one strictly after it; absent after the last day of all.
    pub next_business_day: Option<Day>,
    /// Whether the holidays of its year are not official yet.
    pub provisional: bool,
    /// Business days from it to `to`, negative backwards; absent where `to` was not asked for.
    pub business_days_between: Option<i64>,
    /// The day `days` business days after it; absent where `days` was not asked for, or beyond the last day.
    pub after_days: Option<Day>,
}

/// What is asked of a business calendar.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BusinessDayQuestion {
    /// The day.
    pub day: Day,
    /// Count the business days from `day` to this one.
    pub to: Option<Day>,
    /// Find the day so many business days after `day`.
    pub days: Option<Count>,
    /// Name of the calendar; the policy's own where absent.
    pub calendar: Option<Key>,
}

impl BusinessDayQuestion {
    /// Asks of a day in the policy's own calendar.
    #[must_use]
    pub const fn of(day: Day) -> Self {
        Self { day, to: None, days: None, calendar: None }
    }

    /// Reads it from an object with `day`, and `to`, `days` and `calendar` where they are asked for, as in the JSON
    /// form.
    ///
    /// ```
    /// use keyperson::door::business_day::BusinessDayQuestion;
    /// let json = keyperson::Json::parse(r#"{"day":"2026-05-01","to":"soon","days":-1}"#)?;
    /// let error = BusinessDayQuestion::from_json(&json).unwrap_err();
    /// let paths: Vec<_> = error.problems().iter().map(|problem| problem.path()).collect();
    /// assert_eq!(paths, ["/to", "/days"]);
    /// # Ok::<(), keyperson::Error>(())
    /// ```
    ///
    /// # Errors
    /// Every problem of the fields.
    pub fn from_json(json: &Json) -> Result<Self, Error> {
        let mut problems = Problems::default();
        let found = Fields::of(json, &At::root(None), &mut problems).and_then(|fields| {
            let calendar = fields.read("calendar", &mut problems);
            let day = fields.read("day", &mut problems);
            let (to, days) = (fields.read("to", &mut problems), fields.read("days", &mut problems));
            Some(Self { day: day?, to: to?, days: days?, calendar: calendar? })
        });
        let nothing = || Error::one(Place::default(), ProblemKind::NothingToRead {});
        problems.into_result(found)?.ok_or_else(nothing)
    }
}

/// A day in a business calendar of the policy.
///
/// ```
/// use keyperson::door::business_day::{BusinessDayQuestion, business_day};
/// let policy = keyperson::Policy::default();
/// let day = business_day(&policy, &BusinessDayQuestion::of("2026-05-01".parse()?))?;
/// // The Golden Week.
/// assert_eq!(day.next_business_day, Some("2026-05-07".parse()?));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
/// `unknown_calendar`
pub fn business_day(policy: &Policy, question: &BusinessDayQuestion) -> Result<BusinessDay, Error> {
    let name = question.calendar.as_ref().unwrap_or(&policy.place.calendar);
    let Some(calendar) = policy.calendar(name.as_str()) else {
        let known = calendar::NAMES.join(", ");
        let (found, whose) = (name.to_string(), Registered::default());
        return Err(Error::one(Place::at("/calendar"), ProblemKind::UnknownCalendar { found, known, whose }));
    };
    let day = question.day;
    Ok(BusinessDay {
        is_business_day: calendar.is_business_day(day),
        next_business_day: calendar.next_business_day(day),
        provisional: calendar.is_provisional(day),
        business_days_between: question.to.map(|to| calendar.business_days_between(day, to)),
        after_days: question.days.and_then(|days| calendar.add_business_days(day, days.get())),
    })
}
