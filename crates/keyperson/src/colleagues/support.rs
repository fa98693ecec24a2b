//! The support: the two wheels (両輪) that keep the person from standing alone, and what the vendor still owes.
//!
//! One wheel is the vendor's: training, joint reviews of deals, answers. The other is the partner's: members of the
//! unit, praise before others, executives in meetings, a known role with authority, agreed hours. A wheel is turning
//! if it turned within the policy's days. A wheel without any record is unknown, not still.
//!
//! The vendor owes regular training, and a joint review of each open deal that reached one of the policy's stages. A
//! review that names no deal counts for every deal that was waiting for one.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use crate::calendar::{Day, Instant};
use crate::fact::{
    Allocation, Deal, DealId, Event, Fact, FactId, FeedbackStep, Gate, GateStep, Message, PersonId, Side,
    Stage, Support, SupportKind, Touchpoint,
};
use crate::finding::{self, Finding, FindingCode, Urgency};
use crate::json::read::words;
use crate::order::{Fill as _, Order as _};
use crate::partner::view::View;
use crate::policy::Policy;
use crate::value::Key;

/// How many deals a sentence names.
const MOST_NAMED: usize = 3;

words! {
    /// How a wheel stands.
    pub enum WheelState {
        /// It turned within the policy's days.
        Turning = "turning",
        /// It turned once, and not within them.
        Still = "still",
        /// Nothing of it was ever recorded.
        Unknown = "unknown",
    }

    /// What turns a wheel.
    #[cfg_attr(not(feature = "exhaustive"), non_exhaustive)]
    pub enum WheelSupport {
        /// The vendor trained the person.
        Training = "training",
        /// The vendor reviewed a deal with the person.
        JointReview = "joint_review",
        /// The vendor answered: a message, or feedback with a plan or a reason.
        Answer = "answer",
        /// A colleague joined the unit.
        Member = "member",
        /// Somebody was praised before an audience that is wide enough.
        Praise = "praise",
        /// Executives were at a meeting.
        Executives = "executives",
        /// The authority or the role was made known.
        Notice = "notice",
        /// Working hours were agreed.
        Hours = "hours",
    }

    /// How something owed stands.
    pub enum SupportState {
        /// It was given.
        Given = "given",
        /// Not yet, and there is still time.
        Due = "due",
        /// Not given, and the day is past.
        Overdue = "overdue",
    }
}

/// The two wheels, and what is owed.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(not(feature = "exhaustive"), non_exhaustive)]
pub struct Supports {
    /// The day from which it is asked; absent before the start of the role, and then nothing else is said.
    pub start: Option<Day>,
    /// The vendor's wheel; absent before the start.
    pub vendor: Option<Wheel>,
    /// The partner's wheel; absent before the start.
    pub partner: Option<Wheel>,
    /// The next training; absent before the start.
    pub training: Option<SupportOwed>,
    /// Joint reviews of the person's open deals, by the day on which they are due.
    pub reviews: Vec<SupportOwed>,
}

/// One wheel.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(not(feature = "exhaustive"), non_exhaustive)]
pub struct Wheel {
    /// How it stands.
    pub state: WheelState,
    /// When it turned last.
    pub last: Option<Instant>,
    /// The fact of that.
    pub last_fact: Option<FactId>,
    /// Each kind of support that can turn it, in order.
    pub supports: Vec<WheelSupportGiven>,
}

/// One of the things that turn a wheel.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(not(feature = "exhaustive"), non_exhaustive)]
pub struct WheelSupportGiven {
    /// What it is.
    pub kind: WheelSupport,
    /// When it happened last, however long ago.
    pub last: Option<Instant>,
    /// The facts within the policy's days, by instant.
    pub recent: Vec<FactId>,
}

/// Support that the vendor owes.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(not(feature = "exhaustive"), non_exhaustive)]
pub struct SupportOwed {
    /// The deal; absent for training.
    pub deal: Option<DealId>,
    /// The stage that it reached; absent for training.
    pub stage: Option<Stage>,
    /// The day from which it is owed: of the stage, of the last training, or of the start.
    pub since: Day,
    /// The fact of that.
    pub since_fact: FactId,
    /// The last day on which it is in time; absent past the last day there is.
    pub due: Option<Day>,
    /// How it stands. The next training is never given: the one given is where it counts from.
    pub state: SupportState,
    /// The fact by which it was given.
    pub given: Option<FactId>,
    /// Whether it was given in time; absent where it was not given.
    pub in_time: Option<bool>,
}

