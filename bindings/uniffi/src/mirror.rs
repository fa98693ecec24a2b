//! Written by `cargo xtask schema` from the core's declarations. Do not edit.

use std::collections::{BTreeMap, HashMap};

use crate::value::*;

/// The core's `Activated`.
pub type Activated = keyperson::colleagues::spread::Activated;
#[uniffi::remote(Record)]
/// A colleague who is active.
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

/// The core's `Agenda`.
pub type Agenda = keyperson::together::agenda::Agenda;
#[uniffi::remote(Record)]
/// What the three layers are to talk about.
pub struct Agenda {
    /// Small corrections: what is urgent or important now.
    pub weekly: Vec<AgendaTopic>,
    /// What is in the way of results.
    pub monthly: Vec<AgendaTopic>,
    /// The step at which the most deals stay behind; absent where no step has enough deals, or none stays behind.
    pub bottleneck: Option<Bottleneck>,
    /// Allocation and strategy.
    pub quarterly: Vec<AgendaTopic>,
}

/// The core's `AgendaTopic`.
pub type AgendaTopic = keyperson::together::agenda::AgendaTopic;
#[uniffi::remote(Record)]
/// A finding on an agenda.
pub struct AgendaTopic {
    /// The finding.
    pub code: FindingCode,
    /// What it is about.
    pub about: String,
}

/// The core's `AnswerTrail`.
pub type AnswerTrail = keyperson::answer::trail::AnswerTrail;
#[uniffi::remote(Record)]
/// Something said about a fact.
pub struct AnswerTrail {
    /// The fact that says it.
    pub fact: FactId,
    /// When.
    pub at: Instant,
    /// A comment, or a step of the dispute.
    pub step: ContestStep,
    /// Whose page it stands on.
    pub person: Option<PersonId>,
    /// Who said it, where that is somebody else.
    pub by: Option<Text>,
    /// The words.
    pub reason: Option<Text>,
}

/// The core's `Answered`.
pub type Answered = keyperson::together::response::Answered;
#[uniffi::remote(Record)]
/// A turn and its answer.
pub struct Answered {
    /// The thread; absent for the person's own chat.
    pub thread: Option<Key>,
    /// Who answered.
    pub by: Side,
    /// The first message of the turn.
    pub question: FactId,
    /// The message that answers it.
    pub answer: FactId,
    /// When the turn began.
    pub asked: Instant,
    /// Whole seconds until the answer.
    pub elapsed_seconds: i64,
    /// Whether it came within the limit.
    pub in_time: bool,
}

/// The core's `Answers`.
pub type Answers = keyperson::together::response::Answers;
#[uniffi::remote(Record)]
/// How one side answers the other.
pub struct Answers {
    /// Turns that it answered.
    pub answered: i64,
    /// Those of them answered within the limit.
    pub in_time: i64,
    /// Those of them answered later.
    pub late: i64,
    /// Turns that wait for its answer.
    pub open: i64,
    /// Those of them whose limit is past.
    pub open_past: i64,
    /// Breaches of the limit: late answers and open turns past it.
    pub breaches: i64,
    /// Hours within which half of the answers came, by nearest rank: of n answers the ⌈n/2⌉-th fastest. Absent
    /// without answers; what is open does not count.
    pub median_hours: Option<f64>,
    /// Hours within which 90 % of the answers came: the ⌈9n/10⌉-th fastest.
    pub p90_hours: Option<f64>,
    /// Chance of an answer in time: mean of `Beta(prior_for + in time, prior_against + breaches)`. Absent where
    /// there is neither an answer nor a breach.
    pub chance: Option<f64>,
    /// Lower end of its interval at the policy's level.
    pub chance_lower: Option<f64>,
    /// Upper end of it.
    pub chance_upper: Option<f64>,
    /// The same by the weekday of the question, Monday first.
    pub weekdays: Vec<WeekdayAnswers>,
}

/// The core's `Audience`.
pub type Audience = keyperson::fact::Audience;
#[uniffi::remote(Enum)]
/// Who heard it.
pub enum Audience {
    /// The person alone.
    Individual,
    /// The team or unit.
    Team,
    /// The department.
    Department,
    /// The whole company.
    Company,
    /// Everybody, outside the company too.
    Public,
}

/// The core's `Basis`.
pub type Basis = keyperson::answer::trail::Basis;
#[uniffi::remote(Enum)]
/// What a number comes from.
pub enum Basis {
    /// Facts, read by the policy.
    Facts,
    /// The policy alone.
    Policy,
}

/// The core's `Bottleneck`.
pub type Bottleneck = keyperson::together::agenda::Bottleneck;
#[uniffi::remote(Record)]
/// The step with the lowest share of deals that passed it so far.
pub struct Bottleneck {
    /// The metric at which the step begins.
    pub from: Key,
    /// The next one.
    pub to: Key,
    /// Deals that came to the first.
    pub deals: i64,
    /// Those of them that came to the next.
    pub reached: i64,
    /// `reached ÷ deals`, 0 to below 1.
    pub share: f64,
    /// Lower end of its interval at the policy's level.
    pub lower: Option<f64>,
    /// Upper end of it.
    pub upper: Option<f64>,
    /// The facts by which the deals that stayed behind came to the first, by instant.
    pub evidence: Vec<FactId>,
}

/// The core's `ByEvidence`.
pub type ByEvidence = keyperson::person::overrides::ByEvidence;
#[uniffi::remote(Record)]
/// What follows from the evidence alone.
pub struct ByEvidence {
    /// The score; absent where unknown.
    pub score: Score,
    /// Lower end of the score's interval.
    pub interval_lower: f64,
    /// Upper end of the score's interval.
    pub interval_upper: f64,
    /// The readiness.
    pub readiness: Readiness,
}

/// The core's `Cadence`.
pub type Cadence = keyperson::together::cadence::Cadence;
#[uniffi::remote(Record)]
/// The regular meetings of one person.
pub struct Cadence {
    /// The day from which meetings are planned; absent without an appointment.
    pub start: Option<Day>,
    /// The appointment.
    pub appointed_by: Option<FactId>,
    /// Weekly, monthly and quarterly; empty without an appointment.
    pub layers: Vec<LayerCadence>,
    /// The next planned meetings of all layers, the first [`NEXT`], by day.
    pub next: Vec<Planned>,
    /// Meetings since the start that took place in a period without a planned one, by instant.
    pub unplanned: Vec<FactId>,
}

/// The core's `CadencePolicy`.
pub type CadencePolicy = keyperson::policy::CadencePolicy;
#[uniffi::remote(Record)]
/// The regular meetings: when they are, how long they may take, and what is reported.
pub struct CadencePolicy {
    /// Day of the weekly meeting; where closed the next open one.
    pub weekly_weekday: WorkWeekday,
    /// Minutes that the weekly meeting may take.
    pub weekly_minutes: Count,
    /// The monthly review is on this business day of the month.
    pub monthly_business_day: Count,
    /// Minutes that the monthly review may take.
    pub monthly_minutes: Count,
    /// The quarterly review with executives is on this business day of the quarter's last month.
    pub quarterly_business_day: Count,
    /// Minutes that the quarterly review may take.
    pub quarterly_minutes: Count,
    /// Days back from today whose meetings are looked at.
    pub look_back_days: Count,
    /// Weekly meetings missed in a row from which it is said.
    pub missed_in_row: Count,
    /// Weekly meetings in a row that ran over from which it is said.
    pub overruns: Count,
    /// Findings on the agenda of one meeting at most.
    pub agenda_items: Count,
    /// A step can be the bottleneck only if at least so many deals have reached it.
    pub bottleneck_deals: Count,
    /// When the weekly meeting begins, by the clock of the partner's zone.
    pub weekly_time: TimeOfDay,
    /// When the monthly review begins.
    pub monthly_time: TimeOfDay,
    /// When the quarterly review begins.
    pub quarterly_time: TimeOfDay,
    /// Days ahead whose meetings are written into a calendar.
    pub schedule_days: Count,
}

/// The core's `CalendarPolicy`.
pub type CalendarPolicy = keyperson::policy::CalendarPolicy;
#[uniffi::remote(Record)]
/// A calendar of the user: a built-in one with more closing days.
pub struct CalendarPolicy {
    /// Name of the built-in calendar.
    pub base: Key,
    /// Days on which nobody works.
    pub closing_days: Vec<Day>,
}

/// `CalendarPolicy` by `Key`.
pub type CalendarPolicyByKey = BTreeMap<Key, CalendarPolicy>;
uniffi::custom_type!(
    CalendarPolicyByKey, HashMap < Key, CalendarPolicy >, { remote, lower : | map | map
    .into_iter().collect(), try_lift : | map | Ok(map.into_iter().collect()), }
);

/// The core's `Clearing`.
pub type Clearing = keyperson::person::mismatch::Clearing;
#[uniffi::remote(Record)]
/// The smallest change that would clear a mismatch.
pub struct Clearing {
    /// The mean to which the weak trait must come, its evidence weighing what it does today.
    pub mean: f64,
    /// By how much that is more than today.
    pub by: f64,
}

/// The core's `Compared`.
pub type Compared = keyperson::deals::replication::Compared;
#[uniffi::remote(Record)]
/// One field of a prospect and of a won deal.
pub struct Compared {
    /// The field.
    pub field: Field,
    /// How the two compare.
    pub comparison: ReplicationComparison,
    /// What the prospect has; absent where it is not known. An amount comes with its currency.
    pub prospect: Option<String>,
    /// What the won deal has.
    pub won: Option<String>,
}

/// The core's `ContestStep`.
pub type ContestStep = keyperson::fact::ContestStep;
#[uniffi::remote(Enum)]
/// What is said about a fact, and how a dispute about it stands.
pub enum ContestStep {
    /// A word on the fact that disputes nothing.
    Commented,
    /// The person disputes the fact.
    Raised,
    /// The person was right: the fact does not count.
    Upheld,
    /// The fact stands.
    Rejected,
}

/// The core's `Context`.
pub type Context = keyperson::answer::trail::Context;
#[uniffi::remote(Record)]
/// Facts and settings on which numbers rest.
pub struct Context {
    /// Its name: a room of the brief, a trait or mismatch of it, or a trait and a signal that speaks of it.
    pub name: String,
    /// The facts, by instant.
    pub facts: Vec<FactId>,
    /// The settings: JSON pointers into the policy.
    pub settings: Vec<String>,
}

/// The core's `Contribution`.
pub type Contribution = keyperson::person::fit::Contribution;
#[uniffi::remote(Record)]
/// What one trait contributes.
pub struct Contribution {
    /// The trait.
    #[uniffi(name = "trait")]
    pub of: Trait,
    /// Its share of `score − reference`, in points of the score.
    pub points: f64,
}

/// The core's `Conversion`.
pub type Conversion = keyperson::course::lead_time::Conversion;
#[uniffi::remote(Record)]
/// The share of deals that got from one metric to another.
pub struct Conversion {
    /// The metric at which they begin.
    pub from: Key,
    /// The metric that they reach.
    pub to: Key,
    /// Deals that began.
    pub deals: i64,
    /// Those of them that reached it, a later metric of their course counted as well. At least so many where the share
    /// is absent.
    pub reached: i64,
    /// `reached ÷ deals`, 0 to 1; absent without deals, and if deals went past the metric while nothing that reached
    /// it is on record: then it is not written down, which is no zero.
    pub share: Option<f64>,
    /// Lower end of its interval at the policy's level (see [`share_interval`](crate::stats::share_interval)); absent
    /// where the share is.
    pub lower: Option<f64>,
    /// Upper end of it.
    pub upper: Option<f64>,
}

/// The core's `Counting`.
pub type Counting = keyperson::policy::Counting;
#[uniffi::remote(Enum)]
/// How the days of a rung are counted.
pub enum Counting {
    /// Every day.
    Calendar,
    /// Business days of the partner's calendar.
    Business,
}

/// The core's `CourseStep`.
pub type CourseStep = keyperson::course::ladder::CourseStep;
#[uniffi::remote(Record)]
/// The count at the end of a day on which it grew.
pub struct CourseStep {
    /// The day.
    pub day: Day,
    /// How many there were at its end.
    pub count: i64,
}

/// The core's `Cover`.
pub type Cover = keyperson::person::unit::Cover;
#[uniffi::remote(Record)]
/// One trait that a colleague covers.
pub struct Cover {
    /// The trait.
    #[uniffi(name = "trait")]
    pub of: Trait,
    /// The colleague.
    pub member: PersonId,
    /// The unit's mean for it.
    pub mean: f64,
}

/// The core's `Criterion`.
pub type Criterion = keyperson::together::appraisal::Criterion;
#[uniffi::remote(Record)]
/// One criterion of the appraisal.
pub struct Criterion {
    /// The criterion, in the employer's words.
    pub criterion: Text,
    /// The metric that measures the same, where there is one.
    pub metric: Option<Key>,
    /// Its share of the appraisal, 0 to 1, where known.
    pub weight: Option<f64>,
    /// The rungs that serve it, in the policy's order.
    pub rungs: Vec<Key>,
    /// The fact.
    pub fact: FactId,
}

/// The core's `Curve`.
pub type Curve = keyperson::policy::Curve;
#[uniffi::remote(Enum)]
/// Turns a signal's measure into a number from 0 (evidence against the trait) to 1 (evidence for it).
pub enum Curve {
    /// 0 at `from`, 1 at `to`, straight between; `from` may be the larger.
    Linear {
        /// Measure that gives 0.
        from: Number,
        /// Measure that gives 1.
        to: Number,
    },
    /// `v/(v+half)` for v ≥ 0: the more the better, with falling gain.
    Saturating {
        /// Measure that gives ½.
        half: Positive,
    },
    /// `2^(-v/half)` for v ≥ 0: the less the better.
    HalfLife {
        /// Measure that gives ½.
        half: Positive,
    },
    /// The share of a cohort that lies below, ties counted half.
    Percentile {
        /// The cohort's measures.
        cohort: Vec<Number>,
    },
}

/// The core's `DealAlone`.
pub type DealAlone = keyperson::colleagues::succession::DealAlone;
#[uniffi::remote(Record)]
/// A deal that rests on the person alone.
pub struct DealAlone {
    /// The deal.
    pub deal: DealId,
    /// The furthest stage since it was last opened; absent where none is on record.
    pub stage: Option<Stage>,
    /// The fact by which it reached that, or else the latest fact about it.
    pub fact: FactId,
}

/// The core's `EstimatePolicy`.
pub type EstimatePolicy = keyperson::policy::EstimatePolicy;
#[uniffi::remote(Record)]
/// How evidence becomes an estimate.
pub struct EstimatePolicy {
    /// Level of every interval, equal-tailed.
    pub interval: Level,
    /// Evidence weight of one rating.
    pub rating_weight: Weight,
    /// Days after which a rating counts half.
    pub rating_half_life_days: Positive,
    /// Largest evidence weight of all ratings of one trait by the same rater.
    pub rating_cap: Weight,
    /// Until a dispute is settled, the weight of the contested fact is multiplied by this.
    pub contested_weight: UnitInterval,
    /// Days over which a rise is looked for.
    pub rising_days: Count,
    /// Probability from which a rise is called one.
    pub rising_probability: UnitInterval,
}

