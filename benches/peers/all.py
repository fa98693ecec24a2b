"""Everything that is measured beside other libraries, as one table in `docs`: `cargo xtask bench peers`.

Same work on the same made-up input, in turns; results are compared before anything is timed, and medians of at least five
rounds count. `--quick` measures small sizes, and writes nothing.
"""

from __future__ import annotations

import json
import os
import platform
import sys
from dataclasses import asdict
from pathlib import Path

import fit_tables
import imports
import portfolios
from common import Row

DOCS = Path(__file__).resolve().parents[2] / "docs"


def markdown(rows: list[Row]) -> str:
    lines = [
        "# Speed beside other libraries",
        "Made by `cargo xtask bench peers`, on a machine with "
        f"{os.cpu_count()} cores ({platform.machine()}). Every group did the same work on the same made-up input in one run, in turns. "
        "The results were compared first. Times are medians of at least five rounds; another machine has other times, but much the "
        "same ratios. `benches/peers` has the code.",
        "",
        "“Ratio” says how many times as long it took as keyperson. “Memory” is the most that the process held, the interpreter "
        "included.",
    ]
    work = None
    for row in rows:
        if row.work != work:
            work = row.work
            lines += ["", f"## {work[0].upper()}{work[1:]}", "| size | who | time | per row | ratio | memory |", "| ---: | --- | ---: | ---: | ---: | ---: |"]
        if row.exponent is not None:
            lines.append(f"| {row.size:,} | {row.who} | grows with the size to the power of {row.exponent:.2f} | | | |")
            continue
        seconds = row.seconds or 0.0
        took = f"{seconds:.2f} s" if seconds >= 1 else f"{seconds * 1e3:.1f} ms"
        each = seconds / row.size
        per = f"{each * 1e6:.2f} µs" if each >= 1e-7 else f"{each * 1e9:.2f} ns"
        memory = f"{row.megabytes:,.0f} MB" if row.megabytes else ""
        lines.append(f"| {row.size:,} | {row.who} | {took} | {per} | {row.ratio:.2f} | {memory} |")
    return "\n".join(lines) + "\n"


def main(arguments: list[str]) -> None:
    folder = Path(arguments[0])
    quick = "--quick" in arguments
    rows = fit_tables.measure([4] if quick else [6, 7])
    rows += portfolios.measure(folder, [4] if quick else [4, 5, 6, 7])
    rows += imports.measure(folder, [10_000] if quick else [1_000_000])
    # One group for each work, whatever the order of measuring.
    works = list(dict.fromkeys(row.work for row in rows))
    rows.sort(key=lambda row: works.index(row.work))
    text = markdown(rows)
    print(text)
    if not quick:
        (DOCS / "benchmarks.md").write_text(text, encoding="utf-8")
        found = [{name: value for name, value in asdict(row).items() if value is not None} for row in rows]
        (DOCS / "benchmarks.json").write_text(json.dumps(found, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
