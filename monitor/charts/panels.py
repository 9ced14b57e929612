"""Two indicators on one time axis: one plot above the other, each with its own scale."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from monitor.charts.axes import widest
from monitor.charts.line import LineChart, Look, lines_chart
from monitor.charts.points import Event, Line, Point, Target

HEIGHT = 210


@dataclass(frozen=True)
class Panel:
    name: str
    points: Sequence[Point]
    unit: str
    target: Target | None = None
    baseline: Target | None = None


class PanelChart(NamedTuple):
    name: str
    unit: str
    chart: LineChart


def panel_charts(panels: Sequence[Panel], *, events: Sequence[Event] = ()) -> list[PanelChart]:
    """The panels have the same periods. Only the last tells them, and the events."""
    charts = [
        lines_chart(
            [Line(panel.name, panel.points)],
            unit=panel.unit,
            target=panel.target,
            baseline=panel.baseline,
            events=events if panel is panels[-1] else (),
            look=Look(HEIGHT, 4, periods=panel is panels[-1]),
        )
        for panel in panels
    ]
    shared = widest(chart.gutter for chart in charts)
    return [
        PanelChart(panel.name, panel.unit, replace(chart, gutter=shared))
        for panel, chart in zip(panels, charts, strict=True)
    ]
