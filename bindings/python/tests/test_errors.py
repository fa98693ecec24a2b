"""Errors: one exception with code, path and hint; panics, interrupts and the doors' own codes."""

from __future__ import annotations

import copy
import pickle
import signal
import subprocess
import sys
import textwrap
import time
from pathlib import Path
from typing import Any

import pytest

import keyperson as kp

from conftest import FACT, error_of

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
    problem = error.problems[0]
    for again in (problem, pickle.loads(pickle.dumps(error)).problems[0], copy.deepcopy(error).problems[0]):
        assert again.text("ja") == again.text() == "`nobody` さんについての記録は、この基準日までに一つもありません"
        assert again.hint_in() == "id と基準日を確かめてください"
        assert (again.text("en"), again.hint_in("en")) == (problem.message, problem.hint) == tuple(again[3:])
    assert error_of(problem.text, "de").code == "unknown_value"
    assert error_of(kp.brief, journal, person="", as_of="2026-01-31").path == "/person"
    assert error_of(kp.brief, journal, person="p-1", as_of="soon").path == "/as_of"
    assert error_of(kp.change, journal, person="p-1", since="x", as_of="2026-01-31").path == "/since"


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


def test_ctrl_c_ends_a_long_call() -> None:
    code = textwrap.dedent(
        """
        import signal
        import keyperson as kp
        # Whoever starts tests in the background may have Ctrl-C ignored, which children inherit.
        signal.signal(signal.SIGINT, signal.default_int_handler)
        journal, _ = kp.simulate(400)
        print("ready", flush=True)
        try:
            while True:
                kp.portfolio(journal, as_of="2026-04-30", progress=False)
        except KeyboardInterrupt:
            print("interrupted", flush=True)
        """
    )
    child = subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, text=True)
    assert child.stdout is not None
    assert child.stdout.readline().strip() == "ready"
    time.sleep(0.4)
    child.send_signal(signal.SIGINT)
    # How soon is what `cargo xtask bench python` tells: here it would be the machine's load.
    assert child.stdout.readline().strip() == "interrupted"
    child.stdout.close()
    assert child.wait(timeout=30) == 0


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
