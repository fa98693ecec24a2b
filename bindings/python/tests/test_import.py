"""An export imported by a mapping: the same journal from a file and from every kind of table."""

from __future__ import annotations

import csv
import datetime as dt
import decimal
import io
import os
import uuid
from pathlib import Path
from typing import Any

import duckdb
import narwhals as nw
import numpy as np
import pandas as pd
import polars as pl
import pyarrow as pa
import pyarrow.csv
import pyarrow.parquet
import pytest

import keyperson as kp

from conftest import ROOT

MAPPING = """
schema = "keyperson.mapping/1"
[input]
zone = "Asia/Tokyo"
[lookups.owners]
file = "owners.csv"
key = "Number"
[[skip]]
when = { column = "Stage", is = ["open"] }
reason = "not closed"
[[facts]]
type = "deal"
id = "{Deal}-{Stage}"
at = { column = "Closed" }
partner = { column = "Partner" }
person = { column = "Owner", lookup = "owners", take = "Name" }
deal = { column = "Deal" }
stage = { column = "Stage" }
amount = { column = "Amount" }
[[facts]]
type = "allocation"
id = "hours-{Deal}"
when = [{ column = "Hours", blank = false }, { column = "Kept", is = ["true"] }]
at = { column = "Seen" }
partner = { column = "Partner" }
person = { column = "Owner", lookup = "owners", take = "Name" }
hours_per_week = { column = "Hours" }
"""

# Whole numbers with gaps, fractions, truth values, days, times with offset, blanks, a row that is skipped.
DEALS = """\
Deal,Partner,Owner,Stage,Closed,Amount,Hours,Kept,Seen,Note
101,アクメ,7,won,2026-04-30,1200000,4,true,2026-04-30T09:00:00+09:00,
102,アクメ,8,lost,2026-05-01,,,false,2026-05-01T00:30:00Z,
103,Beta,7,open,2026-05-02,3.5,2,true,2026-05-02T00:00:00Z,
104,Beta,9,won,2026-05-03,0.25,3,true,2026-05-03T23:59:59+09:00,
"""
OWNERS = "Number,Name,Left\n7,佐藤,\n8,鈴木,2026-06-01\n9,Lee,\n"


def from_files(folder: Path, deals: str = DEALS) -> kp.Journal:
    (folder / "deals.csv").write_text(deals, encoding="utf-8")
    (folder / "owners.csv").write_text(OWNERS, encoding="utf-8")
    return kp.Journal.import_table(folder / "deals.csv", MAPPING, lookups={"owners": folder / "owners.csv"})


def pandas_of(text: str, **options: Any) -> pd.DataFrame:
    return pd.read_csv(io.StringIO(text), **options)


def pandas_days(text: str) -> pd.DataFrame:
    frame = pandas_of(text)
    if "Closed" in frame:
        frame["Closed"] = pd.to_datetime(frame["Closed"]).dt.date
        frame["Seen"] = pd.to_datetime(frame["Seen"], utc=True, format="ISO8601")
    return frame


def polars_of(text: str, **options: Any) -> pl.DataFrame:
    return pl.read_csv(io.StringIO(text), **options)


def arrow_of(text: str) -> pa.Table:
    return pyarrow.csv.read_csv(io.BytesIO(text.encode()))


def records_of(text: str) -> list[dict[str, Any]]:
    return list(csv.DictReader(io.StringIO(text)))


class Stream:
    """Speaks Arrow, and nothing else."""

    def __init__(self, table: Any) -> None:
        self._table = table

    def __arrow_c_stream__(self, requested_schema: object = None) -> object:
        return self._table.__arrow_c_stream__(requested_schema)


