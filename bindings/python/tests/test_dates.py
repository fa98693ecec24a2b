"""Dates, times and numbers as people of Python have them: taken, or refused with a word on how to mend them."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from types import MappingProxyType
from typing import Any

import numpy as np
import pandas as pd
import pytest

import keyperson as kp

from conftest import FACT, TOKYO, error_of


@pytest.mark.parametrize(
    "as_of",
    [
        "2026-04-30",
        date(2026, 4, 30),
        np.datetime64("2026-04-30"),
        datetime(2026, 4, 30, 23, 59, 59, 999_999, tzinfo=TOKYO),
        pd.Timestamp("2026-04-30T23:59:59.999999999+09:00"),
        pd.Timestamp("2026-04-30").date(),
    ],
)
def test_dates_of_every_kind(as_of: Any) -> None:
    journal = kp.Journal.from_records([{**FACT, "at": "2026-01-05T09:00:00+09:00"}])
    brief = kp.brief(journal, person="p-1", as_of=as_of)
    assert brief.as_of == datetime(2026, 4, 30, 23, 59, 59, 999_999, tzinfo=TOKYO)


@pytest.mark.parametrize(
    ("as_of", "code", "mend"),
    [
        (datetime(2026, 4, 30), "naive_time", "tzinfo"),
        (pd.Timestamp("2026-04-30"), "naive_time", "tz_localize"),
        (np.datetime64("2026-04-30T09:00"), "naive_time", "Asia/Tokyo"),
        (np.datetime64("2026-04"), "naive_time", ".date()"),
        (pd.NaT, "not_a_time", "dropna"),
        (np.datetime64("NaT"), "not_a_time", "unknown"),
        (None, "wrong_type", "2026-04-30"),
        (20260430, "wrong_type", "2026-04-30"),
    ],
)
def test_no_date_is_guessed(as_of: Any, code: str, mend: str) -> None:
    error = error_of(kp.portfolio, [], as_of=as_of)
    assert (error.code, error.path) == (code, "/as_of") and mend in error.hint
    if code != "wrong_type":
        assert error_of(kp.Journal.from_records, [{**FACT, "at": as_of}]).code == code


def test_records_take_what_python_people_have() -> None:
    plain = kp.Journal.from_records([{**FACT, "at": "2026-01-05T09:00:00+09:00"}])
    at = datetime(2026, 1, 5, 9, tzinfo=TOKYO)
    hours = [np.float64(4), np.int64(4), np.int8(4), Decimal(4), 4.0]
    for value in hours:
        assert kp.Journal.from_records([{**FACT, "at": at, "hours_per_week": value}]) == plain
    assert kp.Journal.from_records([MappingProxyType({**FACT, "at": pd.Timestamp(at), "source": None})]) == plain
    assert kp.Journal.from_records([{**FACT, "at": at, "source": pd.NA}]) == plain
    assert error_of(kp.Journal.from_records, [{**FACT, "at": at, "hours_per_week": float("nan")}]).code == "not_finite"
    assert error_of(kp.Journal.from_records, [{**FACT, "at": at, "hours_per_week": object()}]).code == "wrong_type"
    assert error_of(kp.Journal.from_records, [{**FACT, "at": at, 1: 2}]).code == "wrong_type"
    assert error_of(kp.Journal.from_records, [{**FACT, "at": at, "hours_per_week": 10**30}]).code == "out_of_range"
    deep: Any = []
    for _ in range(200):
        deep = [deep]
    assert error_of(kp.Journal.from_records, [{**FACT, "at": deep}]).code == "too_deep"
    circle: list[Any] = []
    circle.append(circle)
    assert error_of(kp.Journal.from_records, [{**FACT, "at": circle}]).code == "too_deep"
    assert error_of(kp.Journal.from_records, [{**FACT, "at": at, "source": "\ud800"}]).code == "not_utf8"
