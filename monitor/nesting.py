"""Which periods lie in which: a year holds its halves, a half its quarters."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta
from itertools import combinations
from typing import Protocol

from monitor import disclosure_siblings
from monitor.disclosure_siblings import Span

# An average over years is no count of people: it is told by its years, and tells them.
AVERAGE = "gemiddelde"


class HasDates(Protocol):
    pk: int
    kind: str
    start: date | None
    end: date | None


def spans(periods: Iterable[HasDates]) -> tuple[Span, ...]:
    """Each period that others lie in, with those. A part of it that none of them tells of is a part as well.

    So is what two periods share of which neither lies in the other: the one may tell it, and with it the rest of both.
    """
    dated = [period for period in periods if period.start and period.end]
    return (*_nested(dated), *_shared(dated))


def _nested(dated: list[HasDates]) -> Iterator[Span]:
    for whole in dated:
        parts = [one for one in dated if one is not whole and lies_in(one, whole)]
        if not parts:
            continue
        known = {one.pk for one in parts}
        rest = set() if cover(parts, whole) else {("rest", whole.pk)}
        yield Span(whole.pk, frozenset(known | rest))
        if whole.kind == AVERAGE or any((one.start, one.end) == (whole.start, whole.end) for one in parts):
            # One tells the other. With a second whole none is on top, and all of them are hidden together.
            yield Span(("twin", whole.pk), frozenset(known | rest))


def _shared(dated: list[HasDates]) -> Iterator[Span]:
    for one, other in combinations(dated, 2):
        if overlap(one, other) and not lies_in(one, other) and not lies_in(other, one):
            both = ("both", one.pk, other.pk)
            yield Span(one.pk, frozenset([both, ("rest", one.pk)]))
            yield Span(other.pk, frozenset([both, ("rest", other.pk)]))


def stretch(period: HasDates) -> tuple[date, date]:
    """The first and the last day."""
    assert period.start
    assert period.end
    return period.start, period.end


def overlap(one: HasDates, other: HasDates) -> bool:
    (first, last), (start, end) = stretch(one), stretch(other)
    return first <= end and start <= last


def lies_in(part: HasDates, whole: HasDates) -> bool:
    """Of two that are equally long the first made is in the other."""
    (first, last), (start, end) = stretch(part), stretch(whole)
    if (first, last) == (start, end):
        return part.pk < whole.pk
    return start <= first and last <= end


def cover(parts: Iterable[HasDates], whole: HasDates) -> bool:
    """Whether every day of the whole is in one of its parts."""
    day, end = stretch(whole)
    for first, last in sorted(map(stretch, parts)):
        if first > day:
            return False
        day = max(day, last + timedelta(days=1))
    return day > end


def families(periods: Iterable[HasDates]) -> Mapping[int, frozenset[int]]:
    """With each period all that lie in it, that it lies in, and that these lead to. One by itself has itself."""
    periods = list(periods)
    found = disclosure_siblings.families(spans(periods))
    members = {period.pk: {found[period.pk].whole, *found[period.pk].parts} for period in periods if period.pk in found}
    return {
        period.pk: frozenset(one for one in members.get(period.pk, {period.pk}) if isinstance(one, int))
        for period in periods
    }
