//! What all people of a partner share, computed once for them.

use std::cell::OnceCell;

use crate::colleagues::loop_turns::{self, LoopTurns};
use crate::colleagues::succession::Made;
use crate::deals::chance::Courses;
use crate::deals::similarity::Similarity;
use crate::fact::PersonId;
use crate::partner::deal::Deals;
use crate::partner::view::{Detail, PartnerView, Past};
use crate::person::estimate::{self, Belief, Estimates, TraitEstimate};
use crate::person::unit::Colleagues;
use crate::policy::Policy;

/// The estimates without their evidence.
pub(crate) fn beliefs(estimates: &Estimates) -> Vec<Belief> {
    estimates.traits.iter().map(TraitEstimate::belief).collect()
}

/// What all people of a partner share, computed once for them.
pub(crate) struct Market<'d, 'a> {
    pub(crate) deals: &'d Deals<'a>,
    pub(crate) courses: Courses,
    pub(crate) similarity: Similarity<'d, 'a>,
    pub(crate) loop_turns: LoopTurns,
    pub(super) detail: Detail,
    partner: &'d PartnerView<'a>,
    policy: &'d Policy,
    /// What few ask for is computed when it is first asked for.
    everybody: OnceCell<Colleagues<'a>>,
    made: OnceCell<Made>,
    past: OnceCell<Past<'a>>,
}

impl<'d, 'a> Market<'d, 'a> {
    pub(crate) fn of(partner: &'d PartnerView<'a>, policy: &'d Policy) -> Self {
        let deals = partner.deals();
        Self {
            deals,
            courses: Courses::of(deals, partner.today, policy),
            similarity: Similarity::learn(deals, policy),
            loop_turns: loop_turns::evaluate(partner, policy),
            detail: Detail::Page,
            partner,
            policy,
            everybody: OnceCell::new(),
            made: OnceCell::new(),
            past: OnceCell::new(),
        }
    }

    /// The same for rows, where it is known already what is believed of everybody who has not left.
    pub(crate) fn for_rows(self, beliefs: &[(&'a PersonId, Vec<Belief>)]) -> Self {
        let everybody = OnceCell::from(Colleagues::of(beliefs.to_vec(), self.policy));
        Self { everybody, detail: Detail::Row, ..self }
    }

    /// Everybody at the partner who has not left.
    pub(super) fn everybody(&self) -> &Colleagues<'a> {
        self.everybody.get_or_init(|| {
            let present = self.partner.everybody().filter(|view| view.left().is_none());
            let beliefs = present.map(|view| (view.person, estimate::beliefs(&view, self.policy))).collect();
            Colleagues::of(beliefs, self.policy)
        })
    }

    pub(super) fn made(&self) -> &Made {
        self.made.get_or_init(|| Made::of(self.partner, self.policy))
    }

    pub(super) fn past(&self) -> &Past<'a> {
        self.past.get_or_init(|| Past::of(self.partner))
    }
}
