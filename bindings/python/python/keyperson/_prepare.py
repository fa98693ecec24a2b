"""What prepares a meeting or a message: the coming meetings, drafts of texts, business days."""

from __future__ import annotations

from typing import Any

from keyperson import _keyperson
from keyperson._dates import DateLike, text_of
from keyperson._journal import Facts, journal_handle
from keyperson._late import results
from keyperson._language import Language
from keyperson._policy import PolicyLike, handle_of

__all__ = ["announcement_draft", "business_day", "case_study_draft", "schedule"]


def schedule(facts: Facts, *, person: str, as_of: DateLike, policy: PolicyLike = None) -> results.Schedule:
    """The next regular meetings with a person, by the clock of the partner's place.

    Args:
        facts: A journal, or whatever one can be made of.
        person: Id of the person.
        as_of: When the question is asked; a day means its end in the policy's zone.
        policy: A policy, or what differs from the default one as a dictionary.

    Returns:
        The schedule: its `zone`, and its `meetings` by day and time; none without an appointment.

    Raises:
        KeypersonError: `unknown_person`; problems of facts or policy.

    Example:
        >>> import keyperson as kp
        >>> facts = [{"id": "f-1", "at": "2026-04-01T09:00:00+09:00", "partner": "acme", "person": "p-001",
        ...           "type": "gate", "gate": "appointed"}]
        >>> meeting = kp.schedule(facts, person="p-001", as_of="2026-04-30").meetings[0]
        >>> str(meeting.day), meeting.time, meeting.layer       # Tuesday 5 May and the day after are holidays
        ('2026-05-07', '09:00', 'weekly')
    """
    plain = _keyperson.schedule(journal_handle(facts), handle_of(policy), person, text_of(as_of, "as_of"))
    return results.Schedule._of(plain)  # pyright: ignore[reportPrivateUsage]


def announcement_draft(
    facts: Facts,
    *,
    person: str,
    as_of: DateLike,
    language: Language = "ja",
    policy: PolicyLike = None,
) -> results.Draft:
    """The draft of the message by which executives tell the company who leads.

    Args:
        facts: A journal, or whatever one can be made of.
        person: Id of the person.
        as_of: When the question is asked; a day means its end in the policy's zone.
        language: `ja` or `en`.
        policy: A policy, or what differs from the default one as a dictionary.

    Returns:
        The draft: its `text` is Markdown, and what the facts do not say is a marked blank.

    Raises:
        KeypersonError: `unknown_person`; `unknown_value` for another language; problems of facts or policy.

    Example:
        >>> import keyperson as kp
        >>> facts = [{"id": "f-1", "at": "2026-04-01T09:00:00+09:00", "partner": "acme", "person": "p-001",
        ...           "type": "person_registered", "name": "Ann Lee"}]
        >>> draft = kp.announcement_draft(facts, person="p-001", as_of="2026-04-30", language="en")
        >>> "Ann Lee" in draft.text
        True
    """
    plain = _keyperson.announcement_draft(
        journal_handle(facts), handle_of(policy), person, text_of(as_of, "as_of"), language
    )
    return results.Draft._of(plain)  # pyright: ignore[reportPrivateUsage]


def case_study_draft(
    facts: Facts,
    *,
    deal: str,
    as_of: DateLike,
    partner: str | None = None,
    language: Language = "ja",
    policy: PolicyLike = None,
) -> results.Draft:
    """The draft of the case study of a won deal.

    Args:
        facts: A journal, or whatever one can be made of.
        deal: Id of the deal.
        as_of: When the question is asked; a day means its end in the policy's zone.
        partner: Id of the partner; needed where several partners have a deal of that id.
        language: `ja` or `en`.
        policy: A policy, or what differs from the default one as a dictionary.

    Returns:
        The draft: its `text` is Markdown, and what the facts do not say is a marked blank.

    Raises:
        KeypersonError: `unknown_deal`; `contradiction` where the deal is not won, or where several partners have it
            and none is named; `unknown_value` for another language; problems of facts or policy.

    Example:
        >>> import keyperson as kp
        >>> facts = [{"id": "f-1", "at": "2026-04-01T09:00:00+09:00", "partner": "acme", "person": "p-001",
        ...           "type": "deal", "deal": "d-1", "stage": "won"}]
        >>> draft = kp.case_study_draft(facts, deal="d-1", as_of="2026-04-30", language="en")
        >>> "acme" in draft.text
        True
    """
    plain = _keyperson.case_study_draft(
        journal_handle(facts), handle_of(policy), (deal, partner), text_of(as_of, "as_of"), language
    )
    return results.Draft._of(plain)  # pyright: ignore[reportPrivateUsage]


def business_day(
    day: DateLike,
    *,
    calendar: str | None = None,
    to: DateLike | None = None,
    days: int | None = None,
    policy: PolicyLike = None,
) -> results.BusinessDay:
    """A day in a business calendar: whether it is worked, and how business days are counted from it.

    Args:
        day: The day.
        calendar: Name of the calendar, such as `japan`; the policy's where absent.
        to: Count the business days from `day` to this one.
        days: Find the day that is so many business days after `day`.
        policy: A policy, or what differs from the default one as a dictionary.

    Returns:
        The answer: `is_business_day`, `next_business_day`, `provisional`, and what `to` and `days` asked for.

    Raises:
        KeypersonError: `unknown_calendar`; a `day`, `to` or `days` that is none; problems of the policy.

    Example:
        >>> import keyperson as kp
        >>> golden_week = kp.business_day("2026-05-01", calendar="japan", to="2026-05-11")
        >>> str(golden_week.next_business_day), golden_week.business_days_between
        ('2026-05-07', 3)
    """
    question: dict[str, Any] = {"day": text_of(day, "day")}
    if calendar is not None:
        question["calendar"] = calendar
    if to is not None:
        question["to"] = text_of(to, "to")
    if days is not None:
        question["days"] = days
    plain = _keyperson.business_day(handle_of(policy), question)
    return results.BusinessDay._of(plain)  # pyright: ignore[reportPrivateUsage]
