"""Tables in, tables out, through the Arrow interface."""

from __future__ import annotations

import copy
import os
import pickle
import subprocess
import sys
from pathlib import Path
from typing import Any

import duckdb
import narwhals as nw
import pandas as pd
import polars as pl
import pyarrow as pa
import pyarrow.feather
import pyarrow.parquet
import pytest

import keyperson as kp

from conftest import AS_OF, FACT

ROWS: list[dict[str, Any]] = [
    {"id": "f-1", "at": "2026-01-05T09:00:00+09:00", "partner": "acme", "person": "p-1", "type": "rating",
     "trait": "drive", "value": 0.9, "by": "佐藤", "expires": "2026-12-31", "hours_per_week": None},
    {"id": "f-2", "at": "2026-01-06T00:00:00Z", "partner": "acme", "person": "p-1", "type": "allocation",
     "trait": None, "value": None, "by": None, "expires": None, "hours_per_week": 4.0},
]


def polars_frame() -> pl.DataFrame:
    return pl.DataFrame(ROWS).with_columns(
        pl.col("at").str.to_datetime(time_zone="Asia/Tokyo", time_unit="us"),
        pl.col("expires").str.to_date(),
    )


def pandas_frame() -> pd.DataFrame:
    frame = pd.DataFrame(ROWS)
    frame["at"] = pd.to_datetime(frame["at"], utc=True, format="ISO8601").dt.tz_convert("Asia/Tokyo")
    return frame


def arrow_table() -> pa.Table:
    return polars_frame().to_arrow()


KINDS: dict[str, Any] = {
    "polars": polars_frame,
    "polars, texts": lambda: pl.DataFrame(ROWS),
    "polars, lazy": lambda: polars_frame().lazy(),
    "polars, categories": lambda: polars_frame().with_columns(pl.col("type", "partner").cast(pl.Categorical)),
    "polars, enum": lambda: polars_frame().with_columns(pl.col("type").cast(pl.Enum(["rating", "allocation"]))),
    "polars, float32": lambda: pl.DataFrame(ROWS).with_columns(pl.col("hours_per_week").cast(pl.Float32)),
    "polars, int8": lambda: pl.DataFrame(ROWS).with_columns(pl.col("hours_per_week").cast(pl.UInt8)),
    "polars, nanoseconds": lambda: polars_frame().with_columns(pl.col("at").dt.cast_time_unit("ns")),
    "polars, UTC": lambda: polars_frame().with_columns(pl.col("at").dt.convert_time_zone("UTC")),
    "pandas": pandas_frame,
    "pandas, texts": lambda: pd.DataFrame(ROWS),
    "pandas, categories": lambda: pandas_frame().astype({"type": "category"}),
    "pandas, arrow types": lambda: pandas_frame().convert_dtypes(dtype_backend="pyarrow"),
    "pyarrow": arrow_table,
    "pyarrow, chunks": lambda: pa.concat_tables([arrow_table().slice(0, 1), arrow_table().slice(1)]),
    "pyarrow, reader": lambda: arrow_table().to_reader(),
    "pyarrow, batch": lambda: arrow_table().combine_chunks().to_batches()[0],
    "pyarrow, dictionary": lambda: pa.Table.from_pylist(ROWS).set_column(
        2, "partner", pa.array(["acme", "acme"]).dictionary_encode()
    ),
    "pyarrow, offset": lambda: pa.table({**{k: [r[k] for r in ROWS] for k in ROWS[0] if k != "at"},
        "at": pa.array([1767571200, 1767657600], pa.timestamp("s", "+09:00"))}),
    "narwhals": lambda: nw.from_native(polars_frame()),
    "narwhals, pandas": lambda: nw.from_native(pandas_frame()),
    "columns": lambda: {name: [row[name] for row in ROWS] for name in ROWS[0]},
}


@pytest.mark.parametrize("kind", KINDS)
def test_tables_of_every_kind_hold_the_same_facts(kind: str) -> None:
    table = KINDS[kind]()
    assert kp.Journal.from_table(table) == kp.Journal.from_records(ROWS)
    if kind != "pyarrow, reader":
        assert len(kp.portfolio(KINDS[kind](), as_of=AS_OF)) == 1


