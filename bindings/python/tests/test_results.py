"""Results: frozen, comparable, copied, pickled, plain again; and shown in a notebook."""

from __future__ import annotations

import copy
import inspect
import json
import pickle
import pydoc
import subprocess
import sys
import typing
from datetime import date, datetime
from html.parser import HTMLParser
from typing import Any

import pytest

import keyperson as kp
import keyperson.plot
from keyperson import _results
from keyperson._record import Attribute

from conftest import AS_OF


def records(value: Any) -> list[kp.Record]:
    """A result and all results in it."""
    if isinstance(value, kp.Record):
        inner = [item for name in value._FIELDS for item in records(getattr(value, name))]
        return [value, *inner]
    if isinstance(value, tuple):
        return [item for part in value for item in records(part)]
    return []


def test_every_result_is_frozen_comparable_and_copied(brief: kp.Brief, portfolio: kp.Portfolio) -> None:
    found = records(brief) + records(portfolio)[:200] + [kp.fit({"drive": 0.5})]
    assert len({type(record) for record in found}) > 30
    for record in found:
        name = record._FIELDS[0]
        with pytest.raises(AttributeError, match="frozen"):
            setattr(record, name, 1)
        with pytest.raises(AttributeError, match="frozen"):
            delattr(record, name)
        with pytest.raises(AttributeError):
            record.no_such_attribute  # type: ignore[attr-defined]  # noqa: B018
        assert copy.copy(record) is record
        assert copy.deepcopy(record) is record
        again = pickle.loads(pickle.dumps(record))
        assert again == record and hash(again) == hash(record)
        assert again.to_json() == record.to_json()
        assert json.loads(record.to_json()) == record.to_dict()
        assert record != record.to_dict()
        assert repr(record).startswith(type(record).__name__ + "(")
        assert "\n" not in repr(record) and len(repr(record)) < 220
        with pytest.raises(TypeError, match="keyperson makes it"):
            type(record)()


def test_plain_data_is_a_copy(brief: kp.Brief) -> None:
    for record in (brief, brief.fit, brief.traits[0]):
        plain = record.to_dict()
        before = record.to_json()
        plain.clear()
        assert record.to_json() == before


def test_pickles_travel_to_another_process(brief: kp.Brief, portfolio: kp.Portfolio) -> None:
    code = "import pickle, sys; v = pickle.load(sys.stdin.buffer); sys.stdout.write(v.to_json())"
    for value in (brief, portfolio, brief.ladder):
        run = subprocess.run(
            [sys.executable, "-c", code], input=pickle.dumps(value), capture_output=True, check=True
        )
        assert run.stdout.decode() == value.to_json()


def test_dates_and_times_are_python_s(brief: kp.Brief) -> None:
    assert isinstance(brief.as_of, datetime) and brief.as_of.utcoffset() is not None
    assert brief.as_of.isoformat() == "2026-04-30T23:59:59.999999+09:00"
    assert brief.to_dict()["as_of"] == "2026-04-30T23:59:59.999999999+09:00"
    days = [finding.due for finding in brief.findings if finding.due is not None]
    assert days and all(type(day) is date for day in days)


class Frame(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))


def test_a_brief_shows_itself_in_a_frame_of_its_own(brief: kp.Brief) -> None:
    bundle = brief._repr_mimebundle_()
    assert {"text/plain", "text/html", "text/markdown", "image/svg+xml"} <= set(bundle)
    frame = Frame()
    frame.feed(bundle["text/html"])
    (tag, attributes), = frame.tags
    assert tag == "iframe" and attributes["sandbox"] == ""
    assert attributes["srcdoc"] == brief.to_html(language="ja")
    assert bundle["image/svg+xml"].startswith("<svg")
    assert "<script" not in attributes["srcdoc"]
    only = brief._repr_mimebundle_(include={"text/plain"})
    assert set(only) == {"text/plain"}
    assert "text/html" not in brief._repr_mimebundle_(exclude={"text/html"})


def test_pages_are_written_in_both_languages(brief: kp.Brief, portfolio: kp.Portfolio) -> None:
    assert "意欲" in brief.to_html(language="ja") and "Drive" in brief.to_html(language="en")
    assert "意欲" in brief.to_markdown(language="ja") and "意欲" in brief.to_text(language="ja")
    assert portfolio.to_html(language="ja") != portfolio.to_html(language="en")
    assert portfolio.to_csv().count("\n") == len(portfolio) + 1
    try:
        assert "意欲" in brief._repr_markdown_()
        kp.options.language = "en"
        assert "Drive" in brief._repr_markdown_()
    finally:
        kp.options.language = "ja"
    with pytest.raises(kp.KeypersonError) as raised:
        brief.to_html(language="fr")  # type: ignore[arg-type]
    assert raised.value.code == "unknown_value"
    with pytest.raises(ValueError, match="fr"):
        kp.options.language = "fr"  # type: ignore[assignment]


def test_policies_change_by_copies() -> None:
    default = kp.Policy.default()
    strict = default.changed({"fit": {"bar": 0.9}})
    assert default["fit"]["bar"] != 0.9 and strict["fit"]["bar"] == 0.9
    assert strict != default and hash(strict) != hash(default)
    assert kp.Policy.from_dict({"fit": {"bar": 0.9}}) == strict
    assert pickle.loads(pickle.dumps(strict)) == strict and copy.deepcopy(strict) is strict
    assert kp.Policy.from_dict(strict.to_dict()) == strict
    # What was taken out does not come back.
    assert strict.changed({"fit": {"rho": 0.5}})["fit"] == {**strict["fit"], "rho": 0.5}
    with pytest.raises(AttributeError, match="frozen"):
        strict.name = "x"  # type: ignore[misc]
    with pytest.raises(kp.KeypersonError) as raised:
        default.changed({"fit": {"bar": 2}})
    assert (raised.value.code, raised.value.path) == ("out_of_range", "/fit/bar")


