"""What the tests share: made-up journals, and the guard that it is the installed package that is tested."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

import keyperson as kp

ROOT = Path(__file__).resolve().parents[3]
AS_OF = "2026-04-30"


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
