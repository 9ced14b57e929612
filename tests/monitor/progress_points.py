"""Points and targets of the rule of progress, from words as short as "20 15 12" and "hoogstens 10 in 2030"."""

import re
from dataclasses import replace
from datetime import date
from decimal import Decimal

from monitor.periods import parse_period, when
from monitor.progress import Kind, Point, Target, progress
from tests.monitor.series import PLACEMENTS

TODAY = date(2026, 11, 22)


def point(code, value, **kwargs):
    period = parse_period(str(code))
    words = when(period.kind, period.code, period.start, period.end)
    return Point(words, period.kind, period.start, period.end, None if value == "-" else Decimal(value), **kwargs)


def line(values, first=2018, **last):
    """A year for each number; a dash is a year without one. ``last`` is about the newest."""
    points = [point(first + index, value) for index, value in enumerate(values.split())]
    return [*points[:-1], replace(points[-1], **last)]


def target(words):
    """As in "hoogstens 10 in 2030", "tussen 5 en 10" or "bereiken 0 in 2024-06-30"."""
    found = re.fullmatch(r"(\w+) (\S+)(?: en (\S+))?(?: in (\S+))?", words)
    kind, value, upper, code = found.groups()
    period = parse_period(code) if code else None
    return Target(
        Kind(kind),
        Decimal(value),
        upper and Decimal(upper),
        period and period.end,
        when(period.kind, period.code, period.start, period.end) if period else "",
    )


def found(points, goal, today=TODAY, baseline=None):
    """The first point is the baseline, unless the test gives another."""
    return progress(points, target(goal) if isinstance(goal, str) else goal, baseline or points[0], today)


def put(points, index, **changes):
    return [*points[:index], replace(points[index], **changes), *points[index + 1 :]]


ZERO_IN_2030 = target("bereiken 0 in 2030")
FOUR = line("20 18 15 12")
# The real placements, by year.
PLACED = dict(zip(range(2013, 2024), PLACEMENTS.split(), strict=True))


def since(first):
    return [point(year, value) for year, value in PLACED.items() if year >= first]
