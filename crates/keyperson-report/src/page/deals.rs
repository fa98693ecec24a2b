//! What the page says of deals: with which to begin, what to repeat, which stories are told; a line each.

use keyperson::Brief;
use keyperson::deals::first_order::{Prospect, StartState};
use keyperson::deals::replication::{Proposal, Repeat, ReplicationState};
use keyperson::text::{self, Language};

use super::{Line, cut, line, share};

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
    let room = &brief.start;
    let pipeline = room.pipeline.as_ref().filter(|_| room.state == StartState::Begin)?;
    let odds = share(pipeline.odds, language);
    let range = pipeline.lower.zip(pipeline.upper).map(|(lower, upper)| text::range(lower, upper));
    let first = |prospect: &Prospect| {
        let name = named(prospect.deal.as_str(), prospect.name.as_ref());
        let chance = text::percent(prospect.chance);
        match language {
            Language::Japanese => format!("「{name}」（{chance}）"),
            Language::English => format!("{name} ({chance})"),
        }
    };
    let first: Vec<String> = pipeline.prospects.iter().take(MOST_DEALS).map(first).collect();
    let (open, days) = (pipeline.open, room.within_days);
    Some(match language {
        Language::Japanese => {
            let range = range.map_or_else(String::new, |range| format!("、区間 {range}"));
            let first = if first.is_empty() { String::new() } else { format!("。まず{}", first.concat()) };
            line("最初の勝ち筋", format!("進行中 {open} 件、{days}日以内に受注する確率 {odds}{range}{first}"))
        }
        Language::English => {
            let range = range.map_or_else(String::new, |range| format!(", interval {range}"));
            let first =
                if first.is_empty() { String::new() } else { format!("; begin with {}", first.join(", ")) };
            line(
                "First win",
                format!("{open} open, odds of an order within {days} days {odds}{range}{first}"),
            )
        }
    })
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
        match (near, language) {
            (Some(near), Language::Japanese) => format!("「{name}」（見込み {chance}、「{near}」に近い）"),
            (None, Language::Japanese) => format!("「{name}」（見込み {chance}）"),
            (Some(near), Language::English) => format!("{name} (chance {chance}, like {near})"),
            (None, Language::English) => format!("{name} (chance {chance})"),
        }
    };
    let said: Vec<String> = room.proposals.iter().take(MOST_DEALS).map(said).collect();
    let near = room.near;
    Some(match language {
        Language::Japanese => {
            line("横展開の候補", format!("条件の近い見込み客 {near} 件：{}", said.join("、")))
        }
        Language::English => line("To repeat", format!("{near} similar prospects: {}", said.join(", "))),
    })
}

fn repeated(brief: &Brief, language: Language) -> Option<Line> {
    let sum = |of: fn(&Repeat) -> i64| brief.replication.repeats.iter().map(of).fold(0, i64::saturating_add);
    let (tried, won, lost, open) = (sum(|r| r.tried), sum(|r| r.won), sum(|r| r.lost), sum(|r| r.open));
    (tried > 0).then(|| match language {
        Language::Japanese => {
            line("横展開の結果", format!("{tried}件（受注 {won}・失注 {lost}・進行中 {open}）"))
        }
        Language::English => line("Repeated", format!("{tried} (won {won}, lost {lost}, open {open})")),
    })
}

fn stories(brief: &Brief, language: Language) -> Option<Line> {
    let room = &brief.story;
    let (won, told, owed) = (room.won, room.told, room.owed);
    (won > 0).then(|| match language {
        Language::Japanese => {
            line("成功事例の共有", format!("受注 {won} 件のうち {told} 件を配布、これから {owed} 件"))
        }
        Language::English => line("Stories of wins", format!("{told} of {won} told, {owed} owed")),
    })
}
