from dataclasses import asdict
from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from monitor.lines import filled, main_line, points
from monitor.models import Indicator, Period, PublicFigure
from monitor.models.public import State
from monitor.periods import parse_period
from monitor.reading import IndicatorReading


def figure(code, value="1", average=False, **kwargs):
    number = None if value is None else Decimal(value)
    period = Period(**asdict(parse_period(code, average=average)))
    state = State.SUPPRESSED if number is None else State.MEASURED
    return PublicFigure(period=period, value=number, **{"state": state, **kwargs})


def figures(codes):
    return [figure(code) for code in codes.split()]


def labels(line):
    return [point.label if point.value is not None else f"({point.label})" for point in points(line)]


@pytest.mark.parametrize(
    ("codes", "expected"),
    [
        ("", ""),
        ("2023", "2023"),
        ("2021 2022 2022-H1 2023 2023-H1", "2021 2022 2023"),
        ("2022-H1 2023-H1 2023", "2022-H1 2023-H1"),
        # Equally many: the kind with the newest figure.
        ("2022 2023-H1", "2023-H1"),
        ("2022-H1 2023", "2023"),
        ("2021 2021-H1 2022-H1 2022", "2021 2022"),
        ("onbekend 2023", "2023"),
    ],
)
def test_main_line_is_of_the_kind_of_period_that_occurs_most(codes, expected):
    assert [figure.period.code for figure in main_line(figures(codes))] == expected.split()


def test_main_line_keeps_an_average_and_a_window_apart():
    line = [figure("2010-2012"), figure("2012-2014"), figure("2011-2013", average=True)]

    assert main_line(line) == line[:2]


@pytest.mark.parametrize(
    ("codes", "expected"),
    [
        ("2023", ["2023"]),
        ("2013 2014 2016", ["2013", "2014", "(2015)", "2016"]),
        # Every other year is a series of its own rhythm.
        ("2013 2015 2017", ["2013", "2015", "2017"]),
        ("2020-H1 2020-H2 2021-H2", ["1e helft 2020", "2e helft 2020", "(1e helft 2021)", "2e helft 2021"]),
        ("2020-H2 2021-H2 2022-H1", ["2e helft 2020", "(1e helft 2021)", "2e helft 2021", "1e helft 2022"]),
        ("2024-Q2 2024-Q4 2025-Q1", ["2e kwartaal 2024", "(3e kwartaal 2024)", "4e kwartaal 2024", "1e kwartaal 2025"]),
        ("2023-11 2024-01 2024-02", ["november 2023", "(december 2023)", "januari 2024", "februari 2024"]),
        ("2019/2020 2020/2021 2022/2023", ["2019/2020", "2020/2021", "(2021/2022)", "2022/2023"]),
        # Nobody says on which other days there should have been a figure.
        (
            "2023-01-01 2023-07-01 2023-12-31 2024-03-31",
            ["1 januari 2023", "()", "1 juli 2023", "()", "31 december 2023", "31 maart 2024"],
        ),
        ("2022-06-30 2022-12-31 2023-12-31", ["30 juni 2022", "31 december 2022", "()", "31 december 2023"]),
        ("2010-2012 2011-2013 2013-2015", ["2010 tot en met 2012", "2011 tot en met 2013", "()",
                                           "2013 tot en met 2015"]),
        # Both are over on the same day: no room for a step between.
        ("2010-2012 2011-2012", ["2010 tot en met 2012", "2011 tot en met 2012"]),
        ("onbekend", ["onbekend"]),
    ],
)  # fmt: skip
def test_points_stand_at_even_distances_with_empty_points_between(codes, expected):
    assert labels(figures(codes)) == expected


@pytest.mark.parametrize(
    ("codes", "expected"),
    [
        ("", []),
        ("2013 2014 2016", ["2013", "2014", "(2015)", "2016"]),
        ("2019/2020 2020/2021 2022/2023", ["2019/2020", "2020/2021", "(2021/2022)", "2022/2023"]),
        ("2024-Q2 2024-Q4 2025-Q1", ["2e kwartaal 2024", "(3e kwartaal 2024)", "4e kwartaal 2024", "1e kwartaal 2025"]),
        # Days and windows have no steps with a name.
        ("2023-01-01 2023-07-01 2023-12-31 2024-03-31",
         ["1 januari 2023", "1 juli 2023", "31 december 2023", "31 maart 2024"]),
        ("onbekend", ["onbekend"]),
        ("onbekend onbekend", ["onbekend", "onbekend"]),
    ],
)  # fmt: skip
def test_filled_line_has_an_empty_figure_for_each_step_that_has_a_name(codes, expected):
    line = filled(figures(codes))

    assert [str(one.period) if one.value is not None else f"({one.period})" for one in line] == expected


def test_points_carry_value_reason_and_whether_provisional():
    line = [figure("2020", "5"), figure("2021", None), figure("2023", "7", status="voorlopig")]

    told = [(point.value, point.provisional, point.reason) for point in points(line)]

    assert told == [
        (Decimal(5), False, ""),
        (None, False, "niet getoond: groep te klein"),
        (None, False, ""),
        (Decimal(7), True, ""),
    ]


@given(st.sets(st.integers(1900, 2100), min_size=1, max_size=8))
def test_points_of_years_lose_none_and_keep_one_distance(years):
    line = [figure(str(year), str(year)) for year in sorted(years)]

    drawn = points(line)

    assert [point.value for point in drawn if point.value is not None] == sorted(years)
    assert len({int(later.label) - int(earlier.label) for earlier, later in pairwise(drawn)}) <= 1
    assert [point for point in drawn if point.value is not None and point.label != str(point.value)] == []


@given(
    st.sets(st.dates(min_value=parse_period("1990").start, max_value=parse_period("2050").end), min_size=1, max_size=6)
)
def test_points_of_any_days_lose_none(days):
    line = [figure(day.isoformat(), str(number)) for number, day in enumerate(sorted(days))]

    assert [point.value for point in points(line) if point.value is not None] == [*range(len(days))]


@pytest.mark.parametrize(
    ("kind", "values", "drawn"),
    [
        ("reeks", "5 6 7", True),
        ("reeks", "5 - 6 7", True),
        ("reeks", "5 - 6", False),
        ("reeks", "5 6", False),
        ("reeks", "", False),
        ("losse-telling", "5 6 7", False),
        ("norm", "5 6 7", False),
        ("gevoelig", "5 6 7", False),
    ],
)
def test_reading_draws_a_series_of_three_and_nothing_else(kind, values, drawn):
    line = [figure(str(2013 + nth), None if text == "-" else text) for nth, text in enumerate(values.split())]

    reading = IndicatorReading(Indicator(kind=kind, unit="tests"), line)

    assert (reading.chart is not None) == drawn


def test_reading_without_figures_has_no_key_figure_and_no_finding():
    reading = IndicatorReading(Indicator(unit="tests"), [])

    assert (reading.key_figure, reading.finding, reading.sources, reading.limits) == (None, "", [], [])


def test_reading_describes_its_line_in_words():
    reading = IndicatorReading(Indicator(unit="tests"), figures("2020 2022 2023"))

    assert reading.chart_text == (
        "De lijn loopt van 1 tests in 2020 naar 1 in 2023. Alle cijfers zijn gelijk. Over 2021 is er geen cijfer."
    )
