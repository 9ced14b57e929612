"""The names of the lines: at their ends where the plot is wide, in a legend on a phone."""

from collections.abc import Sequence
from textwrap import wrap
from typing import NamedTuple

from monitor.charts.axes import Frame, px
from monitor.charts.marks import Hue, Mark
from monitor.charts.points import Line, short_amount

# Characters on a line of a name, px from one to the next, and the room in characters that chart.css can keep.
LENGTH, LEADING = 20, 15
ROOMS = (8, 12, 16, 22)


class Name(NamedTuple):
    """At the right of the plot: the lines of its text and where the first stands."""

    hue: Hue
    lines: list[str]
    y: str


class Key(NamedTuple):
    hue: Hue
    name: str
    last: str


class Block(NamedTuple):
    """A name with the height where it would like its middle."""

    hue: Hue
    lines: list[str]
    middle: float

    @property
    def height(self) -> int:
        return len(self.lines) * LEADING + 4


def write_names(lines: Sequence[Line], marks: Sequence[Sequence[Mark]], frame: Frame, unit: str) -> list[Name]:
    ends = [(Hue(nth), line, found[-1]) for nth, (line, found) in enumerate(zip(lines, marks, strict=True), 1) if found]
    blocks = [
        Block(hue, [*wrap(line.name, LENGTH), last_value(line, mark, unit)], mark.spot.y) for hue, line, mark in ends
    ]
    blocks.sort(key=lambda block: block.middle)
    tops = stack(blocks, frame.top - 14, frame.base + 10)
    return [Name(block.hue, block.lines, px(top + LEADING)) for block, top in zip(blocks, tops, strict=True)]


def stack(blocks: Sequence[Block], top: float, bottom: float) -> list[float]:
    """The tops of the blocks, each as near to its wish as the others leave it, from the top down."""
    tops = [block.middle - block.height / 2 for block in blocks]
    floor = top
    for nth, block in enumerate(blocks):
        tops[nth] = floor = max(tops[nth], floor)
        floor += block.height
    ceiling = bottom
    for nth in range(len(blocks) - 1, -1, -1):
        tops[nth] = ceiling = min(tops[nth], ceiling - blocks[nth].height)
    return tops


def last_value(line: Line, mark: Mark, unit: str) -> str:
    """With its period, where that is not the last of the chart."""
    told = [line.points[mark.nth].label] * (mark.nth < len(line.points) - 1) + ["voorlopig"] * mark.provisional
    return short_amount(mark.value, unit) + f" ({', '.join(told)})" * bool(told)


def write_keys(lines: Sequence[Line], marks: Sequence[Sequence[Mark]], unit: str) -> list[Key]:
    return [
        Key(Hue(nth), line.name, last_value(line, found[-1], unit) if found else "geen cijfer")
        for nth, (line, found) in enumerate(zip(lines, marks, strict=True), 1)
    ]


def room(names: Sequence[Name]) -> str:
    """The class that keeps room for the longest line of the names."""
    longest = max((len(line) for name in names for line in name.lines), default=0)
    return f"r{next((size for size in ROOMS if size >= longest), ROOMS[-1])}" if names else ""
