"""Progress of journals beyond a million facts: a bar of tqdm in a terminal and in a notebook, none where it is off."""

from __future__ import annotations

import fcntl
import os
import pty
import struct
import subprocess
import sys
import termios
import textwrap
from typing import Any

import nbformat
import pytest
from nbclient import NotebookClient

#: A million facts and some, of partners with one person each.
CODE = textwrap.dedent(
    """
    import pyarrow as pa
    import keyperson as kp

    n = 1_000_100
    of = pa.array([number % 5_000 for number in range(n)]).cast(pa.string())
    table = pa.table({
        "id": pa.array(range(n)), "at": pa.array([1767571200] * n, pa.timestamp("s", "UTC")),
        "partner": of, "person": of, "type": ["allocation"] * n, "hours_per_week": [4] * n,
    })
    journal = kp.Journal.from_table(tableOPTIONS)
    assert len(journal) == n
    assert len(kp.portfolio(journal, as_of="2026-04-30"OPTIONS)) == 5_000
    """
)
OPTIONS = pytest.mark.parametrize(("options", "shown"), [("", True), (", progress=False", False)], ids=["on", "off"])
BARS = ("keyperson: facts", "keyperson: portfolio")


@OPTIONS
def test_a_bar_in_a_terminal(options: str, shown: bool) -> None:
    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 120, 0, 0))
    child = subprocess.Popen([sys.executable, "-c", CODE.replace("OPTIONS", options)], stderr=theirs)
    os.close(theirs)
    written = b""
    while True:
        try:
            piece = os.read(ours, 65_536)
        except OSError:  # the child has closed its side
            break
        if not piece:
            break
        written += piece
    os.close(ours)
    text = written.decode()
    assert child.wait(timeout=60) == 0, text
    if shown:
        assert all(bar in text for bar in BARS) and "100%" in text
    else:
        assert text == ""


@OPTIONS
def test_a_bar_in_a_notebook(options: str, shown: bool) -> None:
    cell = nbformat.v4.new_code_cell(CODE.replace("OPTIONS", options))
    notebook = nbformat.v4.new_notebook(cells=[cell])
    NotebookClient(notebook, timeout=300, kernel_name="python3").execute()
    outputs: list[Any] = notebook.cells[0].outputs
    widgets = [output.data for output in outputs if output.output_type == "display_data"]
    assert [output for output in outputs if output.output_type != "display_data"] == []
    if shown:
        assert all("application/vnd.jupyter.widget-view+json" in widget for widget in widgets)
        assert all(any(bar in widget["text/plain"] for widget in widgets) for bar in BARS)
    else:
        assert widgets == []
