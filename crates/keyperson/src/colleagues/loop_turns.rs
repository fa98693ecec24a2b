//! Turns of the loop: how often a partner has gone through finding, approving, making the role clear and sharing
//! results.
//!
//! The loop is 候補発掘→経営陣承認→役割明確化→成果共有. The facts of the whole partner are matched in order of their instant, then id:
//! each step is done by the first matching fact after the step before. No other matching gives more turns. The steps
//! of one turn may belong to different people: two candidates are found, and the second is approved.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use crate::calendar::{Day, Instant};
use crate::fact::{Audience, DealId, Event, Fact, FactId, Gate, GateStep, PersonId};
use crate::finding::{self, Finding, FindingCode, Urgency};
use crate::json::read::words;
use crate::order::Order as _;
use crate::partner::metric;
use crate::partner::view::{PartnerView, View};
use crate::policy::Policy;
use crate::value::Key;

words! {
    /// A step of the loop.
    pub enum LoopStep {
        /// 候補発掘: a candidate was shortlisted.
        Found = "found",
        /// 経営陣承認: executives approved.
        Approved = "approved",
        /// 役割明確化: announced, appointed, authority made known or working time agreed.
        RoleClear = "role_clear",
        /// 成果共有: a story or a recognition was heard widely enough.
        Shared = "shared",
    }
}

/// The turns of the loop at one partner.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(not(feature = "exhaustive"), non_exhaustive)]
pub struct LoopTurns {
    /// Turns completed.
    pub completed: i64,
    /// The turns, the running one last, where it has begun.
    pub turns: Vec<Turn>,
    /// The latest step made; absent where none was.
    pub last: Option<LoopStep>,
    /// The step that comes next.
    pub next: LoopStep,
    /// Since when the loop stands there.
    pub since: Option<Instant>,
    /// Business days since then.
    pub days: Option<i64>,
    /// Results since the role was made clear, while the running turn waits for them to be shared, by instant.
    pub unshared: Vec<FactId>,
    /// When the first of them came.
    pub unshared_since: Option<Instant>,
}

/// One turn.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(not(feature = "exhaustive"), non_exhaustive)]
pub struct Turn {
    /// Whether all four steps are made.
    pub complete: bool,
    /// The steps made, in order.
    pub steps: Vec<StepMade>,
}

/// A step made.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(not(feature = "exhaustive"), non_exhaustive)]
pub struct StepMade {
    /// The step.
    pub step: LoopStep,
    /// When.
    pub at: Instant,
    /// The day at the partner.
    pub day: Day,
    /// The fact that makes it.
    pub fact: FactId,
    /// Whom it is about; absent for a story of the whole partner.
    pub person: Option<PersonId>,
}

impl LoopStep {
    /// The step after this one; after the last the first.
    #[must_use]
    pub const fn following(self) -> Self {
        match self {
            Self::Found => Self::Approved,
            Self::Approved => Self::RoleClear,
            Self::RoleClear => Self::Shared,
            Self::Shared => Self::Found,
        }
    }
}

/// How often the loop has turned at the partner, and where it stands.
#[must_use]
#[cfg_attr(feature = "rooms", visibility::make(pub))]
pub(crate) fn evaluate(partner: &PartnerView<'_>, policy: &Policy) -> LoopTurns {
    let mut facts: Vec<(LoopStep, &Fact)> =
        partner.facts().filter_map(|fact| Some((step_of(fact, policy)?, fact))).collect();
    facts.order_by_key(|(_, fact)| (fact.at, &fact.id));
    let mut turns: Vec<Turn> = Vec::new();
    let mut next = LoopStep::Found;
    for (step, fact) in facts {
        if step != next {
            continue;
        }
        if step == LoopStep::Found {
            turns.push(Turn { complete: false, steps: Vec::new() });
        }
        if let Some(turn) = turns.last_mut() {
            let (at, day) = (fact.at, partner.day_of(fact.at));
            turn.steps.push(StepMade { step, at, day, fact: fact.id.clone(), person: fact.person.clone() });
            turn.complete = step == LoopStep::Shared;
        }
        next = step.following();
    }
    let last = turns.last().and_then(|turn| turn.steps.last());
    let waiting = last.filter(|made| made.step == LoopStep::RoleClear);
    let unshared = waiting.map(|made| results(partner, policy, made)).unwrap_or_default();
    LoopTurns {
        completed: i64::try_from(turns.iter().filter(|turn| turn.complete).count()).unwrap_or(i64::MAX),
        last: last.map(|made| made.step),
        next,
        since: last.map(|made| made.at),
        days: last.map(|made| partner.calendar.business_days_between(made.day, partner.today)),
        unshared_since: unshared.first().map(|fact| fact.at),
        unshared: unshared.into_iter().map(|fact| fact.id.clone()).collect(),
        turns,
    }
}

