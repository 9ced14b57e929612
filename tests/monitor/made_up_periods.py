"""Periods without a database."""

from dataclasses import asdict, dataclass
from datetime import date

from monitor.periods import parse_period


@dataclass(frozen=True)
class Time:
    pk: int
    kind: str
    start: date | None
    end: date | None


def times(codes):
    """The periods with these codes, numbered from 1. A tilde is before an average."""
    parsed = [asdict(parse_period(code.removeprefix("~"), average=code.startswith("~"))) for code in codes.split()]
    return [Time(nth, one["kind"], one["start"], one["end"]) for nth, one in enumerate(parsed, start=1)]
