"""The rule of what may be compared, and what counts as small."""

from dataclasses import asdict
from decimal import Decimal
from itertools import chain

import pytest
from hypothesis import given
from hypothesis import strategies as st

from monitor.models import Period
from monitor.periods import parse_period
from monitor.sentences import Change, change
from monitor.sentences.words import in_a_row, over
from tests.monitor.sentences.figures import figure, indicator

values = st.decimals(0, 100000, places=1) | st.integers(0, 3000).map(Decimal)


def found(earlier, later, unit="tests", **kwargs):
    return change(indicator(unit, **kwargs), figure(earlier), figure(later))


@pytest.mark.parametrize(
    ("earlier", "later"),
    [
        ("2022:9", "2022-H2:8"),
        ("2023:9", "2022:8"),
        ("2022:9", "2022:9"),
        ("onbekend:9", "onbekend:8"),
        ("onbekend:9", "2023:8"),
        ("2023-01-01:9", "2023-01-01:8"),
        ("2020-01/2020-06:9", "2020-07/2021-06:8"),
        ("2022:-", "2023:8"),
        ("2022:9", "2023:niet"),
        ("2022:~9", "2023:8"),
        ("2022:9", "2023:~8"),
    ],
)
def test_figures_that_may_not_be_compared(earlier, later):
    assert found(earlier, later) is None


@pytest.mark.parametrize("kind", ["losse-telling", "norm", "gevoelig"])
def test_nothing_but_a_series_is_compared(kind):
    assert found("2022:9", "2023:8", kind=kind) is None


def test_one_off_counts_are_not_compared():
    once = figure("2022:9", one_off=True)

    assert change(indicator(), once, figure("2023:8")) is None
    assert change(indicator(), figure("2021:8"), once) is None


@pytest.mark.parametrize(
    ("earlier", "later", "expected"),
    [
        ("2022:989", "2023:891", Change(-1, Decimal(98), 10)),
        ("2022:200", "2023:200", Change(0, Decimal(0))),
        ("2022:200", "2023:201.9", Change(0, Decimal("1.9"))),
        ("2022:200", "2023:202", Change(1, Decimal(2), 1)),
        # 98.5 and 99.5 percent: the second would be all of it.
        ("2022:1000", "2023:15", Change(-1, Decimal(985), 99)),
        ("2022:1000", "2023:5", Change(-1, Decimal(995))),
        ("2022:100", "2023:1", Change(-1, Decimal(99), 99)),
        ("2022:100", "2023:199", Change(1, Decimal(99), 99)),
        ("2022:99.9", "2023:50", Change(-1, Decimal("49.9"))),
        ("2022:-200", "2023:-100", Change(1, Decimal(100))),
        ("2022:989*", "2023:891", Change(-1, Decimal(98))),
        ("2022:989", "2023:891*", Change(-1, Decimal(98))),
        ("2020-01/2020-06:9", "2021-01/2021-06:8", Change(-1, Decimal(1))),
    ],
)
def test_change_of_a_count(earlier, later, expected):
    assert found(earlier, later) == expected


def test_change_of_rounded_counts_asks_for_a_larger_base():
    rounded = {"unit": "jongeren", "measure": "personen", "rounding": 5}

    assert found("2022:495", "2023:250", **rounded) == Change(-1, Decimal(245))
    assert found("2022:500", "2023:250", **rounded) == Change(-1, Decimal(250), 50)


def test_change_of_long_figures_is_exact():
    long = "1" * 38

    assert found(f"2022:{long}.1", f"2023:{'2' * 38}.3").difference == Decimal(f"{long}.2")


@given(values, values, st.sampled_from(["tests", "procent", "duizend jongeren"]))
def test_change_there_and_back_is_the_same_way(earlier, later, unit):
    there, back = found(f"2022:{earlier}", f"2023:{later}", unit), found(f"2022:{later}", f"2023:{earlier}", unit)

    assert there.difference == back.difference == abs(later - earlier)
    assert there.direction in (0, (later > earlier) - (later < earlier))
    # Near the limit a step down may count where the same step up is small: its base is larger.
    assert there.direction in (0, -back.direction) or not back.direction
    if there.percent:
        assert abs(there.percent - there.difference * 100 / earlier) <= Decimal("0.5")


@pytest.mark.parametrize(
    ("codes", "expected"),
    [
        ("2021", "over 2021"),
        ("2021 2022", "over 2021 en 2022"),
        ("2021 2022 2023", "over 2021 tot en met 2023"),
        ("2019 2021 2022 2023", "over 2019 en 2021 tot en met 2023"),
        ("2024-06-30", "van 30 juni 2024"),
        ("2023-12-30 2023-12-31 2024-01-01", "van 30 december 2023, 31 december 2023 en 1 januari 2024"),
        ("2022-H1 2022-H2 2023-H1", "over de 1e helft van 2022 tot en met de 1e helft van 2023"),
        ("onbekend", "over een onbekende periode"),
        ("onbekend onbekend", "over een onbekende periode en een onbekende periode"),
    ],
)
def test_periods_in_a_row_are_told_by_their_ends(codes, expected):
    periods = [Period(**asdict(parse_period(code))) for code in codes.split()]

    assert over(periods) == expected
    assert [*chain.from_iterable(in_a_row(periods))] == periods
