"""Two indicators on one axis of time, one plot above the other: never a second y axis, and never a cause."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from monitor import sentences
from monitor.charts import Panel, PanelChart, Point, panel_charts
from monitor.figure_line import FigureLine
from monitor.sources import source_names

from .axis import Counted, has_stops, keep_rhythm, on_one_axis


@dataclass(frozen=True)
class PairComparison:
    readings: Sequence[FigureLine]

    template = "monitor/_compare_pair.html"
    has_plot = True

    @property
    def title(self) -> str:
        return " en ".join(reading.indicator.name for reading in self.readings)

    @property
    def heading(self) -> str:
        return f"{self.title} op één tijdas"

    @property
    def finding(self) -> str:
        """Both newest figures, each by itself."""
        return "; ".join(reading.finding for reading in self.readings)

    @property
    def text(self) -> str:
        return sentences.two_lines([(reading.indicator.name, reading.story) for reading in self.readings])

    @property
    def sources(self) -> list[str]:
        return source_names(figure for reading in self.readings for figure in reading.main)

    @cached_property
    def lines(self) -> list[list[Point]]:
        drawn = on_one_axis([Counted(reading.main, reading.change_days) for reading in self.readings])
        return [keep_rhythm(reading.main, points) for reading, points in zip(self.readings, drawn, strict=True)]

    @property
    def panels(self) -> list[PanelChart]:
        panels = [
            Panel(f"{reading.indicator.name}: {reading.finding}", points, reading.indicator.unit)
            for reading, points in zip(self.readings, self.lines, strict=True)
        ]
        return panel_charts(panels)

    @property
    def has_provisional(self) -> bool:
        return any(figure.is_provisional for reading in self.readings for figure in reading.main)

    @property
    def has_stops(self) -> bool:
        return has_stops(self.lines)
