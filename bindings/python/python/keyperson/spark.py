"""A whole portfolio on Spark or Sail: the engine brings each partner's facts together, one task answers for them.

    >>> import keyperson.spark                                                          # doctest: +SKIP
    >>> people = keyperson.spark.portfolio(facts, as_of="2026-04-30")                   # doctest: +SKIP
    >>> people.write.parquet("people")                                                  # doctest: +SKIP

Install `keyperson[spark]` where the session is made, and keyperson with pyarrow on every executor. Each row is the row of
`keyperson.portfolio` on one machine, to the last bit. What spans partners is not there: `where_to_begin` with its
standings, the rows of partners, and the number of people who have left; `in_order` sorts people as one machine does.
"""

from __future__ import annotations

import importlib
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from inspect import signature
from typing import Any, NamedTuple

from keyperson import _keyperson
from keyperson._ask import portfolio as _portfolio
from keyperson._dates import DateLike, text_of
from keyperson._errors import KeypersonError, Problem
from keyperson._journal import Journal
from keyperson._policy import Policy, PolicyLike, handle_of

__all__ = ["in_order", "portfolio", "udtf"]

_ROWS = 10_000
"""The most rows of a batch that is handed back."""

_ORDER = "_keyperson_order"
"""A column that makes an engine sort, and that no fact has."""


def portfolio(
    facts: Any,
    *,
    as_of: DateLike,
    policy: PolicyLike = None,
    partitions: int | None = None,
    check_ids: bool = True,
) -> Any:
    """Everybody at every partner: a DataFrame of facts in, a DataFrame with one row a person out.

    Rows are shuffled by partner, so they may come in any order and any number of files. A task reads them as a stream
    and holds one partner's facts at a time, or those of several small ones. Nothing runs before the result is used.

    Args:
        facts: A DataFrame of PySpark 3.5 to 4.3, or of Sail: one row a fact, columns as in `Journal.from_table`, in
            any order. Times are timestamps (with time zone, as Spark's are) or texts.
        as_of: When the question is asked; a day means its end in the policy's zone.
        policy: A policy, or what differs from the default one as a dictionary.
        partitions: Into how many partitions the facts are shuffled; the engine's own choice where absent.
        check_ids: Whether the engine looks for facts of several partners with one id, which on one machine is an
            error: only the facts that meet in a task are compared otherwise. It reads ids and partners once more.

    Returns:
        A DataFrame with the columns of `keyperson.portfolio(...).table`, times in microseconds; rows in no order.

    Raises:
        KeypersonError: Problems of the policy and of columns (`unknown_field`, `wrong_type`, `missing_field`), at
            once. While the engine works, and shown within its own exception: problems of facts, with column and the
            fact's id; `missing_field` for a partner that is null; `fact_conflict`; `split_partner` where a partner's
            facts are not together, which is never answered.
    """
    asked = _Asked.of(as_of, policy)
    return _mapped(facts, asked.people, asked.schema(), partitions, check_ids)


def udtf(*, as_of: DateLike, policy: PolicyLike = None) -> Any:
    """A table function for SQL on Spark 4.1 or later; it takes more time than `portfolio`.

        spark.udtf.register("keyperson", keyperson.spark.udtf(as_of="2026-04-30"))
        spark.sql("SELECT * FROM keyperson(TABLE(facts) PARTITION BY partner)")

    Write `PARTITION BY partner`: without it, people would be ranked within whatever the engine brings together. Facts
    of several partners in one call are an error; a finer partition cannot be told from a small partner.

    Args:
        as_of: When the question is asked; a day means its end in the policy's zone.
        policy: A policy, or what differs from the default one as a dictionary.

    Returns:
        The function, to be registered with `spark.udtf.register`; its columns are those of `portfolio`.

    Raises:
        KeypersonError: `missing_package` where PySpark is not installed, or older than 4.1; problems of the policy.
            While Spark works: problems of facts; `split_partner` for facts of several partners in one call.
    """
    asked = _Asked.of(as_of, policy)
    schema = asked.schema()
    arrow_udtf = getattr(_package("pyspark.sql.functions"), "arrow_udtf", None)
    if arrow_udtf is None:
        raise KeypersonError._one(  # pyright: ignore[reportPrivateUsage]
            "missing_package",
            "this PySpark has no table functions of Arrow",
            "install pyspark 4.1 or later, or call keyperson.spark.portfolio",
        )

    class Portfolio:
        """Made once per partner."""

        def __init__(self) -> None:
            self._run = _Run()

        def eval(self, facts: Any) -> Iterator[Any]:
            """Takes in some of the partner's rows."""
            self._run.push(facts)
            return iter(())

        def terminate(self) -> Iterator[Any]:
            """Answers, when there are no more."""
            journal = self._run.finish()
            if len(journal.partners) > 1:
                raise _split(journal.partners[1], "write `PARTITION BY partner` behind the table")
            if len(journal):
                yield asked.people(journal).cast(schema)

    return arrow_udtf(Portfolio, returnType=_spark_schema(schema))


