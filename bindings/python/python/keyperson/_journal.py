"""The journal: dated facts, from files, tables and records."""

from __future__ import annotations

import os
import sys
import warnings
from collections.abc import Iterable, Iterator, Mapping
from os import PathLike, fspath
from typing import IO, Any, Literal, Union, cast

from keyperson import _columns, _keyperson
from keyperson._errors import KeypersonError, Made, text_file
from keyperson._progress import Progress, Reporter
from keyperson._table import Table

__all__ = ["Facts", "Journal"]

_PIECE = 4 * 1024 * 1024


class Journal(Made):
    """A set of facts: dated things that happened, each with an id of its own. Immutable.

    Order and repetition do not matter. A file or table is read whole or not at all, and all its problems are told
    together, each with line or row and field.

    Example:
        >>> import keyperson as kp
        >>> journal = kp.Journal.from_records([
        ...     {"id": "f-1", "at": "2026-01-05T09:00:00+09:00", "partner": "acme", "person": "p-1",
        ...      "type": "rating", "trait": "drive", "value": 0.9, "by": "Sato"},
        ... ])
        >>> journal
        Journal(1 fact, 1 person, 1 partner)
    """

    __slots__ = ("__weakref__", "_handle", "_report")
    _handle: _keyperson.Journal
    _report: dict[str, Any] | None

    def __init__(self) -> None:
        raise TypeError("use Journal.read(path), Journal.from_table(table), Journal.from_records(records), …")

    @classmethod
    def _of(cls, handle: _keyperson.Journal, report: dict[str, Any] | None = None) -> Journal:
        self = object.__new__(cls)
        object.__setattr__(self, "_handle", handle)
        object.__setattr__(self, "_report", report)
        return self

    @classmethod
    def read(cls, path: str | PathLike[str] | IO[bytes], *, progress: Progress = None) -> Journal:
        """Reads a file of facts: JSON Lines, one fact per line (`.gz` is unpacked), or a Parquet or Arrow file.

        Args:
            path: The file, or one of JSON Lines that is opened for reading bytes.
            progress: True for a bar (needs tqdm), None for a bar beyond 1,000,000 facts where tqdm is there, False
                for none, or a function that is told the bytes read so far.

        Raises:
            OSError: The file cannot be read.
            KeypersonError: Every problem of the file, each with its line or row and path.

        Example:
            >>> import keyperson as kp, pathlib, tempfile
            >>> file = pathlib.Path(tempfile.mkdtemp(), "facts.jsonl")
            >>> _ = file.write_text('{"id":"f-1","at":"2026-01-05T09:00:00+09:00","partner":"acme",'
            ...                     '"person":"p-1","type":"person_registered"}')
            >>> len(kp.Journal.read(file))
            1
        """
        if isinstance(path, (str, PathLike)):
            name = fspath(path)
            total = os.stat(name).st_size
            table = _keyperson.FactsTable.of_file(name)
            if table is not None:
                return cls._of(table.journal())
            packed = name.endswith(".gz")
            with _opened(name, "rb") as file:
                # About 200 bytes a fact; an unpacked size is not known.
                return cls._read(file, None if packed else total, progress, total // 200)
        return cls._read(path, None, progress, 0)

    @classmethod
    def _read(cls, file: IO[bytes], total: int | None, progress: Progress, facts: int) -> Journal:
        builder = _keyperson.FactsBuilder()
        rest = b""
        done = 0
        with Reporter(progress, total=total, facts=facts, unit="B", about="facts") as reporter:
            while piece := file.read(_PIECE):
                done += len(piece)
                lines, newline, tail = (rest + piece).rpartition(b"\n")
                builder.push(lines + newline)
                rest = tail
                reporter.tell(done)
            builder.push(rest)
        return cls._of(builder.finish())

    @classmethod
    def from_json_lines(cls, text: str | bytes) -> Journal:
        """Reads facts from the text of JSON Lines.

        Raises:
            KeypersonError: Every problem of the text, each with its line and path.

        Example:
            >>> import keyperson as kp
            >>> text = ('{"id":"f-1","at":"2026-01-05T09:00:00+09:00","partner":"acme","person":"p-1",'
            ...         '"type":"person_registered","name":"山田"}')
            >>> kp.Journal.from_json_lines(text).people
            ('p-1',)
        """
        # Half a character is written as the bytes that it would have, which the core refuses with their line.
        data = text.encode("utf-8", "surrogatepass") if isinstance(text, str) else bytes(memoryview(text))
        return cls._of(_keyperson.Journal.from_json_lines(data))

    @classmethod
    def from_records(cls, records: Iterable[Mapping[str, Any]]) -> Journal:
        """Reads facts from dictionaries, one per fact.

        Args:
            records: Dictionaries with the fields of facts. Dates may be `date`, times aware `datetime` or
                `pandas.Timestamp`; None means that a field is absent.

        Raises:
            KeypersonError: Every problem, `line` being the number of the record from 1; `naive_time` for a time
                without zone, `not_a_time` for NaT.

        Example:
            >>> import keyperson as kp
            >>> from datetime import datetime, timezone
            >>> kp.Journal.from_records([{
            ...     "id": "f-1", "at": datetime(2026, 1, 5, tzinfo=timezone.utc), "partner": "acme",
            ...     "person": "p-1", "type": "allocation", "hours_per_week": 4}])
            Journal(1 fact, 1 person, 1 partner)
        """
        return cls._of(_keyperson.Journal.from_records(list(records)))

    @classmethod
    def from_table(cls, table: Any, *, progress: Progress = None) -> Journal:
        """Reads facts from a table, one row a fact, without a copy of its columns.

        Columns are the fields of facts; absent values are null. Texts and categories, numbers of every width, dates
        and timestamps with time zone are read; whole numbers serve as ids.

        Args:
            table: polars.DataFrame, pandas.DataFrame (with pyarrow), pyarrow.Table or RecordBatchReader, a DuckDB
                relation, anything with `__arrow_c_stream__` or `__arrow_c_array__`; or a dictionary of columns.
            progress: As in `read`; a function is told the rows read so far.

        Raises:
            TypeError: The object is no table.
            KeypersonError: Every problem, `line` being the number of the row from 1; `naive_time` for timestamps
                without time zone.

        Example:
            >>> import keyperson as kp
            >>> journal = kp.Journal.from_table({
            ...     "id": ["f-1", "f-2"], "at": ["2026-01-05T09:00:00+09:00"] * 2, "partner": ["acme"] * 2,
            ...     "person": ["p-1", "p-2"], "type": ["allocation"] * 2, "hours_per_week": [4.0, 1.0]})
            >>> kp.Journal.from_table(journal.to_table()) == journal
            True
        """
        if isinstance(table, Mapping):
            return cls.from_records(_rows(cast("Mapping[str, Iterable[Any]]", table)))
        rows = _length(table)
        try:
            with Reporter(progress, total=rows, facts=rows or 0, unit="rows", about="facts") as reporter:
                return cls._of(_keyperson.Journal.from_table(arrow_of(table), reporter.callback))
        except ImportError as error:
            raise _missing_for(table, error) from error

    @classmethod
    def import_table(
        cls,
        source: Any,
        mapping: str | PathLike[str],
        *,
        lookups: Mapping[str, Any] | None = None,
        keep_good_rows: bool = False,
        name: str = "table.csv",
        progress: Progress = None,
    ) -> Journal:
        """Imports an export of a CRM by a mapping that says which column is what: a CSV or Parquet file, or a table.

        A table gives the journal that a file with the same cells gives. A number without fraction reads as a whole
        one (7.0 as 7, since a column with gaps becomes one of floats), a time without zone is a local time of the
        mapping's zone, and null, NaN and NaT are blanks. What a library changed when it read the file is changed:
        "007" that became 7, a day that became midnight. Read all columns as text to keep cells as they are, such as
        `pandas.read_csv(file, dtype=str, keep_default_na=False)`.

        Args:
            source: The file (`str` or a path), its bytes, or a table: polars.DataFrame, pandas.DataFrame (with
                pyarrow), pyarrow.Table or RecordBatchReader, a DuckDB relation, a frame of narwhals, anything with
                `__arrow_c_stream__` or `__arrow_c_array__`; a dictionary of columns or a list of records.
            mapping: Name of a shipped mapping (`keyperson.MAPPINGS`), a mapping file, or the text of one.
            lookups: Further tables that the mapping joins, by its name for them; each a file or a table.
            keep_good_rows: Import the rows that can be read, warn about the others, and tell them in
                `import_report`; otherwise any bad row is an error.
            name: Name of the file where `source` is bytes; its ending tells the format.
            progress: As in `read`; a function is told the rows read so far.

        Raises:
            OSError: A file cannot be read.
            TypeError: The object is no table.
            KeypersonError: Every bad row, with line (of a table, the number of the row from 1) and column; problems
                of the mapping.

        Example:
            >>> import keyperson as kp
            >>> mapping = '''
            ... schema = "keyperson.mapping/1"
            ... [input]
            ... zone = "Asia/Tokyo"
            ... [[facts]]
            ... type = "deal"
            ... id = "{Deal}-won"
            ... at = { column = "Closed" }
            ... partner = { column = "Partner" }
            ... person = { column = "Owner" }
            ... deal = { column = "Deal" }
            ... stage = "won"
            ... '''
            >>> export = "Deal,Partner,Owner,Closed\\nD-1,Acme,佐藤,2026-04-30\\n".encode()
            >>> journal = kp.Journal.import_table(export, mapping)
            >>> journal
            Journal(1 fact, 1 person, 1 partner)

            From a table, here a dictionary of columns:

            >>> table = {"Deal": ["D-1"], "Partner": ["Acme"], "Owner": ["佐藤"], "Closed": ["2026-04-30"]}
            >>> kp.Journal.import_table(table, mapping) == journal
            True
        """
        tables = [(key, _source(table)) for key, table in (lookups or {}).items()]
        given = (name, source) if isinstance(source, bytes) else _source(source)
        rows = None if isinstance(given, tuple) else _length(source)
        try:
            with Reporter(progress, total=rows, facts=rows or 0, unit="rows", about="import") as reporter:
                handle, report = _keyperson.import_table(
                    given, _mapping(mapping), tables, keep_good_rows, reporter.callback
                )
        except ImportError as error:
            raise _missing_for(source, error) from error
        if report["rows_bad"]:
            warnings.warn(
                f"{report['rows_bad']} of {report['rows_read']} rows could not be read and were left out: "
                "see `journal.import_report`",
                stacklevel=2,
            )
        return cls._of(handle, report)

    @property
    def import_report(self) -> dict[str, Any] | None:
        """What came of the rows of `import_table`: `rows_read`, `rows_used`, `rows_bad`, `skipped` by reason, and
        `problems` (a KeypersonError or None); None for a journal from elsewhere."""
        return None if self._report is None else dict(self._report)

    @property
    def people(self) -> tuple[str, ...]:
        """Ids of the people of whom there are facts, sorted."""
        return tuple(self._handle.people())

    @property
    def partners(self) -> tuple[str, ...]:
        """Ids of the partners of which there are facts, sorted."""
        return tuple(self._handle.partners())

    def to_table(self) -> Table:
        """The facts as a table: one row a fact, every field a nullable column, times in UTC.

        Example:
            >>> import keyperson as kp
            >>> kp.Journal.from_records([]).to_table().shape[0]
            0
        """
        return Table._of(self._handle.table(), (self, "facts"))  # pyright: ignore[reportPrivateUsage]

    def to_records(self) -> list[dict[str, Any]]:
        """The facts as dictionaries, by partner, time and id.

        Example:
            >>> import keyperson as kp
            >>> kp.Journal.from_records([]).to_records()
            []
        """
        return list(self)

    def to_json_lines(self) -> str:
        """The facts as JSON Lines, by partner, time and id; reading the text gives the same journal.

        Example:
            >>> import keyperson as kp
            >>> kp.Journal.from_records([]).to_json_lines()
            ''
        """
        return self._handle.json_lines().decode("utf-8")

    def write(self, path: str | PathLike[str]) -> None:
        """Writes the facts into a file of JSON Lines, packed where its name ends in `.gz`.

        A name that ends in `.parquet` or `.arrow` gives the table of `to_table` as such a file.

        Example:
            >>> import keyperson as kp, pathlib, tempfile
            >>> file = pathlib.Path(tempfile.mkdtemp(), "facts.jsonl.gz")
            >>> kp.Journal.from_records([]).write(file)
            >>> kp.Journal.read(file)
            Journal(0 facts, 0 people, 0 partners)
        """
        name = fspath(path)
        if name.endswith((".parquet", ".arrow")):
            self.to_table().write(name)
            return
        if not name.endswith(".gz"):
            self._handle.write_json_lines(name)
            return
        with _opened(name, "wb") as file:
            file.write(self._handle.json_lines())

    def __or__(self, other: object) -> Journal:
        """All facts of two journals; `fact_conflict` where one id has two contents."""
        if not isinstance(other, Journal):
            return NotImplemented
        return self._of(self._handle.merged(other._handle))

    def __len__(self) -> int:
        return self._handle.facts()

    def __iter__(self) -> Iterator[dict[str, Any]]:
        index = 0
        while (fact := self._handle.fact(index)) is not None:
            yield fact
            index += 1

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError("Journal is frozen")

    def __eq__(self, other: object) -> bool:
        return self._handle.equals(other._handle) if isinstance(other, Journal) else NotImplemented

    __hash__ = None  # type: ignore[assignment]

    def __copy__(self) -> Journal:
        return self

    def __deepcopy__(self, memo: dict[int, Any]) -> Journal:
        return self

    def __reduce__(self) -> tuple[Any, ...]:
        return (_again, (self._handle,))

    def __repr__(self) -> str:
        counts = (
            _counted(len(self), "fact", "facts"),
            _counted(len(self.people), "person", "people"),
            _counted(len(self.partners), "partner", "partners"),
        )
        return f"Journal({', '.join(counts)})"


Facts = Union[Journal, Any]
"""A journal, or whatever one can be made of: a table that speaks Arrow, dictionaries, a path."""


def journal_of(facts: Facts) -> Journal:
    """The journal that was given, or made of what was given."""
    if isinstance(facts, Journal):
        return facts
    if isinstance(facts, (str, PathLike)):
        return Journal.read(cast("str | PathLike[str]", facts))
    if isinstance(facts, (list, tuple)):
        return Journal.from_records(cast("list[Mapping[str, Any]]", facts))
    return Journal.from_table(facts)


def table_or_journal(facts: Facts) -> _keyperson.FactsTable | _keyperson.Journal:
    """What was given: a table, or a file that holds one, as it is; everything else as a journal."""
    if isinstance(facts, (str, PathLike)):
        path = cast("str | PathLike[str]", facts)
        table = _keyperson.FactsTable.of_file(fspath(path))
        return journal_handle(path) if table is None else table
    if isinstance(facts, (Journal, list, tuple, Mapping)):
        return journal_handle(cast("Facts", facts))
    try:
        return _keyperson.FactsTable.of_table(arrow_of(facts), _length(facts) is not None)
    except ImportError as error:
        raise _missing_for(facts, error) from error


def journal_handle(facts: Facts) -> _keyperson.Journal:
    """The handle of what was given as facts."""
    return journal_of(facts)._handle  # pyright: ignore[reportPrivateUsage]


def _again(handle: _keyperson.Journal) -> Journal:
    return Journal._of(handle)  # pyright: ignore[reportPrivateUsage]


def _counted(number: int, one: str, many: str) -> str:
    return f"{number:,} {one if number == 1 else many}"


def _rows(columns: Mapping[str, Iterable[Any]]) -> Iterator[dict[str, Any]]:
    lists = {name: list(values) for name, values in columns.items()}
    lengths = {len(values) for values in lists.values()}
    if len(lengths) > 1:
        raise _columns.ragged(lengths)
    for index in range(next(iter(lengths), 0)):
        yield {name: values[index] for name, values in lists.items()}


def _source(source: Any) -> Any:
    """What is imported, as the core takes it: a file's name and bytes, columns, or what speaks Arrow."""
    if isinstance(source, (str, PathLike)):
        return _named(cast("str | PathLike[str]", source))
    if isinstance(source, Mapping):
        return _columns.columns_of(cast("Mapping[str, Iterable[Any]]", source))
    if _columns.is_rows(source):
        return _columns.columns_of(_columns.rows_as_columns(source))
    return arrow_of(source, keep_empty=True)


def _missing_for(table: Any, error: ImportError) -> KeypersonError:
    """The error for a table that cannot be handed over: pandas itself asks pyarrow for the stream."""
    return KeypersonError._one(  # pyright: ignore[reportPrivateUsage]
        "missing_package",
        f"{type(table).__module__.split('.')[0]} needs a package to hand over its table: {error}",
        "run `pip install keyperson[pandas]`",
    )


def arrow_of(table: Any, *, keep_empty: bool = False) -> Any:
    """What of a table speaks Arrow; columns of nothing but nulls may be left out unless `keep_empty`."""
    native = getattr(table, "to_native", None)
    if callable(native):
        # narwhals wraps a table of another library.
        table = native()
    if type(table).__module__.startswith("polars."):
        return _polars(table, keep_empty)
    if hasattr(table, "__arrow_c_stream__") or hasattr(table, "__arrow_c_array__"):
        return table
    raise TypeError(
        f"{type(table).__name__} is no table: give a DataFrame of polars or pandas, a pyarrow table, a DuckDB "
        "relation, anything with `__arrow_c_stream__`, a dictionary of columns, or a list of dictionaries"
    )


def _polars(table: Any, keep_empty: bool) -> Any:
    """A frame of polars, lazy ones collected: a journal needs all rows."""
    polars = sys.modules["polars"]
    if isinstance(table, polars.LazyFrame):
        table = table.collect()
    if not isinstance(table, polars.DataFrame):
        raise TypeError(f"a {type(table).__name__} of polars is no table: give a DataFrame")
    # polars hands over columns of nothing but nulls with a buffer that the Arrow interface does not know. They say
    # nothing; those that every fact needs stay, so that the rows are told.
    empty = [name for name, of in table.schema.items() if of == polars.Null]
    needed = [name for name in empty if keep_empty or name in ("id", "at", "partner", "type")]
    if empty:
        table = table.with_columns(polars.col(needed).cast(polars.String)) if needed else table
        table = table.drop([name for name in empty if name not in needed])
    return table


def _opened(name: str, mode: Literal["rb", "wb"]) -> IO[bytes]:
    """A file of bytes; one whose name ends in `.gz` is packed."""
    if name.endswith(".gz"):
        import gzip

        return cast("IO[bytes]", gzip.open(name, mode))
    return open(name, mode)


def _named(path: str | PathLike[str]) -> tuple[str, bytes]:
    """A file's name without its folder, and its bytes."""
    with open(path, "rb") as file:
        return os.path.basename(fspath(path)), file.read()


def _length(table: Any) -> int | None:
    try:
        return len(table)
    except TypeError:
        return None


def _mapping(mapping: str | PathLike[str]) -> str:
    if isinstance(mapping, str) and ("\n" in mapping or mapping in _keyperson.MAPPINGS):
        return mapping
    # One line would be taken for the name of a shipped mapping.
    return text_file(mapping) + "\n"
