//! Similarity: what separates a partner's won deals from its lost ones, and how much of it an open deal has.
//!
//! Deals are compared by Gower's distance over their profile fields, learned from won *and* lost deals. The weight of
//! a field is how much further won and lost deals lie apart in it than deals of the same outcome (the energy distance
//! of G. J. Székely and M. L. Rizzo 2013; 0 if the field tells nothing). The chance of a deal is a Beta posterior:
//! the partner's share of wins, worth a number of deals, plus each closed deal near it; the nearer, the more it
//! counts.
//!
//! Whether this predicts anything is tested on the past. Each closed deal is predicted from the deals that closed
//! before it, and the whole interval of the area under the ROC curve must be above ½. Leaving one deal out instead
//! would be biased: taking a won deal out makes wins rarer among the rest, so every tie goes against it.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::calendar::Instant;
use crate::json::read::{length, words};
use crate::order::{Fill as _, Order as _};
use crate::partner::deal::{Deal, Deals, Outcome};
use crate::policy::Policy;
use crate::stats::{self, GowerField, GowerTable};

words! {
    /// A profile field of a deal.
    #[cfg_attr(not(feature = "exhaustive"), non_exhaustive)]
    pub enum Field {
        /// Amount, within one currency.
        Amount = "amount",
        /// Industry of the customer.
        Industry = "industry",
        /// Region of the customer.
        Region = "region",
        /// Product.
        Product = "product",
        /// Employees of the customer.
        Employees = "employees",
        /// Who leads it.
        Lead = "lead",
    }

    /// Whether closed deals tell won from lost.
    pub enum Tells {
        /// Too few are closed, or of one kind only.
        TooFew = "too_few",
        /// They tell no difference.
        NoDifference = "no_difference",
        /// They tell a difference.
        Difference = "difference",
    }
}

/// What a partner's closed deals tell.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(not(feature = "exhaustive"), non_exhaustive)]
pub struct Lesson {
    /// Whether they tell won from lost.
    pub tells: Tells,
    /// Closed deals looked at.
    pub closed: i64,
    /// Those of them won.
    pub won: i64,
    /// Those of them lost.
    pub lost: i64,
    /// Older closed deals that were not looked at.
    pub older: i64,
    /// Share of wins among those looked at; absent without any.
    pub base: Option<f64>,
    /// Closed deals that could be foretold from earlier ones.
    pub foretold: i64,
    /// How well they were: the chance that one that was won had been given a higher chance than one that was lost.
    pub auc: Option<f64>,
    /// Lower end of its interval at the policy's certainty; they tell a difference where it lies above ½.
    pub auc_lower: Option<f64>,
    /// Upper end of it.
    pub auc_upper: Option<f64>,
    /// What each field counts, in the order of the fields; empty where nothing was learned.
    pub fields: Vec<FieldShare>,
}

/// What one field counts.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(not(feature = "exhaustive"), non_exhaustive)]
pub struct FieldShare {
    /// The field.
    pub field: Field,
    /// The currency of an amount.
    pub unit: Option<String>,
    /// Its share of all that tells won from lost, 0 to 1.
    pub share: f64,
}

/// What an open deal has of the closed ones.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Likeness {
    /// First parameter of the Beta posterior of its chance.
    pub a: f64,
    /// Second parameter.
    pub b: f64,
    /// Its chance: the mean.
    pub chance: f64,
    /// Probability that the chance lies above the partner's share of wins.
    pub above_base: f64,
}

/// The partner's deals as one table, and what was learned of the closed ones.
#[derive(Debug)]
#[cfg_attr(feature = "rooms", visibility::make(pub))]
pub(crate) struct Similarity<'d, 'a> {
    /// What the closed deals tell.
    pub lesson: Lesson,
    columns: Vec<Column>,
    table: Option<GowerTable>,
    /// Learned weight of each column; they sum to 1, or are all 0.
    weights: Vec<f64>,
    /// The closed deals looked at, in the order of their closing, with whether they were won.
    closed: Vec<(&'d Deal<'a>, bool)>,
    /// The row of each open deal in the table.
    open: BTreeMap<&'a crate::fact::DealId, usize>,
    reach: f64,
    prior_deals: f64,
}

#[derive(Debug, Clone, PartialEq)]
struct Column {
    field: Field,
    unit: Option<String>,
    weight: f64,
}

