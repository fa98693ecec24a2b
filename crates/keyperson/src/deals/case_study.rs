//! Case study: what the facts say of one won deal, for those who write its story.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use crate::calendar::Day;
use crate::fact::{
    Audience, DealId, Event, Fact, FactId, PartnerId, PersonId, Recognition, Stage, Support, SupportKind,
};
use crate::order::{Fill as _, Order as _};
use crate::partner::deal::{Deal, Outcome};
use crate::partner::view::PartnerView;

/// The stages that a won deal goes through.
const COURSE: [Stage; 5] = [Stage::Prospect, Stage::Proposal, Stage::Poc, Stage::Approval, Stage::Won];

/// The facts of one won deal; what is not known is absent.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct CaseStudy {
    /// The partner.
    pub partner: PartnerId,
    /// Its name, where registered.
    pub partner_name: Option<String>,
    /// The deal.
    pub deal: DealId,
    /// Name of deal or customer.
    pub name: Option<String>,
    /// Industry of the customer.
    pub industry: Option<String>,
    /// Region of the customer.
    pub region: Option<String>,
    /// Employees of the customer.
    pub employees: Option<f64>,
    /// Product.
    pub product: Option<String>,
    /// Amount.
    pub amount: Option<f64>,
    /// Its currency.
    pub currency: Option<String>,
    /// The five stages, each with its day where it is on record.
    pub course: Vec<Step>,
    /// Calendar days from the first stage on record to the order; absent where no earlier one is.
    pub days_to_order: Option<i64>,
    /// Who led it.
    pub lead: Option<Participant>,
    /// Who else took part, by id: those whom facts about the deal name.
    pub others: Vec<Participant>,
    /// Support given for this deal up to the order, by instant.
    pub supports: Vec<SupportGiven>,
    /// What was recognised about it, by instant.
    pub recognised: Vec<Praise>,
    /// The won deal whose approach it repeats, by name where known.
    pub repeats: Option<String>,
    /// To whom a story of it went, the smallest audience first.
    pub told: Vec<Audience>,
    /// Every fact used, by instant, then id.
    pub evidence: Vec<FactId>,
}

/// One stage of a deal's course.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Step {
    /// The stage.
    pub stage: Stage,
    /// The day on which it was reached; absent where that is not on record.
    pub day: Option<Day>,
}

/// Somebody who took part.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Participant {
    /// Who.
    pub person: PersonId,
    /// The name, where registered.
    pub name: Option<String>,
    /// The title, where registered.
    pub title: Option<String>,
}

/// Support that was given.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct SupportGiven {
    /// What kind.
    pub kind: SupportKind,
    /// On which day.
    pub day: Day,
    /// About what.
    pub topic: Option<String>,
    /// The colleague who joined.
    pub member: Option<Participant>,
}

/// A recognition.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Praise {
    /// On which day.
    pub day: Day,
    /// Who heard it.
    pub audience: Audience,
    /// What exactly was praised.
    pub what: Option<String>,
    /// Whether effort was praised, where that is on record.
    pub effort: Option<bool>,
}