/// The core's `Evidence`.
pub type Evidence = keyperson::person::estimate::Evidence;
#[uniffi::remote(Record)]
/// One piece of evidence.
pub struct Evidence {
    /// The fact.
    pub fact: FactId,
    /// The signal by which it speaks; `rating` for ratings.
    pub signal: String,
    /// When it happened.
    pub at: Instant,
    /// What it says, from 0 (against) to 1 (for).
    pub y: f64,
    /// What it counts today, after fading, dispute and cap.
    pub weight: f64,
    /// Whether the person disputes it.
    pub contested: bool,
}

/// The core's `Expected`.
pub type Expected = keyperson::course::ladder::Expected;
#[uniffi::remote(Record)]
/// When a target is expected; absent days lie beyond the policy's horizon.
pub struct Expected {
    /// The day by which it is reached with the policy's small probability.
    pub early: Option<Day>,
    /// The day by which it is reached as likely as not.
    pub median: Option<Day>,
    /// The day by which it is reached with the policy's large probability.
    pub late: Option<Day>,
}

/// The core's `FactTrail`.
pub type FactTrail = keyperson::answer::trail::FactTrail;
#[uniffi::remote(Record)]
/// A fact, and what becomes of it.
pub struct FactTrail {
    /// The fact.
    pub fact: FactId,
    /// When it happened.
    pub at: Instant,
    /// Its type.
    #[uniffi(name = "type")]
    pub type_name: Constant,
    /// Whom it names; absent for the whole partner.
    pub person: Option<PersonId>,
    /// Where it comes from.
    pub source: Option<Text>,
    /// What becomes of it.
    pub standing: TrailStanding,
    /// Whether its dispute is open.
    pub contested: bool,
    /// How it speaks of the person's traits.
    pub voices: Vec<VoiceTrail>,
    /// Numbers of which it is evidence: JSON pointers into the brief, in its order.
    pub evidence_of: Vec<String>,
    /// Names of the contexts to which it belongs.
    pub context_of: Vec<String>,
    /// What was said about it, by instant.
    pub answers: Vec<AnswerTrail>,
}

/// The core's `Feedback`.
pub type Feedback = keyperson::together::feedback::Feedback;
#[uniffi::remote(Record)]
/// The feedback of the person and of the partner.
pub struct Feedback {
    /// The pieces, by the instant at which they were raised.
    pub pieces: Vec<Piece>,
    /// Pieces without an answer, in time or past it.
    pub waiting: i64,
    /// Pieces that were answered.
    pub answered: i64,
    /// Those of them answered in time.
    pub in_time: i64,
    /// Pieces whose result was checked.
    pub verified: i64,
}

/// The core's `FeedbackPolicy`.
pub type FeedbackPolicy = keyperson::policy::FeedbackPolicy;
#[uniffi::remote(Record)]
/// Which answers to feedback are looked at.
pub struct FeedbackPolicy {
    /// Days for which a late answer is spoken of.
    pub recent_days: Count,
}

/// The core's `FeedbackState`.
pub type FeedbackState = keyperson::together::feedback::FeedbackState;
#[uniffi::remote(Enum)]
/// How a piece of feedback stands.
pub enum FeedbackState {
    /// Not answered, and there is still time.
    Open,
    /// Answered with a plan in time, not checked yet.
    AnsweredInTime,
    /// Answered with a plan, but later, not checked yet.
    AnsweredLate,
    /// Not answered, and the time is past.
    Unanswered,
    /// Its result was checked.
    Verified,
    /// Declined, with the reason.
    Declined,
}

/// The core's `FeedbackStep`.
pub type FeedbackStep = keyperson::fact::FeedbackStep;
#[uniffi::remote(Enum)]
/// How far a piece of feedback has come.
pub enum FeedbackStep {
    /// Somebody said it.
    Raised,
    /// Answered with a plan.
    Planned,
    /// Checked at a meeting.
    Verified,
    /// Declined, with a reason.
    Declined,
}

/// The core's `Field`.
pub type Field = keyperson::deals::similarity::Field;
#[uniffi::remote(Enum)]
/// A profile field of a deal.
pub enum Field {
    /// Amount, within one currency.
    Amount,
    /// Industry of the customer.
    Industry,
    /// Region of the customer.
    Region,
    /// Product.
    Product,
    /// Employees of the customer.
    Employees,
    /// Who leads it.
    Lead,
}

/// The core's `FieldShare`.
pub type FieldShare = keyperson::deals::similarity::FieldShare;
#[uniffi::remote(Record)]
/// What one field counts.
pub struct FieldShare {
    /// The field.
    pub field: Field,
    /// The currency of an amount.
    pub unit: Option<String>,
    /// Its share of all that tells won from lost, 0 to 1.
    pub share: f64,
}

/// The core's `FieldWeights`.
pub type FieldWeights = keyperson::policy::FieldWeights;
#[uniffi::remote(Record)]
/// What each profile field of a deal counts.
pub struct FieldWeights {
    /// Amount, compared on a logarithmic scale within one currency.
    pub amount: Weight,
    /// Industry of the customer.
    pub industry: Weight,
    /// Region of the customer.
    pub region: Weight,
    /// Product.
    pub product: Weight,
    /// Employees of the customer, compared on a logarithmic scale.
    pub employees: Weight,
    /// Who leads the deal.
    pub lead: Weight,
}

/// The core's `Finding`.
pub type Finding = keyperson::finding::Finding;
#[uniffi::remote(Record)]
/// Something that needs attention.
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
    /// The values in its sentence, by name.
    pub values: FindingValueByString,
    /// The facts behind it, the weightiest first.
    pub evidence: Vec<FactId>,
    /// What may be done about it, by code.
    pub remedies: Vec<Key>,
}

/// The core's `FindingCode`.
pub type FindingCode = keyperson::finding::FindingCode;
#[uniffi::remote(Enum)]
/// What a finding is: permanent codes, each with its texts in `text`.
pub enum FindingCode {
    /// A strong trait is wasted by a weak one.
    Mismatch,
    /// A trait is under the policy's floor.
    UnderFloor,
    /// A trait on which readiness depends is unknown.
    TraitUnknown,
    /// A trait rises.
    Rising,
    /// Facts about the person are disputed.
    Contested,
    /// Signals that the policy does not know.
    SignalNotInPolicy,
    /// A gate was passed before the ones that belong before it.
    GateOutOfOrder,
    /// The manager confirmed, but no working time is agreed.
    ConfirmedWithoutTime,
    /// The manager confirmed, but how the person is appraised is not known.
    ConfirmedWithoutAppraisal,
    /// Executives approved with too little time to spare.
    ApprovalLate,
    /// The start is near or past, and executives have not approved.
    ApprovalMissing,
    /// The person has the role, and the company was not told.
    NotAnnounced,
    /// The selection waits at one gate.
    SelectionStuck,
    /// A rung was made.
    RungAchieved,
    /// A rung is unlikely to be made in time.
    RungAtRisk,
    /// A rung is behind its plan.
    RungBehind,
    /// A rung's date has passed.
    RungMissed,
    /// Nothing was recorded from which a rung could be judged.
    RungUnknown,
    /// No order yet, but the intermediate results are healthy.
    Winter,
    /// No order, and the intermediate results have stopped.
    Stagnation,
    /// The person has left the company.
    PersonLeft,
    /// Achievements and efforts wait to be recognised.
    RecognitionOwed,
    /// Recognition came later than wanted.
    RecognitionSlow,
    /// Recognition was heard by too few.
    RecognitionNarrow,
    /// Results are praised, effort hardly ever.
    EffortUnseen,
    /// Members of the support unit were not recognised for long.
    UnitUnseen,
    /// No growth was offered in time.
    NoGrowthOffer,
    /// Money is all that was offered.
    MoneyOnly,
    /// Nothing of the ladder counts in the person's own appraisal.
    AppraisalNoOverlap,
    /// Weekly meetings were missed in a row.
    WeeklyMissed,
    /// Weekly meetings keep running over.
    WeeklyOverrun,
    /// The latest quarterly review was held without executives.
    QuarterlyWithoutExecutives,
    /// No hours of recharging are recorded in any valley that is over.
    NoValley,
    /// The latest valley was taken up by pushing.
    ValleyEaten,
    /// The hours change much from week to week.
    LoadUneven,
    /// The vendor answered later than the limit.
    ResponseLate,
    /// A question waits for the vendor's answer.
    ResponseOpen,
    /// A message of the vendor's waits: another channel may be better.
    QuietThread,
    /// Feedback waits for a plan, or for a reason.
    FeedbackUnanswered,
    /// Feedback was answered after the next business day.
    FeedbackLate,
    /// A regular meeting went by without checking what came of feedback.
    FeedbackUnverified,
    /// One person was told news before everybody.
    NewsIndividualFirst,
    /// A first order from a few open deals is likely soon.
    FirstWinNear,
    /// Many deals are open, and no first order is near.
    NarrowScope,
    /// A win can be repeated, and nobody has tried.
    ReplicateNow,
    /// The story of a win is owed.
    StoryOwed,
    /// Most of the recent work is the person's.
    LoadOnOne,
    /// Nobody stands beside the person lately.
    Isolated,
    /// Nobody who could follow is known.
    NoSuccessor,
    /// Colleagues became active since the start.
    KnowHowSpreading,
    /// Training or a joint review is owed.
    SupportOwed,
    /// The vendor's or the partner's wheel stands still.
    WheelStill,
    /// The loop of finding, approving, making clear and sharing has turned once more.
    LoopTurned,
    /// Results wait to be shared, and the loop with them.
    LoopWaiting,
    /// Questions of one weekday are answered later than the others.
    ResponseWeekday,
    /// Somebody set a value against what the evidence says.
    OverrideInForce,
    /// A value that somebody set holds for a few more days only.
    OverrideExpiring,
    /// A value that somebody set holds no longer.
    OverrideExpired,
}

/// The core's `FindingText`.
pub type FindingText = keyperson::text::FindingText;
#[uniffi::remote(Record)]
/// What a finding says, in one language.
pub struct FindingText {
    /// A headline.
    pub title: String,
    /// What was found.
    pub what: String,
    /// Since when, as a part of a sentence without a full stop: `since Wed 1 Apr 2026`, `2026年4月1日（水）から`. Absent
    /// only for findings without evidence.
    pub since: Option<String>,
    /// Why it matters.
    pub why: String,
    /// What to change in the environment.
    pub change: String,
}

/// The core's `FindingValue`.
pub type FindingValue = keyperson::finding::FindingValue;
#[uniffi::remote(Enum)]
/// A value of a finding: `{"type": "share", "value": 0.76}` as JSON.
pub enum FindingValue {
    /// A part of a whole; 0.76 is 76 %.
    Share {
        /// 0 to 1; above 1 only where something varies by more than its mean.
        value: f64,
    },
    /// How many.
    Count {
        /// The number.
        value: i64,
    },
    /// A number that need not be whole.
    Number {
        /// The number.
        value: f64,
    },
    /// Days; the finding's sentence says of which calendar.
    Days {
        /// The number of days.
        value: f64,
    },
    /// Hours.
    Hours {
        /// The number of hours.
        value: f64,
    },
    /// Minutes.
    Minutes {
        /// The number of minutes.
        value: i64,
    },
    /// A day in the partner's zone.
    Day {
        /// The day.
        value: Day,
    },
    /// A code of the library's or the policy's.
    Word {
        /// The code.
        value: String,
    },
    /// What somebody wrote.
    Text {
        /// The text; a long one is shortened.
        value: String,
    },
    /// Several codes, or several things that somebody named.
    Names {
        /// The codes or names, in their order.
        value: Vec<String>,
    },
}

/// `FindingValue` by `String`.
pub type FindingValueByString = BTreeMap<String, FindingValue>;
uniffi::custom_type!(
    FindingValueByString, HashMap < String, FindingValue >, { remote, lower : | map | map
    .into_iter().collect(), try_lift : | map | Ok(map.into_iter().collect()), }
);

/// The core's `FirstOrder`.
pub type FirstOrder = keyperson::deals::first_order::FirstOrder;
#[uniffi::remote(Record)]
/// With which prospects to begin.
pub struct FirstOrder {
    /// Which question is asked.
    pub state: FirstOrderState,
    /// The day of the partner's first win.
    pub first_win: Option<Day>,
    /// The fact of it.
    pub first_win_fact: Option<FactId>,
    /// Days within which an order is early.
    pub within_days: i64,
    /// The person's open deals and what they come to; absent where the question is another.
    pub pipeline: Option<Pipeline>,
    /// Odds of at least one order within the days by the person's rate of orders, deals not found yet among them;
    /// absent where the question is another, or no metric of the ladder's final rung counts orders.
    pub rate_odds: Option<f64>,
}

/// The core's `FirstOrderPolicy`.
pub type FirstOrderPolicy = keyperson::policy::FirstOrderPolicy;
#[uniffi::remote(Record)]
/// Where to begin: the odds of an early order.
pub struct FirstOrderPolicy {
    /// Days within which an order is early.
    pub within_days: Count,
    /// What is believed, before any deal, of an order within these days, by the stage of a deal.
    pub prior: StagePriors,
    /// A deal keeps this belief for so many days at its stage. After that, the belief halves every so many days.
    pub fresh_days: Count,
    /// Deals of a stage looked at, the newest.
    pub most_deals: Count,
    /// Prospects shown.
    pub most_shown: Count,
    /// Prospects to which a narrow scope holds.
    pub focus_deals: Count,
    /// Odds of an order among those from which the first win is near.
    pub near_odds: UnitInterval,
    /// Open deals from which the scope is wide.
    pub many_open: Count,
}

/// The core's `FirstOrderState`.
pub type FirstOrderState = keyperson::deals::first_order::FirstOrderState;
#[uniffi::remote(Enum)]
/// Which question is asked.
pub enum FirstOrderState {
    /// Nothing is won yet, and there are open deals: with which to begin.
    Begin,
    /// Nothing is won yet, and no deal is open.
    NothingOpen,
    /// The first win is made: what to repeat.
    Replicate,
}

