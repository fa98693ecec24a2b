//! What all that is told of one partner needs: who is in it, when, and who writes it down.

use crate::chance::Chance;
use crate::scribe::Scribe;
use crate::timeline::Timeline;
use crate::truth::TruePerson;

/// A person of the story.
pub(crate) struct Actor {
    pub(crate) truth: TruePerson,
    pub(crate) technical: bool,
    /// When the person falls silent; infinite for those who do not.
    pub(crate) silent_from: f64,
}

/// All that the chapters of one partner's story need.
pub(crate) struct Story<'a> {
    pub(crate) timeline: &'a Timeline,
    pub(crate) scribe: Scribe<'a>,
    pub(crate) chance: Chance,
    pub(crate) partner_number: usize,
    pub(crate) density: f64,
    pub(crate) defect_share: f64,
    /// When the candidate takes over the role.
    pub(crate) role_from: f64,
}
