"""A share of which not everything is known: what is not covered is shown as unknown, never as zero."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import NamedTuple

from monitor.charts.axes import px
from monitor.charts.marks import COLOURS, Hue

# More than this are a bar instead of a piece for each.
PIECES = 24
UNKNOWN = "onbekend"


@dataclass(frozen=True)
class Part:
    """As in "deed mee", 9."""

    name: str
    count: int


class Piece(NamedTuple):
    """``hue`` is None for what is unknown. ``number`` stands inside, where there is room."""

    x: str
    width: str
    hue: Hue | None
    number: str


class PartKey(NamedTuple):
    hue: Hue | None
    text: str


@dataclass(frozen=True)
class CoverageChart:
    words: str
    pieces: list[Piece]
    keys: list[PartKey]


def coverage_chart(parts: Sequence[Part], *, total: int, things: str) -> CoverageChart:
    """One to four parts of a total, in as many pieces as there are things, or in a bar when they are many."""
    covered = sum(part.count for part in parts)
    if covered > total or len(parts) > len(COLOURS):
        raise ValueError(f"{covered} of {total} in {len(parts)} parts")
    counts: list[tuple[Hue | None, int, str]] = [(Hue(nth), part.count, part.name) for nth, part in enumerate(parts, 1)]
    counts += [(None, total - covered, UNKNOWN)] * (covered < total)
    return CoverageChart(
        f"{covered} van de {total} {things}",
        cut(counts, total),
        [PartKey(hue, f"{count} {name}") for hue, count, name in counts],
    )


def cut(counts: Sequence[tuple[Hue | None, int, str]], total: int) -> list[Piece]:
    if total <= PIECES:
        hues = [hue for hue, count, _ in counts for _ in range(count)]
        return [Piece(px(nth * 100 / total), px(100 / total), hue, "") for nth, hue in enumerate(hues)]
    ends = list(accumulate(count for _, count, _ in counts))
    return [
        Piece(px((end - count) * 100 / total), px(count * 100 / total), hue, str(count) if count * 12 >= total else "")
        for end, (hue, count, _) in zip(ends, counts, strict=True)
        if count
    ]
