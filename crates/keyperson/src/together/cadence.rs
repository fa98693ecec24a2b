//! The cadence: which weekly, monthly and quarterly meetings were planned, which took place, and which come next.
//!
//! A meeting belongs to its period in the partner's zone: the ISO week, the month or the quarter. It is planned on a
//! business day of that period. If the policy's day is closed, it moves to the next open day, or to the last open day
//! before if the period has none left. A period without an open day has no meeting.
//!
//! If nothing is recorded about a kind of meeting, it is unknown, not missed. The same holds for periods that ended
//! before its first record: nobody recorded meetings then.

use serde::{Deserialize, Serialize};

use crate::calendar::{Calendar, Day};
use crate::fact::{Fact, FactId, Layer, Touchpoint};
use crate::finding::{self, Finding, FindingCode, Urgency};
use crate::json::read::words;
use crate::order::Order as _;
use crate::partner::view::{View, of_type};
use crate::policy::Policy;

/// How many of the coming meetings are listed.
pub const NEXT: usize = 3;

words! {
    /// How a planned meeting stands.
    pub enum MeetingStatus {
        /// It took place.
        Kept = "kept",
        /// It was called off, or its period ended without it.
        Missed = "missed",
        /// Its period still runs and nothing is recorded.
        Open = "open",
        /// Its period ended before meetings of this layer were recorded at all.
        Unknown = "unknown",
    }
}

/// The regular meetings of one person.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(not(feature = "exhaustive"), non_exhaustive)]
pub struct Cadence {
    /// The day from which meetings are planned; absent without an appointment.
    pub start: Option<Day>,
    /// The appointment.
    pub appointed_by: Option<FactId>,
    /// Weekly, monthly and quarterly; empty without an appointment.
    pub layers: Vec<LayerCadence>,
    /// The next planned meetings of all layers, the first [`NEXT`], by day.
    pub next: Vec<Planned>,
    /// Meetings since the start that took place in a period without a planned one, by instant.
    pub unplanned: Vec<FactId>,
}

/// The meetings of one layer within the policy's days.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(not(feature = "exhaustive"), non_exhaustive)]
pub struct LayerCadence {
    /// The layer.
    pub layer: Layer,
    /// Minutes that one may take.
    pub minutes_limit: i64,
    /// The planned ones whose period has begun, by day.
    pub meetings: Vec<Meeting>,
    /// How many were kept; absent where nothing is recorded of the layer.
    pub kept: Option<i64>,
    /// How many were missed.
    pub missed: Option<i64>,
    /// How many of those kept took longer than the limit; absent where no length is recorded.
    pub overrun: Option<i64>,
    /// In how many of those kept the dashboard was shared; absent where it is recorded of none.
    pub dashboard: Option<i64>,
    /// How many in a row were kept up to now; a running period without a record does not end the row.
    pub kept_in_row: Option<i64>,
    /// How many in a row were missed up to now.
    pub missed_in_row: Option<i64>,
    /// The next one.
    pub next: Option<Planned>,
    /// The latest fact of the layer since the start, planned or not.
    pub last_record: Option<FactId>,
}

/// One planned meeting, and what became of it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(not(feature = "exhaustive"), non_exhaustive)]
pub struct Meeting {
    /// The business day on which it was planned.
    pub day: Day,
    /// First day of its period.
    pub from: Day,
    /// Last day of its period.
    pub to: Day,
    /// How it stands.
    pub status: MeetingStatus,
    /// The day on which it took place, the last one where there were several.
    pub held_on: Option<Day>,
    /// Minutes, the longest where there were several; absent where not recorded.
    pub minutes: Option<i64>,
    /// Whether it took longer than the limit; absent where its length is not recorded.
    pub overrun: Option<bool>,
    /// Whether the dashboard was shared; absent where not recorded.
    pub dashboard: Option<bool>,
    /// Whether executives were there; absent where not recorded.
    pub executives: Option<bool>,
    /// The facts of the period, by instant.
    pub evidence: Vec<FactId>,
}

