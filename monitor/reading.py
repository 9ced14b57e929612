"""What a page tells of an indicator, sorted out of its public figures: the main line, the rest, the breakdowns."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from functools import cached_property
from itertools import pairwise
from math import gcd

from monitor import sentences
from monitor.charts import LineChart, Point, Spark, describe_line, line_chart, spark_line
from monitor.models import Category, Dimension, Indicator, Period, PublicFigure
from monitor.periods import label

# Fewer points than this are a table, not a line.
ENOUGH_TO_DRAW = 3
# How long the kinds of period are that have a name of their own.
MONTHS: dict[str, int] = {
    Period.Kind.YEAR: 12,
    Period.Kind.SCHOOL_YEAR: 12,
    Period.Kind.HALF: 6,
    Period.Kind.QUARTER: 3,
    Period.Kind.MONTH: 1,
}


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
        drawn = self.indicator.is_drawn and enough_to_draw(self.line)
        return spark_line(points(self.line)) if drawn else None

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
        return self.figure.get_status_display()


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
class IndicatorReading:
    indicator: Indicator
    main: list[PublicFigure]
    other: list[PublicFigure]
    breakdowns: list[Breakdown]
    earlier: list[PublicFigure]

    @property
    def key_figure(self) -> KeyFigure | None:
        return KeyFigure(self.indicator, self.main[-1]) if self.main else None

    @property
    def finding(self) -> str:
        return sentences.finding(self.main[-1], self.indicator.unit) if self.main else ""

    @property
    def story(self) -> str:
        return sentences.story(self.indicator, self.main)

    @property
    def sources(self) -> list[str]:
        return source_names(self.main)

    @cached_property
    def points(self) -> list[Point]:
        return points(self.main) if self.main else []

    @cached_property
    def chart(self) -> LineChart | None:
        """A line, where the figures may be drawn and there are enough of them."""
        if not self.indicator.is_drawn or not enough_to_draw(self.main):
            return None
        return line_chart(self.points, unit=self.indicator.unit)

    @property
    def has_provisional(self) -> bool:
        return any(figure.is_provisional for figure in self.main)

    @property
    def has_gaps(self) -> bool:
        return any(point.value is None for point in self.points)

    @property
    def chart_text(self) -> str:
        """What the line shows, in words."""
        return describe_line(self.points, unit=self.indicator.unit)


def read_indicator(indicator: Indicator) -> IndicatorReading:
    """Everything public about an indicator, in a number of queries that does not grow with its figures."""
    figures = PublicFigure.objects.filter(series__indicator=indicator).in_order()
    national, broken_down, earlier = [], [], []
    for figure in figures.prefetch_related("series__categories__dimension"):
        if not figure.is_current:
            earlier.append(figure)
        elif figure.series.key:
            broken_down.append(figure)
        else:
            national.append(figure)
    main = main_line(national)
    other = [figure for figure in national if figure.period.kind != main[0].period.kind]
    return IndicatorReading(indicator, main, other, breakdowns(broken_down), earlier)


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


def main_line(figures: Sequence[PublicFigure]) -> list[PublicFigure]:
    """The figures of the kind of period that occurs most: a year and a half-year never stand on one line."""
    kinds = Counter(figure.period.kind for figure in figures)
    if not kinds:
        return []
    # Equally many: the kind with the newest figure.
    last = {figure.period.kind: place for place, figure in enumerate(figures)}
    main = max(kinds, key=lambda kind: (kinds[kind], last[kind]))
    return [figure for figure in figures if figure.period.kind == main]


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


def enough_to_draw(figures: Iterable[PublicFigure]) -> bool:
    return sum(figure.value is not None for figure in figures) >= ENOUGH_TO_DRAW


def points(figures: Sequence[PublicFigure]) -> list[Point]:
    """The points of a line at even distances, with an empty point wherever the series skips a step."""
    if any(figure.period.end is None for figure in figures):
        return [point(figure) for figure in figures]
    steps = [month_after(later.period) - month_after(earlier.period) for earlier, later in pairwise(figures)]
    stride = gcd(*steps) or 1
    line = [point(figures[0])]
    for (earlier, later), step in zip(pairwise(figures), steps, strict=True):
        first = month_after(earlier.period)
        line += [missing(later.period.kind, month) for month in range(first + stride, first + step, stride)]
        line.append(point(later))
    return line


def point(figure: PublicFigure) -> Point:
    reason = "" if figure.value is not None else figure.get_state_display()
    return Point(str(figure.period), figure.value, provisional=figure.is_provisional, reason=reason)


def month_after(period: Period) -> int:
    """The month that begins when the period is over, counted from the year 0. 31 December and the year agree."""
    assert period.end is not None
    after = period.end + timedelta(days=1)
    return after.year * 12 + after.month - 1


def missing(kind: str, month: int) -> Point:
    """A step of the series for which we have nothing; ``month`` as ``month_after`` counts."""
    first = month - MONTHS.get(kind, 0)
    start, after = date(first // 12, first % 12 + 1, 1), date(month // 12, month % 12 + 1, 1)
    code = f"{start.year}/{after.year}" if kind == Period.Kind.SCHOOL_YEAR else str(start.year)
    # For a day, or a stretch of any length, nobody says on which others there should have been a figure.
    return Point(label(kind, code, start, after) if kind in MONTHS else "", None, provisional=False)
