"""Figures with the day since which they are known, without a database: "2023:891 2024-05-23"."""

from datetime import date

from monitor.freshness import freshness, periods_told
from monitor.models import FigureCheck, Indicator, Release, Source
from tests.monitor.sentences.figures import figure

TODAY = date(2026, 11, 22)
DAY = date.fromisoformat


def known(words, day, *, precision="dag", until=None, source=(None, None), **kwargs):
    """A figure of a source that is dated on that very day, or from and to the days of ``source``."""
    first, last = (one and DAY(one) for one in source) if any(source) else (DAY(day), DAY(day))
    dates = {"date_from": first, "date_to": last, "precision": precision} if precision else {}
    release = Release(source=Source(**dates))
    times = {"valid_from": DAY(day), "valid_to": until and DAY(until)}
    return figure(words, release=release, **times, **kwargs)


def yearly(*days, start=2020, **kwargs):
    return [known(f"{start + nth}:9", day, **kwargs) for nth, day in enumerate(days)]


def a_check(day, outcome="niets-nieuws"):
    return FigureCheck(checked_on=DAY(day), outcome=outcome)


def found(line, earlier=(), checks=(), day=TODAY, today=TODAY, **kwargs):
    """``kwargs`` are fields of the indicator."""
    return freshness(Indicator(unit="tests", **kwargs), periods_told(line, [*line, *earlier]), checks, day, today)
