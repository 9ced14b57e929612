"""How long it takes to draw a chart, from figures to markup: at most 10 ms when warm. Run with just benchmark."""

from decimal import Decimal

import pytest
from django.template.loader import render_to_string

from monitor import charts
from monitor.charts import Answer, Event, Group, Item, Line, Panel, Part, Point, Target

NUMBERS = [1818, 1712, 1639, 1824, 1924, 1720, 1707, 1364, 1181, 989, 891]
POINTS = [Point(str(2013 + nth), Decimal(number), nth > 9) for nth, number in enumerate(NUMBERS)]
QUARTERS = [Point(f"{2011 + nth // 4}-Q{nth % 4 + 1}", Decimal(1000 + 777 * nth % 1000), False) for nth in range(60)]
REGIONS = [f"Voorbeeldregio {number}" for number in range(42)]
SCALE = [Answer("--", -1), Answer("-", -1), Answer("0", 0), Answer("+", 1), Answer("++", 1)]
UNIT = "plaatsingen"
TARGET = Target("Streefwaarde:", Decimal(500))


def items(before=None):
    return [Item(name, Decimal(nth), before=before) for nth, name in enumerate(REGIONS)]


# By name: the template, and what draws the chart that it gets.
CHARTS = {
    "line of 11 years": (
        "line",
        lambda: charts.line_chart(POINTS, unit=UNIT, target=TARGET, events=[Event(3, "Iets")]),
    ),
    "line of 60 quarters": ("line", lambda: charts.line_chart(QUARTERS, unit=UNIT, target=TARGET)),
    "4 lines of 11 years": ("line", lambda: charts.lines_chart([Line(name, POINTS) for name in "ABCD"], unit=UNIT)),
    "4 lines of 40 quarters": (
        "line",
        lambda: charts.lines_chart([Line(name, QUARTERS[:40]) for name in "ABCD"], unit=UNIT),
    ),
    "2 panels of 11 years": ("panels", lambda: charts.panel_charts([Panel(name, POINTS, UNIT) for name in "AB"])),
    "multiples of 12 regions": (
        "multiples",
        lambda: charts.small_multiples([Line(name, POINTS) for name in REGIONS[:12]], unit=UNIT),
    ),
    "multiples of 42 regions": (
        "multiples",
        lambda: charts.small_multiples([Line(name, POINTS) for name in REGIONS], unit=UNIT),
    ),
    "bars of 12 regions": ("rows", lambda: charts.bar_chart(items()[:12], unit=UNIT)),
    "bars of 42 regions": ("rows", lambda: charts.bar_chart(items(), unit=UNIT)),
    "dots of 42 regions": ("rows", lambda: charts.dot_chart(items(Decimal(20)), unit=UNIT, periods=("2022", "2023"))),
    "coverage of 12": (
        "coverage",
        lambda: charts.coverage_chart([Part("deden mee", 9)], total=12, things="instellingen"),
    ),
    "answers of 6 groups": (
        "answers",
        lambda: charts.answer_chart([Group(name, [1, 2, 3, 4, 5]) for name in "ABCDEF"], SCALE, minimum=5),
    ),
    "spark of 11 years": ("spark", lambda: charts.spark_line(POINTS)),
}


@pytest.mark.parametrize("name", CHARTS)
def test_drawing(benchmark, name):
    template, draw = CHARTS[name]

    def render():
        chart = draw()
        context = {"chart": chart, "panels": chart, "title_id": "a", "text_id": "b", "prefix": "a"}
        return render_to_string(f"monitor/charts/{template}.html", context)

    assert benchmark(render)
