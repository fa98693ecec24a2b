//! Story: whether each win was written down, how soon, and whom its story has reached.
//!
//! A story belongs to a deal, whoever wrote it. A story told before the win counts as told on its own day. A story
//! that went to an audience also reached every smaller audience.

use serde::{Deserialize, Serialize};

use crate::calendar::Day;
use crate::fact::{Audience, DealId, FactId, Story};
use crate::finding::{self, Finding, FindingCode, Urgency};
use crate::json::read::words;
use crate::order::Order as _;
use crate::partner::deal::{Deal, Deals, Outcome};
use crate::partner::view::View;
use crate::policy::Policy;

/// How many deals a sentence names.
const MOST_NAMED: usize = 3;

words! {
    /// How far the story of a win has come.
    pub enum StoryState {
        /// Everybody concerned has it.
        Told = "told",
        /// Some have it, not everybody concerned.
        Narrow = "narrow",
        /// Not told, and there is still time.
        Open = "open",
        /// Not told, and the time is past.
        Owed = "owed",
        /// Never told, and too long ago to ask for.
        Lapsed = "lapsed",
    }
}

/// The stories of the wins on a person's page.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(not(feature = "exhaustive"), non_exhaustive)]
pub struct Stories {
    /// Deals won.
    pub won: i64,
    /// Those of them with a story.
    pub told: i64,
    /// Those whose story is owed.
    pub owed: i64,
    /// The audience that is everybody concerned.
    pub audience: Audience,
    /// Each win, the latest first.
    pub wins: Vec<WinStory>,
}

/// The story of one win.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(not(feature = "exhaustive"), non_exhaustive)]
pub struct WinStory {
    /// The deal.
    pub deal: DealId,
    /// Its name, where known.
    pub name: Option<String>,
    /// The day on which it was won.
    pub won_on: Day,
    /// The fact of the win.
    pub won_fact: FactId,
    /// How far its story has come.
    pub state: StoryState,
    /// The last day on which the story is in time; absent past the last day there is.
    pub due: Option<Day>,
    /// The day on which it was first told.
    pub told_on: Option<Day>,
    /// Business days from the win until then; 0 where it was told before.
    pub business_days: Option<i64>,
    /// To whom it went, the smallest audience first.
    pub reached: Vec<Audience>,
    /// Audiences up to everybody concerned that are wider than any it went to.
    pub not_reached: Vec<Audience>,
    /// The stories, by instant.
    pub facts: Vec<FactId>,
}

/// What came of the wins on the person's page.
#[must_use]
pub(crate) fn evaluate(view: &View<'_, '_>, deals: &Deals<'_>, policy: &Policy) -> Stories {
    let mut wins: Vec<(crate::calendar::Instant, WinStory)> = deals
        .concerning(view.person)
        .into_iter()
        .filter_map(|deal| match deal.outcome() {
            Outcome::Won(day, fact) => Some((fact.at, win(deal, day, &fact.id, view, policy))),
            Outcome::Lost(..) | Outcome::Open => None,
        })
        .collect();
    wins.order_by(|(one, a), (other, b)| other.cmp(one).then_with(|| a.deal.cmp(&b.deal)));
    let wins: Vec<WinStory> = wins.into_iter().map(|(_, win)| win).collect();
    let count = |which: fn(&WinStory) -> bool| {
        i64::try_from(wins.iter().filter(|win| which(win)).count()).unwrap_or(i64::MAX)
    };
    Stories {
        won: count(|_| true),
        told: count(|win| win.told_on.is_some()),
        owed: count(|win| win.state == StoryState::Owed),
        audience: policy.story.audience,
        wins,
    }
}

impl Stories {
    /// Wins whose story is owed.
    #[must_use]
    pub(crate) fn findings(&self, view: &View<'_, '_>, policy: &Policy) -> Vec<Finding> {
        let owed: Vec<&WinStory> = self.wins.iter().filter(|win| win.state == StoryState::Owed).collect();
        let Some(oldest) = owed.last().filter(|_| view.left().is_none()) else { return Vec::new() };
        let names: Vec<&str> = owed
            .iter()
            .take(MOST_NAMED)
            .map(|win| win.name.as_deref().unwrap_or(win.deal.as_str()))
            .collect();
        let mut finding = Finding::new(FindingCode::StoryOwed, Urgency::Important, "")
            .due(oldest.due)
            .value("count", finding::count(owed.len()))
            .value("deals", finding::names(names))
            .value("days_wanted", finding::days(policy.story.within_days.get()))
            .evidence(owed.iter().map(|win| win.won_fact.clone()));
        if let Some(due) = oldest.due {
            finding = finding.since(view.partner.zone.end_of(due));
        }
        vec![finding]
    }
}

fn win(deal: &Deal<'_>, won_on: Day, won_fact: &FactId, view: &View<'_, '_>, policy: &Policy) -> WinStory {
    let of = &policy.story;
    let calendar = &view.partner.calendar;
    let due = calendar.add_business_days(won_on, of.within_days.get());
    let told_on = deal.stories.first().map(|(fact, _)| view.partner.day_of(fact.at));
    let mut reached: Vec<Audience> =
        deal.stories.iter().map(|(_, story): &(_, &Story)| story.audience).collect();
    reached.order();
    reached.dedup();
    let widest = reached.last().copied();
    // The person alone is no audience that a story could have missed.
    let not_reached: Vec<Audience> = Audience::ALL
        .iter()
        .copied()
        .filter(|audience| *audience <= of.audience && *audience > widest.unwrap_or(Audience::Individual))
        .collect();
    let state = match widest {
        Some(widest) if widest >= of.audience => StoryState::Told,
        Some(_) => StoryState::Narrow,
        None if won_on.days_until(view.today()) >= of.window_days.get() => StoryState::Lapsed,
        None if due.is_none_or(|due| view.today() <= due) => StoryState::Open,
        None => StoryState::Owed,
    };
    WinStory {
        deal: deal.id.clone(),
        name: deal.name.map(|name| name.value.to_owned()),
        won_on,
        won_fact: won_fact.clone(),
        state,
        due,
        told_on,
        business_days: told_on.map(|told| calendar.business_days_between(won_on, told).max(0)),
        reached,
        not_reached,
        facts: deal.stories.iter().map(|(fact, _)| fact.id.clone()).collect(),
    }
}
