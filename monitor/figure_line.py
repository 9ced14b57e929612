"""The main line of an indicator: as it is drawn, and as it is said."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cached_property

from monitor import sentences
from monitor.background import NO_BACKGROUND, Background, as_counted
from monitor.charts import CoverageChart, Event, LineChart, Point, Spark, Target, line_chart, spark_line
from monitor.coverage import coverage_of
from monitor.freshness import Freshness, read_freshness
from monitor.lines import axis_place, enough_to_draw, filled, main_line, points, stretches
from monitor.models import Indicator, PublicFigure
from monitor.sources import source_name, source_names

STOPS = "Waar de lijn ophoudt, tonen we geen cijfer of is er anders geteld."


@dataclass(frozen=True)
class KeyFigure:
    """The newest figure of an indicator, with all that must stand beside it."""

    indicator: Indicator
    figure: PublicFigure
    freshness: Freshness | None = None

    @property
    def number(self) -> Decimal | None:
        return self.figure.value

    @property
    def unit(self) -> str:
        return self.indicator.unit

    @property
    def when(self) -> str:
        return self.figure.period.when

    @property
    def source(self) -> str:
        return source_name(self.figure)

    @property
    def freshness_text(self) -> str:
        return sentences.say_freshness(self.freshness) if self.freshness else ""

    @property
    def freshness_short(self) -> str:
        return sentences.freshness_in_short(self.freshness) if self.freshness else ""

    @property
    def status(self) -> str:
        """With what else there is to know of the number."""
        return ", ".join([self.figure.get_status_display(), *sentences.marks(self.figure)])


@dataclass(frozen=True)
class FigureLine:
    indicator: Indicator
    main: Sequence[PublicFigure]
    background: Background = NO_BACKGROUND
    freshness: Freshness | None = None
    # What was aimed at for the whole country, and where that began.
    target: Target | None = None
    baseline: Target | None = None

    @property
    def has_figures(self) -> bool:
        """Here or by category: asks for ``with_national()``."""
        return bool(self.main) or self.indicator.is_broken_down

    @property
    def key_figure(self) -> KeyFigure | None:
        """Of the newest number, as the sentences; where there is none, the newest reason."""
        if not self.main:
            return None
        return KeyFigure(self.indicator, self.line.newest or self.main[-1], self.freshness)

    @cached_property
    def line(self) -> sentences.Line:
        """What the sentences are made of: cut at each break, so that nothing from before it is set beside the newest
        figure."""
        has_holes = any(point.value is None and not point.label for point in self.points)
        return sentences.Line(self.indicator, stretches(filled(self.main), self.change_days), has_holes)

    @property
    def finding(self) -> str:
        return sentences.title(self.line)

    @property
    def compared(self) -> str:
        return sentences.compared(self.line)

    @property
    def story(self) -> str:
        return sentences.story(self.line)

    @property
    def chart_text(self) -> str:
        """What the line shows, in words."""
        return sentences.description(self.line)

    @property
    def share_text(self) -> str:
        return sentences.share_text(self.line, self.indicator.name)

    @property
    def limits(self) -> list[str]:
        return sentences.limits(self.indicator, self.line.newest)

    @property
    def limits_in_short(self) -> str:
        return sentences.limits_in_short(self.indicator, self.line.newest)

    @property
    def coverage(self) -> CoverageChart | None:
        return coverage_of(self.indicator, self.line.newest)

    @property
    def coverage_text(self) -> str:
        return sentences.say_coverage_of(self.line.newest)

    @property
    def sources(self) -> list[str]:
        return source_names(self.main)

    @property
    def change_days(self) -> list[date]:
        return self.background.change_days

    @cached_property
    def points(self) -> list[Point]:
        return points(self.main, self.change_days)

    @property
    def is_drawn(self) -> bool:
        """Whether the figures may be drawn and there are enough of them."""
        return self.indicator.is_drawn and enough_to_draw(self.main, self.change_days)

    @cached_property
    def chart(self) -> LineChart | None:
        if not self.is_drawn:
            return None
        unit, events = self.indicator.unit, self.chart_events
        return line_chart(self.points, unit=unit, target=self.target, baseline=self.baseline, events=events)

    @property
    def spark(self) -> Spark | None:
        """The line in small, beside its newest number."""
        return spark_line(self.points) if self.is_drawn else None

    @property
    def chart_events(self) -> list[Event]:
        """Those that have a day, in the time of the line. Figures of an unknown period have no place in time."""
        if any(figure.period.end is None for figure in self.main):
            return []
        dated = [(event, event.date_from) for event in self.background.events if event.date_from]
        return [Event(axis_place(self.main, day), f"{event.title} ({event.period})") for event, day in dated]

    @property
    def marks(self) -> list[str]:
        """How to read those of the chart."""
        told = {
            "Een open punt is voorlopig.": any(figure.is_provisional for figure in self.main),
            STOPS: any(point.value is None or point.broken for point in self.points),
        }
        return [sentence for sentence, holds in told.items() if holds]


def read_main_line(indicator: Indicator, day: date) -> FigureLine:
    """Of an indicator that was asked with ``with_national()`` of that day."""
    main = main_line(indicator.national_figures)
    background = as_counted(indicator.definitions.all(), indicator.breaks.all(), day)
    fresh = read_freshness(indicator, main, indicator.national_versions, indicator.known_checks, day)
    return FigureLine(indicator, main, background, fresh)
