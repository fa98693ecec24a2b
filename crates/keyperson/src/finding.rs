//! Findings: anything that needs attention, with its evidence, its due day and what may be done.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Deserializer, Serialize};

use crate::calendar::{Day, Instant};
use crate::error::{Error, Place, ProblemKind, Problems};
use crate::fact::{Fact, FactId};
use crate::json::Json;
use crate::json::read::{self, At, Fields, Read, words};
use crate::value::{Key, Lookup};

words! {
    /// How much a finding matters, the most urgent first.
    pub enum Urgency {
        /// Act this week.
        Urgent = "urgent",
        /// Plan for it.
        Important = "important",
        /// Good to know.
        Notice = "notice",
        /// Something to celebrate.
        Celebrate = "celebrate",
    }

    /// What a finding is: permanent codes, each with its texts in `text`.
    pub enum FindingCode {
        /// A strong trait is wasted by a weak one.
        Mismatch = "mismatch",
        /// A trait is under the policy's floor.
        UnderFloor = "under_floor",
        /// A trait on which readiness depends is unknown.
        TraitUnknown = "trait_unknown",
        /// A trait rises.
        Rising = "rising",
        /// Facts about the person are disputed.
        Contested = "contested",
        /// Signals that the policy does not know.
        SignalNotInPolicy = "signal_not_in_policy",
        /// A gate was passed before the ones that belong before it.
        GateOutOfOrder = "gate_out_of_order",
        /// The manager confirmed, but no working time is agreed.
        ConfirmedWithoutTime = "confirmed_without_time",
        /// The manager confirmed, but how the person is appraised is not known.
        ConfirmedWithoutAppraisal = "confirmed_without_appraisal",
        /// Executives approved with too little time to spare.
        ApprovalLate = "approval_late",
        /// The start is near or past, and executives have not approved.
        ApprovalMissing = "approval_missing",
        /// The person has the role, and the company was not told.
        NotAnnounced = "not_announced",
        /// The selection waits at one gate.
        SelectionStuck = "selection_stuck",
        /// A rung was made.
        RungAchieved = "rung_achieved",
        /// A rung is unlikely to be made in time.
        RungAtRisk = "rung_at_risk",
        /// A rung is behind its plan.
        RungBehind = "rung_behind",
        /// A rung's date has passed.
        RungMissed = "rung_missed",
        /// Nothing was recorded from which a rung could be judged.
        RungUnknown = "rung_unknown",
        /// No order yet, but the intermediate results are healthy.
        Winter = "winter",
        /// No order, and the intermediate results have stopped.
        Stagnation = "stagnation",
        /// The person has left the company.
        PersonLeft = "person_left",
        /// Achievements and efforts wait to be recognised.
        RecognitionOwed = "recognition_owed",
        /// Recognition came later than wanted.
        RecognitionSlow = "recognition_slow",
        /// Recognition was heard by too few.
        RecognitionNarrow = "recognition_narrow",
        /// Results are praised, effort hardly ever.
        EffortUnseen = "effort_unseen",
        /// Members of the support unit were not recognised for long.
        UnitUnseen = "unit_unseen",
        /// No growth was offered in time.
        NoGrowthOffer = "no_growth_offer",
        /// Money is all that was offered.
        MoneyOnly = "money_only",
        /// Nothing of the ladder counts in the person's own appraisal.
        AppraisalNoOverlap = "appraisal_no_overlap",
        /// Weekly meetings were missed in a row.
        WeeklyMissed = "weekly_missed",
        /// Weekly meetings keep running over.
        WeeklyOverrun = "weekly_overrun",
        /// The latest quarterly review was held without executives.
        QuarterlyWithoutExecutives = "quarterly_without_executives",
        /// No hours of recharging are recorded in any valley that is over.
        NoValley = "no_valley",
        /// The latest valley was taken up by pushing.
        ValleyEaten = "valley_eaten",
        /// The hours change much from week to week.
        LoadUneven = "load_uneven",
        /// The vendor answered later than the limit.
        ResponseLate = "response_late",
        /// A question waits for the vendor's answer.
        ResponseOpen = "response_open",
        /// A message of the vendor's waits: another channel may be better.
        QuietThread = "quiet_thread",
        /// Feedback waits for a plan, or for a reason.
        FeedbackUnanswered = "feedback_unanswered",
        /// Feedback was answered after the next business day.
        FeedbackLate = "feedback_late",
        /// A regular meeting went by without checking what came of feedback.
        FeedbackUnverified = "feedback_unverified",
        /// One person was told news before everybody.
        NewsIndividualFirst = "news_individual_first",
        /// A first order from a few open deals is likely soon.
        FirstWinNear = "first_win_near",
        /// Many deals are open, and no first order is near.
        NarrowScope = "narrow_scope",
        /// A win can be repeated, and nobody has tried.
        ReplicateNow = "replicate_now",
        /// The story of a win is owed.
        StoryOwed = "story_owed",
        /// Most of the recent work is the person's.
        LoadOnOne = "load_on_one",
        /// Nobody stands beside the person lately.
        Isolated = "isolated",
        /// Nobody who could follow is known.
        NoSuccessor = "no_successor",
        /// Colleagues became active since the start.
        KnowHowSpreading = "know_how_spreading",
        /// Training or a joint review is owed.
        SupportOwed = "support_owed",
        /// The vendor's or the partner's wheel stands still.
        WheelStill = "wheel_still",
        /// The loop of finding, approving, making clear and sharing has turned once more.
        LoopTurned = "loop_turned",
        /// Results wait to be shared, and the loop with them.
        LoopWaiting = "loop_waiting",
        /// Questions of one weekday are answered later than the others.
        ResponseWeekday = "response_weekday",
        /// Somebody set a value against what the evidence says.
        OverrideInForce = "override_in_force",
        /// A value that somebody set holds for a few more days only.
        OverrideExpiring = "override_expiring",
        /// A value that somebody set holds no longer.
        OverrideExpired = "override_expired",
    }
}

