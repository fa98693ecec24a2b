# Generated from crates/keyperson/schemas by `cargo xtask schema`; do not edit.
# ruff: noqa: E501
"""The results, as frozen classes: each attribute says what it is, and `to_dict` gives the plain data."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from types import MappingProxyType
from typing import Literal

from keyperson._page import BriefPage, FindingWords, PortfolioPage
from keyperson._record import Attribute, Record, attribute, instant, tagged

__all__ = [
    "Activated", "Agenda", "AgendaTopic", "AnswerTrail", "Answered", "Answers", "Audience", "Basis",
    "Bottleneck", "Brief", "BusinessDay", "ByEvidence", "Cadence", "Change", "Clearing", "Compared",
    "ContestStep", "Context", "Contribution", "Conversion", "Counting", "CourseStep", "Cover",
    "Criterion", "DealAlone", "Draft", "Evidence", "Expected", "FactTrail", "Feedback",
    "FeedbackState", "Field", "FieldShare", "Finding", "FindingCode", "FindingText", "FindingValue",
    "FirstOrder", "FirstOrderState", "Fit", "GatePassed", "GateStep", "Isolation", "Ladder",
    "Layer", "LayerCadence", "LeadTime", "Lesson", "Link", "LinkKind", "Load", "LoadShare",
    "LoopStep", "LoopTurns", "Meeting", "MeetingStatus", "MemberRecognition", "MetricCount",
    "Mismatch", "MismatchState", "Motivation", "Neighbour", "NewGrounds", "NewsOrder", "NewsTold",
    "NewsTopic", "NumberTrail", "OddsChange", "OfferKind", "OfferMade", "OfferMix", "Overlap",
    "Overridden", "OverrideState", "Owed", "Pace", "PartnerRow", "PatternState", "PersonRow",
    "Piece", "Pipeline", "Planned", "Portfolio", "Proposal", "Prospect", "Ranking",
    "RankingComparison", "RankingStanding", "Readiness", "Recent", "Recognition",
    "RecognitionState", "Remedies", "Remedy", "Repeat", "Replication", "ReplicationComparison",
    "ReplicationState", "Response", "Rhythm", "RhythmWeek", "Rise", "Rung", "RungCell",
    "RungChange", "RungRest", "RungStatus", "Schedule", "Scheduled", "Season", "Selection",
    "SetValue", "Severity", "Shortfall", "Side", "Spread", "SpreadMonth", "Stage", "StepMade",
    "Stories", "StoryState", "Succession", "Successor", "SuccessorState", "SupportOwed",
    "SupportState", "SupportUnit", "Supports", "Tells", "ToOrder", "Trail", "TrailStanding",
    "Trait", "TraitChange", "TraitEstimate", "TraitQuestion", "Turn", "UnderFloor", "Urgency",
    "Verdict", "VoiceState", "VoiceTrail", "Waiting", "WeekKind", "Weekday", "WeekdayAnswers",
    "Wheel", "WheelState", "WheelSupport", "WheelSupportGiven", "WhereToBeginRow",
    "WhereToBeginStanding", "WinStory", "Winter",
]

Audience = Literal["individual", "team", "department", "company", "public"]
"""Who heard it.

- `individual`: The person alone.
- `team`: The team or unit.
- `department`: The department.
- `company`: The whole company.
- `public`: Everybody, outside the company too.
"""

Basis = Literal["facts", "policy"]
"""What a number comes from.

- `facts`: Facts, read by the policy.
- `policy`: The policy alone.
"""

ContestStep = Literal["commented", "raised", "upheld", "rejected"]
"""What is said about a fact, and how a dispute about it stands.

- `commented`: A word on the fact that disputes nothing.
- `raised`: The person disputes the fact.
- `upheld`: The person was right: the fact does not count.
- `rejected`: The fact stands.
"""

Counting = Literal["calendar", "business"]
"""How the days of a rung are counted.

- `calendar`: Every day.
- `business`: Business days of the partner's calendar.
"""

FeedbackState = Literal["open", "answered_in_time", "answered_late", "unanswered", "verified", "declined"]
"""How a piece of feedback stands.

- `open`: Not answered, and there is still time.
- `answered_in_time`: Answered with a plan in time, not checked yet.
- `answered_late`: Answered with a plan, but later, not checked yet.
- `unanswered`: Not answered, and the time is past.
- `verified`: Its result was checked.
- `declined`: Declined, with the reason.
"""

Field = Literal["amount", "industry", "region", "product", "employees", "lead"]
"""A profile field of a deal.

- `amount`: Amount, within one currency.
- `industry`: Industry of the customer.
- `region`: Region of the customer.
- `product`: Product.
- `employees`: Employees of the customer.
- `lead`: Who leads it.
"""

FindingCode = Literal["mismatch", "under_floor", "trait_unknown", "rising", "contested", "signal_not_in_policy", "gate_out_of_order", "confirmed_without_time", "confirmed_without_appraisal", "approval_late", "approval_missing", "not_announced", "selection_stuck", "rung_achieved", "rung_at_risk", "rung_behind", "rung_missed", "rung_unknown", "winter", "stagnation", "person_left", "recognition_owed", "recognition_slow", "recognition_narrow", "effort_unseen", "unit_unseen", "no_growth_offer", "money_only", "appraisal_no_overlap", "weekly_missed", "weekly_overrun", "quarterly_without_executives", "no_valley", "valley_eaten", "load_uneven", "response_late", "response_open", "quiet_thread", "feedback_unanswered", "feedback_late", "feedback_unverified", "news_individual_first", "first_win_near", "narrow_scope", "replicate_now", "story_owed", "load_on_one", "isolated", "no_successor", "know_how_spreading", "support_owed", "wheel_still", "loop_turned", "loop_waiting", "response_weekday", "override_in_force", "override_expiring", "override_expired"]
"""What a finding is: permanent codes, each with its texts in `text`.

- `mismatch`: A strong trait is wasted by a weak one.
- `under_floor`: A trait is under the policy's floor.
- `trait_unknown`: A trait on which readiness depends is unknown.
- `rising`: A trait rises.
- `contested`: Facts about the person are disputed.
- `signal_not_in_policy`: Signals that the policy does not know.
- `gate_out_of_order`: A gate was passed before the ones that belong before it.
- `confirmed_without_time`: The manager confirmed, but no working time is agreed.
- `confirmed_without_appraisal`: The manager confirmed, but how the person is appraised is not known.
- `approval_late`: Executives approved with too little time to spare.
- `approval_missing`: The start is near or past, and executives have not approved.
- `not_announced`: The person has the role, and the company was not told.
- `selection_stuck`: The selection waits at one gate.
- `rung_achieved`: A rung was made.
- `rung_at_risk`: A rung is unlikely to be made in time.
- `rung_behind`: A rung is behind its plan.
- `rung_missed`: A rung's date has passed.
- `rung_unknown`: Nothing was recorded from which a rung could be judged.
- `winter`: No order yet, but the intermediate results are healthy.
- `stagnation`: No order, and the intermediate results have stopped.
- `person_left`: The person has left the company.
- `recognition_owed`: Achievements and efforts wait to be recognised.
- `recognition_slow`: Recognition came later than wanted.
- `recognition_narrow`: Recognition was heard by too few.
- `effort_unseen`: Results are praised, effort hardly ever.
- `unit_unseen`: Members of the support unit were not recognised for long.
- `no_growth_offer`: No growth was offered in time.
- `money_only`: Money is all that was offered.
- `appraisal_no_overlap`: Nothing of the ladder counts in the person's own appraisal.
- `weekly_missed`: Weekly meetings were missed in a row.
- `weekly_overrun`: Weekly meetings keep running over.
- `quarterly_without_executives`: The latest quarterly review was held without executives.
- `no_valley`: No hours of recharging are recorded in any valley that is over.
- `valley_eaten`: The latest valley was taken up by pushing.
- `load_uneven`: The hours change much from week to week.
- `response_late`: The vendor answered later than the limit.
- `response_open`: A question waits for the vendor's answer.
- `quiet_thread`: A message of the vendor's waits: another channel may be better.
- `feedback_unanswered`: Feedback waits for a plan, or for a reason.
- `feedback_late`: Feedback was answered after the next business day.
- `feedback_unverified`: A regular meeting went by without checking what came of feedback.
- `news_individual_first`: One person was told news before everybody.
- `first_win_near`: A first order from a few open deals is likely soon.
- `narrow_scope`: Many deals are open, and no first order is near.
- `replicate_now`: A win can be repeated, and nobody has tried.
- `story_owed`: The story of a win is owed.
- `load_on_one`: Most of the recent work is the person's.
- `isolated`: Nobody stands beside the person lately.
- `no_successor`: Nobody who could follow is known.
- `know_how_spreading`: Colleagues became active since the start.
- `support_owed`: Training or a joint review is owed.
- `wheel_still`: The vendor's or the partner's wheel stands still.
- `loop_turned`: The loop of finding, approving, making clear and sharing has turned once more.
- `loop_waiting`: Results wait to be shared, and the loop with them.
- `response_weekday`: Questions of one weekday are answered later than the others.
- `override_in_force`: Somebody set a value against what the evidence says.
- `override_expiring`: A value that somebody set holds for a few more days only.
- `override_expired`: A value that somebody set holds no longer.
"""

FirstOrderState = Literal["begin", "nothing_open", "replicate"]
"""Which question is asked.

- `begin`: Nothing is won yet, and there are open deals: with which to begin.
- `nothing_open`: Nothing is won yet, and no deal is open.
- `replicate`: The first win is made: what to repeat.
"""

GateStep = Literal["shortlisted", "manager_confirmed", "executive_approved", "announced", "appointed", "stepped_down"]
"""A step of the selection, in the order in which they belong.

- `shortlisted`: On the list of candidates.
- `manager_confirmed`: Sales manager and department head agree, as to resources and existing appraisals.
- `executive_approved`: Executives approved.
- `announced`: Executives told the company.
- `appointed`: The person has the role.
- `stepped_down`: The person gave the role back.
"""

Isolation = Literal["connected", "isolated", "unknown"]
"""Whether somebody stands beside the person.

- `connected`: Somebody does.
- `isolated`: Such things are recorded at the partner, and none of them lately of the person.
- `unknown`: Such things are not recorded at the partner.
"""

Layer = Literal["weekly", "monthly", "quarterly"]
"""Which regular meeting it was.

- `weekly`: The weekly 15 minutes.
- `monthly`: The monthly review.
- `quarterly`: The quarterly review with executives.
"""

LinkKind = Literal["member", "turned_to", "worked_with", "joint_review", "shared_deal"]
"""What joins the person and others.

- `member`: A colleague is in the support unit.
- `turned_to`: One turned to the other for advice.
- `worked_with`: They worked together.
- `joint_review`: The vendor reviewed a deal with the person.
- `shared_deal`: A colleague did something for a deal of the person's.
"""

LoopStep = Literal["found", "approved", "role_clear", "shared"]
"""A step of the loop.

- `found`: 候補発掘: a candidate was shortlisted.
- `approved`: 経営陣承認: executives approved.
- `role_clear`: 役割明確化: announced, appointed, authority made known or working time agreed.
- `shared`: 成果共有: a story or a recognition was heard widely enough.
"""

MeetingStatus = Literal["kept", "missed", "open", "unknown"]
"""How a planned meeting stands.

- `kept`: It took place.
- `missed`: It was called off, or its period ended without it.
- `open`: Its period still runs and nothing is recorded.
- `unknown`: Its period ended before meetings of this layer were recorded at all.
"""

MismatchState = Literal["present", "likely", "possible", "absent", "unknown"]
"""Whether a mismatch is there.

- `present`: Its probability reaches the policy's `present`.
- `likely`: Its probability reaches `likely`.
- `possible`: Its probability reaches `possible`.
- `absent`: Its probability lies below `possible`.
- `unknown`: Of one of the two traits nothing is known.
"""

NewsOrder = Literal["open_first", "individual_first", "open_awaited", "open_missing"]
"""In which order news was told.

- `open_first`: Openly, before or hardly after anybody alone.
- `individual_first`: Openly, but to one person first.
- `open_awaited`: To one person alone, and there is still time for the open telling.
- `open_missing`: To one person alone, and the open telling did not come.
"""

OfferKind = Literal["growth", "money"]
"""What an offer consists of.

- `growth`: Growth, a career path, recognition as an expert.
- `money`: Money.
"""

OfferMix = Literal["both", "growth_only", "money_only", "unknown"]
"""What the offers consist of.

- `both`: Growth and money.
- `growth_only`: Growth alone.
- `money_only`: Money alone.
- `unknown`: No offer was recorded.
"""

OverrideState = Literal["in_force", "expiring", "expired"]
"""Whether an override holds.

- `in_force`: It holds.
- `expiring`: It holds for a few more days.
- `expired`: Its last day is past.
"""

Readiness = Literal["ready", "ready_with_support", "unknown", "not_yet"]
"""Whether a person is ready for the role; the order is the order of a ranking.

- `ready`: The whole interval reaches the bar, and nothing stands in the way.
- `ready_with_support`: As ready, but something is short. For everything that is short there is a remedy that clears it.
- `unknown`: The interval includes the bar, or a trait with a floor is unknown: ask first.
- `not_yet`: The whole interval lies below the bar, or something is short that no remedy clears.
"""

RecognitionState = Literal["recognised", "open", "lapsed"]
"""Whether what is owed was given.

- `recognised`: It was recognised.
- `open`: Not yet, and it is not too late for a word.
- `lapsed`: Not within the window.
"""

ReplicationComparison = Literal["alike", "differs", "unknown"]
"""How a field of two deals compares.

