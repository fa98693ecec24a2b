"""How results show themselves in a notebook."""

from __future__ import annotations

from keyperson._language import LANGUAGES, Language

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
        self._language: Language = "ja"

    @property
    def language(self) -> Language:
        """Language of pages in notebooks, `ja` or `en`."""
        return self._language

    @language.setter
    def language(self, language: Language) -> None:
        if language not in LANGUAGES:
            known = " or ".join(map(repr, LANGUAGES))
            raise ValueError(f"there is no language {language!r}: it is {known}")
        self._language = language

    def __repr__(self) -> str:
        return f"Options(language={self._language!r})"


options = Options()
