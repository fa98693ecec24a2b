"""What all results have in common: frozen, comparable, and plain data again when asked."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from datetime import datetime
from functools import lru_cache
from typing import TYPE_CHECKING, Any, ClassVar, Generic, NoReturn, TypeVar, cast, overload

from keyperson._errors import Made
from keyperson._keyperson import Answer, json_text

__all__ = ["Attribute", "Record", "attribute", "instant", "tagged"]

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


class Attribute(Generic[T]):
    """An attribute of a result, with its type: converted when it is first read, and kept by the result."""

    __slots__ = ("_convert", "_field", "_name", "_owner")
    _owner: type[Record]

    def __init__(self, convert: Callable[[Any], T] | None, field: str) -> None:
        self._convert, self._field, self._name = convert, field, field

    def __set_name__(self, owner: type[Record], name: str) -> None:
        self._owner, self._name, self._field = owner, name, self._field or name

    @overload
    def __get__(self, record: None, owner: type[Record]) -> Attribute[T]: ...
    @overload
    def __get__(self, record: Record, owner: type[Record]) -> T: ...
    def __get__(self, record: Record | None, owner: type[Record]) -> Attribute[T] | T:
        if record is None:
            return self
        # Kept under the name itself, where Python looks first from now on.
        kept, source = record.__dict__, record._source  # pyright: ignore[reportPrivateUsage]
        if self._convert is None:
            kept[self._name] = value = source[self._field]
        else:
            kept[self._name] = value = self._convert(source[self._field])
        return value

    def __repr__(self) -> str:
        return str(self._owner.__annotations__[self._name])

    if not TYPE_CHECKING:

        @property
        def __doc__(self) -> str | None:
            return _docs(self._owner.__module__).get((self._owner.__name__, self._name))


class _Tagged(Attribute[T]):
    """An attribute whose type another one of the result says, `type`."""

    __slots__ = ("_by_tag",)

    def __init__(self, by_tag: Mapping[str, Callable[[Any], Any]]) -> None:
        super().__init__(None, "")
        self._by_tag = by_tag

    if not TYPE_CHECKING:

        def __get__(self, record, owner):
            if record is None:
                return self
            source = record._source
            value, convert = source[self._field], self._by_tag.get(source["type"])
            record.__dict__[self._name] = value = value if convert is None else convert(value)
            return value


def attribute(convert: Callable[[Any], Any] | None = None, *, name: str = "") -> Attribute[Any]:
    """An attribute made by `convert` of the plain value in the field `name`, or in the one of its own name."""
    return Attribute(convert, name)


def tagged(by_tag: Mapping[str, Callable[[Any], Any]]) -> Attribute[Any]:
    """An attribute made by the conversion of its `type`; the plain value where there is none."""
    return _Tagged(by_tag)


@lru_cache(maxsize=None)
def _docs(module: str) -> dict[tuple[str, str], str]:
    """What a module says of attributes, read from its source when it is first asked for: the text below each."""
    import ast
    import inspect

    try:
        tree = ast.parse(inspect.getsource(sys.modules[module]))
    except OSError:
        return {}
    found: dict[tuple[str, str], str] = {}
    for of in (node for node in tree.body if isinstance(node, ast.ClassDef)):
        for node, below in zip(of.body, of.body[1:]):
            if isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name):
                if isinstance(below, ast.Expr) and isinstance(below.value, ast.Constant):
                    found[of.name, node.target.id] = str(below.value.value)
    return found


class Record(Made):
    """A result: its attributes are read only, and follow the core's types one by one.

    Equal content is equal; results hash, copy and pickle. They are made by keyperson, not by hand.
    """

    __slots__ = ("__dict__", "__weakref__", "_source")
    _FIELDS: ClassVar[tuple[str, ...]] = ()
    _source: Any

    def __init_subclass__(cls) -> None:
        own = (name for name, value in vars(cls).items() if isinstance(value, Attribute))
        cls._FIELDS = (*cls._FIELDS, *own)  # pyright: ignore[reportConstantRedefinition]

    def __init__(self) -> None:
        raise TypeError(f"{type(self).__name__} is a result: keyperson makes it")

    @classmethod
    def _of(cls: type[R], source: Any) -> R:
        """The result whose plain data, or whose handle, is `source`."""
        self = object.__new__(cls)
        object.__setattr__(self, "_source", source)
        return self

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
