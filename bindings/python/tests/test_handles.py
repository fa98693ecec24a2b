"""What keyperson did not make, or is of another kind, is a TypeError for every function and ends no process."""

from __future__ import annotations

import copy
import gc
import inspect
import pickle
import weakref
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest

import keyperson as kp
from keyperson import _keyperson

from conftest import AS_OF, FACT

WON = {"id": "f-2", "partner": "acme", "person": "p-1", "type": "deal", "deal": "d-1", "stage": "won"}
FACTS = [{**fact, "at": "2026-01-05T09:00:00+09:00"} for fact in (FACT, WON)]
HANDLES: dict[str, Any] = {
    "Journal": lambda: kp.Journal.from_records(FACTS),
    "Policy": lambda: kp.Policy.default().changed({"name": "ours"}),
    "Table": lambda: kp.Journal.from_records(FACTS).to_table(),
    "Brief": lambda: kp.brief(FACTS, person="p-1", as_of=AS_OF),
    "Portfolio": lambda: kp.portfolio(FACTS, as_of=AS_OF),
    "Fit": lambda: kp.fit({"drive": 0.9}),
    "Ranking": lambda: kp.rank(FACTS, as_of=AS_OF),
    "Trail": lambda: kp.trail(FACTS, person="p-1", as_of=AS_OF),
    "Schedule": lambda: kp.schedule(FACTS, person="p-1", as_of=AS_OF),
    "BusinessDay": lambda: kp.business_day("2026-05-01"),
    "Draft": lambda: kp.announcement_draft(FACTS, person="p-1", as_of=AS_OF),
    "FindingText": lambda: HANDLES["Brief"]().findings[0].text(),
    "Change": lambda: kp.change(FACTS, person="p-1", since="2026-01-31", as_of=AS_OF),
}
# How each function is asked with a journal and a policy; None where it takes neither.
ASKED: dict[str, Any] = {
    "announcement_draft": lambda journal, policy: kp.announcement_draft(journal, person="p-1", as_of=AS_OF, policy=policy),
    "ask": None,
    "brief": lambda journal, policy: kp.brief(journal, person="p-1", as_of=AS_OF, policy=policy),
    "business_day": lambda _, policy: kp.business_day("2026-05-01", policy=policy),
    "case_study_draft": lambda journal, policy: kp.case_study_draft(journal, deal="d-1", as_of=AS_OF, policy=policy),
    "change": lambda journal, policy: kp.change(journal, person="p-1", since="2026-01-31", as_of=AS_OF, policy=policy),
    "fit": lambda _, policy: kp.fit({"drive": 0.9}, policy=policy),
    "fit_table": lambda _, policy: kp.fit_table(kp.portfolio(FACTS, as_of=AS_OF).table, policy=policy),
    "portfolio": lambda journal, policy: kp.portfolio(journal, as_of=AS_OF, policy=policy),
    "rank": lambda journal, policy: kp.rank(journal, partner="acme", as_of=AS_OF, policy=policy),
    "schedule": lambda journal, policy: kp.schedule(journal, person="p-1", as_of=AS_OF, policy=policy),
    "simulate": None,
    "trail": lambda journal, policy: kp.trail(journal, person="p-1", as_of=AS_OF, policy=policy),
    "what_if": lambda journal, policy: kp.what_if(journal, person="p-1", as_of=AS_OF, policy=policy),
}


def unmade(name: str) -> list[Any]:
    """Objects of a class that keyperson did not make."""
    of = getattr(kp, name)
    below = type("Below", (of,), {"__init__": lambda self: None})
    emptied = below.__new__(below)
    return [of.__new__(of), object.__new__(of), below(), copy.copy(emptied)]


def test_every_function_is_known_here() -> None:
    """One that is added is asked, too."""
    functions = {name for name in kp.__all__ if inspect.isfunction(getattr(kp, name))}
    assert functions == set(ASKED)
    classes = {name for name in kp.__all__ if inspect.isclass(getattr(kp, name))}
    others = {"KeypersonError", "Problem", "Record", "WhatIf", "Finding", "Ladder", "PersonRow", "TraitEstimate"}
    assert classes == set(HANDLES) | others


@pytest.mark.parametrize("name", [name for name, ask in ASKED.items() if ask])
def test_functions_refuse_what_is_no_journal_and_no_policy(name: str) -> None:
    ask = ASKED[name]
    takes_facts = name not in ("business_day", "fit", "fit_table")
    journal, policy = HANDLES["Journal"](), HANDLES["Policy"]()
    ask(journal, policy)
    for bad in [*unmade("Journal"), *unmade("Policy"), policy, kp.Journal, journal._handle, None, 7, object(), iter([])]:
        if takes_facts:
            with pytest.raises((TypeError, kp.KeypersonError)):
                ask(bad, policy)
    for bad in [*unmade("Policy"), *unmade("Journal"), journal, kp.Policy, policy._handle, 7, "policy", [policy], object()]:
        with pytest.raises((TypeError, kp.KeypersonError)):
            ask(journal, bad)
    ask(journal, policy)


