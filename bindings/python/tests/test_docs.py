"""The documentation's pages: their code runs against the installed package, and gives what they show."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

DOCS = Path(__file__).resolve().parents[1] / "docs"
sys.path.insert(0, str(DOCS))

import check  # noqa: E402
import pages  # noqa: E402

ALL = [page for language in pages.LANGUAGES for page in pages.sources(language)]


@pytest.mark.parametrize("page", ALL, ids=lambda page: str(page.relative_to(DOCS)))
def test_the_code_of_a_page_runs_and_gives_what_it_shows(page: Path) -> None:
    if not pages.runs_here(page):
        pytest.skip("runs with its engine, in tests_spark")
    assert pages.run(page) > 0


def test_both_languages_have_the_same_pages_with_as_much_code() -> None:
    counts = [
        {page.relative_to(DOCS / language).as_posix(): len(pages.parts(page)[0]) for page in pages.sources(language)}
        for language in pages.LANGUAGES
    ]
    assert counts[0] == counts[1]


@pytest.fixture
def page(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(pages, "HERE", tmp_path)
    (tmp_path / "en").mkdir()
    return tmp_path / "en" / "page.md"


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("```python\n1 + 1\n```\n\n```text\n3\n```\n", "but the code gives\n2"),
        ("```python\n1 + 1\n```\n", "the page shows\n\\(nothing\\)"),
        ("```python\nx = 1\n```\n\n```text\n1\n```\n", "but the code gives\n\\(nothing\\)"),
        ("```python\nnowhere\n```\n", "NameError"),
        ("```python\nimport keyperson as kp\nkp.options\n```\n\n![it](shown/it.svg)\n", "to_dict"),
    ],
)
def test_a_page_that_shows_something_else_fails(page: Path, text: str, says: str) -> None:
    page.write_text(text, encoding="utf-8")
    with pytest.raises((AssertionError, AttributeError), match=says):
        pages.run(page)


def test_a_page_that_is_right_passes_and_can_be_made_so(page: Path) -> None:
    page.write_text("```python\n1 + 1\n```\n\nand\n", encoding="utf-8")
    pages.run(page, accept=True)
    assert page.read_text(encoding="utf-8") == "```python\n1 + 1\n```\n\n```text\n2\n```\n\nand\n"
    assert pages.run(page) == 1


def test_a_block_that_is_not_run_is_refused(page: Path) -> None:
    page.write_text("```py\n1 + 1\n```\n", encoding="utf-8")
    with pytest.raises(ValueError, match="neither run nor a file"):
        pages.run(page)


@pytest.mark.parametrize(
    ("html", "problem"),
    [
        ('<a href="b.html#here">b</a> <a href="#x"></a><p id="x">', None),
        ('<a href="https://example.org/">elsewhere</a>', None),
        ('<a href="c.html">c</a>', "leads nowhere"),
        ('<a href="b.html#there">b</a>', "has no such anchor"),
        ('<a href="#y">y</a>', "has no such anchor"),
        ('<a href="../a.html">a</a>', "leads out of the site"),
        ('<a href="/b.html">b</a>', "is absolute"),
        ('<script src="https://example.org/x.js"></script>', "is loaded from outside"),
        ('<link rel="stylesheet" href="//example.org/x.css">', "is loaded from outside"),
        ('<img srcset="b.html 1x, https://example.org/x.png 2x">', "is loaded from outside"),
        ("<style>@import 'https://example.org/x.css';</style>", "is loaded from outside"),
        ('<p style="background: url(https://example.org/x.png)">', "is loaded from outside"),
        ('<iframe src="nowhere.html"></iframe>', "leads nowhere"),
    ],
)
def test_a_wrong_link_is_found(html: str, problem: str | None, tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text(html, encoding="utf-8")
    (tmp_path / "b.html").write_text('<p id="here">', encoding="utf-8")
    found, count = check.problems(tmp_path)
    assert count > 0
    assert len(found) == (0 if problem is None else 1)
    assert all(problem in line for line in found if problem)
