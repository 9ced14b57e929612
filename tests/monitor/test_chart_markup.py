import re
import xml.etree.ElementTree as ET
from decimal import Decimal

import pytest
from django.template.loader import render_to_string

from monitor.charts import (
    Item,
    Line,
    Point,
    Target,
    bar_chart,
    dot_chart,
    line_chart,
    lines_chart,
    small_multiples,
    spark_line,
)
from tests.monitor.chart_markup import faults, markup_of
from tests.monitor.series import PLACEMENTS, series


def render(points: list[Point], unit: str = "jongeren", target: Target | None = None) -> str:
    chart = line_chart(points, unit=unit, target=target)
    return render_to_string("monitor/charts/line.html", {"chart": chart, "title_id": "plek-t", "text_id": "plek-d"})


def numbers_in(markup: str) -> dict[str, list[str]]:
    """Each attribute that holds a coordinate or a size, with all its values."""
    names = ["x", "x2", "y", "y1", "y2", "cx", "cy", "dx", "dy", "r", "d", "width", "height", "viewBox"]
    elements = list(ET.fromstring(markup).iter())
    return {name: [element.attrib[name] for element in elements if name in element.attrib] for name in names}


@pytest.mark.parametrize("numbers", [PLACEMENTS, "1818.5 - 1712.25 -3.125", "0.0001", "12345678.9 1", "0 0", "- -", ""])
@pytest.mark.parametrize("target", [None, Target("Streefwaarde 2026:", Decimal("20.5"))])
def test_markup_holds_no_comma_in_a_coordinate_and_no_style(numbers, target):
    markup = render(series(numbers, provisional=1), target=target)

    assert [
        value for found in numbers_in(markup).values() for value in found if not re.fullmatch(r"[-ML\d. %]+", value)
    ] == []
    assert re.findall(r"style=|<style|<script|=\"[^\"]*e-", markup) == []


def test_markup_is_one_named_image_with_nothing_inside():
    plot = ET.fromstring(render(series(PLACEMENTS)))[0]

    named = {name: plot.get(name) for name in ("role", "aria-labelledby", "aria-describedby")}
    assert named == {"role": "img", "aria-labelledby": "plek-t", "aria-describedby": "plek-d"}
    assert [child.attrib for child in plot] == [{"aria-hidden": "true"}]


def test_markup_without_values_says_so():
    texts = [element.text for element in ET.fromstring(render(series("- -"))).iter("text")]

    assert texts == ["0", "2013", "2014", "Geen cijfers"]


def test_markup_escapes_what_it_is_given():
    titles = [
        element.text for element in ET.fromstring(render([Point("<b>", Decimal(1), False)], unit='"&"')).iter("title")
    ]

    assert titles == ['<b>: 1 "&"']


def test_spark_markup_is_hidden_and_parses():
    markup = render_to_string(
        "monitor/charts/spark.html", {"chart": spark_line(series("10 - 5.5 7.25", provisional=1))}
    )

    spark = ET.fromstring(markup)
    assert (spark.get("aria-hidden"), len(spark)) == ("true", 3)
    assert [value for found in numbers_in(markup).values() for value in found if "," in value] == []


def many(count: int, start: int = 1965) -> list[Point]:
    """As real figures go: four digits, a gap now and then, the last one provisional."""
    numbers = " ".join("-" if year % 17 == 16 else str(1000 + 777 * year % 1000) for year in range(count))
    return series(numbers, start, provisional=1)


def names(count: int) -> list[str]:
    return [f"Voorbeeldregio met een lange naam {number}" for number in range(count)]


@pytest.mark.parametrize(
    ("name", "chart"),
    [
        ("line", line_chart(many(60), unit="jongeren", target=Target("Streefwaarde 2030:", Decimal(1000)))),
        ("line", lines_chart([Line(name, many(40)) for name in names(4)], unit="jongeren")),
        ("multiples", small_multiples([Line(name, many(11)) for name in names(42)], unit="jongeren")),
        ("rows", bar_chart([Item(name, Decimal(1234)) for name in names(42)], unit="jongeren")),
        ("rows", dot_chart([Item(name, Decimal(1234), before=Decimal(999)) for name in names(42)], unit="jongeren")),
    ],
)
def test_the_largest_charts_are_light_and_sound(name, chart):
    assert faults(markup_of(name, chart=chart)) == []
