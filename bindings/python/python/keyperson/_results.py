# Generated from crates/keyperson/schemas by `cargo xtask schema`; do not edit.
# ruff: noqa: E501
"""The results, as frozen classes: each attribute says what it is, and `to_dict` gives the plain data."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from types import MappingProxyType
from typing import Literal

from keyperson._page import BriefPage, FindingWords, PortfolioPage
from keyperson._record import Record, instant

__all__ = [
    "Activated",
    "Agenda",
    "AgendaTopic",
    "AnswerTrail",
    "Answered",
    "Answers",
    "Audience",
    "Basis",
    "BeginRow",
    "BeginStanding",
    "Bottleneck",
    "Brief",
    "BusinessDay",
    "ByEvidence",
    "Cadence",
    "Change",
    "Clearing",
    "Compared",
    "ContestStep",
    "Context",
    "Contribution",
    "Conversion",
    "Counting",
    "CourseStep",
    "Cover",
    "Criterion",
    "DealAlone",
    "Draft",
    "Evidence",
    "Expected",
    "FactTrail",
    "Feedback",
    "FeedbackState",
    "Field",
    "FieldShare",
    "Finding",
    "FindingCode",
    "FindingText",
    "FindingValue",
    "Fit",
    "GatePassed",
    "GateStep",
    "InformationOrder",
    "Isolation",
    "Ladder",
    "Layer",
    "LayerCadence",
    "LeadTime",
    "Lesson",
    "Link",
    "LinkKind",
    "Load",
    "LoadShare",
    "LoopStep",
    "LoopTurns",
    "Meeting",
    "MeetingStatus",
    "MemberRecognition",
    "MetricCount",
    "Mismatch",
    "MismatchState",
    "Motivation",
    "Neighbour",
    "NewGrounds",
    "NewsOrder",
    "NewsTopic",
    "NumberTrail",
    "OddsChange",
    "OfferKind",
    "OfferMade",
    "OfferMix",
    "Overlap",
    "Overridden",
    "OverrideState",
    "Owed",
    "Pace",
    "PartnerRow",
    "PatternState",
    "PersonRow",
    "Piece",
    "Pipeline",
    "Planned",
    "Portfolio",
    "Proposal",
    "Prospect",
    "Ranking",
    "RankingComparison",
    "RankingStanding",
    "Readiness",
    "Recent",
    "Recognition",
    "RecognitionState",
    "Remedies",
    "Remedy",
    "Repeat",
    "Replication",
    "ReplicationComparison",
    "ReplicationState",
    "Response",
    "Rhythm",
    "RhythmWeek",
    "Rise",
    "Rung",
    "RungCell",
    "RungChange",
    "RungRest",
    "RungStatus",
    "Schedule",
    "Scheduled",
    "Season",
    "Selection",
    "SetValue",
    "Severity",
    "Shortfall",
    "Side",
    "Spread",
    "SpreadMonth",
    "Stage",
    "Start",
    "StartState",
    "StepMade",
    "Stories",
    "StoryState",
    "Succession",
    "Successor",
    "SuccessorState",
    "SupportOwed",
    "SupportState",
    "SupportTurns",
    "SupportUnit",
    "Supports",
    "Tells",
    "ToOrder",
    "Trail",
    "TrailStanding",
    "Trait",
    "TraitChange",
    "TraitEstimate",
    "TraitQuestion",
    "Turn",
    "TurnKind",
    "UnderFloor",
    "Urgency",
    "Verdict",
    "VoiceState",
    "VoiceTrail",
    "Waiting",
    "WeekKind",
    "Weekday",
    "WeekdayAnswers",
    "Wheel",
    "WheelState",
    "WinStory",
    "Winter",
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

GateStep = Literal["shortlisted", "manager_confirmed", "executive_approved", "announced", "appointed", "stepped_down"]
"""A step of the selection, in the order in which they belong.

- `shortlisted`: On the list of candidates.
- `manager_confirmed`: Sales manager and department head agree: resources and standing appraisal.
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
- `ready_with_support`: As ready, and for everything that stands in the way there is a remedy that clears it.
- `unknown`: The interval straddles the bar, or a trait with a floor is unknown: ask first.
- `not_yet`: The whole interval lies below the bar, or something stands in the way that no remedy clears.
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

StartState = Literal["begin", "nothing_open", "replicate"]
"""Which question is asked.

- `begin`: Nothing is won yet, and there are open deals: with which to begin.
- `nothing_open`: Nothing is won yet, and no deal is open.
- `replicate`: The first win is made: what to repeat.
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

TurnKind = Literal["training", "joint_review", "answer", "member", "praise", "executives", "notice", "hours"]
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

class Activated(Record):
    """A colleague who is active."""

    __slots__ = ()
    _FIELDS = ("person", "on", "at", "fact", "active_before")

    @property
    def person(self) -> str:
        """Who."""
        return self._source["person"]

    @property
    def on(self) -> date:
        """The day of the first work or signal since the start."""
        return self._once("on", lambda plain: date.fromisoformat(plain))

    @property
    def at(self) -> datetime:
        """When that was."""
        return self._once("at", lambda plain: instant(plain))

    @property
    def fact(self) -> str:
        """The fact."""
        return self._source["fact"]

    @property
    def active_before(self) -> bool:
        """Whether the colleague was active before the start already."""
        return self._source["active_before"]


class Agenda(Record):
    """What the three layers are to talk about."""

    __slots__ = ()
    _FIELDS = ("weekly", "monthly", "bottleneck", "quarterly")

    @property
    def weekly(self) -> tuple[AgendaTopic, ...]:
        """Small corrections: what is urgent or important now."""
        return self._once("weekly", lambda plain: tuple(AgendaTopic._of(item) for item in plain))

    @property
    def monthly(self) -> tuple[AgendaTopic, ...]:
        """What is in the way of results."""
        return self._once("monthly", lambda plain: tuple(AgendaTopic._of(item) for item in plain))

    @property
    def bottleneck(self) -> Bottleneck | None:
        """The step at which the most deals stay behind; absent where no step has enough deals, or none stays behind."""
        return self._once("bottleneck", lambda plain: None if plain is None else Bottleneck._of(plain))

    @property
    def quarterly(self) -> tuple[AgendaTopic, ...]:
        """Allocation and strategy."""
        return self._once("quarterly", lambda plain: tuple(AgendaTopic._of(item) for item in plain))


class AgendaTopic(Record):
    """A finding on an agenda."""

    __slots__ = ()
    _FIELDS = ("code", "about")

    @property
    def code(self) -> FindingCode:
        """The finding."""
        return self._source["code"]

    @property
    def about(self) -> str:
        """What it is about."""
        return self._source["about"]


class AnswerTrail(Record):
    """Something said about a fact."""

    __slots__ = ()
    _FIELDS = ("fact", "at", "step", "person", "by", "reason")

    @property
    def fact(self) -> str:
        """The fact that says it."""
        return self._source["fact"]

    @property
    def at(self) -> datetime:
        """When."""
        return self._once("at", lambda plain: instant(plain))

    @property
    def step(self) -> ContestStep:
        """A comment, or a step of the dispute."""
        return self._source["step"]

    @property
    def person(self) -> str | None:
        """Whose page it stands on."""
        return self._source["person"]

    @property
    def by(self) -> str | None:
        """Who said it, where that is somebody else."""
        return self._source["by"]

    @property
    def reason(self) -> str | None:
        """The words."""
        return self._source["reason"]


class Answered(Record):
    """A turn and its answer."""

    __slots__ = ()
    _FIELDS = ("thread", "by", "question", "answer", "asked", "elapsed_seconds", "in_time")

    @property
    def thread(self) -> str | None:
        """The thread; absent for the person's own chat."""
        return self._source["thread"]

    @property
    def by(self) -> Side:
        """Who answered."""
        return self._source["by"]

    @property
    def question(self) -> str:
        """The first message of the turn."""
        return self._source["question"]

    @property
    def answer(self) -> str:
        """The message that answers it."""
        return self._source["answer"]

    @property
    def asked(self) -> datetime:
        """When the turn began."""
        return self._once("asked", lambda plain: instant(plain))

    @property
    def elapsed_seconds(self) -> int:
        """Whole seconds until the answer."""
        return self._source["elapsed_seconds"]

    @property
    def in_time(self) -> bool:
        """Whether it came within the limit."""
        return self._source["in_time"]


class Answers(Record):
    """How one side answers the other."""

    __slots__ = ()
    _FIELDS = ("answered", "in_time", "late", "open", "open_past", "breaches", "median_hours", "p90_hours", "chance", "chance_lower", "chance_upper", "weekdays")

    @property
    def answered(self) -> int:
        """Turns that it answered."""
        return self._source["answered"]

    @property
    def in_time(self) -> int:
        """Those of them answered within the limit."""
        return self._source["in_time"]

    @property
    def late(self) -> int:
        """Those of them answered later."""
        return self._source["late"]

    @property
    def open(self) -> int:
        """Turns that wait for its answer."""
        return self._source["open"]

    @property
    def open_past(self) -> int:
        """Those of them whose limit is past."""
        return self._source["open_past"]

    @property
    def breaches(self) -> int:
        """Breaches of the limit: late answers and open turns past it."""
        return self._source["breaches"]

    @property
    def median_hours(self) -> float | None:
        """Hours within which half of the answers came, by nearest rank: of n answers the ⌈n/2⌉-th fastest. Absent without answers; what is open does not count."""
        return self._source["median_hours"]

    @property
    def p90_hours(self) -> float | None:
        """Hours within which nine tenths of the answers came: the ⌈9n/10⌉-th fastest."""
        return self._source["p90_hours"]

    @property
    def chance(self) -> float | None:
        """Chance of an answer in time: mean of `Beta(prior_for + in time, prior_against + breaches)`. Absent where there is neither an answer nor a breach."""
        return self._source["chance"]

    @property
    def chance_lower(self) -> float | None:
        """Lower end of its interval at the policy's level."""
        return self._source["chance_lower"]

    @property
    def chance_upper(self) -> float | None:
        """Upper end of it."""
        return self._source["chance_upper"]

    @property
    def weekdays(self) -> tuple[WeekdayAnswers, ...]:
        """The same by the weekday of the question, Monday first."""
        return self._once("weekdays", lambda plain: tuple(WeekdayAnswers._of(item) for item in plain))


class BeginRow(Record):
    """A partner with open deals or wins."""

    __slots__ = ()
    _FIELDS = ("partner", "partner_name", "state", "first_win", "won", "open", "pipeline", "person", "person_name", "person_odds", "person_separable", "tells", "proposals", "repeated")

    @property
    def partner(self) -> str:
        """The partner."""
        return self._source["partner"]

    @property
    def partner_name(self) -> str | None:
        """Its name, where registered."""
        return self._source["partner_name"]

    @property
    def state(self) -> StartState:
        """Which question is asked of it."""
        return self._source["state"]

    @property
    def first_win(self) -> date | None:
        """The day of its first win."""
        return self._once("first_win", lambda plain: None if plain is None else date.fromisoformat(plain))

    @property
    def won(self) -> int:
        """Deals won."""
        return self._source["won"]

    @property
    def open(self) -> int:
        """Open deals."""
        return self._source["open"]

    @property
    def pipeline(self) -> Pipeline | None:
        """All open deals and the odds of at least one order, with the few to begin with; absent where the question is another."""
        return self._once("pipeline", lambda plain: None if plain is None else Pipeline._of(plain))

    @property
    def person(self) -> str | None:
        """The person whose own deals have the highest odds; absent where nobody leads an open deal, or the question is another."""
        return self._source["person"]

    @property
    def person_name(self) -> str | None:
        """The person's name, where registered."""
        return self._source["person_name"]

    @property
    def person_odds(self) -> float | None:
        """The odds of that person's deals."""
        return self._source["person_odds"]

    @property
    def person_separable(self) -> bool | None:
        """Whether their interval lies above everybody else's at the partner; absent without a person."""
        return self._source["person_separable"]

    @property
    def tells(self) -> Tells | None:
        """Whether the closed deals tell won from lost; absent before the first win."""
        return self._source["tells"]

    @property
    def proposals(self) -> int | None:
        """Open prospects in which a win may be repeated; absent before the first win."""
        return self._source["proposals"]

    @property
    def repeated(self) -> bool | None:
        """Whether any win was repeated; absent before the first win."""
        return self._source["repeated"]


class BeginStanding(Record):
    """How far the place of a partner in the list can be relied on."""

    __slots__ = ()
    _FIELDS = ("partner", "best_rank", "worst_rank")

    @property
    def partner(self) -> str:
        """The partner."""
        return self._source["partner"]

    @property
    def best_rank(self) -> int:
        """The best rank that the intervals allow, from 1."""
        return self._source["best_rank"]

    @property
    def worst_rank(self) -> int:
        """The worst."""
        return self._source["worst_rank"]


class Bottleneck(Record):
    """The step with the lowest share of deals that passed it so far."""

    __slots__ = ()
    _FIELDS = ("from_", "to", "deals", "reached", "share", "lower", "upper", "evidence")

    @property
    def from_(self) -> str:
        """The metric at which the step begins."""
        return self._source["from"]

    @property
    def to(self) -> str:
        """The next one."""
        return self._source["to"]

    @property
    def deals(self) -> int:
        """Deals that came to the first."""
        return self._source["deals"]

    @property
    def reached(self) -> int:
        """Those of them that came to the next."""
        return self._source["reached"]

    @property
    def share(self) -> float:
        """`reached ÷ deals`, 0 to below 1."""
        return self._source["share"]

    @property
    def lower(self) -> float | None:
        """Lower end of its interval at the policy's level."""
        return self._source["lower"]

    @property
    def upper(self) -> float | None:
        """Upper end of it."""
        return self._source["upper"]

    @property
    def evidence(self) -> tuple[str, ...]:
        """The facts by which the deals that stayed behind came to the first, by instant."""
        return self._once("evidence", lambda plain: tuple(plain))


class ByEvidence(Record):
    """What follows from the evidence alone."""

    __slots__ = ()
    _FIELDS = ("score", "interval_lower", "interval_upper", "readiness")

    @property
    def score(self) -> float | None:
        """The score; absent where unknown."""
        return self._source["score"]

    @property
    def interval_lower(self) -> float:
        """Lower end of the score's interval."""
        return self._source["interval_lower"]

    @property
    def interval_upper(self) -> float:
        """Upper end of the score's interval."""
        return self._source["interval_upper"]

    @property
    def readiness(self) -> Readiness:
        """The readiness."""
        return self._source["readiness"]


class Cadence(Record):
    """The regular meetings of one person."""

    __slots__ = ()
    _FIELDS = ("start", "appointed_by", "layers", "next", "unplanned")

    @property
    def start(self) -> date | None:
        """The day from which meetings are planned; absent without an appointment."""
        return self._once("start", lambda plain: None if plain is None else date.fromisoformat(plain))

    @property
    def appointed_by(self) -> str | None:
        """The appointment."""
        return self._source["appointed_by"]

    @property
    def layers(self) -> tuple[LayerCadence, ...]:
        """Weekly, monthly and quarterly; empty without an appointment."""
        return self._once("layers", lambda plain: tuple(LayerCadence._of(item) for item in plain))

    @property
    def next(self) -> tuple[Planned, ...]:
        """The next planned meetings of all layers, the first [`NEXT`], by day."""
        return self._once("next", lambda plain: tuple(Planned._of(item) for item in plain))

    @property
    def unplanned(self) -> tuple[str, ...]:
        """Meetings since the start that took place in a period without a planned one, by instant."""
        return self._once("unplanned", lambda plain: tuple(plain))


class Clearing(Record):
    """The smallest change that would clear a mismatch."""

    __slots__ = ()
    _FIELDS = ("mean", "by")

    @property
    def mean(self) -> float:
        """The mean to which the weak trait must come, its evidence weighing what it does today."""
        return self._source["mean"]

    @property
    def by(self) -> float:
        """By how much that is more than today."""
        return self._source["by"]


