// Written by `cargo xtask schema` from the core's types. Do not edit.

/** A colleague who is active. */
export interface Activated {
  /** Whether the colleague was active before the start already. */
  active_before: boolean;
  /** When that was. */
  at: Instant;
  /** The fact. */
  fact: FactId;
  /** The day of the first work or signal since the start. */
  on: Day;
  /** Who. */
  person: PersonId;
}

/** Things of one metric were done. */
export interface ActivityFact {
  schema?: "keyperson.fact/1";
  /** id of the fact, unique in the journal */
  id: string;
  /** when it happened, RFC 3339 with offset */
  at: string;
  /** id of the partner company */
  partner: string;
  /** id of the person; absent for facts about the whole partner */
  person?: string;
  type: "activity";
  /** where the fact comes from: a system, a file, a meeting */
  source?: string;
  /** Which metric of the policy. */
  metric: string;
  /** How many. */
  count: number;
  /** For which deal. */
  deal?: string;
}

/** What the three layers are to talk about. */
export interface Agenda {
  /** The step at which the most deals stay behind; absent where no step has enough deals, or none stays behind. */
  bottleneck: Bottleneck | null;
  /** What is in the way of results. */
  monthly: AgendaTopic[];
  /** Allocation and strategy. */
  quarterly: AgendaTopic[];
  /** Small corrections: what is urgent or important now. */
  weekly: AgendaTopic[];
}

/** A finding on an agenda. */
export interface AgendaTopic {
  /** What it is about. */
  about: string;
  /** The finding. */
  code: FindingCode;
}

/** Working time was agreed for the role. */
export interface AllocationFact {
  schema?: "keyperson.fact/1";
  /** id of the fact, unique in the journal */
  id: string;
  /** when it happened, RFC 3339 with offset */
  at: string;
  /** id of the partner company */
  partner: string;
  /** id of the person; absent for facts about the whole partner */
  person: string;
  type: "allocation";
  /** where the fact comes from: a system, a file, a meeting */
  source?: string;
  /** Hours per week. */
  hours_per_week: number;
}

/** a number from 0 to 1e15 */
export type Amount = number;

/** Something said about a fact. */
export interface AnswerTrail {
  /** When. */
  at: Instant;
  /** Who said it, where that is somebody else. */
  by: FreeText | null;
  /** The fact that says it. */
  fact: FactId;
  /** Whose page it stands on. */
  person: PersonId | null;
  /** The words. */
  reason: FreeText | null;
  /** A comment, or a step of the dispute. */
  step: ContestStep;
}

/** A turn and its answer. */
export interface Answered {
  /** The message that answers it. */
  answer: FactId;
  /** When the turn began. */
  asked: Instant;
  /** Who answered. */
  by: Side;
  /** Whole seconds until the answer. */
  elapsed_seconds: number;
  /** Whether it came within the limit. */
  in_time: boolean;
  /** The first message of the turn. */
  question: FactId;
  /** The thread; absent for the person's own chat. */
  thread: Key | null;
}

/** How one side answers the other. */
export interface Answers {
  /** Turns that it answered. */
  answered: number;
  /** Breaches of the limit: late answers and open turns past it. */
  breaches: number;
  /**
   * Chance of an answer in time: mean of `Beta(prior_for + in time, prior_against + breaches)`. Absent where
   * there is neither an answer nor a breach.
   */
  chance: number | null;
  /** Lower end of its interval at the policy's level. */
  chance_lower: number | null;
  /** Upper end of it. */
  chance_upper: number | null;
  /** Those of them answered within the limit. */
  in_time: number;
  /** Those of them answered later. */
  late: number;
  /**
   * Hours within which half of the answers came, by nearest rank: of n answers the ⌈n/2⌉-th fastest. Absent
   * without answers; what is open does not count.
   */
  median_hours: number | null;
  /** Turns that wait for its answer. */
  open: number;
  /** Those of them whose limit is past. */
  open_past: number;
  /** Hours within which 90 % of the answers came: the ⌈9n/10⌉-th fastest. */
  p90_hours: number | null;
  /** The same by the weekday of the question, Monday first. */
  weekdays: WeekdayAnswers[];
}

/** a number within ±1e15 */
export type AnyNumber = number;

/** One of the criteria by which the person's employer appraises the person. */
export interface AppraisalFact {
  schema?: "keyperson.fact/1";
  /** id of the fact, unique in the journal */
  id: string;
  /** when it happened, RFC 3339 with offset */
  at: string;
  /** id of the partner company */
  partner: string;
  /** id of the person; absent for facts about the whole partner */
  person: string;
  type: "appraisal";
  /** where the fact comes from: a system, a file, a meeting */
  source?: string;
  /** The criterion, in the employer's words. */
  criterion: string;
  /** The metric that measures the same, where there is one. */
  metric?: string;
  /** Its share of the appraisal, 0 to 1. */
  weight?: number;
}

/** Who heard it. */
export type Audience =
  /** The person alone. */
  | "individual"
  /** The team or unit. */
  | "team"
  /** The department. */
  | "department"
  /** The whole company. */
  | "company"
  /** Everybody, outside the company too. */
  | "public";

/** What a number comes from. */
export type Basis =
  /** Facts, read by the policy. */
  | "facts"
  /** The policy alone. */
  | "policy";

/** The step with the lowest share of deals that passed it so far. */
export interface Bottleneck {
  /** Deals that came to the first. */
  deals: number;
  /** The facts by which the deals that stayed behind came to the first, by instant. */
  evidence: FactId[];
  /** The metric at which the step begins. */
  from: Key;
  /** Lower end of its interval at the policy's level. */
  lower: number | null;
  /** Those of them that came to the next. */
  reached: number;
  /** `reached ÷ deals`, 0 to below 1. */
  share: number;
  /** The next one. */
  to: Key;
  /** Upper end of it. */
  upper: number | null;
}

/** The answer for one person. */
export interface Brief {
  /** What the next regular meetings are to talk about. */
  agenda: Agenda;
  /** How far the ladder counts in the person's own appraisal. */
  appraisal: Overlap;
  /** The instant of the question. */
  as_of: Instant;
  /** What follows from the evidence alone. Absent if no override holds. */
  by_evidence: ByEvidence | null;
  /** The regular meetings: planned, kept, next. */
  cadence: Cadence;
  /**
   * What changed since the last brief: since the latest regular meeting before the as-of at which the dashboard
   * was shared, or else the latest weekly one. Absent where there was no meeting.
   */
  change: Change | null;
  /** Names of the colleagues in a remedy, the succession or the support unit, by id, as far as they are registered. */
  colleagues: {
    [key: string]: string;
  };
  /** How many facts of the person were seen. */
  facts: number;
  /** What came of feedback. */
  feedback: Feedback;
  /** Everything that needs attention, the most urgent first. */
  findings: Finding[];
  /** With which prospects to begin. */
  first_order: FirstOrder;
  /** The score with bounds, coverage and contributions. */
  fit: Fit;
  /** The staged targets, with pace and odds. */
  ladder: Ladder;
  /** Counts, conversion rates and lead time. */
  lead_time: LeadTime;
  /** How often the partner's loop has turned. */
  loop_turns: LoopTurns;
  /** Strong traits wasted by weak ones, every pattern of the policy. */
  mismatches: Mismatch[];
  /** What was offered to the person. */
  motivation: Motivation;
  /** The person's name, where registered. */
  name: string | null;
  /** In which order news was told. */
  news: NewsTold;
  /** Values that somebody set and that hold, or ended lately: traits in their order, the readiness last. */
  overrides: SetValue[];
  /** The partner. */
  partner: PartnerId;
  /** Its name, where registered. */
  partner_name: string | null;
  /** The person. */
  person: PersonId;
  /** Name of the policy. */
  policy: string;
  /** Whether a date of this brief lies past the last official year of the holiday table. */
  provisional_calendar: boolean;
  /** Whether the person is ready for the role, or what somebody set it to. */
  readiness: Readiness;
  /** Recognition owed and given. */
  recognition: Recognition;
  /** What stands in the way, and what to change in the environment. */
  remedies: Remedies;
  /** Which prospects to win as others were won. */
  replication: Replication;
  /** How soon each side answers the other. */
  response: Response;
  /** Peaks and valleys of the load. */
  rhythm: Rhythm;
  schema: "keyperson.brief/1";
  /** The gates of the selection. */
  selection: Selection;
  /** How know-how and load are spread at the partner. */
  spread: Spread;
  /** The stories of the wins. */
  story: Stories;
  /** Who could follow, and what rests on the person. */
  succession: Succession;
  /** The vendor's and the partner's wheel, and what is owed. */
  support: Supports;
  /** The person's title, where registered. */
  title: string | null;
  /** The six traits, with their evidence. */
  traits: TraitEstimate[];
  /** Winter or stagnation. */
  winter: Winter;
  /** Facts that do not count because their dispute was upheld. */
  withdrawn: FactId[];
}

/** A day in a business calendar. */
export interface BusinessDay {
  /** The day `days` business days after it; absent where `days` was not asked for, or beyond the last day. */
  after_days: Day | null;
  /** Business days from it to `to`, negative backwards; absent where `to` was not asked for. */
  business_days_between: number | null;
  /** Whether it is one. */
  is_business_day: boolean;
  /** The first one strictly after it; absent after the last day of all. */
  next_business_day: Day | null;
  /** Whether the holidays of its year are not official yet. */
  provisional: boolean;
}

/** What follows from the evidence alone. */
export interface ByEvidence {
  /** Lower end of the score's interval. */
  interval_lower: number;
  /** Upper end of the score's interval. */
  interval_upper: number;
  /** The readiness. */
  readiness: Readiness;
  /** The score; absent where unknown. */
  score: Score;
}

/** The regular meetings of one person. */
export interface Cadence {
  /** The appointment. */
  appointed_by: FactId | null;
  /** Weekly, monthly and quarterly; empty without an appointment. */
  layers: LayerCadence[];
  /** The next planned meetings of all layers, the first [`NEXT`], by day. */
  next: Planned[];
  /** The day from which meetings are planned; absent without an appointment. */
  start: Day | null;
  /** Meetings since the start that took place in a period without a planned one, by instant. */
  unplanned: FactId[];
}

/** The regular meetings: when they are, how long they may take, and what is reported. */
export interface CadencePolicy {
  /** Findings on the agenda of one meeting at most. */
  agenda_items?: Count;
  /** A step can be the bottleneck only if at least so many deals have reached it. */
  bottleneck_deals?: Count;
  /** Days back from today whose meetings are looked at. */
  look_back_days?: Count;
  /** Weekly meetings missed in a row from which it is said. */
  missed_in_row?: Count;
  /** The monthly review is on this business day of the month. */
  monthly_business_day?: Count;
  /** Minutes that the monthly review may take. */
  monthly_minutes?: Count;
  /** When the monthly review begins. */
  monthly_time?: TimeOfDay;
  /** Weekly meetings in a row that ran over from which it is said. */
  overruns?: Count;
  /** The quarterly review with executives is on this business day of the quarter's last month. */
  quarterly_business_day?: Count;
  /** Minutes that the quarterly review may take. */
  quarterly_minutes?: Count;
  /** When the quarterly review begins. */
  quarterly_time?: TimeOfDay;
  /** Days ahead whose meetings are written into a calendar. */
  schedule_days?: Count;
  /** Minutes that the weekly meeting may take. */
  weekly_minutes?: Count;
  /** When the weekly meeting begins, by the clock of the partner's zone. */
  weekly_time?: TimeOfDay;
  /** Day of the weekly meeting; where closed the next open one. */
  weekly_weekday?: WorkWeekday;
}

/** A calendar of the user: a built-in one with more closing days. */
export interface CalendarPolicy {
  /** Name of the built-in calendar. */
  base?: Key;
  /** Days on which nobody works. */
  closing_days?: Day[];
}

/** What moved. */
export interface Change {
  /** Score at the later instant; absent where unknown. */
  after: number | null;
  /** Score at the earlier instant; absent where unknown. */
  before: number | null;
  /** The person's facts in between, by instant. */
  facts: FactId[];
  /** The findings of the later instant that rest on facts in between, in their order. */
  findings: NewGrounds[];
  /** The earlier instant. */
  from: Instant;
  /** The gates passed in between that still count, in their order. */
  gates: GatePassed[];
  /** The meeting at which the earlier brief was shared. Absent if the question gave an instant. */
  last_brief: FactId | null;
  /** Values that somebody set and that hold at one of the two instants only: begun, replaced or ended in between. */
  overrides: FactId[];
  /** What each trait contributes to the change, those that changed only. */
  points: Contribution[];
  /** What comes from other traits being known than before. */
  reference: number;
  /** The rungs whose count or status is another, in the policy's order. */
  rungs: RungChange[];
  /** The later instant. */
  to: Instant;
}

/** The smallest change that would clear a mismatch. */
export interface Clearing {
  /** By how much that is more than today. */
  by: number;
  /** The mean to which the weak trait must come, its evidence weighing what it does today. */
  mean: number;
}

/** One field of a prospect and of a won deal. */
export interface Compared {
  /** How the two compare. */
  comparison: ReplicationComparison;
  /** The field. */
  field: Field;
  /** What the prospect has; absent where it is not known. An amount comes with its currency. */
  prospect: string | null;
  /** What the won deal has. */
  won: string | null;
}

/** The person asked a colleague for advice. */
export interface ConsultedFact {
  schema?: "keyperson.fact/1";
  /** id of the fact, unique in the journal */
  id: string;
  /** when it happened, RFC 3339 with offset */
  at: string;
  /** id of the partner company */
  partner: string;
  /** id of the person; absent for facts about the whole partner */
  person: string;
  type: "consulted";
  /** where the fact comes from: a system, a file, a meeting */
  source?: string;
  /** Who was asked. */
  whom: string;
}

/** The person answers or disputes a fact. */
export interface ContestFact {
  schema?: "keyperson.fact/1";
  /** id of the fact, unique in the journal */
  id: string;
  /** when it happened, RFC 3339 with offset */
  at: string;
  /** id of the partner company */
  partner: string;
  /** id of the person; absent for facts about the whole partner */
  person: string;
  type: "contest";
  /** where the fact comes from: a system, a file, a meeting */
  source?: string;
  /** Which fact. */
  fact: string;
  /** What is said, or how the dispute stands. */
  step: "commented" | "raised" | "upheld" | "rejected";
  /** Why, or the words of a comment, which must have some. */
  reason?: string;
  /** Who says so; the person where absent. */
  by?: string;
}

/** What is said about a fact, and how a dispute about it stands. */
export type ContestStep =
  /** A word on the fact that disputes nothing. */
  | "commented"
  /** The person disputes the fact. */
  | "raised"
  /** The person was right: the fact does not count. */
  | "upheld"
  /** The fact stands. */
  | "rejected";

