//! Where to begin: which partner to begin with, by the odds of an early first win, and with whom there.
//!
//! A row depends on its own partner only. The order of the rows, and how far it can be relied on, depends on the rows
//! that are compared: one partner comes before another only if their intervals do not overlap.

use serde::{Deserialize, Serialize};

use crate::calendar::Day;
use crate::deals::chance::Courses;
use crate::deals::first_order::{self, FirstOrder, FirstOrderState, Pipeline};
use crate::deals::replication;
use crate::deals::similarity::{Similarity, Tells};
use crate::fact::{PartnerId, PersonId};
use crate::order::Order as _;
use crate::partner::deal::{Deal, Deals};
use crate::partner::view::PartnerView;
use crate::policy::Policy;

/// A partner with open deals or wins.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(not(feature = "exhaustive"), non_exhaustive)]
pub struct WhereToBeginRow {
    /// The partner.
    pub partner: PartnerId,
    /// Its name, where registered.
    pub partner_name: Option<String>,
    /// Which question is asked of it.
    pub state: FirstOrderState,
    /// The day of its first win.
    pub first_win: Option<Day>,
    /// Deals won.
    pub won: i64,
    /// Open deals.
    pub open: i64,
    /// All open deals and the odds of at least one order, with the few to begin with; absent where the question is
    /// another.
    pub pipeline: Option<Pipeline>,
    /// The person whose own deals have the highest odds; absent where nobody leads an open deal, or the question is
    /// another.
    pub person: Option<PersonId>,
    /// The person's name, where registered.
    pub person_name: Option<String>,
    /// The odds of that person's deals.
    pub person_odds: Option<f64>,
    /// Whether their interval lies above everybody else's at the partner; absent without a person.
    pub person_separable: Option<bool>,
    /// Whether the closed deals tell won from lost; absent before the first win.
    pub tells: Option<Tells>,
    /// Open prospects in which a win may be repeated; absent before the first win.
    pub proposals: Option<i64>,
    /// Whether any win was repeated; absent before the first win.
    pub repeated: Option<bool>,
}

/// How far the place of a partner in the list can be relied on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(not(feature = "exhaustive"), non_exhaustive)]
pub struct WhereToBeginStanding {
    /// The partner.
    pub partner: PartnerId,
    /// The best rank that the intervals allow, from 1.
    pub best_rank: i64,
    /// The worst.
    pub worst_rank: i64,
}

/// The row of one partner; absent where it has neither an open deal nor a win. `people` are those who have not left,
/// each with name and answer.
#[must_use]
pub(crate) fn row(
    partner: &PartnerView<'_>,
    deals: &Deals<'_>,
    courses: &Courses,
    similarity: &Similarity<'_, '_>,
    people: &[(&PersonId, Option<&str>, &FirstOrder)],
    policy: &Policy,
) -> Option<WhereToBeginRow> {
    let open: Vec<&Deal<'_>> = deals.open().collect();
    let first_win = deals.first_win().map(|(day, ..)| day);
    let won = first_win.is_some();
    if open.is_empty() && !won {
        return None;
    }
    let pipeline = (!won).then(|| {
        let mut pipeline = first_order::pipeline(&open, courses, policy);
        pipeline
            .prospects
            .truncate(usize::try_from(policy.first_order.focus_deals.get()).unwrap_or(usize::MAX));
        pipeline
    });
    let mut leading: Vec<(&PersonId, Option<&str>, &Pipeline)> = people
        .iter()
        .filter_map(|(person, name, start)| Some((*person, *name, start.pipeline.as_ref()?)))
        .filter(|(_, _, pipeline)| pipeline.odds.is_some())
        .collect();
    leading.order_by(|one, other| {
        let odds = |of: &Pipeline| of.odds.unwrap_or_default();
        odds(other.2).total_cmp(&odds(one.2)).then_with(|| one.0.cmp(other.0))
    });
    let first = leading.first();
    Some(WhereToBeginRow {
        partner: partner.partner.clone(),
        partner_name: partner.name.map(str::to_owned),
        state: if won { FirstOrderState::Replicate } else { FirstOrderState::Begin },
        first_win,
        won: whole(deals.wins()),
        open: whole(open.len()),
        pipeline,
        person: first.map(|(person, ..)| (*person).clone()),
        person_name: first.and_then(|(_, name, _)| name.map(str::to_owned)),
        person_odds: first.and_then(|(_, _, pipeline)| pipeline.odds),
        person_separable: first
            .map(|(_, _, first)| leading.iter().skip(1).all(|(_, _, other)| other.upper < first.lower)),
        tells: won.then_some(similarity.lesson.tells),
        proposals: won.then(|| whole(replication::near(&open, similarity, policy).len())),
        repeated: won.then(|| deals.any_repeated()),
    })
}

/// Orders rows: those that may begin by their odds, then those that may repeat a win by how many prospects there are
/// for it; equal ones by partner.
#[cfg_attr(feature = "rooms", visibility::make(pub))]
pub(crate) fn order(rows: &mut [WhereToBeginRow]) {
    rows.order_by(|one, other| {
        let odds =
            |row: &WhereToBeginRow| row.pipeline.as_ref().and_then(|pipeline| pipeline.odds).unwrap_or(-1.0);
        one.state
            .cmp(&other.state)
            .then_with(|| odds(other).total_cmp(&odds(one)))
            .then_with(|| other.proposals.cmp(&one.proposals))
            .then_with(|| one.partner.cmp(&other.partner))
    });
}

/// How far the order of the rows that may begin can be relied on, in their order.
#[must_use]
#[cfg_attr(feature = "rooms", visibility::make(pub))]
pub(crate) fn standings(rows: &[WhereToBeginRow]) -> Vec<WhereToBeginStanding> {
    let ends: Vec<(&PartnerId, f64, f64)> = rows
        .iter()
        .filter_map(|row| {
            let pipeline = row.pipeline.as_ref()?;
            Some((&row.partner, pipeline.lower?, pipeline.upper?))
        })
        .collect();
    let sorted = |end: fn(&(&PartnerId, f64, f64)) -> f64| {
        let mut ends: Vec<f64> = ends.iter().map(end).collect();
        ends.order_by(f64::total_cmp);
        ends
    };
    let (lowers, uppers) = (sorted(|(_, lower, _)| *lower), sorted(|(_, _, upper)| *upper));
    let count = ends.len();
    ends.iter()
        .map(|(partner, lower, upper)| {
            let better = count.saturating_sub(lowers.partition_point(|other| other <= upper));
            let worse = uppers.partition_point(|other| other < lower);
            WhereToBeginStanding {
                partner: (*partner).clone(),
                best_rank: whole(better.saturating_add(1)),
                worst_rank: whole(count.saturating_sub(worse)),
            }
        })
        .collect()
}

fn whole(count: usize) -> i64 {
    i64::try_from(count).unwrap_or(i64::MAX)
}
