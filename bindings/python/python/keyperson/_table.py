"""A small table that speaks Arrow: it goes wherever a DataFrame is wanted, and imports none unasked."""

from __future__ import annotations

import importlib
from os import PathLike, fspath
from typing import TYPE_CHECKING, Any

from keyperson import _keyperson
from keyperson._errors import KeypersonError, Made

if TYPE_CHECKING:
    import pandas
    import polars

__all__ = ["Table"]

_SHOWN_ROWS = 10
_SHOWN_COLUMNS = 12


class Table(Made):
    """A table of results or facts: frozen, in Arrow's memory layout, shared without a copy.

    Whatever takes `__arrow_c_stream__` takes it as it is: `polars.DataFrame(table)`, `pyarrow.table(table)`, a
    DuckDB query, `narwhals.from_arrow(table, backend=...)`.

    Example:
        >>> import keyperson as kp
        >>> journal = kp.Journal.from_records([{
        ...     "id": "f-1", "at": "2026-01-05T09:00:00+09:00", "partner": "acme", "person": "p-1",
        ...     "type": "rating", "trait": "drive", "value": 0.9, "by": "Sato"}])
        >>> table = kp.portfolio(journal, as_of="2026-04-30").table
        >>> len(table), table.to_dict()["person"]
        (1, ['p-1'])
    """

    __slots__ = ("__weakref__", "_handle", "_origin")
    _handle: _keyperson.Table
    _origin: tuple[Any, str]

    def __init__(self) -> None:
        raise TypeError("Table is a result: keyperson makes it")

    @classmethod
    def _of(cls, handle: _keyperson.Table, origin: tuple[Any, str]) -> Table:
        self = object.__new__(cls)
        self._handle = handle
        self._origin = origin
        return self

    @property
    def columns(self) -> tuple[str, ...]:
        """Names of the columns."""
        return tuple(name for name, _ in self._handle.columns())

    @property
    def dtypes(self) -> dict[str, str]:
        """Arrow type of each column, by name."""
        return dict(self._handle.columns())

    @property
    def shape(self) -> tuple[int, int]:
        """How many rows and columns."""
        return (len(self), len(self.columns))

    def __len__(self) -> int:
        return self._handle.rows()

    def __arrow_c_stream__(self, requested_schema: object = None) -> object:
        """The table as an Arrow stream; a schema asked for is passed over, as the interface allows."""
        return self._handle.__arrow_c_stream__()

    def __arrow_c_schema__(self) -> object:
        """The columns as an Arrow schema."""
        return self._handle.__arrow_c_schema__()

    def to_dict(self) -> dict[str, list[Any]]:
        """The columns as lists, by name; times as aware `datetime`, days as `date`, absent values as None."""
        return self._handle.to_dict()

    def to_records(self) -> list[dict[str, Any]]:
        """The rows as dictionaries."""
        columns = self.to_dict()
        return [dict(zip(columns, row)) for row in zip(*columns.values())]

    def write(self, path: str | PathLike[str]) -> None:
        """Writes the table into a file: Parquet, or an Arrow file where its name ends in `.arrow`.

        Example:
            >>> import keyperson as kp, pathlib, tempfile
            >>> file = pathlib.Path(tempfile.mkdtemp(), "facts.parquet")
            >>> kp.Journal.from_records([]).to_table().write(file)
            >>> kp.Journal.read(file)
            Journal(0 facts, 0 people, 0 partners)
        """
        name = fspath(path)
        data = self._handle.file("arrow" if name.endswith(".arrow") else "parquet")
        with open(name, "wb") as file:
            file.write(data)

    def to_polars(self) -> polars.DataFrame:
        """The table as `polars.DataFrame`, without a copy where polars needs none.

        Raises:
            KeypersonError: `missing_package` where polars is not installed.
        """
        try:
            import polars
        except ImportError as error:
            raise _missing("polars") from error
        return polars.DataFrame(self)

    def to_arrow(self) -> Any:
        """The table as `pyarrow.Table` (which has no types of its own), without a copy.

        Raises:
            KeypersonError: `missing_package` where pyarrow is not installed.
        """
        try:
            pyarrow: Any = importlib.import_module("pyarrow")
        except ImportError as error:
            raise _missing("pandas") from error
        return pyarrow.table(self)

    def to_pandas(self) -> pandas.DataFrame:
        """The table as `pandas.DataFrame`.

        Raises:
            KeypersonError: `missing_package` where pandas or pyarrow is not installed.
        """
        table = self.to_arrow()
        try:
            return table.to_pandas()
        except ImportError as error:
            raise _missing("pandas") from error

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Table):
            return NotImplemented
        return self.dtypes == other.dtypes and self.to_dict() == other.to_dict()

    __hash__ = None  # type: ignore[assignment]

    def __copy__(self) -> Table:
        return self

    def __deepcopy__(self, memo: dict[int, Any]) -> Table:
        return self

    def __reduce__(self) -> tuple[Any, ...]:
        return (_again, self._origin)

    def __repr__(self) -> str:
        rows, columns = self.shape
        shown = ", ".join(self.columns[:6])
        return f"Table({rows} rows, {columns} columns: {shown}{', …' if columns > 6 else ''})"

    def _repr_html_(self) -> str:
        from html import escape

        columns = self.to_dict()
        names = list(columns)[:_SHOWN_COLUMNS]
        head = "".join(f"<th>{escape(name)}</th>" for name in names)
        rows = "".join(
            "<tr>" + "".join(f"<td>{escape(_cell(columns[name][index]))}</td>" for name in names) + "</tr>"
            for index in range(min(len(self), _SHOWN_ROWS))
        )
        return f"<table><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table><p>{escape(repr(self))}</p>"


def _again(origin: Any, which: str) -> Table:
    if which == "facts":
        return origin.to_table()
    return origin.partner_table if which == "partners" else origin.table


def _cell(value: Any) -> str:
    if value is None:
        return ""
    return f"{value:.3f}" if isinstance(value, float) else str(value)


def _missing(extra: str) -> KeypersonError:
    return KeypersonError._one(  # pyright: ignore[reportPrivateUsage]
        "missing_package",
        f"a package for this is not installed ({extra})",
        f"run `pip install keyperson[{extra}]`",
    )