/** Facts and settings on which numbers rest. */
export interface Context {
  /** The facts, by instant. */
  facts: FactId[];
  /** Its name: a room of the brief, a trait or mismatch of it, or a trait and a signal that speaks of it. */
  name: string;
  /** The settings: JSON pointers into the policy. */
  settings: string[];
}

/** What one trait contributes. */
export interface Contribution {
  /** Its share of `score − reference`, in points of the score. */
  points: number;
  /** The trait. */
  trait: Trait;
}

/** The share of deals that got from one metric to another. */
export interface Conversion {
  /** Deals that began. */
  deals: number;
  /** The metric at which they begin. */
  from: Key;
  /**
   * Lower end of its interval at the policy's level (see [`share_interval`](crate::stats::share_interval)); absent
   * where the share is.
   */
  lower: number | null;
  /**
   * Those of them that reached it, a later metric of their course counted as well. At least so many where the share
   * is absent.
   */
  reached: number;
  /**
   * `reached ÷ deals`, 0 to 1; absent without deals, and if deals went past the metric while nothing that reached
   * it is on record: then it is not written down, which is no zero.
   */
  share: number | null;
  /** The metric that they reach. */
  to: Key;
  /** Upper end of it. */
  upper: number | null;
}

/** a whole number from 0 to 1000000000 */
export type Count = number;

/** How the days of a rung are counted. */
export type Counting =
  /** Every day. */
  | "calendar"
  /** Business days of the partner's calendar. */
  | "business";

/** The count at the end of a day on which it grew. */
export interface CourseStep {
  /** How many there were at its end. */
  count: number;
  /** The day. */
  day: Day;
}

/** One trait that a colleague covers. */
export interface Cover {
  /** The unit's mean for it. */
  mean: number;
  /** The colleague. */
  member: PersonId;
  /** The trait. */
  trait: Trait;
}

/** One criterion of the appraisal. */
export interface Criterion {
  /** The criterion, in the employer's words. */
  criterion: FreeText;
  /** The fact. */
  fact: FactId;
  /** The metric that measures the same, where there is one. */
  metric: Key | null;
  /** The rungs that serve it, in the policy's order. */
  rungs: Key[];
  /** Its share of the appraisal, 0 to 1, where known. */
  weight: number | null;
}

/** From a signal's measure to a number from 0 to 1. */
export type Curve =
  | {
  from?: number;
  kind?: "linear";
  to?: number;
}
  | {
  half?: number;
  kind?: "saturating";
}
  | {
  half?: number;
  kind?: "half_life";
}
  | {
  cohort?: number[];
  kind?: "percentile";
};

/** A date from 1900-01-01 to 2200-12-31. */
export type Day = string;

/** A deal that rests on the person alone. */
export interface DealAlone {
  /** The deal. */
  deal: DealId;
  /** The fact by which it reached that, or else the latest fact about it. */
  fact: FactId;
  /** The furthest stage since it was last opened; absent where none is on record. */
  stage: Stage | null;
}

/** A deal reached a stage. */
export interface DealFact {
  schema?: "keyperson.fact/1";
  /** id of the fact, unique in the journal */
  id: string;
  /** when it happened, RFC 3339 with offset */
  at: string;
  /** id of the partner company */
  partner: string;
  /** id of the person; absent for facts about the whole partner */
  person?: string;
  type: "deal";
  /** where the fact comes from: a system, a file, a meeting */
  source?: string;
  /** Which deal. */
  deal: string;
  /** The stage reached. */
  stage: "prospect" | "proposal" | "poc" | "approval" | "won" | "lost";
  /** Its amount, in its currency. */
  amount?: number;
  /** Currency, such as JPY. */
  currency?: string;
  /** Name of the deal or customer. */
  name?: string;
  /** Industry of the customer. */
  industry?: string;
  /** Region of the customer. */
  region?: string;
  /** Product. */
  product?: string;
  /** Employees of the customer. */
  employees?: number;
  /** The won deal whose approach it repeats. */
  like?: string;
}

/** The id of a deal: 1 to 256 bytes, no control characters. */
export type DealId = string;

/** A text to begin with. */
export interface Draft {
  /** The text, in Markdown. What the facts do not say is a marked blank. */
  text: string;
}

/** How evidence becomes an estimate. */
export interface EstimatePolicy {
  /** Until a dispute is settled, the weight of the contested fact is multiplied by this. */
  contested_weight?: UnitInterval;
  /** Level of every interval, equal-tailed. */
  interval?: Level;
  /** Largest evidence weight of all ratings of one trait by the same rater. */
  rating_cap?: Weight;
  /** Days after which a rating counts half. */
  rating_half_life_days?: Positive;
  /** Evidence weight of one rating. */
  rating_weight?: Weight;
  /** Days over which a rise is looked for. */
  rising_days?: Count;
  /** Probability from which a rise is called one. */
  rising_probability?: UnitInterval;
}

/** One piece of evidence. */
export interface Evidence {
  /** When it happened. */
  at: Instant;
  /** Whether the person disputes it. */
  contested: boolean;
  /** The fact. */
  fact: FactId;
  /** The signal by which it speaks; `rating` for ratings. */
  signal: string;
  /** What it counts today, after fading, dispute and cap. */
  weight: number;
  /** What it says, from 0 (against) to 1 (for). */
  y: number;
}

/** When a target is expected; absent days lie beyond the policy's horizon. */
export interface Expected {
  /** The day by which it is reached with the policy's small probability. */
  early: Day | null;
  /** The day by which it is reached with the policy's large probability. */
  late: Day | null;
  /** The day by which it is reached as likely as not. */
  median: Day | null;
}

/** a number from -100 to 100 */
export type Exponent = number;

/** One dated thing that happened; one line of a journal. */
export type Fact =
  | PartnerRegisteredFact
  | PersonRegisteredFact
  | PersonLeftFact
  | RatingFact
  | SignalFact
  | GateFact
  | OfferFact
  | AppraisalFact
  | ActivityFact
  | DealFact
  | TouchpointFact
  | MessageFact
  | NewsFact
  | FeedbackFact
  | RecognitionFact
  | LoadFact
  | SupportFact
  | NoticeFact
  | AllocationFact
  | StoryFact
  | ConsultedFact
  | WorkedWithFact
  | ContestFact
  | OverrideFact;

/** The id of a fact: 1 to 256 bytes, no control characters. */
export type FactId = string;

/** A fact, and what becomes of it. */
export interface FactTrail {
  /** What was said about it, by instant. */
  answers: AnswerTrail[];
  /** When it happened. */
  at: Instant;
  /** Whether its dispute is open. */
  contested: boolean;
  /** Names of the contexts to which it belongs. */
  context_of: string[];
  /** Numbers of which it is evidence: JSON pointers into the brief, in its order. */
  evidence_of: string[];
  /** The fact. */
  fact: FactId;
  /** Whom it names; absent for the whole partner. */
  person: PersonId | null;
  /** Where it comes from. */
  source: FreeText | null;
  /** What becomes of it. */
  standing: TrailStanding;
  /** Its type. */
  type: string;
  /** How it speaks of the person's traits. */
  voices: VoiceTrail[];
}

/** The feedback of the person and of the partner. */
export interface Feedback {
  /** Pieces that were answered. */
  answered: number;
  /** Those of them answered in time. */
  in_time: number;
  /** The pieces, by the instant at which they were raised. */
  pieces: Piece[];
  /** Pieces whose result was checked. */
  verified: number;
  /** Pieces without an answer, in time or past it. */
  waiting: number;
}

/** A step in answering feedback from the partner. */
export interface FeedbackFact {
  schema?: "keyperson.fact/1";
  /** id of the fact, unique in the journal */
  id: string;
  /** when it happened, RFC 3339 with offset */
  at: string;
  /** id of the partner company */
  partner: string;
  /** id of the person; absent for facts about the whole partner */
  person?: string;
  type: "feedback";
  /** where the fact comes from: a system, a file, a meeting */
  source?: string;
  /** Which piece of feedback. */
  feedback: string;
  /** The step. */
  step: "raised" | "planned" | "verified" | "declined";
  /** Why; a declined one must say it. */
  reason?: string;
  /** Who. */
  by?: string;
}

/** Which answers to feedback are looked at. */
export interface FeedbackPolicy {
  /** Days for which a late answer is spoken of. */
  recent_days?: Count;
}

/** How a piece of feedback stands. */
export type FeedbackState =
  /** Not answered, and there is still time. */
  | "open"
  /** Answered with a plan in time, not checked yet. */
  | "answered_in_time"
  /** Answered with a plan, but later, not checked yet. */
  | "answered_late"
  /** Not answered, and the time is past. */
  | "unanswered"
  /** Its result was checked. */
  | "verified"
  /** Declined, with the reason. */
  | "declined";

/** A profile field of a deal. */
export type Field =
  /** Amount, within one currency. */
  | "amount"
  /** Industry of the customer. */
  | "industry"
  /** Region of the customer. */
  | "region"
  /** Product. */
  | "product"
  /** Employees of the customer. */
  | "employees"
  /** Who leads it. */
  | "lead";

/** What one field counts. */
export interface FieldShare {
  /** The field. */
  field: Field;
  /** Its share of all that tells won from lost, 0 to 1. */
  share: number;
  /** The currency of an amount. */
  unit: string | null;
}

/** What each profile field of a deal counts. */
export interface FieldWeights {
  /** Amount, compared on a logarithmic scale within one currency. */
  amount?: Weight;
  /** Employees of the customer, compared on a logarithmic scale. */
  employees?: Weight;
  /** Industry of the customer. */
  industry?: Weight;
  /** Who leads the deal. */
  lead?: Weight;
  /** Product. */
  product?: Weight;
  /** Region of the customer. */
  region?: Weight;
}

/** Something that needs attention. */
export interface Finding {
  /** What it is about: a trait, a pattern, a rung, a gate; empty where the code says it all. */
  about: string;
  /** What it is. */
  code: FindingCode;
  /** By which day it wants an answer. */
  due: Day | null;
  /** The facts behind it, the weightiest first. */
  evidence: FactId[];
  /** What may be done about it, by code. */
  remedies: Key[];
  /**
   * Since when it holds, in the partner's zone: what its room says, or else the instant of its earliest fact.
   * Absent where no fact is behind it.
   */
  since: Instant | null;
  /** How much it matters. */
  urgency: Urgency;
  /** The values in its sentence, by name. */
  values: {
    [key: string]: FindingValue;
  };
}

/** What a finding is: permanent codes, each with its texts in `text`. */
export type FindingCode =
  /** A strong trait is wasted by a weak one. */
  | "mismatch"
  /** A trait is under the policy's floor. */
  | "under_floor"
  /** A trait on which readiness depends is unknown. */
  | "trait_unknown"
  /** A trait rises. */
  | "rising"
  /** Facts about the person are disputed. */
  | "contested"
  /** Signals that the policy does not know. */
  | "signal_not_in_policy"
  /** A gate was passed before the ones that belong before it. */
  | "gate_out_of_order"
  /** The manager confirmed, but no working time is agreed. */
  | "confirmed_without_time"
  /** The manager confirmed, but how the person is appraised is not known. */
  | "confirmed_without_appraisal"
  /** Executives approved with too little time to spare. */
  | "approval_late"
  /** The start is near or past, and executives have not approved. */
  | "approval_missing"
  /** The person has the role, and the company was not told. */
  | "not_announced"
  /** The selection waits at one gate. */
  | "selection_stuck"
  /** A rung was made. */
  | "rung_achieved"
  /** A rung is unlikely to be made in time. */
  | "rung_at_risk"
  /** A rung is behind its plan. */
  | "rung_behind"
  /** A rung's date has passed. */
  | "rung_missed"
  /** Nothing was recorded from which a rung could be judged. */
  | "rung_unknown"
  /** No order yet, but the intermediate results are healthy. */
  | "winter"
  /** No order, and the intermediate results have stopped. */
  | "stagnation"
  /** The person has left the company. */
  | "person_left"
  /** Achievements and efforts wait to be recognised. */
  | "recognition_owed"
  /** Recognition came later than wanted. */
  | "recognition_slow"
  /** Recognition was heard by too few. */
  | "recognition_narrow"
  /** Results are praised, effort hardly ever. */
  | "effort_unseen"
  /** Members of the support unit were not recognised for long. */
  | "unit_unseen"
  /** No growth was offered in time. */
  | "no_growth_offer"
  /** Money is all that was offered. */
  | "money_only"
  /** Nothing of the ladder counts in the person's own appraisal. */
  | "appraisal_no_overlap"
  /** Weekly meetings were missed in a row. */
  | "weekly_missed"
  /** Weekly meetings keep running over. */
  | "weekly_overrun"
  /** The latest quarterly review was held without executives. */
  | "quarterly_without_executives"
  /** No hours of recharging are recorded in any valley that is over. */
  | "no_valley"
  /** The latest valley was taken up by pushing. */
  | "valley_eaten"
  /** The hours change much from week to week. */
  | "load_uneven"
  /** The vendor answered later than the limit. */
  | "response_late"
  /** A question waits for the vendor's answer. */
  | "response_open"
  /** A message of the vendor's waits: another channel may be better. */
  | "quiet_thread"
  /** Feedback waits for a plan, or for a reason. */
  | "feedback_unanswered"
  /** Feedback was answered after the next business day. */
  | "feedback_late"
  /** A regular meeting went by without checking what came of feedback. */
  | "feedback_unverified"
  /** One person was told news before everybody. */
  | "news_individual_first"
  /** A first order from a few open deals is likely soon. */
  | "first_win_near"
  /** Many deals are open, and no first order is near. */
  | "narrow_scope"
  /** A win can be repeated, and nobody has tried. */
  | "replicate_now"
  /** The story of a win is owed. */
  | "story_owed"
  /** Most of the recent work is the person's. */
  | "load_on_one"
  /** Nobody stands beside the person lately. */
  | "isolated"
  /** Nobody who could follow is known. */
  | "no_successor"
  /** Colleagues became active since the start. */
  | "know_how_spreading"
  /** Training or a joint review is owed. */
  | "support_owed"
  /** The vendor's or the partner's wheel stands still. */
  | "wheel_still"
  /** The loop of finding, approving, making clear and sharing has turned once more. */
  | "loop_turned"
  /** Results wait to be shared, and the loop with them. */
  | "loop_waiting"
  /** Questions of one weekday are answered later than the others. */
  | "response_weekday"
  /** Somebody set a value against what the evidence says. */
  | "override_in_force"
  /** A value that somebody set holds for a few more days only. */
  | "override_expiring"
  /** A value that somebody set holds no longer. */
  | "override_expired";

/** What a finding says, in one language. */
export interface FindingText {
  /** What to change in the environment. */
  change: string;
  /**
   * Since when, as a part of a sentence without a full stop: `since Wed 1 Apr 2026`, `2026年4月1日（水）から`. Absent
   * only for findings without evidence.
   */
  since: string | null;
  /** A headline. */
  title: string;
  /** What was found. */
  what: string;
  /** Why it matters. */
  why: string;
}

