"""The published rule: since when the newest figure of a line is known, and when the next one was to come. From values
alone; words: sentences/freshness.py.

A period is known from the first day on which its source said anything of it but "nog niet bekend", and no more exactly
than the source is dated. Of a source without a date nobody knows since when: its figures carry the day on which we read
them. A revision is another number, or a reason in place of a number; the last one counts.

The next figure is expected on the day that a source names, where that lies after the newest figure; of an earlier day
than today we don't know whether it was named. Otherwise it is expected as long after the newest became known as there
is time between the last two periods. That is unknown for a single figure, for a source without a date, and where the
last three periods do not follow at even distances or are not equally long.

It is overdue by the whole months since then, 0 while the day is not past. A day that is known to the month, season or
year counts as the last one of it. The last check counts from the day on which the newest figure was known.

Nothing of this is said of a one-off count, a norm, or what is told in words alone.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import pairwise
from typing import NamedTuple

from monitor.models import FigureCheck, Indicator, Period, PublicFigure, Source, State
from monitor.progress import month_after
from stroomop.lib import clock
from stroomop.lib.dates import add_months, last_day, months_between

# So many of the last periods show the rhythm.
RHYTHM = 3
type Cell = tuple[int, str, str]


class Ground(StrEnum):
    SOURCE = "de bron noemt een dag"
    RHYTHM = "de tijd tussen de laatste twee perioden"
    UNKNOWN = "onbekend"


class Day(NamedTuple):
    """As exact as ``precision``, as Source has it: the last day that it can be. Without one nobody knows."""

    on: date
    precision: str


class Told(NamedTuple):
    """A period of the line, since when it is known, and when its number last became another."""

    period: Period
    has_number: bool
    known: Day
    revised: Day | None = None


@dataclass(frozen=True)
class Freshness:
    newest: Told
    expected: Day | None
    ground: Ground
    # Of what was expected.
    is_past: bool
    overdue: int
    # Who names the day, where the ground is the source.
    named_by: str
    check: FigureCheck | None


def freshness(
    indicator: Indicator, told: Sequence[Told], checks: Iterable[FigureCheck], day: date, today: date
) -> Freshness | None:
    """As it was on that day, of the periods of a line, oldest first."""
    if not indicator.is_drawn or not told:
        return None
    newest = told[-1]
    # Nobody kept since when that day was named.
    named = indicator.expected_on if day == today else None
    expected, ground = next_expected(told, named)
    is_past = expected is not None and expected.on < day
    known_checks = (check for check in checks if newest.known.on <= check.checked_on <= day)
    return Freshness(
        newest,
        expected,
        ground,
        is_past,
        months_between(expected.on, day) if expected and is_past else 0,
        indicator.expected_note if ground == Ground.SOURCE else "",
        max(known_checks, key=lambda check: check.checked_on, default=None),
    )


def read_freshness(
    indicator: Indicator,
    line: Iterable[PublicFigure],
    versions: Iterable[PublicFigure],
    checks: Iterable[FigureCheck],
    day: date,
) -> Freshness | None:
    return freshness(indicator, periods_told(line, versions), checks, day, clock.today())


def next_expected(told: Sequence[Told], named: date | None) -> tuple[Day | None, Ground]:
    known = told[-1].known
    if named and named > known.on:
        return Day(named, Source.Precision.DAY), Ground.SOURCE
    months = rhythm([one.period for one in told[-RHYTHM:]])
    if months and known.precision:
        return Day(last_day(add_months(known.on, months), known.precision), known.precision), Ground.RHYTHM
    return None, Ground.UNKNOWN


def rhythm(periods: Sequence[Period]) -> int | None:
    """The months from one period to the next; None where that differs, or nothing can be said."""
    spans = [(month_after(one.start), month_after(one.end)) for one in periods if one.start and one.end]
    steps = {later - earlier for (_, earlier), (_, later) in pairwise(spans)}
    lengths = {end - start for start, end in spans}
    is_regular = len(spans) == len(periods) and len(steps) == len(lengths) == 1
    return max(steps) if is_regular and max(steps) > 0 else None


def periods_told(line: Iterable[PublicFigure], versions: Iterable[PublicFigure]) -> list[Told]:
    """``line`` are the figures that hold, ``versions`` all that was said, those as well. A one-off count is no part of
    a line."""
    said: dict[Cell, list[PublicFigure]] = defaultdict(list)
    for one in versions:
        # What replaced it on its own first day was there before it.
        if not one.mention_only and one.state != State.NOT_YET and one.valid_to != one.valid_from:
            said[cell(one)].append(one)
    return [period_told(one, said[cell(one)]) for one in line if not one.one_off and one.state != State.NOT_YET]


def cell(figure: PublicFigure) -> Cell:
    return figure.series_id, figure.period.kind, figure.period.code


def period_told(figure: PublicFigure, versions: Sequence[PublicFigure]) -> Told:
    in_order = sorted(versions, key=lambda one: one.valid_from)
    first = in_order[0]
    # Another mention of the same number is no revision.
    changed = [other for one, other in pairwise(in_order) if (one.state, one.value) != (other.state, other.value)]
    revised = day_of(changed[-1]) if changed else None
    is_dated = revised and revised.precision
    return Told(figure.period, figure.value is not None, day_of(first), revised if is_dated else None)


def day_of(figure: PublicFigure) -> Day:
    """Files give a figure the last day that its source can be of, or the day on which it was read."""
    source, on = figure.release.source, figure.valid_from
    if not source.precision or source.date_to is None:
        return Day(on, "")
    is_of_source = (source.date_from is None or source.date_from <= on) and on <= source.date_to
    return Day(on, source.precision if is_of_source else Source.Precision.DAY)