impl<'d, 'a> Similarity<'d, 'a> {
    /// Learns from the partner's closed deals, the newest of the policy's number.
    #[must_use]
    pub fn learn(deals: &'d Deals<'a>, policy: &Policy) -> Self {
        let of = &policy.similarity;
        let mut closed: Vec<(Instant, &'d Deal<'a>, bool)> = deals
            .all
            .iter()
            .filter_map(|deal| match deal.outcome() {
                Outcome::Won(_, fact) => Some((fact.at, deal, true)),
                Outcome::Lost(_, fact) => Some((fact.at, deal, false)),
                Outcome::Open => None,
            })
            .collect();
        closed.order_by_key(|(at, deal, _)| (*at, deal.id));
        let most = usize::try_from(of.most_closed.get()).unwrap_or(usize::MAX);
        let older = closed.len().saturating_sub(most);
        closed.drain(..older);
        let won = closed.iter().filter(|(_, _, won)| *won).count();
        let lost = closed.len().saturating_sub(won);
        let mut similarity = Self {
            lesson: Lesson {
                tells: Tells::TooFew,
                closed: whole(closed.len()),
                won: whole(won),
                lost: whole(lost),
                older: whole(older),
                base: (!closed.is_empty()).then(|| length(won) / length(closed.len())),
                foretold: 0,
                auc: None,
                auc_lower: None,
                auc_upper: None,
                fields: Vec::new(),
            },
            columns: Vec::new(),
            table: None,
            weights: Vec::new(),
            closed: closed.iter().map(|(_, deal, won)| (*deal, *won)).collect(),
            open: BTreeMap::new(),
            reach: of.reach.get(),
            prior_deals: of.prior_deals.get(),
        };
        let enough = |count: usize, least: crate::value::Count| whole(count) >= least.get();
        if enough(closed.len(), of.least_closed) && enough(won, of.least_each) && enough(lost, of.least_each)
        {
            let open: Vec<&'d Deal<'a>> = deals.all.iter().filter(|deal| deal.is_open()).collect();
            let at: Vec<Instant> = closed.iter().map(|(at, ..)| *at).collect();
            similarity.ask_the_past(&open, &at, policy);
        }
        similarity
    }

    /// What an open deal has of the closed ones; absent where they tell no difference.
    #[must_use]
    pub(crate) fn likeness(&self, deal: &Deal<'_>) -> Option<Likeness> {
        if self.lesson.tells != Tells::Difference {
            return None;
        }
        let (table, row, base) = (self.table.as_ref()?, *self.open.get(deal.id)?, self.lesson.base?);
        let near = (0..self.closed.len()).map(|closed| near(table, &self.weights, self.reach, row, closed));
        let (a, b) = self.posterior(base, near);
        let above_base = stats::beta_sf(a, b, base).unwrap_or(0.0);
        Some(Likeness { a, b, chance: a / (a + b), above_base })
    }

    /// The nearest won deals of an open one: the deal, its distance by the learned weights.
    #[must_use]
    pub fn nearest_won(&self, deal: &Deal<'_>, most: usize) -> Vec<(&'d Deal<'a>, f64)> {
        let (Some(table), Some(row)) = (&self.table, self.open.get(deal.id)) else { return Vec::new() };
        let mut won: Vec<(f64, usize)> = self
            .closed
            .iter()
            .enumerate()
            .filter(|(_, (_, won))| *won)
            .filter_map(|(at, _)| Some((self.distance(table, *row, at)?, at)))
            .collect();
        // Of equally near ones the newest first.
        won.order_by(|one, other| one.0.total_cmp(&other.0).then(other.1.cmp(&one.1)));
        won.truncate(most);
        won.into_iter().filter_map(|(apart, at)| Some((self.closed.get(at)?.0, apart))).collect()
    }

    /// The profile fields of an open deal beside those of a closed one: how far apart in each, 0 to 1, where both are
    /// known, in the order of the fields.
    #[must_use]
    pub fn fields(&self, open: &Deal<'_>, closed: &Deal<'_>) -> Vec<(Field, Option<&str>, Option<f64>)> {
        let row = self.open.get(open.id);
        let other = self.closed.iter().position(|(deal, _)| deal.id == closed.id);
        let (Some(table), Some(row), Some(other)) = (&self.table, row, other) else { return Vec::new() };
        let apart = |index: usize| table.field(index, *row, other);
        self.columns.iter().enumerate().map(|(i, of)| (of.field, of.unit.as_deref(), apart(i))).collect()
    }

    fn distance(&self, table: &GowerTable, one: usize, other: usize) -> Option<f64> {
        let fields = self.weights.iter().enumerate();
        stats::gower_mean(fields.map(|(field, weight)| (table.field(field, one, other), *weight)))
    }

