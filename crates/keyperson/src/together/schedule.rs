//! The schedule: when the next regular meetings are, by the clock of the partner's place.
//!
//! The days come from the cadence. The policy sets the time of each kind of meeting and how far ahead to look. A
//! meeting that has begun is no longer listed.

use serde::{Deserialize, Serialize};

use crate::calendar::{Day, Instant, Zone};
use crate::error::Error;
use crate::fact::{Journal, Layer, PartnerId, PersonId};
use crate::order::Order as _;
use crate::partner::view::{PartnerView, View, partner_of};
use crate::policy::{Policy, TimeOfDay};
use crate::together::cadence::{self, Planned};

/// The coming meetings of one person.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(not(feature = "exhaustive"), non_exhaustive)]
pub struct Schedule {
    /// The partner.
    pub partner: PartnerId,
    /// The person.
    pub person: PersonId,
    /// The instant of the question.
    pub as_of: Instant,
    /// The zone by whose clock the meetings are.
    pub zone: Zone,
    /// The meetings, by day, time and layer; empty without an appointment.
    pub meetings: Vec<Scheduled>,
}

/// A coming meeting.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(not(feature = "exhaustive"), non_exhaustive)]
pub struct Scheduled {
    /// The business day.
    pub day: Day,
    /// The layer.
    pub layer: Layer,
    /// Minutes that it may take.
    pub minutes: i64,
    /// Whether executives belong to it.
    pub executives: bool,
    /// First day of its period.
    pub from: Day,
    /// Last day of its period.
    pub to: Day,
    /// When it begins, by the clock of the zone.
    pub time: TimeOfDay,
}

/// The coming meetings of one person.
///
/// ```
/// let policy = keyperson::Policy::default();
/// let journal = keyperson::Journal::from_json_lines(
///     r#"{"id":"f-1","at":"2026-04-01T09:00:00+09:00","partner":"acme","person":"p-001","type":"gate","gate":"appointed"}"#,
/// )?;
/// let schedule = keyperson::schedule(&journal, &policy, &"p-001".parse()?, policy.as_of("2026-04-30")?)?;
/// // Tuesday 5 May 2026 and the Wednesday after it are holidays.
/// assert_eq!(schedule.meetings[0].day.to_string(), "2026-05-07");
/// assert_eq!(schedule.meetings[0].time.to_string(), "09:00");
/// # Ok::<(), keyperson::Error>(())
/// ```
///
/// # Errors
/// As [`brief`](crate::brief()).
pub fn schedule(
    journal: &Journal,
    policy: &Policy,
    person: &PersonId,
    as_of: Instant,
) -> Result<Schedule, Error> {
    let partner = PartnerView::new(journal, partner_of(journal, person, as_of)?, policy, as_of)?;
    Ok(evaluate(&partner.person(person), policy))
}

/// The coming meetings.
#[must_use]
#[cfg_attr(feature = "rooms", visibility::make(pub))]
pub(crate) fn evaluate(view: &View<'_, '_>, policy: &Policy) -> Schedule {
    let cadence = &policy.cadence;
    let today = view.today();
    let to = today.checked_add_days(cadence.schedule_days.get()).unwrap_or(Day::MAX);
    let now = TimeOfDay::of(view.as_of().shown_in(view.partner.zone));
    let scheduled = |planned: Planned| {
        let time = match planned.layer {
            Layer::Weekly => cadence.weekly_time,
            Layer::Monthly => cadence.monthly_time,
            Layer::Quarterly => cadence.quarterly_time,
        };
        let Planned { day, layer, minutes, executives, from, to } = planned;
        Scheduled { day, layer, minutes, executives, from, to, time }
    };
    let mut meetings: Vec<Scheduled> =
        cadence::coming_to(view, policy, to).into_iter().map(scheduled).collect();
    meetings.retain(|meeting| meeting.day > today || meeting.time > now);
    meetings.order_by_key(|meeting| (meeting.day, meeting.time, meeting.layer));
    Schedule {
        partner: view.partner.partner.clone(),
        person: view.person.clone(),
        as_of: view.as_of(),
        zone: view.partner.zone,
        meetings,
    }
}
