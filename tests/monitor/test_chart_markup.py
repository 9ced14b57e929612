import re
import xml.etree.ElementTree as ET
from decimal import Decimal

import pytest
from django.template.loader import render_to_string

from monitor.charts import Point, Target, line_chart, spark_line
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
