"""The newest figure of an indicator in brief, for the pages of other things: what it says, and what it does not."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

from django.db.models import Exists, OuterRef, Prefetch

from monitor import sentences
from monitor.charts import Spark, spark_line
from monitor.lines import changed_on, enough_to_draw, filled, main_line, points, stretches
from monitor.models import Break, Definition, Indicator, PublicFigure
from monitor.reading import KeyFigure


@dataclass(frozen=True)
class Brief(KeyFigure):
    """Its figure is the newest with a number, where there is one."""

    # The first days of other ways of counting.
    changes: Sequence[date] = ()

    @cached_property
    def said(self) -> sentences.Line:
        return sentences.Line(self.indicator, stretches(filled(self.line), self.changes))

    @property
    def spark(self) -> Spark | None:
        if not self.indicator.is_drawn or not enough_to_draw(self.line, self.changes):
            return None
        return spark_line(points(self.line, self.changes))

    @property
    def story(self) -> str:
        return sentences.story(self.said)

    @property
    def compared(self) -> str:
        return sentences.compared(self.said)

    @property
    def limits(self) -> str:
        return sentences.limits_in_short(self.indicator, self.said.newest)


@dataclass(frozen=True)
class Beside:
    """An indicator beside something else, and why. What is sensitive is named and no more: its own page offers help."""

    indicator: Indicator
    why: str
    brief: Brief | None


def with_briefs(indicators: Any, day: date) -> Any:
    """With all that ``brief()`` asks for, in four queries more."""
    definitions = Definition.objects.exclude(valid_from__gt=day)
    return (
        indicators.with_national(day)
        .select_related("speerpunt")
        .prefetch_related(
            Prefetch("breaks", Break.objects.filter(on__lte=day)),
            Prefetch("definitions", definitions),
        )
    )


def brief(indicator: Indicator) -> Brief | None:
    """Of an indicator that was asked ``with_briefs()``; None where there is no figure for the whole country."""
    line = main_line(indicator.national_figures)
    if not line:
        return None
    changes = {broken.on for broken in indicator.breaks.all()} | changed_on(indicator.definitions.all())
    numbers = [figure for figure in line if figure.value is not None]
    return Brief(indicator, (numbers or line)[-1], line, sorted(changes))


def beside(ties: Any, day: date) -> list[Beside]:
    """The public indicators that something is tied to, with their figures of that day."""
    public = Indicator.objects.published()
    found = (
        ties.as_of(day)
        .filter(indicator__in=public)
        .prefetch_related(Prefetch("indicator", with_briefs(public, day)))
        .order_by("indicator__order", "indicator__name")
    )
    return [
        Beside(tie.indicator, tie.why, None if tie.indicator.is_sensitive else brief(tie.indicator)) for tie in found
    ]


def first_of(indicators: Any, day: date, count: int) -> list[Brief]:
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
    chosen = with_briefs(indicators.filter(pk__in=[*first, *others][:count]), day)
    return [found for indicator in chosen if (found := brief(indicator))]