/// The core's `Fit`.
pub type Fit = keyperson::person::fit::Fit;
#[uniffi::remote(Record)]
/// The score of a person for the role.
pub struct Fit {
    /// Power mean of the known traits, 0 to 1; absent where no trait is known.
    pub score: Score,
    /// Power mean of all lower ends; an unknown trait counts with that of its prior. Never above the score.
    pub lower: f64,
    /// Power mean of all upper ends; an unknown trait counts with that of its prior. Never below the score.
    pub upper: f64,
    /// Lower end of the score's interval at the policy's level. It is narrower than the bounds: it is far less likely
    /// that all traits are at their lower ends than that one of them is.
    pub interval_lower: f64,
    /// Upper end of the score's interval at the policy's level.
    pub interval_upper: f64,
    /// Weight of the known traits as a share of all weight, 0 to 1.
    pub coverage: f64,
    /// The fit from which a person is fit for the role.
    pub bar: f64,
    /// Power mean of the reference profile over the known traits.
    pub reference: Option<f64>,
    /// What each known trait contributes to `score − reference`.
    pub contributions: Vec<Contribution>,
    /// Known traits under their floor.
    pub under_floor: Vec<UnderFloor>,
    /// Traits with a floor of which nothing is known.
    pub unknown: Vec<Trait>,
    /// The trait to ask about next: the one whose interval moves the bounds most.
    pub next_question: Option<TraitQuestion>,
}

/// The core's `FitPolicy`.
pub type FitPolicy = keyperson::policy::FitPolicy;
#[uniffi::remote(Record)]
/// How estimates become a fit.
pub struct FitPolicy {
    /// Exponent of the power mean. At 1, strengths make up for weaknesses fully; below 1, less.
    pub rho: Exponent,
    /// The fit from which a person is fit for the role.
    pub bar: UnitInterval,
    /// Chance, over the whole group, that any two people who are equal are separated by mistake.
    pub separation_error: Level,
    /// How many weightings are tried for the robustness of a ranking.
    pub weightings: Count,
    /// Seed of these weightings.
    pub seed: Count,
}

/// The core's `GatePassed`.
pub type GatePassed = keyperson::course::selection::GatePassed;
#[uniffi::remote(Record)]
/// A gate passed.
pub struct GatePassed {
    /// The gate.
    pub gate: GateStep,
    /// The day from which it holds.
    pub day: Day,
    /// The fact that says so.
    pub fact: FactId,
}

/// The core's `GateStep`.
pub type GateStep = keyperson::fact::GateStep;
#[uniffi::remote(Enum)]
/// A step of the selection, in the order in which they belong.
pub enum GateStep {
    /// On the list of candidates.
    Shortlisted,
    /// Sales manager and department head agree, as to resources and existing appraisals.
    ManagerConfirmed,
    /// Executives approved.
    ExecutiveApproved,
    /// Executives told the company.
    Announced,
    /// The person has the role.
    Appointed,
    /// The person gave the role back.
    SteppedDown,
}

/// The core's `Isolation`.
pub type Isolation = keyperson::colleagues::spread::Isolation;
#[uniffi::remote(Enum)]
/// Whether somebody stands beside the person.
pub enum Isolation {
    /// Somebody does.
    Connected,
    /// Such things are recorded at the partner, and none of them lately of the person.
    Isolated,
    /// Such things are not recorded at the partner.
    Unknown,
}

/// The core's `Ladder`.
pub type Ladder = keyperson::course::ladder::Ladder;
#[uniffi::remote(Record)]
/// One person's ladder.
pub struct Ladder {
    /// The day from which the person has the role; absent without an appointment.
    pub start: Option<Day>,
    /// The appointment.
    pub appointed_by: Option<FactId>,
    /// The rungs, in the policy's order.
    pub rungs: Vec<Rung>,
}

/// The core's `LadderPolicy`.
pub type LadderPolicy = keyperson::policy::LadderPolicy;
#[uniffi::remote(Record)]
/// The staged targets.
pub struct LadderPolicy {
    /// The rungs, in order.
    pub rungs: Vec<RungPolicy>,
    /// Days before the plan from which a rung is ahead.
    pub ahead_days: Positive,
    /// Days after the plan from which a rung is behind.
    pub behind_days: Positive,
    /// Odds under which a rung is at risk.
    pub at_risk_below: UnitInterval,
    /// A remedy that moves the dates clears a shortfall only if the odds are at least this.
    pub enough_odds: UnitInterval,
    /// Probability of the early expected date; the late one mirrors it.
    pub early: Level,
    /// Days beyond which no date is given.
    pub horizon_days: Positive,
}

/// The core's `Language`.
pub type Language = keyperson::text::Language;
#[uniffi::remote(Enum)]
/// A language in which texts are written; Japanese where nobody asks for one.
pub enum Language {
    /// 日本語, polite.
    Japanese,
    /// English, plain.
    English,
}

/// The core's `Layer`.
pub type Layer = keyperson::fact::Layer;
#[uniffi::remote(Enum)]
/// Which regular meeting it was.
pub enum Layer {
    /// The weekly 15 minutes.
    Weekly,
    /// The monthly review.
    Monthly,
    /// The quarterly review with executives.
    Quarterly,
}

/// The core's `LayerCadence`.
pub type LayerCadence = keyperson::together::cadence::LayerCadence;
#[uniffi::remote(Record)]
/// The meetings of one layer within the policy's days.
pub struct LayerCadence {
    /// The layer.
    pub layer: Layer,
    /// Minutes that one may take.
    pub minutes_limit: i64,
    /// The planned ones whose period has begun, by day.
    pub meetings: Vec<Meeting>,
    /// How many were kept; absent where nothing is recorded of the layer.
    pub kept: Option<i64>,
    /// How many were missed.
    pub missed: Option<i64>,
    /// How many of those kept took longer than the limit; absent where no length is recorded.
    pub overrun: Option<i64>,
    /// In how many of those kept the dashboard was shared; absent where it is recorded of none.
    pub dashboard: Option<i64>,
    /// How many in a row were kept up to now; a running period without a record does not end the row.
    pub kept_in_row: Option<i64>,
    /// How many in a row were missed up to now.
    pub missed_in_row: Option<i64>,
    /// The next one.
    pub next: Option<Planned>,
    /// The latest fact of the layer since the start, planned or not.
    pub last_record: Option<FactId>,
}

/// The core's `LeadTime`.
pub type LeadTime = keyperson::course::lead_time::LeadTime;
#[uniffi::remote(Record)]
/// What a person's deals come to.
pub struct LeadTime {
    /// Everything counted, by metric, in the order of the stages.
    pub counts: Vec<MetricCount>,
    /// From a prospect to each further metric of deals; empty where no metric counts prospects.
    pub conversions: Vec<Conversion>,
    /// Days from prospect to order; absent where no deal has a day on which it was found.
    pub to_order: Option<ToOrder>,
}

/// The core's `Lesson`.
pub type Lesson = keyperson::deals::similarity::Lesson;
#[uniffi::remote(Record)]
/// What a partner's closed deals tell.
pub struct Lesson {
    /// Whether they tell won from lost.
    pub tells: Tells,
    /// Closed deals looked at.
    pub closed: i64,
    /// Those of them won.
    pub won: i64,
    /// Those of them lost.
    pub lost: i64,
    /// Older closed deals that were not looked at.
    pub older: i64,
    /// Share of wins among those looked at; absent without any.
    pub base: Option<f64>,
    /// Closed deals that could be foretold from earlier ones.
    pub foretold: i64,
    /// How well they were: the chance that one that was won had been given a higher chance than one that was lost.
    pub auc: Option<f64>,
    /// Lower end of its interval at the policy's certainty; they tell a difference where it lies above ½.
    pub auc_lower: Option<f64>,
    /// Upper end of it.
    pub auc_upper: Option<f64>,
    /// What each field counts, in the order of the fields; empty where nothing was learned.
    pub fields: Vec<FieldShare>,
}

/// The core's `Link`.
pub type Link = keyperson::colleagues::spread::Link;
#[uniffi::remote(Record)]
/// Something that joins the person and others.
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

/// The core's `LinkKind`.
pub type LinkKind = keyperson::colleagues::spread::LinkKind;
#[uniffi::remote(Enum)]
/// What joins the person and others.
pub enum LinkKind {
    /// A colleague is in the support unit.
    Member,
    /// One turned to the other for advice.
    TurnedTo,
    /// They worked together.
    WorkedWith,
    /// The vendor reviewed a deal with the person.
    JointReview,
    /// A colleague did something for a deal of the person's.
    SharedDeal,
}

/// The core's `Load`.
pub type Load = keyperson::colleagues::spread::Load;
#[uniffi::remote(Record)]
/// Who did how much of the recent work.
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

/// The core's `LoadKind`.
pub type LoadKind = keyperson::fact::LoadKind;
#[uniffi::remote(Enum)]
/// What kind of work filled the hours.
pub enum LoadKind {
    /// Pushing deals forward (山).
    Push,
    /// Learning, recharging (谷).
    Recharge,
}

/// The core's `LoadShare`.
pub type LoadShare = keyperson::colleagues::spread::LoadShare;
#[uniffi::remote(Record)]
/// One person's share of the recent work.
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

/// The core's `LoopStep`.
pub type LoopStep = keyperson::colleagues::loop_turns::LoopStep;
#[uniffi::remote(Enum)]
/// A step of the loop.
pub enum LoopStep {
    /// 候補発掘: a candidate was shortlisted.
    Found,
    /// 経営陣承認: executives approved.
    Approved,
    /// 役割明確化: announced, appointed, authority made known or working time agreed.
    RoleClear,
    /// 成果共有: a story or a recognition was heard widely enough.
    Shared,
}

/// The core's `LoopTurns`.
pub type LoopTurns = keyperson::colleagues::loop_turns::LoopTurns;
#[uniffi::remote(Record)]
/// The turns of the loop at one partner.
pub struct LoopTurns {
    /// Turns completed.
    pub completed: i64,
    /// The turns, the running one last, where it has begun.
    pub turns: Vec<Turn>,
    /// The latest step made; absent where none was.
    pub last: Option<LoopStep>,
    /// The step that comes next.
    pub next: LoopStep,
    /// Since when the loop stands there.
    pub since: Option<Instant>,
    /// Business days since then.
    pub days: Option<i64>,
    /// Results since the role was made clear, while the running turn waits for them to be shared, by instant.
    pub unshared: Vec<FactId>,
    /// When the first of them came.
    pub unshared_since: Option<Instant>,
}

/// The core's `LoopTurnsPolicy`.
pub type LoopTurnsPolicy = keyperson::policy::LoopTurnsPolicy;
#[uniffi::remote(Record)]
/// The loop of finding, approving, making the role clear and sharing results.
pub struct LoopTurnsPolicy {
    /// The smallest audience by which a result counts as shared.
    pub audience: Audience,
    /// Metrics whose results are there to be shared.
    pub results: Vec<Key>,
    /// Business days after a result within which one should have been shared.
    pub share_within_days: Count,
    /// Days for which a completed turn is celebrated.
    pub celebrate_days: Count,
}

/// The core's `Meeting`.
pub type Meeting = keyperson::together::cadence::Meeting;
#[uniffi::remote(Record)]
/// One planned meeting, and what became of it.
pub struct Meeting {
    /// The business day on which it was planned.
    pub day: Day,
    /// First day of its period.
    pub from: Day,
    /// Last day of its period.
    pub to: Day,
    /// How it stands.
    pub status: MeetingStatus,
    /// The day on which it took place, the last one where there were several.
    pub held_on: Option<Day>,
    /// Minutes, the longest where there were several; absent where not recorded.
    pub minutes: Option<i64>,
    /// Whether it took longer than the limit; absent where its length is not recorded.
    pub overrun: Option<bool>,
    /// Whether the dashboard was shared; absent where not recorded.
    pub dashboard: Option<bool>,
    /// Whether executives were there; absent where not recorded.
    pub executives: Option<bool>,
    /// The facts of the period, by instant.
    pub evidence: Vec<FactId>,
}

/// The core's `MeetingStatus`.
pub type MeetingStatus = keyperson::together::cadence::MeetingStatus;
#[uniffi::remote(Enum)]
/// How a planned meeting stands.
pub enum MeetingStatus {
    /// It took place.
    Kept,
    /// It was called off, or its period ended without it.
    Missed,
    /// Its period still runs and nothing is recorded.
    Open,
    /// Its period ended before meetings of this layer were recorded at all.
    Unknown,
}

/// The core's `MemberRecognition`.
pub type MemberRecognition = keyperson::together::recognition::MemberRecognition;
#[uniffi::remote(Record)]
/// A member of the support unit, and what was said of the member.
pub struct MemberRecognition {
    /// The colleague.
    pub member: PersonId,
    /// When the colleague joined.
    pub joined: Instant,
    /// The fact by which.
    pub fact: FactId,
    /// The recognitions of the colleague since then, by instant.
    pub recognised: Vec<FactId>,
    /// When the latest of them was.
    pub last: Option<Instant>,
}

/// The core's `MetricCount`.
pub type MetricCount = keyperson::course::lead_time::MetricCount;
#[uniffi::remote(Record)]
/// How many of one metric.
pub struct MetricCount {
    /// The metric.
    pub metric: Key,
    /// How many up to the as-of.
    pub count: i64,
}

/// The core's `MetricPolicy`.
pub type MetricPolicy = keyperson::policy::MetricPolicy;
#[uniffi::remote(Record)]
/// What a metric counts, and how often we expect it before there is any evidence.
pub struct MetricPolicy {
    /// Stages of a deal that count: a deal counts once, when it first reaches one of them.
    pub stages: Vec<Stage>,
    /// Shape of the Gamma prior of the rate: how many observed events the prior is worth.
    pub prior_events: Positive,
    /// Rate of the Gamma prior: in how many days those events happen.
    pub prior_days: Positive,
}

/// `MetricPolicy` by `Key`.
pub type MetricPolicyByKey = BTreeMap<Key, MetricPolicy>;
uniffi::custom_type!(
    MetricPolicyByKey, HashMap < Key, MetricPolicy >, { remote, lower : | map | map
    .into_iter().collect(), try_lift : | map | Ok(map.into_iter().collect()), }
);

/// The core's `Mismatch`.
pub type Mismatch = keyperson::person::mismatch::Mismatch;
#[uniffi::remote(Record)]
/// One pattern, judged for one person.
pub struct Mismatch {
    /// Code of the pattern.
    pub pattern: Key,
    /// Whether it is there.
    pub state: MismatchState,
    /// The strong trait.
    pub strong: Trait,
    /// The weak trait.
    pub weak: Trait,
    /// Its probability, 0 to 1; absent where one of the traits is unknown.
    pub probability: Option<f64>,
    /// How far the weak trait's mean is below its threshold, as a share of the threshold, 0 to 1.
    pub depth: Option<f64>,
    /// The depth in a word; absent where the mean is not below the threshold.
    pub severity: Option<Severity>,
    /// The smallest change of the weak trait that clears it, so that it is neither present nor likely. Absent if it
    /// is neither already, or if no change of this trait alone is enough.
    pub clears: Option<Clearing>,
    /// The facts that weigh most, the weak trait's first.
    pub evidence: Vec<FactId>,
    /// Remedies, the gentlest first.
    pub remedies: Vec<Key>,
}

