"""What siblings hide of each other that are together the total. Why, and that it is enough, stands in disclosure.py."""

from collections import defaultdict
from collections.abc import Callable, Mapping
from collections.abc import Set as AbstractSet
from functools import cached_property
from itertools import chain
from typing import NamedTuple

from monitor.disclosure_siblings import Cell, Number, Period, Series, Siblings, Size


class Together(NamedTuple):
    """All siblings of a covering breakdown, in one period."""

    counts: bool
    is_closed: bool
    high: Number
    # Of those with a figure for both.
    in_whole: Number
    in_part: Number
    # By series, how many may be in the whole and not in this part of it.
    outside: Mapping[Series, Number]
    all_outside: Number


class Covering(Siblings):
    """Together they are the total, so that what is hidden of one can be told from the others."""

    @cached_property
    def periods(self) -> Mapping[Period, Together]:
        """What every choice of some of them asks for: with hundreds of siblings there are hundreds of choices."""
        ranges, whole = self.ranges, self.family.whole
        found = {}
        for period in (whole, *self.family.parts):
            rows = frozenset(one for one in self.rows if ranges.has(one, period))
            outside = {one: max(0, ranges.high(one, whole) - ranges.low(one, period)) for one in rows}
            found[period] = Together(
                counts=ranges.any_count(self.parts, [period]),
                is_closed=ranges.has(self.total, period) and all(ranges.has(one, period) for one in self.parts),
                high=sum(ranges.high(one, period) for one in self.parts),
                in_whole=sum(ranges.low(one, whole) for one in rows),
                in_part=sum(ranges.high(one, period) for one in rows),
                outside=outside,
                all_outside=sum(outside.values()),
            )
        return found

    def count_in(self, period: Period) -> bool:
        return self.periods[period].counts

    def tell(self, one: Series, period: Period) -> bool:
        is_last = all(self.ranges.has(other, period) for other in self.parts - {one})
        return super().tell(one, period) or is_last or (period in self.family.parts and not self.has_parts)

    @cached_property
    def has_parts(self) -> bool:
        return any(self.ranges.has(one, period) for one in self.parts for period in self.family.parts)

    def wholes_with(self, some: AbstractSet[Series]) -> AbstractSet[Series]:
        return self.hidden_wholes if some else frozenset()

    def parts_with(self, some: AbstractSet[Series]) -> AbstractSet[Series]:
        return self.hidden_parts if some else frozenset()

    @cached_property
    def hidden_wholes(self) -> AbstractSet[Series]:
        """Hidden as soon as one whole is."""
        whole, ranges = self.family.whole, self.ranges
        if not self.rows:
            return frozenset()
        sizes = {one: (ranges.high(one, whole), ranges.low(one, whole)) for one in self.rows if ranges.high(one, whole)}
        small = {one for one in self.rows if Cell(one, whole) in self.small}
        if found := first_safe(small, sizes, self.are_safe_wholes):
            return found
        has_total = ranges.has(self.total, whole)
        is_enough = len(self.rows) > 1 and not (has_total and ranges.low(self.total, whole) < 2 * self.least)
        return self.parts if is_enough else {*self.parts, self.total}

    def are_safe_wholes(self, some: AbstractSet[Series]) -> bool:
        whole, ranges = self.family.whole, self.ranges
        return (
            len(some) > 1
            and self.people(whole, some) >= self.least + max(self.least, len(some))
            and max(ranges.low(one, whole) for one in some) - min(ranges.high(one, whole) for one in some) >= self.least
        )

    @cached_property
    def hidden_parts(self) -> AbstractSet[Series]:
        """Hidden as soon as one part is."""
        parts, ranges = self.family.parts, self.ranges
        if not self.has_parts:
            return frozenset()
        everything = (self.family.whole, *parts)
        sizes = {
            one: (max(ranges.high(one, period) for period in everything),)
            for one in self.parts
            if ranges.any_count([one], parts)
        }
        small = {one for one in sizes if any(Cell(one, period) in self.small for period in parts)}
        return first_safe(small, sizes, self.are_safe_parts) or {self.total}

    def are_safe_parts(self, some: AbstractSet[Series]) -> bool:
        least = self.least
        periods = [period for period in self.family.parts if self.count_in(period)]
        enough = least + max(least, self.revised)
        if len(some) < 2 or any(self.people(period, some) < enough for period in periods):
            return False
        return not self.rows or all(self.absent(period, some) >= least for period in periods)

    @cached_property
    def revised(self) -> Number:
        """How much the wholes were ever revised, all together."""
        return sum(self.ranges.revised(one, self.family.whole) for one in self.rows)

    @property
    def told(self) -> AbstractSet[Series]:
        """The others may tell the whole of one without a figure."""
        return self.parts if self.rows else frozenset()

    def people(self, period: Period, some: AbstractSet[Series]) -> Number:
        """How many there are of some in a period, at the least: by their own figures, and by what the others leave."""
        ranges = self.ranges
        own = sum(ranges.low(one, period) for one in some)
        if not ranges.has(self.total, period):
            return own
        of_all = self.periods[period]
        others = of_all.high - sum(ranges.high(one, period) for one in some) if of_all.is_closed else 0
        return min(own, ranges.low(self.total, period) - others)

    def absent(self, period: Period, some: AbstractSet[Series]) -> Number:
        """How many of some are in the whole and not in this part of it, at the least."""
        ranges, whole = self.ranges, self.family.whole
        of_all = self.periods[period]
        in_whole, in_part = of_all.in_whole, of_all.in_part
        if self.periods[whole].is_closed and of_all.is_closed:
            in_whole = min(in_whole, ranges.low(self.total, whole))
            in_part = max(in_part, ranges.high(self.total, period))
        of_others = of_all.all_outside - sum(of_all.outside.get(one, 0) for one in some)
        return in_whole - in_part - of_others


def first_safe(
    small: AbstractSet[Series], sizes: Mapping[Series, Size], is_safe: Callable[[AbstractSet[Series]], bool]
) -> AbstractSet[Series] | None:
    """The small and the smallest, with as little as is safe: nothing, those of one size, or all up to a size.

    None when even all are not safe.
    """
    of_size: dict[Size, set[Series]] = defaultdict(set)
    for one, size in sizes.items():
        of_size[size].add(one)
    by_size = [of_size[size] for size in sorted(of_size)]
    base = set(small).union(*by_size[:1])
    one_size = (base | equals for equals in by_size)
    up_to = (base.union(*by_size[:number]) for number in range(2, len(by_size) + 1))
    return next(filter(is_safe, chain([base], one_size, up_to)), None)
