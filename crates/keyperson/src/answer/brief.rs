//! The brief: everything about one person on one page. It gathers the answers and does no arithmetic of its own.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::ControlFlow;

use serde::{Deserialize, Deserializer, Serialize};

use crate::answer::change::{self, Change, Now};
use crate::answer::market::Market;
use crate::answer::room::{Ask, Rooms};
use crate::calendar::Instant;
use crate::course::ladder::Ladder;
use crate::course::lead_time::LeadTime;
use crate::course::selection::Selection;
use crate::course::winter::Winter;
use crate::error::{Error, Place, ProblemKind, phrase};
use crate::fact::{Fact, FactId, Journal, PartnerId, PersonId};
use crate::finding::{self, Finding, FindingCode, Urgency};
use crate::json::read::known_text;
use crate::order::{Fill as _, Order as _};
use crate::partner::view::{PartnerView, View, check_calendars, partner_of};
use crate::person::estimate::{Estimates, Observations, TraitEstimate};
use crate::person::fit::{self, Fit};
use crate::person::mismatch::{self, Mismatch};
use crate::person::readiness::{self, Readiness};
use crate::person::remedy::{self, Remedies, Situation};
use crate::person::unit::Colleagues;
use crate::policy::Policy;
use crate::together::agenda::{self, Agenda};
use crate::together::cadence::Cadence;
use crate::together::rhythm::Rhythm;
use crate::value::KnownText;

use crate::together::appraisal::Overlap;
use crate::together::motivation::Motivation;
use crate::together::recognition::Recognition;

use crate::colleagues::loop_turns::LoopTurns;
use crate::together::feedback::Feedback;
use crate::together::news::NewsTold;
use crate::together::response::Response;

use crate::colleagues::spread::Spread;
use crate::colleagues::succession::{self, Made, Succession};
use crate::colleagues::support::Supports;

use crate::deals::first_order::FirstOrder;
use crate::deals::replication::Replication;
use crate::deals::story::Stories;
use crate::person::overrides::{self, ByEvidence, Consequences, SetValue};

/// The schema tag of a brief.
pub const SCHEMA: &str = "keyperson.brief/1";

/// The schema tag of a stored answer, which must be this version's.
fn schema_tag<'de, D: Deserializer<'de>>(deserializer: D) -> Result<&'static str, D::Error> {
    known_text(deserializer, &[SCHEMA])
}

