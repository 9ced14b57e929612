"""How long it takes to draw a chart, from figures to markup: at most 10 ms when warm. Run with just benchmark."""

from decimal import Decimal

import pytest
from django.template.loader import render_to_string

from monitor import charts
from monitor.charts import Answer, Event, Group, Item, Line, Part, Point, Target

NUMBERS = [1818, 1712, 1639, 1824, 1924, 1720, 1707, 1364, 1181, 989, 891]
POINTS = [Point(str(2013 + nth), Decimal(number), nth > 9) for nth, number in enumerate(NUMBERS)]
SCALE = [Answer("--", -1), Answer("-", -1), Answer("0", 0), Answer("+", 1), Answer("++", 1)]
CHARTS = {
    "line": lambda: charts.line_chart(
        POINTS, unit="plaatsingen", target=Target("Streefwaarde:", Decimal(500)), events=[Event(3, "Iets")]
    ),
    "line-4": lambda: charts.lines_chart([Line(name, POINTS) for name in "ABCD"], unit="plaatsingen"),
    "rows": lambda: charts.bar_chart([Item(f"Regio {n}", Decimal(n)) for n in range(12)], unit="procent"),
    "multiples": lambda: charts.small_multiples([Line(f"Regio {n}", POINTS) for n in range(12)], unit="plaatsingen"),
    "coverage": lambda: charts.coverage_chart([Part("deden mee", 9)], total=12, things="instellingen"),
    "answers": lambda: charts.answer_chart([Group(name, [1, 2, 3, 4, 5]) for name in "ABCDEF"], SCALE, minimum=5),
}


@pytest.mark.parametrize("name", CHARTS)
def test_drawing(benchmark, name):
    def draw():
        template = f"monitor/charts/{name.partition('-')[0]}.html"
        return render_to_string(template, {"chart": CHARTS[name](), "title_id": "a", "text_id": "b"})

    assert benchmark(draw)
