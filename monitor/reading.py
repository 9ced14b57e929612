"""What the page of an indicator tells, sorted out of its public figures: the main line, the rest, the breakdowns."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from monitor.background import read_background
from monitor.breakdowns import Breakdown, breakdowns
from monitor.figure_line import FigureLine
from monitor.freshness import read_freshness
from monitor.lines import main_line
from monitor.models import Indicator, PublicFigure


@dataclass(frozen=True)
class IndicatorReading(FigureLine):
    other: Sequence[PublicFigure] = ()
    breakdowns: Sequence[Breakdown] = ()
    earlier: Sequence[PublicFigure] = ()
    # One-off counts, where there is a line beside them.
    once: Sequence[PublicFigure] = ()

    @property
    def is_empty(self) -> bool:
        """Earlier figures stand beside one that holds; by themselves they are no figure of ours."""
        return not (self.main or self.breakdowns)

    @property
    def held(self) -> list[PublicFigure]:
        """All figures that hold, in no order."""
        cells = [cell for table in self.breakdowns for _, row in table.rows for cell in row if cell]
        return [*self.main, *self.other, *self.once, *cells]


def read_indicator(indicator: Indicator, day: date) -> IndicatorReading:
    """Everything that was public on a day, in a number of queries that does not grow with the figures."""
    found = PublicFigure.objects.filter(series__indicator=indicator).known_by(day).in_order()
    figures = found.prefetch_related("series__categories__dimension__categories")
    national, broken_down, earlier = [], [], []
    for figure in figures:
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
        background,
        read_freshness(indicator, main, figures, indicator.checks.all(), day),
        other=[figure for figure in rest if not figure.one_off],
        breakdowns=breakdowns(indicator, broken_down, national, background.change_days),
        earlier=earlier,
        once=[figure for figure in rest if figure.one_off],
    )
