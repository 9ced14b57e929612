"""Charts: figures in, strings for an SVG template out.

x is in percent of the width and y in px, so that one drawing fits every screen and its text is never scaled.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise
from statistics import fmean
from typing import NamedTuple

from monitor.chart_axes import Frame, XTick, YTick, gutter, px, ticks, x_ticks, y_ticks
from monitor.chart_labels import Spot, Wish, place
from monitor.chart_points import Point, Target, describe_line, say_point, short_amount

__all__ = ["LineChart", "Point", "Spark", "Target", "describe_line", "line_chart", "px", "spark_line", "ticks"]

# In px; a label that finds no free place above the baseline goes under it, and the periods move down.
HEIGHT, FOOT = 300, 18
# How far the first and last area reach past the plot, in percent, so that the whole dot answers.
EDGE = 2


class Stroke(NamedTuple):
    d: str
    dashed: bool


class Dot(NamedTuple):
    x: str
    y: str
    open: bool


class Text(NamedTuple):
    text: str
    x: str
    y: str
    anchor: str


class Area(NamedTuple):
    """The strip of the plot that belongs to one period, and what it tells."""

    x: str
    width: str
    title: str


class TargetLine(NamedTuple):
    y: str
    text: Text


@dataclass(frozen=True)
class LineChart:
    """Strokes are drawn in a viewBox of 1000 by ``height`` that is stretched over the plot."""

    gutter: str
    y_ticks: list[YTick]
    x_ticks: list[XTick]
    strokes: list[Stroke]
    dots: list[Dot]
    labels: list[Text]
    areas: list[Area]
    target: TargetLine | None
    height: str


@dataclass(frozen=True)
class Spark:
    """In px, 120 by 32. A dot marks the last value, and each value without a neighbour to be joined with."""

    strokes: list[Stroke]
    dots: list[Dot]


class Mark(NamedTuple):
    """A value in its place; ``nth`` counts the periods."""

    nth: int
    spot: Spot
    value: Decimal
    provisional: bool


def line_chart(points: Sequence[Point], *, unit: str, target: Target | None = None) -> LineChart:
    """Periods stand equally far apart: give one kind of period, and a point without a value for each missing one."""
    values = [*known(points), target.value] if target else known(points)
    levels = ticks(*reach(values), whole=all(value == value.to_integral_value() for value in values))
    frame = Frame(len(points), levels[0], levels[-1])
    marks = locate(points, frame)
    ruler = y_ticks(levels if values else levels[:1], frame, unit)
    labels = write_labels(marks, frame, unit, target)
    return LineChart(
        gutter=gutter(ruler),
        y_ticks=ruler,
        x_ticks=x_ticks(points, frame),
        strokes=join(marks, stretch=10),
        dots=[draw_dot(mark) for mark in marks],
        target=TargetLine(px(frame.y(target.value)), labels.pop()) if target else None,
        labels=labels,
        areas=cut_areas(points, frame, unit),
        height=str(HEIGHT + FOOT * any(float(label.y) > frame.base for label in labels)),
    )


def spark_line(points: Sequence[Point]) -> Spark:
    low, high = reach(known(points))
    marks = locate(points, Frame(len(points), low, high if high > low else low + 1, 4, 116, 4, 28))
    joined = {mark for pair in neighbours(marks) for mark in pair}
    return Spark(join(marks), [draw_dot(mark) for mark in marks if mark is marks[-1] or mark not in joined])


def known(points: Sequence[Point]) -> list[Decimal]:
    return [point.value for point in points if point.value is not None]


def reach(values: Sequence[Decimal]) -> tuple[Decimal, Decimal]:
    """The lowest and the highest that must be in sight; zero always is."""
    return min([Decimal(0), *values]), max([Decimal(0), *values])


def locate(points: Sequence[Point], frame: Frame) -> list[Mark]:
    return [
        Mark(index, Spot(frame.x(index), frame.y(point.value)), point.value, point.provisional)
        for index, point in enumerate(points)
        if point.value is not None
    ]


def neighbours(marks: Sequence[Mark]) -> list[tuple[Mark, Mark]]:
    return [(one, other) for one, other in pairwise(marks) if other.nth == one.nth + 1]


def join(marks: Sequence[Mark], stretch: int = 1) -> list[Stroke]:
    """Lines through neighbours, never over a gap; dashed from or to a provisional value."""
    runs: list[tuple[bool, list[Mark]]] = []
    for one, other in neighbours(marks):
        dashed = one.provisional or other.provisional
        if runs and runs[-1][0] == dashed and runs[-1][1][-1] == one:
            runs[-1][1].append(other)
        else:
            runs.append((dashed, [one, other]))
    return [
        Stroke("M" + "L".join(f"{px(mark.spot.x * stretch)} {px(mark.spot.y)}" for mark in run), dashed)
        for dashed, run in runs
    ]


def draw_dot(mark: Mark) -> Dot:
    return Dot(px(mark.spot.x), px(mark.spot.y), mark.provisional)


def cut_areas(points: Sequence[Point], frame: Frame, unit: str) -> list[Area]:
    half = 50 / max(1, len(points) - 1)
    edges = [(max(frame.x(i) - half, -EDGE), min(frame.x(i) + half, 100 + EDGE)) for i in range(len(points))]
    return [
        Area(px(left), px(right - left), say_point(point, unit))
        for point, (left, right) in zip(points, edges, strict=True)
    ]


def write_labels(marks: Sequence[Mark], frame: Frame, unit: str, target: Target | None) -> list[Text]:
    """The last, the highest and the first value, in this order of weight; at the end the words of the target."""
    highest = sorted(marks, key=lambda mark: mark.value, reverse=True)[:1]
    wishes = [
        Wish(short_amount(mark.value, unit) + " (voorlopig)" * mark.provisional, sides(mark, marks, frame.base), False)
        for mark in dict.fromkeys([*marks[-1:], *highest, *marks[:1]])
    ]
    lines = [(one.spot, other.spot) for one, other in [*neighbours(marks), *zip(marks, marks, strict=True)]]
    lines += [level_line(frame.y(Decimal(0)))]
    if target:
        y = frame.y(target.value)
        lines.append(level_line(y))
        spots = [Spot(0, y - 8), Spot(100, y - 8), Spot(0, y + 17), Spot(100, y + 17)]
        wishes.append(Wish(f"{target.label} {short_amount(target.value, unit)}", spots, True))
    placed = place(wishes, lines)
    return [Text(text, px(spot.x), px(spot.y), anchor) for text, spot, anchor in placed]


def level_line(y: float) -> tuple[Spot, Spot]:
    return Spot(0, y), Spot(100, y)


def sides(mark: Mark, marks: Sequence[Mark], base: float) -> list[Spot]:
    """Above and below the dot, the side that the line leaves free first. Below is never across the baseline."""
    x, y = mark.spot
    above, below = Spot(x, y - 10), Spot(x, y + 20 if y + 28 <= base else base + 20)
    near = [other.spot.y for other in marks if abs(other.nth - mark.nth) == 1]
    return [below, above] if near and y > fmean(near) else [above, below]