def in_order(people: Any) -> Any:
    """The people of all partners in the order of one machine: by readiness, then fit, then partner and person.

    Args:
        people: The DataFrame that `portfolio` gives, or some rows of it with these columns.

    Returns:
        The same rows, sorted by the engine.
    """
    functions: Any = _package("pyspark.sql.functions")
    readiness = functions.lit(len(_READINESS))
    for place, word in enumerate(_READINESS):
        readiness = functions.when(people["readiness"] == word, place).otherwise(readiness)
    fit = people["fit"].desc_nulls_last()
    return people.orderBy(readiness, fit, people["partner"], people["person"])


_READINESS = ("ready", "ready_with_support", "unknown", "not_yet")
"""The words of readiness in the order of a portfolio."""


class _Asked(NamedTuple):
    """A question as plain text, which travels to the executors."""

    version: str
    policy: str
    as_of: str

    @classmethod
    def of(cls, as_of: DateLike, policy: PolicyLike) -> _Asked:
        asked = cls(_keyperson.__version__, handle_of(policy).json(), text_of(as_of, "as_of"))
        asked.people(Journal.from_records([]))
        return asked

    def people(self, journal: Journal) -> Any:
        """The table of people; by one thread, as the engine has given each core a task."""
        if self.version != _keyperson.__version__:
            raise KeypersonError._one(  # pyright: ignore[reportPrivateUsage]
                "wrong_version",
                f"the session has keyperson {self.version}, this executor {_keyperson.__version__}",
                "install the same version everywhere",
            )
        policy = _policy(self.policy)
        return _portfolio(journal, as_of=self.as_of, policy=policy, progress=False, threads=1).to_arrow()

    def schema(self) -> Any:
        """The columns, which depend on the policy."""
        return self.people(Journal.from_records([])).schema


@lru_cache(maxsize=8)
def _policy(text: str) -> Policy:
    return Policy._of(_keyperson.Policy.from_json(text))  # pyright: ignore[reportPrivateUsage]


def _mapped(
    facts: Any, ask: Callable[[Journal], Any], schema: Any, partitions: int | None, check_ids: bool
) -> Any:
    """What `ask` says of each partner's facts, as a DataFrame. Any question that needs no other partner runs this way."""
    functions: Any = _package("pyspark.sql.functions")
    _check_columns(facts)
    columns: list[str] = facts.columns
    wanted = _spark_schema(schema)

    def answers(batches: Iterable[Any]) -> Iterator[Any]:
        return _answers(batches, ask, schema, columns)

    answered = _together(facts, partitions).mapInArrow(answers, wanted)
    if not check_ids:
        return answered
    first, last = functions.min("partner"), functions.max("partner")
    owners = facts.where(facts["id"].isNotNull()).groupBy("id").agg(first.alias("first"), last.alias("last"))
    shared = owners.where(owners["first"] != owners["last"]).repartition(1)
    return answered.union(shared.mapInArrow(_refused, wanted))


def _together(facts: Any, partitions: int | None) -> Any:
    """The facts with each partner's in one partition, one behind the other."""
    shuffled = facts.repartition("partner") if partitions is None else facts.repartition(partitions, "partner")
    if ".connect." not in type(facts).__module__:
        return shuffled.sortWithinPartitions("partner")
    # Sail, which is spoken to by Spark Connect, drops a sort before `mapInArrow`. It keeps one that a column is made of.
    window: Any = _package("pyspark.sql").Window.partitionBy("partner").orderBy("at")
    order = _package("pyspark.sql.functions").row_number().over(window)
    return shuffled.withColumn(_ORDER, order)