def test_duckdb_in_and_out(journal: kp.Journal) -> None:
    frame = polars_frame()  # noqa: F841  (read by name)
    connection = duckdb.connect()
    assert kp.Journal.from_table(connection.sql("select * from frame")) == kp.Journal.from_records(ROWS)
    people = kp.portfolio(journal, as_of=AS_OF).table  # noqa: F841
    counted = connection.sql("select count(*), count(distinct partner) from people").fetchall()
    assert counted == [(len(people), 3)]


def test_facts_go_out_and_come_back(journal: kp.Journal) -> None:
    table = journal.to_table()
    assert len(table) == len(journal)
    for made in (table, table.to_polars(), table.to_arrow(), table.to_pandas(), nw.from_arrow(table, backend=pl)):
        assert kp.Journal.from_table(made) == journal


def test_a_portfolio_goes_wherever_tables_go(portfolio: kp.Portfolio) -> None:
    names = portfolio.table.columns
    assert {"partner", "person", "readiness", "fit", *kp.TRAITS, "prospects_30_odds"} <= set(names)
    assert "drive_without_time" in names
    for frame in (portfolio.to_polars(), pl.DataFrame(portfolio), pl.from_arrow(portfolio.to_arrow())):
        assert isinstance(frame, pl.DataFrame)
        assert tuple(frame.columns) == names and frame.height == len(portfolio)
    arrow = portfolio.to_arrow()
    assert arrow.column_names == list(names) and pa.table(portfolio).equals(arrow)
    pandas = portfolio.to_pandas()
    assert list(pandas.columns) == list(names)
    for row, person in zip(portfolio.table.to_records(), portfolio.people, strict=True):
        assert (row["person"], row["fit"], row["readiness"]) == (person.person, person.fit, person.readiness)
        assert [row[trait] for trait in kp.TRAITS] == list(person.traits)
        assert row["findings"] == list(person.findings)
        assert (row["first_finding"] or {}).get("code") == (
            person.first_finding.code if person.first_finding else None
        )
        for cell in person.rungs:
            assert (row[f"{cell.code}_status"], row[f"{cell.code}_odds"]) == (cell.status, cell.odds)
        for pattern in person.mismatches:
            assert row[pattern.pattern] == pattern.state
    assert portfolio.partner_table.to_dict()["partner"] == [row.partner for row in portfolio.partners]


def test_to_dict_agrees_with_pyarrow(journal: kp.Journal, portfolio: kp.Portfolio) -> None:
    for table in (portfolio.table, portfolio.partner_table):
        assert table.to_arrow().to_pydict() == table.to_dict()
    facts = journal.to_table()
    # pyarrow gives pandas.Timestamp for nanoseconds; compared as instants.
    assert [value.timestamp() for value in facts.to_arrow()["at"].to_pylist()] == [
        value.timestamp() for value in facts.to_dict()["at"]
    ]


def test_tables_are_frozen_compared_and_pickled(portfolio: kp.Portfolio, journal: kp.Journal) -> None:
    for table in (portfolio.table, portfolio.partner_table, journal.to_table()):
        assert pickle.loads(pickle.dumps(table)) == table
        assert copy.copy(table) is table and copy.deepcopy(table) is table
        assert "rows" in repr(table) and "<table>" in table._repr_html_()
        assert table != 5 and table.shape == (len(table), len(table.dtypes))
        with pytest.raises(TypeError):
            hash(table)
    with pytest.raises(TypeError, match="keyperson makes it"):
        kp.Table()


def test_an_empty_portfolio_has_the_same_columns(portfolio: kp.Portfolio) -> None:
    empty = kp.portfolio([], as_of=AS_OF)
    assert len(empty) == 0 and empty.table.dtypes == portfolio.table.dtypes
    assert empty.to_polars().schema == portfolio.to_polars().schema


def refused(table: Any) -> list[tuple[str, str, int | None]]:
    with pytest.raises(kp.KeypersonError) as raised:
        kp.Journal.from_table(table)
    return [(problem.code, problem.path, problem.line) for problem in raised.value.problems]


