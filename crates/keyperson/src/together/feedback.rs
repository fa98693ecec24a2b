//! Feedback: whether each piece was answered by the end of the next business day, and checked at the next meeting.
//!
//! Counted are the pieces that the person raised, and those of the partner that name nobody. Steps recorded before a
//! piece was raised do not count. A piece that is raised again after it was declined or verified is a new one.

use serde::{Deserialize, Serialize};

use crate::calendar::{self, Day, Instant};
use crate::fact::{self, Fact, FactId, FeedbackStep, Touchpoint};
use crate::finding::{self, Finding, FindingCode, Urgency};
use crate::json::read::words;
use crate::order::Order as _;
use crate::partner::view::{View, of_type};
use crate::policy::Policy;
use crate::value::{Key, Lookup};

/// How many pieces a sentence names.
const MOST_NAMED: usize = 3;

words! {
    /// How a piece of feedback stands.
    pub enum FeedbackState {
        /// Not answered, and there is still time.
        Open = "open",
        /// Answered with a plan in time, not checked yet.
        AnsweredInTime = "answered_in_time",
        /// Answered with a plan, but later, not checked yet.
        AnsweredLate = "answered_late",
        /// Not answered, and the time is past.
        Unanswered = "unanswered",
        /// Its result was checked.
        Verified = "verified",
        /// Declined, with the reason.
        Declined = "declined",
    }
}

/// The feedback of the person and of the partner.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(not(feature = "exhaustive"), non_exhaustive)]
pub struct Feedback {
    /// The pieces, by the instant at which they were raised.
    pub pieces: Vec<Piece>,
    /// Pieces without an answer, in time or past it.
    pub waiting: i64,
    /// Pieces that were answered.
    pub answered: i64,
    /// Those of them answered in time.
    pub in_time: i64,
    /// Pieces whose result was checked.
    pub verified: i64,
}

/// One piece of feedback.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(not(feature = "exhaustive"), non_exhaustive)]
pub struct Piece {
    /// Its code.
    pub feedback: Key,
    /// How it stands.
    pub state: FeedbackState,
    /// When it was raised.
    pub raised: Instant,
    /// The fact by which it was raised.
    pub raised_fact: FactId,
    /// Whether it names nobody.
    pub shared: bool,
    /// The last day on which an answer is in time: the next business day where the partner is. Absent past the
    /// last day there is.
    pub due: Option<Day>,
    /// When it was first answered.
    pub answered: Option<Instant>,
    /// The fact of that answer.
    pub answered_fact: Option<FactId>,
    /// Whether the answer came in time; absent without one.
    pub in_time: Option<bool>,
    /// The plan that stands; absent without one.
    pub planned_fact: Option<FactId>,
    /// The first regular meeting held after that plan, at which its result was to be checked.
    pub meeting: Option<Instant>,
    /// The fact of that meeting.
    pub meeting_fact: Option<FactId>,
    /// When the result was checked.
    pub verified: Option<Instant>,
    /// The fact that says so.
    pub verified_fact: Option<FactId>,
}

/// How the feedback stands.
#[must_use]
#[cfg_attr(feature = "rooms", visibility::make(pub))]
pub(crate) fn evaluate(view: &View<'_, '_>, _policy: &Policy) -> Feedback {
    let meetings = meetings(view);
    let mut rounds: Vec<Round<'_>> = Vec::new();
    // Of each piece its latest round, as a place in the list.
    let mut latest: Lookup<&Key, usize> = Lookup::default();
    for (fact, event) in steps(view) {
        let round = latest.get(&event.feedback).and_then(|place| rounds.get_mut(*place));
        match (round, event.step) {
            (Some(round), step) if !(round.is_closed() && step == FeedbackStep::Raised) => {
                round.take(fact, step);
            }
            (_, FeedbackStep::Raised) => {
                latest.insert(&event.feedback, rounds.len());
                rounds.push(Round::new(&event.feedback, fact));
            }
            // Since when it waits is not known, or it is somebody else's.
            _ => {}
        }
    }
    let pieces: Vec<Piece> = rounds.iter().map(|round| round.piece(&meetings, view)).collect();
    let count = |which: fn(&Piece) -> bool| {
        i64::try_from(pieces.iter().filter(|piece| which(piece)).count()).unwrap_or(i64::MAX)
    };
    Feedback {
        waiting: count(|piece| piece.answered.is_none()),
        answered: count(|piece| piece.answered.is_some()),
        in_time: count(|piece| piece.in_time == Some(true)),
        verified: count(|piece| piece.state == FeedbackState::Verified),
        pieces,
    }
}

impl Feedback {
    /// What waits for an answer, what was answered late, what a meeting did not check.
    #[must_use]
    #[cfg_attr(feature = "rooms", visibility::make(pub))]
    pub(crate) fn findings(&self, view: &View<'_, '_>, policy: &Policy) -> Vec<Finding> {
        [self.unanswered(), self.late(view, policy), self.unverified()].into_iter().flatten().collect()
    }

    fn unanswered(&self) -> Option<Finding> {
        let waiting: Vec<&Piece> = self.pieces.iter().filter(|piece| piece.answered.is_none()).collect();
        let past = waiting.iter().filter(|piece| piece.state == FeedbackState::Unanswered).count();
        let oldest = waiting.first()?;
        let finding = about(FindingCode::FeedbackUnanswered, Urgency::Urgent, &waiting)
            .since(oldest.raised)
            .due(oldest.due)
            .value("past", finding::count(past))
            .evidence(waiting.iter().map(|piece| piece.raised_fact.clone()));
        Some(finding)
    }

