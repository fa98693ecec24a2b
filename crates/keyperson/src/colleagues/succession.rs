//! The succession: who could follow the person, and what depends on the person alone until then.
//!
//! The best colleague is the one whose known traits fit the role best. Colleagues whom the evidence cannot separate
//! from that one are listed too. What depends on the person is counted, not forecast: a rate belongs to somebody who
//! has the role, and odds for colleagues without the role would be invented.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::calendar::{Day, Instant};
use crate::fact::{DealId, FactId, PersonId, Stage, Trait};
use crate::finding::{self, Finding, FindingCode, Urgency};
use crate::json::read::{integer_to_f64, words};
use crate::order::Order as _;
use crate::partner::deal::{Deal, Outcome};
use crate::partner::metric;
use crate::partner::view::{Detail, PartnerView, View};
use crate::person::estimate::Belief;
use crate::person::fit;
use crate::person::unit::{Beside, Colleague};
use crate::policy::Policy;
use crate::value::Key;

/// Facts that a sentence leans on at most.
const MOST_EVIDENCE: usize = 10;

words! {
    /// What is known of a successor.
    pub enum SuccessorState {
        /// The best colleague's whole interval reaches the bar, and no trait with a floor is unknown or under it.
        Fit = "fit",
        /// The interval straddles the bar, or a trait with a floor is unknown or under it.
        Open = "open",
        /// The whole interval lies below the bar.
        NotYet = "not_yet",
        /// Nothing is known of any colleague's traits.
        NobodyKnown = "nobody_known",
    }
}

/// Who could follow, and what rests on the person.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(not(feature = "exhaustive"), non_exhaustive)]
pub struct Succession {
    /// The day from which it is asked; absent before the start of the role, and then nothing else is said.
    pub start: Option<Day>,
    /// What is known of a successor.
    pub state: Option<SuccessorState>,
    /// Colleagues of whose traits anything is known.
    pub known: i64,
    /// The best of them.
    pub best: Option<Successor>,
    /// Those whom the evidence cannot tell from the best, by fit.
    pub not_separable: Vec<PersonId>,
    /// Open deals of the partner.
    pub open_deals: i64,
    /// Those of them for which nobody but the person did anything, by id.
    pub only_by_person: Vec<DealAlone>,
    /// These ÷ all that are under way; absent where none is.
    pub alone_share: Option<f64>,
    /// Deals won in the policy's recent days since the start.
    pub won: i64,
    /// Those of them for which the person did something.
    pub won_with_person: i64,
    /// What of each rung the person made, and what colleagues did, in the policy's order.
    pub rungs: Vec<RungRest>,
}

/// The colleague who fits best.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(not(feature = "exhaustive"), non_exhaustive)]
pub struct Successor {
    /// Who.
    pub person: PersonId,
    /// Score of the known traits, 0 to 1.
    pub fit: f64,
    /// Lower end of the score's interval.
    pub lower: f64,
    /// Upper end of it.
    pub upper: f64,
    /// Traits with a floor of which nothing is known: to be asked first.
    pub unknown: Vec<Trait>,
    /// Traits under their floor: to be made up for by the environment.
    pub under_floor: Vec<Trait>,
}

/// A deal that rests on the person alone.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(not(feature = "exhaustive"), non_exhaustive)]
pub struct DealAlone {
    /// The deal.
    pub deal: DealId,
    /// The furthest stage since it was last opened; absent where none is on record.
    pub stage: Option<Stage>,
    /// The fact by which it reached that, or else the latest fact about it.
    pub fact: FactId,
}

/// What counts towards one rung's metric since the start, up to today.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(not(feature = "exhaustive"), non_exhaustive)]
pub struct RungRest {
    /// Code of the rung.
    pub code: Key,
    /// The person's own.
    pub own: i64,
    /// Colleagues', which the rung does not count.
    pub others: i64,
}

/// Who could follow a person who has the role. `colleagues` are those who have not left, `made` what all of them made.
#[must_use]
pub(crate) fn evaluate(
    view: &View<'_, '_>,
    policy: &Policy,
    colleagues: Beside<'_, '_>,
    made: &Made,
    detail: Detail,
) -> Succession {
    let Some(start) = view.start().map(|(day, _)| day).filter(|day| *day <= view.today()) else {
        return Succession::default();
    };
    let best = colleagues.by_fit().next().map(|(of, score, _)| successor(score, &of, policy));
    let bar = policy.fit.bar.get();
    let deals = view.partner.deals();
    let alone: Vec<DealAlone> = deals
        .with(view.person)
        .filter(|deal| deal.is_open() && deal.people.len() == 1)
        .map(|deal| {
            let reached = deal.furthest();
            DealAlone {
                deal: deal.id.clone(),
                stage: reached.map(|(stage, ..)| stage),
                fact: reached.map_or(deal.latest, |(_, _, fact)| fact).id.clone(),
            }
        })
        .collect();
    let open_deals = whole(deals.open_count());
    let back = policy.spread.recent_days.get().saturating_sub(1);
    let recent = view.today().checked_add_days(back.saturating_neg()).map_or(start, |day| day.max(start));
    let won = |deal: &&Deal<'_>| matches!(deal.outcome(), Outcome::Won(day, _) if day >= recent);
    Succession {
        start: Some(start),
        state: Some(match &best {
            None => SuccessorState::NobodyKnown,
            Some(best) if best.upper < bar => SuccessorState::NotYet,
            Some(best) if best.lower >= bar && best.unknown.is_empty() && best.under_floor.is_empty() => {
                SuccessorState::Fit
            }
            Some(_) => SuccessorState::Open,
        }),
        known: whole(colleagues.known()),
        best,
        not_separable: if detail == Detail::Page { like_the_best(colleagues, policy) } else { Vec::new() },
        open_deals,
        alone_share: (open_deals > 0)
            .then(|| integer_to_f64(whole(alone.len())) / integer_to_f64(open_deals)),
        only_by_person: alone,
        won: whole(deals.wins_since(recent)),
        won_with_person: whole(deals.with(view.person).filter(won).count()),
        rungs: rungs(view, policy, start, made),
    }
}