class Compared(Record):
    """One field of a prospect and of a won deal."""

    __slots__ = ()
    _FIELDS = ("field", "comparison", "prospect", "won")

    @property
    def field(self) -> Field:
        """The field."""
        return self._source["field"]

    @property
    def comparison(self) -> ReplicationComparison:
        """How the two compare."""
        return self._source["comparison"]

    @property
    def prospect(self) -> str | None:
        """What the prospect has; absent where it is not known. An amount comes with its currency."""
        return self._source["prospect"]

    @property
    def won(self) -> str | None:
        """What the won deal has."""
        return self._source["won"]


class Context(Record):
    """Facts and settings on which numbers rest."""

    __slots__ = ()
    _FIELDS = ("name", "facts", "settings")

    @property
    def name(self) -> str:
        """Its name: a room of the brief, a trait or mismatch of it, or a trait and a signal that speaks of it."""
        return self._source["name"]

    @property
    def facts(self) -> tuple[str, ...]:
        """The facts, by instant."""
        return self._once("facts", lambda plain: tuple(plain))

    @property
    def settings(self) -> tuple[str, ...]:
        """The settings: JSON pointers into the policy."""
        return self._once("settings", lambda plain: tuple(plain))


class Contribution(Record):
    """What one trait contributes."""

    __slots__ = ()
    _FIELDS = ("trait", "points")

    @property
    def trait(self) -> Trait:
        """The trait."""
        return self._source["trait"]

    @property
    def points(self) -> float:
        """Its share of `score − reference`, in points of the score."""
        return self._source["points"]


class Conversion(Record):
    """The share of deals that got from one metric to another."""

    __slots__ = ()
    _FIELDS = ("from_", "to", "deals", "reached", "share", "lower", "upper")

    @property
    def from_(self) -> str:
        """The metric at which they begin."""
        return self._source["from"]

    @property
    def to(self) -> str:
        """The metric that they reach."""
        return self._source["to"]

    @property
    def deals(self) -> int:
        """Deals that began."""
        return self._source["deals"]

    @property
    def reached(self) -> int:
        """Those of them that reached it, a later metric of their course counted as well. At least so many where the share is absent."""
        return self._source["reached"]

    @property
    def share(self) -> float | None:
        """`reached ÷ deals`, 0 to 1; absent without deals, and where deals went past the metric while nothing that reached it is on record: then it is not written down, which is no zero."""
        return self._source["share"]

    @property
    def lower(self) -> float | None:
        """Lower end of its interval at the policy's level (see [`share_interval`](crate::stats::share_interval)); absent where the share is."""
        return self._source["lower"]

    @property
    def upper(self) -> float | None:
        """Upper end of it."""
        return self._source["upper"]


class CourseStep(Record):
    """The count at the end of a day on which it grew."""

    __slots__ = ()
    _FIELDS = ("day", "count")

    @property
    def day(self) -> date:
        """The day."""
        return self._once("day", lambda plain: date.fromisoformat(plain))

    @property
    def count(self) -> int:
        """How many there were at its end."""
        return self._source["count"]


class Cover(Record):
    """One trait that a colleague covers."""

    __slots__ = ()
    _FIELDS = ("trait", "member", "mean")

    @property
    def trait(self) -> Trait:
        """The trait."""
        return self._source["trait"]

    @property
    def member(self) -> str:
        """The colleague."""
        return self._source["member"]

    @property
    def mean(self) -> float:
        """The unit's mean for it."""
        return self._source["mean"]


class Criterion(Record):
    """One criterion of the appraisal."""

    __slots__ = ()
    _FIELDS = ("criterion", "metric", "weight", "rungs", "fact")

    @property
    def criterion(self) -> str:
        """The criterion, in the employer's words."""
        return self._source["criterion"]

    @property
    def metric(self) -> str | None:
        """The metric that measures the same, where there is one."""
        return self._source["metric"]

    @property
    def weight(self) -> float | None:
        """Its share of the appraisal, 0 to 1, where known."""
        return self._source["weight"]

    @property
    def rungs(self) -> tuple[str, ...]:
        """The rungs that serve it, in the policy's order."""
        return self._once("rungs", lambda plain: tuple(plain))

    @property
    def fact(self) -> str:
        """The fact."""
        return self._source["fact"]


class DealAlone(Record):
    """A deal that rests on the person alone."""

    __slots__ = ()
    _FIELDS = ("deal", "stage", "fact")

    @property
    def deal(self) -> str:
        """The deal."""
        return self._source["deal"]

    @property
    def stage(self) -> Stage | None:
        """The furthest stage since it was last opened; absent where none is on record."""
        return self._source["stage"]

    @property
    def fact(self) -> str:
        """The fact by which it reached that, or else the latest fact about it."""
        return self._source["fact"]


class Evidence(Record):
    """One piece of evidence."""

    __slots__ = ()
    _FIELDS = ("fact", "signal", "at", "y", "weight", "contested")

    @property
    def fact(self) -> str:
        """The fact."""
        return self._source["fact"]

    @property
    def signal(self) -> str:
        """The signal by which it speaks; `rating` for ratings."""
        return self._source["signal"]

    @property
    def at(self) -> datetime:
        """When it happened."""
        return self._once("at", lambda plain: instant(plain))

    @property
    def y(self) -> float:
        """What it says, from 0 (against) to 1 (for)."""
        return self._source["y"]

    @property
    def weight(self) -> float:
        """What it counts today, after fading, dispute and cap."""
        return self._source["weight"]

    @property
    def contested(self) -> bool:
        """Whether the person disputes it."""
        return self._source["contested"]


class Expected(Record):
    """When a target is expected; absent days lie beyond the policy's horizon."""

    __slots__ = ()
    _FIELDS = ("early", "median", "late")

    @property
    def early(self) -> date | None:
        """The day by which it is reached with the policy's small probability."""
        return self._once("early", lambda plain: None if plain is None else date.fromisoformat(plain))

    @property
    def median(self) -> date | None:
        """The day by which it is reached as likely as not."""
        return self._once("median", lambda plain: None if plain is None else date.fromisoformat(plain))

    @property
    def late(self) -> date | None:
        """The day by which it is reached with the policy's large probability."""
        return self._once("late", lambda plain: None if plain is None else date.fromisoformat(plain))


class FactTrail(Record):
    """A fact, and what becomes of it."""

    __slots__ = ()
    _FIELDS = ("fact", "at", "type", "person", "source", "standing", "contested", "voices", "evidence_of", "context_of", "answers")

    @property
    def fact(self) -> str:
        """The fact."""
        return self._source["fact"]

    @property
    def at(self) -> datetime:
        """When it happened."""
        return self._once("at", lambda plain: instant(plain))

    @property
    def type(self) -> str:
        """Its type."""
        return self._source["type"]

    @property
    def person(self) -> str | None:
        """Whom it names; absent for the whole partner."""
        return self._source["person"]

    @property
    def source(self) -> str | None:
        """Where it comes from."""
        return self._source["source"]

    @property
    def standing(self) -> TrailStanding:
        """What becomes of it."""
        return self._source["standing"]

    @property
    def contested(self) -> bool:
        """Whether its dispute is open."""
        return self._source["contested"]

    @property
    def voices(self) -> tuple[VoiceTrail, ...]:
        """How it speaks of the person's traits."""
        return self._once("voices", lambda plain: tuple(VoiceTrail._of(item) for item in plain))

    @property
    def evidence_of(self) -> tuple[str, ...]:
        """Numbers of which it is evidence: JSON pointers into the brief, in its order."""
        return self._once("evidence_of", lambda plain: tuple(plain))

    @property
    def context_of(self) -> tuple[str, ...]:
        """Names of the contexts to which it belongs."""
        return self._once("context_of", lambda plain: tuple(plain))

    @property
    def answers(self) -> tuple[AnswerTrail, ...]:
        """What was said about it, by instant."""
        return self._once("answers", lambda plain: tuple(AnswerTrail._of(item) for item in plain))


class Feedback(Record):
    """The feedback of the person and of the partner."""

    __slots__ = ()
    _FIELDS = ("pieces", "waiting", "answered", "in_time", "verified")

    @property
    def pieces(self) -> tuple[Piece, ...]:
        """The pieces, by the instant at which they were raised."""
        return self._once("pieces", lambda plain: tuple(Piece._of(item) for item in plain))

    @property
    def waiting(self) -> int:
        """Pieces without an answer, in time or past it."""
        return self._source["waiting"]

    @property
    def answered(self) -> int:
        """Pieces that were answered."""
        return self._source["answered"]

    @property
    def in_time(self) -> int:
        """Those of them answered in time."""
        return self._source["in_time"]

    @property
    def verified(self) -> int:
        """Pieces whose result was checked."""
        return self._source["verified"]


class FieldShare(Record):
    """What one field counts."""

    __slots__ = ()
    _FIELDS = ("field", "unit", "share")

    @property
    def field(self) -> Field:
        """The field."""
        return self._source["field"]

    @property
    def unit(self) -> str | None:
        """The currency of an amount."""
        return self._source["unit"]

    @property
    def share(self) -> float:
        """Its share of all that tells won from lost, 0 to 1."""
        return self._source["share"]


class Finding(FindingWords):
    """Something that needs attention."""

    __slots__ = ()
    _FIELDS = ("code", "urgency", "about", "since", "due", "values", "evidence", "remedies")

    @property
    def code(self) -> FindingCode:
        """What it is."""
        return self._source["code"]

    @property
    def urgency(self) -> Urgency:
        """How much it matters."""
        return self._source["urgency"]

    @property
    def about(self) -> str:
        """What it is about: a trait, a pattern, a rung, a gate; empty where the code says it all."""
        return self._source["about"]

    @property
    def since(self) -> datetime | None:
        """Since when it holds, in the partner's zone: what its room says, or else the instant of its earliest fact. Absent where no fact is behind it."""
        return self._once("since", lambda plain: None if plain is None else instant(plain))

    @property
    def due(self) -> date | None:
        """By which day it wants an answer."""
        return self._once("due", lambda plain: None if plain is None else date.fromisoformat(plain))

    @property
    def values(self) -> Mapping[str, FindingValue]:
        """The values in its sentence, by name."""
        return self._once("values", lambda plain: MappingProxyType({key: FindingValue._of(item) for key, item in plain.items()}))

    @property
    def evidence(self) -> tuple[str, ...]:
        """The facts behind it, the weightiest first."""
        return self._once("evidence", lambda plain: tuple(plain))

    @property
    def remedies(self) -> tuple[str, ...]:
        """What may be done about it, by code."""
        return self._once("remedies", lambda plain: tuple(plain))


class FindingValue(Record):
    """A value of a finding: `{"type": "share", "value": 0.76}` as JSON."""

    __slots__ = ()
    _FIELDS = ("type", "value")

    @property
    def type(self) -> Literal["share", "count", "number", "days", "hours", "minutes", "day", "word", "text", "names"]:
        """What the value is."""
        return self._source["type"]

    @property
    def value(self) -> float | int | date | str | tuple[str, ...]:
        """The value."""
        return self._once("value", lambda plain: date.fromisoformat(plain) if self.type == "day" else tuple(plain) if self.type == "names" else plain)


class Fit(Record):
    """The score of a person for the role."""

    __slots__ = ()
    _FIELDS = ("score", "lower", "upper", "interval_lower", "interval_upper", "coverage", "bar", "reference", "contributions", "under_floor", "unknown", "next_question")

    @property
    def score(self) -> float | None:
        """Power mean of the known traits, 0 to 1; absent where no trait is known."""
        return self._source["score"]

    @property
    def lower(self) -> float:
        """Power mean of all lower ends, an unknown trait counting as its prior's; never above the score."""
        return self._source["lower"]

    @property
    def upper(self) -> float:
        """Power mean of all upper ends, an unknown trait counting as its prior's; never below the score."""
        return self._source["upper"]

    @property
    def interval_lower(self) -> float:
        """Lower end of the score's interval at the policy's level; inside the bounds, which no weighing of chances narrows: all traits at their lower ends at once is far less likely than one of them."""
        return self._source["interval_lower"]

    @property
    def interval_upper(self) -> float:
        """Upper end of the score's interval at the policy's level."""
        return self._source["interval_upper"]

    @property
    def coverage(self) -> float:
        """Weight of the known traits as a share of all weight, 0 to 1."""
        return self._source["coverage"]

    @property
    def bar(self) -> float:
        """The fit from which a person is fit for the role."""
        return self._source["bar"]

    @property
    def reference(self) -> float | None:
        """Power mean of the reference profile over the known traits."""
        return self._source["reference"]

    @property
    def contributions(self) -> tuple[Contribution, ...]:
        """What each known trait contributes to `score − reference`."""
        return self._once("contributions", lambda plain: tuple(Contribution._of(item) for item in plain))

    @property
    def under_floor(self) -> tuple[UnderFloor, ...]:
        """Known traits under their floor."""
        return self._once("under_floor", lambda plain: tuple(UnderFloor._of(item) for item in plain))

    @property
    def unknown(self) -> tuple[Trait, ...]:
        """Traits with a floor of which nothing is known."""
        return self._once("unknown", lambda plain: tuple(plain))

    @property
    def next_question(self) -> TraitQuestion | None:
        """The trait about which to ask next: the one whose interval moves the bounds most."""
        return self._once("next_question", lambda plain: None if plain is None else TraitQuestion._of(plain))


class GatePassed(Record):
    """A gate passed."""

    __slots__ = ()
    _FIELDS = ("gate", "day", "fact")

    @property
    def gate(self) -> GateStep:
        """The gate."""
        return self._source["gate"]

    @property
    def day(self) -> date:
        """The day from which it holds."""
        return self._once("day", lambda plain: date.fromisoformat(plain))

    @property
    def fact(self) -> str:
        """The fact that says so."""
        return self._source["fact"]


class InformationOrder(Record):
    """The news, topic by topic."""

    __slots__ = ()
    _FIELDS = ("topics", "open_first", "individual_first")

    @property
    def topics(self) -> tuple[NewsTopic, ...]:
        """The topics, by the instant of their first telling."""
        return self._once("topics", lambda plain: tuple(NewsTopic._of(item) for item in plain))

    @property
    def open_first(self) -> int:
        """Those told openly first."""
        return self._source["open_first"]

    @property
    def individual_first(self) -> int:
        """Those told to one person first, the open telling late or missing."""
        return self._source["individual_first"]


class Ladder(Record):
    """One person's ladder."""

    __slots__ = ()
    _FIELDS = ("start", "appointed_by", "rungs")

    @property
    def start(self) -> date | None:
        """The day from which the person has the role; absent without an appointment."""
        return self._once("start", lambda plain: None if plain is None else date.fromisoformat(plain))

    @property
    def appointed_by(self) -> str | None:
        """The appointment."""
        return self._source["appointed_by"]

    @property
    def rungs(self) -> tuple[Rung, ...]:
        """The rungs, in the policy's order."""
        return self._once("rungs", lambda plain: tuple(Rung._of(item) for item in plain))