/// The core's `MismatchPolicy`.
pub type MismatchPolicy = keyperson::policy::MismatchPolicy;
#[uniffi::remote(Record)]
/// Strong traits wasted by weak ones.
pub struct MismatchPolicy {
    /// Probability from which a mismatch is present.
    pub present: UnitInterval,
    /// Probability from which it is likely.
    pub likely: UnitInterval,
    /// Probability from which it is possible; below, it is absent.
    pub possible: UnitInterval,
    /// The patterns, by code.
    pub patterns: PatternPolicyByKey,
}

/// The core's `MismatchState`.
pub type MismatchState = keyperson::person::mismatch::MismatchState;
#[uniffi::remote(Enum)]
/// Whether a mismatch is there.
pub enum MismatchState {
    /// Its probability reaches the policy's `present`.
    Present,
    /// Its probability reaches `likely`.
    Likely,
    /// Its probability reaches `possible`.
    Possible,
    /// Its probability lies below `possible`.
    Absent,
    /// Of one of the two traits nothing is known.
    Unknown,
}

/// The core's `Motivation`.
pub type Motivation = keyperson::together::motivation::Motivation;
#[uniffi::remote(Record)]
/// What was offered.
pub struct Motivation {
    /// What the offers consist of.
    pub mix: OfferMix,
    /// The offers, by instant.
    pub offers: Vec<OfferMade>,
    /// The day of the first offer of growth.
    pub growth_since: Option<Day>,
    /// The first gate that the person passed, from which an offer of growth is owed; absent before any, and after
    /// a stepping down.
    pub since: Option<Day>,
    /// The fact of that gate.
    pub since_fact: Option<FactId>,
    /// The last day on which an offer of growth is in time.
    pub due: Option<Day>,
}

/// The core's `MotivationPolicy`.
pub type MotivationPolicy = keyperson::policy::MotivationPolicy;
#[uniffi::remote(Record)]
/// What should be offered to the person.
pub struct MotivationPolicy {
    /// Growth should be offered within so many business days after the first gate.
    pub growth_within_days: Count,
}

/// The core's `Neighbour`.
pub type Neighbour = keyperson::deals::replication::Neighbour;
#[uniffi::remote(Record)]
/// A won deal near a prospect.
pub struct Neighbour {
    /// The deal.
    pub deal: DealId,
    /// Its name, where known.
    pub name: Option<String>,
    /// The day on which it was won.
    pub won_on: Day,
    /// Gower's distance by what each field counts, 0 to 1.
    pub distance: f64,
    /// Field by field.
    pub fields: Vec<Compared>,
}

/// The core's `NetworkPolicy`.
pub type NetworkPolicy = keyperson::policy::NetworkPolicy;
#[uniffi::remote(Record)]
/// When the network of a partner is heard.
pub struct NetworkPolicy {
    /// How many people other than the person must have spoken before the network counts.
    pub least_voices: Count,
}

/// The core's `NewGrounds`.
pub type NewGrounds = keyperson::answer::change::NewGrounds;
#[uniffi::remote(Record)]
/// A finding, and what came in between of that on which it rests.
pub struct NewGrounds {
    /// The finding.
    pub code: FindingCode,
    /// What it is about.
    pub about: String,
    /// Those of its facts that came in between, the weightiest first.
    pub facts: Vec<FactId>,
}

/// The core's `NewsOrder`.
pub type NewsOrder = keyperson::together::news::NewsOrder;
#[uniffi::remote(Enum)]
/// In which order news was told.
pub enum NewsOrder {
    /// Openly, before or hardly after anybody alone.
    OpenFirst,
    /// Openly, but to one person first.
    IndividualFirst,
    /// To one person alone, and there is still time for the open telling.
    OpenAwaited,
    /// To one person alone, and the open telling did not come.
    OpenMissing,
}

/// The core's `NewsPolicy`.
pub type NewsPolicy = keyperson::policy::NewsPolicy;
#[uniffi::remote(Record)]
/// How news should be told.
pub struct NewsPolicy {
    /// Hours by which one person may hear before everybody.
    pub tolerance_hours: Count,
    /// If one person is told first, everybody should be told within so many business days.
    pub open_within_days: Count,
    /// Days for which a wrong order is spoken of.
    pub recent_days: Count,
}

/// The core's `NewsTold`.
pub type NewsTold = keyperson::together::news::NewsTold;
#[uniffi::remote(Record)]
/// The news, topic by topic.
pub struct NewsTold {
    /// The topics, by the instant of their first telling.
    pub topics: Vec<NewsTopic>,
    /// Those told openly first.
    pub open_first: i64,
    /// Those told to one person first, the open telling late or missing.
    pub individual_first: i64,
}

/// The core's `NewsTopic`.
pub type NewsTopic = keyperson::together::news::NewsTopic;
#[uniffi::remote(Record)]
/// One piece of news.
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

/// `Number` by `Key`.
pub type NumberByKey = BTreeMap<Key, Number>;
uniffi::custom_type!(
    NumberByKey, HashMap < Key, Number >, { remote, lower : | map | map.into_iter()
    .collect(), try_lift : | map | Ok(map.into_iter().collect()), }
);

/// The core's `NumberTrail`.
pub type NumberTrail = keyperson::answer::trail::NumberTrail;
#[uniffi::remote(Record)]
/// A number of the brief.
pub struct NumberTrail {
    /// Where it stands: a JSON pointer into the brief.
    pub pointer: String,
    /// The number.
    pub value: f64,
    /// What it comes from.
    pub basis: Basis,
    /// The facts that are counted or read for it, by instant.
    pub evidence: Vec<FactId>,
    /// Name of the context on which it rests; absent where the policy alone sets it: the same pointer leads to it
    /// in the policy.
    pub context: Option<String>,
}

/// The core's `OddsChange`.
pub type OddsChange = keyperson::course::ladder::OddsChange;
#[uniffi::remote(Record)]
/// The odds of a rung before and after its date is moved.
pub struct OddsChange {
    /// Code of the rung.
    pub rung: Key,
    /// Odds today.
    pub before: f64,
    /// Odds with the later date.
    pub after: f64,
}

/// The core's `OfferKind`.
pub type OfferKind = keyperson::fact::OfferKind;
#[uniffi::remote(Enum)]
/// What an offer consists of.
pub enum OfferKind {
    /// Growth, a career path, recognition as an expert.
    Growth,
    /// Money.
    Money,
}

/// The core's `OfferMade`.
pub type OfferMade = keyperson::together::motivation::OfferMade;
#[uniffi::remote(Record)]
/// One offer.
pub struct OfferMade {
    /// Growth or money.
    pub kind: OfferKind,
    /// The local day on which it was made.
    pub day: Day,
    /// Whether that was before the role began; absent without a start.
    pub before_start: Option<bool>,
    /// Whether it is said what exactly was offered.
    pub specific: bool,
    /// The fact.
    pub fact: FactId,
}

/// The core's `OfferMix`.
pub type OfferMix = keyperson::together::motivation::OfferMix;
#[uniffi::remote(Enum)]
/// What the offers consist of.
pub enum OfferMix {
    /// Growth and money.
    Both,
    /// Growth alone.
    GrowthOnly,
    /// Money alone.
    MoneyOnly,
    /// No offer was recorded.
    Unknown,
}

/// The core's `Openness`.
pub type Openness = keyperson::fact::Openness;
#[uniffi::remote(Enum)]
/// How news was given.
pub enum Openness {
    /// To everybody at once.
    Open,
    /// To one person.
    Individual,
}

/// The core's `Overlap`.
pub type Overlap = keyperson::together::appraisal::Overlap;
#[uniffi::remote(Record)]
/// How far the ladder and the person's own appraisal agree.
pub struct Overlap {
    /// The criteria, by name; empty where nothing is known of them.
    pub criteria: Vec<Criterion>,
    /// The weight of all criteria whose weight is known; absent where it is known of none.
    pub weight: Option<f64>,
    /// The weight of those that a rung serves.
    pub served_weight: Option<f64>,
    /// Served ÷ all known weight, 0 to 1; absent where no weight above 0 is known, or the policy has no rungs.
    pub share: Option<f64>,
    /// Criteria whose weight is not known.
    pub without_weight: i64,
    /// Whether any rung serves a criterion that counts; absent without criteria or rungs.
    pub any: Option<bool>,
}

/// The core's `Overridden`.
pub type Overridden = keyperson::person::estimate::Overridden;
#[uniffi::remote(Record)]
/// What the evidence says of a trait that somebody set.
pub struct Overridden {
    /// The override.
    pub fact: FactId,
    /// Whether somebody disputes the override.
    pub contested: bool,
    /// Mean by the evidence alone; absent where nothing is known.
    pub mean: Option<f64>,
    /// Lower end of its interval.
    pub lower: f64,
    /// Upper end of its interval.
    pub upper: f64,
    /// First parameter of its posterior.
    pub a: f64,
    /// Second parameter of it.
    pub b: f64,
}

/// The core's `OverrideState`.
pub type OverrideState = keyperson::person::overrides::OverrideState;
#[uniffi::remote(Enum)]
/// Whether an override holds.
pub enum OverrideState {
    /// It holds.
    InForce,
    /// It holds for a few more days.
    Expiring,
    /// Its last day is past.
    Expired,
}

/// The core's `OverridesPolicy`.
pub type OverridesPolicy = keyperson::policy::OverridesPolicy;
#[uniffi::remote(Record)]
/// Values that somebody set.
pub struct OverridesPolicy {
    /// A stated value counts as so many observations. This sets how sure it looks and how hard it is to move.
    pub weight: Positive,
    /// Days before the last one from which its end is spoken of.
    pub expiring_days: Count,
    /// Days after it for which that is remembered.
    pub expired_days: Count,
}

/// The core's `Owed`.
pub type Owed = keyperson::together::recognition::Owed;
#[uniffi::remote(Record)]
/// Something that is owed a recognition.
pub struct Owed {
    /// The fact.
    pub fact: FactId,
    /// When it happened.
    pub at: Instant,
    /// The local day on which it happened.
    pub day: Day,
    /// The rungs that it reached, in the policy's order.
    pub rungs: Vec<Key>,
    /// The metrics towards which it counts, in the policy's order.
    pub metrics: Vec<Key>,
    /// The effort that it shows; absent for results.
    pub effort: Option<Key>,
    /// How it stands.
    pub state: RecognitionState,
    /// The last day on which recognition is in time; absent past the last day there is.
    pub due: Option<Day>,
    /// The recognitions that answer it, by instant.
    pub by: Vec<FactId>,
    /// When it was first recognised.
    pub first: Option<Instant>,
    /// Hours until then; 0 where the recognition was recorded before the fact.
    pub lag_hours: Option<f64>,
    /// Business days until then.
    pub lag_days: Option<i64>,
    /// The widest audience that heard of it.
    pub audience: Option<Audience>,
    /// Whether anybody said what exactly was praised; absent where it was not recognised.
    pub specific: Option<bool>,
}

/// The core's `Pace`.
pub type Pace = keyperson::course::ladder::Pace;
#[uniffi::remote(Record)]
/// Pace by earned schedule, in days of the plan.
pub struct Pace {
    /// The day by which an even plan would have what is there: count ÷ target × days, at most all days.
    pub earned_days: f64,
    /// Days gone since the end of the start day; up to the day on which it was reached, where it was.
    pub elapsed_days: f64,
    /// Days ahead of the plan, or behind it where negative. The plan is even and counts whole things: the n-th of
    /// N is due on day n/N of the rung, so between two of them a person is neither ahead nor behind.
    pub days_ahead: f64,
}

/// The core's `PartnerRow`.
pub type PartnerRow = keyperson::answer::portfolio::PartnerRow;
#[uniffi::remote(Record)]
/// One partner in a portfolio.
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

/// The core's `PatternPolicy`.
pub type PatternPolicy = keyperson::policy::PatternPolicy;
#[uniffi::remote(Record)]
/// One pattern: a strong trait beside a weak one.
pub struct PatternPolicy {
    /// The trait that is strong.
    pub strong: Trait,
    /// The trait that is weak.
    pub weak: Trait,
    /// From which value the one is strong.
    pub strong_from: UnitInterval,
    /// Up to which value the other is weak.
    pub weak_to: UnitInterval,
    /// Remedies, the gentlest first.
    pub remedies: Vec<Key>,
}

/// `PatternPolicy` by `Key`.
pub type PatternPolicyByKey = BTreeMap<Key, PatternPolicy>;
uniffi::custom_type!(
    PatternPolicyByKey, HashMap < Key, PatternPolicy >, { remote, lower : | map | map
    .into_iter().collect(), try_lift : | map | Ok(map.into_iter().collect()), }
);

/// The core's `PatternState`.
pub type PatternState = keyperson::answer::portfolio::PatternState;
#[uniffi::remote(Record)]
/// State of one pattern.
pub struct PatternState {
    /// Code of the pattern.
    pub pattern: Key,
    /// Whether it is there.
    pub state: MismatchState,
}

/// The core's `PerTrait`.
pub type PerTraitTraitPolicy = keyperson::fact::PerTrait<TraitPolicy>;
#[uniffi::remote(Record)]
/// One value for each of the six traits.
pub struct PerTraitTraitPolicy {
    /// 権限
    pub authority: TraitPolicy,
    /// 意欲
    pub drive: TraitPolicy,
    /// 時間
    pub time: TraitPolicy,
    /// 技術知識
    pub skill: TraitPolicy,
    /// 社内影響力
    pub influence: TraitPolicy,
    /// 関連商材の実績
    pub track_record: TraitPolicy,
}

/// The core's `PerTrait`.
pub type PerTraitUnitInterval = keyperson::fact::PerTrait<UnitInterval>;
#[uniffi::remote(Record)]
/// One value for each of the six traits.
pub struct PerTraitUnitInterval {
    /// 権限
    pub authority: UnitInterval,
    /// 意欲
    pub drive: UnitInterval,
    /// 時間
    pub time: UnitInterval,
    /// 技術知識
    pub skill: UnitInterval,
    /// 社内影響力
    pub influence: UnitInterval,
    /// 関連商材の実績
    pub track_record: UnitInterval,
}

/// The core's `PersonRow`.
pub type PersonRow = keyperson::answer::portfolio::PersonRow;
#[uniffi::remote(Record)]
/// One person in a portfolio.
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

/// The core's `Piece`.
pub type Piece = keyperson::together::feedback::Piece;
#[uniffi::remote(Record)]
/// One piece of feedback.
pub struct Piece {
    /// Its code.
    pub feedback: Key,
    /// How it stands.
    pub state: FeedbackState,
    /// When it was raised.
    pub raised: Instant,
    /// The fact by which it was raised.
    pub raised_fact: FactId,
    /// Whether it names nobody.
    pub shared: bool,
    /// The last day on which an answer is in time: the next business day where the partner is. Absent past the
    /// last day there is.
    pub due: Option<Day>,
    /// When it was first answered.
    pub answered: Option<Instant>,
    /// The fact of that answer.
    pub answered_fact: Option<FactId>,
    /// Whether the answer came in time; absent without one.
    pub in_time: Option<bool>,
    /// The plan that stands; absent without one.
    pub planned_fact: Option<FactId>,
    /// The first regular meeting held after that plan, at which its result was to be checked.
    pub meeting: Option<Instant>,
    /// The fact of that meeting.
    pub meeting_fact: Option<FactId>,
    /// When the result was checked.
    pub verified: Option<Instant>,
    /// The fact that says so.
    pub verified_fact: Option<FactId>,
}

