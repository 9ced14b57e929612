"""Rows of the ledger without a database."""

from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal

from monitor.disclosure import Breakdown, Rule
from monitor.read_model import Layout, Said
from tests.monitor.made_up_periods import times

LAND, NORTH, SOUTH, WEST = 1, 2, 3, 4
YEAR, FIRST_HALF, SECOND_HALF = 1, 2, 3
JANUARY, MARCH, JUNE = date(2024, 1, 1), date(2024, 3, 1), date(2024, 6, 1)
PERIODS = tuple(times("2023 2023-H1 2023-H2"))
LAYOUT = Layout(
    rule=Rule(5),
    is_count=True,
    total=LAND,
    breakdowns=(Breakdown(frozenset([NORTH, SOUTH, WEST]), covers=True),),
    totals=frozenset([LAND]),
    periods=PERIODS,
)
SHARE = replace(LAYOUT, is_count=False)
FREE, EXCEPTION = replace(LAYOUT, rule=Rule()), replace(LAYOUT, rule=Rule(5, exception=True))
NO_MARKS = {"approximate": False, "second_hand": False, "one_off": False, "mention_only": False}


def said(series, value, period=YEAR, **kwargs):
    number = None if value is None else Decimal(value)
    plain = {
        "release": 1,
        "state": "te-onzeker" if value is None else "gemeten",
        "numerator": None,
        "denominator": None,
        "status": "onbekend",
        **NO_MARKS,
        "note": "",
        "covered": None,
        "covered_of": None,
        "rank": 0,
        "known_on": JANUARY,
        "published_at": datetime(2024, 1, 1, tzinfo=UTC),
    }
    return Said(series=series, period=period, value=number, **plain | kwargs)


def share(series, numerator, denominator, value="12.5", **kwargs):
    return said(series, value, numerator=Decimal(numerator), denominator=Decimal(denominator), **kwargs)


def year(land, *parts, period=YEAR):
    return [said(one, value, period) for one, value in zip((LAND, NORTH, SOUTH, WEST), (land, *parts), strict=False)]
