"""Parts of one dimension of an indicator beside each other: as lines on one scale, or as rows of one period."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from monitor import sentences
from monitor.breakdowns import Breakdown
from monitor.charts import (
    Item,
    Line,
    LineChart,
    Multiples,
    RowChart,
    Target,
    bar_chart,
    dot_chart,
    lines_chart,
    small_multiples,
)
from monitor.figure_line import FigureLine
from monitor.lines import break_between, enough_to_draw, main_line
from monitor.models import Category, Indicator, Period, PublicFigure
from monitor.sentences.words import capitalise, over, say, wording

from .axis import Counted, all_periods, by_time, has_stops, on_one_axis
from .candidates import Part, Split

# More lines than this are each a plot of their own.
MOST_LINES = 4
COUNTRY = "Heel Nederland"
NONE_SHARED = "Over geen enkele periode kunnen we twee van deze cijfers naast elkaar zetten."
SIZE = "Een hoger aantal kan ook komen doordat een gebied of een groep groter is."


@dataclass(frozen=True)
class PartsComparison:
    """``whole``: the indicator for the whole country."""

    whole: FigureLine
    split: Split
    parts: Sequence[Part]

    template = "monitor/_compare_parts.html"

    @property
    def indicator(self) -> Indicator:
        return self.whole.indicator

    @property
    def title(self) -> str:
        return f"{self.indicator.name}: {self.split.dimension.plural}"

    @property
    def heading(self) -> str:
        return f"{self.indicator.name}. {capitalise(self.finding)}"

    @cached_property
    def lines(self) -> list[list[PublicFigure]]:
        """The figures of each part, all of the kind of period that they have most of."""
        figures = [figure for part in self.parts for figure in part.figures]
        figures.sort(key=lambda figure: by_time(figure.period))
        kind = main_line(figures)[0].period.kind
        return [[figure for figure in part.figures if figure.period.kind == kind] for part in self.parts]

    @cached_property
    def periods(self) -> list[Period]:
        return all_periods(self.lines)

    @cached_property
    def shared(self) -> list[Period]:
        """The periods of which two parts or more have a number."""
        return [period for period in self.periods if len(self.said(period).shown) > 1]

    @cached_property
    def period(self) -> Period:
        """The one that is told: the newest that is shared."""
        return [*self.periods, *self.shared][-1]

    def cells(self, period: Period) -> list[PublicFigure | None]:
        return [figure_of(line, period) for line in self.lines]

    def national(self, period: Period) -> PublicFigure | None:
        return figure_of([one for one in self.indicator.national_figures if not one.one_off], period)

    def said(self, period: Period) -> sentences.Parts:
        names = [part.category.name for part in self.parts]
        cells = list(zip(names, self.cells(period), strict=True))
        return sentences.Parts(self.indicator, self.plural, cells, self.national(period))

    @property
    def plural(self) -> str:
        return f"{'gekozen ' * self.is_choice}{self.split.dimension.plural}"

    @property
    def is_choice(self) -> bool:
        return len(self.parts) < self.split.size

    @property
    def finding(self) -> str:
        return sentences.parts_title(self.said(self.period))

    @property
    def text(self) -> str:
        told = sentences.together(sentences.say_parts(self.said(self.period)), self.course)
        return say([self.chosen, NONE_SHARED * (not self.shared), told, self.too_new, self.counted_otherwise])

    @property
    def chosen(self) -> str:
        """Of the highest of a few nobody may think that it is the highest of all."""
        told = f"Je koos {len(self.parts)} van de {self.split.size} {self.split.dimension.plural}."
        return told * self.is_choice

    @property
    def course(self) -> str:
        """What became of the parts since the shared period before, where they were counted in one way."""
        if len(self.shared) < 2:
            return ""
        before = self.shared[-2]
        if break_between(before, self.period, self.whole.change_days):
            return ""
        return sentences.say_multiples(self.said(self.period), self.cells(before))

    @property
    def too_new(self) -> str:
        """Periods after the one that is told."""
        later = self.periods[self.periods.index(self.period) + 1 :]
        return f"{capitalise(over(later))} zijn er te weinig cijfers om te vergelijken." if later else ""

    @property
    def counted_otherwise(self) -> str:
        since = break_between(self.periods[0], self.period, self.whole.change_days) if len(self.periods) > 1 else None
        return sentences.not_before(since) if since else ""

    @property
    def has_lines(self) -> bool:
        days = self.whole.change_days
        return len(self.shared) > 1 and any(enough_to_draw(line, days) for line in self.lines)

    @property
    def has_plot(self) -> bool:
        return self.line_chart is not None

    @property
    def has_provisional(self) -> bool:
        return any(figure.is_provisional for line in self.lines for figure in line)

    @property
    def has_stops(self) -> bool:
        return has_stops(line.points for line in self.chart_lines)

    @cached_property
    def chart_lines(self) -> list[Line]:
        drawn = on_one_axis([Counted(line, self.whole.change_days) for line in self.lines])
        return [Line(part.category.name, points) for part, points in zip(self.parts, drawn, strict=True)]

    @cached_property
    def line_chart(self) -> LineChart | None:
        if not self.has_lines or len(self.parts) > MOST_LINES:
            return None
        return lines_chart(self.chart_lines, unit=self.indicator.unit)

    @cached_property
    def multiples(self) -> Multiples | None:
        if not self.has_lines or len(self.parts) <= MOST_LINES:
            return None
        return small_multiples(self.chart_lines, unit=self.indicator.unit)

    @cached_property
    def row_chart(self) -> RowChart | None:
        """Beside bars of counts stands no line for the whole country: it is their sum, and they would shrink to
        nothing."""
        if self.has_lines or not self.shared:
            return None
        items = [as_item(name, figure) for name, figure in self.said(self.period).cells]
        unit, national = self.indicator.unit, self.national(self.period)
        if not wording(self.indicator).is_level:
            return bar_chart(items, unit=unit)
        value = national.value if national else None
        return dot_chart(items, unit=unit, reference=None if value is None else Target(f"{COUNTRY}:", value))

    @property
    def readings(self) -> list[tuple[Category, FigureLine]]:
        """Each part by itself."""
        return [(part.category, self.read(line)) for part, line in zip(self.parts, self.lines, strict=True)]

    def read(self, line: list[PublicFigure]) -> FigureLine:
        return FigureLine(self.indicator, line, self.whole.background)

    @property
    def table(self) -> Breakdown:
        """A row for each part, and one for the whole country where it has a figure of these periods."""
        rows = [(part.category, [figure_of(line, one) for one in self.periods]) for part, line in self.pairs]
        country = [self.national(period) for period in self.periods]
        rows += [(Category(name=COUNTRY), country)] if any(country) else []
        return Breakdown(self.indicator, self.split.dimension, self.periods, rows)

    @property
    def pairs(self) -> list[tuple[Part, list[PublicFigure]]]:
        return list(zip(self.parts, self.lines, strict=True))

    @property
    def limits(self) -> list[str]:
        numbers = [figure for line in self.lines for figure in line if figure.value is not None]
        newest = max(numbers, key=lambda figure: by_time(figure.period), default=None)
        return [*sentences.limits(self.indicator, newest), *([] if wording(self.indicator).is_level else [SIZE])]


def figure_of(line: Sequence[PublicFigure], period: Period) -> PublicFigure | None:
    key = (period.code, period.kind)
    return next((figure for figure in line if (figure.period.code, figure.period.kind) == key), None)


def as_item(name: str, figure: PublicFigure | None) -> Item:
    if figure is None:
        return Item(name, None)
    reason = "" if figure.value is not None else figure.get_state_display()
    return Item(name, figure.value, figure.is_provisional, reason)
