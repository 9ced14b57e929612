"""The points of a series, and how to say them in Dutch."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from stroomop.lib.numbers import dutch_number

PERCENT = {"procent", "%"}


@dataclass(frozen=True)
class Point:
    """One period. Without a value the line stops there, and ``reason`` tells why it is missing.

    ``broken``: from here on it is counted in another way than before, so no line leads to this point. ``passed``: a
    period of another line alone, which is no gap in this one.
    """

    label: str
    value: Decimal | None
    provisional: bool
    reason: str = ""
    broken: bool = False
    passed: bool = False


@dataclass(frozen=True)
class Target:
    """A level to reach, to start from or to compare with. ``label`` is what stands before the number: "Streefwaarde
    2026: hoogstens", "Beginwaarde 2019:", "Nederland:"."""

    label: str
    value: Decimal


@dataclass(frozen=True)
class Line:
    """A series with its name. Lines of one chart have the same periods."""

    name: str
    points: Sequence[Point]


@dataclass(frozen=True)
class Event:
    """Something that happened. ``at`` counts periods: 2 is the middle of the third, 2.5 is where the fourth begins."""

    at: float
    text: str


def short_amount(value: Decimal, unit: str) -> str:
    """At an axis or a line there is no room for the unit, but 54% is never written as 54."""
    return dutch_number(value) + "%" * (unit in PERCENT)


def amount(value: Decimal, unit: str) -> str:
    return short_amount(value, unit) if unit in PERCENT else f"{dutch_number(value)} {unit}"


def say_point(point: Point, unit: str) -> str:
    """As in "2023 (voorlopig): 891 plaatsingen" or "2020: niet gemeten"."""
    if point.value is None:
        return f"{point.label}: {point.reason or 'geen cijfer'}".removeprefix(": ")
    return f"{point.label}{' (voorlopig)' * point.provisional}: {amount(point.value, unit)}"