@pytest.mark.parametrize("name", HANDLES)
def test_everything_of_an_object_that_was_not_made_is_a_type_error(name: str) -> None:
    good = HANDLES[name]()
    names = [of for of in dir(type(good)) if not of.startswith("_")]
    assert len(names) > 2
    used = 0
    for bad in unmade(name):
        for attribute in names:
            member = inspect.getattr_static(type(good), attribute)
            if isinstance(member, (classmethod, staticmethod)) or isinstance(member, type(None)):
                continue
            required = 0
            if inspect.isfunction(member):
                parameters = list(inspect.signature(member).parameters.values())[1:]
                required = sum(1 for one in parameters if one.default is one.empty and one.kind is one.POSITIONAL_OR_KEYWORD)
            with pytest.raises(TypeError):
                found = getattr(bad, attribute)
                found(*[{}] * required)
            used += 1
        for whole in (repr, hash, pickle.dumps, lambda of: of == good, lambda of: good == of):
            try:
                whole(bad)
            except TypeError:
                pass
    assert used > 4


def test_journals_are_not_joined_with_anything_else() -> None:
    journal = HANDLES["Journal"]()
    for bad in [*unmade("Journal"), HANDLES["Policy"](), None, 7, journal._handle]:
        with pytest.raises(TypeError):
            journal | bad
        with pytest.raises(TypeError):
            bad | journal
    for bad in unmade("Journal"):
        with pytest.raises(TypeError):
            _ = journal == bad
        with pytest.raises(TypeError):
            len(bad)
        with pytest.raises(TypeError):
            list(bad)


def test_nothing_is_taken_out_of_what_was_made() -> None:
    for name, make in HANDLES.items():
        good = make()
        before = repr(good)
        for attribute in ("_handle", "_source", "_origin", "anything"):
            with pytest.raises(AttributeError):
                delattr(good, attribute)
        assert repr(good) == before, name


def test_handles_of_the_module_are_made_by_it_alone() -> None:
    for of in (_keyperson.Journal, _keyperson.Policy, _keyperson.Answer, _keyperson.Table):
        for make in (of, lambda of=of: of.__new__(of), lambda of=of: object.__new__(of)):
            with pytest.raises(TypeError):
                make()
        with pytest.raises(TypeError):
            type("Below", (of,), {})
    journal, policy = HANDLES["Journal"]()._handle, HANDLES["Policy"]()._handle
    others = [None, 7, "journal", object(), HANDLES["Journal"](), policy, _keyperson.FactsBuilder()]
    for bad in others:
        for call in (
            lambda: _keyperson.brief(bad, policy, "p-1", AS_OF, None),  # noqa: B023
            lambda: _keyperson.brief(journal, bad if bad is not policy else journal, "p-1", AS_OF, None),  # noqa: B023
            lambda: journal.merged(bad),  # noqa: B023
            lambda: journal.equals(bad),  # noqa: B023
            lambda: _keyperson.Journal.facts(bad),  # noqa: B023
        ):
            with pytest.raises(TypeError):
                call()


def test_a_builder_that_is_used_up_is_an_error() -> None:
    builder = _keyperson.FactsBuilder()
    builder.push(b"")
    builder.finish()
    for used in (lambda: builder.push(b"{}"), builder.finish):
        with pytest.raises(kp.KeypersonError, match="builder"):
            used()


def test_copies_and_pickles_are_the_same_and_outlive_what_they_were_made_of() -> None:
    for name, make in HANDLES.items():
        good = make()
        copies = [copy.copy(good), copy.deepcopy(good), pickle.loads(pickle.dumps(good))]
        proxy = weakref.proxy(good)
        assert repr(proxy) and all(one == good for one in copies), name
        del good
        gc.collect()
        for one in copies:
            assert repr(one)
    brief = kp.brief(HANDLES["Journal"](), person="p-1", as_of=AS_OF)
    gc.collect()
    assert brief.person == "p-1" and "p-1" in brief.to_html()


def test_a_journal_that_others_use_may_go() -> None:
    whole, _ = kp.simulate(1)
    text = whole.to_json_lines()
    person = whole.people[0]
    wanted = kp.brief(whole, person=person, as_of=AS_OF).to_json()

    def work(_: int) -> str:
        journal = kp.Journal.from_json_lines(text)
        brief = kp.brief(journal, person=person, as_of=AS_OF)
        del journal
        gc.collect()
        return brief.to_json()

    with ThreadPoolExecutor(8) as pool:
        assert set(pool.map(work, range(16))) == {wanted}