/// A planned meeting to come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(not(feature = "exhaustive"), non_exhaustive)]
pub struct Planned {
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
}

/// A week, a month or a quarter.
#[derive(Debug, Clone, Copy)]
struct Span {
    from: Day,
    to: Day,
}

type Recorded<'a> = (Day, &'a Fact, &'a Touchpoint);

/// The plan of one layer: its meetings with their day in `from..=to`, by day.
///
/// ```
/// use keyperson::{Policy, together::cadence, fact::Layer};
/// let policy = Policy::default();
/// let calendar = policy.calendar("japan").unwrap();
/// let (from, to) = ("2026-05-01".parse().unwrap(), "2026-05-15".parse().unwrap());
/// let plan = cadence::plan(&calendar, &policy, Layer::Weekly, from, to);
/// // Tuesday 5 May 2026 and the Wednesday after it are holidays.
/// let days: Vec<String> = plan.iter().map(|planned| planned.day.to_string()).collect();
/// assert_eq!(days, ["2026-05-07", "2026-05-12"]);
/// ```
#[must_use]
#[cfg_attr(feature = "rooms", visibility::make(pub))]
pub(crate) fn plan(calendar: &Calendar, policy: &Policy, layer: Layer, from: Day, to: Day) -> Vec<Planned> {
    let mut plan = Vec::new();
    let mut span = span_of(layer, from);
    while let Some(of) = span.filter(|of| of.from <= to) {
        let day = planned_day(calendar, policy, layer, of);
        plan.extend(day.filter(|day| (from..=to).contains(day)).map(|day| Planned {
            day,
            layer,
            minutes: minutes_limit(policy, layer),
            executives: layer == Layer::Quarterly,
            from: of.from,
            to: of.to,
        }));
        span = of.to.checked_add_days(1).and_then(|day| span_of(layer, day));
    }
    plan
}

/// The person's meetings.
#[must_use]
#[cfg_attr(feature = "rooms", visibility::make(pub))]
pub(crate) fn evaluate(view: &View<'_, '_>, policy: &Policy) -> Cadence {
    let Some((start, appointed)) = view.start() else {
        return Cadence {
            start: None,
            appointed_by: None,
            layers: Vec::new(),
            next: Vec::new(),
            unplanned: Vec::new(),
        };
    };
    let recorded = recorded(view, start);
    let layers: Vec<LayerCadence> =
        Layer::ALL.iter().map(|layer| of_layer(view, policy, *layer, start, &recorded)).collect();
    let mut next: Vec<Planned> =
        Layer::ALL.iter().flat_map(|layer| coming(view, policy, *layer, start, &recorded)).collect();
    next.order_by_key(|planned| (planned.day, planned.layer));
    next.truncate(NEXT);
    let unplanned = recorded.iter().filter(|(day, _, touchpoint)| {
        let span = span_of(touchpoint.layer, *day);
        let planned = span.and_then(|span| {
            planned_day(&view.partner.calendar, policy, touchpoint.layer, span).filter(|day| *day >= start)
        });
        took_place(touchpoint) && planned.is_none()
    });
    Cadence {
        start: Some(start),
        appointed_by: Some(appointed.id.clone()),
        unplanned: unplanned.map(|(_, fact, _)| fact.id.clone()).collect(),
        layers,
        next,
    }
}

/// The coming meetings of all layers up to a day: planned from today on, in periods without a record yet, until the
/// person leaves; by layer, then day. None without an appointment.
#[must_use]
#[cfg_attr(feature = "rooms", visibility::make(pub))]
pub(crate) fn coming_to(view: &View<'_, '_>, policy: &Policy, to: Day) -> Vec<Planned> {
    let Some((start, _)) = view.start() else { return Vec::new() };
    let (recorded, from) = (recorded(view, start), view.today().max(start));
    Layer::ALL.iter().flat_map(|layer| unrecorded(view, policy, *layer, &recorded, from, to)).collect()
}

impl Cadence {
    /// The meetings of one layer; absent without an appointment.
    #[must_use]
    pub fn layer(&self, layer: Layer) -> Option<&LayerCadence> {
        self.layers.iter().find(|of| of.layer == layer)
    }

