"""Which figures the public may not see. The gate asks; what is hidden stays hidden at every date.

The promise: whoever has all that is public, of all dates together, and knows the rule and that a count is never
negative, cannot tell a hidden count to within less than the smallest (k, or more where rounding would make a zero).

Think of what is counted as people. Everybody in a whole (a year) is in one category of each breakdown, and in one or
more of its parts (its halves, quarters). A total without a figure counts as known when the parts of a breakdown that
covers it are. These steps are taken until they add nothing:

1. Hide every count from 1 to k - 1, in whatever version. A hidden whole hides its parts, and a hidden part all other
   parts of its whole, of that series. If their whole is not k more than it was ever revised by, hide it as well.
2. With one whole of a breakdown hide its smallest, and the smallest sibling that makes it safe. Safe are two or more,
   with k between some two of them, of Q people: at least 2k, and at least k more than there are of them.
3. With the parts of one series hide those of others, likewise. Safe are two or more series H of Q(p) people in each
   part p, at least 2k (or k and all that their wholes were ever revised by), and at least k people who are not in p.
4. When all siblings are not enough: in step 2 hide them all, zeros too, if there are two and their total is at least
   2k; else hide all there is about the whole. In step 3 hide all parts of the whole, those of the total as well.

A category of a breakdown that does not cover the total has the rest of the total for its only sibling.

Why that is enough. Take any table in which the attacker can believe, with any version of what is shown. Of hidden
wholes he has only the sum Q. Of the hidden parts he has the sums Q(p), and the number A of people in each series of
which the whole is shown. Now let the people of H change places between the series of H, each keeping the parts that he
was in, so that a series with its whole shown keeps A people. All that is public stays as it is, also in every other
breakdown. So the attacker must also believe

- in any number from 1 to Q - n + 1 for a hidden whole, of n (he may know that these are not zero); and where all
  siblings are hidden, in any number from 0 to their total;
- in any choice of A from the S people of H for a hidden part under a whole that is shown: Q(p) of the S are in p, so it
  lies between max(0, A + Q(p) - S) and min(A, Q(p)). That is as wide as the least of A, S - A, Q(p) and S - Q(p);
- in any number from 0 to the least of Q - n + 1 and Q(p) for a hidden part under a hidden whole, or to Q(p) where no
  whole is told;
- in any number from 0 to A where all parts are hidden, as then nothing public tells who was in which.

Each is at least k wide. As somebody may be in more than one part, it holds as well for unique young people, of whom the
parts add up to more than the whole. Rounding only adds to what the attacker must believe, as long as he believes what
is so; who supposes that nothing hidden was revised while it was may fool himself. Every step hides one fixed set
because something else is hidden, so that the order does not matter, and more hidden before is never less after.

Zeros are shown: they are what the network strives for. They are hidden only where they would tell on others: in the
hidden parts of a series, and in step 4; and even there not where a whole breakdown is zero.

Not promised: that nobody can guess from another indicator (such as a percentage of change), from the text beside a
figure, or from knowing already which of two hidden regions is the small one.
"""

from collections import defaultdict
from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from functools import cached_property
from math import floor

from monitor.disclosure_covering import Covering
from monitor.disclosure_siblings import (
    Cell,
    Family,
    Figure,
    Loose,
    Ranges,
    Series,
    Siblings,
    Span,
    families,
)


