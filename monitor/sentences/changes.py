"""The published rule: when two figures may be held against each other, and what is then said of them.

Two figures are compared only when both can be seen, both are exact, neither is a one-off count, the indicator is a
series, their periods are of one kind, equally long and one after the other, and they are of as many institutions (or
both of all there are). The caller gives figures from one way of counting. A difference is exact; a percentage only
joins it:

- never of a percentage, an average or a duration (there are points, or just the difference);
- never with a provisional figure on either side;
- never where the earlier figure is below 100 (or 100 times the step of rounding);
- in whole percents from 1 to 99, a half rounded away from zero.

A change is small, and then neither a rise nor a fall, when it is less than half a percentage point, or less than 1
percent of the earlier figure, or no more than one step of rounding.
"""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise
from math import floor
from typing import NamedTuple

from django.utils.formats import date_format

from monitor.models import Indicator, Period, PublicFigure
from monitor.progress import EXACT

from .words import Wording, wording

SMALL_POINTS = Decimal("0.5")
SMALL_PERCENT = 1
LEAST_BASE = 100


class Change(NamedTuple):
    """``direction`` is 1 for more, -1 for less, 0 for equal or about equal; ``difference`` has no sign."""

    direction: int
    difference: Decimal
    percent: int | None = None

    def said(self, words: Wording) -> str:
        """As in "98 minder" or "1,2 procentpunt hoger". Only of a change that is not small."""
        return f"{words.difference(self.difference)} {self.turn(words)}"

    def turn(self, words: Wording) -> str:
        return words.manner.more if self.direction > 0 else words.manner.less

    @property
    def is_equal(self) -> bool:
        return not self.difference


def change(indicator: Indicator, earlier: PublicFigure, later: PublicFigure) -> Change | None:
    """From the earlier figure to the later one; None where they can't be compared."""
    figures = (earlier, later)
    if not indicator.is_drawn or any(one.one_off or one.approximate for one in figures):
        return None
    if earlier.value is None or later.value is None or not comparable(earlier, later):
        return None
    difference = EXACT.subtract(later.value, earlier.value)
    words = wording(indicator)
    # abs() would round.
    size = difference.copy_abs()
    if is_small(earlier.value.copy_abs(), size, words):
        return Change(0, size)
    return Change(1 if difference > 0 else -1, size, percentage(earlier, size, words, figures))


def comparable(earlier: PublicFigure, later: PublicFigure) -> bool:
    end, start = earlier.period.end, later.period.start
    is_after = end is not None and start is not None and end < start
    return is_after and alike(earlier.period, later.period) and earlier.is_as_covered_as(later)


def alike(one: Period, other: Period) -> bool:
    """Whether both are of one kind and equally long. They may overlap."""
    return one.kind == other.kind != Period.Kind.UNKNOWN and months(one) == months(other)


def months(period: Period) -> int:
    assert period.start is not None
    assert period.end is not None
    return (period.end.year - period.start.year) * 12 + period.end.month - period.start.month


def all_comparable(figures: Sequence[PublicFigure]) -> bool:
    """Whether one of them can be called the highest."""
    apart = all(comparable(one, other) for one, other in pairwise(figures))
    return apart and not any(one.approximate or one.one_off for one in figures)


def is_small(base: Decimal, difference: Decimal, words: Wording) -> bool:
    if not difference:
        return True
    if words.is_percent:
        return difference < SMALL_POINTS
    rounded = words.step if words.step > 1 or words.suffix else 0
    return difference <= rounded or Fraction(difference) * 100 < Fraction(base) * SMALL_PERCENT


def percentage(
    earlier: PublicFigure, difference: Decimal, words: Wording, figures: Sequence[PublicFigure]
) -> int | None:
    base = earlier.value
    assert base is not None
    if words.is_level or base < LEAST_BASE * words.step or any(one.is_provisional for one in figures):
        return None
    percent = floor(Fraction(difference) * 100 / Fraction(base) + Fraction(1, 2))
    return percent if 1 <= percent <= 99 else None


def counted_otherwise(since: date) -> str:
    return f"Vanaf {date_format(since, 'j F Y')} is er anders geteld."


def not_before(since: date) -> str:
    return f"{counted_otherwise(since)} Vergelijk dit niet met cijfers van daarvoor."