    fn late(&self, view: &View<'_, '_>, policy: &Policy) -> Option<Finding> {
        let recent = |at: Instant| {
            view.partner.day_of(at).days_until(view.today()) < policy.feedback.recent_days.get()
        };
        let late: Vec<&Piece> = self
            .pieces
            .iter()
            .filter(|piece| piece.in_time == Some(false) && piece.answered.is_some_and(recent))
            .collect();
        let facts = late
            .iter()
            .rev()
            .flat_map(|piece| std::iter::once(piece.raised_fact.clone()).chain(piece.answered_fact.clone()));
        (!late.is_empty()).then(|| about(FindingCode::FeedbackLate, Urgency::Notice, &late).evidence(facts))
    }

    fn unverified(&self) -> Option<Finding> {
        let unverified: Vec<&Piece> = self
            .pieces
            .iter()
            .filter(|piece| {
                matches!(piece.state, FeedbackState::AnsweredInTime | FeedbackState::AnsweredLate)
            })
            .filter(|piece| piece.meeting.is_some())
            .collect();
        let since = unverified.iter().filter_map(|piece| piece.meeting).min()?;
        let facts = unverified
            .iter()
            .flat_map(|piece| piece.planned_fact.clone().into_iter().chain(piece.meeting_fact.clone()));
        // One meeting may have left several pieces unchecked.
        Some(
            about(FindingCode::FeedbackUnverified, Urgency::Important, &unverified)
                .since(since)
                .evidence(finding::once_each(facts)),
        )
    }
}

/// A finding about pieces, the first few by name.
fn about(code: FindingCode, urgency: Urgency, pieces: &[&Piece]) -> Finding {
    let names: Vec<&str> = pieces.iter().take(MOST_NAMED).map(|piece| piece.feedback.as_str()).collect();
    Finding::new(code, urgency, "")
        .value("count", finding::count(pieces.len()))
        .value("feedback", finding::names(names))
}

/// The steps that the person and the partner recorded, by instant.
fn steps<'a>(view: &View<'_, 'a>) -> Vec<(&'a Fact, &'a fact::Feedback)> {
    let mut steps: Vec<(&Fact, &fact::Feedback)> = view.of().chain(of_type(&view.partner.shared)).collect();
    // What is recorded at one instant is read in the order of the steps.
    steps.order_by_key(|(fact, event)| (fact.at, event.step, &fact.id));
    steps
}

/// The regular meetings that took place, by instant, then id.
fn meetings<'a>(view: &View<'_, 'a>) -> Vec<&'a Fact> {
    let all = view.of::<Touchpoint>().chain(of_type(&view.partner.shared));
    let mut kept: Vec<&Fact> =
        all.filter(|(_, meeting)| meeting.kept != Some(false)).map(|(fact, _)| fact).collect();
    kept.order_by_key(|fact| (fact.at, &fact.id));
    kept
}

/// One piece of feedback while its steps are read.
#[derive(Debug)]
struct Round<'a> {
    feedback: &'a Key,
    raised: &'a Fact,
    first_answer: Option<&'a Fact>,
    latest_plan: Option<&'a Fact>,
    declined: bool,
    verified: Option<&'a Fact>,
}

impl<'a> Round<'a> {
    const fn new(feedback: &'a Key, raised: &'a Fact) -> Self {
        Self { feedback, raised, first_answer: None, latest_plan: None, declined: false, verified: None }
    }

    const fn is_closed(&self) -> bool {
        self.declined || self.verified.is_some()
    }

    fn take(&mut self, fact: &'a Fact, step: FeedbackStep) {
        // What was checked is settled; raised once more before an answer, it waits since the first time.
        if self.verified.is_some() || step == FeedbackStep::Raised {
            return;
        }
        self.first_answer = self.first_answer.or(Some(fact));
        self.declined = step == FeedbackStep::Declined;
        match step {
            FeedbackStep::Planned => self.latest_plan = Some(fact),
            FeedbackStep::Declined => self.latest_plan = None,
            FeedbackStep::Verified => self.verified = Some(fact),
            FeedbackStep::Raised => {}
        }
    }

    fn piece(&self, meetings: &[&Fact], view: &View<'_, '_>) -> Piece {
        let partner = view.partner;
        let deadline = calendar::next_business_day_deadline(self.raised.at, partner.zone, &partner.calendar);
        // Without a further business day there is no end to be late for.
        let before_end = |at: Instant| deadline.is_none_or(|(_, end)| at < end);
        let in_time = self.first_answer.map(|answer| before_end(answer.at));
        let meeting = self.latest_plan.and_then(|plan| {
            meetings.get(meetings.partition_point(|meeting| meeting.at <= plan.at)).copied()
        });
        Piece {
            feedback: self.feedback.clone(),
            state: match (self.verified, self.declined, in_time) {
                (Some(_), _, _) => FeedbackState::Verified,
                (None, true, _) => FeedbackState::Declined,
                (None, false, Some(true)) => FeedbackState::AnsweredInTime,
                (None, false, Some(false)) => FeedbackState::AnsweredLate,
                (None, false, None) if before_end(view.as_of()) => FeedbackState::Open,
                (None, false, None) => FeedbackState::Unanswered,
            },
            raised: self.raised.at,
            raised_fact: self.raised.id.clone(),
            shared: self.raised.person.is_none(),
            due: deadline.map(|(day, _)| day),
            answered: self.first_answer.map(|answer| answer.at),
            answered_fact: self.first_answer.map(|answer| answer.id.clone()),
            in_time,
            planned_fact: self.latest_plan.map(|plan| plan.id.clone()),
            meeting: meeting.map(|meeting| meeting.at),
            meeting_fact: meeting.map(|meeting| meeting.id.clone()),
            verified: self.verified.map(|verified| verified.at),
            verified_fact: self.verified.map(|verified| verified.id.clone()),
        }
    }
}