def test_what_does_not_fit_is_an_error_and_never_null() -> None:
    frame = pl.DataFrame(ROWS)
    texts = frame.with_columns(pl.col("value").cast(pl.String))
    assert refused(texts) == [("wrong_type", "/value", None)]
    naive = polars_frame().with_columns(pl.col("at").dt.replace_time_zone(None))
    assert refused(naive) == [("naive_time", "/at", None)]
    assert refused(frame.drop("at", "type")) == [("missing_field", "/at", None), ("missing_field", "/type", None)]
    assert refused(frame.with_columns(pl.lit(1).alias("hour"))) == [("unknown_field", "/hour", None)]
    assert refused(frame.with_columns(pl.concat_list("id").alias("by"))) == [("wrong_type", "/by", None)]
    wrong = frame.with_columns(pl.Series("value", [1.5, None]))
    assert refused(wrong) == [("out_of_range", "/value", 1)]
    nan = frame.with_columns(pl.Series("value", [float("nan"), None]))
    assert refused(nan) == [("not_finite", "/value", 1)]
    twice = pa.table([pa.array(["f-1"]), pa.array(["f-2"])], names=["id", "id"])
    assert ("duplicate_column", "/id", None) in refused(twice)
    conflict = pl.concat([frame, frame.with_columns(pl.col("partner").str.to_uppercase())])
    assert [code for code, _, _ in refused(conflict)] == ["fact_conflict", "fact_conflict"]
    assert refused({"id": ["f-1"], "at": []}) == [("ragged_row", "", None)]
    assert refused(frame.with_columns(pl.lit(b"x").alias("by")))[0][0] == "wrong_type"


def test_whole_numbers_serve_as_ids() -> None:
    frame = pl.DataFrame(ROWS).with_columns(pl.Series("id", [1, 2]), pl.Series("person", [7, 7], pl.UInt64))
    assert kp.Journal.from_table(frame).people == ("7",)