class LayerCadence(Record):
    """The meetings of one layer within the policy's days."""

    __slots__ = ()
    _FIELDS = ("layer", "minutes_limit", "meetings", "kept", "missed", "overrun", "dashboard", "kept_in_row", "missed_in_row", "next", "last_record")

    @property
    def layer(self) -> Layer:
        """The layer."""
        return self._source["layer"]

    @property
    def minutes_limit(self) -> int:
        """Minutes that one may take."""
        return self._source["minutes_limit"]

    @property
    def meetings(self) -> tuple[Meeting, ...]:
        """The planned ones whose period has begun, by day."""
        return self._once("meetings", lambda plain: tuple(Meeting._of(item) for item in plain))

    @property
    def kept(self) -> int | None:
        """How many were kept; absent where nothing is recorded of the layer."""
        return self._source["kept"]

    @property
    def missed(self) -> int | None:
        """How many were missed."""
        return self._source["missed"]

    @property
    def overrun(self) -> int | None:
        """How many of those kept took longer than the limit; absent where no length is recorded."""
        return self._source["overrun"]

    @property
    def dashboard(self) -> int | None:
        """In how many of those kept the dashboard was shared; absent where it is recorded of none."""
        return self._source["dashboard"]

    @property
    def kept_in_row(self) -> int | None:
        """How many in a row were kept up to now; a running period without a record does not end the row."""
        return self._source["kept_in_row"]

    @property
    def missed_in_row(self) -> int | None:
        """How many in a row were missed up to now."""
        return self._source["missed_in_row"]

    @property
    def next(self) -> Planned | None:
        """The next one."""
        return self._once("next", lambda plain: None if plain is None else Planned._of(plain))

    @property
    def last_record(self) -> str | None:
        """The latest fact of the layer since the start, planned or not."""
        return self._source["last_record"]


class LeadTime(Record):
    """What a person's deals come to."""

    __slots__ = ()
    _FIELDS = ("counts", "conversions", "to_order")

    @property
    def counts(self) -> tuple[MetricCount, ...]:
        """Everything counted, by metric, in the order of the stages."""
        return self._once("counts", lambda plain: tuple(MetricCount._of(item) for item in plain))

    @property
    def conversions(self) -> tuple[Conversion, ...]:
        """From a prospect to each further metric of deals; empty where no metric counts prospects."""
        return self._once("conversions", lambda plain: tuple(Conversion._of(item) for item in plain))

    @property
    def to_order(self) -> ToOrder | None:
        """Days from prospect to order; absent where no deal has a day on which it was found."""
        return self._once("to_order", lambda plain: None if plain is None else ToOrder._of(plain))


class Lesson(Record):
    """What a partner's closed deals tell."""

    __slots__ = ()
    _FIELDS = ("tells", "closed", "won", "lost", "older", "base", "foretold", "auc", "auc_lower", "auc_upper", "fields")

    @property
    def tells(self) -> Tells:
        """Whether they tell won from lost."""
        return self._source["tells"]

    @property
    def closed(self) -> int:
        """Closed deals looked at."""
        return self._source["closed"]

    @property
    def won(self) -> int:
        """Those of them won."""
        return self._source["won"]

    @property
    def lost(self) -> int:
        """Those of them lost."""
        return self._source["lost"]

    @property
    def older(self) -> int:
        """Older closed deals that were not looked at."""
        return self._source["older"]

    @property
    def base(self) -> float | None:
        """Share of wins among those looked at; absent without any."""
        return self._source["base"]

    @property
    def foretold(self) -> int:
        """Closed deals that could be foretold from earlier ones."""
        return self._source["foretold"]

    @property
    def auc(self) -> float | None:
        """How well they were: the chance that one that was won had been given a higher chance than one that was lost."""
        return self._source["auc"]

    @property
    def auc_lower(self) -> float | None:
        """Lower end of its interval at the policy's certainty; they tell a difference where it lies above ½."""
        return self._source["auc_lower"]

    @property
    def auc_upper(self) -> float | None:
        """Upper end of it."""
        return self._source["auc_upper"]

    @property
    def fields(self) -> tuple[FieldShare, ...]:
        """What each field counts, in the order of the fields; empty where nothing was learned."""
        return self._once("fields", lambda plain: tuple(FieldShare._of(item) for item in plain))


class Link(Record):
    """Something that joins the person and others."""

    __slots__ = ()
    _FIELDS = ("kind", "at", "fact", "colleague")

    @property
    def kind(self) -> LinkKind:
        """What it is."""
        return self._source["kind"]

    @property
    def at(self) -> datetime:
        """When."""
        return self._once("at", lambda plain: instant(plain))

    @property
    def fact(self) -> str:
        """The fact."""
        return self._source["fact"]

    @property
    def colleague(self) -> str | None:
        """The colleague; absent for the vendor's reviews."""
        return self._source["colleague"]


class Load(Record):
    """Who did how much of the recent work."""

    __slots__ = ()
    _FIELDS = ("from_", "things", "people", "own_share", "hhi", "effective_people", "half")

    @property
    def from_(self) -> date | None:
        """The first day that is looked at."""
        return self._once("from", lambda plain: None if plain is None else date.fromisoformat(plain))

    @property
    def things(self) -> int:
        """Things done by anybody since then."""
        return self._source["things"]

    @property
    def people(self) -> tuple[LoadShare, ...]:
        """Everybody who did any, the most first."""
        return self._once("people", lambda plain: tuple(LoadShare._of(item) for item in plain))

    @property
    def own_share(self) -> float | None:
        """The person's share, 0 to 1; absent, as all below, with fewer things than the policy asks for."""
        return self._source["own_share"]

    @property
    def hhi(self) -> float | None:
        """Herfindahl–Hirschman index, the sum of squared shares: 1/n where n people do the same, 1 where one does all."""
        return self._source["hhi"]

    @property
    def effective_people(self) -> float | None:
        """1 ÷ that index: how many people, all doing the same, would give it."""
        return self._source["effective_people"]

    @property
    def half(self) -> tuple[str, ...]:
        """The smallest group that did half of it, the most first; of equal ones the first by id."""
        return self._once("half", lambda plain: tuple(plain))


class LoadShare(Record):
    """One person's share of the recent work."""

    __slots__ = ()
    _FIELDS = ("person", "things", "share", "evidence")

    @property
    def person(self) -> str:
        """Who."""
        return self._source["person"]

    @property
    def things(self) -> int:
        """Things done."""
        return self._source["things"]

    @property
    def share(self) -> float:
        """Their share of all, 0 to 1; the shares sum to 1."""
        return self._source["share"]

    @property
    def evidence(self) -> tuple[str, ...]:
        """The facts, by instant."""
        return self._once("evidence", lambda plain: tuple(plain))


class LoopTurns(Record):
    """The turns of the loop at one partner."""

    __slots__ = ()
    _FIELDS = ("completed", "turns", "last", "next", "since", "days", "unshared", "unshared_since")

    @property
    def completed(self) -> int:
        """Turns completed."""
        return self._source["completed"]

    @property
    def turns(self) -> tuple[Turn, ...]:
        """The turns, the running one last, where it has begun."""
        return self._once("turns", lambda plain: tuple(Turn._of(item) for item in plain))

    @property
    def last(self) -> LoopStep | None:
        """The latest step made; absent where none was."""
        return self._source["last"]

    @property
    def next(self) -> LoopStep:
        """The step that comes next."""
        return self._source["next"]

    @property
    def since(self) -> datetime | None:
        """Since when the loop stands there."""
        return self._once("since", lambda plain: None if plain is None else instant(plain))

    @property
    def days(self) -> int | None:
        """Business days since then."""
        return self._source["days"]

    @property
    def unshared(self) -> tuple[str, ...]:
        """Results since the role was made clear, while the running turn waits for them to be shared, by instant."""
        return self._once("unshared", lambda plain: tuple(plain))

    @property
    def unshared_since(self) -> datetime | None:
        """When the first of them came."""
        return self._once("unshared_since", lambda plain: None if plain is None else instant(plain))


class Meeting(Record):
    """One planned meeting, and what became of it."""

    __slots__ = ()
    _FIELDS = ("day", "from_", "to", "status", "held_on", "minutes", "overrun", "dashboard", "executives", "evidence")

    @property
    def day(self) -> date:
        """The business day on which it was planned."""
        return self._once("day", lambda plain: date.fromisoformat(plain))

    @property
    def from_(self) -> date:
        """First day of its period."""
        return self._once("from", lambda plain: date.fromisoformat(plain))

    @property
    def to(self) -> date:
        """Last day of its period."""
        return self._once("to", lambda plain: date.fromisoformat(plain))

    @property
    def status(self) -> MeetingStatus:
        """How it stands."""
        return self._source["status"]

    @property
    def held_on(self) -> date | None:
        """The day on which it took place, the last one where there were several."""
        return self._once("held_on", lambda plain: None if plain is None else date.fromisoformat(plain))

    @property
    def minutes(self) -> int | None:
        """Minutes, the longest where there were several; absent where not recorded."""
        return self._source["minutes"]

    @property
    def overrun(self) -> bool | None:
        """Whether it took longer than the limit; absent where its length is not recorded."""
        return self._source["overrun"]

    @property
    def dashboard(self) -> bool | None:
        """Whether the dashboard was shared; absent where not recorded."""
        return self._source["dashboard"]

    @property
    def executives(self) -> bool | None:
        """Whether executives were there; absent where not recorded."""
        return self._source["executives"]

    @property
    def evidence(self) -> tuple[str, ...]:
        """The facts of the period, by instant."""
        return self._once("evidence", lambda plain: tuple(plain))


class MemberRecognition(Record):
    """A member of the support unit, and what was said of the member."""

    __slots__ = ()
    _FIELDS = ("member", "joined", "fact", "recognised", "last")

    @property
    def member(self) -> str:
        """The colleague."""
        return self._source["member"]

    @property
    def joined(self) -> datetime:
        """When the colleague joined."""
        return self._once("joined", lambda plain: instant(plain))

    @property
    def fact(self) -> str:
        """The fact by which."""
        return self._source["fact"]

    @property
    def recognised(self) -> tuple[str, ...]:
        """The recognitions of the colleague since then, by instant."""
        return self._once("recognised", lambda plain: tuple(plain))

    @property
    def last(self) -> datetime | None:
        """When the latest of them was."""
        return self._once("last", lambda plain: None if plain is None else instant(plain))


class MetricCount(Record):
    """How many of one metric."""

    __slots__ = ()
    _FIELDS = ("metric", "count")

    @property
    def metric(self) -> str:
        """The metric."""
        return self._source["metric"]

    @property
    def count(self) -> int:
        """How many up to the as-of."""
        return self._source["count"]


class Mismatch(Record):
    """One pattern, judged for one person."""

    __slots__ = ()
    _FIELDS = ("pattern", "state", "strong", "weak", "probability", "depth", "severity", "clears", "evidence", "remedies")

    @property
    def pattern(self) -> str:
        """Code of the pattern."""
        return self._source["pattern"]

    @property
    def state(self) -> MismatchState:
        """Whether it is there."""
        return self._source["state"]

    @property
    def strong(self) -> Trait:
        """The strong trait."""
        return self._source["strong"]

    @property
    def weak(self) -> Trait:
        """The weak trait."""
        return self._source["weak"]

    @property
    def probability(self) -> float | None:
        """Its probability, 0 to 1; absent where one of the traits is unknown."""
        return self._source["probability"]

    @property
    def depth(self) -> float | None:
        """Share of the way from the weak trait's threshold down to 0 at which its mean stands, 0 to 1."""
        return self._source["depth"]

    @property
    def severity(self) -> Severity | None:
        """The depth in a word; absent where the mean is not below the threshold."""
        return self._source["severity"]

    @property
    def clears(self) -> Clearing | None:
        """The smallest change of the weak trait after which it no longer stands (is neither present nor likely); absent where it does not stand, or no change of this trait alone would do."""
        return self._once("clears", lambda plain: None if plain is None else Clearing._of(plain))

    @property
    def evidence(self) -> tuple[str, ...]:
        """The facts that weigh most, the weak trait's first."""
        return self._once("evidence", lambda plain: tuple(plain))

    @property
    def remedies(self) -> tuple[str, ...]:
        """Remedies, the gentlest first."""
        return self._once("remedies", lambda plain: tuple(plain))


class Motivation(Record):
    """What was offered."""

    __slots__ = ()
    _FIELDS = ("mix", "offers", "growth_since", "since", "since_fact", "due")

    @property
    def mix(self) -> OfferMix:
        """What the offers consist of."""
        return self._source["mix"]

    @property
    def offers(self) -> tuple[OfferMade, ...]:
        """The offers, by instant."""
        return self._once("offers", lambda plain: tuple(OfferMade._of(item) for item in plain))

    @property
    def growth_since(self) -> date | None:
        """The day of the first offer of growth."""
        return self._once("growth_since", lambda plain: None if plain is None else date.fromisoformat(plain))

    @property
    def since(self) -> date | None:
        """The first gate that the person passed, from which an offer of growth is owed; absent before any, and after a stepping down."""
        return self._once("since", lambda plain: None if plain is None else date.fromisoformat(plain))

    @property
    def since_fact(self) -> str | None:
        """The fact of that gate."""
        return self._source["since_fact"]

    @property
    def due(self) -> date | None:
        """The last day on which an offer of growth is in time."""
        return self._once("due", lambda plain: None if plain is None else date.fromisoformat(plain))


class Neighbour(Record):
    """A won deal near a prospect."""

    __slots__ = ()
    _FIELDS = ("deal", "name", "won_on", "distance", "fields")

    @property
    def deal(self) -> str:
        """The deal."""
        return self._source["deal"]

    @property
    def name(self) -> str | None:
        """Its name, where known."""
        return self._source["name"]

    @property
    def won_on(self) -> date:
        """The day on which it was won."""
        return self._once("won_on", lambda plain: date.fromisoformat(plain))

    @property
    def distance(self) -> float:
        """Gower's distance by what each field counts, 0 to 1."""
        return self._source["distance"]

    @property
    def fields(self) -> tuple[Compared, ...]:
        """Field by field."""
        return self._once("fields", lambda plain: tuple(Compared._of(item) for item in plain))


class NewGrounds(Record):
    """A finding, and what came in between of that on which it rests."""

    __slots__ = ()
    _FIELDS = ("code", "about", "facts")

    @property
    def code(self) -> FindingCode:
        """The finding."""
        return self._source["code"]

    @property
    def about(self) -> str:
        """What it is about."""
        return self._source["about"]

    @property
    def facts(self) -> tuple[str, ...]:
        """Those of its facts that came in between, the weightiest first."""
        return self._once("facts", lambda plain: tuple(plain))


class NewsTopic(Record):
    """One piece of news."""

    __slots__ = ()
    _FIELDS = ("topic", "order", "open", "open_fact", "individual", "individual_fact", "due")

    @property
    def topic(self) -> str:
        """What it is about."""
        return self._source["topic"]

    @property
    def order(self) -> NewsOrder:
        """In which order it was told."""
        return self._source["order"]

    @property
    def open(self) -> datetime | None:
        """The first open telling."""
        return self._once("open", lambda plain: None if plain is None else instant(plain))

    @property
    def open_fact(self) -> str | None:
        """The fact of it."""
        return self._source["open_fact"]

    @property
    def individual(self) -> datetime | None:
        """The first telling to one person."""
        return self._once("individual", lambda plain: None if plain is None else instant(plain))

    @property
    def individual_fact(self) -> str | None:
        """The fact of it."""
        return self._source["individual_fact"]

    @property
    def due(self) -> date | None:
        """The last day for the open telling where one person was told first; absent where nobody was, and past the last day there is."""
        return self._once("due", lambda plain: None if plain is None else date.fromisoformat(plain))


class NumberTrail(Record):
    """A number of the brief."""

    __slots__ = ()
    _FIELDS = ("pointer", "value", "basis", "evidence", "context")

    @property
    def pointer(self) -> str:
        """Where it stands: a JSON pointer into the brief."""
        return self._source["pointer"]

    @property
    def value(self) -> float:
        """The number."""
        return self._source["value"]

    @property
    def basis(self) -> Basis:
        """What it comes from."""
        return self._source["basis"]

    @property
    def evidence(self) -> tuple[str, ...]:
        """The facts that are counted or read for it, by instant."""
        return self._once("evidence", lambda plain: tuple(plain))

    @property
    def context(self) -> str | None:
        """Name of the context on which it rests; absent where the policy alone sets it: the same pointer leads to it in the policy."""
        return self._source["context"]


