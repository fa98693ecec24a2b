"""Charts with Altair, for exploration: each function returns an `altair.Chart` to be changed further.

Needs `pip install keyperson[plot]`. Nothing is worked out here: a chart shows what a brief or portfolio says, and what
is unknown is left empty, not drawn as zero. `language="en"` labels in English.
"""

from __future__ import annotations

import importlib
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from keyperson._errors import KeypersonError
from keyperson._keyperson import word_text
from keyperson._language import Language
from keyperson._results import Brief, Portfolio

if TYPE_CHECKING:
    import altair

__all__ = ["funnel", "heatmap", "ladder", "ranking", "traits"]

_FONT = "'Helvetica Neue', Arial, 'Hiragino Sans', 'Yu Gothic', 'Noto Sans JP', 'Noto Sans CJK JP', Meiryo, IPAGothic, sans-serif"
_BLUE, _BAND, _GREY, _GREEN, _AMBER, _RED = "#1f5f9e", "#9cc3e6", "#8a94a0", "#1b6e45", "#c46a12", "#a3222c"
# Dark letters can be read on all of them.
_SHADES = ["#f4f8fc", "#5b9bd8"]

_STATUS_COLORS = {
    "achieved": _GREEN,
    "ahead": _BLUE,
    "on_pace": _BLUE,
    "behind": _AMBER,
    "at_risk": _RED,
    "missed": _RED,
    "not_started": _GREY,
    "unknown": _GREY,
}
_READINESS_COLORS = {
    "ready": _GREEN,
    "ready_with_support": _BLUE,
    "unknown": _GREY,
    "not_yet": _AMBER,
}

_WORDS: dict[Language, dict[str, str]] = {
    "ja": {
        "day": "日付",
        "odds": "達成確率",
        "rung": "目標",
        "status": "状況",
        "count": "実績",
        "target": "目標数",
        "today": "基準日",
        "ladder": "段階的な数値目標と達成確率",
        "trait": "特性",
        "mean": "推定",
        "interval": "90 % 区間",
        "traits": "六つの特性（推定と区間）",
        "unknown": "不明",
        "person": "氏名",
        "partner": "パートナー",
        "fit": "適合度",
        "ranks": "あり得る順位",
        "numbers": "右の数字は、記録から言える順位の範囲",
        "readiness": "準備状況",
        "ranking": "順位と重なり",
        "heatmap": "ポートフォリオ：特性の推定",
        "gate": "選定のステップ",
        "people": "人数",
        "funnel": "選定のステップごとの人数",
    },
    "en": {
        "day": "Date",
        "odds": "Odds",
        "rung": "Rung",
        "status": "Status",
        "count": "Count",
        "target": "Target",
        "today": "As of",
        "ladder": "Ladder and odds",
        "trait": "Trait",
        "mean": "Mean",
        "interval": "Interval",
        "traits": "The six traits, with intervals",
        "unknown": "unknown",
        "person": "Person",
        "partner": "Partner",
        "fit": "Fit",
        "ranks": "Possible ranks",
        "numbers": "The numbers are the ranks that the evidence allows",
        "readiness": "Readiness",
        "ranking": "Ranking and overlap",
        "heatmap": "Portfolio: estimated traits",
        "gate": "Gate",
        "people": "People",
        "funnel": "People by gate reached",
    },
}


