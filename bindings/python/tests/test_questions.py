"""Ranking, what-if, fits of tables: the further questions."""

from __future__ import annotations

import pickle
from datetime import date
from typing import Any

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import keyperson as kp

from conftest import AS_OF

FACTS: list[dict[str, Any]] = [
    {"id": "f-1", "at": "2026-01-06T09:00:00+09:00", "partner": "acme", "person": "p-001", "type": "rating",
     "trait": "drive", "value": 0.9, "by": "Sato"},
    {"id": "f-2", "at": "2026-01-07T09:00:00+09:00", "partner": "acme", "person": "p-001", "type": "allocation",
     "hours_per_week": 1},
]


def test_a_ranking_agrees_with_the_portfolio(journal: kp.Journal, portfolio: kp.Portfolio) -> None:
    for partner in portfolio.partners:
        ranking = kp.rank(journal, as_of=AS_OF, partner=partner.partner)
        rows = {row.person: row for row in portfolio.people if row.partner == partner.partner}
        assert [standing.person for standing in ranking.standings] == [
            row.person for row in portfolio.people if row.partner == partner.partner
        ]
        for standing in ranking.standings:
            row = rows[standing.person]
            assert (standing.best, standing.worst) == (row.best_rank, row.worst_rank)
        assert ranking.separable == partner.separable
        assert pickle.loads(pickle.dumps(ranking)) == ranking


def test_a_partner_must_be_known(journal: kp.Journal) -> None:
    for partner, code in (("nobody", "unknown_partner"), (None, "missing_field")):
        with pytest.raises(kp.KeypersonError) as raised:
            kp.rank(journal, as_of=AS_OF, partner=partner)
        assert (raised.value.code, raised.value.path) == (code, "/partner")
    with pytest.raises(kp.KeypersonError, match="unknown_partner"):
        kp.rank(FACTS, as_of="2025-12-31")


def test_a_remedy_supposed_gives_what_the_brief_says_of_it(journal: kp.Journal, portfolio: kp.Portfolio) -> None:
    """The core simulates remedies by itself; supposing their facts must come to the same fit."""
    checked = 0
    for row in portfolio.people:
        brief = kp.brief(journal, person=row.person, as_of=AS_OF)
        for remedy in brief.remedies.proposed:
            if remedy.unit is not None or remedy.fit_gain is None:
                continue
            what = kp.what_if(journal, person=row.person, as_of=AS_OF, remedies=[remedy.code])
            assert what.before == brief
            assert what.fit_gain == pytest.approx(remedy.fit_gain, abs=1e-9), (row.person, remedy.code)
            checked += 1
    assert checked >= 5


def test_a_trait_supposed_is_taken_as_stated() -> None:
    what = kp.what_if(FACTS, person="p-001", as_of="2026-01-31", traits={"time": 0.9, "skill": None})
    time = next(estimate for estimate in what.after.traits if estimate.trait == "time")
    assert time.mean == 0.9 and what.fit_gain is not None and what.fit_gain > 0
    assert what.cleared == ("drive_without_time",)
    assert pickle.loads(pickle.dumps(what)) == what
    assert set(what.odds) == {rung.code for rung in what.before.ladder.rungs}


def test_further_facts_supposed_are_those_of_a_longer_journal() -> None:
    more = {**FACTS[0], "id": "f-3", "at": "2026-01-08T09:00:00+09:00", "trait": "skill"}
    what = kp.what_if(FACTS, person="p-001", as_of="2026-01-31", supposed_facts=[more])
    assert what.after == kp.brief([*FACTS, more], person="p-001", as_of="2026-01-31")
    nothing = kp.what_if(FACTS, person="p-001", as_of="2026-01-31")
    assert nothing.before == nothing.after and nothing.fit_gain == 0


