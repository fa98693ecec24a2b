"""Runs the code of the documentation's pages as a notebook would, and makes what they show.

A page's Python blocks run in order in one namespace and in a folder of their own; a block with a `title` that is no
Python is a file in that folder. What a block shows, the page shows below it, in one of these forms:

- a `text` block: compared, to the letter, with what was printed and the last expression's value;
- a picture or frame `shown/NAME.svg`, `shown/NAME.html`: made of the last expression's value;
- a snippet `shown/NAME.html`: made of the last expression's value, a table.

So a page cannot show what its code does not give, nor hide what it does.
"""

from __future__ import annotations

import ast
import contextlib
import io
import os
import re
import sys
import tempfile
import traceback
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import keyperson as kp

HERE = Path(__file__).resolve().parent
LANGUAGES = ("en", "ja")

_FENCE = re.compile(r'^```(\w*)(?: title="([^"]+)")?[^\n]*\n(.*?)^```$', re.MULTILINE | re.DOTALL)
_SHOWN = re.compile(r'\s*(?:!\[[^\]]*\]\(|<iframe [^>]*src="|--8<-- ")(?:\.\./)*(shown/[\w.-]+)')
_FILES = ("csv", "toml", "json", "jsonl")
_TOLD = ("sh", "sql", "text")

ENGINES = {"spark.md": "pysail"}
"""The package without which a page is not run; such packages come with servers, and have environments of their own."""


@dataclass
class Block:
    """A block of Python, and what the page shows below it."""

    line: int
    code: str
    text: str | None
    shown: str | None
    end: int
    text_end: int


def sources(language: str) -> list[Path]:
    """The pages of one language that are written by hand."""
    folder = HERE / language
    return sorted(
        path for path in folder.rglob("*.md") if path.relative_to(folder).parts[0] not in ("reference", "shown")
    )


def runs_here(page: Path) -> bool:
    """Whether the engine of a page is installed, if it needs one."""
    engine = ENGINES.get(page.name)
    return engine is None or find_spec(engine) is not None


def parts(page: Path) -> tuple[list[Block], dict[str, str]]:
    """A page's blocks of Python, and its files."""
    text = page.read_text(encoding="utf-8")
    blocks: list[Block] = []
    files: dict[str, str] = {}
    expected = -1
    for fence in _FENCE.finditer(text):
        kind, title, body = fence.groups()
        line = text.count("\n", 0, fence.start()) + 1
        if title and kind in _FILES:
            files[title] = body
        elif kind == "python":
            rest = text[fence.end() :]
            after = re.match(r"\s*```text\n(.*?)^```$", rest, re.MULTILINE | re.DOTALL)
            shown = _SHOWN.match(rest)
            expected = fence.end() + after.end() if after else -1
            blocks.append(
                Block(line, body, after and after.group(1), shown and shown.group(1), fence.end(), expected)
            )
        elif kind == "text" and fence.end() == expected:
            pass
        elif kind not in _TOLD or kind == "text":
            raise ValueError(f"{page}:{line}: a block of `{kind}` is neither run nor a file with a title")
    return blocks, files


def run(page: Path, *, write: bool = False, accept: bool = False) -> int:
    """Runs a page and compares. How many blocks there were.

    Args:
        page: The page.
        write: Write the pictures and tables that it shows.
        accept: Write what the code gives into the page, instead of comparing.
    """
    blocks, files = parts(page)
    accepted: list[tuple[Block, str]] = []
    language = page.relative_to(HERE).parts[0]
    names: dict[str, Any] = {"__name__": "__main__"}
    home = Path.cwd()
    with tempfile.TemporaryDirectory() as folder:
        for name, body in files.items():
            Path(folder, name).write_text(body, encoding="utf-8")
        os.chdir(folder)
        try:
            for block in blocks:
                said, value = _run_block(page, block, names)
                shows = said + ("" if value is None or block.shown else f"{value!r}\n")
                if accept:
                    accepted.append((block, shows))
                else:
                    _compare(page, block, shows)
                if block.shown:
                    made = _made(value, block.shown, language)
                    if write:
                        target = HERE / language / block.shown
                        target.parent.mkdir(exist_ok=True)
                        target.write_text(made, encoding="utf-8")
        finally:
            os.chdir(home)
            kp.options.language = "ja"
    if accept:
        _accept(page, accepted)
    return len(blocks)


def _accept(page: Path, accepted: list[tuple[Block, str]]) -> None:
    text = page.read_text(encoding="utf-8")
    for block, shows in reversed(accepted):
        below = f"\n\n```text\n{shows}```" if shows else ""
        text = text[: block.end] + below + text[max(block.end, block.text_end) :]
    page.write_text(text, encoding="utf-8")


def _run_block(page: Path, block: Block, names: dict[str, Any]) -> tuple[str, Any]:
    """What a block prints, and the value of its last expression."""
    tree = ast.parse(block.code)
    last = None
    if tree.body and isinstance(tree.body[-1], ast.Expr):
        last = ast.Expression(tree.body.pop().value)
    said = io.StringIO()
    value = None
    place = f"{page}:{block.line}"
    try:
        with contextlib.redirect_stdout(said):
            exec(compile(tree, place, "exec"), names)
            if last is not None:
                value = eval(compile(last, place, "eval"), names)
    except Exception as error:
        raise AssertionError(f"{place}: the code fails\n{traceback.format_exc()}") from error
    return said.getvalue(), value


def _compare(page: Path, block: Block, shows: str) -> None:
    if shows != (block.text or ""):
        raise AssertionError(
            f"{page}:{block.line}: the page shows\n{block.text or '(nothing)'}\nbut the code gives\n"
            f"{shows or '(nothing)'}\n(`python docs/pages.py --accept` writes that into the pages)"
        )


def _made(value: Any, shown: str, language: str) -> str:
    """The file that shows a value: its page, its picture, or its table."""
    if shown.endswith(".svg"):
        if isinstance(value, kp.Brief):
            return value.to_svg(language=kp.options.language)
        import vl_convert

        return vl_convert.vegalite_to_svg(value.to_dict())
    if hasattr(value, "to_html") and not hasattr(value, "columns"):
        return value.to_html(language=kp.options.language)
    table = re.sub(r"<style>.*?</style>", "", value._repr_html_(), flags=re.DOTALL)
    lines = [line.strip() for line in table.splitlines() if line.strip()]
    return f'<div class="shown-table" lang="{language}">' + "".join(lines) + "</div>\n"


if __name__ == "__main__":
    for language in LANGUAGES:
        for page in filter(runs_here, sources(language)):
            done = run(page, accept="--accept" in sys.argv[1:])
            print(f"{page.relative_to(HERE)}: {done} blocks")
