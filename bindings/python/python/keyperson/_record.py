"""What all results have in common: frozen, comparable, and plain data again when asked."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any, ClassVar, NoReturn, TypeVar, cast

from keyperson._errors import Made
from keyperson._keyperson import Answer, json_text

__all__ = ["Record", "instant"]

T = TypeVar("T")
R = TypeVar("R", bound="Record")

_WIDTH = 96


def instant(text: str) -> datetime:
    """The time that RFC 3339 text says, cut to microseconds; `to_dict` keeps every digit."""
    if text.endswith("Z"):
        text = text[:-1] + "+00:00"
    point = text.find(".")
    if point >= 0:
        end = point + 1
        while text[end].isdigit():
            end += 1
        text = text[:point] + "." + text[point + 1 : end].ljust(6, "0")[:6] + text[end:]
    return datetime.fromisoformat(text)


class Record(Made):
    """A result: its attributes are read only, and follow the core's types one by one.

    Equal content is equal; results hash, copy and pickle. They are made by keyperson, not by hand.
    """

    __slots__ = ("__weakref__", "_kept", "_source")
    _FIELDS: ClassVar[tuple[str, ...]] = ()
    _source: Any
    _kept: dict[str, Any]

    def __init__(self) -> None:
        raise TypeError(f"{type(self).__name__} is a result: keyperson makes it")

    @classmethod
    def _of(cls: type[R], source: Any) -> R:
        """The result whose plain data, or whose handle, is `source`."""
        self = object.__new__(cls)
        object.__setattr__(self, "_source", source)
        return self

    def _once(self, name: str, convert: Callable[[Any], T]) -> T:
        """The attribute `name`, converted when it is first asked for."""
        try:
            kept = self._kept
        except AttributeError:
            kept = {}
            object.__setattr__(self, "_kept", kept)
        if name not in kept:
            kept[name] = convert(self._source[name])
        return kept[name]

    def _handle(self) -> Answer | None:
        return self._source if isinstance(self._source, Answer) else None

    def to_dict(self) -> dict[str, Any]:
        """The result as plain data: dictionaries, lists, texts and numbers, as in its JSON.

        Returns:
            A copy of its own; changing it changes nothing else.
        """
        handle = self._handle()
        return _copied(self._source) if handle is None else handle.plain()

    def to_json(self) -> str:
        """The result as JSON text, the same bytes as in every language."""
        handle = self._handle()
        return json_text(self._source) if handle is None else handle.json()

    def __setattr__(self, name: str, value: object) -> NoReturn:
        raise AttributeError(f"{type(self).__name__} is frozen: `{name}` cannot be set")

    def __delattr__(self, name: str) -> NoReturn:
        raise AttributeError(f"{type(self).__name__} is frozen: `{name}` cannot be deleted")

    def __eq__(self, other: object) -> bool:
        if self is other:
            return True
        if type(self) is not type(other) or not isinstance(other, Record):
            return NotImplemented
        mine, theirs = self._handle(), other._handle()
        if mine is not None and theirs is not None:
            return mine.equals(theirs)
        return self.to_dict() == other.to_dict()

    def __hash__(self) -> int:
        return hash((type(self), _frozen(self.to_dict())))

    def __repr__(self) -> str:
        parts: list[str] = []
        left = _WIDTH - len(type(self).__name__)
        for name in self._FIELDS:
            part = f"{name}={_short(getattr(self, name))}"
            left -= len(part) + 2
            if left < 0:
                parts.append("…")
                break
            parts.append(part)
        return f"{type(self).__name__}({', '.join(parts)})"

    def __dir__(self) -> list[str]:
        return sorted({*object.__dir__(self), *self._FIELDS})

    def __copy__(self: R) -> R:
        return self

    def __deepcopy__(self: R, memo: dict[int, Any]) -> R:
        return self

    def __reduce__(self) -> tuple[Any, ...]:
        return (_again, (type(self), self._source))


def _again(cls: type[R], source: Any) -> R:
    return cls._of(source)  # pyright: ignore[reportPrivateUsage]


def _copied(plain: Any) -> Any:
    if isinstance(plain, dict):
        return {key: _copied(value) for key, value in cast("dict[str, Any]", plain).items()}
    if isinstance(plain, list):
        return [_copied(value) for value in cast("list[Any]", plain)]
    return plain


def _frozen(plain: Any) -> Any:
    if isinstance(plain, dict):
        entries = sorted(cast("dict[str, Any]", plain).items())
        return tuple((key, _frozen(value)) for key, value in entries)
    if isinstance(plain, list):
        return tuple(_frozen(value) for value in cast("list[Any]", plain))
    return plain


def _short(value: Any) -> str:
    if isinstance(value, Record):
        return f"{type(value).__name__}(…)"
    if isinstance(value, tuple):
        items = cast("tuple[Any, ...]", value)
        return f"<{len(items)}>" if items else "()"
    if isinstance(value, float):
        return f"{value:.4g}"
    if isinstance(value, datetime):
        return value.isoformat(timespec="seconds")
    text = repr(value)
    return text if len(text) <= 40 else text[:39] + "…"
