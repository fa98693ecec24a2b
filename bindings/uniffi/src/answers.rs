//! Written by `cargo xtask schema` from the core's declarations. Do not edit.

use std::sync::Arc;

use crate::door::{KeypersonError, json};
use crate::mirror::*;
use crate::value::*;

/// The answer for one person.
#[derive(Debug, PartialEq, uniffi::Object)]
#[uniffi::export(Eq, Hash)]
pub struct Brief(pub(crate) keyperson::answer::brief::Brief);
impl Brief {
    /// What the core answered, for other languages.
    pub(crate) fn of(answer: keyperson::answer::brief::Brief) -> Arc<Self> {
        Arc::new(Self(answer))
    }
}
impl Eq for Brief {}
impl std::hash::Hash for Brief {
    fn hash<H: std::hash::Hasher>(&self, state: &mut H) {
        json(&self.0).unwrap_or_default().hash(state);
    }
}
#[uniffi::export]
impl Brief {
    /// `keyperson.brief/1`
    pub fn schema(&self) -> Constant {
        self.0.schema
    }
    /// The instant of the question.
    pub fn as_of(&self) -> Instant {
        self.0.as_of.clone()
    }
    /// Name of the policy.
    pub fn policy(&self) -> String {
        self.0.policy.clone()
    }
    /// The partner.
    pub fn partner(&self) -> PartnerId {
        self.0.partner.clone()
    }
    /// Its name, where registered.
    pub fn partner_name(&self) -> Option<String> {
        self.0.partner_name.clone()
    }
    /// The person.
    pub fn person(&self) -> PersonId {
        self.0.person.clone()
    }
    /// The person's name, where registered.
    pub fn name(&self) -> Option<String> {
        self.0.name.clone()
    }
    /// The person's title, where registered.
    pub fn title(&self) -> Option<String> {
        self.0.title.clone()
    }
    /// Names of the colleagues in a remedy, the succession or the support unit, by id, as far as they are registered.
    pub fn colleagues(&self) -> StringByString {
        self.0.colleagues.clone()
    }
    /// How many facts of the person were seen.
    pub fn facts(&self) -> i64 {
        self.0.facts
    }
    /// Whether the person is ready for the role, or what somebody set it to.
    pub fn readiness(&self) -> Readiness {
        self.0.readiness.clone()
    }
    /// The score with bounds, coverage and contributions.
    pub fn fit(&self) -> Fit {
        self.0.fit.clone()
    }
    /// The six traits, with their evidence.
    pub fn traits(&self) -> Vec<TraitEstimate> {
        self.0.traits.clone()
    }
    /// Strong traits wasted by weak ones, every pattern of the policy.
    pub fn mismatches(&self) -> Vec<Mismatch> {
        self.0.mismatches.clone()
    }
    /// What stands in the way, and what to change in the environment.
    pub fn remedies(&self) -> Remedies {
        self.0.remedies.clone()
    }
    /// The gates of the selection.
    pub fn selection(&self) -> Selection {
        self.0.selection.clone()
    }
    /// The staged targets, with pace and odds.
    pub fn ladder(&self) -> Ladder {
        self.0.ladder.clone()
    }
    /// Counts, conversion rates and lead time.
    pub fn lead_time(&self) -> LeadTime {
        self.0.lead_time.clone()
    }
    /// Winter or stagnation.
    pub fn winter(&self) -> Winter {
        self.0.winter.clone()
    }
    /// Recognition owed and given.
    pub fn recognition(&self) -> Recognition {
        self.0.recognition.clone()
    }
    /// What was offered to the person.
    pub fn motivation(&self) -> Motivation {
        self.0.motivation.clone()
    }
    /// How far the ladder counts in the person's own appraisal.
    pub fn appraisal(&self) -> Overlap {
        self.0.appraisal.clone()
    }
    /// How soon each side answers the other.
    pub fn response(&self) -> Response {
        self.0.response.clone()
    }
    /// What came of feedback.
    pub fn feedback(&self) -> Feedback {
        self.0.feedback.clone()
    }
    /// In which order news was told.
    pub fn news(&self) -> NewsTold {
        self.0.news.clone()
    }
    /// Everything that needs attention, the most urgent first.
    pub fn findings(&self) -> Vec<Finding> {
        self.0.findings.clone()
    }
    /// Facts that do not count because their dispute was upheld.
    pub fn withdrawn(&self) -> Vec<FactId> {
        self.0.withdrawn.clone()
    }
    /// Whether a date of this brief lies past the last official year of the holiday table.
    pub fn provisional_calendar(&self) -> bool {
        self.0.provisional_calendar
    }
    /// The regular meetings: planned, kept, next.
    pub fn cadence(&self) -> Cadence {
        self.0.cadence.clone()
    }
    /// Peaks and valleys of the load.
    pub fn rhythm(&self) -> Rhythm {
        self.0.rhythm.clone()
    }
    /// What the next regular meetings are to talk about.
    pub fn agenda(&self) -> Agenda {
        self.0.agenda.clone()
    }
    /// With which prospects to begin.
    pub fn first_order(&self) -> FirstOrder {
        self.0.first_order.clone()
    }
    /// Which prospects to win as others were won.
    pub fn replication(&self) -> Replication {
        self.0.replication.clone()
    }
    /// The stories of the wins.
    pub fn story(&self) -> Stories {
        self.0.story.clone()
    }
    /// What changed since the last brief: since the latest regular meeting before the as-of at which the dashboard
    /// was shared, or else the latest weekly one. Absent where there was no meeting.
    pub fn change(&self) -> Option<Arc<Change>> {
        self.0.change.clone().map(Change::of)
    }
    /// How often the partner's loop has turned.
    pub fn loop_turns(&self) -> LoopTurns {
        self.0.loop_turns.clone()
    }
    /// Values that somebody set and that hold, or ended lately: traits in their order, the readiness last.
    pub fn overrides(&self) -> Vec<SetValue> {
        self.0.overrides.clone()
    }
    /// What follows from the evidence alone. Absent if no override holds.
    pub fn by_evidence(&self) -> Option<ByEvidence> {
        self.0.by_evidence.clone()
    }
    /// How know-how and load are spread at the partner.
    pub fn spread(&self) -> Spread {
        self.0.spread.clone()
    }
    /// Who could follow, and what rests on the person.
    pub fn succession(&self) -> Succession {
        self.0.succession.clone()
    }
    /// The vendor's and the partner's wheel, and what is owed.
    pub fn support(&self) -> Supports {
        self.0.support.clone()
    }
    /// The answer as the JSON form writes it, to the byte: for storing and sending.
    ///
    /// # Errors
    /// None of its own.
    pub fn to_json(&self) -> Result<String, KeypersonError> {
        json(&self.0)
    }
}

