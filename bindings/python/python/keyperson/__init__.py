"""Who moves a partnership, how sure we are, and what to do this week.

Facts say what happened, the policy says what we believe, the date says when we ask; everything else follows:

>>> import keyperson as kp
>>> journal, truth = kp.simulate(2)                # or kp.Journal.read("facts.jsonl"), kp.Journal.from_table(df)
>>> portfolio = kp.portfolio(journal, as_of="2026-04-30")
>>> brief = kp.brief(journal, person=portfolio.people[0].person, as_of="2026-04-30")
>>> brief.readiness in ("ready", "ready_with_support", "unknown", "not_yet")
True

In a notebook a brief shows as one page, in Japanese or English (`kp.options.language = "en"`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from keyperson._ask import (
    WhatIf,
    ask,
    brief,
    change,
    fit,
    fit_table,
    portfolio,
    rank,
    simulate,
    trail,
    what_if,
)
from keyperson._errors import KeypersonError, Problem
from keyperson._journal import Journal
from keyperson._keyperson import MAPPINGS as _MAPPINGS
from keyperson._keyperson import TRAITS as _TRAITS
from keyperson._keyperson import __version__
from keyperson._options import options
from keyperson._policy import Policy
from keyperson._prepare import announcement_draft, business_day, case_study_draft, schedule
from keyperson._record import Record
from keyperson._table import Table

if TYPE_CHECKING:
    from keyperson._results import (
        Brief,
        BusinessDay,
        Change,
        Draft,
        Finding,
        FindingText,
        Fit,
        Ladder,
        PersonRow,
        Portfolio,
        Ranking,
        Schedule,
        Trail,
        TraitEstimate,
    )

TRAITS: tuple[str, ...] = tuple(_TRAITS)
"""The six traits: authority 権限, drive 意欲, time 時間, skill 技術知識, influence 社内影響力, track record 実績."""

MAPPINGS: tuple[str, ...] = tuple(_MAPPINGS)
"""Names of the mappings that are shipped for exports."""

__all__ = [
    "MAPPINGS",
    "TRAITS",
    "Brief",
    "BusinessDay",
    "Change",
    "Draft",
    "Finding",
    "FindingText",
    "Fit",
    "Journal",
    "KeypersonError",
    "Ladder",
    "PersonRow",
    "Policy",
    "Portfolio",
    "Problem",
    "Ranking",
    "Record",
    "Schedule",
    "Table",
    "Trail",
    "TraitEstimate",
    "WhatIf",
    "__version__",
    "announcement_draft",
    "ask",
    "brief",
    "business_day",
    "case_study_draft",
    "change",
    "fit",
    "fit_table",
    "options",
    "portfolio",
    "rank",
    "schedule",
    "simulate",
    "trail",
    "what_if",
]


def __getattr__(name: str) -> Any:
    """The result classes, loaded when they are first asked for: they are most of what an import would take."""
    if name in __all__:
        from keyperson import _results

        found = getattr(_results, name)
        globals()[name] = found
        return found
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