/// The answer for one person.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(not(feature = "exhaustive"), non_exhaustive)]
pub struct Brief {
    /// `keyperson.brief/1`
    #[serde(deserialize_with = "schema_tag")]
    pub schema: KnownText,
    /// The instant of the question.
    pub as_of: Instant,
    /// Name of the policy.
    pub policy: String,
    /// The partner.
    pub partner: PartnerId,
    /// Its name, where registered.
    pub partner_name: Option<String>,
    /// The person.
    pub person: PersonId,
    /// The person's name, where registered.
    pub name: Option<String>,
    /// The person's title, where registered.
    pub title: Option<String>,
    /// Names of the colleagues in a remedy, the succession or the support unit, by id, as far as they are registered.
    pub colleagues: BTreeMap<String, String>,
    /// How many facts of the person were seen.
    pub facts: i64,
    /// Whether the person is ready for the role, or what somebody set it to.
    pub readiness: Readiness,
    /// The score with bounds, coverage and contributions.
    pub fit: Fit,
    /// The six traits, with their evidence.
    pub traits: Vec<TraitEstimate>,
    /// Strong traits wasted by weak ones, every pattern of the policy.
    pub mismatches: Vec<Mismatch>,
    /// What stands in the way, and what to change in the environment.
    pub remedies: Remedies,
    /// The gates of the selection.
    pub selection: Selection,
    /// The staged targets, with pace and odds.
    pub ladder: Ladder,
    /// Counts, conversion rates and lead time.
    pub lead_time: LeadTime,
    /// Winter or stagnation.
    pub winter: Winter,
    /// Recognition owed and given.
    pub recognition: Recognition,
    /// What was offered to the person.
    pub motivation: Motivation,
    /// How far the ladder counts in the person's own appraisal.
    pub appraisal: Overlap,
    /// How soon each side answers the other.
    pub response: Response,
    /// What came of feedback.
    pub feedback: Feedback,
    /// In which order news was told.
    pub news: NewsTold,
    /// Everything that needs attention, the most urgent first.
    pub findings: Vec<Finding>,
    /// Facts that do not count because their dispute was upheld.
    pub withdrawn: Vec<FactId>,
    /// Whether a date of this brief lies past the last official year of the holiday table.
    pub provisional_calendar: bool,
    /// The regular meetings: planned, kept, next.
    pub cadence: Cadence,
    /// Peaks and valleys of the load.
    pub rhythm: Rhythm,
    /// What the next regular meetings are to talk about.
    pub agenda: Agenda,
    /// With which prospects to begin.
    pub first_order: FirstOrder,
    /// Which prospects to win as others were won.
    pub replication: Replication,
    /// The stories of the wins.
    pub story: Stories,
    /// What changed since the last brief: since the latest regular meeting before the as-of at which the dashboard
    /// was shared, or else the latest weekly one. Absent where there was no meeting.
    pub change: Option<Change>,
    /// How often the partner's loop has turned.
    pub loop_turns: LoopTurns,
    /// Values that somebody set and that hold, or ended lately: traits in their order, the readiness last.
    pub overrides: Vec<SetValue>,
    /// What follows from the evidence alone. Absent if no override holds.
    pub by_evidence: Option<ByEvidence>,
    /// How know-how and load are spread at the partner.
    pub spread: Spread,
    /// Who could follow, and what rests on the person.
    pub succession: Succession,
    /// The vendor's and the partner's wheel, and what is owed.
    pub support: Supports,
}

/// The brief of one person.
///
/// ```
/// let policy = keyperson::Policy::default();
/// let journal = keyperson::Journal::from_json_lines(
///     r#"{"id":"f-1","at":"2026-01-05T09:00:00+09:00","partner":"acme","person":"p-001","type":"rating","trait":"drive","value":0.9,"by":"Sato"}"#,
/// )?;
/// let brief = keyperson::brief(&journal, &policy, &"p-001".parse()?, policy.as_of("2026-04-30")?)?;
/// assert_eq!(brief.fit.unknown.len(), 4); // authority, time, skill and influence: unknown, not zero
/// # Ok::<(), keyperson::Error>(())
/// ```
///
/// # Errors
/// `unknown_person` where no fact up to the as-of names the person; `unknown_calendar` where the partner was
/// registered with a calendar that nobody defines.
pub fn brief(journal: &Journal, policy: &Policy, person: &PersonId, as_of: Instant) -> Result<Brief, Error> {
    let partner = PartnerView::new(journal, partner_of(journal, person, as_of)?, policy, as_of)?;
    Ok(of_view(&partner.person(person), policy))
}

/// The brief of somebody whose facts are indexed.
pub(crate) fn of_view(view: &View<'_, '_>, policy: &Policy) -> Brief {
    asked(view, policy, change::last_brief(view).map(|fact| (fact.at, Some(fact))))
}

/// The brief of one person, with what changed since a given instant.
///
/// # Errors
/// As [`brief`]; `contradiction` where `since` lies after the as-of.
pub fn brief_since(
    journal: &Journal,
    policy: &Policy,
    person: &PersonId,
    as_of: Instant,
    since: Instant,
) -> Result<Brief, Error> {
    if since > as_of {
        let what = phrase!("`since` is `{}`, after the as-of `{}`", since, as_of);
        return Err(Error::one(Place::at("/since"), ProblemKind::Contradiction { what }));
    }
    let partner = PartnerView::new(journal, partner_of(journal, person, as_of)?, policy, as_of)?;
    Ok(asked(&partner.person(person), policy, Some((since, None))))
}

