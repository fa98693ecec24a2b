"""Many threads at once, on every Python there is: with a GIL, and on free-threaded builds without one."""

from __future__ import annotations

import sys
import sysconfig
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import keyperson as kp

from conftest import AS_OF

THREADS = 8


def test_importing_keeps_the_gil_off_where_it_is_off() -> None:
    free_threaded = bool(sysconfig.get_config_var("Py_GIL_DISABLED"))
    enabled = getattr(sys, "_is_gil_enabled", lambda: True)()
    assert enabled is not free_threaded


def test_threads_ask_about_one_journal() -> None:
    journal, _ = kp.simulate(4)
    people = journal.people[:THREADS]
    alone = [kp.brief(journal, person=person, as_of=AS_OF).to_json() for person in people]
    portfolio = kp.portfolio(journal, as_of=AS_OF).to_json()
    together = Barrier(THREADS)

    def work(turn: int) -> tuple[list[str], str, float | None]:
        together.wait()
        order = people[turn:] + people[:turn]
        briefs = {person: kp.brief(journal, person=person, as_of=AS_OF).to_json() for person in order}
        score = kp.fit({"drive": 0.9, "time": turn / THREADS}).score
        return [briefs[person] for person in people], kp.portfolio(journal, as_of=AS_OF).to_json(), score

    with ThreadPoolExecutor(THREADS) as pool:
        answers = list(pool.map(work, range(THREADS)))
    for turn, (briefs, whole, score) in enumerate(answers):
        assert briefs == alone
        assert whole == portfolio
        assert score == kp.fit({"drive": 0.9, "time": turn / THREADS}).score


def test_threads_read_one_result() -> None:
    journal, _ = kp.simulate(3)
    # Each result is new, and its parts come when they are first read: here by all threads in the same moment.
    for person in journal.people[:10]:
        brief = kp.brief(journal, person=person, as_of=AS_OF)
        together = Barrier(THREADS)

        def work(_: int) -> tuple[object, ...]:
            together.wait()  # noqa: B023
            page = brief.to_html()  # noqa: B023
            return page, brief.traits, brief.findings, brief.ladder, brief.to_dict(), hash(brief), repr(brief)  # noqa: B023

        with ThreadPoolExecutor(THREADS) as pool:
            first, *others = pool.map(work, range(THREADS))
        assert all(other == first for other in others)
        assert kp.brief(journal, person=person, as_of=AS_OF) == brief


def test_threads_build_journals_and_tables() -> None:
    whole, _ = kp.simulate(2)
    table, records = whole.to_table(), whole.to_records()

    def work(turn: int) -> bool:
        made = kp.Journal.from_table(table) if turn % 2 else kp.Journal.from_records(records)
        return made == whole and made.to_table().to_dict() == table.to_dict()

    with ThreadPoolExecutor(THREADS) as pool:
        assert all(pool.map(work, range(2 * THREADS)))
