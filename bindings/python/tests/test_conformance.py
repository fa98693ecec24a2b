"""The language-neutral corpus through the wheel: pointers, problems and bytes, in the JSON form and typed."""

from __future__ import annotations

import hashlib
import json
from typing import Any

import pytest

import keyperson as kp

from conftest import ROOT
from parts import part

FOLDER = ROOT / "tests" / "conformance" / "cases"
MISSING = object()


def cases() -> list[Any]:
    found: list[Any] = []
    for file in sorted(FOLDER.glob("*.json")):
        for case in json.loads(file.read_text(encoding="utf-8"))["cases"]:
            found.append(pytest.param(case, id=case["id"]))
    return found


def question(case: dict[str, Any]) -> str:
    if "ask" in case:
        return json.dumps(case["ask"], ensure_ascii=False, separators=(",", ":"))
    if "ask_text" in case:
        return case["ask_text"]
    repeat = case["ask_repeat"]
    return repeat["prefix"] + repeat["unit"] * repeat["times"] + repeat["suffix"]


def at(document: Any, pointer: str) -> Any:
    for step in pointer.split("/")[1:]:
        step = step.replace("~1", "/").replace("~0", "~")
        if isinstance(document, list) and step.isdigit() and int(step) < len(document):
            document = document[int(step)]
        elif isinstance(document, dict) and step in document:
            document = document[step]
        else:
            return MISSING
    return document


def same(found: Any, wanted: Any) -> bool:
    if isinstance(found, bool) or isinstance(wanted, bool):
        return found is wanted
    if isinstance(found, list) and isinstance(wanted, list):
        return len(found) == len(wanted) and all(map(same, found, wanted))
    if isinstance(found, dict) and isinstance(wanted, dict):
        return found.keys() == wanted.keys() and all(same(found[key], wanted[key]) for key in wanted)
    return found == wanted


def matches(found: Any, wanted: Any) -> bool:
    keys = set(wanted) if isinstance(wanted, dict) else set()
    if keys == {"near", "atol"}:
        number = isinstance(found, (int, float)) and not isinstance(found, bool)
        return number and abs(found - wanted["near"]) <= wanted["atol"]
    if keys == {"absent"}:
        return found is MISSING
    if keys == {"length"}:
        return isinstance(found, (list, dict, str)) and len(found) == wanted["length"]
    if keys == {"contains"}:
        return contains(found, wanted["contains"])
    if keys == {"lacks"}:
        return found is not MISSING and not contains(found, wanted["lacks"])
    return found is not MISSING and same(found, wanted)


def contains(found: Any, wanted: Any) -> bool:
    if isinstance(found, str):
        return isinstance(wanted, str) and wanted in found
    if isinstance(found, list):
        if isinstance(wanted, dict):
            return any(isinstance(item, dict) and members(item, wanted) for item in found)
        return any(same(item, wanted) for item in found)
    return isinstance(found, dict) and isinstance(wanted, dict) and members(found, wanted)


def members(found: dict[str, Any], wanted: dict[str, Any]) -> bool:
    return all(matches(found.get(key, MISSING), value) for key, value in wanted.items())


@pytest.mark.parametrize("case", cases())
def test_json_form(case: dict[str, Any]) -> None:
    text = kp.ask(question(case))
    answer = json.loads(text)
    for pointer, wanted in case.get("expect", {}).items():
        # Pointers lead into the answer itself.
        found = at(answer, pointer)
        assert matches(found, wanted), f"{pointer}: {found!r} is not {wanted!r}"
    if "errors" in case:
        told = [{key: error[key] for key in ("code", "path")} for error in answer["errors"]]
        assert told == [{key: error[key] for key in ("code", "path")} for error in case["errors"]]
        for error, wanted in zip(answer["errors"], case["errors"]):
            assert "line" not in wanted or error["line"] == wanted["line"]
    assert hashlib.sha256(part(case, text).encode("utf-8")).hexdigest() == case["sha256"]


def typed() -> list[Any]:
    """The cases that ask what the typed form asks too, and are answered."""
    kinds = ("brief", "portfolio", "rank", "change", "what_if", "fit", "schedule", "trail", "draft", "business_day")
    chosen = (param for param in cases() if param.values[0].get("ask", {}).get("do") in kinds)
    return [param for param in chosen if "errors" not in param.values[0]]