- `alike`: The same, or numbers near each other.
- `differs`: Different.
- `unknown`: Not known of both, or amounts of different currencies.
"""

ReplicationState = Literal["no_win", "too_few", "no_difference", "no_prospect", "none_near", "proposed"]
"""What can be said about repeating a win.

- `no_win`: Nothing is won yet: where to begin is the question.
- `too_few`: Too few deals are closed to learn from.
- `no_difference`: The closed deals tell no difference.
- `no_prospect`: No prospect is open.
- `none_near`: None of the open prospects is near enough.
- `proposed`: Prospects are proposed.
"""

RungStatus = Literal["achieved", "ahead", "on_pace", "behind", "at_risk", "missed", "not_started", "unknown"]
"""How a rung stands.

- `achieved`: Made by its deadline.
- `ahead`: Ahead of its plan.
- `on_pace`: As planned.
- `behind`: Behind its plan.
- `at_risk`: Unlikely to be made in time, whatever its pace.
- `missed`: Not made by its deadline.
- `not_started`: The person does not have the role yet.
- `unknown`: Nothing was recorded since the start.
"""

Season = Literal["thriving", "winter", "stagnation", "too_early", "unknown"]
"""Which season it is.

- `thriving`: A final result came lately.
- `winter`: None for long, and the intermediate results are healthy.
- `stagnation`: None for long, and the intermediate results have stopped.
- `too_early`: The start is too near to ask.
- `unknown`: Not started, nothing recorded, or a policy without final or intermediate metrics.
"""

Severity = Literal["shallow", "moderate", "deep"]
"""How deep the shortfall of the weak trait is.

- `shallow`: Less than a third below its threshold.
- `moderate`: Less than two thirds below.
- `deep`: Deeper.
"""

Side = Literal["vendor", "partner"]
"""Who wrote a message.

- `vendor`: The vendor.
- `partner`: The partner.
"""

Stage = Literal["prospect", "proposal", "poc", "approval", "won", "lost"]
"""How far a deal has come.

- `prospect`: A prospect found (案件発掘).
- `proposal`: First proposal made (初回提案).
- `poc`: Proof of concept agreed (PoC合意).
- `approval`: Internal approval started at the customer (社内稟議).
- `won`: Ordered (受注).
- `lost`: Lost.
"""

StoryState = Literal["told", "narrow", "open", "owed", "lapsed"]
"""How far the story of a win has come.

- `told`: Everybody concerned has it.
- `narrow`: Some have it, not everybody concerned.
- `open`: Not told, and there is still time.
- `owed`: Not told, and the time is past.
- `lapsed`: Never told, and too long ago to ask for.
"""

SuccessorState = Literal["fit", "open", "not_yet", "nobody_known"]
"""What is known of a successor.

- `fit`: The best colleague's whole interval reaches the bar, and no trait with a floor is unknown or under it.
- `open`: The interval straddles the bar, or a trait with a floor is unknown or under it.
- `not_yet`: The whole interval lies below the bar.
- `nobody_known`: Nothing is known of any colleague's traits.
"""

SupportState = Literal["given", "due", "overdue"]
"""How something owed stands.

- `given`: It was given.
- `due`: Not yet, and there is still time.
- `overdue`: Not given, and the day is past.
"""

Tells = Literal["too_few", "no_difference", "difference"]
"""Whether closed deals tell won from lost.

- `too_few`: Too few are closed, or of one kind only.
- `no_difference`: They tell no difference.
- `difference`: They tell a difference.
"""

TrailStanding = Literal["counts", "context", "withdrawn", "not_read"]
"""What becomes of a fact.

- `counts`: It is evidence of a number.
- `context`: Numbers rest on it without counting it.
- `withdrawn`: It does not count: its dispute was upheld.
- `not_read`: Nothing of the brief reads it.
"""

Trait = Literal["authority", "drive", "time", "skill", "influence", "track_record"]
"""What a key person needs: six traits.

- `authority`: 権限: what the person may decide.
- `drive`: 意欲: what the person does unasked.
- `time`: 時間: the hours that the person has for the role.
- `skill`: 技術知識: what the person knows of product and craft.
- `influence`: 社内影響力: whom the person moves inside the company.
- `track_record`: 関連商材の実績: results with related products.
"""

Urgency = Literal["urgent", "important", "notice", "celebrate"]
"""How much a finding matters, the most urgent first.

- `urgent`: Act this week.
- `important`: Plan for it.
- `notice`: Good to know.
- `celebrate`: Something to celebrate.
"""

Verdict = Literal["every_weighting", "some_weightings", "not_separable"]
"""What can be said of two people.

- `every_weighting`: The first is ahead whatever the weights.
- `some_weightings`: The first is ahead for the share of weightings given.
- `not_separable`: The evidence cannot tell the two apart.
"""

VoiceState = Literal["counts", "overridden", "replaced", "expired", "withdrawn"]
"""How a fact counts for a trait.

- `counts`: It counts.
- `overridden`: Somebody set the trait, and nothing counts while that holds.
- `replaced`: A later fact is read in its place: of the same signal, or one that took an order or a loss back.
- `expired`: It counted up to its last day.
- `withdrawn`: Its dispute was upheld.
"""

WeekKind = Literal["push", "recharge", "normal"]
"""What a week is planned for.

- `push`: Before a deadline: pushing deals forward (山).
- `recharge`: After it: learning, recharging (谷).
- `normal`: Neither.
"""

Weekday = Literal["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
"""The day of the week on which a question was asked.

- `monday`: 月曜日
- `tuesday`: 火曜日
- `wednesday`: 水曜日
- `thursday`: 木曜日
- `friday`: 金曜日
- `saturday`: 土曜日
- `sunday`: 日曜日
"""

WheelState = Literal["turning", "still", "unknown"]
"""How a wheel stands.

- `turning`: It turned within the policy's days.
- `still`: It turned once, and not within them.
- `unknown`: Nothing of it was ever recorded.
"""

WheelSupport = Literal["training", "joint_review", "answer", "member", "praise", "executives", "notice", "hours"]
"""What turns a wheel.

- `training`: The vendor trained the person.
- `joint_review`: The vendor reviewed a deal with the person.
- `answer`: The vendor answered: a message, or feedback with a plan or a reason.
- `member`: A colleague joined the unit.
- `praise`: Somebody was praised before an audience that is wide enough.
- `executives`: Executives were at a meeting.
- `notice`: The authority or the role was made known.
- `hours`: Working hours were agreed.
"""

class Activated(Record):
    """A colleague who is active."""

    person: Attribute[str] = attribute()
    """Who."""
    on: Attribute[date] = attribute(date.fromisoformat)
    """The day of the first work or signal since the start."""
    at: Attribute[datetime] = attribute(instant)
    """When that was."""
    fact: Attribute[str] = attribute()
    """The fact."""
    active_before: Attribute[bool] = attribute()
    """Whether the colleague was active before the start already."""


class Agenda(Record):
    """What the three layers are to talk about."""

    weekly: Attribute[tuple[AgendaTopic, ...]] = attribute(lambda plain: tuple(AgendaTopic._of(item) for item in plain))
    """Small corrections: what is urgent or important now."""
    monthly: Attribute[tuple[AgendaTopic, ...]] = attribute(lambda plain: tuple(AgendaTopic._of(item) for item in plain))
    """What is in the way of results."""
    bottleneck: Attribute[Bottleneck | None] = attribute(lambda plain: None if plain is None else Bottleneck._of(plain))
    """The step at which the most deals stay behind; absent where no step has enough deals, or none stays behind."""
    quarterly: Attribute[tuple[AgendaTopic, ...]] = attribute(lambda plain: tuple(AgendaTopic._of(item) for item in plain))
    """Allocation and strategy."""


class AgendaTopic(Record):
    """A finding on an agenda."""

    code: Attribute[FindingCode] = attribute()
    """The finding."""
    about: Attribute[str] = attribute()
    """What it is about."""


class AnswerTrail(Record):
    """Something said about a fact."""

    fact: Attribute[str] = attribute()
    """The fact that says it."""
    at: Attribute[datetime] = attribute(instant)
    """When."""
    step: Attribute[ContestStep] = attribute()
    """A comment, or a step of the dispute."""
    person: Attribute[str | None] = attribute()
    """Whose page it stands on."""
    by: Attribute[str | None] = attribute()
    """Who said it, where that is somebody else."""
    reason: Attribute[str | None] = attribute()
    """The words."""


class Answered(Record):
    """A turn and its answer."""

    thread: Attribute[str | None] = attribute()
    """The thread; absent for the person's own chat."""
    by: Attribute[Side] = attribute()
    """Who answered."""
    question: Attribute[str] = attribute()
    """The first message of the turn."""
    answer: Attribute[str] = attribute()
    """The message that answers it."""
    asked: Attribute[datetime] = attribute(instant)
    """When the turn began."""
    elapsed_seconds: Attribute[int] = attribute()
    """Whole seconds until the answer."""
    in_time: Attribute[bool] = attribute()
    """Whether it came within the limit."""


class Answers(Record):
    """How one side answers the other."""

    answered: Attribute[int] = attribute()
    """Turns that it answered."""
    in_time: Attribute[int] = attribute()
    """Those of them answered within the limit."""
    late: Attribute[int] = attribute()
    """Those of them answered later."""
    open: Attribute[int] = attribute()
    """Turns that wait for its answer."""
    open_past: Attribute[int] = attribute()
    """Those of them whose limit is past."""
    breaches: Attribute[int] = attribute()
    """Breaches of the limit: late answers and open turns past it."""
    median_hours: Attribute[float | None] = attribute()
    """Hours within which half of the answers came, by nearest rank: of n answers the ⌈n/2⌉-th fastest. Absent without answers; what is open does not count."""
    p90_hours: Attribute[float | None] = attribute()
    """Hours within which 90 % of the answers came: the ⌈9n/10⌉-th fastest."""
    chance: Attribute[float | None] = attribute()
    """Chance of an answer in time: mean of `Beta(prior_for + in time, prior_against + breaches)`. Absent where there is neither an answer nor a breach."""
    chance_lower: Attribute[float | None] = attribute()
    """Lower end of its interval at the policy's level."""
    chance_upper: Attribute[float | None] = attribute()
    """Upper end of it."""
    weekdays: Attribute[tuple[WeekdayAnswers, ...]] = attribute(lambda plain: tuple(WeekdayAnswers._of(item) for item in plain))
    """The same by the weekday of the question, Monday first."""


class Bottleneck(Record):
    """The step with the lowest share of deals that passed it so far."""

    from_: Attribute[str] = attribute(name="from")
    """The metric at which the step begins."""
    to: Attribute[str] = attribute()
    """The next one."""
    deals: Attribute[int] = attribute()
    """Deals that came to the first."""
    reached: Attribute[int] = attribute()
    """Those of them that came to the next."""
    share: Attribute[float] = attribute()
    """`reached ÷ deals`, 0 to below 1."""
    lower: Attribute[float | None] = attribute()
    """Lower end of its interval at the policy's level."""
    upper: Attribute[float | None] = attribute()
    """Upper end of it."""
    evidence: Attribute[tuple[str, ...]] = attribute(tuple)
    """The facts by which the deals that stayed behind came to the first, by instant."""


class ByEvidence(Record):
    """What follows from the evidence alone."""

    score: Attribute[float | None] = attribute()
    """The score; absent where unknown."""
    interval_lower: Attribute[float] = attribute()
    """Lower end of the score's interval."""
    interval_upper: Attribute[float] = attribute()
    """Upper end of the score's interval."""
    readiness: Attribute[Readiness] = attribute()
    """The readiness."""


class Cadence(Record):
    """The regular meetings of one person."""

    start: Attribute[date | None] = attribute(lambda plain: None if plain is None else date.fromisoformat(plain))
    """The day from which meetings are planned; absent without an appointment."""
    appointed_by: Attribute[str | None] = attribute()
    """The appointment."""
    layers: Attribute[tuple[LayerCadence, ...]] = attribute(lambda plain: tuple(LayerCadence._of(item) for item in plain))
    """Weekly, monthly and quarterly; empty without an appointment."""
    next: Attribute[tuple[Planned, ...]] = attribute(lambda plain: tuple(Planned._of(item) for item in plain))
    """The next planned meetings of all layers, the first [`NEXT`], by day."""
    unplanned: Attribute[tuple[str, ...]] = attribute(tuple)
    """Meetings since the start that took place in a period without a planned one, by instant."""


class Clearing(Record):
    """The smallest change that would clear a mismatch."""

    mean: Attribute[float] = attribute()
    """The mean to which the weak trait must come, its evidence weighing what it does today."""
    by: Attribute[float] = attribute()
    """By how much that is more than today."""


class Compared(Record):
    """One field of a prospect and of a won deal."""

    field: Attribute[Field] = attribute()
    """The field."""
    comparison: Attribute[ReplicationComparison] = attribute()
    """How the two compare."""
    prospect: Attribute[str | None] = attribute()
    """What the prospect has; absent where it is not known. An amount comes with its currency."""
    won: Attribute[str | None] = attribute()
    """What the won deal has."""


class Context(Record):
    """Facts and settings on which numbers rest."""

    name: Attribute[str] = attribute()
    """Its name: a room of the brief, a trait or mismatch of it, or a trait and a signal that speaks of it."""
    facts: Attribute[tuple[str, ...]] = attribute(tuple)
    """The facts, by instant."""
    settings: Attribute[tuple[str, ...]] = attribute(tuple)
    """The settings: JSON pointers into the policy."""


