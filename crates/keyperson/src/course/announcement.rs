//! The announcement: what the facts say for the message by which executives tell the company who leads.
//!
//! Only what belongs to the person's present term counts: authority, hours and support members recorded since the
//! last stepping down. What the facts do not say is absent, and becomes a blank in the text.

use serde::{Deserialize, Serialize};

use crate::calendar::Day;
use crate::fact::{
    Allocation, FactId, Gate, GateStep, Notice, PartnerId, PersonId, PersonRegistered, Support, SupportKind,
};
use crate::partner::view::View;

/// What the message can say.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Announcement {
    /// The day of the question.
    pub today: Day,
    /// The partner.
    pub partner: PartnerId,
    /// Its name, where registered.
    pub partner_name: Option<String>,
    /// The person who is to lead.
    pub person: PersonId,
    /// The name, where registered.
    pub name: Option<String>,
    /// The title, where registered.
    pub title: Option<String>,
    /// The department, where registered.
    pub department: Option<String>,
    /// The day from which the role is the person's, with the fact that says so.
    pub start: Option<(Day, FactId)>,
    /// The executives' approval, with the fact that says so.
    pub approved: Option<(Day, FactId)>,
    /// What the person may decide, each once, in the order of the announcements.
    pub authority: Vec<(String, FactId)>,
    /// Hours per week agreed for the role. Absent if none are.
    pub hours_per_week: Option<(f64, FactId)>,
    /// Colleagues who joined the unit and have not left, in the order in which they joined.
    pub members: Vec<Member>,
}

/// A colleague in the unit.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Member {
    /// Who.
    pub person: PersonId,
    /// The name, where registered.
    pub name: Option<String>,
    /// The fact by which the colleague joined.
    pub fact: FactId,
}

/// What the facts say for the message.
#[must_use]
pub(crate) fn evaluate(view: &View<'_, '_>) -> Announcement {
    let partner = view.partner;
    let gates = view.gates();
    let stepped_down = view.of::<Gate>().rev().find(|(_, gate)| gate.gate == GateStep::SteppedDown);
    let of_term = |at| stepped_down.is_none_or(|(fact, _)| at > fact.at);
    let mut authority: Vec<(String, FactId)> = Vec::new();
    for (fact, notice) in view.of::<Notice>().filter(|(fact, _)| of_term(fact.at)) {
        if !authority.iter().any(|(known, _)| *known == notice.authority.as_str()) {
            authority.push((notice.authority.as_str().to_owned(), fact.id.clone()));
        }
    }
    let hours = view.of::<Allocation>().next_back().filter(|(fact, _)| of_term(fact.at));
    let mut members: Vec<Member> = Vec::new();
    for (fact, support) in view.of::<Support>().filter(|(fact, _)| of_term(fact.at)) {
        let Some(member) = support.member.as_ref().filter(|_| support.kind == SupportKind::MemberJoined)
        else {
            continue;
        };
        let colleague = partner.person(member);
        if colleague.left().is_none() && !members.iter().any(|known| known.person == *member) {
            let name = colleague.name().map(str::to_owned);
            members.push(Member { person: member.clone(), name, fact: fact.id.clone() });
        }
    }
    let department = view.of::<PersonRegistered>().rev().find_map(|(_, event)| event.department.as_ref());
    Announcement {
        today: view.today(),
        partner: partner.partner.clone(),
        partner_name: partner.name.map(str::to_owned),
        person: view.person.clone(),
        name: view.name().map(str::to_owned),
        title: view.title().map(str::to_owned),
        department: department.map(|department| department.as_str().to_owned()),
        start: view.start().map(|(day, fact)| (day, fact.id.clone())),
        approved: gates
            .get(&GateStep::ExecutiveApproved)
            .map(|(fact, gate)| (gate.effective.unwrap_or_else(|| partner.day_of(fact.at)), fact.id.clone())),
        authority,
        // No hours are no agreement.
        hours_per_week: hours
            .filter(|(_, allocation)| allocation.hours_per_week.get() > 0.0)
            .map(|(fact, allocation)| (allocation.hours_per_week.get(), fact.id.clone())),
        members,
    }
}