/** A value of a finding: `{"type": "share", "value": 0.76}` as JSON. */
export type FindingValue =
  /** A part of a whole; 0.76 is 76 %. */
  | {
  type: "share";
  /** 0 to 1; above 1 only where something varies by more than its mean. */
  value: number;
}
  /** How many. */
  | {
  type: "count";
  /** The number. */
  value: number;
}
  /** A number that need not be whole. */
  | {
  type: "number";
  /** The number. */
  value: number;
}
  /** Days; the finding's sentence says of which calendar. */
  | {
  type: "days";
  /** The number of days. */
  value: number;
}
  /** Hours. */
  | {
  type: "hours";
  /** The number of hours. */
  value: number;
}
  /** Minutes. */
  | {
  type: "minutes";
  /** The number of minutes. */
  value: number;
}
  /** A day in the partner's zone. */
  | {
  type: "day";
  /** The day. */
  value: Day;
}
  /** A code of the library's or the policy's. */
  | {
  type: "word";
  /** The code. */
  value: string;
}
  /** What somebody wrote. */
  | {
  type: "text";
  /** The text; a long one is shortened. */
  value: string;
}
  /** Several codes, or several things that somebody named. */
  | {
  type: "names";
  /** The codes or names, in their order. */
  value: string[];
};

/** With which prospects to begin. */
export interface FirstOrder {
  /** The day of the partner's first win. */
  first_win: Day | null;
  /** The fact of it. */
  first_win_fact: FactId | null;
  /** The person's open deals and what they come to; absent where the question is another. */
  pipeline: Pipeline | null;
  /**
   * Odds of at least one order within the days by the person's rate of orders, deals not found yet among them;
   * absent where the question is another, or no metric of the ladder's final rung counts orders.
   */
  rate_odds: number | null;
  /** Which question is asked. */
  state: FirstOrderState;
  /** Days within which an order is early. */
  within_days: number;
}

/** Where to begin: the odds of an early order. */
export interface FirstOrderPolicy {
  /** Prospects to which a narrow scope holds. */
  focus_deals?: Count;
  /** A deal keeps this belief for so many days at its stage. After that, the belief halves every so many days. */
  fresh_days?: Count;
  /** Open deals from which the scope is wide. */
  many_open?: Count;
  /** Deals of a stage looked at, the newest. */
  most_deals?: Count;
  /** Prospects shown. */
  most_shown?: Count;
  /** Odds of an order among those from which the first win is near. */
  near_odds?: UnitInterval;
  /** What is believed, before any deal, of an order within these days, by the stage of a deal. */
  prior?: StagePriors;
  /** Days within which an order is early. */
  within_days?: Count;
}

/** Which question is asked. */
export type FirstOrderState =
  /** Nothing is won yet, and there are open deals: with which to begin. */
  | "begin"
  /** Nothing is won yet, and no deal is open. */
  | "nothing_open"
  /** The first win is made: what to repeat. */
  | "replicate";

/** The score of a person for the role. */
export interface Fit {
  /** The fit from which a person is fit for the role. */
  bar: number;
  /** What each known trait contributes to `score − reference`. */
  contributions: Contribution[];
  /** Weight of the known traits as a share of all weight, 0 to 1. */
  coverage: number;
  /**
   * Lower end of the score's interval at the policy's level. It is narrower than the bounds: it is far less likely
   * that all traits are at their lower ends than that one of them is.
   */
  interval_lower: number;
  /** Upper end of the score's interval at the policy's level. */
  interval_upper: number;
  /** Power mean of all lower ends; an unknown trait counts with that of its prior. Never above the score. */
  lower: number;
  /** The trait to ask about next: the one whose interval moves the bounds most. */
  next_question: TraitQuestion | null;
  /** Power mean of the reference profile over the known traits. */
  reference: number | null;
  /** Power mean of the known traits, 0 to 1; absent where no trait is known. */
  score: Score;
  /** Known traits under their floor. */
  under_floor: UnderFloor[];
  /** Traits with a floor of which nothing is known. */
  unknown: Trait[];
  /** Power mean of all upper ends; an unknown trait counts with that of its prior. Never below the score. */
  upper: number;
}

/** How estimates become a fit. */
export interface FitPolicy {
  /** The fit from which a person is fit for the role. */
  bar?: UnitInterval;
  /** Exponent of the power mean. At 1, strengths make up for weaknesses fully; below 1, less. */
  rho?: Exponent;
  /** Seed of these weightings. */
  seed?: Count;
  /** Chance, over the whole group, that any two people who are equal are separated by mistake. */
  separation_error?: Level;
  /** How many weightings are tried for the robustness of a ranking. */
  weightings?: Count;
}

/** Free text for people, at most 10,000 bytes; line breaks and tabs allowed. */
export type FreeText = string;

/** A step of the selection was taken. */
export interface GateFact {
  schema?: "keyperson.fact/1";
  /** id of the fact, unique in the journal */
  id: string;
  /** when it happened, RFC 3339 with offset */
  at: string;
  /** id of the partner company */
  partner: string;
  /** id of the person; absent for facts about the whole partner */
  person: string;
  type: "gate";
  /** where the fact comes from: a system, a file, a meeting */
  source?: string;
  /** The step. */
  gate:
    | "shortlisted"
    | "manager_confirmed"
    | "executive_approved"
    | "announced"
    | "appointed"
    | "stepped_down";
  /** Who took it. */
  by?: string;
  /** The day from which it holds; the day of the fact where absent. */
  effective?: string;
}

/** A gate passed. */
export interface GatePassed {
  /** The day from which it holds. */
  day: Day;
  /** The fact that says so. */
  fact: FactId;
  /** The gate. */
  gate: GateStep;
}

/** A step of the selection, in the order in which they belong. */
export type GateStep =
  /** On the list of candidates. */
  | "shortlisted"
  /** Sales manager and department head agree, as to resources and existing appraisals. */
  | "manager_confirmed"
  /** Executives approved. */
  | "executive_approved"
  /** Executives told the company. */
  | "announced"
  /** The person has the role. */
  | "appointed"
  /** The person gave the role back. */
  | "stepped_down";

/** a number of hours from 0 to 168 */
export type Hours = number;

/** A time with its offset, RFC 3339, whose date lies from 1900-01-01 to 2200-12-31. */
export type Instant = string;

/** Whether somebody stands beside the person. */
export type Isolation =
  /** Somebody does. */
  | "connected"
  /** Such things are recorded at the partner, and none of them lately of the person. */
  | "isolated"
  /** Such things are not recorded at the partner. */
  | "unknown";

/** A key that the policy or the user's system defines (a signal, a metric, a thread): 1 to 256 bytes, no control characters. */
export type Key = string;

/** One person's ladder. */
export interface Ladder {
  /** The appointment. */
  appointed_by: FactId | null;
  /** The rungs, in the policy's order. */
  rungs: Rung[];
  /** The day from which the person has the role; absent without an appointment. */
  start: Day | null;
}

/** The staged targets. */
export interface LadderPolicy {
  /** Days before the plan from which a rung is ahead. */
  ahead_days?: Positive;
  /** Odds under which a rung is at risk. */
  at_risk_below?: UnitInterval;
  /** Days after the plan from which a rung is behind. */
  behind_days?: Positive;
  /** Probability of the early expected date; the late one mirrors it. */
  early?: Level;
  /** A remedy that moves the dates clears a shortfall only if the odds are at least this. */
  enough_odds?: UnitInterval;
  /** Days beyond which no date is given. */
  horizon_days?: Positive;
  /** The rungs, in order. */
  rungs?: RungPolicy[];
}

/** Which regular meeting it was. */
export type Layer =
  /** The weekly 15 minutes. */
  | "weekly"
  /** The monthly review. */
  | "monthly"
  /** The quarterly review with executives. */
  | "quarterly";

/** The meetings of one layer within the policy's days. */
export interface LayerCadence {
  /** In how many of those kept the dashboard was shared; absent where it is recorded of none. */
  dashboard: number | null;
  /** How many were kept; absent where nothing is recorded of the layer. */
  kept: number | null;
  /** How many in a row were kept up to now; a running period without a record does not end the row. */
  kept_in_row: number | null;
  /** The latest fact of the layer since the start, planned or not. */
  last_record: FactId | null;
  /** The layer. */
  layer: Layer;
  /** The planned ones whose period has begun, by day. */
  meetings: Meeting[];
  /** Minutes that one may take. */
  minutes_limit: number;
  /** How many were missed. */
  missed: number | null;
  /** How many in a row were missed up to now. */
  missed_in_row: number | null;
  /** The next one. */
  next: Planned | null;
  /** How many of those kept took longer than the limit; absent where no length is recorded. */
  overrun: number | null;
}

/** What a person's deals come to. */
export interface LeadTime {
  /** From a prospect to each further metric of deals; empty where no metric counts prospects. */
  conversions: Conversion[];
  /** Everything counted, by metric, in the order of the stages. */
  counts: MetricCount[];
  /** Days from prospect to order; absent where no deal has a day on which it was found. */
  to_order: ToOrder | null;
}

/** What a partner's closed deals tell. */
export interface Lesson {
  /** How well they were: the chance that one that was won had been given a higher chance than one that was lost. */
  auc: number | null;
  /** Lower end of its interval at the policy's certainty; they tell a difference where it lies above ½. */
  auc_lower: number | null;
  /** Upper end of it. */
  auc_upper: number | null;
  /** Share of wins among those looked at; absent without any. */
  base: number | null;
  /** Closed deals looked at. */
  closed: number;
  /** What each field counts, in the order of the fields; empty where nothing was learned. */
  fields: FieldShare[];
  /** Closed deals that could be foretold from earlier ones. */
  foretold: number;
  /** Those of them lost. */
  lost: number;
  /** Older closed deals that were not looked at. */
  older: number;
  /** Whether they tell won from lost. */
  tells: Tells;
  /** Those of them won. */
  won: number;
}

/** a number between 0 and 1, neither included */
export type Level = number;

/** Something that joins the person and others. */
export interface Link {
  /** When. */
  at: Instant;
  /** The colleague; absent for the vendor's reviews. */
  colleague: PersonId | null;
  /** The fact. */
  fact: FactId;
  /** What it is. */
  kind: LinkKind;
}

/** What joins the person and others. */
export type LinkKind =
  /** A colleague is in the support unit. */
  | "member"
  /** One turned to the other for advice. */
  | "turned_to"
  /** They worked together. */
  | "worked_with"
  /** The vendor reviewed a deal with the person. */
  | "joint_review"
  /** A colleague did something for a deal of the person's. */
  | "shared_deal";

/** Who did how much of the recent work. */
export interface Load {
  /** 1 ÷ that index: how many people, all doing the same, would give it. */
  effective_people: number | null;
  /** The first day that is looked at. */
  from: Day | null;
  /** The smallest group that did half of it, the most first; of equal ones the first by id. */
  half: PersonId[];
  /** Herfindahl–Hirschman index, the sum of squared shares: 1/n where n people do the same, 1 where one does all. */
  hhi: number | null;
  /** The person's share, 0 to 1; absent, as all below, with fewer things than the policy asks for. */
  own_share: number | null;
  /** Everybody who did any, the most first. */
  people: LoadShare[];
  /** Things done by anybody since then. */
  things: number;
}

/** Hours of work, as they fell. */
export interface LoadFact {
  schema?: "keyperson.fact/1";
  /** id of the fact, unique in the journal */
  id: string;
  /** when it happened, RFC 3339 with offset */
  at: string;
  /** id of the partner company */
  partner: string;
  /** id of the person; absent for facts about the whole partner */
  person: string;
  type: "load";
  /** where the fact comes from: a system, a file, a meeting */
  source?: string;
  /** How many hours. */
  hours: number;
  /** Push or recharge. */
  kind: "push" | "recharge";
}

/** One person's share of the recent work. */
export interface LoadShare {
  /** The facts, by instant. */
  evidence: FactId[];
  /** Who. */
  person: PersonId;
  /** Their share of all, 0 to 1; the shares sum to 1. */
  share: number;
  /** Things done. */
  things: number;
}

/** A step of the loop. */
export type LoopStep =
  /** 候補発掘: a candidate was shortlisted. */
  | "found"
  /** 経営陣承認: executives approved. */
  | "approved"
  /** 役割明確化: announced, appointed, authority made known or working time agreed. */
  | "role_clear"
  /** 成果共有: a story or a recognition was heard widely enough. */
  | "shared";

/** The turns of the loop at one partner. */
export interface LoopTurns {
  /** Turns completed. */
  completed: number;
  /** Business days since then. */
  days: number | null;
  /** The latest step made; absent where none was. */
  last: LoopStep | null;
  /** The step that comes next. */
  next: LoopStep;
  /** Since when the loop stands there. */
  since: Instant | null;
  /** The turns, the running one last, where it has begun. */
  turns: Turn[];
  /** Results since the role was made clear, while the running turn waits for them to be shared, by instant. */
  unshared: FactId[];
  /** When the first of them came. */
  unshared_since: Instant | null;
}

/** The loop of finding, approving, making the role clear and sharing results. */
export interface LoopTurnsPolicy {
  /** The smallest audience by which a result counts as shared. */
  audience?: Audience;
  /** Days for which a completed turn is celebrated. */
  celebrate_days?: Count;
  /** Metrics whose results are there to be shared. */
  results?: Key[];
  /** Business days after a result within which one should have been shared. */
  share_within_days?: Count;
}

/** One planned meeting, and what became of it. */
export interface Meeting {
  /** Whether the dashboard was shared; absent where not recorded. */
  dashboard: boolean | null;
  /** The business day on which it was planned. */
  day: Day;
  /** The facts of the period, by instant. */
  evidence: FactId[];
  /** Whether executives were there; absent where not recorded. */
  executives: boolean | null;
  /** First day of its period. */
  from: Day;
  /** The day on which it took place, the last one where there were several. */
  held_on: Day | null;
  /** Minutes, the longest where there were several; absent where not recorded. */
  minutes: number | null;
  /** Whether it took longer than the limit; absent where its length is not recorded. */
  overrun: boolean | null;
  /** How it stands. */
  status: MeetingStatus;
  /** Last day of its period. */
  to: Day;
}

/** How a planned meeting stands. */
export type MeetingStatus =
  /** It took place. */
  | "kept"
  /** It was called off, or its period ended without it. */
  | "missed"
  /** Its period still runs and nothing is recorded. */
  | "open"
  /** Its period ended before meetings of this layer were recorded at all. */
  | "unknown";

/** A member of the support unit, and what was said of the member. */
export interface MemberRecognition {
  /** The fact by which. */
  fact: FactId;
  /** When the colleague joined. */
  joined: Instant;
  /** When the latest of them was. */
  last: Instant | null;
  /** The colleague. */
  member: PersonId;
  /** The recognitions of the colleague since then, by instant. */
  recognised: FactId[];
}

