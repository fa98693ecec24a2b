//! Change: what moved a person's fit between two dates, trait by trait, with the facts that came in between.
//!
//! The points of the traits are the differences of their contributions; they and `reference` sum to the change
//! of the score. `reference` is not 0 only where other traits are known than before.

use std::collections::BTreeSet;

use serde::Serialize;

use crate::calendar::Instant;
use crate::error::Error;
use crate::estimate;
use crate::fact::{FactId, Journal, PersonId, Trait};
use crate::fit::{self, Contribution, Fit};
use crate::policy::Policy;
use crate::view::PartnerView;

/// What moved a fit.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Change {
    /// The earlier instant.
    pub from: Instant,
    /// The later instant.
    pub to: Instant,
    /// Score at the earlier instant; absent where unknown.
    pub before: Option<f64>,
    /// Score at the later instant; absent where unknown.
    pub after: Option<f64>,
    /// What each trait contributes to the change, those that changed only.
    pub points: Vec<Contribution>,
    /// What comes from other traits being known than before.
    pub reference: f64,
    /// The person's facts in between, by instant.
    pub facts: Vec<FactId>,
    /// Values that somebody set and that hold at one of the two instants only: begun, replaced or ended in between.
    pub overrides: Vec<FactId>,
}

/// What moved the fit of `person` between two instants (in either order).
///
/// # Errors
/// As [`brief`](crate::brief()).
pub fn change(
    journal: &Journal,
    policy: &Policy,
    person: &PersonId,
    one: Instant,
    other: Instant,
) -> Result<Change, Error> {
    let (from, to) = if one <= other { (one, other) } else { (other, one) };
    let now = crate::brief::partner_of(journal, person, to)?;
    let at = |instant: Instant| -> Result<(Fit, BTreeSet<FactId>), Error> {
        let partner = PartnerView::new(journal, now, policy, instant)?;
        let estimates = estimate::evaluate(&partner.person(person), policy);
        let set = estimates.traits.iter().filter_map(|estimate| estimate.overridden.as_ref());
        let set = set.map(|overridden| overridden.fact.clone()).collect();
        Ok((fit::evaluate(&estimates.traits, policy), set))
    };
    let ((before, set_before), (after, set_after)) = (at(from)?, at(to)?);
    let points_of =
        |fit: &Fit, of: Trait| fit.contributions.iter().find(|c| c.of == of).map_or(0.0, |c| c.points);
    let points = Trait::ALL
        .iter()
        .map(|of| Contribution { of: *of, points: points_of(&after, *of) - points_of(&before, *of) })
        .filter(|contribution| contribution.points.abs() > 0.0)
        .collect();
    let partner = PartnerView::new(journal, now, policy, to)?;
    let facts = partner.person(person).facts.iter().filter(|f| f.at > from).map(|f| f.id.clone()).collect();
    Ok(Change {
        from,
        to,
        before: before.score.get(),
        after: after.score.get(),
        points,
        reference: after.reference.unwrap_or(0.0) - before.reference.unwrap_or(0.0),
        facts,
        overrides: set_before.symmetric_difference(&set_after).cloned().collect(),
    })
}