def test_fit_of_values() -> None:
    fit = kp.fit({"drive": 0.9, "time": 0.2, "skill": None})
    assert fit.score == (1.5 * 0.9 + 1.0 * 0.2) / 2.5
    assert fit.score == fit.to_dict()["score"]
    assert "skill" in fit.unknown and fit.reference is not None
    assert sum(c.points for c in fit.contributions) == pytest.approx(fit.score - fit.reference, abs=1e-12)
    assert kp.fit({}).score is None
    whole = kp.fit(dict.fromkeys(kp.TRAITS, 0.7))
    assert whole.score == pytest.approx(0.7, abs=1e-15) and whole.coverage == 1.0
    assert whole.interval_lower == whole.interval_upper == whole.score
    strict = kp.Policy.default().changed({"fit": {"rho": -1}})
    assert kp.fit({"drive": 0.9, "time": 0.2}, policy=strict).score < fit.score  # type: ignore[operator]


def test_a_brief_of_later_facts_is_another(journal: kp.Journal, brief: kp.Brief) -> None:
    assert brief != kp.brief(journal, person=brief.person, as_of="2026-03-31")
    assert brief == kp.brief(journal, person=brief.person, as_of=AS_OF)


def test_points_sum_to_the_change(journal: kp.Journal, brief: kp.Brief) -> None:
    change = kp.change(journal, person=brief.person, since="2026-02-01", as_of=AS_OF)
    assert change.before is not None and change.after is not None
    total = sum(point.points for point in change.points) + change.reference
    assert total == pytest.approx(change.after - change.before, abs=1e-12)
    assert change.from_.isoformat().startswith("2026-02-01")


def test_the_result_classes_are_loaded_with_the_first_result() -> None:
    code = (
        "import sys, keyperson as kp; loaded = lambda: 'keyperson._results' in sys.modules; print(loaded()); "
        "assert 'Brief' in dir(kp) and not hasattr(kp, 'Nothing'); print(loaded()); "
        "{use}; print(loaded()); assert kp.Fit is type(kp.fit({{'drive': 0.5}}))"
    )
    for use in ("kp.fit({'drive': 0.5})", "kp.Brief", "from keyperson import *"):
        run = subprocess.run(
            [sys.executable, "-c", code.format(use=use)], capture_output=True, text=True, check=True
        )
        assert run.stdout.split() == ["False", "False", "True"]


def test_a_language_is_called_so_everywhere_and_is_japanese_where_none_is_given() -> None:
    of = [getattr(kp, name) for name in kp.__all__] + [getattr(keyperson.plot, name) for name in keyperson.plot.__all__]
    functions = [one for one in of if inspect.isfunction(one)]
    functions += [member for one in of if inspect.isclass(one) for _, member in inspect.getmembers(one, inspect.isfunction)]
    parameters = [parameter for one in functions for parameter in inspect.signature(one).parameters.values()]
    languages = [parameter for parameter in parameters if parameter.name.startswith("lang")]
    assert {(parameter.name, parameter.default) for parameter in languages} == {("language", "ja")}
    assert len(languages) >= 14 and kp.options.language == "ja"


def test_types_and_words_of_every_attribute_are_there_at_run_time() -> None:
    classes = [of for of in vars(_results).values() if inspect.isclass(of) and of.__module__ == _results.__name__]
    assert len(classes) > 100
    for of in classes:
        hints = typing.get_type_hints(of)
        for name in of._FIELDS:
            attribute = getattr(of, name)
            assert isinstance(attribute, Attribute) and typing.get_origin(hints[name]) is Attribute, (of, name)
            assert inspect.getdoc(attribute) and repr(attribute).startswith("Attribute["), (of, name)
        assert issubclass(of, kp.Record) and of.__doc__
    assert typing.get_type_hints(kp.Brief)["as_of"] == Attribute[datetime]
    assert repr(kp.Fit.score) == "Attribute[float | None]"
    said = pydoc.render_doc(kp.Fit, renderer=pydoc.plaintext)
    assert "score = Attribute[float | None]" in said and inspect.getdoc(kp.Fit.score) in said


def test_types_of_every_function_are_there_at_run_time() -> None:
    functions = {name: of for name in kp.__all__ if inspect.isfunction(of := getattr(kp, name))}
    hints = {name: typing.get_type_hints(of) for name, of in functions.items()}
    assert hints["brief"]["return"] is kp.Brief and hints["trail"]["return"] is kp.Trail
    assert all("return" in of for of in hints.values())
    assert typing.get_type_hints(kp.WhatIf) == {"before": kp.Brief, "after": kp.Brief}


def test_a_value_of_a_finding_is_of_the_type_that_it_says(brief: kp.Brief, portfolio: kp.Portfolio, journal: kp.Journal) -> None:
    briefs = [kp.brief(journal, person=row.person, as_of=AS_OF) for row in portfolio.people]
    values = [value for one in briefs for finding in one.findings for value in finding.values.values()]
    types = {"day": date, "word": str, "text": str, "names": tuple}
    assert {value.type for value in values} >= {"share", "count", "hours", "day", "word", "names"}
    for value in values:
        assert isinstance(value.value, types.get(value.type, (int, float))), value
        assert value.value is value.value and pickle.loads(pickle.dumps(value)) == value