class OddsChange(Record):
    """The odds of a rung before and after its date is moved."""

    __slots__ = ()
    _FIELDS = ("rung", "before", "after")

    @property
    def rung(self) -> str:
        """Code of the rung."""
        return self._source["rung"]

    @property
    def before(self) -> float:
        """Odds today."""
        return self._source["before"]

    @property
    def after(self) -> float:
        """Odds with the later date."""
        return self._source["after"]


class OfferMade(Record):
    """One offer."""

    __slots__ = ()
    _FIELDS = ("kind", "day", "before_start", "specific", "fact")

    @property
    def kind(self) -> OfferKind:
        """Growth or money."""
        return self._source["kind"]

    @property
    def day(self) -> date:
        """The local day on which it was made."""
        return self._once("day", lambda plain: date.fromisoformat(plain))

    @property
    def before_start(self) -> bool | None:
        """Whether that was before the role began; absent without a start."""
        return self._source["before_start"]

    @property
    def specific(self) -> bool:
        """Whether it is said what exactly was offered."""
        return self._source["specific"]

    @property
    def fact(self) -> str:
        """The fact."""
        return self._source["fact"]


class Overlap(Record):
    """How far the ladder and the person's own appraisal agree."""

    __slots__ = ()
    _FIELDS = ("criteria", "weight", "served_weight", "share", "without_weight", "any")

    @property
    def criteria(self) -> tuple[Criterion, ...]:
        """The criteria, by name; empty where nothing is known of them."""
        return self._once("criteria", lambda plain: tuple(Criterion._of(item) for item in plain))

    @property
    def weight(self) -> float | None:
        """The weight of all criteria whose weight is known; absent where it is known of none."""
        return self._source["weight"]

    @property
    def served_weight(self) -> float | None:
        """The weight of those that a rung serves."""
        return self._source["served_weight"]

    @property
    def share(self) -> float | None:
        """Served ÷ all known weight, 0 to 1; absent where no weight above 0 is known, or the policy has no rungs."""
        return self._source["share"]

    @property
    def without_weight(self) -> int:
        """Criteria whose weight is not known."""
        return self._source["without_weight"]

    @property
    def any(self) -> bool | None:
        """Whether any rung serves a criterion that counts; absent without criteria or rungs."""
        return self._source["any"]


class Overridden(Record):
    """What the evidence says of a trait that somebody set."""

    __slots__ = ()
    _FIELDS = ("fact", "contested", "mean", "lower", "upper", "a", "b")

    @property
    def fact(self) -> str:
        """The override."""
        return self._source["fact"]

    @property
    def contested(self) -> bool:
        """Whether somebody disputes the override."""
        return self._source["contested"]

    @property
    def mean(self) -> float | None:
        """Mean by the evidence alone; absent where nothing is known."""
        return self._source["mean"]

    @property
    def lower(self) -> float:
        """Lower end of its interval."""
        return self._source["lower"]

    @property
    def upper(self) -> float:
        """Upper end of its interval."""
        return self._source["upper"]

    @property
    def a(self) -> float:
        """First parameter of its posterior."""
        return self._source["a"]

    @property
    def b(self) -> float:
        """Second parameter of it."""
        return self._source["b"]


class Owed(Record):
    """Something that is owed a recognition."""

    __slots__ = ()
    _FIELDS = ("fact", "at", "day", "rungs", "metrics", "effort", "state", "due", "by", "first", "lag_hours", "lag_days", "audience", "specific")

    @property
    def fact(self) -> str:
        """The fact."""
        return self._source["fact"]

    @property
    def at(self) -> datetime:
        """When it happened."""
        return self._once("at", lambda plain: instant(plain))

    @property
    def day(self) -> date:
        """The local day on which it happened."""
        return self._once("day", lambda plain: date.fromisoformat(plain))

    @property
    def rungs(self) -> tuple[str, ...]:
        """The rungs that it reached, in the policy's order."""
        return self._once("rungs", lambda plain: tuple(plain))

    @property
    def metrics(self) -> tuple[str, ...]:
        """The metrics towards which it counts, in the policy's order."""
        return self._once("metrics", lambda plain: tuple(plain))

    @property
    def effort(self) -> str | None:
        """The effort that it shows; absent for results."""
        return self._source["effort"]

    @property
    def state(self) -> RecognitionState:
        """How it stands."""
        return self._source["state"]

    @property
    def due(self) -> date | None:
        """The last day on which recognition is in time; absent past the last day there is."""
        return self._once("due", lambda plain: None if plain is None else date.fromisoformat(plain))

    @property
    def by(self) -> tuple[str, ...]:
        """The recognitions that answer it, by instant."""
        return self._once("by", lambda plain: tuple(plain))

    @property
    def first(self) -> datetime | None:
        """When it was first recognised."""
        return self._once("first", lambda plain: None if plain is None else instant(plain))

    @property
    def lag_hours(self) -> float | None:
        """Hours until then; 0 where the recognition was recorded before the fact."""
        return self._source["lag_hours"]

    @property
    def lag_days(self) -> int | None:
        """Business days until then."""
        return self._source["lag_days"]

    @property
    def audience(self) -> Audience | None:
        """The widest audience that heard of it."""
        return self._source["audience"]

    @property
    def specific(self) -> bool | None:
        """Whether anybody said what exactly was praised; absent where it was not recognised."""
        return self._source["specific"]


class Pace(Record):
    """Pace by earned schedule, in days of the plan."""

    __slots__ = ()
    _FIELDS = ("earned_days", "elapsed_days", "days_ahead")

    @property
    def earned_days(self) -> float:
        """The day by which an even plan would have what is there: count ÷ target × days, at most all days."""
        return self._source["earned_days"]

    @property
    def elapsed_days(self) -> float:
        """Days gone since the end of the start day; up to the day on which it was reached, where it was."""
        return self._source["elapsed_days"]

    @property
    def days_ahead(self) -> float:
        """Days ahead of the plan, or behind it where negative. The plan is even and counts whole things: the n-th of N is due on day n/N of the rung, so between two of them a person is neither ahead nor behind."""
        return self._source["days_ahead"]


class PartnerRow(Record):
    """One partner in a portfolio."""

    __slots__ = ()
    _FIELDS = ("partner", "name", "people", "key_person", "separable", "comparisons")

    @property
    def partner(self) -> str:
        """The partner."""
        return self._source["partner"]

    @property
    def name(self) -> str | None:
        """Its name, where registered."""
        return self._source["name"]

    @property
    def people(self) -> int:
        """How many people are ranked."""
        return self._source["people"]

    @property
    def key_person(self) -> str | None:
        """The person who has the role, where somebody has."""
        return self._source["key_person"]

    @property
    def separable(self) -> bool:
        """Whether the evidence tells at least two of them apart."""
        return self._source["separable"]

    @property
    def comparisons(self) -> tuple[RankingComparison, ...]:
        """Each pair of neighbours in the order."""
        return self._once("comparisons", lambda plain: tuple(RankingComparison._of(item) for item in plain))


class PatternState(Record):
    """State of one pattern."""

    __slots__ = ()
    _FIELDS = ("pattern", "state")

    @property
    def pattern(self) -> str:
        """Code of the pattern."""
        return self._source["pattern"]

    @property
    def state(self) -> MismatchState:
        """Whether it is there."""
        return self._source["state"]


class PersonRow(Record):
    """One person in a portfolio."""

    __slots__ = ()
    _FIELDS = ("partner", "partner_name", "person", "name", "facts", "readiness", "best_rank", "worst_rank", "first_share", "fit", "lower", "upper", "coverage", "traits", "stated", "readiness_stated", "mismatches", "stage", "rungs", "urgent", "important", "first_finding", "findings")

    @property
    def partner(self) -> str:
        """The partner."""
        return self._source["partner"]

    @property
    def partner_name(self) -> str | None:
        """Its name, where registered."""
        return self._source["partner_name"]

    @property
    def person(self) -> str:
        """The person."""
        return self._source["person"]

    @property
    def name(self) -> str | None:
        """The person's name, where registered."""
        return self._source["name"]

    @property
    def facts(self) -> int:
        """How many facts of the person were seen."""
        return self._source["facts"]

    @property
    def readiness(self) -> Readiness:
        """Whether ready for the role."""
        return self._source["readiness"]

    @property
    def best_rank(self) -> int:
        """Best rank among the partner's people that the evidence allows, from 1."""
        return self._source["best_rank"]

    @property
    def worst_rank(self) -> int:
        """Worst rank among the partner's people that the evidence allows. From 1 to the number of people: the evidence cannot tell this person from any other."""
        return self._source["worst_rank"]

    @property
    def first_share(self) -> float | None:
        """Share of weightings for which the person is first at the partner; absent where the evidence tells nobody at the partner apart."""
        return self._source["first_share"]

    @property
    def fit(self) -> float | None:
        """Score; absent where unknown."""
        return self._source["fit"]

    @property
    def lower(self) -> float:
        """Lower end of the score's interval."""
        return self._source["lower"]

    @property
    def upper(self) -> float:
        """Upper end of the score's interval."""
        return self._source["upper"]

    @property
    def coverage(self) -> float:
        """Weight of the known traits as a share of all weight."""
        return self._source["coverage"]

    @property
    def traits(self) -> tuple[float | None, ...]:
        """Mean of each trait in the order of `Trait::ALL`; absent where unknown."""
        return self._once("traits", lambda plain: tuple(plain))

    @property
    def stated(self) -> tuple[Trait, ...]:
        """Traits whose value somebody set, so that they are no evidence."""
        return self._once("stated", lambda plain: tuple(plain))

    @property
    def readiness_stated(self) -> bool:
        """Whether somebody set the readiness."""
        return self._source["readiness_stated"]

    @property
    def mismatches(self) -> tuple[PatternState, ...]:
        """State of each pattern, by code."""
        return self._once("mismatches", lambda plain: tuple(PatternState._of(item) for item in plain))

    @property
    def stage(self) -> GateStep | None:
        """The furthest gate passed."""
        return self._source["stage"]

    @property
    def rungs(self) -> tuple[RungCell, ...]:
        """Status and odds of each rung, in order."""
        return self._once("rungs", lambda plain: tuple(RungCell._of(item) for item in plain))

    @property
    def urgent(self) -> int:
        """How many findings are urgent."""
        return self._source["urgent"]

    @property
    def important(self) -> int:
        """How many findings are important."""
        return self._source["important"]

    @property
    def first_finding(self) -> Finding | None:
        """The first finding."""
        return self._once("first_finding", lambda plain: None if plain is None else Finding._of(plain))

    @property
    def findings(self) -> tuple[FindingCode, ...]:
        """Code of every finding, in their order."""
        return self._once("findings", lambda plain: tuple(plain))


class Piece(Record):
    """One piece of feedback."""

    __slots__ = ()
    _FIELDS = ("feedback", "state", "raised", "raised_fact", "shared", "due", "answered", "answered_fact", "in_time", "planned_fact", "meeting", "meeting_fact", "verified", "verified_fact")

    @property
    def feedback(self) -> str:
        """Its code."""
        return self._source["feedback"]

    @property
    def state(self) -> FeedbackState:
        """How it stands."""
        return self._source["state"]

    @property
    def raised(self) -> datetime:
        """When it was raised."""
        return self._once("raised", lambda plain: instant(plain))

    @property
    def raised_fact(self) -> str:
        """The fact by which it was raised."""
        return self._source["raised_fact"]

    @property
    def shared(self) -> bool:
        """Whether it names nobody."""
        return self._source["shared"]

    @property
    def due(self) -> date | None:
        """The last day on which an answer is in time: the next business day where the partner is. Absent past the last day there is."""
        return self._once("due", lambda plain: None if plain is None else date.fromisoformat(plain))

    @property
    def answered(self) -> datetime | None:
        """When it was first answered."""
        return self._once("answered", lambda plain: None if plain is None else instant(plain))

    @property
    def answered_fact(self) -> str | None:
        """The fact of that answer."""
        return self._source["answered_fact"]

    @property
    def in_time(self) -> bool | None:
        """Whether the answer came in time; absent without one."""
        return self._source["in_time"]

    @property
    def planned_fact(self) -> str | None:
        """The plan that stands; absent without one."""
        return self._source["planned_fact"]

    @property
    def meeting(self) -> datetime | None:
        """The first regular meeting held after that plan, at which its result was to be checked."""
        return self._once("meeting", lambda plain: None if plain is None else instant(plain))

    @property
    def meeting_fact(self) -> str | None:
        """The fact of that meeting."""
        return self._source["meeting_fact"]

    @property
    def verified(self) -> datetime | None:
        """When the result was checked."""
        return self._once("verified", lambda plain: None if plain is None else instant(plain))

    @property
    def verified_fact(self) -> str | None:
        """The fact that says so."""
        return self._source["verified_fact"]


class Pipeline(Record):
    """Open deals, and the odds that at least one of them is ordered within the days."""

    __slots__ = ()
    _FIELDS = ("open", "without_stage", "odds", "lower", "upper", "focus_odds", "prospects")

    @property
    def open(self) -> int:
        """Open deals."""
        return self._source["open"]

    @property
    def without_stage(self) -> int:
        """Those of them whose stage is not on record: they have no chance here."""
        return self._source["without_stage"]

    @property
    def odds(self) -> float | None:
        """Odds of at least one order; absent without any deal that has a chance."""
        return self._source["odds"]

    @property
    def lower(self) -> float | None:
        """Lower end of their interval at the policy's level."""
        return self._source["lower"]

    @property
    def upper(self) -> float | None:
        """Upper end of it."""
        return self._source["upper"]

    @property
    def focus_odds(self) -> float | None:
        """Odds of at least one order among the first few, to which a narrow scope holds."""
        return self._source["focus_odds"]

    @property
    def prospects(self) -> tuple[Prospect, ...]:
        """The prospects with the highest chance, at most the policy's number."""
        return self._once("prospects", lambda plain: tuple(Prospect._of(item) for item in plain))


class Planned(Record):
    """A planned meeting to come."""

    __slots__ = ()
    _FIELDS = ("day", "layer", "minutes", "executives", "from_", "to")

    @property
    def day(self) -> date:
        """The business day."""
        return self._once("day", lambda plain: date.fromisoformat(plain))

    @property
    def layer(self) -> Layer:
        """The layer."""
        return self._source["layer"]

    @property
    def minutes(self) -> int:
        """Minutes that it may take."""
        return self._source["minutes"]

    @property
    def executives(self) -> bool:
        """Whether executives belong to it."""
        return self._source["executives"]

    @property
    def from_(self) -> date:
        """First day of its period."""
        return self._once("from", lambda plain: date.fromisoformat(plain))

    @property
    def to(self) -> date:
        """Last day of its period."""
        return self._once("to", lambda plain: date.fromisoformat(plain))


class Proposal(Record):
    """A prospect in which a win may be repeated."""

    __slots__ = ()
    _FIELDS = ("deal", "name", "chance", "lower", "upper", "above_base", "nearest", "evidence")

    @property
    def deal(self) -> str:
        """The deal."""
        return self._source["deal"]

    @property
    def name(self) -> str | None:
        """Its name, where known."""
        return self._source["name"]

    @property
    def chance(self) -> float:
        """Chance that it is won."""
        return self._source["chance"]

    @property
    def lower(self) -> float:
        """Lower end of its interval at the policy's level."""
        return self._source["lower"]

    @property
    def upper(self) -> float:
        """Upper end of it."""
        return self._source["upper"]

    @property
    def above_base(self) -> float:
        """Probability that the chance lies above the partner's share of wins."""
        return self._source["above_base"]

    @property
    def nearest(self) -> tuple[Neighbour, ...]:
        """The nearest won deals, the nearest first."""
        return self._once("nearest", lambda plain: tuple(Neighbour._of(item) for item in plain))

    @property
    def evidence(self) -> tuple[str, ...]:
        """The facts behind it: the profile of the prospect, then of each neighbour with its win."""
        return self._once("evidence", lambda plain: tuple(plain))


