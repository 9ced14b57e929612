"""Where a goal begins: a number that did not come through the gate."""

from datetime import date
from decimal import Decimal

import pytest

from tests.factories import make_figure, make_indicator, make_series
from tests.monitor.aims import goals, make_baseline, make_line, make_target, said

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("rule", "value", "told"),
    [
        ({}, "4", None),
        ({}, "-1", None),
        ({}, "5", "5"),
        ({}, "0", "0"),
        ({"rounding": 10}, "26", "30"),
        ({"measure": "aandeel"}, "4", "4"),
        ({"exception_on": date(2024, 1, 1), "exception_reason": "Test."}, "4", "4"),
    ],
)
def test_baseline_follows_the_rule_for_small_groups(rule, value, told):
    indicator = make_indicator(**rule)
    make_target(indicator)
    make_baseline(indicator, value)
    make_line(indicator)

    first = goals(indicator)[0].found.first

    assert first.value == (told and Decimal(told))


def test_baseline_is_not_told_where_its_figure_is_hidden():
    indicator = make_indicator(unit="tests")
    make_target(indicator)
    make_baseline(indicator, "20")
    make_figure(make_series(indicator), "2018", None, state="niet-getoond")
    make_line(indicator)

    assert said(indicator) == [("", "Geen label: in 2018 is er geen cijfer. Het doel is 0 tests in 2030.")]
