"""Figures of one line: which of them belong together, and where a chart stops and goes on."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise
from math import gcd
from typing import NamedTuple

from monitor.charts import Point
from monitor.models import Definition, Period, PublicFigure

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
    """A line cut at each break, and where others were counted; oldest first."""
    found: list[Stretch] = []
    for place, figure in enumerate(figures):
        broken = break_between(figures[place - 1].period, figure.period, breaks) if place else None
        if broken or not found or is_of_others(found[-1].figures, figure):
            found.append(Stretch(broken, []))
        found[-1].figures.append(figure)
    return found


def is_of_others(before: Sequence[PublicFigure], figure: PublicFigure) -> bool:
    """Whether not as many institutions were counted as for the last number."""
    last = next((one for one in reversed(before) if one.value is not None), None)
    return last is not None and figure.value is not None and not figure.is_as_covered_as(last)


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
    line = [point(figure) for figure in figures[:1]]
    for (earlier, later), months in zip(pairwise(figures), skipped(figures), strict=True):
        broken = break_between(earlier.period, later.period, breaks) is not None or is_of_others([earlier], later)
        line += [*(missing(later.period.kind, month) for month in months), replace(point(later), broken=broken)]
    return line


def filled(figures: Sequence[PublicFigure]) -> list[PublicFigure]:
    """A line with a figure without a number for each step that it skips, where such a step has a name."""
    line = [*figures[:1]]
    for later, months in zip(figures[1:], skipped(figures), strict=True):
        if later.period.kind in MONTHS:
            line += [PublicFigure(period=step(later.period.kind, month), state="") for month in months]
        line.append(later)
    return line


def skipped(figures: Sequence[PublicFigure]) -> list[range]:
    """Before each figure but the first: the steps for which the series has none, as ``month_after`` counts."""
    if any(figure.period.end is None for figure in figures):
        return [range(0)] * (len(figures) - 1)
    ends = [month_after(figure.period) for figure in figures]
    stride = stride_of(figures)
    return [range(earlier + stride, later, stride) for earlier, later in pairwise(ends)]


def stride_of(figures: Sequence[PublicFigure]) -> int:
    """The months from point to point, for figures with an end."""
    ends = [month_after(figure.period) for figure in figures]
    return gcd(*(later - earlier for earlier, later in pairwise(ends))) or 1


def axis_place(figures: Sequence[PublicFigure], day: date) -> float:
    """Where a day lies among the ``points`` of figures with an end: 0 at the middle of the first period, 0.5 where the
    second begins. A reference date has no length: its point is the day itself."""
    first = figures[0].period
    months = day.year * 12 + day.month - 1 + (day.day - 1) / 31 - month_after(first)
    return months / stride_of(figures) + (0.5 if first.kind in MONTHS else 0)


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
    # For a day, or a stretch of any length, nobody says on which others there should have been a figure.
    return Point(str(step(kind, month)) if kind in MONTHS else "", None, provisional=False)


def step(kind: str, month: int) -> Period:
    """The period of a kind that has a name of its own."""
    first = month - MONTHS[kind]
    start, after = date(first // 12, first % 12 + 1, 1), date(month // 12, month % 12 + 1, 1)
    code = f"{start.year}/{after.year}" if kind == Period.Kind.SCHOOL_YEAR else str(start.year)
    return Period(code=code, kind=kind, start=start, end=after - timedelta(days=1))


def changed_on(definitions: Iterable[Definition]) -> set[date]:
    """The first days of other definitions."""
    days: set[date] = set()
    for definition in definitions:
        days |= {definition.valid_from} if definition.valid_from else set()
        days |= {definition.valid_to + timedelta(days=1)} if definition.valid_to else set()
    return days
