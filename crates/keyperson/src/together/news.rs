//! News: whether it was told openly first, and to single people second.
//!
//! A topic is one piece of news. News that comes back later needs a topic of its own. Counted is what was told to the
//! person, and what names nobody.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::calendar::{self, Day, Instant};
use crate::fact::{Fact, FactId, News, Openness};
use crate::finding::{self, Finding, FindingCode, Urgency};
use crate::json::read::words;
use crate::json::tree::shortened;
use crate::order::Order as _;
use crate::partner::view::{View, of_type};
use crate::policy::Policy;
use crate::value::Text;

words! {
    /// In which order news was told.
    pub enum NewsOrder {
        /// Openly, before or hardly after anybody alone.
        OpenFirst = "open_first",
        /// Openly, but to one person first.
        IndividualFirst = "individual_first",
        /// To one person alone, and there is still time for the open telling.
        OpenAwaited = "open_awaited",
        /// To one person alone, and the open telling did not come.
        OpenMissing = "open_missing",
    }
}

/// The news, topic by topic.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(not(feature = "exhaustive"), non_exhaustive)]
pub struct NewsTold {
    /// The topics, by the instant of their first telling.
    pub topics: Vec<NewsTopic>,
    /// Those told openly first.
    pub open_first: i64,
    /// Those told to one person first, the open telling late or missing.
    pub individual_first: i64,
}

/// One piece of news.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(not(feature = "exhaustive"), non_exhaustive)]
pub struct NewsTopic {
    /// What it is about.
    pub topic: Text,
    /// In which order it was told.
    pub order: NewsOrder,
    /// The first open telling.
    pub open: Option<Instant>,
    /// The fact of it.
    pub open_fact: Option<FactId>,
    /// The first telling to one person.
    pub individual: Option<Instant>,
    /// The fact of it.
    pub individual_fact: Option<FactId>,
    /// The last day for the open telling where one person was told first; absent where nobody was, and past the
    /// last day there is.
    pub due: Option<Day>,
}

/// In which order the news was told.
#[must_use]
#[cfg_attr(feature = "rooms", visibility::make(pub))]
pub(crate) fn evaluate(view: &View<'_, '_>, policy: &Policy) -> NewsTold {
    let mut tellings: Vec<(&Fact, &News)> = view.of().chain(of_type(&view.partner.shared)).collect();
    tellings.order_by_key(|(fact, _)| (fact.at, &fact.id));
    let mut firsts: BTreeMap<&Text, (Option<&Fact>, Option<&Fact>)> = BTreeMap::new();
    for (fact, news) in tellings {
        let (open, individual) = firsts.entry(&news.topic).or_default();
        let first = match news.manner {
            Openness::Open => open,
            Openness::Individual => individual,
        };
        *first = first.or(Some(fact));
    }
    let mut topics: Vec<NewsTopic> = firsts
        .into_iter()
        .map(|(topic, (open, individual))| told(topic, open, individual, view, policy))
        .collect();
    // A stable sort leaves those of one instant by topic.
    topics.order_by_key(|topic| topic.open.into_iter().chain(topic.individual).min());
    let count = |which: fn(&NewsTopic) -> bool| {
        i64::try_from(topics.iter().filter(|topic| which(topic)).count()).unwrap_or(i64::MAX)
    };
    NewsTold {
        open_first: count(|topic| topic.order == NewsOrder::OpenFirst),
        individual_first: count(NewsTopic::is_out_of_order),
        topics,
    }
}

impl NewsTold {
    /// News that one person heard before everybody: lately, or still without the open telling.
    #[must_use]
    #[cfg_attr(feature = "rooms", visibility::make(pub))]
    pub(crate) fn findings(&self, view: &View<'_, '_>, policy: &Policy) -> Vec<Finding> {
        let recent =
            |at: Instant| view.partner.day_of(at).days_until(view.today()) < policy.news.recent_days.get();
        let found: Vec<&NewsTopic> = self
            .topics
            .iter()
            .filter(|topic| topic.is_out_of_order())
            .filter(|topic| topic.order == NewsOrder::OpenMissing || topic.individual.is_some_and(recent))
            .collect();
        let missing = || found.iter().filter(|topic| topic.order == NewsOrder::OpenMissing);
        let Some(first) = missing().next().or(found.first()) else { return Vec::new() };
        let facts = found
            .iter()
            .flat_map(|topic| topic.individual_fact.clone().into_iter().chain(topic.open_fact.clone()));
        let finding = Finding::new(FindingCode::NewsIndividualFirst, Urgency::Important, "")
            .due(missing().filter_map(|topic| topic.due).min())
            .value("count", finding::count(found.len()))
            .value("missing", finding::count(missing().count()))
            .value("topic", finding::text(shortened(first.topic.as_ref())))
            .evidence(facts);
        vec![finding]
    }
}

impl NewsTopic {
    fn is_out_of_order(&self) -> bool {
        matches!(self.order, NewsOrder::IndividualFirst | NewsOrder::OpenMissing)
    }
}

fn told(
    topic: &Text,
    open: Option<&Fact>,
    individual: Option<&Fact>,
    view: &View<'_, '_>,
    policy: &Policy,
) -> NewsTopic {
    let partner = view.partner;
    let tolerance = policy.news.tolerance_hours.get();
    let due = individual.and_then(|told| {
        let days = policy.news.open_within_days.get();
        partner.calendar.add_business_days(partner.day_of(told.at), days)
    });
    let order = match (open, individual) {
        (Some(open), Some(told))
            if open.at > told.at && !calendar::within_hours(told.at, open.at, tolerance) =>
        {
            NewsOrder::IndividualFirst
        }
        (Some(_), _) | (None, None) => NewsOrder::OpenFirst,
        (None, Some(_)) if due.is_some_and(|due| view.today() > due) => NewsOrder::OpenMissing,
        (None, Some(_)) => NewsOrder::OpenAwaited,
    };
    NewsTopic {
        topic: topic.clone(),
        order,
        open: open.map(|fact| fact.at),
        open_fact: open.map(|fact| fact.id.clone()),
        individual: individual.map(|fact| fact.at),
        individual_fact: individual.map(|fact| fact.id.clone()),
        due: due.filter(|_| order != NewsOrder::OpenFirst),
    }
}