/// Something that needs attention.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Finding {
    /// What it is.
    pub code: FindingCode,
    /// How much it matters.
    pub urgency: Urgency,
    /// What it is about: a trait, a pattern, a rung, a gate; empty where the code says it all.
    pub about: String,
    /// Since when it holds, in the partner's zone: what its room says, or else the instant of its earliest fact.
    /// Absent where no fact is behind it.
    pub since: Option<Instant>,
    /// By which day it wants an answer.
    pub due: Option<Day>,
    /// The numbers in its sentence, by name, each as its text.
    pub values: BTreeMap<String, String>,
    /// The facts behind it, the weightiest first.
    pub evidence: Vec<FactId>,
    /// What may be done about it, by code.
    pub remedies: Vec<Key>,
}

impl Finding {
    /// Reads a finding as results hold it, say one that was stored. Fields that a later version adds are passed over.
    ///
    /// # Errors
    /// Every problem of the object, each with its path.
    pub fn from_json(json: &Json) -> Result<Self, Error> {
        let mut problems = Problems::default();
        let finding = Self::read(json, &At::root(None), &mut problems);
        let nothing = || Error::one(Place::default(), ProblemKind::NothingToRead {});
        problems.into_result(finding)?.ok_or_else(nothing)
    }

    pub(crate) fn new(code: FindingCode, urgency: Urgency, about: impl Into<String>) -> Self {
        Self {
            code,
            urgency,
            about: about.into(),
            since: None,
            due: None,
            values: BTreeMap::new(),
            evidence: Vec::new(),
            remedies: Vec::new(),
        }
    }

    pub(crate) fn since(mut self, since: Instant) -> Self {
        self.since = Some(since);
        self
    }

    pub(crate) fn due(mut self, due: Option<Day>) -> Self {
        self.due = due;
        self
    }

    pub(crate) fn value(mut self, name: &str, value: impl ToString) -> Self {
        self.values.insert(name.to_owned(), value.to_string());
        self
    }