class Prospect(Record):
    """An open deal and its chance."""

    __slots__ = ()
    _FIELDS = ("deal", "name", "stage", "since", "age_days", "chance", "lower", "upper", "observed", "best_rank", "worst_rank", "fact")

    @property
    def deal(self) -> str:
        """The deal."""
        return self._source["deal"]

    @property
    def name(self) -> str | None:
        """Its name, where known."""
        return self._source["name"]

    @property
    def stage(self) -> Stage:
        """The furthest stage that it reached since it was last opened."""
        return self._source["stage"]

    @property
    def since(self) -> date:
        """Since when."""
        return self._once("since", lambda plain: date.fromisoformat(plain))

    @property
    def age_days(self) -> int:
        """Days at that stage."""
        return self._source["age_days"]

    @property
    def chance(self) -> float:
        """Chance of an order within the days."""
        return self._source["chance"]

    @property
    def lower(self) -> float:
        """Lower end of its interval at the policy's level."""
        return self._source["lower"]

    @property
    def upper(self) -> float:
        """Upper end of it."""
        return self._source["upper"]

    @property
    def observed(self) -> int:
        """Deals of the partner that say so; 0 where the policy's belief speaks alone."""
        return self._source["observed"]

    @property
    def best_rank(self) -> int:
        """The best rank among these open deals that the evidence allows, from 1."""
        return self._source["best_rank"]

    @property
    def worst_rank(self) -> int:
        """The worst. From 1 to the number of deals: not separable from any other."""
        return self._source["worst_rank"]

    @property
    def fact(self) -> str:
        """The fact of the stage."""
        return self._source["fact"]


class RankingComparison(Record):
    """Two neighbours in the order."""

    __slots__ = ()
    _FIELDS = ("first", "second", "verdict", "share")

    @property
    def first(self) -> str:
        """The one who comes first."""
        return self._source["first"]

    @property
    def second(self) -> str:
        """The one who comes next."""
        return self._source["second"]

    @property
    def verdict(self) -> Verdict:
        """What can be said."""
        return self._source["verdict"]

    @property
    def share(self) -> float | None:
        """Share of weightings for which the first is ahead, ties counted half; absent where not separable."""
        return self._source["share"]


class RankingStanding(Record):
    """Where one person stands in the group."""

    __slots__ = ()
    _FIELDS = ("person", "rank", "best", "worst", "first_share")

    @property
    def person(self) -> str:
        """Who."""
        return self._source["person"]

    @property
    def rank(self) -> int:
        """Rank by readiness, then fit, from 1; equal ones share it."""
        return self._source["rank"]

    @property
    def best(self) -> int:
        """The best rank that the evidence allows."""
        return self._source["best"]

    @property
    def worst(self) -> int:
        """The worst rank that the evidence allows."""
        return self._source["worst"]

    @property
    def first_share(self) -> float | None:
        """Share of weightings for which the person is first; absent where the evidence tells nobody apart."""
        return self._source["first_share"]


class Recent(Record):
    """The recent results of one intermediate metric."""

    __slots__ = ()
    _FIELDS = ("metric", "count", "expected", "evidence")

    @property
    def metric(self) -> str:
        """The metric."""
        return self._source["metric"]

    @property
    def count(self) -> int:
        """How many there are."""
        return self._source["count"]

    @property
    def expected(self) -> float:
        """How many are expected: prior events ÷ prior days × days looked at."""
        return self._source["expected"]

    @property
    def evidence(self) -> tuple[str, ...]:
        """The facts counted, by instant."""
        return self._once("evidence", lambda plain: tuple(plain))


class Recognition(Record):
    """Recognition owed and given since the start of the role."""

    __slots__ = ()
    _FIELDS = ("start", "owed", "recognised", "open", "coverage", "coverage_lower", "coverage_upper", "lag_hours", "in_time", "wide", "specific", "given", "effort_known", "effort", "effort_share", "unit", "unit_recognised")

    @property
    def start(self) -> date | None:
        """The day from which it is owed; absent before the start of the role."""
        return self._once("start", lambda plain: None if plain is None else date.fromisoformat(plain))

    @property
    def owed(self) -> tuple[Owed, ...]:
        """What is owed a recognition, the newest first."""
        return self._once("owed", lambda plain: tuple(Owed._of(item) for item in plain))

    @property
    def recognised(self) -> int:
        """How many of them were recognised."""
        return self._source["recognised"]

    @property
    def open(self) -> int:
        """How many are open."""
        return self._source["open"]

    @property
    def coverage(self) -> float | None:
        """Recognised ÷ owed, 0 to 1; absent where nothing is owed, or no recognition was ever recorded."""
        return self._source["coverage"]

    @property
    def coverage_lower(self) -> float | None:
        """Lower end of its interval at the policy's level."""
        return self._source["coverage_lower"]

    @property
    def coverage_upper(self) -> float | None:
        """Upper end of it."""
        return self._source["coverage_upper"]

    @property
    def lag_hours(self) -> float | None:
        """Median hours from the fact to its first recognition; absent where nothing was recognised."""
        return self._source["lag_hours"]

    @property
    def in_time(self) -> int:
        """Those recognised within the policy's business days."""
        return self._source["in_time"]

    @property
    def wide(self) -> int:
        """Those of which an audience heard that the policy calls wide enough."""
        return self._source["wide"]

    @property
    def specific(self) -> int:
        """Those of which somebody said what exactly was praised."""
        return self._source["specific"]

    @property
    def given(self) -> tuple[str, ...]:
        """Recognitions given since the start, whatever they are about, by instant."""
        return self._once("given", lambda plain: tuple(plain))

    @property
    def effort_known(self) -> int:
        """Those of them of which it is known whether they praised effort."""
        return self._source["effort_known"]

    @property
    def effort(self) -> int:
        """Those that did."""
        return self._source["effort"]

    @property
    def effort_share(self) -> float | None:
        """Effort ÷ those of which it is known; absent where it is known of none."""
        return self._source["effort_share"]

    @property
    def unit(self) -> tuple[MemberRecognition, ...]:
        """The members of the person's support unit, by the instant of joining."""
        return self._once("unit", lambda plain: tuple(MemberRecognition._of(item) for item in plain))

    @property
    def unit_recognised(self) -> int | None:
        """Those of them who were recognised since they joined; absent without members, and where no recognition of the person or of a member was ever recorded."""
        return self._source["unit_recognised"]


class Remedies(Record):
    """What a person lacks for the role, what could be done, and what follows."""

    __slots__ = ()
    _FIELDS = ("shortfalls", "remedies")

    @property
    def shortfalls(self) -> tuple[Shortfall, ...]:
        """What stands in the way: floors and mismatches."""
        return self._once("shortfalls", lambda plain: tuple(Shortfall._of(item) for item in plain))

    @property
    def remedies(self) -> tuple[Remedy, ...]:
        """The remedies, those that clear most first, then by gain."""
        return self._once("remedies", lambda plain: tuple(Remedy._of(item) for item in plain))


class Remedy(Record):
    """One remedy, simulated."""

    __slots__ = ()
    _FIELDS = ("code", "for_shortfalls", "clears", "fit_gain", "changes", "unit", "odds")

    @property
    def code(self) -> str:
        """Code of the remedy in the policy."""
        return self._source["code"]

    @property
    def for_shortfalls(self) -> tuple[str, ...]:
        """Codes of the shortfalls for which it was proposed."""
        return self._once("for_shortfalls", lambda plain: tuple(plain))

    @property
    def clears(self) -> tuple[str, ...]:
        """Codes of the shortfalls that it clears."""
        return self._once("clears", lambda plain: tuple(plain))

    @property
    def fit_gain(self) -> float | None:
        """By how much the fit rises; absent where there is no fit."""
        return self._source["fit_gain"]

    @property
    def changes(self) -> tuple[TraitChange, ...]:
        """The traits that it changes."""
        return self._once("changes", lambda plain: tuple(TraitChange._of(item) for item in plain))

    @property
    def unit(self) -> SupportUnit | None:
        """The colleagues, where it forms a unit."""
        return self._once("unit", lambda plain: None if plain is None else SupportUnit._of(plain))

    @property
    def odds(self) -> tuple[OddsChange, ...]:
        """The odds of the open rungs, where it moves them."""
        return self._once("odds", lambda plain: tuple(OddsChange._of(item) for item in plain))


class Repeat(Record):
    """What came of repeating one won deal."""

    __slots__ = ()
    _FIELDS = ("deal", "name", "tried", "open", "won", "lost", "share", "lower", "upper", "evidence")

    @property
    def deal(self) -> str:
        """The won deal."""
        return self._source["deal"]

    @property
    def name(self) -> str | None:
        """Its name, where known."""
        return self._source["name"]

    @property
    def tried(self) -> int:
        """Deals that repeat its approach."""
        return self._source["tried"]

    @property
    def open(self) -> int:
        """Those of them open."""
        return self._source["open"]

    @property
    def won(self) -> int:
        """Those won."""
        return self._source["won"]

    @property
    def lost(self) -> int:
        """Those lost."""
        return self._source["lost"]

    @property
    def share(self) -> float | None:
        """Share of wins among those closed; absent without any."""
        return self._source["share"]

    @property
    def lower(self) -> float | None:
        """Lower end of its interval at the policy's level."""
        return self._source["lower"]

    @property
    def upper(self) -> float | None:
        """Upper end of it."""
        return self._source["upper"]

    @property
    def evidence(self) -> tuple[str, ...]:
        """The facts that say so: the win, then each deal's `like`."""
        return self._once("evidence", lambda plain: tuple(plain))


class Replication(Record):
    """What to repeat, and what came of it."""

    __slots__ = ()
    _FIELDS = ("state", "won", "lesson", "prospects", "near", "proposals", "repeats", "like_nothing_won")

    @property
    def state(self) -> ReplicationState:
        """What can be said."""
        return self._source["state"]

    @property
    def won(self) -> int:
        """Deals that the partner has won."""
        return self._source["won"]

    @property
    def lesson(self) -> Lesson:
        """What its closed deals tell."""
        return self._once("lesson", lambda plain: Lesson._of(plain))

    @property
    def prospects(self) -> int:
        """Open prospects that were looked at."""
        return self._source["prospects"]

    @property
    def near(self) -> int:
        """Those over the floor."""
        return self._source["near"]

    @property
    def proposals(self) -> tuple[Proposal, ...]:
        """The first of them, the highest chance first."""
        return self._once("proposals", lambda plain: tuple(Proposal._of(item) for item in plain))

    @property
    def repeats(self) -> tuple[Repeat, ...]:
        """Won deals that were repeated, the first win first."""
        return self._once("repeats", lambda plain: tuple(Repeat._of(item) for item in plain))

    @property
    def like_nothing_won(self) -> tuple[str, ...]:
        """Deals that repeat one which is not won, or not known."""
        return self._once("like_nothing_won", lambda plain: tuple(plain))


class Response(Record):
    """The answers of both sides."""

    __slots__ = ()
    _FIELDS = ("limit_hours", "answered", "open", "vendor", "partner")

    @property
    def limit_hours(self) -> int:
        """Hours within which an answer is in time, the last instant included."""
        return self._source["limit_hours"]

    @property
    def answered(self) -> tuple[Answered, ...]:
        """Turns that were answered, by the instant of the question."""
        return self._once("answered", lambda plain: tuple(Answered._of(item) for item in plain))

    @property
    def open(self) -> tuple[Waiting, ...]:
        """Turns that wait for an answer, the oldest first."""
        return self._once("open", lambda plain: tuple(Waiting._of(item) for item in plain))

    @property
    def vendor(self) -> Answers:
        """How the vendor answers the partner."""
        return self._once("vendor", lambda plain: Answers._of(plain))

    @property
    def partner(self) -> Answers:
        """How the partner answers the vendor."""
        return self._once("partner", lambda plain: Answers._of(plain))


class Rhythm(Record):
    """The load of one cycle, planned and recorded."""

    __slots__ = ()
    _FIELDS = ("start", "appointed_by", "weeks", "this_week", "next_valley", "recorded_weeks", "variation")

    @property
    def start(self) -> date | None:
        """The day from which the cycle runs; absent without an appointment."""
        return self._once("start", lambda plain: None if plain is None else date.fromisoformat(plain))

    @property
    def appointed_by(self) -> str | None:
        """The appointment."""
        return self._source["appointed_by"]

    @property
    def weeks(self) -> tuple[RhythmWeek, ...]:
        """The weeks of the cycle and of the valley after its last deadline, in order; empty without an appointment."""
        return self._once("weeks", lambda plain: tuple(RhythmWeek._of(item) for item in plain))

    @property
    def this_week(self) -> WeekKind | None:
        """What this week is planned for; absent outside the plan."""
        return self._source["this_week"]

    @property
    def next_valley(self) -> date | None:
        """Monday of the next valley week that is not over; absent where none is left."""
        return self._once("next_valley", lambda plain: None if plain is None else date.fromisoformat(plain))

    @property
    def recorded_weeks(self) -> int | None:
        """In how many of the weeks that are over hours were recorded; absent where none were in the whole plan."""
        return self._source["recorded_weeks"]

    @property
    def variation(self) -> float | None:
        """Mean change of the hours from one recorded week to the next, as a share of their mean, 0 or more; absent with fewer pairs of recorded weeks than the policy asks for."""
        return self._source["variation"]


class RhythmWeek(Record):
    """One week of the plan, Monday to Sunday in the partner's zone."""

    __slots__ = ()
    _FIELDS = ("from_", "to", "kind", "business_days", "deadlines", "passed", "push_hours", "recharge_hours", "evidence")

    @property
    def from_(self) -> date:
        """Monday."""
        return self._once("from", lambda plain: date.fromisoformat(plain))

    @property
    def to(self) -> date:
        """Sunday."""
        return self._once("to", lambda plain: date.fromisoformat(plain))

    @property
    def kind(self) -> WeekKind:
        """What it is planned for."""
        return self._source["kind"]

    @property
    def business_days(self) -> int:
        """Business days in it, from the start on."""
        return self._source["business_days"]

    @property
    def deadlines(self) -> tuple[str, ...]:
        """Rungs whose deadline lies in it, in the policy's order."""
        return self._once("deadlines", lambda plain: tuple(plain))

    @property
    def passed(self) -> bool:
        """Whether it is over."""
        return self._source["passed"]

    @property
    def push_hours(self) -> float | None:
        """Hours of pushing; absent where no hours of the week are recorded."""
        return self._source["push_hours"]

    @property
    def recharge_hours(self) -> float | None:
        """Hours of learning and recharging; absent where no hours of the week are recorded."""
        return self._source["recharge_hours"]

    @property
    def evidence(self) -> tuple[str, ...]:
        """The facts that hold them, by instant."""
        return self._once("evidence", lambda plain: tuple(plain))


class Rise(Record):
    """A trait that rises."""

    __slots__ = ()
    _FIELDS = ("before", "probability")

    @property
    def before(self) -> float:
        """Mean at the beginning of the window."""
        return self._source["before"]

    @property
    def probability(self) -> float:
        """Probability, under today's posterior, that the trait lies above that mean."""
        return self._source["probability"]


