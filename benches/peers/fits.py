"""The fit of many people in keyperson and in the libraries that analysts would use; the results must be the same."""

from __future__ import annotations

from typing import Any

import duckdb
import numpy as np
import pandas as pd
import polars as pl

import keyperson as kp

from common import best, line

ROWS = 200_000


def measure() -> None:
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
