//! The portfolio: everybody at every partner in one table, each partner's people ranked among themselves.

use std::ops::ControlFlow;

use serde::{Deserialize, Deserializer, Serialize};

use crate::answer::brief::{self, Brief};
use crate::answer::market::{Market, beliefs};
use crate::calendar::Instant;
use crate::course::ladder::RungStatus;
use crate::deals::where_to_begin::{self, WhereToBeginRow, WhereToBeginStanding};
use crate::error::{Error, Place, ProblemKind};
use crate::fact::{GateStep, Journal, PartnerId, PersonId, Trait};
use crate::finding::{Finding, FindingCode, Urgency};
use crate::json::read::known_text;
use crate::order::{Fill as _, Order as _};
use crate::partner::view::{PartnerView, check_calendars};
use crate::person::estimate::{Belief, Observations};
use crate::person::mismatch::{Mismatch, MismatchState};
use crate::person::ranking::{self, Candidate, Ranking, RankingComparison};
use crate::person::readiness::Readiness;
use crate::person::weighting::Weightings;
use crate::policy::Policy;
use crate::value::{Key, KnownText, Lookup};

/// The schema tag of a portfolio.
pub const SCHEMA: &str = "keyperson.portfolio/1";

/// The schema tag of a stored answer, which must be this version's.
fn schema_tag<'de, D: Deserializer<'de>>(deserializer: D) -> Result<&'static str, D::Error> {
    known_text(deserializer, &[SCHEMA])
}

/// The JSON Schema of a portfolio as text: what `schema::all` (feature `schema`) makes, without the crates to make it.
pub const JSON_SCHEMA: &str = include_str!("../../schemas/portfolio.schema.json");

/// The answer for many people.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(not(feature = "exhaustive"), non_exhaustive)]
pub struct Portfolio {
    /// `keyperson.portfolio/1`
    #[serde(deserialize_with = "schema_tag")]
    pub schema: KnownText,
    /// The instant of the question.
    pub as_of: Instant,
    /// Name of the policy.
    pub policy: String,
    /// Everybody who has not left: by readiness, then fit, then partner and person.
    pub people: Vec<PersonRow>,
    /// Every partner, by id.
    pub partners: Vec<PartnerRow>,
    /// How many people have left.
    pub left: i64,
    /// Where to begin: partners without a win by the odds of an early first one, then those that may repeat theirs.
    pub where_to_begin: Vec<WhereToBeginRow>,
    /// How far the order of those that may begin can be relied on.
    pub where_to_begin_standings: Vec<WhereToBeginStanding>,
}

/// One person in a portfolio.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(not(feature = "exhaustive"), non_exhaustive)]
pub struct PersonRow {
    /// The partner.
    pub partner: PartnerId,
    /// Its name, where registered.
    pub partner_name: Option<String>,
    /// The person.
    pub person: PersonId,
    /// The person's name, where registered.
    pub name: Option<String>,
    /// How many facts of the person were seen.
    pub facts: i64,
    /// Whether ready for the role.
    pub readiness: Readiness,
    /// Best rank among the partner's people that the evidence allows. The first is 1.
    pub best_rank: i64,
    /// Worst rank among the partner's people that the evidence allows. From 1 to the number of people: the
    /// evidence cannot tell this person from any other.
    pub worst_rank: i64,
    /// Share of weightings for which the person is first at the partner; absent where the evidence tells nobody
    /// at the partner apart.
    pub first_share: Option<f64>,
    /// Score; absent where unknown.
    pub fit: Option<f64>,
    /// Lower end of the score's interval.
    pub lower: f64,
    /// Upper end of the score's interval.
    pub upper: f64,
    /// Weight of the known traits as a share of all weight.
    pub coverage: f64,
    /// Mean of each trait in the order of `Trait::ALL`; absent where unknown.
    pub traits: Vec<Option<f64>>,
    /// Traits whose value somebody set, so that they are no evidence.
    pub stated: Vec<Trait>,
    /// Whether somebody set the readiness.
    pub readiness_stated: bool,
    /// State of each pattern, by code.
    pub mismatches: Vec<PatternState>,
    /// The furthest gate passed.
    pub stage: Option<GateStep>,
    /// Status and odds of each rung, in order.
    pub rungs: Vec<RungCell>,
    /// How many findings are urgent.
    pub urgent: i64,
    /// How many findings are important.
    pub important: i64,
    /// The first finding.
    pub first_finding: Option<Finding>,
    /// Code of every finding, in their order.
    pub findings: Vec<FindingCode>,
}

