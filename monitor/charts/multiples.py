"""Small multiples: a plot for each region, all on one scale."""

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from monitor.charts.axes import SHORT, px
from monitor.charts.line import UNDER_FOOT, LineChart, Look, all_values, find_levels, lines_chart
from monitor.charts.points import Line, Point

HEIGHT, STEPS = 130, 3


class Small(NamedTuple):
    """``note``: what there is to know of its last value, where that is provisional or not of the last period."""

    name: str
    note: str
    chart: LineChart


class Multiples(NamedTuple):
    """``paired``: the periods are short enough for two beside each other on a phone."""

    smalls: list[Small]
    paired: bool


def small_multiples(lines: Sequence[Line], *, unit: str) -> Multiples:
    """The lines have the same periods. The order is yours."""
    look = Look(HEIGHT, small=True, levels=find_levels(all_values(lines), STEPS))
    charts = [lines_chart([line], unit=unit, look=look) for line in lines]
    # The periods of all stand equally low, also where only one plot has a label under its baseline.
    foot = max((float(chart.foot) for chart in charts), default=0)
    smalls = [
        Small(line.name, say_end(line.points), replace(chart, foot=px(foot), height=px(foot + UNDER_FOOT)))
        for line, chart in zip(lines, charts, strict=True)
    ]
    return Multiples(smalls, all(len(point.label) <= SHORT for line in lines for point in line.points))


def say_end(points: Sequence[Point]) -> str:
    last = next((point for point in reversed(points) if point.value is not None), None)
    if last is None:
        return "geen cijfers"
    return ", ".join([last.label] * (last is not points[-1]) + ["voorlopig"] * last.provisional)
