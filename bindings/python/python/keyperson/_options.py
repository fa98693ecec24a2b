"""How results show themselves in a notebook."""

from __future__ import annotations

from typing import Literal

__all__ = ["Options", "options"]


class Options:
    """Settings of the display, and of nothing else: no answer depends on them.

    Attributes:
        language: Language of pages in notebooks, `ja` or `en`.

    Example:
        >>> import keyperson as kp
        >>> kp.options.language
        'ja'
    """

    __slots__ = ("_language",)

    def __init__(self) -> None:
        self._language: Literal["ja", "en"] = "ja"

    @property
    def language(self) -> Literal["ja", "en"]:
        """Language of pages in notebooks, `ja` or `en`."""
        return self._language

    @language.setter
    def language(self, language: Literal["ja", "en"]) -> None:
        if language not in ("ja", "en"):
            raise ValueError(f"there is no language {language!r}: it is 'ja' or 'en'")
        self._language = language

    def __repr__(self) -> str:
        return f"Options(language={self._language!r})"


options = Options()