class Contribution(Record):
    """What one trait contributes."""

    trait: Attribute[Trait] = attribute()
    """The trait."""
    points: Attribute[float] = attribute()
    """Its share of `score − reference`, in points of the score."""


class Conversion(Record):
    """The share of deals that got from one metric to another."""

    from_: Attribute[str] = attribute(name="from")
    """The metric at which they begin."""
    to: Attribute[str] = attribute()
    """The metric that they reach."""
    deals: Attribute[int] = attribute()
    """Deals that began."""
    reached: Attribute[int] = attribute()
    """Those of them that reached it, a later metric of their course counted as well. At least so many where the share is absent."""
    share: Attribute[float | None] = attribute()
    """`reached ÷ deals`, 0 to 1; absent without deals, and if deals went past the metric while nothing that reached it is on record: then it is not written down, which is no zero."""
    lower: Attribute[float | None] = attribute()
    """Lower end of its interval at the policy's level (see [`share_interval`](crate::stats::share_interval)); absent where the share is."""
    upper: Attribute[float | None] = attribute()
    """Upper end of it."""


class CourseStep(Record):
    """The count at the end of a day on which it grew."""

    day: Attribute[date] = attribute(date.fromisoformat)
    """The day."""
    count: Attribute[int] = attribute()
    """How many there were at its end."""


class Cover(Record):
    """One trait that a colleague covers."""

    trait: Attribute[Trait] = attribute()
    """The trait."""
    member: Attribute[str] = attribute()
    """The colleague."""
    mean: Attribute[float] = attribute()
    """The unit's mean for it."""


class Criterion(Record):
    """One criterion of the appraisal."""

    criterion: Attribute[str] = attribute()
    """The criterion, in the employer's words."""
    metric: Attribute[str | None] = attribute()
    """The metric that measures the same, where there is one."""
    weight: Attribute[float | None] = attribute()
    """Its share of the appraisal, 0 to 1, where known."""
    rungs: Attribute[tuple[str, ...]] = attribute(tuple)
    """The rungs that serve it, in the policy's order."""
    fact: Attribute[str] = attribute()
    """The fact."""


class DealAlone(Record):
    """A deal that rests on the person alone."""

    deal: Attribute[str] = attribute()
    """The deal."""
    stage: Attribute[Stage | None] = attribute()
    """The furthest stage since it was last opened; absent where none is on record."""
    fact: Attribute[str] = attribute()
    """The fact by which it reached that, or else the latest fact about it."""


class Evidence(Record):
    """One piece of evidence."""

    fact: Attribute[str] = attribute()
    """The fact."""
    signal: Attribute[str] = attribute()
    """The signal by which it speaks; `rating` for ratings."""
    at: Attribute[datetime] = attribute(instant)
    """When it happened."""
    y: Attribute[float] = attribute()
    """What it says, from 0 (against) to 1 (for)."""
    weight: Attribute[float] = attribute()
    """What it counts today, after fading, dispute and cap."""
    contested: Attribute[bool] = attribute()
    """Whether the person disputes it."""


class Expected(Record):
    """When a target is expected; absent days lie beyond the policy's horizon."""

    early: Attribute[date | None] = attribute(lambda plain: None if plain is None else date.fromisoformat(plain))
    """The day by which it is reached with the policy's small probability."""
    median: Attribute[date | None] = attribute(lambda plain: None if plain is None else date.fromisoformat(plain))
    """The day by which it is reached as likely as not."""
    late: Attribute[date | None] = attribute(lambda plain: None if plain is None else date.fromisoformat(plain))
    """The day by which it is reached with the policy's large probability."""


class FactTrail(Record):
    """A fact, and what becomes of it."""

    fact: Attribute[str] = attribute()
    """The fact."""
    at: Attribute[datetime] = attribute(instant)
    """When it happened."""
    type: Attribute[str] = attribute()
    """Its type."""
    person: Attribute[str | None] = attribute()
    """Whom it names; absent for the whole partner."""
    source: Attribute[str | None] = attribute()
    """Where it comes from."""
    standing: Attribute[TrailStanding] = attribute()
    """What becomes of it."""
    contested: Attribute[bool] = attribute()
    """Whether its dispute is open."""
    voices: Attribute[tuple[VoiceTrail, ...]] = attribute(lambda plain: tuple(VoiceTrail._of(item) for item in plain))
    """How it speaks of the person's traits."""
    evidence_of: Attribute[tuple[str, ...]] = attribute(tuple)
    """Numbers of which it is evidence: JSON pointers into the brief, in its order."""
    context_of: Attribute[tuple[str, ...]] = attribute(tuple)
    """Names of the contexts to which it belongs."""
    answers: Attribute[tuple[AnswerTrail, ...]] = attribute(lambda plain: tuple(AnswerTrail._of(item) for item in plain))
    """What was said about it, by instant."""


class Feedback(Record):
    """The feedback of the person and of the partner."""

    pieces: Attribute[tuple[Piece, ...]] = attribute(lambda plain: tuple(Piece._of(item) for item in plain))
    """The pieces, by the instant at which they were raised."""
    waiting: Attribute[int] = attribute()
    """Pieces without an answer, in time or past it."""
    answered: Attribute[int] = attribute()
    """Pieces that were answered."""
    in_time: Attribute[int] = attribute()
    """Those of them answered in time."""
    verified: Attribute[int] = attribute()
    """Pieces whose result was checked."""


class FieldShare(Record):
    """What one field counts."""

    field: Attribute[Field] = attribute()
    """The field."""
    unit: Attribute[str | None] = attribute()
    """The currency of an amount."""
    share: Attribute[float] = attribute()
    """Its share of all that tells won from lost, 0 to 1."""


class Finding(FindingWords):
    """Something that needs attention."""

    code: Attribute[FindingCode] = attribute()
    """What it is."""
    urgency: Attribute[Urgency] = attribute()
    """How much it matters."""
    about: Attribute[str] = attribute()
    """What it is about: a trait, a pattern, a rung, a gate; empty where the code says it all."""
    since: Attribute[datetime | None] = attribute(lambda plain: None if plain is None else instant(plain))
    """Since when it holds, in the partner's zone: what its room says, or else the instant of its earliest fact. Absent where no fact is behind it."""
    due: Attribute[date | None] = attribute(lambda plain: None if plain is None else date.fromisoformat(plain))
    """By which day it wants an answer."""
    values: Attribute[Mapping[str, FindingValue]] = attribute(lambda plain: MappingProxyType({key: FindingValue._of(item) for key, item in plain.items()}))
    """The values in its sentence, by name."""
    evidence: Attribute[tuple[str, ...]] = attribute(tuple)
    """The facts behind it, the weightiest first."""
    remedies: Attribute[tuple[str, ...]] = attribute(tuple)
    """What may be done about it, by code."""


class FindingValue(Record):
    """A value of a finding: `{"type": "share", "value": 0.76}` as JSON."""

    type: Attribute[Literal["share", "count", "number", "days", "hours", "minutes", "day", "word", "text", "names"]] = attribute()
    """What the value is."""
    value: Attribute[float | int | date | str | tuple[str, ...]] = tagged({"day": date.fromisoformat, "names": tuple})
    """The value."""


class FirstOrder(Record):
    """With which prospects to begin."""

    state: Attribute[FirstOrderState] = attribute()
    """Which question is asked."""
    first_win: Attribute[date | None] = attribute(lambda plain: None if plain is None else date.fromisoformat(plain))
    """The day of the partner's first win."""
    first_win_fact: Attribute[str | None] = attribute()
    """The fact of it."""
    within_days: Attribute[int] = attribute()
    """Days within which an order is early."""
    pipeline: Attribute[Pipeline | None] = attribute(lambda plain: None if plain is None else Pipeline._of(plain))
    """The person's open deals and what they come to; absent where the question is another."""
    rate_odds: Attribute[float | None] = attribute()
    """Odds of at least one order within the days by the person's rate of orders, deals not found yet among them; absent where the question is another, or no metric of the ladder's final rung counts orders."""


class Fit(Record):
    """The score of a person for the role."""

    score: Attribute[float | None] = attribute()
    """Power mean of the known traits, 0 to 1; absent where no trait is known."""
    lower: Attribute[float] = attribute()
    """Power mean of all lower ends; an unknown trait counts with that of its prior. Never above the score."""
    upper: Attribute[float] = attribute()
    """Power mean of all upper ends; an unknown trait counts with that of its prior. Never below the score."""
    interval_lower: Attribute[float] = attribute()
    """Lower end of the score's interval at the policy's level. It is narrower than the bounds: it is far less likely that all traits are at their lower ends than that one of them is."""
    interval_upper: Attribute[float] = attribute()
    """Upper end of the score's interval at the policy's level."""
    coverage: Attribute[float] = attribute()
    """Weight of the known traits as a share of all weight, 0 to 1."""
    bar: Attribute[float] = attribute()
    """The fit from which a person is fit for the role."""
    reference: Attribute[float | None] = attribute()
    """Power mean of the reference profile over the known traits."""
    contributions: Attribute[tuple[Contribution, ...]] = attribute(lambda plain: tuple(Contribution._of(item) for item in plain))
    """What each known trait contributes to `score − reference`."""
    under_floor: Attribute[tuple[UnderFloor, ...]] = attribute(lambda plain: tuple(UnderFloor._of(item) for item in plain))
    """Known traits under their floor."""
    unknown: Attribute[tuple[Trait, ...]] = attribute(tuple)
    """Traits with a floor of which nothing is known."""
    next_question: Attribute[TraitQuestion | None] = attribute(lambda plain: None if plain is None else TraitQuestion._of(plain))
    """The trait to ask about next: the one whose interval moves the bounds most."""


class GatePassed(Record):
    """A gate passed."""

    gate: Attribute[GateStep] = attribute()
    """The gate."""
    day: Attribute[date] = attribute(date.fromisoformat)
    """The day from which it holds."""
    fact: Attribute[str] = attribute()
    """The fact that says so."""


class Ladder(Record):
    """One person's ladder."""

    start: Attribute[date | None] = attribute(lambda plain: None if plain is None else date.fromisoformat(plain))
    """The day from which the person has the role; absent without an appointment."""
    appointed_by: Attribute[str | None] = attribute()
    """The appointment."""
    rungs: Attribute[tuple[Rung, ...]] = attribute(lambda plain: tuple(Rung._of(item) for item in plain))
    """The rungs, in the policy's order."""


class LayerCadence(Record):
    """The meetings of one layer within the policy's days."""

    layer: Attribute[Layer] = attribute()
    """The layer."""
    minutes_limit: Attribute[int] = attribute()
    """Minutes that one may take."""
    meetings: Attribute[tuple[Meeting, ...]] = attribute(lambda plain: tuple(Meeting._of(item) for item in plain))
    """The planned ones whose period has begun, by day."""
    kept: Attribute[int | None] = attribute()
    """How many were kept; absent where nothing is recorded of the layer."""
    missed: Attribute[int | None] = attribute()
    """How many were missed."""
    overrun: Attribute[int | None] = attribute()
    """How many of those kept took longer than the limit; absent where no length is recorded."""
    dashboard: Attribute[int | None] = attribute()
    """In how many of those kept the dashboard was shared; absent where it is recorded of none."""
    kept_in_row: Attribute[int | None] = attribute()
    """How many in a row were kept up to now; a running period without a record does not end the row."""
    missed_in_row: Attribute[int | None] = attribute()
    """How many in a row were missed up to now."""
    next: Attribute[Planned | None] = attribute(lambda plain: None if plain is None else Planned._of(plain))
    """The next one."""
    last_record: Attribute[str | None] = attribute()
    """The latest fact of the layer since the start, planned or not."""


class LeadTime(Record):
    """What a person's deals come to."""

    counts: Attribute[tuple[MetricCount, ...]] = attribute(lambda plain: tuple(MetricCount._of(item) for item in plain))
    """Everything counted, by metric, in the order of the stages."""
    conversions: Attribute[tuple[Conversion, ...]] = attribute(lambda plain: tuple(Conversion._of(item) for item in plain))
    """From a prospect to each further metric of deals; empty where no metric counts prospects."""
    to_order: Attribute[ToOrder | None] = attribute(lambda plain: None if plain is None else ToOrder._of(plain))
    """Days from prospect to order; absent where no deal has a day on which it was found."""


class Lesson(Record):
    """What a partner's closed deals tell."""

    tells: Attribute[Tells] = attribute()
    """Whether they tell won from lost."""
    closed: Attribute[int] = attribute()
    """Closed deals looked at."""
    won: Attribute[int] = attribute()
    """Those of them won."""
    lost: Attribute[int] = attribute()
    """Those of them lost."""
    older: Attribute[int] = attribute()
    """Older closed deals that were not looked at."""
    base: Attribute[float | None] = attribute()
    """Share of wins among those looked at; absent without any."""
    foretold: Attribute[int] = attribute()
    """Closed deals that could be foretold from earlier ones."""
    auc: Attribute[float | None] = attribute()
    """How well they were: the chance that one that was won had been given a higher chance than one that was lost."""
    auc_lower: Attribute[float | None] = attribute()
    """Lower end of its interval at the policy's certainty; they tell a difference where it lies above ½."""
    auc_upper: Attribute[float | None] = attribute()
    """Upper end of it."""
    fields: Attribute[tuple[FieldShare, ...]] = attribute(lambda plain: tuple(FieldShare._of(item) for item in plain))
    """What each field counts, in the order of the fields; empty where nothing was learned."""