/** A message between the vendor and the person. */
export interface MessageFact {
  schema?: "keyperson.fact/1";
  /** id of the fact, unique in the journal */
  id: string;
  /** when it happened, RFC 3339 with offset */
  at: string;
  /** id of the partner company */
  partner: string;
  /** id of the person; absent for facts about the whole partner */
  person: string;
  type: "message";
  /** where the fact comes from: a system, a file, a meeting */
  source?: string;
  /** Who wrote it. */
  from: "vendor" | "partner";
  /** The thread. */
  thread?: string;
  /** The message fact that it answers. */
  reply_to?: string;
}

/** How many of one metric. */
export interface MetricCount {
  /** How many up to the as-of. */
  count: number;
  /** The metric. */
  metric: Key;
}

/** What a metric counts, and how often we expect it before there is any evidence. */
export interface MetricPolicy {
  /** Rate of the Gamma prior: in how many days those events happen. */
  prior_days?: Positive;
  /** Shape of the Gamma prior of the rate: how many observed events the prior is worth. */
  prior_events?: Positive;
  /** Stages of a deal that count: a deal counts once, when it first reaches one of them. */
  stages?: Stage[];
}

/** One pattern, judged for one person. */
export interface Mismatch {
  /**
   * The smallest change of the weak trait that clears it, so that it is neither present nor likely. Absent if it
   * is neither already, or if no change of this trait alone is enough.
   */
  clears: Clearing | null;
  /** How far the weak trait's mean is below its threshold, as a share of the threshold, 0 to 1. */
  depth: number | null;
  /** The facts that weigh most, the weak trait's first. */
  evidence: FactId[];
  /** Code of the pattern. */
  pattern: Key;
  /** Its probability, 0 to 1; absent where one of the traits is unknown. */
  probability: number | null;
  /** Remedies, the gentlest first. */
  remedies: Key[];
  /** The depth in a word; absent where the mean is not below the threshold. */
  severity: Severity | null;
  /** Whether it is there. */
  state: MismatchState;
  /** The strong trait. */
  strong: Trait;
  /** The weak trait. */
  weak: Trait;
}

/** Strong traits wasted by weak ones. */
export interface MismatchPolicy {
  /** Probability from which it is likely. */
  likely?: UnitInterval;
  /** The patterns, by code. */
  patterns?: {
    [key: string]: PatternPolicy;
  };
  /** Probability from which it is possible; below, it is absent. */
  possible?: UnitInterval;
  /** Probability from which a mismatch is present. */
  present?: UnitInterval;
}

/** Whether a mismatch is there. */
export type MismatchState =
  /** Its probability reaches the policy's `present`. */
  | "present"
  /** Its probability reaches `likely`. */
  | "likely"
  /** Its probability reaches `possible`. */
  | "possible"
  /** Its probability lies below `possible`. */
  | "absent"
  /** Of one of the two traits nothing is known. */
  | "unknown";

/** What was offered. */
export interface Motivation {
  /** The last day on which an offer of growth is in time. */
  due: Day | null;
  /** The day of the first offer of growth. */
  growth_since: Day | null;
  /** What the offers consist of. */
  mix: OfferMix;
  /** The offers, by instant. */
  offers: OfferMade[];
  /**
   * The first gate that the person passed, from which an offer of growth is owed; absent before any, and after
   * a stepping down.
   */
  since: Day | null;
  /** The fact of that gate. */
  since_fact: FactId | null;
}

/** What should be offered to the person. */
export interface MotivationPolicy {
  /** Growth should be offered within so many business days after the first gate. */
  growth_within_days?: Count;
}

/** A won deal near a prospect. */
export interface Neighbour {
  /** The deal. */
  deal: DealId;
  /** Gower's distance by what each field counts, 0 to 1. */
  distance: number;
  /** Field by field. */
  fields: Compared[];
  /** Its name, where known. */
  name: string | null;
  /** The day on which it was won. */
  won_on: Day;
}

/** When the network of a partner is heard. */
export interface NetworkPolicy {
  /** How many people other than the person must have spoken before the network counts. */
  least_voices?: Count;
}

/** A finding, and what came in between of that on which it rests. */
export interface NewGrounds {
  /** What it is about. */
  about: string;
  /** The finding. */
  code: FindingCode;
  /** Those of its facts that came in between, the weightiest first. */
  facts: FactId[];
}

/** News was given to the partner. */
export interface NewsFact {
  schema?: "keyperson.fact/1";
  /** id of the fact, unique in the journal */
  id: string;
  /** when it happened, RFC 3339 with offset */
  at: string;
  /** id of the partner company */
  partner: string;
  /** id of the person; absent for facts about the whole partner */
  person?: string;
  type: "news";
  /** where the fact comes from: a system, a file, a meeting */
  source?: string;
  /** What it was about. */
  topic: string;
  /** To everybody or to one. */
  manner: "open" | "individual";
}

/** In which order news was told. */
export type NewsOrder =
  /** Openly, before or hardly after anybody alone. */
  | "open_first"
  /** Openly, but to one person first. */
  | "individual_first"
  /** To one person alone, and there is still time for the open telling. */
  | "open_awaited"
  /** To one person alone, and the open telling did not come. */
  | "open_missing";

/** How news should be told. */
export interface NewsPolicy {
  /** If one person is told first, everybody should be told within so many business days. */
  open_within_days?: Count;
  /** Days for which a wrong order is spoken of. */
  recent_days?: Count;
  /** Hours by which one person may hear before everybody. */
  tolerance_hours?: Count;
}

/** The news, topic by topic. */
export interface NewsTold {
  /** Those told to one person first, the open telling late or missing. */
  individual_first: number;
  /** Those told openly first. */
  open_first: number;
  /** The topics, by the instant of their first telling. */
  topics: NewsTopic[];
}

/** One piece of news. */
export interface NewsTopic {
  /**
   * The last day for the open telling where one person was told first; absent where nobody was, and past the
   * last day there is.
   */
  due: Day | null;
  /** The first telling to one person. */
  individual: Instant | null;
  /** The fact of it. */
  individual_fact: FactId | null;
  /** The first open telling. */
  open: Instant | null;
  /** The fact of it. */
  open_fact: FactId | null;
  /** In which order it was told. */
  order: NewsOrder;
  /** What it is about. */
  topic: FreeText;
}

/** The person's authority was made known. */
export interface NoticeFact {
  schema?: "keyperson.fact/1";
  /** id of the fact, unique in the journal */
  id: string;
  /** when it happened, RFC 3339 with offset */
  at: string;
  /** id of the partner company */
  partner: string;
  /** id of the person; absent for facts about the whole partner */
  person: string;
  type: "notice";
  /** where the fact comes from: a system, a file, a meeting */
  source?: string;
  /** What the person may decide. */
  authority: string;
  /** Who was told. */
  audience: "individual" | "team" | "department" | "company" | "public";
}

/** A number of the brief. */
export interface NumberTrail {
  /** What it comes from. */
  basis: Basis;
  /**
   * Name of the context on which it rests; absent where the policy alone sets it: the same pointer leads to it
   * in the policy.
   */
  context: string | null;
  /** The facts that are counted or read for it, by instant. */
  evidence: FactId[];
  /** Where it stands: a JSON pointer into the brief. */
  pointer: string;
  /** The number. */
  value: number;
}

/** The odds of a rung before and after its date is moved. */
export interface OddsChange {
  /** Odds with the later date. */
  after: number;
  /** Odds today. */
  before: number;
  /** Code of the rung. */
  rung: Key;
}

/** Something was offered to the person for taking the role. */
export interface OfferFact {
  schema?: "keyperson.fact/1";
  /** id of the fact, unique in the journal */
  id: string;
  /** when it happened, RFC 3339 with offset */
  at: string;
  /** id of the partner company */
  partner: string;
  /** id of the person; absent for facts about the whole partner */
  person: string;
  type: "offer";
  /** where the fact comes from: a system, a file, a meeting */
  source?: string;
  /** Growth or money. */
  kind: "growth" | "money";
  /** What exactly. */
  what?: string;
}

/** What an offer consists of. */
export type OfferKind =
  /** Growth, a career path, recognition as an expert. */
  | "growth"
  /** Money. */
  | "money";

/** One offer. */
export interface OfferMade {
  /** Whether that was before the role began; absent without a start. */
  before_start: boolean | null;
  /** The local day on which it was made. */
  day: Day;
  /** The fact. */
  fact: FactId;
  /** Growth or money. */
  kind: OfferKind;
  /** Whether it is said what exactly was offered. */
  specific: boolean;
}

/** What the offers consist of. */
export type OfferMix =
  /** Growth and money. */
  | "both"
  /** Growth alone. */
  | "growth_only"
  /** Money alone. */
  | "money_only"
  /** No offer was recorded. */
  | "unknown";

/** How far the ladder and the person's own appraisal agree. */
export interface Overlap {
  /** Whether any rung serves a criterion that counts; absent without criteria or rungs. */
  any: boolean | null;
  /** The criteria, by name; empty where nothing is known of them. */
  criteria: Criterion[];
  /** The weight of those that a rung serves. */
  served_weight: number | null;
  /** Served ÷ all known weight, 0 to 1; absent where no weight above 0 is known, or the policy has no rungs. */
  share: number | null;
  /** The weight of all criteria whose weight is known; absent where it is known of none. */
  weight: number | null;
  /** Criteria whose weight is not known. */
  without_weight: number;
}

/** What the evidence says of a trait that somebody set. */
export interface Overridden {
  /** First parameter of its posterior. */
  a: number;
  /** Second parameter of it. */
  b: number;
  /** Whether somebody disputes the override. */
  contested: boolean;
  /** The override. */
  fact: FactId;
  /** Lower end of its interval. */
  lower: number;
  /** Mean by the evidence alone; absent where nothing is known. */
  mean: number | null;
  /** Upper end of its interval. */
  upper: number;
}

/** Somebody sets a trait or the readiness by judgement, whatever the evidence says. It ends after a given day. */
export interface OverrideFact {
  schema?: "keyperson.fact/1";
  /** id of the fact, unique in the journal */
  id: string;
  /** when it happened, RFC 3339 with offset */
  at: string;
  /** id of the partner company */
  partner: string;
  /** id of the person; absent for facts about the whole partner */
  person: string;
  type: "override";
  /** where the fact comes from: a system, a file, a meeting */
  source?: string;
  /** The trait; absent for the readiness. */
  trait?: "authority" | "drive" | "time" | "skill" | "influence" | "track_record";
  /** Its value from 0 (none) to 1 (all that the role needs); where a trait is named, and only there. */
  value?: number;
  /** The readiness, where no trait is named. */
  readiness?: "ready" | "ready_with_support" | "unknown" | "not_yet";
  /** Who answers for it. */
  by: string;
  /** Why. */
  reason: string;
  /** The last day on which it holds. */
  expires: string;
}

/** Whether an override holds. */
export type OverrideState =
  /** It holds. */
  | "in_force"
  /** It holds for a few more days. */
  | "expiring"
  /** Its last day is past. */
  | "expired";

/** Values that somebody set. */
export interface OverridesPolicy {
  /** Days after it for which that is remembered. */
  expired_days?: Count;
  /** Days before the last one from which its end is spoken of. */
  expiring_days?: Count;
  /** A stated value counts as so many observations. This sets how sure it looks and how hard it is to move. */
  weight?: Positive;
}

/** Something that is owed a recognition. */
export interface Owed {
  /** When it happened. */
  at: Instant;
  /** The widest audience that heard of it. */
  audience: Audience | null;
  /** The recognitions that answer it, by instant. */
  by: FactId[];
  /** The local day on which it happened. */
  day: Day;
  /** The last day on which recognition is in time; absent past the last day there is. */
  due: Day | null;
  /** The effort that it shows; absent for results. */
  effort: Key | null;
  /** The fact. */
  fact: FactId;
  /** When it was first recognised. */
  first: Instant | null;
  /** Business days until then. */
  lag_days: number | null;
  /** Hours until then; 0 where the recognition was recorded before the fact. */
  lag_hours: number | null;
  /** The metrics towards which it counts, in the policy's order. */
  metrics: Key[];
  /** The rungs that it reached, in the policy's order. */
  rungs: Key[];
  /** Whether anybody said what exactly was praised; absent where it was not recognised. */
  specific: boolean | null;
  /** How it stands. */
  state: RecognitionState;
}

/** Pace by earned schedule, in days of the plan. */
export interface Pace {
  /**
   * Days ahead of the plan, or behind it where negative. The plan is even and counts whole things: the n-th of
   * N is due on day n/N of the rung, so between two of them a person is neither ahead nor behind.
   */
  days_ahead: number;
  /** The day by which an even plan would have what is there: count ÷ target × days, at most all days. */
  earned_days: number;
  /** Days gone since the end of the start day; up to the day on which it was reached, where it was. */
  elapsed_days: number;
}

/** The id of a partner company: 1 to 256 bytes, no control characters, in any script. */
export type PartnerId = string;

/** What is known of a partner company. */
export interface PartnerRegisteredFact {
  schema?: "keyperson.fact/1";
  /** id of the fact, unique in the journal */
  id: string;
  /** when it happened, RFC 3339 with offset */
  at: string;
  /** id of the partner company */
  partner: string;
  /** id of the person; absent for facts about the whole partner */
  person?: string;
  type: "partner_registered";
  /** where the fact comes from: a system, a file, a meeting */
  source?: string;
  /** Name of the company. */
  name?: string;
  /** Time zone of the company; the policy's where absent. */
  zone?: string;
  /** Business calendar of the company; the policy's where absent. */
  calendar?: string;
}

/** One partner in a portfolio. */
export interface PartnerRow {
  /** Each pair of neighbours in the order. */
  comparisons: RankingComparison[];
  /** The person who has the role, where somebody has. */
  key_person: PersonId | null;
  /** Its name, where registered. */
  name: string | null;
  /** The partner. */
  partner: PartnerId;
  /** How many people are ranked. */
  people: number;
  /** Whether the evidence tells at least two of them apart. */
  separable: boolean;
}

/** One pattern: a strong trait beside a weak one. */
export interface PatternPolicy {
  /** Remedies, the gentlest first. */
  remedies?: Key[];
  /** The trait that is strong. */
  strong?: Trait;
  /** From which value the one is strong. */
  strong_from?: UnitInterval;
  /** The trait that is weak. */
  weak?: Trait;
  /** Up to which value the other is weak. */
  weak_to?: UnitInterval;
}

/** State of one pattern. */
export interface PatternState {
  /** Code of the pattern. */
  pattern: Key;
  /** Whether it is there. */
  state: MismatchState;
}

