"""The page on engines: its code runs on Sail, and gives what it shows."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from conftest import SAIL

DOCS = Path(__file__).resolve().parents[1] / "docs"
sys.path.insert(0, str(DOCS))

import pages  # noqa: E402


@pytest.mark.skipif(not SAIL, reason="the page runs on Sail")
@pytest.mark.parametrize("language", pages.LANGUAGES)
def test_the_page_gives_what_it_shows(language: str) -> None:
    assert pages.run(DOCS / language / "howto/spark.md") > 0
