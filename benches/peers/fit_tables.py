"""Tables of fits in keyperson and in the libraries that analysts would use: rows per second, side by side.

Everybody has the data as it likes it best: keyperson and polars a polars frame, DuckDB a table of its own, numba numpy
arrays with NaN for null. Each round runs all of them one after the other, the medians count, and the results are
compared before anything is timed. numba is a peer where it is installed.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from statistics import median
from typing import Any

import duckdb
import numpy as np
import polars as pl

import keyperson as kp

from common import Row

try:
    from numba import njit, prange
except ImportError:
    njit = None

ROUNDS = 7
NULLS = 0.1
TOP = 3
#: How many rows a partner has.
PEOPLE = 10

Works = dict[str, Callable[[], Any]]


class Data:
    """Made-up people, six traits each, in the shape that each library reads best."""

    def __init__(self, rows: int) -> None:
        rng = np.random.default_rng(1)
        self.policy = kp.Policy.default()
        of_traits = [self.policy["traits"][name] for name in kp.TRAITS]
        self.weights = np.array([one["weight"] for one in of_traits])
        self.references = np.array([one["reference"] for one in of_traits])
        self.columns = []
        for _ in kp.TRAITS:
            values = rng.random(rows)
            values[rng.random(rows) < NULLS] = np.nan
            self.columns.append(values)
        numbers = rng.permutation(rows) // PEOPLE
        frame = pl.DataFrame(dict(zip(kp.TRAITS, self.columns))).fill_nan(None)
        partner = pl.Series("partner", numbers).cast(pl.String)
        self.frame = frame.with_columns(("partner-" + partner).alias("partner")).rechunk()
        self.duck = duckdb.connect()
        people = self.frame.to_arrow()  # noqa: F841  (DuckDB reads it by its name)
        self.duck.execute("create table people as select row_number() over () as row, * from people")

    def traits(self) -> pl.DataFrame:
        return self.frame.select(kp.TRAITS)


def fit_in_polars(data: Data) -> tuple[pl.Expr, pl.Expr]:
    pairs = list(zip(kp.TRAITS, data.weights.tolist()))
    total = pl.sum_horizontal(*(pl.when(pl.col(n).is_not_null()).then(w).otherwise(0.0) for n, w in pairs))
    weighted = pl.sum_horizontal(*((pl.col(n) * w).fill_null(0.0) for n, w in pairs))
    return pl.when(total > 0).then(weighted / total).alias("fit"), (total / float(data.weights.sum())).alias("coverage")


def fit_in_sql(data: Data) -> tuple[str, str]:
    pairs = [(name, f"{weight}::double") for name, weight in zip(kp.TRAITS, data.weights)]
    up = " + ".join(f"coalesce({n} * {w}, 0)" for n, w in pairs)
    down = " + ".join(f"if({n} is null, 0, {w})" for n, w in pairs)
    return f"({up}) / nullif({down}, 0) as fit", f"({down}) / {data.weights.sum()} as coverage"


def kernels() -> tuple[Any, Any]:
    """The fits, and the contributions, as one would write them by hand for numba."""

    @njit(parallel=True, error_model="numpy")
    def fits(a, b, c, d, e, f, w):  # type: ignore[no-untyped-def]
        rows = a.shape[0]
        fit, coverage = np.empty(rows), np.empty(rows)
        everything = w.sum()
        for row in prange(rows):
            up, down = 0.0, 0.0
            for value, weight in ((a[row], w[0]), (b[row], w[1]), (c[row], w[2]), (d[row], w[3]), (e[row], w[4]), (f[row], w[5])):
                known = value == value
                up += weight * value if known else 0.0
                down += weight if known else 0.0
            fit[row] = up / down
            coverage[row] = down / everything
        return fit, coverage

    @njit(parallel=True, error_model="numpy")
    def contributions(a, b, c, d, e, f, w, reference):  # type: ignore[no-untyped-def]
        rows = a.shape[0]
        o0, o1, o2 = np.empty(rows), np.empty(rows), np.empty(rows)
        o3, o4, o5 = np.empty(rows), np.empty(rows), np.empty(rows)
        for row in prange(rows):
            down = 0.0
            for value, weight in ((a[row], w[0]), (b[row], w[1]), (c[row], w[2]), (d[row], w[3]), (e[row], w[4]), (f[row], w[5])):
                down += weight if value == value else 0.0
            o0[row] = w[0] / down * (a[row] - reference[0])
            o1[row] = w[1] / down * (b[row] - reference[1])
            o2[row] = w[2] / down * (c[row] - reference[2])
            o3[row] = w[3] / down * (d[row] - reference[3])
            o4[row] = w[4] / down * (e[row] - reference[4])
            o5[row] = w[5] / down * (f[row] - reference[5])
        return o0, o1, o2, o3, o4, o5

    return fits, contributions


def fits(data: Data) -> tuple[Works, Callable[[Any], np.ndarray]]:
    frame = data.traits()
    fit, coverage = fit_in_polars(data)
    sql = f"select {', '.join(fit_in_sql(data))} from people"
    works: Works = {
        "keyperson": lambda: kp.fit_table(frame).to_arrow(),
        "polars, streaming": lambda: frame.lazy().select(fit, coverage).collect(engine="streaming"),
        "polars": lambda: frame.select(fit, coverage),
        "DuckDB": lambda: data.duck.sql(sql).to_arrow_table(),
    }
    if njit:
        kernel = kernels()[0]
        works["numba"] = lambda: kernel(*data.columns, data.weights)

    def same(made: Any) -> np.ndarray:
        if isinstance(made, tuple):
            return np.stack(made)
        return np.stack([column(made, name) for name in ("fit", "coverage")])

    return works, same


def contributions(data: Data) -> tuple[Works, Callable[[Any], np.ndarray]]:
    frame = data.traits()
    pairs = list(zip(kp.TRAITS, data.weights.tolist()))
    total = pl.sum_horizontal(*(pl.when(pl.col(n).is_not_null()).then(w).otherwise(0.0) for n, w in pairs))
    of_trait = [(w / total * (pl.col(n) - r)).alias(f"contribution_{n}") for (n, w), r in zip(pairs, data.references.tolist())]
    works: Works = {
        "keyperson": lambda: kp.fit_table(frame, contributions=True).to_arrow(),
        "polars, streaming": lambda: frame.lazy().select(*fit_in_polars(data), *of_trait).collect(engine="streaming"),
    }
    if njit:
        first, second = kernels()
        works["numba"] = lambda: (*first(*data.columns, data.weights), *second(*data.columns, data.weights, data.references))

    def same(made: Any) -> np.ndarray:
        if isinstance(made, tuple):
            return np.stack(made)
        names = ("fit", "coverage", *(f"contribution_{name}" for name in kp.TRAITS))
        return np.stack([column(made, name) for name in names])

    return works, same


def top(data: Data) -> tuple[Works, Callable[[Any], np.ndarray]]:
    fit, _ = fit_in_polars(data)
    of_sql, _ = fit_in_sql(data)
    sql = f"""
        select row, rank from (
            select row, row_number() over (partition by partner order by fit desc, row) as rank
            from (select row, partner, {of_sql} from people) where fit is not null)
        where rank <= {TOP}"""
    ranked = pl.col("fit").rank("ordinal", descending=True).over("partner")
    works: Works = {
        "keyperson": lambda: kp.fit_table(data.frame, top=TOP).to_arrow(),
        "polars": lambda: data.frame.with_row_index("row").select("row", "partner", fit).with_columns(rank=ranked).filter(pl.col("rank") <= TOP),
        "DuckDB": lambda: data.duck.sql(sql).to_arrow_table(),
    }

    def same(made: Any) -> np.ndarray:
        if len(made) == len(data.frame):
            return column(made, "rank")
        ranks = np.full(len(data.frame), np.nan)
        rows = column(made, "row").astype(int) - (0 if isinstance(made, pl.DataFrame) else 1)
        ranks[rows] = column(made, "rank")
        return ranks

    return works, same


def column(table: Any, name: str) -> np.ndarray:
    values = table[name]
    found = values.to_numpy() if isinstance(values, pl.Series) else pl.Series(values).to_numpy()
    return np.asarray(found, dtype=float)


def measure(powers: list[int]) -> list[Row]:
    table = []
    for power in powers:
        rows = 10**power
        data = Data(rows)
        for name, made in (("fit and coverage", fits), ("with contributions", contributions), (f"top {TOP} per partner", top)):
            works, same = made(data)
            answers = {who: same(work()) for who, work in works.items()}
            for who, answer in answers.items():
                if not np.allclose(answers["keyperson"], answer, rtol=1e-12, atol=1e-15, equal_nan=True):
                    raise SystemExit(f"{who} gives other numbers: {name}")
            answers.clear()
            times: dict[str, list[float]] = {who: [] for who in works}
            for _ in range(ROUNDS):
                for who, work in works.items():
                    started = time.perf_counter()
                    kept = work()
                    times[who].append(time.perf_counter() - started)
                    del kept
            for who, found in times.items():
                ratio = median(theirs / ours for theirs, ours in zip(found, times["keyperson"]))
                table.append(Row(work=f"table of fits: {name}", size=rows, who=who, seconds=median(found), ratio=ratio))
    return table
