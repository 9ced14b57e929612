"""The figures of a focus area, told apart by what may be done with them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Prefetch

from monitor.figure_line import FigureLine, read_main_line
from monitor.models import Indicator, Speerpunt


@dataclass(frozen=True)
class SpeerpuntReading:
    """Without a focus area: the figures that belong to none that is public."""

    speerpunt: Speerpunt | None
    readings: list[FigureLine]

    @property
    def series(self) -> list[FigureLine]:
        return self.of(Indicator.Kind.SERIES)

    @property
    def told(self) -> list[FigureLine]:
        """The series that have a figure for the whole country."""
        return [reading for reading in self.series if reading.main]

    @property
    def counts(self) -> list[FigureLine]:
        """Each by itself: never drawn, never set beside another."""
        return self.of(Indicator.Kind.COUNT, Indicator.Kind.NORM)

    @property
    def texts(self) -> list[FigureLine]:
        """What is too heavy for a figure among others: a text with its source."""
        return self.of(Indicator.Kind.SENSITIVE)

    def of(self, *kinds: str) -> list[FigureLine]:
        return [reading for reading in self.readings if reading.indicator.kind in kinds]

    @property
    def has_figures(self) -> bool:
        return any(reading.has_figures for reading in self.readings)

    @property
    def is_registered(self) -> bool:
        """Whether professionals wrote some of it down: then a warning stands beside it."""
        return any(reading.indicator.registered for reading in self.readings)


def read_speerpunten(day: date) -> tuple[list[SpeerpuntReading], SpeerpuntReading]:
    """The public focus areas in order, and the figures that belong to none of them."""
    indicators = Indicator.objects.published().with_national(day)
    speerpunten = Speerpunt.objects.published().prefetch_related(Prefetch("indicators", indicators, to_attr="shown"))
    # An indicator may be public while its focus area is a draft.
    other = indicators.exclude(speerpunt__in=Speerpunt.objects.published()).select_related("speerpunt")
    return [read(one, one.shown, day) for one in speerpunten], read(None, other, day)


def read_speerpunt(speerpunt: Speerpunt, day: date) -> SpeerpuntReading:
    return read(speerpunt, speerpunt.indicators.published().with_national(day), day)


def read(speerpunt: Speerpunt | None, indicators: Iterable[Indicator], day: date) -> SpeerpuntReading:
    return SpeerpuntReading(speerpunt, [read_main_line(indicator, day) for indicator in indicators])
