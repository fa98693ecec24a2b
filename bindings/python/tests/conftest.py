"""What the tests share: made-up journals, and the guard that it is the installed package that is tested."""

from __future__ import annotations

import copy
import os
import pickle
from datetime import timedelta, timezone
from pathlib import Path
from typing import Any

import pytest

import keyperson as kp

ROOT = Path(__file__).resolve().parents[3]
AS_OF = "2026-04-30"
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


def pytest_configure(config: pytest.Config) -> None:
    installed = "site-packages" in str(Path(kp.__file__).resolve())
    if os.environ.get("KEYPERSON_FROM_WHEEL") == "1" and not installed:
        raise pytest.UsageError(f"keyperson is {kp.__file__}: not the installed wheel")


@pytest.fixture(scope="session")
def journal() -> kp.Journal:
    return kp.simulate(3)[0]


@pytest.fixture(scope="session")
def portfolio(journal: kp.Journal) -> kp.Portfolio:
    return kp.portfolio(journal, as_of=AS_OF)


@pytest.fixture(scope="session")
def brief(journal: kp.Journal, portfolio: kp.Portfolio) -> kp.Brief:
    return kp.brief(journal, person=portfolio.people[0].person, as_of=AS_OF)
