"""Errors: one exception, with a permanent code, the place, and what to do."""

from __future__ import annotations

from os import PathLike
from typing import TYPE_CHECKING, Any, NamedTuple

__all__ = ["KeypersonError", "Made", "Problem", "text_file"]


class Problem(NamedTuple):
    """One thing that is wrong with an input, and where.

    Attributes:
        code: Permanent code in snake case; programs compare this.
        path: JSON pointer to the place, such as `/value`; empty for the whole input.
        line: Line of a file, or number of a record or row, from 1; None where there is none.
        message: What is wrong, for people.
        hint: What to do about it, for people.
    """

    code: str
    path: str
    line: int | None
    message: str
    hint: str


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
        told = tuple(Problem(*problem) for problem in problems)
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
    return cls._of(message, [tuple(problem) for problem in problems], count)  # pyright: ignore[reportPrivateUsage]
