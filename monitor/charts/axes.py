"""Where periods and values stand, and the ticks beside them: x in percent of the width, y in px."""

from collections.abc import Iterable, Sequence
from decimal import Decimal
from itertools import count
from math import ceil, floor
from typing import NamedTuple

from monitor.charts.points import Point, short_amount
from stroomop.lib.numbers import dutch_number

# The plot's width in px on a phone of 320, in the narrowest container where chart.css shows the wide ticks, and as one
# of two beside each other on that phone.
PHONE, DESK, PAIRED = 220, 440, 90
# The width of one character in px, and the length up to which a label may stick out at an end.
CHARACTER, SHORT = 6.5, 5
# Gutters in chart.css: .g1 to .g12.
GUTTERS = 12
SCALES = {9: "mld", 6: "mln"}


class YTick(NamedTuple):
    text: str
    y: str
    zero: bool


class XTick(NamedTuple):
    """``wide``: shown only where the plot is wide."""

    text: str
    x: str
    anchor: str
    wide: bool


class Frame(NamedTuple):
    """The space for a number of periods, from the value low at its base to high at its top."""

    size: int
    low: Decimal
    high: Decimal
    left: float = 0
    right: float = 100
    top: float = 24
    base: float = 272

    def x(self, at: float) -> float:
        """A place in time, counted in periods."""
        return self.left + (self.right - self.left) * (at / (self.size - 1) if self.size > 1 else 0.5)

    def y(self, value: Decimal) -> float:
        return self.base - (self.base - self.top) * float((value - self.low) / (self.high - self.low))


def px(value: float) -> str:
    """A coordinate as text: under nl a template prints the float 20.5 as "20,5", which is a list in SVG."""
    return f"{round(value, 2) + 0.0:g}"


def ticks(lo: Decimal, hi: Decimal, n: int = 5, *, whole: bool = False) -> list[Decimal]:
    """From lo or just below it to hi or just above it, in at most n steps of 1, 2 or 5 times a power of ten.

    All have the decimals that the step needs. Whole things have no halves: their step is at least 1.
    """
    hi = hi if hi > lo else lo + 1
    power = ((hi - lo) / n).adjusted()
    steps = (Decimal(digit).scaleb(exponent) for exponent in count(power) for digit in (1, 2, 5))
    step = next(step for step in steps if step >= whole and ceil(hi / step) - floor(lo / step) <= n)
    numbers = range(floor(lo / step), ceil(hi / step) + 1)
    return [(number * step).quantize(min(step, Decimal(1))) for number in numbers]


def y_ticks(levels: Sequence[Decimal], frame: Frame, unit: str) -> list[YTick]:
    largest = max(map(abs, levels))
    scale = next((power for power in SCALES if largest >= Decimal(10) ** power), 0)
    return [
        YTick(scaled(level, scale) if scale else short_amount(level, unit), px(frame.y(level)), not level)
        for level in levels
    ]


def scaled(level: Decimal, scale: int) -> str:
    """A million and more in words: 1,5 mln fits beside the plot, and so does its zero."""
    return f"{dutch_number(level.scaleb(-scale).normalize())} {SCALES[scale]}" if level else "0"


def gutter(texts: Iterable[str]) -> str:
    """The class that keeps room for the longest text beside a plot; a percent sign is as wide as two digits."""
    longest = max((len(text) + text.count("%") for text in texts), default=1)
    return f"g{min(longest, GUTTERS)}"


def x_ticks(points: Sequence[Point], frame: Frame) -> list[XTick]:
    """The first and the last period, and as many between them as there is room for."""
    last = len(points) - 1
    longest = max((len(point.label) for point in points), default=0)
    # A long label at an end stays inside the plot, so it reaches a whole width towards its neighbour instead of half.
    room = CHARACTER * longest * (1.5 if longest > SHORT else 1) + 12
    step = stride(last, DESK // room, 1)
    narrow = regular(last, stride(last, PHONE // room, step))
    ends = {0: "start", last: "end"} if longest > SHORT and last else {}
    return [
        XTick(points[index].label, px(frame.x(index)), ends.get(index, "middle"), index not in narrow)
        for index in sorted(regular(last, step))
    ]


def widest(gutters: Iterable[str]) -> str:
    """The gutter that has room for all."""
    return max(gutters, key=lambda name: int(name[1:]))


def end_ticks(points: Sequence[Point], frame: Frame) -> list[XTick]:
    """Only the first and the last period."""
    last = len(points) - 1
    anchors = {0: "start", last: "end"} if last > 0 else {0: "middle"}
    return [XTick(points[i].label, px(frame.x(i)), anchor, False) for i, anchor in anchors.items() if points]


def stride(last: int, parts: float, unit: int) -> int:
    """How many periods from tick to tick, for at most so many parts: up to twice the least, when that cuts evenly."""
    least = max(1, ceil(last / max(1, parts) / unit)) * unit
    return next((step for step in range(least, 2 * least + 1, unit) if last % step == 0), least)


def regular(last: int, step: int) -> set[int]:
    """Every so many periods counted back from the last, and the first instead of one that stands close to it."""
    return {0, last, *(index for index in range(last, 0, -step) if index >= step)} & set(range(last + 1))