/// The core's `Pipeline`.
pub type Pipeline = keyperson::deals::first_order::Pipeline;
#[uniffi::remote(Record)]
/// Open deals, and the odds that at least one of them is ordered within the days.
pub struct Pipeline {
    /// Open deals.
    pub open: i64,
    /// Those of them whose stage is not on record: they have no chance here.
    pub without_stage: i64,
    /// Odds of at least one order; absent without any deal that has a chance.
    pub odds: Option<f64>,
    /// Lower end of their interval at the policy's level.
    pub lower: Option<f64>,
    /// Upper end of it.
    pub upper: Option<f64>,
    /// Odds of at least one order among the first few, to which a narrow scope holds.
    pub focus_odds: Option<f64>,
    /// The prospects with the highest chance, at most the policy's number.
    pub prospects: Vec<Prospect>,
}

/// The core's `PlacePolicy`.
pub type PlacePolicy = keyperson::policy::PlacePolicy;
#[uniffi::remote(Record)]
/// Where partners are that do not say otherwise.
pub struct PlacePolicy {
    /// Time zone.
    pub zone: Zone,
    /// Business calendar, by name.
    pub calendar: Key,
}

/// The core's `Planned`.
pub type Planned = keyperson::together::cadence::Planned;
#[uniffi::remote(Record)]
/// A planned meeting to come.
pub struct Planned {
    /// The business day.
    pub day: Day,
    /// The layer.
    pub layer: Layer,
    /// Minutes that it may take.
    pub minutes: i64,
    /// Whether executives belong to it.
    pub executives: bool,
    /// First day of its period.
    pub from: Day,
    /// Last day of its period.
    pub to: Day,
}

/// The core's `Policy`.
pub type PolicyDocument = keyperson::policy::Policy;
#[uniffi::remote(Record)]
/// All judgement: weights, thresholds, half-lives, patterns, ladder, calendars.
///
/// ```
/// let policy = keyperson::Policy::from_toml("[fit]\nbar = 0.6\n")?;
/// assert_eq!(policy.fit.bar.get(), 0.6);
/// assert_eq!(policy.ladder.rungs.len(), 3); // the rest is the default
/// # Ok::<(), keyperson::Error>(())
/// ```
///
/// As text it says `extends = "nothing"`: every setting is there, and what it lacks must not come back
/// from the default policy when it is read again.
pub struct PolicyDocument {
    /// Name of the policy, shown on every brief.
    pub name: Text,
    /// Where partners are that do not say otherwise.
    pub place: PlacePolicy,
    /// Calendars beside the built-in ones, by name.
    pub calendars: CalendarPolicyByKey,
    /// How evidence becomes an estimate.
    pub estimate: EstimatePolicy,
    /// The six traits.
    pub traits: PerTraitTraitPolicy,
    /// What each signal says about a trait.
    pub signals: SignalPolicyByKey,
    /// How estimates become a fit.
    pub fit: FitPolicy,
    /// Strong traits wasted by weak ones.
    pub mismatch: MismatchPolicy,
    /// Changes to the environment.
    pub remedies: RemedyPolicyByKey,
    /// The few colleagues who cover a shortfall.
    pub unit: UnitPolicy,
    /// What is counted.
    pub metrics: MetricPolicyByKey,
    /// The staged targets.
    pub ladder: LadderPolicy,
    /// The gates of the selection.
    pub selection: SelectionPolicy,
    /// Long sales without an order.
    pub winter: WinterPolicy,
    /// Recognition owed.
    pub recognition: RecognitionPolicy,
    /// Offers to the person.
    pub motivation: MotivationPolicy,
    /// The regular meetings.
    pub cadence: CadencePolicy,
    /// Peaks and valleys of the load.
    pub rhythm: RhythmPolicy,
    /// Answers to messages.
    pub response: ResponsePolicy,
    /// Answers to feedback.
    pub feedback: FeedbackPolicy,
    /// News to everybody and to one.
    pub news: NewsPolicy,
    /// How alike deals are.
    pub similarity: SimilarityPolicy,
    /// What to repeat after a win.
    pub replication: ReplicationPolicy,
    /// Where to begin.
    pub first_order: FirstOrderPolicy,
    /// Successes written down.
    pub story: StoryPolicy,
    /// Who turns to whom.
    pub network: NetworkPolicy,
    /// Know-how and load at the partner.
    pub spread: SpreadPolicy,
    /// Support owed, and the two wheels.
    pub support: SupportPolicy,
    /// Values that somebody set.
    pub overrides: OverridesPolicy,
    /// The loop that keeps turning.
    pub loop_turns: LoopTurnsPolicy,
}

/// The core's `Proposal`.
pub type Proposal = keyperson::deals::replication::Proposal;
#[uniffi::remote(Record)]
/// A prospect in which a win may be repeated.
pub struct Proposal {
    /// The deal.
    pub deal: DealId,
    /// Its name, where known.
    pub name: Option<String>,
    /// Chance that it is won.
    pub chance: f64,
    /// Lower end of its interval at the policy's level.
    pub lower: f64,
    /// Upper end of it.
    pub upper: f64,
    /// Probability that the chance lies above the partner's share of wins.
    pub above_base: f64,
    /// The nearest won deals, the nearest first.
    pub nearest: Vec<Neighbour>,
    /// The facts behind it: the profile of the prospect, then of each neighbour with its win.
    pub evidence: Vec<FactId>,
}

/// The core's `Prospect`.
pub type Prospect = keyperson::deals::first_order::Prospect;
#[uniffi::remote(Record)]
/// An open deal and its chance.
pub struct Prospect {
    /// The deal.
    pub deal: DealId,
    /// Its name, where known.
    pub name: Option<String>,
    /// The furthest stage that it reached since it was last opened.
    pub stage: Stage,
    /// Since when.
    pub since: Day,
    /// Days at that stage.
    pub age_days: i64,
    /// Chance of an order within the days.
    pub chance: f64,
    /// Lower end of its interval at the policy's level.
    pub lower: f64,
    /// Upper end of it.
    pub upper: f64,
    /// Deals of the partner that say so; 0 where the policy's belief speaks alone.
    pub observed: i64,
    /// The best rank among these open deals that the evidence allows, from 1.
    pub best_rank: i64,
    /// The worst. From 1 to the number of deals: not separable from any other.
    pub worst_rank: i64,
    /// The fact of the stage.
    pub fact: FactId,
}

/// The core's `RankingComparison`.
pub type RankingComparison = keyperson::person::ranking::RankingComparison;
#[uniffi::remote(Record)]
/// Two neighbours in the order.
pub struct RankingComparison {
    /// The one who comes first.
    pub first: PersonId,
    /// The one who comes next.
    pub second: PersonId,
    /// What can be said.
    pub verdict: Verdict,
    /// Share of weightings for which the first is ahead; a tie counts half. Absent if the two are not separable.
    pub share: Option<f64>,
}

/// The core's `RankingStanding`.
pub type RankingStanding = keyperson::person::ranking::RankingStanding;
#[uniffi::remote(Record)]
/// Where one person stands in the group.
pub struct RankingStanding {
    /// Who.
    pub person: PersonId,
    /// Rank by readiness, then fit, from 1; equal ones share it.
    pub rank: i64,
    /// The best rank that the evidence allows.
    pub best: i64,
    /// The worst rank that the evidence allows.
    pub worst: i64,
    /// Share of weightings for which the person is first. Absent if the evidence separates nobody.
    pub first_share: Option<f64>,
}

/// The core's `Readiness`.
pub type Readiness = keyperson::fact::Readiness;
#[uniffi::remote(Enum)]
/// Whether a person is ready for the role; the order is the order of a ranking.
pub enum Readiness {
    /// The whole interval reaches the bar, and nothing stands in the way.
    Ready,
    /// As ready, but something is short. For everything that is short there is a remedy that clears it.
    ReadyWithSupport,
    /// The interval includes the bar, or a trait with a floor is unknown: ask first.
    Unknown,
    /// The whole interval lies below the bar, or something is short that no remedy clears.
    NotYet,
}

/// The core's `Reading`.
pub type Reading = keyperson::policy::Reading;
#[uniffi::remote(Enum)]
/// How a signal's values are read.
pub enum Reading {
    /// Each fact is evidence of its own.
    Each,
    /// A state: only the latest fact counts.
    Latest,
}

/// The core's `Recent`.
pub type Recent = keyperson::course::winter::Recent;
#[uniffi::remote(Record)]
/// The recent results of one intermediate metric.
pub struct Recent {
    /// The metric.
    pub metric: Key,
    /// How many there are.
    pub count: i64,
    /// How many are expected: prior events ÷ prior days × days looked at.
    pub expected: f64,
    /// The facts counted, by instant.
    pub evidence: Vec<FactId>,
}

/// The core's `Recognition`.
pub type Recognition = keyperson::together::recognition::Recognition;
#[uniffi::remote(Record)]
/// Recognition owed and given since the start of the role.
pub struct Recognition {
    /// The day from which it is owed; absent before the start of the role.
    pub start: Option<Day>,
    /// What is owed a recognition, the newest first.
    pub owed: Vec<Owed>,
    /// How many of them were recognised.
    pub recognised: i64,
    /// How many are open.
    pub open: i64,
    /// Recognised ÷ owed, 0 to 1; absent where nothing is owed, or no recognition was ever recorded.
    pub coverage: Option<f64>,
    /// Lower end of its interval at the policy's level.
    pub coverage_lower: Option<f64>,
    /// Upper end of it.
    pub coverage_upper: Option<f64>,
    /// Median hours from the fact to its first recognition; absent where nothing was recognised.
    pub lag_hours: Option<f64>,
    /// Those recognised within the policy's business days.
    pub in_time: i64,
    /// Those of which an audience heard that the policy calls wide enough.
    pub wide: i64,
    /// Those of which somebody said what exactly was praised.
    pub specific: i64,
    /// Recognitions given since the start, whatever they are about, by instant.
    pub given: Vec<FactId>,
    /// Those of them of which it is known whether they praised effort.
    pub effort_known: i64,
    /// Those that did.
    pub effort: i64,
    /// Effort ÷ those of which it is known; absent where it is known of none.
    pub effort_share: Option<f64>,
    /// The members of the person's support unit, by the instant of joining.
    pub unit: Vec<MemberRecognition>,
    /// Those of them who were recognised since they joined; absent without members, and where no recognition of
    /// the person or of a member was ever recorded.
    pub unit_recognised: Option<i64>,
}

/// The core's `RecognitionPolicy`.
pub type RecognitionPolicy = keyperson::policy::RecognitionPolicy;
#[uniffi::remote(Record)]
/// What is owed a recognition, and how it should be given.
pub struct RecognitionPolicy {
    /// Metrics of which each result is owed one; rungs always are.
    pub metrics: Vec<Key>,
    /// Signals that show an effort and are owed one.
    pub efforts: Vec<Key>,
    /// Business days within which it should come.
    pub within_days: Count,
    /// For so many days recognition stays owed. A recognition that names nothing counts for results of so many days back.
    pub window_days: Count,
    /// Days of recent recognition that are looked at.
    pub recent_days: Count,
    /// The smallest audience that is wide enough.
    pub audience: Audience,
    /// Share of recognitions that should speak of effort.
    pub effort_share: UnitInterval,
    /// Recognitions from which on that share is asked for.
    pub least_recognitions: Count,
}

/// The core's `RecognitionState`.
pub type RecognitionState = keyperson::together::recognition::RecognitionState;
#[uniffi::remote(Enum)]
/// Whether what is owed was given.
pub enum RecognitionState {
    /// It was recognised.
    Recognised,
    /// Not yet, and it is not too late for a word.
    Open,
    /// Not within the window.
    Lapsed,
}

/// The core's `Remedies`.
pub type Remedies = keyperson::person::remedy::Remedies;
#[uniffi::remote(Record)]
/// What a person lacks for the role, what could be done, and what the effect would be.
pub struct Remedies {
    /// What stands in the way: floors and mismatches.
    pub shortfalls: Vec<Shortfall>,
    /// The remedies, those that clear most first, then by gain.
    pub proposed: Vec<Remedy>,
}

/// The core's `Remedy`.
pub type Remedy = keyperson::person::remedy::Remedy;
#[uniffi::remote(Record)]
/// One remedy, simulated.
pub struct Remedy {
    /// Code of the remedy in the policy.
    pub code: Key,
    /// Codes of the shortfalls for which it was proposed.
    pub for_shortfalls: Vec<Key>,
    /// Codes of the shortfalls that it clears.
    pub clears: Vec<Key>,
    /// By how much the fit rises; absent where there is no fit.
    pub fit_gain: Option<f64>,
    /// The traits that it changes.
    pub changes: Vec<TraitChange>,
    /// The colleagues, where it forms a unit.
    pub unit: Option<SupportUnit>,
    /// The odds of the open rungs, where it moves them.
    pub odds: Vec<OddsChange>,
}

/// The core's `RemedyPolicy`.
pub type RemedyPolicy = keyperson::policy::RemedyPolicy;
#[uniffi::remote(Record)]
/// One change to the environment, and what it is expected to do.
pub struct RemedyPolicy {
    /// Evidence that the change would add: value by signal.
    pub adds: NumberByKey,
    /// Whether a support unit of colleagues is formed.
    pub unit: bool,
    /// Days by which the ladder's open rungs are moved; 0 for none.
    pub extend_days: Count,
}

/// `RemedyPolicy` by `Key`.
pub type RemedyPolicyByKey = BTreeMap<Key, RemedyPolicy>;
uniffi::custom_type!(
    RemedyPolicyByKey, HashMap < Key, RemedyPolicy >, { remote, lower : | map | map
    .into_iter().collect(), try_lift : | map | Ok(map.into_iter().collect()), }
);

/// The core's `Repeat`.
pub type Repeat = keyperson::deals::replication::Repeat;
#[uniffi::remote(Record)]
/// What came of repeating one won deal.
pub struct Repeat {
    /// The won deal.
    pub deal: DealId,
    /// Its name, where known.
    pub name: Option<String>,
    /// Deals that repeat its approach.
    pub tried: i64,
    /// Those of them open.
    pub open: i64,
    /// Those won.
    pub won: i64,
    /// Those lost.
    pub lost: i64,
    /// Share of wins among those closed; absent without any.
    pub share: Option<f64>,
    /// Lower end of its interval at the policy's level.
    pub lower: Option<f64>,
    /// Upper end of it.
    pub upper: Option<f64>,
    /// The facts that say so: the win, then each deal's `like`.
    pub evidence: Vec<FactId>,
}