class Rung(Record):
    """One staged target. Its days are those that its plan counts: calendar days, or business days of the partner's calendar; the belief about the metric's rate is read in the same days."""

    __slots__ = ()
    _FIELDS = ("code", "metric", "target", "final", "counting", "days", "deadline", "status", "count", "achieved_on", "achieved_in_days", "reached_late_on", "pace", "odds", "rate_per_30_days", "expected", "course", "evidence", "contested")

    @property
    def code(self) -> str:
        """Code in the policy."""
        return self._source["code"]

    @property
    def metric(self) -> str:
        """The metric that it counts."""
        return self._source["metric"]

    @property
    def target(self) -> int:
        """How many are wanted."""
        return self._source["target"]

    @property
    def final(self) -> bool:
        """Whether it is the final result rather than a step towards it."""
        return self._source["final"]

    @property
    def counting(self) -> Counting:
        """Which days its plan counts."""
        return self._source["counting"]

    @property
    def days(self) -> int:
        """Days of its plan."""
        return self._source["days"]

    @property
    def deadline(self) -> date | None:
        """The last day that counts; absent where the start is not known."""
        return self._once("deadline", lambda plain: None if plain is None else date.fromisoformat(plain))

    @property
    def status(self) -> RungStatus:
        """How it stands."""
        return self._source["status"]

    @property
    def count(self) -> int | None:
        """How many there are from the start to the deadline; absent where nothing is known."""
        return self._source["count"]

    @property
    def achieved_on(self) -> date | None:
        """The day on which it was made."""
        return self._once("achieved_on", lambda plain: None if plain is None else date.fromisoformat(plain))

    @property
    def achieved_in_days(self) -> int | None:
        """The number of that day: 0 for the day of the start."""
        return self._source["achieved_in_days"]

    @property
    def reached_late_on(self) -> date | None:
        """The day after the deadline on which the target was reached, where it was missed."""
        return self._once("reached_late_on", lambda plain: None if plain is None else date.fromisoformat(plain))

    @property
    def pace(self) -> Pace | None:
        """Its pace; absent where nothing is known."""
        return self._once("pace", lambda plain: None if plain is None else Pace._of(plain))

    @property
    def odds(self) -> float | None:
        """Probability that it is made in time, 0 to 1; absent where nothing is known."""
        return self._source["odds"]

    @property
    def rate_per_30_days(self) -> float | None:
        """Expected events in 30 days of the plan, by belief and events together; absent where nothing is known."""
        return self._source["rate_per_30_days"]

    @property
    def expected(self) -> Expected | None:
        """When the target is expected; absent where it is reached, or nothing is known."""
        return self._once("expected", lambda plain: None if plain is None else Expected._of(plain))

    @property
    def course(self) -> tuple[CourseStep, ...]:
        """How the count grew, a step for each day on which something counted; what it looks like over time."""
        return self._once("course", lambda plain: tuple(CourseStep._of(item) for item in plain))

    @property
    def evidence(self) -> tuple[str, ...]:
        """The facts counted, by instant."""
        return self._once("evidence", lambda plain: tuple(plain))

    @property
    def contested(self) -> tuple[str, ...]:
        """Those of them that are disputed."""
        return self._once("contested", lambda plain: tuple(plain))


class RungCell(Record):
    """One rung in a row."""

    __slots__ = ()
    _FIELDS = ("code", "status", "count", "odds")

    @property
    def code(self) -> str:
        """Code of the rung."""
        return self._source["code"]

    @property
    def status(self) -> RungStatus:
        """How it stands."""
        return self._source["status"]

    @property
    def count(self) -> int | None:
        """How many were counted by its date."""
        return self._source["count"]

    @property
    def odds(self) -> float | None:
        """Odds; absent where there is no start or nothing recorded."""
        return self._source["odds"]


class RungChange(Record):
    """A rung that moved."""

    __slots__ = ()
    _FIELDS = ("code", "metric", "target", "count_before", "count", "status_before", "status")

    @property
    def code(self) -> str:
        """Code in the policy."""
        return self._source["code"]

    @property
    def metric(self) -> str:
        """The metric that it counts."""
        return self._source["metric"]

    @property
    def target(self) -> int:
        """How many are wanted."""
        return self._source["target"]

    @property
    def count_before(self) -> int | None:
        """How many there were; absent where nothing was known."""
        return self._source["count_before"]

    @property
    def count(self) -> int | None:
        """How many there are; absent where nothing is known."""
        return self._source["count"]

    @property
    def status_before(self) -> RungStatus:
        """How it stood."""
        return self._source["status_before"]

    @property
    def status(self) -> RungStatus:
        """How it stands."""
        return self._source["status"]


class RungRest(Record):
    """What counts towards one rung's metric since the start, up to today."""

    __slots__ = ()
    _FIELDS = ("code", "own", "others")

    @property
    def code(self) -> str:
        """Code of the rung."""
        return self._source["code"]

    @property
    def own(self) -> int:
        """The person's own."""
        return self._source["own"]

    @property
    def others(self) -> int:
        """Colleagues', which the rung does not count."""
        return self._source["others"]


class Scheduled(Record):
    """A coming meeting."""

    __slots__ = ()
    _FIELDS = ("day", "layer", "minutes", "executives", "from_", "to", "time")

    @property
    def day(self) -> date:
        """The business day."""
        return self._once("day", lambda plain: date.fromisoformat(plain))

    @property
    def layer(self) -> Layer:
        """The layer."""
        return self._source["layer"]

    @property
    def minutes(self) -> int:
        """Minutes that it may take."""
        return self._source["minutes"]

    @property
    def executives(self) -> bool:
        """Whether executives belong to it."""
        return self._source["executives"]

    @property
    def from_(self) -> date:
        """First day of its period."""
        return self._once("from", lambda plain: date.fromisoformat(plain))

    @property
    def to(self) -> date:
        """Last day of its period."""
        return self._once("to", lambda plain: date.fromisoformat(plain))

    @property
    def time(self) -> str:
        """When it begins, by the clock of the zone."""
        return self._source["time"]


class Selection(Record):
    """How far a person's selection has come."""

    __slots__ = ()
    _FIELDS = ("stage", "passed", "next", "blocked_by", "days_at_gate", "start", "approval_lead_days")

    @property
    def stage(self) -> GateStep | None:
        """The furthest gate passed; absent where there is none."""
        return self._source["stage"]

    @property
    def passed(self) -> tuple[GatePassed, ...]:
        """The gates passed since the last stepping down, in order."""
        return self._once("passed", lambda plain: tuple(GatePassed._of(item) for item in plain))

    @property
    def next(self) -> GateStep | None:
        """The first gate of the order that is still to pass; absent when all are, or the person stepped down."""
        return self._source["next"]

    @property
    def blocked_by(self) -> tuple[FindingCode, ...]:
        """Codes of the findings that stand before it."""
        return self._once("blocked_by", lambda plain: tuple(plain))

    @property
    def days_at_gate(self) -> int | None:
        """Business days since the latest gate; absent where there is none, or the person stepped down."""
        return self._source["days_at_gate"]

    @property
    def start(self) -> date | None:
        """The day from which the person has the role."""
        return self._once("start", lambda plain: None if plain is None else date.fromisoformat(plain))

    @property
    def approval_lead_days(self) -> int | None:
        """Business days from the executives' approval to the start, negative where it came after it."""
        return self._source["approval_lead_days"]


class SetValue(Record):
    """A value that somebody set."""

    __slots__ = ()
    _FIELDS = ("fact", "trait", "value", "readiness", "by", "reason", "since", "expires", "days_left", "state", "contested", "evidence_mean", "evidence_lower", "evidence_upper", "evidence_readiness", "set_aside")

    @property
    def fact(self) -> str:
        """The fact."""
        return self._source["fact"]

    @property
    def trait(self) -> Trait | None:
        """The trait; absent for the readiness."""
        return self._source["trait"]

    @property
    def value(self) -> float | None:
        """The trait's value."""
        return self._source["value"]

    @property
    def readiness(self) -> Readiness | None:
        """The readiness."""
        return self._source["readiness"]

    @property
    def by(self) -> str:
        """Who answers for it."""
        return self._source["by"]

    @property
    def reason(self) -> str:
        """Why."""
        return self._source["reason"]

    @property
    def since(self) -> datetime:
        """Since when it holds."""
        return self._once("since", lambda plain: instant(plain))

    @property
    def expires(self) -> date:
        """The last day on which it holds."""
        return self._once("expires", lambda plain: date.fromisoformat(plain))

    @property
    def days_left(self) -> int:
        """Days from today to that; negative once it is past."""
        return self._source["days_left"]

    @property
    def state(self) -> OverrideState:
        """Whether it holds."""
        return self._source["state"]

    @property
    def contested(self) -> bool:
        """Whether somebody disputes it."""
        return self._source["contested"]

    @property
    def evidence_mean(self) -> float | None:
        """What the evidence says of the trait: its mean; absent where nothing is known."""
        return self._source["evidence_mean"]

    @property
    def evidence_lower(self) -> float | None:
        """Lower end of its interval; absent for the readiness."""
        return self._source["evidence_lower"]

    @property
    def evidence_upper(self) -> float | None:
        """Upper end of its interval; absent for the readiness."""
        return self._source["evidence_upper"]

    @property
    def evidence_readiness(self) -> Readiness:
        """The readiness that follows from the evidence alone."""
        return self._source["evidence_readiness"]

    @property
    def set_aside(self) -> tuple[str, ...]:
        """Floors (`floor_` and the trait) and mismatches that the evidence shows and this value hides; of a readiness, those that stand in its way still."""
        return self._once("set_aside", lambda plain: tuple(plain))


class Shortfall(Record):
    """One thing that stands in the way of the role."""

    __slots__ = ()
    _FIELDS = ("code", "trait", "cleared_by")

    @property
    def code(self) -> str:
        """Code of the mismatch, or `floor_` and the trait."""
        return self._source["code"]

    @property
    def trait(self) -> Trait:
        """The trait that is short."""
        return self._source["trait"]

    @property
    def cleared_by(self) -> tuple[str, ...]:
        """The remedies that clear it by themselves, in the order of their list."""
        return self._once("cleared_by", lambda plain: tuple(plain))


class Spread(Record):
    """How know-how and load are spread at the partner."""

    __slots__ = ()
    _FIELDS = ("start", "colleagues", "activated", "months", "load", "isolation", "links", "last_link")

    @property
    def start(self) -> date | None:
        """The day from which it is asked; absent before the start of the role, and then nothing else is said."""
        return self._once("start", lambda plain: None if plain is None else date.fromisoformat(plain))

    @property
    def colleagues(self) -> int:
        """How many colleagues are known at the partner and have not left."""
        return self._source["colleagues"]

    @property
    def activated(self) -> tuple[Activated, ...]:
        """Colleagues of whom work or a signal is recorded since the start, by their first such fact."""
        return self._once("activated", lambda plain: tuple(Activated._of(item) for item in plain))

    @property
    def months(self) -> tuple[SpreadMonth, ...]:
        """The months since the start, in order."""
        return self._once("months", lambda plain: tuple(SpreadMonth._of(item) for item in plain))

    @property
    def load(self) -> Load:
        """Who did how much of the recent work."""
        return self._once("load", lambda plain: Load._of(plain))

    @property
    def isolation(self) -> Isolation | None:
        """Whether somebody stands beside the person; absent before the start."""
        return self._source["isolation"]

    @property
    def links(self) -> tuple[Link, ...]:
        """What joins the person and others: units, and the rest within the policy's days; by instant."""
        return self._once("links", lambda plain: tuple(Link._of(item) for item in plain))

    @property
    def last_link(self) -> datetime | None:
        """When the latest of all links was recorded, however long ago."""
        return self._once("last_link", lambda plain: None if plain is None else instant(plain))


class SpreadMonth(Record):
    """One month of the spread."""

    __slots__ = ()
    _FIELDS = ("month", "newly", "active")

    @property
    def month(self) -> date:
        """Its first day."""
        return self._once("month", lambda plain: date.fromisoformat(plain))

    @property
    def newly(self) -> int:
        """Colleagues who became active in it and were not before."""
        return self._source["newly"]

    @property
    def active(self) -> int:
        """Colleagues active by its end since the start, those from before among them."""
        return self._source["active"]


class Start(Record):
    """With which prospects to begin."""

    __slots__ = ()
    _FIELDS = ("state", "first_win", "first_win_fact", "within_days", "pipeline", "rate_odds")

    @property
    def state(self) -> StartState:
        """Which question is asked."""
        return self._source["state"]

    @property
    def first_win(self) -> date | None:
        """The day of the partner's first win."""
        return self._once("first_win", lambda plain: None if plain is None else date.fromisoformat(plain))

    @property
    def first_win_fact(self) -> str | None:
        """The fact of it."""
        return self._source["first_win_fact"]

    @property
    def within_days(self) -> int:
        """Days within which an order is early."""
        return self._source["within_days"]

    @property
    def pipeline(self) -> Pipeline | None:
        """The person's open deals and what they come to; absent where the question is another."""
        return self._once("pipeline", lambda plain: None if plain is None else Pipeline._of(plain))

    @property
    def rate_odds(self) -> float | None:
        """Odds of at least one order within the days by the person's rate of orders, deals not found yet among them; absent where the question is another, or no metric of the ladder's final rung counts orders."""
        return self._source["rate_odds"]


class StepMade(Record):
    """A step made."""

    __slots__ = ()
    _FIELDS = ("step", "at", "day", "fact", "person")

    @property
    def step(self) -> LoopStep:
        """The step."""
        return self._source["step"]

    @property
    def at(self) -> datetime:
        """When."""
        return self._once("at", lambda plain: instant(plain))

    @property
    def day(self) -> date:
        """The day at the partner."""
        return self._once("day", lambda plain: date.fromisoformat(plain))

    @property
    def fact(self) -> str:
        """The fact that makes it."""
        return self._source["fact"]

    @property
    def person(self) -> str | None:
        """Whom it is about; absent for a story of the whole partner."""
        return self._source["person"]


class Stories(Record):
    """The stories of the wins on a person's page."""

    __slots__ = ()
    _FIELDS = ("won", "told", "owed", "audience", "wins")

    @property
    def won(self) -> int:
        """Deals won."""
        return self._source["won"]

    @property
    def told(self) -> int:
        """Those of them with a story."""
        return self._source["told"]

    @property
    def owed(self) -> int:
        """Those whose story is owed."""
        return self._source["owed"]

    @property
    def audience(self) -> Audience:
        """The audience that is everybody concerned."""
        return self._source["audience"]

    @property
    def wins(self) -> tuple[WinStory, ...]:
        """Each win, the latest first."""
        return self._once("wins", lambda plain: tuple(WinStory._of(item) for item in plain))


class Succession(Record):
    """Who could follow, and what rests on the person."""

    __slots__ = ()
    _FIELDS = ("start", "state", "known", "best", "not_separable", "open_deals", "only_by_person", "alone_share", "won", "won_with_person", "rungs")

    @property
    def start(self) -> date | None:
        """The day from which it is asked; absent before the start of the role, and then nothing else is said."""
        return self._once("start", lambda plain: None if plain is None else date.fromisoformat(plain))

    @property
    def state(self) -> SuccessorState | None:
        """What is known of a successor."""
        return self._source["state"]

    @property
    def known(self) -> int:
        """Colleagues of whose traits anything is known."""
        return self._source["known"]

    @property
    def best(self) -> Successor | None:
        """The best of them."""
        return self._once("best", lambda plain: None if plain is None else Successor._of(plain))

    @property
    def not_separable(self) -> tuple[str, ...]:
        """Those whom the evidence cannot tell from the best, by fit."""
        return self._once("not_separable", lambda plain: tuple(plain))

    @property
    def open_deals(self) -> int:
        """Open deals of the partner."""
        return self._source["open_deals"]

    @property
    def only_by_person(self) -> tuple[DealAlone, ...]:
        """Those of them for which nobody but the person did anything, by id."""
        return self._once("only_by_person", lambda plain: tuple(DealAlone._of(item) for item in plain))

    @property
    def alone_share(self) -> float | None:
        """These ÷ all that are under way; absent where none is."""
        return self._source["alone_share"]

    @property
    def won(self) -> int:
        """Deals won in the policy's recent days since the start."""
        return self._source["won"]

    @property
    def won_with_person(self) -> int:
        """Those of them for which the person did something."""
        return self._source["won_with_person"]

    @property
    def rungs(self) -> tuple[RungRest, ...]:
        """What of each rung the person made, and what colleagues did, in the policy's order."""
        return self._once("rungs", lambda plain: tuple(RungRest._of(item) for item in plain))