/** One value for each of the six traits. */
export interface PerTraitTraitPolicy {
  /** 権限 */
  authority?: TraitPolicy;
  /** 意欲 */
  drive?: TraitPolicy;
  /** 社内影響力 */
  influence?: TraitPolicy;
  /** 技術知識 */
  skill?: TraitPolicy;
  /** 時間 */
  time?: TraitPolicy;
  /** 関連商材の実績 */
  track_record?: TraitPolicy;
}

/** One value for each of the six traits. */
export interface PerTraitUnitInterval {
  /** 権限 */
  authority?: UnitInterval;
  /** 意欲 */
  drive?: UnitInterval;
  /** 社内影響力 */
  influence?: UnitInterval;
  /** 技術知識 */
  skill?: UnitInterval;
  /** 時間 */
  time?: UnitInterval;
  /** 関連商材の実績 */
  track_record?: UnitInterval;
}

/** The id of a person: 1 to 256 bytes, no control characters, in any script. */
export type PersonId = string;

/** A person left the company. */
export interface PersonLeftFact {
  schema?: "keyperson.fact/1";
  /** id of the fact, unique in the journal */
  id: string;
  /** when it happened, RFC 3339 with offset */
  at: string;
  /** id of the partner company */
  partner: string;
  /** id of the person; absent for facts about the whole partner */
  person: string;
  type: "person_left";
  /** where the fact comes from: a system, a file, a meeting */
  source?: string;
  /** Why. */
  reason?: string;
}

/** A person at a partner is known. */
export interface PersonRegisteredFact {
  schema?: "keyperson.fact/1";
  /** id of the fact, unique in the journal */
  id: string;
  /** when it happened, RFC 3339 with offset */
  at: string;
  /** id of the partner company */
  partner: string;
  /** id of the person; absent for facts about the whole partner */
  person: string;
  type: "person_registered";
  /** where the fact comes from: a system, a file, a meeting */
  source?: string;
  /** Name of the person. */
  name?: string;
  /** Title. */
  title?: string;
  /** Department. */
  department?: string;
  /** Level in the hierarchy, 1 for the top. */
  level?: number;
  /** Whether the person is a technical SE. */
  technical?: boolean;
}

/** One person in a portfolio. */
export interface PersonRow {
  /** Best rank among the partner's people that the evidence allows. The first is 1. */
  best_rank: number;
  /** Weight of the known traits as a share of all weight. */
  coverage: number;
  /** How many facts of the person were seen. */
  facts: number;
  /** Code of every finding, in their order. */
  findings: FindingCode[];
  /** The first finding. */
  first_finding: Finding | null;
  /**
   * Share of weightings for which the person is first at the partner; absent where the evidence tells nobody
   * at the partner apart.
   */
  first_share: number | null;
  /** Score; absent where unknown. */
  fit: number | null;
  /** How many findings are important. */
  important: number;
  /** Lower end of the score's interval. */
  lower: number;
  /** State of each pattern, by code. */
  mismatches: PatternState[];
  /** The person's name, where registered. */
  name: string | null;
  /** The partner. */
  partner: PartnerId;
  /** Its name, where registered. */
  partner_name: string | null;
  /** The person. */
  person: PersonId;
  /** Whether ready for the role. */
  readiness: Readiness;
  /** Whether somebody set the readiness. */
  readiness_stated: boolean;
  /** Status and odds of each rung, in order. */
  rungs: RungCell[];
  /** The furthest gate passed. */
  stage: GateStep | null;
  /** Traits whose value somebody set, so that they are no evidence. */
  stated: Trait[];
  /** Mean of each trait in the order of `Trait::ALL`; absent where unknown. */
  traits: (number | null)[];
  /** Upper end of the score's interval. */
  upper: number;
  /** How many findings are urgent. */
  urgent: number;
  /**
   * Worst rank among the partner's people that the evidence allows. From 1 to the number of people: the
   * evidence cannot tell this person from any other.
   */
  worst_rank: number;
}

/** A phrase of the library: its English words, and what they are filled with. Other languages look the words up. */
export interface Phrase {
  /** The English words, with `{}` for each value. */
  phrase: string;
  /** The values, in the order of the words. */
  values: string[];
}

/** One piece of feedback. */
export interface Piece {
  /** When it was first answered. */
  answered: Instant | null;
  /** The fact of that answer. */
  answered_fact: FactId | null;
  /**
   * The last day on which an answer is in time: the next business day where the partner is. Absent past the
   * last day there is.
   */
  due: Day | null;
  /** Its code. */
  feedback: Key;
  /** Whether the answer came in time; absent without one. */
  in_time: boolean | null;
  /** The first regular meeting held after that plan, at which its result was to be checked. */
  meeting: Instant | null;
  /** The fact of that meeting. */
  meeting_fact: FactId | null;
  /** The plan that stands; absent without one. */
  planned_fact: FactId | null;
  /** When it was raised. */
  raised: Instant;
  /** The fact by which it was raised. */
  raised_fact: FactId;
  /** Whether it names nobody. */
  shared: boolean;
  /** How it stands. */
  state: FeedbackState;
  /** When the result was checked. */
  verified: Instant | null;
  /** The fact that says so. */
  verified_fact: FactId | null;
}

/** Open deals, and the odds that at least one of them is ordered within the days. */
export interface Pipeline {
  /** Odds of at least one order among the first few, to which a narrow scope holds. */
  focus_odds: number | null;
  /** Lower end of their interval at the policy's level. */
  lower: number | null;
  /** Odds of at least one order; absent without any deal that has a chance. */
  odds: number | null;
  /** Open deals. */
  open: number;
  /** The prospects with the highest chance, at most the policy's number. */
  prospects: Prospect[];
  /** Upper end of it. */
  upper: number | null;
  /** Those of them whose stage is not on record: they have no chance here. */
  without_stage: number;
}

/** Where partners are that do not say otherwise. */
export interface PlacePolicy {
  /** Business calendar, by name. */
  calendar?: Key;
  /** Time zone. */
  zone?: Zone;
}

/** A planned meeting to come. */
export interface Planned {
  /** The business day. */
  day: Day;
  /** Whether executives belong to it. */
  executives: boolean;
  /** First day of its period. */
  from: Day;
  /** The layer. */
  layer: Layer;
  /** Minutes that it may take. */
  minutes: number;
  /** Last day of its period. */
  to: Day;
}

/** A policy: all judgement in one document. It is laid over the default policy, so it holds only what differs: every field of every table may be left out, and a list replaces the default's whole list. A new entry (a signal, a pattern, a remedy, a metric, a calendar), for which there is no default, needs all its fields; a reader of the policy says which are missing. */
export interface PolicyDocument {
  /** The regular meetings. */
  cadence?: CadencePolicy;
  /** Calendars beside the built-in ones, by name. */
  calendars?: {
    [key: string]: CalendarPolicy;
  };
  /** How evidence becomes an estimate. */
  estimate?: EstimatePolicy;
  /** What the document is laid over: the default policy, or empty tables and lists in its place. */
  extends?: "default" | "nothing";
  /** Answers to feedback. */
  feedback?: FeedbackPolicy;
  /** Where to begin. */
  first_order?: FirstOrderPolicy;
  /** How estimates become a fit. */
  fit?: FitPolicy;
  /** The staged targets. */
  ladder?: LadderPolicy;
  /** The loop that keeps turning. */
  loop_turns?: LoopTurnsPolicy;
  /** What is counted. */
  metrics?: {
    [key: string]: MetricPolicy;
  };
  /** Strong traits wasted by weak ones. */
  mismatch?: MismatchPolicy;
  /** Offers to the person. */
  motivation?: MotivationPolicy;
  /** Name of the policy, shown on every brief. */
  name?: FreeText;
  /** Who turns to whom. */
  network?: NetworkPolicy;
  /** News to everybody and to one. */
  news?: NewsPolicy;
  /** Values that somebody set. */
  overrides?: OverridesPolicy;
  /** Where partners are that do not say otherwise. */
  place?: PlacePolicy;
  /** Recognition owed. */
  recognition?: RecognitionPolicy;
  /** Changes to the environment. */
  remedies?: {
    [key: string]: RemedyPolicy;
  };
  /** What to repeat after a win. */
  replication?: ReplicationPolicy;
  /** Answers to messages. */
  response?: ResponsePolicy;
  /** Peaks and valleys of the load. */
  rhythm?: RhythmPolicy;
  schema?: "keyperson.policy/1";
  /** The gates of the selection. */
  selection?: SelectionPolicy;
  /** What each signal says about a trait. */
  signals?: {
    [key: string]: SignalPolicy;
  };
  /** How alike deals are. */
  similarity?: SimilarityPolicy;
  /** Know-how and load at the partner. */
  spread?: SpreadPolicy;
  /** Successes written down. */
  story?: StoryPolicy;
  /** Support owed, and the two wheels. */
  support?: SupportPolicy;
  /** The six traits. */
  traits?: PerTraitTraitPolicy;
  /** The few colleagues who cover a shortfall. */
  unit?: UnitPolicy;
  /** Long sales without an order. */
  winter?: WinterPolicy;
}

/** The answer for many people. */
export interface Portfolio {
  /** The instant of the question. */
  as_of: Instant;
  /** How many people have left. */
  left: number;
  /** Every partner, by id. */
  partners: PartnerRow[];
  /** Everybody who has not left: by readiness, then fit, then partner and person. */
  people: PersonRow[];
  /** Name of the policy. */
  policy: string;
  schema: "keyperson.portfolio/1";
  /** Where to begin: partners without a win by the odds of an early first one, then those that may repeat theirs. */
  where_to_begin: WhereToBeginRow[];
  /** How far the order of those that may begin can be relied on. */
  where_to_begin_standings: WhereToBeginStanding[];
}

/** a number above 0, at most 1000000000 */
export type Positive = number;

/** a number from 1 to 1000000 */
export type PriorCount = number;

/** One problem. */
export interface Problem {
  /** The permanent code, in snake case. */
  code:
    | "not_utf8"
    | "input_too_large"
    | "not_json"
    | "not_toml"
    | "not_finite"
    | "too_deep"
    | "duplicate_key"
    | "unknown_field"
    | "missing_field"
    | "unknown_type"
    | "wrong_type"
    | "out_of_range"
    | "unknown_value"
    | "bad_day"
    | "bad_instant"
    | "naive_time"
    | "unknown_zone"
    | "unknown_calendar"
    | "blank_text"
    | "text_too_long"
    | "control_character"
    | "fact_conflict"
    | "missing_person"
    | "newer_schema"
    | "unknown_schema"
    | "unknown_person"
    | "unknown_partner"
    | "unknown_number"
    | "unknown_fact"
    | "unknown_deal"
    | "unknown_reference"
    | "contradiction"
    | "unknown_column"
    | "duplicate_column"
    | "ragged_row"
    | "open_quote"
    | "unsupported_column"
    | "unreadable_date"
    | "bad_date_format"
    | "bad_encoding"
    | "bad_template"
    | "unknown_lookup"
    | "missing_lookup_row"
    | "foreign_file"
    | "unreadable_input"
    | "temporary_file"
    | "nothing_to_read";
  /** What to do about it, for people. */
  hint: string;
  /** Line of the text, from 1; absent where the input has no lines. */
  line: number | null;
  /** What is wrong, for people. */
  message: string;
  /** JSON pointer of the place; empty for the whole input or line. */
  path: string;
  /** What its sentences are filled with, by name. */
  values: {
    [key: string]: ProblemValue;
  };
}

/** What a sentence about a problem is filled with. */
export type ProblemValue =
  /** A number of bytes, cells or the like. */
  | number
  /** What stood there, or names. */
  | string
  /** Words that each language has. */
  | Phrase;

/** A prospect in which a win may be repeated. */
export interface Proposal {
  /** Probability that the chance lies above the partner's share of wins. */
  above_base: number;
  /** Chance that it is won. */
  chance: number;
  /** The deal. */
  deal: DealId;
  /** The facts behind it: the profile of the prospect, then of each neighbour with its win. */
  evidence: FactId[];
  /** Lower end of its interval at the policy's level. */
  lower: number;
  /** Its name, where known. */
  name: string | null;
  /** The nearest won deals, the nearest first. */
  nearest: Neighbour[];
  /** Upper end of it. */
  upper: number;
}

/** An open deal and its chance. */
export interface Prospect {
  /** Days at that stage. */
  age_days: number;
  /** The best rank among these open deals that the evidence allows, from 1. */
  best_rank: number;
  /** Chance of an order within the days. */
  chance: number;
  /** The deal. */
  deal: DealId;
  /** The fact of the stage. */
  fact: FactId;
  /** Lower end of its interval at the policy's level. */
  lower: number;
  /** Its name, where known. */
  name: string | null;
  /** Deals of the partner that say so; 0 where the policy's belief speaks alone. */
  observed: number;
  /** Since when. */
  since: Day;
  /** The furthest stage that it reached since it was last opened. */
  stage: Stage;
  /** Upper end of it. */
  upper: number;
  /** The worst. From 1 to the number of deals: not separable from any other. */
  worst_rank: number;
}

/** The order of one group. */
export interface Ranking {
  /** Each pair of neighbours. */
  comparisons: RankingComparison[];
  /** Whether the evidence tells at least two people apart. */
  separable: boolean;
  /** Everybody, in order. */
  standings: RankingStanding[];
}

/** Two neighbours in the order. */
export interface RankingComparison {
  /** The one who comes first. */
  first: PersonId;
  /** The one who comes next. */
  second: PersonId;
  /** Share of weightings for which the first is ahead; a tie counts half. Absent if the two are not separable. */
  share: number | null;
  /** What can be said. */
  verdict: Verdict;
}

/** Where one person stands in the group. */
export interface RankingStanding {
  /** The best rank that the evidence allows. */
  best: number;
  /** Share of weightings for which the person is first. Absent if the evidence separates nobody. */
  first_share: number | null;
  /** Who. */
  person: PersonId;
  /** Rank by readiness, then fit, from 1; equal ones share it. */
  rank: number;
  /** The worst rank that the evidence allows. */
  worst: number;
}

/** Somebody's judgement of one trait. */
export interface RatingFact {
  schema?: "keyperson.fact/1";
  /** id of the fact, unique in the journal */
  id: string;
  /** when it happened, RFC 3339 with offset */
  at: string;
  /** id of the partner company */
  partner: string;
  /** id of the person; absent for facts about the whole partner */
  person: string;
  type: "rating";
  /** where the fact comes from: a system, a file, a meeting */
  source?: string;
  /** The trait. */
  trait: "authority" | "drive" | "time" | "skill" | "influence" | "track_record";
  /** From 0 (none) to 1 (all that the role needs). */
  value: number;
  /** Who judged. */
  by: string;
  /** Why. */
  reason?: string;
  /** Last day on which the judgement counts. */
  expires?: string;
}

