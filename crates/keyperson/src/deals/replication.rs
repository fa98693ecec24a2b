//! Replication: which open prospects are most like the won deals, and what came of repeating a win.
//!
//! Asked once the partner has a win. A prospect is proposed if its chance, learned from won and lost deals, is above
//! the partner's share of wins with at least the policy's probability. If the closed deals show no difference,
//! nothing is proposed. A prospect without a leader is shown on everybody's page.

use serde::{Deserialize, Serialize};

use crate::calendar::Day;
use crate::deals::similarity::{self, Field, Lesson, Likeness, Similarity, Tells};
use crate::fact::{DealId, Fact, FactId};
use crate::finding::{self, Finding, FindingCode, Urgency};
use crate::json::read::words;
use crate::order::Order as _;
use crate::partner::deal::{Deal, Deals, Outcome, Said};
use crate::partner::view::View;
use crate::person::estimate;
use crate::policy::Policy;
use crate::stats;

words! {
    /// What can be said about repeating a win.
    pub enum ReplicationState {
        /// Nothing is won yet: where to begin is the question.
        NoWin = "no_win",
        /// Too few deals are closed to learn from.
        TooFew = "too_few",
        /// The closed deals tell no difference.
        NoDifference = "no_difference",
        /// No prospect is open.
        NoProspect = "no_prospect",
        /// None of the open prospects is near enough.
        NoneNear = "none_near",
        /// Prospects are proposed.
        Proposed = "proposed",
    }

    /// How a field of two deals compares.
    pub enum ReplicationComparison {
        /// The same, or numbers near each other.
        Alike = "alike",
        /// Different.
        Differs = "differs",
        /// Not known of both, or amounts of different currencies.
        Unknown = "unknown",
    }
}

/// What to repeat, and what came of it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(not(feature = "exhaustive"), non_exhaustive)]
pub struct Replication {
    /// What can be said.
    pub state: ReplicationState,
    /// Deals that the partner has won.
    pub won: i64,
    /// What its closed deals tell.
    pub lesson: Lesson,
    /// Open prospects that were looked at.
    pub prospects: i64,
    /// Those over the floor.
    pub near: i64,
    /// The first of them, the highest chance first.
    pub proposals: Vec<Proposal>,
    /// Won deals that were repeated, the first win first.
    pub repeats: Vec<Repeat>,
    /// Deals that repeat one which is not won, or not known.
    pub like_nothing_won: Vec<DealId>,
}

/// A prospect in which a win may be repeated.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(not(feature = "exhaustive"), non_exhaustive)]
pub struct Proposal {
    /// The deal.
    pub deal: DealId,
    /// Its name, where known.
    pub name: Option<String>,
    /// Chance that it is won.
    pub chance: f64,
    /// Lower end of its interval at the policy's level.
    pub lower: f64,
    /// Upper end of it.
    pub upper: f64,
    /// Probability that the chance lies above the partner's share of wins.
    pub above_base: f64,
    /// The nearest won deals, the nearest first.
    pub nearest: Vec<Neighbour>,
    /// The facts behind it: the profile of the prospect, then of each neighbour with its win.
    pub evidence: Vec<FactId>,
}

/// A won deal near a prospect.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(not(feature = "exhaustive"), non_exhaustive)]
pub struct Neighbour {
    /// The deal.
    pub deal: DealId,
    /// Its name, where known.
    pub name: Option<String>,
    /// The day on which it was won.
    pub won_on: Day,
    /// Gower's distance by what each field counts, 0 to 1.
    pub distance: f64,
    /// Field by field.
    pub fields: Vec<Compared>,
}

/// One field of a prospect and of a won deal.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(not(feature = "exhaustive"), non_exhaustive)]
pub struct Compared {
    /// The field.
    pub field: Field,
    /// How the two compare.
    pub comparison: ReplicationComparison,
    /// What the prospect has; absent where it is not known. An amount comes with its currency.
    pub prospect: Option<String>,
    /// What the won deal has.
    pub won: Option<String>,
}

/// What came of repeating one won deal.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(not(feature = "exhaustive"), non_exhaustive)]
pub struct Repeat {
    /// The won deal.
    pub deal: DealId,
    /// Its name, where known.
    pub name: Option<String>,
    /// Deals that repeat its approach.
    pub tried: i64,
    /// Those of them open.
    pub open: i64,
    /// Those won.
    pub won: i64,
    /// Those lost.
    pub lost: i64,
    /// Share of wins among those closed; absent without any.
    pub share: Option<f64>,
    /// Lower end of its interval at the policy's level.
    pub lower: Option<f64>,
    /// Upper end of it.
    pub upper: Option<f64>,
    /// The facts that say so: the win, then each deal's `like`.
    pub evidence: Vec<FactId>,
}