/// The answer for many people.
#[derive(Debug, PartialEq, uniffi::Object)]
#[uniffi::export(Eq, Hash)]
pub struct Portfolio(pub(crate) keyperson::answer::portfolio::Portfolio);
impl Portfolio {
    /// What the core answered, for other languages.
    pub(crate) fn of(answer: keyperson::answer::portfolio::Portfolio) -> Arc<Self> {
        Arc::new(Self(answer))
    }
}
impl Eq for Portfolio {}
impl std::hash::Hash for Portfolio {
    fn hash<H: std::hash::Hasher>(&self, state: &mut H) {
        json(&self.0).unwrap_or_default().hash(state);
    }
}
#[uniffi::export]
impl Portfolio {
    /// `keyperson.portfolio/1`
    pub fn schema(&self) -> Constant {
        self.0.schema
    }
    /// The instant of the question.
    pub fn as_of(&self) -> Instant {
        self.0.as_of.clone()
    }
    /// Name of the policy.
    pub fn policy(&self) -> String {
        self.0.policy.clone()
    }
    /// Everybody who has not left: by readiness, then fit, then partner and person.
    pub fn people(&self) -> Vec<PersonRow> {
        self.0.people.clone()
    }
    /// Every partner, by id.
    pub fn partners(&self) -> Vec<PartnerRow> {
        self.0.partners.clone()
    }
    /// How many people have left.
    pub fn left(&self) -> i64 {
        self.0.left
    }
    /// Where to begin: partners without a win by the odds of an early first one, then those that may repeat theirs.
    pub fn where_to_begin(&self) -> Vec<WhereToBeginRow> {
        self.0.where_to_begin.clone()
    }
    /// How far the order of those that may begin can be relied on.
    pub fn where_to_begin_standings(&self) -> Vec<WhereToBeginStanding> {
        self.0.where_to_begin_standings.clone()
    }
    /// The answer as the JSON form writes it, to the byte: for storing and sending.
    ///
    /// # Errors
    /// None of its own.
    pub fn to_json(&self) -> Result<String, KeypersonError> {
        json(&self.0)
    }
}

