//! Change: what moved a person's numbers between two dates, with the facts that came in between.
//!
//! The points of the traits are the differences of their contributions; they and `reference` sum to the change
//! of the score. `reference` is 0 unless other traits are known than before. Rungs, gates and findings are
//! listed if a new fact stands behind them. The earlier date is seen with today's zone and calendar.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use crate::calendar::Instant;
use crate::course::ladder::{self, Ladder, Rung, RungStatus};
use crate::course::selection::{GatePassed, Selection};
use crate::fact::{Fact, FactId, Layer, Touchpoint, Trait};
use crate::finding::{Finding, FindingCode};
use crate::order::Fill as _;
use crate::partner::view::{View, of_type};
use crate::person::estimate::{Observations, TraitEstimate};
use crate::person::fit::{self, Contribution, Fit};
use crate::policy::Policy;
use crate::value::Key;

/// What moved.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(not(feature = "exhaustive"), non_exhaustive)]
pub struct Change {
    /// The earlier instant.
    pub from: Instant,
    /// The later instant.
    pub to: Instant,
    /// The meeting at which the earlier brief was shared. Absent if the question gave an instant.
    pub last_brief: Option<FactId>,
    /// Score at the earlier instant; absent where unknown.
    pub before: Option<f64>,
    /// Score at the later instant; absent where unknown.
    pub after: Option<f64>,
    /// What each trait contributes to the change, those that changed only.
    pub points: Vec<Contribution>,
    /// What comes from other traits being known than before.
    pub reference: f64,
    /// The rungs whose count or status is another, in the policy's order.
    pub rungs: Vec<RungChange>,
    /// The gates passed in between that still count, in their order.
    pub gates: Vec<GatePassed>,
    /// The findings of the later instant that rest on facts in between, in their order.
    pub findings: Vec<NewGrounds>,
    /// The person's facts in between, by instant.
    pub facts: Vec<FactId>,
    /// Values that somebody set and that hold at one of the two instants only: begun, replaced or ended in between.
    pub overrides: Vec<FactId>,
}

/// A rung that moved.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(not(feature = "exhaustive"), non_exhaustive)]
pub struct RungChange {
    /// Code in the policy.
    pub code: Key,
    /// The metric that it counts.
    pub metric: Key,
    /// How many are wanted.
    pub target: i64,
    /// How many there were; absent where nothing was known.
    pub count_before: Option<i64>,
    /// How many there are; absent where nothing is known.
    pub count: Option<i64>,
    /// How it stood.
    pub status_before: RungStatus,
    /// How it stands.
    pub status: RungStatus,
}

/// A finding, and what came in between of that on which it rests.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(not(feature = "exhaustive"), non_exhaustive)]
pub struct NewGrounds {
    /// The finding.
    pub code: FindingCode,
    /// What it is about.
    pub about: String,
    /// Those of its facts that came in between, the weightiest first.
    pub facts: Vec<FactId>,
}

/// The meeting at which the last brief was shared: the latest regular meeting before the as-of at which the
/// dashboard was, or, where it never was, the latest weekly meeting.
#[must_use]
pub(crate) fn last_brief<'a>(view: &View<'_, 'a>) -> Option<&'a Fact> {
    let earlier = || {
        let own = view.of::<Touchpoint>().rev();
        let both = own.chain(of_type::<Touchpoint>(&view.partner.shared).rev());
        both.filter(|(fact, meeting)| fact.at < view.as_of() && meeting.kept != Some(false))
    };
    // The latest of the person's own meetings and the latest of the partner's, then the later of the two.
    let latest = |which: &dyn Fn(&Touchpoint) -> bool| {
        let found = earlier().filter(|(_, meeting)| which(meeting)).map(|(fact, _)| fact);
        found.max_by(|one, other| (one.at, &one.id).cmp(&(other.at, &other.id)))
    };
    latest(&|meeting| meeting.dashboard == Some(true))
        .or_else(|| latest(&|meeting| meeting.layer == Layer::Weekly))
}