/// What to repeat in the person's prospects.
#[must_use]
#[cfg_attr(feature = "rooms", visibility::make(pub))]
pub(crate) fn evaluate(
    view: &View<'_, '_>,
    deals: &Deals<'_>,
    similarity: &Similarity<'_, '_>,
    policy: &Policy,
) -> Replication {
    let own = deals.concerning(view.person);
    let open: Vec<&Deal<'_>> = own.iter().copied().filter(|deal| deal.is_open()).collect();
    let near = if deals.wins() > 0 { near(&open, similarity, policy) } else { Vec::new() };
    let most = usize::try_from(policy.replication.most_proposals.get()).unwrap_or(usize::MAX);
    let repeats = deals.repeated_on_page(view.person);
    let astray = own.iter().filter(|deal| {
        let of = |like: Said<'_, &DealId>| deals.get(like.value).map(Deal::outcome);
        deal.like.is_some_and(|like| !matches!(of(like), Some(Outcome::Won(..))))
    });
    Replication {
        state: match (deals.wins(), similarity.lesson.tells) {
            (0, _) => ReplicationState::NoWin,
            (_, Tells::TooFew) => ReplicationState::TooFew,
            (_, Tells::NoDifference) => ReplicationState::NoDifference,
            (_, Tells::Difference) if open.is_empty() => ReplicationState::NoProspect,
            (_, Tells::Difference) if near.is_empty() => ReplicationState::NoneNear,
            (_, Tells::Difference) => ReplicationState::Proposed,
        },
        won: whole(deals.wins()),
        lesson: similarity.lesson.clone(),
        prospects: whole(open.len()),
        near: whole(near.len()),
        proposals: near
            .iter()
            .take(most)
            .map(|(deal, likeness)| proposal(deal, likeness, similarity, view, policy))
            .collect(),
        repeats: repeats
            .into_iter()
            .map(|(source, win, tries)| repeat(source, win, &tries, policy))
            .collect(),
        like_nothing_won: astray.map(|deal| deal.id.clone()).collect(),
    }
}

impl Replication {
    /// That a win can be repeated, and nobody has tried.
    #[must_use]
    pub(crate) fn findings(&self, view: &View<'_, '_>, deals: &Deals<'_>) -> Vec<Finding> {
        let (Some(first), false, None) = (self.proposals.first(), deals.any_repeated(), view.left()) else {
            return Vec::new();
        };
        let shown = |name: &Option<String>, deal: &DealId| name.clone().unwrap_or_else(|| deal.to_string());
        let like = first.nearest.first().map_or_else(String::new, |near| shown(&near.name, &near.deal));
        let finding = Finding::new(FindingCode::ReplicateNow, Urgency::Important, "")
            .value("count", finding::count(self.near))
            .value("deal", finding::text(shown(&first.name, &first.deal)))
            .value("like", finding::text(like))
            .value("chance", finding::share(first.chance))
            .evidence(first.evidence.iter().cloned());
        vec![match deals.last_win() {
            Some((_, fact, _)) => finding.since(fact.at),
            None => finding,
        }]
    }
}

/// The open deals over the floor with what they have of the closed ones, the highest chance first.
pub(crate) fn near<'o, 'a>(
    open: &[&'o Deal<'a>],
    similarity: &Similarity<'_, '_>,
    policy: &Policy,
) -> Vec<(&'o Deal<'a>, Likeness)> {
    let floor = policy.replication.enough_probability.get();
    let mut near: Vec<_> = open
        .iter()
        .filter_map(|deal| Some((*deal, similarity.likeness(deal)?)))
        // INVARIANT: nothing under the floor is proposed.
        .filter(|(_, likeness)| likeness.above_base >= floor)
        .collect();
    near.order_by(|one, other| {
        other.1.chance.total_cmp(&one.1.chance).then_with(|| one.0.id.cmp(other.0.id))
    });
    near
}

