"""The result classes, loaded with the first result: they are most of what an import would take."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

__all__ = ["results"]

if TYPE_CHECKING:
    from keyperson import _results as results
else:

    class _Results:
        """The module of the result classes, which is loaded when the first of them is asked for."""

        def __getattr__(self, name: str) -> Any:
            from keyperson import _results

            found = getattr(_results, name)
            setattr(self, name, found)
            return found

    results = _Results()