    /// Weekly meetings missed in a row, weekly meetings that keep running over, a quarterly review without
    /// executives.
    #[must_use]
    #[cfg_attr(feature = "rooms", visibility::make(pub))]
    pub(crate) fn findings(&self, view: &View<'_, '_>, policy: &Policy) -> Vec<Finding> {
        let mut findings = Vec::new();
        if let Some(weekly) = self.layer(Layer::Weekly) {
            findings.extend(missed(weekly, view, policy));
            findings.extend(overrun(weekly, view, policy));
        }
        findings.extend(self.layer(Layer::Quarterly).and_then(|quarterly| alone(quarterly, view)));
        findings
    }
}

impl LayerCadence {
    /// The meetings kept, the latest first.
    fn kept_ones(&self) -> impl Iterator<Item = &Meeting> {
        self.meetings.iter().rev().filter(|meeting| meeting.status == MeetingStatus::Kept)
    }
}

fn missed(weekly: &LayerCadence, view: &View<'_, '_>, policy: &Policy) -> Option<Finding> {
    let count = weekly.missed_in_row.filter(|count| *count >= policy.cadence.missed_in_row.get())?;
    let row = || {
        let ended = weekly.meetings.iter().rev().filter(|meeting| meeting.status != MeetingStatus::Open);
        ended.take_while(|meeting| meeting.status == MeetingStatus::Missed)
    };
    let first = row().last()?;
    let mut evidence: Vec<FactId> =
        row().chain(weekly.kept_ones().take(1)).flat_map(|meeting| meeting.evidence.clone()).collect();
    if evidence.is_empty() {
        // The last one took place outside the plan, or before the days looked at.
        evidence.extend(weekly.last_record.clone());
    }
    let finding = Finding::new(FindingCode::WeeklyMissed, Urgency::Important, "")
        .value("count", finding::count(count))
        .value("minutes", finding::minutes(weekly.minutes_limit))
        .due(weekly.next.map(|next| next.day))
        .evidence(evidence);
    Some(finding.since(view.partner.zone.start_of(first.day)))
}

fn overrun(weekly: &LayerCadence, view: &View<'_, '_>, policy: &Policy) -> Option<Finding> {
    let wanted = usize::try_from(policy.cadence.overruns.get()).ok()?;
    let last: Vec<&Meeting> = weekly.kept_ones().take(wanted).collect();
    if last.len() < wanted || last.iter().any(|meeting| meeting.overrun != Some(true)) {
        return None;
    }
    let since = last.last()?.held_on?;
    let finding = Finding::new(FindingCode::WeeklyOverrun, Urgency::Notice, "")
        .value("count", finding::count(wanted))
        .value("minutes", finding::minutes(weekly.minutes_limit))
        .value("longest", finding::minutes(last.iter().filter_map(|meeting| meeting.minutes).max()?))
        .evidence(last.iter().flat_map(|meeting| meeting.evidence.clone()));
    Some(finding.since(view.partner.zone.start_of(since)))
}

/// The latest quarterly review took place, and executives were not there.
fn alone(quarterly: &LayerCadence, view: &View<'_, '_>) -> Option<Finding> {
    let last = quarterly.kept_ones().next().filter(|meeting| meeting.executives == Some(false))?;
    let finding = Finding::new(FindingCode::QuarterlyWithoutExecutives, Urgency::Important, "")
        .value("held_on", finding::day(last.held_on?))
        .due(quarterly.next.map(|next| next.day))
        .evidence(last.evidence.clone());
    Some(finding.since(view.partner.zone.start_of(last.held_on?)))
}

/// The meetings since the start, the person's own and those of the whole partner, by instant.
fn recorded<'a>(view: &View<'_, 'a>, start: Day) -> Vec<Recorded<'a>> {
    let all = view.of::<Touchpoint>().chain(of_type::<Touchpoint>(&view.partner.shared));
    let mut recorded: Vec<Recorded<'a>> =
        all.map(|(fact, event)| (view.partner.day_of(fact.at), fact, event)).collect();
    recorded.retain(|(day, ..)| *day >= start);
    recorded.order_by_key(|(_, fact, _)| (fact.at, &fact.id));
    recorded
}