fn proposal(
    deal: &Deal<'_>,
    likeness: &Likeness,
    similarity: &Similarity<'_, '_>,
    view: &View<'_, '_>,
    policy: &Policy,
) -> Proposal {
    let (lower, upper) = estimate::interval(likeness.a, likeness.b, policy.estimate.interval.get());
    let most = usize::try_from(policy.replication.nearest_won.get()).unwrap_or(usize::MAX);
    let nearest = similarity.nearest_won(deal, most);
    let mut evidence: Vec<FactId> = Vec::new();
    let mut say = |fact: &Fact| evidence.push(fact.id.clone());
    profile_facts(deal).for_each(&mut say);
    for (won, _) in &nearest {
        profile_facts(won).for_each(&mut say);
        if let Outcome::Won(_, fact) = won.outcome() {
            say(fact);
        }
    }
    Proposal {
        deal: deal.id.clone(),
        name: deal.name.map(|name| name.value.to_owned()),
        chance: likeness.chance,
        lower,
        upper,
        above_base: likeness.above_base,
        nearest: nearest
            .into_iter()
            .map(|(won, distance)| Neighbour {
                deal: won.id.clone(),
                name: won.name.map(|name| name.value.to_owned()),
                won_on: match won.outcome() {
                    Outcome::Won(day, _) | Outcome::Lost(day, _) => day,
                    Outcome::Open => view.today(),
                },
                distance,
                fields: compared(deal, won, similarity, policy),
            })
            .collect(),
        evidence: finding::once_each(evidence.into_iter()),
    }
}

/// The facts that say what a deal is like.
fn profile_facts<'a>(deal: &Deal<'a>) -> impl Iterator<Item = &'a Fact> {
    let texts = [deal.industry, deal.region, deal.product, deal.currency];
    let numbers = [deal.amount, deal.employees];
    texts.into_iter().flatten().map(|of| of.fact).chain(numbers.into_iter().flatten().map(|of| of.fact))
}

fn compared(
    open: &Deal<'_>,
    won: &Deal<'_>,
    similarity: &Similarity<'_, '_>,
    policy: &Policy,
) -> Vec<Compared> {
    let mut fields: Vec<Compared> = Vec::new();
    for (field, _, apart) in similarity.fields(open, won) {
        let comparison = match apart {
            None => ReplicationComparison::Unknown,
            Some(apart) if apart <= alike_to(field, policy) => ReplicationComparison::Alike,
            Some(_) => ReplicationComparison::Differs,
        };
        let of = Compared { field, comparison, prospect: shown(field, open), won: shown(field, won) };
        // Amounts have a column for each currency; the one that both have speaks for the field.
        match fields.last_mut().filter(|last| last.field == field) {
            Some(last) if comparison != ReplicationComparison::Unknown => *last = of,
            Some(_) => {}
            None => fields.push(of),
        }
    }
    fields
}

fn alike_to(field: Field, policy: &Policy) -> f64 {
    match field {
        Field::Amount | Field::Employees => policy.replication.alike_to.get(),
        Field::Industry | Field::Region | Field::Product | Field::Lead => 0.0,
    }
}

/// What a deal has in a field, as text.
fn shown(field: Field, deal: &Deal<'_>) -> Option<String> {
    let text = |of: Option<Said<'_, &str>>| of.map(|of| of.value.to_owned());
    match field {
        Field::Amount => deal.amount.map(|of| match similarity::currency(deal) {
            "" => of.value.to_string(),
            currency => format!("{} {currency}", of.value),
        }),
        Field::Industry => text(deal.industry),
        Field::Region => text(deal.region),
        Field::Product => text(deal.product),
        Field::Employees => deal.employees.map(|of| of.value.to_string()),
        Field::Lead => deal.lead.map(|of| of.value.to_string()),
    }
}

fn repeat(source: &Deal<'_>, win: &Fact, tries: &[&Deal<'_>], policy: &Policy) -> Repeat {
    let (mut open, mut won, mut lost) = (0_i64, 0_i64, 0_i64);
    for deal in tries {
        let kind = match deal.outcome() {
            Outcome::Open => &mut open,
            Outcome::Won(..) => &mut won,
            Outcome::Lost(..) => &mut lost,
        };
        *kind = kind.saturating_add(1);
    }
    let closed = won.saturating_add(lost);
    let share = stats::share_interval(won, closed, policy.estimate.interval.get());
    Repeat {
        deal: source.id.clone(),
        name: source.name.map(|name| name.value.to_owned()),
        tried: whole(tries.len()),
        open,
        won,
        lost,
        share: share.map(|share| share.value),
        lower: share.map(|share| share.lower),
        upper: share.map(|share| share.upper),
        evidence: std::iter::once(win.id.clone())
            .chain(tries.iter().filter_map(|deal| deal.like).map(|like| like.fact.id.clone()))
            .collect(),
    }
}

fn whole(count: usize) -> i64 {
    i64::try_from(count).unwrap_or(i64::MAX)
}