/// The case of one deal; absent where it is not known or not won.
#[must_use]
pub(crate) fn evaluate(partner: &PartnerView<'_>, id: &DealId) -> Option<CaseStudy> {
    let deals = partner.deals();
    let deal = deals.get(id)?;
    let Outcome::Won(won_on, win) = deal.outcome() else { return None };
    let about = facts_about(partner, deal);
    let lead = deal.lead.map(|lead| lead.value);
    let mut supports: Vec<(&Fact, &Support)> = Vec::new();
    let mut praises: Vec<(&Fact, &Recognition)> = Vec::new();
    let mut people: BTreeSet<&PersonId> = BTreeSet::new();
    for fact in &about {
        match &fact.event {
            // What was given after the order did not help with it.
            Event::Support(_) if fact.at > win.at => continue,
            Event::Support(support) => {
                people.extend(&support.member);
                supports.push((fact, support));
            }
            Event::Recognition(praise) => praises.push((fact, praise)),
            Event::Story(_) => continue,
            _ => {}
        }
        people.extend(&fact.person);
    }
    let text = |of: Option<crate::partner::deal::Said<'_, &str>>| of.map(|of| of.value.to_owned());
    let participant = |person: &PersonId| participant(partner, person);
    let first = deal.stages.iter().map(|(_, day, _)| *day).filter(|day| *day <= won_on).min();
    let earlier = deal.stages.iter().any(|(stage, day, _)| *stage < Stage::Won && *day <= won_on);
    let mut told: Vec<Audience> = deal.stories.iter().map(|(_, story)| story.audience).collect();
    told.order();
    told.dedup();
    Some(CaseStudy {
        partner: partner.partner.clone(),
        partner_name: partner.name.map(str::to_owned),
        deal: deal.id.clone(),
        name: text(deal.name),
        industry: text(deal.industry),
        region: text(deal.region),
        employees: deal.employees.map(|of| of.value),
        product: text(deal.product),
        amount: deal.amount.map(|of| of.value),
        currency: text(deal.currency),
        course: COURSE
            .iter()
            .map(|stage| Step { stage: *stage, day: deal.reached(*stage).map(|(day, _)| day) })
            .collect(),
        days_to_order: first.filter(|_| earlier).map(|first| first.days_until(won_on)),
        lead: lead.map(participant),
        others: people.into_iter().filter(|person| Some(*person) != lead).map(participant).collect(),
        supports: supports
            .into_iter()
            .map(|(fact, support)| SupportGiven {
                kind: support.kind,
                day: partner.day_of(fact.at),
                topic: support.topic.as_ref().map(ToString::to_string),
                member: support.member.as_ref().map(participant),
            })
            .collect(),
        recognised: praises
            .into_iter()
            .map(|(fact, praise)| Praise {
                day: partner.day_of(fact.at),
                audience: praise.audience,
                what: praise.what.as_ref().map(ToString::to_string),
                effort: praise.effort,
            })
            .collect(),
        repeats: deal.like.map(|like| {
            let named = deals.get(like.value).and_then(|source| source.name).map(|name| name.value);
            named.unwrap_or(like.value.as_str()).to_owned()
        }),
        told,
        evidence: about.iter().map(|fact| fact.id.clone()).collect(),
    })
}

/// Every fact about a deal: those that name it, and recognitions of such facts; by instant, then id.
fn facts_about<'a>(partner: &PartnerView<'a>, deal: &Deal<'_>) -> Vec<&'a Fact> {
    let mut all: Vec<&'a Fact> = partner.shared.clone();
    for person in partner.people() {
        all.extend(partner.person(person).facts);
    }
    let named = |fact: &Fact| match &fact.event {
        Event::Deal(of) => of.deal == *deal.id,
        Event::Activity(of) => of.deal.as_ref() == Some(deal.id),
        Event::Support(of) => of.deal.as_ref() == Some(deal.id),
        Event::Story(of) => of.deal == *deal.id,
        _ => false,
    };
    let ids: BTreeSet<&FactId> = all.iter().filter(|fact| named(fact)).map(|fact| &fact.id).fill();
    all.retain(|fact| match &fact.event {
        Event::Recognition(of) => of.of.as_ref().is_some_and(|of| ids.contains(of)),
        _ => ids.contains(&fact.id),
    });
    all.order_by_key(|fact| (fact.at, &fact.id));
    all
}

fn participant(partner: &PartnerView<'_>, person: &PersonId) -> Participant {
    let id = partner.people().find(|known| *known == person);
    let view = id.map(|id| partner.person(id));
    Participant {
        person: person.clone(),
        name: view.and_then(|view| view.name()).map(str::to_owned),
        title: view.and_then(|view| view.title()).map(str::to_owned),
    }
}