def ladder(brief: Brief, *, language: Language = "ja") -> altair.LayerChart:
    """The staged targets on a line of time: each rung at its deadline, as high as its odds.

    Args:
        brief: A brief of somebody who has begun.
        language: `ja` or `en`.

    Returns:
        A layered chart; rungs without odds stand at the bottom, hollow.

    Raises:
        KeypersonError: `missing_package` where Altair is not installed.

    Example:
        >>> import keyperson as kp, keyperson.plot
        >>> journal, _ = kp.simulate(1)
        >>> person = kp.portfolio(journal, as_of="2026-04-30").people[0].person
        >>> chart = keyperson.plot.ladder(kp.brief(journal, person=person, as_of="2026-04-30"))
        >>> type(chart).__name__
        'LayerChart'
    """
    alt = _altair()
    rows = [
        {
            "rung": word_text("rung", rung.code, language),
            "day": rung.deadline.isoformat(),
            "odds": rung.odds,
            "height": rung.odds if rung.odds is not None else 0.0,
            "status": word_text("rung_status", rung.status, language),
            "known": rung.odds is not None,
            "count": rung.count,
            "target": rung.target,
            "says": f"{'—' if rung.odds is None else f'{rung.odds:.0%}'} · {'—' if rung.count is None else rung.count}/{rung.target}",
        }
        for rung in brief.ladder.rungs
        if rung.deadline is not None
    ]
    words = [word_text("rung_status", status, language) for status in _STATUS_COLORS]
    color = alt.Color(
        "status:N",
        title=_word("status", language),
        scale=alt.Scale(domain=words, range=list(_STATUS_COLORS.values())),
        legend=alt.Legend(orient="bottom", values=sorted({str(row["status"]) for row in rows}, key=words.index)),
    )
    base = alt.Chart(alt.Data(values=rows)).encode(
        x=alt.X(
            "day:T",
            title=None,
            scale=alt.Scale(padding=110),
            axis=alt.Axis(format="%Y-%m-%d", labelAngle=0, tickCount=5),
        ),
        tooltip=[
            alt.Tooltip(f"{name}:{kind}", title=_word(name, language))
            for name, kind in (("rung", "N"), ("day", "T"), ("odds", "Q"), ("count", "Q"), ("target", "Q"), ("status", "N"))
        ],
    )
    height = alt.Y("height:Q", title=_word("odds", language), scale=alt.Scale(domain=[0, 1.18]),
                   axis=alt.Axis(format="%", values=[0, 0.25, 0.5, 0.75, 1]))
    zero = alt.Y2Datum(0)
    stems = base.mark_rule(strokeWidth=2).encode(y=height, y2=zero, color=color)
    points = base.mark_point(filled=True, size=170, opacity=1).encode(
        y=height, color=color, fillOpacity=alt.condition("datum.known", alt.value(1), alt.value(0))
    )
    names = base.encode(y=height, text="rung:N")
    says = base.encode(y=height, text="says:N")
    # Each text a second time in white below itself, so that the line of the date does not run through it.
    halo = {"stroke": "white", "strokeWidth": 5}
    texts = (names.mark_text(dy=-28, fontWeight="bold", **halo) + says.mark_text(dy=-14, **halo)
             + names.mark_text(dy=-28, fontWeight="bold") + says.mark_text(dy=-14))
    today = [{"day": brief.as_of.date().isoformat(), "label": _word("today", language)}]
    line = alt.Chart(alt.Data(values=today)).mark_rule(strokeDash=[4, 3], color=_GREY).encode(x="day:T")
    label = alt.Chart(alt.Data(values=today)).mark_text(dy=-6, y=0, baseline="bottom", color=_GREY).encode(x="day:T", text="label:N")
    return _dressed((line + label + stems + points + texts).properties(
        width=640, height=240, title=f"{_word('ladder', language)} — {brief.name or brief.person}"
    ))


def traits(brief: Brief, *, language: Language = "ja") -> altair.LayerChart:
    """The six traits: mean and interval; of an unknown trait only the prior's interval, dashed.

    Args:
        brief: A brief.
        language: `ja` or `en`.

    Raises:
        KeypersonError: `missing_package` where Altair is not installed.

    Example:
        >>> import keyperson as kp, keyperson.plot
        >>> journal, _ = kp.simulate(1)
        >>> brief = kp.brief(journal, person=journal.people[0], as_of="2026-04-30")
        >>> type(keyperson.plot.traits(brief)).__name__
        'LayerChart'
    """
    alt = _altair()
    rows = [
        {
            "trait": word_text("trait", estimate.trait, language),
            "mean": estimate.mean,
            "lower": estimate.lower,
            "upper": estimate.upper,
            "known": estimate.mean is not None,
            "says": _word("unknown", language) if estimate.mean is None else f"{estimate.mean:.0%}",
        }
        for estimate in brief.traits
    ]
    order = [str(row["trait"]) for row in rows]
    base = alt.Chart(alt.Data(values=rows)).encode(y=alt.Y("trait:N", sort=order, title=None))
    x = alt.X("lower:Q", title=None, scale=alt.Scale(domain=[0, 1]), axis=alt.Axis(format="%"))
    known = base.transform_filter("datum.known").mark_bar(height=12, color=_BAND, cornerRadius=2).encode(x=x, x2="upper:Q")
    unknown = base.transform_filter("!datum.known").mark_bar(
        height=12, fillOpacity=0, stroke=_GREY, strokeDash=[4, 3], cornerRadius=2
    ).encode(x=x, x2="upper:Q")
    means = base.transform_filter("datum.known").mark_tick(thickness=3, size=20, color=_BLUE).encode(x="mean:Q")
    says = base.mark_text(align="left", dx=8).encode(x=alt.X("upper:Q"), text="says:N")
    return _dressed((known + unknown + means + says).properties(
        width=460, height=alt.Step(30), title=f"{_word('traits', language)} — {brief.name or brief.person}"
    ))


