from decimal import Decimal

import pytest

from monitor.charts.points import Point, say_point


@pytest.mark.parametrize(
    ("point", "unit", "text"),
    [
        (Point("2023", Decimal(1818), False), "plaatsingen", "2023: 1.818 plaatsingen"),
        (Point("2023", Decimal("12.50"), True), "procent", "2023 (voorlopig): 12,50%"),
        (Point("2020", None, False, "niet gemeten"), "procent", "2020: niet gemeten"),
        (Point("2020", None, False), "procent", "2020: geen cijfer"),
    ],
)
def test_point_is_said_with_its_unit_or_its_reason(point, unit, text):
    assert say_point(point, unit) == text