/// What moved `person` between two instants, in either order.
///
/// # Errors
/// As [`brief`](brief()).
pub fn change(
    journal: &Journal,
    policy: &Policy,
    person: &PersonId,
    one: Instant,
    other: Instant,
) -> Result<Change, Error> {
    let brief = brief_since(journal, policy, person, one.max(other), one.min(other))?;
    // A brief with an instant to compare with always has a change.
    brief.change.ok_or_else(|| Error::one(Place::default(), ProblemKind::NothingToRead {}))
}

fn asked(view: &View<'_, '_>, policy: &Policy, since: Option<(Instant, Option<&Fact>)>) -> Brief {
    let market = Market::of(view.partner, policy);
    let observations = Observations::of(view, policy);
    let estimates = observations.estimates();
    let mut brief = assemble(view, policy, &observations, estimates, &market);
    brief.change = since.map(|(from, meeting)| changed(view, policy, &market, &brief, from, meeting));
    brief
}

/// What moved a person since an earlier instant, at the meeting where there was one.
fn changed<'a>(
    view: &View<'_, 'a>,
    policy: &Policy,
    market: &Market<'_, 'a>,
    brief: &Brief,
    from: Instant,
    meeting: Option<&Fact>,
) -> Change {
    let past = market.past();
    let then = view.partner.earlier(past, view.person, policy, from);
    let now = Now {
        traits: &brief.traits,
        fit: &brief.fit,
        ladder: &brief.ladder,
        selection: &brief.selection,
        findings: &brief.findings,
    };
    let is_new = |fact: &FactId| past.instant_of(fact).is_some_and(|at| at > from);
    let change = change::evaluate(view, &then.person(view.person), policy, now, is_new);
    Change { last_brief: meeting.map(|fact| fact.id.clone()), ..change }
}

/// The briefs of everybody who has not left, by partner, then id. Each is handed to `each` as soon as it is made;
/// `each` may stop the rest. A partner is read once for all of its people, so the time grows with the facts and the
/// briefs only. A person at two partners has a brief at each.
///
/// ```
/// use std::ops::ControlFlow;
/// let policy = keyperson::Policy::default();
/// let journal = keyperson::Journal::from_json_lines(
///     r#"{"id":"f-1","at":"2026-01-05T09:00:00+09:00","partner":"acme","person":"p-001","type":"rating","trait":"drive","value":0.9,"by":"Sato"}"#,
/// )?;
/// let mut people = Vec::new();
/// keyperson::briefs(&journal, &policy, policy.as_of("2026-04-30")?, &mut |brief| {
///     people.push(brief.person.to_string());
///     ControlFlow::Continue(())
/// })?;
/// assert_eq!(people, ["p-001"]);
/// # Ok::<(), keyperson::Error>(())
/// ```
///
/// # Errors
/// `unknown_calendar` where a partner was registered with a calendar that nobody defines, before any brief is made.
pub fn briefs(
    journal: &Journal,
    policy: &Policy,
    as_of: Instant,
    each: &mut dyn FnMut(Brief) -> ControlFlow<()>,
) -> Result<(), Error> {
    check_calendars(journal, policy, as_of)?;
    for partner in journal.partners() {
        let partner = PartnerView::new(journal, partner, policy, as_of)?;
        let market = Market::of(&partner, policy);
        for view in partner.everybody().filter(|view| view.left().is_none()) {
            let observations = Observations::of(&view, policy);
            let estimates = observations.estimates();
            let mut brief = assemble(&view, policy, &observations, estimates, &market);
            brief.change = change::last_brief(&view)
                .map(|meeting| changed(&view, policy, &market, &brief, meeting.at, Some(meeting)));
            if each(brief).is_break() {
                return Ok(());
            }
        }
    }
    Ok(())
}

