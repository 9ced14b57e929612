from datetime import date
from decimal import Decimal
from typing import Any

from advies.models import Advies
from monitor.models import (
    AdviesIndicator,
    Category,
    Dimension,
    Indicator,
    PanelRound,
    Period,
    ProjectIndicator,
    PublicFigure,
    Release,
    Scale,
    Series,
    Source,
    Speerpunt,
    Stelling,
)
from monitor.models.ledger import Observation, PanelResult
from monitor.models.public import State
from monitor.periods import parse_period
from projects.models import Project

from .shared import LONG_AGO, numbers


def make_speerpunt(**kwargs: Any) -> Speerpunt:
    number = next(numbers)
    defaults = {"number": number, "name": f"Testspeerpunt {number}", "slug": f"testspeerpunt-{number}"}
    return Speerpunt.objects.create(**{**defaults, "source_title": "Testbron", "published_at": LONG_AGO, **kwargs})


def make_indicator(**kwargs: Any) -> Indicator:
    number = next(numbers)
    defaults = {"code": f"TEST_{number}", "slug": f"test-{number}", "name": f"Testindicator {number}", "unit": "tests"}
    return Indicator.objects.create(**{**defaults, "published_at": LONG_AGO, **kwargs})


def make_advies_indicator(advies: Advies, indicator: Indicator, **kwargs: Any) -> AdviesIndicator:
    return AdviesIndicator.objects.create(**{"advies": advies, "indicator": indicator, "why": "Test.", **kwargs})


def make_project_indicator(project: Project, indicator: Indicator, **kwargs: Any) -> ProjectIndicator:
    return ProjectIndicator.objects.create(**{"project": project, "indicator": indicator, "why": "Test.", **kwargs})


def make_series(indicator: Indicator, *categories: Category) -> Series:
    key = Series.AND.join(category.key for category in categories)
    series, _ = Series.objects.get_or_create(indicator=indicator, key=key)
    series.categories.set(categories)
    return series


def make_category(**kwargs: Any) -> Category:
    number = next(numbers)
    dimension = kwargs.pop("dimension", None) or Dimension.objects.create(
        slug=f"testindeling-{number}", name=f"Testindeling {number}", plural="testindelingen"
    )
    return Category.objects.create(
        **{"dimension": dimension, "name": f"Testcategorie {number}", "slug": f"testcategorie-{number}", **kwargs}
    )


def make_source(**kwargs: Any) -> Source:
    return Source.objects.create(**{"title": f"Testbron {next(numbers)}", **kwargs})


def make_release(**kwargs: Any) -> Release:
    source = kwargs.pop("source", None) or make_source()
    return Release.objects.create(
        **{"source": source, "known_on": date(2024, 1, 1), "published_at": LONG_AGO, **kwargs}
    )


def make_period(code: str) -> Period:
    parsed = parse_period(code)
    values = {"start": parsed.start, "end": parsed.end}
    return Period.objects.get_or_create(code=parsed.code, kind=parsed.kind, defaults=values)[0]


def make_observation(series: Series, period: str, value: str | None, **kwargs: Any) -> Observation:
    return Observation.objects.create(**figure(series, period, value, **kwargs))


def make_figure(series: Series, period: str, value: str | None, **kwargs: Any) -> PublicFigure:
    return PublicFigure.objects.create(**{"valid_from": date(2024, 1, 1), **figure(series, period, value, **kwargs)})


def figure(series: Series, period: str, value: str | None, **kwargs: Any) -> dict[str, Any]:
    number = None if value is None else Decimal(value)
    state = State.UNCERTAIN if value is None else State.MEASURED
    release = kwargs.pop("release", None) or make_release()
    cell = {"series": series, "period": make_period(period), "release": release}
    return {**cell, "value": number, "state": state, **kwargs}


def make_panel_round(**kwargs: Any) -> PanelRound:
    number = next(numbers)
    defaults = {"name": f"Testronde {number}", "slug": f"testronde-{number}", "source_title": "Testbron"}
    return PanelRound.objects.create(**{**defaults, "published_at": LONG_AGO, **kwargs})


def make_scale(**answers: int | None) -> Scale:
    """Each answer with its side; by default three, and one that is no opinion."""
    scale = Scale.objects.create(name=f"Testschaal {next(numbers)}")
    sides = answers or {"oneens": -1, "neutraal": 0, "eens": 1, "weet niet": None}
    for order, (text, side) in enumerate(sides.items()):
        scale.answers.create(text=text, side=side, order=order)
    return scale


def make_stelling(**kwargs: Any) -> Stelling:
    panel_round = kwargs.pop("panel_round", None) or make_panel_round()
    scale = kwargs.pop("scale", None) or make_scale()
    return Stelling.objects.create(
        **{"panel_round": panel_round, "scale": scale, "text": f"Teststelling {next(numbers)}.", **kwargs}
    )


def make_panel_results(stelling: Stelling, counts: str, release: Release, group: str = "jongeren") -> Release:
    """``counts``: how many gave each answer, in the order of the scale, as in "5 0 7 2"."""
    for answer, number in zip(stelling.scale.answers.all(), counts.split(), strict=False):
        PanelResult.objects.create(release=release, stelling=stelling, group=group, answer=answer, number=int(number))
    return release