/** Whether a person is ready for the role; the order is the order of a ranking. */
export type Readiness =
  /** The whole interval reaches the bar, and nothing stands in the way. */
  | "ready"
  /** As ready, but something is short. For everything that is short there is a remedy that clears it. */
  | "ready_with_support"
  /** The interval includes the bar, or a trait with a floor is unknown: ask first. */
  | "unknown"
  /** The whole interval lies below the bar, or something is short that no remedy clears. */
  | "not_yet";

/** How a signal's values are read. */
export type Reading =
  /** Each fact is evidence of its own. */
  | "each"
  /** A state: only the latest fact counts. */
  | "latest";

/** The recent results of one intermediate metric. */
export interface Recent {
  /** How many there are. */
  count: number;
  /** The facts counted, by instant. */
  evidence: FactId[];
  /** How many are expected: prior events ÷ prior days × days looked at. */
  expected: number;
  /** The metric. */
  metric: Key;
}

/** Recognition owed and given since the start of the role. */
export interface Recognition {
  /** Recognised ÷ owed, 0 to 1; absent where nothing is owed, or no recognition was ever recorded. */
  coverage: number | null;
  /** Lower end of its interval at the policy's level. */
  coverage_lower: number | null;
  /** Upper end of it. */
  coverage_upper: number | null;
  /** Those that did. */
  effort: number;
  /** Those of them of which it is known whether they praised effort. */
  effort_known: number;
  /** Effort ÷ those of which it is known; absent where it is known of none. */
  effort_share: number | null;
  /** Recognitions given since the start, whatever they are about, by instant. */
  given: FactId[];
  /** Those recognised within the policy's business days. */
  in_time: number;
  /** Median hours from the fact to its first recognition; absent where nothing was recognised. */
  lag_hours: number | null;
  /** How many are open. */
  open: number;
  /** What is owed a recognition, the newest first. */
  owed: Owed[];
  /** How many of them were recognised. */
  recognised: number;
  /** Those of which somebody said what exactly was praised. */
  specific: number;
  /** The day from which it is owed; absent before the start of the role. */
  start: Day | null;
  /** The members of the person's support unit, by the instant of joining. */
  unit: MemberRecognition[];
  /**
   * Those of them who were recognised since they joined; absent without members, and where no recognition of
   * the person or of a member was ever recorded.
   */
  unit_recognised: number | null;
  /** Those of which an audience heard that the policy calls wide enough. */
  wide: number;
}

/** An achievement or effort was recognised. */
export interface RecognitionFact {
  schema?: "keyperson.fact/1";
  /** id of the fact, unique in the journal */
  id: string;
  /** when it happened, RFC 3339 with offset */
  at: string;
  /** id of the partner company */
  partner: string;
  /** id of the person; absent for facts about the whole partner */
  person: string;
  type: "recognition";
  /** where the fact comes from: a system, a file, a meeting */
  source?: string;
  /** The fact that it is about. */
  of?: string;
  /** Who heard it. */
  audience: "individual" | "team" | "department" | "company" | "public";
  /** What exactly was praised. */
  what?: string;
  /** True where effort was praised, not only the result. */
  effort?: boolean;
}

/** What is owed a recognition, and how it should be given. */
export interface RecognitionPolicy {
  /** The smallest audience that is wide enough. */
  audience?: Audience;
  /** Share of recognitions that should speak of effort. */
  effort_share?: UnitInterval;
  /** Signals that show an effort and are owed one. */
  efforts?: Key[];
  /** Recognitions from which on that share is asked for. */
  least_recognitions?: Count;
  /** Metrics of which each result is owed one; rungs always are. */
  metrics?: Key[];
  /** Days of recent recognition that are looked at. */
  recent_days?: Count;
  /** For so many days recognition stays owed. A recognition that names nothing counts for results of so many days back. */
  window_days?: Count;
  /** Business days within which it should come. */
  within_days?: Count;
}

/** Whether what is owed was given. */
export type RecognitionState =
  /** It was recognised. */
  | "recognised"
  /** Not yet, and it is not too late for a word. */
  | "open"
  /** Not within the window. */
  | "lapsed";

/** What is wrong with a question or with what was read, as programs of other languages read it. */
export interface Refused {
  /** How many there were in all. */
  count: number;
  /** The problems, in the order of the input; at most 1,000. */
  errors: Problem[];
}

/** What a person lacks for the role, what could be done, and what the effect would be. */
export interface Remedies {
  /** The remedies, those that clear most first, then by gain. */
  proposed: Remedy[];
  /** What stands in the way: floors and mismatches. */
  shortfalls: Shortfall[];
}

/** One remedy, simulated. */
export interface Remedy {
  /** The traits that it changes. */
  changes: TraitChange[];
  /** Codes of the shortfalls that it clears. */
  clears: Key[];
  /** Code of the remedy in the policy. */
  code: Key;
  /** By how much the fit rises; absent where there is no fit. */
  fit_gain: number | null;
  /** Codes of the shortfalls for which it was proposed. */
  for_shortfalls: Key[];
  /** The odds of the open rungs, where it moves them. */
  odds: OddsChange[];
  /** The colleagues, where it forms a unit. */
  unit: SupportUnit | null;
}

/** One change to the environment, and what it is expected to do. */
export interface RemedyPolicy {
  /** Evidence that the change would add: value by signal. */
  adds?: {
    [key: string]: AnyNumber;
  };
  /** Days by which the ladder's open rungs are moved; 0 for none. */
  extend_days?: Count;
  /** Whether a support unit of colleagues is formed. */
  unit?: boolean;
}

/** What came of repeating one won deal. */
export interface Repeat {
  /** The won deal. */
  deal: DealId;
  /** The facts that say so: the win, then each deal's `like`. */
  evidence: FactId[];
  /** Those lost. */
  lost: number;
  /** Lower end of its interval at the policy's level. */
  lower: number | null;
  /** Its name, where known. */
  name: string | null;
  /** Those of them open. */
  open: number;
  /** Share of wins among those closed; absent without any. */
  share: number | null;
  /** Deals that repeat its approach. */
  tried: number;
  /** Upper end of it. */
  upper: number | null;
  /** Those won. */
  won: number;
}

/** What to repeat, and what came of it. */
export interface Replication {
  /** What its closed deals tell. */
  lesson: Lesson;
  /** Deals that repeat one which is not won, or not known. */
  like_nothing_won: DealId[];
  /** Those over the floor. */
  near: number;
  /** The first of them, the highest chance first. */
  proposals: Proposal[];
  /** Open prospects that were looked at. */
  prospects: number;
  /** Won deals that were repeated, the first win first. */
  repeats: Repeat[];
  /** What can be said. */
  state: ReplicationState;
  /** Deals that the partner has won. */
  won: number;
}

/** How a field of two deals compares. */
export type ReplicationComparison =
  /** The same, or numbers near each other. */
  | "alike"
  /** Different. */
  | "differs"
  /** Not known of both, or amounts of different currencies. */
  | "unknown";

/** Which prospects are proposed after a win. */
export interface ReplicationPolicy {
  /** Share of the range up to which two numbers are alike. */
  alike_to?: UnitInterval;
  /** A prospect is proposed if its chance is above the partner's share of wins with at least this probability. */
  enough_probability?: UnitInterval;
  /** Prospects proposed at most. */
  most_proposals?: Count;
  /** Won deals shown beside each. */
  nearest_won?: Count;
}

/** What can be said about repeating a win. */
export type ReplicationState =
  /** Nothing is won yet: where to begin is the question. */
  | "no_win"
  /** Too few deals are closed to learn from. */
  | "too_few"
  /** The closed deals tell no difference. */
  | "no_difference"
  /** No prospect is open. */
  | "no_prospect"
  /** None of the open prospects is near enough. */
  | "none_near"
  /** Prospects are proposed. */
  | "proposed";

/** The answers of both sides. */
export interface Response {
  /** Turns that were answered, by the instant of the question. */
  answered: Answered[];
  /** Hours within which an answer is in time, the last instant included. */
  limit_hours: number;
  /** Turns that wait for an answer, the oldest first. */
  open: Waiting[];
  /** How the partner answers the vendor. */
  partner: Answers;
  /** How the vendor answers the partner. */
  vendor: Answers;
}

/** How soon messages should be answered. */
export interface ResponsePolicy {
  /** An answer is in time within so many hours by the clock, weekends and the last instant included. */
  limit_hours?: Count;
  /** Hours after which a question to the vendor is asked for. */
  near_hours?: Count;
  /** After so many hours without a message an answered conversation is over; the next message begins another. */
  pause_hours?: Count;
  /** Second parameter of it. */
  prior_against?: PriorCount;
  /** First parameter of the Beta prior of an answer in time. */
  prior_for?: PriorCount;
  /** A thread that waits for the partner is quiet after so many business days. */
  quiet_after_days?: Count;
  /** Days of recent late answers and quiet threads that are looked at. */
  recent_days?: Count;
  /** The chance by weekday. */
  weekday?: WeekdayPolicy;
}

/** The load of one cycle, planned and recorded. */
export interface Rhythm {
  /** The appointment. */
  appointed_by: FactId | null;
  /** Monday of the next valley week that is not over; absent where none is left. */
  next_valley: Day | null;
  /** In how many of the weeks that are over hours were recorded; absent where none were in the whole plan. */
  recorded_weeks: number | null;
  /** The day from which the cycle runs; absent without an appointment. */
  start: Day | null;
  /** What this week is planned for; absent outside the plan. */
  this_week: WeekKind | null;
  /**
   * Mean change of the hours from one recorded week to the next, as a share of their mean, 0 or more; absent
   * with fewer pairs of recorded weeks than the policy asks for.
   */
  variation: number | null;
  /** The weeks of the cycle and of the valley after its last deadline, in order; empty without an appointment. */
  weeks: RhythmWeek[];
}

/** Peaks and valleys of the load in one cycle. */
export interface RhythmPolicy {
  /** Days of the cycle, from the start. */
  cycle_days?: Count;
  /** Business days from which a week can be a peak or a valley. */
  least_business_days?: Count;
  /** Weeks of pushing up to a rung's deadline, its own week among them. */
  push_weeks?: Count;
  /** Share of a valley week's hours that belongs to learning and recharging. */
  recharge_share?: UnitInterval;
  /** Weeks of learning and recharging after it. */
  recharge_weeks?: Count;
  /** The load is uneven if the mean change from week to week is above this share of the mean hours. */
  uneven_from?: Amount;
  /** Pairs of neighbouring recorded weeks from which that can be told. */
  uneven_pairs?: Count;
}

/** One week of the plan, Monday to Sunday in the partner's zone. */
export interface RhythmWeek {
  /** Business days in it, from the start on. */
  business_days: number;
  /** Rungs whose deadline lies in it, in the policy's order. */
  deadlines: Key[];
  /** The facts that hold them, by instant. */
  evidence: FactId[];
  /** Monday. */
  from: Day;
  /** What it is planned for. */
  kind: WeekKind;
  /** Whether it is over. */
  passed: boolean;
  /** Hours of pushing; absent where no hours of the week are recorded. */
  push_hours: number | null;
  /** Hours of learning and recharging; absent where no hours of the week are recorded. */
  recharge_hours: number | null;
  /** Sunday. */
  to: Day;
}

/** A trait that rises. */
export interface Rise {
  /** Mean at the beginning of the window. */
  before: number;
  /** Probability, under today's posterior, that the trait lies above that mean. */
  probability: number;
}

/**
 * One staged target.
 *
 * Its days are those that its plan counts: calendar days, or business days of the partner's calendar; the
 * belief about the metric's rate is read in the same days.
 */
export interface Rung {
  /** The number of that day: 0 for the day of the start. */
  achieved_in_days: number | null;
  /** The day on which it was made. */
  achieved_on: Day | null;
  /** Code in the policy. */
  code: Key;
  /** Those of them that are disputed. */
  contested: FactId[];
  /** How many there are from the start to the deadline; absent where nothing is known. */
  count: number | null;
  /** Which days its plan counts. */
  counting: Counting;
  /** How the count grew over time: one step per day on which something counted. */
  course: CourseStep[];
  /** Days of its plan. */
  days: number;
  /** The last day that counts; absent where the start is not known. */
  deadline: Day | null;
  /** The facts counted, by instant. */
  evidence: FactId[];
  /** When the target is expected; absent where it is reached, or nothing is known. */
  expected: Expected | null;
  /** Whether it is the final result rather than a step towards it. */
  final: boolean;
  /** The metric that it counts. */
  metric: Key;
  /** Probability that it is made in time, 0 to 1; absent where nothing is known. */
  odds: number | null;
  /** Its pace; absent where nothing is known. */
  pace: Pace | null;
  /** Expected events in 30 days of the plan, by belief and events together; absent where nothing is known. */
  rate_per_30_days: number | null;
  /** The day after the deadline on which the target was reached, where it was missed. */
  reached_late_on: Day | null;
  /** How it stands. */
  status: RungStatus;
  /** How many are wanted. */
  target: number;
}

/** One rung in a row. */
export interface RungCell {
  /** Code of the rung. */
  code: Key;
  /** How many were counted by its date. */
  count: number | null;
  /** Odds; absent where there is no start or nothing recorded. */
  odds: number | null;
  /** How it stands. */
  status: RungStatus;
}

/** A rung that moved. */
export interface RungChange {
  /** Code in the policy. */
  code: Key;
  /** How many there are; absent where nothing is known. */
  count: number | null;
  /** How many there were; absent where nothing was known. */
  count_before: number | null;
  /** The metric that it counts. */
  metric: Key;
  /** How it stands. */
  status: RungStatus;
  /** How it stood. */
  status_before: RungStatus;
  /** How many are wanted. */
  target: number;
}

/** One rung. */
export interface RungPolicy {
  /** Code, unique in the ladder. */
  code: Key;
  /** Calendar or business days. */
  counting: Counting;
  /** Days from the start; the last day counts. */
  days: Count;
  /** Whether it is the final result rather than a step towards it. */
  final: boolean;
  /** The metric that it counts. */
  metric: Key;
  /** How many. */
  target: Count;
}

/** What counts towards one rung's metric since the start, up to today. */
export interface RungRest {
  /** Code of the rung. */
  code: Key;
  /** Colleagues', which the rung does not count. */
  others: number;
  /** The person's own. */
  own: number;
}

/** How a rung stands. */
export type RungStatus =
  /** Made by its deadline. */
  | "achieved"
  /** Ahead of its plan. */
  | "ahead"
  /** As planned. */
  | "on_pace"
  /** Behind its plan. */
  | "behind"
  /** Unlikely to be made in time, whatever its pace. */
  | "at_risk"
  /** Not made by its deadline. */
  | "missed"
  /** The person does not have the role yet. */
  | "not_started"
  /** Nothing was recorded since the start. */
  | "unknown";

/** The coming meetings of one person. */
export interface Schedule {
  /** The instant of the question. */
  as_of: Instant;
  /** The meetings, by day, time and layer; empty without an appointment. */
  meetings: Scheduled[];
  /** The partner. */
  partner: PartnerId;
  /** The person. */
  person: PersonId;
  /** The zone by whose clock the meetings are. */
  zone: Zone;
}