/// What moved.
#[derive(Debug, PartialEq, uniffi::Object)]
#[uniffi::export(Eq, Hash)]
pub struct Change(pub(crate) keyperson::answer::change::Change);
impl Change {
    /// What the core answered, for other languages.
    pub(crate) fn of(answer: keyperson::answer::change::Change) -> Arc<Self> {
        Arc::new(Self(answer))
    }
}
impl Eq for Change {}
impl std::hash::Hash for Change {
    fn hash<H: std::hash::Hasher>(&self, state: &mut H) {
        json(&self.0).unwrap_or_default().hash(state);
    }
}
#[uniffi::export]
impl Change {
    /// The earlier instant.
    pub fn from(&self) -> Instant {
        self.0.from.clone()
    }
    /// The later instant.
    pub fn to(&self) -> Instant {
        self.0.to.clone()
    }
    /// The meeting at which the earlier brief was shared. Absent if the question gave an instant.
    pub fn last_brief(&self) -> Option<FactId> {
        self.0.last_brief.clone()
    }
    /// Score at the earlier instant; absent where unknown.
    pub fn before(&self) -> Option<f64> {
        self.0.before.clone()
    }
    /// Score at the later instant; absent where unknown.
    pub fn after(&self) -> Option<f64> {
        self.0.after.clone()
    }
    /// What each trait contributes to the change, those that changed only.
    pub fn points(&self) -> Vec<Contribution> {
        self.0.points.clone()
    }
    /// What comes from other traits being known than before.
    pub fn reference(&self) -> f64 {
        self.0.reference
    }
    /// The rungs whose count or status is another, in the policy's order.
    pub fn rungs(&self) -> Vec<RungChange> {
        self.0.rungs.clone()
    }
    /// The gates passed in between that still count, in their order.
    pub fn gates(&self) -> Vec<GatePassed> {
        self.0.gates.clone()
    }
    /// The findings of the later instant that rest on facts in between, in their order.
    pub fn findings(&self) -> Vec<NewGrounds> {
        self.0.findings.clone()
    }
    /// The person's facts in between, by instant.
    pub fn facts(&self) -> Vec<FactId> {
        self.0.facts.clone()
    }
    /// Values that somebody set and that hold at one of the two instants only: begun, replaced or ended in between.
    pub fn overrides(&self) -> Vec<FactId> {
        self.0.overrides.clone()
    }
    /// The answer as the JSON form writes it, to the byte: for storing and sending.
    ///
    /// # Errors
    /// None of its own.
    pub fn to_json(&self) -> Result<String, KeypersonError> {
        json(&self.0)
    }
}

