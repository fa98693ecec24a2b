"""Errors: one exception, with a permanent code, the place, and what to do."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from os import PathLike
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, NamedTuple

from keyperson._language import LANGUAGES, Language

__all__ = ["KeypersonError", "Made", "Problem", "text_file"]


class _Problem(NamedTuple):
    code: str
    path: str
    line: int | None
    message: str
    hint: str


class Problem(_Problem):
    """One thing that is wrong with an input, and where.

    Attributes:
        code: Permanent code in snake case; programs compare this.
        path: JSON pointer to the place, such as `/value`; empty for the whole input.
        line: Line of a file, or number of a record or row, from 1; None where there is none.
        message: What is wrong, for people, in English.
        hint: What to do about it, for people, in English.
    """

    _texts: Mapping[str, tuple[str, str]] = MappingProxyType({})

    @classmethod
    def _of(
        cls,
        code: str,
        path: str,
        line: int | None,
        message: str,
        hint: str,
        texts: Iterable[tuple[str, str, str]] = (),
    ) -> Problem:
        """A problem of the core, with its message and hint in every language."""
        self = cls(code, path, line, message, hint)
        self._texts = {language: (text, hint) for language, text, hint in texts}
        return self

    def text(self, language: Language = "ja") -> str:
        """What is wrong, one sentence for people.

        Args:
            language: `ja` or `en`. What Python itself finds wrong, such as a missing package, is told in English.

        Raises:
            KeypersonError: `unknown_value` for another language.

        Example:
            >>> import keyperson as kp
            >>> try:
            ...     kp.Policy.from_toml("[fit]\\nbar = 7\\n")
            ... except kp.KeypersonError as error:
            ...     print(error.problems[0].text("ja"))
            `7` は範囲外です
        """
        return self._in(language)[0]

    def hint_in(self, language: Language = "ja") -> str:
        """What to do about it, one sentence for people.

        Args:
            language: `ja` or `en`.

        Raises:
            KeypersonError: `unknown_value` for another language.
        """
        return self._in(language)[1]

    def _in(self, of: str) -> tuple[str, str]:
        if of not in LANGUAGES:
            raise KeypersonError._one(  # pyright: ignore[reportPrivateUsage]
                "unknown_value",
                f"`{of}` is not one of the words allowed here",
                f"write one of: {', '.join(LANGUAGES)}",
                path="/language",
            )
        return self._texts.get(of, (self.message, self.hint))


class KeypersonError(ValueError):
    """Something that was given cannot be used; all problems of it are told together.

    Attributes:
        code: Permanent code of the first problem, in snake case.
        path: JSON pointer to the first problem; empty for the whole input.
        hint: What to do about the first problem.
        problems: Every problem, in the order of the input; at most 1,000.
        count: How many problems there were in all.

    Example:
        >>> import keyperson as kp
        >>> try:
        ...     kp.Policy.from_toml("[fit]\\nbar = 7\\n")
        ... except kp.KeypersonError as error:
        ...     print(error.code, error.path)
        out_of_range /fit/bar
    """

    code: str
    path: str
    hint: str
    problems: tuple[Problem, ...]
    count: int

    def __init__(
        self,
        message: str,
        *,
        code: str = "",
        path: str = "",
        hint: str = "",
        problems: tuple[Problem, ...] = (),
        count: int = 1,
    ) -> None:
        super().__init__(message)
        self.code = code
        self.path = path
        self.hint = hint
        self.problems = problems
        self.count = count

    @classmethod
    def _of(cls, message: str, problems: list[tuple[Any, ...]], count: int) -> KeypersonError:
        """The error for problems of the core."""
        return cls._told(message, tuple(Problem._of(*problem) for problem in problems), count)  # pyright: ignore[reportPrivateUsage]

    @classmethod
    def _told(cls, message: str, told: tuple[Problem, ...], count: int) -> KeypersonError:
        first = told[0] if told else Problem("", "", None, message, "")
        return cls(message, code=first.code, path=first.path, hint=first.hint, problems=told, count=count)

    @classmethod
    def _one(cls, code: str, message: str, hint: str, *, path: str = "") -> KeypersonError:
        """The error for one problem that Python's side finds."""
        place = path or "the input"
        problem = Problem(code, path, None, message, hint)
        return cls(
            f"{place}: {message} [{code}]; {hint}", code=code, path=path, hint=hint, problems=(problem,)
        )

    def __reduce__(self) -> tuple[Any, ...]:
        return (_again, (type(self), str(self), self.problems, self.count))


class Made:
    """What keyperson makes: one that was made without it, by `__new__` or a class below, says so when it is used."""

    __slots__ = ()

    if not TYPE_CHECKING:

        def __getattr__(self, name: str) -> Any:
            # Only what is missing is asked for here; of a whole one these are never.
            if name in ("_handle", "_origin", "_report", "_source"):
                raise TypeError(f"this {type(self).__name__} was not made by keyperson")
            raise AttributeError(
                f"{type(self).__name__!r} object has no attribute {name!r}", name=name, obj=self
            )

    def __delattr__(self, name: str) -> None:
        raise AttributeError(f"{type(self).__name__} is frozen: `{name}` cannot be deleted")


def text_file(path: str | PathLike[str]) -> str:
    """The text of a file in UTF-8.

    Raises:
        OSError: The file cannot be read.
        KeypersonError: `not_utf8` for a file in another encoding.
    """
    with open(path, "rb") as file:
        data = file.read()
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        message = f"the text is not UTF-8 (first bad byte at offset {error.start})"
        hint = "save the file as UTF-8; exports from Japanese Windows are often Shift_JIS, some of Excel UTF-16"
        problem = ("not_utf8", "", line, message, hint)
        said = f"line {line}: {message} [not_utf8]; {hint}"
        raise KeypersonError._of(said, [problem], 1) from None  # pyright: ignore[reportPrivateUsage]


def _again(
    cls: type[KeypersonError], message: str, problems: tuple[Problem, ...], count: int
) -> KeypersonError:
    return cls._told(message, problems, count)  # pyright: ignore[reportPrivateUsage]