def ranking(portfolio: Portfolio, *, partner: str | None = None, language: Language = "ja") -> altair.LayerChart:
    """The people of one partner by fit, with intervals: where they overlap, evidence cannot tell who is ahead.

    Args:
        portfolio: A portfolio.
        partner: Id of the partner; the first one where absent.
        language: `ja` or `en`.

    Raises:
        KeypersonError: `unknown_partner` where the portfolio has none of that id, `missing_package` where Altair is
            not installed.

    Example:
        >>> import keyperson as kp, keyperson.plot
        >>> journal, _ = kp.simulate(1)
        >>> chart = keyperson.plot.ranking(kp.portfolio(journal, as_of="2026-04-30"))
        >>> type(chart).__name__
        'LayerChart'
    """
    alt = _altair()
    ids = [row.partner for row in portfolio.partners]
    chosen = ids[0] if partner is None and ids else partner
    if chosen not in ids:
        raise KeypersonError._one(  # pyright: ignore[reportPrivateUsage]
            "unknown_partner",
            f"the portfolio has no partner `{partner}`",
            f"its partners are: {', '.join(ids[:20])}{', …' if len(ids) > 20 else ''}",
            path="/partner",
        )
    people = [row for row in portfolio.people if row.partner == chosen]
    rows = [
        {
            "person": label,
            "fit": row.fit,
            "lower": row.lower,
            "upper": row.upper,
            "readiness": word_text("readiness", row.readiness, language),
            "ranks": str(row.best_rank) if row.best_rank == row.worst_rank else f"{row.best_rank}–{row.worst_rank}",
        }
        for row, label in zip(people, _labels([(row.name or row.person, row.person) for row in people]))
    ]
    order = [str(row["person"]) for row in rows]
    words = {word_text("readiness", code, language): color for code, color in _READINESS_COLORS.items()}
    color = alt.Color("readiness:N", title=_word("readiness", language),
                      scale=alt.Scale(domain=list(words), range=list(words.values())),
                      legend=alt.Legend(values=[word for word in words if any(row["readiness"] == word for row in rows)]))
    base = alt.Chart(alt.Data(values=rows)).encode(
        y=alt.Y("person:N", sort=order, title=None),
        tooltip=[alt.Tooltip(f"{name}:N", title=_word(name, language)) for name in ("person", "readiness", "ranks")],
    )
    x = alt.X("lower:Q", title=_word("fit", language), scale=alt.Scale(domain=[0, 1]), axis=alt.Axis(format="%"))
    bars = base.mark_bar(height=12, opacity=0.45, cornerRadius=2).encode(x=x, x2="upper:Q", color=color)
    points = base.mark_tick(thickness=3, size=20).encode(x="fit:Q", color=color)
    ranks = base.mark_text(align="left", dx=6, color=_GREY).encode(x="upper:Q", text="ranks:N")
    name = next((row.partner_name for row in people if row.partner_name), None) or chosen
    return _dressed((bars + points + ranks).properties(
        width=460, height=alt.Step(26),
        title=alt.Title(f"{_word('ranking', language)} — {name}", subtitle=_word("numbers", language)),
    ))


