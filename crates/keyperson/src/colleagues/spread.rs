//! The spread: whether the person's know-how reaches colleagues, and whether the load falls on one person.
//!
//! All of this is about the whole partner since the person has the role. The load counts steps of deals and
//! activities in the facts, not how hard they were. For somebody without such a fact the share is unknown.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use crate::calendar::{Day, Instant};
use crate::fact::TieKind;
use crate::fact::{DealId, Event, Fact, FactId, PersonId, Support, SupportKind};
use crate::finding::{self, Finding, FindingCode, Urgency};
use crate::json::read::{integer_to_f64, words};
use crate::order::{Fill as _, Order as _};
use crate::partner::view::{Active, Detail, View, of_type};
use crate::partner::work::Thing;
use crate::policy::Policy;

/// Facts that a sentence leans on at most, the latest first.
const MOST_EVIDENCE: usize = 10;

words! {
    /// Whether somebody stands beside the person.
    pub enum Isolation {
        /// Somebody does.
        Connected = "connected",
        /// Such things are recorded at the partner, and none of them lately of the person.
        Isolated = "isolated",
        /// Such things are not recorded at the partner.
        Unknown = "unknown",
    }

    /// What joins the person and others.
    #[cfg_attr(not(feature = "exhaustive"), non_exhaustive)]
    pub enum LinkKind {
        /// A colleague is in the support unit.
        Member = "member",
        /// One turned to the other for advice.
        TurnedTo = "turned_to",
        /// They worked together.
        WorkedWith = "worked_with",
        /// The vendor reviewed a deal with the person.
        JointReview = "joint_review",
        /// A colleague did something for a deal of the person's.
        SharedDeal = "shared_deal",
    }
}

impl From<TieKind> for LinkKind {
    fn from(kind: TieKind) -> Self {
        match kind {
            TieKind::TurnedTo => Self::TurnedTo,
            TieKind::WorkedWith => Self::WorkedWith,
        }
    }
}

/// How know-how and load are spread at the partner.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(not(feature = "exhaustive"), non_exhaustive)]
pub struct Spread {
    /// The day from which it is asked; absent before the start of the role, and then nothing else is said.
    pub start: Option<Day>,
    /// How many colleagues are known at the partner and have not left.
    pub colleagues: i64,
    /// Colleagues of whom work or a signal is recorded since the start, by their first such fact.
    pub activated: Vec<Activated>,
    /// The months since the start, in order.
    pub months: Vec<SpreadMonth>,
    /// Who did how much of the recent work.
    pub load: Load,
    /// Whether somebody stands beside the person; absent before the start.
    pub isolation: Option<Isolation>,
    /// What joins the person and others: units, and the rest within the policy's days; by instant.
    pub links: Vec<Link>,
    /// When the latest of all links was recorded, however long ago.
    pub last_link: Option<Instant>,
}

/// A colleague who is active.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(not(feature = "exhaustive"), non_exhaustive)]
pub struct Activated {
    /// Who.
    pub person: PersonId,
    /// The day of the first work or signal since the start.
    pub on: Day,
    /// When that was.
    pub at: Instant,
    /// The fact.
    pub fact: FactId,
    /// Whether the colleague was active before the start already.
    pub active_before: bool,
}

/// One month of the spread.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(not(feature = "exhaustive"), non_exhaustive)]
pub struct SpreadMonth {
    /// Its first day.
    pub month: Day,
    /// Colleagues who became active in it and were not before.
    pub newly: i64,
    /// Colleagues active by its end since the start, those from before among them.
    pub active: i64,
}

/// Who did how much of the recent work.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(not(feature = "exhaustive"), non_exhaustive)]
pub struct Load {
    /// The first day that is looked at.
    pub from: Option<Day>,
    /// Things done by anybody since then.
    pub things: i64,
    /// Everybody who did any, the most first.
    pub people: Vec<LoadShare>,
    /// The person's share, 0 to 1; absent, as all below, with fewer things than the policy asks for.
    pub own_share: Option<f64>,
    /// Herfindahl–Hirschman index, the sum of squared shares: 1/n where n people do the same, 1 where one does all.
    pub hhi: Option<f64>,
    /// 1 ÷ that index: how many people, all doing the same, would give it.
    pub effective_people: Option<f64>,
    /// The smallest group that did half of it, the most first; of equal ones the first by id.
    pub half: Vec<PersonId>,
}

/// One person's share of the recent work.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(not(feature = "exhaustive"), non_exhaustive)]
pub struct LoadShare {
    /// Who.
    pub person: PersonId,
    /// Things done.
    pub things: i64,
    /// Their share of all, 0 to 1; the shares sum to 1.
    pub share: f64,
    /// The facts, by instant.
    pub evidence: Vec<FactId>,
}

/// Something that joins the person and others.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(not(feature = "exhaustive"), non_exhaustive)]
pub struct Link {
    /// What it is.
    pub kind: LinkKind,
    /// When.
    pub at: Instant,
    /// The fact.
    pub fact: FactId,
    /// The colleague; absent for the vendor's reviews.
    pub colleague: Option<PersonId>,
}

