"""Targets, where they begin, and a line to hold against them."""

from datetime import date
from decimal import Decimal

from monitor.goals import Changes, read_goals
from monitor.models import Baseline, PublicFigure, Target
from tests.factories import make_figure, make_series, make_source

TODAY = date(2026, 11, 22)
NEVER = Changes([], [])


def make_target(indicator, value="0", period="2030", kind="bereiken", **kwargs):
    source = kwargs.pop("source", None) or make_source(title=f"Doelbron {period} {value}")
    return Target.objects.create(
        **{
            "indicator": indicator, "kind": kind, "value": Decimal(value), "period_code": period, "source": source,
            "known_on": date(2022, 7, 8), **kwargs,
        }
    )  # fmt: skip


def make_baseline(indicator, value="20", period="2018", **kwargs):
    source = make_source(title=f"Beginbron {period} {value} {kwargs.get('category')}")
    return Baseline.objects.create(
        **{
            "indicator": indicator, "value": Decimal(value), "period_code": period, "source": source,
            "known_on": date(2022, 7, 8), **kwargs,
        }
    )  # fmt: skip


def make_line(indicator, values="18 15 12", start=2019, category=None, **kwargs):
    series = make_series(indicator, *([category] if category else []))
    for year, value in enumerate(values.split(), start=start):
        make_figure(series, str(year), None if value == "-" else value, **kwargs)


def goals(indicator, changes=NEVER, day=TODAY):
    figures = PublicFigure.objects.filter(series__indicator=indicator).held_on(day).in_order()
    return read_goals(indicator, figures.prefetch_related("series__categories"), changes, day)


def said(indicator, changes=NEVER, day=TODAY):
    return [(goal.label, goal.sentence) for goal in goals(indicator, changes, day)]
