"""An export of a CRM becomes facts: keyperson by its mapping, polars by the same work written by hand.

Both read a CSV file of opportunities with two tables beside it, make one fact of each agent and up to two of each row,
and write them as JSON Lines, sorted by partner, time and id. Each call runs in a process of its own; rounds take turns.
"""

from __future__ import annotations

import csv
import json
import random
import sys
import time
from datetime import date, timedelta
from pathlib import Path
from statistics import median

import polars as pl

import keyperson as kp

from common import Row, in_child, peak

ROUNDS = 5
OURS, THEIRS = "keyperson", "polars"


def made(folder: Path, rows: int) -> Path:
    """An export in the columns of the mapping `maven_crm`, and the tables beside it."""
    folder = folder / f"export-{rows}"
    file = folder / "sales_pipeline.csv"
    if file.exists():
        return file
    folder.mkdir(parents=True, exist_ok=True)
    draw = random.Random(1)
    agents = [f"Agent {number:02}" for number in range(35)]
    accounts = [f"Account {number:02}" for number in range(85)]
    with (folder / "sales_teams.csv").open("w", newline="") as teams:
        csv.writer(teams).writerows([
            ("sales_agent", "manager", "regional_office"),
            *((agent, "Manager", ("Central", "East", "West")[number % 3]) for number, agent in enumerate(agents)),
        ])
    with (folder / "accounts.csv").open("w", newline="") as about:
        csv.writer(about).writerows([
            ("account", "sector", "year_established", "revenue", "employees", "office_location", "subsidiary_of"),
            *((account, "technolgy" if number % 3 else "retail", 1990, 12.5, 100 + number, "Japan", "")
              for number, account in enumerate(accounts)),
        ])
    with file.open("w", newline="") as pipeline:
        writer = csv.writer(pipeline)
        writer.writerow(("opportunity_id", "sales_agent", "product", "account", "deal_stage", "engage_date", "close_date", "close_value"))
        for number in range(rows):
            stage = draw.choices(("Won", "Lost", "Engaging", "Prospecting"), (48, 28, 18, 6))[0]
            engaged = date(2016, 10, 20) + timedelta(days=draw.randrange(400))
            closed = engaged + timedelta(days=draw.randrange(120)) if stage in ("Won", "Lost") else ""
            writer.writerow((
                f"{number:08X}", draw.choice(agents), draw.choice(("GTXPro", "MG Special", "GTX Basic")), draw.choice(accounts),
                stage, "" if stage == "Prospecting" else engaged, closed, draw.randrange(9_000) if closed else "",
            ))
    return file


def ours(file: Path, out: Path) -> int:
    beside = {"teams": file.with_name("sales_teams.csv"), "accounts": file.with_name("accounts.csv")}
    journal = kp.Journal.import_table(file, "maven_crm", lookups=beside, progress=False)
    journal.write(out)
    return len(journal)


def theirs(file: Path, out: Path) -> int:
    teams = pl.read_csv(file.with_name("sales_teams.csv")).select("sales_agent", "regional_office")
    accounts = pl.read_csv(file.with_name("accounts.csv")).select("account", "sector", "office_location", "employees")
    rows = pl.read_csv(file).filter(pl.col("engage_date").is_not_null())
    rows = rows.join(teams, on="sales_agent", how="left").join(accounts, on="account", how="left")

    def at(column: str) -> pl.Expr:
        noon = pl.col(column).str.to_date().cast(pl.Datetime("us")).dt.offset_by("12h")
        return noon.dt.replace_time_zone("America/New_York").alias("at")

    partner, person = pl.col("regional_office").alias("partner"), pl.col("sales_agent").alias("person")
    agents = rows.select(
        pl.format("agent:{}", "sales_agent").alias("id"), at("engage_date"), partner, person,
        pl.lit("person_registered").alias("type"), pl.col("sales_agent").alias("name"),
    ).sort("at").unique("id", keep="first")
    found = rows.select(
        pl.format("{}-prospect", "opportunity_id").alias("id"), at("engage_date"), partner, person,
        pl.lit("deal").alias("type"), pl.col("opportunity_id").alias("deal"), pl.lit("prospect").alias("stage"),
        pl.col("account").alias("name"), pl.col("sector").replace({"technolgy": "technology"}).alias("industry"),
        pl.col("office_location").alias("region"), "employees", pl.col("product").replace({"GTXPro": "GTX Pro"}),
    )
    closed = rows.filter(pl.col("deal_stage").is_in(["Won", "Lost"])).select(
        pl.format("{}-closed", "opportunity_id").alias("id"), at("close_date"), partner, person,
        pl.lit("deal").alias("type"), pl.col("opportunity_id").alias("deal"),
        pl.col("deal_stage").str.to_lowercase().alias("stage"), pl.col("close_value").cast(pl.Float64).alias("amount"),
        pl.lit("USD").alias("currency"),
    )
    facts = pl.concat([agents, found, closed], how="diagonal").sort("partner", "at", "id")
    facts.write_ndjson(out)
    return facts.height


def measure(folder: Path, sizes: list[int]) -> list[Row]:
    table = []
    for size in sizes:
        file = made(folder, size)
        rounds = [{which: in_child(__file__, which, file) for which in (OURS, THEIRS)} for _ in range(ROUNDS)]
        assert len({facts for each in rounds for _, _, facts in each.values()}) == 1, "other numbers of facts"
        for which in (OURS, THEIRS):
            table.append(Row(
                work="import of CSV into JSON Lines",
                size=size,
                who=which,
                seconds=median(each[which][0] for each in rounds),
                ratio=median(each[which][0] / each[OURS][0] for each in rounds),
                megabytes=median(each[which][1] for each in rounds),
            ))
    return table


def main(which: str, file: Path) -> None:
    out = file.with_name(f"{which}.jsonl")
    started = time.perf_counter()
    facts = (ours if which == OURS else theirs)(file, out)
    taken = time.perf_counter() - started
    out.unlink()
    print(json.dumps([taken, peak(), facts]))


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]))