    pub(crate) fn evidence(mut self, facts: impl IntoIterator<Item = FactId>) -> Self {
        self.evidence.extend(facts);
        self
    }

    pub(crate) fn remedies(mut self, remedies: &[Key]) -> Self {
        self.remedies.extend_from_slice(remedies);
        self
    }
}

impl Read for Finding {
    fn read(json: &Json, at: &At<'_>, problems: &mut Problems) -> Option<Self> {
        let fields = Fields::of(json, at, problems)?;
        let (code, urgency) = (fields.read("code", problems), fields.read("urgency", problems));
        let about: Option<Shown> = fields.read("about", problems);
        let (since, due) = (fields.read("since", problems), fields.read("due", problems));
        let values: Option<Values> = fields.read("values", problems);
        let (evidence, remedies) = (fields.read("evidence", problems), fields.read("remedies", problems));
        Some(Self {
            code: code?,
            urgency: urgency?,
            about: about?.0,
            since: since?,
            due: due?,
            values: values?.0,
            evidence: evidence?,
            remedies: remedies?,
        })
    }
}

/// A text that is shown as it is.
struct Shown(String);

impl Read for Shown {
    fn read(json: &Json, at: &At<'_>, problems: &mut Problems) -> Option<Self> {
        read::text(json, "a text", at, problems).map(|text| Self(text.to_owned()))
    }
}

/// Texts by name.
struct Values(BTreeMap<String, String>);

impl Read for Values {
    fn read(json: &Json, at: &At<'_>, problems: &mut Problems) -> Option<Self> {
        let Json::Object(entries) = json else { return read::wrong(json, "an object", at, problems) };
        let mut values = Some(BTreeMap::new());
        for (name, value) in entries {
            let value = Shown::read(value, &at.field(name), problems);
            match (&mut values, value) {
                (Some(values), Some(Shown(text))) => drop(values.insert(name.clone(), text)),
                _ => values = None,
            }
        }
        values.map(Self)
    }
}

impl<'de> Deserialize<'de> for Finding {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Self::from_json(&Json::deserialize(deserializer)?).map_err(serde::de::Error::custom)
    }
}

/// Says of every finding since when it holds where its room does not: since the earliest of its facts among `facts`.
pub(crate) fn date<'a>(findings: &mut [Finding], facts: impl Iterator<Item = &'a Fact>) {
    let mut wanted: Lookup<&FactId, Vec<usize>> = Lookup::default();
    for (index, finding) in findings.iter().enumerate().filter(|(_, finding)| finding.since.is_none()) {
        for id in &finding.evidence {
            wanted.entry(id).or_default().push(index);
        }
    }
    if wanted.is_empty() {
        return;
    }
    let mut earliest: Vec<Option<Instant>> = vec![None; findings.len()];
    for fact in facts {
        for index in wanted.get(&fact.id).into_iter().flatten() {
            if let Some(at) = earliest.get_mut(*index) {
                *at = Some(at.map_or(fact.at, |known| known.min(fact.at)));
            }
        }
    }
    for (finding, at) in findings.iter_mut().zip(earliest) {
        finding.since = finding.since.or(at);
    }
}

/// The facts in their order, each the first time that it comes.
pub(crate) fn once_each(facts: impl Iterator<Item = FactId>) -> Vec<FactId> {
    let mut seen = BTreeSet::new();
    facts.filter(|fact| seen.insert(fact.clone())).collect()
}

/// A number with one digit after the point; no minus before a zero.
pub(crate) fn tenths(value: f64) -> String {
    let text = format!("{value:.1}");
    if text == "-0.0" { "0.0".to_owned() } else { text }
}

/// A share as whole per cent, as sentences show it.
pub(crate) fn percent(share: f64) -> String {
    // Adding 0 turns −0 into 0.
    format!("{:.0}", (share * 100.0).clamp(0.0, 100.0) + 0.0)
}
