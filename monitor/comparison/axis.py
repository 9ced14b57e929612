"""Lines of one kind of period on one axis of time."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from itertools import pairwise
from typing import NamedTuple

from monitor.charts import Point
from monitor.lines import point, points, skipped
from monitor.models import Period, PublicFigure, State


class Counted(NamedTuple):
    """Figures in order, and the first days of other ways of counting them."""

    figures: Sequence[PublicFigure]
    change_days: Sequence[date]


def all_periods(lines: Iterable[Sequence[PublicFigure]]) -> list[Period]:
    """Of all lines together, oldest first, each once."""
    found = {figure.period.code: figure.period for line in lines for figure in line}
    return sorted(found.values(), key=by_time)


def by_time(period: Period) -> tuple[date, date]:
    return period.start or date.min, period.end or date.min


def on_one_axis(lines: Sequence[Counted]) -> list[list[Point]]:
    """The points of each line, with an empty one for every period that only another line has."""
    periods = all_periods(line.figures for line in lines)
    return [put_on(periods, line) for line in lines]


def put_on(periods: Sequence[Period], line: Counted) -> list[Point]:
    # A number in each period tells where they stand, and which steps between them have none.
    rule = [PublicFigure(period=period, state=State.MEASURED, value=Decimal(0)) for period in periods]
    cells = {figure.period.code: figure for figure in line.figures}
    codes = iter([period.code for period in periods])
    return [
        slot if slot.value is None else fill(slot, cells.get(next(codes))) for slot in points(rule, line.change_days)
    ]


def fill(slot: Point, figure: PublicFigure | None) -> Point:
    if figure is None:
        return replace(slot, value=None)
    return replace(point(figure), broken=slot.broken)


def keep_rhythm(line: Sequence[PublicFigure], drawn: Sequence[Point]) -> list[Point]:
    """With the periods that only another line has passed by: what is counted once a year has no gap in between."""
    kept, labels = list(drawn), [slot.label for slot in drawn]
    places = [labels.index(str(figure.period)) for figure in line]
    for (here, there), gap in zip(pairwise(places), skipped(line), strict=True):
        if not gap:
            between = slice(here + 1, there)
            broken = any(slot.broken for slot in kept[here + 1 : there + 1])
            kept[between] = [replace(slot, broken=False, passed=True) for slot in kept[between]]
            kept[there] = replace(kept[there], broken=broken)
    return kept


def has_stops(lines: Iterable[Sequence[Point]]) -> bool:
    """Whether a line ends somewhere before the axis does."""
    return any((slot.value is None and not slot.passed) or slot.broken for line in lines for slot in line)
