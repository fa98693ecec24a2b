"""Errors: one exception, with a permanent code, the place, and what to do."""

from __future__ import annotations

from typing import Any, NamedTuple

__all__ = ["KeypersonError", "Problem"]


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


def _again(
    cls: type[KeypersonError], message: str, problems: tuple[Problem, ...], count: int
) -> KeypersonError:
    return cls._of(message, [tuple(problem) for problem in problems], count)  # pyright: ignore[reportPrivateUsage]
