"""The ladder work of a journal: per person the prospects by day 30, the PoCs by day 60, the first order by day 90, and
how each rung stands; who left the partner is not counted, nor a fact that was disputed with success. In keyperson and in the libraries that analysts would use; the results must be the same.

Each library begins with the facts in its own frames, in the order of `Journal.to_table` (partner, time, id). An open
rung is only `open` here: telling on pace from at risk takes the odds, which keyperson alone works out.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

import duckdb
import numpy as np
import pandas as pd
import polars as pl

import keyperson as kp

from common import AS_OF, best, line

ZONE, HOURS = "Asia/Tokyo", 9
TODAY = dt.date.fromisoformat(AS_OF)
#: The last instant of the day of the as-of, in microseconds.
LAST = int(dt.datetime(TODAY.year, TODAY.month, TODAY.day, 23, 59, 59, 999999, dt.timezone(dt.timedelta(hours=HOURS))).timestamp() * 1_000_000)
#: Code, metric, stages, days and target of each rung.
RUNGS = [
    ("prospects_30", "prospects", ["prospect", "proposal", "poc", "approval", "won", "lost"], 30, 5),
    ("pocs_60", "pocs", ["poc"], 60, 2),
    ("first_order_90", "orders", ["won"], 90, 1),
]
WORK = ["activity", "deal", "touchpoint", "load"]
COLUMNS = ["id", "at", "partner", "person", "type", "gate", "effective", "metric", "count", "deal", "stage", "step", "fact"]

Rows = dict[tuple[str, str], tuple[tuple[str, int | None], ...]]
"""By partner and person: state and count of each rung."""


def by_keyperson(journal: kp.Journal) -> Any:
    """Not the ladder alone: the whole portfolio, which is what keyperson gives."""
    return kp.portfolio(journal, as_of=AS_OF, progress=False)


def rows_of_keyperson(portfolio: Any) -> Rows:
    states = {"ahead": "open", "on_pace": "open", "behind": "open", "at_risk": "open"}
    return {
        (row["partner"], row["person"]): tuple(
            (states.get(row[f"{code}_status"], row[f"{code}_status"]), row[f"{code}_count"]) for code, *_ in RUNGS
        )
        for row in portfolio.table.to_records()
    }


def by_polars(facts: pl.DataFrame) -> pl.DataFrame:
    who = ["partner", "person"]
    seen = facts.lazy().filter(pl.col("at").dt.timestamp("us") <= LAST)
    contests = seen.filter((pl.col("type") == "contest") & (pl.col("step") != "commented"))
    withdrawn = contests.group_by("fact", maintain_order=True).last().filter(pl.col("step") == "upheld")
    seen = seen.join(withdrawn.select("fact"), left_on="id", right_on="fact", how="anti", maintain_order="left")
    seen = seen.filter(pl.col("person").is_not_null()).with_columns(
        day=pl.col("at").dt.convert_time_zone(ZONE).dt.date()
    )
    starts = (
        seen.filter((pl.col("type") == "gate") & (pl.col("gate") == "appointed"))
        .group_by(who, maintain_order=True)
        .first()
        .select(*who, start=pl.coalesce("effective", "day"))
    )
    worked = seen.filter(pl.col("type").is_in(WORK)).group_by(who).agg(worked=pl.col("day").max())
    gone = seen.filter(pl.col("type") == "person_left").select(who)
    people = facts.lazy().filter(pl.col("person").is_not_null()).select(who).unique().join(gone, on=who, how="anti")
    people = people.join(starts, on=who, how="left").join(worked, on=who, how="left")
    today = pl.lit(TODAY)
    for code, metric, stages, days, target in RUNGS:
        counted = seen.filter(
            ((pl.col("type") == "deal") & pl.col("stage").is_in(stages))
            | ((pl.col("type") == "activity") & (pl.col("metric") == metric) & (pl.col("count") > 0))
        ).select(*who, "day", "deal", "count")
        alone = counted.filter(pl.col("deal").is_null())
        deals = counted.filter(pl.col("deal").is_not_null()).unique([*who, "deal"], keep="first", maintain_order=True)
        events = pl.concat([alone, deals.with_columns(count=pl.lit(1, pl.Int64))]).join(starts, on=who)
        in_time = (pl.col("day") >= pl.col("start")) & (pl.col("day") <= pl.col("start").dt.offset_by(f"{days}d"))
        counts = events.filter(in_time).group_by(who).agg(pl.col("count").sum().alias("counted"))
        count = pl.col("counted").fill_null(0)
        state = (
            pl.when(pl.col("start").is_null() | (pl.col("start") > today)).then(pl.lit("not_started"))
            .when((pl.col("start") < today) & (pl.col("worked").is_null() | (pl.col("worked") < pl.col("start"))))
            .then(pl.lit("unknown"))
            .when(count >= target).then(pl.lit("achieved"))
            .when(pl.col("start").dt.offset_by(f"{days}d") < today).then(pl.lit("missed"))
            .otherwise(pl.lit("open"))
        )
        people = people.join(counts, on=who, how="left").with_columns(state.alias(f"{code}_state"))
        known = ~pl.col(f"{code}_state").is_in(["not_started", "unknown"])
        people = people.with_columns(pl.when(known).then(count).alias(f"{code}_count")).drop("counted")
    return people.collect()


def by_pandas(facts: pd.DataFrame) -> pd.DataFrame:
    who = ["partner", "person"]
    seen = facts[facts["at"] <= pd.Timestamp(LAST, unit="us", tz="UTC")]
    contests = seen[(seen["type"] == "contest") & (seen["step"] != "commented")]
    last = contests.drop_duplicates("fact", keep="last")
    seen = seen[~seen["id"].isin(last.loc[last["step"] == "upheld", "fact"]) & seen["person"].notna()]
    seen = seen.assign(day=seen["at"].dt.tz_convert(ZONE).dt.tz_localize(None).dt.normalize())
    starts = seen[(seen["type"] == "gate") & (seen["gate"] == "appointed")].drop_duplicates(who)
    start = pd.to_datetime(starts["effective"]).fillna(starts["day"])
    starts = starts[who].assign(start=start)
    worked = seen[seen["type"].isin(WORK)].groupby(who, as_index=False).agg(worked=("day", "max"))
    gone = seen.loc[seen["type"] == "person_left", who].assign(gone=True)
    people = facts.loc[facts["person"].notna(), who].drop_duplicates().merge(gone, on=who, how="left")
    people = people[people.pop("gone").isna()]
    people = people.merge(starts, on=who, how="left").merge(worked, on=who, how="left")
    today = pd.Timestamp(TODAY)
    for code, metric, stages, days, target in RUNGS:
        activity = (seen["type"] == "activity") & (seen["metric"] == metric) & (seen["count"] > 0)
        counted = seen[((seen["type"] == "deal") & seen["stage"].isin(stages)) | activity]
        alone = counted[counted["deal"].isna()]
        deals = counted[counted["deal"].notna()].drop_duplicates([*who, "deal"]).assign(count=1)
        events = pd.concat([alone, deals])[[*who, "day", "count"]].merge(starts, on=who)
        end = events["start"] + pd.Timedelta(days=days)
        events = events[(events["day"] >= events["start"]) & (events["day"] <= end)]
        counts = events.groupby(who, as_index=False).agg(counted=("count", "sum"))
        people = people.merge(counts, on=who, how="left")
        count = people.pop("counted").fillna(0)
        begun, nothing = people["start"] < today, ~(people["worked"] >= people["start"])
        state = np.select(
            [people["start"].isna() | (people["start"] > today), begun & nothing, count >= target,
             people["start"] + pd.Timedelta(days=days) < today],
            ["not_started", "unknown", "achieved", "missed"],
            "open",
        )
        people[f"{code}_state"] = state
        people[f"{code}_count"] = count.where(~np.isin(state, ["not_started", "unknown"]))
    return people


SQL = """
with seen as (
    select f.*, cast(timezone('{zone}', "at") as date) as day from facts f where epoch_us("at") <= {last} and id not in (
        select fact from (
            select fact, arg_max(step, ("at", id)) as step from facts
            where type = 'contest' and step <> 'commented' and epoch_us("at") <= {last} group by fact
        ) where step = 'upheld'
    ) and person is not null
),
starts as (
    select partner, person, arg_min(coalesce(effective, day), ("at", id)) as start
    from seen where type = 'gate' and gate = 'appointed' group by all
),
worked as (select partner, person, max(day) as worked from seen where type in {work} group by all),
{rungs},
people as (
    select distinct partner, person from facts where person is not null and (partner, person) not in (
        select (partner, person) from seen where type = 'person_left'
    )
)
select partner, person, {states} from people
left join starts using (partner, person) left join worked using (partner, person) {joins}
"""
RUNG = """
{code}_deals as (
    select partner, person, deal, arg_min(day, ("at", id)) as day, 1 as count from seen where deal is not null and (
        (type = 'deal' and stage in {stages}) or (type = 'activity' and metric = '{metric}' and count > 0)
    ) group by all
    union all
    select partner, person, deal, day, count from seen
    where deal is null and type = 'activity' and metric = '{metric}' and count > 0
),
{code} as (
    select partner, person, sum(count) as counted from {code}_deals join starts using (partner, person)
    where day between start and start + {days} group by all
)
"""
STATE = """
case when start is null or start > date '{today}' then 'not_started'
     when start < date '{today}' and (worked is null or worked < start) then 'unknown'
     when coalesce({code}.counted, 0) >= {target} then 'achieved'
     when start + {days} < date '{today}' then 'missed' else 'open' end as {code}_state,
