"""The small line beside a number."""

from collections.abc import Sequence
from dataclasses import dataclass

from monitor.charts.axes import Frame
from monitor.charts.marks import Dot, Stroke, draw_dot, ends, join, known, locate, reach
from monitor.charts.points import Point


@dataclass(frozen=True)
class Spark:
    """In px, 120 by 32. A dot marks the last value, and each value without a neighbour to be joined with."""

    strokes: list[Stroke]
    dots: list[Dot]


def spark_line(points: Sequence[Point]) -> Spark:
    low, high = reach(known(points))
    marks = locate(points, Frame(len(points), low, high if high > low else low + 1, 4, 116, 4, 28))
    return Spark(join(marks, stretch=1), [draw_dot(mark) for mark in ends(marks)])