/// State of one pattern.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(not(feature = "exhaustive"), non_exhaustive)]
pub struct PatternState {
    /// Code of the pattern.
    pub pattern: Key,
    /// Whether it is there.
    pub state: MismatchState,
}

/// One rung in a row.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(not(feature = "exhaustive"), non_exhaustive)]
pub struct RungCell {
    /// Code of the rung.
    pub code: Key,
    /// How it stands.
    pub status: RungStatus,
    /// How many were counted by its date.
    pub count: Option<i64>,
    /// Odds; absent where there is no start or nothing recorded.
    pub odds: Option<f64>,
}

/// One partner in a portfolio.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(not(feature = "exhaustive"), non_exhaustive)]
pub struct PartnerRow {
    /// The partner.
    pub partner: PartnerId,
    /// Its name, where registered.
    pub name: Option<String>,
    /// How many people are ranked.
    pub people: i64,
    /// The person who has the role, where somebody has.
    pub key_person: Option<PersonId>,
    /// Whether the evidence tells at least two of them apart.
    pub separable: bool,
    /// Each pair of neighbours in the order.
    pub comparisons: Vec<RankingComparison>,
}

/// The portfolio of a journal.
///
/// ```
/// let policy = keyperson::Policy::default();
/// let portfolio = keyperson::portfolio(&keyperson::Journal::default(), &policy, policy.as_of("2026-04-30")?)?;
/// assert!(portfolio.people.is_empty());
/// # Ok::<(), keyperson::Error>(())
/// ```
///
/// # Errors
/// `unknown_calendar` where a partner was registered with a calendar that nobody defines.
pub fn portfolio(journal: &Journal, policy: &Policy, as_of: Instant) -> Result<Portfolio, Error> {
    watched(journal, policy, as_of, &mut |_| ControlFlow::Continue(()))
}

/// The portfolio of a journal that may take long: `watch` is told the number of facts done after each partner, and
/// may break it off. What was done until then is handed out.
///
/// # Errors
/// As [`portfolio`](portfolio()).
pub(crate) fn watched(
    journal: &Journal,
    policy: &Policy,
    as_of: Instant,
    watch: &mut dyn FnMut(usize) -> ControlFlow<()>,
) -> Result<Portfolio, Error> {
    let pieces = Pieces::new(policy, as_of);
    pieces.check(journal)?;
    let mut done: usize = 0;
    let mut parts = Vec::new();
    for partner in journal.partners() {
        parts.push(pieces.partner(journal, partner)?);
        done = done.saturating_add(journal.of_partner(partner).len());
        if watch(done).is_break() {
            break;
        }
    }
    Ok(pieces.join(parts))
}

/// A portfolio in pieces, which may be made in any order, on several threads, and of a journal per partner.
///
/// ```
/// use keyperson::answer::portfolio::Pieces;
///
/// let policy = keyperson::Policy::default();
/// let journal = keyperson::Journal::default();
/// let as_of = policy.as_of("2026-04-30")?;
/// let pieces = Pieces::new(&policy, as_of);
/// pieces.check(&journal)?;
/// let parts: Vec<_> =
///     journal.partners().map(|partner| pieces.partner(&journal, partner)).collect::<Result<_, _>>()?;
/// assert_eq!(pieces.join(parts), keyperson::portfolio(&journal, &policy, as_of)?);
/// # Ok::<(), keyperson::Error>(())
/// ```
#[derive(Debug)]
pub struct Pieces<'q> {
    policy: &'q Policy,
    as_of: Instant,
    weightings: Weightings,
}

