"""What siblings hide of each other. Why, and that it is enough, stands in disclosure.py."""

from abc import ABC, abstractmethod
from collections.abc import Hashable, Iterable, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from functools import cached_property
from typing import NamedTuple

type Series = Hashable
type Period = Hashable
type Number = int | Fraction
type Size = tuple[Number, ...]


class Cell(NamedTuple):
    series: Series
    period: Period


class Figure(NamedTuple):
    """One version of a cell. Every number that is public at some date is one, contradicting mentions as well."""

    cell: Cell
    value: Decimal


@dataclass(frozen=True)
class Span:
    """A period and those that lie in it, whether or not they may be summed. All, those without any figure as well."""

    whole: Period
    parts: frozenset[Period]


class Range(NamedTuple):
    """The smallest and the largest of the versions."""

    low: Number
    high: Number


class Ranges:
    """What was ever said of each cell, in exact numbers."""

    def __init__(self, figures: Iterable[Figure], base: int) -> None:
        self.base = base
        self.of: dict[Cell, Range] = {}
        for cell, value in figures:
            number = int(value) if value == int(value) else Fraction(value)
            known = self.of.get(cell, Range(number, number))
            self.of[cell] = Range(min(known.low, number), max(known.high, number))
        self.told = frozenset(self.of)

    def add_total(self, total: Series, parts: AbstractSet[Series]) -> None:
        """Without a figure for the total, its parts tell it."""
        for period in {cell.period for cell in self.told if cell.series in parts}:
            if Cell(total, period) not in self.told and all(self.has(one, period) for one in parts):
                low = sum(self.low(one, period) for one in parts)
                high = sum(self.high(one, period) for one in parts)
                known = self.of.get(Cell(total, period), Range(low, high))
                self.of[Cell(total, period)] = Range(min(known.low, low), max(known.high, high))

    def has(self, series: Series, period: Period) -> bool:
        return Cell(series, period) in self.of

    def low(self, series: Series, period: Period) -> Number:
        """The least it can be; nothing, when nobody said."""
        return self.of[Cell(series, period)].low if self.has(series, period) else 0

    def high(self, series: Series, period: Period) -> Number:
        return self.of[Cell(series, period)].high if self.has(series, period) else 0

    def revised(self, series: Series, period: Period) -> Number:
        """How much the versions differ, at the most that rounding leaves open."""
        change = self.high(series, period) - self.low(series, period)
        return change + 3 * self.base if change and self.base > 1 else change

    def any_count(self, series: Iterable[Series], periods: Iterable[Period]) -> bool:
        """Whether anything there is more than zero."""
        periods = tuple(periods)
        return any(self.high(one, period) for one in series for period in periods)


@dataclass(frozen=True)
class Family:
    """Periods that lie in each other. Without a whole, some overlap: then they are hidden together."""

    whole: Period | None
    parts: tuple[Period, ...] = ()
    # A span with one part tells its number twice.
    has_twins: bool = False


def families(spans: Iterable[Span]) -> Mapping[Period, Family]:
    """The family of each period in a span."""
    together: dict[Period, set[Period]] = {}
    for span in spans:
        joined = set[Period]().union(*(together.get(one, {one}) for one in (span.whole, *span.parts)))
        together.update(dict.fromkeys(joined, joined))
    within = {part for span in spans for part in span.parts}
    twins = {span.whole for span in spans if len(span.parts) == 1}
    found: dict[Period, Family] = {}
    for period, joined in together.items():
        if period not in found:
            tops = joined - within
            whole = next(iter(tops)) if len(tops) == 1 else None
            family = Family(whole, tuple(sorted(joined - {whole}, key=repr)), has_twins=bool(twins & joined))
            found.update(dict.fromkeys(joined, family))
    return found


@dataclass(frozen=True)
class Siblings(ABC):
    """The parts of a breakdown in one family of periods."""

    total: Series
    parts: frozenset[Series]
    family: Family
    ranges: Ranges
    small: AbstractSet[Cell]
    least: int

    @cached_property
    def rows(self) -> frozenset[Series]:
        """Those of which there is a figure for the whole."""
        return frozenset(one for one in self.parts if self.ranges.has(one, self.family.whole))

    @property
    def told(self) -> AbstractSet[Series]:
        """Those of which the public has the whole."""
        return self.rows

    @abstractmethod
    def wholes_with(self, some: AbstractSet[Series]) -> AbstractSet[Series]:
        """The series of which the whole must be hidden when those of some are."""

    @abstractmethod
    def parts_with(self, some: AbstractSet[Series]) -> AbstractSet[Series]:
        """The series of which the parts must be hidden when those of some are."""

    @abstractmethod
    def count_in(self, period: Period) -> bool:
        """Whether anybody was there. Where not, the zeros may be shown whatever is hidden elsewhere."""

    def tell(self, one: Series, period: Period) -> bool:
        """Whether what the public has tells what was there, where no count is shown."""
        return self.ranges.has(self.total, period) and not self.ranges.high(self.total, period)


class Loose(Siblings):
    """Each by itself: no more is known than that it lies in the total. The others are whoever else is in the total."""

    def count_in(self, period: Period) -> bool:
        is_known = self.ranges.has(self.total, period)
        return not is_known or self.ranges.any_count({*self.parts, self.total}, [period])

    def wholes_with(self, some: AbstractSet[Series]) -> AbstractSet[Series]:
        whole, ranges = self.family.whole, self.ranges
        if not ranges.has(self.total, whole):
            return frozenset()
        room = ranges.low(self.total, whole) - self.least
        return {self.total for one in some if ranges.high(one, whole) > room}

    def parts_with(self, some: AbstractSet[Series]) -> AbstractSet[Series]:
        periods = [period for period in self.family.parts if self.count_in(period)]
        return {self.total for one in some for period in periods if not self.is_safe(one, period)}

    def is_safe(self, one: Series, period: Period) -> bool:
        whole, ranges, total = self.family.whole, self.ranges, self.total
        if not ranges.has(total, period):
            return not self.family.has_twins
        if ranges.low(total, period) < 2 * self.least:
            return False
        others = ranges.low(total, whole) - max(ranges.high(total, period), ranges.high(one, whole))
        return not ranges.has(one, whole) or others >= self.least
