"""The portfolio on Sail and on Spark beside one machine and beside an engine that only hands rows through Python.

    python benches/peers/spark.py sail           # with the packages of requirements/sail.txt, and the wheel
    python benches/peers/spark.py local[2]       # with those of requirements/spark-4.3.txt
    python benches/peers/spark.py sail 130       # of 130 partners in place of 1300

Rounds take turns, so that a busy machine disturbs all alike; the answers are compared. A round of the engine ends with
the answer on the driver.
"""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

import keyperson as kp
import keyperson.spark
from keyperson.spark import _together

AS_OF = "2026-04-30"
ROUNDS = 5
PARTITIONS = 8

#: One machine, on one core: Parquet to Arrow.
ALONE = """
import sys, time, resource
import pyarrow.parquet as pq
import keyperson as kp
times = []
for _ in range(2):
    start = time.perf_counter()
    kp.portfolio(pq.read_table(sys.argv[1]), as_of=sys.argv[2], progress=False, threads=1).to_arrow()
    times.append(time.perf_counter() - start)
print(min(times), resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
"""


def session(engine: str) -> tuple[Any, Any]:
    """A session, and what it needs to live."""
    from pyspark.sql import SparkSession

    os.environ.update(PYSPARK_PYTHON=sys.executable, PYSPARK_DRIVER_PYTHON=sys.executable, SPARK_LOCAL_IP="127.0.0.1")
    if engine == "sail":
        from pysail.spark import SparkConnectServer

        server = SparkConnectServer()
        server.start()
        return SparkSession.builder.remote("sc://{}:{}".format(*server.listening_address)).getOrCreate(), server
    builder = SparkSession.builder.master(engine).config("spark.driver.memory", "2g")
    for name in ("spark.ui.enabled", "spark.ui.showConsoleProgress"):
        builder = builder.config(name, "false")
    return builder.config("spark.driver.host", "127.0.0.1").getOrCreate(), None


def handed_on(batches: Any) -> Any:
    """Every row goes to Python, and the first of each batch back."""
    for batch in batches:
        yield batch.slice(0, 1)


def identity(batches: Any) -> Any:
    yield from batches


def collected(frame: Any) -> pa.Table:
    return frame.toArrow() if hasattr(frame, "toArrow") else pa.Table.from_batches(frame._collect_as_arrow())


def sorted_rows(table: pa.Table) -> pa.Table:
    return table.sort_by([("partner", "ascending"), ("person", "ascending")])


def main() -> None:
    engine = sys.argv[1]
    partners = int(sys.argv[2]) if len(sys.argv) > 2 else 1300
    with tempfile.TemporaryDirectory() as folder:
        file = f"{folder}/facts.parquet"
        facts = kp.simulate(partners)[0].to_table().to_arrow()
        mixed = facts.take(pa.array(sorted(range(facts.num_rows), key=lambda row: row * 7919 % 999983)))
        pq.write_table(mixed, file, row_group_size=mixed.num_rows // 8 + 1)
        one = kp.portfolio(facts, as_of=AS_OF, progress=False).to_arrow()
        spark, _server = session(engine)
        measure(spark, engine, file, facts.num_rows, one)


def measure(spark: Any, engine: str, file: str, count: int, one: pa.Table) -> None:
    frame = spark.read.parquet(file)
    together = _together(frame, PARTITIONS)
    ways = {
        "identity": lambda: together.mapInArrow(identity, together.schema).groupBy().count(),
        "handed_on": lambda: together.mapInArrow(handed_on, together.schema).groupBy().count(),
        "portfolio": lambda: keyperson.spark.portfolio(frame, as_of=AS_OF, partitions=PARTITIONS, check_ids=False),
        "portfolio_ids": lambda: keyperson.spark.portfolio(frame, as_of=AS_OF, partitions=PARTITIONS),
    }
    if engine != "sail":
        spark.udtf.register("keyperson", keyperson.spark.udtf(as_of=AS_OF))
        frame.createOrReplaceTempView("facts")
        spark.conf.set("spark.sql.shuffle.partitions", str(PARTITIONS))
        ways["portfolio_sql"] = lambda: spark.sql("SELECT * FROM keyperson(TABLE(facts) PARTITION BY partner)")
    times: dict[str, list[float]] = {"one_core": [], **{name: [] for name in ways}}
    memory = 0
    for _ in range(ROUNDS):
        said = subprocess.run([sys.executable, "-c", ALONE, file, AS_OF], capture_output=True, text=True, check=True)
        seconds, kilobytes = said.stdout.split()
        times["one_core"].append(float(seconds))
        memory = max(memory, int(kilobytes) // 1024)
        for name, make in ways.items():
            start = time.perf_counter()
            answer = collected(make())
            times[name].append(time.perf_counter() - start)
            if name.startswith("portfolio"):
                assert sorted_rows(answer.cast(one.schema)).equals(sorted_rows(one)), name
    # The first round warms up.
    warm = {name: statistics.median(taken[1:]) for name, taken in times.items()}
    cores = len(os.sched_getaffinity(0))
    bound = warm["identity"] + warm["one_core"] / cores
    print(json.dumps({
        "engine": engine, "facts": count, "people": one.num_rows, "cores": cores, "one_core_mb": memory,
        "seconds": {name: round(seconds, 2) for name, seconds in warm.items()},
        "first": {name: round(taken[0], 2) for name, taken in times.items()},
        "portfolio over identity + one core / cores": round(warm["portfolio"] / bound, 3),
        "with ids": round(warm["portfolio_ids"] / bound, 3),
        "one core over portfolio": round(warm["one_core"] / warm["portfolio"], 3),
    }))
    spark.stop()


if __name__ == "__main__":
    main()