@dataclass(frozen=True)
class Rule:
    """Counts from 1 up to ``smallest`` - 1 are never shown, others are rounded to ``base``. By default all is shown."""

    smallest: int = 0
    base: int = 1
    # A dated decision, with its reason, lets the indicator through untouched.
    exception: bool = False

    @property
    def least(self) -> int:
        """What lies between zero and this is hidden. Rounding may make a zero of nothing else."""
        return max(self.smallest if self.smallest > 1 else 0, (self.base + 1) // 2 if self.base > 1 else 0)


@dataclass(frozen=True)
class Breakdown:
    """Siblings. They cover the total when everybody in it is in one of them (a few in two is near enough)."""

    # All, those without any figure as well.
    parts: frozenset[Series]
    # Not for a few of many, nor for groups that overlap: then each is no more than a part of the total.
    covers: bool


@dataclass(frozen=True)
class Table:
    """All that is public of one indicator: a series for the total, and its breakdowns, none within another."""

    total: Series
    figures: tuple[Figure, ...]
    breakdowns: tuple[Breakdown, ...] = ()
    spans: tuple[Span, ...] = ()

    def siblings(self, family: Family, ranges: Ranges, small: AbstractSet[Cell], least: int) -> list[Siblings]:
        """Its breakdowns in one family of periods. A series in none of them is one by itself."""
        placed = {self.total}.union(*(breakdown.parts for breakdown in self.breakdowns))
        others = Breakdown(frozenset(one for one, _ in ranges.told) - placed, covers=False)
        return [
            (Covering if breakdown.covers else Loose)(self.total, breakdown.parts, family, ranges, small, least)
            for breakdown in (*self.breakdowns, others)
        ]


def shown(value: Decimal, rule: Rule) -> Decimal:
    """The value as the public sees it: the nearest multiple of the base, halfway away from zero."""
    if rule.exception or rule.base <= 1:
        return value
    multiple = floor(abs(Fraction(value)) / rule.base + Fraction(1, 2)) * rule.base
    return Decimal(multiple if value > 0 else -multiple)


def hidden(table: Table, rule: Rule, already_hidden: AbstractSet[Cell] = frozenset()) -> frozenset[Cell]:
    """The cells that may be shown at no date. ``already_hidden`` also takes those that the source itself kept secret.

    Raises ValueError for a negative number where the rule hides small ones: that is no count.
    """
    if rule.exception:
        return frozenset()
    if rule.least and any(figure.value < 0 for figure in table.figures):
        raise ValueError("A rule for small counts can't hold for negative numbers.")
    small = {figure.cell for figure in table.figures if 0 < figure.value < rule.least}
    found = small | already_hidden
    if not found:
        return frozenset()
    ranges, least = Ranges(table.figures, rule.base), max(rule.least, 1)
    for breakdown in table.breakdowns:
        if breakdown.covers:
            ranges.add_total(table.total, breakdown.parts)
    family_of = families(table.spans)
    seeds: dict[Family, set[Cell]] = defaultdict(set)
    for cell in found:
        seeds[family_of.get(cell.period) or Family(cell.period)].add(cell)
    for family, cells in seeds.items():
        siblings = table.siblings(family, ranges, small, least)
        found = found.union(Block(table.total, siblings, family, ranges, least).close(cells))
    return frozenset(found)


@dataclass(frozen=True)
class Block:
    """All figures of one family of periods. Nothing outside it tells on them."""

    total: Series
    breakdowns: list[Siblings]
    family: Family
    ranges: Ranges
    least: int

    @cached_property
    def everyone(self) -> AbstractSet[Series]:
        return {self.total}.union(*(siblings.parts for siblings in self.breakdowns))

    @cached_property
    def told(self) -> AbstractSet[Series]:
        """Those of which the public has the whole, or can tell it."""
        total = {self.total} if self.ranges.has(self.total, self.family.whole) else set()
        return total.union(*(siblings.told for siblings in self.breakdowns))

    def close(self, seeds: AbstractSet[Cell]) -> Iterator[Cell]:
        """All that must be hidden because these are."""
        wholes = {cell.series for cell in seeds if cell.period == self.family.whole}
        parts = {cell.series for cell in seeds if cell.period != self.family.whole}
        for siblings in self.breakdowns:
            # Zeros that are shown would tell these.
            for one, period in seeds:
                if one in siblings.parts and not siblings.count_in(period) and siblings.tell(one, period):
                    (wholes if period == self.family.whole else parts).add(self.total)
        size = -1
        while size < len(wholes) + len(parts):
            size = len(wholes) + len(parts)
            self.grow(wholes, parts)
        cells = [Cell(one, self.family.whole) for one in wholes]
        for siblings in self.breakdowns:
            periods = [one for one in self.family.parts if self.total in parts or siblings.count_in(one)]
            cells += [Cell(one, period) for one in parts & siblings.parts for period in periods]
        if self.total in parts:
            cells += [Cell(self.total, period) for period in self.family.parts]
        return (cell for cell in cells if cell in self.ranges.told)

    def grow(self, wholes: set[Series], parts: set[Series]) -> None:
        """One round of the steps."""
        whole = self.family.whole
        parts |= wholes
        ranges = self.ranges
        wholes |= {one for one in parts & self.told if ranges.low(one, whole) < self.least + ranges.revised(one, whole)}
        for siblings in self.breakdowns:
            wholes |= siblings.wholes_with(wholes & siblings.parts)
            parts |= siblings.parts_with(parts & siblings.parts)
        if self.total in parts:
            counted = {one for one in self.everyone if ranges.any_count([one], (whole, *self.family.parts))}
            parts |= counted
            if whole is None or self.family.has_twins or not counted:
                wholes.add(self.total)
        if self.total in wholes:
            wholes |= self.everyone
