//! First order: which prospects to open first, so that a first order comes early.
//!
//! Asked until the partner has a win; after that the question is what to repeat. The odds of at least one order
//! within the policy's days treat the open deals as independent, given their chances. The chances themselves err
//! together, since deals in one stage are judged by the same other deals. So the interval of the odds runs from all
//! chances at their lower ends to all at their upper ends: it is wider than needed rather than too narrow. The
//! forecast from the rate of orders is shown beside it, because it also covers deals that are not found yet.

use serde::{Deserialize, Serialize};

use crate::calendar::Day;
use crate::course::forecast::Forecast;
use crate::deals::chance::{Chance, Courses};
use crate::fact::{DealId, FactId, Stage};
use crate::finding::{self, Finding, FindingCode, Urgency};
use crate::json::read::{integer_to_f64, length, words};
use crate::order::Order as _;
use crate::partner::deal::{Deal, Deals};
use crate::partner::view::View;
use crate::person::estimate;
use crate::policy::Policy;
use crate::stats;

words! {
    /// Which question is asked.
    pub enum FirstOrderState {
        /// Nothing is won yet, and there are open deals: with which to begin.
        Begin = "begin",
        /// Nothing is won yet, and no deal is open.
        NothingOpen = "nothing_open",
        /// The first win is made: what to repeat.
        Replicate = "replicate",
    }
}

/// With which prospects to begin.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(not(feature = "exhaustive"), non_exhaustive)]
pub struct FirstOrder {
    /// Which question is asked.
    pub state: FirstOrderState,
    /// The day of the partner's first win.
    pub first_win: Option<Day>,
    /// The fact of it.
    pub first_win_fact: Option<FactId>,
    /// Days within which an order is early.
    pub within_days: i64,
    /// The person's open deals and what they come to; absent where the question is another.
    pub pipeline: Option<Pipeline>,
    /// Odds of at least one order within the days by the person's rate of orders, deals not found yet among them;
    /// absent where the question is another, or no metric of the ladder's final rung counts orders.
    pub rate_odds: Option<f64>,
}

/// Open deals, and the odds that at least one of them is ordered within the days.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(not(feature = "exhaustive"), non_exhaustive)]
pub struct Pipeline {
    /// Open deals.
    pub open: i64,
    /// Those of them whose stage is not on record: they have no chance here.
    pub without_stage: i64,
    /// Odds of at least one order; absent without any deal that has a chance.
    pub odds: Option<f64>,
    /// Lower end of their interval at the policy's level.
    pub lower: Option<f64>,
    /// Upper end of it.
    pub upper: Option<f64>,
    /// Odds of at least one order among the first few, to which a narrow scope holds.
    pub focus_odds: Option<f64>,
    /// The prospects with the highest chance, at most the policy's number.
    pub prospects: Vec<Prospect>,
}

/// An open deal and its chance.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(not(feature = "exhaustive"), non_exhaustive)]
pub struct Prospect {
    /// The deal.
    pub deal: DealId,
    /// Its name, where known.
    pub name: Option<String>,
    /// The furthest stage that it reached since it was last opened.
    pub stage: Stage,
    /// Since when.
    pub since: Day,
    /// Days at that stage.
    pub age_days: i64,
    /// Chance of an order within the days.
    pub chance: f64,
    /// Lower end of its interval at the policy's level.
    pub lower: f64,
    /// Upper end of it.
    pub upper: f64,
    /// Deals of the partner that say so; 0 where the policy's belief speaks alone.
    pub observed: i64,
    /// The best rank among these open deals that the evidence allows, from 1.
    pub best_rank: i64,
    /// The worst. From 1 to the number of deals: not separable from any other.
    pub worst_rank: i64,
    /// The fact of the stage.
    pub fact: FactId,
}

/// With which of the person's prospects to begin.
#[must_use]
pub(crate) fn evaluate(
    view: &View<'_, '_>,
    deals: &Deals<'_>,
    courses: &Courses,
    policy: &Policy,
) -> FirstOrder {
    let win = deals.first_win();
    let own: Vec<&Deal<'_>> = deals.led_by(view.person).collect();
    let open: Vec<&Deal<'_>> = own.iter().copied().filter(|deal| deal.is_open()).collect();
    let state = match (win, open.is_empty()) {
        (Some(_), _) => FirstOrderState::Replicate,
        (None, true) => FirstOrderState::NothingOpen,
        (None, false) => FirstOrderState::Begin,
    };
    let asked = state == FirstOrderState::Begin;
    FirstOrder {
        state,
        first_win: win.map(|(day, ..)| day),
        first_win_fact: win.map(|(_, fact, _)| fact.id.clone()),
        within_days: policy.first_order.within_days.get(),
        pipeline: asked.then(|| pipeline(&open, courses, policy)),
        rate_odds: if asked { rate_odds(&own, view.today(), policy) } else { None },
    }
}

