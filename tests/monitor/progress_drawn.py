"""Figures, targets and days that hypothesis draws for the rule of progress."""

from datetime import date
from decimal import Context, Decimal

from hypothesis import settings
from hypothesis import strategies as st

from monitor.progress import Kind, Point, Target

# Nineteen digits on either side of the comma.
DIGITS = Context(prec=200)
LONGEST = 10**38 - 1

many = settings(max_examples=300)

# Few enough that figures, bounds and zero fall together.
SMALL = st.integers(-6, 6).map(Decimal)
LONG = st.integers(-LONGEST, LONGEST).map(lambda number: Decimal(number).scaleb(-19, DIGITS))
VALUES = SMALL | LONG
YEARS = st.integers(2020, 2032)


@st.composite
def targets(draw, values=VALUES):
    kind = draw(st.sampled_from(Kind))
    low, high = sorted([draw(values), draw(values)])
    by = draw(st.none() | YEARS.map(lambda year: date(year, 12, 31)))
    return Target(kind, low, high if kind == Kind.BETWEEN else None, by)


def yearly(values, first=2020):
    return [
        Point(f"in {year}", "jaar", date(year, 1, 1), date(year, 12, 31), value)
        for year, value in enumerate(values, first)
    ]


# A sound series: its baseline first, at least one figure after it, no gap, nothing provisional.
SERIES = st.lists(VALUES, min_size=2, max_size=6).map(yearly)
DAYS = st.dates(date(2025, 12, 31), date(2034, 12, 31))


def at_target(target, baseline):
    """All that a target allows, as the least and the most; None where it has no end."""
    match target.kind:
        case Kind.BETWEEN:
            return target.value, target.upper
        case Kind.AT_MOST:
            return None, target.value
        case Kind.AT_LEAST:
            return target.value, None
    if baseline == target.value:
        return target.value, target.value
    return (None, target.value) if baseline > target.value else (target.value, None)


def nearest(value, target, baseline):
    low, high = at_target(target, baseline)
    if low is not None and value < low:
        return low
    return high if high is not None and value > high else value