/// The numbers of one brief and the facts behind them.
#[derive(Debug, PartialEq, uniffi::Object)]
#[uniffi::export(Eq, Hash)]
pub struct Trail(pub(crate) keyperson::answer::trail::Trail);
impl Trail {
    /// What the core answered, for other languages.
    pub(crate) fn of(answer: keyperson::answer::trail::Trail) -> Arc<Self> {
        Arc::new(Self(answer))
    }
}
impl Eq for Trail {}
impl std::hash::Hash for Trail {
    fn hash<H: std::hash::Hasher>(&self, state: &mut H) {
        json(&self.0).unwrap_or_default().hash(state);
    }
}
#[uniffi::export]
impl Trail {
    /// `keyperson.trail/1`
    pub fn schema(&self) -> Constant {
        self.0.schema
    }
    /// The instant of the question.
    pub fn as_of(&self) -> Instant {
        self.0.as_of.clone()
    }
    /// Name of the policy.
    pub fn policy(&self) -> String {
        self.0.policy.clone()
    }
    /// The partner.
    pub fn partner(&self) -> PartnerId {
        self.0.partner.clone()
    }
    /// The person.
    pub fn person(&self) -> PersonId {
        self.0.person.clone()
    }
    /// Every number, in the order of the brief.
    pub fn numbers(&self) -> Vec<NumberTrail> {
        self.0.numbers.clone()
    }
    /// What numbers rest on, by name.
    pub fn contexts(&self) -> Vec<Context> {
        self.0.contexts.clone()
    }
    /// Every fact of the person and of the whole partner, and those of others on which a number rests, by instant.
    pub fn facts(&self) -> Vec<FactTrail> {
        self.0.facts.clone()
    }
    /// The answer as the JSON form writes it, to the byte: for storing and sending.
    ///
    /// # Errors
    /// None of its own.
    pub fn to_json(&self) -> Result<String, KeypersonError> {
        json(&self.0)
    }
}

/// The coming meetings of one person.
#[derive(Debug, PartialEq, uniffi::Object)]
#[uniffi::export(Eq, Hash)]
pub struct Schedule(pub(crate) keyperson::together::schedule::Schedule);
impl Schedule {
    /// What the core answered, for other languages.
    pub(crate) fn of(answer: keyperson::together::schedule::Schedule) -> Arc<Self> {
        Arc::new(Self(answer))
    }
}
impl Eq for Schedule {}
impl std::hash::Hash for Schedule {
    fn hash<H: std::hash::Hasher>(&self, state: &mut H) {
        json(&self.0).unwrap_or_default().hash(state);
    }
}
#[uniffi::export]
impl Schedule {
    /// The partner.
    pub fn partner(&self) -> PartnerId {
        self.0.partner.clone()
    }
    /// The person.
    pub fn person(&self) -> PersonId {
        self.0.person.clone()
    }
    /// The instant of the question.
    pub fn as_of(&self) -> Instant {
        self.0.as_of.clone()
    }
    /// The zone by whose clock the meetings are.
    pub fn zone(&self) -> Zone {
        self.0.zone.clone()
    }
    /// The meetings, by day, time and layer; empty without an appointment.
    pub fn meetings(&self) -> Vec<Scheduled> {
        self.0.meetings.clone()
    }
    /// The answer as the JSON form writes it, to the byte: for storing and sending.
    ///
    /// # Errors
    /// None of its own.
    pub fn to_json(&self) -> Result<String, KeypersonError> {
        json(&self.0)
    }
}

/// A text to begin with.
#[derive(Debug, PartialEq, uniffi::Object)]
#[uniffi::export(Eq, Hash)]
pub struct Draft(pub(crate) keyperson::door::draft::Draft);
impl Draft {
    /// What the core answered, for other languages.
    pub(crate) fn of(answer: keyperson::door::draft::Draft) -> Arc<Self> {
        Arc::new(Self(answer))
    }
}
impl Eq for Draft {}
impl std::hash::Hash for Draft {
    fn hash<H: std::hash::Hasher>(&self, state: &mut H) {
        json(&self.0).unwrap_or_default().hash(state);
    }
}
#[uniffi::export]
impl Draft {
    /// The text, in Markdown. What the facts do not say is a marked blank.
    pub fn text(&self) -> String {
        self.0.text.clone()
    }
    /// The answer as the JSON form writes it, to the byte: for storing and sending.
    ///
    /// # Errors
    /// None of its own.
    pub fn to_json(&self) -> Result<String, KeypersonError> {
        json(&self.0)
    }
}

