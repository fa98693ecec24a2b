"""The questions: a brief, a portfolio, a fit, a change, the facts behind a number."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from keyperson import _keyperson
from keyperson._dates import DateLike, text_of
from keyperson._errors import KeypersonError
from keyperson._journal import Facts, Journal, arrow_of, journal_of, table_or_journal
from keyperson._keyperson import json_text
from keyperson._late import results
from keyperson._policy import Policy, PolicyLike, handle_of, handle_or_none
from keyperson._progress import Progress, Reporter
from keyperson._table import Table

__all__ = [
    "WhatIf",
    "ask",
    "brief",
    "change",
    "fit",
    "fit_table",
    "portfolio",
    "rank",
    "simulate",
    "trail",
    "what_if",
]


def brief(
    facts: Facts,
    *,
    person: str,
    as_of: DateLike,
    since: DateLike | None = None,
    policy: PolicyLike = None,
) -> results.Brief:
    """The brief of one person: who, how sure, what wastes what, what to change in the environment.

    Args:
        facts: A journal, or whatever one can be made of: a table that speaks Arrow, dictionaries, a path.
        person: Id of the person.
        as_of: When the question is asked; facts after it are not seen. A day means its end in the policy's zone.
        since: Since when changes are told; since the last brief on record where absent.
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
        >>> brief.remedies.proposed[0].code, brief.fit.unknown
        ('working_time', ('authority', 'skill', 'influence'))
    """
    journal = journal_of(facts)
    earlier = None if since is None else text_of(since, "since")
    answer = _keyperson.brief(_handle(journal), handle_of(policy), person, text_of(as_of, "as_of"), earlier)
    return results.Brief._of(answer)  # pyright: ignore[reportPrivateUsage]


def portfolio(
    facts: Facts,
    *,
    as_of: DateLike,
    policy: PolicyLike = None,
    progress: Progress = None,
    threads: int | None = None,
) -> results.Portfolio:
    """Everybody at every partner: table in, table out.

    A Parquet or Arrow file may be larger than memory: partners whose rows lie together are answered as they come, so
    sort the file by partner if you can. A stream (`pyarrow.RecordBatchReader`, a DuckDB relation) that is too long for
    memory goes through a temporary file. Each partner's people are ranked among themselves, so give whole partners: a table that holds half of a partner's
    facts gives half of its ranking.

    Args:
        facts: A journal, or whatever one can be made of: a table that speaks Arrow, dictionaries, a path.
        as_of: When the question is asked; a day means its end in the policy's zone.
        policy: A policy, or what differs from the default one as a dictionary.
        progress: True for a bar (needs tqdm), None for a bar beyond 1,000,000 facts where tqdm is there, False for
            none, or a function that is told the facts done so far.
        threads: How many threads may work, at least 1; as many as there are cores where absent. The answer is the
            same.

    Returns:
        The portfolio: `.people` and `.partners`, and a table with one row a person (`.table`, `.to_polars()`,
        `.to_pandas()`, `.to_arrow()`, or itself wherever Arrow is spoken).

    Raises:
        KeypersonError: Problems of facts or policy; `unknown_calendar` for a partner's calendar that nobody defines;
            `out_of_range` for `threads` below 1.

    Example:
        >>> import keyperson as kp
        >>> facts = {"id": ["f-1", "f-2"], "at": ["2026-01-05T09:00:00+09:00"] * 2, "partner": ["acme"] * 2,
        ...          "person": ["p-1", "p-2"], "type": ["rating"] * 2, "trait": ["drive"] * 2,
        ...          "value": [0.9, 0.2], "by": ["Sato"] * 2}
        >>> kp.portfolio(facts, as_of="2026-04-30").table.to_dict()["person"]
        ['p-1', 'p-2']
    """
    if threads is not None and threads < 1:
        raise KeypersonError._one(  # pyright: ignore[reportPrivateUsage]
            "out_of_range", f"`{threads}` threads cannot work", "give at least 1, or none", path="/threads"
        )
    given = table_or_journal(facts)
    count = given.facts()
    with Reporter(progress, total=count, facts=count, unit="facts", about="portfolio") as reporter:
        answer = _keyperson.portfolio(
            given, handle_of(policy), text_of(as_of, "as_of"), reporter.callback, threads
        )
    return results.Portfolio._of(answer)  # pyright: ignore[reportPrivateUsage]


def fit(traits: dict[str, float | None], *, policy: Policy | None = None) -> results.Fit:
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
    return results.Fit._of(_keyperson.fit(traits, handle_or_none(policy)))  # pyright: ignore[reportPrivateUsage]


def fit_table(
    table: Any,
    *,
    policy: Policy | None = None,
    bounds: bool = False,
    contributions: bool = False,
    mismatches: bool = False,
    top: int | None = None,
) -> Table:
    """The fits of many people at once: a table with a column a trait in, their scores out.

    Args:
        table: Anything that speaks Arrow, with numbers from 0 to 1 in columns named like traits
            (`keyperson.TRAITS`). A null is unknown, never zero; other columns are passed over.
        policy: The policy; the default one where absent.
        bounds: Also `lower` and `upper`: the fit with every unknown trait at the lower and at the upper end of its
            prior's interval.
        contributions: Also `contribution_<trait>` for each trait, in points of the fit against the policy's reference
            profile; null where the trait is unknown.
        mismatches: Also `mismatch_<pattern>` for each pattern of the policy: its probability, which is 0 or 1, because
            given values count as known exactly; null where one of its two traits is unknown.
        top: Also `rank`, from 1 to this number: the place of a row among those of its `partner`, the highest fit
            first and equal ones in the order of the table. Null beyond that number, and where the fit or the
            partner is null: an unknown fit is never among the best.

    Returns:
        A table with one row a row of the input, in its order: `fit` (null where no trait is known), `coverage`, and
        the columns asked for.

    Raises:
        TypeError: The object is no table.
        KeypersonError: `unknown_column` where no column is a trait, or `top` finds no column `partner`, `wrong_type`,
            `out_of_range` and `not_finite` with row and column.

    Example:
        >>> import keyperson as kp, polars as pl
        >>> people = pl.DataFrame({"partner": ["acme", "acme"], "drive": [0.9, 0.4], "time": [0.2, None]})
        >>> kp.fit_table(people).to_dict()["fit"]
        [0.62, 0.4]
        >>> kp.fit_table(people, top=1).to_dict()["rank"]
        [1, None]
    """
    columns = (bounds, contributions, mismatches, top)
    made = _keyperson.fit_table(arrow_of(table), handle_or_none(policy), columns)
    return Table._of(made, (_Fits(table, policy, columns), "fits"))  # pyright: ignore[reportPrivateUsage]


class _Fits:
    """What a table of fits was made of, to make it again."""

    def __init__(
        self, table: Any, policy: Policy | None, columns: tuple[bool, bool, bool, int | None]
    ) -> None:
        self.given, self.policy, self.columns = table, policy, columns

    @property
    def table(self) -> Table:
        bounds, contributions, mismatches, top = self.columns
        return fit_table(
            self.given,
            policy=self.policy,
            bounds=bounds,
            contributions=contributions,
            mismatches=mismatches,
            top=top,
        )


def rank(
    facts: Facts, *, as_of: DateLike, partner: str | None = None, policy: PolicyLike = None
) -> results.Ranking:
    """The people of one partner, in order, and where the evidence cannot tell them apart.

    Args:
        facts: A journal, or whatever one can be made of.
        as_of: When the question is asked; a day means its end in the policy's zone.
        partner: Id of the partner; may be left out where the facts are of one partner.
        policy: A policy, or what differs from the default one as a dictionary.

    Returns:
        The ranking: `standings` with the best and worst rank that the evidence allows, `comparisons` of neighbours.

    Raises:
        KeypersonError: `unknown_partner`; `missing_field` where the facts are of several partners and none is named;
            problems of facts or policy.

    Example:
        >>> import keyperson as kp
        >>> rating = {"at": "2026-01-05T09:00:00+09:00", "partner": "acme", "type": "rating", "trait": "drive",
        ...           "by": "Sato"}
        >>> facts = [{"id": "f-1", "person": "p-1", "value": 0.9, **rating},
        ...          {"id": "f-2", "person": "p-2", "value": 0.6, **rating}]
        >>> ranking = kp.rank(facts, as_of="2026-01-31")
        >>> [standing.person for standing in ranking.standings], ranking.comparisons[0].verdict
        (['p-1', 'p-2'], 'not_separable')
    """
    journal = journal_of(facts)
    if partner is None:
        partners = journal.partners
        if len(partners) != 1:
            raise KeypersonError._one(  # pyright: ignore[reportPrivateUsage]
                "missing_field",
                f"the facts are of {len(partners)} partners, and people are ranked within one",
                "name it: partner=…",
                path="/partner",
            )
        partner = partners[0]
    plain = _keyperson.rank(_handle(journal), handle_of(policy), partner, text_of(as_of, "as_of"))
    return results.Ranking._of(plain)  # pyright: ignore[reportPrivateUsage]


class WhatIf(NamedTuple):
    """A brief as it is, and as it would be under a supposition."""

    before: results.Brief
    """As it is."""
    after: results.Brief
    """As it would be."""

    @property
    def fit_gain(self) -> float | None:
        """By how much the fit would rise; None where it is unknown before or after."""
        before, after = self.before.fit.score, self.after.fit.score
        return None if before is None or after is None else after - before

    @property
    def cleared(self) -> tuple[str, ...]:
        """Patterns of mismatches that stand now and would not any more."""
        stands = ("present", "likely")
        then = {mismatch.pattern for mismatch in self.after.mismatches if mismatch.state in stands}
        return tuple(
            mismatch.pattern
            for mismatch in self.before.mismatches
            if mismatch.state in stands and mismatch.pattern not in then
        )

    @property
    def odds(self) -> dict[str, tuple[float | None, float | None]]:
        """The odds of each rung, before and after, by its code."""
        after = {rung.code: rung.odds for rung in self.after.ladder.rungs}
        return {rung.code: (rung.odds, after.get(rung.code)) for rung in self.before.ladder.rungs}

    def to_dict(self) -> dict[str, Any]:
        """Both briefs as plain data, as in their JSON."""
        return {"before": self.before.to_dict(), "after": self.after.to_dict()}

    def to_json(self) -> str:
        """Both briefs as JSON text, the same bytes as in every language."""
        return f'{{"before":{self.before.to_json()},"after":{self.after.to_json()}}}'


def what_if(
    facts: Facts,
    *,
    person: str,
    as_of: DateLike,
    traits: dict[str, float | None] | None = None,
    remedies: Iterable[str] = (),
    supposed_facts: Iterable[Mapping[str, Any]] = (),
    policy: PolicyLike = None,
) -> WhatIf:
    """Suppose a value, a remedy or further facts, and see the brief move. Nothing is kept.

    Args:
        facts: A journal, or whatever one can be made of.
        person: Id of the person.
        as_of: When the question is asked.
        traits: Values from 0 to 1 by trait, taken as stated.
        remedies: Codes of remedies of the policy, such as `working_time`.
        supposed_facts: Further facts of the partner, as dictionaries.
        policy: A policy, or what differs from the default one as a dictionary.

    Returns:
        The brief before and after, with `fit_gain`, `cleared` and `odds`; `to_json` and `to_dict` as other answers.

    Raises:
        KeypersonError: `unknown_person`, `unknown_reference` for a remedy that the policy does not have,
            `unknown_field` for a trait that does not exist; problems of facts or policy.

    Example:
        >>> import keyperson as kp
        >>> facts = [
        ...     {"id": "f-1", "at": "2026-01-06T09:00:00+09:00", "partner": "acme", "person": "p-001",
        ...      "type": "rating", "trait": "drive", "value": 0.9, "by": "Sato"},
        ...     {"id": "f-2", "at": "2026-01-07T09:00:00+09:00", "partner": "acme", "person": "p-001",
        ...      "type": "allocation", "hours_per_week": 1}]
        >>> what = kp.what_if(facts, person="p-001", as_of="2026-01-31", remedies=["working_time"])
        >>> what.cleared, round(what.fit_gain, 2)
        (('drive_without_time',), 0.28)
    """
    journal = journal_of(facts)
    supposed = {"traits": traits or {}, "remedies": list(remedies), "facts": list(supposed_facts)}
    before, after = _keyperson.what_if(
        _handle(journal), handle_of(policy), person, text_of(as_of, "as_of"), supposed
    )
    return WhatIf(results.Brief._of(before), results.Brief._of(after))  # pyright: ignore[reportPrivateUsage]


def change(
    facts: Facts, *, person: str, since: DateLike, as_of: DateLike, policy: PolicyLike = None
) -> results.Change:
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
        >>> change = kp.change(facts, person="p-1", since="2026-02-01", as_of="2026-03-31")
        >>> change.after > change.before, change.facts
        (True, ('f-2',))
    """
    journal = journal_of(facts)
    plain = _keyperson.change(
        _handle(journal), handle_of(policy), person, text_of(since, "since"), text_of(as_of, "as_of")
    )
    return results.Change._of(plain)  # pyright: ignore[reportPrivateUsage]


