import re
from dataclasses import asdict
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from monitor.models import Indicator, Period, PublicFigure
from monitor.models.public import State
from monitor.periods import parse_period
from monitor.sentences import finding, story
from stroomop.lib.numbers import dutch_number

FIRST = "Het eerste cijfer dat wij hebben:"


def figure(code, value, status="onbekend", state=State.SUPPRESSED):
    number = None if value is None else Decimal(value)
    period = Period(**asdict(parse_period(code)))
    return PublicFigure(period=period, value=number, status=status, state=state if number is None else State.MEASURED)


@pytest.mark.parametrize(
    ("code", "value", "unit", "expected"),
    [
        ("2023", "891", "plaatsingen", "891 plaatsingen in 2023"),
        ("2024-06-30", "1818", "jongeren", "1.818 jongeren op 30 juni 2024"),
        ("2024-H2", "12.50", "procent", "12,50 procent in de 2e helft van 2024"),
        ("2023", "0", "plekken", "0 plekken in 2023"),
        ("2023", None, "plekken", "niet getoond: groep te klein in 2023"),
        ("onbekend", "5", "plekken", "5 plekken (periode onbekend)"),
    ],
)
def test_finding_says_the_figure_with_unit_and_period(code, value, unit, expected):
    assert finding(figure(code, value), unit) == expected


@pytest.mark.parametrize(
    ("figures", "expected"),
    [
        ([], "Wij hebben hierover nog geen cijfer."),
        ([("2023", None)], "Wij hebben hierover nog geen cijfer."),
        ([("2023", "891")], "In 2023: 891 tests."),
        ([("2023", "891", "voorlopig")], "In 2023: 891 tests. Dat cijfer is voorlopig."),
        ([("2023", "891", "voorlopig-bijgesteld")], "In 2023: 891 tests. Dat cijfer is voorlopig."),
        ([("2022", "989", "voorlopig"), ("2023", "891", "definitief")], "In 2023: 891 tests. In 2022: 989 tests."),
        ([("2022", "989"), ("2023", None)], "In 2022: 989 tests."),
        ([("2021", "1181"), ("2022", None), ("2023", "891")], "In 2023: 891 tests. In 2021: 1.181 tests."),
        (
            [("2013", "1818"), ("2021", "1181"), ("2022", "989"), ("2023", "891", "voorlopig")],
            f"In 2023: 891 tests. Dat cijfer is voorlopig. In 2022: 989 tests. {FIRST} 1.818 tests in 2013.",
        ),
        (
            [("2023-01-01", "12.5"), ("2023-07-01", "13.0"), ("2024-01-01", "14")],
            f"Op 1 januari 2024: 14 tests. Op 1 juli 2023: 13,0 tests. {FIRST} 12,5 tests op 1 januari 2023.",
        ),
        (
            [("2023-H1", "426"), ("2024-H1", "355")],
            "In de 1e helft van 2024: 355 tests. In de 1e helft van 2023: 426 tests.",
        ),
        (
            [("2021/2022", "5"), ("2022/2023", "5")],
            "In schooljaar 2022/2023: 5 tests. In schooljaar 2021/2022: 5 tests.",
        ),
        ([("onbekend", "5")], "(periode onbekend): 5 tests."),
    ],
)  # fmt: skip
def test_story_tells_the_newest_the_one_before_and_the_first(figures, expected):
    assert story(Indicator(unit="tests"), [figure(*values) for values in figures]) == expected


def test_story_of_a_one_off_count_sets_it_beside_no_other():
    counts = [figure("2022", "98"), figure("2023", "128")]

    assert story(Indicator(unit="tests", kind="losse-telling"), counts) == "In 2023: 128 tests."


def test_story_of_a_share_keeps_its_unit():
    assert story(Indicator(unit="procent"), [figure("2023", "54.5")]) == "In 2023: 54,5 procent."


@given(st.dictionaries(st.integers(1900, 2100), st.none() | st.decimals(-99999, 99999, places=1), max_size=6))
def test_story_says_no_number_that_is_not_in_the_figures(values):
    figures = [figure(str(year), value) for year, value in sorted(values.items())]

    said = re.findall(r"[\u2212\d][\d.,]*\d|\d", story(Indicator(unit="tests"), figures))

    known = {dutch_number(one.value) for one in figures if one.value is not None} | {str(year) for year in values}
    assert [number for number in said if number not in known] == []
