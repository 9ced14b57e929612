"""What a page tells of an indicator, sorted out of its public figures: the main line, the rest, the breakdowns."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from functools import cached_property

from monitor import sentences
from monitor.breakdowns import Breakdown, breakdowns
from monitor.charts import Event, LineChart, Point, Spark, Target, line_chart, spark_line
from monitor.lines import axis_place, changed_on, enough_to_draw, filled, main_line, points, stretches
from monitor.models import Break, ChartEvent, Definition, Indicator, PublicFigure
from monitor.sources import source_name, source_names


@dataclass(frozen=True)
class KeyFigure:
    """The newest figure of an indicator, with all that must stand beside it."""

    indicator: Indicator
    figure: PublicFigure
    # The line that it ends.
    line: Sequence[PublicFigure] = ()

    @property
    def spark(self) -> Spark | None:
        """The line in small, beside the number, where it may be drawn."""
        if not self.indicator.is_drawn or not enough_to_draw(self.line):
            return None
        breaks = [broken.on for broken in self.indicator.breaks.all()]
        return spark_line(points(self.line, breaks)) if enough_to_draw(self.line, breaks) else None

    @property
    def number(self) -> Decimal | None:
        return self.figure.value

    @property
    def unit(self) -> str:
        return self.indicator.unit

    @property
    def period(self) -> str:
        return str(self.figure.period)

    @property
    def when(self) -> str:
        return self.figure.period.when

    @property
    def source(self) -> str:
        return source_name(self.figure)

    @property
    def status(self) -> str:
        """With what else there is to know of the number."""
        return ", ".join([self.figure.get_status_display(), *sentences.marks(self.figure)])


@dataclass(frozen=True)
class Background:
    """What there is to know beside the figures: how they were counted, and what happened."""

    definitions: Sequence[Definition] = ()
    # Those that hold no longer.
    earlier: Sequence[Definition] = ()
    breaks: Sequence[Break] = ()
    events: Sequence[ChartEvent] = ()

    @property
    def break_days(self) -> list[date]:
        return [broken.on for broken in self.breaks]

    @property
    def change_days(self) -> list[date]:
        """The first days of other ways of counting, by a break or by another definition."""
        return sorted({*self.break_days, *changed_on([*self.definitions, *self.earlier])})


@dataclass(frozen=True)
class IndicatorReading:
    indicator: Indicator
    main: list[PublicFigure]
    other: list[PublicFigure]
    breakdowns: list[Breakdown]
    earlier: list[PublicFigure]
    # One-off counts, where there is a line beside them.
    once: Sequence[PublicFigure] = ()
    background: Background = Background()
    # What was aimed at for the whole country, and where that began.
    target: Target | None = None
    baseline: Target | None = None

    @property
    def is_empty(self) -> bool:
        """Earlier figures stand beside one that holds; by themselves they are no figure of ours."""
        return not (self.main or self.breakdowns)

    @property
    def has_figures(self) -> bool:
        """As ``is_empty``, of what was read of the main line alone."""
        return bool(self.main) or self.indicator.is_broken_down

    @property
    def held(self) -> list[PublicFigure]:
        """All figures that hold, in no order."""
        cells = [cell for table in self.breakdowns for _, row in table.rows for cell in row if cell]
        return [*self.main, *self.other, *self.once, *cells]

    @property
    def key_figure(self) -> KeyFigure | None:
        return KeyFigure(self.indicator, self.main[-1]) if self.main else None

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
        return line_chart(
            self.points,
            unit=self.indicator.unit,
            target=self.target,
            baseline=self.baseline,
            events=self.chart_events,
        )

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
            "Waar de lijn ophoudt, vonden we geen cijfer.": self.has_gaps,
        }
        return [sentence for sentence, holds in told.items() if holds]

    @property
    def has_gaps(self) -> bool:
        return any(point.value is None for point in self.points)


def read_indicator(indicator: Indicator, day: date) -> IndicatorReading:
    """Everything that was public on a day, in a number of queries that does not grow with the figures."""
    figures = PublicFigure.objects.filter(series__indicator=indicator).known_by(day).in_order()
    national, broken_down, earlier = [], [], []
    for figure in figures.prefetch_related("series__categories__dimension"):
        if not figure.held_on(day):
            earlier.append(figure)
        elif figure.series.key:
            broken_down.append(figure)
        else:
            national.append(figure)
    main = main_line(national)
    in_main = {figure.pk for figure in main}
    rest = [figure for figure in national if figure.pk not in in_main]
    background = read_background(indicator, day)
    return IndicatorReading(
        indicator,
        main,
        [figure for figure in rest if not figure.one_off],
        breakdowns(indicator, broken_down, national, background.change_days),
        earlier,
        [figure for figure in rest if figure.one_off],
        background,
    )


def read_background(indicator: Indicator, day: date) -> Background:
    """As it was counted on that day and before, and what had happened by then."""
    definitions = indicator.definitions.select_related("source")
    breaks = indicator.breaks.select_related("source")
    events = indicator.events.exclude(date_from__gt=day).select_related("source")
    return replace(as_counted(definitions, breaks, day), events=list(events))


def as_counted(definitions: Iterable[Definition], breaks: Iterable[Break], day: date) -> Background:
    known = [one for one in definitions if one.valid_from is None or one.valid_from <= day]
    return Background(
        [one for one in known if not one.valid_to or one.valid_to >= day],
        [one for one in known if one.valid_to and one.valid_to < day],
        [one for one in breaks if one.on <= day],
    )


def read_main_line(indicator: Indicator, day: date) -> IndicatorReading:
    """What a list tells: the main line alone, of an indicator that was asked with ``with_national()``."""
    background = as_counted(indicator.definitions.all(), indicator.breaks.all(), day)
    return IndicatorReading(indicator, main_line(indicator.national_figures), [], [], [], (), background)


def key_figure(indicator: Indicator) -> KeyFigure | None:
    """The newest national figure of an indicator that was asked with ``with_national()``."""
    line = main_line(indicator.national_figures)
    return KeyFigure(indicator, line[-1], line) if line else None