/// The core's `Replication`.
pub type Replication = keyperson::deals::replication::Replication;
#[uniffi::remote(Record)]
/// What to repeat, and what came of it.
pub struct Replication {
    /// What can be said.
    pub state: ReplicationState,
    /// Deals that the partner has won.
    pub won: i64,
    /// What its closed deals tell.
    pub lesson: Lesson,
    /// Open prospects that were looked at.
    pub prospects: i64,
    /// Those over the floor.
    pub near: i64,
    /// The first of them, the highest chance first.
    pub proposals: Vec<Proposal>,
    /// Won deals that were repeated, the first win first.
    pub repeats: Vec<Repeat>,
    /// Deals that repeat one which is not won, or not known.
    pub like_nothing_won: Vec<DealId>,
}

/// The core's `ReplicationComparison`.
pub type ReplicationComparison = keyperson::deals::replication::ReplicationComparison;
#[uniffi::remote(Enum)]
/// How a field of two deals compares.
pub enum ReplicationComparison {
    /// The same, or numbers near each other.
    Alike,
    /// Different.
    Differs,
    /// Not known of both, or amounts of different currencies.
    Unknown,
}

/// The core's `ReplicationPolicy`.
pub type ReplicationPolicy = keyperson::policy::ReplicationPolicy;
#[uniffi::remote(Record)]
/// Which prospects are proposed after a win.
pub struct ReplicationPolicy {
    /// A prospect is proposed if its chance is above the partner's share of wins with at least this probability.
    pub enough_probability: UnitInterval,
    /// Prospects proposed at most.
    pub most_proposals: Count,
    /// Won deals shown beside each.
    pub nearest_won: Count,
    /// Share of the range up to which two numbers are alike.
    pub alike_to: UnitInterval,
}

/// The core's `ReplicationState`.
pub type ReplicationState = keyperson::deals::replication::ReplicationState;
#[uniffi::remote(Enum)]
/// What can be said about repeating a win.
pub enum ReplicationState {
    /// Nothing is won yet: where to begin is the question.
    NoWin,
    /// Too few deals are closed to learn from.
    TooFew,
    /// The closed deals tell no difference.
    NoDifference,
    /// No prospect is open.
    NoProspect,
    /// None of the open prospects is near enough.
    NoneNear,
    /// Prospects are proposed.
    Proposed,
}

/// The core's `Response`.
pub type Response = keyperson::together::response::Response;
#[uniffi::remote(Record)]
/// The answers of both sides.
pub struct Response {
    /// Hours within which an answer is in time, the last instant included.
    pub limit_hours: i64,
    /// Turns that were answered, by the instant of the question.
    pub answered: Vec<Answered>,
    /// Turns that wait for an answer, the oldest first.
    pub open: Vec<Waiting>,
    /// How the vendor answers the partner.
    pub vendor: Answers,
    /// How the partner answers the vendor.
    pub partner: Answers,
}

/// The core's `ResponsePolicy`.
pub type ResponsePolicy = keyperson::policy::ResponsePolicy;
#[uniffi::remote(Record)]
/// How soon messages should be answered.
pub struct ResponsePolicy {
    /// An answer is in time within so many hours by the clock, weekends and the last instant included.
    pub limit_hours: Count,
    /// Hours after which a question to the vendor is asked for.
    pub near_hours: Count,
    /// After so many hours without a message an answered conversation is over; the next message begins another.
    pub pause_hours: Count,
    /// A thread that waits for the partner is quiet after so many business days.
    pub quiet_after_days: Count,
    /// Days of recent late answers and quiet threads that are looked at.
    pub recent_days: Count,
    /// First parameter of the Beta prior of an answer in time.
    pub prior_for: PriorCount,
    /// Second parameter of it.
    pub prior_against: PriorCount,
    /// The chance by weekday.
    pub weekday: WeekdayPolicy,
}

/// The core's `Rhythm`.
pub type Rhythm = keyperson::together::rhythm::Rhythm;
#[uniffi::remote(Record)]
/// The load of one cycle, planned and recorded.
pub struct Rhythm {
    /// The day from which the cycle runs; absent without an appointment.
    pub start: Option<Day>,
    /// The appointment.
    pub appointed_by: Option<FactId>,
    /// The weeks of the cycle and of the valley after its last deadline, in order; empty without an appointment.
    pub weeks: Vec<RhythmWeek>,
    /// What this week is planned for; absent outside the plan.
    pub this_week: Option<WeekKind>,
    /// Monday of the next valley week that is not over; absent where none is left.
    pub next_valley: Option<Day>,
    /// In how many of the weeks that are over hours were recorded; absent where none were in the whole plan.
    pub recorded_weeks: Option<i64>,
    /// Mean change of the hours from one recorded week to the next, as a share of their mean, 0 or more; absent
    /// with fewer pairs of recorded weeks than the policy asks for.
    pub variation: Option<f64>,
}

/// The core's `RhythmPolicy`.
pub type RhythmPolicy = keyperson::policy::RhythmPolicy;
#[uniffi::remote(Record)]
/// Peaks and valleys of the load in one cycle.
pub struct RhythmPolicy {
    /// Days of the cycle, from the start.
    pub cycle_days: Count,
    /// Weeks of pushing up to a rung's deadline, its own week among them.
    pub push_weeks: Count,
    /// Weeks of learning and recharging after it.
    pub recharge_weeks: Count,
    /// Business days from which a week can be a peak or a valley.
    pub least_business_days: Count,
    /// Share of a valley week's hours that belongs to learning and recharging.
    pub recharge_share: UnitInterval,
    /// The load is uneven if the mean change from week to week is above this share of the mean hours.
    pub uneven_from: Amount,
    /// Pairs of neighbouring recorded weeks from which that can be told.
    pub uneven_pairs: Count,
}

/// The core's `RhythmWeek`.
pub type RhythmWeek = keyperson::together::rhythm::RhythmWeek;
#[uniffi::remote(Record)]
/// One week of the plan, Monday to Sunday in the partner's zone.
pub struct RhythmWeek {
    /// Monday.
    pub from: Day,
    /// Sunday.
    pub to: Day,
    /// What it is planned for.
    pub kind: WeekKind,
    /// Business days in it, from the start on.
    pub business_days: i64,
    /// Rungs whose deadline lies in it, in the policy's order.
    pub deadlines: Vec<Key>,
    /// Whether it is over.
    pub passed: bool,
    /// Hours of pushing; absent where no hours of the week are recorded.
    pub push_hours: Option<f64>,
    /// Hours of learning and recharging; absent where no hours of the week are recorded.
    pub recharge_hours: Option<f64>,
    /// The facts that hold them, by instant.
    pub evidence: Vec<FactId>,
}

/// The core's `Rise`.
pub type Rise = keyperson::person::estimate::Rise;
#[uniffi::remote(Record)]
/// A trait that rises.
pub struct Rise {
    /// Mean at the beginning of the window.
    pub before: f64,
    /// Probability, under today's posterior, that the trait lies above that mean.
    pub probability: f64,
}

/// The core's `Rung`.
pub type Rung = keyperson::course::ladder::Rung;
#[uniffi::remote(Record)]
/// One staged target.
///
/// Its days are those that its plan counts: calendar days, or business days of the partner's calendar; the
/// belief about the metric's rate is read in the same days.
pub struct Rung {
    /// Code in the policy.
    pub code: Key,
    /// The metric that it counts.
    pub metric: Key,
    /// How many are wanted.
    pub target: i64,
    /// Whether it is the final result rather than a step towards it.
    pub last: bool,
    /// Which days its plan counts.
    pub counting: Counting,
    /// Days of its plan.
    pub days: i64,
    /// The last day that counts; absent where the start is not known.
    pub deadline: Option<Day>,
    /// How it stands.
    pub status: RungStatus,
    /// How many there are from the start to the deadline; absent where nothing is known.
    pub count: Option<i64>,
    /// The day on which it was made.
    pub achieved_on: Option<Day>,
    /// The number of that day: 0 for the day of the start.
    pub achieved_in_days: Option<i64>,
    /// The day after the deadline on which the target was reached, where it was missed.
    pub reached_late_on: Option<Day>,
    /// Its pace; absent where nothing is known.
    pub pace: Option<Pace>,
    /// Probability that it is made in time, 0 to 1; absent where nothing is known.
    pub odds: Option<f64>,
    /// Expected events in 30 days of the plan, by belief and events together; absent where nothing is known.
    pub rate_per_30_days: Option<f64>,
    /// When the target is expected; absent where it is reached, or nothing is known.
    pub expected: Option<Expected>,
    /// How the count grew over time: one step per day on which something counted.
    pub course: Vec<CourseStep>,
    /// The facts counted, by instant.
    pub evidence: Vec<FactId>,
    /// Those of them that are disputed.
    pub contested: Vec<FactId>,
}

/// The core's `RungCell`.
pub type RungCell = keyperson::answer::portfolio::RungCell;
#[uniffi::remote(Record)]
/// One rung in a row.
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

/// The core's `RungChange`.
pub type RungChange = keyperson::answer::change::RungChange;
#[uniffi::remote(Record)]
/// A rung that moved.
pub struct RungChange {
    /// Code in the policy.
    pub code: Key,
    /// The metric that it counts.
    pub metric: Key,
    /// How many are wanted.
    pub target: i64,
    /// How many there were; absent where nothing was known.
    pub count_before: Option<i64>,
    /// How many there are; absent where nothing is known.
    pub count: Option<i64>,
    /// How it stood.
    pub status_before: RungStatus,
    /// How it stands.
    pub status: RungStatus,
}

/// The core's `RungPolicy`.
pub type RungPolicy = keyperson::policy::RungPolicy;
#[uniffi::remote(Record)]
/// One rung.
pub struct RungPolicy {
    /// Code, unique in the ladder.
    pub code: Key,
    /// The metric that it counts.
    pub metric: Key,
    /// How many.
    pub target: Count,
    /// Days from the start; the last day counts.
    pub days: Count,
    /// Calendar or business days.
    pub counting: Counting,
    /// Whether it is the final result rather than a step towards it.
    pub last: bool,
}

/// The core's `RungRest`.
pub type RungRest = keyperson::colleagues::succession::RungRest;
#[uniffi::remote(Record)]
/// What counts towards one rung's metric since the start, up to today.
pub struct RungRest {
    /// Code of the rung.
    pub code: Key,
    /// The person's own.
    pub own: i64,
    /// Colleagues', which the rung does not count.
    pub others: i64,
}

/// The core's `RungStatus`.
pub type RungStatus = keyperson::course::ladder::RungStatus;
#[uniffi::remote(Enum)]
/// How a rung stands.
pub enum RungStatus {
    /// Made by its deadline.
    Achieved,
    /// Ahead of its plan.
    Ahead,
    /// As planned.
    OnPace,
    /// Behind its plan.
    Behind,
    /// Unlikely to be made in time, whatever its pace.
    AtRisk,
    /// Not made by its deadline.
    Missed,
    /// The person does not have the role yet.
    NotStarted,
    /// Nothing was recorded since the start.
    Unknown,
}

/// The core's `Scheduled`.
pub type Scheduled = keyperson::together::schedule::Scheduled;
#[uniffi::remote(Record)]
/// A coming meeting.
pub struct Scheduled {
    /// The business day.
    pub day: Day,
    /// The layer.
    pub layer: Layer,
    /// Minutes that it may take.
    pub minutes: i64,
    /// Whether executives belong to it.
    pub executives: bool,
    /// First day of its period.
    pub from: Day,
    /// Last day of its period.
    pub to: Day,
    /// When it begins, by the clock of the zone.
    pub time: TimeOfDay,
}

/// The core's `Season`.
pub type Season = keyperson::course::winter::Season;
#[uniffi::remote(Enum)]
/// Which season it is.
pub enum Season {
    /// A final result came lately.
    Thriving,
    /// None for long, and the intermediate results are healthy.
    Winter,
    /// None for long, and the intermediate results have stopped.
    Stagnation,
    /// The start is too near to ask.
    TooEarly,
    /// Not started, nothing recorded, or a policy without final or intermediate metrics.
    Unknown,
}

/// The core's `Selection`.
pub type Selection = keyperson::course::selection::Selection;
#[uniffi::remote(Record)]
/// How far a person's selection has come.
pub struct Selection {
    /// The furthest gate passed; absent where there is none.
    pub stage: Option<GateStep>,
    /// The gates passed since the last stepping down, in order.
    pub passed: Vec<GatePassed>,
    /// The first gate of the order that is still to pass; absent when all are, or the person stepped down.
    pub next: Option<GateStep>,
    /// Codes of the findings that stand before it.
    pub blocked_by: Vec<FindingCode>,
    /// Business days since the latest gate; absent where there is none, or the person stepped down.
    pub days_at_gate: Option<i64>,
    /// The day from which the person has the role.
    pub start: Option<Day>,
    /// Business days from the executives' approval to the start, negative where it came after it.
    pub approval_lead_days: Option<i64>,
}

/// The core's `SelectionPolicy`.
pub type SelectionPolicy = keyperson::policy::SelectionPolicy;
#[uniffi::remote(Record)]
/// The gates of the selection.
pub struct SelectionPolicy {
    /// Executives should approve at least so many business days before the start.
    pub approval_lead_days: Count,
    /// The company should be told within so many business days after the start.
    pub announce_within_days: Count,
    /// If fewer hours per week are agreed, time counts as not confirmed.
    pub enough_hours: Hours,
    /// Business days that one gate may take before it is called stuck.
    pub stuck_after_days: Count,
}

/// The core's `SetValue`.
pub type SetValue = keyperson::person::overrides::SetValue;
#[uniffi::remote(Record)]
/// A value that somebody set.
pub struct SetValue {
    /// The fact.
    pub fact: FactId,
    /// The trait; absent for the readiness.
    #[uniffi(name = "trait")]
    pub of: Option<Trait>,
    /// The trait's value.
    pub value: Option<f64>,
    /// The readiness.
    pub readiness: Option<Readiness>,
    /// Who answers for it.
    pub by: Text,
    /// Why.
    pub reason: Text,
    /// Since when it holds.
    pub since: Instant,
    /// The last day on which it holds.
    pub expires: Day,
    /// Days from today to that; negative once it is past.
    pub days_left: i64,
    /// Whether it holds.
    pub state: OverrideState,
    /// Whether somebody disputes it.
    pub contested: bool,
    /// What the evidence says of the trait: its mean; absent where nothing is known.
    pub evidence_mean: Option<f64>,
    /// Lower end of its interval; absent for the readiness.
    pub evidence_lower: Option<f64>,
    /// Upper end of its interval; absent for the readiness.
    pub evidence_upper: Option<f64>,
    /// The readiness that follows from the evidence alone.
    pub evidence_readiness: Readiness,
    /// Floors (`floor_` and the trait) and mismatches that the evidence shows and this value hides; of a
    /// readiness, those that stand in its way still.
    pub set_aside: Vec<Key>,
}

