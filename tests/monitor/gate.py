"""Figures on their way through the gate, and what the public has of them afterwards."""

from datetime import date

from monitor.models import Dimension, PublicFigure
from tests.factories import make_category, make_observation, make_release, make_series

TODAY = date(2026, 11, 22)
LAND = "land"


def make_breakdown(*names, covers=True, dimension="gebied"):
    """The categories of a dimension."""
    made = Dimension.objects.create(slug=dimension, name=dimension, plural=dimension, covers=covers)
    return [make_category(dimension=made, name=name, slug=name, order=order) for order, name in enumerate(names)]


def series_of(indicator, name):
    """By the name of its category; LAND is the whole country."""
    if name == LAND:
        return make_series(indicator)
    dimensions = Dimension.objects.filter(categories__slug=name)
    return make_series(indicator, dimensions.get().categories.get(slug=name))


def deliver(indicator, drawing, release=None, known_on=date(2024, 1, 1), **kwargs):
    """A release as a drawing: a line for each series, a column for each period; "-" is no figure, "." a secret one."""
    release = release or make_release(published_at=None, known_on=known_on)
    header, *lines = (line.split() for line in drawing.strip().splitlines())
    for name, *values in lines:
        for period, value in zip(header, values, strict=True):
            if value != "-":
                number = None if value == "." else value
                make_observation(series_of(indicator, name), period, number, release=release, **kwargs)
    return release


def shown(indicator, day=TODAY):
    """What held on a day: a line for each series, as it was drawn; "x" is hidden."""
    lines = {}
    for figure in PublicFigure.objects.filter(series__indicator=indicator).held_on(day).in_order():
        text = {"niet-getoond": "x", "te-onzeker": "."}.get(figure.state, str(figure.value))
        lines.setdefault(name_of(figure.series), []).append(text)
    return {name: " ".join(values) for name, values in lines.items()}


def all_shown(indicator):
    """Every number that the public has of each series, whatever date it asks for."""
    numbers = {}
    for figure in PublicFigure.objects.filter(series__indicator=indicator, value__isnull=False).in_order():
        numbers.setdefault(name_of(figure.series), []).append(str(figure.value))
    return numbers


def name_of(series):
    return series.key.partition("=")[2] or LAND
