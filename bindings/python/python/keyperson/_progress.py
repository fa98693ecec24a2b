"""Progress of long calls: a bar of tqdm, or a function of the caller's."""

from __future__ import annotations

import importlib
from collections.abc import Callable
from types import TracebackType
from typing import Any, Union

from keyperson._errors import KeypersonError

__all__ = ["Progress", "Reporter"]

Progress = Union[bool, None, Callable[[int], object]]
"""True for a bar, False for none, None for a bar where the work is long, or a function told how much is done."""

LONG_FACTS = 1_000_000


class Reporter:
    """Tells somebody how far a call is."""

    def __init__(
        self, progress: Progress, *, total: int | None, facts: int, unit: str, about: str
    ) -> None:
        self._function: Callable[[int], object] | None = None
        self._bar: Any = None
        if callable(progress):
            self._function = progress
        elif progress or (progress is None and facts > LONG_FACTS):
            bar = _tqdm(wanted=progress is True)
            if bar is not None:
                self._bar = bar(total=total, unit=unit, unit_scale=True, desc=f"keyperson: {about}")

    @property
    def callback(self) -> Callable[[int], object] | None:
        """What the core is to call; None where nobody wants to know."""
        return self.tell if self._function is not None or self._bar is not None else None

    def tell(self, done: int) -> None:
        """So much is done."""
        if self._function is not None:
            self._function(done)
        elif self._bar is not None:
            self._bar.update(done - self._bar.n)

    def __enter__(self) -> Reporter:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._bar is not None:
            self._bar.close()


def _tqdm(*, wanted: bool) -> Any:
    try:
        # The bar for notebooks in a notebook, for terminals elsewhere.
        return importlib.import_module("tqdm.auto").tqdm
    except ImportError as error:
        if not wanted:
            return None
        raise KeypersonError._one(  # pyright: ignore[reportPrivateUsage]
            "missing_package", "tqdm is not installed", "run `pip install keyperson[progress]`"
        ) from error