class Link(Record):
    """Something that joins the person and others."""

    kind: Attribute[LinkKind] = attribute()
    """What it is."""
    at: Attribute[datetime] = attribute(instant)
    """When."""
    fact: Attribute[str] = attribute()
    """The fact."""
    colleague: Attribute[str | None] = attribute()
    """The colleague; absent for the vendor's reviews."""


class Load(Record):
    """Who did how much of the recent work."""

    from_: Attribute[date | None] = attribute(lambda plain: None if plain is None else date.fromisoformat(plain), name="from")
    """The first day that is looked at."""
    things: Attribute[int] = attribute()
    """Things done by anybody since then."""
    people: Attribute[tuple[LoadShare, ...]] = attribute(lambda plain: tuple(LoadShare._of(item) for item in plain))
    """Everybody who did any, the most first."""
    own_share: Attribute[float | None] = attribute()
    """The person's share, 0 to 1; absent, as all below, with fewer things than the policy asks for."""
    hhi: Attribute[float | None] = attribute()
    """Herfindahl–Hirschman index, the sum of squared shares: 1/n where n people do the same, 1 where one does all."""
    effective_people: Attribute[float | None] = attribute()
    """1 ÷ that index: how many people, all doing the same, would give it."""
    half: Attribute[tuple[str, ...]] = attribute(tuple)
    """The smallest group that did half of it, the most first; of equal ones the first by id."""


class LoadShare(Record):
    """One person's share of the recent work."""

    person: Attribute[str] = attribute()
    """Who."""
    things: Attribute[int] = attribute()
    """Things done."""
    share: Attribute[float] = attribute()
    """Their share of all, 0 to 1; the shares sum to 1."""
    evidence: Attribute[tuple[str, ...]] = attribute(tuple)
    """The facts, by instant."""


class LoopTurns(Record):
    """The turns of the loop at one partner."""

    completed: Attribute[int] = attribute()
    """Turns completed."""
    turns: Attribute[tuple[Turn, ...]] = attribute(lambda plain: tuple(Turn._of(item) for item in plain))
    """The turns, the running one last, where it has begun."""
    last: Attribute[LoopStep | None] = attribute()
    """The latest step made; absent where none was."""
    next: Attribute[LoopStep] = attribute()
    """The step that comes next."""
    since: Attribute[datetime | None] = attribute(lambda plain: None if plain is None else instant(plain))
    """Since when the loop stands there."""
    days: Attribute[int | None] = attribute()
    """Business days since then."""
    unshared: Attribute[tuple[str, ...]] = attribute(tuple)
    """Results since the role was made clear, while the running turn waits for them to be shared, by instant."""
    unshared_since: Attribute[datetime | None] = attribute(lambda plain: None if plain is None else instant(plain))
    """When the first of them came."""


class Meeting(Record):
    """One planned meeting, and what became of it."""

    day: Attribute[date] = attribute(date.fromisoformat)
    """The business day on which it was planned."""
    from_: Attribute[date] = attribute(date.fromisoformat, name="from")
    """First day of its period."""
    to: Attribute[date] = attribute(date.fromisoformat)
    """Last day of its period."""
    status: Attribute[MeetingStatus] = attribute()
    """How it stands."""
    held_on: Attribute[date | None] = attribute(lambda plain: None if plain is None else date.fromisoformat(plain))
    """The day on which it took place, the last one where there were several."""
    minutes: Attribute[int | None] = attribute()
    """Minutes, the longest where there were several; absent where not recorded."""
    overrun: Attribute[bool | None] = attribute()
    """Whether it took longer than the limit; absent where its length is not recorded."""
    dashboard: Attribute[bool | None] = attribute()
    """Whether the dashboard was shared; absent where not recorded."""
    executives: Attribute[bool | None] = attribute()
    """Whether executives were there; absent where not recorded."""
    evidence: Attribute[tuple[str, ...]] = attribute(tuple)
    """The facts of the period, by instant."""


class MemberRecognition(Record):
    """A member of the support unit, and what was said of the member."""

    member: Attribute[str] = attribute()
    """The colleague."""
    joined: Attribute[datetime] = attribute(instant)
    """When the colleague joined."""
    fact: Attribute[str] = attribute()
    """The fact by which."""
    recognised: Attribute[tuple[str, ...]] = attribute(tuple)
    """The recognitions of the colleague since then, by instant."""
    last: Attribute[datetime | None] = attribute(lambda plain: None if plain is None else instant(plain))
    """When the latest of them was."""


class MetricCount(Record):
    """How many of one metric."""

    metric: Attribute[str] = attribute()
    """The metric."""
    count: Attribute[int] = attribute()
    """How many up to the as-of."""


class Mismatch(Record):
    """One pattern, judged for one person."""

    pattern: Attribute[str] = attribute()
    """Code of the pattern."""
    state: Attribute[MismatchState] = attribute()
    """Whether it is there."""
    strong: Attribute[Trait] = attribute()
    """The strong trait."""
    weak: Attribute[Trait] = attribute()
    """The weak trait."""
    probability: Attribute[float | None] = attribute()
    """Its probability, 0 to 1; absent where one of the traits is unknown."""
    depth: Attribute[float | None] = attribute()
    """How far the weak trait's mean is below its threshold, as a share of the threshold, 0 to 1."""
    severity: Attribute[Severity | None] = attribute()
    """The depth in a word; absent where the mean is not below the threshold."""
    clears: Attribute[Clearing | None] = attribute(lambda plain: None if plain is None else Clearing._of(plain))
    """The smallest change of the weak trait that clears it, so that it is neither present nor likely. Absent if it is neither already, or if no change of this trait alone is enough."""
    evidence: Attribute[tuple[str, ...]] = attribute(tuple)
    """The facts that weigh most, the weak trait's first."""
    remedies: Attribute[tuple[str, ...]] = attribute(tuple)
    """Remedies, the gentlest first."""


class Motivation(Record):
    """What was offered."""

    mix: Attribute[OfferMix] = attribute()
    """What the offers consist of."""
    offers: Attribute[tuple[OfferMade, ...]] = attribute(lambda plain: tuple(OfferMade._of(item) for item in plain))
    """The offers, by instant."""
    growth_since: Attribute[date | None] = attribute(lambda plain: None if plain is None else date.fromisoformat(plain))
    """The day of the first offer of growth."""
    since: Attribute[date | None] = attribute(lambda plain: None if plain is None else date.fromisoformat(plain))
    """The first gate that the person passed, from which an offer of growth is owed; absent before any, and after a stepping down."""
    since_fact: Attribute[str | None] = attribute()
    """The fact of that gate."""
    due: Attribute[date | None] = attribute(lambda plain: None if plain is None else date.fromisoformat(plain))
    """The last day on which an offer of growth is in time."""


class Neighbour(Record):
    """A won deal near a prospect."""

    deal: Attribute[str] = attribute()
    """The deal."""
    name: Attribute[str | None] = attribute()
    """Its name, where known."""
    won_on: Attribute[date] = attribute(date.fromisoformat)
    """The day on which it was won."""
    distance: Attribute[float] = attribute()
    """Gower's distance by what each field counts, 0 to 1."""
    fields: Attribute[tuple[Compared, ...]] = attribute(lambda plain: tuple(Compared._of(item) for item in plain))
    """Field by field."""


class NewGrounds(Record):
    """A finding, and what came in between of that on which it rests."""

    code: Attribute[FindingCode] = attribute()
    """The finding."""
    about: Attribute[str] = attribute()
    """What it is about."""
    facts: Attribute[tuple[str, ...]] = attribute(tuple)
    """Those of its facts that came in between, the weightiest first."""


class NewsTold(Record):
    """The news, topic by topic."""

    topics: Attribute[tuple[NewsTopic, ...]] = attribute(lambda plain: tuple(NewsTopic._of(item) for item in plain))
    """The topics, by the instant of their first telling."""
    open_first: Attribute[int] = attribute()
    """Those told openly first."""
    individual_first: Attribute[int] = attribute()
    """Those told to one person first, the open telling late or missing."""


class NewsTopic(Record):
    """One piece of news."""

    topic: Attribute[str] = attribute()
    """What it is about."""
    order: Attribute[NewsOrder] = attribute()
    """In which order it was told."""
    open: Attribute[datetime | None] = attribute(lambda plain: None if plain is None else instant(plain))
    """The first open telling."""
    open_fact: Attribute[str | None] = attribute()
    """The fact of it."""
    individual: Attribute[datetime | None] = attribute(lambda plain: None if plain is None else instant(plain))
    """The first telling to one person."""
    individual_fact: Attribute[str | None] = attribute()
    """The fact of it."""
    due: Attribute[date | None] = attribute(lambda plain: None if plain is None else date.fromisoformat(plain))
    """The last day for the open telling where one person was told first; absent where nobody was, and past the last day there is."""


class NumberTrail(Record):
    """A number of the brief."""

    pointer: Attribute[str] = attribute()
    """Where it stands: a JSON pointer into the brief."""
    value: Attribute[float] = attribute()
    """The number."""
    basis: Attribute[Basis] = attribute()
    """What it comes from."""
    evidence: Attribute[tuple[str, ...]] = attribute(tuple)
    """The facts that are counted or read for it, by instant."""
    context: Attribute[str | None] = attribute()
    """Name of the context on which it rests; absent where the policy alone sets it: the same pointer leads to it in the policy."""


class OddsChange(Record):
    """The odds of a rung before and after its date is moved."""

    rung: Attribute[str] = attribute()
    """Code of the rung."""
    before: Attribute[float] = attribute()
    """Odds today."""
    after: Attribute[float] = attribute()
    """Odds with the later date."""


class OfferMade(Record):
    """One offer."""

    kind: Attribute[OfferKind] = attribute()
    """Growth or money."""
    day: Attribute[date] = attribute(date.fromisoformat)
    """The local day on which it was made."""
    before_start: Attribute[bool | None] = attribute()
    """Whether that was before the role began; absent without a start."""
    specific: Attribute[bool] = attribute()
    """Whether it is said what exactly was offered."""
    fact: Attribute[str] = attribute()
    """The fact."""


class Overlap(Record):
    """How far the ladder and the person's own appraisal agree."""

    criteria: Attribute[tuple[Criterion, ...]] = attribute(lambda plain: tuple(Criterion._of(item) for item in plain))
    """The criteria, by name; empty where nothing is known of them."""
    weight: Attribute[float | None] = attribute()
    """The weight of all criteria whose weight is known; absent where it is known of none."""
    served_weight: Attribute[float | None] = attribute()
    """The weight of those that a rung serves."""
    share: Attribute[float | None] = attribute()
    """Served ÷ all known weight, 0 to 1; absent where no weight above 0 is known, or the policy has no rungs."""
    without_weight: Attribute[int] = attribute()
    """Criteria whose weight is not known."""
    any: Attribute[bool | None] = attribute()
    """Whether any rung serves a criterion that counts; absent without criteria or rungs."""


class Overridden(Record):
    """What the evidence says of a trait that somebody set."""

    fact: Attribute[str] = attribute()
    """The override."""
    contested: Attribute[bool] = attribute()
    """Whether somebody disputes the override."""
    mean: Attribute[float | None] = attribute()
    """Mean by the evidence alone; absent where nothing is known."""
    lower: Attribute[float] = attribute()
    """Lower end of its interval."""
    upper: Attribute[float] = attribute()
    """Upper end of its interval."""
    a: Attribute[float] = attribute()
    """First parameter of its posterior."""
    b: Attribute[float] = attribute()
    """Second parameter of it."""


class Owed(Record):
    """Something that is owed a recognition."""

    fact: Attribute[str] = attribute()
    """The fact."""
    at: Attribute[datetime] = attribute(instant)
    """When it happened."""
    day: Attribute[date] = attribute(date.fromisoformat)
    """The local day on which it happened."""
    rungs: Attribute[tuple[str, ...]] = attribute(tuple)
    """The rungs that it reached, in the policy's order."""
    metrics: Attribute[tuple[str, ...]] = attribute(tuple)
    """The metrics towards which it counts, in the policy's order."""
    effort: Attribute[str | None] = attribute()
    """The effort that it shows; absent for results."""
    state: Attribute[RecognitionState] = attribute()
    """How it stands."""
    due: Attribute[date | None] = attribute(lambda plain: None if plain is None else date.fromisoformat(plain))
    """The last day on which recognition is in time; absent past the last day there is."""
    by: Attribute[tuple[str, ...]] = attribute(tuple)
    """The recognitions that answer it, by instant."""
    first: Attribute[datetime | None] = attribute(lambda plain: None if plain is None else instant(plain))
    """When it was first recognised."""
    lag_hours: Attribute[float | None] = attribute()
    """Hours until then; 0 where the recognition was recorded before the fact."""
    lag_days: Attribute[int | None] = attribute()
    """Business days until then."""
    audience: Attribute[Audience | None] = attribute()
    """The widest audience that heard of it."""
    specific: Attribute[bool | None] = attribute()
    """Whether anybody said what exactly was praised; absent where it was not recognised."""


class Pace(Record):
    """Pace by earned schedule, in days of the plan."""

    earned_days: Attribute[float] = attribute()
    """The day by which an even plan would have what is there: count ÷ target × days, at most all days."""
    elapsed_days: Attribute[float] = attribute()
    """Days gone since the end of the start day; up to the day on which it was reached, where it was."""
    days_ahead: Attribute[float] = attribute()
    """Days ahead of the plan, or behind it where negative. The plan is even and counts whole things: the n-th of N is due on day n/N of the rung, so between two of them a person is neither ahead nor behind."""