/// How know-how and load are spread around a person who has the role.
#[must_use]
pub(crate) fn evaluate(view: &View<'_, '_>, policy: &Policy, detail: Detail) -> Spread {
    let Some(start) = view.start().map(|(day, _)| day).filter(|day| *day <= view.today()) else {
        return Spread {
            start: None,
            colleagues: 0,
            activated: Vec::new(),
            months: Vec::new(),
            load: Load::default(),
            isolation: None,
            links: Vec::new(),
            last_link: None,
        };
    };
    let from = view.partner.zone.start_of(start);
    // Of those who were active before no finding speaks, and a row leaves them out.
    let active = match detail {
        Detail::Page => view.partner.active(),
        Detail::Row => view.partner.active_since(from),
    };
    let others = active.iter().filter(|of| of.person != view.person);
    let mut activated: Vec<Activated> = others.filter_map(|of| activation(view, of, from)).collect();
    activated.order_by(|one, other| (one.at, &one.fact).cmp(&(other.at, &other.fact)));
    let all = links(view);
    let recent: Vec<Link> = all
        .iter()
        .filter(|link| {
            let days = view.partner.day_of(link.at).days_until(view.today());
            link.kind == LinkKind::Member || days < policy.spread.isolated_days.get()
        })
        .cloned()
        .collect();
    let recorded = view.partner.work().support_recorded || view.partner.has_ties();
    Spread {
        start: Some(start),
        colleagues: whole(view.partner.present().saturating_sub(usize::from(view.left().is_none()))),
        months: months(&activated, start, view.today()),
        activated,
        load: load(view, policy, start, detail),
        isolation: Some(match (recent.is_empty(), recorded) {
            (false, _) => Isolation::Connected,
            (true, true) => Isolation::Isolated,
            (true, false) => Isolation::Unknown,
        }),
        links: recent,
        last_link: all.iter().map(|link| link.at).max(),
    }
}

impl Spread {
    /// Load on one person, isolation, and know-how that spreads; nothing of whoever has left.
    #[must_use]
    pub(crate) fn findings(&self, view: &View<'_, '_>, policy: &Policy) -> Vec<Finding> {
        if view.left().is_some() {
            return Vec::new();
        }
        [self.on_one(view, policy), self.isolated(view, policy), self.spreading(view, policy)]
            .into_iter()
            .flatten()
            .collect()
    }

    fn on_one(&self, view: &View<'_, '_>, policy: &Policy) -> Option<Finding> {
        let share = self.load.own_share?;
        // Where nobody else is known, nobody knows what the others do.
        if share <= policy.spread.one_share.get() || self.colleagues == 0 {
            return None;
        }
        let own = self.load.people.iter().find(|of| of.person == *view.person)?;
        let finding = Finding::new(FindingCode::LoadOnOne, Urgency::Important, "")
            .value("count", finding::count(own.things))
            .value("things", finding::count(self.load.things))
            .value("share", finding::share(share))
            .value("days", finding::days(policy.spread.recent_days.get()))
            .value("colleagues", finding::count(self.colleagues))
            .evidence(own.evidence.iter().rev().take(MOST_EVIDENCE).cloned());
        Some(finding)
    }

    fn isolated(&self, view: &View<'_, '_>, policy: &Policy) -> Option<Finding> {
        let (days, start) = (policy.spread.isolated_days.get(), self.start?);
        if self.isolation != Some(Isolation::Isolated) || start.days_until(view.today()) < days {
            return None;
        }
        let (_, appointed) = view.start()?;
        let since = self.last_link.unwrap_or_else(|| view.partner.zone.start_of(start));
        let finding = Finding::new(FindingCode::Isolated, Urgency::Important, "")
            .since(since)
            .value("days", finding::days(days))
            .evidence([appointed.id.clone()]);
        Some(finding)
    }

    fn spreading(&self, view: &View<'_, '_>, policy: &Policy) -> Option<Finding> {
        let newly: Vec<&Activated> = self
            .activated
            .iter()
            .filter(|of| {
                !of.active_before && of.on.days_until(view.today()) < policy.spread.recent_days.get()
            })
            .collect();
        let first = newly.first()?;
        (whole(newly.len()) >= policy.spread.spreading_colleagues.get()).then(|| {
            Finding::new(FindingCode::KnowHowSpreading, Urgency::Celebrate, "")
                .since(first.at)
                .value("count", finding::count(newly.len()))
                .value("days", finding::days(policy.spread.recent_days.get()))
                .evidence(newly.iter().map(|of| of.fact.clone()))
        })
    }
}

/// The first work or signal of a colleague from an instant on.
fn activation(view: &View<'_, '_>, colleague: &Active<'_>, from: Instant) -> Option<Activated> {
    let first = colleague.first_since(from)?;
    Some(Activated {
        person: colleague.person.clone(),
        on: view.partner.day_of(first.at),
        at: first.at,
        fact: first.id.clone(),
        active_before: colleague.first().is_some_and(|earliest| earliest.at < from),
    })
}