/** A coming meeting. */
export interface Scheduled {
  /** The business day. */
  day: Day;
  /** Whether executives belong to it. */
  executives: boolean;
  /** First day of its period. */
  from: Day;
  /** The layer. */
  layer: Layer;
  /** Minutes that it may take. */
  minutes: number;
  /** When it begins, by the clock of the zone. */
  time: TimeOfDay;
  /** Last day of its period. */
  to: Day;
}

/** A score that may be unknown; shown as a number with three digits or as `unknown`. */
export type Score = number | null;

/** Which season it is. */
export type Season =
  /** A final result came lately. */
  | "thriving"
  /** None for long, and the intermediate results are healthy. */
  | "winter"
  /** None for long, and the intermediate results have stopped. */
  | "stagnation"
  /** The start is too near to ask. */
  | "too_early"
  /** Not started, nothing recorded, or a policy without final or intermediate metrics. */
  | "unknown";

/** How far a person's selection has come. */
export interface Selection {
  /** Business days from the executives' approval to the start, negative where it came after it. */
  approval_lead_days: number | null;
  /** Codes of the findings that stand before it. */
  blocked_by: FindingCode[];
  /** Business days since the latest gate; absent where there is none, or the person stepped down. */
  days_at_gate: number | null;
  /** The first gate of the order that is still to pass; absent when all are, or the person stepped down. */
  next: GateStep | null;
  /** The gates passed since the last stepping down, in order. */
  passed: GatePassed[];
  /** The furthest gate passed; absent where there is none. */
  stage: GateStep | null;
  /** The day from which the person has the role. */
  start: Day | null;
}

/** The gates of the selection. */
export interface SelectionPolicy {
  /** The company should be told within so many business days after the start. */
  announce_within_days?: Count;
  /** Executives should approve at least so many business days before the start. */
  approval_lead_days?: Count;
  /** If fewer hours per week are agreed, time counts as not confirmed. */
  enough_hours?: Hours;
  /** Business days that one gate may take before it is called stuck. */
  stuck_after_days?: Count;
}

/** A value that somebody set. */
export interface SetValue {
  /** Who answers for it. */
  by: FreeText;
  /** Whether somebody disputes it. */
  contested: boolean;
  /** Days from today to that; negative once it is past. */
  days_left: number;
  /** Lower end of its interval; absent for the readiness. */
  evidence_lower: number | null;
  /** What the evidence says of the trait: its mean; absent where nothing is known. */
  evidence_mean: number | null;
  /** The readiness that follows from the evidence alone. */
  evidence_readiness: Readiness;
  /** Upper end of its interval; absent for the readiness. */
  evidence_upper: number | null;
  /** The last day on which it holds. */
  expires: Day;
  /** The fact. */
  fact: FactId;
  /** The readiness. */
  readiness: Readiness | null;
  /** Why. */
  reason: FreeText;
  /**
   * Floors (`floor_` and the trait) and mismatches that the evidence shows and this value hides; of a
   * readiness, those that stand in its way still.
   */
  set_aside: Key[];
  /** Since when it holds. */
  since: Instant;
  /** Whether it holds. */
  state: OverrideState;
  /** The trait; absent for the readiness. */
  trait: Trait | null;
  /** The trait's value. */
  value: number | null;
}

/** How deep the shortfall of the weak trait is. */
export type Severity =
  /** Less than a third below its threshold. */
  | "shallow"
  /** Less than two thirds below. */
  | "moderate"
  /** Deeper. */
  | "deep";

/** One thing that stands in the way of the role. */
export interface Shortfall {
  /** The remedies that clear it by themselves, in the order of their list. */
  cleared_by: Key[];
  /** Code of the mismatch, or `floor_` and the trait. */
  code: Key;
  /** The trait that is short. */
  trait: Trait;
}

/** Who wrote a message. */
export type Side =
  /** The vendor. */
  | "vendor"
  /** The partner. */
  | "partner";

/** Something observed that says something about a trait. */
export interface SignalFact {
  schema?: "keyperson.fact/1";
  /** id of the fact, unique in the journal */
  id: string;
  /** when it happened, RFC 3339 with offset */
  at: string;
  /** id of the partner company */
  partner: string;
  /** id of the person; absent for facts about the whole partner */
  person: string;
  type: "signal";
  /** where the fact comes from: a system, a file, a meeting */
  source?: string;
  /** Which signal of the policy. */
  signal: string;
  /** Its measure, in the signal's own unit. */
  value: number;
}

/** What one signal says about a trait. */
export interface SignalPolicy {
  /** Largest evidence weight of all facts of this signal together. */
  cap?: Weight;
  /** From the signal's measure to 0..1. */
  curve?: Curve;
  /** Days after which a fact counts half. */
  half_life_days?: Positive;
  /** Each fact, or the latest only. */
  reading?: Reading;
  /** The trait. */
  trait?: Trait;
  /** Evidence weight of one fact. */
  weight?: Weight;
}

/** How alike two deals are, and when closed deals tell anything apart. */
export interface SimilarityPolicy {
  /** Level of the interval of the AUC. Earlier deals are used only if the whole interval is above ½. */
  certainty?: Level;
  /** The weight of each profile field before anything is learned. A field with weight 0 is not used. */
  fields?: FieldWeights;
  /** Closed deals under which nothing is said. */
  least_closed?: Count;
  /** Won and lost deals, each, from which a further one can be foretold. */
  least_each?: Count;
  /** Closed deals looked at, the newest. */
  most_closed?: Count;
  /** The partner's share of wins counts as much as so many similar deals. */
  prior_deals?: Positive;
  /** Distance from which a closed deal says nothing about another. */
  reach?: UnitInterval;
}

/** How know-how and load are spread at the partner. */
export interface Spread {
  /** Colleagues of whom work or a signal is recorded since the start, by their first such fact. */
  activated: Activated[];
  /** How many colleagues are known at the partner and have not left. */
  colleagues: number;
  /** Whether somebody stands beside the person; absent before the start. */
  isolation: Isolation | null;
  /** When the latest of all links was recorded, however long ago. */
  last_link: Instant | null;
  /** What joins the person and others: units, and the rest within the policy's days; by instant. */
  links: Link[];
  /** Who did how much of the recent work. */
  load: Load;
  /** The months since the start, in order. */
  months: SpreadMonth[];
  /** The day from which it is asked; absent before the start of the role, and then nothing else is said. */
  start: Day | null;
}

/** One month of the spread. */
export interface SpreadMonth {
  /** Colleagues active by its end since the start, those from before among them. */
  active: number;
  /** Its first day. */
  month: Day;
  /** Colleagues who became active in it and were not before. */
  newly: number;
}

/** How far know-how and load should be spread. */
export interface SpreadPolicy {
  /** If nothing joins the person and others for so many days, the person stands alone. */
  isolated_days?: Count;
  /** Things done from which shares are told. */
  least_things?: Count;
  /** The person's share above which the load is on one. */
  one_share?: UnitInterval;
  /** How many days of recent work, orders and newly active colleagues are looked at, today included. */
  recent_days?: Count;
  /** Newly active colleagues from which it is something to celebrate. */
  spreading_colleagues?: Count;
  /** Days after the start from which a successor should be in sight. */
  successor_after_days?: Count;
}

/** How far a deal has come. */
export type Stage =
  /** A prospect found (案件発掘). */
  | "prospect"
  /** First proposal made (初回提案). */
  | "proposal"
  /** Proof of concept agreed (PoC合意). */
  | "poc"
  /** Internal approval started at the customer (社内稟議). */
  | "approval"
  /** Ordered (受注). */
  | "won"
  /** Lost. */
  | "lost";

/** A Beta prior of an order within the days. */
export interface StagePrior {
  /** Pseudo-evidence against. */
  prior_against?: PriorCount;
  /** Pseudo-evidence for. */
  prior_for?: PriorCount;
}

/** A belief for each stage of an open deal. */
export interface StagePriors {
  /** Internal approval started. */
  approval?: StagePrior;
  /** Proof of concept agreed. */
  poc?: StagePrior;
  /** First proposal made. */
  proposal?: StagePrior;
  /** A prospect found. */
  prospect?: StagePrior;
}

/** A step made. */
export interface StepMade {
  /** When. */
  at: Instant;
  /** The day at the partner. */
  day: Day;
  /** The fact that makes it. */
  fact: FactId;
  /** Whom it is about; absent for a story of the whole partner. */
  person: PersonId | null;
  /** The step. */
  step: LoopStep;
}

/** The stories of the wins on a person's page. */
export interface Stories {
  /** The audience that is everybody concerned. */
  audience: Audience;
  /** Those whose story is owed. */
  owed: number;
  /** Those of them with a story. */
  told: number;
  /** Each win, the latest first. */
  wins: WinStory[];
  /** Deals won. */
  won: number;
}

/** A success was written down and handed out. */
export interface StoryFact {
  schema?: "keyperson.fact/1";
  /** id of the fact, unique in the journal */
  id: string;
  /** when it happened, RFC 3339 with offset */
  at: string;
  /** id of the partner company */
  partner: string;
  /** id of the person; absent for facts about the whole partner */
  person?: string;
  type: "story";
  /** where the fact comes from: a system, a file, a meeting */
  source?: string;
  /** About which deal. */
  deal: string;
  /** To whom it went. */
  audience: "individual" | "team" | "department" | "company" | "public";
  /** Its title. */
  title?: string;
}

/** When a success should be written down, and for whom. */
export interface StoryPolicy {
  /** The smallest audience that is everybody concerned. */
  audience?: Audience;
  /** Days after a win for which it stays owed. */
  window_days?: Count;
  /** The story of a win should be handed out within so many business days. */
  within_days?: Count;
}

/** How far the story of a win has come. */
export type StoryState =
  /** Everybody concerned has it. */
  | "told"
  /** Some have it, not everybody concerned. */
  | "narrow"
  /** Not told, and there is still time. */
  | "open"
  /** Not told, and the time is past. */
  | "owed"
  /** Never told, and too long ago to ask for. */
  | "lapsed";

/** Who could follow, and what rests on the person. */
export interface Succession {
  /** These ÷ all that are under way; absent where none is. */
  alone_share: number | null;
  /** The best of them. */
  best: Successor | null;
  /** Colleagues of whose traits anything is known. */
  known: number;
  /** Those whom the evidence cannot tell from the best, by fit. */
  not_separable: PersonId[];
  /** Those of them for which nobody but the person did anything, by id. */
  only_by_person: DealAlone[];
  /** Open deals of the partner. */
  open_deals: number;
  /** What of each rung the person made, and what colleagues did, in the policy's order. */
  rungs: RungRest[];
  /** The day from which it is asked; absent before the start of the role, and then nothing else is said. */
  start: Day | null;
  /** What is known of a successor. */
  state: SuccessorState | null;
  /** Deals won in the policy's recent days since the start. */
  won: number;
  /** Those of them for which the person did something. */
  won_with_person: number;
}

/** The colleague who fits best. */
export interface Successor {
  /** Score of the known traits, 0 to 1. */
  fit: number;
  /** Lower end of the score's interval. */
  lower: number;
  /** Who. */
  person: PersonId;
  /** Traits under their floor: to be made up for by the environment. */
  under_floor: Trait[];
  /** Traits with a floor of which nothing is known: to be asked first. */
  unknown: Trait[];
  /** Upper end of it. */
  upper: number;
}

/** What is known of a successor. */
export type SuccessorState =
  /** The best colleague's whole interval reaches the bar, and no trait with a floor is unknown or under it. */
  | "fit"
  /** The interval straddles the bar, or a trait with a floor is unknown or under it. */
  | "open"
  /** The whole interval lies below the bar. */
  | "not_yet"
  /** Nothing is known of any colleague's traits. */
  | "nobody_known";

/** Support was given. */
export interface SupportFact {
  schema?: "keyperson.fact/1";
  /** id of the fact, unique in the journal */
  id: string;
  /** when it happened, RFC 3339 with offset */
  at: string;
  /** id of the partner company */
  partner: string;
  /** id of the person; absent for facts about the whole partner */
  person?: string;
  type: "support";
  /** where the fact comes from: a system, a file, a meeting */
  source?: string;
  /** What kind. */
  kind: "member_joined" | "training" | "joint_review";
  /** The colleague who joined. */
  member?: string;
  /** About what. */
  topic?: string;
  /** For which deal. */
  deal?: string;
}

/** Support that the vendor owes. */
export interface SupportOwed {
  /** The deal; absent for training. */
  deal: DealId | null;
  /** The last day on which it is in time; absent past the last day there is. */
  due: Day | null;
  /** The fact by which it was given. */
  given: FactId | null;
  /** Whether it was given in time; absent where it was not given. */
  in_time: boolean | null;
  /** The day from which it is owed: of the stage, of the last training, or of the start. */
  since: Day;
  /** The fact of that. */
  since_fact: FactId;
  /** The stage that it reached; absent for training. */
  stage: Stage | null;
  /** How it stands. The next training is never given: the one given is where it counts from. */
  state: SupportState;
}

/** What the vendor owes, and when a wheel stands still. */
export interface SupportPolicy {
  /** Each of the two wheels should turn at least once in so many days, today included. */
  recent_days?: Count;
  /** Stages from which an open deal is owed a joint review. */
  review_stages?: Stage[];
  /** Business days within which it should come. */
  review_within_days?: Count;
  /** Days from one training to the next. */
  training_every_days?: Count;
}

/** How something owed stands. */
export type SupportState =
  /** It was given. */
  | "given"
  /** Not yet, and there is still time. */
  | "due"
  /** Not given, and the day is past. */
  | "overdue";

/** A proposed unit. */
export interface SupportUnit {
  /** Which trait of the person each of them covers. */
  covers: Cover[];
  /** The colleagues, sorted by id. */
  members: PersonId[];
}

/** The two wheels, and what is owed. */
export interface Supports {
  /** The partner's wheel; absent before the start. */
  partner: Wheel | null;
  /** Joint reviews of the person's open deals, by the day on which they are due. */
  reviews: SupportOwed[];
  /** The day from which it is asked; absent before the start of the role, and then nothing else is said. */
  start: Day | null;
  /** The next training; absent before the start. */
  training: SupportOwed | null;
  /** The vendor's wheel; absent before the start. */
  vendor: Wheel | null;
}

/** Whether closed deals tell won from lost. */
export type Tells =
  /** Too few are closed, or of one kind only. */
  | "too_few"
  /** They tell no difference. */
  | "no_difference"
  /** They tell a difference. */
  | "difference";

/** A time of day by the clock on the wall, such as 09:00. */
export type TimeOfDay = string;