impl LoopTurns {
    /// A turn completed lately, and results that have waited too long to be shared: told to whose role it was.
    #[must_use]
    pub(crate) fn findings(&self, view: &View<'_, '_>, policy: &Policy) -> Vec<Finding> {
        self.turned(view, policy).into_iter().chain(self.waiting(view, policy)).collect()
    }

    fn turned(&self, view: &View<'_, '_>, policy: &Policy) -> Option<Finding> {
        let turn = self.turns.iter().rev().find(|turn| turn.complete)?;
        let shared = turn.steps.last()?;
        let lately = shared.day.days_until(view.today()) <= policy.loop_turns.celebrate_days.get();
        (lately && turn.is_of(view.person)).then(|| {
            Finding::new(FindingCode::LoopTurned, Urgency::Celebrate, "")
                .since(shared.at)
                .value("count", finding::count(self.completed))
                .evidence(turn.steps.iter().rev().map(|made| made.fact.clone()))
        })
    }

    fn waiting(&self, view: &View<'_, '_>, policy: &Policy) -> Option<Finding> {
        let turn = self.turns.last().filter(|turn| turn.is_of(view.person) && view.left().is_none())?;
        let (since, wanted) = (self.unshared_since?, policy.loop_turns.share_within_days.get());
        let (first, calendar) = (view.partner.day_of(since), &view.partner.calendar);
        let days = calendar.business_days_between(first, view.today());
        (days > wanted).then(|| {
            Finding::new(FindingCode::LoopWaiting, Urgency::Important, "")
                .since(since)
                .due(calendar.add_business_days(first, wanted))
                .value("count", finding::count(self.unshared.len()))
                .value("days", finding::days(days))
                .value("days_wanted", finding::days(wanted))
                .evidence(self.unshared.iter().cloned())
                .evidence(turn.steps.last().map(|made| made.fact.clone()))
        })
    }
}

impl Turn {
    /// Whether it was this person's role that was made clear in it.
    fn is_of(&self, person: &PersonId) -> bool {
        let clear = self.steps.iter().find(|made| made.step == LoopStep::RoleClear);
        clear.is_some_and(|made| made.person.as_ref() == Some(person))
    }
}

/// The step that a fact makes, if any.
fn step_of(fact: &Fact, policy: &Policy) -> Option<LoopStep> {
    let heard = |audience: Audience| (audience >= policy.loop_turns.audience).then_some(LoopStep::Shared);
    match &fact.event {
        Event::Gate(Gate { gate, .. }) => match gate {
            GateStep::Shortlisted => Some(LoopStep::Found),
            GateStep::ExecutiveApproved => Some(LoopStep::Approved),
            GateStep::Announced | GateStep::Appointed => Some(LoopStep::RoleClear),
            GateStep::ManagerConfirmed | GateStep::SteppedDown => None,
        },
        Event::Notice(_) | Event::Allocation(_) => Some(LoopStep::RoleClear),
        Event::Story(story) => heard(story.audience),
        Event::Recognition(recognition) => heard(recognition.audience),
        _ => None,
    }
}

/// The partner's results after the role was made clear: each deal counts once for a metric, when it first came to it.
fn results<'a>(partner: &PartnerView<'a>, policy: &Policy, clear: &StepMade) -> Vec<&'a Fact> {
    let readers: Vec<(&Key, metric::Reader<'_>)> = policy
        .loop_turns
        .results
        .iter()
        .filter_map(|key| Some((key, metric::Reader::of(policy, key)?)))
        .collect();
    let mut facts: Vec<&Fact> = partner.facts().collect();
    facts.retain(|fact| matches!(fact.event, Event::Activity(_) | Event::Deal(_)));
    facts.order_by_key(|fact| (fact.at, &fact.id));
    let mut seen: BTreeSet<(&Key, &DealId)> = BTreeSet::new();
    facts.retain(|fact| {
        let mut new = false;
        for (metric, reader) in &readers {
            let counted = reader.read(fact, partner.deals(), policy).filter(|counted| counted.named);
            new |= counted.is_some_and(|of| of.deal.is_none_or(|deal| seen.insert((*metric, deal))));
        }
        new && (fact.at, &fact.id) > (clear.at, &clear.fact)
    });
    facts
}
