"""Lines and figures from words as short as "2022:989 2023:891*", for the tests of the sentences."""

from dataclasses import asdict
from datetime import date
from decimal import Decimal

from monitor.lines import filled, stretches
from monitor.models import Indicator, Period, PublicFigure, State
from monitor.periods import parse_period
from monitor.sentences import Line

REASONS = {
    "-": State.SUPPRESSED,
    "niet": State.NOT_MEASURED,
    "later": State.NOT_YET,
    "nvt": State.NOT_APPLICABLE,
    "geheim": State.UNCERTAIN,
}


def figure(words, average=False, **kwargs):
    """A period and a number, or why there is none. ``~`` before a number is rough, ``*`` after it provisional."""
    code, _, told = words.partition(":")
    period = Period(**asdict(parse_period(code, average=average)))
    if told in REASONS:
        return PublicFigure(period=period, state=REASONS[told], **kwargs)
    marks = {"approximate": told.startswith("~"), "status": "voorlopig" if told.endswith("*") else "onbekend"}
    return PublicFigure(period=period, state=State.MEASURED, value=Decimal(told.strip("~*")), **{**marks, **kwargs})


def figures(words, **kwargs):
    return [figure(one, **kwargs) for one in words.split()]


def years(numbers, start=2013):
    return " ".join(f"{start + place}:{number}" for place, number in enumerate(numbers.split()))


def indicator(unit="tests", **kwargs):
    return Indicator(unit=unit, **kwargs)


def line(words, unit="tests", breaks=(), remarks=(), figure=None, **kwargs):
    """``figure`` are the marks of every figure; other keywords are fields of the indicator."""
    found = figures(words, **(figure or {}))
    days = [date.fromisoformat(day) for day in breaks]
    return Line(indicator(unit, **kwargs), stretches(filled(found), days), remarks=remarks)
