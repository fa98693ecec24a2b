//! The support unit: the few colleagues who together cover what the person lacks.
//!
//! A unit's trait is the person's own or a colleague's times the policy's cover, whichever is higher. All
//! units up to the policy's size are tried among the strongest colleagues, so the one proposed is the best of them.

use serde::{Deserialize, Serialize};

use crate::fact::{PersonId, Trait};
use crate::order::Order as _;
use crate::person::estimate::Belief;
use crate::person::fit;
use crate::policy::Policy;

/// A colleague who might join a unit, or follow.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Colleague<'c> {
    /// Who.
    pub person: &'c PersonId,
    /// What is believed of the colleague's traits.
    pub traits: &'c [Belief],
}

/// Everybody at a partner who has not left. They are sorted once and used for every person.
#[derive(Debug, Clone, Default)]
pub(crate) struct Colleagues<'a> {
    /// By id.
    all: Vec<(&'a PersonId, Vec<Belief>)>,
    /// For each trait, what everybody's is worth to others, the most first; of equal ones by id.
    by_trait: Vec<(Trait, Vec<(f64, usize)>)>,
    /// Those of whom anything is known, the best first; of equal ones by id.
    by_fit: Vec<Fitting>,
}

/// How well somebody fits the role.
#[derive(Debug, Clone, Copy)]
struct Fitting {
    place: usize,
    score: f64,
    variance: Option<f64>,
}

impl<'a> Colleagues<'a> {
    /// Takes everybody, by id, with what is believed of them.
    #[must_use]
    pub fn of(all: Vec<(&'a PersonId, Vec<Belief>)>, policy: &Policy) -> Self {
        let everybody = || all.iter().enumerate().map(|(place, (_, traits))| (place, traits.as_slice()));
        let by_trait = Trait::ALL.iter().map(|of| {
            let worth =
                everybody().filter_map(|(place, traits)| Some((covered(traits, *of, policy)?, place)));
            let mut worth: Vec<(f64, usize)> = worth.collect();
            // A stable sort leaves equal ones by id.
            worth.order_by(|one, other| other.0.total_cmp(&one.0));
            (*of, worth)
        });
        let by_trait = by_trait.collect();
        let fitting = everybody().filter_map(|(place, traits)| {
            let score = fit::score(traits, policy)?;
            Some(Fitting { place, score, variance: fit::variance(traits, policy) })
        });
        let mut by_fit: Vec<Fitting> = fitting.collect();
        by_fit.order_by(|one, other| other.score.total_cmp(&one.score));
        Self { by_trait, by_fit, all }
    }

    /// Those beside one person.
    #[must_use]
    pub fn beside(&self, person: &PersonId) -> Beside<'_, 'a> {
        let own = self.all.binary_search_by(|(of, _)| (*of).cmp(person)).ok();
        Beside { colleagues: self, own }
    }

    fn get(&self, place: usize) -> Option<Colleague<'_>> {
        self.all.get(place).map(|(person, traits)| Colleague { person, traits })
    }
}

/// The colleagues of one person.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Beside<'c, 'a> {
    colleagues: &'c Colleagues<'a>,
    /// The place of the person among them.
    own: Option<usize>,
}

/// A colleague of whom something is known: who, the score, and its variance where there is one.
pub(crate) type Known<'c> = (Colleague<'c>, f64, Option<f64>);

impl<'c, 'a> Beside<'c, 'a> {
    /// Those of whom anything is known, the best first; of equal ones by id.
    pub fn by_fit(self) -> impl Iterator<Item = Known<'c>> + use<'c, 'a> {
        let others = self.colleagues.by_fit.iter().filter(move |of| Some(of.place) != self.own);
        others.filter_map(move |of| Some((self.colleagues.get(of.place)?, of.score, of.variance)))
    }

    /// How many those are.
    #[must_use]
    pub fn known(self) -> usize {
        let own = self.colleagues.by_fit.iter().any(|of| Some(of.place) == self.own);
        self.colleagues.by_fit.len().saturating_sub(usize::from(own))
    }

    /// Those of whom a trait is known, each with what it is worth to the person, the most first; of equal ones by id.
    fn by_trait(self, of: Trait) -> impl Iterator<Item = (f64, Colleague<'c>)> + use<'c, 'a> {
        let ordered = self.colleagues.by_trait.iter().find(|(known, _)| *known == of);
        let ordered = ordered.map(|(_, ordered)| ordered.as_slice()).unwrap_or_default();
        let others = ordered.iter().filter(move |(_, place)| Some(*place) != self.own);
        others.filter_map(move |(worth, place)| Some((*worth, self.colleagues.get(*place)?)))
    }
}

/// A proposed unit.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(not(feature = "exhaustive"), non_exhaustive)]
pub struct SupportUnit {
    /// The colleagues, sorted by id.
    pub members: Vec<PersonId>,
    /// Which trait of the person each of them covers.
    pub covers: Vec<Cover>,
}

