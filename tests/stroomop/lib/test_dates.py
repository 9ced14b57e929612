from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stroomop.lib.dates import add_months, days_ago, describe_date, describe_period, last_day, months_between

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
        (date(2024, 1, 31), date(2024, 2, 28), 0),
        (date(2024, 1, 31), date(2024, 2, 29), 1),
        (date(2024, 1, 31), date(2024, 3, 1), 1),
        (date(2024, 1, 31), date(2024, 3, 30), 1),
        (date(2024, 1, 31), date(2024, 3, 31), 2),
        (date(2024, 2, 29), date(2024, 3, 28), 0),
        (date(2024, 2, 29), date(2024, 3, 29), 1),
        (date(2024, 8, 31), date(2025, 2, 27), 5),
        (date(2024, 8, 31), date(2025, 2, 28), 6),
        (date(2023, 12, 31), date(2024, 12, 31), 12),
        (date(2024, 2, 1), date(2024, 1, 1), 0),
        (date(9999, 11, 30), date.max, 1),
        (date.max, date.min, 0),
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


@pytest.mark.parametrize(
    ("day", "months", "later"),
    [
        (date(2024, 1, 15), 0, date(2024, 1, 15)),
        (date(2024, 1, 15), 1, date(2024, 2, 15)),
        (date(2024, 6, 15), 6, date(2024, 12, 15)),
        (date(2024, 6, 15), 7, date(2025, 1, 15)),
        (date(2023, 8, 31), 6, date(2024, 2, 29)),
        (date(2024, 8, 31), 6, date(2025, 2, 28)),
        (date(2024, 8, 31), 3, date(2024, 11, 30)),
        (date(2024, 2, 29), 12, date(2025, 2, 28)),
        (date(2024, 2, 29), 48, date(2028, 2, 29)),
        (date(2024, 11, 30), 3, date(2025, 2, 28)),
        (date(9999, 9, 30), 3, date(9999, 12, 30)),
        (date(9999, 10, 1), 3, date.max),
        (date.max, 6, date.max),
    ],
)
def test_months_added_keep_the_day_or_end_with_the_month(day, months, later):
    assert add_months(day, months) == later


@given(DAYS, st.integers(0, 600))
def test_months_added_are_the_months_between(day, months):
    later = add_months(day, months)

    assert months_between(day, later) == months
    assert months == 0 or months_between(day, later - timedelta(1)) == months - 1


@given(DAYS, DAYS, st.integers(0, 600))
def test_months_are_full_from_the_day_that_adding_them_gives(earlier, later, months):
    later = max(earlier, later)

    assert (months_between(earlier, later) >= months) == (later >= add_months(earlier, months))


@given(DAYS, st.integers(0, 1000), st.integers(0, 600))
def test_months_added_to_a_later_day_give_no_earlier_day(day, days, months):
    assert add_months(day, months) <= add_months(day + timedelta(days), months)


@pytest.mark.parametrize(
    ("first", "precision", "last"),
    [
        (date(2024, 2, 10), "dag", date(2024, 2, 10)),
        (date(2024, 2, 10), "", date(2024, 2, 10)),
        (date(2024, 2, 10), "maand", date(2024, 2, 29)),
        (date(2024, 12, 31), "maand", date(2024, 12, 31)),
        (date(2024, 3, 1), "seizoen", date(2024, 5, 31)),
        (date(2024, 8, 31), "seizoen", date(2024, 8, 31)),
        (date(2024, 12, 1), "seizoen", date(2025, 2, 28)),
        (date(2025, 1, 31), "seizoen", date(2025, 2, 28)),
        (date(2024, 6, 5), "jaar", date(2024, 12, 31)),
        (date(9999, 12, 1), "maand", date.max),
        (date(9999, 12, 1), "seizoen", date.max),
    ],
)
def test_last_day_is_that_of_the_month_season_or_year(first, precision, last):
    assert last_day(first, precision) == last


@given(DAYS, st.sampled_from(["dag", "maand", "seizoen", "jaar"]))
def test_period_up_to_its_last_day_is_told_as_one_date(first, precision):
    assert describe_period(first, last_day(first, precision), precision) == describe_date(first, precision)


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (date(2026, 3, 1), "vandaag"),
        (date(2026, 2, 28), "gisteren"),
        (date(2026, 2, 27), "2 dagen geleden"),
        (date(2026, 2, 16), "13 dagen geleden"),
        (date(2026, 2, 15), "op 15 februari 2026"),
        (date(2024, 2, 29), "op 29 februari 2024"),
    ],
)
def test_day_is_told_by_how_long_ago_it_is(day, words):
    assert days_ago(day, date(2026, 3, 1)) == words