class PartnerRow(Record):
    """One partner in a portfolio."""

    partner: Attribute[str] = attribute()
    """The partner."""
    name: Attribute[str | None] = attribute()
    """Its name, where registered."""
    people: Attribute[int] = attribute()
    """How many people are ranked."""
    key_person: Attribute[str | None] = attribute()
    """The person who has the role, where somebody has."""
    separable: Attribute[bool] = attribute()
    """Whether the evidence tells at least two of them apart."""
    comparisons: Attribute[tuple[RankingComparison, ...]] = attribute(lambda plain: tuple(RankingComparison._of(item) for item in plain))
    """Each pair of neighbours in the order."""


class PatternState(Record):
    """State of one pattern."""

    pattern: Attribute[str] = attribute()
    """Code of the pattern."""
    state: Attribute[MismatchState] = attribute()
    """Whether it is there."""


class PersonRow(Record):
    """One person in a portfolio."""

    partner: Attribute[str] = attribute()
    """The partner."""
    partner_name: Attribute[str | None] = attribute()
    """Its name, where registered."""
    person: Attribute[str] = attribute()
    """The person."""
    name: Attribute[str | None] = attribute()
    """The person's name, where registered."""
    facts: Attribute[int] = attribute()
    """How many facts of the person were seen."""
    readiness: Attribute[Readiness] = attribute()
    """Whether ready for the role."""
    best_rank: Attribute[int] = attribute()
    """Best rank among the partner's people that the evidence allows. The first is 1."""
    worst_rank: Attribute[int] = attribute()
    """Worst rank among the partner's people that the evidence allows. From 1 to the number of people: the evidence cannot tell this person from any other."""
    first_share: Attribute[float | None] = attribute()
    """Share of weightings for which the person is first at the partner; absent where the evidence tells nobody at the partner apart."""
    fit: Attribute[float | None] = attribute()
    """Score; absent where unknown."""
    lower: Attribute[float] = attribute()
    """Lower end of the score's interval."""
    upper: Attribute[float] = attribute()
    """Upper end of the score's interval."""
    coverage: Attribute[float] = attribute()
    """Weight of the known traits as a share of all weight."""
    traits: Attribute[tuple[float | None, ...]] = attribute(tuple)
    """Mean of each trait in the order of `Trait::ALL`; absent where unknown."""
    stated: Attribute[tuple[Trait, ...]] = attribute(tuple)
    """Traits whose value somebody set, so that they are no evidence."""
    readiness_stated: Attribute[bool] = attribute()
    """Whether somebody set the readiness."""
    mismatches: Attribute[tuple[PatternState, ...]] = attribute(lambda plain: tuple(PatternState._of(item) for item in plain))
    """State of each pattern, by code."""
    stage: Attribute[GateStep | None] = attribute()
    """The furthest gate passed."""
    rungs: Attribute[tuple[RungCell, ...]] = attribute(lambda plain: tuple(RungCell._of(item) for item in plain))
    """Status and odds of each rung, in order."""
    urgent: Attribute[int] = attribute()
    """How many findings are urgent."""
    important: Attribute[int] = attribute()
    """How many findings are important."""
    first_finding: Attribute[Finding | None] = attribute(lambda plain: None if plain is None else Finding._of(plain))
    """The first finding."""
    findings: Attribute[tuple[FindingCode, ...]] = attribute(tuple)
    """Code of every finding, in their order."""


class Piece(Record):
    """One piece of feedback."""

    feedback: Attribute[str] = attribute()
    """Its code."""
    state: Attribute[FeedbackState] = attribute()
    """How it stands."""
    raised: Attribute[datetime] = attribute(instant)
    """When it was raised."""
    raised_fact: Attribute[str] = attribute()
    """The fact by which it was raised."""
    shared: Attribute[bool] = attribute()
    """Whether it names nobody."""
    due: Attribute[date | None] = attribute(lambda plain: None if plain is None else date.fromisoformat(plain))
    """The last day on which an answer is in time: the next business day where the partner is. Absent past the last day there is."""
    answered: Attribute[datetime | None] = attribute(lambda plain: None if plain is None else instant(plain))
    """When it was first answered."""
    answered_fact: Attribute[str | None] = attribute()
    """The fact of that answer."""
    in_time: Attribute[bool | None] = attribute()
    """Whether the answer came in time; absent without one."""
    planned_fact: Attribute[str | None] = attribute()
    """The plan that stands; absent without one."""
    meeting: Attribute[datetime | None] = attribute(lambda plain: None if plain is None else instant(plain))
    """The first regular meeting held after that plan, at which its result was to be checked."""
    meeting_fact: Attribute[str | None] = attribute()
    """The fact of that meeting."""
    verified: Attribute[datetime | None] = attribute(lambda plain: None if plain is None else instant(plain))
    """When the result was checked."""
    verified_fact: Attribute[str | None] = attribute()
    """The fact that says so."""


class Pipeline(Record):
    """Open deals, and the odds that at least one of them is ordered within the days."""

    open: Attribute[int] = attribute()
    """Open deals."""
    without_stage: Attribute[int] = attribute()
    """Those of them whose stage is not on record: they have no chance here."""
    odds: Attribute[float | None] = attribute()
    """Odds of at least one order; absent without any deal that has a chance."""
    lower: Attribute[float | None] = attribute()
    """Lower end of their interval at the policy's level."""
    upper: Attribute[float | None] = attribute()
    """Upper end of it."""
    focus_odds: Attribute[float | None] = attribute()
    """Odds of at least one order among the first few, to which a narrow scope holds."""
    prospects: Attribute[tuple[Prospect, ...]] = attribute(lambda plain: tuple(Prospect._of(item) for item in plain))
    """The prospects with the highest chance, at most the policy's number."""


class Planned(Record):
    """A planned meeting to come."""

    day: Attribute[date] = attribute(date.fromisoformat)
    """The business day."""
    layer: Attribute[Layer] = attribute()
    """The layer."""
    minutes: Attribute[int] = attribute()
    """Minutes that it may take."""
    executives: Attribute[bool] = attribute()
    """Whether executives belong to it."""
    from_: Attribute[date] = attribute(date.fromisoformat, name="from")
    """First day of its period."""
    to: Attribute[date] = attribute(date.fromisoformat)
    """Last day of its period."""


class Proposal(Record):
    """A prospect in which a win may be repeated."""

    deal: Attribute[str] = attribute()
    """The deal."""
    name: Attribute[str | None] = attribute()
    """Its name, where known."""
    chance: Attribute[float] = attribute()
    """Chance that it is won."""
    lower: Attribute[float] = attribute()
    """Lower end of its interval at the policy's level."""
    upper: Attribute[float] = attribute()
    """Upper end of it."""
    above_base: Attribute[float] = attribute()
    """Probability that the chance lies above the partner's share of wins."""
    nearest: Attribute[tuple[Neighbour, ...]] = attribute(lambda plain: tuple(Neighbour._of(item) for item in plain))
    """The nearest won deals, the nearest first."""
    evidence: Attribute[tuple[str, ...]] = attribute(tuple)
    """The facts behind it: the profile of the prospect, then of each neighbour with its win."""


class Prospect(Record):
    """An open deal and its chance."""

    deal: Attribute[str] = attribute()
    """The deal."""
    name: Attribute[str | None] = attribute()
    """Its name, where known."""
    stage: Attribute[Stage] = attribute()
    """The furthest stage that it reached since it was last opened."""
    since: Attribute[date] = attribute(date.fromisoformat)
    """Since when."""
    age_days: Attribute[int] = attribute()
    """Days at that stage."""
    chance: Attribute[float] = attribute()
    """Chance of an order within the days."""
    lower: Attribute[float] = attribute()
    """Lower end of its interval at the policy's level."""
    upper: Attribute[float] = attribute()
    """Upper end of it."""
    observed: Attribute[int] = attribute()
    """Deals of the partner that say so; 0 where the policy's belief speaks alone."""
    best_rank: Attribute[int] = attribute()
    """The best rank among these open deals that the evidence allows, from 1."""
    worst_rank: Attribute[int] = attribute()
    """The worst. From 1 to the number of deals: not separable from any other."""
    fact: Attribute[str] = attribute()
    """The fact of the stage."""


class RankingComparison(Record):
    """Two neighbours in the order."""

    first: Attribute[str] = attribute()
    """The one who comes first."""
    second: Attribute[str] = attribute()
    """The one who comes next."""
    verdict: Attribute[Verdict] = attribute()
    """What can be said."""
    share: Attribute[float | None] = attribute()
    """Share of weightings for which the first is ahead; a tie counts half. Absent if the two are not separable."""


class RankingStanding(Record):
    """Where one person stands in the group."""

    person: Attribute[str] = attribute()
    """Who."""
    rank: Attribute[int] = attribute()
    """Rank by readiness, then fit, from 1; equal ones share it."""
    best: Attribute[int] = attribute()
    """The best rank that the evidence allows."""
    worst: Attribute[int] = attribute()
    """The worst rank that the evidence allows."""
    first_share: Attribute[float | None] = attribute()
    """Share of weightings for which the person is first. Absent if the evidence separates nobody."""


class Recent(Record):
    """The recent results of one intermediate metric."""

    metric: Attribute[str] = attribute()
    """The metric."""
    count: Attribute[int] = attribute()
    """How many there are."""
    expected: Attribute[float] = attribute()
    """How many are expected: prior events ÷ prior days × days looked at."""
    evidence: Attribute[tuple[str, ...]] = attribute(tuple)
    """The facts counted, by instant."""


class Recognition(Record):
    """Recognition owed and given since the start of the role."""

    start: Attribute[date | None] = attribute(lambda plain: None if plain is None else date.fromisoformat(plain))
    """The day from which it is owed; absent before the start of the role."""
    owed: Attribute[tuple[Owed, ...]] = attribute(lambda plain: tuple(Owed._of(item) for item in plain))
    """What is owed a recognition, the newest first."""
    recognised: Attribute[int] = attribute()
    """How many of them were recognised."""
    open: Attribute[int] = attribute()
    """How many are open."""
    coverage: Attribute[float | None] = attribute()
    """Recognised ÷ owed, 0 to 1; absent where nothing is owed, or no recognition was ever recorded."""
    coverage_lower: Attribute[float | None] = attribute()
    """Lower end of its interval at the policy's level."""
    coverage_upper: Attribute[float | None] = attribute()
    """Upper end of it."""
    lag_hours: Attribute[float | None] = attribute()
    """Median hours from the fact to its first recognition; absent where nothing was recognised."""
    in_time: Attribute[int] = attribute()
    """Those recognised within the policy's business days."""
    wide: Attribute[int] = attribute()
    """Those of which an audience heard that the policy calls wide enough."""
    specific: Attribute[int] = attribute()
    """Those of which somebody said what exactly was praised."""
    given: Attribute[tuple[str, ...]] = attribute(tuple)
    """Recognitions given since the start, whatever they are about, by instant."""
    effort_known: Attribute[int] = attribute()
    """Those of them of which it is known whether they praised effort."""
    effort: Attribute[int] = attribute()
    """Those that did."""
    effort_share: Attribute[float | None] = attribute()
    """Effort ÷ those of which it is known; absent where it is known of none."""
    unit: Attribute[tuple[MemberRecognition, ...]] = attribute(lambda plain: tuple(MemberRecognition._of(item) for item in plain))
    """The members of the person's support unit, by the instant of joining."""
    unit_recognised: Attribute[int | None] = attribute()
    """Those of them who were recognised since they joined; absent without members, and where no recognition of the person or of a member was ever recorded."""


class Remedies(Record):
    """What a person lacks for the role, what could be done, and what the effect would be."""

    shortfalls: Attribute[tuple[Shortfall, ...]] = attribute(lambda plain: tuple(Shortfall._of(item) for item in plain))
    """What stands in the way: floors and mismatches."""
    proposed: Attribute[tuple[Remedy, ...]] = attribute(lambda plain: tuple(Remedy._of(item) for item in plain))
    """The remedies, those that clear most first, then by gain."""


class Remedy(Record):
    """One remedy, simulated."""

    code: Attribute[str] = attribute()
    """Code of the remedy in the policy."""
    for_shortfalls: Attribute[tuple[str, ...]] = attribute(tuple)
    """Codes of the shortfalls for which it was proposed."""
    clears: Attribute[tuple[str, ...]] = attribute(tuple)
    """Codes of the shortfalls that it clears."""
    fit_gain: Attribute[float | None] = attribute()
    """By how much the fit rises; absent where there is no fit."""
    changes: Attribute[tuple[TraitChange, ...]] = attribute(lambda plain: tuple(TraitChange._of(item) for item in plain))
    """The traits that it changes."""
    unit: Attribute[SupportUnit | None] = attribute(lambda plain: None if plain is None else SupportUnit._of(plain))
    """The colleagues, where it forms a unit."""
    odds: Attribute[tuple[OddsChange, ...]] = attribute(lambda plain: tuple(OddsChange._of(item) for item in plain))
    """The odds of the open rungs, where it moves them."""


class Repeat(Record):
    """What came of repeating one won deal."""

    deal: Attribute[str] = attribute()
    """The won deal."""
    name: Attribute[str | None] = attribute()
    """Its name, where known."""
    tried: Attribute[int] = attribute()
    """Deals that repeat its approach."""
    open: Attribute[int] = attribute()
    """Those of them open."""
    won: Attribute[int] = attribute()
    """Those won."""
    lost: Attribute[int] = attribute()
    """Those lost."""
    share: Attribute[float | None] = attribute()
    """Share of wins among those closed; absent without any."""
    lower: Attribute[float | None] = attribute()
    """Lower end of its interval at the policy's level."""
    upper: Attribute[float | None] = attribute()
    """Upper end of it."""
    evidence: Attribute[tuple[str, ...]] = attribute(tuple)
    """The facts that say so: the win, then each deal's `like`."""