/// The wheels of a person who has the role, and what is owed.
#[must_use]
pub(crate) fn evaluate(view: &View<'_, '_>, policy: &Policy) -> Supports {
    let appointed = view.start().filter(|(day, _)| *day <= view.today());
    let Some((start, appointment)) = appointed else {
        return Supports { start: None, vendor: None, partner: None, training: None, reviews: Vec::new() };
    };
    let given = given(view, policy);
    let wheel = |kinds: &[WheelSupport]| wheel(kinds, &given, view, policy);
    let vendor = wheel(&[WheelSupport::Training, WheelSupport::JointReview, WheelSupport::Answer]);
    let partner = wheel(&[
        WheelSupport::Member,
        WheelSupport::Praise,
        WheelSupport::Executives,
        WheelSupport::Notice,
        WheelSupport::Hours,
    ]);
    Supports {
        start: Some(start),
        training: Some(training(view, policy, start, appointment, &given)),
        reviews: reviews(view, policy, start, &given),
        vendor: Some(vendor),
        partner: Some(partner),
    }
}

impl Supports {
    /// Support that is owed, and wheels that stand still; nothing is owed to whoever has left.
    #[must_use]
    pub(crate) fn findings(&self, view: &View<'_, '_>, policy: &Policy) -> Vec<Finding> {
        if view.left().is_some() {
            return Vec::new();
        }
        let vendor = self.still("vendor", self.vendor.as_ref(), view, policy);
        let partner = self.still("partner", self.partner.as_ref(), view, policy);
        [self.owed(), vendor, partner].into_iter().flatten().collect()
    }

    fn owed(&self) -> Option<Finding> {
        let waiting: Vec<&SupportOwed> =
            self.reviews.iter().filter(|owed| owed.state != SupportState::Given).collect();
        let training = self.training.iter().filter(|owed| owed.state == SupportState::Overdue);
        let all: Vec<&SupportOwed> = waiting.iter().copied().chain(training.clone()).collect();
        let names: Vec<&str> = waiting
            .iter()
            .filter_map(|owed| owed.deal.as_ref())
            .take(MOST_NAMED)
            .map(DealId::as_str)
            .collect();
        let past = all.iter().filter(|owed| owed.state == SupportState::Overdue).count();
        let finding = Finding::new(FindingCode::SupportOwed, Urgency::Important, "")
            .due(all.iter().filter_map(|owed| owed.due).min())
            .value("count", finding::count(waiting.len()))
            .value("deals", finding::names(names))
            .value("training", finding::count(training.count()))
            .value("past", finding::count(past))
            .evidence(all.iter().map(|owed| owed.since_fact.clone()));
        (!all.is_empty()).then_some(finding)
    }

    /// A wheel that stands still, once the role has lasted as long as it may.
    fn still(
        &self,
        side: &str,
        wheel: Option<&Wheel>,
        view: &View<'_, '_>,
        policy: &Policy,
    ) -> Option<Finding> {
        let days = policy.support.recent_days.get();
        let wheel = wheel.filter(|wheel| wheel.state == WheelState::Still)?;
        let settled = self.start?.days_until(view.today()) >= days;
        settled.then(|| {
            Finding::new(FindingCode::WheelStill, Urgency::Important, side)
                .value("days", finding::days(days))
                .maybe("last", wheel.last.map(|at| finding::day(view.partner.day_of(at))))
                .evidence(wheel.last_fact.clone())
        })
    }
}

/// Everything that turned a wheel, by instant.
fn given<'a>(view: &View<'_, 'a>, policy: &Policy) -> Vec<(WheelSupport, &'a Fact)> {
    // Who has left turns nothing any more.
    let members: BTreeSet<&PersonId> = view.members().into_iter().map(|(who, _)| who).fill();
    let mut asked: BTreeSet<&Key> = BTreeSet::new();
    let mut given: Vec<(WheelSupport, &Fact)> = Vec::new();
    for fact in view.facts.iter().chain(&view.partner.shared).copied() {
        let kind = match &fact.event {
            Event::Message(Message { from: Side::Partner, thread, .. }) => {
                asked.extend(thread);
                continue;
            }
            Event::Message(message) => {
                let answers = message.thread.as_ref().is_some_and(|thread| asked.contains(thread));
                (answers || message.reply_to.is_some()).then_some(WheelSupport::Answer)
            }
            Event::Support(Support { member: Some(member), kind: SupportKind::MemberJoined, .. }) => {
                members.contains(member).then_some(WheelSupport::Member)
            }
            event => turn(event, policy),
        };
        given.extend(kind.map(|kind| (kind, fact)));
    }
    given.order_by_key(|(_, fact)| (fact.at, &fact.id));
    given
}

/// What a fact turns by itself.
fn turn(event: &Event, policy: &Policy) -> Option<WheelSupport> {
    match event {
        Event::Support(Support { kind: SupportKind::Training, .. }) => Some(WheelSupport::Training),
        Event::Support(Support { kind: SupportKind::JointReview, .. }) => Some(WheelSupport::JointReview),
        Event::Feedback(step) => (step.step != FeedbackStep::Raised).then_some(WheelSupport::Answer),
        Event::Recognition(praise) => {
            (praise.audience >= policy.recognition.audience).then_some(WheelSupport::Praise)
        }
        Event::Touchpoint(Touchpoint { executives: Some(true), kept, .. }) => {
            (*kept != Some(false)).then_some(WheelSupport::Executives)
        }
        Event::Notice(_) | Event::Gate(Gate { gate: GateStep::Announced, .. }) => Some(WheelSupport::Notice),
        Event::Allocation(Allocation { hours_per_week }) => {
            (hours_per_week.get() > 0.0).then_some(WheelSupport::Hours)
        }
        _ => None,
    }
}