/// What one partner adds to a portfolio.
#[derive(Debug)]
pub struct PartnerPiece {
    partner: PartnerId,
    people: Vec<PersonRow>,
    row: Option<PartnerRow>,
    /// How many people have left.
    left: i64,
    where_to_begin: Option<WhereToBeginRow>,
}

impl<'q> Pieces<'q> {
    /// Prepares what all partners share.
    #[must_use]
    pub fn new(policy: &'q Policy, as_of: Instant) -> Self {
        Self { policy, as_of, weightings: Weightings::draw(policy) }
    }

    /// Makes sure of a journal's calendars, so that those of all its partners are told at once.
    ///
    /// # Errors
    /// As [`portfolio`](portfolio()).
    pub fn check(&self, journal: &Journal) -> Result<(), Error> {
        check_calendars(journal, self.policy, self.as_of)
    }

    /// The piece of one partner, all of whose facts are in `journal`.
    ///
    /// # Errors
    /// As [`portfolio`](portfolio()).
    pub fn partner(&self, journal: &Journal, partner: &PartnerId) -> Result<PartnerPiece, Error> {
        let view = PartnerView::new(journal, partner, self.policy, self.as_of)?;
        Ok(of_partner(&view, self.policy, &self.weightings).0)
    }

    /// The portfolio of the pieces, in whatever order they come.
    #[must_use]
    pub fn join(&self, pieces: impl IntoIterator<Item = PartnerPiece>) -> Portfolio {
        let mut pieces: Vec<PartnerPiece> = pieces.into_iter().collect();
        pieces.order_by(|one, other| one.partner.cmp(&other.partner));
        let (mut people, mut partners, mut where_to_begin) = (Vec::new(), Vec::new(), Vec::new());
        let mut left: i64 = 0;
        for piece in pieces {
            left = left.saturating_add(piece.left);
            people.extend(piece.people);
            partners.extend(piece.row);
            where_to_begin.extend(piece.where_to_begin);
        }
        order(&mut people);
        where_to_begin::order(&mut where_to_begin);
        Portfolio {
            schema: SCHEMA,
            as_of: self.as_of,
            policy: self.policy.name.to_string(),
            people,
            partners,
            left,
            where_to_begin_standings: where_to_begin::standings(&where_to_begin),
            where_to_begin,
        }
    }
}

/// The people of one partner, in order, with what the evidence says of each neighbour.
///
/// # Errors
/// `unknown_partner` where no fact up to the as-of is about the partner; as [`portfolio`](portfolio()).
pub fn rank(
    journal: &Journal,
    policy: &Policy,
    partner: &PartnerId,
    as_of: Instant,
) -> Result<Ranking, Error> {
    if !journal.of_partner(partner).iter().any(|fact| fact.at <= as_of) {
        let found = partner.to_string();
        return Err(Error::one(Place::at("/partner"), ProblemKind::UnknownPartner { found }));
    }
    // The name under which the journal keeps the partner, which lives as long as the journal.
    let own = journal.partners().find(|known| *known == partner).unwrap_or(partner);
    let view = PartnerView::new(journal, own, policy, as_of)?;
    Ok(of_partner(&view, policy, &Weightings::draw(policy)).1)
}

