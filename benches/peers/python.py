"""How fast the package is, beside the core itself and beside the libraries that analysts would use: ratios of one run.

`cargo xtask bench python` runs this from the wheel. Each figure is the best of several runs. The peers work out the same fits
of the same data, and their results are compared before anything is timed; a difference ends the run.
"""

from __future__ import annotations

import json
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import duckdb
import numpy as np
import pandas as pd
import polars as pl

import keyperson as kp
from keyperson import _keyperson

AS_OF = "2026-04-30"
ROWS = 200_000


def best(call: Callable[[], object], *, times: int = 7, number: int = 1) -> float:
    """Seconds of one call: the best of several rounds."""
    found: list[float] = []
    for _ in range(times):
        started = time.perf_counter()
        for _ in range(number):
            call()
        found.append((time.perf_counter() - started) / number)
    return min(found)


def line(name: str, value: str, limit: str = "") -> None:
    print(f"{name:<64} {value:>18} {limit}")


def held(name: str, value: float, limit: float, unit: str) -> None:
    line(name, f"{value:.2f} {unit}", f"(at most {limit} {unit}{'' if value <= limit else ': MISSED'})")
    RESULTS[name] = {"value": value, "limit": limit, "unit": unit}


RESULTS: dict[str, dict[str, Any]] = {}


def fits() -> None:
    traits: dict[str, float | None] = dict.fromkeys(kp.TRAITS, 0.7)
    empty = best(lambda: _keyperson._nothing(), number=200_000)
    one = best(lambda: kp.fit(traits), number=100_000)
    scored = best(lambda: kp.fit(traits).score, number=100_000)
    held("kp.fit(traits), over an empty PyO3 call", (one - empty) * 1e6, 2.0, "µs")
    line("kp.fit(traits).score", f"{scored * 1e6:.2f} µs")
    line("kp.fit(traits) with contributions and interval", f"{best(lambda: kp.fit(traits).contributions, number=2_000) * 1e6:.1f} µs")


def briefs(core: dict[str, float]) -> None:
    journal = kp.Journal.read(Path(sys.argv[1], "one.jsonl"))
    person = journal.people[0]
    brief = best(lambda: kp.brief(journal, person=person, as_of=AS_OF), times=15, number=20)
    line("kp.brief of 500 facts", f"{brief * 1e6:.0f} µs")
    held("… over the core's own time", brief / core["brief"], 1.3, "×")
    page = kp.brief(journal, person=person, as_of=AS_OF)
    line("brief.to_html()", f"{best(lambda: page.to_html()) * 1e6:.0f} µs")


def portfolios(core: dict[str, float]) -> None:
    journal = kp.Journal.read(Path(sys.argv[1], "many.jsonl"), progress=False)
    table = journal.to_table().to_arrow()
    whole = best(lambda: kp.portfolio(table, as_of=AS_OF, progress=False), times=3)
    kept = best(lambda: kp.portfolio(journal, as_of=AS_OF, progress=False), times=3)
    line(f"portfolio of {len(journal):,} facts, journal in memory", f"{kept * 1e3:.0f} ms")
    held("… over the core's own time", kept / core["portfolio"], 1.1, "×")
    line("portfolio from Arrow, reading included", f"{whole * 1e3:.0f} ms")
    held("… over the core's time from JSON Lines", whole / core["portfolio_from_text"], 1.1, "×")
    result = kp.portfolio(journal, as_of=AS_OF, progress=False)
    line("portfolio → Arrow table", f"{best(lambda: result._answer().table('people'), times=3) * 1e3:.0f} ms")


