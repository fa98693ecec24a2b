"""What runs on an executor, without an engine: a stream of batches in, the rows of whole partners out."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from typing import Any

import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import keyperson as kp
from keyperson import spark

from conftest import AS_OF, error_of

FACTS: pa.Table = kp.simulate(4)[0].to_table().to_arrow()
ASKED = spark._Asked.of(AS_OF, None)
SCHEMA = ASKED.schema()


def rows(table: pa.Table) -> list[dict[str, Any]]:
    return table.sort_by([("partner", "ascending"), ("person", "ascending")]).to_pylist()


ONE = rows(kp.portfolio(FACTS, as_of=AS_OF).to_arrow())


def answered(batches: Iterator[Any] | list[Any]) -> list[dict[str, Any]]:
    return rows(pa.Table.from_batches(spark._answers(iter(batches), ASKED.people, SCHEMA), SCHEMA))


def cut(table: pa.Table, places: list[int]) -> list[pa.RecordBatch]:
    """A table as batches that end at these rows; two equal places make a batch of no rows."""
    ends = [0, *sorted(places), table.num_rows]
    [whole] = table.combine_chunks().to_batches() or [pa.RecordBatch.from_pylist([], table.schema)]
    return [whole.slice(start, end - start) for start, end in zip(ends, ends[1:])]


# INVARIANT: wherever a stream is cut into batches, the answer is that of one machine.
@settings(max_examples=25, deadline=None)
@given(st.lists(st.integers(0, FACTS.num_rows), max_size=12), st.permutations(FACTS.column_names))
def test_batches_are_cut_anywhere_and_columns_come_in_any_order(places: list[int], names: list[str]) -> None:
    assert answered(cut(FACTS.select(names), places)) == ONE


# INVARIANT: a stream in which a partner comes back is answered rightly or not at all.
@settings(max_examples=25, deadline=None)
@given(st.lists(st.integers(0, FACTS.num_rows), min_size=2, max_size=6), st.randoms(use_true_random=False))
def test_a_partner_that_comes_back_is_never_ranked_by_half(places: list[int], random: Any) -> None:
    batches = cut(FACTS, places)
    random.shuffle(batches)
    try:
        assert answered(batches) == ONE
    except kp.KeypersonError as error:
        assert (error.code, error.path) == ("split_partner", "/partner")


def test_streams_without_rows_have_no_answers() -> None:
    assert answered([]) == [] and answered(cut(FACTS.slice(0, 0), [0, 0])) == []


def test_a_small_batch_of_each_fact_is_as_good() -> None:
    one = FACTS.filter(pa.compute.equal(FACTS["partner"], FACTS["partner"][0]))
    assert answered(one.to_batches(max_chunksize=1)) == rows(kp.portfolio(one, as_of=AS_OF).to_arrow())


@pytest.mark.parametrize("batch", [[FACTS.to_batches()[0]], FACTS, FACTS.to_pylist()])
def test_what_is_no_batch_is_told(batch: Any) -> None:
    error = error_of(answered, [batch])
    assert error.code == "wrong_type" and type(batch).__name__ in str(error)


@pytest.mark.parametrize("row", [0, 7, FACTS.num_rows - 1])
def test_a_partner_that_is_null_is_told_with_its_fact(row: int) -> None:
    partners = FACTS["partner"].to_pylist()
    partners[row] = None
    error = error_of(answered, cut(FACTS.set_column(FACTS.column_names.index("partner"), "partner", [partners]), []))
    assert (error.code, error.path) == ("missing_field", "/partner")
    assert f"fact `{FACTS['id'][row]}`" in str(error) and f"fact `{FACTS['id'][row]}`" in error.problems[0].message


def test_a_bad_value_is_told_with_its_column_and_fact() -> None:
    values = FACTS["value"].to_pylist()
    row = FACTS["type"].to_pylist().index("rating")
    values[row] = 1.5
    error = error_of(answered, cut(FACTS.set_column(FACTS.column_names.index("value"), "value", [values]), [row]))
    assert (error.code, error.path) == ("out_of_range", "/value") and f"fact `{FACTS['id'][row]}`" in str(error)


def test_one_thread_gives_the_bytes_of_many() -> None:
    many = kp.portfolio(FACTS, as_of=AS_OF)
    assert all(kp.portfolio(FACTS, as_of=AS_OF, threads=threads) == many for threads in (1, 3))
    assert error_of(kp.portfolio, FACTS, as_of=AS_OF, threads=0).path == "/threads"


def test_versions_that_differ_are_told() -> None:
    error = error_of(ASKED._replace(version="0.0.1").people, kp.Journal.from_records([]))
    assert error.code == "wrong_version" and "0.0.1" in str(error)


def test_pyspark_is_asked_for_when_it_is_needed(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("pyspark", "pyspark.sql.functions", "pyspark.sql.pandas.types"):
        monkeypatch.setitem(sys.modules, name, None)
    assert error_of(spark.udtf, as_of=AS_OF).code == "missing_package"
    error = error_of(spark.portfolio, FACTS, as_of=AS_OF)
    assert error.code == "missing_package" and "keyperson[spark]" in error.hint
