"""The published rule: how far a series is on its way to a target, from its figures. Words: progress_words.py."""

from calendar import monthrange
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import MAX_PREC, Context, Decimal
from enum import StrEnum
from fractions import Fraction
from itertools import pairwise
from math import gcd

# The usual 28 digits would round a difference of two long figures.
EXACT = Context(prec=MAX_PREC)
ZERO, ENDLESS = Decimal(0), Decimal("Infinity")


class Kind(StrEnum):
    """REACH counts as reached when the target is met or passed, seen from the baseline. With a baseline that is the
    target itself it means: stay there. Bounds belong to what they allow."""

    REACH = "bereiken"
    AT_MOST = "hoogstens"
    AT_LEAST = "minstens"
    BETWEEN = "tussen"


class Label(StrEnum):
    """What the newest figure says about the target, and nothing about good or bad. Only distances to the target count,
    and the first that holds is the label.

    REACHED: the newest figure is at the target, on its bound or inside it. Its date may still come, or be long past.
    LOST: as TOO_LATE, but a figure between the baseline and the newest, and not provisional, was at the target.
    TOO_LATE: the date of the target lies before today, and the newest figure is of that date or later. On the date
    itself it is not too late yet. While we have no figure that reaches up to a date in the past, there is no label.
    ON_THE_WAY: nearer to the target than the baseline, however little. It does not tell whether it will be in time.
    UNCHANGED: exactly as far from the target as the baseline.
    FARTHER: farther from the target than the baseline, however little.
    NONE: the figures can't tell; ``Reason`` says why.
    """

    REACHED = "bereikt"
    LOST = "niet meer bereikt"
    TOO_LATE = "niet op tijd bereikt"
    ON_THE_WAY = "op weg"
    UNCHANGED = "even ver weg"
    FARTHER = "verder weg"
    NONE = "geen label"


class Reason(StrEnum):
    """Why there is no label. The first that holds is the one that is told."""

    NO_TARGET = "geen doel"
    NO_BASELINE = "geen begincijfer"
    TOO_FEW = "te weinig cijfers"
    NO_NUMBER = "geen getal"
    NOT_OVER = "periode niet voorbij"
    PROVISIONAL = "voorlopig"
    TWICE = "twee cijfers over dezelfde periode"
    BREAK = "breuk"
    DEFINITION = "andere definitie"
    GAP = "gat"
    # The date of the target is past, and no figure reaches up to it.
    NOT_YET = "nog geen cijfer over het doel"


@dataclass(frozen=True)
class Target:
    """``by`` is the last day of the period of the target, and ``when`` that period in words: "in 2030"."""

    kind: Kind
    value: Decimal
    # Only of a target between two bounds.
    upper: Decimal | None = None
    by: date | None = None
    when: str = ""

    def __post_init__(self) -> None:
        if (self.kind == Kind.BETWEEN) != (self.upper is not None):
            raise ValueError("A target has an upper bound exactly when it lies between two bounds.")
        if self.upper is not None and self.upper < self.value:
            raise ValueError("The upper bound of a target is not below the lower one.")

    def past(self, day: date) -> date | None:
        """The date of the target, once it lies before ``day``."""
        return self.by if self.by and self.by < day else None


@dataclass(frozen=True)
class Point:
    """A figure of a series, or its baseline. One-off counts and targets are no points. Its period has a kind, a first
    and a last day, and words: "in 2023". A break or a new definition lies between this point and the one before."""

    when: str
    kind: str
    start: date
    end: date
    value: Decimal | None
    provisional: bool = False
    break_before: bool = False
    new_definition: bool = False

    @property
    def measure(self) -> tuple[str, int]:
        """The kind of period and its length in months: a half year is never held against a year."""
        return self.kind, (self.end.year - self.start.year) * 12 + self.end.month - self.start.month


@dataclass(frozen=True)
class Progress:
    """What holds on ``day``. Without a label there is no share and no distance, and ``reason`` tells why."""

    label: Label
    # The baseline, and the newest figure that can be compared with it.
    first: Point | None
    last: Point | None
    target: Target | None
    day: date
    # Of the way from the baseline to the target: 1 at the target, below 0 when farther from it than the baseline. None
    # too when the baseline was at the target: then there was no way to go.
    share: Fraction | None = None
    # From the newest figure to the target, never below 0.
    distance: Decimal | None = None
    reason: Reason | None = None