/// What the later date says, to be compared with the earlier one.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Now<'b> {
    /// The estimates of the traits.
    pub traits: &'b [TraitEstimate],
    /// The fit.
    pub fit: &'b Fit,
    /// The ladder.
    pub ladder: &'b Ladder,
    /// The selection.
    pub selection: &'b Selection,
    /// The findings, ranked.
    pub findings: &'b [Finding],
}

/// What moved between the earlier view and `view`, of which `now` is the answer; `is_new` tells of any fact of the
/// partner whether it came in between, since a finding may rest on what colleagues did.
#[must_use]
pub(crate) fn evaluate(
    view: &View<'_, '_>,
    earlier: &View<'_, '_>,
    policy: &Policy,
    now: Now<'_>,
    is_new: impl Fn(&FactId) -> bool,
) -> Change {
    let from = earlier.as_of();
    let observations = Observations::of(earlier, policy);
    let beliefs = observations.beliefs();
    let (reference, contributions) = fit::contributions(&beliefs, policy).unzip();
    let contributions: Vec<Contribution> = contributions.unwrap_or_default();
    let points_of = |from: &[Contribution], of: Trait| {
        from.iter().find(|contribution| contribution.of == of).map_or(0.0, |contribution| contribution.points)
    };
    let points = Trait::ALL.iter().map(|of| Contribution {
        of: *of,
        points: points_of(&now.fit.contributions, *of) - points_of(&contributions, *of),
    });
    // Facts stand by instant, so those in between are the last ones.
    let first = view.facts.partition_point(|fact| fact.at <= from);
    let own = view.facts.get(first..).unwrap_or_default();
    Change {
        from,
        to: view.as_of(),
        last_brief: None,
        before: fit::score(&beliefs, policy),
        after: now.fit.score.get(),
        points: points.filter(|contribution| contribution.points.abs() > 0.0).collect(),
        reference: now.fit.reference.unwrap_or(0.0) - reference.unwrap_or(0.0),
        rungs: rungs(&ladder::evaluate(earlier, policy), now.ladder),
        gates: now.selection.passed.iter().filter(|gate| is_new(&gate.fact)).cloned().collect(),
        findings: now.findings.iter().filter_map(|finding| new_grounds(finding, &is_new)).collect(),
        facts: own.iter().map(|fact| fact.id.clone()).collect(),
        overrides: overrides(observations.set(), now.traits),
    }
}

/// The values that hold at one of the two dates only.
fn overrides<'f>(before: impl Iterator<Item = &'f FactId>, now: &'f [TraitEstimate]) -> Vec<FactId> {
    let before: BTreeSet<&FactId> = before.fill();
    let now = now.iter().filter_map(|estimate| estimate.overridden.as_ref());
    let now: BTreeSet<&FactId> = now.map(|overridden| &overridden.fact).fill();
    before.symmetric_difference(&now).map(|fact| (*fact).clone()).collect()
}

fn rungs(before: &Ladder, now: &Ladder) -> Vec<RungChange> {
    let moved = |(before, now): (&Rung, &Rung)| {
        let same = before.count == now.count && before.status == now.status;
        (!same).then(|| RungChange {
            code: now.code.clone(),
            metric: now.metric.clone(),
            target: now.target,
            count_before: before.count,
            count: now.count,
            status_before: before.status,
            status: now.status,
        })
    };
    before.rungs.iter().zip(&now.rungs).filter_map(moved).collect()
}

fn new_grounds(finding: &Finding, is_new: impl Fn(&FactId) -> bool) -> Option<NewGrounds> {
    let facts: Vec<FactId> = finding.evidence.iter().filter(|id| is_new(id)).cloned().collect();
    (!facts.is_empty()).then(|| NewGrounds { code: finding.code, about: finding.about.clone(), facts })
}