impl Succession {
    /// Nobody who could follow, once the role has lasted as long as the policy says.
    #[must_use]
    pub(crate) fn findings(&self, view: &View<'_, '_>, policy: &Policy) -> Vec<Finding> {
        let missing = matches!(self.state, Some(SuccessorState::NobodyKnown | SuccessorState::NotYet));
        let late = |start: Day| start.days_until(view.today()) >= policy.spread.successor_after_days.get();
        let Some((_, appointed)) = view.start().filter(|_| missing && self.start.is_some_and(late)) else {
            return Vec::new();
        };
        let alone = self.only_by_person.iter().take(MOST_EVIDENCE).map(|deal| deal.fact.clone());
        let finding = Finding::new(FindingCode::NoSuccessor, Urgency::Important, "")
            .value("known", finding::count(self.known))
            .value("deals", finding::count(self.only_by_person.len()))
            .value("open", finding::count(self.open_deals))
            .evidence(std::iter::once(appointed.id.clone()).chain(alone));
        vec![finding]
    }
}

fn successor(score: f64, of: &Colleague<'_>, policy: &Policy) -> Successor {
    let (lower, upper) = fit::interval(score, of.traits, policy).unwrap_or((0.0, 1.0));
    let floor = |belief: &Belief| policy.traits.get(belief.of).floor.get();
    let of_traits = |which: &dyn Fn(&Belief) -> bool| {
        of.traits.iter().filter(|belief| which(belief)).map(|belief| belief.of).collect()
    };
    Successor {
        person: of.person.clone(),
        fit: score,
        lower: lower.min(score),
        upper: upper.max(score),
        unknown: of_traits(&|belief| belief.mean.is_none() && floor(belief) > 0.0),
        under_floor: of_traits(&|belief| belief.mean.is_some_and(|mean| mean < floor(belief))),
    }
}

/// The others from whom the best is not told apart.
fn like_the_best(colleagues: Beside<'_, '_>, policy: &Policy) -> Vec<PersonId> {
    let mut known = colleagues.by_fit();
    let Some((_, best, own)) = known.next() else { return Vec::new() };
    let critical = fit::critical_value(colleagues.known(), policy);
    let ahead = |score: f64, variance: Option<f64>| {
        let both = own.zip(variance).map(|(v, w)| v + w);
        both.is_some_and(|both| both > 0.0 && (best - score) / both.sqrt() > critical)
    };
    known
        .filter(|(_, score, variance)| !ahead(*score, *variance))
        .map(|(other, ..)| other.person.clone())
        .collect()
}

/// What everybody who has not left made of each metric of the ladder, indexed once for a partner.
#[derive(Debug, Clone, Default)]
pub(crate) struct Made {
    /// Of each metric: the instants at which something counted, and how much counted up to each.
    metrics: BTreeMap<Key, Vec<(Instant, i64)>>,
}

impl Made {
    /// Indexes what the partner's people made.
    #[must_use]
    pub fn of(partner: &PartnerView<'_>, policy: &Policy) -> Self {
        let mut metrics: BTreeMap<Key, Vec<(Instant, i64)>> = BTreeMap::new();
        for rung in &policy.ladder.rungs {
            if metrics.contains_key(&rung.metric) {
                continue;
            }
            let present = partner.everybody().filter(|of| of.left().is_none());
            let mut made: Vec<(Instant, i64)> = present
                .flat_map(|of| metric::counted(&of, policy, &rung.metric))
                .map(|counted| (counted.fact.at, counted.count))
                .collect();
            made.order_by_key(|(at, _)| *at);
            let mut sum = 0_i64;
            for (_, count) in &mut made {
                sum = sum.saturating_add(*count);
                *count = sum;
            }
            metrics.insert(rung.metric.clone(), made);
        }
        Self { metrics }
    }

    fn since(&self, metric: &Key, from: Instant) -> i64 {
        let made = self.metrics.get(metric).map(Vec::as_slice).unwrap_or_default();
        let all = made.last().map_or(0, |(_, sum)| *sum);
        let before = made.partition_point(|(at, _)| *at < from).checked_sub(1);
        all.saturating_sub(before.and_then(|place| made.get(place)).map_or(0, |(_, sum)| *sum))
    }
}

fn rungs(view: &View<'_, '_>, policy: &Policy, start: Day, made: &Made) -> Vec<RungRest> {
    let from = view.partner.zone.start_of(start);
    let rest = |rung: &crate::policy::RungPolicy| {
        let own = metric::counted(view, policy, &rung.metric)
            .into_iter()
            .filter(|counted| counted.fact.at >= from)
            .fold(0_i64, |sum, counted| sum.saturating_add(counted.count));
        let all = made.since(&rung.metric, from);
        // Who left is not among those who made it.
        let others = if view.left().is_none() { all.saturating_sub(own) } else { all };
        RungRest { code: rung.code.clone(), own, others }
    };
    policy.ladder.rungs.iter().map(rest).collect()
}

fn whole(items: usize) -> i64 {
    i64::try_from(items).unwrap_or(i64::MAX)
}