class Replication(Record):
    """What to repeat, and what came of it."""

    state: Attribute[ReplicationState] = attribute()
    """What can be said."""
    won: Attribute[int] = attribute()
    """Deals that the partner has won."""
    lesson: Attribute[Lesson] = attribute(lambda plain: Lesson._of(plain))
    """What its closed deals tell."""
    prospects: Attribute[int] = attribute()
    """Open prospects that were looked at."""
    near: Attribute[int] = attribute()
    """Those over the floor."""
    proposals: Attribute[tuple[Proposal, ...]] = attribute(lambda plain: tuple(Proposal._of(item) for item in plain))
    """The first of them, the highest chance first."""
    repeats: Attribute[tuple[Repeat, ...]] = attribute(lambda plain: tuple(Repeat._of(item) for item in plain))
    """Won deals that were repeated, the first win first."""
    like_nothing_won: Attribute[tuple[str, ...]] = attribute(tuple)
    """Deals that repeat one which is not won, or not known."""


class Response(Record):
    """The answers of both sides."""

    limit_hours: Attribute[int] = attribute()
    """Hours within which an answer is in time, the last instant included."""
    answered: Attribute[tuple[Answered, ...]] = attribute(lambda plain: tuple(Answered._of(item) for item in plain))
    """Turns that were answered, by the instant of the question."""
    open: Attribute[tuple[Waiting, ...]] = attribute(lambda plain: tuple(Waiting._of(item) for item in plain))
    """Turns that wait for an answer, the oldest first."""
    vendor: Attribute[Answers] = attribute(lambda plain: Answers._of(plain))
    """How the vendor answers the partner."""
    partner: Attribute[Answers] = attribute(lambda plain: Answers._of(plain))
    """How the partner answers the vendor."""


class Rhythm(Record):
    """The load of one cycle, planned and recorded."""

    start: Attribute[date | None] = attribute(lambda plain: None if plain is None else date.fromisoformat(plain))
    """The day from which the cycle runs; absent without an appointment."""
    appointed_by: Attribute[str | None] = attribute()
    """The appointment."""
    weeks: Attribute[tuple[RhythmWeek, ...]] = attribute(lambda plain: tuple(RhythmWeek._of(item) for item in plain))
    """The weeks of the cycle and of the valley after its last deadline, in order; empty without an appointment."""
    this_week: Attribute[WeekKind | None] = attribute()
    """What this week is planned for; absent outside the plan."""
    next_valley: Attribute[date | None] = attribute(lambda plain: None if plain is None else date.fromisoformat(plain))
    """Monday of the next valley week that is not over; absent where none is left."""
    recorded_weeks: Attribute[int | None] = attribute()
    """In how many of the weeks that are over hours were recorded; absent where none were in the whole plan."""
    variation: Attribute[float | None] = attribute()
    """Mean change of the hours from one recorded week to the next, as a share of their mean, 0 or more; absent with fewer pairs of recorded weeks than the policy asks for."""


class RhythmWeek(Record):
    """One week of the plan, Monday to Sunday in the partner's zone."""

    from_: Attribute[date] = attribute(date.fromisoformat, name="from")
    """Monday."""
    to: Attribute[date] = attribute(date.fromisoformat)
    """Sunday."""
    kind: Attribute[WeekKind] = attribute()
    """What it is planned for."""
    business_days: Attribute[int] = attribute()
    """Business days in it, from the start on."""
    deadlines: Attribute[tuple[str, ...]] = attribute(tuple)
    """Rungs whose deadline lies in it, in the policy's order."""
    passed: Attribute[bool] = attribute()
    """Whether it is over."""
    push_hours: Attribute[float | None] = attribute()
    """Hours of pushing; absent where no hours of the week are recorded."""
    recharge_hours: Attribute[float | None] = attribute()
    """Hours of learning and recharging; absent where no hours of the week are recorded."""
    evidence: Attribute[tuple[str, ...]] = attribute(tuple)
    """The facts that hold them, by instant."""


class Rise(Record):
    """A trait that rises."""

    before: Attribute[float] = attribute()
    """Mean at the beginning of the window."""
    probability: Attribute[float] = attribute()
    """Probability, under today's posterior, that the trait lies above that mean."""


class Rung(Record):
    """One staged target. Its days are those that its plan counts: calendar days, or business days of the partner's calendar; the belief about the metric's rate is read in the same days."""

    code: Attribute[str] = attribute()
    """Code in the policy."""
    metric: Attribute[str] = attribute()
    """The metric that it counts."""
    target: Attribute[int] = attribute()
    """How many are wanted."""
    final: Attribute[bool] = attribute()
    """Whether it is the final result rather than a step towards it."""
    counting: Attribute[Counting] = attribute()
    """Which days its plan counts."""
    days: Attribute[int] = attribute()
    """Days of its plan."""
    deadline: Attribute[date | None] = attribute(lambda plain: None if plain is None else date.fromisoformat(plain))
    """The last day that counts; absent where the start is not known."""
    status: Attribute[RungStatus] = attribute()
    """How it stands."""
    count: Attribute[int | None] = attribute()
    """How many there are from the start to the deadline; absent where nothing is known."""
    achieved_on: Attribute[date | None] = attribute(lambda plain: None if plain is None else date.fromisoformat(plain))
    """The day on which it was made."""
    achieved_in_days: Attribute[int | None] = attribute()
    """The number of that day: 0 for the day of the start."""
    reached_late_on: Attribute[date | None] = attribute(lambda plain: None if plain is None else date.fromisoformat(plain))
    """The day after the deadline on which the target was reached, where it was missed."""
    pace: Attribute[Pace | None] = attribute(lambda plain: None if plain is None else Pace._of(plain))
    """Its pace; absent where nothing is known."""
    odds: Attribute[float | None] = attribute()
    """Probability that it is made in time, 0 to 1; absent where nothing is known."""
    rate_per_30_days: Attribute[float | None] = attribute()
    """Expected events in 30 days of the plan, by belief and events together; absent where nothing is known."""
    expected: Attribute[Expected | None] = attribute(lambda plain: None if plain is None else Expected._of(plain))
    """When the target is expected; absent where it is reached, or nothing is known."""
    course: Attribute[tuple[CourseStep, ...]] = attribute(lambda plain: tuple(CourseStep._of(item) for item in plain))
    """How the count grew over time: one step per day on which something counted."""
    evidence: Attribute[tuple[str, ...]] = attribute(tuple)
    """The facts counted, by instant."""
    contested: Attribute[tuple[str, ...]] = attribute(tuple)
    """Those of them that are disputed."""


class RungCell(Record):
    """One rung in a row."""

    code: Attribute[str] = attribute()
    """Code of the rung."""
    status: Attribute[RungStatus] = attribute()
    """How it stands."""
    count: Attribute[int | None] = attribute()
    """How many were counted by its date."""
    odds: Attribute[float | None] = attribute()
    """Odds; absent where there is no start or nothing recorded."""


class RungChange(Record):
    """A rung that moved."""

    code: Attribute[str] = attribute()
    """Code in the policy."""
    metric: Attribute[str] = attribute()
    """The metric that it counts."""
    target: Attribute[int] = attribute()
    """How many are wanted."""
    count_before: Attribute[int | None] = attribute()
    """How many there were; absent where nothing was known."""
    count: Attribute[int | None] = attribute()
    """How many there are; absent where nothing is known."""
    status_before: Attribute[RungStatus] = attribute()
    """How it stood."""
    status: Attribute[RungStatus] = attribute()
    """How it stands."""


class RungRest(Record):
    """What counts towards one rung's metric since the start, up to today."""

    code: Attribute[str] = attribute()
    """Code of the rung."""
    own: Attribute[int] = attribute()
    """The person's own."""
    others: Attribute[int] = attribute()
    """Colleagues', which the rung does not count."""


class Scheduled(Record):
    """A coming meeting."""

    day: Attribute[date] = attribute(date.fromisoformat)
    """The business day."""
    layer: Attribute[Layer] = attribute()
    """The layer."""
    minutes: Attribute[int] = attribute()
    """Minutes that it may take."""
    executives: Attribute[bool] = attribute()
    """Whether executives belong to it."""
    from_: Attribute[date] = attribute(date.fromisoformat, name="from")
    """First day of its period."""
    to: Attribute[date] = attribute(date.fromisoformat)
    """Last day of its period."""
    time: Attribute[str] = attribute()
    """When it begins, by the clock of the zone."""


class Selection(Record):
    """How far a person's selection has come."""

    stage: Attribute[GateStep | None] = attribute()
    """The furthest gate passed; absent where there is none."""
    passed: Attribute[tuple[GatePassed, ...]] = attribute(lambda plain: tuple(GatePassed._of(item) for item in plain))
    """The gates passed since the last stepping down, in order."""
    next: Attribute[GateStep | None] = attribute()
    """The first gate of the order that is still to pass; absent when all are, or the person stepped down."""
    blocked_by: Attribute[tuple[FindingCode, ...]] = attribute(tuple)
    """Codes of the findings that stand before it."""
    days_at_gate: Attribute[int | None] = attribute()
    """Business days since the latest gate; absent where there is none, or the person stepped down."""
    start: Attribute[date | None] = attribute(lambda plain: None if plain is None else date.fromisoformat(plain))
    """The day from which the person has the role."""
    approval_lead_days: Attribute[int | None] = attribute()
    """Business days from the executives' approval to the start, negative where it came after it."""


class SetValue(Record):
    """A value that somebody set."""

    fact: Attribute[str] = attribute()
    """The fact."""
    trait: Attribute[Trait | None] = attribute()
    """The trait; absent for the readiness."""
    value: Attribute[float | None] = attribute()
    """The trait's value."""
    readiness: Attribute[Readiness | None] = attribute()
    """The readiness."""
    by: Attribute[str] = attribute()
    """Who answers for it."""
    reason: Attribute[str] = attribute()
    """Why."""
    since: Attribute[datetime] = attribute(instant)
    """Since when it holds."""
    expires: Attribute[date] = attribute(date.fromisoformat)
    """The last day on which it holds."""
    days_left: Attribute[int] = attribute()
    """Days from today to that; negative once it is past."""
    state: Attribute[OverrideState] = attribute()
    """Whether it holds."""
    contested: Attribute[bool] = attribute()
    """Whether somebody disputes it."""
    evidence_mean: Attribute[float | None] = attribute()
    """What the evidence says of the trait: its mean; absent where nothing is known."""
    evidence_lower: Attribute[float | None] = attribute()
    """Lower end of its interval; absent for the readiness."""
    evidence_upper: Attribute[float | None] = attribute()
    """Upper end of its interval; absent for the readiness."""
    evidence_readiness: Attribute[Readiness] = attribute()
    """The readiness that follows from the evidence alone."""
    set_aside: Attribute[tuple[str, ...]] = attribute(tuple)
    """Floors (`floor_` and the trait) and mismatches that the evidence shows and this value hides; of a readiness, those that stand in its way still."""


class Shortfall(Record):
    """One thing that stands in the way of the role."""

    code: Attribute[str] = attribute()
    """Code of the mismatch, or `floor_` and the trait."""
    trait: Attribute[Trait] = attribute()
    """The trait that is short."""
    cleared_by: Attribute[tuple[str, ...]] = attribute(tuple)
    """The remedies that clear it by themselves, in the order of their list."""


class Spread(Record):
    """How know-how and load are spread at the partner."""

    start: Attribute[date | None] = attribute(lambda plain: None if plain is None else date.fromisoformat(plain))
    """The day from which it is asked; absent before the start of the role, and then nothing else is said."""
    colleagues: Attribute[int] = attribute()
    """How many colleagues are known at the partner and have not left."""
    activated: Attribute[tuple[Activated, ...]] = attribute(lambda plain: tuple(Activated._of(item) for item in plain))
    """Colleagues of whom work or a signal is recorded since the start, by their first such fact."""
    months: Attribute[tuple[SpreadMonth, ...]] = attribute(lambda plain: tuple(SpreadMonth._of(item) for item in plain))
    """The months since the start, in order."""
    load: Attribute[Load] = attribute(lambda plain: Load._of(plain))
    """Who did how much of the recent work."""
    isolation: Attribute[Isolation | None] = attribute()
    """Whether somebody stands beside the person; absent before the start."""
    links: Attribute[tuple[Link, ...]] = attribute(lambda plain: tuple(Link._of(item) for item in plain))
    """What joins the person and others: units, and the rest within the policy's days; by instant."""
    last_link: Attribute[datetime | None] = attribute(lambda plain: None if plain is None else instant(plain))
    """When the latest of all links was recorded, however long ago."""


class SpreadMonth(Record):
    """One month of the spread."""

    month: Attribute[date] = attribute(date.fromisoformat)
    """Its first day."""
    newly: Attribute[int] = attribute()
    """Colleagues who became active in it and were not before."""
    active: Attribute[int] = attribute()
    """Colleagues active by its end since the start, those from before among them."""


class StepMade(Record):
    """A step made."""

    step: Attribute[LoopStep] = attribute()
    """The step."""
    at: Attribute[datetime] = attribute(instant)
    """When."""
    day: Attribute[date] = attribute(date.fromisoformat)
    """The day at the partner."""
    fact: Attribute[str] = attribute()
    """The fact that makes it."""
    person: Attribute[str | None] = attribute()
    """Whom it is about; absent for a story of the whole partner."""


