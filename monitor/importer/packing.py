"""A row as the database keeps it between the check and the writing."""

from dataclasses import asdict
from datetime import date
from decimal import Decimal
from typing import Any

from monitor.figure_files import FigureRow
from monitor.periods import ParsedPeriod

NUMBERS = ("value", "numerator", "denominator")


def pack(row: FigureRow, release: int) -> dict[str, Any]:
    """``release`` counts those of the file. Numbers are as the ledger will hold them: as text, without an exponent."""
    kept = asdict(row)
    return (
        kept
        | {name: None if kept[name] is None else format(kept[name], "f") for name in NUMBERS}
        | {"release": release}
    )


def unpack(content: dict[str, Any]) -> FigureRow:
    """The row as it was read, out of what was kept of it."""
    kept = {name: value for name, value in content.items() if name != "release"}
    period = content["period"]
    start, end = (period[name] and date.fromisoformat(period[name]) for name in ("start", "end"))
    return FigureRow(**{
        **kept,
        **{name: content[name] and Decimal(content[name]) for name in NUMBERS},
        "categories": tuple((dimension, name) for dimension, name in content["categories"]),
        "period": ParsedPeriod(period["code"], period["kind"], start, end),
        "published_on": date.fromisoformat(content["published_on"]),
    })  # fmt: skip