    /// The Beta posterior of a chance: the share of wins, worth the policy's number of deals, and what is near.
    fn posterior(&self, base: f64, near: impl Iterator<Item = f64>) -> (f64, f64) {
        let (mut a, mut b) = (self.prior_deals * base, self.prior_deals * (1.0 - base));
        for (counts, (_, won)) in near.zip(&self.closed) {
            if *won { a += counts } else { b += counts }
        }
        (a, b)
    }

    /// Foretells each closed deal from those closed before it, then learns from all of them.
    fn ask_the_past(&mut self, open: &[&'d Deal<'a>], at: &[Instant], policy: &Policy) {
        let rows: Vec<&Deal<'a>> =
            self.closed.iter().map(|(deal, _)| *deal).chain(open.iter().copied()).collect();
        let (columns, fields) = profile(&rows, self.closed.len(), policy);
        let weights: Vec<f64> = columns.iter().map(|column| column.weight).collect();
        // The weights are at least 0, the fields of one length and their numbers finite.
        let Ok(table) = GowerTable::new(fields, weights) else { return };
        let mut apart = Apart::new(columns.len());
        let (mut scores, mut results) = (Vec::new(), Vec::new());
        let (mut before, mut won) = (0_usize, 0_usize);
        let least = policy.similarity.least_each.get();
        // What closed at one instant is foretold from what closed before it.
        for group in at.chunk_by(|one, other| one == other) {
            let end = before.saturating_add(group.len());
            let known = length(won) / length(before).max(1.0);
            if whole(won) >= least && whole(before.saturating_sub(won)) >= least {
                let weights = apart.weights(&columns);
                for row in before..end {
                    let near = (0..before).map(|closed| near(&table, &weights, self.reach, row, closed));
                    let (a, b) = self.posterior(known, near);
                    scores.push(a / (a + b) - known);
                    results.push(self.closed.get(row).is_some_and(|(_, won)| *won));
                }
            }
            for row in before..end {
                apart.take(&table, &self.closed, row);
            }
            won = self.closed.iter().take(end).filter(|(_, won)| *won).count();
            before = end;
        }
        self.judge(&scores, &results, policy);
        self.weights = apart.weights(&columns);
        self.lesson.fields = columns
            .iter()
            .zip(&self.weights)
            .map(|(of, share)| FieldShare { field: of.field, unit: of.unit.clone(), share: *share })
            .collect();
        let first = self.closed.len();
        self.open = open.iter().enumerate().map(|(i, deal)| (deal.id, first.saturating_add(i))).fill();
        self.columns = columns;
        self.table = Some(table);
    }

    fn judge(&mut self, scores: &[f64], results: &[bool], policy: &Policy) {
        let won = results.iter().filter(|won| **won).count();
        let lost = results.len().saturating_sub(won);
        self.lesson.foretold = whole(results.len());
        let least = policy.similarity.least_each.get();
        if whole(won) < least || whole(lost) < least {
            return;
        }
        let counts = (u64::try_from(won).unwrap_or(u64::MAX), u64::try_from(lost).unwrap_or(u64::MAX));
        let level = policy.similarity.certainty.get();
        let Ok(Some(area)) = stats::auc(scores, results) else { return };
        let Ok((lower, upper)) = stats::auc_interval(area, counts.0, counts.1, level) else { return };
        self.lesson.auc = Some(area);
        (self.lesson.auc_lower, self.lesson.auc_upper) = (Some(lower), Some(upper));
        self.lesson.tells = if lower > 0.5 { Tells::Difference } else { Tells::NoDifference };
    }
}

/// How much a closed deal says of another, 0 to 1: falling from 1 at no distance to 0 at the reach, and less where the
/// fields that count are not known of both.
fn near(table: &GowerTable, weights: &[f64], reach: f64, row: usize, closed: usize) -> f64 {
    let (mut sum, mut known) = (0.0, 0.0);
    for (field, weight) in weights.iter().enumerate() {
        if *weight > 0.0
            && let Some(apart) = table.field(field, row, closed)
        {
            sum += weight * apart;
            known += weight;
        }
    }
    if known > 0.0 { (1.0 - sum / known / reach).max(0.0) * known } else { 0.0 }
}

/// Mean distances in each field between two won deals, a won and a lost one, two lost ones.
struct Apart {
    /// Of each field: sum and number of the pairs with none, one and two won deals.
    fields: Vec<[(f64, f64); 3]>,
}

impl Apart {
    fn new(fields: usize) -> Self {
        Self { fields: vec![[(0.0, 0.0); 3]; fields] }
    }