def progress(points: Sequence[Point], target: Target | None, baseline: Point | None, today: date) -> Progress:
    """The points are those of one series, in any order, with the empty ones. The baseline is as it was agreed, whatever
    the series says of that period now. A newest figure that can't be used is not passed over for an older one."""
    if target is None or baseline is None:
        missing = Reason.NO_BASELINE if target else Reason.NO_TARGET
        return Progress(Label.NONE, baseline, None, target, today, reason=missing)
    line = comparable(points, baseline)
    last, later = line[-1], [point for point in line if point.end > baseline.end]
    reason = hindrance(points, line, later, baseline, today)
    if reason:
        return Progress(Label.NONE, baseline, last, target, today, reason=reason)
    way, left = distance(baseline, target, baseline), distance(last, target, baseline)
    due = target.past(today)
    if left and due:
        if last.end < due:
            return Progress(Label.NONE, baseline, last, target, today, reason=Reason.NOT_YET)
        label = Label.LOST if held_before(later, target, baseline) else Label.TOO_LATE
    else:
        label = compare(left, way)
    share = 1 - Fraction(left) / Fraction(way) if way else None
    return Progress(label, baseline, last, target, today, share, left)


def comparable(points: Iterable[Point], baseline: Point) -> list[Point]:
    """The baseline and the points that measure as it does, oldest first."""
    line = [point for point in points if point.measure == baseline.measure]
    # Of two about the same period it is always the same one that comes last, in whatever order they were given.
    return sorted([*line, baseline], key=lambda point: (point.end, repr(point)))


def hindrance(
    points: Sequence[Point], line: Sequence[Point], later: Sequence[Point], first: Point, today: date
) -> Reason | None:
    """Why baseline and newest figure can't be held against each other. A break counts for every kind of period."""
    last = line[-1]
    passed = [point for point in points if first.end < point.end <= last.end]
    hindrances = {
        Reason.TOO_FEW: not later,
        Reason.NO_NUMBER: first.value is None or last.value is None,
        Reason.NOT_OVER: last.end > today,
        Reason.PROVISIONAL: first.provisional or last.provisional,
        Reason.TWICE: len({point.end for point in later}) < len(later),
        Reason.BREAK: any(point.break_before for point in passed),
        Reason.DEFINITION: any(point.new_definition for point in passed),
        Reason.GAP: any(point.value is None for point in later) or skips(line, first),
    }
    return next((reason for reason, holds in hindrances.items() if holds), None)


def skips(line: Sequence[Point], first: Point) -> bool:
    """Whether the series leaves out a step after the baseline. Its step is the one that all others are multiples of."""
    steps = [month_after(later.end) - month_after(earlier.end) for earlier, later in pairwise(line)]
    stride = gcd(*steps)
    return any(step > stride for step, later in zip(steps, line[1:], strict=True) if later.end > first.end)


def month_after(day: date) -> int:
    """The month that begins after a period, counted from the year 0. 31 December and 1 January agree."""
    is_last = day.day == monthrange(day.year, day.month)[1]
    return day.year * 12 + day.month + is_last


def distance(point: Point, target: Target, baseline: Point) -> Decimal:
    """How far a figure is from what the target allows; 0 on the bound and inside."""
    assert point.value is not None
    low, high = bounds(target, baseline)
    return max(ZERO, EXACT.subtract(low, point.value), EXACT.subtract(point.value, high))


def bounds(target: Target, baseline: Point) -> tuple[Decimal, Decimal]:
    """The lowest and the highest figure that are at the target."""
    assert baseline.value is not None
    is_reach = target.kind == Kind.REACH
    may_fall = target.kind == Kind.AT_MOST or (is_reach and baseline.value > target.value)
    may_rise = target.kind == Kind.AT_LEAST or (is_reach and baseline.value < target.value)
    top = target.value if target.upper is None else target.upper
    return -ENDLESS if may_fall else target.value, ENDLESS if may_rise else top


def held_before(later: Sequence[Point], target: Target, baseline: Point) -> bool:
    """Whether the target was reached once, now that the newest figure is not at it."""
    return any(not point.provisional and not distance(point, target, baseline) for point in later)


def compare(left: Decimal, way: Decimal) -> Label:
    """What is left to go, against what was to go at the baseline."""
    if not left:
        return Label.REACHED
    if left == way:
        return Label.UNCHANGED
    return Label.ON_THE_WAY if left < way else Label.FARTHER