def _answers(
    batches: Iterable[Any], ask: Callable[[Journal], Any], schema: Any, columns: list[str] | None = None
) -> Iterator[Any]:
    """The answers for a stream of rows in which each partner's are together; the last partner of a batch waits for the
    next one."""
    compute: Any = _package("pyarrow.compute")
    run, done = _Run(), set[str]()
    last: Any = None

    def answer() -> Iterator[Any]:
        journal = run.finish()
        partners = journal.partners
        for partner in partners:
            if partner in done:
                raise _split(partner, "let keyperson shuffle the facts by partner")
        done.update(partners)
        yield from ask(journal).cast(schema).to_batches(max_chunksize=_ROWS)

    for batch in batches:
        _check_batch(batch)
        if batch.num_rows == 0:
            continue
        if columns is not None:
            batch = batch.select(columns)
        keys = batch.column("partner")
        if run.rows and keys[0].as_py() != last:
            yield from answer()
        last = keys[-1].as_py()
        # Null is no partner, and is refused with its row.
        cut = 0 if last is None else compute.index(keys, keys[-1]).as_py()
        if cut:
            run.push(batch.slice(0, cut))
            yield from answer()
        run.push(batch.slice(cut))
    if run.rows:
        yield from answer()


class _Run:
    """Rows of whole partners on their way into a journal."""

    def __init__(self) -> None:
        self._facts = _keyperson.RowsBuilder()
        self._ids: list[Any] = []

    @property
    def rows(self) -> int:
        """How many rows are held."""
        return len(self._ids)

    def push(self, batch: Any) -> None:
        """Takes in rows."""
        _check_batch(batch)
        self._facts.push(batch)
        self._ids += batch.column("id").to_pylist()

    def finish(self) -> Journal:
        """The journal of the rows; the run begins again."""
        ids, self._ids = self._ids, []
        try:
            return Journal._of(self._facts.finish())  # pyright: ignore[reportPrivateUsage]
        except KeypersonError as error:
            raise _named(error, ids) from None


def _named(error: KeypersonError, ids: list[Any]) -> KeypersonError:
    """An error whose problems name the fact: the number of a row says nothing after a shuffle."""

    def named(problem: Problem) -> Problem:
        fact = None if problem.line is None else ids[problem.line - 1]
        if fact is None:
            return problem
        return problem._replace(message=f"{problem.message} (fact `{fact}`)")

    problems = tuple(map(named, error.problems))
    said = str(error).replace(error.problems[0].message, problems[0].message, 1)
    return KeypersonError._told(said, problems, error.count)  # pyright: ignore[reportPrivateUsage]


def _refused(batches: Iterable[Any]) -> Iterator[Any]:
    """No row at all; an error where there are ids that several partners have."""
    for batch in batches:
        _check_batch(batch)
        for row in batch.slice(0, 1).to_pylist():
            raise KeypersonError._one(  # pyright: ignore[reportPrivateUsage]
                "fact_conflict",
                f"the id `{row['id']}` has facts of two partners, `{row['first']}` and `{row['last']}`",
                "give each fact an id of its own",
                path="/id",
            )
    return iter(())


def _check_columns(facts: Any) -> None:
    """Lets the core look at the columns before anything runs."""
    pyarrow: Any = _package("pyarrow")
    convert = _package("pyspark.sql.pandas.types").to_arrow_schema
    # Newer ones ask for the zone of timestamps; any will do for a look.
    zone = {"timezone": "UTC"} if "timezone" in signature(convert).parameters else {}
    schema = convert(facts.schema, **zone)
    _keyperson.RowsBuilder().push(pyarrow.RecordBatch.from_pylist([], schema=schema))


def _check_batch(batch: Any) -> None:
    pyarrow: Any = _package("pyarrow")
    if not isinstance(batch, pyarrow.RecordBatch):
        raise KeypersonError._one(  # pyright: ignore[reportPrivateUsage]
            "wrong_type",
            f"the engine handed over a {type(batch).__name__} in place of an Arrow batch",
            "write the facts as Parquet, and read them again before they are given",
        )


def _split(partner: str, hint: str) -> KeypersonError:
    return KeypersonError._one(  # pyright: ignore[reportPrivateUsage]
        "split_partner", f"the facts of partner `{partner}` are not together", hint, path="/partner"
    )


def _spark_schema(schema: Any) -> Any:
    return _package("pyspark.sql.pandas.types").from_arrow_schema(schema)


def _package(name: str) -> Any:
    try:
        return importlib.import_module(name)
    except ImportError as error:
        raise KeypersonError._one(  # pyright: ignore[reportPrivateUsage]
            "missing_package",
            f"a package for this is not installed ({name.partition('.')[0]})",
            "run `pip install keyperson[spark]`",
        ) from error
