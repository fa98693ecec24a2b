"""Columns of Python values for an import: each of one kind, as Arrow wants it, and nothing missed or guessed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, datetime, timedelta, timezone
from typing import Any, Literal, cast

from keyperson._errors import KeypersonError

__all__ = ["Column", "columns_of", "rows_as_columns"]

Kind = Literal["truth", "integer", "number", "text", "day", "local", "instant"]
Column = tuple[str, Kind, list[Any]]
"""Name, kind and values of a column, None where there is none."""

_EPOCH_DAY = date(1970, 1, 1).toordinal()
_EPOCH = datetime(1970, 1, 1)
_LARGEST = 2**63


def rows_as_columns(rows: Iterable[Mapping[str, Any]]) -> dict[str, list[Any]]:
    """Records as columns; a field that a record lacks is None."""
    columns: dict[str, list[Any]] = {}
    count = 0
    for row in rows:
        for name, value in row.items():
            columns.setdefault(name, [None] * count).append(value)
        count += 1
        for values in columns.values():
            if len(values) < count:
                values.append(None)
    return columns


def columns_of(columns: Mapping[str, Iterable[Any]]) -> list[Column]:
    """The columns, each with its kind: a column of several kinds becomes text, as a CSV file would have it.

    Raises:
        KeypersonError: `ragged_row` for columns of different lengths, `wrong_type` for a value that no cell can hold.
    """
    lists = {name: list(values) for name, values in columns.items()}
    lengths = {len(values) for values in lists.values()}
    if len(lengths) > 1:
        raise ragged(lengths)
    return [_column(name, values) for name, values in lists.items()]


def ragged(lengths: set[int]) -> KeypersonError:
    """The error for columns of different lengths."""
    return KeypersonError._one(  # pyright: ignore[reportPrivateUsage]
        "ragged_row",
        f"the columns have different lengths: {', '.join(str(length) for length in sorted(lengths))}",
        "give every column one value a row, None where there is none",
    )


def _column(name: str, values: list[Any]) -> Column:
    cells = [_cell(value, name, line) for line, value in enumerate(values, start=1)]
    kinds: set[Kind] = {cell[0] for cell in cells if cell is not None}
    kind: Kind
    if len(kinds) == 1:
        kind = next(iter(kinds))
    else:
        kind = "number" if kinds == {"integer", "number"} else "text"
    return name, kind, [None if cell is None else cell[1] if kind != "text" else cell[2] for cell in cells]


def _cell(value: Any, name: str, line: int) -> tuple[Kind, Any, str] | None:
    """Kind, value for Arrow and text of a cell; None where nothing is in it: None, NaN, NaT, pandas.NA."""
    item = getattr(value, "item", None)
    if callable(item) and getattr(value, "shape", None) == ():
        # Scalars of numpy; of a time in nanoseconds only itself knows what it is.
        value = value.astype("datetime64[us]").item() if value.dtype.kind == "M" else item()
    if value is None or type(value).__name__ == "NAType":
        return None
    if isinstance(value, str):
        return "text", value, value
    if isinstance(value, bool):
        return "truth", value, str(value).lower()
    if isinstance(value, int):
        return ("integer", value, str(value)) if -_LARGEST <= value < _LARGEST else ("text", str(value), str(value))
    if value != value:
        return None
    if isinstance(value, float):
        return "number", value, str(int(value)) if value.is_integer() else repr(value)
    if isinstance(value, datetime):
        if value.utcoffset() is None:
            return "local", _micros(value.replace(tzinfo=None)), value.isoformat()
        return "instant", _micros(value.astimezone(timezone.utc).replace(tzinfo=None)), value.isoformat()
    if isinstance(value, date):
        return "day", value.toordinal() - _EPOCH_DAY, value.isoformat()
    if type(value).__module__ in ("decimal", "uuid", "_decimal"):
        return "text", str(value), str(value)
    problem = KeypersonError._one(  # pyright: ignore[reportPrivateUsage]
        "wrong_type",
        f"row {line} has an object of type {type(value).__name__}, which is no cell",
        "give texts, numbers, dates, times, True, False or None",
        path=f"/{name}",
    )
    problem.problems = (problem.problems[0]._replace(line=line),)
    raise problem


def _micros(value: datetime) -> int:
    return (value - _EPOCH) // timedelta(microseconds=1)


def is_rows(source: object) -> bool:
    """Whether this is a list of records."""
    return isinstance(source, (list, tuple)) and all(isinstance(row, Mapping) for row in cast("list[Any]", source))
