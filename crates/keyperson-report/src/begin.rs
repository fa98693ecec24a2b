//! Where to begin, in words: a line a partner, in one language.

use std::collections::BTreeMap;

use keyperson::deals::first_order::{FirstOrderState, Prospect};
use keyperson::deals::where_to_begin::{WhereToBeginRow, WhereToBeginStanding};
use keyperson::text::{self, Language};
use keyperson::{PartnerId, Portfolio};

use crate::page::cut;
use crate::text as say;

/// How many partners are listed, and how many deals of each.
const MOST: (usize, usize) = (8, 3);
/// Columns of a name.
const MOST_NAME: usize = 64;

/// One partner with which to begin, or whose win may be repeated.
#[derive(Debug, Clone)]
pub(crate) struct Begin {
    /// The ranks that the intervals allow; a dash where nothing is ranked.
    pub(crate) rank: String,
    pub(crate) partner: String,
    /// What to do there.
    pub(crate) what: String,
    pub(crate) odds: String,
    pub(crate) person: String,
    pub(crate) deals: String,
}

/// The first partners of the list, and how many more there are.
pub(crate) fn begin(portfolio: &Portfolio, language: Language) -> (Vec<Begin>, usize) {
    let standings: BTreeMap<&PartnerId, &WhereToBeginStanding> =
        portfolio.where_to_begin_standings.iter().map(|standing| (&standing.partner, standing)).collect();
    // Where nothing is open and nothing to repeat, there is nothing to begin with.
    let some = |row: &&WhereToBeginRow| match row.state {
        FirstOrderState::Begin => true,
        FirstOrderState::Replicate => row.proposals.is_some_and(|proposals| proposals > 0),
        FirstOrderState::NothingOpen => false,
    };
    let rows: Vec<&WhereToBeginRow> = portfolio.where_to_begin.iter().filter(some).collect();
    let ranked = portfolio.where_to_begin_standings.len();
    let shown =
        rows.iter().take(MOST.0).map(|row| line(row, standings.get(&row.partner).copied(), ranked, language));
    (shown.collect(), rows.len().saturating_sub(MOST.0))
}

fn line(
    row: &WhereToBeginRow,
    standing: Option<&WhereToBeginStanding>,
    ranked: usize,
    language: Language,
) -> Begin {
    let unknown = || text::unknown(language).to_owned();
    let pipeline = row.pipeline.as_ref();
    let odds = pipeline.and_then(|pipeline| pipeline.odds.zip(pipeline.lower.zip(pipeline.upper)));
    let first = |prospect: &Prospect| {
        let name = cut(prospect.name.as_deref().unwrap_or(prospect.deal.as_str()), MOST_NAME);
        say::deal_in_table(&name, &text::percent(prospect.chance), language)
    };
    let deals: Vec<String> = pipeline
        .map(|pipeline| pipeline.prospects.iter().take(MOST.1).map(first).collect())
        .unwrap_or_default();
    let (open, proposals) = (row.open, row.proposals.unwrap_or(0));
    Begin {
        rank: standing.map_or_else(
            || "—".to_owned(),
            |standing| match (standing.best_rank, standing.worst_rank) {
                (1, worst) if usize::try_from(worst).is_ok_and(|worst| worst >= ranked && ranked > 1) => {
                    "—".to_owned()
                }
                (best, worst) if best == worst => best.to_string(),
                (best, worst) => format!("{best}–{worst}"),
            },
        ),
        partner: cut(row.partner_name.as_deref().unwrap_or(row.partner.as_str()), MOST_NAME),
        what: match row.state {
            FirstOrderState::Replicate => say::aim_to_repeat(proposals, language),
            FirstOrderState::Begin | FirstOrderState::NothingOpen => say::aim_to_win(open, language),
        },
        odds: match (row.state, odds) {
            (FirstOrderState::Replicate, _) => "—".to_owned(),
            (_, Some((odds, (lower, upper)))) => {
                format!("{} ({})", text::percent(odds), text::range(lower, upper))
            }
            (_, None) => unknown(),
        },
        person: row.person.as_ref().map_or_else(
            || "—".to_owned(),
            |person| cut(row.person_name.as_deref().unwrap_or(person.as_str()), MOST_NAME),
        ),
        deals: if deals.is_empty() { "—".to_owned() } else { say::list(&deals, language) },
    }
}