/// One trait that a colleague covers.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(not(feature = "exhaustive"), non_exhaustive)]
pub struct Cover {
    /// The trait.
    #[serde(rename = "trait")]
    pub of: Trait,
    /// The colleague.
    pub member: PersonId,
    /// The unit's mean for it.
    pub mean: f64,
}

/// The best unit for a person: the one whose traits `worth` puts first (a larger key is better).
///
/// Of equal ones, the smallest; of equally small ones, the first by the ids of its members.
#[must_use]
pub(crate) fn best<K: PartialOrd>(
    own: &[Belief],
    colleagues: Beside<'_, '_>,
    policy: &Policy,
    worth: impl Fn(&[Belief]) -> K,
) -> Option<(SupportUnit, Vec<Belief>)> {
    let pool = pool(own, colleagues, policy);
    let size = usize::try_from(policy.unit.size.get()).unwrap_or(0);
    let mut best: Option<(K, Vec<&Colleague<'_>>)> = None;
    for members in subsets(&pool, size) {
        let key = worth(&together(own, &members, policy).0);
        if best.as_ref().is_none_or(|(known, _)| key > *known) {
            best = Some((key, members));
        }
    }
    let (_, members) = best?;
    let (traits, covers) = together(own, &members, policy);
    if covers.is_empty() {
        return None;
    }
    let mut used: Vec<PersonId> = covers.iter().map(|cover| cover.member.clone()).collect();
    used.order();
    used.dedup();
    Some((SupportUnit { members: used, covers }, traits))
}

/// The colleagues worth a look: for each trait, the strongest few, sorted by id.
fn pool<'c>(own: &[Belief], colleagues: Beside<'c, '_>, policy: &Policy) -> Vec<Colleague<'c>> {
    let looked_at = usize::try_from(policy.unit.looked_at.get()).unwrap_or(0);
    let mut pool: Vec<Colleague<'_>> = Vec::new();
    for mine in own {
        let stronger =
            colleagues.by_trait(mine.of).take_while(|(worth, _)| *worth > mine.mean.unwrap_or(0.0));
        pool.extend(stronger.take(looked_at).map(|(_, colleague)| colleague));
    }
    pool.order_by_key(|colleague| colleague.person);
    pool.dedup_by_key(|colleague| colleague.person);
    pool
}

/// What a colleague's trait is worth to the person.
fn covered(traits: &[Belief], of: Trait, policy: &Policy) -> Option<f64> {
    let theirs = traits.iter().find(|theirs| theirs.of == of)?;
    Some(theirs.mean? * policy.unit.cover.get(of).get())
}

/// Every set of 1 to `size` colleagues: the small ones first, each in the order of the pool.
fn subsets<'c, 'a>(pool: &'c [Colleague<'a>], size: usize) -> Vec<Vec<&'c Colleague<'a>>> {
    let mut all: Vec<Vec<&Colleague<'_>>> = Vec::new();
    let mut last: Vec<(usize, Vec<&Colleague<'_>>)> = vec![(0, Vec::new())];
    for _ in 0..size {
        let mut next = Vec::new();
        for (from, members) in &last {
            for (index, colleague) in pool.iter().enumerate().skip(*from) {
                let mut larger = members.clone();
                larger.push(colleague);
                next.push((index.saturating_add(1), larger));
            }
        }
        all.extend(next.iter().map(|(_, members)| members.clone()));
        last = next;
    }
    all
}

/// The traits of the person with these colleagues, and who covers what.
fn together(own: &[Belief], members: &[&Colleague<'_>], policy: &Policy) -> (Vec<Belief>, Vec<Cover>) {
    let mut covers = Vec::new();
    let traits = own
        .iter()
        .map(|mine| {
            let best = members
                .iter()
                .filter_map(|colleague| Some((covered(colleague.traits, mine.of, policy)?, *colleague)))
                .max_by(|a, b| a.0.total_cmp(&b.0).then_with(|| b.1.person.cmp(a.1.person)));
            match best {
                Some((mean, colleague)) if mean > mine.mean.unwrap_or(0.0) => {
                    covers.push(Cover { of: mine.of, member: colleague.person.clone(), mean });
                    scaled(mine, colleague, mean)
                }
                _ => *mine,
            }
        })
        .collect();
    (traits, covers)
}

/// The person's trait as the colleague covers it: the covered mean, as sure as the colleague's evidence is.
fn scaled(mine: &Belief, colleague: &Colleague<'_>, mean: f64) -> Belief {
    let theirs = colleague.traits.iter().find(|t| t.of == mine.of).unwrap_or(mine);
    let total = theirs.a + theirs.b;
    Belief { of: mine.of, mean: Some(mean), a: total * mean, b: total * (1.0 - mean) }
}
