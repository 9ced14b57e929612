"""What stands beside every finding."""

import pytest

from monitor.sentences import limits, limits_in_short
from monitor.sentences.limits import NO_SUM, NOT_BETTER, REGISTERED, TWICE
from tests.monitor.sentences.figures import figure, indicator

NEWEST = "Nieuwste cijfer dat wij hebben: 2023."


@pytest.mark.parametrize(
    ("kwargs", "expected"),
    [
        ({"unit": "plaatsingen", "summable": True, "registered": True}, [TWICE, NOT_BETTER, REGISTERED, NEWEST]),
        ({"unit": "jongeren"}, [NO_SUM, NOT_BETTER, NEWEST]),
        ({"unit": "jongeren", "summable": True}, [NOT_BETTER, NEWEST]),
        ({"unit": "overledenen", "summable": True, "kind": "gevoelig"}, [NEWEST]),
        ({"unit": "procent", "kind": "norm"}, []),
    ],
)
def test_limits_say_what_the_figures_do_not(kwargs, expected):
    assert limits(indicator(**kwargs), figure("2023:891")) == expected


def test_limits_of_a_count_on_one_day_and_of_nothing():
    assert limits(indicator("jongeren"), figure("2024-06-30:9")) == [
        NOT_BETTER,
        "Nieuwste cijfer dat wij hebben: 30 juni 2024.",
    ]
    assert (
        limits(indicator("tests"), figure("onbekend:9"))[-1] == "Nieuwste cijfer dat wij hebben: een onbekende periode."
    )
    assert limits(indicator("jongeren"), None) == []


def test_limits_in_short_leave_the_registration_and_the_period_to_the_page_itself():
    placements = indicator("plaatsingen", registered=True)

    assert limits_in_short(placements, figure("2023:891")) == f"{TWICE} {NOT_BETTER}"
    assert limits_in_short(placements, None) == ""
