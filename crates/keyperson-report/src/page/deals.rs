//! What the page says of deals: with which to begin, what to repeat, which stories are told; a line each.

use keyperson::Brief;
use keyperson::deals::first_order::{FirstOrderState, Prospect};
use keyperson::deals::replication::{Proposal, Repeat, ReplicationState};
use keyperson::text::{self, Language};

use super::{Line, cut, line, share};
use crate::text as say;

/// How many deals a line names.
const MOST_DEALS: usize = 3;
/// Columns of a deal's name.
const MOST_NAME: usize = 40;

/// Where to begin, what to repeat, and the stories of the wins.
pub(super) fn deals(brief: &Brief, language: Language) -> Vec<Line> {
    [start(brief, language), repeat(brief, language), repeated(brief, language), stories(brief, language)]
        .into_iter()
        .flatten()
        .collect()
}

fn named(deal: &str, name: Option<&String>) -> String {
    cut(name.map_or(deal, String::as_str), MOST_NAME)
}

fn start(brief: &Brief, language: Language) -> Option<Line> {
    let room = &brief.first_order;
    let pipeline = room.pipeline.as_ref().filter(|_| room.state == FirstOrderState::Begin)?;
    let odds = share(pipeline.odds, language);
    let range = pipeline.lower.zip(pipeline.upper).map(|(lower, upper)| text::range(lower, upper));
    let range = range.map_or_else(String::new, |range| say::odds_interval(&range, language));
    let first = |prospect: &Prospect| {
        let name = named(prospect.deal.as_str(), prospect.name.as_ref());
        say::deal_with_chance(&name, &text::percent(prospect.chance), language)
    };
    let first: Vec<String> = pipeline.prospects.iter().take(MOST_DEALS).map(first).collect();
    let first = if first.is_empty() { String::new() } else { say::begin_with(&first, language) };
    let said = say::first_win(pipeline.open, room.within_days, &odds, &range, &first, language);
    Some(line(say::labels(language).first_win, said))
}

fn repeat(brief: &Brief, language: Language) -> Option<Line> {
    let room = &brief.replication;
    if room.state != ReplicationState::Proposed {
        return None;
    }
    let said = |proposal: &Proposal| {
        let name = named(proposal.deal.as_str(), proposal.name.as_ref());
        let chance = text::percent(proposal.chance);
        let near = proposal.nearest.first().map(|near| named(near.deal.as_str(), near.name.as_ref()));
        match near {
            Some(near) => say::prospect_like(&name, &chance, &near, language),
            None => say::prospect(&name, &chance, language),
        }
    };
    let said: Vec<String> = room.proposals.iter().take(MOST_DEALS).map(said).collect();
    let said = say::similar_prospects(room.near, &say::list(&said, language), language);
    Some(line(say::labels(language).to_repeat, said))
}

fn repeated(brief: &Brief, language: Language) -> Option<Line> {
    let sum = |of: fn(&Repeat) -> i64| brief.replication.repeats.iter().map(of).fold(0, i64::saturating_add);
    let (tried, won, lost, open) = (sum(|r| r.tried), sum(|r| r.won), sum(|r| r.lost), sum(|r| r.open));
    (tried > 0).then(|| line(say::labels(language).repeated, say::repeated(tried, won, lost, open, language)))
}

fn stories(brief: &Brief, language: Language) -> Option<Line> {
    let room = &brief.story;
    (room.won > 0)
        .then(|| line(say::labels(language).stories, say::stories(room.won, room.told, room.owed, language)))
}
