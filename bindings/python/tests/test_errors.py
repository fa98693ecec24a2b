"""Errors: one exception with code, path and hint; panics, interrupts and the doors' own codes."""

from __future__ import annotations

import copy
import pickle
import signal
import subprocess
import sys
import textwrap
import time
from datetime import date, datetime, timedelta, timezone
from decimal import Decimal
from pathlib import Path
from types import MappingProxyType
from typing import Any

import numpy as np
import pandas as pd
import pytest

import keyperson as kp

FACT = {"id": "f-1", "partner": "acme", "person": "p-1", "type": "allocation", "hours_per_week": 4}
TOKYO = timezone(timedelta(hours=9))


def error_of(call: Any, *arguments: Any, **options: Any) -> kp.KeypersonError:
    with pytest.raises(kp.KeypersonError) as raised:
        call(*arguments, **options)
    error = raised.value
    assert isinstance(error, ValueError) and error.problems and error.hint
    assert error.code == error.problems[0].code and error.path == error.problems[0].path
    again = pickle.loads(pickle.dumps(error))
    assert (str(again), again.problems, again.count) == (str(error), error.problems, error.count)
    assert copy.copy(error).code == error.code
    return error


def test_all_problems_are_told_with_their_places() -> None:
    records = [{**FACT, "at": "2026-01-05"}, {**FACT, "at": "2026-01-05T09:00:00+09:00", "hours_per_week": 999}]
    error = error_of(kp.Journal.from_records, records)
    assert [(p.line, p.code, p.path) for p in error.problems] == [
        (1, "bad_instant", "/at"),
        (2, "out_of_range", "/hours_per_week"),
    ]
    assert error.count == 2 and "bad_instant" in str(error)
    many = error_of(kp.Journal.from_json_lines, "{}\n" * 3000)
    assert len(many.problems) == 1000 and many.count > 3000


def test_unknown_people_are_told_by_argument() -> None:
    journal = kp.Journal.from_records([{**FACT, "at": "2026-01-05T09:00:00+09:00"}])
    error = error_of(kp.brief, journal, person="nobody", as_of="2026-01-31")
    assert (error.code, error.path) == ("unknown_person", "/person")
    assert error_of(kp.brief, journal, person="", as_of="2026-01-31").path == "/person"
    assert error_of(kp.brief, journal, person="p-1", as_of="soon").path == "/as_of"
    assert error_of(kp.compare, journal, person="p-1", since="x", as_of="2026-01-31").path == "/since"


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
    with pytest.raises(UnicodeEncodeError):
        kp.Journal.from_records([{**FACT, "at": at, "source": "\ud800"}])


@pytest.mark.parametrize(
    ("traits", "code", "path"),
    [
        ({"drvie": 0.5}, "unknown_field", "/drvie"),
        ({"drive": 1.5}, "out_of_range", "/drive"),
        ({"drive": float("nan")}, "not_finite", "/drive"),
        ({"drive": "0.5"}, "wrong_type", "/drive"),
        ({1: 0.5}, "unknown_field", "/1"),
    ],
)
def test_bad_traits(traits: Any, code: str, path: str) -> None:
    error = error_of(kp.fit, traits)
    assert (error.code, error.path) == (code, path)


@pytest.mark.parametrize("in_thread", [False, True])
def test_a_panic_is_an_error_and_the_next_call_works(in_thread: bool, capfd: pytest.CaptureFixture[str]) -> None:
    from keyperson import _keyperson

    error = error_of(_keyperson._planted_panic, in_thread)
    assert error.code == "internal_error" and "planted" in str(error)
    assert kp.ask({"do": "facts"}).startswith('{"answer"')


def test_files_that_are_not_there_or_no_text(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        kp.Journal.read(tmp_path / "nothing.jsonl")
    file = tmp_path / "sjis.jsonl"
    file.write_bytes(b"\n" * 5 + "{\"id\": \"山\"}".encode("shift_jis"))
    error = error_of(kp.Journal.read, file)
    assert (error.code, error.problems[0].line) == ("not_utf8", 6)
    assert error_of(kp.Journal.from_json_lines, b"\xff").code == "not_utf8"
    assert error_of(kp.Policy.from_toml, "[[[").code == "not_toml"


def test_tables_that_are_none() -> None:
    for bad in (object(), 5, None):
        with pytest.raises(TypeError, match="is no table"):
            kp.Journal.from_table(bad)


def test_every_code_of_this_side_has_a_case() -> None:
    """Codes beside the core's: naive_time is the core's, the others are provoked above and in test_tables."""
    from keyperson import _keyperson

    source = "".join(file.read_text(encoding="utf-8") for file in Path(kp.__file__).parent.glob("*.py"))
    tests = "".join(file.read_text(encoding="utf-8") for file in Path(__file__).parent.glob("test_*.py"))
    own = ["internal_error", "missing_package", "not_a_time"]
    for code in own:
        assert code not in _keyperson.CODES and code in tests
    assert "naive_time" in _keyperson.CODES and "wrong_type" in _keyperson.CODES and source


def test_ctrl_c_ends_a_long_call_within_200_ms() -> None:
    code = textwrap.dedent(
        """
        import sys, time
        import keyperson as kp
        journal, _ = kp.simulate(400)
        print("ready", flush=True)
        try:
            while True:
                kp.portfolio(journal, as_of="2026-04-30", progress=False)
        except KeyboardInterrupt:
            print(time.time(), flush=True)
        """
    )
    child = subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, text=True)
    assert child.stdout is not None
    assert child.stdout.readline().strip() == "ready"
    time.sleep(0.4)
    sent = time.time()
    child.send_signal(signal.SIGINT)
    ended = float(child.stdout.readline())
    child.stdout.close()
    assert child.wait(timeout=30) == 0
    assert ended - sent < 0.2, f"{ended - sent:.3f} s"


def test_the_gil_is_released_in_long_calls() -> None:
    import threading

    journal, _ = kp.simulate(60)
    ticks = 0
    done = threading.Event()

    def count() -> None:
        nonlocal ticks
        while not done.is_set():
            ticks += 1
            time.sleep(0.001)

    thread = threading.Thread(target=count)
    thread.start()
    started = time.perf_counter()
    kp.portfolio(journal, as_of="2026-04-30", progress=False)
    took = time.perf_counter() - started
    done.set()
    thread.join()
    # A thread that only sleeps gets on while the portfolio is worked out.
    assert ticks > took / 0.01, f"{ticks} ticks in {took:.3f} s"