/// Gathers the answers for one date. Colleagues are looked at only if they could help somebody or take over.
pub(crate) fn assemble<'a>(
    view: &View<'_, 'a>,
    policy: &Policy,
    observations: &Observations<'_>,
    estimates: Estimates,
    market: &Market<'_, 'a>,
) -> Brief {
    let ask = Ask { view, policy, market };
    let rooms = Rooms::evaluate(&ask);
    let set = Scored::of(&estimates, policy);
    let evident = estimates.by_evidence().map(|own| (Scored::of(&own, policy), own));
    let short = set.is_short() || evident.as_ref().is_some_and(|(scored, _)| scored.is_short());
    let has_role = view.start().is_some_and(|(day, _)| day <= view.today());
    let nobody = Colleagues::default();
    let colleagues = if short || has_role { market.everybody() } else { &nobody };
    let colleagues = colleagues.beside(view.person);
    let remedies_of = |estimates: &Estimates, observations: &Observations<'_>, scored: &Scored| {
        let Scored { fit, mismatches } = scored;
        let situation =
            Situation { observations, estimates, fit, mismatches, ladder: &rooms.ladder, colleagues };
        remedy::evaluate(view, policy, situation)
    };
    let remedies = remedies_of(&estimates, observations, &set);
    let computed = readiness::evaluate(&set.fit, &remedies);
    let with = set.lead_to(computed, &estimates);
    let evident = evident.map(|(scored, own)| {
        let remedies = remedies_of(&own, &observations.by_evidence(), &scored);
        (readiness::evaluate(&scored.fit, &remedies), scored, own)
    });
    let without = evident.as_ref().map_or(with, |(readiness, scored, own)| scored.lead_to(*readiness, own));
    let overrides = overrides::evaluate(view, policy, with, without);
    let by_evidence = overrides::by_evidence(&overrides, without);
    let readiness = overrides::readiness(view).unwrap_or(computed);
    let Scored { fit, mismatches } = set;
    let nothing = Made::default();
    let made = if has_role { market.made() } else { &nothing };
    let succession = succession::evaluate(view, policy, colleagues, made, market.detail);
    let mut findings = estimates.findings();
    findings.extend(fit.findings(&estimates, policy));
    findings.extend(mismatch::findings(&mismatches));
    findings.extend(overrides::findings(&overrides, view));
    findings.extend(succession.findings(view, policy));
    findings.extend(left(view));
    rooms.findings(&ask, &mut findings);
    date(&mut findings, view, market);
    rank(&mut findings, &remedies);
    let agenda = agenda::evaluate(view, policy, &findings);
    let partner = view.partner;
    let provisional_calendar = is_provisional(&rooms, view);
    let spoken_of = remedies
        .proposed
        .iter()
        .flat_map(|remedy| remedy.unit.iter().flat_map(|unit| &unit.members))
        .chain(succession.best.iter().map(|best| &best.person))
        .chain(rooms.recognition.unit.iter().map(|member| &member.member));
    Brief {
        schema: SCHEMA,
        colleagues: names(partner, spoken_of),
        as_of: view.as_of(),
        policy: policy.name.to_string(),
        partner: partner.partner.clone(),
        partner_name: partner.name.map(str::to_owned),
        person: view.person.clone(),
        name: view.name().map(str::to_owned),
        title: view.title().map(str::to_owned),
        facts: i64::try_from(view.facts.len()).unwrap_or(i64::MAX),
        readiness,
        fit,
        traits: estimates.traits,
        mismatches,
        remedies,
        selection: rooms.selection,
        ladder: rooms.ladder,
        lead_time: rooms.lead_time,
        winter: rooms.winter,
        recognition: rooms.recognition,
        motivation: rooms.motivation,
        appraisal: rooms.appraisal,
        response: rooms.response,
        feedback: rooms.feedback,
        news: rooms.news,
        findings,
        withdrawn: partner
            .withdrawn()
            .filter(|(_, by)| by.person.as_ref() == Some(view.person))
            .map(|(id, _)| id.clone())
            .collect(),
        provisional_calendar,
        cadence: rooms.cadence,
        rhythm: rooms.rhythm,
        agenda,
        first_order: rooms.first_order,
        replication: rooms.replication,
        story: rooms.story,
        overrides,
        by_evidence,
        spread: rooms.spread,
        succession,
        support: rooms.support,
        change: None,
        loop_turns: rooms.loop_turns,
    }
}

