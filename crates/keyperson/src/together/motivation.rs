//! Motivation: what the person was offered for taking the role, growth or money, before or after the appointment.
//!
//! Only offers since the person last stepped down count. Earlier ones belonged to another term.

use serde::{Deserialize, Serialize};

use crate::calendar::{Day, Instant};
use crate::fact::{Fact, FactId, Gate, GateStep, Offer, OfferKind};
use crate::finding::{self, Finding, FindingCode, Urgency};
use crate::json::read::words;
use crate::partner::view::View;
use crate::policy::Policy;
use crate::value::Key;

/// The signal that an offer of growth gives; a remedy that adds it answers its absence.
const GROWTH_SIGNAL: &str = "growth_offered";

words! {
    /// What the offers consist of.
    pub enum OfferMix {
        /// Growth and money.
        Both = "both",
        /// Growth alone.
        GrowthOnly = "growth_only",
        /// Money alone.
        MoneyOnly = "money_only",
        /// No offer was recorded.
        Unknown = "unknown",
    }
}

/// What was offered.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(not(feature = "exhaustive"), non_exhaustive)]
pub struct Motivation {
    /// What the offers consist of.
    pub mix: OfferMix,
    /// The offers, by instant.
    pub offers: Vec<OfferMade>,
    /// The day of the first offer of growth.
    pub growth_since: Option<Day>,
    /// The first gate that the person passed, from which an offer of growth is owed; absent before any, and after
    /// a stepping down.
    pub since: Option<Day>,
    /// The fact of that gate.
    pub since_fact: Option<FactId>,
    /// The last day on which an offer of growth is in time.
    pub due: Option<Day>,
}

/// One offer.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(not(feature = "exhaustive"), non_exhaustive)]
pub struct OfferMade {
    /// Growth or money.
    pub kind: OfferKind,
    /// The local day on which it was made.
    pub day: Day,
    /// Whether that was before the role began; absent without a start.
    pub before_start: Option<bool>,
    /// Whether it is said what exactly was offered.
    pub specific: bool,
    /// The fact.
    pub fact: FactId,
}

/// What was offered to the person.
#[must_use]
#[cfg_attr(feature = "rooms", visibility::make(pub))]
pub(crate) fn evaluate(view: &View<'_, '_>, policy: &Policy) -> Motivation {
    let stepped_down =
        view.of::<Gate>().rfind(|(_, gate)| gate.gate == GateStep::SteppedDown).map(|(fact, _)| fact.at);
    let start = view.start().map(|(day, _)| day);
    let offers: Vec<OfferMade> = view
        .of::<Offer>()
        .filter(|(fact, _)| stepped_down.is_none_or(|left| fact.at > left))
        .map(|(fact, offer)| {
            let day = view.partner.day_of(fact.at);
            OfferMade {
                kind: offer.kind,
                day,
                before_start: start.map(|start| day < start),
                specific: offer.what.is_some(),
                fact: fact.id.clone(),
            }
        })
        .collect();
    let made = |kind: OfferKind| offers.iter().find(|offer| offer.kind == kind);
    let first = first_gate(view);
    let due = first.and_then(|(day, _)| {
        view.partner.calendar.add_business_days(day, policy.motivation.growth_within_days.get())
    });
    Motivation {
        mix: match (made(OfferKind::Growth).is_some(), made(OfferKind::Money).is_some()) {
            (true, true) => OfferMix::Both,
            (true, false) => OfferMix::GrowthOnly,
            (false, true) => OfferMix::MoneyOnly,
            (false, false) => OfferMix::Unknown,
        },
        growth_since: made(OfferKind::Growth).map(|offer| offer.day),
        since: first.map(|(day, _)| day),
        since_fact: first.map(|(_, fact)| fact.id.clone()),
        due,
        offers,
    }
}

impl Motivation {
    /// That no growth was offered in time, that money is all there is.
    #[must_use]
    #[cfg_attr(feature = "rooms", visibility::make(pub))]
    pub(crate) fn findings(&self, view: &View<'_, '_>, policy: &Policy) -> Vec<Finding> {
        let helps: Vec<Key> = policy
            .remedies
            .iter()
            .filter(|(_, remedy)| remedy.adds.contains_key(GROWTH_SIGNAL))
            .map(|(code, _)| code.clone())
            .collect();
        let mut findings = Vec::new();
        findings.extend(self.no_growth(view, policy).map(|finding| finding.remedies(&helps)));
        findings.extend(self.money_only(view).map(|finding| finding.remedies(&helps)));
        findings
    }

    fn no_growth(&self, view: &View<'_, '_>, policy: &Policy) -> Option<Finding> {
        let (since, due) = self.since.zip(self.due)?;
        (self.growth_since.is_none() && view.today() > due).then(|| {
            Finding::new(FindingCode::NoGrowthOffer, Urgency::Important, "")
                .since(view.partner.zone.end_of(due))
                .due(Some(due))
                .value(
                    "days",
                    finding::days(view.partner.calendar.business_days_between(since, view.today())),
                )
                .value("days_wanted", finding::days(policy.motivation.growth_within_days.get()))
                .evidence(self.since_fact.clone())
        })
    }

    fn money_only(&self, view: &View<'_, '_>) -> Option<Finding> {
        let newest = self.offers.last()?;
        (self.mix == OfferMix::MoneyOnly).then(|| {
            let finding = Finding::new(FindingCode::MoneyOnly, Urgency::Notice, "")
                .value("count", finding::count(self.offers.len()))
                .evidence(self.offers.iter().rev().map(|offer| offer.fact.clone()));
            match at(&newest.fact, view) {
                Some(at) => finding.since(at),
                None => finding,
            }
        })
    }
}

/// The day of the earliest gate, and its fact.
fn first_gate<'a>(view: &View<'_, 'a>) -> Option<(Day, &'a Fact)> {
    let gates = view.gates().into_iter().filter(|(step, _)| *step != GateStep::SteppedDown);
    let days =
        gates.map(|(_, (fact, gate))| (gate.effective.unwrap_or_else(|| view.partner.day_of(fact.at)), fact));
    days.min_by(|one, other| (one.0, &one.1.id).cmp(&(other.0, &other.1.id)))
}

fn at(id: &FactId, view: &View<'_, '_>) -> Option<Instant> {
    view.facts.iter().find(|fact| fact.id == *id).map(|fact| fact.at)
}