@pytest.mark.parametrize(
    ("options", "code", "path"),
    [
        ({"remedies": ["more_coffee"]}, "unknown_reference", "/remedies/0"),
        ({"traits": {"zeal": 0.5}}, "unknown_field", "/zeal"),
        ({"traits": {"time": 2}}, "out_of_range", "/time"),
        ({"supposed_facts": [{**FACTS[0], "value": 0.1}]}, "fact_conflict", "/id"),
        ({"person": "nobody"}, "unknown_person", "/person"),
    ],
)
def test_bad_suppositions(options: dict[str, Any], code: str, path: str) -> None:
    with pytest.raises(kp.KeypersonError) as raised:
        kp.what_if(FACTS, **{"person": "p-001", "as_of": "2026-01-31", **options})
    assert (raised.value.code, raised.value.path) == (code, path)


def test_a_trail_leads_from_numbers_to_facts_and_back(journal: kp.Journal, brief: kp.Brief) -> None:
    trail = kp.trail(journal, person=brief.person, as_of=AS_OF)
    score = next(number for number in trail.numbers if number.pointer == "/fit/score")
    alone = kp.trail(journal, person=brief.person, as_of=AS_OF, pointer="/fit/score")
    assert alone.numbers == (score,) and set(score.evidence) <= {fact.fact for fact in alone.facts}
    fact = kp.trail(journal, person=brief.person, as_of=AS_OF, fact=score.evidence[0])
    assert [entry.fact for entry in fact.facts] == [score.evidence[0]]
    assert "/fit/score" in {number.pointer for number in fact.numbers}
    asked = {"do": "trail", "facts": journal.to_json_lines(), "person": brief.person, "as_of": AS_OF}
    assert '{"answer":' + trail.to_json() + "}" == kp.ask(asked)


@pytest.mark.parametrize(
    ("options", "code", "path"),
    [
        ({"pointer": "/nothing/here"}, "unknown_number", "/pointer"),
        ({"fact": "nothing"}, "unknown_fact", "/fact"),
        ({"fact": ""}, "blank_text", "/fact"),
        ({"fact": "f-1", "pointer": "/fit"}, "contradiction", "/fact"),
        ({"person": "nobody"}, "unknown_person", "/person"),
    ],
)
def test_trails_that_are_not_there(options: dict[str, Any], code: str, path: str) -> None:
    with pytest.raises(kp.KeypersonError) as raised:
        kp.trail(FACTS, **{"person": "p-001", "as_of": "2026-01-31", **options})
    assert (raised.value.code, raised.value.path) == (code, path)


def test_a_schedule_has_days_times_and_a_zone() -> None:
    appointed = {**FACTS[0], "id": "f-3", "type": "gate", "gate": "appointed"}
    fact = {key: value for key, value in appointed.items() if key not in ("trait", "value", "by")}
    schedule = kp.schedule([fact], person="p-001", as_of="2026-04-30")
    assert (schedule.person, schedule.zone) == ("p-001", "Asia/Tokyo")
    days = [(meeting.day, meeting.time) for meeting in schedule.meetings]
    assert days == sorted(days) and len(days) > 3
    assert {meeting.layer for meeting in schedule.meetings} >= {"weekly", "monthly"}
    assert kp.schedule(FACTS, person="p-001", as_of="2026-04-30").meetings == ()


def test_a_finding_says_its_words_in_both_languages(brief: kp.Brief) -> None:
    for finding in brief.findings:
        japanese, english = finding.text("ja"), finding.text("en")
        assert finding.text() == japanese != english
        assert english.title and english.what and english.why
        assert pickle.loads(pickle.dumps(english)) == english
    with pytest.raises(kp.KeypersonError) as raised:
        brief.findings[0].text("fr")  # type: ignore[arg-type]
    assert (raised.value.code, raised.value.path) == ("unknown_value", "/language")


def test_days_are_given_as_dates_or_texts() -> None:
    text = kp.business_day("2026-05-01", to="2026-05-11", days=2, calendar="japan")
    assert kp.business_day(date(2026, 5, 1), to=date(2026, 5, 11), days=2, calendar="japan") == text
    assert (text.next_business_day, text.after_days) == (date(2026, 5, 7), date(2026, 5, 8))
    closed = kp.Policy.default().changed({"place": {"calendar": "weekdays"}})
    assert kp.business_day("2026-05-05", policy=closed).is_business_day
    for options, code, path in (
        ({"day": "soon"}, "bad_day", "/day"),
        ({"day": "2026-05-01", "days": "two"}, "wrong_type", "/days"),
        ({"day": "2026-05-01", "calendar": "mars"}, "unknown_calendar", "/calendar"),
    ):
        with pytest.raises(kp.KeypersonError) as raised:
            kp.business_day(**options)  # type: ignore[arg-type]
        assert (raised.value.code, raised.value.path) == (code, path)