fn of_layer(
    view: &View<'_, '_>,
    policy: &Policy,
    layer: Layer,
    start: Day,
    recorded: &[Recorded<'_>],
) -> LayerCadence {
    let limit = minutes_limit(policy, layer);
    let of_layer = || recorded.iter().filter(move |(.., touchpoint)| touchpoint.layer == layer);
    let first_record = of_layer().next().map(|(day, ..)| *day);
    let today = view.today();
    let back = today.checked_add_days(policy.cadence.look_back_days.get().saturating_neg());
    let from = back.map_or(start, |back| back.max(start));
    // The planned day of a running period may still lie ahead of today.
    let to = span_of(layer, today).map_or(today, |span| span.to);
    let meetings: Vec<Meeting> = plan(&view.partner.calendar, policy, layer, from, to)
        .into_iter()
        .filter(|planned| planned.from <= today && before_leaving(view, planned.day))
        .map(|planned| {
            let span = Span { from: planned.from, to: planned.to };
            meeting(planned, of_layer().filter(|(day, ..)| within(span, *day)), first_record, today)
        })
        .collect();
    let known = first_record.is_some();
    let count = |which: &dyn Fn(&Meeting) -> bool| length(meetings.iter().filter(|m| which(m)).count());
    let in_row = |status| {
        let ended = meetings.iter().rev().filter(|meeting| meeting.status != MeetingStatus::Open);
        length(ended.take_while(|meeting| meeting.status == status).count())
    };
    LayerCadence {
        layer,
        minutes_limit: limit,
        kept: known.then(|| count(&|m| m.status == MeetingStatus::Kept)),
        missed: known.then(|| count(&|m| m.status == MeetingStatus::Missed)),
        overrun: meetings.iter().any(|m| m.overrun.is_some()).then(|| count(&|m| m.overrun == Some(true))),
        dashboard: meetings
            .iter()
            .any(|m| m.dashboard.is_some())
            .then(|| count(&|m| m.dashboard == Some(true))),
        kept_in_row: known.then(|| in_row(MeetingStatus::Kept)),
        missed_in_row: known.then(|| in_row(MeetingStatus::Missed)),
        next: coming(view, policy, layer, start, recorded).into_iter().next(),
        last_record: of_layer().next_back().map(|(_, fact, _)| fact.id.clone()),
        meetings,
    }
}

fn meeting<'a, 'b: 'a>(
    planned: Planned,
    recorded: impl Iterator<Item = &'a Recorded<'b>>,
    first_record: Option<Day>,
    today: Day,
) -> Meeting {
    let recorded: Vec<&Recorded<'b>> = recorded.collect();
    let kept = || recorded.iter().filter(|(.., touchpoint)| took_place(touchpoint));
    let minutes = kept().filter_map(|(.., touchpoint)| touchpoint.minutes).map(|minutes| minutes.get()).max();
    let status = match (kept().next(), recorded.is_empty()) {
        (Some(_), _) => MeetingStatus::Kept,
        (None, false) => MeetingStatus::Missed,
        (None, true) if planned.to >= today => MeetingStatus::Open,
        (None, true) if first_record.is_some_and(|first| first <= planned.to) => MeetingStatus::Missed,
        (None, true) => MeetingStatus::Unknown,
    };
    Meeting {
        day: planned.day,
        from: planned.from,
        to: planned.to,
        status,
        held_on: kept().next_back().map(|(day, ..)| *day),
        minutes,
        overrun: minutes.map(|minutes| minutes > planned.minutes),
        // In one of them is enough.
        dashboard: kept().filter_map(|(.., touchpoint)| touchpoint.dashboard).max(),
        executives: kept().filter_map(|(.., touchpoint)| touchpoint.executives).max(),
        evidence: recorded.iter().map(|(_, fact, _)| fact.id.clone()).collect(),
    }
}

