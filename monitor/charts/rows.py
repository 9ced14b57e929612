"""Categories below each other: bars from zero, or dots on a scale. The words of a row are HTML, so that they wrap."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import NamedTuple

from monitor.charts.axes import gutter, px, ticks
from monitor.charts.points import Target, short_amount

NO_FIGURE = "geen cijfer"
# A text nearer than this to an end of the plot, in percent, starts or ends at its mark.
MARGIN = 30


@dataclass(frozen=True)
class Item:
    """A category. Without a value ``reason`` stands in place of its mark: "niet getoond: groep te klein".

    ``strong``: the one that the page is about. ``before``: an earlier value, for dots only.
    """

    name: str
    value: Decimal | None
    provisional: bool = False
    reason: str = ""
    strong: bool = False
    before: Decimal | None = None


class RowText(NamedTuple):
    text: str
    x: str
    dx: str
    anchor: str


class Span(NamedTuple):
    x: str
    width: str


class Row(NamedTuple):
    """``x``: where the value is; ``span``: from zero, or from the earlier value, to there."""

    name: str
    strong: bool
    provisional: bool
    reason: str
    x: str
    span: Span | None
    before: str
    text: RowText | None


class Reference(NamedTuple):
    x: str
    text: str
    anchor: str


class RowKey(NamedTuple):
    """``kind``: before, now, open-bar or open-dot."""

    kind: str
    text: str


class Tick(NamedTuple):
    x: str
    text: str
    anchor: str
    wide: bool


@dataclass(frozen=True)
class RowChart:
    """``left`` and ``right``: classes that keep room for the texts beside the marks. ``zero``: where bars begin."""

    kind: str
    rows: list[Row]
    ticks: list[Tick]
    reference: Reference | None
    zero: str
    left: str
    right: str
    # What the earlier and the later dot of a row are called.
    periods: tuple[str, str] | None = None

    @property
    def keys(self) -> list[RowKey]:
        """What the marks mean, where it must be said."""
        mark = "bar" if self.zero else "dot"
        said = zip(("before", "now"), self.periods or (), strict=False)
        provisional = [RowKey(f"open-{mark}", "voorlopig cijfer")] * any(row.provisional for row in self.rows)
        return [RowKey(kind, text) for kind, text in said] + provisional


class Scale(NamedTuple):
    low: Decimal
    high: Decimal

    def x(self, value: Decimal) -> float:
        return float((value - self.low) / (self.high - self.low)) * 100

    def span(self, one: Decimal, other: Decimal) -> Span:
        low, high = sorted((self.x(one), self.x(other)))
        return Span(px(low), px(high - low))


def bar_chart(items: Sequence[Item], *, unit: str, reference: Target | None = None, by_value: bool = True) -> RowChart:
    """Highest value first, what has none last; or the order of the items."""
    values = [Decimal(0), *known(items), *([reference.value] if reference else [])]
    scale = Scale(min(values), max(values) if max(values) > min(values) else min(values) + 1)
    rows = [draw_bar(item, scale, unit) for item in in_order(items, by_value=by_value)]
    texts = [row.text for row in rows if row.text]
    return RowChart(
        kind="bars",
        rows=rows,
        ticks=[],
        reference=refer(reference, scale, unit),
        zero=px(scale.x(Decimal(0))),
        left=gutter(text.text for text in texts if text.anchor == "end"),
        right=gutter(text.text for text in texts if text.anchor == "start"),
    )


def dot_chart(
    items: Sequence[Item],
    *,
    unit: str,
    reference: Target | None = None,
    by_value: bool = True,
    periods: tuple[str, str] | None = None,
) -> RowChart:
    """The scale runs from just below the lowest value, so it has ticks that say so."""
    values = [*known(items), *(item.before for item in items if item.before is not None)]
    values += [reference.value] if reference else []
    levels = ticks(min(values, default=Decimal(0)), max(values, default=Decimal(0)), 4)
    scale = Scale(levels[0], levels[-1])
    rows = [draw_dot(item, scale, unit) for item in in_order(items, by_value=by_value)]
    return RowChart(
        kind="dots",
        rows=rows,
        ticks=rule(levels, scale, unit) if values else [],
        reference=refer(reference, scale, unit),
        zero="",
        left="g1",
        right=gutter(row.text.text for row in rows if row.text),
        periods=periods,
    )


def known(items: Sequence[Item]) -> list[Decimal]:
    return [item.value for item in items if item.value is not None]


def in_order(items: Sequence[Item], *, by_value: bool) -> list[Item]:
    if not by_value:
        return list(items)
    return sorted(items, key=lambda item: (item.value is None, -(item.value or 0)))


def draw_bar(item: Item, scale: Scale, unit: str) -> Row:
    if item.value is None:
        return no_mark(item)
    x = px(scale.x(item.value))
    side, anchor = ("-6", "end") if item.value < 0 else ("6", "start")
    text = RowText(short_amount(item.value, unit), x, side, anchor)
    return Row(item.name, item.strong, item.provisional, "", x, scale.span(Decimal(0), item.value), "", text)


def draw_dot(item: Item, scale: Scale, unit: str) -> Row:
    if item.value is None:
        return no_mark(item)
    x, before = px(scale.x(item.value)), item.before
    right = item.value if before is None else max(item.value, before)
    text = RowText(short_amount(item.value, unit), px(scale.x(right)), "11", "start")
    span, start = (scale.span(before, item.value), px(scale.x(before))) if before is not None else (None, "")
    return Row(item.name, item.strong, item.provisional, "", x, span, start, text)


def no_mark(item: Item) -> Row:
    return Row(item.name, item.strong, False, item.reason or NO_FIGURE, "", None, "", None)


def refer(reference: Target | None, scale: Scale, unit: str) -> Reference | None:
    if reference is None:
        return None
    x = scale.x(reference.value)
    return Reference(px(x), f"{reference.label} {short_amount(reference.value, unit)}", anchor_at(x))


def anchor_at(x: float) -> str:
    return "start" if x < MARGIN else "end" if x > 100 - MARGIN else "middle"


def rule(levels: Sequence[Decimal], scale: Scale, unit: str) -> list[Tick]:
    """On a phone only the two ends."""
    ends = {levels[0]: "start", levels[-1]: "end"}
    return [
        Tick(px(scale.x(level)), short_amount(level, unit), ends.get(level, "middle"), level not in ends)
        for level in levels
    ]