KINDS: dict[str, Any] = {
    "pandas": pandas_of,
    "pandas, as texts": lambda text: pandas_of(text, dtype=str, keep_default_na=False),
    "pandas, nullable": lambda text: pandas_of(text).convert_dtypes(),
    "pandas, numpy types": lambda text: pandas_of(text, dtype_backend="numpy_nullable"),
    "pandas, arrow types": lambda text: pandas_of(text, dtype_backend="pyarrow"),
    "pandas, objects": lambda text: pandas_of(text).astype(object),
    "pandas, categories": lambda text: pandas_of(text, dtype="category"),
    "pandas, days and times": pandas_days,
    "pandas, own index": lambda text: pandas_of(text).set_index(pd.Index(range(10, 10 + text.count("\n") - 1), name="row")),
    "polars": polars_of,
    "polars, as texts": lambda text: polars_of(text, infer_schema=False),
    "polars, days and times": lambda text: polars_of(text, try_parse_dates=True),
    "polars, lazy": lambda text: polars_of(text).lazy(),
    "polars, blanks": lambda text: polars_of(text, infer_schema=False).with_columns(pl.lit(None).alias("Note")),
    "pyarrow": arrow_of,
    "pyarrow, chunks": lambda text: pa.concat_tables([arrow_of(text).slice(0, 1), arrow_of(text).slice(1)]),
    "pyarrow, reader": lambda text: arrow_of(text).to_reader(max_chunksize=1),
    "pyarrow, batch": lambda text: arrow_of(text).combine_chunks().to_batches()[0],
    "narwhals": lambda text: nw.from_native(polars_of(text)),
    "narwhals, pandas": lambda text: nw.from_native(pandas_of(text)),
    "a stream": lambda text: Stream(arrow_of(text)),
    "records": records_of,
    "records of pandas": lambda text: pandas_of(text).to_dict("records"),
    "records, some without": lambda text: [{k: v for k, v in row.items() if v} for row in records_of(text)],
    "columns": lambda text: {name: [row[name] for row in records_of(text)] for name in records_of(text)[0]},
    "columns of polars": lambda text: polars_of(text, try_parse_dates=True).to_dict(as_series=False),
    "columns of numpy": lambda text: {name: values.to_numpy() for name, values in pandas_of(text).items()},
}


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_of_table_gives_the_journal_of_the_file(kind: str, tmp_path: Path) -> None:
    expected = from_files(tmp_path)
    made = KINDS[kind]
    journal = kp.Journal.import_table(made(DEALS), MAPPING, lookups={"owners": made(OWNERS)})
    assert journal == expected and journal.to_json_lines() == expected.to_json_lines()
    mine, theirs = journal.import_report, expected.import_report
    assert mine is not None and theirs is not None
    assert (mine["rows_read"], mine["rows_used"], mine["rows_bad"]) == (4, 3, 0)
    assert [skip["reason"] for skip in mine["skipped"]] == [skip["reason"] for skip in theirs["skipped"]]
    # Files and tables go together.
    assert kp.Journal.import_table(made(DEALS), MAPPING, lookups={"owners": tmp_path / "owners.csv"}) == expected
    assert kp.Journal.import_table(DEALS.encode(), MAPPING, lookups={"owners": made(OWNERS)}) == expected


def test_the_journal_of_the_parquet_file(tmp_path: Path) -> None:
    expected = from_files(tmp_path)
    for name, frame in (("pandas", pandas_days(DEALS)), ("polars", polars_of(DEALS, try_parse_dates=True))):
        table = pa.table(frame)
        file = tmp_path / f"{name}.parquet"
        pyarrow.parquet.write_table(table, file)
        lookups = {"owners": tmp_path / "owners.csv"}
        assert kp.Journal.import_table(file, MAPPING, lookups=lookups) == expected
        assert kp.Journal.import_table(table, MAPPING, lookups=lookups) == expected


def test_relations_of_one_connection(tmp_path: Path) -> None:
    expected = from_files(tmp_path)
    connection = duckdb.connect()
    for options in ("", ", all_varchar=true"):
        deals = connection.sql(f"select * from read_csv('{tmp_path / 'deals.csv'}'{options})")
        owners = connection.sql(f"select * from read_csv('{tmp_path / 'owners.csv'}'{options})")
        for _ in range(2):
            assert kp.Journal.import_table(deals, MAPPING, lookups={"owners": owners}) == expected
    assert connection.sql("select 1").fetchall() == [(1,)]


def test_a_cell_stays_as_the_library_made_it(tmp_path: Path) -> None:
    deals = DEALS.replace("101,", "0101,")
    expected = from_files(tmp_path, deals)
    lookups = {"owners": tmp_path / "owners.csv"}
    assert expected.to_records()[0]["deal"] != "101"
    for kept in (pandas_of(deals, dtype=str, keep_default_na=False), polars_of(deals, infer_schema=False)):
        assert kp.Journal.import_table(kept, MAPPING, lookups=lookups) == expected
    # These libraries take 0101 for a number.
    for changed in (pandas_of(deals), polars_of(deals)):
        assert kp.Journal.import_table(changed, MAPPING, lookups=lookups) == from_files(tmp_path)
    # pandas has no days, only midnights; those are times of the mapping's zone.
    midnight = pandas_of(DEALS, parse_dates=["Closed"])
    at = {fact["id"]: fact["at"] for fact in kp.Journal.import_table(midnight, MAPPING, lookups=lookups)}
    assert at["101-won"] == "2026-04-30T00:00:00+09:00"
    assert {fact["id"]: fact["at"] for fact in from_files(tmp_path)}["101-won"] == "2026-04-30T12:00:00+09:00"