case when {code}_state not in ('not_started', 'unknown') then coalesce({code}.counted, 0) end as {code}_count
"""


def sql() -> str:
    values: list[dict[str, Any]] = [
        {"code": code, "metric": metric, "stages": f"({', '.join(repr(stage) for stage in stages)})", "days": days,
         "target": target, "today": TODAY}
        for code, metric, stages, days, target in RUNGS
    ]
    return SQL.format(
        zone=ZONE, last=LAST, work=tuple(WORK),
        rungs=",".join(RUNG.format(**value) for value in values),
        states=",".join(STATE.format(**value) for value in values),
        joins=" ".join(f"left join {value['code']} using (partner, person)" for value in values),
    )


class Codes:
    """The facts as numpy has them best: whole numbers for words, days for dates; -1 where there is none."""

    def __init__(self, facts: pl.DataFrame) -> None:
        self.people = facts.filter(pl.col("person").is_not_null()).select("partner", "person").unique(maintain_order=True)
        numbered = facts.join(self.people.with_row_index("who"), on=["partner", "person"], how="left", maintain_order="left")
        self.who = numbered["who"].fill_null(2**32 - 1).to_numpy().astype(np.int64)
        self.who[self.who == 2**32 - 1] = -1
        self.at = facts["at"].dt.timestamp("us").to_numpy()
        self.count = facts["count"].fill_null(0).to_numpy()
        effective = facts["effective"].cast(pl.Int32).cast(pl.Int64)
        self.effective = effective.fill_null(-1).to_numpy()
        self.words: dict[str, dict[str, int]] = {}
        for name in ("type", "gate", "metric", "stage", "step", "deal"):
            known = facts[name].drop_nulls().unique(maintain_order=True).to_list()
            self.words[name] = {word: code for code, word in enumerate(known)}
            setattr(self, name, facts[name].replace_strict(self.words[name], default=-1, return_dtype=pl.Int64).to_numpy())
        rows = {id: row for row, id in enumerate(facts["id"])}
        self.fact = np.array([rows.get(id, -1) for id in facts["fact"]], dtype=np.int64)

    def word(self, column: str, word: str) -> int:
        return self.words[column].get(word, -2)


def by_numpy(facts: Codes) -> tuple[np.ndarray, ...]:
    seen = facts.at <= LAST
    contest = seen & (facts.type == facts.word("type", "contest")) & (facts.step != facts.word("step", "commented"))
    latest = np.full(len(facts.at), -1)
    latest[facts.fact[contest]] = facts.step[contest]  # of several the last one stays
    kept = seen & (latest != facts.word("step", "upheld")) & (facts.who >= 0)
    day = (facts.at + HOURS * 3_600_000_000) // 86_400_000_000
    size = facts.people.height
    here = np.full(size, True)
    here[facts.who[kept & (facts.type == facts.word("type", "person_left"))]] = False
    appointed = np.flatnonzero(kept & (facts.type == facts.word("type", "gate")) & (facts.gate == facts.word("gate", "appointed")))
    start = np.full(size, -1)
    first = appointed[::-1]  # of several the first one stays
    start[facts.who[first]] = np.where(facts.effective[first] >= 0, facts.effective[first], day[first])
    work = kept & np.isin(facts.type, [facts.word("type", name) for name in WORK])
    worked = np.full(size, -1)
    np.maximum.at(worked, facts.who[work], day[work])
    today = (TODAY - dt.date(1970, 1, 1)).days
    given: list[np.ndarray] = []
    for _, metric, stages, days, target in RUNGS:
        activity = (facts.type == facts.word("type", "activity")) & (facts.metric == facts.word("metric", metric)) & (facts.count > 0)
        stage = (facts.type == facts.word("type", "deal")) & np.isin(facts.stage, [facts.word("stage", name) for name in stages])
        counted = np.flatnonzero(kept & (activity | stage))
        alone, deals = counted[facts.deal[counted] < 0], counted[facts.deal[counted] >= 0]
        _, once = np.unique(facts.who[deals] * (len(facts.words["deal"]) + 1) + facts.deal[deals], return_index=True)
        rows = np.concatenate([alone, deals[once]])
        weight = np.concatenate([facts.count[alone], np.ones(len(once), dtype=np.int64)])
        who = facts.who[rows]
        in_time = (start[who] >= 0) & (day[rows] >= start[who]) & (day[rows] <= start[who] + days)
        count = np.bincount(who[in_time], weights=weight[in_time], minlength=size).astype(np.int64)
        state = np.select(
            [(start < 0) | (start > today), (start < today) & (worked < start), count >= target, start + days < today],
            ["not_started", "unknown", "achieved", "missed"],
            "open",
        )
        given += [state, count]
    return (here, *given)


def rows_of_frame(frame: pl.DataFrame) -> Rows:
    return {
        (row["partner"], row["person"]): tuple(
            (row[f"{code}_state"], None if row[f"{code}_count"] is None else int(row[f"{code}_count"])) for code, *_ in RUNGS
        )
        for row in frame.to_dicts()
    }


def rows_of_arrays(facts: Codes, given: tuple[np.ndarray, ...]) -> Rows:
    here, *columns = [column.tolist() for column in given]
    people = facts.people.rows()
    return {
        who: tuple(
            (columns[2 * rung][row], None if columns[2 * rung][row] in ("not_started", "unknown") else columns[2 * rung + 1][row])
            for rung in range(len(RUNGS))
        )
        for row, who in enumerate(people)
        if here[row]
    }


def measure(journal: kp.Journal) -> None:
    facts = journal.to_table().to_polars().select(COLUMNS)
    frame, codes, text = facts.to_pandas(), Codes(facts), sql()
    connection = duckdb.connect()
    connection.execute('create table facts as select * replace (cast("at" as timestamptz) as "at") from facts')
    works: dict[str, tuple[Callable[[], Any], Callable[[Any], Rows]]] = {
        "numpy": (lambda: by_numpy(codes), lambda given: rows_of_arrays(codes, given)),
        "pandas": (lambda: by_pandas(frame), lambda given: rows_of_frame(pl.from_pandas(given, nan_to_null=True))),
        "polars": (lambda: by_polars(facts), rows_of_frame),
        "duckdb": (lambda: connection.sql(text).fetch_arrow_table(), lambda given: rows_of_frame(pl.DataFrame(given))),
    }
    ours = rows_of_keyperson(by_keyperson(journal))
    for name, (work, rows) in works.items():
        theirs = rows(work())
        wrong = [who for who in ours.keys() | theirs.keys() if ours.get(who) != theirs.get(who)]
        if wrong:
            who = sorted(wrong)[0]
            raise SystemExit(f"{name} counts otherwise for {len(wrong)}, such as {who}: {theirs.get(who)}, not {ours.get(who)}")
    line(f"ladders of {len(ours):,} people, {len(journal):,} facts: equal in numpy, pandas, polars, duckdb", "")
    took = best(lambda: by_keyperson(journal), times=3)
    line("… keyperson, as part of the whole portfolio", f"{took * 1e3:.0f} ms")
    for name, (work, _) in works.items():
        theirs = best(work, times=5)
        line(f"… {name}, the ladders alone: {theirs * 1e3:.1f} ms; keyperson's portfolio", f"{took / theirs:.1f} ×")