def test_packages_are_imported_only_when_asked() -> None:
    code = (
        "import sys, keyperson as kp; j, _ = kp.simulate(1); p = kp.portfolio(j, as_of='2026-04-30'); "
        "repr(p); p.table.to_dict(); p._repr_html_(); j.to_table(); "
        "print([m for m in ('polars', 'pandas', 'pyarrow', 'numpy', 'altair', 'tqdm') if m in sys.modules])"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "[]"


def test_a_missing_package_is_named(portfolio: kp.Portfolio, monkeypatch: pytest.MonkeyPatch) -> None:
    for package, call in (("polars", portfolio.to_polars), ("pyarrow", portfolio.to_arrow)):
        monkeypatch.setitem(sys.modules, package, None)
        with pytest.raises(kp.KeypersonError) as raised:
            call()
        assert raised.value.code == "missing_package" and "pip install keyperson[" in raised.value.hint


def test_progress_is_told(journal: kp.Journal, capsys: pytest.CaptureFixture[str]) -> None:
    told: list[int] = []
    kp.portfolio(journal, as_of=AS_OF, progress=told.append)
    assert told[-1] == len(journal) and told == sorted(told)
    rows: list[int] = []
    kp.Journal.from_table(journal.to_table(), progress=rows.append)
    assert rows[-1] == len(journal)
    kp.portfolio(journal, as_of=AS_OF, progress=True)
    assert "keyperson: portfolio" in capsys.readouterr().err
    kp.portfolio(journal, as_of=AS_OF)
    kp.portfolio(journal, as_of=AS_OF, progress=False)
    assert capsys.readouterr().err == ""
    with pytest.raises(ZeroDivisionError):
        kp.portfolio(journal, as_of=AS_OF, progress=lambda done: 1 / 0)


def test_an_error_of_the_stream_is_told() -> None:
    def batches() -> Any:
        yield arrow_table().to_batches()[0]
        raise RuntimeError("the line broke")

    reader = pa.RecordBatchReader.from_batches(arrow_table().schema, batches())
    with pytest.raises(kp.KeypersonError) as raised:
        kp.Journal.from_table(reader)
    assert raised.value.code == "unreadable_input" and "the line broke" in str(raised.value)


@pytest.mark.parametrize("column", ["id", "at", "partner", "type"])
def test_a_null_where_something_must_be(column: str) -> None:
    frame = pl.DataFrame([{**ROWS[0], column: None}, ROWS[0]])
    assert (("missing_field", f"/{column}", 1)) in refused(frame)


@pytest.mark.parametrize("name", ["facts.parquet", "facts.arrow"])
def test_files_of_tables(name: str, tmp_path: Path, journal: kp.Journal, portfolio: kp.Portfolio) -> None:
    file = tmp_path / name
    journal.write(file)
    assert kp.Journal.read(file).to_table() == journal.to_table()
    told: list[int] = []
    answer = kp.portfolio(file, as_of=AS_OF, progress=told.append)
    assert answer == portfolio and told[-1] == len(journal)
    assert pickle.loads(pickle.dumps(answer)) == portfolio
    people = tmp_path / f"people-{name}"
    answer.table.write(people)
    read = pa.parquet.read_table(people) if name.endswith("parquet") else pa.feather.read_table(people)
    assert read.to_pydict() == portfolio.table.to_dict()
    # A file that breaks off is an error, and so is a table of something else.
    file.write_bytes(file.read_bytes()[:-20])
    with pytest.raises(kp.KeypersonError) as raised:
        kp.portfolio(file, as_of=AS_OF)
    assert raised.value.problems[0].code == "unreadable_input"
    with pytest.raises(kp.KeypersonError) as raised:
        kp.portfolio(people, as_of=AS_OF)
    assert {"unknown_field", "missing_field"} <= {problem.code for problem in raised.value.problems}


TABLES: dict[str, Any] = {
    "polars": pl.DataFrame,
    "pyarrow": pa.table,
    "a stream": lambda table: pa.table(table).to_reader(100),
    "DuckDB": lambda table: duckdb.from_arrow(pa.table(table)),
}


@pytest.mark.parametrize("make", TABLES.values(), ids=TABLES)
def test_a_portfolio_of_a_table_in_any_order(make: Any, journal: kp.Journal, portfolio: kp.Portfolio) -> None:
    shuffled = pl.DataFrame(journal.to_table()).sample(fraction=1.0, shuffle=True, seed=1)
    assert kp.portfolio(make(shuffled), as_of=AS_OF) == portfolio
    assert kp.portfolio(make(shuffled), as_of=AS_OF, threads=1) == portfolio


def test_a_stream_beyond_memory_needs_a_temporary_file(tmp_path: Path) -> None:
    code = """
import pyarrow as pa, keyperson as kp
rows = 100_000
batch = pa.record_batch({
    "id": pa.array(range(rows)), "at": pa.array([1767571200] * rows, pa.timestamp("s", "UTC")),
    "partner": ["acme"] * rows, "type": ["allocation"] * rows, "hours_per_week": [4] * rows,
    "person": ["p" * 250] * rows,
})
reader = pa.RecordBatchReader.from_batches(batch.schema, (batch for _ in range(40)))
try:
    print(len(kp.portfolio(reader, as_of="2026-04-30")))
except kp.KeypersonError as error:
    print(error.problems[0].code, error.problems[0].text("ja"))
"""
    for folder, said in [(tmp_path, "1"), (tmp_path / "nowhere", "temporary_file")]:
        environment = {**os.environ, "TMPDIR": str(folder), "PYTHONIOENCODING": "utf-8"}
        ran = subprocess.run(
            [sys.executable, "-c", code], env=environment, capture_output=True, check=True, text=True, encoding="utf-8"
        )
        assert ran.stdout.startswith(said), ran.stdout
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize(("at", "unit"), [("2026-03-01T00:00:00.000001Z", "us"), ("2026-03-01T00:00:00.000000001Z", "ns")])
def test_times_are_in_microseconds_unless_one_is_finer(at: str, unit: str) -> None:
    journal = kp.Journal.from_records([{**FACT, "at": at}])
    table = journal.to_table().to_arrow()
    assert table.schema.field("at").type == pa.timestamp(unit, tz="UTC")
    assert kp.Journal.from_table(table).to_records() == journal.to_records()