def trail(
    facts: Facts,
    *,
    person: str,
    as_of: DateLike,
    pointer: str | None = None,
    fact: str | None = None,
    policy: PolicyLike = None,
) -> results.Trail:
    """The facts behind every number of a brief, and the numbers that each fact moves.

    Args:
        facts: A journal, or whatever one can be made of.
        person: Id of the person.
        as_of: When the question is asked; a day means its end in the policy's zone.
        pointer: JSON pointer into the brief, such as `/fit/score`: only the number there, or those below it.
        fact: Id of a fact: only this fact, and the numbers that name it. Give `pointer` or `fact`, not both.
        policy: A policy, or what differs from the default one as a dictionary.

    Returns:
        The trail: `numbers`, each with its facts, and `facts`, each with its numbers.

    Raises:
        KeypersonError: `unknown_person`; `unknown_number` and `unknown_fact` for a pointer or fact that the trail does
            not have, `contradiction` for both at once; problems of facts or policy.

    Example:
        >>> import keyperson as kp
        >>> facts = [{"id": "f-1", "at": "2026-01-06T09:00:00+09:00", "partner": "acme", "person": "p-001",
        ...           "type": "rating", "trait": "drive", "value": 0.9, "by": "Sato"}]
        >>> trail = kp.trail(facts, person="p-001", as_of="2026-01-31", pointer="/fit/score")
        >>> trail.numbers[0].pointer, trail.numbers[0].evidence
        ('/fit/score', ('f-1',))
    """
    journal = journal_of(facts)
    plain = _keyperson.trail(
        _handle(journal), handle_of(policy), person, text_of(as_of, "as_of"), (pointer, fact)
    )
    return results.Trail._of(plain)  # pyright: ignore[reportPrivateUsage]


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
