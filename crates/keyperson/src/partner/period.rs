//! The days of a plan: calendar or business days after its first day. Today counts by the part that has passed.

use crate::calendar::Day;
use crate::json::read::integer_to_f64;
use crate::partner::view::PartnerView;
use crate::policy::Counting;

/// The days of a plan, numbered: 0 on the day of its start, 1 on the first day counted after it.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Period<'v, 'a> {
    pub(crate) partner: &'v PartnerView<'a>,
    pub(crate) start: Day,
    pub(crate) counting: Counting,
}

impl Period<'_, '_> {
    /// The number of a day: how many counted days lie after the start, up to and with it.
    pub(crate) fn number_of(&self, day: Day) -> i64 {
        match self.counting {
            Counting::Calendar => self.start.days_until(day),
            Counting::Business => self.partner.calendar.business_days_between(self.start, day),
        }
    }

    /// The counted day with a number; absent where it lies beyond the last day there is.
    pub(crate) fn day_of(&self, number: i64) -> Option<Day> {
        match self.counting {
            Counting::Calendar => self.start.checked_add_days(number),
            Counting::Business => self.partner.calendar.add_business_days(self.start, number),
        }
    }

    /// Counted days gone from the end of the start day to the as-of; 0 before that.
    ///
    /// Exactly `n` at the last instant of day `n`, however long its clock changes made the day.
    pub(crate) fn elapsed(&self) -> f64 {
        let today = self.partner.today;
        if today <= self.start {
            return 0.0;
        }
        let to_today = self.number_of(today);
        let to_yesterday = today.checked_add_days(-1).map_or(to_today, |yesterday| self.number_of(yesterday));
        let part = if to_today > to_yesterday { gone_of_today(self.partner) } else { 0.0 };
        integer_to_f64(to_yesterday) + part
    }
}

/// The share of the as-of's local day that is gone, 0 to 1.
fn gone_of_today(partner: &PartnerView<'_>) -> f64 {
    let (zone, today) = (partner.zone, partner.today);
    // A day given as the as-of means its last instant; the nanosecond missing from the whole is not meant.
    if partner.as_of >= zone.last_instant_of(today) {
        return 1.0;
    }
    let start = zone.start_of(today);
    let length = start.days_until(zone.end_of(today));
    if length > 0.0 { (start.days_until(partner.as_of) / length).clamp(0.0, 1.0) } else { 1.0 }
}
