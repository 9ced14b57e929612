"""The points of a series, and how to say them in Dutch."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from stroomop.lib.numbers import dutch_number

PERCENT = {"procent", "%"}


@dataclass(frozen=True)
class Point:
    """One period. Without a value the line stops there, and ``reason`` tells why it is missing.

    ``broken``: from here on it is counted in another way than before, so no line leads to this point.
    """

    label: str
    value: Decimal | None
    provisional: bool
    reason: str = ""
    broken: bool = False


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


def describe_line(points: Sequence[Point], *, unit: str, target: Target | None = None) -> str:
    """The chart in words, for who does not see it: both ends, the highest, the target, and what is missing."""
    known = [(point, point.value) for point in points if point.value is not None]
    told = [f"{amount(value, unit)} ({point.label}{', voorlopig' * point.provisional})" for point, value in known]
    if not told:
        sentences = ["Er zijn geen cijfers om te tonen."]
    elif len(told) == 1:
        sentences = [f"Er is één cijfer: {told[0]}."]
    else:
        sentences = [f"De lijn loopt van {told[0]} naar {told[-1]}."]
        values = [value for _, value in known]
        if max(values) > min(values):
            sentences.append(f"Het hoogste cijfer is {told[values.index(max(values))]}.")
    if target:
        sentences.append(f"{target.label} {amount(target.value, unit)}.")
    gaps = [point for point in points if point.value is None]
    missing = [point.label + f" ({point.reason})" * bool(point.reason) for point in gaps if point.label]
    if missing:
        sentences.append(f"Geen cijfer: {', '.join(missing)}.")
    elif gaps:
        sentences.append("Ertussen hebben we soms geen cijfer. Daar houdt de lijn op.")
    return " ".join(sentences)