class Stories(Record):
    """The stories of the wins on a person's page."""

    won: Attribute[int] = attribute()
    """Deals won."""
    told: Attribute[int] = attribute()
    """Those of them with a story."""
    owed: Attribute[int] = attribute()
    """Those whose story is owed."""
    audience: Attribute[Audience] = attribute()
    """The audience that is everybody concerned."""
    wins: Attribute[tuple[WinStory, ...]] = attribute(lambda plain: tuple(WinStory._of(item) for item in plain))
    """Each win, the latest first."""


class Succession(Record):
    """Who could follow, and what rests on the person."""

    start: Attribute[date | None] = attribute(lambda plain: None if plain is None else date.fromisoformat(plain))
    """The day from which it is asked; absent before the start of the role, and then nothing else is said."""
    state: Attribute[SuccessorState | None] = attribute()
    """What is known of a successor."""
    known: Attribute[int] = attribute()
    """Colleagues of whose traits anything is known."""
    best: Attribute[Successor | None] = attribute(lambda plain: None if plain is None else Successor._of(plain))
    """The best of them."""
    not_separable: Attribute[tuple[str, ...]] = attribute(tuple)
    """Those whom the evidence cannot tell from the best, by fit."""
    open_deals: Attribute[int] = attribute()
    """Open deals of the partner."""
    only_by_person: Attribute[tuple[DealAlone, ...]] = attribute(lambda plain: tuple(DealAlone._of(item) for item in plain))
    """Those of them for which nobody but the person did anything, by id."""
    alone_share: Attribute[float | None] = attribute()
    """These ÷ all that are under way; absent where none is."""
    won: Attribute[int] = attribute()
    """Deals won in the policy's recent days since the start."""
    won_with_person: Attribute[int] = attribute()
    """Those of them for which the person did something."""
    rungs: Attribute[tuple[RungRest, ...]] = attribute(lambda plain: tuple(RungRest._of(item) for item in plain))
    """What of each rung the person made, and what colleagues did, in the policy's order."""


class Successor(Record):
    """The colleague who fits best."""

    person: Attribute[str] = attribute()
    """Who."""
    fit: Attribute[float] = attribute()
    """Score of the known traits, 0 to 1."""
    lower: Attribute[float] = attribute()
    """Lower end of the score's interval."""
    upper: Attribute[float] = attribute()
    """Upper end of it."""
    unknown: Attribute[tuple[Trait, ...]] = attribute(tuple)
    """Traits with a floor of which nothing is known: to be asked first."""
    under_floor: Attribute[tuple[Trait, ...]] = attribute(tuple)
    """Traits under their floor: to be made up for by the environment."""


class SupportOwed(Record):
    """Support that the vendor owes."""

    deal: Attribute[str | None] = attribute()
    """The deal; absent for training."""
    stage: Attribute[Stage | None] = attribute()
    """The stage that it reached; absent for training."""
    since: Attribute[date] = attribute(date.fromisoformat)
    """The day from which it is owed: of the stage, of the last training, or of the start."""
    since_fact: Attribute[str] = attribute()
    """The fact of that."""
    due: Attribute[date | None] = attribute(lambda plain: None if plain is None else date.fromisoformat(plain))
    """The last day on which it is in time; absent past the last day there is."""
    state: Attribute[SupportState] = attribute()
    """How it stands. The next training is never given: the one given is where it counts from."""
    given: Attribute[str | None] = attribute()
    """The fact by which it was given."""
    in_time: Attribute[bool | None] = attribute()
    """Whether it was given in time; absent where it was not given."""


class SupportUnit(Record):
    """A proposed unit."""

    members: Attribute[tuple[str, ...]] = attribute(tuple)
    """The colleagues, sorted by id."""
    covers: Attribute[tuple[Cover, ...]] = attribute(lambda plain: tuple(Cover._of(item) for item in plain))
    """Which trait of the person each of them covers."""


class Supports(Record):
    """The two wheels, and what is owed."""

    start: Attribute[date | None] = attribute(lambda plain: None if plain is None else date.fromisoformat(plain))
    """The day from which it is asked; absent before the start of the role, and then nothing else is said."""
    vendor: Attribute[Wheel | None] = attribute(lambda plain: None if plain is None else Wheel._of(plain))
    """The vendor's wheel; absent before the start."""
    partner: Attribute[Wheel | None] = attribute(lambda plain: None if plain is None else Wheel._of(plain))
    """The partner's wheel; absent before the start."""
    training: Attribute[SupportOwed | None] = attribute(lambda plain: None if plain is None else SupportOwed._of(plain))
    """The next training; absent before the start."""
    reviews: Attribute[tuple[SupportOwed, ...]] = attribute(lambda plain: tuple(SupportOwed._of(item) for item in plain))
    """Joint reviews of the person's open deals, by the day on which they are due."""


class ToOrder(Record):
    """Days from prospect to order, by Kaplan–Meier. A lost deal is censored on the day of its loss, an open one today. So the curve tells how long an order takes where nothing else ends the deal; how many are ordered at all is told by the conversion, and taking a loss for an order that never comes would mix the two."""

    deals: Attribute[int] = attribute()
    """Deals whose day of finding is known."""
    won: Attribute[int] = attribute()
    """Those ordered."""
    lost: Attribute[int] = attribute()
    """Those lost and not ordered."""
    open: Attribute[int] = attribute()
    """Those still open."""
    without_start: Attribute[int] = attribute()
    """Deals left out because the day on which they were found is not known, or lies after their end."""
    median_days: Attribute[float | None] = attribute()
    """The first day by which 50 % are ordered. Absent if the curve does not come down that far."""
    rows: Attribute[int] = attribute()
    """Rows of the survival table: the different lengths, ordered or censored."""


class TraitChange(Record):
    """A trait before and after."""

    trait: Attribute[Trait] = attribute()
    """The trait."""
    before: Attribute[float | None] = attribute()
    """Its mean today; absent where unknown."""
    after: Attribute[float] = attribute()
    """Its mean with the remedy."""


class TraitEstimate(Record):
    """What the evidence says of one trait."""

    trait: Attribute[Trait] = attribute()
    """The trait."""
    mean: Attribute[float | None] = attribute()
    """Mean of the posterior, 0 to 1, or the value that somebody set; absent where nothing is known."""
    lower: Attribute[float] = attribute()
    """Lower end of the equal-tailed interval; the prior's where nothing is known."""
    upper: Attribute[float] = attribute()
    """Upper end of the equal-tailed interval; the prior's where nothing is known."""
    evidence_weight: Attribute[float] = attribute()
    """Evidence behind it, in observations, after fading and caps."""
    a: Attribute[float] = attribute()
    """First parameter of the posterior."""
    b: Attribute[float] = attribute()
    """Second parameter of the posterior."""
    rising: Attribute[Rise | None] = attribute(lambda plain: None if plain is None else Rise._of(plain))
    """A rise of what the evidence says over the last weeks, where there is one."""
    evidence: Attribute[tuple[Evidence, ...]] = attribute(lambda plain: tuple(Evidence._of(item) for item in plain))
    """The evidence, by instant; where somebody set the value, none of it counts while that holds."""
    overridden: Attribute[Overridden | None] = attribute(lambda plain: None if plain is None else Overridden._of(plain))
    """What the evidence says, where somebody set the value."""


class TraitQuestion(Record):
    """The next question worth asking."""

    trait: Attribute[Trait] = attribute()
    """The trait."""
    swing: Attribute[float] = attribute()
    """By how much the fit differs between the ends of the trait's interval."""


class Turn(Record):
    """One turn."""

    complete: Attribute[bool] = attribute()
    """Whether all four steps are made."""
    steps: Attribute[tuple[StepMade, ...]] = attribute(lambda plain: tuple(StepMade._of(item) for item in plain))
    """The steps made, in order."""


class UnderFloor(Record):
    """A trait under its floor."""

    trait: Attribute[Trait] = attribute()
    """The trait."""
    mean: Attribute[float] = attribute()
    """Its mean."""
    floor: Attribute[float] = attribute()
    """The floor."""


class VoiceTrail(Record):
    """How a fact speaks of one trait: `weight = full · fading · dispute · cap` where it counts, else 0."""

    trait: Attribute[Trait] = attribute()
    """The trait."""
    signal: Attribute[str] = attribute()
    """The signal; `rating` for ratings."""
    state: Attribute[VoiceState] = attribute()
    """How it counts."""
    y: Attribute[float] = attribute()
    """What it says, from 0 (against) to 1 (for)."""
    full: Attribute[float] = attribute()
    """Its weight in observations while it is new, undisputed and under its cap."""
    fading: Attribute[float] = attribute()
    """What age leaves of that, 0 to 1."""
    dispute: Attribute[float] = attribute()
    """What an open dispute leaves of that, 0 to 1."""
    cap: Attribute[float] = attribute()
    """What the cap of its signal or rater leaves of that, 0 to 1."""
    weight: Attribute[float] = attribute()
    """What it counts today."""


class Waiting(Record):
    """A turn that waits for an answer."""

    thread: Attribute[str | None] = attribute()
    """The thread; absent for the person's own chat."""
    waits_for: Attribute[Side] = attribute()
    """Whose answer it waits for."""
    question: Attribute[str] = attribute()
    """The first message of the turn."""
    since: Attribute[datetime] = attribute(instant)
    """Since when it waits."""
    due: Attribute[datetime | None] = attribute(lambda plain: None if plain is None else instant(plain))
    """The last instant at which an answer is in time; absent past the range of dates."""
    past: Attribute[bool] = attribute()
    """Whether that is past."""


class WeekdayAnswers(Record):
    """How the questions of one weekday were answered."""

    weekday: Attribute[Weekday] = attribute()
    """The weekday of the question where the partner is."""
    asked: Attribute[int] = attribute()
    """Questions of which it is known whether they were answered in time."""
    in_time: Attribute[int] = attribute()
    """Those of them that were."""
    chance: Attribute[float | None] = attribute()
    """Chance of an answer in time: mean of its posterior, pooled with all weekdays. Absent where nothing was asked."""
    chance_lower: Attribute[float | None] = attribute()
    """Lower end of its interval at the policy's level."""
    chance_upper: Attribute[float | None] = attribute()
    """Upper end of it."""
    later: Attribute[float | None] = attribute()
    """Probability that this weekday's chance lies below that of all the others together; absent where nothing was asked on this weekday, or on no other. The weekday itself has no part in what it is compared with."""


class Wheel(Record):
    """One wheel."""

    state: Attribute[WheelState] = attribute()
    """How it stands."""
    last: Attribute[datetime | None] = attribute(lambda plain: None if plain is None else instant(plain))
    """When it turned last."""
    last_fact: Attribute[str | None] = attribute()
    """The fact of that."""
    supports: Attribute[tuple[WheelSupportGiven, ...]] = attribute(lambda plain: tuple(WheelSupportGiven._of(item) for item in plain))
    """Each kind of support that can turn it, in order."""


class WheelSupportGiven(Record):
    """One of the things that turn a wheel."""

    kind: Attribute[WheelSupport] = attribute()
    """What it is."""
    last: Attribute[datetime | None] = attribute(lambda plain: None if plain is None else instant(plain))
    """When it happened last, however long ago."""
    recent: Attribute[tuple[str, ...]] = attribute(tuple)
    """The facts within the policy's days, by instant."""


class WhereToBeginRow(Record):
    """A partner with open deals or wins."""

    partner: Attribute[str] = attribute()
    """The partner."""
    partner_name: Attribute[str | None] = attribute()
    """Its name, where registered."""
    state: Attribute[FirstOrderState] = attribute()
    """Which question is asked of it."""
    first_win: Attribute[date | None] = attribute(lambda plain: None if plain is None else date.fromisoformat(plain))
    """The day of its first win."""
    won: Attribute[int] = attribute()
    """Deals won."""
    open: Attribute[int] = attribute()
    """Open deals."""
    pipeline: Attribute[Pipeline | None] = attribute(lambda plain: None if plain is None else Pipeline._of(plain))
    """All open deals and the odds of at least one order, with the few to begin with; absent where the question is another."""
    person: Attribute[str | None] = attribute()
    """The person whose own deals have the highest odds; absent where nobody leads an open deal, or the question is another."""
    person_name: Attribute[str | None] = attribute()
    """The person's name, where registered."""
    person_odds: Attribute[float | None] = attribute()
    """The odds of that person's deals."""
    person_separable: Attribute[bool | None] = attribute()
    """Whether their interval lies above everybody else's at the partner; absent without a person."""
    tells: Attribute[Tells | None] = attribute()
    """Whether the closed deals tell won from lost; absent before the first win."""
    proposals: Attribute[int | None] = attribute()
    """Open prospects in which a win may be repeated; absent before the first win."""
    repeated: Attribute[bool | None] = attribute()
    """Whether any win was repeated; absent before the first win."""


class WhereToBeginStanding(Record):
    """How far the place of a partner in the list can be relied on."""

    partner: Attribute[str] = attribute()
    """The partner."""
    best_rank: Attribute[int] = attribute()
    """The best rank that the intervals allow, from 1."""
    worst_rank: Attribute[int] = attribute()
    """The worst."""