/// The core's `Severity`.
pub type Severity = keyperson::person::mismatch::Severity;
#[uniffi::remote(Enum)]
/// How deep the shortfall of the weak trait is.
pub enum Severity {
    /// Less than a third below its threshold.
    Shallow,
    /// Less than two thirds below.
    Moderate,
    /// Deeper.
    Deep,
}

/// The core's `Shortfall`.
pub type Shortfall = keyperson::person::remedy::Shortfall;
#[uniffi::remote(Record)]
/// One thing that stands in the way of the role.
pub struct Shortfall {
    /// Code of the mismatch, or `floor_` and the trait.
    pub code: Key,
    /// The trait that is short.
    #[uniffi(name = "trait")]
    pub of: Trait,
    /// The remedies that clear it by themselves, in the order of their list.
    pub cleared_by: Vec<Key>,
}

/// The core's `Side`.
pub type Side = keyperson::fact::Side;
#[uniffi::remote(Enum)]
/// Who wrote a message.
pub enum Side {
    /// The vendor.
    Vendor,
    /// The partner.
    Partner,
}

/// The core's `SignalPolicy`.
pub type SignalPolicy = keyperson::policy::SignalPolicy;
#[uniffi::remote(Record)]
/// What one signal says about a trait.
pub struct SignalPolicy {
    /// The trait.
    #[uniffi(name = "trait")]
    pub of: Trait,
    /// From the signal's measure to 0..1.
    pub curve: Curve,
    /// Evidence weight of one fact.
    pub weight: Weight,
    /// Days after which a fact counts half.
    pub half_life_days: Positive,
    /// Largest evidence weight of all facts of this signal together.
    pub cap: Weight,
    /// Each fact, or the latest only.
    pub reading: Reading,
}

/// `SignalPolicy` by `Key`.
pub type SignalPolicyByKey = BTreeMap<Key, SignalPolicy>;
uniffi::custom_type!(
    SignalPolicyByKey, HashMap < Key, SignalPolicy >, { remote, lower : | map | map
    .into_iter().collect(), try_lift : | map | Ok(map.into_iter().collect()), }
);

/// The core's `SimilarityPolicy`.
pub type SimilarityPolicy = keyperson::policy::SimilarityPolicy;
#[uniffi::remote(Record)]
/// How alike two deals are, and when closed deals tell anything apart.
pub struct SimilarityPolicy {
    /// The weight of each profile field before anything is learned. A field with weight 0 is not used.
    pub fields: FieldWeights,
    /// Closed deals looked at, the newest.
    pub most_closed: Count,
    /// Closed deals under which nothing is said.
    pub least_closed: Count,
    /// Won and lost deals, each, from which a further one can be foretold.
    pub least_each: Count,
    /// Level of the interval of the AUC. Earlier deals are used only if the whole interval is above ½.
    pub certainty: Level,
    /// Distance from which a closed deal says nothing about another.
    pub reach: UnitInterval,
    /// The partner's share of wins counts as much as so many similar deals.
    pub prior_deals: Positive,
}

/// The core's `Spread`.
pub type Spread = keyperson::colleagues::spread::Spread;
#[uniffi::remote(Record)]
/// How know-how and load are spread at the partner.
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

/// The core's `SpreadMonth`.
pub type SpreadMonth = keyperson::colleagues::spread::SpreadMonth;
#[uniffi::remote(Record)]
/// One month of the spread.
pub struct SpreadMonth {
    /// Its first day.
    pub month: Day,
    /// Colleagues who became active in it and were not before.
    pub newly: i64,
    /// Colleagues active by its end since the start, those from before among them.
    pub active: i64,
}

/// The core's `SpreadPolicy`.
pub type SpreadPolicy = keyperson::policy::SpreadPolicy;
#[uniffi::remote(Record)]
/// How far know-how and load should be spread.
pub struct SpreadPolicy {
    /// How many days of recent work, orders and newly active colleagues are looked at, today included.
    pub recent_days: Count,
    /// Things done from which shares are told.
    pub least_things: Count,
    /// The person's share above which the load is on one.
    pub one_share: UnitInterval,
    /// If nothing joins the person and others for so many days, the person stands alone.
    pub isolated_days: Count,
    /// Days after the start from which a successor should be in sight.
    pub successor_after_days: Count,
    /// Newly active colleagues from which it is something to celebrate.
    pub spreading_colleagues: Count,
}

/// The core's `Stage`.
pub type Stage = keyperson::fact::Stage;
#[uniffi::remote(Enum)]
/// How far a deal has come.
pub enum Stage {
    /// A prospect found (案件発掘).
    Prospect,
    /// First proposal made (初回提案).
    Proposal,
    /// Proof of concept agreed (PoC合意).
    Poc,
    /// Internal approval started at the customer (社内稟議).
    Approval,
    /// Ordered (受注).
    Won,
    /// Lost.
    Lost,
}

/// The core's `StagePrior`.
pub type StagePrior = keyperson::policy::StagePrior;
#[uniffi::remote(Record)]
/// A Beta prior of an order within the days.
pub struct StagePrior {
    /// Pseudo-evidence for.
    pub prior_for: PriorCount,
    /// Pseudo-evidence against.
    pub prior_against: PriorCount,
}

/// The core's `StagePriors`.
pub type StagePriors = keyperson::policy::StagePriors;
#[uniffi::remote(Record)]
/// A belief for each stage of an open deal.
pub struct StagePriors {
    /// A prospect found.
    pub prospect: StagePrior,
    /// First proposal made.
    pub proposal: StagePrior,
    /// Proof of concept agreed.
    pub poc: StagePrior,
    /// Internal approval started.
    pub approval: StagePrior,
}

/// The core's `StepMade`.
pub type StepMade = keyperson::colleagues::loop_turns::StepMade;
#[uniffi::remote(Record)]
/// A step made.
pub struct StepMade {
    /// The step.
    pub step: LoopStep,
    /// When.
    pub at: Instant,
    /// The day at the partner.
    pub day: Day,
    /// The fact that makes it.
    pub fact: FactId,
    /// Whom it is about; absent for a story of the whole partner.
    pub person: Option<PersonId>,
}

/// The core's `Stories`.
pub type Stories = keyperson::deals::story::Stories;
#[uniffi::remote(Record)]
/// The stories of the wins on a person's page.
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

/// The core's `StoryPolicy`.
pub type StoryPolicy = keyperson::policy::StoryPolicy;
#[uniffi::remote(Record)]
/// When a success should be written down, and for whom.
pub struct StoryPolicy {
    /// The story of a win should be handed out within so many business days.
    pub within_days: Count,
    /// Days after a win for which it stays owed.
    pub window_days: Count,
    /// The smallest audience that is everybody concerned.
    pub audience: Audience,
}

/// The core's `StoryState`.
pub type StoryState = keyperson::deals::story::StoryState;
#[uniffi::remote(Enum)]
/// How far the story of a win has come.
pub enum StoryState {
    /// Everybody concerned has it.
    Told,
    /// Some have it, not everybody concerned.
    Narrow,
    /// Not told, and there is still time.
    Open,
    /// Not told, and the time is past.
    Owed,
    /// Never told, and too long ago to ask for.
    Lapsed,
}

/// `String` by `String`.
pub type StringByString = BTreeMap<String, String>;
uniffi::custom_type!(
    StringByString, HashMap < String, String >, { remote, lower : | map | map.into_iter()
    .collect(), try_lift : | map | Ok(map.into_iter().collect()), }
);

/// The core's `Succession`.
pub type Succession = keyperson::colleagues::succession::Succession;
#[uniffi::remote(Record)]
/// Who could follow, and what rests on the person.
pub struct Succession {
    /// The day from which it is asked; absent before the start of the role, and then nothing else is said.
    pub start: Option<Day>,
    /// What is known of a successor.
    pub state: Option<SuccessorState>,
    /// Colleagues of whose traits anything is known.
    pub known: i64,
    /// The best of them.
    pub best: Option<Successor>,
    /// Those whom the evidence cannot tell from the best, by fit.
    pub not_separable: Vec<PersonId>,
    /// Open deals of the partner.
    pub open_deals: i64,
    /// Those of them for which nobody but the person did anything, by id.
    pub only_by_person: Vec<DealAlone>,
    /// These ÷ all that are under way; absent where none is.
    pub alone_share: Option<f64>,
    /// Deals won in the policy's recent days since the start.
    pub won: i64,
    /// Those of them for which the person did something.
    pub won_with_person: i64,
    /// What of each rung the person made, and what colleagues did, in the policy's order.
    pub rungs: Vec<RungRest>,
}

/// The core's `Successor`.
pub type Successor = keyperson::colleagues::succession::Successor;
#[uniffi::remote(Record)]
/// The colleague who fits best.
pub struct Successor {
    /// Who.
    pub person: PersonId,
    /// Score of the known traits, 0 to 1.
    pub fit: f64,
    /// Lower end of the score's interval.
    pub lower: f64,
    /// Upper end of it.
    pub upper: f64,
    /// Traits with a floor of which nothing is known: to be asked first.
    pub unknown: Vec<Trait>,
    /// Traits under their floor: to be made up for by the environment.
    pub under_floor: Vec<Trait>,
}

/// The core's `SuccessorState`.
pub type SuccessorState = keyperson::colleagues::succession::SuccessorState;
#[uniffi::remote(Enum)]
/// What is known of a successor.
pub enum SuccessorState {
    /// The best colleague's whole interval reaches the bar, and no trait with a floor is unknown or under it.
    Fit,
    /// The interval straddles the bar, or a trait with a floor is unknown or under it.
    Open,
    /// The whole interval lies below the bar.
    NotYet,
    /// Nothing is known of any colleague's traits.
    NobodyKnown,
}

/// The core's `SupportKind`.
pub type SupportKind = keyperson::fact::SupportKind;
#[uniffi::remote(Enum)]
/// How the person was supported.
pub enum SupportKind {
    /// A colleague joined the unit.
    MemberJoined,
    /// Training by the vendor.
    Training,
    /// A deal reviewed jointly.
    JointReview,
}

/// The core's `SupportOwed`.
pub type SupportOwed = keyperson::colleagues::support::SupportOwed;
#[uniffi::remote(Record)]
/// Support that the vendor owes.
pub struct SupportOwed {
    /// The deal; absent for training.
    pub deal: Option<DealId>,
    /// The stage that it reached; absent for training.
    pub stage: Option<Stage>,
    /// The day from which it is owed: of the stage, of the last training, or of the start.
    pub since: Day,
    /// The fact of that.
    pub since_fact: FactId,
    /// The last day on which it is in time; absent past the last day there is.
    pub due: Option<Day>,
    /// How it stands. The next training is never given: the one given is where it counts from.
    pub state: SupportState,
    /// The fact by which it was given.
    pub given: Option<FactId>,
    /// Whether it was given in time; absent where it was not given.
    pub in_time: Option<bool>,
}

/// The core's `SupportPolicy`.
pub type SupportPolicy = keyperson::policy::SupportPolicy;
#[uniffi::remote(Record)]
/// What the vendor owes, and when a wheel stands still.
pub struct SupportPolicy {
    /// Each of the two wheels should turn at least once in so many days, today included.
    pub recent_days: Count,
    /// Days from one training to the next.
    pub training_every_days: Count,
    /// Stages from which an open deal is owed a joint review.
    pub review_stages: Vec<Stage>,
    /// Business days within which it should come.
    pub review_within_days: Count,
}

/// The core's `SupportState`.
pub type SupportState = keyperson::colleagues::support::SupportState;
#[uniffi::remote(Enum)]
/// How something owed stands.
pub enum SupportState {
    /// It was given.
    Given,
    /// Not yet, and there is still time.
    Due,
    /// Not given, and the day is past.
    Overdue,
}

/// The core's `SupportUnit`.
pub type SupportUnit = keyperson::person::unit::SupportUnit;
#[uniffi::remote(Record)]
/// A proposed unit.
pub struct SupportUnit {
    /// The colleagues, sorted by id.
    pub members: Vec<PersonId>,
    /// Which trait of the person each of them covers.
    pub covers: Vec<Cover>,
}

/// The core's `Supports`.
pub type Supports = keyperson::colleagues::support::Supports;
#[uniffi::remote(Record)]
/// The two wheels, and what is owed.
pub struct Supports {
    /// The day from which it is asked; absent before the start of the role, and then nothing else is said.
    pub start: Option<Day>,
    /// The vendor's wheel; absent before the start.
    pub vendor: Option<Wheel>,
    /// The partner's wheel; absent before the start.
    pub partner: Option<Wheel>,
    /// The next training; absent before the start.
    pub training: Option<SupportOwed>,
    /// Joint reviews of the person's open deals, by the day on which they are due.
    pub reviews: Vec<SupportOwed>,
}

/// The core's `Tells`.
pub type Tells = keyperson::deals::similarity::Tells;
#[uniffi::remote(Enum)]
/// Whether closed deals tell won from lost.
pub enum Tells {
    /// Too few are closed, or of one kind only.
    TooFew,
    /// They tell no difference.
    NoDifference,
    /// They tell a difference.
    Difference,
}

/// The core's `ToOrder`.
pub type ToOrder = keyperson::course::lead_time::ToOrder;
#[uniffi::remote(Record)]
/// Days from prospect to order, by Kaplan–Meier.
///
/// A lost deal is censored on the day of its loss, an open one today. So the curve tells how long an order
/// takes where nothing else ends the deal; how many are ordered at all is told by the conversion, and taking a
/// loss for an order that never comes would mix the two.
pub struct ToOrder {
    /// Deals whose day of finding is known.
    pub deals: i64,
    /// Those ordered.
    pub won: i64,
    /// Those lost and not ordered.
    pub lost: i64,
    /// Those still open.
    pub open: i64,
    /// Deals left out because the day on which they were found is not known, or lies after their end.
    pub without_start: i64,
    /// The first day by which 50 % are ordered. Absent if the curve does not come down that far.
    pub median_days: Option<f64>,
    /// Rows of the survival table: the different lengths, ordered or censored.
    pub rows: i64,
}

/// The core's `TrailStanding`.
pub type TrailStanding = keyperson::answer::trail::TrailStanding;
#[uniffi::remote(Enum)]
/// What becomes of a fact.
pub enum TrailStanding {
    /// It is evidence of a number.
    Counts,
    /// Numbers rest on it without counting it.
    Context,
    /// It does not count: its dispute was upheld.
    Withdrawn,
    /// Nothing of the brief reads it.
    NotRead,
}

/// The core's `Trait`.
pub type Trait = keyperson::fact::Trait;
#[uniffi::remote(Enum)]
/// What a key person needs: six traits.
pub enum Trait {
    /// 権限: what the person may decide.
    Authority,
    /// 意欲: what the person does unasked.
    Drive,
    /// 時間: the hours that the person has for the role.
    Time,
    /// 技術知識: what the person knows of product and craft.
    Skill,
    /// 社内影響力: whom the person moves inside the company.
    Influence,
    /// 関連商材の実績: results with related products.
    TrackRecord,
}