def asked_typed(asked: dict[str, Any], journal: kp.Journal, policy: kp.Policy) -> Any:
    """The typed answer to a question of the JSON form."""
    dated = {"as_of": asked.get("as_of"), "policy": policy}
    given = {name: asked[name] for name in ("pointer", "fact", "partner", "language") if name in asked}
    if asked["do"] == "brief":
        return kp.brief(journal, person=asked["person"], since=asked.get("since"), **dated)
    if asked["do"] == "portfolio":
        return kp.portfolio(journal, **dated)
    if asked["do"] == "change":
        return kp.change(journal, person=asked["person"], since=asked["since"], **dated)
    if asked["do"] == "what_if":
        supposed = {name: asked[name] for name in ("traits", "remedies", "supposed_facts") if name in asked}
        return kp.what_if(journal, person=asked["person"], **supposed, **dated)
    if asked["do"] == "rank":
        return kp.rank(journal, partner=asked["partner"], **dated)
    if asked["do"] == "schedule":
        return kp.schedule(journal, person=asked["person"], **dated)
    if asked["do"] == "fit":
        return kp.fit(asked["traits"], policy=policy)
    if asked["do"] == "trail":
        return kp.trail(journal, person=asked["person"], **given, **dated)
    if asked["do"] == "business_day":
        asked = {name: asked[name] for name in ("day", "calendar", "to", "days") if name in asked}
        return kp.business_day(**asked, policy=policy)
    if asked["draft"] == "announcement":
        return kp.announcement_draft(journal, person=asked["person"], **given, **dated)
    return kp.case_study_draft(journal, deal=asked["deal"], **given, **dated)


@pytest.mark.parametrize("case", typed())
def test_typed_form(case: dict[str, Any]) -> None:
    asked = case["ask"]
    facts = asked.get("facts") or []
    journal = (
        kp.Journal.from_json_lines(facts) if isinstance(facts, str) else kp.Journal.from_records(facts)
    )
    result = asked_typed(asked, journal, kp.Policy.from_dict(asked.get("policy") or {}))
    text = '{"answer":' + result.to_json() + "}"
    assert hashlib.sha256(part(case, text).encode("utf-8")).hexdigest() == case["sha256"]
    assert same(result.to_dict(), json.loads(result.to_json()))
    visit(result)


def visit(value: Any) -> None:
    """Asks every attribute of a result, and of all results in it, for its value."""
    if isinstance(value, kp.Record):
        assert repr(value)
        for name in value._FIELDS:
            visit(getattr(value, name))
    elif isinstance(value, tuple):
        for item in value:
            visit(item)


def test_there_are_cases() -> None:
    assert len(cases()) >= 150
    assert len(typed()) >= 600
    kinds = [param.values[0]["ask"]["do"] for param in typed()]
    assert all(kinds.count(kind) >= 2 for kind in set(kinds)) and len(set(kinds)) == 10


def test_refused_questions_raise_the_same_codes_at_the_same_places() -> None:
    """What the core refuses of a question in the JSON form, it refuses in the typed form, at the same place."""
    checked = 0
    for param in cases():
        case = param.values[0]
        asked = case.get("ask", {})
        told = [(error["code"], error["path"]) for error in case.get("errors", [])]
        # An argument that is missing is Python's own matter.
        missing = any(code == "missing_field" for code, _ in told)
        if asked.get("do") not in ("trail", "draft", "business_day") or not told or missing:
            continue
        with pytest.raises(kp.KeypersonError) as raised:
            journal = kp.Journal.from_records(asked.get("facts") or [])
            asked_typed(asked, journal, kp.Policy.from_dict(asked.get("policy") or {}))
        assert [(p.code, p.path) for p in raised.value.problems] == told, case["id"]
        checked += 1
    assert checked >= 10


def test_refused_facts_raise_the_same_problems() -> None:
    """Errors of the typed form carry the codes, paths and hints of the JSON form."""
    checked = 0
    for param in cases():
        case = param.values[0]
        asked = case.get("ask", {})
        if "errors" not in case or asked.get("do") != "facts" or not isinstance(asked.get("facts"), list):
            continue
        told = json.loads(kp.ask(question(case)))["errors"]
        if any(not error["path"].startswith("/facts") for error in told):
            continue
        with pytest.raises(kp.KeypersonError) as raised:
            kp.Journal.from_records(asked["facts"])
        assert [(p.code, p.hint) for p in raised.value.problems] == [
            (error["code"], error["hint"]) for error in told
        ], case["id"]
        checked += 1
    assert checked >= 10
