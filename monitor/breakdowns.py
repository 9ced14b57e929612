"""The figures of an indicator by category: a table of one dimension, its chart and what that says."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import TypeGuard

from monitor import sentences
from monitor.charts import Item, Line, Multiples, RowChart, Target, bar_chart, small_multiples
from monitor.lines import break_between, points
from monitor.models import Category, Dimension, Indicator, Period, PublicFigure
from monitor.sources import source_names

# Over fewer periods there is no course to show: then it is bars of the newest.
ENOUGH_FOR_LINES = 3
type Row = tuple[Category, list[PublicFigure | None]]


@dataclass(frozen=True)
class Breakdown:
    """A row per category, a cell per period; None where there is no figure."""

    indicator: Indicator
    dimension: Dimension
    periods: list[Period]
    rows: list[Row]
    # The figures for the whole country.
    national: Sequence[PublicFigure] = ()
    change_days: Sequence[date] = ()

    @property
    def columns(self) -> list[tuple[Period, bool]]:
        """Each period, and whether all numbers in its column are provisional."""
        numbers = [[cell for _, cells in self.rows if has_number(cell := cells[place])] for place in self.places]
        provisional = [bool(cells) and all(cell and cell.is_provisional for cell in cells) for cells in numbers]
        return list(zip(self.periods, provisional, strict=True))

    @property
    def places(self) -> range:
        return range(len(self.periods))

    @property
    def marked_rows(self) -> list[tuple[Category, list[tuple[PublicFigure | None, bool]]]]:
        """The rows; each cell with whether it must say itself that it is provisional, as its column does not."""
        told = [provisional for _, provisional in self.columns]
        return [
            (
                category,
                [
                    (cell, has_number(cell) and cell.is_provisional and not is_told)
                    for cell, is_told in zip(cells, told, strict=True)
                ],
            )
            for category, cells in self.rows
        ]

    @property
    def sources(self) -> list[str]:
        return source_names(figure for _, cells in self.rows for figure in cells if figure)

    @cached_property
    def main_periods(self) -> list[Period]:
        """Those of the kind that occurs most: a year and a half-year never stand in one chart."""
        kinds = Counter(period.kind for period in self.periods)
        last = {period.kind: place for place, period in enumerate(self.periods)}
        main = max(kinds, key=lambda kind: (kinds[kind], last[kind]))
        return [period for period in self.periods if period.kind == main]

    @cached_property
    def parts(self) -> list[Row]:
        """The rows over those periods, without that of the total."""
        places = [self.periods.index(period) for period in self.main_periods]
        rows = [row for row in self.rows if not row[0].is_total]
        return [(category, [cells[place] for place in places]) for category, cells in rows]

    @cached_property
    def newest_place(self) -> int:
        """That of the last period for which a category has a number, or else of the last."""
        places = range(len(self.main_periods))
        return max((place for place in places if any(has_number(cell) for cell in self.column(place))), default=-1)

    def column(self, place: int) -> list[PublicFigure | None]:
        return [cells[place] for _, cells in self.parts]

    @property
    def newest(self) -> list[tuple[str, PublicFigure | None]]:
        names = [category.name for category, _ in self.parts]
        return list(zip(names, self.column(self.newest_place), strict=True))

    @property
    def is_drawn(self) -> bool:
        cells = [cell for _, cells in self.parts for cell in cells if cell]
        told = [cell for _, cell in self.newest if has_number(cell)]
        return self.indicator.is_drawn and len(told) > 1 and not any(cell.one_off for cell in cells)

    @property
    def has_lines(self) -> bool:
        """Whether the course of each category is shown, and not the newest figures alone."""
        return len(self.main_periods) >= ENOUGH_FOR_LINES

    @cached_property
    def bars(self) -> RowChart | None:
        if not self.is_drawn or self.has_lines:
            return None
        return bar_chart([as_item(name, cell) for name, cell in self.newest], unit=self.unit, reference=self.reference)

    @cached_property
    def lines(self) -> Multiples | None:
        if not self.is_drawn or not self.has_lines:
            return None
        return small_multiples([self.line(category, cells) for category, cells in self.parts], unit=self.unit)

    @property
    def unit(self) -> str:
        return self.indicator.unit

    def line(self, category: Category, cells: Sequence[PublicFigure | None]) -> Line:
        figures = [
            cell or PublicFigure(period=period, state="") for cell, period in zip(cells, self.main_periods, strict=True)
        ]
        return Line(category.name, points(figures, self.change_days))

    @property
    def whole(self) -> PublicFigure | None:
        """The figure for the whole country of the same period."""
        period = self.main_periods[self.newest_place]
        return next((figure for figure in self.national if figure.period == period), None)

    @property
    def reference(self) -> Target | None:
        """Of a share only: a part of the country has always fewer people in it than the whole."""
        if self.indicator.measure != Indicator.Measure.SHARE or self.whole is None or self.whole.value is None:
            return None
        return Target("Heel Nederland:", self.whole.value)

    @cached_property
    def said(self) -> sentences.Parts:
        return sentences.Parts(
            self.indicator, self.dimension.plural, self.newest, self.whole, is_partial=not self.dimension.covers
        )

    @property
    def finding(self) -> str:
        return sentences.parts_title(self.said)

    @property
    def story(self) -> str:
        return sentences.say_parts(self.said)

    @property
    def chart_text(self) -> str:
        """What the chart shows: of lines also which way they went."""
        return sentences.together(self.story, self.course) if self.has_lines else self.story

    @property
    def course(self) -> str:
        """What became of the parts since the period before, where they were counted in one way."""
        if self.newest_place < 1:
            return ""
        earlier, later = self.main_periods[self.newest_place - 1], self.main_periods[self.newest_place]
        if since := break_between(earlier, later, self.change_days):
            return sentences.not_before(since)
        return sentences.say_multiples(self.said, self.column(self.newest_place - 1))

    @property
    def limits(self) -> list[str]:
        """Of a chart: then there is a number."""
        return sentences.limits(self.indicator, self.said.shown[0][1])

    @property
    def marks(self) -> list[str]:
        """How to read those of the chart."""
        drawn = [cell for _, cells in self.parts for cell in cells] if self.has_lines else []
        return ["Een open punt is voorlopig."] * any(cell and cell.is_provisional for cell in drawn)


def has_number(figure: PublicFigure | None) -> TypeGuard[PublicFigure]:
    return figure is not None and figure.value is not None


def as_item(name: str, figure: PublicFigure | None) -> Item:
    if figure is None:
        return Item(name, None, reason="geen cijfer")
    return Item(name, figure.value, figure.is_provisional, "" if figure.value is not None else figure.shown)


def breakdowns(
    indicator: Indicator,
    figures: Iterable[PublicFigure],
    national: Sequence[PublicFigure],
    change_days: Sequence[date],
) -> list[Breakdown]:
    tables: dict[Dimension, dict[Category, dict[Period, PublicFigure]]] = defaultdict(lambda: defaultdict(dict))
    for figure in figures:
        # Only one-way breakdowns are public, so a series that is broken down has one category.
        [category] = figure.series.categories.all()
        tables[category.dimension][category][figure.period] = figure
    return [
        Breakdown(indicator, dimension, *in_table(rows), national, change_days) for dimension, rows in tables.items()
    ]


def in_table(rows: dict[Category, dict[Period, PublicFigure]]) -> tuple[list[Period], list[Row]]:
    known = {period for cells in rows.values() for period in cells}
    periods = sorted(known, key=lambda period: (period.start or date.min, period.end or date.min))
    in_order = sorted({*rows, *missing(rows)}, key=lambda category: (category.order, category.name))
    return periods, [(category, [rows.get(category, {}).get(period) for period in periods]) for category in in_order]


def missing(rows: Iterable[Category]) -> list[Category]:
    """Those that have no figure at all, where the categories are known to be together the total."""
    dimension = next(iter(rows)).dimension
    if not dimension.covers:
        return []
    return [category for category in dimension.categories.all() if not category.is_total]
