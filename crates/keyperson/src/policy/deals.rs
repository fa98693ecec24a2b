//! The sections of a policy about deals: what tells them apart, where to begin, what to repeat, what to write down.

use super::Policy;
use crate::error::{Place, Problems};
use crate::fact::{Audience, Stage};
use crate::json::read::record;
use crate::value::{Count, Level, Positive, PriorCount, UnitInterval, Weight};

record! {
    /// How alike two deals are, and when closed deals tell anything apart.
    pub struct SimilarityPolicy {
        /// The weight of each profile field before anything is learned. A field with weight 0 is not used.
        pub fields: FieldWeights,
        /// Closed deals looked at, the newest.
        pub most_closed: Count,
        /// Closed deals under which nothing is said.
        pub least_closed: Count,
        /// Won and lost deals, each, from which a further one can be foretold.
        pub least_each: Count,
        /// Level of the interval of the AUC. Earlier deals are used only if the whole interval is above ½.
        pub certainty: Level,
        /// Distance from which a closed deal says nothing about another.
        pub reach: UnitInterval,
        /// The partner's share of wins counts as much as so many similar deals.
        pub prior_deals: Positive,
    }

    /// What each profile field of a deal counts.
    pub struct FieldWeights {
        /// Amount, compared on a logarithmic scale within one currency.
        pub amount: Weight,
        /// Industry of the customer.
        pub industry: Weight,
        /// Region of the customer.
        pub region: Weight,
        /// Product.
        pub product: Weight,
        /// Employees of the customer, compared on a logarithmic scale.
        pub employees: Weight,
        /// Who leads the deal.
        pub lead: Weight,
    }

    /// Which prospects are proposed after a win.
    pub struct ReplicationPolicy {
        /// A prospect is proposed if its chance is above the partner's share of wins with at least this probability.
        pub enough_probability: UnitInterval,
        /// Prospects proposed at most.
        pub most_proposals: Count,
        /// Won deals shown beside each.
        pub nearest_won: Count,
        /// Share of the range up to which two numbers are alike.
        pub alike_to: UnitInterval,
    }

    /// Where to begin: the odds of an early order.
    pub struct FirstOrderPolicy {
        /// Days within which an order is early.
        pub within_days: Count,
        /// What is believed, before any deal, of an order within these days, by the stage of a deal.
        pub prior: StagePriors,
        /// A deal keeps this belief for so many days at its stage. After that, the belief halves every so many days.
        pub fresh_days: Count,
        /// Deals of a stage looked at, the newest.
        pub most_deals: Count,
        /// Prospects shown.
        pub most_shown: Count,
        /// Prospects to which a narrow scope holds.
        pub focus_deals: Count,
        /// Odds of an order among those from which the first win is near.
        pub near_odds: UnitInterval,
        /// Open deals from which the scope is wide.
        pub many_open: Count,
    }

    /// A belief for each stage of an open deal.
    pub struct StagePriors {
        /// A prospect found.
        pub prospect: StagePrior,
        /// First proposal made.
        pub proposal: StagePrior,
        /// Proof of concept agreed.
        pub poc: StagePrior,
        /// Internal approval started.
        pub approval: StagePrior,
    }

    /// A Beta prior of an order within the days.
    pub struct StagePrior {
        /// Pseudo-evidence for.
        pub prior_for: PriorCount,
        /// Pseudo-evidence against.
        pub prior_against: PriorCount,
    }

    /// When a success should be written down, and for whom.
    pub struct StoryPolicy {
        /// The story of a win should be handed out within so many business days.
        pub within_days: Count,
        /// Days after a win for which it stays owed.
        pub window_days: Count,
        /// The smallest audience that is everybody concerned.
        pub audience: Audience,
    }
}

impl StagePriors {
    /// The belief for an open deal at a stage. A closed deal has none.
    #[must_use]
    pub fn get(&self, stage: Stage) -> Option<&StagePrior> {
        match stage {
            Stage::Prospect => Some(&self.prospect),
            Stage::Proposal => Some(&self.proposal),
            Stage::Poc => Some(&self.poc),
            Stage::Approval => Some(&self.approval),
            Stage::Won | Stage::Lost => None,
        }
    }
}

/// Notes what does not hold of these sections.
pub(super) fn check(policy: &Policy, problems: &mut Problems) {
    use super::bounds::{contradiction, from_one_to};
    let (similarity, replication, first) = (&policy.similarity, &policy.replication, &policy.first_order);
    for (section, field, value, most) in [
        ("similarity", "most_closed", similarity.most_closed, 1_000),
        ("similarity", "least_closed", similarity.least_closed, 1_000),
        ("similarity", "least_each", similarity.least_each, 1_000),
        ("replication", "most_proposals", replication.most_proposals, 1_000),
        ("replication", "nearest_won", replication.nearest_won, 10),
        ("first_order", "within_days", first.within_days, 3_660),
        ("first_order", "fresh_days", first.fresh_days, 3_660),
        ("first_order", "most_deals", first.most_deals, 10_000),
        ("first_order", "most_shown", first.most_shown, 100),
        ("first_order", "focus_deals", first.focus_deals, 100),
        ("first_order", "many_open", first.many_open, 1_000_000),
        ("story", "window_days", policy.story.window_days, 3_660),
    ] {
        from_one_to(value.get(), most, Place::default().field(section).field(field), problems);
    }
    let place = Place::at("/similarity");
    if similarity.reach.get() <= 0.0 {
        contradiction(place.field("reach"), "at 0 no deal could ever say anything about another", problems);
    }
    if similarity.least_closed > similarity.most_closed {
        let what = "fewer deals are looked at than must be there";
        contradiction(place.field("least_closed"), what, problems);
    }
    if first.focus_deals > first.most_shown {
        let what = "the prospects of a narrow scope must be among those shown";
        contradiction(Place::at("/first_order/focus_deals"), what, problems);
    }
}
