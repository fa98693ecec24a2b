"""Whole portfolios from Parquet: everything that keyperson answers, beside a part of it that an analyst would write by hand.

The part, in polars: how many facts there are of each person, the last meeting, how many messages were answered within a
day, averages of ratings that fade with age, and deals by stage with the odds of one more. Each call runs in a process of
its own, so that its memory counts alone; rounds take turns, and the medians count. Numbers of facts per person are
compared before anything is timed.
"""

from __future__ import annotations

import json
import math
import sys
import time
from datetime import datetime, timedelta, timezone
from pathlib import Path
from statistics import median
from typing import Any

import polars as pl
import pyarrow.parquet as pq

import keyperson as kp

from common import AS_OF, Row, in_child, peak

ROUNDS = 5
#: Partners that the simulator makes up for about a million facts.
PARTNERS = 1_300
ROW_GROUP = 131_072
#: Which calls there are: everybody's answer, the same on one thread, and the part in polars.
EVERYTHING, ONE_THREAD, PART = "keyperson", "keyperson, one thread", "polars, a part"


def made(folder: Path, power: int) -> Path:
    """A Parquet file of about 10^power facts, sorted by partner."""
    file = folder / f"facts-{power}.parquet"
    if file.exists():
        return file
    times = 10 ** max(power - 6, 0)
    partners = PARTNERS // 10 ** max(6 - power, 0)
    facts = pl.DataFrame(kp.simulate(partners)[0].to_table())
    writer = None
    for number in range(times):
        copy = facts
        if times > 1:
            again = [pl.format(f"{number:02}-{{}}", name).alias(name) for name in ("id", "partner")]
            others = [pl.format(f"{number:02}-{{}}", name).alias(name) for name in ("thread", "reply_to", "fact", "of")]
            copy = facts.with_columns(*again, *others)
        table = copy.to_arrow()
        writer = writer or pq.ParquetWriter(file, table.schema)
        writer.write_table(table, row_group_size=ROW_GROUP)
    if writer:
        writer.close()
    return file


def everything(file: Path, threads: int | None) -> pl.DataFrame:
    table = kp.portfolio(file, as_of=AS_OF, progress=False, threads=threads).table
    return pl.DataFrame(table).select("partner", "person", "facts")


def part(file: Path) -> pl.DataFrame:
    end = datetime.fromisoformat(AS_OF).replace(tzinfo=timezone(timedelta(hours=9))) + timedelta(days=1)
    keys = ("partner", "person")
    facts = pl.scan_parquet(file).filter(pl.col("at") < end)
    age = (pl.lit(end) - pl.col("at")).dt.total_seconds() / 86_400
    fresh = (-math.log(2) * age / 180).exp()
    rated = facts.filter((pl.col("type") == "rating") & (pl.col("expires").is_null() | (pl.col("expires") >= end.date())))
    average = (pl.col("value") * fresh).sum() / fresh.sum()
    ratings = rated.group_by(*keys, "trait").agg(average.alias("average")).group_by(keys).agg(pl.col("average").mean())
    messages = facts.filter(pl.col("type") == "message").select(*keys, "id", "at", "from", "reply_to")
    replies = messages.select(pl.col("reply_to").alias("id"), pl.col("at").alias("replied"))
    answered = messages.join(replies, on="id", how="left").group_by(keys).agg(
        asked=pl.len(), within=((pl.col("replied") - pl.col("at")) <= timedelta(hours=24)).sum()
    )
    stages = facts.filter(pl.col("type") == "deal").group_by(*keys, "stage").agg(deals=pl.col("deal").n_unique())
    odds = stages.with_columns(odds=1 - (pl.col("deals") * (-30 / 90)).exp()).group_by(keys).agg(
        deals=pl.col("deals").sum(), odds=pl.col("odds").max()
    )
    people = facts.filter(pl.col("person").is_not_null()).group_by(keys).agg(
        facts=pl.len(), contests=(pl.col("type") == "contest").sum(), last_meeting=pl.col("at").filter(pl.col("type") == "meeting").max()
    )
    whole = people.join(ratings, on=keys, how="left").join(answered, on=keys, how="left").join(odds, on=keys, how="left")
    return whole.collect(engine="streaming")


def call(which: str, file: Path) -> pl.DataFrame:
    if which == PART:
        return part(file)
    return everything(file, 1 if which == ONE_THREAD else None)


def measure(folder: Path, powers: list[int]) -> list[Row]:
    rows = []
    seconds: dict[int, float] = {}
    for power in powers:
        file = made(folder, power)
        facts = pq.ParquetFile(file).metadata.num_rows
        ours = everything(file, None)
        # A fact that was contested with success does not count, which the part knows nothing of.
        uncontested = part(file).filter(pl.col("contests") == 0)
        joined = ours.join(uncontested, on=("partner", "person"), how="inner", suffix="_theirs")
        assert len(joined) > len(ours) / 2, "hardly anybody in common"
        assert joined["facts"].to_list() == joined["facts_theirs"].to_list(), "other numbers of facts"
        rounds = [{which: in_child(__file__, which, file) for which in (EVERYTHING, ONE_THREAD, PART)} for _ in range(ROUNDS)]
        for which in (EVERYTHING, ONE_THREAD, PART):
            rows.append(Row(
                work="portfolio from Parquet",
                size=facts,
                who=which,
                seconds=median(each[which][0] for each in rounds),
                ratio=median(each[which][0] / each[EVERYTHING][0] for each in rounds),
                megabytes=median(each[which][1] for each in rounds),
            ))
        seconds[facts] = median(each[EVERYTHING][0] for each in rounds)
    large = [(facts, taken) for facts, taken in seconds.items() if facts > 50_000]
    if len(large) > 1:
        (small, little), (most, much) = large[0], large[-1]
        growth = math.log(much / little) / math.log(most / small)
        rows.append(Row(work=f"portfolio from Parquet, growth from {small:,} facts", size=most, who=EVERYTHING, exponent=growth))
    return rows


def main(arguments: list[str]) -> Any:
    which, file = arguments
    started = time.perf_counter()
    answer = call(which, Path(file))
    taken = time.perf_counter() - started
    assert len(answer)
    print(json.dumps([taken, peak()]))


if __name__ == "__main__":
    main(sys.argv[1:])
