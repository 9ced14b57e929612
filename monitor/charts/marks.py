"""Values in their places, and the strokes and dots that show them."""

from collections.abc import Sequence
from decimal import Decimal
from itertools import accumulate, pairwise
from typing import NamedTuple

from monitor.charts.axes import Frame, px
from monitor.charts.labels import Spot
from monitor.charts.points import Point

# The light colours of up to four lines, and of their words; chart.css has them for every scheme.
COLOURS = ("#17578f", "#2a9d8c", "#c9600f", "#6f1733")
WORDS = ("#17578f", "#147a6c", "#a8480b", "#6f1733")
# What the dots of each line look like, so that colour is never the only sign. The first has circles.
SHAPES = ("", "M-4-4H4V4H-4Z", "M0-5.5L5.5 0L0 5.5L-5.5 0Z", "M0-5.5L5.5 4H-5.5Z")


class Hue(int):
    """Which of the lines: 1 to 4."""

    @property
    def colour(self) -> str:
        return COLOURS[self - 1]

    @property
    def word(self) -> str:
        return WORDS[self - 1]

    @property
    def shape(self) -> str:
        return SHAPES[self - 1]


FIRST = Hue(1)


class Mark(NamedTuple):
    """A value in its place; ``nth`` counts the periods, ``step`` those of its own line."""

    nth: int
    spot: Spot
    value: Decimal
    provisional: bool
    broken: bool
    step: int


class Stroke(NamedTuple):
    spots: tuple[Spot, ...]
    dashed: bool
    hue: Hue = FIRST
    # The width in which it is drawn, where 100 is what the spots count.
    stretch: float = 10

    @property
    def d(self) -> str:
        return "M" + "L".join(f"{px(spot.x * self.stretch)} {px(spot.y)}" for spot in self.spots)


class Dot(NamedTuple):
    x: str
    y: str
    open: bool
    hue: Hue = FIRST


def locate(points: Sequence[Point], frame: Frame) -> list[Mark]:
    steps = accumulate(int(not point.passed) for point in points)
    return [
        Mark(nth, Spot(frame.x(nth), frame.y(point.value)), point.value, point.provisional, point.broken, step)
        for nth, (point, step) in enumerate(zip(points, steps, strict=True))
        if point.value is not None
    ]


def neighbours(marks: Sequence[Mark]) -> list[tuple[Mark, Mark]]:
    """Those that a line may join: never over a gap or a break."""
    return [(one, other) for one, other in pairwise(marks) if other.step == one.step + 1 and not other.broken]


def join(marks: Sequence[Mark], hue: Hue = FIRST, stretch: float = 10) -> list[Stroke]:
    """Lines through neighbours; dashed from or to a provisional value."""
    runs: list[tuple[bool, list[Mark]]] = []
    for one, other in neighbours(marks):
        dashed = one.provisional or other.provisional
        if runs and runs[-1][0] == dashed and runs[-1][1][-1] == one:
            runs[-1][1].append(other)
        else:
            runs.append((dashed, [one, other]))
    return [Stroke(tuple(mark.spot for mark in run), dashed, hue, stretch) for dashed, run in runs]


def ends(marks: Sequence[Mark]) -> list[Mark]:
    """The last, and each without a neighbour to be joined with."""
    joined = {mark for pair in neighbours(marks) for mark in pair}
    return [mark for mark in marks if mark is marks[-1] or mark not in joined]


def draw_dot(mark: Mark, hue: Hue = FIRST) -> Dot:
    return Dot(px(mark.spot.x), px(mark.spot.y), mark.provisional, hue)


def known(points: Sequence[Point]) -> list[Decimal]:
    return [point.value for point in points if point.value is not None]


def reach(values: Sequence[Decimal]) -> tuple[Decimal, Decimal]:
    """The lowest and the highest that must be in sight; zero always is."""
    return min([Decimal(0), *values]), max([Decimal(0), *values])
