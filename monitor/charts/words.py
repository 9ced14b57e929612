"""The words in a plot of lines, and those of its periods."""

from collections.abc import Iterable, Sequence
from decimal import Decimal
from statistics import fmean
from typing import NamedTuple

from monitor.charts.axes import PAIRED, PHONE, Frame, px
from monitor.charts.labels import Spot, Wish, place
from monitor.charts.marks import Mark, neighbours
from monitor.charts.points import Line, Point, Target, say_point, short_amount

BROKEN = "anders geteld"


class Text(NamedTuple):
    text: str
    x: str
    y: str
    anchor: str


def say_period(lines: Sequence[Line], unit: str) -> str:
    """As in "2023: 891 plaatsingen", and for more lines "2023: Noord 12%, Zuid (voorlopig) 14%"."""
    points = [line.points[0] for line in lines]
    broken = f", vanaf hier {BROKEN}" * any(point.broken for point in points)
    if len(points) == 1:
        return say_point(points[0], unit) + broken
    told = [
        f"{line.name}{' (voorlopig)' * point.provisional} {say_value(point, unit)}"
        for line, point in zip(lines, points, strict=True)
    ]
    return f"{points[0].label}: {', '.join(told)}{broken}".removeprefix(": ")


def say_value(point: Point, unit: str) -> str:
    return point.reason or "geen cijfer" if point.value is None else short_amount(point.value, unit)


def write_words(
    lines: Sequence[Sequence[Mark]],
    frame: Frame,
    unit: str,
    aims: Sequence[Target],
    cuts: Sequence[float],
    *,
    last_only: bool,
) -> tuple[list[Text], list[Text], list[Text | None]]:
    """The texts at the values, at the levels and at the breaks, in this order of weight."""
    values = [wish for marks in lines for wish in ask_values(marks, frame, unit, last_only=last_only)]
    levels = [ask_level(aim, frame.y(aim.value), unit) for aim in aims]
    trail = [(one.spot, other.spot) for marks in lines for one, other in neighbours(marks)]
    trail += [(mark.spot, mark.spot) for marks in lines for mark in marks]
    trail += [level_line(frame.y(value)) for value in (Decimal(0), *(aim.value for aim in aims))]
    placed = place([*values, *levels, *ask_breaks(cuts, frame)], trail, PAIRED if last_only else PHONE)
    first, last = len(values), len(values) + len(levels)
    written = [Text(one.text, px(one.spot.x), px(one.spot.y), one.anchor) if one else None for one in placed]
    return [text for text in written[:first] if text], [text for text in written[first:last] if text], written[last:]


def ask_values(marks: Sequence[Mark], frame: Frame, unit: str, *, last_only: bool) -> list[Wish]:
    """The last, the highest and the first value; or the last, where there is no room for words beside it."""
    highest = sorted(marks, key=lambda mark: mark.value, reverse=True)[:1]
    wanted = marks[-1:] if last_only else dict.fromkeys([*marks[-1:], *highest, *marks[:1]])
    suffix = "" if last_only else " (voorlopig)"
    return [
        Wish(short_amount(mark.value, unit) + suffix * mark.provisional, sides(mark, marks, frame.base), False)
        for mark in wanted
    ]


def ask_level(aim: Target, y: float, unit: str) -> Wish:
    spots = [Spot(x, y + dy) for dy in (-8, 17) for x in (0, 100, 50, 25, 75)]
    return Wish(f"{aim.label} {short_amount(aim.value, unit)}", spots, True)


def ask_breaks(places: Iterable[float], frame: Frame) -> list[Wish]:
    """Above the plot, or else as high in it as there is room."""
    heights = [frame.top - 10, *range(int(frame.top) + 20, int(frame.base) - 8, 20)]
    return [Wish(BROKEN, [Spot(x, y) for y in heights], False) for x in places]


def level_line(y: float) -> tuple[Spot, Spot]:
    return Spot(0, y), Spot(100, y)


def sides(mark: Mark, marks: Sequence[Mark], base: float) -> list[Spot]:
    """Above and below the dot, the side that the line leaves free first. Below is never across the baseline."""
    x, y = mark.spot
    above, below = Spot(x, y - 10), Spot(x, y + 20 if y + 28 <= base else base + 20)
    near = [other.spot.y for other in marks if abs(other.nth - mark.nth) == 1]
    return [below, above] if near and y > fmean(near) else [above, below]
