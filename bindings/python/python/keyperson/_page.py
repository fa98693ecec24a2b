"""How a brief, a portfolio and a finding show themselves: the page in a notebook, Markdown, text, words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from keyperson._keyperson import Answer, finding_text
from keyperson._language import Language
from keyperson._record import Record
from keyperson._table import Table

if TYPE_CHECKING:
    import pandas
    import polars

    from keyperson._results import FindingText

__all__ = ["BriefPage", "FindingWords", "PortfolioPage"]

_FRAME_HEIGHT = 1300


class Page(Record):
    """A result that has a page of its own."""

    __slots__ = ()

    def _answer(self) -> Answer:
        answer = self._handle()
        assert answer is not None, "a page keeps its answer"
        return answer

    def to_html(self, *, language: Language = "ja") -> str:
        """The page as self-contained HTML: no script, no address outside, light and dark.

        Args:
            language: `ja` or `en`.

        Returns:
            A whole HTML document; a brief prints on one A4 page.
        """
        return self._answer().page("html", language)

    def to_markdown(self, *, language: Language = "ja") -> str:
        """The page as Markdown with tables; names are escaped.

        Args:
            language: `ja` or `en`.
        """
        return self._answer().page("markdown", language)

    def _pictures(self) -> dict[str, str]:
        return {}

    def _repr_html_(self) -> str:
        from html import escape

        # A frame of its own: the page's style cannot reach the notebook, nor the notebook's the page.
        page = escape(self.to_html(language=_shown_in()), quote=True)
        return (
            f'<iframe sandbox="" srcdoc="{page}" title="{type(self).__name__}" '
            f'style="width:100%;height:{_FRAME_HEIGHT}px;border:0;border-radius:6px"></iframe>'
        )

    def _repr_markdown_(self) -> str:
        return self.to_markdown(language=_shown_in())

    def _repr_mimebundle_(self, include: Any = None, exclude: Any = None) -> dict[str, str]:
        bundle = {
            "text/plain": repr(self),
            "text/markdown": self._repr_markdown_(),
            "text/html": self._repr_html_(),
            **self._pictures(),
        }
        if include:
            bundle = {kind: data for kind, data in bundle.items() if kind in include}
        return {kind: data for kind, data in bundle.items() if kind not in (exclude or ())}


class BriefPage(Page):
    """A brief's ways to be shown."""

    __slots__ = ()

    def to_text(self, *, language: Language = "ja") -> str:
        """The page as text for a terminal, at most 88 columns wide.

        Args:
            language: `ja` or `en`.
        """
        return self._answer().page("text", language)

    def to_svg(self, *, language: Language = "ja") -> str:
        """A picture of readiness, fit, traits and ladder: SVG, 720 wide, for places that strip HTML.

        Args:
            language: `ja` or `en`.
        """
        return self._answer().page("svg", language)

    def _pictures(self) -> dict[str, str]:
        return {"image/svg+xml": self.to_svg(language=_shown_in())}

    def __repr__(self) -> str:
        of = self._source
        score = of["fit"]["score"]
        fit = "unknown" if score is None else f"{score:.3f}"
        return (
            f"Brief(person={of['person']!r}, partner={of['partner']!r}, as_of={of['as_of'][:10]!r}, "
            f"readiness={of['readiness']!r}, fit={fit}, findings={len(of['findings'])})"
        )


class PortfolioPage(Page):
    """A portfolio's ways to be shown, and its tables."""

    __slots__ = ()

    @property
    def table(self) -> Table:
        """One row a person, as a table: `.to_polars()`, `.to_pandas()`, `.to_arrow()`, `.to_dict()`."""
        return self._once_table("people")

    @property
    def partner_table(self) -> Table:
        """One row a partner, as a table."""
        return self._once_table("partners")

    def _once_table(self, which: str) -> Table:
        kept = self.__dict__
        key = f"table {which}"
        if key not in kept:
            kept[key] = Table._of(self._answer().table(which), (self, which))  # pyright: ignore[reportPrivateUsage]
        return kept[key]

    def to_polars(self) -> polars.DataFrame:
        """One row a person, as `polars.DataFrame`."""
        return self.table.to_polars()

    def to_pandas(self) -> pandas.DataFrame:
        """One row a person, as `pandas.DataFrame`."""
        return self.table.to_pandas()

    def to_arrow(self) -> Any:
        """One row a person, as `pyarrow.Table`."""
        return self.table.to_arrow()

    def to_csv(self) -> str:
        """One row a person, as CSV that is safe to open in a spreadsheet."""
        return self._answer().page("csv", "en")

    def __arrow_c_stream__(self, requested_schema: object = None) -> object:
        return self.table.__arrow_c_stream__(requested_schema)

    def __len__(self) -> int:
        return len(self.table)

    def __repr__(self) -> str:
        of = self._source
        return (
            f"Portfolio(people={len(self.table)}, partners={len(self.partner_table)}, "
            f"as_of={of['as_of'][:10]!r}, policy={of['policy']!r})"
        )


class FindingWords(Record):
    """A finding's words."""

    __slots__ = ()

    def text(self, language: Language = "ja") -> FindingText:
        """What the finding says to people.

        Args:
            language: `ja` or `en`.

        Returns:
            The words: `title`, `what` was found, `since` when, `why` it matters, and what to `change`.

        Raises:
            KeypersonError: `unknown_value` for another language.

        Example:
            >>> import keyperson as kp
            >>> facts = [{"id": "f-1", "at": "2026-01-06T09:00:00+09:00", "partner": "acme", "person": "p-001",
            ...           "type": "rating", "trait": "drive", "value": 0.9, "by": "Sato"}]
            >>> brief = kp.brief(facts, person="p-001", as_of="2026-01-31")
            >>> text = brief.findings[0].text("en")
        """
        from keyperson._results import FindingText

        return FindingText._of(finding_text(self._source, language))  # pyright: ignore[reportPrivateUsage]


def _shown_in() -> Language:
    from keyperson import options

    return options.language