impl FirstOrder {
    /// That the first win is near, or that the scope is too wide for one.
    #[must_use]
    pub(crate) fn findings(&self, view: &View<'_, '_>, deals: &Deals<'_>, policy: &Policy) -> Vec<Finding> {
        let Some(pipeline) = self.pipeline.as_ref().filter(|_| view.left().is_none()) else {
            return Vec::new();
        };
        let Some((odds, first)) = pipeline.focus_odds.zip(pipeline.prospects.first()) else {
            return Vec::new();
        };
        let near = odds >= policy.first_order.near_odds.get();
        let code = match near {
            true => FindingCode::FirstWinNear,
            false if pipeline.open >= policy.first_order.many_open.get() => FindingCode::NarrowScope,
            false => return Vec::new(),
        };
        let most = usize::try_from(policy.first_order.focus_deals.get()).unwrap_or(usize::MAX);
        let focus: Vec<&Prospect> = pipeline.prospects.iter().take(most).collect();
        // It is so since the latest of these deals came where it is.
        let reached = |prospect: &&Prospect| Some(deals.get(&prospect.deal)?.furthest()?.2.at);
        let since = focus.iter().filter_map(reached).max();
        let finding = Finding::new(code, Urgency::Important, "")
            .value("count", finding::count(focus.len()))
            .value("open", finding::count(pipeline.open))
            .value("within", finding::days(self.within_days))
            .value("odds", finding::share(odds))
            .value("deal", finding::text(first.name.clone().unwrap_or_else(|| first.deal.to_string())))
            .evidence(focus.iter().map(|prospect| prospect.fact.clone()));
        vec![match since {
            Some(at) => finding.since(at),
            None => finding,
        }]
    }
}

/// Odds of at least one order within the days by the rate of orders, none of them made yet: the belief about the
/// orders of the ladder's final rung, and the days since the first deal was found.
fn rate_odds(own: &[&Deal<'_>], today: Day, policy: &Policy) -> Option<f64> {
    let last = policy.ladder.rungs.iter().rev().find(|rung| rung.last)?;
    let metric = policy.metrics.get(&last.metric).filter(|metric| metric.stages == [Stage::Won])?;
    let first = own.iter().flat_map(|deal| &deal.stages).map(|(_, day, _)| *day).min();
    let exposure = first.map_or(0, |day| day.days_until(today));
    let forecast =
        Forecast::new(metric.prior_events.get(), metric.prior_days.get(), 0, integer_to_f64(exposure));
    Some(forecast.odds(1, integer_to_f64(policy.first_order.within_days.get())))
}

/// What open deals come to.
#[must_use]
pub(crate) fn pipeline(open: &[&Deal<'_>], courses: &Courses, policy: &Policy) -> Pipeline {
    let mut chances: Vec<(&Deal<'_>, Chance)> =
        open.iter().filter_map(|deal| Some((*deal, courses.chance(deal, policy)?))).collect();
    chances.order_by(|one, other| {
        other.1.mean().total_cmp(&one.1.mean()).then_with(|| one.0.id.cmp(other.0.id))
    });
    let most = |count: crate::value::Count| usize::try_from(count.get()).unwrap_or(usize::MAX);
    let level = policy.estimate.interval.get();
    let ends: Vec<(f64, f64)> =
        chances.iter().map(|(_, chance)| estimate::interval(chance.a, chance.b, level)).collect();
    let all = odds(chances.iter().map(|(_, chance)| chance.mean()));
    let focus =
        odds(chances.iter().take(most(policy.first_order.focus_deals)).map(|(_, chance)| chance.mean()));
    let critical = critical_value(chances.len(), policy);
    Pipeline {
        open: whole(open.len()),
        without_stage: whole(open.len().saturating_sub(chances.len())),
        odds: all,
        lower: odds(ends.iter().map(|(lower, _)| *lower)),
        upper: odds(ends.iter().map(|(_, upper)| *upper)),
        focus_odds: focus,
        prospects: chances
            .iter()
            .zip(&ends)
            .take(most(policy.first_order.most_shown))
            .filter_map(|((deal, chance), ends)| prospect(deal, chance, *ends, &chances, critical))
            .collect(),
    }
}

/// Odds of at least one order among deals with these chances; absent without deals.
fn odds(chances: impl Iterator<Item = f64>) -> Option<f64> {
    let none = chances.fold(None, |none: Option<f64>, chance| Some(none.unwrap_or(1.0) * (1.0 - chance)));
    none.map(|none| 1.0 - none)
}

fn prospect(
    deal: &Deal<'_>,
    chance: &Chance,
    (lower, upper): (f64, f64),
    all: &[(&Deal<'_>, Chance)],
    critical: f64,
) -> Option<Prospect> {
    let (stage, since, fact) = deal.furthest()?;
    let ahead = |one: &Chance, other: &Chance| {
        let spread = (one.variance() + other.variance()).sqrt();
        spread > 0.0 && (one.mean() - other.mean()) / spread > critical
    };
    let better = all.iter().filter(|(_, other)| ahead(other, chance)).count();
    let worse = all.iter().filter(|(_, other)| ahead(chance, other)).count();
    Some(Prospect {
        deal: deal.id.clone(),
        name: deal.name.map(|name| name.value.to_owned()),
        stage,
        since,
        age_days: chance.age_days,
        chance: chance.mean(),
        lower,
        upper,
        observed: chance.observed,
        best_rank: whole(better.saturating_add(1)),
        worst_rank: whole(all.len().saturating_sub(worse)),
        fact: fact.id.clone(),
    })
}

/// How many standard errors two chances must differ by, among so many deals: as people are told apart (see `ranking`).
fn critical_value(deals: usize, policy: &Policy) -> f64 {
    let n = length(deals);
    let pairs = (n * (n - 1.0) / 2.0).max(1.0);
    stats::normal_quantile(1.0 - policy.fit.separation_error.get() / (2.0 * pairs)).unwrap_or(f64::INFINITY)
}

fn whole(count: usize) -> i64 {
    i64::try_from(count).unwrap_or(i64::MAX)
}