class Successor(Record):
    """The colleague who fits best."""

    __slots__ = ()
    _FIELDS = ("person", "fit", "lower", "upper", "unknown", "under_floor")

    @property
    def person(self) -> str:
        """Who."""
        return self._source["person"]

    @property
    def fit(self) -> float:
        """Score of the known traits, 0 to 1."""
        return self._source["fit"]

    @property
    def lower(self) -> float:
        """Lower end of the score's interval."""
        return self._source["lower"]

    @property
    def upper(self) -> float:
        """Upper end of it."""
        return self._source["upper"]

    @property
    def unknown(self) -> tuple[Trait, ...]:
        """Traits with a floor of which nothing is known: to be asked first."""
        return self._once("unknown", lambda plain: tuple(plain))

    @property
    def under_floor(self) -> tuple[Trait, ...]:
        """Traits under their floor: to be made up for by the environment."""
        return self._once("under_floor", lambda plain: tuple(plain))


class SupportOwed(Record):
    """Support that the vendor owes."""

    __slots__ = ()
    _FIELDS = ("deal", "stage", "since", "since_fact", "due", "state", "given", "in_time")

    @property
    def deal(self) -> str | None:
        """The deal; absent for training."""
        return self._source["deal"]

    @property
    def stage(self) -> Stage | None:
        """The stage that it reached; absent for training."""
        return self._source["stage"]

    @property
    def since(self) -> date:
        """The day from which it is owed: of the stage, of the last training, or of the start."""
        return self._once("since", lambda plain: date.fromisoformat(plain))

    @property
    def since_fact(self) -> str:
        """The fact of that."""
        return self._source["since_fact"]

    @property
    def due(self) -> date | None:
        """The last day on which it is in time; absent past the last day there is."""
        return self._once("due", lambda plain: None if plain is None else date.fromisoformat(plain))

    @property
    def state(self) -> SupportState:
        """How it stands. The next training is never given: the one given is where it counts from."""
        return self._source["state"]

    @property
    def given(self) -> str | None:
        """The fact by which it was given."""
        return self._source["given"]

    @property
    def in_time(self) -> bool | None:
        """Whether it was given in time; absent where it was not given."""
        return self._source["in_time"]


class SupportTurns(Record):
    """One of the things that turn a wheel."""

    __slots__ = ()
    _FIELDS = ("kind", "last", "recent")

    @property
    def kind(self) -> TurnKind:
        """What it is."""
        return self._source["kind"]

    @property
    def last(self) -> datetime | None:
        """When it happened last, however long ago."""
        return self._once("last", lambda plain: None if plain is None else instant(plain))

    @property
    def recent(self) -> tuple[str, ...]:
        """The facts within the policy's days, by instant."""
        return self._once("recent", lambda plain: tuple(plain))


class SupportUnit(Record):
    """A proposed unit."""

    __slots__ = ()
    _FIELDS = ("members", "covers")

    @property
    def members(self) -> tuple[str, ...]:
        """The colleagues, sorted by id."""
        return self._once("members", lambda plain: tuple(plain))

    @property
    def covers(self) -> tuple[Cover, ...]:
        """Which trait of the person each of them covers."""
        return self._once("covers", lambda plain: tuple(Cover._of(item) for item in plain))


class Supports(Record):
    """The two wheels, and what is owed."""

    __slots__ = ()
    _FIELDS = ("start", "vendor", "partner", "training", "reviews")

    @property
    def start(self) -> date | None:
        """The day from which it is asked; absent before the start of the role, and then nothing else is said."""
        return self._once("start", lambda plain: None if plain is None else date.fromisoformat(plain))

    @property
    def vendor(self) -> Wheel | None:
        """The vendor's wheel; absent before the start."""
        return self._once("vendor", lambda plain: None if plain is None else Wheel._of(plain))

    @property
    def partner(self) -> Wheel | None:
        """The partner's wheel; absent before the start."""
        return self._once("partner", lambda plain: None if plain is None else Wheel._of(plain))

    @property
    def training(self) -> SupportOwed | None:
        """The next training; absent before the start."""
        return self._once("training", lambda plain: None if plain is None else SupportOwed._of(plain))

    @property
    def reviews(self) -> tuple[SupportOwed, ...]:
        """Joint reviews of the person's open deals, by the day on which they are due."""
        return self._once("reviews", lambda plain: tuple(SupportOwed._of(item) for item in plain))


class ToOrder(Record):
    """Days from prospect to order, by Kaplan–Meier. A lost deal is censored on the day of its loss, an open one today. So the curve tells how long an order takes where nothing else ends the deal; how many are ordered at all is told by the conversion, and taking a loss for an order that never comes would mix the two."""

    __slots__ = ()
    _FIELDS = ("deals", "won", "lost", "open", "without_start", "median_days", "rows")

    @property
    def deals(self) -> int:
        """Deals whose day of finding is known."""
        return self._source["deals"]

    @property
    def won(self) -> int:
        """Those ordered."""
        return self._source["won"]

    @property
    def lost(self) -> int:
        """Those lost and not ordered."""
        return self._source["lost"]

    @property
    def open(self) -> int:
        """Those still open."""
        return self._source["open"]

    @property
    def without_start(self) -> int:
        """Deals left out because the day on which they were found is not known, or lies after their end."""
        return self._source["without_start"]

    @property
    def median_days(self) -> float | None:
        """The first day by which half are ordered; absent where the curve does not come down to it."""
        return self._source["median_days"]

    @property
    def rows(self) -> int:
        """Rows of the survival table: the different lengths, ordered or censored."""
        return self._source["rows"]


class TraitChange(Record):
    """A trait before and after."""

    __slots__ = ()
    _FIELDS = ("trait", "before", "after")

    @property
    def trait(self) -> Trait:
        """The trait."""
        return self._source["trait"]

    @property
    def before(self) -> float | None:
        """Its mean today; absent where unknown."""
        return self._source["before"]

    @property
    def after(self) -> float:
        """Its mean with the remedy."""
        return self._source["after"]


class TraitEstimate(Record):
    """What the evidence says of one trait."""

    __slots__ = ()
    _FIELDS = ("trait", "mean", "lower", "upper", "evidence_weight", "a", "b", "rising", "evidence", "overridden")

    @property
    def trait(self) -> Trait:
        """The trait."""
        return self._source["trait"]

    @property
    def mean(self) -> float | None:
        """Mean of the posterior, 0 to 1, or the value that somebody set; absent where nothing is known."""
        return self._source["mean"]

    @property
    def lower(self) -> float:
        """Lower end of the equal-tailed interval; the prior's where nothing is known."""
        return self._source["lower"]

    @property
    def upper(self) -> float:
        """Upper end of the equal-tailed interval; the prior's where nothing is known."""
        return self._source["upper"]

    @property
    def evidence_weight(self) -> float:
        """Evidence behind it, in observations, after fading and caps."""
        return self._source["evidence_weight"]

    @property
    def a(self) -> float:
        """First parameter of the posterior."""
        return self._source["a"]

    @property
    def b(self) -> float:
        """Second parameter of the posterior."""
        return self._source["b"]

    @property
    def rising(self) -> Rise | None:
        """A rise of what the evidence says over the last weeks, where there is one."""
        return self._once("rising", lambda plain: None if plain is None else Rise._of(plain))

    @property
    def evidence(self) -> tuple[Evidence, ...]:
        """The evidence, by instant; where somebody set the value, none of it counts while that holds."""
        return self._once("evidence", lambda plain: tuple(Evidence._of(item) for item in plain))

    @property
    def overridden(self) -> Overridden | None:
        """What the evidence says, where somebody set the value."""
        return self._once("overridden", lambda plain: None if plain is None else Overridden._of(plain))


class TraitQuestion(Record):
    """The next question worth asking."""

    __slots__ = ()
    _FIELDS = ("trait", "swing")

    @property
    def trait(self) -> Trait:
        """The trait."""
        return self._source["trait"]

    @property
    def swing(self) -> float:
        """By how much the fit differs between the ends of the trait's interval."""
        return self._source["swing"]


class Turn(Record):
    """One turn."""

    __slots__ = ()
    _FIELDS = ("complete", "steps")

    @property
    def complete(self) -> bool:
        """Whether all four steps are made."""
        return self._source["complete"]

    @property
    def steps(self) -> tuple[StepMade, ...]:
        """The steps made, in order."""
        return self._once("steps", lambda plain: tuple(StepMade._of(item) for item in plain))


class UnderFloor(Record):
    """A trait under its floor."""

    __slots__ = ()
    _FIELDS = ("trait", "mean", "floor")

    @property
    def trait(self) -> Trait:
        """The trait."""
        return self._source["trait"]

    @property
    def mean(self) -> float:
        """Its mean."""
        return self._source["mean"]

    @property
    def floor(self) -> float:
        """The floor."""
        return self._source["floor"]


class VoiceTrail(Record):
    """How a fact speaks of one trait: `weight = full · fading · dispute · cap` where it counts, else 0."""

    __slots__ = ()
    _FIELDS = ("trait", "signal", "state", "y", "full", "fading", "dispute", "cap", "weight")

    @property
    def trait(self) -> Trait:
        """The trait."""
        return self._source["trait"]

    @property
    def signal(self) -> str:
        """The signal; `rating` for ratings."""
        return self._source["signal"]

    @property
    def state(self) -> VoiceState:
        """How it counts."""
        return self._source["state"]

    @property
    def y(self) -> float:
        """What it says, from 0 (against) to 1 (for)."""
        return self._source["y"]

    @property
    def full(self) -> float:
        """What it counts while it is new, undisputed and under its cap, in observations."""
        return self._source["full"]

    @property
    def fading(self) -> float:
        """What age leaves of that, 0 to 1."""
        return self._source["fading"]

    @property
    def dispute(self) -> float:
        """What an open dispute leaves of that, 0 to 1."""
        return self._source["dispute"]

    @property
    def cap(self) -> float:
        """What the cap of its signal or rater leaves of that, 0 to 1."""
        return self._source["cap"]

    @property
    def weight(self) -> float:
        """What it counts today."""
        return self._source["weight"]


class Waiting(Record):
    """A turn that waits for an answer."""

    __slots__ = ()
    _FIELDS = ("thread", "waits_for", "question", "since", "due", "past")

    @property
    def thread(self) -> str | None:
        """The thread; absent for the person's own chat."""
        return self._source["thread"]

    @property
    def waits_for(self) -> Side:
        """Whose answer it waits for."""
        return self._source["waits_for"]

    @property
    def question(self) -> str:
        """The first message of the turn."""
        return self._source["question"]

    @property
    def since(self) -> datetime:
        """Since when it waits."""
        return self._once("since", lambda plain: instant(plain))

    @property
    def due(self) -> datetime | None:
        """The last instant at which an answer is in time; absent past the range of dates."""
        return self._once("due", lambda plain: None if plain is None else instant(plain))

    @property
    def past(self) -> bool:
        """Whether that is past."""
        return self._source["past"]


class WeekdayAnswers(Record):
    """How the questions of one weekday were answered."""

    __slots__ = ()
    _FIELDS = ("weekday", "asked", "in_time", "chance", "chance_lower", "chance_upper", "later")

    @property
    def weekday(self) -> Weekday:
        """The weekday of the question where the partner is."""
        return self._source["weekday"]

    @property
    def asked(self) -> int:
        """Questions of which it is known whether they were answered in time."""
        return self._source["asked"]

    @property
    def in_time(self) -> int:
        """Those of them that were."""
        return self._source["in_time"]

    @property
    def chance(self) -> float | None:
        """Chance of an answer in time: mean of the posterior of [`pooled`]. Absent where nothing was asked."""
        return self._source["chance"]

    @property
    def chance_lower(self) -> float | None:
        """Lower end of its interval at the policy's level."""
        return self._source["chance_lower"]

    @property
    def chance_upper(self) -> float | None:
        """Upper end of it."""
        return self._source["chance_upper"]

    @property
    def later(self) -> float | None:
        """Probability that this weekday's chance lies below that of all the others together; absent where nothing was asked on this weekday, or on no other. The weekday itself has no part in what it is compared with."""
        return self._source["later"]


class Wheel(Record):
    """One wheel."""

    __slots__ = ()
    _FIELDS = ("state", "last", "last_fact", "turns")

    @property
    def state(self) -> WheelState:
        """How it stands."""
        return self._source["state"]

    @property
    def last(self) -> datetime | None:
        """When it turned last."""
        return self._once("last", lambda plain: None if plain is None else instant(plain))

    @property
    def last_fact(self) -> str | None:
        """The fact of that."""
        return self._source["last_fact"]

    @property
    def turns(self) -> tuple[SupportTurns, ...]:
        """What can turn it, in order."""
        return self._once("turns", lambda plain: tuple(SupportTurns._of(item) for item in plain))


class WinStory(Record):
    """The story of one win."""

    __slots__ = ()
    _FIELDS = ("deal", "name", "won_on", "won_fact", "state", "due", "told_on", "business_days", "reached", "not_reached", "facts")

    @property
    def deal(self) -> str:
        """The deal."""
        return self._source["deal"]

    @property
    def name(self) -> str | None:
        """Its name, where known."""
        return self._source["name"]

    @property
    def won_on(self) -> date:
        """The day on which it was won."""
        return self._once("won_on", lambda plain: date.fromisoformat(plain))

    @property
    def won_fact(self) -> str:
        """The fact of the win."""
        return self._source["won_fact"]

    @property
    def state(self) -> StoryState:
        """How far its story has come."""
        return self._source["state"]

    @property
    def due(self) -> date | None:
        """The last day on which the story is in time; absent past the last day there is."""
        return self._once("due", lambda plain: None if plain is None else date.fromisoformat(plain))

    @property
    def told_on(self) -> date | None:
        """The day on which it was first told."""
        return self._once("told_on", lambda plain: None if plain is None else date.fromisoformat(plain))

    @property
    def business_days(self) -> int | None:
        """Business days from the win until then; 0 where it was told before."""
        return self._source["business_days"]

    @property
    def reached(self) -> tuple[Audience, ...]:
        """To whom it went, the smallest audience first."""
        return self._once("reached", lambda plain: tuple(plain))

    @property
    def not_reached(self) -> tuple[Audience, ...]:
        """Audiences up to everybody concerned that are wider than any it went to."""
        return self._once("not_reached", lambda plain: tuple(plain))

    @property
    def facts(self) -> tuple[str, ...]:
        """The stories, by instant."""
        return self._once("facts", lambda plain: tuple(plain))


class Winter(Record):
    """A person's season."""

    __slots__ = ()
    _FIELDS = ("season", "since", "since_fact", "days_without", "window_days", "recent", "observed", "expected", "healthy_from")

    @property
    def season(self) -> Season:
        """The season."""
        return self._source["season"]

    @property
    def since(self) -> date | None:
        """The day of the last final result, or of the start where there is none yet."""
        return self._once("since", lambda plain: None if plain is None else date.fromisoformat(plain))

    @property
    def since_fact(self) -> str | None:
        """The fact of that day."""
        return self._source["since_fact"]

    @property
    def days_without(self) -> int | None:
        """Calendar days since then."""
        return self._source["days_without"]

    @property
    def window_days(self) -> int | None:
        """The last days looked at, today the last of them; never more than since the start."""
        return self._source["window_days"]

    @property
    def recent(self) -> tuple[Recent, ...]:
        """The intermediate results of these days, in the policy's order; empty where nothing is known."""
        return self._once("recent", lambda plain: tuple(Recent._of(item) for item in plain))

    @property
    def observed(self) -> int | None:
        """How many there are together."""
        return self._source["observed"]

    @property
    def expected(self) -> float | None:
        """How many the policy's beliefs expect."""
        return self._source["expected"]

    @property
    def healthy_from(self) -> float | None:
        """From how many the work is healthy."""
        return self._source["healthy_from"]


