"""An engine for the tests: Sail's server, or a cluster of Spark with two executors on this machine."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pyspark
import pytest

import keyperson as kp

AS_OF = "2026-04-30"
SAIL = find_spec("pysail") is not None

#: Executors take the Python of the tests, and nothing leaves this machine.
os.environ.update(
    PYSPARK_PYTHON=sys.executable,
    PYSPARK_DRIVER_PYTHON=sys.executable,
    SPARK_LOCAL_IP="127.0.0.1",
    SPARK_LOCAL_HOSTNAME="127.0.0.1",
)


def pytest_configure(config: pytest.Config) -> None:
    installed = "site-packages" in str(Path(kp.__file__).resolve())
    if os.environ.get("KEYPERSON_FROM_WHEEL") == "1" and not installed:
        raise pytest.UsageError(f"keyperson is {kp.__file__}: not the installed wheel")


def collected(people: Any) -> pa.Table:
    """A DataFrame's rows, with the types of one machine."""
    if hasattr(people, "toArrow"):
        table = people.toArrow()
    else:
        batches = people._collect_as_arrow()
        table = pa.Table.from_batches(batches) if batches else _empty().slice(0, 0)
    return table.cast(_empty().schema) if set(table.column_names) == set(_empty().column_names) else table


def _empty() -> pa.Table:
    return kp.portfolio([], as_of=AS_OF).to_arrow()


def rows(table: pa.Table) -> pa.Table:
    return table.sort_by([("partner", "ascending"), ("person", "ascending")]).combine_chunks()


def one_machine(facts: pa.Table) -> pa.Table:
    return kp.portfolio(facts, as_of=AS_OF, progress=False).to_arrow()


@pytest.fixture(scope="session")
def spark() -> Iterator[Any]:
    from pyspark.sql import SparkSession

    if SAIL:
        from pysail.spark import SparkConnectServer

        server = SparkConnectServer()
        server.start()
        session = SparkSession.builder.remote("sc://{}:{}".format(*server.listening_address)).getOrCreate()
        yield session
        session.stop()
        server.stop()
        return
    builder = SparkSession.builder.master("local-cluster[2,1,1024]")
    settings = {
        "spark.driver.host": "127.0.0.1",
        "spark.driver.bindAddress": "127.0.0.1",
        "spark.ui.enabled": "false",
        "spark.ui.showConsoleProgress": "false",
        "spark.executor.memory": "1g",
        "spark.sql.shuffle.partitions": "8",
        # A short life: the quick compiler, and no patience with what fails each time.
        "spark.driver.extraJavaOptions": "-XX:TieredStopAtLevel=1",
        "spark.executor.extraJavaOptions": "-XX:TieredStopAtLevel=1",
        "spark.task.maxFailures": "2",
    }
    for name, value in settings.items():
        builder = builder.config(name, value)
    session = builder.getOrCreate()
    session.sparkContext.setLogLevel("ERROR")
    yield session
    session.stop()
    # Executors of a local cluster write beside the package.
    shutil.rmtree(Path(pyspark.__file__).parent / "work", ignore_errors=True)


@pytest.fixture(scope="session")
def facts() -> pa.Table:
    """96,520 facts, mixed."""
    return mixed(kp.simulate(130)[0].to_table().to_arrow())


def mixed(table: pa.Table) -> pa.Table:
    """The rows in an order of no meaning, the same each time."""
    places = sorted(range(table.num_rows), key=lambda row: row * 7919 % 99991)
    return table.take(pa.array(places))


class Files:
    """Facts as files of Parquet, read by the engine."""

    def __init__(self, spark: Any, folder: Path) -> None:
        self.spark, self.folder, self.count = spark, folder, 0

    def __call__(self, table: pa.Table, files: int = 4) -> Any:
        self.count += 1
        folder = self.folder / str(self.count)
        folder.mkdir()
        size = table.num_rows // files + 1
        for part in range(files):
            pq.write_table(table.slice(part * size, size), folder / f"{part}.parquet")
        return self.spark.read.parquet(str(folder))


@pytest.fixture(scope="session")
def given(spark: Any, tmp_path_factory: pytest.TempPathFactory) -> Files:
    return Files(spark, tmp_path_factory.mktemp("facts"))
