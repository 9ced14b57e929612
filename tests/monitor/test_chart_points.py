from decimal import Decimal

import pytest

from monitor.charts.points import Point, Target, describe_line, say_point
from tests.monitor.series import series


@pytest.mark.parametrize(
    ("points", "text"),
    [
        ([], "Er zijn geen cijfers om te tonen."),
        (series("891", 2023, 1), "Er is één cijfer: 891 plaatsingen (2023, voorlopig)."),
        (series("0 0"), "De lijn loopt van 0 plaatsingen (2013) naar 0 plaatsingen (2014)."),
        (
            series("1818 1924 -"),
            (
                "De lijn loopt van 1.818 plaatsingen (2013) naar 1.924 plaatsingen (2014). "
                "Het hoogste cijfer is 1.924 plaatsingen (2014). Geen cijfer: 2015 (niet gemeten)."
            ),
        ),
    ],
)
def test_description_says_what_the_line_shows(points, text):
    assert describe_line(points, unit="plaatsingen") == text


def test_description_tells_of_gaps_that_have_no_name():
    text = describe_line([*series("5", 2013), Point("", None, False), *series("5", 2015)], unit="tests")

    assert text == (
        "De lijn loopt van 5 tests (2013) naar 5 tests (2015). "
        "Ertussen hebben we soms geen cijfer. Daar houdt de lijn op."
    )


def test_description_names_the_target():
    target = Target("Streefwaarde 2026: hoogstens", Decimal("12.5"))

    text = describe_line([Point("2023", None, False)], unit="procent", target=target)

    assert text == "Er zijn geen cijfers om te tonen. Streefwaarde 2026: hoogstens 12,5%. Geen cijfer: 2023."


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
