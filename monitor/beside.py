"""Figures on the pages of other things: what stands beside an advies or a project, and what comes first on home."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Exists, OuterRef, Prefetch

from monitor.figure_line import FigureLine, read_main_line
from monitor.models import Indicator, PublicFigure


@dataclass(frozen=True)
class Beside:
    """An indicator beside something else, and why. What is sensitive is named and no more: its own page offers help."""

    indicator: Indicator
    why: str
    reading: FigureLine | None


def beside(ties: Any, day: date) -> list[Beside]:
    """The public indicators that something is tied to, with their figures of that day."""
    public = Indicator.objects.published()
    read = public.with_national(day).select_related("speerpunt")
    found = ties.as_of(day).filter(indicator__in=public).prefetch_related(Prefetch("indicator", read))
    return [
        Beside(tie.indicator, tie.why, None if tie.indicator.is_sensitive else read_main_line(tie.indicator, day))
        for tie in found.order_by("indicator__order", "indicator__name")
    ]


def first_of(indicators: Any, day: date, count: int) -> list[FigureLine]:
    """The first so many that have a number, by their order: of each focus area one, as long as there are others."""
    numbers = PublicFigure.objects.held_on(day).filter(
        series__indicator=OuterRef("pk"), series__key="", value__isnull=False
    )
    first: list[int] = []
    others: list[int] = []
    seen: set[int] = set()
    for pk, speerpunt in indicators.filter(Exists(numbers)).values_list("pk", "speerpunt"):
        (others if speerpunt in seen else first).append(pk)
        if speerpunt is not None:
            seen.add(speerpunt)
    chosen = indicators.filter(pk__in=[*first, *others][:count]).with_national(day)
    return [read_main_line(indicator, day) for indicator in chosen]