    /// Takes in the pairs of a closed deal with all before it.
    fn take(&mut self, table: &GowerTable, closed: &[(&Deal<'_>, bool)], row: usize) {
        let Some((_, own)) = closed.get(row) else { return };
        for (index, field) in self.fields.iter_mut().enumerate() {
            for (other, (_, won)) in closed.iter().take(row).enumerate() {
                let kind = usize::from(*own).saturating_add(usize::from(*won));
                if let (Some(apart), Some((sum, pairs))) =
                    (table.field(index, row, other), field.get_mut(kind))
                {
                    *sum += apart;
                    *pairs += 1.0;
                }
            }
        }
    }

    /// What each field counts: its policy weight times its energy distance; they sum to 1, or are all 0.
    fn weights(&self, columns: &[Column]) -> Vec<f64> {
        let mean = |(sum, pairs): (f64, f64)| if pairs > 0.0 { Some(sum / pairs) } else { None };
        let mut weights: Vec<f64> = self
            .fields
            .iter()
            .zip(columns)
            .map(|([lost, between, won], column)| {
                let known = mean(*lost).zip(mean(*won)).zip(mean(*between));
                let energy = known.map_or(0.0, |((lost, won), between)| between - 0.5 * (lost + won));
                column.weight * energy.max(0.0)
            })
            .collect();
        let sum: f64 = weights.iter().sum();
        if sum > 0.0 {
            weights.iter_mut().for_each(|weight| *weight /= sum);
        }
        weights
    }
}

/// The columns of the deals' profiles. Amounts make one for each currency of at least two closed deals, so that
/// different currencies do not compare.
fn profile(rows: &[&Deal<'_>], closed: usize, policy: &Policy) -> (Vec<Column>, Vec<GowerField>) {
    let (mut columns, mut fields) = (Vec::new(), Vec::new());
    let of = &policy.similarity.fields;
    let mut add = |field: Field, unit: Option<String>, weight: f64, values: GowerField| {
        if weight > 0.0 {
            columns.push(Column { field, unit, weight });
            fields.push(values);
        }
    };
    let mut currencies: BTreeMap<&str, usize> = BTreeMap::new();
    for deal in rows.iter().take(closed).filter(|deal| deal.amount.is_some()) {
        let count = currencies.entry(currency(deal)).or_default();
        *count = count.saturating_add(1);
    }
    for (unit, _) in currencies.into_iter().filter(|(_, count)| *count > 1) {
        let amount = |deal: &&Deal<'_>| deal.amount.filter(|_| currency(deal) == unit).map(|of| of.value);
        let named = (!unit.is_empty()).then(|| unit.to_owned());
        add(Field::Amount, named, of.amount.get(), logarithms(rows.iter().map(amount)));
    }
    let industries = rows.iter().map(|deal| deal.industry.map(|of| of.value));
    add(Field::Industry, None, of.industry.get(), kinds(industries));
    let regions = rows.iter().map(|deal| deal.region.map(|of| of.value));
    add(Field::Region, None, of.region.get(), kinds(regions));
    let products = rows.iter().map(|deal| deal.product.map(|of| of.value));
    add(Field::Product, None, of.product.get(), kinds(products));
    let employees = rows.iter().map(|deal| deal.employees.map(|of| of.value));
    add(Field::Employees, None, of.employees.get(), logarithms(employees));
    let leads = rows.iter().map(|deal| deal.lead.map(|of| of.value.as_str()));
    add(Field::Lead, None, of.lead.get(), kinds(leads));
    (columns, fields)
}

/// The currency of a deal's amount; empty where none is named.
pub(crate) fn currency<'a>(deal: &Deal<'a>) -> &'a str {
    deal.currency.map_or("", |of| of.value)
}

/// Amounts and head counts differ by their ratio: on a logarithmic scale one giant does not make all others alike.
fn logarithms(values: impl Iterator<Item = Option<f64>>) -> GowerField {
    GowerField::Numbers(values.map(|value| value.map(libm::log1p)).collect())
}

fn kinds<'t>(values: impl Iterator<Item = Option<&'t str>>) -> GowerField {
    let mut known: BTreeMap<&str, u32> = BTreeMap::new();
    let kinds = values.map(|value| {
        let next = u32::try_from(known.len()).unwrap_or(u32::MAX);
        value.map(|value| *known.entry(value).or_insert(next))
    });
    GowerField::Kinds(kinds.collect())
}

fn whole(count: usize) -> i64 {
    i64::try_from(count).unwrap_or(i64::MAX)
}
