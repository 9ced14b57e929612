"""Corrections: figures that held and were replaced by another number, and figures that we took back."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Case, CharField, DateField, F, Func, OuterRef, Q, Subquery, Value, When
from django.db.models.functions import Cast, Coalesce, StrIndex
from django.db.models.lookups import GreaterThan

from monitor import sentences
from monitor.models import Category, Indicator, PublicFigure, Source

NOT_REPEATED = "dat getal herhalen we niet"


@dataclass(frozen=True)
class Correction:
    figure: PublicFigure
    # What held from then on; of what was taken back, what holds now.
    successor: PublicFigure | None
    on: date

    @property
    def indicator(self) -> Indicator:
        return self.figure.series.indicator

    @property
    def category(self) -> Category | None:
        """None for the whole country. Only one-way breakdowns are public."""
        return next(iter(self.figure.series.categories.all()), None)

    @property
    def is_sensitive(self) -> bool:
        return self.indicator.is_sensitive

    @property
    def is_withdrawn(self) -> bool:
        return self.figure.withdrawn_on is not None

    @property
    def was(self) -> str:
        secret = self.figure.release.keeps_secret
        return NOT_REPEATED if secret else sentences.amount(self.figure, self.indicator.unit)

    @property
    def now(self) -> str:
        return sentences.amount(self.successor, self.indicator.unit) if self.successor else "geen cijfer"

    @property
    def why(self) -> str:
        if self.is_withdrawn:
            return f"Ingetrokken. {sentences.capitalise(self.figure.release.withdrawn_reason)}"
        assert self.successor
        return sentences.why_replaced(self.figure, self.successor)

    @property
    def source(self) -> Source | None:
        """Where the number that holds comes from."""
        return self.successor.release.source if self.successor else None


def corrections(indicators: Any, day: date) -> Any:
    """The figures that were corrected by then, newest first, each with ``corrected_on`` and ``successor``. A number
    that was hidden, or said once more, is no correction; nor is one that never held."""
    figures = PublicFigure.objects.filter(series__indicator__in=indicators, mention_only=False, valid_from__lte=day)
    corrected = figures.annotate(corrected_on=Coalesce("withdrawn_on", "valid_to")).filter(corrected_on__lte=day)
    # Replaced on the day on which it became known: it held for no day.
    corrected = corrected.exclude(withdrawn_on=None, valid_to=F("valid_from"))
    until = Case(When(withdrawn_on=None, then="valid_to"), default=Value(day), output_field=DateField())
    of_cell: Any = PublicFigure.objects.filter(series=OuterRef("series"), period=OuterRef("period"))
    holds = of_cell.held_on(OuterRef("until"))
    found = corrected.annotate(until=until).annotate(
        successor=Subquery(holds.values("pk")[:1]),
        number=digits(),
        next_number=Subquery(holds.values(digits=digits())[:1]),
    )
    told = Q(value__isnull=False) | Q(release__keeps_secret=True)
    # A comparison with NULL is not true, nor is its opposite.
    other = Q(number=None) | Q(next_number=None) | ~Q(number=F("next_number"))
    return found.filter(told, other).order_by("-corrected_on", "-pk")


def digits() -> Case:
    """The number as text, without zeros that make no difference: 12.50 is 12.5."""
    text = Cast("value", CharField())
    short = Func(Func(text, Value("0"), function="RTRIM"), Value("."), function="RTRIM")
    return Case(When(GreaterThan(StrIndex(text, Value(".")), 0), then=short), default=text, output_field=CharField())


def read_corrections(figures: Any) -> list[Correction]:
    """A page of ``corrections()`` with all that it tells, in four queries."""
    rows = list(
        figures.select_related("series__indicator__speerpunt", "period", "release__source").prefetch_related(
            "series__categories__dimension"
        )
    )
    successors = PublicFigure.objects.select_related("release__source").in_bulk([row.successor for row in rows])
    return [Correction(row, successors.get(row.successor), row.corrected_on) for row in rows]