/// Every month from the start to today.
fn months(activated: &[Activated], start: Day, today: Day) -> Vec<SpreadMonth> {
    let first_of = |day: Day| Day::new(day.year(), day.month(), 1).ok();
    let mut months = Vec::new();
    let mut month = first_of(start);
    while let Some(from) = month.filter(|from| *from <= today) {
        let next = from.checked_add_months(1);
        let by_end = |of: &&Activated| next.is_none_or(|next| of.on < next);
        months.push(SpreadMonth {
            month: from,
            newly: count(activated.iter().filter(by_end).filter(|of| of.on >= from && !of.active_before)),
            active: count(activated.iter().filter(by_end)),
        });
        month = next;
    }
    months
}

fn load(view: &View<'_, '_>, policy: &Policy, start: Day, detail: Detail) -> Load {
    let back = policy.spread.recent_days.get().saturating_sub(1);
    let recent = view.today().checked_add_days(back.saturating_neg()).unwrap_or(start);
    let from = recent.max(start);
    let since = view.partner.zone.start_of(from);
    let work = view.partner.work();
    let all = work.count_since(since);
    let things: Vec<&Thing<'_>> = match detail {
        Detail::Page => work.since(since).iter().collect(),
        Detail::Row => work.of_person(view.person, since).collect(),
    };
    let mut by_person: BTreeMap<&PersonId, Vec<&Thing<'_>>> = BTreeMap::new();
    for thing in things {
        by_person.entry(thing.person).or_default().push(thing);
    }
    let sum = |things: &[&Thing<'_>]| things.iter().fold(0_i64, |sum, thing| sum.saturating_add(thing.count));
    let mut people: Vec<LoadShare> = by_person
        .iter()
        .map(|(person, things)| LoadShare {
            person: (*person).clone(),
            things: sum(things),
            share: integer_to_f64(sum(things)) / integer_to_f64(all),
            evidence: things.iter().map(|thing| thing.fact.id.clone()).collect(),
        })
        .collect();
    people.order_by(|one, other| (other.things, &one.person).cmp(&(one.things, &other.person)));
    let enough = all >= policy.spread.least_things.get() && all > 0;
    let hhi = enough.then(|| people.iter().map(|of| of.share * of.share).sum::<f64>());
    let own = || people.iter().find(|of| of.person == *view.person).map_or(0.0, |of| of.share);
    Load {
        from: Some(from),
        things: all,
        own_share: enough.then(own),
        hhi,
        effective_people: hhi.map(|hhi| 1.0 / hhi),
        half: if enough { half(&people, all) } else { Vec::new() },
        people,
    }
}

/// The smallest group with at least half of all things.
fn half(people: &[LoadShare], all: i64) -> Vec<PersonId> {
    let mut sum = 0_i64;
    let mut group = Vec::new();
    for of in people {
        if sum.saturating_mul(2) >= all {
            break;
        }
        sum = sum.saturating_add(of.things);
        group.push(of.person.clone());
    }
    group
}

/// Everything that ever joined the person and others, by instant.
fn links(view: &View<'_, '_>) -> Vec<Link> {
    let link = |kind, fact: &Fact, colleague: Option<&PersonId>| Link {
        kind,
        at: fact.at,
        fact: fact.id.clone(),
        colleague: colleague.cloned(),
    };
    let members = view.members().into_iter().map(|(who, fact)| link(LinkKind::Member, fact, Some(who)));
    let ties = view.partner.ties_of(view.person).iter().map(|tie| {
        let colleague = if tie.from == view.person { tie.whom } else { tie.from };
        link(tie.kind.into(), tie.fact, Some(colleague))
    });
    let supports = view.of::<Support>().chain(of_type(&view.partner.shared));
    let reviews = supports
        .filter(|(_, support)| support.kind == SupportKind::JointReview)
        .map(|(fact, _)| link(LinkKind::JointReview, fact, None));
    let own: BTreeSet<&DealId> = view
        .facts
        .iter()
        .filter_map(|fact| match &fact.event {
            Event::Deal(event) => Some(&event.deal),
            Event::Activity(event) => event.deal.as_ref().filter(|_| event.count.get() > 0),
            _ => None,
        })
        .fill();
    let work = view.partner.work();
    let shared = own.into_iter().flat_map(|deal| work.for_deal(deal));
    let shared = shared.filter(|thing| thing.person != view.person);
    let shared = shared.map(|thing| link(LinkKind::SharedDeal, thing.fact, Some(thing.person)));
    let mut links: Vec<Link> = members.chain(ties).chain(reviews).chain(shared).collect();
    links.order_by(|one, other| (one.at, &one.fact).cmp(&(other.at, &other.fact)));
    links
}

fn count<T>(items: impl Iterator<Item = T>) -> i64 {
    whole(items.count())
}

fn whole(items: usize) -> i64 {
    i64::try_from(items).unwrap_or(i64::MAX)
}