values = st.none() | st.floats(0, 1)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.fixed_dictionaries(dict.fromkeys(kp.TRAITS, values)), min_size=1, max_size=20))
def test_a_table_of_fits_is_row_by_row_the_fit(rows: list[dict[str, float | None]]) -> None:
    frame = pl.DataFrame(rows, schema=dict.fromkeys(kp.TRAITS, pl.Float64))
    table = kp.fit_table(frame).to_dict()
    singles = [kp.fit(row) for row in rows]
    assert table["fit"] == [single.score for single in singles]
    assert table["coverage"] == pytest.approx([single.coverage for single in singles], abs=1e-12)


@settings(max_examples=60, deadline=None)
@given(st.fixed_dictionaries(dict.fromkeys(kp.TRAITS, values)))
def test_laws_of_a_fit(traits: dict[str, float | None]) -> None:
    fit = kp.fit(traits)
    known = [value for value in traits.values() if value is not None]
    assert (fit.score is None) == (not known)
    if fit.score is not None and fit.reference is not None:
        assert min(known) - 1e-12 <= fit.score <= max(known) + 1e-12
        assert fit.lower <= fit.interval_lower <= fit.interval_upper <= fit.upper
        total = sum(contribution.points for contribution in fit.contributions)
        assert total == pytest.approx(fit.score - fit.reference, abs=1e-12)
        more = kp.fit({name: None if value is None else min(1.0, value + 0.1) for name, value in traits.items()})
        assert more.score is not None and more.score >= fit.score


def test_bad_tables_of_fits() -> None:
    for frame, code, path in (
        (pl.DataFrame({"x": [1.0]}), "unknown_column", ""),
        (pl.DataFrame({"drive": ["0.5"]}), "wrong_type", "/drive"),
        (pl.DataFrame({"drive": [0.5, 1.5]}), "out_of_range", "/drive"),
        (pl.DataFrame({"drive": [float("nan")]}), "not_finite", "/drive"),
        (pl.DataFrame({"drive": [2**60]}), "not_finite", "/drive"),
    ):
        with pytest.raises(kp.KeypersonError) as raised:
            kp.fit_table(frame)
        assert (raised.value.code, raised.value.path) == (code, path)
    assert kp.fit_table(pl.DataFrame({"drive": [1, 0]})).to_dict()["fit"] == [1.0, 0.0]
    assert len(kp.fit_table(pl.DataFrame({"drive": []}, schema={"drive": pl.Float64}))) == 0


facts = st.builds(
    lambda index, minute, person, trait, value: {
        "id": f"f-{index}", "at": f"2026-01-{1 + index % 28:02}T09:{minute:02}:00+09:00", "partner": "acme",
        "person": f"p-{person}", "type": "rating", "trait": trait, "value": value, "by": "佐藤",
    },
    st.integers(0, 10**6), st.integers(0, 59), st.integers(0, 3), st.sampled_from(kp.TRAITS), st.floats(0, 1),
)


@settings(max_examples=40, deadline=None)
@given(st.lists(facts, min_size=1, max_size=30, unique_by=lambda fact: fact["id"]), st.randoms())
def test_order_repetition_and_the_way_in_never_change_an_answer(records: list[dict[str, Any]], random: Any) -> None:
    journal = kp.Journal.from_records(records)
    shuffled = [*records, *records[: len(records) // 2]]
    random.shuffle(shuffled)
    text = kp.portfolio(journal, as_of="2026-02-28").to_json()
    for way in (shuffled, pl.DataFrame(shuffled), journal.to_table()):
        assert kp.portfolio(way, as_of="2026-02-28").to_json() == text
    assert kp.Journal.from_json_lines(journal.to_json_lines()) == journal
