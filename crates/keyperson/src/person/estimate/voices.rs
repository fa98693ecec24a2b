//! What the voices of the partner's networks say of a person, as evidence.

use super::{Group, Observation, read};
use crate::partner::network::Network;
use crate::partner::view::View;
use crate::policy::Policy;

/// The votes about a person, now and at the beginning of the rise's days.
pub(super) fn heard<'a>(view: &View<'_, 'a>, policy: &'a Policy) -> Vec<Group<'a>> {
    let group = |network: &Network<'a>| {
        let (signal, own) = policy.signals.get_key_value(network.kind.word())?;
        let items: Vec<Observation<'_>> = network
            .votes_about(view.person, policy)
            .iter()
            .map(|vote| Observation {
                y: read(&own.curve, if vote.speaks_for { 1.0 } else { 0.0 }),
                at: vote.fact.at,
                contested: view.partner.contest_of(&vote.fact.id).is_some(),
                mass: vote.mass,
                fact: Some(vote.fact),
            })
            .collect();
        let only_at = Some(network.at);
        (!items.is_empty()).then(|| Group { items, only_at, ..Group::of_signal(signal.as_str(), own) })
    };
    view.partner.networks().iter().filter_map(group).collect()
}
