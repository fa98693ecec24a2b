"""A portfolio by an engine is that of one machine, byte for byte, or a typed error."""

from __future__ import annotations

import os
import signal
import subprocess
import threading
import time
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc
import pytest

import keyperson as kp
import keyperson.spark

from conftest import AS_OF, SAIL, Files, collected, mixed, one_machine, rows

cluster_only = pytest.mark.skipif(SAIL, reason="Sail has no JVM and no executors of its own here")


def equal(people: Any, facts: pa.Table) -> None:
    expected = rows(one_machine(facts))
    found = rows(collected(people))
    assert found.schema == expected.schema
    for name in expected.column_names:
        assert found[name].equals(expected[name]), name
    assert found.num_rows == expected.num_rows > 0


def replaced(table: pa.Table, name: str, values: Any) -> pa.Table:
    return table.set_column(table.column_names.index(name), name, values)


def first(facts: pa.Table, partners: int) -> pa.Table:
    """The facts of some partners."""
    return facts.filter(pc.is_in(facts["partner"], value_set=pc.unique(facts["partner"]).slice(0, partners)))


def told(people: Any) -> str:
    """What an engine says of an error in a task."""
    with pytest.raises(Exception) as raised:
        collected(people)
    return str(raised.value)


def test_rows_are_those_of_one_machine(given: Files, facts: pa.Table) -> None:
    equal(keyperson.spark.portfolio(given(facts), as_of=AS_OF), facts)


def test_people_are_put_in_the_order_of_one_machine(given: Files, facts: pa.Table) -> None:
    people = one_machine(facts).select(["partner", "person", "readiness", "fit"])
    assert collected(keyperson.spark.in_order(given(mixed(people)))).to_pylist() == people.to_pylist()


def test_columns_in_another_order_and_partitions_without_facts(given: Files, facts: pa.Table) -> None:
    few = first(facts, 4)
    turned = given(few.select(facts.column_names[::-1]))
    equal(keyperson.spark.portfolio(turned, as_of=AS_OF, partitions=12, check_ids=False), few)


def test_no_facts_are_no_people(given: Files, facts: pa.Table) -> None:
    assert collected(keyperson.spark.portfolio(given(facts.slice(0, 0), 1), as_of=AS_OF)).num_rows == 0


def test_a_policy_decides_columns_and_values(given: Files, facts: pa.Table) -> None:
    few = first(facts, 10)
    rungs = kp.Policy.default()["ladder"]["rungs"]
    policy = kp.Policy.default().changed({"ladder": {"rungs": [{**rungs[0], "code": "first_step"}]}})
    people = keyperson.spark.portfolio(given(few), as_of=AS_OF, policy=policy)
    expected = kp.portfolio(few, as_of=AS_OF, policy=policy).to_arrow()
    assert "first_step_odds" in people.columns and people.columns == expected.column_names
    assert rows(collected(people).cast(expected.schema)).equals(rows(expected))


def test_columns_that_do_not_fit_are_told_before_anything_runs(given: Files, facts: pa.Table) -> None:
    few = facts.slice(0, 100)
    texts = replaced(few, "value", few["value"].cast("string"))
    naive = replaced(few, "at", few["at"].cast("timestamp[us]"))
    for table, place in [
        (few.append_column("hour", pa.array([1] * 100)), ("unknown_field", "/hour")),
        (few.drop_columns(["partner"]), ("missing_field", "/partner")),
        (texts, ("wrong_type", "/value")),
        (naive, ("naive_time", "/at")),
    ]:
        with pytest.raises(kp.KeypersonError) as raised:
            keyperson.spark.portfolio(given(table, 1), as_of=AS_OF)
        assert (raised.value.code, raised.value.path) == place


def test_facts_that_do_not_fit_are_told_with_column_and_id(given: Files, facts: pa.Table) -> None:
    few = first(facts, 20)
    fact = few["id"][77].as_py()
    here = pc.equal(few["id"], fact)
    nobody = pc.if_else(here, pa.scalar(None, pa.string()), few["partner"])
    said = told(keyperson.spark.portfolio(given(replaced(few, "partner", nobody)), as_of=AS_OF))
    assert "missing_field" in said and "/partner" in said and f"fact `{fact}`" in said
    beyond = pc.if_else(here, 1e9, few["value"])
    said = told(keyperson.spark.portfolio(given(replaced(few, "value", beyond)), as_of=AS_OF))
    assert "/value" in said and f"fact `{fact}`" in said
    schema = few.append_column("schema", pc.if_else(here, "keyperson.fact/9", "keyperson.fact/1"))
    said = told(keyperson.spark.portfolio(given(schema), as_of=AS_OF))
    assert "/schema" in said and "keyperson.fact/9" in said


def test_an_id_of_two_partners_is_an_error_as_on_one_machine(given: Files, facts: pa.Table) -> None:
    few = first(facts, 10)
    row = few.slice(0, 1)
    [other] = {*pc.unique(few["partner"]).slice(0, 2).to_pylist()} - {row["partner"][0].as_py()}
    twice = pa.concat_tables([few, row])
    twice = replaced(twice, "partner", [few["partner"].to_pylist() + [other]])
    with pytest.raises(kp.KeypersonError, match="fact_conflict"):
        one_machine(twice)
    said = told(keyperson.spark.portfolio(given(twice), as_of=AS_OF, partitions=40))
    assert "fact_conflict" in said and f"the id `{row['id'][0]}`" in said