def heatmap(portfolio: Portfolio, *, top: int = 40, language: Language = "ja") -> altair.LayerChart:
    """People against traits: how much each has; what is unknown is left blank and marked.

    Args:
        portfolio: A portfolio.
        top: How many people, in the portfolio's order.
        language: `ja` or `en`.

    Raises:
        KeypersonError: `missing_package` where Altair is not installed.

    Example:
        >>> import keyperson as kp, keyperson.plot
        >>> journal, _ = kp.simulate(1)
        >>> chart = keyperson.plot.heatmap(kp.portfolio(journal, as_of="2026-04-30"))
        >>> type(chart).__name__
        'LayerChart'
    """
    alt = _altair()
    names = [word_text("trait", trait, language) for trait in _trait_words()]
    rows: list[dict[str, Any]] = []
    order: list[str] = []
    people = portfolio.people[:top]
    labels = _labels([
        (f"{person.name or person.person} · {person.partner_name or person.partner}", person.person)
        for person in people
    ])
    for person, label in zip(people, labels):
        order.append(label)
        for name, mean in zip(names, person.traits):
            rows.append({"person": label, "trait": name, "mean": mean,
                         "says": "?" if mean is None else f"{mean:.0%}"})
    base = alt.Chart(alt.Data(values=rows)).encode(
        x=alt.X("trait:N", sort=names, title=None, axis=alt.Axis(orient="top", labelAngle=0)),
        y=alt.Y("person:N", sort=order, title=None, axis=alt.Axis(labelLimit=260)),
    )
    cells = base.transform_filter("datum.mean !== null").mark_rect(stroke="white").encode(
        color=alt.Color("mean:Q", title=_word("mean", language),
                        scale=alt.Scale(domain=[0, 1], range=_SHADES), legend=alt.Legend(format="%"))
    )
    says = base.mark_text(fontSize=11).encode(text="says:N")
    return _dressed((cells + says).properties(
        width=alt.Step(90), height=alt.Step(20), title=_word("heatmap", language)
    ))


def funnel(portfolio: Portfolio, *, language: Language = "ja") -> altair.LayerChart:
    """How many people have come how far in the selection: everybody who reached a gate or a later one.

    Args:
        portfolio: A portfolio.
        language: `ja` or `en`.

    Raises:
        KeypersonError: `missing_package` where Altair is not installed.

    Example:
        >>> import keyperson as kp, keyperson.plot
        >>> journal, _ = kp.simulate(1)
        >>> chart = keyperson.plot.funnel(kp.portfolio(journal, as_of="2026-04-30"))
        >>> type(chart).__name__
        'LayerChart'
    """
    alt = _altair()
    gates = ["shortlisted", "manager_confirmed", "executive_approved", "announced", "appointed"]
    reached = [gates.index(row.stage) for row in portfolio.people if row.stage in gates]
    rows = [
        {"gate": word_text("gate", gate, language), "people": sum(stage >= index for stage in reached)}
        for index, gate in enumerate(gates)
    ]
    base = alt.Chart(alt.Data(values=rows)).encode(
        y=alt.Y("gate:N", sort=[str(row["gate"]) for row in rows], title=None, axis=alt.Axis(labelLimit=220)),
        x=alt.X("people:Q", title=_word("people", language), axis=alt.Axis(tickMinStep=1)),
    )
    bars = base.mark_bar(height=20, color=_BLUE, cornerRadiusEnd=2)
    says = base.mark_text(align="left", dx=5).encode(text="people:Q")
    return _dressed((bars + says).properties(width=420, height=alt.Step(32), title=_word("funnel", language)))


def _labels(named: list[tuple[str, str]]) -> list[str]:
    """What people are called in a chart; of one name also by their ids, so that they do not share a row."""
    counts: dict[str, int] = {}
    for name, _ in named:
        counts[name] = counts.get(name, 0) + 1
    return [name if counts[name] == 1 else f"{name} ({person})" for name, person in named]


def _word(name: str, language: Language) -> str:
    return _WORDS.get(language, _WORDS["en"])[name]


def _trait_words() -> Sequence[str]:
    from keyperson._keyperson import TRAITS

    return TRAITS


def _dressed(chart: Any) -> Any:
    return (
        chart.configure(font=_FONT, background="white")
        .configure_view(stroke=None)
        .configure_axis(grid=False, labelFlush=False, labelFontSize=12, titleFontSize=12, domainColor="#c8d0d9", tickColor="#c8d0d9")
        .configure_title(anchor="start", fontSize=14)
        .configure_text(fontSize=12, color="#1c2430")
        .configure_legend(labelFontSize=12, titleFontSize=12)
    )


def _altair() -> Any:
    try:
        return importlib.import_module("altair")
    except ImportError as error:
        raise KeypersonError._one(  # pyright: ignore[reportPrivateUsage]
            "missing_package", "Altair is not installed", "run `pip install keyperson[plot]`"
        ) from error