/// What one partner adds to a portfolio, and the order of its people.
fn of_partner(
    partner: &PartnerView<'_>,
    policy: &Policy,
    weightings: &Weightings,
) -> (PartnerPiece, Ranking) {
    let (present, gone): (Vec<_>, Vec<_>) = partner.everybody().partition(|view| view.left().is_none());
    let observations: Vec<_> = present.iter().map(|view| Observations::of(view, policy)).collect();
    let estimates: Vec<_> = observations.iter().map(Observations::estimates).collect();
    let beliefs: Vec<(&PersonId, Vec<Belief>)> =
        present.iter().zip(&estimates).map(|(view, e)| (view.person, beliefs(e))).collect();
    let market = Market::of(partner, policy).for_rows(&beliefs);
    let briefs: Vec<Brief> = present
        .iter()
        .zip(observations.iter().zip(estimates))
        .map(|(view, (seen, estimates))| brief::assemble(view, policy, seen, estimates, &market))
        .collect();
    let candidates: Vec<Candidate<'_>> = beliefs
        .iter()
        .zip(&briefs)
        .map(|((person, traits), brief)| Candidate {
            person,
            readiness: brief.readiness,
            traits,
            stated: brief.traits.iter().any(|of| of.overridden.is_some()),
        })
        .collect();
    let ranking = ranking::under(&candidates, policy, weightings);
    let key_person =
        briefs.iter().find(|b| b.selection.stage == Some(GateStep::Appointed)).map(|b| b.person.clone());
    let started: Vec<_> = briefs.iter().map(|b| (&b.person, b.name.as_deref(), &b.first_order)).collect();
    let where_to_begin =
        where_to_begin::row(partner, market.deals, &market.courses, &market.similarity, &started, policy);
    let standings: Lookup<&PersonId, &ranking::RankingStanding> =
        ranking.standings.iter().map(|standing| (&standing.person, standing)).fill();
    let rows: Vec<PersonRow> = briefs
        .into_iter()
        .filter_map(|brief| {
            let standing = standings.get(&brief.person)?;
            Some(row(brief, standing))
        })
        .collect();
    let row = (!rows.is_empty()).then(|| PartnerRow {
        partner: partner.partner.clone(),
        name: partner.name.map(str::to_owned),
        people: i64::try_from(rows.len()).unwrap_or(i64::MAX),
        key_person,
        separable: ranking.separable,
        comparisons: ranking.comparisons.clone(),
    });
    let left = i64::try_from(gone.len()).unwrap_or(i64::MAX);
    let partner = partner.partner.clone();
    (PartnerPiece { partner, people: rows, row, left, where_to_begin }, ranking)
}

fn row(brief: Brief, standing: &ranking::RankingStanding) -> PersonRow {
    let count = |urgency: Urgency| {
        i64::try_from(brief.findings.iter().filter(|f| f.urgency == urgency).count()).unwrap_or(i64::MAX)
    };
    PersonRow {
        best_rank: standing.best,
        worst_rank: standing.worst,
        first_share: standing.first_share,
        facts: brief.facts,
        readiness: brief.readiness,
        fit: brief.fit.score.get(),
        lower: brief.fit.interval_lower,
        upper: brief.fit.interval_upper,
        coverage: brief.fit.coverage,
        traits: brief.traits.iter().map(|t| t.mean).collect(),
        stated: brief.overrides.iter().filter(|set| set.holds()).filter_map(|set| set.of).collect(),
        readiness_stated: brief.overrides.iter().any(|set| set.holds() && set.of.is_none()),
        mismatches: brief.mismatches.iter().map(pattern_state).collect(),
        stage: brief.selection.stage,
        rungs: brief
            .ladder
            .rungs
            .iter()
            .map(|r| RungCell { code: r.code.clone(), status: r.status, count: r.count, odds: r.odds })
            .collect(),
        urgent: count(Urgency::Urgent),
        important: count(Urgency::Important),
        first_finding: brief.findings.first().cloned(),
        findings: brief.findings.iter().map(|f| f.code).collect(),
        partner: brief.partner,
        partner_name: brief.partner_name,
        person: brief.person,
        name: brief.name,
    }
}

fn pattern_state(mismatch: &Mismatch) -> PatternState {
    PatternState { pattern: mismatch.pattern.clone(), state: mismatch.state }
}

/// Orders everybody by readiness, then fit; equal ones by partner and person.
fn order(people: &mut [PersonRow]) {
    people.order_by(|a, b| {
        // Someone of whom nothing is known comes after everybody of the same readiness.
        let by_fit = match (a.fit, b.fit) {
            (Some(mine), Some(theirs)) => theirs.total_cmp(&mine),
            (mine, theirs) => theirs.is_some().cmp(&mine.is_some()),
        };
        a.readiness
            .cmp(&b.readiness)
            .then(by_fit)
            .then_with(|| (&a.partner, &a.person).cmp(&(&b.partner, &b.person)))
    });
}