def test_values_of_python_are_cells() -> None:
    row = {
        "Deal": uuid.UUID(int=1), "Partner": "Acme", "Owner": np.int64(7), "Stage": "won",
        "Closed": dt.date(2026, 4, 30), "Amount": decimal.Decimal("12.50"), "Hours": np.float32(4), "Kept": np.bool_(True),
        "Seen": dt.datetime(2026, 4, 30, 9, tzinfo=dt.timezone(dt.timedelta(hours=9))),
    }
    gaps: dict[str, Any] = {**row, "Deal": 2**70, "Closed": pd.Timestamp("2026-04-30"), "Hours": pd.NA,
        "Amount": float("nan"), "Seen": pd.NaT, "Kept": None}
    journal = kp.Journal.import_table([row, gaps], MAPPING, lookups={"owners": records_of(OWNERS)})
    facts = {fact["id"]: fact for fact in journal}
    assert set(facts) == {f"{uuid.UUID(int=1)}-won", f"hours-{uuid.UUID(int=1)}", f"{2**70}-won"}
    assert facts[f"{uuid.UUID(int=1)}-won"]["amount"] == 12.5
    assert "amount" not in facts[f"{2**70}-won"]
    only = {**row, "Closed": np.datetime64("2026-04-30T10:00:00"), "Deal": np.str_("x")}
    at = kp.Journal.import_table([only], MAPPING, lookups={"owners": records_of(OWNERS)}).to_records()
    assert {fact["at"] for fact in at} == {"2026-04-30T10:00:00+09:00", "2026-04-30T09:00:00+09:00"}


def refused(source: Any, owners: Any = None) -> list[tuple[str, str, int | None]]:
    with pytest.raises(kp.KeypersonError) as raised:
        kp.Journal.import_table(source, MAPPING, lookups={"owners": records_of(OWNERS) if owners is None else owners})
    return [(problem.code, problem.path, problem.line) for problem in raised.value.problems]


@pytest.mark.parametrize("kind", KINDS)
def test_a_problem_names_row_and_column(kind: str) -> None:
    wrong = DEALS.replace("lost,2026-05-01", "sold,2026-05-01").replace("Beta,9", "Beta,5")
    found = refused(KINDS[kind](wrong), KINDS[kind](OWNERS))
    assert ("unknown_value", "/Stage", 2) in found
    assert {(path, line) for _, path, line in found} == {("/Stage", 2), ("/Owner", 4)}
    with pytest.warns(UserWarning, match="2 of 4 rows"):
        kept = kp.Journal.import_table(
            KINDS[kind](wrong), MAPPING, lookups={"owners": KINDS[kind](OWNERS)}, keep_good_rows=True
        )
    assert kept.import_report is not None and kept.import_report["rows_bad"] == 2


def test_what_is_no_table_is_refused() -> None:
    frame = polars_of(DEALS)
    assert refused(frame.drop("Stage"))[0][0] == "unknown_column"
    assert refused(frame.clear()) == [("nothing_to_read", "", None)]
    assert refused([])[0][0] == "unknown_column"
    assert refused({"Deal": [1], "Partner": []}) == [("ragged_row", "", None)]
    assert refused([{"Deal": 1}, {"Deal": [1]}]) == [("wrong_type", "/Deal", 2)]
    assert refused(frame.with_columns(pl.lit(dt.time(9)).alias("Closed"))) == [("unsupported_column", "/Closed", None)]
    assert refused(frame, polars_of(OWNERS + "7,Lee,\n"))[0][0] == "duplicate_key"
    nan = frame.with_columns(pl.lit(float("nan")).alias("Amount"))
    assert {code for code, _, _ in refused(nan)} == {"not_finite"}
    with pytest.raises(kp.KeypersonError, match="unknown_lookup"):
        kp.Journal.import_table(frame, MAPPING, lookups={"people": frame})
    with pytest.raises(TypeError, match="no table"):
        kp.Journal.import_table(5, MAPPING)
    with pytest.raises(TypeError, match="no table"):
        kp.Journal.import_table(frame, MAPPING, lookups={"owners": 5})

    def batches() -> Any:
        yield arrow_of(DEALS).to_batches()[0]
        raise RuntimeError("the line broke")

    reader = pa.RecordBatchReader.from_batches(arrow_of(DEALS).schema, batches())
    assert refused(reader) == [("unreadable_input", "", None)]


def test_progress_of_an_import(capsys: pytest.CaptureFixture[str]) -> None:
    told: list[int] = []
    kp.Journal.import_table(arrow_of(DEALS), MAPPING, lookups={"owners": arrow_of(OWNERS)}, progress=told.append)
    assert told[-1] == 4
    kp.Journal.import_table(DEALS.encode(), MAPPING, lookups={"owners": arrow_of(OWNERS)}, progress=True)
    assert "keyperson: import" in capsys.readouterr().err


def test_a_real_export(tmp_path: Path) -> None:
    folder = Path(os.environ.get("KEYPERSON_DATA", ROOT / "../shared/data"), "maven_crm")
    if not folder.exists():
        pytest.skip(f"the Maven CRM sample is not in {folder}")
    files = {"accounts": folder / "accounts.csv", "teams": folder / "sales_teams.csv"}
    pipeline = folder / "sales_pipeline.csv"
    expected = kp.Journal.import_table(pipeline, "maven_crm", lookups=files)
    assert len(expected) > 8_000
    for read in (pd.read_csv, pl.read_csv, lambda file: pl.read_csv(file, try_parse_dates=True), pyarrow.csv.read_csv, duckdb.read_csv):
        lookups = {name: read(str(file)) for name, file in files.items()}
        assert kp.Journal.import_table(read(str(pipeline)), "maven_crm", lookups=lookups) == expected