def test_half_of_all_facts_at_one_partner(given: Files, facts: pa.Table) -> None:
    names = pc.unique(facts["partner"])
    half = pc.is_in(facts["partner"], value_set=names.slice(0, len(names) // 2))
    # Forty people share what half of the partners did.
    people = [f"q-{hash_of(person) % 40}" if of else person
              for person, of in zip(facts["person"].to_pylist(), half.to_pylist())]
    people = [person and str(person) for person in people]
    skewed = replaced(facts, "partner", pc.if_else(half, "big", facts["partner"]))
    skewed = replaced(skewed, "person", pa.array(people))
    assert pc.sum(pc.equal(skewed["partner"], "big")).as_py() > 0.45 * facts.num_rows
    equal(keyperson.spark.portfolio(given(skewed), as_of=AS_OF), skewed)


def hash_of(text: str | None) -> int:
    return sum((text or "").encode())


def test_a_row_number_before_does_no_harm(given: Files, facts: pa.Table) -> None:
    """Spark hands over lists in place of batches after some windows, it is said: then it is an error."""
    from pyspark.sql import Window, functions

    frame = given(facts)
    number = functions.row_number().over(Window.partitionBy("partner").orderBy("at", "id"))
    early = frame.withColumn("n", number).where("n <= 300").drop("n")
    kept = facts.sort_by([("partner", "ascending"), ("at", "ascending"), ("id", "ascending")]).to_pylist()
    seen: dict[str, int] = {}
    early_facts = []
    for row in kept:
        seen[row["partner"]] = seen.get(row["partner"], 0) + 1
        if seen[row["partner"]] <= 300:
            early_facts.append(row)
    equal(keyperson.spark.portfolio(early, as_of=AS_OF), pa.Table.from_pylist(early_facts, facts.schema))


@pytest.mark.skipif(not SAIL, reason="Spark keeps the sort")
def test_a_million_facts_and_what_a_lost_sort_does(given: Files) -> None:
    from keyperson.spark import _answers, _Asked, _spark_schema

    many = kp.simulate(1300)[0].to_table().to_arrow()
    frame = given(mixed(many))
    equal(keyperson.spark.portfolio(frame, as_of=AS_OF, partitions=8), many)
    asked = _Asked.of(AS_OF, None)
    schema = asked.schema()
    dropped = frame.repartition(8, "partner").sortWithinPartitions("partner")
    said = told(dropped.mapInArrow(lambda it: _answers(it, asked.people, schema), _spark_schema(schema)))
    assert "split_partner" in said


@cluster_only
def test_an_executor_dies(spark: Any, given: Files, facts: pa.Table) -> None:
    def executors() -> list[int]:
        found = subprocess.run(["pgrep", "-f", "CoarseGrainedExecutorBackend"], capture_output=True, text=True)
        # Those of this session only, whatever else runs on this machine.
        app = spark.sparkContext.applicationId
        return [int(pid) for pid in found.stdout.split() if app in command(pid) and "java" in command(pid)]

    def command(pid: str) -> str:
        try:
            with open(f"/proc/{pid}/cmdline") as file:
                return file.read().replace("\0", " ")
        except OSError:
            return ""

    frame = given(facts)
    before = executors()
    assert len(before) == 2
    tracker = spark.sparkContext.statusTracker()

    def kill() -> None:
        # As soon as a task of the last stage is done, an executor has some of the answer and goes.
        while not stopped.is_set():
            for stage in tracker.getActiveStageIds():
                info = tracker.getStageInfo(stage)
                if info is not None and info.numCompletedTasks > 0 and info.numTasks == 24:
                    os.kill(before[0], signal.SIGKILL)
                    killed.set()
                    return
            time.sleep(0.01)

    stopped, killed = threading.Event(), threading.Event()
    killer = threading.Thread(target=kill)
    killer.start()
    try:
        equal(keyperson.spark.portfolio(frame, as_of=AS_OF, partitions=24, check_ids=False), facts)
    finally:
        stopped.set()
        killer.join()
    assert killed.is_set() and before[0] not in executors()


@cluster_only
def test_sql(spark: Any, given: Files, facts: pa.Table) -> None:
    try:
        function = keyperson.spark.udtf(as_of=AS_OF)
    except kp.KeypersonError as error:
        assert error.code == "missing_package" and "4.1" in error.hint
        assert not hasattr(__import__("pyspark.sql.functions").sql.functions, "arrow_udtf")
        return
    spark.udtf.register("keyperson", function)
    few = first(facts, 50)
    given(few).createOrReplaceTempView("facts")
    equal(spark.sql("SELECT * FROM keyperson(TABLE(facts) PARTITION BY partner)"), few)
    said = told(spark.sql("SELECT * FROM keyperson(TABLE(facts) WITH SINGLE PARTITION)"))
    assert "split_partner" in said and "PARTITION BY partner" in said
