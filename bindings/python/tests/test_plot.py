"""Charts: each is drawn in both languages, as PNG and SVG, with the words that it should show."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest
import vl_convert

import keyperson as kp
import keyperson.plot

from conftest import AS_OF


@pytest.fixture(scope="module")
def charts() -> dict[str, dict[str, object]]:
    journal, _ = kp.simulate(3)
    portfolio = kp.portfolio(journal, as_of=AS_OF)
    begun = next(
        brief
        for row in portfolio.people
        if (brief := kp.brief(journal, person=row.person, as_of=AS_OF)).ladder.start is not None
    )
    return {
        language: {
            "ladder": keyperson.plot.ladder(begun, language=language),
            "traits": keyperson.plot.traits(begun, language=language),
            "ranking": keyperson.plot.ranking(portfolio, language=language),
            "heatmap": keyperson.plot.heatmap(portfolio, top=15, language=language),
            "funnel": keyperson.plot.funnel(portfolio, language=language),
        }
        for language in ("ja", "en")
    }


WORDS = {
    "ladder": {"ja": "達成確率", "en": "Odds"},
    "traits": {"ja": "意欲", "en": "Drive"},
    "ranking": {"ja": "適合度", "en": "Fit"},
    "heatmap": {"ja": "社内影響力", "en": "Influence"},
    "funnel": {"ja": "人数", "en": "People"},
}


@pytest.mark.parametrize("language", ["ja", "en"])
@pytest.mark.parametrize("name", WORDS)
def test_a_chart_is_drawn(name: str, language: str, charts: dict[str, dict[str, object]]) -> None:
    chart = charts[language][name]
    spec = chart.to_dict()  # type: ignore[attr-defined]
    svg = vl_convert.vegalite_to_svg(spec)
    assert WORDS[name][language].casefold() in svg.casefold()
    png = vl_convert.vegalite_to_png(spec, scale=2)
    assert png.startswith(b"\x89PNG") and len(png) > 5_000
    # Set to a folder to look at the pictures.
    if folder := os.environ.get("KEYPERSON_PICTURES"):
        Path(folder, f"{name}.{language}.png").write_bytes(png)


def test_people_of_one_name_have_rows_of_their_own() -> None:
    fact = {"at": "2026-01-05T09:00:00+09:00", "partner": "acme", "type": "person_registered", "name": "佐藤"}
    portfolio = kp.portfolio([{**fact, "id": f"f-{n}", "person": f"p-{n}"} for n in (1, 2)], as_of=AS_OF)
    for chart in (keyperson.plot.ranking(portfolio), keyperson.plot.heatmap(portfolio)):
        text = chart.to_json()
        assert "佐藤 (p-1)" in text or "佐藤 · acme (p-1)" in text


def test_a_partner_must_be_there() -> None:
    with pytest.raises(kp.KeypersonError) as raised:
        keyperson.plot.ranking(kp.portfolio([], as_of=AS_OF))
    assert raised.value.code == "unknown_partner"


def test_altair_is_asked_for_by_name(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "altair", None)
    with pytest.raises(kp.KeypersonError, match="keyperson\\[plot\\]"):
        keyperson.plot.funnel(kp.portfolio([], as_of=AS_OF))
