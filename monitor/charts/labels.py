"""Puts the texts of a chart where they cover neither each other nor the lines.

Everything is reckoned on a phone, since more width only brings texts further apart. The reader's font is not known, so
text is measured roughly: good enough to keep texts apart, never to fit one exactly.
"""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from monitor.charts.axes import PHONE

# The size of one bold character in px with room for a dot; in how many parts a line is cut to see what it crosses.
CHARACTER, ASCENT, DESCENT = 7.5, 13, 7
SAMPLES = 24


class Spot(NamedTuple):
    """x in percent of the plot, y in px."""

    x: float
    y: float


class Wish(NamedTuple):
    """A text and where its baseline may stand, best place first. A text that is not needed gives way to the others."""

    text: str
    spots: Sequence[Spot]
    needed: bool


class Placed(NamedTuple):
    text: str
    spot: Spot
    anchor: str


class Box(NamedTuple):
    """In px, both ways."""

    left: float
    right: float
    top: float
    bottom: float

    def overlaps(self, other: "Box") -> bool:
        across = self.left < other.right and other.left < self.right
        return across and self.top < other.bottom and other.top < self.bottom

    def hits(self, lines: Iterable[tuple[Spot, Spot]], width: float) -> int:
        """How many of the parts of all lines are inside. Most lines are nowhere near: those need no cutting."""
        left, right = self.left * 100 / width, self.right * 100 / width
        near = (
            (start, end)
            for start, end in lines
            if (start.x <= right or end.x <= right)
            and (start.x >= left or end.x >= left)
            and (start.y <= self.bottom or end.y <= self.bottom)
            and (start.y >= self.top or end.y >= self.top)
        )
        return sum(left <= x <= right and self.top <= y <= self.bottom for line in near for x, y in sample(*line))


def place(wishes: Iterable[Wish], lines: Sequence[tuple[Spot, Spot]], width: float = PHONE) -> list[Placed | None]:
    """Give each text, in order of weight, the best place left: off the other texts, then off the lines. None for a
    text that had to give way."""
    taken: list[Box] = []
    placed: list[Placed | None] = []
    for wish in wishes:
        options = [lay_out(wish.text, spot, width) for spot in wish.spots]
        costs = [(sum(map(box.overlaps, taken)), box.hits(lines, width)) for _, box in options]
        text, box = options[costs.index(min(costs))]
        fits = wish.needed or not min(costs)[0]
        placed.append(text if fits else None)
        taken += [box] * fits
    return placed


def sample(start: Spot, end: Spot) -> list[Spot]:
    shares = [step / SAMPLES for step in range(SAMPLES + 1)]
    return [Spot(start.x + (end.x - start.x) * share, start.y + (end.y - start.y) * share) for share in shares]


def lay_out(text: str, spot: Spot, width: float = PHONE) -> tuple[Placed, Box]:
    """Centre the text, unless that would carry it past an end of the plot."""
    length, x = len(text) * CHARACTER, spot.x * width / 100
    if x < length / 2:
        anchor, left = "start", x
    elif x > width - length / 2:
        anchor, left = "end", x - length
    else:
        anchor, left = "middle", x - length / 2
    return Placed(text, spot, anchor), Box(left, left + length, spot.y - ASCENT, spot.y + DESCENT)