/// The next meetings of a layer whose period holds no record yet, by day.
fn coming(
    view: &View<'_, '_>,
    policy: &Policy,
    layer: Layer,
    start: Day,
    recorded: &[Recorded<'_>],
) -> Vec<Planned> {
    let from = view.today().max(start);
    // Four quarters hold three further planned days; four weeks may fall into a season of closed days.
    let ahead = match layer {
        Layer::Weekly => 60,
        Layer::Monthly => 160,
        Layer::Quarterly => 460,
    };
    let to = from.checked_add_days(ahead).unwrap_or(Day::MAX);
    let mut plan = unrecorded(view, policy, layer, recorded, from, to);
    plan.truncate(NEXT);
    plan
}

/// The planned meetings of a layer whose period holds no record yet, with their day in `from..=to`, by day.
fn unrecorded(
    view: &View<'_, '_>,
    policy: &Policy,
    layer: Layer,
    recorded: &[Recorded<'_>],
    from: Day,
    to: Day,
) -> Vec<Planned> {
    let mut plan = plan(&view.partner.calendar, policy, layer, from, to);
    plan.retain(|planned| {
        let span = Span { from: planned.from, to: planned.to };
        let done = recorded.iter().any(|(day, _, event)| event.layer == layer && within(span, *day));
        !done && before_leaving(view, planned.day)
    });
    plan
}

fn before_leaving(view: &View<'_, '_>, day: Day) -> bool {
    view.left().is_none_or(|left| day <= view.partner.day_of(left.at))
}

fn took_place(touchpoint: &Touchpoint) -> bool {
    touchpoint.kept != Some(false)
}

fn within(span: Span, day: Day) -> bool {
    (span.from..=span.to).contains(&day)
}

fn minutes_limit(policy: &Policy, layer: Layer) -> i64 {
    match layer {
        Layer::Weekly => policy.cadence.weekly_minutes.get(),
        Layer::Monthly => policy.cadence.monthly_minutes.get(),
        Layer::Quarterly => policy.cadence.quarterly_minutes.get(),
    }
}

/// The period of a day; absent where it passes the ends of the range of days.
fn span_of(layer: Layer, day: Day) -> Option<Span> {
    let (first_month, months) = match layer {
        Layer::Weekly => {
            let from =
                day.checked_add_days(i64::from(day.weekday().num_days_from_monday()).saturating_neg())?;
            return Some(Span { from, to: from.checked_add_days(6)? });
        }
        Layer::Monthly => (day.month(), 1),
        Layer::Quarterly => ((day.month().saturating_sub(1) / 3).saturating_mul(3).saturating_add(1), 3),
    };
    let from = Day::new(day.year(), first_month, 1).ok()?;
    // December 2200 has no month after it.
    let to = from.checked_add_months(months).map_or(Some(Day::MAX), |next| next.checked_add_days(-1))?;
    Some(Span { from, to })
}

/// The business day of a period on which its meeting is planned; absent where the period is closed throughout.
fn planned_day(calendar: &Calendar, policy: &Policy, layer: Layer, span: Span) -> Option<Day> {
    let nth = |from: Day, n: i64| calendar.add_business_days(from.checked_add_days(-1)?, n);
    let wanted = match layer {
        Layer::Weekly => {
            let day = span.from.checked_add_days(policy.cadence.weekly_weekday.days_from_monday())?;
            nth(day, 1)
        }
        Layer::Monthly => nth(span.from, policy.cadence.monthly_business_day.get()),
        Layer::Quarterly => {
            let month = span.from.checked_add_months(2)?;
            nth(month, policy.cadence.quarterly_business_day.get())
        }
    };
    let last_open = || {
        let last = if calendar.is_business_day(span.to) {
            Some(span.to)
        } else {
            calendar.previous_business_day(span.to)
        };
        last.filter(|day| *day >= span.from)
    };
    wanted.filter(|day| *day <= span.to).or_else(last_open)
}

fn length(items: usize) -> i64 {
    i64::try_from(items).unwrap_or(i64::MAX)
}
