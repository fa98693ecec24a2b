"""How results show themselves in a notebook."""

from __future__ import annotations

from typing import Literal

__all__ = ["Options", "options"]


class Options:
    """Settings of the display, and of nothing else: no answer depends on them.

    Attributes:
        lang: Language of pages in notebooks, `en` or `ja`.

    Example:
        >>> import keyperson as kp
        >>> kp.options.lang
        'en'
    """

    __slots__ = ("_lang",)

    def __init__(self) -> None:
        self._lang: Literal["ja", "en"] = "en"

    @property
    def lang(self) -> Literal["ja", "en"]:
        """Language of pages in notebooks, `en` or `ja`."""
        return self._lang

    @lang.setter
    def lang(self, lang: Literal["ja", "en"]) -> None:
        if lang not in ("ja", "en"):
            raise ValueError(f"there is no language {lang!r}: it is 'ja' or 'en'")
        self._lang = lang

    def __repr__(self) -> str:
        return f"Options(lang={self._lang!r})"


options = Options()
