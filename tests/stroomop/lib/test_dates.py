from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stroomop.lib.dates import describe_date, describe_period, months_between

DAYS = st.dates(date(1900, 1, 1), date(2200, 1, 1))


@pytest.mark.parametrize(
    ("day", "precision", "words"),
    [
        (date(2023, 2, 3), "dag", "3 februari 2023"),
        (date(2020, 11, 1), "maand", "november 2020"),
        (date(2021, 1, 1), "jaar", "2021"),
        (date(2018, 3, 1), "seizoen", "voorjaar 2018"),
        (date(2018, 6, 1), "seizoen", "zomer 2018"),
        (date(2018, 11, 30), "seizoen", "najaar 2018"),
        (date(2018, 12, 1), "seizoen", "winter 2018"),
        (date(2019, 2, 28), "seizoen", "winter 2018"),
    ],
)
def test_date_is_no_more_exact_than_its_source(day, precision, words):
    assert describe_date(day, precision) == words


@pytest.mark.parametrize(
    ("first", "last", "precision", "words"),
    [
        (date(2023, 2, 3), date(2023, 2, 3), "dag", "3 februari 2023"),
        (date(2023, 2, 3), date(2023, 2, 5), "dag", "3 tot en met 5 februari 2023"),
        (date(2023, 2, 3), date(2023, 3, 4), "dag", "3 februari tot en met 4 maart 2023"),
        (date(2023, 2, 3), date(2024, 2, 5), "dag", "3 februari 2023 tot en met 5 februari 2024"),
        (date(2020, 11, 1), date(2020, 11, 30), "maand", "november 2020"),
        (date(2020, 5, 1), date(2020, 6, 30), "maand", "mei tot en met juni 2020"),
        (date(2020, 11, 1), date(2021, 1, 31), "maand", "november 2020 tot en met januari 2021"),
        (date(2021, 1, 1), date(2021, 12, 31), "jaar", "2021"),
        (date(2019, 1, 1), date(2021, 12, 31), "jaar", "2019 tot en met 2021"),
        (date(2018, 3, 1), date(2018, 5, 31), "seizoen", "voorjaar 2018"),
        (date(2018, 12, 1), date(2019, 2, 28), "seizoen", "winter 2018"),
        (date(2018, 3, 1), date(2019, 8, 31), "seizoen", "voorjaar 2018 tot en met zomer 2019"),
    ],
)
def test_period_is_said_once_when_both_ends_are_the_same_words(first, last, precision, words):
    assert describe_period(first, last, precision) == words


def test_period_without_dates_is_unknown():
    assert describe_period(None, None, "") == "onbekend"


def test_period_without_end_says_so():
    assert describe_period(date(2018, 10, 1), None, "maand") == "vanaf oktober 2018, einde onbekend"


def test_period_without_begin_says_so():
    assert describe_period(None, date(2021, 1, 1), "jaar") == "tot en met 2021, begin onbekend"


@pytest.mark.parametrize(
    ("earlier", "later", "months"),
    [
        (date(2024, 1, 15), date(2024, 2, 14), 0),
        (date(2024, 1, 15), date(2024, 2, 15), 1),
        (date(2024, 1, 31), date(2024, 2, 29), 0),
        (date(2024, 1, 31), date(2024, 3, 1), 1),
        (date(2023, 12, 31), date(2024, 12, 31), 12),
        (date(2024, 2, 1), date(2024, 1, 1), 0),
    ],
)
def test_months_are_counted_when_they_are_full(earlier, later, months):
    assert months_between(earlier, later) == months


@given(DAYS, DAYS)
def test_months_are_never_negative(one, other):
    assert months_between(one, other) >= 0


@given(DAYS, DAYS, st.integers(0, 1000))
def test_months_do_not_shrink_as_time_passes(earlier, later, days):
    assert months_between(earlier, later) <= months_between(earlier, later + timedelta(days))


@given(DAYS, st.integers(0, 600))
def test_months_of_an_anniversary_are_exact(day, months):
    day = day.replace(day=1)
    later = date(day.year + (day.month - 1 + months) // 12, (day.month - 1 + months) % 12 + 1, 1)

    assert months_between(day, later) == months