/// Whether a date of the brief lies past the last official year of the holiday table.
fn is_provisional(rooms: &Rooms, view: &View<'_, '_>) -> bool {
    std::iter::once(view.today())
        .chain(rooms.ladder.rungs.iter().filter_map(|rung| rung.deadline))
        .chain(rooms.recognition.owed.iter().filter_map(|owed| owed.due))
        .chain(rooms.motivation.due)
        .chain(rooms.feedback.pieces.iter().filter_map(|piece| piece.due))
        .chain(rooms.news.topics.iter().filter_map(|topic| topic.due))
        .chain(rooms.story.wins.iter().filter_map(|win| win.due))
        .chain(rooms.support.reviews.iter().filter_map(|owed| owed.due))
        .any(|day| view.partner.calendar.is_provisional(day))
}

/// The registered names of some people, by id.
fn names<'b>(
    partner: &PartnerView<'_>,
    people: impl Iterator<Item = &'b PersonId>,
) -> BTreeMap<String, String> {
    let wanted: BTreeSet<&PersonId> = people.fill();
    let named = wanted
        .into_iter()
        .filter_map(|person| Some((person.to_string(), partner.name_of(person)?.to_owned())));
    named.fill()
}

/// Fit and mismatches of one set of estimates.
struct Scored {
    fit: Fit,
    mismatches: Vec<Mismatch>,
}

impl Scored {
    fn of(estimates: &Estimates, policy: &Policy) -> Self {
        let traits = &estimates.traits;
        Self { fit: fit::evaluate(traits, policy), mismatches: mismatch::evaluate(traits, policy) }
    }

    fn is_short(&self) -> bool {
        !self.fit.under_floor.is_empty() || self.mismatches.iter().any(Mismatch::stands)
    }

    fn lead_to<'s>(&'s self, readiness: Readiness, estimates: &'s Estimates) -> Consequences<'s> {
        Consequences { estimates, fit: &self.fit, mismatches: &self.mismatches, readiness }
    }
}

fn left(view: &View<'_, '_>) -> Option<Finding> {
    let fact = view.left()?;
    let finding = Finding::new(FindingCode::PersonLeft, Urgency::Urgent, "");
    Some(finding.since(fact.at).evidence([fact.id.clone()]))
}

/// Adds to every finding with evidence since when it holds, in the time zone of the partner.
fn date(findings: &mut [Finding], view: &View<'_, '_>, market: &Market<'_, '_>) {
    finding::date(findings, view.facts.iter().chain(&view.partner.shared).copied());
    for finding in findings.iter_mut().filter(|finding| finding.since.is_none()) {
        // Evidence may be what is known of colleagues.
        finding.since = finding.evidence.iter().filter_map(|fact| market.past().instant_of(fact)).min();
    }
    for finding in findings {
        finding.since = finding.since.map(|since| since.shown_in(view.partner.zone));
    }
}

/// The most urgent first. Among equally urgent ones, first those for which a simulated remedy does most, then by due
/// day, then by code and subject. Findings without a simulated remedy come after the others, by due day.
fn rank(findings: &mut [Finding], remedies: &Remedies) {
    // Whole points: a difference that nobody can see moves nothing.
    let points = |finding: &Finding| (remedies.effect_on(finding).unwrap_or(0.0) * 100.0).round();
    findings.order_by(|a, b| {
        let due = |finding: &Finding| (finding.due.is_none(), finding.due);
        a.urgency
            .cmp(&b.urgency)
            .then_with(|| points(b).total_cmp(&points(a)))
            .then_with(|| (due(a), a.code, &a.about).cmp(&(due(b), b.code, &b.about)))
    });
}
