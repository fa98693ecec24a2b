"""The questions: a brief, a portfolio, a fit, a change."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from keyperson import _keyperson
from keyperson._dates import DateLike, text_of
from keyperson._journal import Facts, Journal, journal_of
from keyperson._keyperson import json_text
from keyperson._policy import Policy, PolicyLike, handle_of
from keyperson._progress import Progress, Reporter
from keyperson._results import Brief, Change, Fit, Portfolio

__all__ = ["ask", "brief", "compare", "fit", "portfolio", "simulate"]


def brief(facts: Facts, *, person: str, as_of: DateLike, policy: PolicyLike = None) -> Brief:
    """The brief of one person: who, how sure, what wastes what, what to change in the environment.

    Args:
        facts: A journal, or whatever one can be made of: a table that speaks Arrow, dictionaries, a path.
        person: Id of the person.
        as_of: When the question is asked; facts after it are not seen. A day means its end in the policy's zone.
        policy: A policy, or what differs from the default one as a dictionary.

    Returns:
        The brief; in a notebook it shows as the one-page.

    Raises:
        KeypersonError: `unknown_person` where no fact up to `as_of` names the person; problems of facts or policy.

    Example:
        >>> import keyperson as kp
        >>> facts = [
        ...     {"id": "f-1", "at": "2026-01-06T09:00:00+09:00", "partner": "acme", "person": "p-001",
        ...      "type": "rating", "trait": "drive", "value": 0.9, "by": "Sato"},
        ...     {"id": "f-2", "at": "2026-01-07T09:00:00+09:00", "partner": "acme", "person": "p-001",
        ...      "type": "allocation", "hours_per_week": 1}]
        >>> brief = kp.brief(facts, person="p-001", as_of="2026-01-31")
        >>> [mismatch.pattern for mismatch in brief.mismatches if mismatch.state == "present"]
        ['drive_without_time']
        >>> brief.remedies.remedies[0].code, brief.fit.unknown
        ('working_time', ('authority', 'skill', 'influence'))
    """
    journal = journal_of(facts)
    answer = _keyperson.brief(_handle(journal), handle_of(policy), person, text_of(as_of, "as_of"))
    return Brief._of(answer)  # pyright: ignore[reportPrivateUsage]


def portfolio(
    facts: Facts, *, as_of: DateLike, policy: PolicyLike = None, progress: Progress = None
) -> Portfolio:
    """Everybody at every partner: table in, table out.

    Each partner's people are ranked among themselves, so give whole partners: a table that holds half of a partner's
    facts gives half of its ranking.

    Args:
        facts: A journal, or whatever one can be made of: a table that speaks Arrow, dictionaries, a path.
        as_of: When the question is asked; a day means its end in the policy's zone.
        policy: A policy, or what differs from the default one as a dictionary.
        progress: True for a bar (needs tqdm), None for a bar beyond 1,000,000 facts where tqdm is there, False for
            none, or a function that is told the facts done so far.

    Returns:
        The portfolio: `.people` and `.partners`, and a table with one row a person (`.table`, `.to_polars()`,
        `.to_pandas()`, `.to_arrow()`, or itself wherever Arrow is spoken).

    Raises:
        KeypersonError: Problems of facts or policy; `unknown_calendar` for a partner's calendar that nobody defines.

    Example:
        >>> import keyperson as kp
        >>> facts = {"id": ["f-1", "f-2"], "at": ["2026-01-05T09:00:00+09:00"] * 2, "partner": ["acme"] * 2,
        ...          "person": ["p-1", "p-2"], "type": ["rating"] * 2, "trait": ["drive"] * 2,
        ...          "value": [0.9, 0.2], "by": ["Sato"] * 2}
        >>> kp.portfolio(facts, as_of="2026-04-30").table.to_dict()["person"]
        ['p-1', 'p-2']
    """
    journal = journal_of(facts)
    with Reporter(
        progress, total=len(journal), facts=len(journal), unit="facts", about="portfolio"
    ) as reporter:
        answer = _keyperson.portfolio(
            _handle(journal), handle_of(policy), text_of(as_of, "as_of"), reporter.callback
        )
    return Portfolio._of(answer)  # pyright: ignore[reportPrivateUsage]


def fit(traits: dict[str, float | None], *, policy: Policy | None = None) -> Fit:
    """The fit of trait values that are given, not estimated; fast enough to be called a million times.

    Args:
        traits: Values from 0 to 1 by trait (`keyperson.TRAITS`); None or absent: unknown, which is never zero.
        policy: The policy; the default one where absent.

    Returns:
        The fit: `score` (0 to 1, or None), bounds, coverage, and what each trait contributes.

    Raises:
        KeypersonError: `unknown_field` for a trait that does not exist, `wrong_type`, `out_of_range`, `not_finite`.

    Example:
        >>> import keyperson as kp
        >>> fit = kp.fit({"drive": 0.9, "time": 0.2})
        >>> round(fit.score, 3), round(fit.coverage, 3), fit.unknown
        (0.62, 0.417, ('authority', 'skill', 'influence'))
    """
    return Fit._of(  # pyright: ignore[reportPrivateUsage]
        _keyperson.fit(traits, None if policy is None else policy._handle)  # pyright: ignore[reportPrivateUsage]
    )


def compare(
    facts: Facts, *, person: str, since: DateLike, as_of: DateLike, policy: PolicyLike = None
) -> Change:
    """What moved a person's fit between two dates, trait by trait, with the facts that came in between.

    Args:
        facts: A journal, or whatever one can be made of.
        person: Id of the person.
        since: The earlier date.
        as_of: The later date.
        policy: A policy, or what differs from the default one as a dictionary.

    Returns:
        The change: `points` of the traits and `reference` sum to `after - before`.

    Raises:
        KeypersonError: `unknown_person`; problems of facts or policy.

    Example:
        >>> import keyperson as kp
        >>> rating = {"partner": "acme", "person": "p-1", "type": "rating", "trait": "drive", "by": "Sato"}
        >>> facts = [{"id": "f-1", "at": "2026-01-05T09:00:00+09:00", "value": 0.2, **rating},
        ...          {"id": "f-2", "at": "2026-03-05T09:00:00+09:00", "value": 0.9, **rating}]
        >>> change = kp.compare(facts, person="p-1", since="2026-02-01", as_of="2026-03-31")
        >>> change.after > change.before, change.facts
        (True, ('f-2',))
    """
    journal = journal_of(facts)
    plain = _keyperson.change(
        _handle(journal), handle_of(policy), person, text_of(since, "since"), text_of(as_of, "as_of")
    )
    return Change._of(plain)  # pyright: ignore[reportPrivateUsage]


def ask(question: str | Mapping[str, Any]) -> str:
    """The JSON form: one question in, the answer as text out, the same bytes in every language.

    Args:
        question: An object with `do` (`facts`, `policy`, `brief`, `portfolio`, `change`, …), as text or dictionary.

    Returns:
        `{"answer": …}`, or `{"errors": […], "count": n}`. A bad question is an answer too, never an exception.

    Example:
        >>> import keyperson as kp
        >>> kp.ask({"do": "facts", "facts": []})
        '{"answer":{"facts":0,"people":0,"partners":0}}'
    """
    return _keyperson.ask(question if isinstance(question, str) else json_text(question))


def simulate(
    partners: int = 12, *, seed: int | None = None, density: float = 1.0
) -> tuple[Journal, list[dict[str, Any]]]:
    """A made-up portfolio with known truth, from 2026-01-05 to 2026-04-30; about 755 facts a partner.

    Args:
        partners: How many partners.
        seed: Everything random follows from it.
        density: Factor on how often people are observed.

    Returns:
        The journal, and a dictionary a person: the true value of each trait, and the mismatches that hold.

    Example:
        >>> import keyperson as kp
        >>> journal, truth = kp.simulate(1)
        >>> len(journal.partners), set(kp.TRAITS) <= set(truth[0])
        (1, True)
    """
    handle, truth = _keyperson.simulate(partners, seed, density)
    return Journal._of(handle), truth  # pyright: ignore[reportPrivateUsage]


def _handle(journal: Journal) -> _keyperson.Journal:
    return journal._handle  # pyright: ignore[reportPrivateUsage]
