"""What a page tells of an indicator, sorted out of its public figures: the main line, the rest, the breakdowns."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cached_property

from monitor import sentences
from monitor.charts import LineChart, Point, Spark, line_chart, spark_line
from monitor.lines import changed_on, enough_to_draw, filled, main_line, points, stretches
from monitor.models import Break, Category, ChartEvent, Definition, Dimension, Indicator, Period, PublicFigure


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
class Breakdown:
    """A table of one dimension: a row per category, a cell per period; None where there is no figure."""

    dimension: Dimension
    periods: list[Period]
    rows: list[tuple[Category, list[PublicFigure | None]]]

    @property
    def columns(self) -> list[tuple[Period, bool]]:
        """Each period, and whether a figure in its column is provisional."""
        columns = zip(self.periods, *(cells for _, cells in self.rows), strict=True)
        return [(period, any(cell and cell.is_provisional for cell in cells)) for period, *cells in columns]

    @property
    def sources(self) -> list[str]:
        return source_names(figure for _, cells in self.rows for figure in cells if figure)


@dataclass(frozen=True)
class Background:
    """What there is to know beside the figures: how they were counted, and what happened."""

    definitions: Sequence[Definition] = ()
    # Those that hold no longer.
    earlier: Sequence[Definition] = ()
    breaks: Sequence[Break] = ()
    events: Sequence[ChartEvent] = ()


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

    @property
    def is_empty(self) -> bool:
        """Earlier figures stand beside one that holds; by themselves they are no figure of ours."""
        return not (self.main or self.breakdowns)

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
    def break_days(self) -> list[date]:
        return [broken.on for broken in self.background.breaks]

    @property
    def change_days(self) -> list[date]:
        """The first days of other ways of counting, by a break or by another definition."""
        background = self.background
        return sorted({*self.break_days, *changed_on([*background.definitions, *background.earlier])})

    @cached_property
    def points(self) -> list[Point]:
        return points(self.main, self.change_days)

    @cached_property
    def chart(self) -> LineChart | None:
        """A line, where the figures may be drawn and there are enough of them."""
        if not self.indicator.is_drawn or not enough_to_draw(self.main, self.change_days):
            return None
        return line_chart(self.points, unit=self.indicator.unit)

    @property
    def has_provisional(self) -> bool:
        return any(figure.is_provisional for figure in self.main)

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
    return IndicatorReading(
        indicator,
        main,
        [figure for figure in rest if not figure.one_off],
        breakdowns(broken_down),
        earlier,
        [figure for figure in rest if figure.one_off],
        read_background(indicator, day),
    )


def read_background(indicator: Indicator, day: date) -> Background:
    """As it was counted on that day and before, and what had happened by then."""
    found = indicator.definitions.exclude(valid_from__gt=day).select_related("source")
    definitions = list(found)
    return Background(
        [one for one in definitions if not one.valid_to or one.valid_to >= day],
        [one for one in definitions if one.valid_to and one.valid_to < day],
        list(indicator.breaks.filter(on__lte=day).select_related("source")),
        list(indicator.events.exclude(date_from__gt=day).select_related("source")),
    )


def key_figure(indicator: Indicator) -> KeyFigure | None:
    """The newest national figure of an indicator that was asked with ``with_national()``."""
    line = main_line(indicator.national_figures)
    return KeyFigure(indicator, line[-1], line) if line else None


def key_figures(indicators: Iterable[Indicator]) -> list[KeyFigure]:
    """Those of the indicators that have a national figure."""
    return [figure for indicator in indicators if (figure := key_figure(indicator))]


def source_name(figure: PublicFigure) -> str:
    return figure.release.source.credit


def source_names(figures: Iterable[PublicFigure]) -> list[str]:
    """Each source once, in order of appearance."""
    return list(dict.fromkeys(source_name(figure) for figure in figures))


def breakdowns(figures: Iterable[PublicFigure]) -> list[Breakdown]:
    tables: dict[Dimension, dict[Category, dict[Period, PublicFigure]]] = defaultdict(lambda: defaultdict(dict))
    for figure in figures:
        # Only one-way breakdowns are public, so a series that is broken down has one category.
        [category] = figure.series.categories.all()
        tables[category.dimension][category][figure.period] = figure
    return [breakdown(dimension, rows) for dimension, rows in tables.items()]


def breakdown(dimension: Dimension, rows: dict[Category, dict[Period, PublicFigure]]) -> Breakdown:
    known = {period for cells in rows.values() for period in cells}
    periods = sorted(known, key=lambda period: (period.start or date.min, period.end or date.min))
    in_order = sorted(rows, key=lambda category: (category.order, category.name))
    cells = [(category, [rows[category].get(period) for period in periods]) for category in in_order]
    return Breakdown(dimension, periods, cells)