class WinStory(Record):
    """The story of one win."""

    deal: Attribute[str] = attribute()
    """The deal."""
    name: Attribute[str | None] = attribute()
    """Its name, where known."""
    won_on: Attribute[date] = attribute(date.fromisoformat)
    """The day on which it was won."""
    won_fact: Attribute[str] = attribute()
    """The fact of the win."""
    state: Attribute[StoryState] = attribute()
    """How far its story has come."""
    due: Attribute[date | None] = attribute(lambda plain: None if plain is None else date.fromisoformat(plain))
    """The last day on which the story is in time; absent past the last day there is."""
    told_on: Attribute[date | None] = attribute(lambda plain: None if plain is None else date.fromisoformat(plain))
    """The day on which it was first told."""
    business_days: Attribute[int | None] = attribute()
    """Business days from the win until then; 0 where it was told before."""
    reached: Attribute[tuple[Audience, ...]] = attribute(tuple)
    """To whom it went, the smallest audience first."""
    not_reached: Attribute[tuple[Audience, ...]] = attribute(tuple)
    """Audiences up to everybody concerned that are wider than any it went to."""
    facts: Attribute[tuple[str, ...]] = attribute(tuple)
    """The stories, by instant."""


class Winter(Record):
    """A person's season."""

    season: Attribute[Season] = attribute()
    """The season."""
    since: Attribute[date | None] = attribute(lambda plain: None if plain is None else date.fromisoformat(plain))
    """The day of the last final result, or of the start where there is none yet."""
    since_fact: Attribute[str | None] = attribute()
    """The fact of that day."""
    days_without: Attribute[int | None] = attribute()
    """Calendar days since then."""
    window_days: Attribute[int | None] = attribute()
    """The last days looked at, today the last of them; never more than since the start."""
    recent: Attribute[tuple[Recent, ...]] = attribute(lambda plain: tuple(Recent._of(item) for item in plain))
    """The intermediate results of these days, in the policy's order; empty where nothing is known."""
    observed: Attribute[int | None] = attribute()
    """How many there are together."""
    expected: Attribute[float | None] = attribute()
    """How many the policy's beliefs expect."""
    healthy_from: Attribute[float | None] = attribute()
    """From how many the work is healthy."""


class Brief(BriefPage):
    """The answer for one person."""

    schema: Attribute[Literal["keyperson.brief/1"]] = attribute()
    """schema"""
    as_of: Attribute[datetime] = attribute(instant)
    """The instant of the question."""
    policy: Attribute[str] = attribute()
    """Name of the policy."""
    partner: Attribute[str] = attribute()
    """The partner."""
    partner_name: Attribute[str | None] = attribute()
    """Its name, where registered."""
    person: Attribute[str] = attribute()
    """The person."""
    name: Attribute[str | None] = attribute()
    """The person's name, where registered."""
    title: Attribute[str | None] = attribute()
    """The person's title, where registered."""
    colleagues: Attribute[Mapping[str, str]] = attribute(MappingProxyType)
    """Names of the colleagues in a remedy, the succession or the support unit, by id, as far as they are registered."""
    facts: Attribute[int] = attribute()
    """How many facts of the person were seen."""
    readiness: Attribute[Readiness] = attribute()
    """Whether the person is ready for the role, or what somebody set it to."""
    fit: Attribute[Fit] = attribute(lambda plain: Fit._of(plain))
    """The score with bounds, coverage and contributions."""
    traits: Attribute[tuple[TraitEstimate, ...]] = attribute(lambda plain: tuple(TraitEstimate._of(item) for item in plain))
    """The six traits, with their evidence."""
    mismatches: Attribute[tuple[Mismatch, ...]] = attribute(lambda plain: tuple(Mismatch._of(item) for item in plain))
    """Strong traits wasted by weak ones, every pattern of the policy."""
    remedies: Attribute[Remedies] = attribute(lambda plain: Remedies._of(plain))
    """What stands in the way, and what to change in the environment."""
    selection: Attribute[Selection] = attribute(lambda plain: Selection._of(plain))
    """The gates of the selection."""
    ladder: Attribute[Ladder] = attribute(lambda plain: Ladder._of(plain))
    """The staged targets, with pace and odds."""
    lead_time: Attribute[LeadTime] = attribute(lambda plain: LeadTime._of(plain))
    """Counts, conversion rates and lead time."""
    winter: Attribute[Winter] = attribute(lambda plain: Winter._of(plain))
    """Winter or stagnation."""
    recognition: Attribute[Recognition] = attribute(lambda plain: Recognition._of(plain))
    """Recognition owed and given."""
    motivation: Attribute[Motivation] = attribute(lambda plain: Motivation._of(plain))
    """What was offered to the person."""
    appraisal: Attribute[Overlap] = attribute(lambda plain: Overlap._of(plain))
    """How far the ladder counts in the person's own appraisal."""
    response: Attribute[Response] = attribute(lambda plain: Response._of(plain))
    """How soon each side answers the other."""
    feedback: Attribute[Feedback] = attribute(lambda plain: Feedback._of(plain))
    """What came of feedback."""
    news: Attribute[NewsTold] = attribute(lambda plain: NewsTold._of(plain))
    """In which order news was told."""
    findings: Attribute[tuple[Finding, ...]] = attribute(lambda plain: tuple(Finding._of(item) for item in plain))
    """Everything that needs attention, the most urgent first."""
    withdrawn: Attribute[tuple[str, ...]] = attribute(tuple)
    """Facts that do not count because their dispute was upheld."""
    provisional_calendar: Attribute[bool] = attribute()
    """Whether a date of this brief lies past the last official year of the holiday table."""
    cadence: Attribute[Cadence] = attribute(lambda plain: Cadence._of(plain))
    """The regular meetings: planned, kept, next."""
    rhythm: Attribute[Rhythm] = attribute(lambda plain: Rhythm._of(plain))
    """Peaks and valleys of the load."""
    agenda: Attribute[Agenda] = attribute(lambda plain: Agenda._of(plain))
    """What the next regular meetings are to talk about."""
    first_order: Attribute[FirstOrder] = attribute(lambda plain: FirstOrder._of(plain))
    """With which prospects to begin."""
    replication: Attribute[Replication] = attribute(lambda plain: Replication._of(plain))
    """Which prospects to win as others were won."""
    story: Attribute[Stories] = attribute(lambda plain: Stories._of(plain))
    """The stories of the wins."""
    change: Attribute[Change | None] = attribute(lambda plain: None if plain is None else Change._of(plain))
    """What changed since the last brief: since the latest regular meeting before the as-of at which the dashboard was shared, or else the latest weekly one. Absent where there was no meeting."""
    loop_turns: Attribute[LoopTurns] = attribute(lambda plain: LoopTurns._of(plain))
    """How often the partner's loop has turned."""
    overrides: Attribute[tuple[SetValue, ...]] = attribute(lambda plain: tuple(SetValue._of(item) for item in plain))
    """Values that somebody set and that hold, or ended lately: traits in their order, the readiness last."""
    by_evidence: Attribute[ByEvidence | None] = attribute(lambda plain: None if plain is None else ByEvidence._of(plain))
    """What follows from the evidence alone. Absent if no override holds."""
    spread: Attribute[Spread] = attribute(lambda plain: Spread._of(plain))
    """How know-how and load are spread at the partner."""
    succession: Attribute[Succession] = attribute(lambda plain: Succession._of(plain))
    """Who could follow, and what rests on the person."""
    support: Attribute[Supports] = attribute(lambda plain: Supports._of(plain))
    """The vendor's and the partner's wheel, and what is owed."""


class Portfolio(PortfolioPage):
    """The answer for many people."""

    schema: Attribute[Literal["keyperson.portfolio/1"]] = attribute()
    """schema"""
    as_of: Attribute[datetime] = attribute(instant)
    """The instant of the question."""
    policy: Attribute[str] = attribute()
    """Name of the policy."""
    people: Attribute[tuple[PersonRow, ...]] = attribute(lambda plain: tuple(PersonRow._of(item) for item in plain))
    """Everybody who has not left: by readiness, then fit, then partner and person."""
    partners: Attribute[tuple[PartnerRow, ...]] = attribute(lambda plain: tuple(PartnerRow._of(item) for item in plain))
    """Every partner, by id."""
    left: Attribute[int] = attribute()
    """How many people have left."""
    where_to_begin: Attribute[tuple[WhereToBeginRow, ...]] = attribute(lambda plain: tuple(WhereToBeginRow._of(item) for item in plain))
    """Where to begin: partners without a win by the odds of an early first one, then those that may repeat theirs."""
    where_to_begin_standings: Attribute[tuple[WhereToBeginStanding, ...]] = attribute(lambda plain: tuple(WhereToBeginStanding._of(item) for item in plain))
    """How far the order of those that may begin can be relied on."""


class Change(Record):
    """What moved."""

    from_: Attribute[datetime] = attribute(instant, name="from")
    """The earlier instant."""
    to: Attribute[datetime] = attribute(instant)
    """The later instant."""
    last_brief: Attribute[str | None] = attribute()
    """The meeting at which the earlier brief was shared. Absent if the question gave an instant."""
    before: Attribute[float | None] = attribute()
    """Score at the earlier instant; absent where unknown."""
    after: Attribute[float | None] = attribute()
    """Score at the later instant; absent where unknown."""
    points: Attribute[tuple[Contribution, ...]] = attribute(lambda plain: tuple(Contribution._of(item) for item in plain))
    """What each trait contributes to the change, those that changed only."""
    reference: Attribute[float] = attribute()
    """What comes from other traits being known than before."""
    rungs: Attribute[tuple[RungChange, ...]] = attribute(lambda plain: tuple(RungChange._of(item) for item in plain))
    """The rungs whose count or status is another, in the policy's order."""
    gates: Attribute[tuple[GatePassed, ...]] = attribute(lambda plain: tuple(GatePassed._of(item) for item in plain))
    """The gates passed in between that still count, in their order."""
    findings: Attribute[tuple[NewGrounds, ...]] = attribute(lambda plain: tuple(NewGrounds._of(item) for item in plain))
    """The findings of the later instant that rest on facts in between, in their order."""
    facts: Attribute[tuple[str, ...]] = attribute(tuple)
    """The person's facts in between, by instant."""
    overrides: Attribute[tuple[str, ...]] = attribute(tuple)
    """Values that somebody set and that hold at one of the two instants only: begun, replaced or ended in between."""


class Trail(Record):
    """The numbers of one brief and the facts behind them."""

    schema: Attribute[Literal["keyperson.trail/1"]] = attribute()
    """schema"""
    as_of: Attribute[datetime] = attribute(instant)
    """The instant of the question."""
    policy: Attribute[str] = attribute()
    """Name of the policy."""
    partner: Attribute[str] = attribute()
    """The partner."""
    person: Attribute[str] = attribute()
    """The person."""
    numbers: Attribute[tuple[NumberTrail, ...]] = attribute(lambda plain: tuple(NumberTrail._of(item) for item in plain))
    """Every number, in the order of the brief."""
    contexts: Attribute[tuple[Context, ...]] = attribute(lambda plain: tuple(Context._of(item) for item in plain))
    """What numbers rest on, by name."""
    facts: Attribute[tuple[FactTrail, ...]] = attribute(lambda plain: tuple(FactTrail._of(item) for item in plain))
    """Every fact of the person and of the whole partner, and those of others on which a number rests, by instant."""


class Ranking(Record):
    """The order of one group."""

    standings: Attribute[tuple[RankingStanding, ...]] = attribute(lambda plain: tuple(RankingStanding._of(item) for item in plain))
    """Everybody, in order."""
    comparisons: Attribute[tuple[RankingComparison, ...]] = attribute(lambda plain: tuple(RankingComparison._of(item) for item in plain))
    """Each pair of neighbours."""
    separable: Attribute[bool] = attribute()
    """Whether the evidence tells at least two people apart."""


class Schedule(Record):
    """The coming meetings of one person."""

    partner: Attribute[str] = attribute()
    """The partner."""
    person: Attribute[str] = attribute()
    """The person."""
    as_of: Attribute[datetime] = attribute(instant)
    """The instant of the question."""
    zone: Attribute[str] = attribute()
    """The zone by whose clock the meetings are."""
    meetings: Attribute[tuple[Scheduled, ...]] = attribute(lambda plain: tuple(Scheduled._of(item) for item in plain))
    """The meetings, by day, time and layer; empty without an appointment."""


class BusinessDay(Record):
    """A day in a business calendar."""

    is_business_day: Attribute[bool] = attribute()
    """Whether it is one."""
    next_business_day: Attribute[date | None] = attribute(lambda plain: None if plain is None else date.fromisoformat(plain))
    """The first one strictly after it; absent after the last day of all."""
    provisional: Attribute[bool] = attribute()
    """Whether the holidays of its year are not official yet."""
    business_days_between: Attribute[int | None] = attribute()
    """Business days from it to `to`, negative backwards; absent where `to` was not asked for."""
    after_days: Attribute[date | None] = attribute(lambda plain: None if plain is None else date.fromisoformat(plain))
    """The day `days` business days after it; absent where `days` was not asked for, or beyond the last day."""


class Draft(Record):
    """A text to begin with."""

    text: Attribute[str] = attribute()
    """The text, in Markdown. What the facts do not say is a marked blank."""


class FindingText(Record):
    """What a finding says, in one language."""

    title: Attribute[str] = attribute()
    """A headline."""
    what: Attribute[str] = attribute()
    """What was found."""
    since: Attribute[str | None] = attribute()
    """Since when, as a part of a sentence without a full stop: `since Wed 1 Apr 2026`, `2026年4月1日（水）から`. Absent only for findings without evidence."""
    why: Attribute[str] = attribute()
    """Why it matters."""
    change: Attribute[str] = attribute()
    """What to change in the environment."""
