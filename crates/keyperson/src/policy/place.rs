//! The settings of places: where partners are, and the calendars there.

use super::Policy;
use crate::calendar::{self, Calendar, Day, Zone};
use crate::error::{Place, ProblemKind, Problems, Registered};
use crate::json::read::record;
use crate::value::Key;

record! {
    /// Where partners are that do not say otherwise.
    pub struct PlacePolicy {
        /// Time zone.
        pub zone: Zone,
        /// Business calendar, by name.
        pub calendar: Key,
    }

    /// A calendar of the user: a built-in one with more closing days.
    pub struct CalendarPolicy {
        /// Name of the built-in calendar.
        pub base: Key,
        /// Days on which nobody works.
        pub closing_days: Vec<Day>,
    }
}

pub(super) fn calendars(policy: &Policy, problems: &mut Problems) {
    let unknown = |found: &Key| ProblemKind::UnknownCalendar {
        found: found.to_string(),
        known: calendar::NAMES.join(", "),
        whose: Registered::default(),
    };
    for (name, own) in &policy.calendars {
        if Calendar::by_name(own.base.as_str()).is_err() {
            let kind = unknown(&own.base);
            problems.add(Place::at("/calendars").field(name.as_str()).field("base"), kind);
        }
    }
    if !policy.calendars.contains_key(&policy.place.calendar)
        && Calendar::by_name(policy.place.calendar.as_str()).is_err()
    {
        let kind = unknown(&policy.place.calendar);
        problems.add(Place::at("/place/calendar"), kind);
    }
}