class Brief(BriefPage):
    """The answer for one person."""

    __slots__ = ()
    _FIELDS = ("schema", "as_of", "policy", "partner", "partner_name", "person", "name", "title", "colleagues", "facts", "readiness", "fit", "traits", "mismatches", "remedies", "selection", "ladder", "lead_time", "winter", "recognition", "motivation", "appraisal", "response", "feedback", "information_order", "findings", "withdrawn", "provisional_calendar", "cadence", "rhythm", "agenda", "start", "replication", "story", "change", "turns", "overrides", "by_evidence", "spread", "succession", "support")

    @property
    def schema(self) -> Literal["keyperson.brief/1"]:
        """schema"""
        return self._source["schema"]

    @property
    def as_of(self) -> datetime:
        """The instant of the question."""
        return self._once("as_of", lambda plain: instant(plain))

    @property
    def policy(self) -> str:
        """Name of the policy."""
        return self._source["policy"]

    @property
    def partner(self) -> str:
        """The partner."""
        return self._source["partner"]

    @property
    def partner_name(self) -> str | None:
        """Its name, where registered."""
        return self._source["partner_name"]

    @property
    def person(self) -> str:
        """The person."""
        return self._source["person"]

    @property
    def name(self) -> str | None:
        """The person's name, where registered."""
        return self._source["name"]

    @property
    def title(self) -> str | None:
        """The person's title, where registered."""
        return self._source["title"]

    @property
    def colleagues(self) -> Mapping[str, str]:
        """Names of the colleagues whom a remedy, the succession or the support unit speaks of, where registered, by id."""
        return self._once("colleagues", lambda plain: MappingProxyType(plain))

    @property
    def facts(self) -> int:
        """How many facts of the person were seen."""
        return self._source["facts"]

    @property
    def readiness(self) -> Readiness:
        """Whether the person is ready for the role, or what somebody set it to."""
        return self._source["readiness"]

    @property
    def fit(self) -> Fit:
        """The score with bounds, coverage and contributions."""
        return self._once("fit", lambda plain: Fit._of(plain))

    @property
    def traits(self) -> tuple[TraitEstimate, ...]:
        """The six traits, with their evidence."""
        return self._once("traits", lambda plain: tuple(TraitEstimate._of(item) for item in plain))

    @property
    def mismatches(self) -> tuple[Mismatch, ...]:
        """Strong traits wasted by weak ones, every pattern of the policy."""
        return self._once("mismatches", lambda plain: tuple(Mismatch._of(item) for item in plain))

    @property
    def remedies(self) -> Remedies:
        """What stands in the way, and what to change in the environment."""
        return self._once("remedies", lambda plain: Remedies._of(plain))

    @property
    def selection(self) -> Selection:
        """The gates of the selection."""
        return self._once("selection", lambda plain: Selection._of(plain))

    @property
    def ladder(self) -> Ladder:
        """The staged targets, with pace and odds."""
        return self._once("ladder", lambda plain: Ladder._of(plain))

    @property
    def lead_time(self) -> LeadTime:
        """Counts, conversion rates and lead time."""
        return self._once("lead_time", lambda plain: LeadTime._of(plain))

    @property
    def winter(self) -> Winter:
        """Winter or stagnation."""
        return self._once("winter", lambda plain: Winter._of(plain))

    @property
    def recognition(self) -> Recognition:
        """Recognition owed and given."""
        return self._once("recognition", lambda plain: Recognition._of(plain))

    @property
    def motivation(self) -> Motivation:
        """What was offered to the person."""
        return self._once("motivation", lambda plain: Motivation._of(plain))

    @property
    def appraisal(self) -> Overlap:
        """How far the ladder counts in the person's own appraisal."""
        return self._once("appraisal", lambda plain: Overlap._of(plain))

    @property
    def response(self) -> Response:
        """How soon each side answers the other."""
        return self._once("response", lambda plain: Response._of(plain))

    @property
    def feedback(self) -> Feedback:
        """What came of feedback."""
        return self._once("feedback", lambda plain: Feedback._of(plain))

    @property
    def information_order(self) -> InformationOrder:
        """In which order news was told."""
        return self._once("information_order", lambda plain: InformationOrder._of(plain))

    @property
    def findings(self) -> tuple[Finding, ...]:
        """Everything that needs attention, the most urgent first."""
        return self._once("findings", lambda plain: tuple(Finding._of(item) for item in plain))

    @property
    def withdrawn(self) -> tuple[str, ...]:
        """Facts that do not count because their dispute was upheld."""
        return self._once("withdrawn", lambda plain: tuple(plain))

    @property
    def provisional_calendar(self) -> bool:
        """Whether a date of this brief lies past the last official year of the holiday table."""
        return self._source["provisional_calendar"]

    @property
    def cadence(self) -> Cadence:
        """The regular meetings: planned, kept, next."""
        return self._once("cadence", lambda plain: Cadence._of(plain))

    @property
    def rhythm(self) -> Rhythm:
        """Peaks and valleys of the load."""
        return self._once("rhythm", lambda plain: Rhythm._of(plain))

    @property
    def agenda(self) -> Agenda:
        """What the next regular meetings are to talk about."""
        return self._once("agenda", lambda plain: Agenda._of(plain))

    @property
    def start(self) -> Start:
        """With which prospects to begin."""
        return self._once("start", lambda plain: Start._of(plain))

    @property
    def replication(self) -> Replication:
        """Which prospects to win as others were won."""
        return self._once("replication", lambda plain: Replication._of(plain))

    @property
    def story(self) -> Stories:
        """The stories of the wins."""
        return self._once("story", lambda plain: Stories._of(plain))

    @property
    def change(self) -> Change | None:
        """What changed since the last brief: since the latest regular meeting before the as-of at which the dashboard was shared, or else the latest weekly one. Absent where there was no meeting."""
        return self._once("change", lambda plain: None if plain is None else Change._of(plain))

    @property
    def turns(self) -> LoopTurns:
        """How often the partner's loop has turned."""
        return self._once("turns", lambda plain: LoopTurns._of(plain))

    @property
    def overrides(self) -> tuple[SetValue, ...]:
        """Values that somebody set and that hold, or ended lately: traits in their order, the readiness last."""
        return self._once("overrides", lambda plain: tuple(SetValue._of(item) for item in plain))

    @property
    def by_evidence(self) -> ByEvidence | None:
        """What follows from the evidence alone; absent where no override holds."""
        return self._once("by_evidence", lambda plain: None if plain is None else ByEvidence._of(plain))

    @property
    def spread(self) -> Spread:
        """How know-how and load are spread at the partner."""
        return self._once("spread", lambda plain: Spread._of(plain))

    @property
    def succession(self) -> Succession:
        """Who could follow, and what rests on the person."""
        return self._once("succession", lambda plain: Succession._of(plain))

    @property
    def support(self) -> Supports:
        """The vendor's and the partner's wheel, and what is owed."""
        return self._once("support", lambda plain: Supports._of(plain))


class Portfolio(PortfolioPage):
    """The answer for many people."""

    __slots__ = ()
    _FIELDS = ("schema", "as_of", "policy", "people", "partners", "left", "begin", "begin_standings")

    @property
    def schema(self) -> Literal["keyperson.portfolio/1"]:
        """schema"""
        return self._source["schema"]

    @property
    def as_of(self) -> datetime:
        """The instant of the question."""
        return self._once("as_of", lambda plain: instant(plain))

    @property
    def policy(self) -> str:
        """Name of the policy."""
        return self._source["policy"]

    @property
    def people(self) -> tuple[PersonRow, ...]:
        """Everybody who has not left: by readiness, then fit, then partner and person."""
        return self._once("people", lambda plain: tuple(PersonRow._of(item) for item in plain))

    @property
    def partners(self) -> tuple[PartnerRow, ...]:
        """Every partner, by id."""
        return self._once("partners", lambda plain: tuple(PartnerRow._of(item) for item in plain))

    @property
    def left(self) -> int:
        """How many people have left."""
        return self._source["left"]

    @property
    def begin(self) -> tuple[BeginRow, ...]:
        """Where to begin: partners without a win by the odds of an early first one, then those that may repeat theirs."""
        return self._once("begin", lambda plain: tuple(BeginRow._of(item) for item in plain))

    @property
    def begin_standings(self) -> tuple[BeginStanding, ...]:
        """How far the order of those that may begin can be relied on."""
        return self._once("begin_standings", lambda plain: tuple(BeginStanding._of(item) for item in plain))


class Change(Record):
    """What moved."""

    __slots__ = ()
    _FIELDS = ("from_", "to", "last_brief", "before", "after", "points", "reference", "rungs", "gates", "findings", "facts", "overrides")

    @property
    def from_(self) -> datetime:
        """The earlier instant."""
        return self._once("from", lambda plain: instant(plain))

    @property
    def to(self) -> datetime:
        """The later instant."""
        return self._once("to", lambda plain: instant(plain))

    @property
    def last_brief(self) -> str | None:
        """The meeting at which the brief of the earlier instant was shared; absent where an instant was asked for."""
        return self._source["last_brief"]

    @property
    def before(self) -> float | None:
        """Score at the earlier instant; absent where unknown."""
        return self._source["before"]

    @property
    def after(self) -> float | None:
        """Score at the later instant; absent where unknown."""
        return self._source["after"]

    @property
    def points(self) -> tuple[Contribution, ...]:
        """What each trait contributes to the change, those that changed only."""
        return self._once("points", lambda plain: tuple(Contribution._of(item) for item in plain))

    @property
    def reference(self) -> float:
        """What comes from other traits being known than before."""
        return self._source["reference"]

    @property
    def rungs(self) -> tuple[RungChange, ...]:
        """The rungs whose count or status is another, in the policy's order."""
        return self._once("rungs", lambda plain: tuple(RungChange._of(item) for item in plain))

    @property
    def gates(self) -> tuple[GatePassed, ...]:
        """The gates passed in between that still count, in their order."""
        return self._once("gates", lambda plain: tuple(GatePassed._of(item) for item in plain))

    @property
    def findings(self) -> tuple[NewGrounds, ...]:
        """The findings of the later instant that rest on facts in between, in their order."""
        return self._once("findings", lambda plain: tuple(NewGrounds._of(item) for item in plain))

    @property
    def facts(self) -> tuple[str, ...]:
        """The person's facts in between, by instant."""
        return self._once("facts", lambda plain: tuple(plain))

    @property
    def overrides(self) -> tuple[str, ...]:
        """Values that somebody set and that hold at one of the two instants only: begun, replaced or ended in between."""
        return self._once("overrides", lambda plain: tuple(plain))


class Trail(Record):
    """The numbers of one brief and the facts behind them."""

    __slots__ = ()
    _FIELDS = ("schema", "as_of", "policy", "partner", "person", "numbers", "contexts", "facts")

    @property
    def schema(self) -> Literal["keyperson.trail/1"]:
        """schema"""
        return self._source["schema"]

    @property
    def as_of(self) -> datetime:
        """The instant of the question."""
        return self._once("as_of", lambda plain: instant(plain))

    @property
    def policy(self) -> str:
        """Name of the policy."""
        return self._source["policy"]

    @property
    def partner(self) -> str:
        """The partner."""
        return self._source["partner"]

    @property
    def person(self) -> str:
        """The person."""
        return self._source["person"]

    @property
    def numbers(self) -> tuple[NumberTrail, ...]:
        """Every number, in the order of the brief."""
        return self._once("numbers", lambda plain: tuple(NumberTrail._of(item) for item in plain))

    @property
    def contexts(self) -> tuple[Context, ...]:
        """What numbers rest on, by name."""
        return self._once("contexts", lambda plain: tuple(Context._of(item) for item in plain))

    @property
    def facts(self) -> tuple[FactTrail, ...]:
        """Every fact of the person and of the whole partner, and those of others on which a number rests, by instant."""
        return self._once("facts", lambda plain: tuple(FactTrail._of(item) for item in plain))


class Ranking(Record):
    """The order of one group."""

    __slots__ = ()
    _FIELDS = ("standings", "comparisons", "separable")

    @property
    def standings(self) -> tuple[RankingStanding, ...]:
        """Everybody, in order."""
        return self._once("standings", lambda plain: tuple(RankingStanding._of(item) for item in plain))

    @property
    def comparisons(self) -> tuple[RankingComparison, ...]:
        """Each pair of neighbours."""
        return self._once("comparisons", lambda plain: tuple(RankingComparison._of(item) for item in plain))

    @property
    def separable(self) -> bool:
        """Whether the evidence tells at least two people apart."""
        return self._source["separable"]


class Schedule(Record):
    """The coming meetings of one person."""

    __slots__ = ()
    _FIELDS = ("partner", "person", "as_of", "zone", "meetings")

    @property
    def partner(self) -> str:
        """The partner."""
        return self._source["partner"]

    @property
    def person(self) -> str:
        """The person."""
        return self._source["person"]

    @property
    def as_of(self) -> datetime:
        """The instant of the question."""
        return self._once("as_of", lambda plain: instant(plain))

    @property
    def zone(self) -> str:
        """The zone by whose clock the meetings are."""
        return self._source["zone"]

    @property
    def meetings(self) -> tuple[Scheduled, ...]:
        """The meetings, by day, time and layer; empty without an appointment."""
        return self._once("meetings", lambda plain: tuple(Scheduled._of(item) for item in plain))


class BusinessDay(Record):
    """A day in a business calendar."""

    __slots__ = ()
    _FIELDS = ("is_business_day", "next_business_day", "provisional", "business_days_between", "after_days")

    @property
    def is_business_day(self) -> bool:
        """Whether it is one."""
        return self._source["is_business_day"]

    @property
    def next_business_day(self) -> date | None:
        """The first one strictly after it; absent after the last day of all."""
        return self._once("next_business_day", lambda plain: None if plain is None else date.fromisoformat(plain))

    @property
    def provisional(self) -> bool:
        """Whether the holidays of its year are not official yet."""
        return self._source["provisional"]

    @property
    def business_days_between(self) -> int | None:
        """Business days from it to `to`, negative backwards; absent where `to` was not asked for."""
        return self._source["business_days_between"]

    @property
    def after_days(self) -> date | None:
        """The day `days` business days after it; absent where `days` was not asked for, or beyond the last day."""
        return self._once("after_days", lambda plain: None if plain is None else date.fromisoformat(plain))


class Draft(Record):
    """A text to begin with."""

    __slots__ = ()
    _FIELDS = ("text",)

    @property
    def text(self) -> str:
        """The text, in Markdown; what the facts do not say is marked as a blank."""
        return self._source["text"]


class FindingText(Record):
    """What a finding says, in one language."""

    __slots__ = ()
    _FIELDS = ("title", "what", "since", "why", "change")

    @property
    def title(self) -> str:
        """A headline."""
        return self._source["title"]

    @property
    def what(self) -> str:
        """What was found."""
        return self._source["what"]

    @property
    def since(self) -> str | None:
        """Since when, as a part of a sentence without a full stop: `since Wed 1 Apr 2026`, `2026年4月1日（水）から`. Absent only for findings without evidence."""
        return self._source["since"]

    @property
    def why(self) -> str:
        """Why it matters."""
        return self._source["why"]

    @property
    def change(self) -> str:
        """What to change in the environment."""
        return self._source["change"]