/// A day in a business calendar.
#[derive(Debug, PartialEq, uniffi::Object)]
#[uniffi::export(Eq, Hash)]
pub struct BusinessDay(pub(crate) keyperson::door::business_day::BusinessDay);
impl BusinessDay {
    /// What the core answered, for other languages.
    pub(crate) fn of(answer: keyperson::door::business_day::BusinessDay) -> Arc<Self> {
        Arc::new(Self(answer))
    }
}
impl Eq for BusinessDay {}
impl std::hash::Hash for BusinessDay {
    fn hash<H: std::hash::Hasher>(&self, state: &mut H) {
        json(&self.0).unwrap_or_default().hash(state);
    }
}
#[uniffi::export]
impl BusinessDay {
    /// Whether it is one.
    pub fn is_business_day(&self) -> bool {
        self.0.is_business_day
    }
    /// The first one strictly after it; absent after the last day of all.
    pub fn next_business_day(&self) -> Option<Day> {
        self.0.next_business_day.clone()
    }
    /// Whether the holidays of its year are not official yet.
    pub fn provisional(&self) -> bool {
        self.0.provisional
    }
    /// Business days from it to `to`, negative backwards; absent where `to` was not asked for.
    pub fn business_days_between(&self) -> Option<i64> {
        self.0.business_days_between.clone()
    }
    /// The day `days` business days after it; absent where `days` was not asked for, or beyond the last day.
    pub fn after_days(&self) -> Option<Day> {
        self.0.after_days.clone()
    }
    /// The answer as the JSON form writes it, to the byte: for storing and sending.
    ///
    /// # Errors
    /// None of its own.
    pub fn to_json(&self) -> Result<String, KeypersonError> {
        json(&self.0)
    }
}

/// The order of one group.
#[derive(Debug, PartialEq, uniffi::Object)]
#[uniffi::export(Eq, Hash)]
pub struct Ranking(pub(crate) keyperson::person::ranking::Ranking);
impl Ranking {
    /// What the core answered, for other languages.
    pub(crate) fn of(answer: keyperson::person::ranking::Ranking) -> Arc<Self> {
        Arc::new(Self(answer))
    }
}
impl Eq for Ranking {}
impl std::hash::Hash for Ranking {
    fn hash<H: std::hash::Hasher>(&self, state: &mut H) {
        json(&self.0).unwrap_or_default().hash(state);
    }
}
#[uniffi::export]
impl Ranking {
    /// Everybody, in order.
    pub fn standings(&self) -> Vec<RankingStanding> {
        self.0.standings.clone()
    }
    /// Each pair of neighbours.
    pub fn comparisons(&self) -> Vec<RankingComparison> {
        self.0.comparisons.clone()
    }
    /// Whether the evidence tells at least two people apart.
    pub fn separable(&self) -> bool {
        self.0.separable
    }
    /// The answer as the JSON form writes it, to the byte: for storing and sending.
    ///
    /// # Errors
    /// None of its own.
    pub fn to_json(&self) -> Result<String, KeypersonError> {
        json(&self.0)
    }
}

/// The brief as it is, and as it would be.
#[derive(Debug, PartialEq, uniffi::Object)]
#[uniffi::export(Eq, Hash)]
pub struct WhatIf(pub(crate) keyperson::answer::what_if::WhatIf);
impl WhatIf {
    /// What the core answered, for other languages.
    pub(crate) fn of(answer: keyperson::answer::what_if::WhatIf) -> Arc<Self> {
        Arc::new(Self(answer))
    }
}
impl Eq for WhatIf {}
impl std::hash::Hash for WhatIf {
    fn hash<H: std::hash::Hasher>(&self, state: &mut H) {
        json(&self.0).unwrap_or_default().hash(state);
    }
}
#[uniffi::export]
impl WhatIf {
    /// As it is.
    pub fn before(&self) -> Arc<Brief> {
        Brief::of(self.0.before.clone())
    }
    /// As it would be.
    pub fn after(&self) -> Arc<Brief> {
        Brief::of(self.0.after.clone())
    }
    /// The answer as the JSON form writes it, to the byte: for storing and sending.
    ///
    /// # Errors
    /// None of its own.
    pub fn to_json(&self) -> Result<String, KeypersonError> {
        json(&self.0)
    }
}
