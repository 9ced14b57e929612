"""Charts: figures in, strings for an SVG template out.

x is in percent of the width and y in px, so that one drawing fits every screen and its text is never scaled. A percent
of the plot of a download is one of its fixed width, so the same drawing goes into an image.
"""

from monitor.charts.answers import Answer, AnswerChart, Group, answer_chart
from monitor.charts.axes import px, ticks
from monitor.charts.coverage import CoverageChart, Part, coverage_chart
from monitor.charts.line import LineChart, line_chart, lines_chart
from monitor.charts.multiples import Multiples, small_multiples
from monitor.charts.panels import Panel, PanelChart, panel_charts
from monitor.charts.points import Event, Line, Point, Target
from monitor.charts.rows import Item, RowChart, bar_chart, dot_chart
from monitor.charts.spark import Spark, spark_line

__all__ = [
    "Answer",
    "AnswerChart",
    "CoverageChart",
    "Event",
    "Group",
    "Item",
    "Line",
    "LineChart",
    "Multiples",
    "Panel",
    "PanelChart",
    "Part",
    "Point",
    "RowChart",
    "Spark",
    "Target",
    "answer_chart",
    "bar_chart",
    "coverage_chart",
    "dot_chart",
    "line_chart",
    "lines_chart",
    "panel_charts",
    "px",
    "small_multiples",
    "spark_line",
    "ticks",
]
