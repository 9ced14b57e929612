"""Figures of one line: which of them belong together, and where a chart stops and goes on."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise
from math import gcd
from typing import NamedTuple

from monitor.charts import Point
from monitor.models import Period, PublicFigure
from monitor.periods import label

# Fewer points than this are a table, not a line.
ENOUGH_TO_DRAW = 3
# How long the kinds of period are that have a name of their own.
MONTHS: dict[str, int] = {
    Period.Kind.YEAR: 12,
    Period.Kind.SCHOOL_YEAR: 12,
    Period.Kind.HALF: 6,
    Period.Kind.QUARTER: 3,
    Period.Kind.MONTH: 1,
}


class Stretch(NamedTuple):
    """Figures that may be compared. ``since`` is the first day of the way in which they were counted, where there was
    another before."""

    since: date | None
    figures: list[PublicFigure]


def main_line(figures: Sequence[PublicFigure]) -> list[PublicFigure]:
    """The figures of the kind of period that occurs most: a year and a half-year never stand on one line. A one-off
    count stands on none, unless there is nothing else."""
    figures = [figure for figure in figures if not figure.one_off] or figures
    kinds = Counter(figure.period.kind for figure in figures)
    if not kinds:
        return []
    # Equally many: the kind with the newest figure.
    last = {figure.period.kind: place for place, figure in enumerate(figures)}
    main = max(kinds, key=lambda kind: (kinds[kind], last[kind]))
    return [figure for figure in figures if figure.period.kind == main]


def stretches(figures: Sequence[PublicFigure], breaks: Sequence[date]) -> list[Stretch]:
    """A line cut at each break, oldest first."""
    found: list[Stretch] = []
    for place, figure in enumerate(figures):
        broken = break_between(figures[place - 1].period, figure.period, breaks) if place else None
        if broken or not found:
            found.append(Stretch(broken, []))
        found[-1].figures.append(figure)
    return found


def break_between(earlier: Period, later: Period, breaks: Iterable[date]) -> date | None:
    """The last break that keeps these from being compared. A period with a break inside it is like no other."""
    if earlier.start is None or later.end is None:
        return None
    return max((day for day in breaks if earlier.start < day <= later.end), default=None)


def enough_to_draw(figures: Sequence[PublicFigure], breaks: Sequence[date] = ()) -> bool:
    """Whether there is a line in it: enough numbers that may be compared."""
    numbers = [figure for figure in figures if figure.value is not None and not figure.one_off]
    return any(len(stretch.figures) >= ENOUGH_TO_DRAW for stretch in stretches(numbers, breaks))


def points(figures: Sequence[PublicFigure], breaks: Sequence[date] = ()) -> list[Point]:
    """The points of a line at even distances, with an empty point wherever the series skips a step. The first point
    after a break is broken from those before it."""
    if any(figure.period.end is None for figure in figures):
        return [point(figure) for figure in figures]
    steps, stride = find_steps(figures)
    line = [point(figures[0])]
    for (earlier, later), step in zip(pairwise(figures), steps, strict=True):
        first = month_after(earlier.period)
        skipped = [missing(later.period.kind, month) for month in range(first + stride, first + step, stride)]
        broken = break_between(earlier.period, later.period, breaks) is not None
        line += [*skipped, replace(point(later), broken=broken)]
    return line


def find_steps(figures: Sequence[PublicFigure]) -> tuple[list[int], int]:
    """The months from each figure to the next, and those from point to point."""
    steps = [month_after(later.period) - month_after(earlier.period) for earlier, later in pairwise(figures)]
    return steps, gcd(*steps) or 1


def axis_place(figures: Sequence[PublicFigure], day: date) -> float:
    """Where a day lies among the ``points`` of figures with an end: 0 at the middle of the first period, 0.5 where the
    second begins. A reference date has no length: its point is the day itself."""
    first, (_, stride) = figures[0].period, find_steps(figures)
    months = day.year * 12 + day.month - 1 + (day.day - 1) / 31 - month_after(first)
    return months / stride + (0.5 if first.kind in MONTHS else 0)


def point(figure: PublicFigure) -> Point:
    reason = "" if figure.value is not None else figure.get_state_display()
    return Point(str(figure.period), figure.value, provisional=figure.is_provisional, reason=reason)


def month_after(period: Period) -> int:
    """The month that begins when the period is over, counted from the year 0. 31 December and the year agree."""
    assert period.end is not None
    after = period.end + timedelta(days=1)
    return after.year * 12 + after.month - 1


def missing(kind: str, month: int) -> Point:
    """A step of the series for which we have nothing; ``month`` as ``month_after`` counts."""
    first = month - MONTHS.get(kind, 0)
    start, after = date(first // 12, first % 12 + 1, 1), date(month // 12, month % 12 + 1, 1)
    code = f"{start.year}/{after.year}" if kind == Period.Kind.SCHOOL_YEAR else str(start.year)
    # For a day, or a stretch of any length, nobody says on which others there should have been a figure.
    return Point(label(kind, code, start, after) if kind in MONTHS else "", None, provisional=False)