def memory() -> None:
    code = (
        "import resource, sys, pyarrow as pa, keyperson as kp\n"
        "with pa.memory_map(sys.argv[1]) as source: table = pa.ipc.open_file(source).read_all()\n"
        "table = pa.table({n: pa.concat_arrays(table[n].chunks) for n in table.column_names})\n"
        "before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss\n"
        "out = kp.portfolio(table, as_of='2026-04-30', progress=False).to_arrow()\n"
        "print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before, table.nbytes, out.nbytes)\n"
    )
    import pyarrow as pa

    table = kp.Journal.read(Path(sys.argv[1], "many.jsonl"), progress=False).to_table().to_arrow()
    file = Path(sys.argv[1], "many.arrow")
    with pa.OSFile(str(file), "wb") as sink, pa.ipc.new_file(sink, table.schema) as writer:
        writer.write_table(table)
    run = subprocess.run([sys.executable, "-c", code, str(file)], capture_output=True, text=True, check=True)
    grown, given, made = (int(word) for word in run.stdout.split())
    held("peak memory beyond input and output", grown / 1024 - (given + made) / 2**20, 200, "MB")


def peers() -> None:
    """The fit of many people, in the libraries that analysts would use."""
    rng = np.random.default_rng(1)
    policy = kp.Policy.default()
    weights = np.array([policy["traits"][name]["weight"] for name in kp.TRAITS])
    values = rng.random((ROWS, len(kp.TRAITS)))
    values[rng.random(values.shape) < 0.2] = np.nan
    table = pl.DataFrame({name: values[:, index] for index, name in enumerate(kp.TRAITS)}).fill_nan(None)
    frame = table.to_pandas()
    people = table  # noqa: F841  (DuckDB reads it by its name)

    def by_keyperson() -> Any:
        return kp.fit_table(table)

    def by_numpy() -> Any:
        known = ~np.isnan(values)
        total = (known * weights).sum(axis=1)
        return np.where(known, values * weights, 0.0).sum(axis=1) / np.where(total > 0, total, np.nan)

    def by_pandas() -> Any:
        series = pd.Series(weights, index=list(kp.TRAITS))
        return frame.mul(series).sum(axis=1) / frame.notna().mul(series).sum(axis=1).replace(0, np.nan)

    def by_polars() -> Any:
        total = pl.sum_horizontal(*(pl.col(n).is_not_null() * w for n, w in zip(kp.TRAITS, weights)))
        mean = pl.sum_horizontal(*((pl.col(n) * w).fill_null(0.0) for n, w in zip(kp.TRAITS, weights)))
        return table.select(pl.when(total > 0).then(mean / total).alias("fit"))["fit"]

    def by_duckdb() -> Any:
        up = " + ".join(f"coalesce({n} * {w}, 0)" for n, w in zip(kp.TRAITS, weights))
        down = " + ".join(f"if({n} is null, 0, {w})" for n, w in zip(kp.TRAITS, weights))
        assert people is table
        return duckdb.sql(f"select ({up}) / nullif({down}, 0) as fit from people").fetchnumpy()["fit"]

    ours = np.array(by_keyperson().to_dict()["fit"], dtype=float)
    for name, call in (("numpy", by_numpy), ("pandas", by_pandas), ("polars", by_polars), ("duckdb", by_duckdb)):
        theirs = np.ma.filled(np.ma.asarray(call(), dtype=float), np.nan) if name == "duckdb" else np.asarray(call(), dtype=float)
        if not np.allclose(ours, theirs, rtol=1e-12, atol=0, equal_nan=True):
            raise SystemExit(f"{name} gives other fits")
    took = best(by_keyperson, times=5)
    line(f"fit of {ROWS:,} people, keyperson", f"{took * 1e3:.1f} ms")
    for name, call in (("numpy", by_numpy), ("pandas", by_pandas), ("polars", by_polars), ("duckdb", by_duckdb)):
        theirs = best(call, times=5)
        line(f"… {name}: {theirs * 1e3:.1f} ms, of which keyperson takes", f"{took / theirs:.2f} ×")


if __name__ == "__main__":
    core = json.loads(Path(sys.argv[1], "core.json").read_text())
    fits()
    briefs(core)
    portfolios(core)
    memory()
    peers()
    missed = [name for name, result in RESULTS.items() if result["value"] > result["limit"]]
    raise SystemExit(f"missed: {', '.join(missed)}" if missed else 0)
