"""Diverging bars: how groups answered one statement, or one group several statements."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import accumulate
from typing import NamedTuple

from monitor.charts.axes import px
from stroomop.lib.numbers import dutch_number

HIDDEN = "niet getoond: groep te klein"
# Shares from here on have room for their number, in percent of the plot; the second on every screen.
ROOM, PHONE_ROOM = 6, 12
# From the middle outwards: the class of each tone, its light colour and that of the number in it.
TONES = {
    "t0": ("#cfd6dc", "#1d2b36"),
    "m1": ("#eeb07f", "#1d2b36"),
    "m2": ("#d98a4f", "#1d2b36"),
    "m3": ("#a8480b", "#ffffff"),
    "p1": ("#8dc3d8", "#1d2b36"),
    "p2": ("#5aa5c4", "#1d2b36"),
    "p3": ("#0b5c85", "#ffffff"),
}


@dataclass(frozen=True)
class Answer:
    """``side``: -1 left of the middle, 0 in the middle, 1 right of it; None for one that is no opinion, as "weet ik
    niet", which is told beside the name. A scale has its answers from left to right."""

    name: str
    side: int | None


@dataclass(frozen=True)
class Group:
    """How many gave each answer, in the order of the scale. None: their number is not public.

    ``size``: how many there were, where ``counts`` are percentages instead.
    """

    name: str
    counts: Sequence[int | Decimal] | None
    reason: str = ""
    size: int | None = None

    @property
    def people(self) -> Decimal:
        return Decimal(sum(self.counts or ()) if self.size is None else self.size)


class Tone(str):
    """A class of chart.css, with the colours for where there is no stylesheet."""

    @property
    def colour(self) -> str:
        return TONES[self][0]

    @property
    def ink(self) -> str:
        return TONES[self][1]


class Segment(NamedTuple):
    tone: Tone
    x: str
    width: str
    middle: str
    text: str
    wide: bool
    title: str


class AnswerRow(NamedTuple):
    name: str
    note: str
    reason: str
    segments: list[Segment]


class AnswerKey(NamedTuple):
    tone: Tone
    name: str


@dataclass(frozen=True)
class AnswerChart:
    """``zero``: where the answers of the two sides meet."""

    rows: list[AnswerRow]
    keys: list[AnswerKey]
    zero: str


def answer_chart(groups: Sequence[Group], scale: Sequence[Answer], *, minimum: int) -> AnswerChart:
    """A group with fewer than ``minimum`` answers shows words in place of its bar."""
    opinions = [answer for answer in scale if answer.side is not None]
    tones = find_tones(opinions)
    shares = [find_shares(group, minimum) for group in groups]
    bars = [[share for share, answer in zip(row, scale, strict=False) if answer.side is not None] for row in shares]
    left = max((reach_left(bar, opinions) for bar in bars), default=0)
    width = left + max((sum(bar) - reach_left(bar, opinions) for bar in bars), default=0) or 1
    rows = [
        AnswerRow(group.name, say_size(group, row, scale), "", cut(bar, tones, opinions, left, width))
        if row
        else AnswerRow(group.name, "", group.reason or HIDDEN, [])
        for group, row, bar in zip(groups, shares, bars, strict=True)
    ]
    keys = [AnswerKey(tone, answer.name) for tone, answer in zip(tones, opinions, strict=True)]
    return AnswerChart(rows, keys, px(left * 100 / width))


def find_shares(group: Group, minimum: int) -> list[float]:
    """In percent; nothing where it may not be shown."""
    total = sum(group.counts or ())
    if not total or group.people < minimum:
        return []
    return [float(100 * count / total) for count in group.counts or ()]


def say_size(group: Group, shares: Sequence[float], scale: Sequence[Answer]) -> str:
    """As in "40 antwoorden, weet ik niet: 12%"."""
    aside = [
        f"{answer.name}: {percent(share)}" for share, answer in zip(shares, scale, strict=True) if answer.side is None
    ]
    return ", ".join([f"{dutch_number(group.people)} antwoorden", *aside])


def percent(share: float) -> str:
    return f"{dutch_number(Decimal(share), 0)}%"


def find_tones(scale: Sequence[Answer]) -> list[Tone]:
    """The strongest tone at each end."""
    sides = [side_of(answer) for answer in scale]
    left, right = sides.count(-1), sides.count(1)
    low = [Tone(f"m{strength((left - nth) / left)}") for nth in range(left)]
    high = [Tone(f"p{strength((nth + 1) / right)}") for nth in range(right)]
    return [*low, *[Tone("t0")] * sides.count(0), *high]


def side_of(answer: Answer) -> int:
    return answer.side or 0


def strength(outward: float) -> int:
    """1 to 3: at the end 3, next to the middle 1. Two answers take the outer tones, one the strongest."""
    return 3 if outward == 1 else 1 if outward <= 0.5 else 2


def reach_left(shares: Sequence[float], scale: Sequence[Answer]) -> float:
    """How far a row reaches to the left of the middle; the middle answers lie half on either side."""
    parts = {-1: 1.0, 0: 0.5, 1: 0.0}
    return sum(share * parts[side_of(answer)] for share, answer in zip(shares, scale, strict=False))


def cut(
    shares: Sequence[float], tones: Sequence[Tone], scale: Sequence[Answer], left: float, width: float
) -> list[Segment]:
    """Each answer that somebody gave, in percent of the plot; ``left`` is where the two sides meet."""
    ends = accumulate(shares, initial=left - reach_left(shares, scale))
    return [
        draw_segment(tone, answer.name, begin / width, share / width, percent(share))
        for tone, answer, begin, share in zip(tones, scale, ends, shares, strict=False)
        if share
    ]


def draw_segment(tone: Tone, answer: str, start: float, length: float, share: str) -> Segment:
    """``start`` and ``length`` are parts of the plot."""
    return Segment(
        tone,
        px(start * 100),
        px(length * 100),
        px((start + length / 2) * 100),
        share if length * 100 >= ROOM else "",
        length * 100 < PHONE_ROOM,
        f"{answer}: {share}",
    )