fn wheel(
    kinds: &[WheelSupport],
    given: &[(WheelSupport, &Fact)],
    view: &View<'_, '_>,
    policy: &Policy,
) -> Wheel {
    let recent = |fact: &Fact| {
        view.partner.day_of(fact.at).days_until(view.today()) < policy.support.recent_days.get()
    };
    let of = |kind: WheelSupport| given.iter().filter(move |(own, _)| *own == kind).map(|(_, fact)| *fact);
    let last = given.iter().rev().find(|(kind, _)| kinds.contains(kind)).map(|(_, fact)| *fact);
    Wheel {
        state: match last {
            None => WheelState::Unknown,
            Some(fact) if recent(fact) => WheelState::Turning,
            Some(_) => WheelState::Still,
        },
        last: last.map(|fact| fact.at),
        last_fact: last.map(|fact| fact.id.clone()),
        supports: kinds
            .iter()
            .map(|kind| WheelSupportGiven {
                kind: *kind,
                last: of(*kind).next_back().map(|fact| fact.at),
                recent: of(*kind).filter(|fact| recent(fact)).map(|fact| fact.id.clone()).collect(),
            })
            .collect(),
    }
}

/// The next training: so many days after the last one, or after the start.
fn training(
    view: &View<'_, '_>,
    policy: &Policy,
    start: Day,
    appointment: &Fact,
    given: &[(WheelSupport, &Fact)],
) -> SupportOwed {
    let last = given.iter().rev().find(|(kind, _)| *kind == WheelSupport::Training).map(|(_, fact)| *fact);
    let since = last.map_or(start, |fact| view.partner.day_of(fact.at).max(start));
    let due = since.checked_add_days(policy.support.training_every_days.get());
    SupportOwed {
        deal: None,
        stage: None,
        since,
        since_fact: last.unwrap_or(appointment).id.clone(),
        due,
        state: waiting(due, view),
        given: None,
        in_time: None,
    }
}

/// A joint review for each open deal of the person that reached one of the stages since the start.
fn reviews(
    view: &View<'_, '_>,
    policy: &Policy,
    start: Day,
    supports: &[(WheelSupport, &Fact)],
) -> Vec<SupportOwed> {
    let deals = view.partner.deals();
    let mut reached: BTreeMap<&DealId, (Stage, &Fact)> = BTreeMap::new();
    for (fact, Deal { deal, stage, .. }) in view.of::<Deal>() {
        let asks = policy.support.review_stages.contains(stage) && view.partner.day_of(fact.at) >= start;
        if asks && deals.get(deal).is_some_and(crate::partner::deal::Deal::is_open) {
            reached.entry(deal).or_insert((*stage, fact));
        }
    }
    let mut given: BTreeMap<Option<&DealId>, Vec<&Fact>> = BTreeMap::new();
    for (_, review) in supports.iter().filter(|(kind, _)| *kind == WheelSupport::JointReview) {
        if let Event::Support(support) = &review.event {
            given.entry(support.deal.as_ref()).or_default().push(review);
        }
    }
    let owed = reached.into_iter().map(|(deal, (stage, fact))| {
        let since = view.partner.day_of(fact.at);
        let due = view.partner.calendar.add_business_days(since, policy.support.review_within_days.get());
        // A review on the day of the stage counts, whichever was noted first.
        let from = view.partner.zone.start_of(since);
        let first = |about: Option<&DealId>| {
            let all = given.get(&about)?;
            all.get(all.partition_point(|review| review.at < from)).copied()
        };
        let reviews = [first(Some(deal)), first(None)];
        let review = reviews.into_iter().flatten().min_by_key(|review| (review.at, &review.id));
        SupportOwed {
            deal: Some(deal.clone()),
            stage: Some(stage),
            since,
            since_fact: fact.id.clone(),
            due,
            state: if review.is_some() { SupportState::Given } else { waiting(due, view) },
            given: review.map(|review| review.id.clone()),
            in_time: review.map(|review| due.is_none_or(|due| view.partner.day_of(review.at) <= due)),
        }
    });
    let mut owed: Vec<SupportOwed> = owed.collect();
    owed.order_by(|one, other| (one.due, &one.deal).cmp(&(other.due, &other.deal)));
    owed
}

fn waiting(due: Option<Day>, view: &View<'_, '_>) -> SupportState {
    if due.is_some_and(|due| view.today() > due) { SupportState::Overdue } else { SupportState::Due }
}