/**
 * Days from prospect to order, by Kaplan–Meier.
 *
 * A lost deal is censored on the day of its loss, an open one today. So the curve tells how long an order
 * takes where nothing else ends the deal; how many are ordered at all is told by the conversion, and taking a
 * loss for an order that never comes would mix the two.
 */
export interface ToOrder {
  /** Deals whose day of finding is known. */
  deals: number;
  /** Those lost and not ordered. */
  lost: number;
  /** The first day by which 50 % are ordered. Absent if the curve does not come down that far. */
  median_days: number | null;
  /** Those still open. */
  open: number;
  /** Rows of the survival table: the different lengths, ordered or censored. */
  rows: number;
  /** Deals left out because the day on which they were found is not known, or lies after their end. */
  without_start: number;
  /** Those ordered. */
  won: number;
}

/** A regular meeting. */
export interface TouchpointFact {
  schema?: "keyperson.fact/1";
  /** id of the fact, unique in the journal */
  id: string;
  /** when it happened, RFC 3339 with offset */
  at: string;
  /** id of the partner company */
  partner: string;
  /** id of the person; absent for facts about the whole partner */
  person?: string;
  type: "touchpoint";
  /** where the fact comes from: a system, a file, a meeting */
  source?: string;
  /** Weekly, monthly or quarterly. */
  layer: "weekly" | "monthly" | "quarterly";
  /** How long it took. */
  minutes?: number;
  /** Whether executives were there. */
  executives?: boolean;
  /** Whether the one-page dashboard was shared. */
  dashboard?: boolean;
  /** False where it was planned and did not take place. */
  kept?: boolean;
}

/** The numbers of one brief and the facts behind them. */
export interface Trail {
  /** The instant of the question. */
  as_of: Instant;
  /** What numbers rest on, by name. */
  contexts: Context[];
  /** Every fact of the person and of the whole partner, and those of others on which a number rests, by instant. */
  facts: FactTrail[];
  /** Every number, in the order of the brief. */
  numbers: NumberTrail[];
  /** The partner. */
  partner: PartnerId;
  /** The person. */
  person: PersonId;
  /** Name of the policy. */
  policy: string;
  schema: "keyperson.trail/1";
}

/** What becomes of a fact. */
export type TrailStanding =
  /** It is evidence of a number. */
  | "counts"
  /** Numbers rest on it without counting it. */
  | "context"
  /** It does not count: its dispute was upheld. */
  | "withdrawn"
  /** Nothing of the brief reads it. */
  | "not_read";

/** What a key person needs: six traits. */
export type Trait =
  /** 権限: what the person may decide. */
  | "authority"
  /** 意欲: what the person does unasked. */
  | "drive"
  /** 時間: the hours that the person has for the role. */
  | "time"
  /** 技術知識: what the person knows of product and craft. */
  | "skill"
  /** 社内影響力: whom the person moves inside the company. */
  | "influence"
  /** 関連商材の実績: results with related products. */
  | "track_record";

/** A trait before and after. */
export interface TraitChange {
  /** Its mean with the remedy. */
  after: number;
  /** Its mean today; absent where unknown. */
  before: number | null;
  /** The trait. */
  trait: Trait;
}

/** What the evidence says of one trait. */
export interface TraitEstimate {
  /** First parameter of the posterior. */
  a: number;
  /** Second parameter of the posterior. */
  b: number;
  /** The evidence, by instant; where somebody set the value, none of it counts while that holds. */
  evidence: Evidence[];
  /** Evidence behind it, in observations, after fading and caps. */
  evidence_weight: number;
  /** Lower end of the equal-tailed interval; the prior's where nothing is known. */
  lower: number;
  /** Mean of the posterior, 0 to 1, or the value that somebody set; absent where nothing is known. */
  mean: number | null;
  /** What the evidence says, where somebody set the value. */
  overridden: Overridden | null;
  /** A rise of what the evidence says over the last weeks, where there is one. */
  rising: Rise | null;
  /** The trait. */
  trait: Trait;
  /** Upper end of the equal-tailed interval; the prior's where nothing is known. */
  upper: number;
}

/** What we believe about one trait before any evidence, and its weight. */
export interface TraitPolicy {
  /** Below this mean a person is never ready; 0 for no floor. */
  floor?: UnitInterval;
  /** Second parameter of the Beta prior (pseudo-evidence against). */
  prior_against?: PriorCount;
  /** First parameter of the Beta prior (pseudo-evidence for). */
  prior_for?: PriorCount;
  /** Value of the reference profile, against which contributions are measured. */
  reference?: UnitInterval;
  /** Remedies for a value under the floor. */
  remedies?: Key[];
  /** Weight in the fit. */
  weight?: Weight;
}

/** The next question worth asking. */
export interface TraitQuestion {
  /** By how much the fit differs between the ends of the trait's interval. */
  swing: number;
  /** The trait. */
  trait: Trait;
}

/** One turn. */
export interface Turn {
  /** Whether all four steps are made. */
  complete: boolean;
  /** The steps made, in order. */
  steps: StepMade[];
}

/** A trait under its floor. */
export interface UnderFloor {
  /** The floor. */
  floor: number;
  /** Its mean. */
  mean: number;
  /** The trait. */
  trait: Trait;
}

/** a number from 0 to 1 */
export type UnitInterval = number;

/** The few colleagues who cover a shortfall. */
export interface UnitPolicy {
  /** How much of a colleague's trait covers the person's, by trait. */
  cover?: PerTraitUnitInterval;
  /** Colleagues looked at for each trait, the strongest first. */
  looked_at?: Count;
  /** Colleagues at most. */
  size?: Count;
}

/** How much a finding matters, the most urgent first. */
export type Urgency =
  /** Act this week. */
  | "urgent"
  /** Plan for it. */
  | "important"
  /** Good to know. */
  | "notice"
  /** Something to celebrate. */
  | "celebrate";

/** What can be said of two people. */
export type Verdict =
  /** The first is ahead whatever the weights. */
  | "every_weighting"
  /** The first is ahead for the share of weightings given. */
  | "some_weightings"
  /** The evidence cannot tell the two apart. */
  | "not_separable";

/** How a fact counts for a trait. */
export type VoiceState =
  /** It counts. */
  | "counts"
  /** Somebody set the trait, and nothing counts while that holds. */
  | "overridden"
  /** A later fact is read in its place: of the same signal, or one that took an order or a loss back. */
  | "replaced"
  /** It counted up to its last day. */
  | "expired"
  /** Its dispute was upheld. */
  | "withdrawn";

/** How a fact speaks of one trait: `weight = full · fading · dispute · cap` where it counts, else 0. */
export interface VoiceTrail {
  /** What the cap of its signal or rater leaves of that, 0 to 1. */
  cap: number;
  /** What an open dispute leaves of that, 0 to 1. */
  dispute: number;
  /** What age leaves of that, 0 to 1. */
  fading: number;
  /** Its weight in observations while it is new, undisputed and under its cap. */
  full: number;
  /** The signal; `rating` for ratings. */
  signal: string;
  /** How it counts. */
  state: VoiceState;
  /** The trait. */
  trait: Trait;
  /** What it counts today. */
  weight: number;
  /** What it says, from 0 (against) to 1 (for). */
  y: number;
}

/** A turn that waits for an answer. */
export interface Waiting {
  /** The last instant at which an answer is in time; absent past the range of dates. */
  due: Instant | null;
  /** Whether that is past. */
  past: boolean;
  /** The first message of the turn. */
  question: FactId;
  /** Since when it waits. */
  since: Instant;
  /** The thread; absent for the person's own chat. */
  thread: Key | null;
  /** Whose answer it waits for. */
  waits_for: Side;
}

/** What a week is planned for. */
export type WeekKind =
  /** Before a deadline: pushing deals forward (山). */
  | "push"
  /** After it: learning, recharging (谷). */
  | "recharge"
  /** Neither. */
  | "normal";

/** The day of the week on which a question was asked. */
export type Weekday =
  /** 月曜日 */
  | "monday"
  /** 火曜日 */
  | "tuesday"
  /** 水曜日 */
  | "wednesday"
  /** 木曜日 */
  | "thursday"
  /** 金曜日 */
  | "friday"
  /** 土曜日 */
  | "saturday"
  /** 日曜日 */
  | "sunday";

/** How the questions of one weekday were answered. */
export interface WeekdayAnswers {
  /** Questions of which it is known whether they were answered in time. */
  asked: number;
  /** Chance of an answer in time: mean of its posterior, pooled with all weekdays. Absent where nothing was asked. */
  chance: number | null;
  /** Lower end of its interval at the policy's level. */
  chance_lower: number | null;
  /** Upper end of it. */
  chance_upper: number | null;
  /** Those of them that were. */
  in_time: number;
  /**
   * Probability that this weekday's chance lies below that of all the others together; absent where nothing was
   * asked on this weekday, or on no other. The weekday itself has no part in what it is compared with.
   */
  later: number | null;
  /** The weekday of the question where the partner is. */
  weekday: Weekday;
}

/** The chance of an answer in time by the weekday of the question. */
export interface WeekdayPolicy {
  /** A weekday is reported as slow if its questions are answered later with at least this probability. */
  later_from?: UnitInterval;
  /** Answers that the overall chance is worth beside a weekday's own. */
  strength?: Positive;
}

/** a number from 0 to 1000000 */
export type Weight = number;

/** The brief as it is, and as it would be. */
export interface WhatIf {
  /** As it would be. */
  after: Brief;
  /** As it is. */
  before: Brief;
}

/** One wheel. */
export interface Wheel {
  /** When it turned last. */
  last: Instant | null;
  /** The fact of that. */
  last_fact: FactId | null;
  /** How it stands. */
  state: WheelState;
  /** Each kind of support that can turn it, in order. */
  supports: WheelSupportGiven[];
}

/** How a wheel stands. */
export type WheelState =
  /** It turned within the policy's days. */
  | "turning"
  /** It turned once, and not within them. */
  | "still"
  /** Nothing of it was ever recorded. */
  | "unknown";

/** What turns a wheel. */
export type WheelSupport =
  /** The vendor trained the person. */
  | "training"
  /** The vendor reviewed a deal with the person. */
  | "joint_review"
  /** The vendor answered: a message, or feedback with a plan or a reason. */
  | "answer"
  /** A colleague joined the unit. */
  | "member"
  /** Somebody was praised before an audience that is wide enough. */
  | "praise"
  /** Executives were at a meeting. */
  | "executives"
  /** The authority or the role was made known. */
  | "notice"
  /** Working hours were agreed. */
  | "hours";

/** One of the things that turn a wheel. */
export interface WheelSupportGiven {
  /** What it is. */
  kind: WheelSupport;
  /** When it happened last, however long ago. */
  last: Instant | null;
  /** The facts within the policy's days, by instant. */
  recent: FactId[];
}

/** A partner with open deals or wins. */
export interface WhereToBeginRow {
  /** The day of its first win. */
  first_win: Day | null;
  /** Open deals. */
  open: number;
  /** The partner. */
  partner: PartnerId;
  /** Its name, where registered. */
  partner_name: string | null;
  /**
   * The person whose own deals have the highest odds; absent where nobody leads an open deal, or the question is
   * another.
   */
  person: PersonId | null;
  /** The person's name, where registered. */
  person_name: string | null;
  /** The odds of that person's deals. */
  person_odds: number | null;
  /** Whether their interval lies above everybody else's at the partner; absent without a person. */
  person_separable: boolean | null;
  /**
   * All open deals and the odds of at least one order, with the few to begin with; absent where the question is
   * another.
   */
  pipeline: Pipeline | null;
  /** Open prospects in which a win may be repeated; absent before the first win. */
  proposals: number | null;
  /** Whether any win was repeated; absent before the first win. */
  repeated: boolean | null;
  /** Which question is asked of it. */
  state: FirstOrderState;
  /** Whether the closed deals tell won from lost; absent before the first win. */
  tells: Tells | null;
  /** Deals won. */
  won: number;
}

/** How far the place of a partner in the list can be relied on. */
export interface WhereToBeginStanding {
  /** The best rank that the intervals allow, from 1. */
  best_rank: number;
  /** The partner. */
  partner: PartnerId;
  /** The worst. */
  worst_rank: number;
}

/** The story of one win. */
export interface WinStory {
  /** Business days from the win until then; 0 where it was told before. */
  business_days: number | null;
  /** The deal. */
  deal: DealId;
  /** The last day on which the story is in time; absent past the last day there is. */
  due: Day | null;
  /** The stories, by instant. */
  facts: FactId[];
  /** Its name, where known. */
  name: string | null;
  /** Audiences up to everybody concerned that are wider than any it went to. */
  not_reached: Audience[];
  /** To whom it went, the smallest audience first. */
  reached: Audience[];
  /** How far its story has come. */
  state: StoryState;
  /** The day on which it was first told. */
  told_on: Day | null;
  /** The fact of the win. */
  won_fact: FactId;
  /** The day on which it was won. */
  won_on: Day;
}

/** A person's season. */
export interface Winter {
  /** Calendar days since then. */
  days_without: number | null;
  /** How many the policy's beliefs expect. */
  expected: number | null;
  /** From how many the work is healthy. */
  healthy_from: number | null;
  /** How many there are together. */
  observed: number | null;
  /** The intermediate results of these days, in the policy's order; empty where nothing is known. */
  recent: Recent[];
  /** The season. */
  season: Season;
  /** The day of the last final result, or of the start where there is none yet. */
  since: Day | null;
  /** The fact of that day. */
  since_fact: FactId | null;
  /** The last days looked at, today the last of them; never more than since the start. */
  window_days: number | null;
}

/** When a long time without an order is a winter (the work goes well), and when it is stagnation. */
export interface WinterPolicy {
  /** Days without an order after which the question is asked. */
  after_days?: Count;
  /** The work is healthy from this share of the expected intermediate results on. */
  healthy_share?: Amount;
  /** Intermediate metrics that count. */
  metrics?: Key[];
  /** Days of recent work that are looked at. */
  recent_days?: Count;
}

/** A day on which regular meetings are held. */
export type WorkWeekday =
  /** 月曜日 */
  | "monday"
  /** 火曜日 */
  | "tuesday"
  /** 水曜日 */
  | "wednesday"
  /** 木曜日 */
  | "thursday"
  /** 金曜日 */
  | "friday";

/** The person worked together with a colleague. */
export interface WorkedWithFact {
  schema?: "keyperson.fact/1";
  /** id of the fact, unique in the journal */
  id: string;
  /** when it happened, RFC 3339 with offset */
  at: string;
  /** id of the partner company */
  partner: string;
  /** id of the person; absent for facts about the whole partner */
  person: string;
  type: "worked_with";
  /** where the fact comes from: a system, a file, a meeting */
  source?: string;
  /** With whom. */
  whom: string;
}

/** A time zone by its IANA name, such as Asia/Tokyo. */
export type Zone = string;

/** A language in which texts are written. */
export type Language = "ja" | "en";