/// The core's `TraitChange`.
pub type TraitChange = keyperson::person::remedy::TraitChange;
#[uniffi::remote(Record)]
/// A trait before and after.
pub struct TraitChange {
    /// The trait.
    #[uniffi(name = "trait")]
    pub of: Trait,
    /// Its mean today; absent where unknown.
    pub before: Option<f64>,
    /// Its mean with the remedy.
    pub after: f64,
}

/// The core's `TraitEstimate`.
pub type TraitEstimate = keyperson::person::estimate::TraitEstimate;
#[uniffi::remote(Record)]
/// What the evidence says of one trait.
pub struct TraitEstimate {
    /// The trait.
    #[uniffi(name = "trait")]
    pub of: Trait,
    /// Mean of the posterior, 0 to 1, or the value that somebody set; absent where nothing is known.
    pub mean: Option<f64>,
    /// Lower end of the equal-tailed interval; the prior's where nothing is known.
    pub lower: f64,
    /// Upper end of the equal-tailed interval; the prior's where nothing is known.
    pub upper: f64,
    /// Evidence behind it, in observations, after fading and caps.
    pub evidence_weight: f64,
    /// First parameter of the posterior.
    pub a: f64,
    /// Second parameter of the posterior.
    pub b: f64,
    /// A rise of what the evidence says over the last weeks, where there is one.
    pub rising: Option<Rise>,
    /// The evidence, by instant; where somebody set the value, none of it counts while that holds.
    pub evidence: Vec<Evidence>,
    /// What the evidence says, where somebody set the value.
    pub overridden: Option<Overridden>,
}

/// The core's `TraitPolicy`.
pub type TraitPolicy = keyperson::policy::TraitPolicy;
#[uniffi::remote(Record)]
/// What we believe about one trait before any evidence, and its weight.
pub struct TraitPolicy {
    /// First parameter of the Beta prior (pseudo-evidence for).
    pub prior_for: PriorCount,
    /// Second parameter of the Beta prior (pseudo-evidence against).
    pub prior_against: PriorCount,
    /// Weight in the fit.
    pub weight: Weight,
    /// Below this mean a person is never ready; 0 for no floor.
    pub floor: UnitInterval,
    /// Value of the reference profile, against which contributions are measured.
    pub reference: UnitInterval,
    /// Remedies for a value under the floor.
    pub remedies: Vec<Key>,
}

/// The core's `TraitQuestion`.
pub type TraitQuestion = keyperson::person::fit::TraitQuestion;
#[uniffi::remote(Record)]
/// The next question worth asking.
pub struct TraitQuestion {
    /// The trait.
    #[uniffi(name = "trait")]
    pub of: Trait,
    /// By how much the fit differs between the ends of the trait's interval.
    pub swing: f64,
}

/// The core's `Turn`.
pub type Turn = keyperson::colleagues::loop_turns::Turn;
#[uniffi::remote(Record)]
/// One turn.
pub struct Turn {
    /// Whether all four steps are made.
    pub complete: bool,
    /// The steps made, in order.
    pub steps: Vec<StepMade>,
}

/// The core's `UnderFloor`.
pub type UnderFloor = keyperson::person::fit::UnderFloor;
#[uniffi::remote(Record)]
/// A trait under its floor.
pub struct UnderFloor {
    /// The trait.
    #[uniffi(name = "trait")]
    pub of: Trait,
    /// Its mean.
    pub mean: f64,
    /// The floor.
    pub floor: f64,
}

/// The core's `UnitPolicy`.
pub type UnitPolicy = keyperson::policy::UnitPolicy;
#[uniffi::remote(Record)]
/// The few colleagues who cover a shortfall.
pub struct UnitPolicy {
    /// Colleagues at most.
    pub size: Count,
    /// How much of a colleague's trait covers the person's, by trait.
    pub cover: PerTraitUnitInterval,
    /// Colleagues looked at for each trait, the strongest first.
    pub looked_at: Count,
}

/// The core's `Urgency`.
pub type Urgency = keyperson::finding::Urgency;
#[uniffi::remote(Enum)]
/// How much a finding matters, the most urgent first.
pub enum Urgency {
    /// Act this week.
    Urgent,
    /// Plan for it.
    Important,
    /// Good to know.
    Notice,
    /// Something to celebrate.
    Celebrate,
}

/// The core's `Verdict`.
pub type Verdict = keyperson::person::ranking::Verdict;
#[uniffi::remote(Enum)]
/// What can be said of two people.
pub enum Verdict {
    /// The first is ahead whatever the weights.
    EveryWeighting,
    /// The first is ahead for the share of weightings given.
    SomeWeightings,
    /// The evidence cannot tell the two apart.
    NotSeparable,
}

/// The core's `VoiceState`.
pub type VoiceState = keyperson::answer::trail::VoiceState;
#[uniffi::remote(Enum)]
/// How a fact counts for a trait.
pub enum VoiceState {
    /// It counts.
    Counts,
    /// Somebody set the trait, and nothing counts while that holds.
    Overridden,
    /// A later fact is read in its place: of the same signal, or one that took an order or a loss back.
    Replaced,
    /// It counted up to its last day.
    Expired,
    /// Its dispute was upheld.
    Withdrawn,
}

/// The core's `VoiceTrail`.
pub type VoiceTrail = keyperson::answer::trail::VoiceTrail;
#[uniffi::remote(Record)]
/// How a fact speaks of one trait: `weight = full · fading · dispute · cap` where it counts, else 0.
pub struct VoiceTrail {
    /// The trait.
    #[uniffi(name = "trait")]
    pub of: Trait,
    /// The signal; `rating` for ratings.
    pub signal: String,
    /// How it counts.
    pub state: VoiceState,
    /// What it says, from 0 (against) to 1 (for).
    pub y: f64,
    /// Its weight in observations while it is new, undisputed and under its cap.
    pub full: f64,
    /// What age leaves of that, 0 to 1.
    pub fading: f64,
    /// What an open dispute leaves of that, 0 to 1.
    pub dispute: f64,
    /// What the cap of its signal or rater leaves of that, 0 to 1.
    pub cap: f64,
    /// What it counts today.
    pub weight: f64,
}

/// The core's `Waiting`.
pub type Waiting = keyperson::together::response::Waiting;
#[uniffi::remote(Record)]
/// A turn that waits for an answer.
pub struct Waiting {
    /// The thread; absent for the person's own chat.
    pub thread: Option<Key>,
    /// Whose answer it waits for.
    pub waits_for: Side,
    /// The first message of the turn.
    pub question: FactId,
    /// Since when it waits.
    pub since: Instant,
    /// The last instant at which an answer is in time; absent past the range of dates.
    pub due: Option<Instant>,
    /// Whether that is past.
    pub past: bool,
}

/// The core's `WeekKind`.
pub type WeekKind = keyperson::together::rhythm::WeekKind;
#[uniffi::remote(Enum)]
/// What a week is planned for.
pub enum WeekKind {
    /// Before a deadline: pushing deals forward (山).
    Push,
    /// After it: learning, recharging (谷).
    Recharge,
    /// Neither.
    Normal,
}

/// The core's `Weekday`.
pub type Weekday = keyperson::together::response::Weekday;
#[uniffi::remote(Enum)]
/// The day of the week on which a question was asked.
pub enum Weekday {
    /// 月曜日
    Monday,
    /// 火曜日
    Tuesday,
    /// 水曜日
    Wednesday,
    /// 木曜日
    Thursday,
    /// 金曜日
    Friday,
    /// 土曜日
    Saturday,
    /// 日曜日
    Sunday,
}

/// The core's `WeekdayAnswers`.
pub type WeekdayAnswers = keyperson::together::response::WeekdayAnswers;
#[uniffi::remote(Record)]
/// How the questions of one weekday were answered.
pub struct WeekdayAnswers {
    /// The weekday of the question where the partner is.
    pub weekday: Weekday,
    /// Questions of which it is known whether they were answered in time.
    pub asked: i64,
    /// Those of them that were.
    pub in_time: i64,
    /// Chance of an answer in time: mean of its posterior, pooled with all weekdays. Absent where nothing was asked.
    pub chance: Option<f64>,
    /// Lower end of its interval at the policy's level.
    pub chance_lower: Option<f64>,
    /// Upper end of it.
    pub chance_upper: Option<f64>,
    /// Probability that this weekday's chance lies below that of all the others together; absent where nothing was
    /// asked on this weekday, or on no other. The weekday itself has no part in what it is compared with.
    pub later: Option<f64>,
}

/// The core's `WeekdayPolicy`.
pub type WeekdayPolicy = keyperson::policy::WeekdayPolicy;
#[uniffi::remote(Record)]
/// The chance of an answer in time by the weekday of the question.
pub struct WeekdayPolicy {
    /// Answers that the overall chance is worth beside a weekday's own.
    pub strength: Positive,
    /// A weekday is reported as slow if its questions are answered later with at least this probability.
    pub later_from: UnitInterval,
}

/// The core's `Wheel`.
pub type Wheel = keyperson::colleagues::support::Wheel;
#[uniffi::remote(Record)]
/// One wheel.
pub struct Wheel {
    /// How it stands.
    pub state: WheelState,
    /// When it turned last.
    pub last: Option<Instant>,
    /// The fact of that.
    pub last_fact: Option<FactId>,
    /// Each kind of support that can turn it, in order.
    pub supports: Vec<WheelSupportGiven>,
}

/// The core's `WheelState`.
pub type WheelState = keyperson::colleagues::support::WheelState;
#[uniffi::remote(Enum)]
/// How a wheel stands.
pub enum WheelState {
    /// It turned within the policy's days.
    Turning,
    /// It turned once, and not within them.
    Still,
    /// Nothing of it was ever recorded.
    Unknown,
}

/// The core's `WheelSupport`.
pub type WheelSupport = keyperson::colleagues::support::WheelSupport;
#[uniffi::remote(Enum)]
/// What turns a wheel.
pub enum WheelSupport {
    /// The vendor trained the person.
    Training,
    /// The vendor reviewed a deal with the person.
    JointReview,
    /// The vendor answered: a message, or feedback with a plan or a reason.
    Answer,
    /// A colleague joined the unit.
    Member,
    /// Somebody was praised before an audience that is wide enough.
    Praise,
    /// Executives were at a meeting.
    Executives,
    /// The authority or the role was made known.
    Notice,
    /// Working hours were agreed.
    Hours,
}

/// The core's `WheelSupportGiven`.
pub type WheelSupportGiven = keyperson::colleagues::support::WheelSupportGiven;
#[uniffi::remote(Record)]
/// One of the things that turn a wheel.
pub struct WheelSupportGiven {
    /// What it is.
    pub kind: WheelSupport,
    /// When it happened last, however long ago.
    pub last: Option<Instant>,
    /// The facts within the policy's days, by instant.
    pub recent: Vec<FactId>,
}

/// The core's `WhereToBeginRow`.
pub type WhereToBeginRow = keyperson::deals::where_to_begin::WhereToBeginRow;
#[uniffi::remote(Record)]
/// A partner with open deals or wins.
pub struct WhereToBeginRow {
    /// The partner.
    pub partner: PartnerId,
    /// Its name, where registered.
    pub partner_name: Option<String>,
    /// Which question is asked of it.
    pub state: FirstOrderState,
    /// The day of its first win.
    pub first_win: Option<Day>,
    /// Deals won.
    pub won: i64,
    /// Open deals.
    pub open: i64,
    /// All open deals and the odds of at least one order, with the few to begin with; absent where the question is
    /// another.
    pub pipeline: Option<Pipeline>,
    /// The person whose own deals have the highest odds; absent where nobody leads an open deal, or the question is
    /// another.
    pub person: Option<PersonId>,
    /// The person's name, where registered.
    pub person_name: Option<String>,
    /// The odds of that person's deals.
    pub person_odds: Option<f64>,
    /// Whether their interval lies above everybody else's at the partner; absent without a person.
    pub person_separable: Option<bool>,
    /// Whether the closed deals tell won from lost; absent before the first win.
    pub tells: Option<Tells>,
    /// Open prospects in which a win may be repeated; absent before the first win.
    pub proposals: Option<i64>,
    /// Whether any win was repeated; absent before the first win.
    pub repeated: Option<bool>,
}

/// The core's `WhereToBeginStanding`.
pub type WhereToBeginStanding = keyperson::deals::where_to_begin::WhereToBeginStanding;
#[uniffi::remote(Record)]
/// How far the place of a partner in the list can be relied on.
pub struct WhereToBeginStanding {
    /// The partner.
    pub partner: PartnerId,
    /// The best rank that the intervals allow, from 1.
    pub best_rank: i64,
    /// The worst.
    pub worst_rank: i64,
}

/// The core's `WinStory`.
pub type WinStory = keyperson::deals::story::WinStory;
#[uniffi::remote(Record)]
/// The story of one win.
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

/// The core's `Winter`.
pub type Winter = keyperson::course::winter::Winter;
#[uniffi::remote(Record)]
/// A person's season.
pub struct Winter {
    /// The season.
    pub season: Season,
    /// The day of the last final result, or of the start where there is none yet.
    pub since: Option<Day>,
    /// The fact of that day.
    pub since_fact: Option<FactId>,
    /// Calendar days since then.
    pub days_without: Option<i64>,
    /// The last days looked at, today the last of them; never more than since the start.
    pub window_days: Option<i64>,
    /// The intermediate results of these days, in the policy's order; empty where nothing is known.
    pub recent: Vec<Recent>,
    /// How many there are together.
    pub observed: Option<i64>,
    /// How many the policy's beliefs expect.
    pub expected: Option<f64>,
    /// From how many the work is healthy.
    pub healthy_from: Option<f64>,
}

/// The core's `WinterPolicy`.
pub type WinterPolicy = keyperson::policy::WinterPolicy;
#[uniffi::remote(Record)]
/// When a long time without an order is a winter (the work goes well), and when it is stagnation.
pub struct WinterPolicy {
    /// Days without an order after which the question is asked.
    pub after_days: Count,
    /// Days of recent work that are looked at.
    pub recent_days: Count,
    /// The work is healthy from this share of the expected intermediate results on.
    pub healthy_share: Amount,
    /// Intermediate metrics that count.
    pub metrics: Vec<Key>,
}

/// The core's `WorkWeekday`.
pub type WorkWeekday = keyperson::policy::WorkWeekday;
#[uniffi::remote(Enum)]
/// A day on which regular meetings are held.
pub enum WorkWeekday {
    /// 月曜日
    Monday,
    /// 火曜日
    Tuesday,
    /// 水曜日
    Wednesday,
    /// 木曜日
    Thursday,
    /// 金曜日
    Friday,
}
