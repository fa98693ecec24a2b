"""Dates and times as the core reads them: a day, or an instant with its offset."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any, Union, cast

from keyperson._errors import KeypersonError

__all__ = ["DateLike", "plain", "text_of"]

DateLike = Union[str, date, datetime, "Any"]
"""A day or an instant: ISO text, `datetime.date`, aware `datetime.datetime`, `pandas.Timestamp` with time zone, or
`numpy.datetime64` of whole days."""


def text_of(value: DateLike, name: str) -> str:
    """The text of a day or an instant, as the core reads it.

    Args:
        value: ISO text, date, aware datetime, pandas.Timestamp with time zone, numpy.datetime64 of days.
        name: Name of the argument, for the error.

    Raises:
        KeypersonError: `naive_time` for a time without zone, `not_a_time` for NaT, `wrong_type` for anything else.
    """
    if isinstance(value, str):
        return value
    text = _day_or_instant(value, f"/{name}")
    if text is None:
        raise KeypersonError._one(  # pyright: ignore[reportPrivateUsage]
            "wrong_type",
            f"expected a date, found {_kind(value)}",
            'give a text such as "2026-04-30", a date, or a datetime with its time zone',
            path=f"/{name}",
        )
    return text


def plain(value: Any) -> Any:
    """What the core's reader takes in place of `value`: called for what is no plain JSON."""
    text = _day_or_instant(value, "")
    if text is not None:
        return text
    if isinstance(value, Mapping):
        return dict(cast("Any", value))
    if type(value).__module__ == "decimal":
        return float(value)
    # Scalars of numpy, pandas.NA and the like.
    if type(value).__name__ == "NAType":
        return None
    item = getattr(value, "item", None)
    if callable(item) and getattr(value, "shape", None) == ():
        return item()
    raise KeypersonError._one(  # pyright: ignore[reportPrivateUsage]
        "wrong_type",
        f"expected plain data, found {_kind(value)}",
        "give dictionaries, lists, texts, numbers, dates, True, False or None",
    )


def _day_or_instant(value: Any, path: str) -> str | None:
    """The text of a date or time; None for anything else."""
    if isinstance(value, datetime):
        if value != value:  # pandas.NaT is a datetime that equals nothing
            raise _not_a_time(path)
        if value.tzinfo is None or value.utcoffset() is None:
            raise _naive(value.isoformat(), path)
        return value.isoformat()
    if isinstance(value, date):
        return value.isoformat()
    kind = getattr(getattr(value, "dtype", None), "kind", None)
    if kind == "M" and getattr(value, "shape", None) == ():
        text = str(value)
        if text == "NaT":
            raise _not_a_time(path)
        if "T" in text or len(text) != len("2026-04-30"):
            raise _naive(text, path)
        return text
    return None


def _naive(found: str, path: str) -> KeypersonError:
    return KeypersonError._one(  # pyright: ignore[reportPrivateUsage]
        "naive_time",
        f"`{found}` has no time zone",
        'say where its clock hangs: `.replace(tzinfo=ZoneInfo("Asia/Tokyo"))`, or in pandas'
        ' `.tz_localize("Asia/Tokyo")`; for a whole day give a date, such as `.date()`',
        path=path,
    )


def _not_a_time(path: str) -> KeypersonError:
    return KeypersonError._one(  # pyright: ignore[reportPrivateUsage]
        "not_a_time",
        "NaT is not a time",
        "leave the field or the row out when the time is unknown, such as with `.dropna()`",
        path=path,
    )


def _kind(value: Any) -> str:
    return "None" if value is None else f"an object of type {type(value).__name__}"
