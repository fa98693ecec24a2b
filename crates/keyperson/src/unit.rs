//! The support unit: the few colleagues who together cover what the person lacks.
//!
//! A unit's trait is the person's own or a colleague's times the policy's cover, whichever is higher. All
//! units up to the policy's size are tried among the strongest colleagues, so the one proposed is the best of them.

use serde::Serialize;

use crate::estimate::Belief;
use crate::fact::{PersonId, Trait};
use crate::order::Order as _;
use crate::policy::Policy;

/// A colleague who might join a unit.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Colleague<'a> {
    /// Who.
    pub person: &'a PersonId,
    /// What is believed of the colleague's traits.
    pub traits: &'a [Belief],
}

/// A proposed unit.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct SupportUnit {
    /// The colleagues, sorted by id.
    pub members: Vec<PersonId>,
    /// Which trait of the person each of them covers.
    pub covers: Vec<Cover>,
}

/// One trait that a colleague covers.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
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
pub fn best<K: PartialOrd>(
    own: &[Belief],
    colleagues: &[Colleague<'_>],
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
fn pool<'c, 'a>(own: &[Belief], colleagues: &'c [Colleague<'a>], policy: &Policy) -> Vec<&'c Colleague<'a>> {
    let looked_at = usize::try_from(policy.unit.looked_at.get()).unwrap_or(0);
    let mut pool: Vec<&Colleague<'_>> = Vec::new();
    for mine in own {
        let mut strong: Vec<(f64, &Colleague<'_>)> = colleagues
            .iter()
            .filter_map(|colleague| Some((covered(colleague, mine.of, policy)?, colleague)))
            .filter(|(mean, _)| *mean > mine.mean.unwrap_or(0.0))
            .collect();
        strong.order_by(|a, b| b.0.total_cmp(&a.0).then_with(|| a.1.person.cmp(b.1.person)));
        pool.extend(strong.into_iter().take(looked_at).map(|(_, colleague)| colleague));
    }
    pool.order_by_key(|colleague| colleague.person);
    pool.dedup_by_key(|colleague| colleague.person);
    pool
}

/// What a colleague's trait is worth to the person.
fn covered(colleague: &Colleague<'_>, of: Trait, policy: &Policy) -> Option<f64> {
    let theirs = colleague.traits.iter().find(|t| t.of == of)?;
    Some(theirs.mean? * policy.unit.cover.get(of).get())
}

/// Every set of 1 to `size` colleagues: the small ones first, each in the order of the pool.
fn subsets<'c, 'a>(pool: &[&'c Colleague<'a>], size: usize) -> Vec<Vec<&'c Colleague<'a>>> {
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
                .filter_map(|colleague| Some((covered(colleague, mine.of, policy)?, *colleague)))
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
